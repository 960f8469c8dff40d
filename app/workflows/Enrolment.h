// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/Store.h"
#include "app/workflows/PortalAccess.h"

#include <QFuture>

namespace motcua::sync {
struct Invitation;
}

namespace motcua {

/**
 * A desk becomes one of a portal's by an invitation, and stays it by a new certificate before the old one ends.
 *
 * The key is made and kept here before anything is asked, so that whoever heard no answer, or lost the power, asks again for the same: the portal
 * knows them. Until the answer is proved (the certificate is of that key and of this desk, and the pinned authority gave it) and kept, all is
 * as it was.
 *
 * Answers come from the thread pool. Errors: OriginForeign (an invitation to training in a centre that works, or the reverse), InvitationUnknown,
 * InvitationExpired, AnswerMalformed (the certificate is not what was asked for), ClockWrong, those of HttpClient::send() and of the store.
 */
class Enrolment
{
public:
    /** `now`: ms since 1970-01-01 UTC; empty: the clock of the machine. */
    explicit Enrolment(const storage::Store &store, std::function<qint64()> now = {});
    /** What is under way is broken off, and changes nothing. */
    ~Enrolment();
    Q_DISABLE_COPY_MOVE(Enrolment)

    /** Reads a file. Errors: FileUnreadable, InvitationUnreadable. */
    [[nodiscard]] static Result<sync::Invitation> invitation(const QString &file);

    /** The access that is kept from now on. */
    [[nodiscard]] QFuture<Result<PortalAccess>> enrol(const sync::Invitation &invitation);
    [[nodiscard]] QFuture<Result<PortalAccess>> renew(const PortalAccess &held);

private:
    struct Desk;

    std::shared_ptr<Desk> m_desk;
};

} // namespace motcua

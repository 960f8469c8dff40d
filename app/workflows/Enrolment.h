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
 * The key may lie on a token instead (`TokenKey`): enrolling takes the one that is named, or makes it there; the PIN is kept with the access. The next certificate is
 * then of the same key: what never leaves a token is not worn out by time, there is room for few keys in one, and nobody could tell a key that a broken-off renewal
 * left there from the one in use. Whoever wants another key enrols anew with another name.
 *
 * Answers come from the thread pool. Errors: OriginForeign (an invitation to training in a centre that works, or the reverse), InvitationUnknown,
 * InvitationExpired, AnswerMalformed (the certificate is not what was asked for), ClockWrong, those of TokenKey, of HttpClient::send() and
 * of the store.
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

    /** The access that is kept from now on. `token`: where the key lies, or shall; somebody has just entered its PIN. Null: the key is made here. */
    [[nodiscard]] QFuture<Result<PortalAccess>> enrol(const sync::Invitation &invitation, std::shared_ptr<const TokenKey> token = {});
    [[nodiscard]] QFuture<Result<PortalAccess>> renew(const PortalAccess &held);

private:
    struct Desk;

    std::shared_ptr<Desk> m_desk;
};

} // namespace motcua

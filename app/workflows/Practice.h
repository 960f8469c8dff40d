// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/Workplace.h"
#include "models/story/Remarks.h"

#include <QFuture>

#include <optional>

namespace motcua {

/** What a morning of practice brought. */
struct MorningFilled
{
    int tickets = 0;
    int dossiers = 0;
    int drafts = 0;

    friend bool operator==(const MorningFilled &, const MorningFilled &) = default;
};

/** What was not right with a visit of somebody invented. */
struct PracticeReport
{
    QString ticket = {}; ///< its number
    Story story = {};
    QList<Remark> remarks = {};
};

/**
 * What only a training centre can do: fill the hall with people who do not exist, tell who stands at the desk, and remark on how they were served.
 *
 * Whatever is pretended lives behind this; a real centre has none. Every answer comes from another thread. Errors of every verb: those of a
 * store, and NotAllowed in a store that is not for training.
 */
class Practice
{
public:
    Practice() = default;
    virtual ~Practice() = default;
    Practice(const Practice &) = delete;
    Practice &operator=(const Practice &) = delete;

    /** Tickets, dossiers and drafts of a morning, by the acts of whoever asks for it, all or none; at most as many tickets as there are stories. */
    [[nodiscard]] virtual QFuture<Result<MorningFilled>> fillMorning(const Workplace &place, int tickets) = 0;

    /** Who has this ticket; nobody for one that was drawn otherwise. */
    [[nodiscard]] virtual QFuture<Result<std::optional<Story>>> story(const Workplace &place, const Id &ticket) = 0;

    /** Who stands at the desk now, with what they carry; nothing: nobody with a story. For devices that pretend, such as a reader on which their card lies. */
    virtual void atDesk(const std::optional<Story> &story) { Q_UNUSED(story) }

    /** On a closed visit with such a ticket; nothing for any other. */
    [[nodiscard]] virtual QFuture<Result<std::optional<PracticeReport>>> report(const Workplace &place, const Id &ticket, const Visit &visit) = 0;
};

} // namespace motcua

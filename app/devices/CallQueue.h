// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/Announcer.h"

#include <QList>
#include <QTime>

#include <optional>

namespace motcua {

/** What is said at all, and when. */
struct CallLimits
{
    int volume = 80; ///< percent of what the voice gives; at 0 nothing is said
    QTime quietFrom = {}; ///< on the clock of Vietnam; from here to quietUntil nothing is said, over midnight too
    QTime quietUntil = {}; ///< never, where one of the two is null or both are the same
    int staleAfterMs = 90'000; ///< a call that waited longer is not said any more
    qsizetype most = 30; ///< calls that wait

    [[nodiscard]] bool isQuiet(QTime now) const;
};

/** The calls that wait for the voice, in the order in which they came. Time is a parameter: milliseconds that only go on. */
class CallQueue
{
public:
    struct Dropped
    {
        TicketCall call = {};
        Announcer::Reason reason = Announcer::Reason::TooOld;
    };
    struct Turn
    {
        std::optional<TicketCall> call = {}; ///< to be said now; none where none waits
        QList<Dropped> dropped = {}; ///< before it
    };

    explicit CallQueue(const CallLimits &limits);

    /** Puts `call` in last place; gives what is not said because of it. */
    [[nodiscard]] QList<Dropped> put(const TicketCall &call, qint64 nowMs);
    /** Takes out the first that is still to be said, at `time` of day. */
    [[nodiscard]] Turn take(qint64 nowMs, QTime time);
    void clear() { m_waiting.clear(); }
    [[nodiscard]] bool isEmpty() const { return m_waiting.isEmpty(); }

private:
    struct Waiting
    {
        TicketCall call = {};
        qint64 sinceMs = 0;
    };

    CallLimits m_limits;
    QList<Waiting> m_waiting;
};

} // namespace motcua

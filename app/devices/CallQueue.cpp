// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/CallQueue.h"

#include <algorithm>

namespace motcua {

bool CallLimits::isQuiet(QTime now) const
{
    if (volume <= 0) {
        return true;
    }
    if (!quietFrom.isValid() || !quietUntil.isValid() || quietFrom == quietUntil) {
        return false;
    }
    return quietFrom < quietUntil ? now >= quietFrom && now < quietUntil : now >= quietFrom || now < quietUntil;
}

CallQueue::CallQueue(const CallLimits &limits)
    : m_limits(limits)
{
}

QList<CallQueue::Dropped> CallQueue::put(const TicketCall &call, qint64 nowMs)
{
    QList<Dropped> dropped;
    const auto same = [&call](const Waiting &one) { return one.call.number == call.number; };
    if (const auto it = std::find_if(m_waiting.cbegin(), m_waiting.cend(), same); it != m_waiting.cend()) {
        dropped.append({it->call, Announcer::Reason::CalledAgain});
        m_waiting.erase(it);
    }
    m_waiting.append({call, nowMs});
    while (m_waiting.size() > std::max<qsizetype>(m_limits.most, 1)) {
        dropped.append({m_waiting.takeFirst().call, Announcer::Reason::TooMany});
    }
    return dropped;
}

CallQueue::Turn CallQueue::take(qint64 nowMs, QTime time)
{
    Turn turn;
    while (!m_waiting.isEmpty() && !turn.call) {
        const Waiting first = m_waiting.takeFirst();
        if (m_limits.isQuiet(time)) {
            turn.dropped.append({first.call, Announcer::Reason::Quiet});
        } else if (nowMs - first.sinceMs > m_limits.staleAfterMs) {
            turn.dropped.append({first.call, Announcer::Reason::TooOld});
        } else {
            turn.call = first.call;
        }
    }
    return turn;
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hall/HallWait.h"

#include "app/storage/HallQueries.h"

#include <algorithm>

namespace motcua {

// Whoever waits for another group of the same desks goes first, and takes as long as anybody.
int openDesks(const HallView &view)
{
    int desks = 0;
    for (const int serving : view.desks) {
        desks = std::max(desks, serving);
    }
    return desks;
}

// The latest come first in each group.
QList<qint64> servedLately(const HallView &view)
{
    const auto known = std::count_if(view.servedMs.cbegin(), view.servedMs.cend(), [](const QList<qint64> &group) { return !group.isEmpty(); });
    QList<qint64> served;
    for (const QList<qint64> &group : view.servedMs) {
        served += group.mid(0, std::max<qsizetype>(storage::HallNow::MostServed / std::max<qsizetype>(known, 1), 1));
    }
    return served;
}

std::optional<WaitRange> waitFor(const HallView &view, const QString &letter)
{
    const auto elsewhere
        = std::count_if(view.elsewhere.cbegin(), view.elsewhere.cend(), [&letter](const Ticket &ticket) { return ticket.group == letter; });
    const bool isServedHere = letter.isEmpty() || view.desks.contains(letter);
    return expectedWait(static_cast<int>(isServedHere ? view.next.size() : elsewhere), openDesks(view), servedLately(view));
}

} // namespace motcua

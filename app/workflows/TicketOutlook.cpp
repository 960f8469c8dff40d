// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/TicketOutlook.h"

#include "app/hall/HallWait.h"

#include <algorithm>

namespace motcua {

int TicketOutlook::ahead(const HallView &view, const Ticket &ticket)
{
    const bool isServedHere = view.desks.contains(ticket.group);
    const QList<Ticket> &waiting = isServedHere ? view.next : view.elsewhere;
    return static_cast<int>(std::count_if(waiting.cbegin(), waiting.cend(), [isServedHere, &ticket](const Ticket &other) {
        return (isServedHere || other.group == ticket.group) && other.id != ticket.id && other.rankMs() <= ticket.rankMs();
    }));
}

TicketValues TicketOutlook::values(const HallView &view, const HallRules &rules, const Ticket &ticket)
{
    const ServiceGroup *const group = rules.group(ticket.group);
    const int before = ahead(view, ticket);
    return {.number = ticket.number,
        .group = group ? group->name : ticket.group,
        .groupEn = group ? group->nameEn : QString(),
        .wait = expectedWait(before, openDesks(view), servedLately(view)),
        .ahead = before,
        .drawnAt = QDateTime::fromMSecsSinceEpoch(ticket.issuedAtMs)};
}

} // namespace motcua

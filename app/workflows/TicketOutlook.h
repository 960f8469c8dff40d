// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/documents/TicketSlip.h"
#include "app/hall/Hall.h"

namespace motcua {

/** What somebody who draws a ticket now can be told of their wait, by what one desk sees of its hall. Pure. */
struct TicketOutlook
{
    /** How many wait and are called before `ticket`; whoever comes later with a priority is none of them. */
    [[nodiscard]] static int ahead(const HallView &view, const Ticket &ticket);

    /** What stands on `ticket`, but for the unit that it is of. */
    [[nodiscard]] static TicketValues values(const HallView &view, const HallRules &rules, const Ticket &ticket);
};

} // namespace motcua

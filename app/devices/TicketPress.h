// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/TicketPrinter.h"

namespace motcua {

/** What QueuedTicketPrinter asks on its thread, in the words of TicketPrinter; every call may block for a while, but not for ever. */
class TicketPress
{
public:
    TicketPress() = default;
    virtual ~TicketPress() = default;
    Q_DISABLE_COPY_MOVE(TicketPress)

    [[nodiscard]] virtual TicketPrinter::Form form() const = 0;
    [[nodiscard]] virtual TicketPrinter::Told print(const DrawnTicket &ticket) = 0;
    [[nodiscard]] virtual TicketPrinter::Told state() = 0;

    /** From any thread: the call that is under way ends soon with Closed, and so does every later one. */
    virtual void stop() = 0;
};

} // namespace motcua

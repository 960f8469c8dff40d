// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/TicketPrinter.h"

#include <QImage>
#include <QStringList>

#include <memory>

namespace motcua {

/** What the contract test needs of a kind of ticket printer: one that is as the test says, and a look at what came out. */
class TicketBench
{
public:
    enum class Trouble {
        None,
        PaperLow,
        LastTicket, ///< the roll ends with the next one
        PaperOut,
        CoverOpen,
        Broken,
        Silent,
        Unplugged,
        UnpluggedHalfway, ///< of the next ticket
        EndsHalfway, ///< the paper, of the next ticket
    };

    TicketBench() = default;
    virtual ~TicketBench() = default;
    Q_DISABLE_COPY_MOVE(TicketBench)

    [[nodiscard]] virtual std::unique_ptr<TicketPrinter> printer() = 0;
    /** What was cut off since the bench began, in order. */
    [[nodiscard]] virtual QList<QImage> tickets() = 0;
    /** What came that no ticket is made of. */
    [[nodiscard]] virtual QStringList complaints() { return {}; }
    /** Of whatever is asked from now on; None mends everything. */
    virtual void make(TicketPrinter &printer, Trouble trouble) = 0;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

namespace motcua {

/** How much paper a printer of tickets has, by what it says itself. */
enum class TicketPaper {
    Unknown, ///< it takes tickets and says nothing of itself, as many cheap ones
    Enough,
    Low, ///< the roll is about to end
    Out, ///< it ended with the ticket that came out last
};

/** Why a ticket did not come out, or not for certain. */
struct TicketFault
{
    enum class What {
        NotThere, ///< unplugged, switched off, or nothing answers where it should be
        NotAllowed, ///< this account may not use the device
        InUse, ///< another program has it
        NoPrinter, ///< what stands there is something else
        PaperOut,
        CoverOpen,
        Broken, ///< its cutter is stuck, or it tells of another fault
        Stuck, ///< it is there and takes nothing
        Unplugged, ///< it went away while it printed
        NotDrawn, ///< there is no picture of a ticket
        Closed, ///< the printer was let go before it was this ticket's turn
    };

    What what = What::NotThere;
    bool mayBeOut = false; ///< the ticket, or a part of it, may have come out
    QString detail = {}; ///< for the log; nothing of the ticket

    friend bool operator==(const TicketFault &, const TicketFault &) = default;
};

} // namespace motcua

Q_DECLARE_METATYPE(motcua::TicketFault)

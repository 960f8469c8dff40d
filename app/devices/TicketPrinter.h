// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/TicketFault.h"
#include "models/base/Result.h"

#include <QByteArray>
#include <QFuture>
#include <QImage>
#include <QObject>

namespace motcua {

/** One ticket, as the kind of printer wants it that is to print it. */
struct DrawnTicket
{
    QImage picture = {}; ///< for a roll
    QByteArray sheet = {}; ///< for sheets: a PDF of one page
};

/**
 * A printer of the hall's tickets: on a roll of 80 mm, from which each is cut off, or on sheets.
 *
 * No call blocks. Futures finish on another thread, in the order in which was asked: two tickets never mix. It takes dots or a finished page and
 * no text, so nothing that somebody typed can become a command of the printer.
 */
class TicketPrinter : public QObject
{
    Q_OBJECT

public:
    enum class Form { Roll, Sheets };

    static constexpr int Dots = 576; ///< across the 72 mm on which a printer of rolls prints
    static constexpr int MostDots = 4000; ///< along: half a metre
    static constexpr int DotsPerInch = 203;

    using Told = Result<TicketPaper, TicketFault>;

    using QObject::QObject;

    /** Which part of a DrawnTicket it prints. */
    [[nodiscard]] virtual Form form() const = 0;

    /**
     * Prints `ticket`: a picture Dots wide and MostDots high at most, of which comes out black what is darker than the middle; or the page.
     *
     * What is known to keep it from printing is told before a dot is printed; a fault after which the ticket may be out says so. Without a
     * fault it is out, as far as the printer tells, and this is the paper that is left.
     */
    [[nodiscard]] virtual QFuture<Told> print(const DrawnTicket &ticket) = 0;

    /** How it is now. Out of paper and an open cover are faults here too. */
    [[nodiscard]] virtual QFuture<Told> state() = 0;
};

} // namespace motcua

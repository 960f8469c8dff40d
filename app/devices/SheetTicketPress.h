// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/Spooler.h"
#include "app/devices/TicketPress.h"

#include <QSemaphore>

#include <memory>

namespace motcua {

/** Tickets as sheets of A6 on a printer of a spooler. What does not come out in time is withdrawn: nobody expects it any more when it does. */
class SheetTicketPress final : public TicketPress
{
public:
    /** `queue`: as Spooler::print() takes it. */
    SheetTicketPress(std::unique_ptr<Spooler> spooler, const QString &queue, int patienceMs = 20'000);

    [[nodiscard]] TicketPrinter::Form form() const override { return TicketPrinter::Form::Sheets; }
    [[nodiscard]] TicketPrinter::Told print(const DrawnTicket &ticket) override;
    [[nodiscard]] TicketPrinter::Told state() override;
    void stop() override { m_stop.release(); }

private:
    std::unique_ptr<Spooler> m_spooler;
    QString m_queue;
    int m_patienceMs = 0;
    QSemaphore m_stop; ///< free as soon as nothing is to be waited for any more
};

} // namespace motcua

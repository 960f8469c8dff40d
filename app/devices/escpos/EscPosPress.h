// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/TicketPress.h"
#include "app/devices/escpos/EscPosSettings.h"

namespace motcua {

/**
 * An ESC/POS printer at the end of a line that is opened for each ticket, so that several desks can share one.
 *
 * It is asked how it is before and after. One that never answers prints all the same, and its paper is unknown.
 */
class EscPosPress final : public TicketPress
{
public:
    explicit EscPosPress(const EscPosSettings &settings);
    ~EscPosPress() override;

    [[nodiscard]] TicketPrinter::Form form() const override { return TicketPrinter::Form::Roll; }
    [[nodiscard]] TicketPrinter::Told print(const DrawnTicket &ticket) override;
    [[nodiscard]] TicketPrinter::Told state() override;
    void stop() override;

private:
    EscPosSettings m_settings;
    int m_stop = -1; ///< eventfd(2)
};

} // namespace motcua

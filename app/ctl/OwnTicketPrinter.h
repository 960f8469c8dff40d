// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/Command.h"
#include "app/devices/TicketPrinter.h"
#include "app/hall/Hall.h"

#include <QFuture>

#include <memory>
#include <optional>

namespace motcua::ctl {

/** The printer of tickets that this user's desk.ini names, or for practice the folder `printed` of the store; a command prints with it and waits. */
class OwnTicketPrinter
{
public:
    /** `training`: of a store for practice. */
    OwnTicketPrinter(const StoreFolder &folder, bool training);
    ~OwnTicketPrinter();
    Q_DISABLE_COPY_MOVE(OwnTicketPrinter)

    /** Prints `ticket`, which `hall` has, and tells how it went; what the command ends with. `answer`: what a script is told besides. */
    [[nodiscard]] int print(Context &context, const Workplace &place, Hall &hall, const Ticket &ticket, QJsonObject answer) const;

    /** How it is; nothing where there is none. */
    [[nodiscard]] std::optional<TicketPrinter::Told> state() const;

private:
    std::unique_ptr<TicketPrinter> m_printer; ///< null: none
};

} // namespace motcua::ctl

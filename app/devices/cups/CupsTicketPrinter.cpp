// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/cups/CupsTicketPrinter.h"

#include "app/devices/SheetTicketPress.h"
#include "app/devices/cups/CupsSpooler.h"

#include <QSettings>

namespace motcua {

CupsTicketPrinter::CupsTicketPrinter(const QString &queue, const CupsServer &server, QObject *parent)
    : QueuedTicketPrinter(std::make_unique<SheetTicketPress>(std::make_unique<CupsSpooler>(server), queue), parent)
{
}

std::optional<QString> CupsTicketPrinter::configured(const QString &file)
{
    const QString queue = QSettings(file, QSettings::IniFormat).value(QStringLiteral("ticketPrinter/a6")).toString().trimmed();
    return queue.isEmpty() ? std::nullopt : std::optional(queue);
}

} // namespace motcua

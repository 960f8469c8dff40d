// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/escpos/EscPosTicketPrinter.h"

#include "app/devices/escpos/EscPosPress.h"

#include <QSettings>

namespace motcua {

EscPosTicketPrinter::EscPosTicketPrinter(const EscPosSettings &settings, QObject *parent)
    : QueuedTicketPrinter(std::make_unique<EscPosPress>(settings), parent)
{
}

std::optional<EscPosSettings> EscPosTicketPrinter::configured(const QString &file)
{
    const QSettings settings(file, QSettings::IniFormat);
    const QString tcp = settings.value(QStringLiteral("ticketPrinter/tcp")).toString().trimmed();
    const QString device = settings.value(QStringLiteral("ticketPrinter/device")).toString().trimmed();
    if (!tcp.isEmpty()) {
        return EscPosSettings::tcp(tcp).value_or(EscPosSettings());
    }
    return device.isEmpty() ? std::nullopt : std::optional(EscPosSettings{.host = {}, .device = device});
}

} // namespace motcua

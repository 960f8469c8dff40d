// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/QueuedTicketPrinter.h"
#include "app/devices/escpos/EscPosSettings.h"

#include <optional>

namespace motcua {

/** A printer of tickets that speaks ESC/POS, on the network or on a USB cable. */
class EscPosTicketPrinter : public QueuedTicketPrinter
{
    Q_OBJECT

public:
    explicit EscPosTicketPrinter(const EscPosSettings &settings, QObject *parent = nullptr);

    /**
     * What the [ticketPrinter] part of an INI file says of this machine: `tcp`, as EscPosSettings::tcp() takes it, or `device`; nothing where it
     * names neither. What cannot be understood is a printer that is not there, so that whoever prints is told.
     */
    [[nodiscard]] static std::optional<EscPosSettings> configured(const QString &file);
};

} // namespace motcua

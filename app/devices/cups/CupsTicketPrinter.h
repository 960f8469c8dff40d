// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/QueuedTicketPrinter.h"
#include "app/devices/cups/CupsServer.h"

#include <QString>

#include <optional>

namespace motcua {

/** Tickets as sheets of A6 on a queue of a CUPS server. */
class CupsTicketPrinter : public QueuedTicketPrinter
{
    Q_OBJECT

public:
    explicit CupsTicketPrinter(const QString &queue, const CupsServer &server = {}, QObject *parent = nullptr);

    /** The queue that the [ticketPrinter] part of an INI file names as `a6`; nothing where it names none. */
    [[nodiscard]] static std::optional<QString> configured(const QString &file);
};

} // namespace motcua

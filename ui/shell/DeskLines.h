// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/PrintJob.h"
#include "app/workflows/MachineFacts.h"
#include "models/base/Result.h"

#include <QDate>
#include <QList>

namespace motcua {

/** What the sign-in page tells of this machine, one line each with its shape; `catalogueFrom` is null without a catalogue. */
[[nodiscard]] QStringList deskLines(const MachineFacts &machine, const Result<QList<Printer>> &printers, QDate catalogueFrom);

} // namespace motcua

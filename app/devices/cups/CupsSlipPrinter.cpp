// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/cups/CupsSlipPrinter.h"

#include "app/devices/cups/CupsSpooler.h"

namespace motcua {

CupsSlipPrinter::CupsSlipPrinter(const CupsServer &server, QObject *parent)
    : SpooledSlipPrinter(std::make_unique<CupsSpooler>(server), parent)
{
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/SpooledSlipPrinter.h"
#include "app/devices/cups/CupsServer.h"

namespace motcua {

/** The printers of a CUPS server. */
class CupsSlipPrinter : public SpooledSlipPrinter
{
    Q_OBJECT

public:
    explicit CupsSlipPrinter(const CupsServer &server = {}, QObject *parent = nullptr);
};

} // namespace motcua

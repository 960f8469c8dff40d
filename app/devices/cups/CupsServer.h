// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace motcua {

/** Where the CUPS server listens. Empty host: where the machine's own configuration says. */
struct CupsServer
{
    QString host = {};
    int port = 0;
};

} // namespace motcua

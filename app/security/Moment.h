// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace motcua::security {

/** A point in time by two clocks: the wall clock, which anybody can set, and the one that only runs since this start of the machine. */
struct Moment
{
    qint64 wallMs = 0; ///< milliseconds since 1970-01-01 UTC
    qint64 bootMs = 0; ///< milliseconds since the machine started, suspension included
    QByteArray boot = {}; ///< names this start of the machine

    [[nodiscard]] static Moment now();
};

} // namespace motcua::security

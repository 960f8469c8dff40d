// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace motcua {

/** Vietnam keeps UTC+7 the whole year, so local time is a fixed offset and never asks the machine's time zone. */
inline constexpr int VietnamOffsetSeconds = 7 * 3600;

/** The wall clock of Vietnam at `unixMs`, milliseconds since 1970-01-01 UTC. */
[[nodiscard]] inline QDateTime vietnamTime(qint64 unixMs)
{
    return QDateTime::fromMSecsSinceEpoch(unixMs, Qt::OffsetFromUTC, VietnamOffsetSeconds);
}

/** `date` at `time` on the wall clock of Vietnam. */
[[nodiscard]] inline QDateTime vietnamTime(QDate date, QTime time)
{
    return QDateTime(date, time, Qt::OffsetFromUTC, VietnamOffsetSeconds);
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/Moment.h"

#include <QDateTime>
#include <QFile>

#include <time.h>

namespace motcua::security {

Moment Moment::now()
{
    timespec since = {};
    ::clock_gettime(CLOCK_BOOTTIME, &since);
    // The kernel draws this id once per start (proc(5)); without it only the wall clock is left.
    QFile file(QStringLiteral("/proc/sys/kernel/random/boot_id"));
    const QByteArray boot = file.open(QIODevice::ReadOnly) ? file.read(64).trimmed() : QByteArray();
    return {QDateTime::currentMSecsSinceEpoch(), qint64(since.tv_sec) * 1000 + since.tv_nsec / 1000000, boot};
}

} // namespace motcua::security

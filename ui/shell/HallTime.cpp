// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/HallTime.h"

#include <QCoreApplication>

#include <algorithm>

namespace motcua {

namespace {

qint64 seconds(qint64 sinceMs, qint64 nowMs)
{
    return std::max<qint64>(0, (nowMs - sinceMs) / 1000);
}

} // namespace

QString shownElapsed(qint64 sinceMs, qint64 nowMs)
{
    const qint64 elapsed = seconds(sinceMs, nowMs);
    return QStringLiteral("%1:%2").arg(elapsed / 60, 2, 10, QLatin1Char('0')).arg(elapsed % 60, 2, 10, QLatin1Char('0'));
}

QString shownMinutes(qint64 sinceMs, qint64 nowMs)
{
    return QStringLiteral("%1′").arg(seconds(sinceMs, nowMs) / 60);
}

QString spokenMinutes(qint64 sinceMs, qint64 nowMs)
{
    const int minutes = static_cast<int>(seconds(sinceMs, nowMs) / 60);
    return QCoreApplication::translate("HallTime", "%n minute(s)", nullptr, minutes);
}

QString shownMark(const QString &mark)
{
    return mark.isEmpty() ? QString() : QStringLiteral("+ ") + mark;
}

} // namespace motcua

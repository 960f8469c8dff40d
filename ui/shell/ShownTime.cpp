// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ShownTime.h"

#include "models/base/VietnamTime.h"

#include <QCoreApplication>

#include <array>

namespace motcua {

namespace {

constexpr std::array Days = {QT_TRANSLATE_NOOP("ShownTime", "Monday"), QT_TRANSLATE_NOOP("ShownTime", "Tuesday"),
    QT_TRANSLATE_NOOP("ShownTime", "Wednesday"), QT_TRANSLATE_NOOP("ShownTime", "Thursday"), QT_TRANSLATE_NOOP("ShownTime", "Friday"),
    QT_TRANSLATE_NOOP("ShownTime", "Saturday"), QT_TRANSLATE_NOOP("ShownTime", "Sunday")};
constexpr std::array BriefDays = {QT_TRANSLATE_NOOP("ShownTime", "Mon"), QT_TRANSLATE_NOOP("ShownTime", "Tue"),
    QT_TRANSLATE_NOOP("ShownTime", "Wed"), QT_TRANSLATE_NOOP("ShownTime", "Thu"), QT_TRANSLATE_NOOP("ShownTime", "Fri"),
    QT_TRANSLATE_NOOP("ShownTime", "Sat"), QT_TRANSLATE_NOOP("ShownTime", "Sun")};

QDateTime local(const QDateTime &moment)
{
    return vietnamTime(moment.toMSecsSinceEpoch());
}

} // namespace

QString shownDate(QDate date)
{
    return date.toString(u"dd/MM/yyyy");
}

QString shownDay(QDate date, bool brief)
{
    if (!date.isValid()) {
        return QStringLiteral("—");
    }
    const auto index = static_cast<std::size_t>(date.dayOfWeek() - 1);
    const QString day = QCoreApplication::translate("ShownTime", brief ? BriefDays.at(index) : Days.at(index));
    return day + u' ' + (brief ? date.toString(u"dd/MM") : shownDate(date));
}

QString shownMoment(const QDateTime &moment)
{
    return moment.isValid() ? local(moment).toString(u"HH:mm dd/MM/yyyy") : QStringLiteral("—");
}

QString shownPromise(const QDateTime &dueAt, const QDateTime &now)
{
    if (!dueAt.isValid()) {
        return QStringLiteral("—");
    }
    const QDateTime due = local(dueAt);
    const QString day = due.date() == local(now).date() ? QCoreApplication::translate("ShownTime", "today") : shownDay(due.date());
    return due.toString(u"HH:mm") + u' ' + day;
}

} // namespace motcua

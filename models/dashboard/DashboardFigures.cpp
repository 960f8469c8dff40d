// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dashboard/DashboardFigures.h"

#include <algorithm>

namespace motcua {

namespace {

using What = DashboardList::What;

Figure nothing(What what, QDate first = {}, QDate last = {})
{
    return {0, {.what = what, .first = first, .last = last}};
}

Figure due(qint64 fromMs, qint64 untilMs)
{
    return {0, {.what = What::Due, .fromMs = fromMs, .untilMs = untilMs}};
}

int permilleOf(qint64 count, qint64 received)
{
    // A dossier may be taken back after it was counted as received; a share is never more than all.
    return received == 0 ? -1 : static_cast<int>(std::min<qint64>(count * 1000 / received, 1000));
}

PeriodFigures period(QDate first, QDate last)
{
    return {nothing(What::Accepted, first, last), OutcomeFigures::of(first, last)};
}

} // namespace

OutcomeFigures OutcomeFigures::of(QDate first, QDate last)
{
    OutcomeFigures made{first, last, nothing(What::Finished, first, last), nothing(What::Finished, first, last), nothing(What::Finished, first, last)};
    made.early.list.outcome = 1;
    made.onTime.list.outcome = 2;
    made.late.list.outcome = 3;
    return made;
}

void OutcomeFigures::add(int outcome, qint64 dossiers)
{
    for (Figure *one : {&early, &onTime, &late}) {
        one->count += one->list.outcome == outcome ? dossiers : 0;
    }
}

int OutcomeFigures::keptPermille() const
{
    return finished() == 0 ? -1 : static_cast<int>((early.count + onTime.count) * 1000 / finished());
}

DashboardFigures DashboardFigures::at(const DashboardDays &days)
{
    DashboardFigures made;
    made.days = days;
    made.today = period(days.today, days.today);
    made.month = period(days.monthFirst, days.today);
    made.before = period(days.beforeFirst, days.beforeLast);
    made.inHand = nothing(What::InHand);
    made.withinTime = nothing(What::WithinTime);
    made.overdue = nothing(What::Overdue);
    made.withinTime.list.fromMs = days.nowMs;
    made.overdue.list.fromMs = days.nowMs;
    made.dueSoon = due(days.nowMs, days.nowMs + SoonMs);
    made.dueToday = due(days.nowMs, startOfDayMs(days.tomorrow));
    made.dueTomorrow = due(startOfDayMs(days.tomorrow), startOfDayMs(days.tomorrow.addDays(1)));
    made.notScanned = nothing(What::NotScanned);
    made.scanOverdue = nothing(What::ScanOverdue);
    made.scanOverdue.list.fromMs = days.nowMs;
    made.digitised = nothing(What::Digitised, days.monthFirst, days.today);
    made.reusing = nothing(What::Reusing, days.monthFirst, days.today);
    if (days.next.isValid()) {
        made.dueNext = due(startOfDayMs(days.next), startOfDayMs(days.next.addDays(1)));
    }
    return made;
}

int DashboardFigures::digitisedPermille() const
{
    return permilleOf(digitised.count, month.accepted.count);
}

int DashboardFigures::reusingPermille() const
{
    return permilleOf(reusing.count, month.accepted.count);
}

QList<Figure> DashboardFigures::all() const
{
    QList<Figure> figures{inHand, withinTime, overdue, dueSoon, dueToday, dueTomorrow, notScanned, scanOverdue, digitised, reusing};
    if (days.next.isValid()) {
        figures.append(dueNext);
    }
    for (const PeriodFigures *one : {&today, &month, &before}) {
        figures.append({one->accepted, one->finished.early, one->finished.onTime, one->finished.late});
    }
    for (const OutcomeFigures &day : byDay) {
        figures.append({day.early, day.onTime, day.late});
    }
    for (const Status &one : todayByStatus) {
        figures.append(one.dossiers);
    }
    for (const Unit &one : overdueByUnit) {
        figures.append(one.overdue);
    }
    figures.append(waiting());
    for (const HallFigures::Group &group : hall.groups) {
        figures.append(waiting(group.letter));
    }
    for (const DeskFigures &desk : hall.desks) {
        figures.append(served(desk));
    }
    return figures;
}

Figure DashboardFigures::waiting(const QString &group) const
{
    qint64 count = group.isEmpty() ? hall.waiting : 0;
    for (const HallFigures::Group &one : hall.groups) {
        count += one.letter == group ? one.waiting : 0;
    }
    return {count, {.what = What::Waiting, .first = days.today, .last = days.today, .group = group}};
}

Figure DashboardFigures::served(const DeskFigures &desk) const
{
    return {desk.served, {.what = What::Served, .first = days.today, .last = days.today, .desk = desk.desk}};
}

} // namespace motcua

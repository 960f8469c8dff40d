// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/VietnamTime.h"
#include "models/calendar/WorkingCalendar.h"
#include "ui/dashboard/DashboardWords.h"

namespace motcua::test {

inline const qint64 DashboardNowMs = vietnamTime(QDate(2026, 11, 23), QTime(10, 42, 7)).toMSecsSinceEpoch();

inline Id personOf(char c)
{
    return Id::fromBytes(QByteArray(16, c));
}

inline DashboardNames dashboardNames()
{
    DashboardNames names;
    names.hall.groups = {{u"A"_qs, u"Hộ tịch"_qs, u"Civil status"_qs, {}}, {u"B"_qs, u"Chứng thực"_qs, u"Certification"_qs, {}},
        {u"C"_qs, u"Cư trú"_qs, u"Residence"_qs, {}}, {u"D"_qs, u"Đất đai"_qs, u"Land"_qs, {}}, {u"E"_qs, u"Trả kết quả"_qs, u"Collecting results"_qs, {}},
        {u"F"_qs, u"Đăng ký kinh doanh"_qs, u"Business registration"_qs, {}}, {u"G"_qs, u"Chưa rõ: hỏi hướng dẫn"_qs, u"Not sure: ask the guide"_qs, {}}};
    names.unit = u"H26.31.05"_qs;
    names.unitName = u"Trung tâm Phục vụ hành chính công phường Hòa An"_qs;
    return names;
}

inline DashboardFigures emptyDashboard()
{
    const CalendarYear year{.year = 2026, .daysOff = {{QDate(2026, 11, 24), {DayKind::Statutory, u"Ngày Văn hóa Việt Nam"_qs}}}};
    const WorkingCalendar calendar({year}, {1, 2, 3, 4, 5}, {{QTime(7, 30), QTime(11, 30)}, {QTime(13, 0), QTime(17, 0)}});
    DashboardFigures figures = DashboardFigures::at(DashboardDays::of(DashboardNowMs, calendar));
    for (const QDate day : figures.days.recent) {
        if (!figures.days.resting.contains(day)) {
            figures.byDay.append(OutcomeFigures::of(day, day));
        }
    }
    return figures;
}

/** The dashboard as the specification of the screens draws it. */
inline DashboardFigures busyDashboard()
{
    constexpr qint64 Minute = 60'000;
    DashboardFigures figures = emptyDashboard();
    figures.usesTickets = true;
    HallFigures &hall = figures.hall;
    hall.waiting = 14;
    hall.hourAgo = 9;
    hall.groups = {{u"A"_qs, 9}, {u"B"_qs, 4}, {u"E"_qs, 1}};
    hall.longest = u"A013"_qs;
    hall.longestGroup = u"A"_qs;
    hall.longestSinceMs = DashboardNowMs - 31 * Minute;
    hall.desks = {{.desk = u"H26.31.05/1"_qs, .person = personOf('1'), .state = ShiftState::Serving, .isOpened = true, .ticket = u"B006"_qs,
                      .sinceMs = DashboardNowMs - 370'000, .served = 12},
        {.desk = u"H26.31.05/2"_qs, .person = personOf('2'), .state = ShiftState::OnBreak, .isOpened = true, .untilMs = DashboardNowMs + 8 * Minute,
            .served = 7},
        {.desk = u"H26.31.05/3"_qs, .person = personOf('3'), .state = ShiftState::Serving, .isOpened = true, .ticket = u"A012"_qs, .isCalled = true,
            .sinceMs = DashboardNowMs - 401'000, .served = 9},
        {.desk = u"H26.31.05/4"_qs, .person = personOf('4'), .state = ShiftState::BackOffice, .isOpened = true, .served = 2},
        {.desk = u"H26.31.05/5"_qs}};
    figures.officers = {{personOf('1'), u"Đỗ Thị Hạnh"_qs}, {personOf('2'), u"Ksor H’Lan"_qs}, {personOf('3'), u"Trần Minh Đức"_qs},
        {personOf('4'), u"Lê Vy"_qs}};
    figures.today.accepted.count = 87;
    figures.month.accepted.count = 1912;
    figures.before.accepted.count = 1838;
    const auto add = [](OutcomeFigures &period, qint64 early, qint64 onTime, qint64 late) {
        period.add(1, early);
        period.add(2, onTime);
        period.add(3, late);
    };
    add(figures.today.finished, 41, 22, 1);
    add(figures.month.finished, 1380, 401, 29);
    add(figures.before.finished, 1295, 430, 41);
    for (qsizetype day = 0; day < figures.byDay.size(); ++day) {
        add(figures.byDay[day], 60 + 7 * (day % 4), 20 + 3 * (day % 5), day % 3);
    }
    figures.todayByStatus = {{2, {46, {.what = DashboardList::What::Accepted, .first = figures.days.today, .last = figures.days.today, .status = 2}}},
        {4, {30, {.what = DashboardList::What::Accepted, .first = figures.days.today, .last = figures.days.today, .status = 4}}},
        {9, {11, {.what = DashboardList::What::Accepted, .first = figures.days.today, .last = figures.days.today, .status = 9}}}};
    figures.inHand.count = 131;
    figures.withinTime.count = 127;
    figures.overdue.count = 4;
    DashboardList own = figures.overdue.list;
    own.unit = u"H26.31.05"_qs;
    DashboardList other = figures.overdue.list;
    other.unit = u"H26.31.07"_qs;
    figures.overdueByUnit = {{own.unit, {3, own}}, {other.unit, {1, other}}};
    figures.dueSoon.count = 5;
    figures.dueToday.count = 9;
    figures.dueNext.count = 17;
    return figures;
}

} // namespace motcua::test

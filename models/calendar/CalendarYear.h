// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QMap>
#include <QString>

namespace motcua {

/** What kind of day it is; no two at once. */
enum class DayKind : quint8 {
    NotCovered, ///< the calendar does not know
    Worked, ///< an ordinary working day
    WeeklyRest,
    Statutory, ///< lễ, tết: BLLĐ 2019 Đ.112
    Compensation, ///< nghỉ bù: in lieu of a holiday on a rest day, BLLĐ 2019 Đ.111.3
    SwappedOff, ///< hoán đổi: by decision, worked on another day
    MadeUp, ///< làm bù: a rest day that is worked for one swapped off
};

/** A day on which nobody works, and why. */
struct DayOff
{
    DayKind kind = DayKind::Statutory; ///< Statutory, Compensation or SwappedOff
    QString name = {}; ///< e.g. "Ngày Văn hóa Việt Nam"

    friend bool operator==(const DayOff &, const DayOff &) = default;
};

/** One year of the state's working calendar: as published, until it is as proposed, or else as its rules foretell. */
struct CalendarYear
{
    int year = 0;
    bool provisional = false; ///< not published yet: promises that touch it are marked
    QString mark = {}; ///< how certain the year is and where it was read
    QMap<QDate, DayOff> daysOff = {};
    QMap<QDate, QString> makeUpDays = {}; ///< rest days that are worked, day → what for

    friend bool operator==(const CalendarYear &, const CalendarYear &) = default;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/VietnamTime.h"
#include "models/calendar/Deadline.h"
#include "models/calendar/WorkingCalendar.h"
#include "tests/models/catalogue/ShippedCatalogue.h"

#include <QTest>

#include <climits>

using namespace motcua;

class tst_Deadline : public QObject
{
    Q_OBJECT

    const WorkingCalendar m_vietnam = test::shippedCatalogue().calendar();
    const Limit m_sameDay = {Limit::Kind::SameDay, 0, QTime(15, 0)};

private Q_SLOTS:
    void workingDays_data()
    {
        QTest::addColumn<QDate>("received");
        QTest::addColumn<int>("count");
        QTest::addColumn<QDate>("due");
        QTest::addRow("over Tết 2026") << QDate(2026, 2, 12) << 3 << QDate(2026, 2, 24);
        QTest::addRow("onto the make-up Saturday 10/1/2026") << QDate(2026, 1, 8) << 2 << QDate(2026, 1, 10);
        QTest::addRow("received on New Year's Day") << QDate(2026, 1, 1) << 1 << QDate(2026, 1, 5);
        QTest::addRow("over Giỗ Tổ and 30/4–1/5") << QDate(2026, 4, 24) << 3 << QDate(2026, 5, 4);
        QTest::addRow("onto the make-up Saturday 22/8/2026") << QDate(2026, 8, 21) << 1 << QDate(2026, 8, 22);
        QTest::addRow("over the National Day with its swap") << QDate(2026, 8, 28) << 2 << QDate(2026, 9, 4);
        QTest::addRow("over 24/11/2026") << QDate(2026, 11, 23) << 1 << QDate(2026, 11, 25);
        QTest::addRow("a week with 24/11 in it") << QDate(2026, 11, 20) << 5 << QDate(2026, 11, 30);
        QTest::addRow("onto the make-up Saturday 26/4/2025") << QDate(2025, 4, 25) << 1 << QDate(2025, 4, 26);
        QTest::addRow("over 30/4–2/5/2025") << QDate(2025, 4, 29) << 2 << QDate(2025, 5, 6);
        QTest::addRow("over Tết 2025") << QDate(2025, 1, 24) << 1 << QDate(2025, 2, 3);
        QTest::addRow("onto the make-up Saturday 4/5/2024") << QDate(2024, 5, 3) << 1 << QDate(2024, 5, 4);
        QTest::addRow("over 29/4–1/5/2024") << QDate(2024, 4, 26) << 2 << QDate(2024, 5, 3);
        QTest::addRow("over the National Day 2024") << QDate(2024, 8, 30) << 1 << QDate(2024, 9, 4);
        QTest::addRow("twenty days over Tết 2026") << QDate(2026, 2, 13) << 20 << QDate(2026, 3, 20);
        QTest::addRow("P18: a transaction is certified within two working days") << QDate(2026, 6, 1) << 2 << QDate(2026, 6, 3);
        QTest::addRow("P19: the first day is not counted") << QDate(2026, 6, 2) << 1 << QDate(2026, 6, 3);
        QTest::addRow("P19: over a weekend") << QDate(2026, 6, 5) << 1 << QDate(2026, 6, 8);
        QTest::addRow("24/11/2025 was an ordinary day") << QDate(2025, 11, 21) << 1 << QDate(2025, 11, 24);
    }
    void workingDays()
    {
        QFETCH(QDate, received);
        QFETCH(int, count);
        QFETCH(QDate, due);
        for (const QTime at : {QTime(0, 0), QTime(8, 0), QTime(15, 30), QTime(23, 59, 59)}) {
            const auto promise = promised({Limit::Kind::WorkingDays, count, {}}, vietnamTime(received, at), m_vietnam);
            QVERIFY(promise);
            QCOMPARE(promise->dueAt, vietnamTime(due, QTime(17, 0)));
            QCOMPARE(promise->rule, u"workingDays"_qs);
            QVERIFY(!promise->provisional);
        }
    }

    void calendarDays_data()
    {
        QTest::addColumn<QDate>("received");
        QTest::addColumn<int>("count");
        QTest::addColumn<QDate>("due");
        QTest::addColumn<QString>("rule");
        QTest::addRow("ends on Giỗ Tổ, a Sunday with Monday in lieu")
            << QDate(2026, 4, 16) << 10 << QDate(2026, 4, 28) << u"calendarDays.rolled"_qs;
        QTest::addRow("P19: a last day on a Saturday gives way to Monday")
            << QDate(2026, 6, 1) << 5 << QDate(2026, 6, 8) << u"calendarDays.rolled"_qs;
        QTest::addRow("P19: the first day is not counted, worked or not")
            << QDate(2026, 6, 6) << 3 << QDate(2026, 6, 9) << u"calendarDays"_qs;
        QTest::addRow("ends on the first day of Tết") << QDate(2026, 2, 7) << 10 << QDate(2026, 2, 23) << u"calendarDays.rolled"_qs;
        QTest::addRow("ends on the National Day") << QDate(2026, 8, 13) << 20 << QDate(2026, 9, 3) << u"calendarDays.rolled"_qs;
        QTest::addRow("ends on 24/11/2026") << QDate(2026, 11, 14) << 10 << QDate(2026, 11, 25) << u"calendarDays.rolled"_qs;
        QTest::addRow("ends on a worked day") << QDate(2026, 6, 1) << 30 << QDate(2026, 7, 1) << u"calendarDays"_qs;
        QTest::addRow("ends on a make-up Saturday, which is worked") << QDate(2026, 8, 20) << 2 << QDate(2026, 8, 22) << u"calendarDays"_qs;
    }
    void calendarDays()
    {
        QFETCH(QDate, received);
        QFETCH(int, count);
        QFETCH(QDate, due);
        QFETCH(QString, rule);
        const auto promise = promised({Limit::Kind::CalendarDays, count, {}}, vietnamTime(received, QTime(9, 0)), m_vietnam);
        QVERIFY(promise);
        QCOMPARE(promise->dueAt, vietnamTime(due, QTime(17, 0)));
        QCOMPARE(promise->rule, rule);
    }

    void sameDay_data()
    {
        QTest::addColumn<QDateTime>("received");
        QTest::addColumn<QDate>("due");
        QTest::addColumn<QString>("rule");
        const auto at = [](QDate day, QTime time) { return vietnamTime(day, time); };
        const QDate monday(2026, 11, 23);
        QTest::addRow("P17: civil status on the day itself") << at(QDate(2026, 6, 1), {14, 59}) << QDate(2026, 6, 1) << u"sameDay"_qs;
        QTest::addRow("P17: after 15:00 on the next working day")
            << at(QDate(2026, 6, 5), {15, 20}) << QDate(2026, 6, 8) << u"sameDay.afterCutOff"_qs;
        QTest::addRow("P18: a certified copy, after 15:00 on the next working day")
            << at(QDate(2026, 11, 23), {15, 20}) << QDate(2026, 11, 25) << u"sameDay.afterCutOff"_qs;
        QTest::addRow("in the morning") << at(monday, {8, 0}) << monday << u"sameDay"_qs;
        QTest::addRow("over lunch") << at(monday, {12, 10}) << monday << u"sameDay"_qs;
        QTest::addRow("before the doors open") << at(monday, {7, 5}) << monday << u"sameDay"_qs;
        QTest::addRow("15:00:00 is not after 15:00") << at(monday, {15, 0, 0}) << monday << u"sameDay"_qs;
        QTest::addRow("15:00:01 is, and 24/11 is a holiday") << at(monday, {15, 0, 1}) << QDate(2026, 11, 25) << u"sameDay.afterCutOff"_qs;
        QTest::addRow("15:01 before the holiday 24/11") << at(monday, {15, 1}) << QDate(2026, 11, 25) << u"sameDay.afterCutOff"_qs;
        QTest::addRow("after closing") << at(monday, {18, 0}) << QDate(2026, 11, 25) << u"sameDay.afterCutOff"_qs;
        QTest::addRow("on the holiday itself") << at(QDate(2026, 11, 24), {9, 0}) << QDate(2026, 11, 25) << u"sameDay.restDay"_qs;
        QTest::addRow("on a Saturday") << at(QDate(2026, 11, 21), {9, 0}) << monday << u"sameDay.restDay"_qs;
        QTest::addRow("on the make-up Saturday 10/1/2026") << at(QDate(2026, 1, 10), {9, 0}) << QDate(2026, 1, 10) << u"sameDay"_qs;
        QTest::addRow("late on the make-up Saturday 10/1/2026")
            << at(QDate(2026, 1, 10), {16, 0}) << QDate(2026, 1, 12) << u"sameDay.afterCutOff"_qs;
        QTest::addRow("late on Friday before the make-up Saturday 22/8/2026")
            << at(QDate(2026, 8, 21), {15, 30}) << QDate(2026, 8, 22) << u"sameDay.afterCutOff"_qs;
        QTest::addRow("late on the eve of Tết 2026") << at(QDate(2026, 2, 13), {15, 30}) << QDate(2026, 2, 23) << u"sameDay.afterCutOff"_qs;
        QTest::addRow("told in UTC, judged in Vietnam: 08:00:01Z is 15:00:01")
            << QDateTime(monday, {8, 0, 1}, Qt::UTC) << QDate(2026, 11, 25) << u"sameDay.afterCutOff"_qs;
        QTest::addRow("told in UTC on Sunday night, which is Monday morning")
            << QDateTime(QDate(2026, 11, 22), {23, 30}, Qt::UTC) << monday << u"sameDay"_qs;
    }
    void sameDay()
    {
        QFETCH(QDateTime, received);
        QFETCH(QDate, due);
        QFETCH(QString, rule);
        const auto promise = promised(m_sameDay, received, m_vietnam);
        QVERIFY(promise);
        QCOMPARE(promise->dueAt, vietnamTime(due, QTime(17, 0)));
        QCOMPARE(promise->dueAt.offsetFromUtc(), VietnamOffsetSeconds);
        QCOMPARE(promise->rule, rule);
    }

    void daysSettledOnAreWorkingDaysBeyondTheLimit_data()
    {
        QTest::addColumn<Limit>("limit");
        QTest::addColumn<QDateTime>("received");
        QTest::addColumn<QDateTime>("due");
        QTest::addColumn<QString>("rule");
        using Kind = Limit::Kind;
        const auto at = [](int month, int day, QTime time) { return vietnamTime(QDate(2026, month, day), time); };
        const QTime morning(9, 0);
        const QTime closing(17, 0);
        QTest::addRow("P18: many pages, two working days more")
            << Limit{Kind::SameDay, 0, QTime(15, 0), 2} << at(6, 1, morning) << at(6, 3, closing) << u"sameDay+longer"_qs;
        QTest::addRow("P18: many pages, after 15:00 and over the holiday of 24/11")
            << Limit{Kind::SameDay, 0, QTime(15, 0), 2} << at(11, 23, QTime(15, 20)) << at(11, 27, closing) << u"sameDay.afterCutOff+longer"_qs;
        QTest::addRow("P18: ten working days by agreement, over Tết")
            << Limit{Kind::SameDay, 0, QTime(15, 0), 10} << at(2, 12, morning) << at(3, 5, closing) << u"sameDay+longer"_qs;
        QTest::addRow("working days") << Limit{Kind::WorkingDays, 3, {}, 1} << at(6, 1, morning) << at(6, 5, closing) << u"workingDays+longer"_qs;
        QTest::addRow("days that end on a Saturday give way to Monday, and the day more is Tuesday")
            << Limit{Kind::CalendarDays, 5, {}, 1} << at(6, 1, morning) << at(6, 9, closing) << u"calendarDays.rolled+longer"_qs;
        QTest::addRow("hours end at the same hour") << Limit{Kind::WorkingHours, 2, {}, 1} << at(6, 1, morning) << at(6, 2, QTime(11, 0)) << u"workingHours+longer"_qs;
        QTest::addRow("none: the limit as it stands") << Limit{Kind::SameDay, 0, QTime(15, 0), 0} << at(6, 1, morning) << at(6, 1, closing) << u"sameDay"_qs;
        QTest::addRow("fewer than none") << Limit{Kind::SameDay, 0, QTime(15, 0), -1} << at(6, 1, morning) << QDateTime() << QString();
        QTest::addRow("more than a year of them") << Limit{Kind::SameDay, 0, QTime(15, 0), Limit::MostMore + 1} << at(6, 1, morning) << QDateTime() << QString();
    }
    void daysSettledOnAreWorkingDaysBeyondTheLimit()
    {
        QFETCH(Limit, limit);
        QFETCH(QDateTime, received);
        QFETCH(QDateTime, due);
        const auto promise = promised(limit, received, m_vietnam);
        if (due.isNull()) {
            QVERIFY(!promise);
            QCOMPARE(promise.error().code, ErrorCode::Invalid);
            return;
        }
        QVERIFY(promise);
        QCOMPARE(promise->dueAt, due);
        QTEST(promise->rule, "rule");
    }

    void aDeskThatClosesBeforeTheCutOffPromisesTheNextDay()
    {
        const WorkingCalendar mornings = m_vietnam.withOfficeHours({{QTime(7, 30), QTime(11, 30)}});
        const QDate wednesday(2026, 11, 25);
        QCOMPARE(promised(m_sameDay, vietnamTime(wednesday, QTime(11, 29)), mornings)->dueAt, vietnamTime(wednesday, QTime(11, 30)));
        QCOMPARE(
            promised(m_sameDay, vietnamTime(wednesday, QTime(11, 30)), mornings)->dueAt, vietnamTime(QDate(2026, 11, 26), QTime(11, 30)));
    }

    void theCutOffIsDataNotCode()
    {
        const Limit noon{Limit::Kind::SameDay, 0, QTime(12, 0)};
        QCOMPARE(promised(noon, vietnamTime(QDate(2026, 11, 25), QTime(12, 1)), m_vietnam)->dueAt.date(), QDate(2026, 11, 26));
        QCOMPARE(promised(m_sameDay, vietnamTime(QDate(2026, 11, 25), QTime(12, 1)), m_vietnam)->dueAt.date(), QDate(2026, 11, 25));
    }

    void aPromiseThatTouchesAnUnpublishedYearSaysSo()
    {
        const auto last = promised(m_sameDay, vietnamTime(QDate(2026, 12, 31), QTime(9, 0)), m_vietnam);
        QVERIFY(!last->provisional);
        const auto across = promised(m_sameDay, vietnamTime(QDate(2026, 12, 31), QTime(16, 0)), m_vietnam);
        QVERIFY(across->provisional);
        QCOMPARE(across->dueAt.date(), QDate(2027, 1, 4));
        // Due in an official year, received in a provisional one, cannot be; received and due in 2027 can.
        QVERIFY(promised(m_sameDay, vietnamTime(QDate(2027, 3, 1), QTime(9, 0)), m_vietnam)->provisional);
    }

    void refusesRatherThanGuesses_data()
    {
        QTest::addColumn<QDateTime>("received");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("count");
        QTest::addColumn<ErrorCode>("code");
        const auto at = [](int y, int m, int d) { return vietnamTime(QDate(y, m, d), QTime(9, 0)); };
        const int days = static_cast<int>(Limit::Kind::WorkingDays);
        const int dates = static_cast<int>(Limit::Kind::CalendarDays);
        const int same = static_cast<int>(Limit::Kind::SameDay);
        const int minutes = static_cast<int>(Limit::Kind::WorkingMinutes);
        const int hours = static_cast<int>(Limit::Kind::WorkingHours);
        const int months = static_cast<int>(Limit::Kind::Months);
        QTest::addRow("received in a year not covered") << at(2051, 1, 5) << days << 1 << ErrorCode::CalendarMissing;
        QTest::addRow("received before the first year") << at(2023, 12, 29) << same << 0 << ErrorCode::CalendarMissing;
        QTest::addRow("due in a year not covered") << at(2050, 12, 30) << days << 5 << ErrorCode::CalendarMissing;
        QTest::addRow("calendar days into a year not covered") << at(2050, 12, 20) << dates << 30 << ErrorCode::CalendarMissing;
        QTest::addRow("months into a year not covered") << at(2050, 12, 20) << months << 1 << ErrorCode::CalendarMissing;
        QTest::addRow("hours into a year not covered") << at(2050, 12, 30) << hours << 40 << ErrorCode::CalendarMissing;
        QTest::addRow("minutes into a year not covered") << at(2050, 12, 30) << minutes << 2400 << ErrorCode::CalendarMissing;
        QTest::addRow("no time") << QDateTime() << days << 1 << ErrorCode::Invalid;
        QTest::addRow("no days") << at(2026, 6, 1) << days << 0 << ErrorCode::Invalid;
        QTest::addRow("days below zero") << at(2026, 6, 1) << dates << -3 << ErrorCode::Invalid;
        QTest::addRow("no minutes") << at(2026, 6, 1) << minutes << 0 << ErrorCode::Invalid;
        QTest::addRow("hours below zero") << at(2026, 6, 1) << hours << -1 << ErrorCode::Invalid;
        QTest::addRow("no months") << at(2026, 6, 1) << months << 0 << ErrorCode::Invalid;
        QTest::addRow("more days than a limit has") << at(2026, 6, 1) << days << 3651 << ErrorCode::Invalid;
        QTest::addRow("more months than a limit has") << at(2026, 6, 1) << months << 121 << ErrorCode::Invalid;
        QTest::addRow("more hours than a limit has") << at(2026, 6, 1) << hours << 2001 << ErrorCode::Invalid;
        QTest::addRow("more minutes than a limit has") << at(2026, 6, 1) << minutes << 100'001 << ErrorCode::Invalid;
        QTest::addRow("the largest number there is") << at(2026, 6, 1) << days << INT_MAX << ErrorCode::Invalid;
        QTest::addRow("the least number there is") << at(2026, 6, 1) << minutes << INT_MIN << ErrorCode::Invalid;
        QTest::addRow("same day without cut-off") << at(2026, 6, 1) << same << 0 << ErrorCode::Invalid;
    }
    void refusesRatherThanGuesses()
    {
        QFETCH(QDateTime, received);
        QFETCH(int, kind);
        QFETCH(int, count);
        QFETCH(ErrorCode, code);
        Limit limit{static_cast<Limit::Kind>(kind), count, {}};
        if (code == ErrorCode::CalendarMissing) {
            limit.cutOff = QTime(15, 0);
        }
        const auto promise = promised(limit, received, m_vietnam);
        QVERIFY(!promise);
        QCOMPARE(promise.error().code, code);
    }

    void theLongestLimitsStillGiveAPromise()
    {
        for (const Limit::Kind kind : {Limit::Kind::WorkingMinutes, Limit::Kind::WorkingHours, Limit::Kind::WorkingDays,
                 Limit::Kind::CalendarDays, Limit::Kind::Months}) {
            const auto promise = promised({kind, Limit::most(kind), {}}, vietnamTime(QDate(2026, 11, 23), QTime(9, 0)), m_vietnam);
            QVERIFY(promise);
            QVERIFY(promise->provisional);
        }
    }

    void officeTime_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("count");
        QTest::addColumn<QDateTime>("received");
        QTest::addColumn<QDateTime>("due");
        const auto row = [](const char *claim, Limit::Kind kind, int count, QDate day, QTime time, QDate dueDay, QTime due) {
            QTest::addRow("%s", claim) << static_cast<int>(kind) << count << vietnamTime(day, time) << vietnamTime(dueDay, due);
        };
        const QDate monday(2026, 11, 23);
        const QDate wednesday(2026, 11, 25);
        const auto hours = Limit::Kind::WorkingHours;
        const auto minutes = Limit::Kind::WorkingMinutes;
        row("NĐ 216/2026 Đ.23: a slip within 1 hour, in person", hours, 1, monday, {9, 12}, monday, {10, 12});
        row("the hour begins before lunch and ends after it", hours, 1, monday, {11, 15}, monday, {14, 15});
        row("the hour ends as the morning closes", hours, 1, monday, {10, 30}, monday, {11, 30});
        row("the hour ends as the day closes", hours, 1, monday, {16, 0}, monday, {17, 0});
        row("a second later it ends after the holiday", hours, 1, monday, {16, 0, 1}, wednesday, {7, 30, 1});
        row("received at night, from the next opening", hours, 1, QDate(2026, 11, 25), {22, 0}, QDate(2026, 11, 26), {8, 30});
        row("NĐ 216/2026 Đ.23: 8 working hours, online", hours, 8, QDate(2026, 11, 25), {8, 0}, QDate(2026, 11, 26), {8, 30});
        row("received online on a Sunday", hours, 8, QDate(2026, 11, 22), {20, 0}, wednesday, {8, 0});
        row("over Tết", hours, 8, QDate(2026, 2, 13), {16, 0}, QDate(2026, 2, 23), {16, 30});
        row("90 minutes", minutes, 90, monday, {13, 0}, monday, {15, 0});
        row("half a day of an internal step", minutes, 225, monday, {7, 30}, monday, {11, 15});
        row("one minute", minutes, 1, monday, {11, 29, 30}, monday, {13, 30, 30});
        row("minutes on a made-up Saturday run like on any other day", minutes, 60, QDate(2026, 1, 10), {11, 0}, QDate(2026, 1, 10),
            {14, 0});
    }
    void officeTime()
    {
        QFETCH(int, kind);
        QFETCH(int, count);
        QFETCH(QDateTime, received);
        QFETCH(QDateTime, due);
        const auto promise = promised({static_cast<Limit::Kind>(kind), count, {}}, received, m_vietnam);
        QVERIFY(promise);
        QCOMPARE(promise->dueAt, due);
        QCOMPARE(promise->rule, kind == static_cast<int>(Limit::Kind::WorkingHours) ? u"workingHours"_qs : u"workingMinutes"_qs);
    }

    void months_data()
    {
        QTest::addColumn<QDate>("received");
        QTest::addColumn<int>("count");
        QTest::addColumn<QDate>("due");
        QTest::addColumn<QString>("rule");
        QTest::addRow("the same day of the next month") << QDate(2026, 6, 1) << 1 << QDate(2026, 7, 1) << u"months"_qs;
        QTest::addRow("31/1 and a month is 28/2, a Saturday of 2026")
            << QDate(2026, 1, 31) << 1 << QDate(2026, 3, 2) << u"months.rolled"_qs;
        QTest::addRow("31/1 and a month is 28/2") << QDate(2025, 1, 31) << 1 << QDate(2025, 2, 28) << u"months"_qs;
        QTest::addRow("31/1 and a month is 29/2 in a leap year") << QDate(2024, 1, 31) << 1 << QDate(2024, 2, 29) << u"months"_qs;
        QTest::addRow("30/11 and three months is 28/2") << QDate(2024, 11, 30) << 3 << QDate(2025, 2, 28) << u"months"_qs;
        QTest::addRow("31/3 and a month is 30/4, a holiday") << QDate(2025, 3, 31) << 1 << QDate(2025, 5, 5) << u"months.rolled"_qs;
        QTest::addRow("twelve months are a year") << QDate(2025, 6, 10) << 12 << QDate(2026, 6, 10) << u"months"_qs;
        QTest::addRow("ends on a made-up Saturday, which is worked") << QDate(2026, 7, 22) << 1 << QDate(2026, 8, 22) << u"months"_qs;
    }
    void months()
    {
        QFETCH(QDate, received);
        QFETCH(int, count);
        QFETCH(QDate, due);
        QFETCH(QString, rule);
        const auto promise = promised({Limit::Kind::Months, count, {}}, vietnamTime(received, QTime(9, 0)), m_vietnam);
        QVERIFY(promise);
        QCOMPARE(promise->dueAt, vietnamTime(due, QTime(17, 0)));
        QCOMPARE(promise->rule, rule);
    }

    void dayZeroMayBeTheNextDayAfterTheCutOff_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("count");
        QTest::addColumn<QDateTime>("received");
        QTest::addColumn<QDate>("law"); // the day of receipt is day 0
        QTest::addColumn<QDate>("province"); // after 15:00 the next working day is
        const auto row = [](const char *claim, Limit::Kind kind, int count, QDate day, QTime time, QDate law, QDate province) {
            QTest::addRow("%s", claim) << static_cast<int>(kind) << count << vietnamTime(day, time) << law << province;
        };
        const auto days = Limit::Kind::WorkingDays;
        const QDate friday(2026, 11, 20);
        row("at 15:00 it is the same", days, 1, friday, {15, 0}, {2026, 11, 23}, {2026, 11, 23});
        row("a second later it is not", days, 1, friday, {15, 0, 1}, {2026, 11, 23}, {2026, 11, 25});
        row("on a Saturday, as late on Friday", days, 1, {2026, 11, 21}, {9, 0}, {2026, 11, 23}, {2026, 11, 25});
        row("before opening it is the same", days, 1, friday, {5, 0}, {2026, 11, 23}, {2026, 11, 23});
        row("late on the eve of Tết", days, 3, {2026, 2, 13}, {16, 0}, {2026, 2, 25}, {2026, 2, 26});
        row("late before a made-up Saturday", days, 1, {2026, 8, 21}, {15, 30}, {2026, 8, 22}, {2026, 8, 24});
        row("calendar days", Limit::Kind::CalendarDays, 10, {2026, 6, 5}, {16, 0}, {2026, 6, 15}, {2026, 6, 18});
        row("a month", Limit::Kind::Months, 1, {2026, 6, 5}, {16, 0}, {2026, 7, 6}, {2026, 7, 8});
    }
    void dayZeroMayBeTheNextDayAfterTheCutOff()
    {
        QFETCH(int, kind);
        QFETCH(int, count);
        QFETCH(QDateTime, received);
        QFETCH(QDate, law);
        QFETCH(QDate, province);
        const Limit limit{static_cast<Limit::Kind>(kind), count, {}};
        const WorkingCalendar after = m_vietnam.withCounting(
            {CountingRules::DayZero::NextAfterCutOff, QTime(15, 0), CountingRules::DueTime::Closing, {}, {}});
        QCOMPARE(promised(limit, received, m_vietnam)->dueAt, vietnamTime(law, QTime(17, 0)));
        QCOMPARE(promised(limit, received, after)->dueAt, vietnamTime(province, QTime(17, 0)));
        QCOMPARE(promised(limit, received, after)->rule.contains(u".dayZeroMoved"), law != province);
    }

    void aDayMayEndAtMidnight()
    {
        const WorkingCalendar midnight = m_vietnam.withCounting(
            {CountingRules::DayZero::Receipt, {}, CountingRules::DueTime::Midnight, {}, {}});
        const QDateTime received = vietnamTime(QDate(2026, 11, 23), QTime(9, 0));
        const auto due = [&](Limit::Kind kind, int count) { return promised({kind, count, QTime(15, 0)}, received, midnight)->dueAt; };
        QCOMPARE(due(Limit::Kind::WorkingDays, 1).toString(Qt::ISODate), u"2026-11-25T23:59:59+07:00"_qs);
        QCOMPARE(due(Limit::Kind::CalendarDays, 1).toString(Qt::ISODate), u"2026-11-25T23:59:59+07:00"_qs);
        QCOMPARE(due(Limit::Kind::Months, 1).toString(Qt::ISODate), u"2026-12-23T23:59:59+07:00"_qs);
        QCOMPARE(due(Limit::Kind::SameDay, 0).toString(Qt::ISODate), u"2026-11-23T23:59:59+07:00"_qs);
        QCOMPARE(due(Limit::Kind::WorkingHours, 1).toString(Qt::ISODate), u"2026-11-23T10:00:00+07:00"_qs);
    }

    void saturdayMorningCountsForHoursAndTheSameDayOnly()
    {
        OfficeSchedule saturdays = m_vietnam.law().schedules.constFirst();
        const WorkingCalendar desk = m_vietnam.withSchedule(saturdays);
        const auto due = [&](Limit::Kind kind, int count, QDate day, QTime at, const WorkingCalendar &calendar) {
            return promised({kind, count, QTime(15, 0)}, vietnamTime(day, at), calendar)->dueAt;
        };
        const QDate friday(2026, 11, 13);
        const QDate saturday(2026, 11, 14);
        const QDate monday(2026, 11, 16);
        // Same day: the Saturday is a day of its own, until the desk closes.
        QCOMPARE(due(Limit::Kind::SameDay, 0, saturday, {9, 0}, desk), vietnamTime(saturday, QTime(11, 30)));
        QCOMPARE(due(Limit::Kind::SameDay, 0, saturday, {11, 30}, desk), vietnamTime(monday, QTime(17, 0)));
        QCOMPARE(due(Limit::Kind::SameDay, 0, friday, {15, 30}, desk), vietnamTime(saturday, QTime(11, 30)));
        QCOMPARE(due(Limit::Kind::SameDay, 0, friday, {15, 30}, m_vietnam), vietnamTime(monday, QTime(17, 0)));
        QCOMPARE(due(Limit::Kind::WorkingHours, 2, friday, {16, 0}, desk), vietnamTime(saturday, QTime(8, 30)));
        // Days: it is no working day, and a last day on it rolls on.
        QCOMPARE(due(Limit::Kind::WorkingDays, 1, friday, {9, 0}, desk), vietnamTime(monday, QTime(17, 0)));
        QCOMPARE(due(Limit::Kind::WorkingDays, 1, saturday, {9, 0}, desk), vietnamTime(monday, QTime(17, 0)));
        QCOMPARE(due(Limit::Kind::CalendarDays, 1, friday, {9, 0}, desk), vietnamTime(monday, QTime(17, 0)));
        saturdays.extraDaysCount = true;
        const WorkingCalendar counted = m_vietnam.withSchedule(saturdays);
        QCOMPARE(due(Limit::Kind::WorkingDays, 1, friday, {9, 0}, counted), vietnamTime(saturday, QTime(11, 30)));
        QCOMPARE(due(Limit::Kind::CalendarDays, 1, friday, {9, 0}, counted), vietnamTime(saturday, QTime(11, 30)));
    }

    void everyDayOf2026ReceivesAndNoneIsDueOnADayOff()
    {
        // The editions change on 5/8/2026, when NĐ 309/2026 comes into force: each dossier keeps the limit of its own day.
        QList<SourceFile> files = test::shippedFiles();
        for (const QString &name : {u"rules"_qs, u"form"_qs, u"procedure"_qs, u"procedure-next"_qs}) {
            QFile file(QStringLiteral(MOTCUA_TEST_DATA "/catalogue/") + name + u".json"_qs);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QByteArray bytes = file.readAll();
            bytes.replace("2026-06-30", "2026-08-04").replace("2026-07-01", "2026-08-05");
            if (name == u"procedure-next") {
                bytes.replace("\"count\": 3", "\"count\": 5");
            }
            files.append({name, bytes});
        }
        const auto catalogue = Catalogue::fromFiles(files);
        QVERIFY2(catalogue, catalogue ? "" : qPrintable(catalogue.error().constFirst().detail));
        int promises = 0;
        for (QDate day(2026, 1, 1); day.year() == 2026; day = day.addDays(1)) {
            const int edition = catalogue->procedure(u"9.000001"_qs, day)->limit.count;
            QCOMPARE(edition, day < QDate(2026, 8, 5) ? 3 : 5);
            for (const Limit::Kind kind : {Limit::Kind::WorkingDays, Limit::Kind::CalendarDays}) {
                for (const int count : {1, 3, 5, edition}) {
                    const auto promise = promised({kind, count, {}}, vietnamTime(day, QTime(9, 30)), catalogue->calendar());
                    QVERIFY(promise);
                    const QDate due = promise->dueAt.date();
                    QVERIFY2(m_vietnam.isWorkingDay(due), qPrintable(due.toString(Qt::ISODate)));
                    QCOMPARE(promise->dueAt.time(), QTime(17, 0));
                    QVERIFY(kind == Limit::Kind::CalendarDays || *m_vietnam.workingDays(day, due) == count);
                    QCOMPARE(promise->provisional, due.year() == 2027);
                    ++promises;
                }
            }
        }
        QCOMPARE(promises, 365 * 8);
    }

    void neverComesEarlierForALaterReceiptOrALongerLimit()
    {
        for (const Limit::Kind kind : {Limit::Kind::WorkingDays, Limit::Kind::CalendarDays}) {
            QDateTime last;
            for (QDate day(2026, 1, 1); day < QDate(2026, 12, 20); day = day.addDays(1)) {
                const QDateTime received = vietnamTime(day, QTime(10, 0));
                const QDateTime due = promised({kind, 5, {}}, received, m_vietnam)->dueAt;
                QVERIFY(!last.isValid() || due >= last);
                QVERIFY(due > received);
                QVERIFY(promised({kind, 6, {}}, received, m_vietnam)->dueAt >= due);
                last = due;
            }
        }
    }
};

QTEST_APPLESS_MAIN(tst_Deadline)
#include "tst_Deadline.moc"

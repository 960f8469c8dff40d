// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/VietnamTime.h"
#include "models/calendar/WorkingCalendar.h"
#include "tests/models/catalogue/ShippedCatalogue.h"

#include <QTest>

#include <random>

using namespace motcua;

Q_DECLARE_METATYPE(motcua::DayKind)

class tst_WorkingCalendar : public QObject
{
    Q_OBJECT

    const WorkingCalendar m_vietnam = test::shippedCatalogue().calendar();

private Q_SLOTS:
    void knowsWhichDaysAreWorked_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<bool>("worked");
        QTest::addRow("an ordinary Monday") << QDate(2026, 11, 23) << true;
        QTest::addRow("an ordinary Saturday rests") << QDate(2026, 11, 21) << false;
        QTest::addRow("an ordinary Sunday rests") << QDate(2026, 11, 22) << false;
        QTest::addRow("24/11/2026 is a holiday since NQ 28/2026") << QDate(2026, 11, 24) << false;
        QTest::addRow("24/11/2025 was worked: the law came later") << QDate(2025, 11, 24) << true;
        QTest::addRow("Saturday 10/1/2026 makes up for 2/1") << QDate(2026, 1, 10) << true;
        QTest::addRow("2/1/2026 was swapped off") << QDate(2026, 1, 2) << false;
        QTest::addRow("Saturday 22/8/2026 makes up for 31/8") << QDate(2026, 8, 22) << true;
        QTest::addRow("31/8/2026 was swapped off") << QDate(2026, 8, 31) << false;
        QTest::addRow("1/9/2026 is next to the National Day") << QDate(2026, 9, 1) << false;
        QTest::addRow("3/9/2026 is worked") << QDate(2026, 9, 3) << true;
        QTest::addRow("Giỗ Tổ 2026 fell on a Sunday, Monday is in lieu") << QDate(2026, 4, 27) << false;
        QTest::addRow("Tết 2024 cascades to 13/2") << QDate(2024, 2, 13) << false;
        QTest::addRow("Tết 2024 cascades to 14/2") << QDate(2024, 2, 14) << false;
        QTest::addRow("15/2/2024 is worked") << QDate(2024, 2, 15) << true;
        QTest::addRow("Saturday 26/4/2025 makes up for 2/5") << QDate(2025, 4, 26) << true;
        QTest::addRow("Saturday 4/5/2024 makes up for 29/4") << QDate(2024, 5, 4) << true;
        QTest::addRow("proposed Tết 2027") << QDate(2027, 2, 8) << false;
        QTest::addRow("foretold: the day next to 2/9/2027 that makes the longer rest") << QDate(2027, 9, 3) << false;
        QTest::addRow("foretold: an ordinary Wednesday of 2028") << QDate(2028, 1, 5) << true;
        QTest::addRow("foretold: Saturday 1/1/2028 gives Monday 3/1") << QDate(2028, 1, 3) << false;
        QTest::addRow("foretold: the eve of Tết 2030, which is not China's") << QDate(2030, 2, 1) << false;
        QTest::addRow("foretold: 24/11/2030 on a Sunday gives the Monday") << QDate(2030, 11, 25) << false;
        QTest::addRow("foretold: no Saturday is made up") << QDate(2028, 1, 8) << false;
        QTest::addRow("before the first year") << QDate(2023, 12, 29) << false;
        QTest::addRow("after the last year foretold") << QDate(2051, 1, 4) << false;
        QTest::addRow("no date") << QDate() << false;
    }
    void knowsWhichDaysAreWorked()
    {
        QFETCH(QDate, day);
        QFETCH(bool, worked);
        QCOMPARE(m_vietnam.isWorkingDay(day), worked);
    }

    void everySwapOfThePastKeepsTheSumOfDays_data()
    {
        QTest::addColumn<QDate>("off");
        QTest::addColumn<QDate>("worked");
        // Announced by decision, of years before the calendar that is shipped; two of them reach over New Year.
        QTest::addRow("2010, Tết") << QDate(2010, 2, 19) << QDate(2010, 2, 27);
        QTest::addRow("2012, Tết") << QDate(2012, 1, 27) << QDate(2012, 2, 4);
        QTest::addRow("2013, 30/4") << QDate(2013, 4, 29) << QDate(2013, 5, 4);
        QTest::addRow("2014, 1/5, made up before") << QDate(2014, 5, 2) << QDate(2014, 4, 26);
        QTest::addRow("2014, National Day") << QDate(2014, 9, 1) << QDate(2014, 9, 6);
        QTest::addRow("2015, New Year, made up the year before") << QDate(2015, 1, 2) << QDate(2014, 12, 27);
        QTest::addRow("2015, Tết, made up before") << QDate(2015, 2, 16) << QDate(2015, 2, 14);
        QTest::addRow("2015, 30/4, made up before") << QDate(2015, 4, 29) << QDate(2015, 4, 25);
        QTest::addRow("2019, New Year, made up the year after") << QDate(2018, 12, 31) << QDate(2019, 1, 5);
        QTest::addRow("2019, 30/4") << QDate(2019, 4, 29) << QDate(2019, 5, 4);
    }
    void everySwapOfThePastKeepsTheSumOfDays()
    {
        QFETCH(QDate, off);
        QFETCH(QDate, worked);
        QMap<int, CalendarYear> years;
        for (const QDate day : {off.addDays(-30), off.addDays(30), worked}) {
            years[day.year()].year = day.year();
        }
        const QList<OfficeSession> hours{{QTime(7, 30), QTime(17, 0)}};
        const WorkingCalendar plain(years.values(), {1, 2, 3, 4, 5}, hours);
        years[off.year()].daysOff.insert(off, {DayKind::SwappedOff, u"Hoán đổi"_qs});
        years[worked.year()].makeUpDays.insert(worked, u"Làm bù"_qs);
        const WorkingCalendar swapped(years.values(), {1, 2, 3, 4, 5}, hours);
        QVERIFY(plain.isWorkingDay(off) && !plain.isWorkingDay(worked));
        QVERIFY(!swapped.isWorkingDay(off) && swapped.isWorkingDay(worked));
        QCOMPARE(swapped.dayKind(off), DayKind::SwappedOff);
        QCOMPARE(swapped.dayKind(worked), DayKind::MadeUp);
        QCOMPARE(*swapped.nextWorkingDay(worked.addDays(-1)), worked);
        QVERIFY(*swapped.nextWorkingDay(off.addDays(-1)) > off);
        const QDate from = std::min(off, worked).addDays(-3);
        const QDate to = std::max(off, worked).addDays(3);
        QCOMPARE(*swapped.workingDays(from, to), *plain.workingDays(from, to));
        QCOMPARE(*swapped.workingDays(from, std::min(off, worked)), *plain.workingDays(from, std::min(off, worked)) + (worked < off ? 1 : -1));
    }

    void coversPublishedYearsAndThoseForetold()
    {
        QVERIFY(!m_vietnam.covers(QDate(2023, 12, 31)));
        QVERIFY(m_vietnam.covers(QDate(2024, 1, 1)));
        QVERIFY(m_vietnam.covers(QDate(2027, 12, 31)));
        QVERIFY(m_vietnam.covers(QDate(2028, 1, 1)));
        QVERIFY(m_vietnam.covers(QDate(2050, 12, 31)));
        QVERIFY(!m_vietnam.covers(QDate(2051, 1, 1)));
        QVERIFY(!m_vietnam.covers(QDate()));
        QVERIFY(!m_vietnam.isProvisional(QDate(2026, 12, 31)));
        QVERIFY(m_vietnam.isProvisional(QDate(2027, 1, 1)));
        QVERIFY(m_vietnam.isProvisional(QDate(2028, 1, 1)));
        QVERIFY(!m_vietnam.isProvisional(QDate(2051, 1, 1)));
        QVERIFY(!m_vietnam.isProvisional(QDate(2024, 1, 1), QDate(2026, 12, 31)));
        QVERIFY(m_vietnam.isProvisional(QDate(2026, 12, 31), QDate(2027, 1, 1)));
    }

    void withoutAForecastALaterYearIsNotCovered()
    {
        CalendarLaw law = m_vietnam.law();
        law.forecast.until = 0;
        const WorkingCalendar published(law);
        QVERIFY(published.covers(QDate(2027, 12, 31)));
        QVERIFY(!published.covers(QDate(2028, 1, 1)));
        law.years.removeLast();
        law.forecast.until = 2027;
        const WorkingCalendar foretold(law);
        // Nobody has proposed anything in this one: the rules alone give the year.
        QVERIFY(foretold.isProvisional(QDate(2027, 6, 1)));
        QCOMPARE(foretold.dayKind(QDate(2027, 2, 4)), DayKind::Statutory);
        QCOMPARE(foretold.dayKind(QDate(2027, 2, 9)), DayKind::Compensation);
        QCOMPARE(foretold.dayKind(QDate(2027, 5, 3)), DayKind::Compensation);
        QVERIFY(!foretold.covers(QDate(2028, 1, 1)));
    }

    void aYearLeftOutInBetweenIsNotGuessed()
    {
        CalendarLaw law = m_vietnam.law();
        law.years.removeAt(1);
        const WorkingCalendar holed(law);
        QVERIFY(holed.covers(QDate(2024, 12, 31)));
        QVERIFY(!holed.covers(QDate(2025, 1, 2)));
        QVERIFY(holed.covers(QDate(2026, 1, 1)));
        QCOMPARE(holed.nextWorkingDay(QDate(2024, 12, 31)).error().code, ErrorCode::CalendarMissing);
        QCOMPARE(holed.afterWorkingDays(QDate(2024, 12, 1), 400).error().code, ErrorCode::CalendarMissing);
        QCOMPARE(holed.previousWorkingDay(QDate(2026, 1, 1)).error().code, ErrorCode::CalendarMissing);
        QCOMPARE(holed.workingDays(QDate(2024, 12, 1), QDate(2026, 1, 5)).error().code, ErrorCode::CalendarMissing);
        QCOMPARE(
            holed.afterWorkingTime(vietnamTime(QDate(2024, 12, 31), QTime(16, 0)), 3'600'001).error().code, ErrorCode::CalendarMissing);
    }

    void knowsWhatKindOfDayItIs_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<DayKind>("kind");
        QTest::addRow("an ordinary Monday") << QDate(2026, 11, 23) << DayKind::Worked;
        QTest::addRow("an ordinary Sunday") << QDate(2026, 11, 22) << DayKind::WeeklyRest;
        QTest::addRow("a holiday by law") << QDate(2026, 11, 24) << DayKind::Statutory;
        QTest::addRow("a holiday on a Sunday is a holiday first") << QDate(2026, 4, 26) << DayKind::Statutory;
        QTest::addRow("its day in lieu") << QDate(2026, 4, 27) << DayKind::Compensation;
        QTest::addRow("the second day in lieu of Tết 2024") << QDate(2024, 2, 14) << DayKind::Compensation;
        QTest::addRow("a day swapped off") << QDate(2026, 1, 2) << DayKind::SwappedOff;
        QTest::addRow("the Saturday made up for it") << QDate(2026, 1, 10) << DayKind::MadeUp;
        QTest::addRow("29/4/2024 was swapped") << QDate(2024, 4, 29) << DayKind::SwappedOff;
        QTest::addRow("2/5/2025 was swapped") << QDate(2025, 5, 2) << DayKind::SwappedOff;
        QTest::addRow("nobody knows") << QDate(2023, 1, 1) << DayKind::NotCovered;
        QTest::addRow("no date") << QDate() << DayKind::NotCovered;
    }
    void knowsWhatKindOfDayItIs()
    {
        QFETCH(QDate, day);
        QFETCH(DayKind, kind);
        QCOMPARE(m_vietnam.dayKind(day), kind);
    }

    void everyYearCountsAsManyWorkedDaysAsWasDecided_data()
    {
        // Weekdays of the year, minus days off that are weekdays, plus make-up Saturdays.
        QTest::addColumn<int>("year");
        QTest::addColumn<int>("worked");
        QTest::addRow("2024: 262 weekdays, 12 off, 1 made up") << 2024 << 262 - 12 + 1;
        QTest::addRow("2025: 261 weekdays, 12 off, 1 made up") << 2025 << 261 - 12 + 1;
        QTest::addRow("2026: 261 weekdays, 14 off, 2 made up") << 2026 << 261 - 14 + 2;
    }
    void everyYearCountsAsManyWorkedDaysAsWasDecided()
    {
        QFETCH(int, year);
        QFETCH(int, worked);
        int count = 0;
        for (QDate day(year, 1, 1); day.year() == year; day = day.addDays(1)) {
            count += m_vietnam.isWorkingDay(day) ? 1 : 0;
        }
        QCOMPARE(count, worked);
    }

    void theNextWorkingDayIsNeverGuessed()
    {
        QCOMPARE(*m_vietnam.nextWorkingDay(QDate(2026, 11, 23)), QDate(2026, 11, 25));
        QCOMPARE(*m_vietnam.nextWorkingDay(QDate(2026, 8, 21)), QDate(2026, 8, 22));
        const auto beyond = m_vietnam.nextWorkingDay(QDate(2050, 12, 31));
        QVERIFY(!beyond);
        QCOMPARE(beyond.error().code, ErrorCode::CalendarMissing);
        QCOMPARE(WorkingCalendar().nextWorkingDay(QDate(2026, 11, 23)).error().code, ErrorCode::CalendarMissing);
        QCOMPARE(m_vietnam.nextWorkingDay(QDate()).error().code, ErrorCode::Invalid);
    }

    void workEndsInVietnamTimeWhateverTheMachineThinks()
    {
        const QDateTime end = *m_vietnam.endOfWork(QDate(2026, 11, 23));
        QCOMPARE(end.toString(Qt::ISODate), u"2026-11-23T17:00:00+07:00"_qs);
        QCOMPARE(m_vietnam.endOfWork(QDate(2026, 11, 24)).error().code, ErrorCode::Invalid);
        QCOMPARE(m_vietnam.endOfWork(QDate(2051, 1, 3)).error().code, ErrorCode::CalendarMissing);
        QCOMPARE(m_vietnam.startOfWork(QDate(2026, 11, 23))->toString(Qt::ISODate), u"2026-11-23T07:30:00+07:00"_qs);
        QCOMPARE(m_vietnam.startOfWork(QDate(2026, 11, 24)).error().code, ErrorCode::Invalid);
    }

    void countsDaysLikeSomebodyWhoWalksThem()
    {
        std::mt19937 random(20261123);
        for (int n = 0; n < 3000; ++n) {
            const QDate from = QDate(2024, 1, 1).addDays(random() % 1400);
            const int count = static_cast<int>(random() % 60);
            QDate walked = from;
            for (int left = count; left > 0;) {
                walked = walked.addDays(1);
                left -= m_vietnam.isWorkingDay(walked) ? 1 : 0;
            }
            QCOMPARE(*m_vietnam.afterWorkingDays(from, count), walked);
            QCOMPARE(*m_vietnam.workingDays(from, walked), count);
            QCOMPARE(*m_vietnam.workingDays(walked, from), -count);
            QDate before = from.addDays(-1);
            while (m_vietnam.covers(before) && !m_vietnam.isWorkingDay(before)) {
                before = before.addDays(-1);
            }
            if (m_vietnam.covers(before)) {
                QCOMPARE(*m_vietnam.previousWorkingDay(from), before);
            }
        }
        QCOMPARE(m_vietnam.afterWorkingDays(QDate(2026, 1, 1), -1).error().code, ErrorCode::Invalid);
        QCOMPARE(m_vietnam.previousWorkingDay(QDate()).error().code, ErrorCode::Invalid);
        QCOMPARE(m_vietnam.workingDays(QDate(), QDate(2026, 1, 1)).error().code, ErrorCode::Invalid);
    }

    void officeTimeRunsOnlyWhileTheDeskIsOpen_data()
    {
        QTest::addColumn<QDateTime>("from");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QDateTime>("to");
        const auto row = [](const char *claim, QDate day, QTime time, int minutes, QDate toDay, QTime to) {
            QTest::addRow("%s", claim) << vietnamTime(day, time) << minutes << vietnamTime(toDay, to);
        };
        const QDate monday(2026, 11, 23);
        const QDate wednesday(2026, 11, 25);
        row("within the morning", monday, {8, 0}, 60, monday, {9, 0});
        row("to the second", monday, {8, 0, 1}, 60, monday, {9, 0, 1});
        row("to closing, not to the next opening", monday, {10, 30}, 60, monday, {11, 30});
        row("over lunch", monday, {11, 0}, 60, monday, {14, 0});
        row("received over lunch", monday, {12, 0}, 60, monday, {14, 30});
        row("received as the morning closes", monday, {11, 30}, 60, monday, {14, 30});
        row("received before opening", monday, {6, 0}, 60, monday, {8, 30});
        row("to the end of the day", monday, {16, 0}, 60, monday, {17, 0});
        row("over a holiday", monday, {16, 30}, 60, wednesday, {8, 0});
        row("received after closing before a holiday", monday, {17, 0}, 60, wednesday, {8, 30});
        row("received on a Sunday", QDate(2026, 11, 22), {9, 0}, 60, monday, {8, 30});
        row("a whole day of seven and a half hours", monday, {7, 30}, 450, monday, {17, 0});
        row("eight hours are more than a day", monday, {7, 30}, 480, wednesday, {8, 0});
        row("on a made-up Saturday", QDate(2026, 8, 22), {16, 30}, 60, QDate(2026, 8, 24), {8, 0});
        row("nothing to run outside office hours is the next opening", monday, {12, 0}, 0, monday, {13, 30});
    }
    void officeTimeRunsOnlyWhileTheDeskIsOpen()
    {
        QFETCH(QDateTime, from);
        QFETCH(int, minutes);
        QFETCH(QDateTime, to);
        QCOMPARE(*m_vietnam.afterWorkingTime(from, minutes * 60'000LL), to);
        QCOMPARE(*m_vietnam.workingTime(from, to), minutes * 60'000LL);
        QCOMPARE(*m_vietnam.workingTime(to, from), 0);
    }

    void aSaturdayMorningIsOpenButNoWorkingDay()
    {
        CalendarLaw law = m_vietnam.law();
        QCOMPARE(law.schedules.size(), 1);
        law.schedules[0].desks = {u"H26.31.05/4"_qs, u"H26.31.06"_qs};
        const WorkingCalendar all(law);
        const QDate saturday(2026, 11, 21);
        const WorkingCalendar desk = all.forDesk(u"H26.31.05/4"_qs);
        QVERIFY(desk.isOpen(saturday));
        QVERIFY(!desk.isWorkingDay(saturday));
        QCOMPARE(desk.endOfWork(saturday)->time(), QTime(11, 30));
        QCOMPARE(desk.endOfWork(QDate(2026, 11, 23))->time(), QTime(17, 0));
        QCOMPARE(*desk.nextOpenDay(QDate(2026, 11, 20)), saturday);
        QCOMPARE(*desk.nextWorkingDay(QDate(2026, 11, 20)), QDate(2026, 11, 23));
        QCOMPARE(*desk.afterWorkingTime(vietnamTime(QDate(2026, 11, 20), QTime(16, 30)), 3'600'000), vietnamTime(saturday, QTime(8, 0)));
        // Made up, it is a normal working day with its afternoon; a holiday closes it.
        QCOMPARE(desk.endOfWork(QDate(2026, 8, 22))->time(), QTime(17, 0));
        QVERIFY(!desk.isOpen(QDate(2028, 1, 1)));
        // A unit's code stands for all of its desks; other desks keep the common hours.
        QVERIFY(all.forDesk(u"H26.31.06/9"_qs).isOpen(saturday));
        QVERIFY(!all.forDesk(u"H26.31.05/3"_qs).isOpen(saturday));
        QVERIFY(!all.forDesk(QString()).isOpen(saturday));
        QVERIFY(!desk.forDesk(u"H26.31.05/3"_qs).isOpen(saturday));

        law.schedules[0].extraDaysCount = true;
        const WorkingCalendar counted = WorkingCalendar(law).forDesk(u"H26.31.05/4"_qs);
        QVERIFY(counted.isWorkingDay(saturday));
        QCOMPARE(*counted.nextWorkingDay(QDate(2026, 11, 20)), saturday);
        QVERIFY(!counted.forDesk(u"H26.31.05/3"_qs).isWorkingDay(saturday));
    }

    void theDeskOfItsOwnNameWinsOverItsUnit()
    {
        CalendarLaw law = m_vietnam.law();
        OfficeSchedule unit;
        unit.id = u"unit"_qs;
        unit.sessions = {{QTime(8, 0), QTime(12, 0)}};
        unit.desks = QStringList(u"H26.31"_qs);
        OfficeSchedule desk;
        desk.id = u"desk"_qs;
        desk.sessions = {{QTime(9, 0), QTime(10, 0)}};
        desk.desks = QStringList(u"H26.31/2"_qs);
        desk.counting = CountingRules{CountingRules::DayZero::NextAfterCutOff, QTime(15, 0), CountingRules::DueTime::Closing, {}, {}};
        for (const QList<OfficeSchedule> &order : {QList<OfficeSchedule>{unit, desk}, QList<OfficeSchedule>{desk, unit}}) {
            law.schedules = order;
            const WorkingCalendar all(law);
            QCOMPARE(all.forDesk(u"H26.31/2"_qs).schedule().id, u"desk"_qs);
            QCOMPARE(all.forDesk(u"H26.31/2"_qs).counting().dayZero, CountingRules::DayZero::NextAfterCutOff);
            QCOMPARE(all.forDesk(u"H26.31/1"_qs).schedule().id, u"unit"_qs);
            QCOMPARE(all.forDesk(u"H26.31/1"_qs).counting(), law.counting);
            QCOMPARE(all.forDesk(u"H26.3"_qs).schedule().id, QString());
        }
    }

    void aDeskMayKeepItsOwnHours()
    {
        const WorkingCalendar desk = m_vietnam.withOfficeHours({{QTime(8, 0), QTime(11, 30)}, {QTime(13, 0), QTime(16, 30)}});
        QCOMPARE(desk.endOfWork(QDate(2026, 11, 23))->time(), QTime(16, 30));
        QCOMPARE(desk.isWorkingDay(QDate(2026, 11, 24)), false);
        QCOMPARE(m_vietnam.endOfWork(QDate(2026, 11, 23))->time(), QTime(17, 0));
    }

    void namesTheDaysThatAreNotOrdinary()
    {
        QCOMPARE(m_vietnam.dayName(QDate(2026, 11, 24)), u"Ngày Văn hóa Việt Nam"_qs);
        QCOMPARE(m_vietnam.dayName(QDate(2026, 1, 10)), u"Làm bù cho 2/1"_qs);
        QCOMPARE(m_vietnam.dayName(QDate(2026, 11, 23)), QString());
        QCOMPARE(m_vietnam.dayName(QDate(2030, 2, 2)), u"Tết Âm lịch"_qs);
        QCOMPARE(m_vietnam.dayName(QDate(2028, 1, 3)), u"Nghỉ bù Tết Dương lịch"_qs);
        QCOMPARE(m_vietnam.dayName(QDate(2060, 1, 1)), QString());
    }
};

QTEST_APPLESS_MAIN(tst_WorkingCalendar)
#include "tst_WorkingCalendar.moc"

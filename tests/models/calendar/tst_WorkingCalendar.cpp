// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/VietnamTime.h"
#include "models/calendar/WorkingCalendar.h"
#include "tests/models/catalogue/ShippedCatalogue.h"

#include <QTest>

using namespace motcua;

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
        QTest::addRow("no year, no working day") << QDate(2028, 1, 5) << false;
        QTest::addRow("no date") << QDate() << false;
    }
    void knowsWhichDaysAreWorked()
    {
        QFETCH(QDate, day);
        QFETCH(bool, worked);
        QCOMPARE(m_vietnam.isWorkingDay(day), worked);
    }

    void coversOnlyPublishedAndProposedYears()
    {
        QVERIFY(!m_vietnam.covers(QDate(2023, 12, 31)));
        QVERIFY(m_vietnam.covers(QDate(2024, 1, 1)));
        QVERIFY(m_vietnam.covers(QDate(2027, 12, 31)));
        QVERIFY(!m_vietnam.covers(QDate(2028, 1, 1)));
        QVERIFY(!m_vietnam.isProvisional(QDate(2026, 12, 31)));
        QVERIFY(m_vietnam.isProvisional(QDate(2027, 1, 1)));
        QVERIFY(!m_vietnam.isProvisional(QDate(2028, 1, 1)));
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
        const auto beyond = m_vietnam.nextWorkingDay(QDate(2027, 12, 31));
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
        QCOMPARE(m_vietnam.endOfWork(QDate(2028, 1, 3)).error().code, ErrorCode::CalendarMissing);
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
        QCOMPARE(m_vietnam.dayName(QDate(2030, 1, 1)), QString());
    }
};

QTEST_APPLESS_MAIN(tst_WorkingCalendar)
#include "tst_WorkingCalendar.moc"

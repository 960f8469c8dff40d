// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/VietnamTime.h"
#include "models/calendar/ServiceLimits.h"
#include "tests/models/catalogue/ShippedCatalogue.h"

#include <QTest>

using namespace motcua;

class tst_ServiceLimits : public QObject
{
    Q_OBJECT

    const WorkingCalendar m_vietnam = test::shippedCatalogue().calendar();

private Q_SLOTS:
    void handsPapersOn_data()
    {
        QTest::addColumn<QDateTime>("received");
        QTest::addColumn<QDateTime>("due");
        const auto row = [](const char *claim, QDate day, QTime time, QDate dueDay, QTime due) {
            QTest::addRow("%s", claim) << vietnamTime(day, time) << vietnamTime(dueDay, due);
        };
        const QDate monday(2026, 11, 23);
        row("P5: in the morning, the same working day", monday, {8, 0}, monday, {17, 0});
        row("P5: at 15:00:00, the same working day", monday, {15, 0}, monday, {17, 0});
        row("P5: after 15:00, the start of the next working day", monday, {15, 0, 1}, {2026, 11, 25}, {7, 30});
        row("P5: on the holiday itself", {2026, 11, 24}, {9, 0}, {2026, 11, 25}, {7, 30});
        row("P5: late before a made-up Saturday", {2026, 8, 21}, {16, 0}, {2026, 8, 22}, {7, 30});
        row("P5: on a made-up Saturday", {2026, 8, 22}, {10, 0}, {2026, 8, 22}, {17, 0});
        row("P5: late on the eve of Tết", {2026, 2, 13}, {15, 30}, {2026, 2, 23}, {7, 30});
        row("P5: on a Sunday", {2026, 11, 22}, {9, 0}, monday, {7, 30});
    }
    void handsPapersOn()
    {
        QFETCH(QDateTime, received);
        QFETCH(QDateTime, due);
        QCOMPARE(*transferDue(received, m_vietnam), due);
    }

    void whatComesOnASaturdayMorningGoesOnOnMonday()
    {
        const WorkingCalendar desk = m_vietnam.withSchedule(m_vietnam.law().schedules.constFirst());
        QCOMPARE(*transferDue(vietnamTime(QDate(2026, 11, 21), QTime(8, 0)), desk), vietnamTime(QDate(2026, 11, 23), QTime(7, 30)));
        const WorkingCalendar mornings = m_vietnam.withOfficeHours({{QTime(7, 30), QTime(11, 30)}});
        QCOMPARE(*transferDue(vietnamTime(QDate(2026, 11, 23), QTime(11, 30)), mornings), vietnamTime(QDate(2026, 11, 25), QTime(7, 30)));
    }

    void whatWasNotScannedIsScannedBeforeItGoesOn_data()
    {
        QTest::addColumn<QDateTime>("received");
        QTest::addColumn<ScanLater>("rule");
        QTest::addColumn<QDateTime>("due");
        const auto row = [](const char *claim, QDate day, QTime time, ScanLater rule, QDate dueDay, QTime due) {
            QTest::addRow("%s", claim) << vietnamTime(day, time) << rule << vietnamTime(dueDay, due);
        };
        const QDate monday(2026, 11, 23);
        const ScanLater both{true, true};
        row("in the morning: before closing", monday, {8, 0}, both, monday, {17, 0});
        row("after 15:00 the day of receipt ends first", monday, {15, 30}, both, monday, {17, 0});
        row("after 15:00, by the transfer alone", monday, {15, 30}, {true, false}, {2026, 11, 25}, {7, 30});
        row("after closing only the transfer is left", monday, {17, 0}, both, {2026, 11, 25}, {7, 30});
        row("on a day off only the transfer is left", {2026, 11, 22}, {9, 0}, both, monday, {7, 30});
        row("by closing alone", monday, {8, 0}, {false, true}, monday, {17, 0});
    }
    void whatWasNotScannedIsScannedBeforeItGoesOn()
    {
        QFETCH(QDateTime, received);
        QFETCH(ScanLater, rule);
        QFETCH(QDateTime, due);
        CalendarLaw law = m_vietnam.law();
        law.services.scanLater = rule;
        QCOMPARE(*scanDue(received, WorkingCalendar(law)), due);
    }

    void theShippedRuleNamesBoth()
    {
        QCOMPARE(m_vietnam.services().scanLater, (ScanLater{true, true}));
        QVERIFY(!m_vietnam.services().digitised.mark.isEmpty());
    }

    void theLimitsAreData()
    {
        QCOMPARE(m_vietnam.services().mostExtensions, 1);
        QCOMPARE(m_vietnam.services().mostRequests, 1);
        CalendarLaw law = m_vietnam.law();
        law.services.transferCutOff = QTime(10, 0);
        const WorkingCalendar other(law);
        const QDateTime at = vietnamTime(QDate(2026, 6, 1), QTime(11, 0));
        QCOMPARE(*transferDue(at, other), vietnamTime(QDate(2026, 6, 2), QTime(7, 30)));
    }

    void withoutDataThereIsNoLimit()
    {
        CalendarLaw law = m_vietnam.law();
        law.services = {};
        const WorkingCalendar silent(law);
        const QDateTime at = vietnamTime(QDate(2026, 6, 1), QTime(11, 0));
        QCOMPARE(transferDue(at, silent).error().code, ErrorCode::NotFound);
        QCOMPARE(scanDue(at, silent).error().code, ErrorCode::NotFound);
        law.services.scanLater.byTransfer = true; // of a transfer nobody states
        QCOMPARE(scanDue(at, WorkingCalendar(law)).error().code, ErrorCode::NotFound);
        law.services.scanLater = {false, true};
        QCOMPARE(scanDue(vietnamTime(QDate(2026, 6, 1), QTime(17, 1)), WorkingCalendar(law)).error().code, ErrorCode::NotFound);
    }

    void refusesWhatItCannotKnow()
    {
        const QDateTime late = vietnamTime(QDate(2051, 6, 1), QTime(11, 0));
        QCOMPARE(transferDue({}, m_vietnam).error().code, ErrorCode::Invalid);
        QCOMPARE(transferDue(late, m_vietnam).error().code, ErrorCode::CalendarMissing);
        QCOMPARE(scanDue({}, m_vietnam).error().code, ErrorCode::Invalid);
        QCOMPARE(scanDue(late, m_vietnam).error().code, ErrorCode::CalendarMissing);
    }
};

QTEST_APPLESS_MAIN(tst_ServiceLimits)
#include "tst_ServiceLimits.moc"

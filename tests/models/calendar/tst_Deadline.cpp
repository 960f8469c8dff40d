// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/VietnamTime.h"
#include "models/calendar/Deadline.h"
#include "models/calendar/WorkingCalendar.h"
#include "tests/models/catalogue/ShippedCatalogue.h"

#include <QTest>

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
        QTest::addRow("received in a year not covered") << at(2028, 1, 5) << days << 1 << ErrorCode::CalendarMissing;
        QTest::addRow("received before the first year") << at(2023, 12, 29) << same << 0 << ErrorCode::CalendarMissing;
        QTest::addRow("due in a year not covered") << at(2027, 12, 30) << days << 5 << ErrorCode::CalendarMissing;
        QTest::addRow("calendar days into a year not covered") << at(2027, 12, 20) << dates << 30 << ErrorCode::CalendarMissing;
        QTest::addRow("no time") << QDateTime() << days << 1 << ErrorCode::Invalid;
        QTest::addRow("no days") << at(2026, 6, 1) << days << 0 << ErrorCode::Invalid;
        QTest::addRow("days below zero") << at(2026, 6, 1) << dates << -3 << ErrorCode::Invalid;
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

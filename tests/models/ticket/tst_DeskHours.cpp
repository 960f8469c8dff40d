// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket/DeskHours.h"

#include <QTest>

using namespace motcua;

namespace {

const QList<OfficeSession> Day{{QTime(7, 30), QTime(11, 30)}, {QTime(13, 0), QTime(17, 0)}};
const QList<OfficeSession> Morning{{QTime(7, 30), QTime(11, 30)}};
const QList<OfficeSession> Closed;

} // namespace

class tst_DeskHours : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDayBeginsAndEndsByItsHours_data()
    {
        QTest::addColumn<QList<OfficeSession>>("sessions");
        QTest::addColumn<QTime>("now");
        QTest::addColumn<QTime>("starts");
        QTest::addColumn<QTime>("closes");
        QTest::newRow("before opening") << Day << QTime(7, 0) << QTime(7, 30) << QTime(17, 0);
        QTest::newRow("a second before") << Day << QTime(7, 29, 59) << QTime(7, 30) << QTime(17, 0);
        QTest::newRow("on the minute it is open") << Day << QTime(7, 30) << QTime() << QTime(17, 0);
        QTest::newRow("lunch is no opening") << Day << QTime(12, 0) << QTime() << QTime(17, 0);
        QTest::newRow("five to five") << Day << QTime(16, 55) << QTime() << QTime(17, 0);
        QTest::newRow("closed for today") << Day << QTime(17, 0) << QTime() << QTime();
        QTest::newRow("a Saturday morning") << Morning << QTime(10, 0) << QTime() << QTime(11, 30);
        QTest::newRow("a day off holds nobody back") << Closed << QTime(7, 0) << QTime() << QTime();
    }
    void theDayBeginsAndEndsByItsHours()
    {
        QFETCH(QList<OfficeSession>, sessions);
        QFETCH(QTime, now);
        QTEST(callingStarts(sessions, now), "starts");
        QTEST(closingTime(sessions, now), "closes");
    }

    void theLastNumberIsGivenSoLongBeforeTheEnd_data()
    {
        QTest::addColumn<QList<OfficeSession>>("sessions");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QTime>("last");
        QTest::newRow("half an hour") << Day << 30 << QTime(16, 30);
        QTest::newRow("of a Saturday") << Morning << 45 << QTime(10, 45);
        QTest::newRow("nothing is said of it") << Day << 0 << QTime(17, 0);
        QTest::newRow("longer than the morning is") << Morning << 300 << QTime(7, 30);
        QTest::newRow("longer than the day has hours") << Morning << 24 * 60 << QTime(7, 30);
        QTest::newRow("a day off") << Closed << 30 << QTime();
    }
    void theLastNumberIsGivenSoLongBeforeTheEnd()
    {
        QFETCH(QList<OfficeSession>, sessions);
        QFETCH(int, minutes);
        QTEST(lastTicketTime(sessions, minutes), "last");
    }

    void aBreakEndsWithTheSessionOrInAQuarterOfAnHour_data()
    {
        QTest::addColumn<QList<OfficeSession>>("sessions");
        QTest::addColumn<QTime>("now");
        QTest::addColumn<QTime>("end");
        QTest::newRow("in the middle of the morning") << Day << QTime(9, 2) << QTime(9, 20);
        QTest::newRow("on a full five minutes") << Day << QTime(9, 0) << QTime(9, 15);
        QTest::newRow("just before lunch") << Day << QTime(11, 10) << QTime(13, 0);
        QTest::newRow("too long before lunch") << Day << QTime(10, 59) << QTime(11, 15);
        QTest::newRow("at lunch") << Day << QTime(12, 15) << QTime(13, 0);
        QTest::newRow("before opening") << Day << QTime(7, 10) << QTime(7, 30);
        QTest::newRow("just before closing") << Day << QTime(16, 50) << QTime(17, 5);
        QTest::newRow("on a day off") << Closed << QTime(9, 2) << QTime(9, 20);
        QTest::newRow("past midnight nobody is back") << Closed << QTime(23, 50) << QTime();
    }
    void aBreakEndsWithTheSessionOrInAQuarterOfAnHour()
    {
        QFETCH(QList<OfficeSession>, sessions);
        QFETCH(QTime, now);
        QTEST(breakEnd(sessions, now), "end");
    }

    void aTimeIsReadAsItIsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QTime>("time");
        QTest::newRow("with a colon") << "13:00" << QTime(13, 0);
        QTest::newRow("with a dot") << "13.30" << QTime(13, 30);
        QTest::newRow("in a row") << "1330" << QTime(13, 30);
        QTest::newRow("three digits") << "905" << QTime(9, 5);
        QTest::newRow("as it is said") << "13h30" << QTime(13, 30);
        QTest::newRow("the full hour as it is said") << "13h" << QTime(13, 0);
        QTest::newRow("with room") << " 13 : 05 " << QTime(13, 5);
        QTest::newRow("only the hour") << "13" << QTime(13, 0);
        QTest::newRow("one digit") << "9" << QTime(9, 0);
        QTest::newRow("no such hour") << "25:00" << QTime();
        QTest::newRow("no such minute") << "13:75" << QTime();
        QTest::newRow("nothing") << "" << QTime();
        QTest::newRow("words") << "trưa" << QTime();
        QTest::newRow("half a minute") << "13:5" << QTime();
        QTest::newRow("too much") << "13:000" << QTime();
    }
    void aTimeIsReadAsItIsTyped()
    {
        QFETCH(QString, typed);
        QTEST(typedTime(typed), "time");
    }
};

QTEST_APPLESS_MAIN(tst_DeskHours)
#include "tst_DeskHours.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hall/Bookings.h"
#include "tests/models/dossier/Bench.h"

#include <QTest>

using namespace motcua;
using storage::AppointmentLine;

namespace {

const QDate Monday(2026, 11, 23);
const AppointmentRule Rule{.minutes = 30, .each = 2, .daysAhead = 7, .aheadMinutes = 30, .lateMinutes = 15, .mark = {}};

qint64 at(QDate day, QTime time)
{
    return vietnamTime(day, time).toMSecsSinceEpoch();
}

QStringList shown(const QList<BookingTime> &times)
{
    QStringList all;
    for (const BookingTime &one : times) {
        all.append(vietnamTime(one.atMs).toString(u"HH:mm") + u'x' + QString::number(one.left));
    }
    return all;
}

AppointmentLine line(qint64 atMs, AppointmentState state, const QString &number = {})
{
    Appointment one;
    one.atMs = atMs;
    one.state = state;
    return {one, number};
}

} // namespace

class tst_Bookings : public QObject
{
    Q_OBJECT

    const WorkingCalendar m_calendar = testCalendar();

private Q_SLOTS:
    void timesLieInTheHoursOfTheDesk()
    {
        const QList<OfficeSession> hours = m_calendar.sessions(Monday);
        QVERIFY(!hours.isEmpty());
        const QList<BookingTime> times = Bookings::times(Rule, m_calendar, Monday, {}, at(Monday, QTime(0, 0)));
        QVERIFY(times.size() > 4);
        QCOMPARE(vietnamTime(times.constFirst().atMs).time(), hours.constFirst().from);
        for (const BookingTime &one : times) {
            const QTime time = vietnamTime(one.atMs).time();
            QVERIFY(std::any_of(hours.cbegin(), hours.cend(), [&](const OfficeSession &session) { return time >= session.from && time.addSecs(Rule.minutes * 60) <= session.to; }));
            QCOMPARE(one.left, 2);
        }
        // Nobody is asked to come to a desk that closes meanwhile.
        QVERIFY(vietnamTime(times.constLast().atMs).time().addSecs(Rule.minutes * 60) <= hours.constLast().to);
    }

    void whatIsGoneByOrTakenIsNotLeft()
    {
        const QTime first = m_calendar.sessions(Monday).constFirst().from;
        const QTime second = first.addSecs(Rule.minutes * 60);
        const QMap<qint64, int> taken{{at(Monday, first), 1}, {at(Monday, second), 5}};
        const QStringList all = shown(Bookings::times(Rule, m_calendar, Monday, taken, at(Monday, first)));
        QCOMPARE(all.at(0), first.toString(u"HH:mm") + u"x1"_qs);
        QCOMPARE(all.at(1), second.toString(u"HH:mm") + u"x0"_qs); // more than there should be
        const QStringList later = shown(Bookings::times(Rule, m_calendar, Monday, taken, at(Monday, first) + 1));
        QCOMPARE(later.constFirst(), all.at(1));
        QCOMPARE(later.size(), all.size() - 1);
    }

    void daysThatAreNone_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<bool>("isOne");
        QTest::newRow("today") << Monday << true;
        QTest::newRow("the last one") << Monday.addDays(7) << true;
        QTest::newRow("a Sunday") << Monday.addDays(6) << false;
        QTest::newRow("further ahead") << Monday.addDays(8) << false;
        QTest::newRow("yesterday") << Monday.addDays(-3) << false;
        QTest::newRow("of which the calendar knows nothing") << QDate(1999, 1, 4) << false;
    }
    void daysThatAreNone()
    {
        QFETCH(QDate, day);
        QFETCH(bool, isOne);
        QCOMPARE(!Bookings::times(Rule, m_calendar, day, {}, at(Monday, QTime(0, 0))).isEmpty(), isOne);
        AppointmentRule none = Rule;
        none.minutes = 0;
        QVERIFY(Bookings::times(none, m_calendar, day, {}, at(Monday, QTime(0, 0))).isEmpty());
    }

    void theNextOpenDay()
    {
        const qint64 now = at(Monday, QTime(0, 0));
        QCOMPARE(Bookings::openDay(Rule, m_calendar, Monday, now), Monday);
        QCOMPARE(Bookings::openDay(Rule, m_calendar, Monday.addDays(6), now), Monday.addDays(7)); // over the Sunday
        QCOMPARE(Bookings::openDay(Rule, m_calendar, Monday.addDays(8), now), QDate());
        QCOMPARE(Bookings::openDay(Rule, m_calendar, Monday, at(Monday, QTime(23, 0))), Monday.addDays(1)); // nothing of today is left
    }

    void whatACodeSaysNow_data()
    {
        QTest::addColumn<QList<AppointmentLine>>("alike");
        QTest::addColumn<Bookings::Verdict>("verdict");
        using Verdict = Bookings::Verdict;
        const qint64 today = at(Monday, QTime(10, 0));
        const qint64 later = at(Monday.addDays(2), QTime(10, 0));
        const AppointmentLine expected = line(today, AppointmentState::Booked);
        const AppointmentLine here = line(today, AppointmentState::Kept, u"A001"_qs);
        const AppointmentLine off = line(today, AppointmentState::Cancelled);
        const AppointmentLine ahead = line(later, AppointmentState::Booked);
        QTest::newRow("nobody") << QList<AppointmentLine>() << Verdict::Unknown;
        QTest::newRow("expected") << QList<AppointmentLine>{expected} << Verdict::Good;
        QTest::newRow("of two the one who is expected") << QList<AppointmentLine>{here, expected, ahead} << Verdict::Good;
        QTest::newRow("here already") << QList<AppointmentLine>{here, off, ahead} << Verdict::Kept;
        QTest::newRow("another day") << QList<AppointmentLine>{off, ahead} << Verdict::AnotherDay;
        QTest::newRow("cancelled") << QList<AppointmentLine>{off} << Verdict::Cancelled;
        QTest::newRow("cancelled, and on another day") << QList<AppointmentLine>{line(later, AppointmentState::Cancelled)} << Verdict::Cancelled;
    }
    void whatACodeSaysNow()
    {
        QFETCH(QList<AppointmentLine>, alike);
        const Bookings::Found found = Bookings::find(alike, at(Monday, QTime(9, 50)));
        QTEST(found.verdict, "verdict");
        QVERIFY(found.verdict == Bookings::Verdict::Unknown || alike.contains(found.line));
    }
};

Q_DECLARE_METATYPE(motcua::Bookings::Verdict)

QTEST_APPLESS_MAIN(tst_Bookings)
#include "tst_Bookings.moc"

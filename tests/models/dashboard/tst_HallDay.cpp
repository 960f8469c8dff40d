// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dashboard/HallDay.h"

#include "models/base/VietnamTime.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace motcua;
using By = HallDay::By;

namespace {

constexpr qint64 Minute = 60'000;
const Id Hoa = Id::fromBytes(QByteArray(16, 'h'));
const Id Mai = Id::fromBytes(QByteArray(16, 'm'));
const QString DeskThree = u"H26.15/3"_qs;
const QString DeskTen = u"H26.15/10"_qs;

qint64 at(int hour, int minute = 0)
{
    return vietnamTime(QDate(2026, 11, 23), QTime(hour, minute)).toMSecsSinceEpoch();
}

/** A ticket and what happened to it, each state until the next one begins. */
class Story
{
public:
    Story(const QString &group, qint64 drawn)
    {
        m_ticket.group = group;
        m_ticket.number = group + u"001"_qs;
        m_ticket.issuedAtMs = drawn;
        next(TicketState::Waiting, drawn);
    }
    Story &next(TicketState state, qint64 ms, const Id &person = {}, const QString &desk = {}, const QString &group = {})
    {
        if (!m_ticket.intervals.isEmpty()) {
            m_ticket.intervals.last().untilMs = ms;
        }
        m_ticket.group = group.isEmpty() ? m_ticket.group : group;
        m_ticket.state = state;
        if (state != TicketState::Finished) {
            m_ticket.intervals.append({state, m_ticket.group, ms, 0, person, desk, {}});
        }
        return *this;
    }
    operator Ticket() const { return m_ticket; }

private:
    Ticket m_ticket;
};

HallDay::Line lineOf(const HallDay &day, By by, const QString &key)
{
    for (const HallDay::Line &line : day.lines.value(by)) {
        if (line.key == key) {
            return line;
        }
    }
    return {};
}

} // namespace

class tst_HallDay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spreadsAreOfRealTimes_data()
    {
        QTest::addColumn<QList<qint64>>("lengths");
        QTest::addColumn<qint64>("median");
        QTest::addColumn<qint64>("nineTenths");
        QTest::newRow("one") << QList<qint64>{7} << qint64{7} << qint64{7};
        QTest::newRow("two") << QList<qint64>{9, 1} << qint64{1} << qint64{9};
        QTest::newRow("ten") << QList<qint64>{10, 9, 8, 7, 6, 5, 4, 3, 2, 1} << qint64{5} << qint64{9};
        QTest::newRow("eleven") << QList<qint64>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11} << qint64{6} << qint64{10};
    }
    void spreadsAreOfRealTimes()
    {
        QFETCH(QList<qint64>, lengths);
        const Spread spread = Spread::of(lengths);
        QCOMPARE(spread.count, lengths.size());
        QTEST(spread.medianMs, "median");
        QTEST(spread.nineTenthsMs, "nineTenths");
        QCOMPARE(spread.longestMs, *std::max_element(lengths.cbegin(), lengths.cend()));
        QCOMPARE(spread.totalMs, std::accumulate(lengths.cbegin(), lengths.cend(), qint64{0}));
    }

    void aTurnIsCountedWhereItHappened()
    {
        const Ticket served = Story(u"A"_qs, at(8)).next(TicketState::Called, at(8, 20), Hoa, DeskThree).next(TicketState::Serving, at(8, 22), Hoa, DeskThree)
                                  .next(TicketState::OnHold, at(8, 30), Hoa, DeskThree).next(TicketState::Serving, at(9, 5), Mai, DeskTen).next(TicketState::Finished, at(9, 15));
        const HallDay day = HallDay::of(QDate(2026, 11, 23), {served}, {}, at(12));
        QCOMPARE(day.whole.drawn, 1);
        QCOMPARE(day.whole.served, 1);
        QCOMPARE(day.whole.wait.medianMs, 20 * Minute);
        QCOMPARE(day.whole.walk.medianMs, 2 * Minute);
        QCOMPARE(day.whole.serve.count, 2);
        QCOMPARE(day.whole.serve.totalMs, 18 * Minute);
        QCOMPARE(day.whole.hold.medianMs, 35 * Minute);
        QCOMPARE(lineOf(day, By::Group, u"A"_qs).serve.count, 2);
        QCOMPARE(lineOf(day, By::Desk, DeskThree).wait.count, 1);
        QCOMPARE(lineOf(day, By::Desk, DeskThree).serve.totalMs, 8 * Minute);
        QCOMPARE(lineOf(day, By::Desk, DeskThree).served, 0); // it ended elsewhere
        QCOMPARE(lineOf(day, By::Desk, DeskTen).served, 1);
        QCOMPARE(lineOf(day, By::Officer, Mai.toString()).serve.totalMs, 10 * Minute);
        QCOMPARE(lineOf(day, By::Officer, Mai.toString()).wait.count, 0);
        QCOMPARE(lineOf(day, By::Hour, u"08"_qs).drawn, 1);
        QCOMPARE(lineOf(day, By::Hour, u"08"_qs).serve.count, 1);
        QCOMPARE(lineOf(day, By::Hour, u"09"_qs).served, 1);
        QCOMPARE(day.lines.value(By::Desk).constFirst().key, DeskThree); // 3 before 10
    }

    void whoDidNotComeIsCountedAtWhoCalled()
    {
        const Ticket missed = Story(u"B"_qs, at(9)).next(TicketState::Called, at(9, 10), Hoa, DeskThree).next(TicketState::NoShow, at(9, 13), Hoa, DeskThree)
                                  .next(TicketState::Waiting, at(9, 20)).next(TicketState::Called, at(9, 30), Mai, DeskTen).next(TicketState::Serving, at(9, 31), Mai, DeskTen)
                                  .next(TicketState::Finished, at(9, 41));
        const HallDay day = HallDay::of(QDate(2026, 11, 23), {missed}, {}, at(12));
        QCOMPARE(day.whole.missed, 1);
        QCOMPARE(day.whole.missedPermille(), 500);
        QCOMPARE(lineOf(day, By::Desk, DeskThree).missed, 1);
        QCOMPARE(lineOf(day, By::Desk, DeskThree).missedPermille(), 1000);
        QCOMPARE(lineOf(day, By::Desk, DeskTen).missedPermille(), 0);
        QCOMPARE(day.whole.wait.medianMs, 10 * Minute); // until the first call
        QCOMPARE(HallDay::Line().missedPermille(), -1);
    }

    void whoWasSentOnIsOfTheGroupOnTheTicketUntilServed()
    {
        const Ticket sent = Story(u"A"_qs, at(8)).next(TicketState::Waiting, at(8, 10), {}, {}, u"C"_qs).next(TicketState::Serving, at(8, 30), Hoa, DeskThree).next(TicketState::Finished, at(8, 40));
        const HallDay day = HallDay::of(QDate(2026, 11, 23), {sent}, {}, at(12));
        QCOMPARE(lineOf(day, By::Group, u"A"_qs).drawn, 1);
        QCOMPARE(lineOf(day, By::Group, u"A"_qs).wait.medianMs, 30 * Minute);
        QCOMPARE(lineOf(day, By::Group, u"C"_qs).drawn, 0);
        QCOMPARE(lineOf(day, By::Group, u"C"_qs).served, 1);
    }

    void whatGoesOnIsNotCounted()
    {
        const Ticket waits = Story(u"A"_qs, at(8));
        const Ticket isServed = Story(u"A"_qs, at(8)).next(TicketState::Called, at(8, 5), Hoa, DeskThree).next(TicketState::Serving, at(8, 6), Hoa, DeskThree);
        const HallDay day = HallDay::of(QDate(2026, 11, 23), {waits, isServed}, {}, at(12));
        QCOMPARE(day.whole.drawn, 2);
        QCOMPARE(day.whole.served, 0);
        QCOMPARE(day.whole.wait.count, 1);
        QCOMPARE(day.whole.serve.count, 0);
    }

    void shiftsTellWhatTheirTimeWent()
    {
        Shift shift;
        shift.person = Hoa;
        shift.desk = DeskThree;
        shift.openedAtMs = at(7, 30);
        shift.state = ShiftState::Serving;
        shift.intervals = {{ShiftState::Serving, at(7, 30), at(9, 30), 0}, {ShiftState::OnBreak, at(9, 30), at(9, 45), 0}, {ShiftState::BackOffice, at(9, 45), at(10), 0}, {ShiftState::Serving, at(10), 0, 0}};
        const HallDay day = HallDay::of(QDate(2026, 11, 23), {}, {shift}, at(11));
        const HallDay::Line line = lineOf(day, By::Officer, Hoa.toString());
        QCOMPARE(line.openMs, 180 * Minute); // up to now
        QCOMPARE(line.breakMs, 15 * Minute);
        QCOMPARE(line.backOfficeMs, 15 * Minute);
        QCOMPARE(lineOf(day, By::Desk, DeskThree).openMs, line.openMs);
        QVERIFY(day.lines.value(By::Group).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_HallDay)
#include "tst_HallDay.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dashboard/HallFigures.h"

#include <QTest>

using namespace motcua;

namespace {

constexpr qint64 Now = 1'795'000'000'000;
constexpr qint64 Minute = 60'000;

Id idOf(char c)
{
    return Id::fromBytes(QByteArray(16, c));
}

/** What a ticket did, minutes before Now: "w90 c30 s25 f5" waited from 90, was called at 30, served from 25 and finished at 5. */
Ticket ticket(const QString &number, const QString &story, const QString &desk = QStringLiteral("H26/3"), char person = 'o')
{
    Ticket made;
    made.id = Id::fromBytes(number.toLatin1().leftJustified(16, '.'));
    made.number = number;
    made.group = number.left(1);
    for (const QString &step : story.split(u' ')) {
        const qint64 at = Now - step.mid(1).toLongLong() * Minute;
        if (!made.intervals.isEmpty()) {
            made.intervals.last().untilMs = at;
        } else {
            made.issuedAtMs = at;
        }
        const QMap<QChar, TicketState> states{{u'w', TicketState::Waiting}, {u'c', TicketState::Called}, {u's', TicketState::Serving},
            {u'h', TicketState::OnHold}, {u'f', TicketState::Finished}};
        made.state = states.value(step.at(0));
        if (made.state != TicketState::Finished) {
            const bool waits = made.state == TicketState::Waiting;
            made.intervals.append({made.state, made.group, at, 0, waits ? Id() : idOf(person), waits ? QString() : desk, {}});
        }
    }
    return made;
}

Shift shift(const QString &desk, char person, int openedBefore, ShiftState state = ShiftState::Serving, qint64 announced = 0)
{
    Shift made;
    made.id = idOf(static_cast<char>(person + openedBefore % 7));
    made.desk = desk;
    made.person = idOf(person);
    made.openedAtMs = Now - openedBefore * Minute;
    made.state = state;
    made.intervals = {{state, made.openedAtMs, 0, announced}};
    return made;
}

} // namespace

class tst_HallFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoWaits_data()
    {
        QTest::addColumn<QString>("tickets"); // "A001 w40, …"
        QTest::addColumn<int>("waiting");
        QTest::addColumn<int>("hourAgo"); // -1: cannot be told
        QTest::addColumn<QString>("longest");
        QTest::addRow("nobody ever came") << QString() << 0 << -1 << QString();
        QTest::addRow("the hall is not open for an hour yet") << "A001 w59" << 1 << -1 << "A001";
        QTest::addRow("somebody who drew a number exactly an hour ago waited then") << "A001 w60" << 1 << 1 << "A001";
        QTest::addRow("who was called exactly an hour ago no longer waited then") << "A001 w90 c60 s58 f50" << 0 << 0 << QString();
        QTest::addRow("the longest is by issue, not by the order of calling") << "B001 w20, A001 w31" << 2 << -1 << "A001";
        QTest::addRow("who came back to wait has waited since the issue") << "A001 w80 c30 s25 w5, A002 w40" << 2 << 1 << "A001";
        QTest::addRow("on hold is not waiting") << "A001 w80 c30 s25 h10" << 0 << 1 << QString();
    }

    void whoWaits()
    {
        QFETCH(QString, tickets);
        QFETCH(int, hourAgo);
        QList<Ticket> hall;
        for (const QString &one : tickets.split(QStringLiteral(", "), Qt::SkipEmptyParts)) {
            hall.append(ticket(one.left(4), one.mid(5)));
        }
        const HallFigures figures = HallFigures::of(hall, {}, {}, Now);
        QTEST(figures.waiting, "waiting");
        QCOMPARE(figures.hourAgo.value_or(-1), hourAgo);
        QTEST(figures.longest, "longest");
        int inGroups = 0;
        for (const HallFigures::Group &group : figures.groups) {
            inGroups += group.waiting;
        }
        QCOMPARE(inGroups, figures.waiting);
    }

    void whatTwoDesksDidApartIsSeen()
    {
        QList<Ticket> tickets{ticket(QStringLiteral("B002"), QStringLiteral("w50 c30 s25 f5")), ticket(QStringLiteral("A013"), QStringLiteral("w40 c20")), ticket(QStringLiteral("A014"), QStringLiteral("w9"))};
        QCOMPARE(HallFigures::of(tickets, {}, {}, Now).apart, QStringList());
        tickets[0].refusedSteps = 2;
        tickets[1].refusedSteps = 1;
        QCOMPARE(HallFigures::of(tickets, {}, {}, Now).apart, QStringList({QStringLiteral("A013"), QStringLiteral("B002")}));
    }

    void aDeskSaysWhoIsThereAndWhatTheyDo()
    {
        const QList<Ticket> tickets{ticket(u"A012"_qs, u"w40 c8 s6"_qs, u"H26/3"_qs, 'c'), ticket(u"B006"_qs, u"w40 c2"_qs, u"H26/1"_qs, 'a'),
            ticket(u"A001"_qs, u"w90 c70 s69 f60"_qs, u"H26/3"_qs, 'c'), ticket(u"A002"_qs, u"w90 c60 f55"_qs, u"H26/3"_qs, 'c'),
            ticket(u"A003"_qs, u"w90 c70 s69 w50 c40 s39 f30"_qs, u"H26/1"_qs, 'a'), ticket(u"C001"_qs, u"w9 c5 s4"_qs, u"H26/7"_qs, 'g')};
        const QList<Shift> shifts{shift(u"H26/3"_qs, 'c', 120), shift(u"H26/1"_qs, 'a', 100),
            shift(u"H26/2"_qs, 'b', 90, ShiftState::OnBreak, Now + 10 * Minute), shift(u"H26/2"_qs, 'x', 200, ShiftState::Closed),
            shift(u"H26/10"_qs, 'k', 60, ShiftState::Closed)};
        const HallFigures hall = HallFigures::of(tickets, shifts, {u"H26/3"_qs, u"H26/5"_qs}, Now);
        QStringList told;
        for (const DeskFigures &desk : hall.desks) {
            told.append(QStringLiteral("%1 %2 %3 %4 %5 %6").arg(desk.number()).arg(desk.person.isNull() ? u"-"_qs : QString(QLatin1Char(desk.person.bytes().at(0))),
                desk.isOpened ? shiftStateName(desk.state) : u"unopened"_qs, desk.ticket.isEmpty() ? u"-"_qs : desk.ticket,
                desk.isCalled ? u"called"_qs : u"-"_qs).arg(desk.served));
        }
        QCOMPARE(told,
            (QStringList{u"1 a serving B006 called 1"_qs, u"2 b break - - 0"_qs, u"3 c serving A012 - 1"_qs, u"5 - unopened - - 0"_qs,
                u"7 g unopened C001 - 0"_qs, u"10 k unopened - - 0"_qs}));
        QCOMPARE(hall.desks.at(1).untilMs, Now + 10 * Minute);
        QCOMPARE(hall.desks.at(2).sinceMs, Now - 6 * Minute);
    }

    void theOpenShiftOfADeskIsTheOneThatCounts()
    {
        // Opened earlier and still open, against one opened later and closed again by somebody who sat down by mistake.
        const HallFigures hall = HallFigures::of({}, {shift(u"H26/3"_qs, 'z', 10, ShiftState::Closed), shift(u"H26/3"_qs, 'c', 120)}, {}, Now);
        QCOMPARE(hall.desks.size(), 1);
        QCOMPARE(hall.desks.constFirst().person, idOf('c'));
        QVERIFY(hall.desks.constFirst().isOpened);
    }
};

QTEST_GUILESS_MAIN(tst_HallFigures)
#include "tst_HallFigures.moc"

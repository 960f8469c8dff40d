// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket/HallRules.h"

#include <QTest>

using namespace motcua;

Q_DECLARE_METATYPE(motcua::Ticket)

namespace {

constexpr qint64 Minute = 60'000;
constexpr qint64 Now = 1'795'000'000'000;

HallRules rules()
{
    HallRules rules;
    rules.groups = {{u"A"_qs, u"Hộ tịch"_qs, u"Civil status"_qs, {}}};
    rules.needs = {{u"deaf"_qs, u"Không nghe được"_qs, u"Deaf"_qs}};
    rules.holdPlaces = {{u"photocopy"_qs, u"Photo"_qs, u"Photocopier"_qs}};
    rules.messages = {.before = 3,
        .quietMinutes = 2,
        .holdMinutes = 30,
        .usefulSeconds = 120,
        .texts = {{TicketMessageKind::Called, u"deaf"_qs, u"Nhìn bảng: {number} → {desk}"_qs}, {TicketMessageKind::Soon, {}, u"{number}: còn {before}"_qs},
            {TicketMessageKind::Called, {}, u"{number}: quầy {desk}"_qs}, {TicketMessageKind::HeldLong, {}, u"{number}: {minutes} phút"_qs}},
        .mark = u"test"_qs};
    return rules;
}

Id idOf(int n)
{
    return Id::v7(1, QByteArray(9, 't') + QByteArray(1, static_cast<char>(n)));
}

/** Drawn ten minutes ago, and in this state for so long. */
Ticket ticket(int n, TicketState state, qint64 forMs, const QString &place = {})
{
    Ticket one;
    one.id = idOf(n);
    one.number = QStringLiteral("A%1").arg(n, 3, 10, QLatin1Char('0'));
    one.group = u"A"_qs;
    one.issuedAtMs = Now - 10 * Minute;
    one.state = state;
    one.intervals = {{.state = state, .group = u"A"_qs, .fromMs = Now - forMs, .desk = state == TicketState::Waiting ? QString() : u"H26.15/7"_qs, .place = place}};
    return one;
}

QStringList told(const QList<DueTicketMessage> &due)
{
    QStringList all;
    for (const DueTicketMessage &one : due) {
        all.append(one.number + u' ' + ticketMessageName(one.kind));
    }
    return all;
}

QMap<Id, QString> phonesOf(std::initializer_list<int> numbers)
{
    QMap<Id, QString> phones;
    for (const int n : numbers) {
        phones.insert(idOf(n), u"0901234567"_qs);
    }
    return phones;
}

} // namespace

/** Which tickets are to be told what. */
class tst_TicketMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fewAreBeforeThem_data()
    {
        QTest::addColumn<int>("before");
        QTest::addColumn<int>("drawnMinutesAgo");
        QTest::addColumn<bool>("isTold");
        QTest::newRow("nobody") << 0 << 10 << true;
        QTest::newRow("three") << 3 << 10 << true;
        QTest::newRow("four") << 4 << 10 << false;
        QTest::newRow("who stands at the kiosk still") << 0 << 1 << false;
        QTest::newRow("who has gone") << 0 << 2 << true;
    }
    void fewAreBeforeThem()
    {
        QFETCH(int, before);
        QFETCH(int, drawnMinutesAgo);
        QFETCH(bool, isTold);
        QList<Ticket> line;
        for (int n = 1; n <= before; ++n) {
            line.append(ticket(n, TicketState::Waiting, Minute));
        }
        Ticket theirs = ticket(50, TicketState::Waiting, Minute);
        theirs.issuedAtMs = Now - drawnMinutesAgo * Minute;
        line.append(theirs);
        const QList<DueTicketMessage> due = dueTicketMessages(rules(), {line}, {}, phonesOf({50}), Now);
        QCOMPARE(due.size(), isTold ? 1 : 0);
        if (isTold) {
            QCOMPARE(due.constFirst().before, before);
            QVERIFY(due.constFirst().untilMs > Now);
        }
    }

    void eachLineCountsByItself()
    {
        QList<Ticket> one;
        QList<Ticket> other;
        for (int n = 1; n <= 6; ++n) {
            one.append(ticket(n, TicketState::Waiting, Minute));
            other.append(ticket(n + 10, TicketState::Waiting, Minute));
        }
        QCOMPARE(told(dueTicketMessages(rules(), {one, other}, {}, phonesOf({4, 5, 11, 16}), Now)), QStringList({u"A004 soon"_qs, u"A011 soon"_qs}));
    }

    // By the one in which the fewest are before them.
    void whoStandsInSeveralLinesIsToldOnce()
    {
        QList<Ticket> longer;
        for (int n = 1; n <= 3; ++n) {
            longer.append(ticket(n, TicketState::Waiting, Minute));
        }
        const Ticket theirs = ticket(50, TicketState::Waiting, Minute);
        longer.append(theirs);
        const QList<DueTicketMessage> due = dueTicketMessages(rules(), {longer, {ticket(9, TicketState::Waiting, Minute), theirs}}, {}, phonesOf({50}), Now);
        QCOMPARE(due.size(), 1);
        QCOMPARE(due.constFirst().before, 1);
    }

    void eachDeskIsALine_data()
    {
        QTest::addColumn<QList<CallingDesk>>("desks");
        QTest::addColumn<QStringList>("lines");
        const CallingDesk all{u"H26.15/1"_qs, {}};
        const CallingDesk onlyB{u"H26.15/2"_qs, {u"B"_qs}};
        // A001, A002, B003, A004 for desk 7, B005 drawn in this order.
        QTest::newRow("one that serves everything") << QList<CallingDesk>{all} << QStringList{u"A001 A002 B003 B005"_qs};
        QTest::newRow("one that serves but one group is quicker for it") << QList<CallingDesk>{all, onlyB} << QStringList{u"A001 A002 B003 B005"_qs, u"B003 B005"_qs};
        QTest::newRow("two that serve the same") << QList<CallingDesk>{onlyB, {u"H26.15/3"_qs, {u"B"_qs}}} << QStringList{u"B003 B005"_qs};
        QTest::newRow("the one somebody was sent to") << QList<CallingDesk>{onlyB, {u"H26.15/7"_qs, {u"B"_qs}}} << QStringList{u"B003 B005"_qs, u"A004 B003 B005"_qs};
        QTest::newRow("nobody calls A") << QList<CallingDesk>{onlyB} << QStringList{u"B003 B005"_qs};
        QTest::newRow("nobody says that they call") << QList<CallingDesk>() << QStringList{u"A001 A002"_qs, u"B003 B005"_qs, u"A004"_qs};
    }
    void eachDeskIsALine()
    {
        QFETCH(QList<CallingDesk>, desks);
        QFETCH(QStringList, lines);
        QList<Ticket> waiting;
        for (int n = 5; n >= 1; --n) { // in no order
            Ticket one = ticket(n, TicketState::Waiting, Minute);
            one.issuedAtMs += n;
            one.group = n == 3 || n == 5 ? u"B"_qs : u"A"_qs;
            one.number = one.group + one.number.mid(1);
            one.forDesk = n == 4 ? u"H26.15/7"_qs : QString();
            waiting.append(one);
        }
        QStringList made;
        for (const QList<Ticket> &line : ticketLines(waiting, desks)) {
            QStringList numbers;
            for (const Ticket &one : line) {
                numbers.append(one.number);
            }
            made.append(numbers.join(u' '));
        }
        made.sort();
        lines.sort();
        QCOMPARE(made, lines);
    }

    // Whoever comes back from a hold, was sent on or put back is called anew.
    void eachOccasionIsToldByItself()
    {
        Ticket theirs = ticket(9, TicketState::Waiting, Minute);
        QCOMPARE(ticketMessageNow(theirs), u"soon"_qs);
        QStringList names;
        for (const TicketState state : {TicketState::Called, TicketState::NoShow, TicketState::Waiting, TicketState::Called, TicketState::Serving, TicketState::OnHold, TicketState::Serving, TicketState::OnHold}) {
            theirs.state = state;
            theirs.intervals.append({.state = state, .group = u"A"_qs, .fromMs = Now - 31 * Minute, .desk = u"H26.15/7"_qs, .place = u"photocopy"_qs});
            if (state == TicketState::Called) {
                theirs.intervals.last().fromMs = Now;
            }
            const bool waits = state == TicketState::Waiting;
            const QList<DueTicketMessage> due = dueTicketMessages(rules(), waits ? QList<QList<Ticket>>{{theirs}} : QList<QList<Ticket>>(), waits ? QList<Ticket>() : QList<Ticket>{theirs}, phonesOf({9}), Now);
            for (const DueTicketMessage &one : due) {
                names.append(ticketMessageName(one.kind, one.occasion));
                QCOMPARE(ticketMessageNow(theirs), names.constLast());
            }
            if (due.isEmpty()) {
                QCOMPARE(ticketMessageNow(theirs), QString());
            }
        }
        QCOMPARE(names, QStringList({u"called"_qs, u"soon-2"_qs, u"called-2"_qs, u"held"_qs, u"held-2"_qs}));
        theirs.intervals.append(theirs.intervals.constLast()); // another officer answers for them from now on
        QCOMPARE(ticketMessageNow(theirs), u"held-2"_qs);
    }

    void whoeverIsAwayOrCalled_data()
    {
        QTest::addColumn<Ticket>("ticket");
        QTest::addColumn<QString>("expected");
        QTest::newRow("called just now") << ticket(9, TicketState::Called, 0) << u"A009 called"_qs;
        QTest::newRow("called almost two minutes ago") << ticket(9, TicketState::Called, 2 * Minute - 1) << u"A009 called"_qs;
        QTest::newRow("called two minutes ago") << ticket(9, TicketState::Called, 2 * Minute) << QString();
        QTest::newRow("served") << ticket(9, TicketState::Serving, Minute) << QString();
        QTest::newRow("on hold for less than half an hour") << ticket(9, TicketState::OnHold, 30 * Minute - 1, u"photocopy"_qs) << QString();
        QTest::newRow("on hold for half an hour") << ticket(9, TicketState::OnHold, 30 * Minute, u"photocopy"_qs) << u"A009 held"_qs;
        QTest::newRow("on hold, and nobody said where") << ticket(9, TicketState::OnHold, 31 * Minute) << u"A009 held"_qs;
        QTest::newRow("held because the officer went away") << ticket(9, TicketState::OnHold, 31 * Minute, u"officerAway"_qs) << QString();
        QTest::newRow("forgotten for hours") << ticket(9, TicketState::OnHold, 180 * Minute, u"photocopy"_qs) << QString();
        QTest::newRow("did not come") << ticket(9, TicketState::NoShow, Minute) << QString();
        QTest::newRow("over") << ticket(9, TicketState::Finished, Minute) << QString();
    }
    void whoeverIsAwayOrCalled()
    {
        QFETCH(Ticket, ticket);
        QFETCH(QString, expected);
        const QList<DueTicketMessage> due = dueTicketMessages(rules(), {}, {ticket}, phonesOf({9}), Now);
        QCOMPARE(told(due).join(u','), expected);
        QVERIFY(told(dueTicketMessages(rules(), {}, {ticket}, phonesOf({8}), Now)).isEmpty()); // gave no telephone
        for (const DueTicketMessage &one : due) {
            QVERIFY(one.untilMs > Now);
        }
    }

    void whoeverIsCalledComesFirst()
    {
        const QList<Ticket> others{ticket(1, TicketState::OnHold, 31 * Minute), ticket(2, TicketState::Called, 0), ticket(3, TicketState::Called, 0)};
        QCOMPARE(told(dueTicketMessages(rules(), {{ticket(4, TicketState::Waiting, Minute)}}, others, phonesOf({1, 2, 3, 4}), Now)),
            QStringList({u"A002 called"_qs, u"A003 called"_qs, u"A001 held"_qs, u"A004 soon"_qs}));
    }

    void aHouseWithoutMessagesTellsNobody()
    {
        HallRules none = rules();
        none.messages = {};
        QVERIFY(dueTicketMessages(none, {{ticket(4, TicketState::Waiting, Minute)}}, {ticket(2, TicketState::Called, 0)}, phonesOf({2, 4}), Now).isEmpty());
    }

    void theSentence_data()
    {
        QTest::addColumn<Ticket>("ticket");
        QTest::addColumn<QStringList>("needs");
        QTest::addColumn<QString>("text");
        QTest::newRow("called") << ticket(9, TicketState::Called, 0) << QStringList{u"elderly"_qs} << u"A009: quầy 7"_qs;
        QTest::newRow("called, and does not hear") << ticket(9, TicketState::Called, 0) << QStringList{u"elderly"_qs, u"deaf"_qs} << u"Nhìn bảng: A009 → 7"_qs;
        QTest::newRow("on hold, and does not hear") << ticket(9, TicketState::OnHold, 30 * Minute) << QStringList{u"deaf"_qs} << u"A009: 30 phút"_qs;
    }
    void theSentence()
    {
        QFETCH(Ticket, ticket);
        QFETCH(QStringList, needs);
        QTEST(ticketMessageText(rules(), dueTicketMessages(rules(), {}, {ticket}, phonesOf({9}), Now).constFirst(), needs), "text");
    }
};

QTEST_APPLESS_MAIN(tst_TicketMessage)
#include "tst_TicketMessage.moc"

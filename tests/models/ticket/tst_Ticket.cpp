// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket/Ticket.h"

#include "tests/models/journal/Author.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>
#include <random>

using namespace motcua;
using namespace motcua::journal;

namespace {

const Id Turn = testId('t');
constexpr qint64 Morning = 1'795'000'000'000;
constexpr qint64 Minute = 60'000;

QJsonObject golden(const QString &name)
{
    QFile file(QStringLiteral(MOTCUA_TEST_DATA "/journal/") + name);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("no %s", qPrintable(name));
    }
    return QJsonDocument::fromJson(file.readAll()).object();
}

/** One ticket as one desk writes about it. */
struct Log
{
    Author author{'a'};
    QList<Entry> entries = {};

    void write(const char *kind, const QJsonObject &payload, int minute)
    {
        const QList<EntryKey> basis = entries.isEmpty() ? QList<EntryKey>() : QList<EntryKey>{entries.constLast().header.key};
        entries.append(author.write(Turn, kind, payload, basis, Morning + minute * Minute));
    }
    void issue(int ahead = 0) { write(kind::TicketIssued, {{u"number"_qs, u"A013"_qs}, {u"group"_qs, u"A"_qs}, {u"ahead"_qs, ahead}}, 0); }
    void step(TicketStep step, int minute, QJsonObject more = {})
    {
        more.insert(u"step", ticketStepName(step));
        write(kind::TicketStepped, more, minute);
    }
    [[nodiscard]] Ticket folded() const { return Ticket::fold(Turn, entries); }
};

constexpr std::array AllSteps = {TicketStep::Call, TicketStep::Recall, TicketStep::Begin, TicketStep::Hold, TicketStep::Resume, TicketStep::NoShow,
    TicketStep::Transfer, TicketStep::Reinsert, TicketStep::Finish, TicketStep::Cancel};

} // namespace

class tst_Ticket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachStepLeadsFromWhereItMay_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("steps"); // in the order of TicketStep: the state led to, or a dash
        //                                                                  call recall begin hold resume noShow transfer reinsert finish cancel
        QTest::newRow("waiting") << int(TicketState::Waiting) << "2-3---1--6";
        QTest::newRow("called") << int(TicketState::Called) << "-234-511-6";
        QTest::newRow("serving") << int(TicketState::Serving) << "---4--116-";
        QTest::newRow("on hold") << int(TicketState::OnHold) << "2---35116-";
        QTest::newRow("not come") << int(TicketState::NoShow) << "2-3---11-6";
        QTest::newRow("finished") << int(TicketState::Finished) << "--3-------";
    }
    void eachStepLeadsFromWhereItMay()
    {
        QFETCH(int, state);
        QFETCH(QString, steps);
        QString led;
        for (const TicketStep step : AllSteps) {
            const auto next = afterStep(static_cast<TicketState>(state), step);
            led += next ? QString::number(static_cast<int>(*next)) : u"-"_qs;
        }
        QCOMPARE(led, steps);
    }

    void namesOfStepsAreReadAsTheyAreWritten()
    {
        for (const TicketStep step : AllSteps) {
            QVERIFY(!ticketStepName(step).isEmpty());
            QCOMPARE(ticketStepNamed(ticketStepName(step)), std::optional(step));
        }
        QVERIFY(!ticketStepNamed(u"Call"_qs));
        QVERIFY(!ticketStepNamed({}));
    }

    void theGoldenPayloadsFold()
    {
        Log log;
        log.write(kind::TicketIssued, golden(u"ticket.issued.v1.json"_qs), 0);
        log.write(kind::TicketStepped, golden(u"ticket.stepped.v1.json"_qs), 4);
        const Ticket ticket = log.folded();
        QCOMPARE(ticket.number, u"A013"_qs);
        QCOMPARE(ticket.aheadMinutes, 20);
        QCOMPARE(ticket.group, u"B"_qs); // the golden step is a transfer
        QCOMPARE(ticket.forDesk, u"H26.1.13/4"_qs);
        QCOMPARE(ticket.reason, u"cần công chứng trước"_qs);
        QCOMPARE(ticket.state, TicketState::Waiting);
    }

    void whoTakesAShiftOverAnswersForWhomItHasOnHold()
    {
        Log log;
        log.issue();
        log.step(TicketStep::Call, 1);
        log.step(TicketStep::Begin, 2);
        log.write(kind::TicketStepped, {{u"step"_qs, u"hold"_qs}, {u"place"_qs, u"photocopy"_qs}}, 5);
        const Id before = log.folded().now().person;
        log.write(kind::TicketStepped, {{u"step"_qs, u"handOver"_qs}, {u"to"_qs, testId('n').toString()}}, 9);
        const Ticket ticket = log.folded();
        QCOMPARE(ticket.refusedSteps, 0);
        QCOMPARE(ticket.state, TicketState::OnHold);
        QVERIFY(before != testId('n'));
        QCOMPARE(ticket.now().person, testId('n'));
        QCOMPARE(ticket.now().place, u"photocopy"_qs); // the citizen is where they were
        QCOMPARE(ticket.spentMs(TicketState::OnHold, ticket.now().fromMs), 4 * Minute);
        QCOMPARE(Ticket::fromJson(ticket.toJson()), ticket);
    }

    void aVisitIsIntervalsWithoutAGap()
    {
        Log log;
        log.issue();
        log.step(TicketStep::Call, 10);
        log.step(TicketStep::Recall, 11);
        log.step(TicketStep::Recall, 12);
        log.step(TicketStep::Begin, 13);
        log.step(TicketStep::Hold, 20, {{u"place"_qs, u"photocopy"_qs}});
        log.step(TicketStep::Resume, 35);
        log.step(TicketStep::Finish, 40);
        const Ticket ticket = log.folded();
        QCOMPARE(ticket.state, TicketState::Finished);
        QCOMPARE(ticket.calls, 3);
        QCOMPARE(ticket.intervals.size(), 5);
        for (qsizetype at = 1; at < ticket.intervals.size(); ++at) {
            QCOMPARE(ticket.intervals.at(at).fromMs, ticket.intervals.at(at - 1).untilMs);
        }
        QCOMPARE(ticket.intervals.at(3).place, u"photocopy"_qs);
        QCOMPARE(ticket.spentMs(TicketState::Waiting, 0), 10 * Minute);
        QCOMPARE(ticket.spentMs(TicketState::Called, 0), 3 * Minute);
        QCOMPARE(ticket.spentMs(TicketState::Serving, 0), 12 * Minute);
        QCOMPARE(ticket.spentMs(TicketState::OnHold, 0), 15 * Minute);
        QCOMPARE(ticket.refusedSteps, 0);
        QVERIFY(!ticket.intervals.constFirst().desk.size());
        QVERIFY(!ticket.intervals.at(2).person.isNull());
    }

    // Two desks, each with a clock of its own, neither having seen what the other wrote: the hall they share says what came after what.
    void stepsOfASharedHallAreInItsOrder_data()
    {
        QTest::addColumn<int>("minutesOff");
        QTest::newRow("clocks alike") << 0;
        QTest::newRow("one an hour ahead") << 60;
        QTest::newRow("one an hour behind") << -60;
    }
    void stepsOfASharedHallAreInItsOrder()
    {
        QFETCH(const int, minutesOff);
        Log one;
        Log other;
        other.author = Author('b');
        const auto decided = [](Log &log, TicketStep step, int turn, int minute) { log.step(step, minute, {{u"turn"_qs, turn}}); };
        one.issue();
        decided(one, TicketStep::Call, 2, 1);
        decided(other, TicketStep::NoShow, 3, 2 + minutesOff);
        decided(one, TicketStep::Call, 4, 3);
        decided(other, TicketStep::Reinsert, 5, 4 + minutesOff);
        decided(one, TicketStep::Begin, 6, 5);
        decided(other, TicketStep::Finish, 7, 6 + minutesOff);
        QList<Entry> entries = one.entries + other.entries;
        const Ticket ticket = Ticket::fold(Turn, entries);
        QCOMPARE(ticket.state, TicketState::Finished);
        QCOMPARE(ticket.refusedSteps, 0);
        QCOMPARE(ticket.turn, 7);
        std::mt19937 chance(7);
        for (int i = 0; i < 50; ++i) {
            std::shuffle(entries.begin(), entries.end(), chance);
            QCOMPARE(Ticket::fold(Turn, entries), ticket);
        }
        // What comes in one after the other ends as what comes at once, or is folded anew.
        Ticket going = Ticket::fold(Turn, {one.entries.at(0), one.entries.at(1)});
        QVERIFY(!going.after(other.entries.at(0)));
        const std::optional<Ticket> next = going.after(one.entries.at(2));
        QVERIFY(next);
        QCOMPARE(next->turn, 4);
        Log behind;
        behind.author = one.author;
        behind.entries = {one.entries.constLast()};
        decided(behind, TicketStep::Recall, 3, 9); // known already is what came after it
        QVERIFY(!Ticket::fold(Turn, one.entries).after(behind.entries.constLast()));
    }

    void numbersAreTwoKinds_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<int>("count");
        QTest::newRow("of the hall") << Ticket::numberOf(u"A"_qs, 13) << 13;
        QTest::newRow("many") << Ticket::numberOf(u"B"_qs, 1234) << 1234;
        QTest::newRow("of a desk alone") << Ticket::numberOf(u"A"_qs, 1, u"03"_qs) << 1;
        QTest::newRow("of desk 120") << u"A120-17"_qs << 17;
        QTest::newRow("no mark") << u"A-17"_qs << 0;
        QTest::newRow("no count") << u"A03-"_qs << 0;
        QTest::newRow("no letter") << u"013"_qs << 0;
        QTest::newRow("letters after") << u"A013B"_qs << 0;
        QTest::newRow("nothing") << QString() << 0;
    }
    void numbersAreTwoKinds()
    {
        QFETCH(const QString, number);
        QFETCH(const int, count);
        QCOMPARE(Ticket::countIn(number), count);
    }

    void whoComesBackAfterTheEndIsServedOnce()
    {
        Log log;
        log.issue();
        log.step(TicketStep::Begin, 5);
        log.step(TicketStep::Finish, 10);
        log.step(TicketStep::Begin, 30);
        log.step(TicketStep::Finish, 33);
        const Ticket ticket = log.folded();
        QCOMPARE(ticket.state, TicketState::Finished);
        QCOMPARE(ticket.spentMs(TicketState::Serving, 0), 8 * Minute); // not the time away
        QCOMPARE(ticket.spentMs(TicketState::Waiting, 0), 5 * Minute);
    }

    void callsAreCountedAnewEachTime()
    {
        Log log;
        log.issue();
        log.step(TicketStep::Call, 1);
        log.step(TicketStep::Recall, 2);
        log.step(TicketStep::NoShow, 3);
        log.step(TicketStep::Call, 4);
        QCOMPARE(log.folded().calls, 1);
        log.step(TicketStep::Hold, 5);
        log.step(TicketStep::Call, 6);
        log.step(TicketStep::Recall, 7);
        QCOMPARE(log.folded().calls, 2);
    }

    void whatGoesOnIsCountedToNow()
    {
        Log log;
        log.issue();
        QCOMPARE(log.folded().spentMs(TicketState::Waiting, Morning + 31 * Minute), 31 * Minute);
        QCOMPARE(log.folded().spentMs(TicketState::Waiting, Morning - Minute), 0);
    }

    void theTimeWaitedIsKept_data()
    {
        QTest::addColumn<int>("step");
        QTest::addColumn<QString>("group");
        QTest::newRow("transferred") << int(TicketStep::Transfer) << "B";
        QTest::newRow("put back") << int(TicketStep::Reinsert) << "A";
    }
    void theTimeWaitedIsKept()
    {
        QFETCH(int, step);
        QFETCH(QString, group);
        Log log;
        log.issue(15);
        const qint64 rank = log.folded().rankMs();
        log.step(TicketStep::Call, 10);
        log.step(TicketStep::Begin, 11);
        log.step(static_cast<TicketStep>(step), 18, {{u"group"_qs, group}});
        const Ticket ticket = log.folded();
        QCOMPARE(ticket.state, TicketState::Waiting);
        QCOMPARE(ticket.group, group);
        QCOMPARE(ticket.rankMs(), rank);
        QCOMPARE(ticket.calls, 0);
        QCOMPARE(ticket.spentMs(TicketState::Waiting, Morning + 20 * Minute), 12 * Minute);
        QVERIFY(ticket.now().person.isNull());
    }

    void aPriorityIsSoManyMinutesOfWaiting_data()
    {
        QTest::addColumn<int>("ahead");
        QTest::addColumn<qint64>("rank");
        QTest::newRow("none") << 0 << Morning;
        QTest::newRow("some") << 20 << Morning - 20 * Minute;
        QTest::newRow("less than none counts as none") << -5 << Morning;
        QTest::newRow("a whole day counts as four hours") << 1440 << Morning - 240 * Minute;
    }
    void aPriorityIsSoManyMinutesOfWaiting()
    {
        QFETCH(int, ahead);
        Log log;
        log.issue(ahead);
        QTEST(log.folded().rankMs(), "rank");
    }

    void aClockSetBackMakesNoTimeShorterThanNone()
    {
        Log log;
        log.issue();
        log.step(TicketStep::Call, 10);
        log.step(TicketStep::Begin, -30);
        const Ticket ticket = log.folded();
        QCOMPARE(ticket.state, TicketState::Serving);
        QCOMPARE(ticket.spentMs(TicketState::Called, 0), 0);
        QCOMPARE(ticket.now().fromMs, Morning + 10 * Minute);
    }

    void ofTwoDesksThatCallOneHolds()
    {
        Log log;
        log.issue();
        Author other('b');
        const QList<EntryKey> basis{log.entries.constFirst().header.key};
        log.step(TicketStep::Call, 10);
        log.entries.append(other.write(Turn, kind::TicketStepped, {{u"step"_qs, u"call"_qs}}, basis, Morning + 11 * Minute));
        const Ticket ticket = log.folded();
        QCOMPARE(ticket.state, TicketState::Called);
        QCOMPARE(ticket.refusedSteps, 1);
        QCOMPARE(ticket.now().fromMs, Morning + 10 * Minute);
        QCOMPARE(ticket.heads.size(), 2);
    }

    void whatCannotBeReadIsNoStep()
    {
        Log log;
        log.write(kind::TicketStepped, {{u"step"_qs, u"call"_qs}}, 1);
        QVERIFY(!log.folded().isKnown());
        log = {};
        log.issue();
        log.write(kind::TicketStepped, {{u"step"_qs, u"dance"_qs}}, 1);
        log.write(kind::TicketStepped, {}, 2);
        log.write("ticket.coloured", {}, 3);
        const Ticket ticket = log.folded();
        QCOMPARE(ticket.state, TicketState::Waiting);
        QCOMPARE(ticket.refusedSteps, 2);
        QVERIFY(ticket.fromNewerProgram);
    }

    void everyOrderAndRepetitionFoldsAlike()
    {
        int refused = 0;
        for (quint32 seed = 1; seed <= 200; ++seed) {
            std::mt19937 random(seed);
            const auto below = [&random](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
            std::array authors{Author('a'), Author('b')};
            QList<Entry> entries{authors[0].write(Turn, kind::TicketIssued, {{u"number"_qs, u"A001"_qs}, {u"group"_qs, u"A"_qs}}, {}, Morning)};
            for (int n = 0; n < 12; ++n) {
                // An author has seen all it wrote itself, and what others wrote up to some entry.
                const EntryKey seen = entries.at(below(static_cast<int>(entries.size()))).header.key;
                entries.append(authors[static_cast<size_t>(below(2))].write(Turn, kind::TicketStepped,
                    {{u"step"_qs, ticketStepName(AllSteps[static_cast<size_t>(below(AllSteps.size()))])}}, {seen}, Morning + n * Minute));
            }
            const Ticket one = Ticket::fold(Turn, entries);
            refused += one.refusedSteps;
            std::shuffle(entries.begin(), entries.end(), random);
            entries.append(entries.at(below(13)));
            QCOMPARE(Ticket::fold(Turn, entries), one);
        }
        QVERIFY(refused > 100);
    }

    void forwardTellsWhatARefoldTells()
    {
        for (quint32 seed = 1; seed <= 100; ++seed) {
            std::mt19937 random(seed);
            Log log;
            log.issue(static_cast<int>(random() % 30));
            Ticket forward = log.folded();
            for (int minute = 1; minute < 12; ++minute) {
                log.step(AllSteps[random() % AllSteps.size()], minute, {{u"group"_qs, u"C"_qs}, {u"place"_qs, u"bank"_qs}});
                const std::optional<Ticket> next = forward.after(log.entries.constLast());
                QVERIFY(next);
                forward = *next;
                QCOMPARE(forward, log.folded());
                QCOMPARE(Ticket::fromJson(forward.toJson()), forward);
            }
        }
    }

    void anEntryThatDidNotKnowTheOthersIsNotAddedForward()
    {
        Log log;
        log.issue();
        const Ticket ticket = log.folded();
        Author other('b');
        QVERIFY(!ticket.after(other.write(Turn, kind::TicketStepped, {{u"step"_qs, u"call"_qs}}, {}, Morning)));
        QVERIFY(!ticket.after(other.write(testId('u'), kind::TicketStepped, {{u"step"_qs, u"call"_qs}}, ticket.heads, Morning)));
        QVERIFY(!ticket.after(other.write(Turn, kind::TicketIssued, {{u"number"_qs, u"B1"_qs}}, ticket.heads, Morning)));
    }

    void numbersAreALetterAndACount_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("number");
        QTest::newRow("the first") << 1 << "A001";
        QTest::newRow("three digits") << 999 << "A999";
        QTest::newRow("more on a long day") << 1000 << "A1000";
    }
    void numbersAreALetterAndACount()
    {
        QFETCH(int, count);
        QFETCH(QString, number);
        QCOMPARE(Ticket::numberOf(u"A"_qs, count), number);
        QCOMPARE(Ticket::countIn(number), count);
    }

    void otherTextsAreNoNumber_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "A", "001", "a001", "AB1", "A-1", "A01x"}) {
            QTest::newRow(text) << QString::fromLatin1(text);
        }
    }
    void otherTextsAreNoNumber()
    {
        QFETCH(QString, text);
        QVERIFY(Ticket::countIn(text) < 1);
    }
};

QTEST_GUILESS_MAIN(tst_Ticket)
#include "tst_Ticket.moc"

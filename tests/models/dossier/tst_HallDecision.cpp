// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/dossier/Counter.h"

using namespace motcua;
using namespace motcua::journal;

namespace {

const Id Turn = testId('t');

/** A hall of one ticket and one shift as the store would show them to decide(). */
struct House : Counter
{
    Result<QList<EntryDraft>> of(const Id &person, const ActKind &what, const Id &approver = {})
    {
        Act act{.actor = {Actor::Kind::Person, person}, .desk = desk, .subject = Turn, .approver = approver, .what = what};
        auto drafts = decide(now, act);
        for (const EntryDraft &draft : drafts ? *drafts : QList<EntryDraft>()) {
            Entry entry = author.writeBytes(draft.subject, draft.kind, draft.payload, draft.basis, now.nowMs, draft.version);
            entry.header.desk = desk;
            entry.header.actor.id = person; // the author of the bench is one person; the fold reads the header
            hall.append(entry);
        }
        const Ticket ticket = Ticket::fold(Turn, hall);
        now.ticket = ticket.isKnown() ? std::optional(ticket) : std::nullopt;
        const Shift shift = Shift::fold(Turn, hall);
        now.shift = shift.isKnown() ? std::optional(shift) : std::nullopt;
        now.heads = ticket.heads;
        return drafts;
    }
    Result<QList<EntryDraft>> step(TicketStep step, const Id &person = Officer) { return of(person, StepTicket{.step = step}); }
    void issue() { QVERIFY(of(Officer, IssueTicket{.group = u"A"_qs})); }

    QByteArray desk = "H26.1.13/3"; ///< of whoever acts next
    QList<Entry> hall = {};
};

} // namespace

class tst_HallDecision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNextNumberOfTheDayIsGiven_data()
    {
        QTest::addColumn<int>("last");
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("number");
        QTest::newRow("the first") << 0 << "" << "A001";
        QTest::newRow("after others") << 41 << "" << "A042";
        QTest::newRow("past three digits") << 999 << "" << "A1000";
        QTest::newRow("as a shared hall gave it") << 41 << "A107" << "A107";
    }
    void theNextNumberOfTheDayIsGiven()
    {
        QFETCH(int, last);
        QFETCH(QString, given);
        QFETCH(QString, number);
        House house;
        house.now.lastTicket = last;
        QVERIFY(house.of(Officer, IssueTicket{.group = u"A"_qs, .number = given}));
        QCOMPARE(house.now.ticket->number, number);
        QCOMPARE(house.now.ticket->issuedAtMs, house.now.nowMs);
    }

    void aTicketThatIsNoneIsNotIssued_data()
    {
        QTest::addColumn<QString>("group");
        QTest::addColumn<int>("ahead");
        QTest::addColumn<QString>("number");
        QTest::newRow("no group") << "" << 0 << "";
        QTest::newRow("a small letter") << "a" << 0 << "";
        QTest::newRow("two letters") << "AB" << 0 << "";
        QTest::newRow("a letter of ours") << "Đ" << 0 << "";
        QTest::newRow("behind everybody") << "A" << -1 << "";
        QTest::newRow("more than four hours ahead") << "A" << 241 << "";
        QTest::newRow("a number of another group") << "A" << 0 << "B001";
        QTest::newRow("a number that counts nothing") << "A" << 0 << "A";
    }
    void aTicketThatIsNoneIsNotIssued()
    {
        QFETCH(QString, group);
        QFETCH(int, ahead);
        QFETCH(QString, number);
        House house;
        QCOMPARE(codeOf(house.of(Officer, IssueTicket{group, ahead, number})), ErrorCode::Invalid);
    }

    void aTicketIsIssuedOnce()
    {
        House house;
        house.issue();
        QCOMPARE(codeOf(house.of(Officer, IssueTicket{.group = u"A"_qs})), ErrorCode::Refused);
    }

    void whoMayDoWhat_data()
    {
        QTest::addColumn<char>("person");
        QTest::addColumn<bool>("may");
        QTest::newRow("officer") << '1' << true;
        QTest::newRow("supervisor") << '2' << true;
        QTest::newRow("trainee") << '4' << true; // receives people
        QTest::newRow("administrator") << '3' << false;
        QTest::newRow("inspector") << '5' << false;
        QTest::newRow("somebody disabled") << '6' << false;
        QTest::newRow("a stranger") << '9' << false;
    }
    void whoMayDoWhat()
    {
        QFETCH(char, person);
        QFETCH(bool, may);
        const ErrorCode expected = may ? ErrorCode::Internal : ErrorCode::NotAllowed;
        House house;
        QCOMPARE(codeOf(house.of(testId(person), IssueTicket{.group = u"A"_qs})), expected);
        House other;
        other.issue();
        QCOMPARE(codeOf(other.step(TicketStep::Call, testId(person))), expected);
        House opening;
        QCOMPARE(codeOf(opening.of(testId(person), OpenShift{})), expected);
    }

    void aKioskIssuesAndCallsNobody()
    {
        House house;
        const Act issue{.actor = {Actor::Kind::Device, testId('k')}, .subject = Turn, .what = IssueTicket{.group = u"A"_qs}};
        QVERIFY(decide(house.now, issue));
        house.issue();
        const Act call{.actor = {Actor::Kind::Device, testId('k')}, .subject = Turn, .what = StepTicket{.step = TicketStep::Call}};
        QCOMPARE(decide(house.now, call).error().code, ErrorCode::NotAllowed);
    }

    void whoIsCalledIsAtOneDeskOnly()
    {
        House house;
        QCOMPARE(codeOf(house.step(TicketStep::Call)), ErrorCode::NotFound);
        house.issue();
        QVERIFY(house.step(TicketStep::Call));
        const auto again = house.step(TicketStep::Call, Trainee);
        QCOMPARE(codeOf(again), ErrorCode::TicketTaken);
        QCOMPARE(again.error().detail, u"A001"_qs);
        QCOMPARE(codeOf(house.step(TicketStep::Begin, Trainee)), ErrorCode::TicketTaken);
        QCOMPARE(codeOf(house.step(TicketStep::Finish, Trainee)), ErrorCode::TicketTaken);
        QVERIFY(house.step(TicketStep::Begin));
        house.desk = "H26.1.13/4";
        QCOMPARE(codeOf(house.step(TicketStep::Hold, Trainee)), ErrorCode::TicketTaken);
        house.desk = "H26.1.13/3";
        QVERIFY(house.step(TicketStep::Hold));
        house.desk = "H26.1.13/4";
        QVERIFY(house.step(TicketStep::Resume, Trainee)); // back from the photocopier, at another desk
        QCOMPARE(house.now.ticket->now().person, Trainee);
    }

    void whoSitsDownAtADeskPutsAsideWhomTheOneBeforeLeftThere_data()
    {
        QTest::addColumn<int>("step");
        QTest::addColumn<QString>("desk");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("on hold") << int(TicketStep::Hold) << "H26.1.13/3" << true;
        QTest::newRow("back among those who wait") << int(TicketStep::Reinsert) << "H26.1.13/3" << true;
        QTest::newRow("from another desk") << int(TicketStep::Hold) << "H26.1.13/4" << false;
        QTest::newRow("waiting, from another desk") << int(TicketStep::Reinsert) << "H26.1.13/4" << false;
        QTest::newRow("finished") << int(TicketStep::Finish) << "H26.1.13/3" << false;
        QTest::newRow("elsewhere") << int(TicketStep::Transfer) << "H26.1.13/3" << false;
    }
    void whoSitsDownAtADeskPutsAsideWhomTheOneBeforeLeftThere()
    {
        QFETCH(int, step);
        QFETCH(QString, desk);
        QFETCH(bool, allowed);
        House house;
        house.issue();
        QVERIFY(house.step(TicketStep::Call));
        QVERIFY(house.step(TicketStep::Begin));
        house.desk = desk.toUtf8();
        QCOMPARE(codeOf(house.of(Trainee, StepTicket{.step = TicketStep(step), .group = u"B"_qs})), allowed ? Taken : ErrorCode::TicketTaken);
    }

    void whoWasSentToADeskIsCalledByThatDeskOnly_data()
    {
        QTest::addColumn<QString>("desk");
        QTest::addColumn<bool>("calls");
        QTest::newRow("this one") << "H26.1.13/3" << true;
        QTest::newRow("another") << "H26.1.13/4" << false;
    }
    void whoWasSentToADeskIsCalledByThatDeskOnly()
    {
        QFETCH(QString, desk);
        QFETCH(bool, calls);
        for (const TicketStep step : {TicketStep::Call, TicketStep::Begin}) {
            House house;
            house.issue();
            QVERIFY(house.of(Officer, StepTicket{.step = TicketStep::Transfer, .desk = desk}));
            QCOMPARE(codeOf(house.step(step)), calls ? ErrorCode::Internal : ErrorCode::TicketTaken);
        }
    }

    void aSupervisorEndsTheTurnOfAnotherDeskAndTakesNobodyFromIt()
    {
        House house;
        house.issue();
        QVERIFY(house.step(TicketStep::Call));
        QVERIFY(house.step(TicketStep::Begin));
        QCOMPARE(codeOf(house.step(TicketStep::Resume, Supervisor)), ErrorCode::TicketTaken);
        QVERIFY(house.step(TicketStep::Finish, Supervisor));
        QCOMPARE(house.now.ticket->state, TicketState::Finished);
    }

    void whatWasLeftOverYesterdayAnybodyEnds()
    {
        House house;
        house.issue();
        QVERIFY(house.step(TicketStep::Call));
        QVERIFY(house.step(TicketStep::Begin));
        QCOMPARE(codeOf(house.step(TicketStep::Finish, Trainee)), ErrorCode::TicketTaken);
        house.now.nowMs += 24 * 3'600'000LL;
        QVERIFY(house.step(TicketStep::Finish, Trainee));
    }

    void anOfficerHasOneCitizenAtATime_data()
    {
        QTest::addColumn<int>("step");
        QTest::addColumn<bool>("takes");
        QTest::newRow("call") << int(TicketStep::Call) << true;
        QTest::newRow("begin") << int(TicketStep::Begin) << true;
        QTest::newRow("cancel") << int(TicketStep::Cancel) << false;
        QTest::newRow("transfer") << int(TicketStep::Transfer) << false;
    }
    void anOfficerHasOneCitizenAtATime()
    {
        QFETCH(int, step);
        QFETCH(bool, takes);
        House house;
        house.issue();
        house.now.inHand = u"B007"_qs;
        const auto drafts = house.of(Officer, StepTicket{.step = static_cast<TicketStep>(step), .group = u"B"_qs});
        QCOMPARE(codeOf(drafts), takes ? ErrorCode::TicketInHand : ErrorCode::Internal);
        if (takes) {
            QCOMPARE(drafts.error().detail, u"B007"_qs);
        }
    }

    void aStepSaysWhatItNeedsAndNoMore_data()
    {
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("desk");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<bool>("fits");
        QTest::newRow("to another group") << "B" << "" << "" << true;
        QTest::newRow("to a desk") << "" << "H26.1.13/4" << "" << true;
        QTest::newRow("with a reason") << "B" << "" << "cần công chứng trước" << true;
        QTest::newRow("nowhere") << "" << "" << "" << false;
        QTest::newRow("to where it is") << "A" << "" << "" << false;
        QTest::newRow("to no letter") << "b" << "" << "" << false;
        QTest::newRow("a novel") << "B" << "" << QString(201, u'x') << false;
        QTest::newRow("a reason nobody can read") << "B" << "" << u"a\u202Eb"_qs << false;
    }
    void aStepSaysWhatItNeedsAndNoMore()
    {
        QFETCH(QString, group);
        QFETCH(QString, desk);
        QFETCH(QString, reason);
        QFETCH(bool, fits);
        House house;
        house.issue();
        const auto drafts = house.of(Officer, StepTicket{.step = TicketStep::Transfer, .group = group, .desk = desk, .place = u"bank"_qs, .reason = reason});
        QCOMPARE(codeOf(drafts), fits ? ErrorCode::Internal : ErrorCode::Invalid);
        if (fits) {
            QVERIFY(!drafts->constFirst().said.contains(u"place")); // nobody is on hold
        }
    }

    void aShiftIsOnesOwn()
    {
        House house;
        QCOMPARE(codeOf(house.of(Officer, StepShift{ShiftState::OnBreak})), ErrorCode::NotFound);
        QCOMPARE(codeOf(house.of(Officer, OpenShift{Money{-1}})), ErrorCode::Invalid);
        QVERIFY(house.of(Officer, OpenShift{Money{500'000}}));
        QCOMPARE(codeOf(house.of(Officer, OpenShift{})), ErrorCode::Refused);
        QCOMPARE(codeOf(house.of(Trainee, StepShift{ShiftState::OnBreak})), ErrorCode::NotAllowed);
        QCOMPARE(codeOf(house.of(Supervisor, StepShift{ShiftState::OnBreak})), ErrorCode::NotAllowed);
        QCOMPARE(codeOf(house.of(Officer, StepShift{ShiftState::Serving})), ErrorCode::Refused);
        QVERIFY(house.of(Officer, StepShift{ShiftState::OnBreak, house.now.nowMs + 600'000}));
        QCOMPARE(house.now.shift->now().announcedMs, house.now.nowMs + 600'000);
        QVERIFY(house.of(Supervisor, StepShift{ShiftState::Closed}));
        QCOMPARE(codeOf(house.of(Officer, StepShift{ShiftState::Serving})), ErrorCode::Refused);
    }

    void aShiftIsHandedToWhoMayServe_data()
    {
        QTest::addColumn<Id>("actor");
        QTest::addColumn<Id>("to");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("to a colleague") << Officer << Supervisor << Taken;
        QTest::newRow("to nobody") << Officer << Id() << ErrorCode::NotAllowed;
        QTest::newRow("to whom nobody admitted") << Officer << testId('z') << ErrorCode::NotAllowed;
        QTest::newRow("to an inspector, who serves nobody") << Officer << Inspector << ErrorCode::NotAllowed;
        QTest::newRow("to oneself") << Officer << Officer << ErrorCode::SecondPersonMissing;
        QTest::newRow("somebody else's") << Supervisor << Officer << ErrorCode::NotAllowed;
    }
    void aShiftIsHandedToWhoMayServe()
    {
        QFETCH(Id, actor);
        QFETCH(Id, to);
        QFETCH(ErrorCode, code);
        House house;
        QCOMPARE(codeOf(house.of(actor, HandOverShift{.to = to})), ErrorCode::NotFound);
        QVERIFY(house.of(Officer, OpenShift{}));
        const auto drafts = house.of(actor, HandOverShift{.to = to, .tickets = {u"A009"_qs}, .drafts = 2, .originals = {testId('o')}});
        QCOMPARE(codeOf(drafts), code);
        if (code == Taken) {
            QCOMPARE(house.now.shift->handedTo, to);
            QCOMPARE(drafts->constFirst().said.value(u"tickets").toArray(), QJsonArray{u"A009"_qs});
            QCOMPARE(drafts->constFirst().said.value(u"originals").toArray().size(), 1);
            QCOMPARE(codeOf(house.of(actor, HandOverShift{.to = to})), ErrorCode::Refused); // once
        }
    }

    void onlyWhoAnswersForSomebodyOnHoldHandsThemOver()
    {
        House house;
        house.issue();
        QVERIFY(house.step(TicketStep::Call));
        QVERIFY(house.step(TicketStep::Begin));
        const ActKind handOver = StepTicket{.step = TicketStep::HandOver, .to = Supervisor};
        QCOMPARE(codeOf(house.of(Officer, handOver)), ErrorCode::TicketTaken); // who is served stays with whom they sit before
        QVERIFY(house.step(TicketStep::Hold));
        QCOMPARE(codeOf(house.of(Supervisor, handOver)), ErrorCode::TicketTaken);
        QCOMPARE(codeOf(house.of(Officer, StepTicket{.step = TicketStep::HandOver, .to = Inspector})), ErrorCode::NotAllowed);
        QVERIFY(house.of(Officer, handOver));
        QCOMPARE(house.now.ticket->now().person, Supervisor);
    }

    void aDeskThatIsNoneDoesNotOpen()
    {
        House house;
        house.now.unit = {};
        QCOMPARE(codeOf(house.of(Officer, OpenShift{})), ErrorCode::UnitMissing);
    }
};

QTEST_GUILESS_MAIN(tst_HallDecision)
#include "tst_HallDecision.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/dossier/Counter.h"
#include "tests/models/dossier/SaidSteps.h"

using namespace motcua;
using namespace motcua::journal;

namespace {

using Status = DossierStatus;

const QList<SupplementItem> Birth{{.paper = u"birth"_qs, .name = u"Giấy chứng sinh"_qs, .reason = u"chưa nộp"_qs, .originals = 1}};

StepDossier supplement(const QList<SupplementItem> &asked = Birth, const QString &overrideReason = {})
{
    return {.reason = Reason, .event = u"request_supplement"_qs, .asked = asked, .overrideReason = overrideReason};
}

StepDossier extension(qint64 dueAtMs, const QString &reason = Reason)
{
    return {.reason = reason, .dueAtMs = dueAtMs, .event = u"extend"_qs};
}

StepDossier expiry(const QString &overrideReason = {})
{
    return {.event = u"supplement_expired"_qs, .overrideReason = overrideReason};
}

} // namespace

class tst_Steps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStepIsTakenOrRefusedForATypedReason_data()
    {
        QTest::addColumn<Status>("from");
        QTest::addColumn<StepDossier>("step");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char *claim, Status from, const StepDossier &step, ErrorCode code) {
            QTest::addRow("%s", claim) << from << step << code;
        };
        row("by its status alone where one event leads there", Status::Accepted, StepDossier{Status::Processing}, Taken);
        row("by its event alone", Status::Accepted, stepBy(u"transfer"_qs), Taken);
        row("4 to 4 serves several events, and one must be named", Status::Processing, StepDossier{Status::Processing}, ErrorCode::Invalid);
        row("4 to 9 too", Status::Processing, StepDossier{Status::Processed}, ErrorCode::Invalid);
        row("neither status nor event", Status::Processing, StepDossier{}, ErrorCode::Invalid);
        row("an event that leads elsewhere", Status::Processing, StepDossier{.to = Status::Stopped, .event = u"result_ready"_qs},
            ErrorCode::Invalid);
        row("an event that is not of this status", Status::Accepted, stepBy(u"result_ready"_qs), ErrorCode::Refused);
        row("an event nobody knows", Status::Processing, stepBy(u"teleport"_qs), ErrorCode::Refused);
        row("a status nothing leads to", Status::Accepted, StepDossier{Status::HandedOver}, ErrorCode::Refused);

        row("withdrawing while it is processed", Status::Processing, stepBy(u"withdraw_request"_qs), Taken);
        row("withdrawing before the transfer", Status::Accepted, stepBy(u"withdraw_request"_qs), ErrorCode::Refused);
        row("withdrawing while supplements are awaited", Status::SupplementRequested, stepBy(u"withdraw_request"_qs), ErrorCode::Refused);
        row("withdrawing what is done", Status::Processed, stepBy(u"withdraw_request"_qs), ErrorCode::Refused);
        row("granting a withdrawal", Status::WithdrawalRequested, stepBy(u"withdraw_granted"_qs), Taken);
        row("granting what nobody asked", Status::Processing, stepBy(u"withdraw_granted"_qs), ErrorCode::Refused);
        row("stopping", Status::Processing, stepBy(u"stop"_qs), Taken);
        row("stopping without a reason", Status::Processing, stepBy(u"stop"_qs, {}), ErrorCode::Invalid);
        row("stopping for a reason nobody sees", Status::Processing, stepBy(u"stop"_qs, u" \u00A0 "_qs), ErrorCode::Invalid);
        row("stopping while supplements are awaited is expiring", Status::SupplementRequested, stepBy(u"stop"_qs), ErrorCode::Refused);
        row("P13: refusing after processing needs a reason", Status::Processing, stepBy(u"refusal_after_processing"_qs, {}), ErrorCode::Invalid);
        row("P13: refusing after processing", Status::Processing, stepBy(u"refusal_after_processing"_qs), Taken);
        row("paying", Status::PaymentRequested, stepBy(u"paid"_qs), Taken);
        row("nothing follows stopping", Status::Stopped, stepBy(u"transfer"_qs), ErrorCode::Refused);
        row("nothing follows handing over", Status::HandedOver, stepBy(u"transfer"_qs), ErrorCode::Refused);

        row("accepting is another act", Status::Accepted, stepBy(u"accept"_qs), ErrorCode::Refused);
        row("cancelling an acceptance is another act", Status::Accepted, stepBy(u"cancel_acceptance"_qs), ErrorCode::Refused);
        row("cancelling by the status alone is too", Status::Accepted, StepDossier{.to = Status::Stopped, .reason = Reason},
            ErrorCode::Refused);

        row("a promise where the step gives none", Status::Processing,
            {.reason = Reason, .dueAtMs = on(30), .event = u"hand_over_between_units"_qs}, ErrorCode::PromiseWrong);
        row("a promise at the transfer", Status::Accepted, {.dueAtMs = on(30), .event = u"transfer"_qs}, Taken);
        row("a promise in the past", Status::Accepted, {.dueAtMs = on(20), .event = u"transfer"_qs}, ErrorCode::PromiseWrong);
        row("asking with a step that does not ask", Status::Processing, {.reason = Reason, .event = u"stop"_qs, .asked = Birth},
            ErrorCode::Invalid);
        row("bringing with a step that does not bring", Status::Processing, {.reason = Reason, .event = u"stop"_qs, .arrived = Birth},
            ErrorCode::Invalid);
        row("P1: a supplement without a reason", Status::Processing, {.event = u"request_supplement"_qs, .asked = Birth}, ErrorCode::Invalid);
        row("P1: a supplement with all it asks for and why", Status::Processing, supplement(), Taken);
        row("asking for something without a name", Status::Processing, supplement({{.paper = u"birth"_qs}}), ErrorCode::Invalid);
        row("asking for fewer than none", Status::Processing, supplement({{.name = u"Giấy"_qs, .copies = -1}}), ErrorCode::Invalid);
        row("a text that turns its direction", Status::Processing, stepBy(u"stop"_qs, u"lý do \u202E"_qs), ErrorCode::Invalid);
        row("a zero-width character in what is asked", Status::Processing, supplement({{.name = u"Giấy\u200B"_qs}}), ErrorCode::Invalid);
        row("a reason of several lines", Status::Processing, stepBy(u"stop"_qs, u"một\nhai"_qs), Taken);
        row("a reason of 5,000 characters", Status::Processing, stepBy(u"stop"_qs, QString(5000, u'a')), Taken);
    }
    void aStepIsTakenOrRefusedForATypedReason()
    {
        QFETCH(Status, from);
        QFETCH(StepDossier, step);
        QFETCH(ErrorCode, code);
        Counter counter;
        counter.bringTo(from);
        QCOMPARE(codeOf(counter.ask(Officer, step)), code);
    }

    void guardsAreJudgedByTheClockOfTheDesk_data()
    {
        QTest::addColumn<Status>("from");
        QTest::addColumn<qint64>("nowMs");
        QTest::addColumn<StepDossier>("step");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("guards"); // named by the error, or overridden in the entry
        const auto row = [](const char *claim, Status from, qint64 nowMs, const StepDossier &step, ErrorCode code,
                             const QString &guards = {}) { QTest::addRow("%s", claim) << from << nowMs << step << code << guards; };
        // Received on Monday 23/11, promised for Thursday 26/11 17:00.
        row("P8: a supplement on the third working day", Status::Processing, on(26, 23), supplement(), Taken);
        row("P8: a supplement on the fourth", Status::Processing, on(27, 0), supplement(), ErrorCode::RuleNeedsReason,
            u"withinWorkingDaysOfReceipt"_qs);
        row("P8: a supplement on the fourth, for a reason", Status::Processing, on(27), supplement(Birth, Reason), Taken,
            u"withinWorkingDaysOfReceipt"_qs);
        row("a blank reason is none", Status::Processing, on(27), supplement(Birth, u" "_qs), ErrorCode::RuleNeedsReason,
            u"withinWorkingDaysOfReceipt"_qs);
        row("a reason where nothing is overridden", Status::Processing, on(24), supplement(Birth, Reason), Taken);
        row("P1: a supplement that asks for nothing", Status::Processing, on(24), supplement({}), ErrorCode::NothingAskedFor,
            u"asksForSomething"_qs);
        row("a hard guard is told before a soft one", Status::Processing, on(27), supplement({}), ErrorCode::NothingAskedFor,
            u"asksForSomething"_qs);

        row("P10: an extension a day before", Status::Processing, on(25, 23), extension(on(30)), Taken);
        row("P10: an extension on the day itself", Status::Processing, on(26, 7), extension(on(30)), ErrorCode::StepTooLate,
            u"daysBeforeDue"_qs);
        row("P10: an extension when it is late", Status::Processing, on(27), extension(on(30)), ErrorCode::StepTooLate, u"daysBeforeDue"_qs);
        row("P10: an extension without a date", Status::Processing, on(24), extension(0), ErrorCode::PromiseWrong);
        row("an extension to an earlier day", Status::Processing, on(24), extension(on(25)), ErrorCode::PromiseWrong);
        row("an extension to the same moment", Status::Processing, on(24), extension(on(26, 17)), ErrorCode::PromiseWrong);
        row("P10: an extension without a reason", Status::Processing, on(24), extension(on(30), {}), ErrorCode::Invalid);
        row("an extension before the transfer", Status::Accepted, on(24), extension(on(30)), ErrorCode::Refused);

        row("an expiry nobody had set a time for", Status::SupplementRequested, on(30), expiry(), ErrorCode::RuleNeedsReason,
            u"answerTimeIsOver"_qs);
        row("an expiry for a reason", Status::SupplementRequested, on(30), expiry(Reason), Taken, u"answerTimeIsOver"_qs);

        row("handing over to whom nobody identified", Status::Processed, on(24), handOver({}), ErrorCode::NotConfirmed,
            u"confirmed.receiverIdentified"_qs);
        row("handing over", Status::Processed, on(24), handOver({Confirmation::ReceiverIdentified}), Taken);
    }
    void guardsAreJudgedByTheClockOfTheDesk()
    {
        QFETCH(Status, from);
        QFETCH(qint64, nowMs);
        QFETCH(StepDossier, step);
        QFETCH(ErrorCode, code);
        QFETCH(QString, guards);
        Counter counter;
        counter.bringTo(from);
        counter.now.nowMs = nowMs;
        const auto drafts = counter.ask(Officer, step);
        QCOMPARE(codeOf(drafts), code);
        if (!guards.isEmpty()) {
            QCOMPARE(drafts ? overridden(drafts).join(u',') : detailOf(drafts), guards);
        } else if (drafts) {
            QVERIFY(overridden(drafts).isEmpty());
            QVERIFY(!payloadOf(drafts).contains(u"overrideReason"_qs));
        }
    }

    void aSecondSupplementIsWarnedOfAndAThirdToo()
    {
        Counter counter;
        counter.bringTo(Status::SupplementRequested);
        for (int round = 0; round < 2; ++round) {
            QVERIFY(counter.act(Officer, stepBy(u"supplement_received"_qs)));
            const auto drafts = counter.ask(Officer, supplement());
            QCOMPARE(codeOf(drafts), ErrorCode::RuleNeedsReason);
            QCOMPARE(detailOf(drafts), u"atMostOnce"_qs);
            QVERIFY(counter.act(Officer, supplement(Birth, u"  mất bản đầu "_qs)));
            QCOMPARE(counter.now.dossier->events.constLast().what.value(u"overrideReason").toString(), u"mất bản đầu"_qs);
        }
        QCOMPARE(counter.now.dossier->supplementRounds().size(), 3);
        QVERIFY(isIndexOverdue(counter.now.dossier->supplementRounds()));
    }

    void onlyOneExtensionWhateverItWasCalled_data()
    {
        QTest::addColumn<QJsonObject>("earlier");
        QTest::addColumn<ErrorCode>("code");
        const QString later = vietnamTime(on(30)).toString(Qt::ISODate);
        QTest::addRow("P10: after one of this program")
            << QJsonObject{{u"event"_qs, u"extend"_qs}, {u"from"_qs, 4}, {u"to"_qs, 4}, {u"dueAt"_qs, later}} << ErrorCode::StepTakenBefore;
        QTest::addRow("after one by a program that named no event")
            << QJsonObject{{u"from"_qs, 4}, {u"to"_qs, 4}, {u"dueAt"_qs, later}} << ErrorCode::StepTakenBefore;
        QTest::addRow("after handing on by such a program") << QJsonObject{{u"from"_qs, 4}, {u"to"_qs, 4}} << Taken;
        QTest::addRow("after handing on") << QJsonObject{{u"event"_qs, u"hand_over_between_units"_qs}, {u"from"_qs, 4}, {u"to"_qs, 4}}
                                          << Taken;
    }
    void onlyOneExtensionWhateverItWasCalled()
    {
        QFETCH(QJsonObject, earlier);
        QFETCH(ErrorCode, code);
        Counter counter;
        counter.bringTo(Status::Processing);
        counter.write(kind::DossierStepped, earlier);
        QCOMPARE(codeOf(counter.ask(Officer, extension(vietnamTime(QDate(2026, 12, 10), QTime(17, 0)).toMSecsSinceEpoch()))), code);
    }

    void anExtensionMovesThePromiseAndKeepsTheFirst()
    {
        Counter counter;
        counter.bringTo(Status::Processing);
        const qint64 first = counter.now.dossier->dueAtMs();
        QVERIFY(counter.act(Officer, extension(on(30))));
        QCOMPARE(counter.now.dossier->dueAtMs(), on(30));
        QCOMPARE(counter.now.dossier->firstDueAtMs, first);
        QCOMPARE(counter.now.dossier->status.status, Status::Processing);
    }

    void anExpiryWaitsForTheTimeThatWasNamed_data()
    {
        QTest::addColumn<qint64>("nowMs");
        QTest::addColumn<ErrorCode>("code");
        QTest::addRow("while it runs") << on(27, 16) << ErrorCode::RuleNeedsReason;
        QTest::addRow("when it is over") << on(27, 18) << Taken;
    }
    void anExpiryWaitsForTheTimeThatWasNamed()
    {
        QFETCH(qint64, nowMs);
        QFETCH(ErrorCode, code);
        Counter counter;
        counter.bringTo(Status::Processing);
        StepDossier asking = supplement();
        asking.answerByMs = on(27, 17);
        QVERIFY(counter.act(Officer, asking));
        counter.now.nowMs = nowMs;
        QCOMPARE(codeOf(counter.ask(Officer, expiry())), code);
    }

    void moneyAndOriginalsAreSeenToBeforeTheResultIsGivenOut_data()
    {
        QTest::addColumn<int>("held");
        QTest::addColumn<qint64>("paid");
        QTest::addColumn<bool>("returned");
        QTest::addColumn<ErrorCode>("code");
        QTest::addRow("all paid, nothing held") << 0 << qint64{16000} << false << Taken;
        QTest::addRow("nothing paid") << 0 << qint64{0} << false << ErrorCode::RuleNeedsReason;
        QTest::addRow("a đồng short") << 0 << qint64{15999} << false << ErrorCode::RuleNeedsReason;
        QTest::addRow("P12: originals held and not given back") << 1 << qint64{16000} << false << ErrorCode::NotConfirmed;
        QTest::addRow("P12: originals held and given back") << 1 << qint64{16000} << true << Taken;
    }
    void moneyAndOriginalsAreSeenToBeforeTheResultIsGivenOut()
    {
        QFETCH(int, held);
        QFETCH(qint64, paid);
        QFETCH(bool, returned);
        QFETCH(ErrorCode, code);
        Counter counter;
        QJsonObject acceptance = golden(kind::DossierAccepted);
        acceptance.insert(u"papers", QJsonArray{QJsonObject{{u"id"_qs, u"id-card"_qs}, {u"held"_qs, held}}});
        counter.write(kind::DossierAccepted, acceptance);
        counter.write(kind::DossierStepped, {{u"from"_qs, 2}, {u"to"_qs, 4}});
        counter.write(kind::DossierStepped, {{u"from"_qs, 4}, {u"to"_qs, 9}});
        if (paid != 0) {
            QVERIFY(counter.act(Officer, TakeFee{{paid}, u"cash"_qs, u"BL"_qs, u"1"_qs}));
        }
        QList<Confirmation> confirmed{Confirmation::ReceiverIdentified, Confirmation::SlipWithdrawn};
        if (returned) {
            confirmed.append(Confirmation::OriginalsReturned);
        }
        QCOMPARE(codeOf(counter.ask(Officer, handOver(confirmed))), code);
    }

    void eachStepAsksForItsRight()
    {
        Counter counter;
        counter.bringTo(Status::PaymentRequested);
        const Actor device{Actor::Kind::Device, counter.now.origin};
        // The portal's word of a payment comes in by itself, also of one made while the line was down; nothing else does.
        QVERIFY(decide(counter.now, {.actor = device, .subject = Subject, .what = stepBy(u"paid"_qs)}));
        const qint64 demanded = counter.now.dossier->events.constLast().atMs;
        const qint64 nowMs = counter.now.nowMs;
        counter.now.nowMs += 86'400'000;
        QVERIFY(decide(counter.now, {.actor = device, .subject = Subject, .receiptMs = demanded + 1000, .what = stepBy(u"paid"_qs)}));
        counter.now.nowMs = nowMs;
        QVERIFY(counter.act(Officer, stepBy(u"paid"_qs)));
        for (const QString &name : {u"stop"_qs, u"result_ready"_qs, u"nothing"_qs}) {
            QCOMPARE(codeOf(decide(counter.now, {.actor = device, .subject = Subject, .what = stepBy(name)})), ErrorCode::NotAllowed);
        }
        QVERIFY(counter.act(Officer, stepBy(u"result_ready"_qs)));
        // A trainee may take steps beside a supervisor, but hands nothing over.
        const StepDossier over = handOver(allConfirmations());
        QCOMPARE(codeOf(counter.ask(Trainee, over, Supervisor)), ErrorCode::NotAllowed);
        QVERIFY(counter.ask(Officer, over));
    }

    void whatIsWrittenSaysEverything()
    {
        Counter counter;
        counter.bringTo(Status::Processing);
        StepDossier asking = supplement(
            {{.paper = u"birth"_qs, .name = u" Gi\u0061\u0302\u0301y  chứng sinh"_qs, .reason = u"chưa nộp"_qs, .copies = 2}});
        asking.answerByMs = on(27, 17);
        const QJsonObject payload = payloadOf(counter.act(Officer, asking));
        QCOMPARE(payload.value(u"event").toString(), u"request_supplement"_qs);
        QCOMPARE(payload.value(u"from").toInt(), 4);
        QCOMPARE(payload.value(u"to").toInt(), 5);
        QCOMPARE(payload.value(u"asked"),
            QJsonValue(QJsonArray{QJsonObject{
                {u"paper"_qs, u"birth"_qs}, {u"name"_qs, u"Giấy chứng sinh"_qs}, {u"reason"_qs, u"chưa nộp"_qs}, {u"copies"_qs, 2}}}));
        const SupplementRound round = counter.now.dossier->supplementRounds().constFirst();
        QCOMPARE(round.answerByMs, on(27, 17));
        QVERIFY(round.isOpen());
        StepDossier bringing = stepBy(u"supplement_received"_qs);
        bringing.arrived = Birth;
        QVERIFY(counter.act(Officer, bringing));
        QCOMPARE(counter.now.dossier->supplementRounds().constFirst().arrived, Birth);
        // A second form 02 after a second request is an original again: what it shows is another.
        QVERIFY(counter.act(Officer, IssueSlip{.slip = u"02"_qs, .sheet = testId('x')}));
        QCOMPARE(codeOf(counter.ask(Officer, IssueSlip{.slip = u"02"_qs, .sheet = testId('y')})), ErrorCode::Refused);
        QVERIFY(counter.act(Officer, supplement(Birth, Reason)));
        QVERIFY(counter.ask(Officer, IssueSlip{.slip = u"02"_qs, .sheet = testId('y')}));
    }

    void turningAwayIsLoggedWithoutACode()
    {
        Counter counter;
        TurnAway away{.procedure = u"9.000001"_qs, .procedureName = u"Thủ tục thử"_qs, .edition = u"9.000001@2026"_qs};
        away.roles = {{u"applicant.name"_qs, u"name"_qs}};
        away.fields.set(u"name"_qs, FieldValue::given(u"Nguyễn Văn Thử"_qs));
        away.reason = u"thiếu giấy"_qs;
        QCOMPARE(codeOf(counter.ask(Officer, away)), ErrorCode::NothingAskedFor);
        away.asked = Birth;
        QCOMPARE(codeOf(counter.ask(Inspector, away)), ErrorCode::NotAllowed);
        QVERIFY(counter.act(Officer, away));
        const Dossier sent = *counter.now.dossier;
        QCOMPARE(sent.status.status, Status::Registered);
        QVERIFY(sent.code.isEmpty() && sent.incomplete && sent.isRegisteredOnly());
        QCOMPARE(sent.role(u"applicant.name"_qs).text, u"Nguyễn Văn Thử"_qs);
        QCOMPARE(sent.procedureName(), u"Thủ tục thử"_qs);
        QCOMPARE(sent.unit, u"H26.1.13"_qs);
        QVERIFY(counter.act(Officer, IssueSlip{.slip = u"02"_qs, .sheet = testId('x')}));
        // Once, with everything; again only for a reason.
        QCOMPARE(codeOf(counter.ask(Officer, away)), ErrorCode::RuleNeedsReason);
        away.overrideReason = Reason;
        QVERIFY(counter.ask(Officer, away));
        // What can be returned incomplete can be complete later.
        QVERIFY(counter.act(Officer, AcceptDossier{testIntake()}));
        QCOMPARE(counter.now.dossier->status.status, Status::Accepted);
        QCOMPARE(counter.now.dossier->code, u"H26.1.13-261123-0301"_qs);
        QVERIFY(!counter.now.dossier->incomplete);
        QCOMPARE(codeOf(counter.ask(Officer, away)), ErrorCode::Refused);
    }

    void aRefusalNeedsAReasonAndEndsIt()
    {
        Counter counter;
        TurnAway away{.refused = true, .procedure = u"9.000001"_qs, .procedureName = u"Thủ tục thử"_qs};
        QCOMPARE(codeOf(counter.ask(Officer, away)), ErrorCode::Invalid);
        away.reason = u"không thuộc thẩm quyền"_qs;
        away.channel = 4;
        QCOMPARE(codeOf(counter.ask(Officer, away)), ErrorCode::Invalid);
        away.channel = 1;
        counter.now.unit = {};
        QCOMPARE(codeOf(counter.ask(Officer, away)), ErrorCode::UnitMissing);
        counter = Counter();
        QVERIFY(counter.act(Officer, away));
        QCOMPARE(counter.now.dossier->status.status, Status::Refused);
        QVERIFY(counter.act(Officer, IssueSlip{.slip = u"03"_qs, .sheet = testId('x')}));
        QCOMPARE(codeOf(counter.ask(Officer, away)), ErrorCode::Refused);
        QCOMPARE(codeOf(counter.ask(Officer, AcceptDossier{testIntake()})), ErrorCode::Refused);
        QVERIFY(counter.ask(Administrator, PurgePayloads{u"hết hạn lưu"_qs}));
    }

    void whoWasSentAwayAndNeverCameBackCanBePurged()
    {
        Counter counter;
        TurnAway away{.procedure = u"9.000001"_qs, .procedureName = u"Thủ tục thử"_qs};
        away.reason = Reason;
        away.asked = Birth;
        away.fields.set(u"name"_qs, FieldValue::given(u"Nguyễn Văn Thử"_qs));
        QVERIFY(counter.act(Officer, away));
        QVERIFY(counter.act(Administrator, PurgePayloads{u"hết hạn lưu"_qs}));
        QVERIFY(!QJsonDocument(counter.now.dossier->toJson()).toJson().contains("Thử "));
        QVERIFY(counter.now.dossier->fields.isEmpty());
        QCOMPARE(counter.now.dossier->status.status, Status::Registered);
        QCOMPARE(codeOf(counter.ask(Officer, AcceptDossier{testIntake()})), ErrorCode::Refused);
    }

    void aMistakenAcceptanceIsTakenBack_data()
    {
        QTest::addColumn<Status>("from");
        QTest::addColumn<qint64>("nowMs");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<char>("approver");
        QTest::addColumn<ErrorCode>("code");
        QTest::addRow("the same day, with a supervisor") << Status::Accepted << on(23, 23) << Reason << '2' << Taken;
        QTest::addRow("the next day") << Status::Accepted << on(24, 0) << Reason << '2' << ErrorCode::StepTooLate;
        QTest::addRow("alone") << Status::Accepted << on(23) << Reason << '1' << ErrorCode::SecondPersonMissing;
        QTest::addRow("with somebody who may not") << Status::Accepted << on(23) << Reason << '5' << ErrorCode::SecondPersonMissing;
        QTest::addRow("with somebody who left") << Status::Accepted << on(23) << Reason << '6' << ErrorCode::SecondPersonMissing;
        QTest::addRow("without a reason") << Status::Accepted << on(23) << QString() << '2' << ErrorCode::Invalid;
        QTest::addRow("after the transfer") << Status::Processing << on(23) << Reason << '2' << ErrorCode::Refused;
        QTest::addRow("twice") << Status::Stopped << on(23) << Reason << '2' << ErrorCode::Refused;
    }
    void aMistakenAcceptanceIsTakenBack()
    {
        QFETCH(Status, from);
        QFETCH(qint64, nowMs);
        QFETCH(QString, reason);
        QFETCH(char, approver);
        QFETCH(ErrorCode, code);
        Counter counter;
        counter.bringTo(from);
        counter.now.nowMs = nowMs;
        const CancelAcceptance cancel{.reason = reason, .replacedBy = testId('n'), .confirmed = {Confirmation::SlipWithdrawn}};
        QCOMPARE(codeOf(counter.ask(Officer, cancel, testId(approver))), code);
    }

    void aCancelledAcceptanceKeepsItsCodeAndItsSlipIsVoid()
    {
        Counter counter;
        counter.accept();
        QVERIFY(counter.act(Officer, IssueSlip{.slip = u"01"_qs, .sheet = testId('x')}));
        CancelAcceptance cancel{.reason = u"nhầm thủ tục"_qs};
        // Without the slip in hand it takes another reason.
        QCOMPARE(codeOf(counter.ask(Officer, cancel, Supervisor)), ErrorCode::RuleNeedsReason);
        cancel.confirmed = {Confirmation::SlipWithdrawn};
        cancel.replacedBy = Subject;
        QCOMPARE(codeOf(counter.ask(Officer, cancel, Supervisor)), ErrorCode::Invalid);
        cancel.replacedBy = testId('n');
        const QJsonObject payload = payloadOf(counter.act(Officer, cancel, Supervisor));
        QCOMPARE(payload.value(u"approvedBy").toString(), Supervisor.toString());
        QCOMPARE(payload.value(u"replacedBy").toString(), testId('n').toString());
        const Dossier &dossier = *counter.now.dossier;
        QCOMPARE(dossier.status.status, Status::Stopped);
        QVERIFY(dossier.isCancelled());
        QCOMPARE(dossier.code, u"H26.1.13-261123-0301"_qs);
        QCOMPARE(codeOf(counter.ask(Officer, stepBy(u"transfer"_qs))), ErrorCode::Refused);
        QCOMPARE(codeOf(counter.ask(Officer, IssueSlip{.slip = u"01"_qs, .sheet = testId('y'), .mark = IssueSlip::Mark::Copy, .copy = 1})),
            ErrorCode::Refused);
        QCOMPARE(codeOf(counter.ask(Officer, cancel, Supervisor)), ErrorCode::Refused);
    }

    void otherBodiesAreAskedAndAnswer()
    {
        Counter counter;
        const ConsultBody ask{.body = u"Công an phường"_qs, .reason = u"xác minh cư trú"_qs};
        const ConsultBody answer{.body = u" CÔNG  AN phường"_qs, .answered = true};
        QCOMPARE(codeOf(counter.ask(Officer, ask)), ErrorCode::NotFound);
        counter.bringTo(Status::Processing);
        QCOMPARE(codeOf(counter.ask(Inspector, ask)), ErrorCode::NotAllowed);
        QCOMPARE(codeOf(counter.ask(Officer, answer)), ErrorCode::Refused);
        QCOMPARE(codeOf(counter.ask(Officer, ConsultBody{.body = u"Công an"_qs})), ErrorCode::Invalid);
        QCOMPARE(codeOf(counter.ask(Officer, ConsultBody{.body = u" "_qs, .reason = Reason})), ErrorCode::Invalid);
        QVERIFY(counter.act(Officer, ask));
        QCOMPARE(codeOf(counter.ask(Officer, ask)), ErrorCode::Refused);
        QVERIFY(counter.ask(Officer, ConsultBody{.body = u"Sở Tư pháp"_qs, .reason = Reason}));
        // The answer may come while the citizen is asked for something; a new question waits.
        QVERIFY(counter.act(Officer, supplement()));
        QCOMPARE(codeOf(counter.ask(Officer, ConsultBody{.body = u"Sở Tư pháp"_qs, .reason = Reason})), ErrorCode::Refused);
        QVERIFY(counter.act(Officer, answer));
        QVERIFY(awaitedBodies(counter.now.dossier->events).isEmpty());
        Counter closed;
        closed.bringTo(Status::Stopped);
        QCOMPARE(codeOf(closed.ask(Officer, ask)), ErrorCode::Refused);
    }

    void aConflictOfTheStatusStopsEveryStep()
    {
        Counter counter;
        counter.bringTo(Status::Processing);
        Author other('z');
        const QList<EntryKey> basis = counter.now.heads;
        counter.log.append(other.write(Subject, kind::DossierStepped, {{u"from"_qs, 4}, {u"to"_qs, 9}}, basis, counter.now.nowMs));
        counter.write(kind::DossierStepped, {{u"from"_qs, 4}, {u"to"_qs, 6}});
        QVERIFY(counter.now.dossier->status.isInConflict());
        QCOMPARE(codeOf(counter.ask(Officer, stepBy(u"stop"_qs))), ErrorCode::Refused);
        QCOMPARE(codeOf(counter.ask(Officer, CancelAcceptance{.reason = Reason}, Supervisor)), ErrorCode::Refused);
        QCOMPARE(codeOf(counter.ask(Officer, ConsultBody{.body = u"Sở"_qs, .reason = Reason})), ErrorCode::Refused);
    }
};

QTEST_APPLESS_MAIN(tst_Steps)
#include "tst_Steps.moc"

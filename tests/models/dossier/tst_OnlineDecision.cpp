// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/Channel.h"
#include "models/journal/Json.h"
#include "tests/models/dossier/Counter.h"

using namespace motcua;
using namespace motcua::journal;

namespace {

const Id Portal = testId('P');

SubmitDossier submission()
{
    SubmitDossier filed;
    filed.procedure = u"1.001193"_qs;
    filed.procedureName = u"Đăng ký khai sinh"_qs;
    filed.edition = u"1.001193@2026-07-01"_qs;
    filed.unit = u"H26.1.13"_qs;
    filed.unitName = u"Trung tâm Phục vụ hành chính công phường Thử Nghiệm"_qs;
    filed.number = u"26.11.22.88121"_qs;
    filed.source = u"dvc"_qs;
    filed.submittedMs = on(22, 20);
    filed.roles = {{u"applicant.name"_qs, u"name"_qs}};
    filed.fields.set(u"name"_qs, FieldValue::given(u"Nguyễn Văn Thử"_qs));
    filed.files = {{u"birth-proof"_qs, u"Giấy chứng sinh"_qs, {u"77aa"_qs, u"application/pdf"_qs, 2048, QString(64, u'a'), u"anh.pdf"_qs}}};
    return filed;
}

/** At the portal: writes what it decided into the dossier. */
Result<QList<EntryDraft>> submit(Counter &counter, const SubmitDossier &what)
{
    auto drafts = decide(counter.now, {.actor = {Actor::Kind::Portal, Portal}, .subject = Subject, .what = what});
    if (drafts) {
        const EntryDraft &draft = drafts->constFirst();
        counter.log.append(counter.author.writeBytes(draft.subject, draft.kind, draft.payload, draft.basis, counter.now.nowMs, draft.version));
        counter.refold();
    }
    return drafts;
}

} // namespace

class tst_OnlineDecision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsFiledOnlineStandsAsRegisteredUntilADeskTakesIt()
    {
        Counter counter;
        QVERIFY(submit(counter, submission()));
        const Dossier filed = *counter.now.dossier;
        QVERIFY(filed.isNewOnline());
        QVERIFY(filed.isRegisteredOnly());
        QVERIFY(!filed.isElsewhere());
        QCOMPARE(filed.receivedAtMs, on(22, 20));
        QCOMPARE(filed.role(u"applicant.name"_qs).text, u"Nguyễn Văn Thử"_qs);
        QCOMPARE(filed.acceptance.value(u"channel").toInt(), channel::Online);
        QCOMPARE(filed.broughtOnline().size(), 1);
        QCOMPARE(filed.broughtOnline().at(0)[u"attachment"].toString(), u"77aa"_qs);
        QVERIFY(!QJsonDocument(filed.broughtOnline()).toJson().contains("anh.pdf")); // what the file was called may tell of a person
        QCOMPARE(Dossier::fromJson(filed.toJson()), filed);
        counter.accept();
        QCOMPARE(counter.now.dossier->status.status, DossierStatus::Accepted);
        QVERIFY(!counter.now.dossier->isNewOnline());
        QVERIFY(!counter.now.dossier->code.isEmpty());
        QCOMPARE(counter.now.dossier->broughtOnline().size(), 1);
    }

    void whatWasSentBackComesAgain()
    {
        Counter counter;
        QVERIFY(submit(counter, submission()));
        TurnAway away;
        away.procedure = u"1.001193"_qs;
        away.procedureName = u"Đăng ký khai sinh"_qs;
        away.channel = channel::Online;
        away.reason = Reason;
        away.asked = {{.name = u"Giấy chứng sinh"_qs, .originals = 1}};
        QVERIFY(counter.act(Officer, away));
        QVERIFY(!counter.now.dossier->isNewOnline());
        counter.now.nowMs = on(24);
        SubmitDossier again = submission();
        again.submittedMs = on(24, 8);
        again.fields.set(u"name"_qs, FieldValue::given(u"Nguyễn Văn Thử Hai"_qs));
        again.files.clear();
        QVERIFY(submit(counter, again));
        QVERIFY(counter.now.dossier->isNewOnline());
        QCOMPARE(counter.now.dossier->role(u"applicant.name"_qs).text, u"Nguyễn Văn Thử Hai"_qs);
        QVERIFY(counter.now.dossier->broughtOnline().isEmpty());
        QVERIFY(!counter.now.dossier->hasConflict());
    }

    void nobodyButThePortalFilesOnline()
    {
        Counter counter;
        QCOMPARE(codeOf(counter.ask(Administrator, submission())), ErrorCode::NotAllowed);
    }

    void whatIsAcceptedIsNotFiledAgain()
    {
        Counter counter;
        counter.accept();
        QCOMPARE(codeOf(submit(counter, submission())), ErrorCode::Refused);
    }

    void whatSaysTooLittleIsNotFiled_data()
    {
        QTest::addColumn<std::function<void(SubmitDossier &)>>("spoil");
        using Spoil = std::function<void(SubmitDossier &)>;
        QTest::newRow("no procedure") << Spoil([](SubmitDossier &one) { one.procedure.clear(); });
        QTest::newRow("no name of it") << Spoil([](SubmitDossier &one) { one.procedureName = u" "_qs; });
        QTest::newRow("no unit") << Spoil([](SubmitDossier &one) { one.unit.clear(); });
        QTest::newRow("no number") << Spoil([](SubmitDossier &one) { one.number.clear(); });
        QTest::newRow("no moment") << Spoil([](SubmitDossier &one) { one.submittedMs = 0; });
        QTest::newRow("tomorrow") << Spoil([](SubmitDossier &one) { one.submittedMs = on(24); });
    }
    void whatSaysTooLittleIsNotFiled()
    {
        QFETCH(std::function<void(SubmitDossier &)>, spoil);
        Counter counter;
        SubmitDossier filed = submission();
        spoil(filed);
        QCOMPARE(codeOf(submit(counter, filed)), ErrorCode::Invalid);
    }

    void moneyThatHasComeIsKnownOfItsFee()
    {
        Counter counter;
        counter.accept();
        counter.write(kind::FeeTaken, {{u"amount"_qs, 8000}, {u"means"_qs, u"cash"_qs}, {u"series"_qs, u"A"_qs}, {u"number"_qs, u"1"_qs}});
        QVERIFY(counter.now.dossier->unconfirmedFees().isEmpty()); // somebody held it in their hands
        counter.write(kind::FeeTaken, {{u"amount"_qs, 8000}, {u"means"_qs, u"vietqr"_qs}, {u"series"_qs, u"A"_qs}, {u"number"_qs, u"2"_qs}});
        QCOMPARE(counter.now.dossier->unconfirmedFees().size(), 1);
        const EntryKey fee = counter.now.dossier->unconfirmedFees().constFirst().entry;
        ConfirmFee came{fee, {5000}, u"FT1"_qs, u"sao kê"_qs, on(22)};
        QVERIFY(counter.act(Supervisor, came));
        QCOMPARE(counter.now.dossier->unconfirmedFees().size(), 1); // a part is not the whole
        QCOMPARE(codeOf(counter.ask(Supervisor, came)), ErrorCode::Refused); // the same once
        came.reference = u"FT2"_qs;
        came.amount = {3000};
        QVERIFY(counter.act(Supervisor, came));
        QVERIFY(counter.now.dossier->unconfirmedFees().isEmpty());
        QCOMPARE(Dossier::fromJson(counter.now.dossier->toJson()), *counter.now.dossier);
    }

    void moneyTakesASupervisor_data()
    {
        QTest::addColumn<Id>("person");
        QTest::addColumn<Id>("approver");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("an officer alone") << Officer << Id() << ErrorCode::NotAllowed;
        QTest::newRow("an officer and a supervisor") << Officer << Supervisor << Taken;
        QTest::newRow("an officer and themselves") << Officer << Officer << ErrorCode::NotAllowed;
        QTest::newRow("a supervisor") << Supervisor << Id() << Taken;
        QTest::newRow("an inspector") << Inspector << Id() << ErrorCode::NotAllowed;
        QTest::newRow("who left") << Gone << Id() << ErrorCode::NotAllowed;
    }
    void moneyTakesASupervisor()
    {
        QFETCH(Id, person);
        QFETCH(Id, approver);
        QFETCH(ErrorCode, code);
        Counter counter;
        counter.accept();
        QCOMPARE(codeOf(counter.ask(person, ConfirmFee{{}, {8000}, u"FT1"_qs, u"sao kê"_qs, on(22)}, approver)), code);
    }

    void aPaymentThatCannotBeIsNotBelieved_data()
    {
        QTest::addColumn<ConfirmFee>("what");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("nothing came") << ConfirmFee{{}, {0}, u"FT1"_qs, u"dvc"_qs, on(22)} << ErrorCode::Invalid;
        QTest::newRow("it went") << ConfirmFee{{}, {-8000}, u"FT1"_qs, u"dvc"_qs, on(22)} << ErrorCode::Invalid;
        QTest::newRow("tomorrow") << ConfirmFee{{}, {8000}, u"FT1"_qs, u"dvc"_qs, on(24)} << ErrorCode::Invalid;
        QTest::newRow("nobody knows") << ConfirmFee{{}, {8000}, u"FT1"_qs, {}, on(22)} << ErrorCode::Invalid;
        QTest::newRow("of a fee that nobody took") << ConfirmFee{EntryKey{testId('d'), 99}, {8000}, u"FT1"_qs, u"dvc"_qs, on(22)} << ErrorCode::NotFound;
    }
    void aPaymentThatCannotBeIsNotBelieved()
    {
        QFETCH(ConfirmFee, what);
        QFETCH(ErrorCode, code);
        Counter counter;
        counter.accept();
        QCOMPARE(codeOf(decide(counter.now, {.actor = {Actor::Kind::Portal, Portal}, .subject = Subject, .what = what})), code);
    }

    void whatTheCitizenWasToldIsKept()
    {
        Counter counter;
        counter.accept();
        QVERIFY(counter.act(Officer, TellCitizen{TellCitizen::About::Refusal, TellCitizen::Means::Message, u"đã nhắn tin"_qs}));
        QCOMPARE(counter.now.dossier->told.size(), 1);
        const QJsonObject told = counter.now.dossier->told.constFirst().what;
        QCOMPARE(aboutNamed(told.value(u"about").toString()), TellCitizen::About::Refusal);
        QCOMPARE(tellingNamed(told.value(u"means").toString()), TellCitizen::Means::Message);
        QCOMPARE(codeOf(counter.ask(Inspector, TellCitizen{})), ErrorCode::NotAllowed);
        QCOMPARE(aboutNamed(u"anything"_qs), std::nullopt);
    }

    void aSupervisorSaysHowItGoesOnWithoutThePortal_data()
    {
        QTest::addColumn<Id>("person");
        QTest::addColumn<Id>("approver");
        QTest::addColumn<DecideOffline>("what");
        QTest::addColumn<ErrorCode>("code");
        using Choice = DecideOffline::Choice;
        const DecideOffline extended{Choice::Extend, on(25), Reason};
        QTest::newRow("a supervisor") << Supervisor << Id() << extended << Taken;
        QTest::newRow("an officer with one beside") << Officer << Supervisor << extended << Taken;
        QTest::newRow("an officer alone") << Officer << Id() << extended << ErrorCode::NotAllowed;
        QTest::newRow("without a reason") << Supervisor << Id() << DecideOffline{Choice::Extend, on(25), u" "_qs} << ErrorCode::Invalid;
        QTest::newRow("until yesterday") << Supervisor << Id() << DecideOffline{Choice::Extend, on(22), Reason} << ErrorCode::Invalid;
        QTest::newRow("on paper") << Supervisor << Id() << DecideOffline{Choice::Paper, 0, Reason} << Taken;
        QTest::newRow("off paper") << Supervisor << Id() << DecideOffline{Choice::Resume, 0, Reason} << Taken;
    }
    void aSupervisorSaysHowItGoesOnWithoutThePortal()
    {
        QFETCH(Id, person);
        QFETCH(Id, approver);
        QFETCH(DecideOffline, what);
        QFETCH(ErrorCode, code);
        Counter counter;
        const auto drafts = counter.ask(person, what, approver, counter.now.origin);
        QCOMPARE(codeOf(drafts), code);
        if (drafts) {
            QCOMPARE(choiceNamed(payloadOf(drafts).value(u"choice").toString()), what.choice);
            QCOMPARE(payloadOf(drafts).contains(u"until"), what.choice == DecideOffline::Choice::Extend);
        }
    }

    void anotherSystemIsLetInAndShutOutByWhoRunsThePortal()
    {
        Counter counter;
        const AdmitSystem let{u"Cổng tỉnh Thử"_qs, QByteArray(32, 'h')};
        QCOMPARE(codeOf(counter.ask(Officer, let)), ErrorCode::NotAllowed);
        QCOMPARE(codeOf(counter.ask(Administrator, AdmitSystem{u"Cổng tỉnh Thử"_qs, "short"})), ErrorCode::Invalid);
        QCOMPARE(codeOf(counter.ask(Administrator, RemoveSystem{Reason})), ErrorCode::NotFound);
        const auto admitted = counter.ask(Administrator, let);
        QCOMPARE(codeOf(admitted), Taken);
        QCOMPARE(payloadOf(admitted).value(u"secretHash").toString(), QString::fromLatin1(QByteArray(32, 'h').toHex()));
        counter.now.heads = {EntryKey{counter.now.origin, 1}};
        QCOMPARE(codeOf(counter.ask(Administrator, RemoveSystem{u" "_qs})), ErrorCode::Invalid);
        QCOMPARE(codeOf(counter.ask(Administrator, RemoveSystem{Reason})), Taken);
    }

    void aPaperSlipIsEnteredWithItsTrueTimeByTwo_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<Id>("approver");
        QTest::addColumn<qint64>("nowMs");
        QTest::addColumn<ErrorCode>("code");
        const qint64 soon = Morning.toMSecsSinceEpoch() + 60'000;
        QTest::newRow("the next day, alone") << u"T-0012"_qs << Id() << on(24) << ErrorCode::SecondPersonMissing;
        QTest::newRow("the next day, with a supervisor") << u"T-0012"_qs << Supervisor << on(24) << Taken;
        QTest::newRow("at once") << u"T-0012"_qs << Id() << soon << Taken;
        QTest::newRow("a number nobody can read") << u"\u202E12"_qs << Supervisor << soon << ErrorCode::Invalid;
        QTest::newRow("a number that is a story") << QString(41, u'7') << Supervisor << soon << ErrorCode::Invalid;
    }
    void aPaperSlipIsEnteredWithItsTrueTimeByTwo()
    {
        QFETCH(QString, number);
        QFETCH(Id, approver);
        QFETCH(qint64, nowMs);
        QFETCH(ErrorCode, code);
        Counter counter;
        counter.now.nowMs = nowMs;
        AcceptDossier accept{testIntake()};
        accept.paperNumber = number;
        const auto drafts = counter.ask(Officer, accept, approver);
        QCOMPARE(codeOf(drafts), code);
        if (drafts) {
            QCOMPARE(payloadOf(drafts).value(u"paperNumber").toString(), number);
        }
    }

    void ofWhatIsOnlyHeardOfNothingIsKnown()
    {
        Counter counter;
        Author portal('P');
        const Entry verdict = portal.write(Subject, kind::PortalAccepted, {{u"entry"_qs, testId('j').toString()}, {u"number"_qs, u"1"_qs}});
        Entry withheld = portal.write(Subject, kind::DossierSubmitted, {{u"to"_qs, 1}});
        withheld.payload.reset();
        counter.log = {verdict, withheld};
        counter.refold();
        QVERIFY(counter.now.dossier->isElsewhere());
        counter.write(kind::DossierNoted, {{u"text"_qs, u"ghi chú"_qs}}); // a log of its unit arrives as well
        QVERIFY(!counter.now.dossier->isElsewhere());
    }
};

QTEST_APPLESS_MAIN(tst_OnlineDecision)
#include "tst_OnlineDecision.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/dossier/Counter.h"

using namespace motcua;
using namespace motcua::journal;

namespace {

IssueSlip slip(char sheet, IssueSlip::Mark mark = IssueSlip::Mark::Original, int copy = 0, const QString &reason = {})
{
    return {.slip = u"01"_qs, .sheet = testId(sheet), .mark = mark, .copy = copy, .attachment = u"a"_qs, .reason = reason};
}

IssueSlip replacement(char sheet, char spoilt)
{
    IssueSlip slip{.slip = u"01"_qs, .sheet = testId(sheet), .mark = IssueSlip::Mark::Replacement, .attachment = u"a"_qs};
    slip.replaces = testId(spoilt);
    slip.reason = u"máy in kẹt giấy"_qs;
    return slip;
}

CorrectDossier correction(const QString &value, const QString &field = u"name"_qs)
{
    return {{{field, FieldValue::given(value)}}, u"đọc nhầm"_qs};
}

} // namespace

class tst_Decision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptanceDrawsTheNextNumberOfTheDesk()
    {
        Counter counter;
        const auto drafts = counter.act(Officer, AcceptDossier{testIntake()});
        QVERIFY(drafts);
        QCOMPARE(drafts->size(), 1);
        QCOMPARE(drafts->constFirst().kind, QByteArray("dossier.accepted"));
        QCOMPARE(counter.now.dossier->code, u"H26.1.13-261123-0301"_qs);
        QCOMPARE(counter.now.dossier->status.status, DossierStatus::Accepted);
        QCOMPARE(counter.now.dossier->role(u"applicant.name"_qs).text, u"Nguyễn Văn Thử"_qs);
        QVERIFY(counter.now.dossier->dueAtMs() > counter.now.dossier->receivedAtMs);
        QCOMPARE(payloadOf(drafts).value(u"competentUnit").toString(), u"H26.1.13"_qs);
        QCOMPARE(codeOf(counter.ask(Officer, AcceptDossier{testIntake()})), ErrorCode::Refused);
    }

    void aDossierHasOneCode_data()
    {
        QTest::addColumn<ActKind>("what"); // after the acceptance
        QTest::addColumn<ErrorCode>("code");
        QTest::addRow("P4: accepted again") << ActKind(AcceptDossier{testIntake()}) << ErrorCode::Refused;
        QTest::addRow("P4: corrected") << ActKind(CorrectDossier{{{u"purpose"_qs, FieldValue::given(u"xin việc"_qs)}}, u"khai lại"_qs})
                                       << ErrorCode::Internal;
        QTest::addRow("P4: transferred") << ActKind(StepDossier{.event = u"transfer"_qs}) << ErrorCode::Internal;
        QTest::addRow("P4: its acceptance taken back") << ActKind(CancelAcceptance{.reason = u"nhầm"_qs}) << ErrorCode::Internal;
    }
    void aDossierHasOneCode()
    {
        QFETCH(ActKind, what);
        QFETCH(ErrorCode, code);
        Counter counter;
        counter.accept();
        QCOMPARE(codeOf(counter.act(Officer, what, Supervisor)), code);
        QCOMPARE(counter.now.dossier->code, u"H26.1.13-261123-0301"_qs);
        QCOMPARE(codeOf(counter.ask(Officer, AcceptDossier{testIntake()})), ErrorCode::Refused);
    }

    void acceptanceStopsWhereTheRangeEnds()
    {
        Counter counter;
        counter.now.lastNumber = 302;
        QCOMPARE(payloadOf(counter.ask(Officer, AcceptDossier{testIntake()})).value(u"code").toString(), u"H26.1.13-261123-0303"_qs);
        counter.now.lastNumber = 303;
        QCOMPARE(codeOf(counter.ask(Officer, AcceptDossier{testIntake()})), ErrorCode::NumbersExhausted);
        counter.now.unit = {};
        QCOMPARE(codeOf(counter.ask(Officer, AcceptDossier{testIntake()})), ErrorCode::UnitMissing);
    }

    void aReceiptIsNeitherInTheFutureNorAtAnotherMomentThanTheIntake()
    {
        Counter counter;
        counter.now.nowMs = Morning.toMSecsSinceEpoch() - 121'000;
        QCOMPARE(codeOf(counter.ask(Officer, AcceptDossier{testIntake()})), ErrorCode::Refused);
        counter.now.nowMs += 1'000;
        QVERIFY(counter.ask(Officer, AcceptDossier{testIntake()}));
        Act act{.actor = {Actor::Kind::Person, Officer}, .subject = Subject, .receiptMs = 5, .what = AcceptDossier{testIntake()}};
        QCOMPARE(codeOf(decide(counter.now, act)), ErrorCode::Invalid);
        QCOMPARE(receiptMs(act, 7), Morning.toMSecsSinceEpoch());
        act.what = AddNote{};
        QCOMPARE(receiptMs(act, 7), 5);
        act.receiptMs.reset();
        QCOMPARE(receiptMs(act, 7), 7);
    }

    void aDoubtfulClockNeedsASupervisor()
    {
        Counter counter;
        counter.now.clockDoubtful = true;
        QCOMPARE(codeOf(counter.ask(Officer, AcceptDossier{testIntake()})), ErrorCode::ClockBack);
        QCOMPARE(codeOf(counter.ask(Supervisor, AcceptDossier{testIntake()}, Supervisor)), ErrorCode::ClockBack);
        QCOMPARE(codeOf(counter.ask(Officer, AcceptDossier{testIntake()}, Gone)), ErrorCode::ClockBack);
        const auto drafts = counter.ask(Officer, AcceptDossier{testIntake()}, Supervisor);
        QVERIFY(drafts);
        QCOMPARE(payloadOf(drafts).value(u"approvedBy").toString(), Supervisor.toString());
    }

    void rightsAreAskedFor_data()
    {
        QTest::addColumn<QString>("act");
        QTest::addColumn<QString>("who"); // of officer 1, supervisor 2, administrator 3, trainee 4, inspector 5, disabled 6
        QTest::addRow("correct") << u"correct"_qs << u"12"_qs;
        QTest::addRow("step") << u"step"_qs << u"12"_qs;
        QTest::addRow("note") << u"note"_qs << u"12"_qs;
        QTest::addRow("slip") << u"slip"_qs << u"12"_qs;
        QTest::addRow("paper") << u"paper"_qs << u"12"_qs;
        QTest::addRow("fee") << u"fee"_qs << u"12"_qs;
        QTest::addRow("admit") << u"admit"_qs << u"3"_qs;
        QTest::addRow("configure") << u"configure"_qs << u"3"_qs;
        QTest::addRow("backup") << u"backup"_qs << u"3"_qs;
        QTest::addRow("trust") << u"trust"_qs << u"3"_qs;
        QTest::addRow("invite a desk") << u"invite"_qs << u"3"_qs;
        QTest::addRow("shut a desk out") << u"revoke"_qs << u"3"_qs;
        QTest::addRow("a missing attachment is anybody's to report") << u"missing"_qs << u"123456"_qs;
    }
    void rightsAreAskedFor()
    {
        QFETCH(QString, act);
        QFETCH(QString, who);
        Counter counter;
        counter.accept();
        const Id newcomer = testId('n');
        const QMap<QString, QPair<ActKind, Id>> acts{{u"correct"_qs, {correction(u"Thư"_qs), Subject}},
            {u"step"_qs, {StepDossier{DossierStatus::Processing}, Subject}}, {u"note"_qs, {AddNote{u"x"_qs}, Subject}},
            {u"slip"_qs, {slip('x'), Subject}}, {u"paper"_qs, {AddPaper{u"p"_qs, u"a"_qs}, Subject}},
            {u"fee"_qs, {TakeFee{{8000}, u"cash"_qs}, Subject}},
            {u"admit"_qs, {AdmitStaff{u"Mới"_qs, {}, {u"officer"_qs}, QByteArray(32, 'k')}, newcomer}},
            {u"configure"_qs, {ConfigureUnit{u"Phường"_qs, u"H26.1.13"_qs, 3, 301, 399}, counter.now.origin}},
            {u"backup"_qs, {BackupMade{testId('b'), 1, {}}, counter.now.origin}},
            {u"trust"_qs, {ImportTrust{.certificates = {{QByteArray(32, 'c'), u"VN"_qs}}}, counter.now.origin}},
            {u"invite"_qs, {InviteDesk{u"Quầy 03"_qs, QByteArray(32, 's'), counter.now.nowMs + 1}, newcomer}},
            {u"revoke"_qs, {RevokeDesk{u"máy hỏng"_qs}, newcomer}},
            {u"missing"_qs, {ReportMissingAttachment{u"a"_qs}, Subject}}};
        const auto [what, subject] = acts.value(act);
        for (char person = '1'; person <= '6'; ++person) {
            const auto drafts = counter.ask(testId(person), what, {}, subject);
            QCOMPARE(bool(drafts), who.contains(QLatin1Char(person)));
            if (!drafts) {
                QCOMPARE(codeOf(drafts), ErrorCode::NotAllowed);
            }
        }
        // A device or the portal never passes for a person, even with a person's id.
        if (!who.contains(u'4') && act != u"backup") {
            const Id person = testId(who.at(0).toLatin1());
            for (const auto kind : {Actor::Kind::Device, Actor::Kind::Portal}) {
                QCOMPARE(codeOf(decide(counter.now, {.actor = {kind, person}, .subject = subject, .what = what})), ErrorCode::NotAllowed);
            }
        }
    }

    void aTraineeActsBesideASupervisor()
    {
        Counter counter;
        QCOMPARE(codeOf(counter.ask(Trainee, AcceptDossier{testIntake()})), ErrorCode::NotAllowed);
        QCOMPARE(codeOf(counter.ask(Trainee, AcceptDossier{testIntake()}, Officer)), ErrorCode::NotAllowed);
        QVERIFY(counter.ask(Trainee, AcceptDossier{testIntake()}, Supervisor));
        counter.accept();
        QCOMPARE(codeOf(counter.ask(Trainee, TakeFee{{8000}, u"cash"_qs}, Supervisor)), ErrorCode::NotAllowed);
    }

    void aStaleBasisIsRefused()
    {
        Counter counter;
        counter.accept();
        Act act{
            .actor = {Actor::Kind::Person, Officer}, .subject = Subject, .expectedBasis = counter.now.heads, .what = correction(u"Thư"_qs)};
        QVERIFY(decide(counter.now, act));
        QVERIFY(counter.act(Officer, AddNote{u"x"_qs}));
        QCOMPARE(codeOf(decide(counter.now, act)), ErrorCode::Refused);
        act.expectedBasis = QList<EntryKey>{};
        QCOMPARE(codeOf(decide(counter.now, act)), ErrorCode::Refused);
        act.expectedBasis.reset();
        QCOMPARE(decide(counter.now, act)->constFirst().basis, counter.now.heads);
        // What the portal says meanwhile makes nothing stale, and the act has seen it all the same.
        act.expectedBasis = counter.now.dossier->ownHeads;
        counter.now.heads = {{testId('p'), 1}};
        counter.now.dossier->heads = counter.now.heads;
        QCOMPARE(decide(counter.now, act)->constFirst().basis, counter.now.heads);
        act.subject = {};
        QCOMPARE(codeOf(decide(counter.now, act)), ErrorCode::Invalid);
    }

    void correctionsChangeSomethingThatIsThereForAReason()
    {
        Counter counter;
        QCOMPARE(codeOf(counter.ask(Officer, correction(u"Thư"_qs))), ErrorCode::NotFound);
        counter.accept();
        QCOMPARE(codeOf(counter.ask(Officer, CorrectDossier{correction(u"Thư"_qs).fields, u"  "_qs})), ErrorCode::Invalid);
        QCOMPARE(codeOf(counter.ask(Officer, correction(u"x"_qs, u"nowhere"_qs))), ErrorCode::Invalid);
        QCOMPARE(codeOf(counter.ask(Officer, correction(u"Nguyễn Văn Thử"_qs))), ErrorCode::Refused);
        QCOMPARE(codeOf(counter.ask(Officer, correction(u"x"_qs, u"portal.state"_qs))), ErrorCode::Refused);
        QCOMPARE(codeOf(counter.ask(Officer, correction(u"a@b.vn"_qs, u"email"_qs))), ErrorCode::Invalid);
        counter.now.formFields = QStringList{u"name"_qs, u"purpose"_qs, u"email"_qs};
        QVERIFY(counter.ask(Officer, correction(u"a@b.vn"_qs, u"email"_qs)));
        CorrectDossier two = correction(u"Thư"_qs);
        two.fields.insert(u"purpose"_qs, FieldValue::given(u"đi học"_qs));
        const auto drafts = counter.act(Officer, two);
        QVERIFY(drafts);
        QCOMPARE(payloadOf(drafts).value(u"fields").toObject().keys(), QStringList{u"name"_qs});
        QCOMPARE(counter.now.dossier->field(u"name"_qs).text, u"Thư"_qs);

        // A row nobody filled is a question of the form too, and an answer that is taken away is gone.
        QCOMPARE(codeOf(counter.ask(Officer, correction(u"An"_qs, u"child[2].name"_qs))), ErrorCode::Invalid);
        counter.now.formFields.append(u"child.name"_qs);
        QVERIFY(counter.ask(Officer, correction(u"An"_qs, u"child[2].name"_qs)));
        QVERIFY(counter.act(Officer, CorrectDossier{{{u"name"_qs, FieldValue()}}, u"khai nhầm"_qs}));
        QCOMPARE(counter.now.dossier->field(u"name"_qs), FieldValue());
    }

    void aConflictIsSettledBeforeAnythingElse()
    {
        Counter counter;
        counter.accept();
        QCOMPARE(codeOf(counter.ask(Supervisor, ResolveConflict{correction(u"x"_qs).fields})), ErrorCode::Refused);
        counter.conflict(u"Trái"_qs, u"Phải"_qs);
        QVERIFY(counter.now.dossier->hasConflict());
        QCOMPARE(codeOf(counter.ask(Officer, correction(u"x"_qs))), ErrorCode::Refused);
        QCOMPARE(codeOf(counter.ask(Inspector, ResolveConflict{correction(u"Phải"_qs).fields})), ErrorCode::NotAllowed);
        QCOMPARE(codeOf(counter.ask(Supervisor, ResolveConflict{{{u"portal.state"_qs, FieldValue::given(u"x"_qs)}}})), ErrorCode::Refused);
        QCOMPARE(codeOf(counter.ask(Supervisor, ResolveConflict{})), ErrorCode::Invalid);
        QCOMPARE(codeOf(counter.ask(Supervisor, ResolveConflict{.status = DossierStatus::Processed})), ErrorCode::Refused);
        QVERIFY(counter.act(Supervisor, ResolveConflict{correction(u"Phải"_qs).fields}));
        QVERIFY(!counter.now.dossier->hasConflict());
        QCOMPARE(counter.now.dossier->field(u"name"_qs).text, u"Phải"_qs);
    }

    void plainAnswersAreDecidedByWhoCorrectsThemMoneyAndStatusByASupervisor()
    {
        Counter counter;
        counter.accept();
        counter.conflict(u"Trái"_qs, u"Phải"_qs);
        const ResolveConflict right{correction(u"Phải"_qs).fields};
        QVERIFY(counter.ask(Officer, right));
        QCOMPARE(codeOf(counter.ask(Trainee, right)), ErrorCode::NotAllowed);
        QVERIFY(counter.ask(Trainee, right, Supervisor));
        counter.now.moneyAnswers = QStringList{u"name"_qs};
        QCOMPARE(codeOf(counter.ask(Officer, right)), ErrorCode::NotAllowed);
        QCOMPARE(codeOf(counter.ask(Officer, right, Supervisor)), ErrorCode::NotAllowed); // at their own sign-in
        QVERIFY(counter.ask(Supervisor, right));
        counter.now.moneyAnswers.clear();
        QCOMPARE(codeOf(counter.ask(Officer, ResolveConflict{.fields = right.fields, .status = DossierStatus::Accepted})), ErrorCode::NotAllowed);
        QCOMPARE(codeOf(counter.ask(Officer, ResolveConflict{.fields = right.fields, .dueAtMs = 1})), ErrorCode::NotAllowed);
        QCOMPARE(counter.act(Officer, right)->constFirst().basis.size(), 2); // it saw both
        QVERIFY(!counter.now.dossier->hasConflict());
    }

    void aPromiseIsDecidedForOneThatWasGiven()
    {
        Counter counter;
        counter.accept();
        Author other('z');
        const auto promise = [](qint64 ms) { return QJsonObject{{u"from"_qs, 2}, {u"to"_qs, 2}, {u"event"_qs, u"extend"_qs}, {u"reason"_qs, u"r"_qs}, {u"dueAt"_qs, vietnamTime(ms).toString(Qt::ISODate)}}; };
        const QList<EntryKey> basis = counter.now.heads;
        counter.log.append(counter.author.write(Subject, journal::kind::DossierStepped, promise(on(27)), basis, counter.now.nowMs));
        counter.log.append(other.write(Subject, journal::kind::DossierStepped, promise(on(30)), basis, counter.now.nowMs));
        counter.refold();
        QVERIFY(counter.now.dossier->due.isInConflict());
        QCOMPARE(codeOf(counter.ask(Supervisor, ResolveConflict{.dueAtMs = on(28)})), ErrorCode::Refused); // a new promise is a step
        QVERIFY(counter.ask(Supervisor, ResolveConflict{.dueAtMs = on(27)}));
        QVERIFY(counter.act(Supervisor, ResolveConflict{.dueAtMs = on(30)}));
        QCOMPARE(counter.now.dossier->dueAtMs(), on(30));
        QVERIFY(!counter.now.dossier->due.isInConflict());
    }

    void atMostOneUnmarkedOriginalOfASlip()
    {
        Counter counter;
        counter.accept();
        QCOMPARE(codeOf(counter.ask(Officer, slip('x', IssueSlip::Mark::Copy, 1))), ErrorCode::Refused);
        QVERIFY(counter.act(Officer, slip('x')));
        QCOMPARE(codeOf(counter.ask(Officer, slip('y'))), ErrorCode::Refused);
        QCOMPARE(codeOf(counter.ask(Officer, slip('x', IssueSlip::Mark::Copy, 1))), ErrorCode::Refused);
        IssueSlip stale = slip('y', IssueSlip::Mark::Copy, 1);
        stale.revision = 2;
        QCOMPARE(codeOf(counter.ask(Officer, stale)), ErrorCode::Refused);
        QVERIFY(counter.act(Officer, slip('y', IssueSlip::Mark::Copy, 1)));
        QCOMPARE(codeOf(counter.ask(Officer, slip('z', IssueSlip::Mark::Copy, 1))), ErrorCode::Refused);
        QVERIFY(counter.act(Officer, slip('z', IssueSlip::Mark::Copy, 2)));
        QCOMPARE(codeOf(counter.ask(Officer, slip('w', IssueSlip::Mark::Copy))), ErrorCode::Invalid);
        QCOMPARE(codeOf(counter.ask(Officer, slip('w', IssueSlip::Mark::Replacement))), ErrorCode::Invalid);
        QCOMPARE(codeOf(counter.ask(Officer, slip('w', IssueSlip::Mark::Replacement, 0, u"máy in kẹt giấy"_qs))), ErrorCode::Invalid);
        QVERIFY(counter.act(Officer, replacement('w', 'x')));
        // A sheet is replaced once, so a question answered twice prints once.
        QCOMPARE(codeOf(counter.ask(Officer, replacement('q', 'x'))), ErrorCode::Refused);
        QCOMPARE(codeOf(counter.ask(Officer, replacement('q', 'y'))), ErrorCode::Refused); // a copy
        QCOMPARE(codeOf(counter.ask(Officer, replacement('q', 'p'))), ErrorCode::Refused); // no such sheet
        const auto again = counter.act(Officer, replacement('q', 'w'));
        QVERIFY(again);
        QCOMPARE(payloadOf(again).value(u"replaces").toString(), testId('w').toString());
        IssueSlip copy = slip('r', IssueSlip::Mark::Copy, 3);
        copy.replaces = testId('y');
        QCOMPARE(codeOf(counter.ask(Officer, copy)), ErrorCode::Invalid);
        // A correction makes another dossier of it, whose slip is an original again.
        QVERIFY(counter.act(Officer, correction(u"Thư"_qs)));
        QVERIFY(counter.act(Officer, slip('v')));
        QCOMPARE(codeOf(counter.ask(Officer, slip('u'))), ErrorCode::Refused);
    }

    void aSlipIsKnownByItsKindAndNotByANumberThatChanged_data()
    {
        QTest::addColumn<QString>("slip");
        QTest::addColumn<ErrorCode>("code");
        QTest::addRow("01 and the receipt are one slip") << u"receipt"_qs << ErrorCode::Refused;
        QTest::addRow("01 is out already") << u"01"_qs << ErrorCode::Refused;
        QTest::addRow("05 was the control sheet and is the notice of stopping") << u"05"_qs << ErrorCode::Invalid;
        QTest::addRow("06 was the register and is the control sheet") << u"06"_qs << ErrorCode::Invalid;
        QTest::addRow("the notice by its name") << u"stopNotice"_qs << ErrorCode::Internal;
        QTest::addRow("a slip of the sector") << u"CT06"_qs << ErrorCode::Internal;
        QTest::addRow("no slip") << QString() << ErrorCode::Invalid;
    }
    void aSlipIsKnownByItsKindAndNotByANumberThatChanged()
    {
        QFETCH(QString, slip);
        QFETCH(ErrorCode, code);
        Counter counter;
        counter.accept();
        QVERIFY(counter.act(Officer, ::slip('x')));
        QCOMPARE(codeOf(counter.ask(Officer, IssueSlip{.slip = slip, .sheet = testId('y')})), code);
    }

    void aReceiptIsWrittenOnce()
    {
        Counter counter;
        counter.accept();
        const TakeFee fee{{16000}, u"cash"_qs, u"BL-3"_qs, u"0000017"_qs};
        QVERIFY(counter.act(Officer, fee));
        QCOMPARE(codeOf(counter.ask(Officer, fee)), ErrorCode::Refused);
        QCOMPARE(codeOf(counter.ask(Officer, TakeFee{{0}, u"cash"_qs})), ErrorCode::Invalid);
        QVERIFY(counter.ask(Officer, TakeFee{{-16000}, u"cash"_qs, u"BL-3"_qs, u"0000018"_qs}));
    }

    void theLastAdministratorStays()
    {
        Counter counter;
        QCOMPARE(codeOf(counter.ask(Administrator, DisableStaff{}, {}, Administrator)), ErrorCode::Refused);
        QCOMPARE(
            codeOf(counter.ask(Administrator, ChangeStaff{.roles = QStringList{u"officer"_qs}}, {}, Administrator)), ErrorCode::Refused);
        counter.admit(testId('7'), u"administrator"_qs);
        counter.foldStaff();
        QVERIFY(counter.ask(Administrator, DisableStaff{}, {}, Administrator));
        QVERIFY(counter.ask(Administrator, ChangeStaff{.roles = QStringList{u"officer"_qs}}, {}, Administrator));
    }

    void theFirstPersonCanAdmitOthers()
    {
        Counter counter;
        counter.now.staff = Staff(shippedRoles(), {});
        const QByteArray key(32, 'k');
        QCOMPARE(codeOf(counter.ask(Officer, AdmitStaff{u"A"_qs, {}, {u"officer"_qs}, key}, {}, Officer)), ErrorCode::Refused);
        QVERIFY(counter.ask(Officer, AdmitStaff{u"A"_qs, {}, {u"administrator"_qs}, key}, {}, Officer));
        QCOMPARE(codeOf(counter.ask(Officer, AdmitStaff{u"A"_qs, {}, {u"administrator"_qs}, {}}, {}, Officer)), ErrorCode::Invalid);
    }

    void peopleAreChangedOnlyWhereSomethingChanges()
    {
        Counter counter;
        QCOMPARE(codeOf(counter.ask(Administrator, ChangeStaff{.name = u"officer"_qs}, {}, Officer)), ErrorCode::Refused);
        QCOMPARE(codeOf(counter.ask(Administrator, ChangeStaff{.roles = QStringList{u"king"_qs}}, {}, Officer)), ErrorCode::Invalid);
        QCOMPARE(codeOf(counter.ask(Administrator, ChangeStaff{.name = u"B"_qs}, {}, testId('n'))), ErrorCode::PersonUnknown);
        QCOMPARE(codeOf(counter.ask(Administrator, DisableStaff{}, {}, Gone)), ErrorCode::Refused);
        QCOMPARE(payloadOf(counter.ask(Administrator, ChangeStaff{.enable = true}, {}, Gone)).value(u"disabled"), QJsonValue(false));
        QCOMPARE(codeOf(counter.ask(Administrator, AdmitStaff{u"B"_qs, {}, {u"officer"_qs}, QByteArray(32, 'k')}, {}, Gone)),
            ErrorCode::Refused);
    }

    void everybodySignsInOnlyAsThemselves()
    {
        Counter counter;
        QVERIFY(counter.ask(Officer, SignedIn{u"pin"_qs}, {}, Officer));
        QCOMPARE(codeOf(counter.ask(Officer, SignedIn{u"pin"_qs}, {}, Supervisor)), ErrorCode::NotAllowed);
        QCOMPARE(codeOf(counter.ask(Gone, SignedIn{u"pin"_qs}, {}, Gone)), ErrorCode::PersonDisabled);
        QCOMPARE(codeOf(counter.ask(Officer, SignedIn{u"pin"_qs}, {}, testId('n'))), ErrorCode::PersonUnknown);
        QVERIFY(counter.ask(Supervisor, SignInFailed{3, 1}, {}, Officer));
        QCOMPARE(codeOf(counter.ask(Supervisor, SignInFailed{0, 1}, {}, Officer)), ErrorCode::Invalid);
        QVERIFY(counter.ask(Officer, PasswordChanged{"w"}, {}, Officer));
        QVERIFY(counter.ask(Administrator, PasswordChanged{"w"}, {}, Officer));
        QCOMPARE(codeOf(counter.ask(Supervisor, PasswordChanged{"w"}, {}, Officer)), ErrorCode::NotAllowed);
        QCOMPARE(codeOf(counter.ask(Gone, PasswordChanged{"w"}, {}, Gone)), ErrorCode::NotAllowed);
        QCOMPARE(codeOf(counter.ask(Officer, PasswordChanged{}, {}, Officer)), ErrorCode::Invalid);
    }

    void aUnitIsConfiguredWithinItsGrammar_data()
    {
        QTest::addColumn<ConfigureUnit>("unit");
        QTest::addColumn<bool>("good");
        QTest::addRow("desk 3") << ConfigureUnit{u"Phường"_qs, u"H26.1.13"_qs, 3, 301, 399} << true;
        QTest::addRow("the whole day") << ConfigureUnit{u"Phường"_qs, u"H26.1.13"_qs, 1, 1, 9999} << true;
        QTest::addRow("no name") << ConfigureUnit{u" "_qs, u"H26.1.13"_qs, 3, 301, 399} << false;
        QTest::addRow("another pattern") << ConfigureUnit{u"Phường"_qs, u"13/26"_qs, 3, 301, 399} << false;
        QTest::addRow("desk 0") << ConfigureUnit{u"Phường"_qs, u"H26.1.13"_qs, 0, 301, 399} << false;
        QTest::addRow("an empty range") << ConfigureUnit{u"Phường"_qs, u"H26.1.13"_qs, 3, 399, 301} << false;
        QTest::addRow("from 0") << ConfigureUnit{u"Phường"_qs, u"H26.1.13"_qs, 3, 0, 99} << false;
        QTest::addRow("with the head of its slips") << ConfigureUnit{u"Phường"_qs, u"H26.1.13"_qs, 3, 301, 399, u"Ủy ban nhân dân phường"_qs, u"Hòa An"_qs} << true;
        QTest::addRow("a place that is named by a number") << ConfigureUnit{u"Phường"_qs, u"H26.1.13"_qs, 3, 301, 399, {}, u"Quận 1"_qs} << true;
        QTest::addRow("a place that brings its comma") << ConfigureUnit{u"Phường"_qs, u"H26.1.13"_qs, 3, 301, 399, {}, u"Hòa An, ngày"_qs} << false;
        QTest::addRow("a place that is none") << ConfigureUnit{u"Phường"_qs, u"H26.1.13"_qs, 3, 301, 399, {}, u"..."_qs} << false;
        QTest::addRow("a place longer than a line") << ConfigureUnit{u"Phường"_qs, u"H26.1.13"_qs, 3, 301, 399, {}, QString(61, u'a')} << false;
        QTest::addRow("the longest names") << ConfigureUnit{QString(200, u'a'), u"H26.1.13"_qs, 3, 301, 399, QString(200, u'b')} << true;
        QTest::addRow("a name longer than a head") << ConfigureUnit{QString(201, u'a'), u"H26.1.13"_qs, 3, 301, 399} << false;
        QTest::addRow("a body longer than a head") << ConfigureUnit{u"Phường"_qs, u"H26.1.13"_qs, 3, 301, 399, QString(201, u'b')} << false;
        const UnitAccount account{u"970405"_qs, u"1500201000001"_qs, u"UBND PHUONG HOA AN"_qs};
        QTest::addRow("with an account for fees") << ConfigureUnit{u"Phường"_qs, u"H26.1.13"_qs, 3, 301, 399, {}, {}, account} << true;
        QTest::addRow("an account is a change") << ConfigureUnit{u"Phường Thử"_qs, u"H26.1.13"_qs, 3, 301, 303, {}, {}, account} << true;
        QTest::addRow("an account of nobody") << ConfigureUnit{u"Phường"_qs, u"H26.1.13"_qs, 3, 301, 399, {}, {}, UnitAccount{account.bin, account.number, {}}} << false;
        QTest::addRow("as it is") << ConfigureUnit{u"Phường Thử"_qs, u"H26.1.13"_qs, 3, 301, 303} << false;
        QTest::addRow("five digits") << ConfigureUnit{u"Phường"_qs, u"H26.1.13"_qs, 3, 9000, 10000} << false;
    }
    void aUnitIsConfiguredWithinItsGrammar()
    {
        QFETCH(ConfigureUnit, unit);
        QFETCH(bool, good);
        Counter counter;
        QCOMPARE(bool(counter.ask(Administrator, unit, {}, counter.now.origin)), good);
        QVERIFY(!counter.ask(Administrator, unit, {}, Subject));
    }

    void aStoreThatGoesOnFromAnotherStaysItsDeskWhoeverSaysSo()
    {
        Counter counter;
        const ConfigureUnit same{u"Phường"_qs, u"H26.1.13"_qs, 3, 301, 399, u"UBND"_qs, u"Hòa An"_qs, UnitAccount{u"970405"_qs, u"1500201000001"_qs, u"UBND"_qs}};
        const UnitSettings before{u"Phường"_qs, u"H26.1.13"_qs, 3, 301, 399, u"UBND"_qs, u"Hòa An"_qs, same.account, {}};
        const Id origin = counter.now.origin;
        counter.now.unit = {};
        QCOMPARE(codeOf(counter.ask(Officer, AcceptDossier{testIntake()})), ErrorCode::UnitMissing);
        QCOMPARE(codeOf(counter.ask(Officer, same, {}, origin)), ErrorCode::NotAllowed);
        counter.now.unitBefore = before;
        QVERIFY(counter.ask(Officer, same, {}, origin));
        ConfigureUnit wider = same;
        wider.rangeLast = 499;
        QCOMPARE(codeOf(counter.ask(Officer, wider, {}, origin)), ErrorCode::NotAllowed);
        // Nobody leads the unit's money elsewhere by coming first after a restore.
        ConfigureUnit robbed = same;
        robbed.account->number = u"1500201000002"_qs;
        QCOMPARE(codeOf(counter.ask(Officer, robbed, {}, origin)), ErrorCode::NotAllowed);
        robbed.account.reset();
        QCOMPARE(codeOf(counter.ask(Officer, robbed, {}, origin)), ErrorCode::NotAllowed);
        QCOMPARE(codeOf(counter.ask(testId('x'), same, {}, origin)), ErrorCode::NotAllowed);
        QCOMPARE(codeOf(decide(counter.now, {.actor = {Actor::Kind::Device, origin}, .subject = origin, .what = same})), ErrorCode::NotAllowed);
        counter.now.unit = before;
        QCOMPARE(codeOf(counter.ask(Officer, same, {}, origin)), ErrorCode::NotAllowed);
    }

    void aConfiguredUnitReadsBackAsItWasWritten()
    {
        Counter counter;
        const ConfigureUnit unit{u"Phường"_qs, u"H26.1.13"_qs, 4, 401, 499, u"Ủy ban nhân dân phường"_qs, u"Hòa An"_qs, UnitAccount{u"970405"_qs, u"1500201000001"_qs, u"UBND"_qs}};
        const auto drafts = counter.ask(Administrator, unit, {}, counter.now.origin);
        QVERIFY(drafts);
        const EntryDraft &draft = drafts->constFirst();
        const Entry entry = counter.author.writeBytes(draft.subject, draft.kind, draft.payload, draft.basis, counter.now.nowMs, draft.version);
        UnitSettings read = UnitSettings::fold(counter.now.origin, {entry});
        read.heads.clear();
        QCOMPARE(read, (UnitSettings{unit.unitName, unit.organisationCode, 4, 401, 499, unit.governingBody, unit.place, unit.account, {}}));
    }

    void anOriginStartsOnce()
    {
        Counter counter;
        const StartOrigin start{u"new"_qs, {}, QByteArray(32, 'k'), u"0.1.0"_qs};
        const Actor device{Actor::Kind::Device, counter.now.origin};
        Act act{.actor = device, .subject = counter.now.origin, .what = start};
        QVERIFY(decide(counter.now, act));
        counter.now.heads = {{counter.now.origin, 1}};
        QCOMPARE(codeOf(decide(counter.now, act)), ErrorCode::Refused);
        act.what = MarkClock{-180'000, u"journal"_qs};
        QVERIFY(decide(counter.now, act));
        act.what = BackupMade{testId('b'), 1, {}};
        QVERIFY(decide(counter.now, act));
    }

    void whomACentreTrustsIsNamedByFingerprint()
    {
        Counter counter;
        const auto asked = [&counter](const ImportTrust &what) { return counter.ask(Administrator, what, {}, counter.now.origin); };
        QCOMPARE(codeOf(asked({})), ErrorCode::Invalid);
        QCOMPARE(codeOf(asked({.certificates = {{"short", u"VN"_qs}}})), ErrorCode::Invalid);
        QVERIFY(asked({.revocations = QByteArray(32, 'r')}));
        const QJsonObject told = payloadOf(asked({.certificates = {{QByteArray(32, 'c'), u"VN"_qs}}, .signer = QByteArray(32, 's')}));
        QCOMPARE(told.value(u"count").toInt(), 1);
        QCOMPARE(told.value(u"certificates")[0][u"sha256"_qs].toString(), QString::fromLatin1(QByteArray(32, 'c').toHex()));
        QCOMPARE(told.value(u"certificates")[0][u"country"_qs].toString(), u"VN"_qs);
        QCOMPARE(told.value(u"signer").toString(), QString::fromLatin1(QByteArray(32, 's').toHex()));
    }

    void onlyAClosedDossierIsPurgedAndOnlyOnce()
    {
        Counter counter;
        counter.accept();
        const PurgePayloads purge{u"hết hạn lưu"_qs};
        QCOMPARE(codeOf(counter.ask(Supervisor, purge)), ErrorCode::NotAllowed);
        QCOMPARE(codeOf(counter.ask(Administrator, purge)), ErrorCode::Refused);
        counter = Counter();
        counter.bringTo(DossierStatus::HandedOver);
        QCOMPARE(codeOf(counter.ask(Administrator, PurgePayloads{})), ErrorCode::Invalid);
        const Dossier before = *counter.now.dossier;
        const auto drafts = counter.act(Administrator, purge);
        QVERIFY(drafts);
        QVERIFY(!drafts->constFirst().payload.contains("Thử") && !drafts->constFirst().payload.contains("lý do"));
        QCOMPARE(payloadOf(drafts).value(u"kept")[u"desk"].toInt(), 3);
        QCOMPARE(counter.now.dossier->code, before.code);
        QCOMPARE(counter.now.dossier->status.status, DossierStatus::HandedOver);
        QCOMPARE(counter.now.dossier->dueAtMs(), before.dueAtMs());
        QCOMPARE(counter.now.dossier->firstDueAtMs, before.firstDueAtMs);
        QCOMPARE(counter.now.dossier->receivedAtMs, before.receivedAtMs);
        QCOMPARE(counter.now.dossier->events.size(), before.events.size());
        QCOMPARE(counter.now.dossier->events.constLast().event, u"hand_over_result"_qs);
        QCOMPARE(counter.now.dossier->events.constLast().entry, before.events.constLast().entry);
        QCOMPARE(codeOf(counter.ask(Administrator, purge)), ErrorCode::Refused);
        QCOMPARE(codeOf(counter.ask(Officer, AddNote{u"x"_qs})), ErrorCode::Refused);
    }

    void nothingIsLongerThanAnEntryHolds()
    {
        Counter counter;
        counter.accept();
        QCOMPARE(codeOf(counter.ask(Officer, AddNote{QString(1024 * 1024, u'x')})), ErrorCode::Invalid);
        QCOMPARE(codeOf(counter.ask(Officer, AddNote{u" "_qs})), ErrorCode::Invalid);
        QCOMPARE(codeOf(counter.ask(Officer, AddPaper{})), ErrorCode::Invalid);
        QCOMPARE(codeOf(counter.ask(Officer, ReportMissingAttachment{})), ErrorCode::Invalid);
    }
};

QTEST_APPLESS_MAIN(tst_Decision)
#include "tst_Decision.moc"

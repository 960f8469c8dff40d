// SPDX-License-Identifier: GPL-3.0-or-later
#include "TrainingDesk.h"

#include "app/devices/folder/FolderSlipPrinter.h"
#include "app/security/Random.h"
#include "app/storage/HouseQueries.h"
#include "models/base/VietnamTime.h"

#include <QDir>
#include <QGuiApplication>
#include <QSignalSpy>

using namespace motcua;

Q_DECLARE_METATYPE(motcua::Payment)

class tst_FileDossier : public QObject
{
    Q_OBJECT

private:
    static constexpr auto Extract = "2.000635";
    static QString extract() { return QString::fromLatin1(Extract); }

private Q_SLOTS:
    void fromTypingToSlip()
    {
        const TrainingDesk desk;
        const Result<Workplace> place = desk.setUp();
        QVERIFY(place);
        const QTemporaryDir paper;
        FolderSlipPrinter printer(paper.path());
        SlipDesk slips(&printer);
        FileDossier filing(*place, &slips);
        QSignalSpy accepted(&filing, &FileDossier::dossierAccepted);
        QSignalSpy issued(&filing, &FileDossier::slipIssued);
        QSignalSpy printed(&filing, &FileDossier::slipPrinted);

        QVERIFY(filing.choose(extract()));
        QVERIFY(!filing.missing().isEmpty());
        TrainingDesk::fill(filing);
        QCOMPARE(filing.missing().size(), 0);
        filing.accept();
        filing.accept(); // pressed twice
        QTRY_COMPARE(printed.size(), 1);
        QCOMPARE(accepted.size(), 1);
        QCOMPARE(issued.size(), 1);
        QVERIFY(filing.accepted()->code.startsWith(u"H26.31.05-"_qs));
        QVERIFY(filing.accepted()->code.endsWith(u"-0301"_qs));
        QCOMPARE(filing.accepted()->slips.size(), 1);
        QVERIFY(issued.at(0).at(0).value<IssuedSlip>().isOriginal);
        QCOMPARE(QDir(paper.path()).entryList({u"*.pdf"_qs}).size(), 1);

        filing.printAgain();
        QTRY_COMPARE(issued.size(), 2);
        QVERIFY(!issued.at(1).at(0).value<IssuedSlip>().isOriginal);
        QCOMPARE(filing.accepted()->slips.size(), 2);
    }

    void whatCameByPostIsFiledWithItsEnvelope()
    {
        const TrainingDesk desk;
        const Result<Workplace> place = desk.setUp();
        QVERIFY(place);
        FileDossier filing(*place, nullptr);
        QSignalSpy accepted(&filing, &FileDossier::dossierAccepted);
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        const Envelope first{.number = u"RN123456785VN"_qs, .arrivedOn = vietnamTime(now).date(), .sheets = 2};
        Envelope right = first;
        right.number = u"RN987654327VN"_qs;
        const Visit turn = *(*Visit::begun(security::random::id(now), now)).withEnvelope(first);
        filing.setTurn(turn);
        QVERIFY(filing.choose(extract()));
        QCOMPARE(filing.envelope(), std::optional(first));
        TrainingDesk::fill(filing);
        filing.setTurn(*turn.withEnvelope(right)); // its number was typed wrong
        QCOMPARE(filing.envelope(), std::optional(right));
        const Id dossier = filing.dossier();

        // As it was left, also by who knows nothing of the turn any more.
        FileDossier later(*place, nullptr);
        const auto kept = [&] { return place->store.ask(storage::DraftById{dossier}).result(); };
        QTRY_VERIFY(*kept() && (**kept()).form.contains(right.number.toUtf8()));
        const Result<std::optional<storage::Draft>> draft = kept();
        QVERIFY(later.resume(**draft));
        QCOMPARE(later.envelope(), std::optional(right));

        QVERIFY(filing.draftSlip().post);
        filing.accept();
        QTRY_COMPARE(accepted.size(), 1);
        const QJsonObject acceptance = filing.accepted()->acceptance;
        QCOMPARE(acceptance.value(u"channel").toInt(), 3);
        QCOMPARE(Envelope::fromJson(acceptance.value(u"post").toObject()), std::optional(right));
        filing.finish();
        filing.setTurn({});
        QVERIFY(filing.choose(extract()));
        QVERIFY(!filing.envelope()); // the next one stands at the desk
    }

    void howADraftComesIsSaidByTheTurnItIsServedIn_data()
    {
        QTest::addColumn<QString>("ticket");
        QTest::addColumn<QString>("number"); // of the envelope of the turn; empty: none
        QTest::addColumn<bool>("isKnownLater"); // whose turn it is; as after a crash
        QTest::addColumn<QString>("filed"); // the number of the envelope
        QTest::newRow("nobody is served") << QString() << QString() << false << u"RN123456785VN"_qs;
        for (const bool isKnownLater : {false, true}) {
            const QByteArray when = isKnownLater ? ", known when the form is open already" : "";
            QTest::addRow("%s", ("who brought it has a ticket" + when).constData()) << u"A001"_qs << QString() << isKnownLater << QString();
            QTest::addRow("%s", ("who brought it has none" + when).constData()) << QString() << u"-"_qs << isKnownLater << QString();
            QTest::addRow("%s", ("another envelope" + when).constData()) << QString() << u"RN987654327VN"_qs << isKnownLater << u"RN987654327VN"_qs;
        }
    }
    void howADraftComesIsSaidByTheTurnItIsServedIn()
    {
        QFETCH(QString, ticket);
        QFETCH(QString, number);
        QFETCH(bool, isKnownLater);
        QFETCH(QString, filed);
        const TrainingDesk desk;
        const Result<Workplace> place = desk.setUp();
        QVERIFY(place);
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        Envelope envelope{.number = u"RN123456785VN"_qs, .arrivedOn = vietnamTime(now).date(), .sheets = 2};
        FileDossier before(*place, nullptr);
        before.setTurn(*(*Visit::begun(security::random::id(now), now)).withEnvelope(envelope));
        QVERIFY(before.choose(extract()));
        TrainingDesk::fill(before);
        const auto kept = [&] { return place->store.ask(storage::DraftById{before.dossier()}).result()->value_or(storage::Draft()); };
        QTRY_VERIFY(FileDossier::intakeOf(*place, kept(), {}));
        const storage::Draft draft = kept();

        Visit turn;
        if (!ticket.isEmpty() || !number.isEmpty()) {
            turn = *Visit::begun(security::random::id(now + 1), now + 1, ticket);
            envelope.number = number;
            turn = number.size() > 1 ? *turn.withEnvelope(envelope) : turn;
            turn = *turn.withDossier(before.dossier(), extract());
        }
        FileDossier filing(*place, nullptr);
        if (!isKnownLater) {
            filing.setTurn(turn);
        }
        QVERIFY(filing.resume(draft));
        if (isKnownLater) {
            filing.setTurn(turn);
        }
        QCOMPARE(filing.envelope() ? filing.envelope()->number : QString(), filed);
        QCOMPARE(filing.visit(), turn.id().isNull() ? draft.visit : turn.id());
        QSignalSpy accepted(&filing, &FileDossier::dossierAccepted);
        filing.accept();
        QTRY_COMPARE(accepted.size(), 1);
        QCOMPARE(filing.accepted()->acceptance.value(u"channel").toInt(), filed.isEmpty() ? 1 : 3);
        QCOMPARE(filing.accepted()->acceptance.contains(u"post"), !filed.isEmpty());
    }

    void whatStandsBesideAndWantsSomethingHoldsTheActUp_data()
    {
        QTest::addColumn<bool>("saysAll"); // the envelope the other one was begun with
        QTest::addColumn<bool>("isHere"); // whose turn it is
        QTest::addColumn<bool>("accepted");
        QTest::newRow("complete") << true << true << true;
        QTest::newRow("how it came before counts no more") << false << true << true;
        QTest::newRow("of an envelope that is half said") << false << false << false;
    }
    void whatStandsBesideAndWantsSomethingHoldsTheActUp()
    {
        QFETCH(bool, saysAll);
        QFETCH(bool, isHere);
        QFETCH(bool, accepted);
        const TrainingDesk desk;
        const Result<Workplace> place = desk.setUp();
        QVERIFY(place);
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        const Envelope said{.number = u"RN123456785VN"_qs, .arrivedOn = vietnamTime(now).date(), .sheets = saysAll ? 2 : 0};
        FileDossier other(*place, nullptr);
        QVERIFY(other.choose(extract()));
        other.cameByPost(said);
        TrainingDesk::fill(other);
        const storage::Draft draft = *other.drafts().newest(other.dossier());
        const Visit turn = *Visit::begun(security::random::id(now), now);
        FileDossier filing(*place, nullptr);
        filing.setTurn(isHere ? turn : *turn.withEnvelope(said));
        QCOMPARE(bool(FileDossier::intakeOf(*place, draft, filing.turn())), accepted);
        QVERIFY(filing.choose(extract()));
        TrainingDesk::fill(filing);
        filing.cameByPost({});
        QSignalSpy done(&filing, &FileDossier::dossierAccepted);
        QSignalSpy beside(&filing, &FileDossier::besideAccepted);
        QSignalSpy wanting(&filing, &FileDossier::besideWanting);
        filing.accept(true, {draft, draft});
        if (!accepted) {
            QCOMPARE(wanting.size(), 1);
            QCOMPARE(wanting.constFirst().constFirst().value<QList<Id>>().constFirst(), draft.id);
            QCOMPARE(filing.step(), FileDossier::Step::Filling);
            QCOMPARE(place->store.ask(storage::DossierById{filing.dossier()}).result()->has_value(), false);
            return;
        }
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(beside.size(), 1);
        QCOMPARE(wanting.size(), 0);
        QCOMPARE(beside.constFirst().constFirst().value<Dossier>().acceptance.value(u"channel").toInt(), 1);
    }

    void thatThereIsNoEnvelopeHoldsForTheOpenForm()
    {
        const TrainingDesk desk;
        const Result<Workplace> place = desk.setUp();
        QVERIFY(place);
        FileDossier filing(*place, nullptr);
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        const Visit turn = *(*Visit::begun(security::random::id(now), now))
                                .withEnvelope(Envelope{.number = u"RN123456785VN"_qs, .arrivedOn = vietnamTime(now).date(), .sheets = 2});
        filing.setTurn(turn);
        QVERIFY(filing.choose(extract()));
        QVERIFY(filing.envelope());
        filing.setTurn(*turn.withEnvelope({})); // said while another form of the turn was open
        QVERIFY(!filing.envelope());
        filing.cameByPost(turn.envelope());
        filing.setTurn({}); // who leaves says nothing of it
        QVERIFY(filing.envelope());
    }

    void numbersFollowEachOther()
    {
        const TrainingDesk desk;
        const Result<Workplace> place = desk.setUp();
        QVERIFY(place);
        FileDossier filing(*place, nullptr);
        QSignalSpy accepted(&filing, &FileDossier::dossierAccepted);
        for (const QString &ending : {u"-0301"_qs, u"-0302"_qs, u"-0303"_qs}) {
            accepted.clear();
            QVERIFY(filing.choose(extract()));
            TrainingDesk::fill(filing);
            filing.accept();
            QTRY_COMPARE(accepted.size(), 1);
            QVERIFY2(filing.accepted()->code.endsWith(ending), qPrintable(filing.accepted()->code));
            filing.finish();
        }
    }

    void whoHasTheSameHereAlreadyIsSeen_data()
    {
        QTest::addColumn<QString>("procedure");
        QTest::addColumn<QString>("number");
        QTest::addColumn<int>("found");
        QTest::newRow("the same person") << extract() << "" << 1;
        QTest::newRow("another person") << extract() << "000185012346" << 0;
        QTest::newRow("while the number is typed") << extract() << "00018501" << 0;
        QTest::newRow("another procedure") << "1.001193" << "" << 0;
    }
    void whoHasTheSameHereAlreadyIsSeen()
    {
        QFETCH(QString, procedure);
        QFETCH(QString, number);
        QFETCH(int, found);
        const TrainingDesk desk;
        const Result<Workplace> place = desk.setUp();
        QVERIFY(place);
        FileDossier filing(*place, nullptr);
        QSignalSpy accepted(&filing, &FileDossier::dossierAccepted);
        QVERIFY(filing.choose(extract()));
        TrainingDesk::fill(filing);
        const QString before = filing.form().text(filing.procedure().roles().value(u"applicant.number"_qs));
        QCOMPARE(before.size(), 12);
        filing.accept();
        QTRY_COMPARE(accepted.size(), 1);
        QVERIFY(filing.similar().isEmpty()); // itself is none
        QVERIFY(filing.choose(procedure));
        QSignalSpy kept(&filing, &FileDossier::draftKept);
        const QString field = filing.procedure().roles().value(u"applicant.number"_qs);
        if (const QString kind = u"requester.documentKind"_qs; filing.procedure().form().field(kind)) {
            filing.answer(kind, FieldValue::given(u"personalNumber"_qs));
        }
        filing.answer(field, FieldValue::given(number.isEmpty() ? before : number));
        QTRY_VERIFY(!kept.isEmpty());
        QTRY_COMPARE(filing.similar().size(), found);
        filing.answer(field, FieldValue::given(u"000185012399"_qs));
        QVERIFY(filing.similar().isEmpty()); // nothing is said of somebody else
    }

    void whatWasReceivedIsWrittenWithTheAcceptance_data()
    {
        QTest::addColumn<Payment>("payment");
        QTest::addColumn<bool>("collected");
        QTest::addColumn<int>("written");
        QTest::newRow("in cash") << Payment{.given = Money{50'000}} << true << 1;
        QTest::newRow("by transfer") << Payment{.means = PaymentMeans::Transfer} << true << 1;
        QTest::newRow("with the result") << Payment{.when = Payment::When::WithResult} << true << 0;
        QTest::newRow("not received") << Payment{.given = Money{1'000}} << false << 0;
    }
    void whatWasReceivedIsWrittenWithTheAcceptance()
    {
        QFETCH(Payment, payment);
        QFETCH(bool, collected);
        QFETCH(int, written);
        const TrainingDesk desk;
        const Result<Workplace> place = desk.setUp();
        QVERIFY(place);
        FileDossier filing(*place, nullptr);
        QSignalSpy accepted(&filing, &FileDossier::dossierAccepted);
        QVERIFY(filing.choose(extract()));
        TrainingDesk::fill(filing);
        filing.pay(payment);
        const Money due = filing.fee().total();
        QVERIFY(due > Money{});
        filing.accept(collected);
        QTRY_COMPARE(accepted.size(), 1);
        QCOMPARE(filing.accepted()->fees.size(), written);
        QCOMPARE(TrainingDesk::told(place->store, "fee.taken"), written);
        if (written > 0) {
            QCOMPARE(filing.accepted()->fees.constFirst().what.value(u"amount").toInteger(), due.dong); // and not what was given
        }
    }

    void whatIsMissingKeepsItFromBeingFiled()
    {
        const TrainingDesk desk;
        const Result<Workplace> place = desk.setUp();
        QVERIFY(place);
        FileDossier filing(*place, nullptr);
        QSignalSpy refused(&filing, &FileDossier::refused);
        QVERIFY(filing.choose(extract()));
        filing.accept();
        QCOMPARE(refused.size(), 1);
        QVERIFY(!refused.at(0).at(0).value<QList<Violation>>().isEmpty());
        QCOMPARE(filing.step(), FileDossier::Step::Filling);
    }

    void everyAnswerIsKeptAndComesBackAsItWas()
    {
        const TrainingDesk desk;
        const Result<Workplace> place = desk.setUp();
        QVERIFY(place);
        FormDraft typed;
        Id id;
        {
            FileDossier filing(*place, nullptr);
            QSignalSpy kept(&filing, &FileDossier::draftKept);
            QVERIFY(filing.choose(extract()));
            const QString field = filing.procedure().roles().value(u"applicant.name"_qs);
            filing.answer(field, FieldValue::given(u"Y Thiêm Êñuôl"_qs));
            QTRY_COMPARE(kept.size(), 1);
            typed = filing.form();
            id = filing.dossier();
        }
        const Result<QList<storage::Draft>> drafts = place->store.ask(storage::Drafts{}).result();
        QVERIFY(drafts);
        QCOMPARE(drafts->size(), 1);
        FileDossier again(*place, nullptr);
        QVERIFY(again.resume(drafts->constFirst()));
        QCOMPARE(again.form(), typed);
        QCOMPARE(again.dossier(), id);
    }

    void aLaterDayIsKeptAndPromised()
    {
        const TrainingDesk desk;
        const Result<Workplace> place = desk.setUp();
        QVERIFY(place);
        const SettledTerm twoDays{u"manyPages"_qs, 2};
        {
            FileDossier filing(*place, nullptr);
            QSignalSpy kept(&filing, &FileDossier::draftKept);
            filing.settle(twoDays); // nothing is being filled yet
            QVERIFY(filing.choose(u"2.000815"_qs));
            QVERIFY(!filing.longer());
            const QDateTime before = filing.promise()->dueAt;
            filing.settle(twoDays);
            filing.settle(twoDays); // said twice, kept once
            QTRY_COMPARE(kept.size(), 1);
            QVERIFY(filing.promise()->dueAt > before);
        }
        const Result<QList<storage::Draft>> drafts = place->store.ask(storage::Drafts{}).result();
        QVERIFY(drafts);
        FileDossier again(*place, nullptr);
        QVERIFY(again.resume(drafts->constFirst()));
        QCOMPARE(again.longer(), std::optional(twoDays));
        TrainingDesk::fill(again);
        again.settle(SettledTerm{u"manyPages"_qs, 3});
        QCOMPARE(again.missing().constFirst().code, ViolationCode::LongerTermRefused);
        again.settle({});
        const QDateTime limit = again.promise()->dueAt;
        again.settle(SettledTerm{u"manyPages"_qs, 3});
        QCOMPARE(again.promise()->dueAt, limit); // no unlawful day is shown beside the refusal
        again.settle(twoDays);
        QCOMPARE(again.missing(), QList<Violation>());
        const QDateTime promise = again.promise()->dueAt;
        QSignalSpy issued(&again, &FileDossier::slipIssued);
        again.accept();
        QTRY_COMPARE(issued.size(), 1);
        QCOMPARE(vietnamTime(again.accepted()->dueAtMs()), promise);
        QVERIFY(again.choose(u"2.000815"_qs));
        QVERIFY(!again.longer()); // the next citizen's is the limit
    }

    void aGroundThatIsGoneIsLetGo()
    {
        const TrainingDesk desk;
        const Result<Workplace> place = desk.setUp();
        QVERIFY(place);
        storage::Draft draft{.id = security::random::id(1), .person = place->person, .visit = security::random::id(2), .procedure = u"2.000815"_qs};
        draft.edition = place->law.catalogue.procedure(u"2.000815"_qs, vietnamTime(QDateTime::currentMSecsSinceEpoch()).date())->edition;
        FileDossier filing(*place, nullptr);
        draft.form = R"({"fields": {}, "papers": [], "longer": {"ground": "manyPages", "days": 2}})";
        QVERIFY(filing.resume(draft));
        QCOMPARE(filing.longer(), std::optional(SettledTerm{u"manyPages"_qs, 2}));
        draft.form = R"({"fields": {}, "papers": [], "longer": {"ground": "repealed", "days": 2}})";
        QVERIFY(filing.resume(draft));
        QVERIFY(!filing.longer());
    }

    void aWholeFormIsKeptLikeAnAnswer()
    {
        const TrainingDesk desk;
        const Result<Workplace> place = desk.setUp();
        QVERIFY(place);
        FileDossier filing(*place, nullptr);
        QSignalSpy kept(&filing, &FileDossier::draftKept);
        QSignalSpy changed(&filing, &FileDossier::changed);
        FormDraft form;
        form.set(u"requester.name"_qs, FieldValue::given(u"K’Brôi"_qs));
        filing.setForm(form); // nothing is being filled yet
        QVERIFY(filing.choose(extract()));
        filing.setForm(filing.form());
        QCOMPARE(changed.size(), 0);
        form = filing.form();
        form.set(u"requester.name"_qs, FieldValue::given(u"K’Brôi"_qs));
        filing.setForm(form);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(filing.form().text(u"requester.name"_qs), u"K’Brôi"_qs);
        QTRY_COMPARE(kept.size(), 1);
        const Result<QList<storage::Draft>> drafts = place->store.ask(storage::Drafts{}).result();
        QVERIFY(drafts);
        QCOMPARE(drafts->size(), 1);
        QCOMPARE(FileDossier::answersOf(drafts->constFirst()), filing.form());
        QCOMPARE(filing.judgement().violations, filing.procedure().checker.judge(filing.form(), vietnamTime(QDateTime::currentMSecsSinceEpoch()).date()).violations);
    }

    void theFormGoesInTheTransactionThatEndsIt_data()
    {
        QTest::addColumn<bool>("refused");
        QTest::addColumn<bool>("kept");
        QTest::newRow("refused: the form goes") << true << false;
        QTest::newRow("sent back: the form waits for the papers") << false << true;
    }
    void theFormGoesInTheTransactionThatEndsIt()
    {
        QFETCH(const bool, refused);
        QFETCH(const bool, kept);
        const TrainingDesk desk;
        const Result<Workplace> place = desk.setUp();
        QVERIFY(place);
        auto filing = std::make_unique<FileDossier>(*place, nullptr);
        QVERIFY(filing->choose(extract()));
        TrainingDesk::fill(*filing);
        const Id id = filing->dossier();
        StepDossier said{.reason = u"thiếu giấy"_qs};
        if (!refused) {
            said.asked = {{.name = u"Giấy khai sinh"_qs, .reason = u"thiếu"_qs, .originals = 1}};
        }
        filing->turnAway(refused, said);
        filing.reset(); // as in a crash, nobody is left to hear the answer
        QTRY_VERIFY(place->store.ask(storage::DossierById{id}).result()->has_value());
        QCOMPARE(place->store.ask(storage::DraftById{id}).result()->has_value(), kept);
    }

    void afterAcceptanceNoDraftIsLeft()
    {
        const TrainingDesk desk;
        const Result<Workplace> place = desk.setUp();
        QVERIFY(place);
        FileDossier filing(*place, nullptr);
        QSignalSpy issued(&filing, &FileDossier::slipIssued);
        QVERIFY(filing.choose(extract()));
        TrainingDesk::fill(filing);
        filing.accept();
        QTRY_COMPARE(issued.size(), 1);
        const Result<QList<storage::Draft>> drafts = place->store.ask(storage::Drafts{}).result();
        QVERIFY(drafts);
        QVERIFY(drafts->isEmpty());
    }
};

QTEST_MAIN(tst_FileDossier)
#include "tst_FileDossier.moc"

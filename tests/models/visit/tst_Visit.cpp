// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/visit/Visit.h"

#include "models/catalogue/Procedure.h"
#include "tests/models/journal/Author.h"

#include <QJsonArray>
#include <QTest>

using namespace motcua;
using journal::testId;

namespace {

using Outcome = Visit::Outcome;
using State = VisitDossier::State;

const Id One = testId('1');
const Id Two = testId('2');
const Id Three = testId('3');
constexpr qint64 Start = 1'795'000'000'000;

Visit begun()
{
    return *Visit::begun(testId('v'), Start, u"A013"_qs);
}

/** A visit with these dossiers under way. */
Visit with(const QList<Id> &dossiers)
{
    Visit visit = begun();
    for (const Id &dossier : dossiers) {
        visit = *visit.withDossier(dossier, u"2.000635"_qs);
    }
    return visit;
}

/** A visit whose dossiers came to these ends. */
Visit withStates(const QList<State> &states)
{
    Visit visit = begun();
    char id = '1';
    for (const State state : states) {
        visit = *(*visit.withDossier(testId(id), u"2.000635"_qs)).withState(testId(id), state);
        ++id;
    }
    return visit;
}

Procedure procedure()
{
    Procedure asked;
    asked.code = u"9.000001"_qs;
    asked.papers = {{.id = u"declaration"_qs, .declaration = true}, {.id = u"identity"_qs, .mode = RequiredPaper::Mode::Present},
        {.id = u"authorisation"_qs, .kinds = {PaperKind::CertifiedCopy}}, {.id = u"birth"_qs}};
    return asked;
}

QStringList namesOf(const QList<SharedPaper> &papers)
{
    QStringList names;
    for (const SharedPaper &paper : papers) {
        names.append(paper.paper);
    }
    return names;
}

ErrorCode codeOf(const Result<Visit> &visit)
{
    return visit ? ErrorCode::Internal : visit.error().code;
}

} // namespace

class tst_Visit : public QObject
{
    Q_OBJECT

    static PaperFile fileWith(const QString &reference)
    {
        return {.attachment = reference, .mediaType = u"image/png"_qs, .bytes = 1, .digest = u"00"_qs, .name = u"a.png"_qs};
    }

private Q_SLOTS:
    void aVisitHasAnIdAndABeginning()
    {
        QCOMPARE(codeOf(Visit::begun({}, Start)), ErrorCode::Invalid);
        QCOMPARE(codeOf(Visit::begun(One, 0)), ErrorCode::Invalid);
        QCOMPARE(begun().ticket(), u"A013"_qs);
        QVERIFY(!begun().isClosed());
        QCOMPARE(codeOf(Visit().withDossier(One, u"x"_qs)), ErrorCode::Invalid);
        QCOMPARE(codeOf(Visit().closed(Outcome::Left, Start)), ErrorCode::Invalid);
    }

    void whoComesForSomebodySaysInWhichRelation_data()
    {
        QTest::addColumn<Submitter>("submitter");
        QTest::addColumn<bool>("good");
        QTest::addRow("the applicant") << Submitter{} << true;
        QTest::addRow("a parent") << Submitter{.isApplicant = false, .relation = u"parent"_qs} << true;
        QTest::addRow("with an authority") << Submitter{.isApplicant = false, .relation = u"lawyer"_qs, .authority = u"authorisation"_qs}
                                           << true;
        QTest::addRow("with an authority and no relation") << Submitter{.isApplicant = false, .authority = u"authorisation"_qs} << false;
        QTest::addRow("with a blank relation") << Submitter{.isApplicant = false, .relation = u" "_qs} << false;
        QTest::addRow("an applicant with a relation") << Submitter{.relation = u"parent"_qs} << false;
        QTest::addRow("an applicant with an authority") << Submitter{.authority = u"x"_qs} << false;
    }
    void whoComesForSomebodySaysInWhichRelation()
    {
        QFETCH(Submitter, submitter);
        QFETCH(bool, good);
        const Result<Visit> visit = begun().withSubmitter(submitter);
        QCOMPARE(bool(visit), good);
        if (visit) {
            QCOMPARE(visit->submitter(), submitter);
            QCOMPARE(*Visit::fromJson(visit->toJson()), *visit);
        }
    }

    void anEnvelopeIsOpenedInItsPlaceAndHasNoTicket()
    {
        const Envelope envelope{.number = u"RN123456785VN"_qs, .arrivedOn = QDate(2026, 11, 20), .sheets = 3};
        const Visit visit = *(*Visit::begun(One, Start)).withEnvelope(envelope);
        QCOMPARE(visit.envelope(), std::optional(envelope));
        QCOMPARE(*Visit::fromJson(visit.toJson()), visit);
        QVERIFY(!visit.closing().contains(u"post"_qs)); // its dossiers tell of it
        QVERIFY(!(*visit.withEnvelope({})).envelope()); // somebody is here after all
        QCOMPARE(codeOf(begun().withEnvelope(envelope)), ErrorCode::Refused);
        QVERIFY(begun().withEnvelope({}));
    }

    void eachDossierIsInAVisitOnce()
    {
        const Visit visit = with({One});
        QCOMPARE(codeOf(visit.withDossier(One, u"2.000635"_qs)), ErrorCode::Refused);
        QCOMPARE(codeOf(visit.withDossier({}, u"2.000635"_qs)), ErrorCode::Invalid);
        QCOMPARE(codeOf(visit.withDossier(Two, u" "_qs)), ErrorCode::Invalid);
        QCOMPARE(codeOf(visit.withState(Two, State::Filed)), ErrorCode::Refused);
        QCOMPARE((*visit.withDossier(Two, u"1.001193"_qs)).dossiers().size(), 2);
        QCOMPARE(visit.dossiers().size(), 1);
    }

    void whatIsFiledStaysFiled()
    {
        const Visit visit = withStates({State::Filed, State::TurnedAway});
        for (const State state : {State::UnderWay, State::TurnedAway, State::HandedOver}) {
            QCOMPARE(codeOf(visit.withState(One, state)), ErrorCode::Refused);
        }
        QCOMPARE(codeOf(visit.without(One)), ErrorCode::Refused);
        QCOMPARE((*visit.withState(Two, State::UnderWay)).count(State::UnderWay), 1);
        QCOMPARE(codeOf(visit.without(Two)), ErrorCode::Refused);
    }

    void theOutcomeIsWhatHappened_data()
    {
        QTest::addColumn<QList<State>>("states");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<bool>("good");
        const auto row = [](const char *claim, const QList<State> &states, Outcome outcome, const QString &reason, bool good) {
            QTest::addRow("%s", claim) << states << outcome << reason << good;
        };
        row("two filed", {State::Filed, State::Filed}, Outcome::Filed, {}, true);
        row("one filed, one refused: that does not hold the rest", {State::Filed, State::TurnedAway}, Outcome::Filed, {}, true);
        row("one filed, one left as a draft", {State::Filed, State::UnderWay}, Outcome::Filed, {}, true);
        row("nothing filed", {State::TurnedAway}, Outcome::Filed, {}, false);
        row("a result", {State::HandedOver}, Outcome::HandedOver, {}, true);
        row("a result and a new dossier is filing", {State::HandedOver, State::Filed}, Outcome::HandedOver, {}, false);
        row("no result", {}, Outcome::HandedOver, {}, false);
        row("turned away", {State::TurnedAway}, Outcome::TurnedAway, u"thiếu giấy"_qs, true);
        row("turned away before there was a dossier", {}, Outcome::TurnedAway, u"sai nơi"_qs, true);
        row("turned away without a reason", {State::TurnedAway}, Outcome::TurnedAway, {}, false);
        row("turned away for dots", {State::TurnedAway}, Outcome::TurnedAway, u"…"_qs, false);
        row("turned away although something was filed", {State::Filed}, Outcome::TurnedAway, u"x"_qs, false);
        row("guidance", {}, Outcome::GuidanceOnly, {}, true);
        row("guidance with a draft", {State::UnderWay}, Outcome::GuidanceOnly, {}, true);
        row("guidance although papers were turned away", {State::TurnedAway}, Outcome::GuidanceOnly, {}, false);
        row("guidance although something was filed", {State::Filed}, Outcome::GuidanceOnly, {}, false);
        row("left", {State::UnderWay}, Outcome::Left, {}, true);
        row("left with a result", {State::HandedOver}, Outcome::Left, {}, false);
    }
    void theOutcomeIsWhatHappened()
    {
        QFETCH(QList<State>, states);
        QFETCH(Outcome, outcome);
        QFETCH(QString, reason);
        QFETCH(bool, good);
        const Visit visit = withStates(states);
        const Result<Visit> closed = visit.closed(outcome, Start + 1, reason);
        QCOMPARE(bool(closed), good);
        QCOMPARE(codeOf(visit.closed(outcome, Start - 1, reason)), ErrorCode::Invalid);
        if (closed) {
            QCOMPARE(closed->outcome(), outcome);
            QCOMPARE(closed->endedAtMs(), Start + 1);
            QCOMPARE(codeOf(closed->withDossier(testId('9'), u"x"_qs)), ErrorCode::Refused);
            QCOMPARE(codeOf(closed->withSubmitter({})), ErrorCode::Refused);
            QCOMPARE(codeOf(closed->closed(outcome, Start + 2, reason)), ErrorCode::Refused);
            QCOMPARE(*Visit::fromJson(closed->toJson()), *closed);
        }
    }

    void aPaperSeenOnceServesTheOthersAndSaysWhereItLies()
    {
        Visit visit = with({One, Two, Three});
        visit = *visit.withPaper(One, u"identity"_qs, u"Căn cước"_qs, PaperKind::OriginalSeen, {fileWith(u"scan"_qs)});
        QCOMPARE(codeOf(visit.withPaper(testId('9'), u"identity"_qs, {}, PaperKind::OriginalSeen)), ErrorCode::Refused);
        QCOMPARE(codeOf(visit.withPaper(One, {}, {}, PaperKind::OriginalSeen)), ErrorCode::Invalid);
        QCOMPARE(codeOf(visit.sharing(u"birth"_qs, Two)), ErrorCode::Refused);
        QCOMPARE(codeOf(visit.sharing(u"identity"_qs, One)), ErrorCode::Refused);
        QCOMPARE(codeOf(visit.sharing(u"identity"_qs, testId('9'))), ErrorCode::Refused);
        visit = *visit.sharing(u"identity"_qs, Two);
        QCOMPARE(visit.papers().size(), 1);
        QCOMPARE(visit.papers().constFirst().seenFor, One);
        QCOMPARE(visit.papers().constFirst().serves, (QList<Id>{One, Two}));
        QCOMPARE(codeOf(visit.sharing(u"identity"_qs, Two)), ErrorCode::Refused);
        QCOMPARE(*Visit::fromJson(visit.toJson()), visit);
        // Seen again for the same dossier, the later sight counts and whoever shares it keeps it.
        visit = *visit.withPaper(One, u"identity"_qs, u"Căn cước"_qs, PaperKind::FromDatabase);
        QCOMPARE(visit.papers().constFirst().kind, PaperKind::FromDatabase);
        QCOMPARE(visit.papers().constFirst().serves, (QList<Id>{One, Two}));
        // Another sheet under the same name lies with its own dossier.
        visit = *visit.withPaper(Two, u"identity"_qs, u"Hộ chiếu"_qs, PaperKind::OriginalSeen);
        QCOMPARE(visit.papers().size(), 2);
        QCOMPARE(visit.papers().at(0).serves, QList<Id>{One});
        QCOMPARE(visit.papers().at(1).serves, QList<Id>{Two});
        QCOMPARE((*visit.sharing(u"identity"_qs, Three)).papers().at(1).serves, (QList<Id>{Two, Three}));
    }

    void aDossierGivenUpLeavesItsPapersToWhoSharesThem()
    {
        Visit visit = with({One, Two});
        visit = *visit.withPaper(One, u"identity"_qs, u"Căn cước"_qs, PaperKind::OriginalSeen);
        visit = *visit.withPaper(One, u"birth"_qs, u"Giấy chứng sinh"_qs, PaperKind::OriginalSeen);
        visit = *visit.sharing(u"identity"_qs, Two);
        visit = *visit.without(One);
        QCOMPARE(visit.dossiers().size(), 1);
        QCOMPARE(namesOf(visit.papers()), QStringList{u"identity"_qs});
        QCOMPARE(visit.papers().constFirst().seenFor, Two);
        QCOMPARE(*Visit::fromJson(visit.toJson()), visit);
    }

    void onlyWhatDoesForTheProcedureIsCarried_data()
    {
        QTest::addColumn<QString>("paper");
        QTest::addColumn<PaperKind>("kind");
        QTest::addColumn<bool>("carried");
        QTest::addRow("shown once") << u"identity"_qs << PaperKind::OriginalSeen << true;
        QTest::addRow("in a kind that does") << u"authorisation"_qs << PaperKind::CertifiedCopy << true;
        QTest::addRow("in a kind that does not") << u"authorisation"_qs << PaperKind::CitizenScan << false;
        QTest::addRow("of any kind where none is named") << u"birth"_qs << PaperKind::RegisterCopy << true;
        QTest::addRow("a declaration is signed for one") << u"declaration"_qs << PaperKind::OriginalSeen << false;
        QTest::addRow("a paper the procedure does not ask for") << u"marriage"_qs << PaperKind::OriginalSeen << false;
    }
    void onlyWhatDoesForTheProcedureIsCarried()
    {
        QFETCH(QString, paper);
        QFETCH(PaperKind, kind);
        QFETCH(bool, carried);
        Visit visit = with({One, Two});
        visit = *visit.withPaper(One, paper, u"x"_qs, kind);
        QCOMPARE(namesOf(visit.carriable(procedure(), Two)), carried ? QStringList{paper} : QStringList());
        QVERIFY(visit.carriable(procedure(), One).isEmpty());
        if (carried) {
            QVERIFY((*visit.sharing(paper, Two)).carriable(procedure(), Two).isEmpty());
        }
    }

    void thePersonGoesIntoTheNextForm_data()
    {
        QTest::addColumn<bool>("isApplicant");
        QTest::addColumn<QString>("filled"); // fields
        QTest::addRow("who comes for themselves brings nobody") << true << u"a.name a.number"_qs;
        QTest::addRow("a messenger is not the applicant") << false << u"s.name"_qs;
    }
    void thePersonGoesIntoTheNextForm()
    {
        QFETCH(bool, isApplicant);
        QFETCH(QString, filled);
        Submitter person{.isApplicant = isApplicant, .relation = isApplicant ? QString() : u"lawyer"_qs};
        person.answers = {{u"name"_qs, FieldValue::given(u"Lê Thử"_qs)},
            {u"number"_qs, FieldValue::given(u"000190000001"_qs, Provenance::ChipVerified)},
            {u"phone"_qs, {FieldValue::State::DeclaredAbsent, {}, Provenance::Typed}}};
        const Visit visit = *begun().withSubmitter(person);
        const QMap<QString, QString> roles{{u"applicant.name"_qs, u"a.name"_qs}, {u"applicant.number"_qs, u"a.number"_qs},
            {u"applicant.phone"_qs, u"a.phone"_qs}, {u"applicant.email"_qs, u"a.email"_qs}, {u"submitter.name"_qs, u"s.name"_qs},
            {u"subject.name"_qs, u"child"_qs}};
        const FormDraft draft = visit.carriedAnswers(roles);
        QCOMPARE(QStringList(draft.values().keys()).join(u' '), filled);
        QCOMPARE(draft.value(isApplicant ? u"a.name"_qs : u"s.name"_qs).text, u"Lê Thử"_qs);
        if (isApplicant) {
            QCOMPARE(draft.value(u"a.number"_qs).source, Provenance::ChipVerified);
        }
    }

    void theJournalIsToldNobodysAnswers()
    {
        Submitter person{.isApplicant = false, .relation = u"parent"_qs, .authority = u"authorisation"_qs};
        person.answers = {{u"name"_qs, FieldValue::given(u"Lê Thử"_qs)}};
        Visit visit = *withStates({State::Filed}).withSubmitter(person);
        visit = *visit.withPaper(One, u"identity"_qs, u"Căn cước"_qs, PaperKind::OriginalSeen, {fileWith(u"the key of the scan"_qs)});
        visit = *visit.closed(Outcome::Filed, Start + 60'000);
        const QByteArray bytes = journal::payloadBytes(visit.closing());
        QVERIFY(!bytes.contains("Thử") && !bytes.contains("key of the scan"));
        QCOMPARE(visit.closing().value(u"filed").toInt(), 1);
        QCOMPARE(visit.closing().value(u"outcome").toString(), u"filed"_qs);
        QCOMPARE(visit.closing().value(u"submitter")[u"relation"].toString(), u"parent"_qs);
        QCOMPARE(visit.closing().value(u"papers")[0][u"seenFor"].toString(), One.toString());
        QVERIFY(journal::payloadBytes(visit.toJson()).contains("Thử"));
    }

    void whatIsNoVisitIsNotRead_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        const QString one = One.toString();
        QTest::addRow("no id") << u"id"_qs << QJsonValue(u"x"_qs);
        QTest::addRow("no beginning") << u"startedAt"_qs << QJsonValue(u"soon"_qs);
        QTest::addRow("an outcome nobody knows") << u"outcome"_qs << QJsonValue(u"vanished"_qs);
        QTest::addRow("an outcome that is not what happened") << u"outcome"_qs << QJsonValue(u"handedOver"_qs);
        QTest::addRow("an end before the beginning") << u"endedAt"_qs << QJsonValue(u"2020-01-01T00:00:00+07:00"_qs);
        QTest::addRow("a state nobody knows") << u"dossiers"_qs
                                              << QJsonValue(QJsonArray{
                                                     QJsonObject{{u"id"_qs, one}, {u"procedure"_qs, u"p"_qs}, {u"state"_qs, u"lost"_qs}}});
        QTest::addRow("a dossier twice") << u"dossiers"_qs
                                         << QJsonValue(QJsonArray{
                                                QJsonObject{{u"id"_qs, one}, {u"procedure"_qs, u"p"_qs}, {u"state"_qs, u"filed"_qs}},
                                                QJsonObject{{u"id"_qs, one}, {u"procedure"_qs, u"p"_qs}, {u"state"_qs, u"filed"_qs}}});
        QTest::addRow("a paper of no dossier here")
            << u"papers"_qs << QJsonValue(QJsonArray{SharedPaper{u"p"_qs, u"p"_qs, PaperKind::OriginalSeen, {}, Two, {Two}}.toJson()});
        QTest::addRow("a paper that lies nowhere")
            << u"papers"_qs << QJsonValue(QJsonArray{SharedPaper{u"p"_qs, u"p"_qs, PaperKind::OriginalSeen, {}, One, {}}.toJson()});
        QTest::addRow("a paper with a page of nothing") << u"papers"_qs << QJsonValue(QJsonArray{SharedPaper{u"p"_qs, u"p"_qs, PaperKind::OriginalSeen, {}, One, {One}, {PaperPage{}}}.toJson()});
        QTest::addRow("a paper of no kind") << u"papers"_qs
                                            << QJsonValue(QJsonArray{QJsonObject{
                                                   {u"paper"_qs, u"p"_qs}, {u"seenFor"_qs, one}, {u"serves"_qs, QJsonArray{one}}}});
        QTest::addRow("somebody for themselves and for another")
            << u"submitter"_qs << QJsonValue(QJsonObject{{u"applicant"_qs, true}, {u"relation"_qs, u"parent"_qs}});
    }
    void whatIsNoVisitIsNotRead()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QJsonObject json = (*withStates({State::Filed}).closed(Outcome::Filed, Start + 1)).toJson();
        QVERIFY(Visit::fromJson(json));
        json.insert(key, value);
        QCOMPARE(codeOf(Visit::fromJson(json)), ErrorCode::EntryMalformed);
        QCOMPARE(codeOf(Visit::fromJson({})), ErrorCode::EntryMalformed);
    }
};

QTEST_APPLESS_MAIN(tst_Visit)
#include "tst_Visit.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/VietnamTime.h"
#include "models/dossier/PaperSet.h"
#include "tests/models/catalogue/ShippedCatalogue.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace motcua;
using State = Paper::State;

class tst_PaperSet : public QObject
{
    Q_OBJECT

    static Procedure with(RequiredPaper paper)
    {
        paper.id = u"p"_qs;
        paper.name = u"Giấy"_qs;
        Procedure procedure;
        procedure.papers = {paper};
        return procedure;
    }

    static PaperSet one(State state, const QString &reason = {}, PaperKind kind = PaperKind::OriginalSeen)
    {
        PaperSet set;
        set.set({u"p"_qs, {}, state, reason, kind, 0});
        return set;
    }

private Q_SLOTS:
    void whatADatabaseToldNamesIt_data()
    {
        QTest::addColumn<QString>("usual");
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("recorded");
        QTest::addRow("the edition knows which") << u"CSDL dân cư"_qs << u""_qs << u"CSDL dân cư"_qs;
        QTest::addRow("the officer says more") << u"CSDL dân cư"_qs << u"CSDL dân cư, tra cứu số 12"_qs << u"CSDL dân cư, tra cứu số 12"_qs;
        QTest::addRow("only the officer knows") << u""_qs << u"CSDL đất đai"_qs << u"CSDL đất đai"_qs;
        QTest::addRow("nobody says") << u""_qs << u" "_qs << QString();
    }
    void whatADatabaseToldNamesIt()
    {
        QFETCH(QString, usual);
        QFETCH(QString, said);
        QFETCH(QString, recorded);
        const Procedure procedure = with({.database = usual});
        const PaperSet set = one(State::Met, said, PaperKind::FromDatabase);
        const QList<Violation> wrong = set.violations(procedure, {});
        QCOMPARE(wrong.size(), recorded.isEmpty() ? 1 : 0);
        QVERIFY(wrong.isEmpty() || wrong.constFirst().code == ViolationCode::PaperSourceMissing);
        if (!recorded.isEmpty()) {
            QCOMPARE(set.settled(procedure, {}).paper(u"p"_qs).reason, recorded);
        }
        QVERIFY(one(State::Met, {}, PaperKind::CertifiedCopy).violations(procedure, {}).isEmpty());
    }

    void wantsWhatTheEditionWants_data()
    {
        using enum RequiredPaper::Need;
        QTest::addColumn<RequiredPaper::Need>("need");
        QTest::addColumn<State>("state");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<bool>("mayFollow");
        QTest::addColumn<bool>("waivable");
        QTest::addColumn<QString>("expected");
        QTest::addRow("needed, not seen") << Always << State::NotSeen << u""_qs << true << true << u"PaperMissing"_qs;
        QTest::addRow("needed, met") << Always << State::Met << u""_qs << false << false << u""_qs;
        QTest::addRow("needed, not met") << Always << State::NotMet << u"rách"_qs << true << true << u"PaperNotMet"_qs;
        QTest::addRow("needed, to follow where it may") << Always << State::ToFollow << u""_qs << true << false << u""_qs;
        QTest::addRow("needed, to follow where it may not")
            << Always << State::ToFollow << u""_qs << false << true << u"PaperMayNotFollow"_qs;
        QTest::addRow("P2: a register tells it, so it is waived with that reason") << Always << State::NotApplicable << u"miễn"_qs << false << true << u""_qs;
        QTest::addRow("P2: waived without saying why")
            << Always << State::NotApplicable << u" "_qs << false << true << u"PaperReasonMissing"_qs;
        QTest::addRow("P2: no register tells it, so it is not to be waived")
            << Always << State::NotApplicable << u"miễn"_qs << true << false << u"PaperNotWaivable"_qs;
        QTest::addRow("on request, not seen") << OnRequest << State::NotSeen << u""_qs << false << false << u""_qs;
        QTest::addRow("on request, not met") << OnRequest << State::NotMet << u"cũ"_qs << false << false << u""_qs;
        QTest::addRow("on request, not applicable without a word")
            << OnRequest << State::NotApplicable << u""_qs << false << false << u""_qs;
        QTest::addRow("on request, to follow") << OnRequest << State::ToFollow << u""_qs << false << false << u""_qs;
    }
    void wantsWhatTheEditionWants()
    {
        QFETCH(RequiredPaper::Need, need);
        QFETCH(State, state);
        QFETCH(QString, reason);
        QFETCH(bool, mayFollow);
        QFETCH(bool, waivable);
        QFETCH(QString, expected);
        RequiredPaper paper;
        paper.need = need;
        paper.mayFollow = mayFollow;
        paper.waivable = waivable;
        const QList<Violation> all = one(state, reason).violations(with(paper), {});
        QCOMPARE(all.isEmpty() ? QString() : violationName(all[0].code), expected);
        QVERIFY(all.isEmpty() || all[0].field == u"p");
    }

    void conditionsAreAskedOfTheAnswers()
    {
        RequiredPaper paper;
        paper.need = RequiredPaper::Need::Conditional;
        paper.requiredIf = Condition{u"authorised"_qs, {u"1"_qs}};
        const Procedure procedure = with(paper);
        FormDraft draft;
        QCOMPARE(PaperSet().violations(procedure, draft).size(), 0);
        draft.set(u"authorised"_qs, FieldValue::given(u"1"_qs));
        QCOMPARE(PaperSet().violations(procedure, draft).value(0).code, ViolationCode::PaperMissing);
    }

    void onlyTheKindsOfCopyThatDoAreTaken()
    {
        RequiredPaper paper;
        paper.kinds = {PaperKind::OriginalSeen, PaperKind::FromDatabase};
        const Procedure procedure = with(paper);
        QCOMPARE(one(State::Met, u"CSDL dân cư"_qs, PaperKind::FromDatabase).violations(procedure, {}).size(), 0);
        const Violation refused = one(State::Met, {}, PaperKind::CitizenScan).violations(procedure, {}).value(0);
        QCOMPARE(refused.code, ViolationCode::PaperKindRefused);
        QCOMPARE(refused.params.value(u"kind"_qs), u"citizenScan"_qs);
        paper.kinds.clear();
        QCOMPARE(one(State::Met, {}, PaperKind::CitizenScan).violations(with(paper), {}).size(), 0);
    }

    void aPaperOfNoProcedureIsNamed()
    {
        PaperSet set = one(State::Met);
        set.set({u"q"_qs, {}, State::Met, {}, PaperKind::OriginalSeen, 0});
        QCOMPARE(set.violations(with({}), {}), (QList<Violation>{{u"q"_qs, ViolationCode::UnknownPaper, {}}}));
    }

    void startsWithThePapersOfTheProcedure()
    {
        const Procedure extract = test::extractProcedure();
        PaperSet set = PaperSet::of(extract);
        QCOMPARE(set.papers().size(), extract.papers.size());
        QCOMPARE(set.paper(u"identity"_qs).state, State::NotSeen);
        QCOMPARE(set.paper(u"identity"_qs).name, u"Giấy tờ tùy thân của người yêu cầu"_qs);
        set.set({u"identity"_qs, {}, State::Met, {}, PaperKind::FromDatabase, 0});
        QCOMPARE(set.papers().size(), extract.papers.size());
        QCOMPARE(set.paper(u"identity"_qs).name, u"Giấy tờ tùy thân của người yêu cầu"_qs);
        QCOMPARE(set.paper(u"nothing"_qs).state, State::NotSeen);
    }

    void isFiledInTheOrderOfTheProcedureWithWhatNobodyNeededMarked()
    {
        const Procedure extract = test::extractProcedure();
        PaperSet set;
        set.set({u"identity"_qs, {}, State::Met, {}, PaperKind::FromDatabase, 0});
        set.set({u"declaration"_qs, {}, State::Met, {}, PaperKind::OriginalSeen, 0});
        const PaperSet settled = set.settled(extract, {});
        QStringList ids;
        for (const Paper &paper : settled.papers()) {
            ids.append(paper.id);
            QVERIFY(!paper.name.isEmpty());
        }
        QCOMPARE(ids, QStringList({u"declaration"_qs, u"identity"_qs, u"writtenRequest"_qs, u"authorisation"_qs, u"residence"_qs}));
        QCOMPARE(settled.paper(u"authorisation"_qs).state, State::NotApplicable);
        QCOMPARE(settled.paper(u"identity"_qs).kind, PaperKind::FromDatabase);
    }

    void countsTheOriginalsToGiveBack()
    {
        PaperSet set;
        set.set({u"a"_qs, {}, State::Met, {}, PaperKind::OriginalSeen, 2});
        set.set({u"b"_qs, {}, State::Met, {}, PaperKind::OriginalSeen, 1});
        QCOMPARE(set.originalsHeld(), 3);
    }

    void readsWhatItWrites()
    {
        PaperSet set;
        set.set({u"a"_qs, u"A"_qs, State::NotSeen, {}, PaperKind::OriginalSeen, 0});
        set.set({u"b"_qs, u"B"_qs, State::Met, {}, PaperKind::CertifiedCopy, 1});
        set.set({u"c"_qs, u"C"_qs, State::NotMet, u"rách"_qs, PaperKind::OriginalSeen, 0});
        set.set({u"d"_qs, u"D"_qs, State::NotApplicable, u"miễn"_qs, PaperKind::OriginalSeen, 0});
        set.set({u"e"_qs, u"E"_qs, State::ToFollow, {}, PaperKind::RegisterCopy, 0});
        set.set({u"f"_qs, u"F"_qs, State::Met, {}, PaperKind::SignedElectronicCopy, 0});
        set.set({u"g"_qs, u"G"_qs, State::Met, {}, PaperKind::CitizenScan, 0});
        set.set({u"h"_qs, u"H"_qs, State::Met, {}, PaperKind::OriginalSeen, 0, PrintedSheet{u"3F9A2C"_qs, vietnamTime({2026, 11, 23}, {14, 52})}});
        const auto read = PaperSet::fromJson(set.toJson());
        QVERIFY(read);
        QCOMPARE(*read, set);
        const QByteArray json = QJsonDocument(set.toJson()).toJson(QJsonDocument::Compact);
        QVERIFY(json.startsWith(
            R"([{"id":"a","name":"A","state":"notSeen"},{"held":1,"id":"b","kind":"certifiedCopy","name":"B","state":"met"})"));
    }

    void pagesStandInDraftsAndNowhereElse()
    {
        const PaperPage page{u"a1.n.k.9"_qs, u"a1.t.k.3"_qs, QString(64, u'7'), {2480, 3508}, 300, true, false, u"scan"_qs};
        PaperPage back = page;
        back.attachment = u"a1.b.k.9"_qs;
        back.isBlank = true;
        PaperSet set;
        set.set({.id = u"identity"_qs, .name = u"A"_qs, .state = State::Met, .pages = {page, back}});
        const auto read = PaperSet::fromJson(set.toJson());
        QVERIFY(read);
        QCOMPARE(*read, set);
        QCOMPARE(read->paper(u"identity"_qs).pages, (QList<PaperPage>{page, back}));

        const Procedure extract = test::extractProcedure();
        QVERIFY(set.settled(extract, {}).paper(u"identity"_qs).pages.isEmpty());
        QVERIFY(!QJsonDocument(set.settled(extract, {}).toJson()).toJson().contains("pages"));
        PaperSet without;
        without.set({.id = u"identity"_qs, .name = u"A"_qs, .state = State::Met});
        QCOMPARE(set.violations(extract, {}), without.violations(extract, {}));
        QVERIFY(!without.toJson().at(0).toObject().contains(u"pages"));
        QVERIFY(PaperSet::fromJson(without.toJson())->paper(u"identity"_qs).pages.isEmpty()); // of a draft from before
    }

    void readsWhichSheetWasSignedFromAnEntryOfTheJournal()
    {
        QFile file(QStringLiteral(MOTCUA_TEST_DATA "/journal/dossier.accepted.v1.sheet.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto read = PaperSet::fromJson(QJsonDocument::fromJson(file.readAll()).object().value(u"papers").toArray());
        QVERIFY(read);
        QVERIFY(!read->paper(u"id-card"_qs).sheet); // of entries from before, and of what was filled in by hand
        const auto sheet = read->paper(u"declaration"_qs).sheet;
        QVERIFY(sheet);
        QCOMPARE(sheet->mark, u"3F9A2C"_qs);
        QCOMPARE(sheet->printedAt, vietnamTime({2026, 11, 23}, {8, 21, 7}));
    }

    void refusesWhatItNeverWrote_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addRow("no object") << QByteArray(R"(["a"])");
        QTest::addRow("no id") << QByteArray(R"([{"state":"met"}])");
        QTest::addRow("no state") << QByteArray(R"([{"id":"a"}])");
        QTest::addRow("an unknown state") << QByteArray(R"([{"id":"a","state":"lost"}])");
        QTest::addRow("an unknown kind") << QByteArray(R"([{"id":"a","state":"met","kind":"hearsay"}])");
        QTest::addRow("fewer than no originals") << QByteArray(R"([{"id":"a","state":"met","held":-1}])");
        QTest::addRow("a sheet without its mark") << QByteArray(R"([{"id":"a","state":"met","sheet":{"printedAt":"2026-11-23T14:52:00+07:00"}}])");
        QTest::addRow("a sheet of no time") << QByteArray(R"([{"id":"a","state":"met","sheet":{"mark":"3F9A2C"}}])");
        QTest::addRow("a page of nothing") << QByteArray(R"([{"id":"a","state":"met","pages":[{"source":"scan"}]}])");
        QTest::addRow("a paper twice") << QByteArray(R"([{"id":"a","state":"met"},{"id":"a","state":"met"}])");
    }
    void refusesWhatItNeverWrote()
    {
        QFETCH(QByteArray, json);
        const auto read = PaperSet::fromJson(QJsonDocument::fromJson(json).array());
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::EntryMalformed);
    }
};

QTEST_APPLESS_MAIN(tst_PaperSet)
#include "tst_PaperSet.moc"

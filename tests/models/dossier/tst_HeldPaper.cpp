// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/HeldPaper.h"

#include "tests/models/dossier/Counter.h"

using namespace motcua;

namespace {

const QString Number = QStringLiteral("001085012345");

PaperFile fileOf(const QString &name)
{
    return {.attachment = name, .mediaType = u"application/pdf"_qs, .bytes = 90, .digest = name.repeated(8), .source = u"scan"_qs, .pages = 2, .dpi = 300};
}

/** "a" met with its file, "b" met without one, "c" to follow with a file, "d" a certified copy in two files. */
Dossier filed()
{
    Dossier dossier;
    dossier.id = journal::testId('f');
    dossier.code = u"H26.1.13-261101-0301"_qs;
    dossier.unit = u"H26.1.13"_qs;
    dossier.incomplete = false;
    dossier.receivedAtMs = on(1);
    dossier.status.status = DossierStatus::Accepted;
    const auto paper = [](const QString &id, const QString &state, const QString &kind) {
        return QJsonObject{{u"id"_qs, id}, {u"name"_qs, id.toUpper()}, {u"state"_qs, state}, {u"kind"_qs, kind}};
    };
    dossier.acceptance = {{u"procedureName"_qs, u"Thủ tục trước"_qs}, {u"unitName"_qs, u"Phường Thử"_qs},
        {u"papers"_qs, QJsonArray{paper(u"a"_qs, u"met"_qs, u"originalSeen"_qs), paper(u"b"_qs, u"met"_qs, u"originalSeen"_qs), paper(u"c"_qs, u"toFollow"_qs, u"originalSeen"_qs),
                            paper(u"d"_qs, u"met"_qs, u"certifiedCopy"_qs)}},
        {u"roles"_qs, QJsonObject{{u"applicant.number"_qs, u"number"_qs}}}};
    dossier.fields.insert(u"number"_qs, {QJsonObject{{u"v"_qs, Number}}, {}, {}});
    for (const QString &name : {u"a1"_qs, u"c1"_qs, u"d1"_qs, u"d2"_qs}) {
        DossierLine line;
        line.what = {{u"paper"_qs, name.first(1)}, {u"attachment"_qs, name}, {u"details"_qs, fileOf(name).details()}};
        dossier.papers.append(line);
    }
    return dossier;
}

QStringList told(const Dossier &dossier)
{
    QStringList all;
    for (const HeldPaper &one : heldPapers(dossier)) {
        all.append(one.paper + u' ' + paperKindName(one.kind) + u' ' + QString::number(one.files.size()) + u' ' + QString::number(one.pages()));
    }
    return all;
}

DossierEvent eventOf(const QString &name, const QJsonObject &what = {})
{
    DossierEvent made;
    made.event = name;
    made.clock = name == u"request_supplement" ? ClockEffect::SupplementRequested : ClockEffect::SupplementReceived;
    made.atMs = on(2);
    made.what = what;
    return made;
}

} // namespace

/** Which papers of a dossier may be used again, for what, by whom; and that nothing else passes for one. */
class tst_HeldPaper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPaperIsHeldWithItsFileOnly()
    {
        QCOMPARE(told(filed()), (QStringList{u"a originalSeen 1 2"_qs, u"d certifiedCopy 2 4"_qs}));
        const HeldPaper first = heldPapers(filed()).constFirst();
        QCOMPARE(first.code, u"H26.1.13-261101-0301"_qs);
        QCOMPARE(first.name, u"A"_qs);
        QCOMPARE(first.procedureName, u"Thủ tục trước"_qs);
        QCOMPARE(first.unitName, u"Phường Thử"_qs);
        QCOMPARE(first.receivedAtMs, on(1));
        QCOMPARE(first.files.constFirst().attachment, u"a1"_qs);
    }

    void whatCameWithASupplementIsHeldAndNoBetterThanItIsKnown()
    {
        Dossier dossier = filed();
        const QJsonArray c = supplementToJson({{.paper = u"c"_qs, .name = u"Giấy C"_qs, .originals = 1}});
        dossier.events = {eventOf(u"request_supplement"_qs, {{u"from"_qs, 4}, {u"to"_qs, 5}, {u"asked"_qs, c}}),
            eventOf(u"supplement_received"_qs, {{u"from"_qs, 5}, {u"to"_qs, 4}, {u"arrived"_qs, c}})};
        QCOMPARE(told(dossier), (QStringList{u"a originalSeen 1 2"_qs, u"d certifiedCopy 2 4"_qs, u"c citizenScan 1 2"_qs}));
    }

    void howADossierEndedDecides_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<int>("held");
        QTest::addRow("refused: the paper is no worse for it") << u"refused"_qs << 2;
        QTest::addRow("stopped") << u"stopped"_qs << 2;
        QTest::addRow("never accepted") << u"incomplete"_qs << 0;
        QTest::addRow("purged") << u"purged"_qs << 0;
        QTest::addRow("accepted by mistake") << u"cancelled"_qs << 0;
    }
    void howADossierEndedDecides()
    {
        QFETCH(QString, how);
        QFETCH(int, held);
        Dossier dossier = filed();
        dossier.incomplete = how == u"incomplete";
        dossier.purged = how == u"purged";
        dossier.status.status = how == u"refused" ? DossierStatus::Refused : how == u"stopped" ? DossierStatus::Stopped : DossierStatus::Accepted;
        if (how == u"cancelled") {
            dossier.events.append(eventOf(event::CancelAcceptance));
        }
        QCOMPARE(heldPapers(dossier).size(), held);
    }

    void fitsOnlyWhereThePaperMeansTheSame_data()
    {
        QTest::addColumn<RequiredPaper>("required");
        QTest::addColumn<bool>("does");
        QTest::addRow("any kind does") << RequiredPaper{.id = u"d"_qs} << true;
        QTest::addRow("its kind does") << RequiredPaper{.id = u"d"_qs, .kinds = {PaperKind::OriginalSeen, PaperKind::CertifiedCopy}} << true;
        QTest::addRow("its kind does not") << RequiredPaper{.id = u"d"_qs, .kinds = {PaperKind::OriginalSeen}} << false;
        QTest::addRow("another paper") << RequiredPaper{.id = u"a"_qs} << false;
        QTest::addRow("a declaration is signed for one dossier") << RequiredPaper{.id = u"d"_qs, .declaration = true} << false;
        QTest::addRow("a copy shows nobody who stands here") << RequiredPaper{.id = u"d"_qs, .provesIdentityOf = u"applicant"_qs} << false;
    }
    void fitsOnlyWhereThePaperMeansTheSame()
    {
        QFETCH(RequiredPaper, required);
        QFETCH(bool, does);
        QCOMPARE(fits(heldPapers(filed()).constLast(), required), does);
    }

    void isUsedAgainAndGivenBack()
    {
        const HeldPaper held = heldPapers(filed()).constLast();
        const Paper before{.id = u"d"_qs, .name = u"Giấy D"_qs, .state = Paper::State::NotMet, .reason = u"mờ"_qs, .originalsHeld = 1};
        const Paper after = usedAgain(before, held, u"còn hạn"_qs);
        QCOMPARE(after.state, Paper::State::Met);
        QCOMPARE(after.kind, PaperKind::CertifiedCopy);
        QCOMPARE(after.reason, QString());
        QCOMPARE(after.originalsHeld, 0);
        QCOMPARE(after.files.size(), 2);
        QCOMPARE(*after.files.constFirst().reuse,
            (PaperReuse{.dossier = journal::testId('f'), .code = u"H26.1.13-261101-0301"_qs, .receivedAtMs = on(1), .paper = u"d"_qs, .kind = PaperKind::CertifiedCopy, .note = u"còn hạn"_qs}));
        QVERIFY(isUsedAgain(after) && !isUsedAgain(before));
        QCOMPARE(usedAgain(after, held, {}).files.size(), 2); // a key pressed twice takes nothing twice
        QCOMPARE(givenBack(after).state, Paper::State::NotSeen);
        QVERIFY(givenBack(after).files.isEmpty());
        QCOMPARE(givenBack(before), before);
        Paper beside = after;
        beside.files.prepend(fileOf(u"x1"_qs)); // brought by hand as well
        QCOMPARE(givenBack(beside).files, QList<PaperFile>{fileOf(u"x1"_qs)});
        QCOMPARE(givenBack(beside).state, Paper::State::Met);
    }

    void numbersAreThoseOfWhoItConcernsAndOfWhoSubmits()
    {
        FormDraft answers;
        answers.set(u"owner"_qs, FieldValue::given(u"001 085 012345"_qs));
        answers.set(u"agent"_qs, FieldValue::given(u"001085012345"_qs));
        const QMap<QString, QString> roles{{u"applicant.number"_qs, u"owner"_qs}, {u"submitter.number"_qs, u"agent"_qs}};
        QCOMPARE(numbersFor(roles, answers), QStringList{Number});
        answers.set(u"agent"_qs, FieldValue::given(u"0312345678-001"_qs));
        QCOMPARE(numbersFor(roles, answers), (QStringList{Number, u"0312345678001"_qs}));
        QCOMPARE(numbersFor({}, answers), QStringList());
        QCOMPARE(numbersFor(roles, {}), QStringList());
    }

    void theJournalTakesOnlyWhatIsHeldForThisPerson_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<ErrorCode>("code");
        QTest::addRow("held") << QString() << ErrorCode::Cancelled;
        QTest::addRow("unknown here") << u"nowhere"_qs << ErrorCode::HeldPaperGone;
        QTest::addRow("purged meanwhile") << u"purged"_qs << ErrorCode::HeldPaperGone;
        QTest::addRow("of another person") << u"another"_qs << ErrorCode::HeldPaperGone;
        QTest::addRow("of nobody") << u"nobody"_qs << ErrorCode::HeldPaperGone;
        QTest::addRow("another file") << u"file"_qs << ErrorCode::HeldPaperGone;
        QTest::addRow("from nowhere") << u"malformed"_qs << ErrorCode::Invalid;
    }
    void theJournalTakesOnlyWhatIsHeldForThisPerson()
    {
        QFETCH(QString, how);
        QFETCH(ErrorCode, code);
        Counter counter;
        counter.accept();
        counter.now.dossier->acceptance.insert(u"roles", QJsonObject{{u"applicant.number"_qs, u"number"_qs}});
        counter.now.dossier->fields.insert(u"number"_qs, {QJsonObject{{u"v"_qs, how == u"nobody" ? QString() : Number}}, {}, {}});
        Dossier source = filed();
        source.purged = how == u"purged";
        if (how == u"another" || how == u"nobody") {
            source.fields.insert(u"number"_qs, {QJsonObject{{u"v"_qs, how == u"another" ? u"001085012346"_qs : QString()}}, {}, {}});
        }
        counter.now.source = how == u"nowhere" ? std::nullopt : std::optional(source);
        const PaperFile file = usedAgain({.id = u"a"_qs}, heldPapers(filed()).constFirst(), {}).files.constFirst();
        QJsonObject details = file.details();
        if (how == u"malformed") {
            details.insert(u"reused", QJsonObject());
        }
        const auto drafts = counter.ask(Officer, AddPaper{.paper = u"a"_qs, .attachment = how == u"file" ? u"z9"_qs : file.attachment, .details = details});
        QCOMPARE(drafts ? ErrorCode::Cancelled : drafts.error().code, code);
        if (code == ErrorCode::HeldPaperGone) {
            QCOMPARE(drafts.error().detail, Subject.toString() + u"/a"_qs);
        }
        // One that was brought is asked nothing.
        QVERIFY(counter.ask(Officer, AddPaper{.paper = u"a"_qs, .attachment = u"z9"_qs, .details = fileOf(u"z9"_qs).details()}));
    }

    void readingOneOutsideADossierSaysWhatFor_data()
    {
        QTest::addColumn<QString>("paper");
        QTest::addColumn<QString>("purpose");
        QTest::addColumn<ErrorCode>("code");
        QTest::addRow("said") << u"a"_qs << u"đối chiếu"_qs << ErrorCode::Cancelled;
        QTest::addRow("not said") << u"a"_qs << u"  "_qs << ErrorCode::Invalid;
        QTest::addRow("of another paper") << u"b"_qs << u"đối chiếu"_qs << ErrorCode::NotFound;
    }
    void readingOneOutsideADossierSaysWhatFor()
    {
        QFETCH(QString, paper);
        QFETCH(QString, purpose);
        QFETCH(ErrorCode, code);
        Counter counter;
        counter.accept();
        QVERIFY(counter.act(Officer, AddPaper{.paper = u"a"_qs, .attachment = u"77aa"_qs}));
        const Dossier before = *counter.now.dossier;
        const auto drafts = counter.act(Officer, ReadPaper{.paper = paper, .attachment = u"77aa"_qs, .purpose = purpose});
        QCOMPARE(drafts ? ErrorCode::Cancelled : drafts.error().code, code);
        QCOMPARE(counter.now.dossier->papers, before.papers); // it changes nothing
        QCOMPARE(counter.now.dossier->revision, before.revision);
        QCOMPARE(codeOf(counter.ask(Inspector, ReadPaper{.paper = u"a"_qs, .attachment = u"77aa"_qs, .purpose = u"x"_qs})), ErrorCode::NotAllowed);
    }

    void oneComponentIsEnoughForTheIndex()
    {
        Dossier dossier = filed();
        QVERIFY(!reusesPaper(dossier));
        dossier.papers.last().what.insert(u"details", usedAgain({}, heldPapers(filed()).constFirst(), {}).files.constFirst().details());
        QVERIFY(reusesPaper(dossier));
    }
};

QTEST_APPLESS_MAIN(tst_HeldPaper)
#include "tst_HeldPaper.moc"

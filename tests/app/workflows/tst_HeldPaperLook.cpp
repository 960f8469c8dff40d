// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/HeldPaperLook.h"

#include "app/storage/JournalQueries.h"
#include "tests/app/workflows/TrainingDesk.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSignalSpy>

using namespace motcua;

/** What a citizen filed once is not asked for again: found for them alone, named once more in the journal, and sealed only once. */
class tst_HeldPaperLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<TrainingDesk>();
        Result<Workplace> made = m_desk->setUp();
        QVERIFY(made);
        m_place = std::make_unique<Workplace>(*made);
        m_filing = std::make_unique<FileDossier>(*m_place, nullptr);
        m_look = std::make_unique<HeldPaperLook>(m_filing.get());
    }
    void cleanup()
    {
        m_look.reset();
        m_filing.reset();
        m_place.reset();
        m_desk.reset();
    }

    void whatWasFiledOnceIsUsedAgain()
    {
        const Dossier first = fileOne(Number);
        QCOMPARE(blobs(), 1);
        begin(Number);
        QTRY_COMPARE(m_look->papers().size(), 1);
        const HeldPaper held = m_look->papers().constFirst();
        QCOMPARE(held.code, first.code);
        QCOMPARE(held.paper, Residence);
        QCOMPARE(held.kind, PaperKind::CertifiedCopy);
        QVERIFY(fits(held, *m_filing->procedure().paper(Residence)));
        use(held, u"bản còn hạn"_qs);
        const Dossier second = accept();
        QCOMPARE(second.papers.size(), 1);
        const QJsonObject line = second.papers.constFirst().what;
        QCOMPARE(line.value(u"paper").toString(), Residence);
        QCOMPARE(line.value(u"attachment").toString(), first.papers.constFirst().what.value(u"attachment").toString());
        const Result<PaperReuse> reuse = PaperReuse::fromJson(line.value(u"details")[u"reused"].toObject());
        QVERIFY(reuse);
        QCOMPARE(reuse->dossier, first.id);
        QCOMPARE(reuse->code, first.code);
        QCOMPARE(reuse->purpose, second.procedureCode() + u' ' + second.procedureName());
        QCOMPARE(reuse->note, u"bản còn hạn"_qs);
        QCOMPARE(stateOf(second), u"met certifiedCopy"_qs);
        QCOMPARE(blobs(), 1); // named twice, sealed once
        // Received again after a mistake, nobody has seen it: where it comes from is chosen anew.
        const storage::Draft again = FileDossier::draftAgain(*m_place, second, first.id, {});
        const Result<PaperSet> papers = PaperSet::fromJson(QJsonDocument::fromJson(again.form).object().value(u"papers").toArray());
        QVERIFY(papers);
        QCOMPARE(papers->paper(Residence).state, Paper::State::NotSeen);
        QCOMPARE(papers->paper(u"declaration"_qs).state, Paper::State::Met);
        const QByteArray digest = *m_place->store.digest().result();
        QVERIFY(m_place->store.rebuild().result());
        QCOMPARE(*m_place->store.digest().result(), digest);
    }

    void nobodyIsOfferedWhatAnotherFiled()
    {
        (void)fileOne(Number);
        QSignalSpy found(m_look.get(), &HeldPaperLook::found);
        begin(Other);
        answerNumber(Number.first(8)); // while it is typed
        QTRY_VERIFY(!m_look->isLooking());
        QCOMPARE(m_look->papers().size(), 0);
        answerNumber(Number);
        QTRY_COMPARE(m_look->papers().size(), 1);
        answerNumber(Other);
        QCOMPARE(m_look->papers().size(), 0); // at once
        QTRY_VERIFY(!m_look->isLooking());
        QCOMPARE(m_look->papers().size(), 0);
        QCOMPARE(found.size(), 2);
    }

    void whatIsChosenGoesBackWithAnotherNumberAndLosesNothing()
    {
        (void)fileOne(Number);
        begin(Number);
        QTRY_COMPARE(m_look->papers().size(), 1);
        use(m_look->papers().constFirst(), {});
        answerNumber(Other); // it was somebody else's after all
        QSignalSpy refused(m_filing.get(), &FileDossier::refused);
        m_filing->accept();
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(refused.constFirst().at(1).value<Error>().code, ErrorCode::HeldPaperGone);
        QCOMPARE(m_filing->step(), FileDossier::Step::Filling);
        QCOMPARE(m_filing->papers().paper(Residence).state, Paper::State::NotSeen);
        QCOMPARE(m_filing->papers().files(), 0);
        QCOMPARE(TrainingDesk::told(m_place->store, "dossier.accepted"), 1);
        (void)accept(); // nothing else stands against it
    }

    void whatWasPurgedMeanwhileGoesBack()
    {
        const Dossier first = fileOne(Number);
        begin(Number);
        QTRY_COMPARE(m_look->papers().size(), 1);
        use(m_look->papers().constFirst(), {});
        purge(first.id);
        QSignalSpy refused(m_filing.get(), &FileDossier::refused);
        m_filing->accept();
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(refused.constFirst().at(1).value<Error>().code, ErrorCode::HeldPaperGone);
        QCOMPARE(m_filing->papers().files(), 0);
        QCOMPARE(m_filing->form().text(m_filing->procedure().roles().value(u"applicant.number"_qs)), Number);
        const Dossier second = accept();
        QCOMPARE(second.papers.size(), 0);
    }

    void whatLiesElsewhereIsNotOffered()
    {
        (void)fileOne(Number);
        const QDir sealed(m_place->store.attachments().folder());
        for (const QString &name : sealed.entryList({u"*.mca"_qs}, QDir::Files)) {
            QVERIFY(QFile::remove(sealed.filePath(name)));
        }
        begin(Number);
        QTRY_VERIFY(!m_look->isLooking());
        QCOMPARE(m_look->papers().size(), 0);
    }

    void theDraftKeepsWhatWasChosen()
    {
        (void)fileOne(Number);
        begin(Number);
        QTRY_COMPARE(m_look->papers().size(), 1);
        use(m_look->papers().constFirst(), u"x"_qs);
        const Paper chosen = m_filing->papers().paper(Residence);
        QVERIFY(m_place->store.keepSetting(u"test"_qs, "x").result()); // what was written before is on the disk
        const Id id = m_filing->dossier();
        m_look.reset();
        m_filing = std::make_unique<FileDossier>(*m_place, nullptr);
        m_look = std::make_unique<HeldPaperLook>(m_filing.get());
        const auto draft = m_place->store.ask(storage::DraftById{id}).result();
        QVERIFY(draft && *draft);
        QVERIFY(m_filing->resume(**draft));
        QCOMPARE(m_filing->papers().paper(Residence), chosen);
        QTRY_COMPARE(m_look->papers().size(), 1);
        QCOMPARE(accept().papers.size(), 1);
    }

private:
    inline static const QString Number = QStringLiteral("001185012345");
    inline static const QString Other = QStringLiteral("001185054321");
    inline static const QString Residence = QStringLiteral("residence");

    void answerNumber(const QString &number) { m_filing->answer(m_filing->procedure().roles().value(QStringLiteral("applicant.number")), FieldValue::given(number)); }

    void begin(const QString &number)
    {
        m_filing->finish();
        QVERIFY(m_filing->choose(QStringLiteral("2.000635")));
        TrainingDesk::fill(*m_filing);
        answerNumber(number);
        Paper residence = m_filing->papers().paper(Residence);
        residence.state = Paper::State::NotSeen;
        m_filing->look(residence);
    }

    /** Accepted with one paper in a file of its own. */
    Dossier fileOne(const QString &number)
    {
        begin(number);
        const QByteArray bytes = "a copy of " + number.toUtf8();
        const Result<storage::AttachmentReference> reference = m_place->store.attachments().keep(bytes);
        Paper paper = m_filing->papers().paper(Residence);
        paper.state = Paper::State::Met;
        paper.kind = PaperKind::CertifiedCopy;
        paper.files = {{.attachment = reference->toString(), .mediaType = QStringLiteral("application/pdf"), .bytes = bytes.size(), .digest = QString(64, u'7'), .name = QStringLiteral("x.pdf")}};
        m_filing->look(paper);
        return accept();
    }

    void use(const HeldPaper &held, const QString &note)
    {
        m_filing->look(usedAgain(m_filing->papers().paper(Residence), held, note));
        QCOMPARE(m_filing->papers().paper(Residence).state, Paper::State::Met);
    }

    Dossier accept()
    {
        QSignalSpy accepted(m_filing.get(), &FileDossier::dossierAccepted);
        m_filing->accept();
        const bool isAccepted = !accepted.isEmpty() || accepted.wait();
        const Result<std::optional<Dossier>> stored = m_place->store.ask(storage::DossierById{m_filing->dossier()}).result();
        return isAccepted && stored && *stored ? **stored : Dossier();
    }

    static QString stateOf(const Dossier &dossier)
    {
        const QJsonArray papers = dossier.acceptance.value(u"papers").toArray();
        for (const QJsonValue &one : papers) {
            if (one[u"id"].toString() == Residence) {
                return one[u"state"].toString() + u' ' + one[u"kind"].toString();
            }
        }
        return {};
    }

    void purge(const Id &dossier) const
    {
        QVERIFY(m_place->store.record(m_place->act(dossier, StepDossier{.reason = QStringLiteral("chuyển"), .event = QStringLiteral("transfer")})).result());
        QVERIFY(m_place->store.record(m_place->act(dossier, StepDossier{.reason = QStringLiteral("thôi"), .event = QStringLiteral("stop")})).result());
        const auto purged = m_place->store.record(m_place->act(dossier, PurgePayloads{QStringLiteral("hết thời hạn lưu trữ")})).result();
        QVERIFY2(purged, purged ? "" : qPrintable(purged.error().detail));
    }

    [[nodiscard]] qsizetype blobs() const { return QDir(m_place->store.attachments().folder()).entryList({QStringLiteral("*.mca")}, QDir::Files).size(); }

    std::unique_ptr<TrainingDesk> m_desk;
    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<FileDossier> m_filing;
    std::unique_ptr<HeldPaperLook> m_look;
};

QTEST_GUILESS_MAIN(tst_HeldPaperLook)
#include "tst_HeldPaperLook.moc"

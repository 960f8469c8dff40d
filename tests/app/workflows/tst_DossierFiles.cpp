// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/DossierQueries.h"
#include "app/storage/HouseQueries.h"
#include "tests/app/workflows/TrainingDesk.h"
#include "tests/support/OnePagePdf.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>

#include <algorithm>

using namespace motcua;

/** Files that are brought for the papers of a dossier: kept with its draft, recorded with its acceptance, never twice and never lost. */
class tst_DossierFiles : public QObject
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
        QVERIFY(m_filing->choose(u"2.000635"_qs));
        TrainingDesk::fill(*m_filing);
    }
    void cleanup()
    {
        m_filing.reset();
        m_place.reset();
        m_desk.reset();
    }

    void areRecordedWithTheAcceptance()
    {
        const QList<FileOutcome> outcomes = take({pdf(u"a.pdf"_qs, 1), pdf(u"b.pdf"_qs, 2)});
        QCOMPARE(outcomes.size(), 2);
        QVERIFY(outcomes.constFirst().isTaken() && outcomes.constLast().isTaken());
        QCOMPARE(paper().files.size(), 2);
        QCOMPARE(paper().state, Paper::State::Met); // what the officer said of it stays
        accept();
        const Dossier dossier = *m_filing->accepted();
        const Result<std::optional<Dossier>> stored = m_place->store.ask(storage::DossierById{dossier.id}).result();
        QVERIFY(stored && *stored);
        QCOMPARE((*stored)->papers.size(), 2);
        QStringList sizes;
        for (const DossierLine &line : (*stored)->papers) {
            QCOMPARE(line.what.value(u"paper").toString(), u"declaration"_qs);
            const QJsonObject details = line.what.value(u"details").toObject();
            QCOMPARE(details.value(u"mediaType").toString(), u"application/pdf"_qs);
            QVERIFY(!details.contains(u"name"));
            const Result<QByteArray> bytes = m_place->store.attachments().read(line.what.value(u"attachment").toString());
            QVERIFY(bytes);
            sizes.append(QString::number(bytes->size()));
        }
        sizes.sort();
        QCOMPARE(sizes, QStringList({QString::number(bytesOf(1).size()), QString::number(bytesOf(2).size())}));
        const QJsonArray papers = (*stored)->acceptance.value(u"papers").toArray();
        for (const QJsonValue &one : papers) {
            QVERIFY(!one.toObject().contains(u"files")); // told once
        }
    }

    void aDossierWithItsPapersAsFilesIsDigitised()
    {
        const auto notYet = [this] {
            const auto counts = m_place->store.ask(storage::WorklistPage{.list = storage::WorklistPage::List::NotDigitised}).result();
            return counts ? counts->rows.size() : -1;
        };
        accept();
        QCOMPARE(notYet(), 1);
        m_filing->finish();
        QVERIFY(m_filing->choose(u"2.000635"_qs));
        TrainingDesk::fill(*m_filing);
        for (const Paper &one : m_filing->papers().papers()) {
            if (one.state == Paper::State::Met) {
                (void)take({pdf(one.id + u".pdf"_qs, 10 + static_cast<int>(one.id.size()))}, one.id);
            }
        }
        accept();
        QCOMPARE(notYet(), 1); // the first one only
    }

    void theSameFileIsNotTakenTwice()
    {
        const QString path = pdf(u"a.pdf"_qs, 1);
        (void)take({path});
        const QList<FileOutcome> again = take({path, pdf(u"khac ten.pdf"_qs, 1)});
        QCOMPARE(again.size(), 2);
        for (const FileOutcome &outcome : again) {
            QVERIFY(!outcome.isTaken());
            QCOMPARE(outcome.alreadyWith, paper().name);
        }
        QCOMPARE(paper().files.size(), 1);
    }

    void oneBadFileDoesNotHoldTheOthers()
    {
        const QList<FileOutcome> outcomes = take({m_dir.filePath(u"nowhere.pdf"_qs), pdf(u"a.pdf"_qs, 1)});
        QCOMPARE(outcomes.constFirst().error->code, ErrorCode::NotFound);
        QVERIFY(outcomes.constLast().isTaken());
        QCOMPARE(paper().files.size(), 1);
    }

    void comeBackWithTheDraft()
    {
        (void)take({pdf(u"a.pdf"_qs, 1)});
        QVERIFY(m_place->store.keepSetting(u"test"_qs, "x").result()); // what was written before is on the disk
        const QList<PaperFile> files = paper().files;
        const Id id = m_filing->dossier();
        m_filing = std::make_unique<FileDossier>(*m_place, nullptr);
        const auto draft = m_place->store.ask(storage::DraftById{id}).result();
        QVERIFY(draft && *draft);
        QVERIFY(m_filing->resume(**draft));
        QCOMPARE(paper().files, files);
    }

    void goWithThePaperToAnotherDossierOfTheVisit()
    {
        // What was seen for one serves the next: its file too, sealed once.
        (void)take({pdf(u"a.pdf"_qs, 1)}, u"identity"_qs);
        Result<Visit> visit = Visit::begun(Id::fromString(u"018f5e66-0000-7000-8000-000000000001"_qs), 1);
        visit = visit->withDossier(m_filing->dossier(), u"2.000635"_qs);
        const Paper seen = m_filing->papers().paper(u"identity"_qs);
        visit = visit->withPaper(m_filing->dossier(), seen.id, seen.name, PaperKind::OriginalSeen, seen.files);
        m_filing->setTurn(*visit);
        QVERIFY(m_filing->choose(u"2.000635"_qs));
        QCOMPARE(m_filing->papers().paper(u"identity"_qs).state, Paper::State::Met);
        QCOMPARE(m_filing->papers().paper(u"identity"_qs).files, seen.files);
        QCOMPARE(*Visit::fromJson(visit->toJson()), *visit);
        QVERIFY(!QString::fromUtf8(QJsonDocument(visit->papers().constFirst().use()).toJson()).contains(u"a1."));
    }

    void ofAPaperThatProvesNobodyStayBehind()
    {
        // One name may stand for two sheets, such as the births of two children.
        (void)take({pdf(u"a.pdf"_qs, 1)}, u"residence"_qs);
        Result<Visit> visit = Visit::begun(Id::fromString(u"018f5e66-0000-7000-8000-000000000001"_qs), 1);
        visit = visit->withDossier(m_filing->dossier(), u"2.000635"_qs);
        const Paper seen = m_filing->papers().paper(u"residence"_qs);
        QCOMPARE(seen.files.size(), 1);
        visit = visit->withPaper(m_filing->dossier(), seen.id, seen.name, PaperKind::OriginalSeen, seen.files);
        m_filing->setTurn(*visit);
        QVERIFY(m_filing->choose(u"2.000635"_qs));
        QCOMPARE(m_filing->papers().paper(u"residence"_qs).state, Paper::State::Met);
        QCOMPARE(m_filing->papers().files(), 0);
    }

    void ofAPaperNobodyLookedAtStayWhenTheProcedureChanges()
    {
        (void)take({pdf(u"a.pdf"_qs, 1)}, u"residence"_qs);
        Paper notSeen = m_filing->papers().paper(u"residence"_qs);
        notSeen.state = Paper::State::NotSeen;
        m_filing->look(notSeen);
        QVERIFY(m_filing->change(u"2.000815"_qs));
        QVERIFY(m_filing->change(u"2.000635"_qs));
        QCOMPARE(m_filing->papers().paper(u"residence"_qs).files, notSeen.files);
        QCOMPARE(notSeen.files.size(), 1);
    }

    void thatComeWhenAnotherProcedureIsOpenKeepNothingOut()
    {
        QSignalSpy late(m_filing.get(), &FileDossier::filesLate);
        m_filing->takeIn(u"residence"_qs, {pdf(u"a.pdf"_qs, 1)});
        QVERIFY(m_filing->change(u"2.000815"_qs));
        QTRY_COMPARE(late.size(), 1);
        QVERIFY(!m_filing->isTakingIn());
        const QList<Violation> missing = m_filing->missing();
        QVERIFY(std::none_of(missing.cbegin(), missing.cend(), [](const Violation &one) { return one.code == ViolationCode::UnknownPaper; }));
    }

    void holdUpNobodyElse()
    {
        m_filing->takeIn(u"declaration"_qs, {pdf(u"a.pdf"_qs, 1)});
        QVERIFY(m_filing->isTakingIn());
        QVERIFY(m_filing->choose(u"2.000815"_qs));
        QVERIFY(!m_filing->isTakingIn()); // not for this one
    }

    void areForTheDossierTheyWereBroughtFor()
    {
        QSignalSpy late(m_filing.get(), &FileDossier::filesLate);
        m_filing->takeIn(u"declaration"_qs, {pdf(u"a.pdf"_qs, 1)});
        QVERIFY(m_filing->isTakingIn());
        QVERIFY(m_filing->choose(u"2.000815"_qs));
        QTRY_COMPARE(late.size(), 1);
        QVERIFY(!m_filing->isTakingIn());
        QCOMPARE(m_filing->papers().files(), 0);
    }

    void ofADraftAreNotSweptAndAreInTheBackUp()
    {
        (void)take({pdf(u"a.pdf"_qs, 1)});
        QVERIFY(m_place->store.keepSetting(u"test"_qs, "x").result()); // what was written before is on the disk
        const QString reference = paper().files.constFirst().attachment;
        const Result<storage::AttachmentReference> orphan = m_place->store.attachments().keep("nobody names this");
        QVERIFY(orphan);
        // As the store is opened two days later.
        const StoreFolder folder = m_desk->folder();
        m_filing.reset();
        m_place->store.close();
        m_place.reset();
        const QDir sealed(folder.file() + u".attachments"_qs);
        for (const QString &name : sealed.entryList(QDir::Files)) {
            QFile file(sealed.filePath(name));
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-2), QFileDevice::FileModificationTime));
        }
        const std::unique_ptr<SignIn> door = m_desk->door();
        const Result<SignedInPerson> person = TrainingDesk::headIn(*door);
        QVERIFY(person);
        const storage::Store &store = person->place.store;
        QTRY_VERIFY(!store.attachments().exists(*orphan)); // the sweep was here
        QVERIFY(store.attachments().read(reference));
        QTemporaryDir place;
        const auto report = store.backUp(place.filePath(u"backup"_qs)).result();
        QVERIFY(report);
        QCOMPARE(report->missingAttachments, 0);
        QCOMPARE(QDir(place.filePath(u"backup/attachments"_qs)).entryList({u"*.mca"_qs}).size(), 1);
    }

private:
    static QByteArray bytesOf(int number) { return testsupport::onePagePdf(QByteArray(number, 'x')); }

    QString pdf(const QString &name, int number)
    {
        QFile file(m_dir.filePath(name));
        const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytesOf(number)) > 0;
        return isWritten ? file.fileName() : QString();
    }

    QList<FileOutcome> take(const QStringList &paths, const QString &id = QStringLiteral("declaration"))
    {
        QSignalSpy taken(m_filing.get(), &FileDossier::filesTaken);
        m_filing->takeIn(id, paths);
        const bool isAnswered = !taken.isEmpty() || taken.wait();
        return isAnswered ? taken.constFirst().constLast().value<QList<FileOutcome>>() : QList<FileOutcome>();
    }

    [[nodiscard]] Paper paper() const { return m_filing->papers().paper(QStringLiteral("declaration")); }

    void accept()
    {
        QSignalSpy accepted(m_filing.get(), &FileDossier::dossierAccepted);
        m_filing->accept();
        QVERIFY(!accepted.isEmpty() || accepted.wait());
    }

    QTemporaryDir m_dir;
    std::unique_ptr<TrainingDesk> m_desk;
    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<FileDossier> m_filing;
};

QTEST_GUILESS_MAIN(tst_DossierFiles)
#include "tst_DossierFiles.moc"

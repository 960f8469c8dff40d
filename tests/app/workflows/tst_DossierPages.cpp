// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/DossierQueries.h"
#include "app/storage/HouseQueries.h"
#include "models/base/VietnamTime.h"
#include "tests/app/workflows/ScriptedTexts.h"
#include "tests/app/workflows/SealedPages.h"
#include "tests/app/workflows/TrainingDesk.h"

#include <QDir>
#include <QJsonDocument>
#include <QSignalSpy>

using namespace motcua;

namespace {

/** Its token was pulled out. */
class GoneSigner final : public evidence::Signer
{
public:
    [[nodiscard]] QList<QByteArray> certificates() const override { return {}; }
    [[nodiscard]] Result<QByteArray> sign(const QByteArray &) const override { return Error{ErrorCode::Cancelled, {}}; }
};

} // namespace

/** Pages that are scanned for the papers of a dossier: in its draft as soon as they are told, wherever the officer is by then, and copies with its acceptance or not at all. */
class tst_DossierPages : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TrainingDesk> m_desk;
    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<FileDossier> m_filing;

    static QString extract() { return QStringLiteral("2.000635"); }
    static QString paper() { return QStringLiteral("residence"); }
    static QString signs(const QList<PaperPage> &pages)
    {
        QString attachments;
        for (const PaperPage &page : pages) {
            attachments += page.attachment;
        }
        return attachments;
    }
    [[nodiscard]] QList<PaperPage> pages(const QString &of = paper()) const { return m_filing->papers().paper(of).pages; }
    /** As the disk has it now. */
    [[nodiscard]] std::optional<storage::Draft> draftOf(const Id &dossier) const { return *m_place->store.ask(storage::DraftById{dossier}).result(); }
    [[nodiscard]] QList<PaperPage> pagesOnDisk(const Id &dossier) const
    {
        const auto draft = draftOf(dossier);
        const QJsonObject form = draft ? QJsonDocument::fromJson(draft->form).object() : QJsonObject();
        return PaperSet::fromJson(form.value(u"papers").toArray())->paper(paper()).pages;
    }
    [[nodiscard]] QList<DossierLine> recorded(const Id &dossier) const
    {
        const auto stored = m_place->store.ask(storage::DossierById{dossier}).result();
        return stored && *stored ? (*stored)->papers : QList<DossierLine>();
    }
    void add(int number, int at = -1, const QString &instead = {}) { m_filing->addPage(m_filing->dossier(), paper(), at, scannedPage(*m_place, number), instead); }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<TrainingDesk>();
        Result<Workplace> made = m_desk->setUp();
        QVERIFY(made);
        m_place = std::make_unique<Workplace>(*made);
        m_filing = std::make_unique<FileDossier>(*m_place, nullptr);
        QVERIFY(m_filing->choose(extract()));
        TrainingDesk::fill(*m_filing);
    }
    void cleanup()
    {
        m_filing.reset();
        m_place.reset();
        m_desk.reset();
    }

    void areOnTheDiskOnceTheyAreTold()
    {
        QSignalSpy kept(m_filing.get(), &FileDossier::pageKept);
        QSignalSpy changed(m_filing.get(), &FileDossier::changed);
        const PaperPage page = scannedPage(*m_place, 1);
        m_filing->addPage(m_filing->dossier(), paper(), -1, page);
        QCOMPARE(pages(), QList<PaperPage>{page});
        QCOMPARE(changed.size(), 1);
        QVERIFY(kept.isEmpty()); // the power may fail until then
        QTRY_COMPARE(kept.size(), 1);
        QCOMPARE(kept.constFirst().at(0).value<Id>(), m_filing->dossier());
        QCOMPARE(kept.constFirst().at(1).toString(), paper());
        QCOMPARE(kept.constFirst().at(2).value<PaperPage>(), page);
        QCOMPARE(pagesOnDisk(m_filing->dossier()), QList<PaperPage>{page});
        m_filing->addPage(m_filing->dossier(), paper(), -1, page); // told twice
        QCOMPARE(pages().size(), 1);
    }

    void comeWhereTheyBelong_data()
    {
        QTest::addColumn<int>("at");
        QTest::addColumn<int>("instead"); // the page in whose place it comes, from 0; −1: none
        QTest::addColumn<QList<int>>("order"); // 0 to 2 were there, 3 comes
        QTest::newRow("at the end") << -1 << -1 << QList<int>{0, 1, 2, 3};
        QTest::newRow("at the beginning") << 0 << -1 << QList<int>{3, 0, 1, 2};
        QTest::newRow("between") << 2 << -1 << QList<int>{0, 1, 3, 2};
        QTest::newRow("behind the end") << 9 << -1 << QList<int>{0, 1, 2, 3};
        QTest::newRow("in the place of one") << 0 << 1 << QList<int>{0, 3, 2};
        QTest::newRow("in the place of one that went") << 1 << 7 << QList<int>{0, 3, 1, 2};
    }
    void comeWhereTheyBelong()
    {
        QFETCH(int, at);
        QFETCH(int, instead);
        QFETCH(QList<int>, order);
        QList<PaperPage> all;
        for (int number = 0; number < 4; ++number) {
            all.append(scannedPage(*m_place, number));
        }
        Paper changed = m_filing->papers().paper(paper());
        changed.pages = all.first(3);
        m_filing->look(changed);
        m_filing->addPage(m_filing->dossier(), paper(), at, all.at(3), instead < 0 ? QString() : instead < 3 ? all.at(instead).attachment : u"a1.gone"_qs);
        QList<PaperPage> expected;
        for (const int place : order) {
            expected.append(all.at(place));
        }
        QCOMPARE(signs(pages()), signs(expected));
        QCOMPARE(m_filing->papers().paper(paper()).name, changed.name);
    }

    void findTheirDossierAlsoWhenAnotherOneIsOpen()
    {
        QSignalSpy kept(m_filing.get(), &FileDossier::pageKept);
        QSignalSpy late(m_filing.get(), &FileDossier::pageLate);
        add(1);
        QTRY_COMPARE(kept.size(), 1);
        const Id first = m_filing->dossier();
        const storage::Draft before = *draftOf(first); // as a list read it
        const PaperPage one = pages().constFirst();
        QVERIFY(m_filing->choose(extract()));
        TrainingDesk::fill(*m_filing);
        const Id second = m_filing->dossier();
        QList<PaperPage> came;
        for (int number = 2; number <= 6; ++number) { // faster than a disk
            came.append(scannedPage(*m_place, number));
            m_filing->addPage(first, paper(), number == 6 ? 0 : -1, came.constLast());
        }
        QTRY_COMPARE(kept.size(), 6);
        QVERIFY(late.isEmpty());
        QVERIFY(pages().isEmpty());
        QList<PaperPage> expected{came.at(4), one, came.at(0), came.at(1), came.at(2), came.at(3)};
        QCOMPARE(signs(pagesOnDisk(first)), signs(expected));
        // Whoever read the draft before opens it with them all the same, and they stay.
        QVERIFY(m_filing->resume(before));
        QCOMPARE(signs(pages()), signs({came.at(4), one, came.at(0), came.at(1), came.at(2), came.at(3)}));
        QTRY_COMPARE(kept.size(), 11); // each is written once more: between, the disk has some of them
        QCOMPARE(signs(pagesOnDisk(first)), signs(expected));
        // What the officer takes out now stays out.
        Paper changed = m_filing->papers().paper(paper());
        changed.pages = {one};
        m_filing->look(changed);
        QTRY_COMPARE(pagesOnDisk(first).size(), 1);
        QVERIFY(m_filing->resume(*draftOf(second)));
        QVERIFY(m_filing->resume(*draftOf(first)));
        QCOMPARE(pages(), QList<PaperPage>{one});
    }

    void comeWhileTheirDossierIsOpenedAgain()
    {
        QSignalSpy kept(m_filing.get(), &FileDossier::pageKept);
        add(1);
        QTRY_COMPARE(kept.size(), 1);
        const Id first = m_filing->dossier();
        const storage::Draft before = *draftOf(first);
        QVERIFY(m_filing->choose(extract()));
        const PaperPage coming = scannedPage(*m_place, 2);
        m_filing->addPage(first, paper(), -1, coming); // its draft is being looked for ...
        QVERIFY(m_filing->resume(before)); // ... and is open
        QCOMPARE(pages().size(), 2);
        QTRY_COMPARE(kept.size(), 2); // told like any other
        QCOMPARE(signs(pagesOnDisk(first)), signs(pages()));
        QCOMPARE(pages().constLast(), coming);
    }

    void ofADraftThatWasGivenUpAreTold_data()
    {
        QTest::addColumn<QString>("how");
        QTest::newRow("given up") << u"discarded"_qs;
        QTest::newRow("another procedure, which asks for no such paper") << u"changed"_qs;
        QTest::newRow("another procedure, and another dossier is open") << u"changed away"_qs;
        QTest::newRow("accepted") << u"accepted"_qs;
        QTest::newRow("never kept") << u"nothing"_qs;
    }
    void ofADraftThatWasGivenUpAreTold()
    {
        QFETCH(QString, how);
        QSignalSpy late(m_filing.get(), &FileDossier::pageLate);
        QSignalSpy kept(m_filing.get(), &FileDossier::pageKept);
        Id dossier = m_filing->dossier();
        if (how == u"discarded") {
            m_filing->discard();
        } else if (how.startsWith(u"changed")) {
            QVERIFY(m_filing->change(u"2.000815"_qs));
            QVERIFY(how == u"changed" || m_filing->choose(extract()));
        } else if (how == u"accepted") {
            QSignalSpy accepted(m_filing.get(), &FileDossier::dossierAccepted);
            m_filing->accept();
            QTRY_COMPARE(accepted.size(), 1);
        } else {
            QVERIFY(m_filing->choose(extract()));
            dossier = m_filing->dossier();
            QVERIFY(m_filing->choose(extract()));
        }
        const PaperPage page = scannedPage(*m_place, 1);
        m_filing->addPage(dossier, paper(), -1, page);
        QTRY_COMPARE(late.size(), 1);
        QCOMPARE(late.constFirst().at(0).value<Id>(), dossier);
        QCOMPARE(late.constFirst().at(2).value<PaperPage>(), page);
        QVERIFY(kept.isEmpty());
        QVERIFY(m_place->store.attachments().read(page.attachment)); // it can be recorded as a scan for what was accepted
        if (!how.startsWith(u"changed")) {
            QVERIFY(m_place->store.keepSetting(u"test"_qs, "x").result()); // what was asked before is done
            QVERIFY(!draftOf(dossier)); // and nothing came back to life
        }
    }

    void waitWhileTheirDossierIsOnItsWayToTheJournal_data()
    {
        QTest::addColumn<bool>("accepted");
        QTest::newRow("it is accepted") << true;
        QTest::newRow("it is not") << false;
    }
    void waitWhileTheirDossierIsOnItsWayToTheJournal()
    {
        QFETCH(bool, accepted);
        QSignalSpy done(m_filing.get(), &FileDossier::dossierAccepted);
        QSignalSpy refused(m_filing.get(), &FileDossier::refused);
        QSignalSpy late(m_filing.get(), &FileDossier::pageLate);
        add(1);
        if (!accepted) {
            QVERIFY(loseSealed(*m_place, pages().constFirst().attachment));
        }
        m_filing->accept();
        QCOMPARE(m_filing->step(), FileDossier::Step::Accepting);
        add(2);
        QCOMPARE(pages().size(), 1);
        if (accepted) {
            QTRY_COMPARE(done.size(), 1);
            QTRY_COMPARE(late.size(), 1);
            QVERIFY(!draftOf(m_filing->dossier()));
            QCOMPARE(recorded(m_filing->dossier()).size(), 1);
        } else {
            QTRY_COMPARE(refused.size(), 1);
            QCOMPARE(pages().size(), 2);
            QVERIFY(late.isEmpty());
            QTRY_COMPARE(pagesOnDisk(m_filing->dossier()).size(), 2);
        }
    }

    void becomeCopiesWithTheAcceptanceAllInOneTransaction()
    {
        QSignalSpy kept(m_filing.get(), &FileDossier::pageKept);
        add(1);
        QTRY_COMPARE(kept.size(), 1);
        const Id beside = m_filing->dossier();
        const storage::Draft draft = *draftOf(beside);
        QVERIFY(m_filing->choose(extract()));
        TrainingDesk::fill(*m_filing);
        const PaperPage came = scannedPage(*m_place, 2); // after the draft was read
        m_filing->addPage(beside, paper(), -1, came);
        QTRY_COMPARE(kept.size(), 2);
        add(3);
        PaperPage blank = scannedPage(*m_place, 4);
        blank.isBlank = true;
        m_filing->addPage(m_filing->dossier(), paper(), -1, blank);
        m_filing->addPage(m_filing->dossier(), u"identity"_qs, -1, blank); // nothing of it is left for a copy
        QSignalSpy accepted(m_filing.get(), &FileDossier::dossierAccepted);
        QSignalSpy told(m_filing.get(), &FileDossier::copiesUnsigned);
        m_filing->setCopies({.subject = [](PaperKind kind) { return paperKindName(kind); }});
        m_filing->accept(false, {draft});
        QCOMPARE(accepted.size(), 0); // nothing of it is done on this thread
        QTRY_COMPARE(accepted.size(), 1);
        QVERIFY(told.isEmpty()); // nobody is set up to sign
        const QMap<Id, QList<int>> expected{{beside, {1, 2}}, {m_filing->dossier(), {3}}};
        for (auto it = expected.cbegin(); it != expected.cend(); ++it) {
            const QList<DossierLine> lines = recorded(it.key());
            QCOMPARE(lines.size(), 1);
            QCOMPARE(lines.constFirst().what.value(u"paper").toString(), paper());
            const QJsonObject details = lines.constFirst().what.value(u"details").toObject();
            QCOMPARE(details.value(u"source").toString(), u"scan"_qs);
            QCOMPARE(details.value(u"pages").toInt(), it->size());
            QVERIFY(!details.contains(u"signed"));
            const Result<QByteArray> pdf = m_place->store.attachments().read(lines.constFirst().what.value(u"attachment").toString());
            QVERIFY(pdf);
            for (const int number : *it) {
                QVERIFY(pdf->contains(jpegOf(number)));
            }
            QVERIFY(!pdf->contains(jpegOf(4)));
            QVERIFY(!draftOf(it.key())); // the pages went with the draft
            const auto stored = m_place->store.ask(storage::DossierById{it.key()}).result();
            QVERIFY(!QJsonDocument((*stored)->acceptance).toJson().contains("pages"));
        }
    }

    void ofWhichNoCopyCanBeMadeKeepEverythingOutOfTheJournal()
    {
        QSignalSpy kept(m_filing.get(), &FileDossier::pageKept);
        add(1);
        QTRY_COMPARE(kept.size(), 1);
        const Id beside = m_filing->dossier();
        const storage::Draft draft = *draftOf(beside);
        QVERIFY(loseSealed(*m_place, pages().constFirst().attachment));
        QVERIFY(m_filing->choose(extract()));
        TrainingDesk::fill(*m_filing);
        add(2);
        QSignalSpy refused(m_filing.get(), &FileDossier::refused);
        QSignalSpy accepted(m_filing.get(), &FileDossier::dossierAccepted);
        const auto entries = [this] { return TrainingDesk::told(m_place->store, "dossier.accepted") + TrainingDesk::told(m_place->store, "paper.added"); };
        m_filing->accept(false, {draft});
        QTRY_COMPARE(refused.size(), 1);
        QVERIFY(refused.constFirst().at(0).value<QList<Violation>>().isEmpty());
        QCOMPARE(refused.constFirst().at(1).value<Error>().code, ErrorCode::AttachmentMissing);
        QCOMPARE(m_filing->step(), FileDossier::Step::Filling);
        QCOMPARE(entries(), 0);
        QCOMPARE(pages().size(), 1);
        QVERIFY(m_filing->papers().paper(paper()).files.isEmpty());
        QVERIFY(draftOf(beside));
        // Without the one that is lost it goes on.
        m_filing->accept();
        QTRY_COMPARE(accepted.size(), 1);
        QCOMPARE(entries(), 2);
        QVERIFY(draftOf(beside));
    }

    void whereTheSignerFailsAreAcceptedUnsignedAndThatIsTold()
    {
        QStringList order;
        connect(m_filing.get(), &FileDossier::copiesUnsigned, this, [&order](int copies, const Error &error) { order.append(u"unsigned %1 %2"_qs.arg(copies).arg(int(error.code))); });
        connect(m_filing.get(), &FileDossier::dossierAccepted, this, [&order] { order.append(u"accepted"_qs); });
        m_filing->setCopies({.signer = [] { return CopySigner{.signer = std::make_shared<GoneSigner>(), .name = u"Ksor H’Lan"_qs}; }});
        add(1);
        m_filing->addPage(m_filing->dossier(), u"identity"_qs, -1, scannedPage(*m_place, 2));
        m_filing->accept();
        QTRY_COMPARE(order.size(), 2);
        QVERIFY2(order.constFirst().startsWith(u"unsigned 2"), qPrintable(order.constFirst()));
        QCOMPARE(recorded(m_filing->dossier()).size(), 2);
    }

    void areReadWhileTheOfficerGoesOn()
    {
        ScriptedTexts texts;
        ReadPages reading(*m_place, texts);
        m_filing->setCopies({.texts = &reading});
        QSignalSpy kept(m_filing.get(), &FileDossier::pageKept);
        PaperPage blank = scannedPage(*m_place, 2);
        blank.isBlank = true;
        add(1);
        m_filing->addPage(m_filing->dossier(), paper(), -1, blank);
        QTRY_COMPARE(kept.size(), 2);
        QTRY_VERIFY(reading.text(pages().constFirst().digest));
        QCOMPARE(texts.asked, QList<QByteArray>{jpegOf(1)});
        // A side that is restored, and a draft that is taken up.
        Paper changed = m_filing->papers().paper(paper());
        changed.pages[1].isBlank = false;
        m_filing->look(changed);
        QTRY_VERIFY(reading.text(blank.digest));
        QTRY_VERIFY(!pagesOnDisk(m_filing->dossier()).constLast().isBlank);
        ScriptedTexts again;
        ReadPages anew(*m_place, again);
        FileDossier later(*m_place, nullptr);
        later.setCopies({.texts = &anew});
        QVERIFY(later.resume(*draftOf(m_filing->dossier())));
        QTRY_COMPARE(again.asked.size(), 2);
        QTRY_VERIFY(!anew.isReading());
    }

    void goWithThePaperToAnotherDossierOfTheVisit()
    {
        // What proves who somebody is is scanned once; of another paper one name may stand for two sheets.
        for (const QString &id : {u"identity"_qs, paper()}) {
            m_filing->addPage(m_filing->dossier(), id, -1, scannedPage(*m_place, 1));
        }
        Result<Visit> visit = Visit::begun(Id::fromString(u"018f5e66-0000-7000-8000-000000000001"_qs), 1);
        visit = visit->withDossier(m_filing->dossier(), extract());
        for (const QString &id : {u"identity"_qs, paper()}) {
            const Paper seen = m_filing->papers().paper(id);
            visit = visit->withPaper(m_filing->dossier(), id, seen.name, PaperKind::OriginalSeen, seen.files, seen.pages);
        }
        const QList<PaperPage> scanned = pages(u"identity"_qs);
        QCOMPARE(*Visit::fromJson(visit->toJson()), *visit);
        QVERIFY(!QString::fromUtf8(QJsonDocument(visit->papers().constFirst().use()).toJson()).contains(u"a1."));
        m_filing->setTurn(*visit);
        QVERIFY(m_filing->choose(extract()));
        QCOMPARE(scanned.size(), 1);
        QCOMPARE(pages(u"identity"_qs), scanned);
        QCOMPARE(m_filing->papers().paper(paper()).state, Paper::State::Met);
        QVERIFY(pages().isEmpty());
    }

    void ofAPaperNobodyLookedAtStayWhenTheProcedureChanges()
    {
        Paper notSeen = m_filing->papers().paper(paper());
        notSeen.state = Paper::State::NotSeen;
        notSeen.pages = {scannedPage(*m_place, 1)};
        m_filing->look(notSeen);
        QVERIFY(m_filing->change(u"2.000815"_qs));
        QVERIFY(m_filing->change(extract()));
        QCOMPARE(pages(), notSeen.pages);
    }

    void ofADraftAreNotSweptAndAreInTheBackUp()
    {
        QSignalSpy kept(m_filing.get(), &FileDossier::pageKept);
        add(1);
        QTRY_COMPARE(kept.size(), 1);
        const PaperPage page = pages().constFirst();
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
        QVERIFY(store.attachments().read(page.attachment));
        QVERIFY(store.attachments().read(page.thumbnail));
        QTemporaryDir place;
        const auto report = store.backUp(place.filePath(u"backup"_qs)).result();
        QVERIFY(report);
        QCOMPARE(report->missingAttachments, 0);
        QCOMPARE(QDir(place.filePath(u"backup/attachments"_qs)).entryList({u"*.mca"_qs}).size(), 2);
    }
};

QTEST_MAIN(tst_DossierPages)
#include "tst_DossierPages.moc"

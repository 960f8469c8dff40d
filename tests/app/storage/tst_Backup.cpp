// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/storage/Desk.h"
#include "tests/app/storage/PublishedCatalogue.h"

#include "app/storage/BackupManifest.h"
#include "app/storage/CatalogueShelf.h"
#include "app/storage/DossierQueries.h"
#include "app/storage/HouseQueries.h"
#include "app/storage/JournalQueries.h"
#include "app/security/SigningKey.h"
#include "app/storage/PageSeal.h"

#include <QDir>
#include <QScopeGuard>

using namespace motcua;
using namespace motcua::storage;

class tst_Backup : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    QString m_backup;

    /** Twenty dossiers, the first with an attached paper; closed again. */
    AttachmentReference work(const Desk &desk, int dossiers = 20) const
    {
        const Store store = desk.founded(m_path);
        QList<Act> acts;
        for (int n = 0; n < dossiers; ++n) {
            acts.append(desk.accepting(n));
        }
        Desk::done(store.recordAll(acts));
        const Result<AttachmentReference> reference = store.attachments().keep("scan of a paper");
        if (!reference) {
            qFatal("no attachment");
        }
        Desk::done(store.record(desk.about(Desk::dossier(0), AddPaper{QStringLiteral("paper"), reference->toString(), {}})));
        QFile keyFile(m_path + QStringLiteral(".keys"));
        if (!keyFile.open(QIODevice::WriteOnly) || keyFile.write("slots") != 5) {
            qFatal("no slots");
        }
        return *reference;
    }

    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    static QByteArray manifestOf(const QString &backup)
    {
        QFile file(backup + QStringLiteral("/manifest.json"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static void flip(const QString &path, qint64 at)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(at);
        char byte = 0;
        QVERIFY(file.getChar(&byte));
        file.seek(at);
        QVERIFY(file.putChar(static_cast<char>(byte ^ 8)));
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("store.db"));
        m_backup = m_folder->filePath(QStringLiteral("backup"));
    }

    void restoresToANewOriginWithEverythingInIt()
    {
        const Desk desk;
        const AttachmentReference paper = work(desk);
        Id old;
        QByteArray digest;
        {
            const Result<Store> store = Store::open(m_path, Desk::key(), desk.options());
            old = store->origin();
            digest = Desk::done(store->digest());
            const BackupReport report = Desk::done(store->backUp(m_backup));
            QCOMPARE(report.files, 3);
            QCOMPARE(report.missingAttachments, 0);
            QCOMPARE(Desk::refused(store->backUp(m_backup)), ErrorCode::StoreExists);
        }
        QFile copy(m_backup + QStringLiteral("/store.db"));
        QVERIFY(copy.open(QIODevice::ReadOnly));
        const QByteArray bytes = copy.readAll();
        QVERIFY(!bytes.startsWith("SQLite format 3"));
        QVERIFY(!bytes.contains("dossier.accepted"));
        QVERIFY(PageSeal(copy.fileName(), Desk::key()).brokenPages().isEmpty());

        const Result<BackupFacts> facts = checkBackup(m_backup);
        QVERIFY(facts);
        QCOMPARE(facts->origin, old);
        const QString path = m_folder->filePath(QStringLiteral("restored.db"));
        QCOMPARE(restoreBackup(m_backup, m_path, Desk::key(), desk.options()).error().code, ErrorCode::StoreExists);
        QCOMPARE(restoreBackup(m_backup, path, Desk::key('x'), desk.options()).error().code, ErrorCode::StoreWrongKey);
        QVERIFY(!QFile::exists(path));
        const Result<Id> origin = restoreBackup(m_backup, path, Desk::key(), desk.options());
        QVERIFY(origin);
        QVERIFY(*origin != old);

        const Result<Store> store = Store::open(path, Desk::key(), desk.options());
        QVERIFY(store);
        QCOMPARE(store->origin(), *origin);
        QCOMPARE(Desk::done(store->ask(WorklistPage{})).count, 20);
        QCOMPARE(*store->attachments().read(paper), "scan of a paper");
        QCOMPARE(Desk::done(store->ask(VersionVectorNow{})).highest(old), 24U);
        QVERIFY(!Desk::done(store->ask(VerifyJournal{})).firstBreak);
        const auto log = Desk::done(store->ask(JournalRange{*origin}));
        QCOMPARE(log.size(), 1);
        QVERIFY(log.first().payload->bytes.contains("restored"));
        QVERIFY(log.first().payload->bytes.contains(old.toString().toLatin1()));
        // The new origin numbers on above what was given out, once its desk is configured.
        Desk::done(store->record(desk.founding(*origin).first()));
        QCOMPARE(Desk::done(store->record(desk.accepting(50))).dossier->code, QStringLiteral("H26.15-261123-3020"));
    }

    void aRelativeFolderIsAsGoodAsAny()
    {
        const Desk desk;
        work(desk, 2);
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(m_folder->path()));
        const auto back = qScopeGuard([&before] { QDir::setCurrent(before); });
        const Result<Store> store = Store::open(m_path, Desk::key(), desk.options());
        QVERIFY(store);
        for (const QString &folder : {QStringLiteral("backup"), QStringLiteral("./there/../beside")}) {
            QVERIFY(QDir().mkpath(QStringLiteral("there")));
            QCOMPARE(Desk::done(store->backUp(folder)).files, 3);
            const Result<BackupFacts> facts = checkBackup(folder);
            QVERIFY2(facts, facts ? "" : qPrintable(facts.error().detail));
            const QString restored = folder + QStringLiteral(".db");
            QVERIFY(restoreBackup(folder, restored, Desk::key(), desk.options()));
            const Result<Store> again = Store::open(restored, Desk::key(), desk.options());
            QVERIFY(again);
            QVERIFY(Desk::done(again->ask(DossierById{Desk::dossier(1)})));
        }
    }

    void refusesADamagedBackup_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"store.db", "store.keys", "manifest.json", "manifest.sig", "attachment", "missing"}) {
            QTest::newRow(what) << QString::fromLatin1(what);
        }
    }

    void refusesADamagedBackup()
    {
        QFETCH(QString, what);
        const Desk desk;
        const AttachmentReference paper = work(desk, 2);
        {
            const Result<Store> store = Store::open(m_path, Desk::key(), desk.options());
            Desk::done(store->backUp(m_backup));
        }
        const QString blob = m_backup + QStringLiteral("/attachments/") + QString::fromLatin1(paper.name.toHex()) + QStringLiteral(".mca");
        if (what == u"missing") {
            QVERIFY(QFile::remove(blob));
        } else {
            flip(what == u"attachment" ? blob : m_backup + u'/' + what, 3);
        }
        QCOMPARE(checkBackup(m_backup).error().code, ErrorCode::BackupDamaged);
        const QString path = m_folder->filePath(QStringLiteral("restored.db"));
        QCOMPARE(restoreBackup(m_backup, path, Desk::key(), desk.options()).error().code, ErrorCode::BackupDamaged);
        QVERIFY(!QFile::exists(path));
    }

    void whomTheCentreBelievesGoesAlong_data()
    {
        QTest::addColumn<QString>("part");
        QTest::addColumn<int>("format");
        QTest::newRow("issuers of cards") << QStringLiteral("trust") << 2;
        QTest::newRow("signers of documents") << QStringLiteral("signers") << 4;
    }
    void whomTheCentreBelievesGoesAlong()
    {
        QFETCH(const QString, part);
        QFETCH(const int, format);
        const Desk desk;
        work(desk, 1);
        QVERIFY(QDir(m_folder->path()).mkpath(part));
        write(m_folder->filePath(part + QStringLiteral("/Gốc của tôi.CER")), "a certificate");
        write(m_folder->filePath(part + QStringLiteral("/notes.txt")), "no certificate");
        {
            const Result<Store> store = Store::open(m_path, Desk::key(), desk.options());
            QCOMPARE(Desk::done(store->backUp(m_backup)).files, 4);
        }
        const QString name = QString::fromLatin1(journal::sha256("a certificate").toHex()) + QStringLiteral(".cer");
        QVERIFY(manifestOf(m_backup).contains("\"format\": " + QByteArray::number(format)));
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("elsewhere")));
        const QString path = m_folder->filePath(QStringLiteral("elsewhere/restored.db"));
        QCOMPARE(restoreBackup(m_backup, path, Desk::key('x'), desk.options()).error().code, ErrorCode::StoreWrongKey);
        QVERIFY(!QFile::exists(m_folder->filePath(QStringLiteral("elsewhere/") + part)));
        QVERIFY(restoreBackup(m_backup, path, Desk::key(), desk.options()));
        QFile restored(m_folder->filePath(QStringLiteral("elsewhere/") + part + u'/' + name));
        QVERIFY(restored.open(QIODevice::ReadOnly));
        QCOMPARE(restored.readAll(), QByteArray("a certificate"));
    }

    void theLawTheCentreGoesByGoesAlong_data()
    {
        QTest::addColumn<bool>("isChanged"); ///< not what was signed any more
        QTest::addColumn<bool>("isThere"); ///< where it is restored a package lies already
        QTest::addColumn<qint64>("edition"); ///< that holds afterwards; 0: none
        QTest::newRow("to a machine without any") << false << false << qint64{7};
        QTest::newRow("to a machine that has one") << false << true << qint64{9};
        QTest::newRow("but not what nobody signed") << true << false << qint64{0};
        QTest::newRow("to a machine where one is on its way") << false << false << qint64{7};
    }
    void theLawTheCentreGoesByGoesAlong()
    {
        QFETCH(const bool, isChanged);
        QFETCH(const bool, isThere);
        QFETCH(const qint64, edition);
        const Desk desk;
        work(desk, 1);
        const PublishedCatalogue portal;
        const QByteArray package = PublishedCatalogue::package(300'000);
        const CatalogueShelf shelf(m_folder->filePath(QStringLiteral("law")));
        QVERIFY(shelf.keep(portal.of(package, 7), package));
        if (isChanged) {
            write(m_folder->filePath(QStringLiteral("law/%1.package").arg(QLatin1StringView(portal.of(package, 7).sha256.toHex()))), "another law");
        }
        {
            const Result<Store> store = Store::open(m_path, Desk::key(), desk.options());
            Desk::done(store->backUp(m_backup));
        }
        QVERIFY(manifestOf(m_backup).contains(isChanged ? "\"format\": 1" : "\"format\": 3"));
        const CatalogueShelf restored(m_folder->filePath(QStringLiteral("elsewhere/law")));
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("elsewhere")));
        if (isThere) {
            QVERIFY(restored.keep(portal.of("later", 9), "later"));
        }
        const bool isOnItsWay = qstrcmp(QTest::currentDataTag(), "to a machine where one is on its way") == 0;
        if (isOnItsWay) {
            QVERIFY(restored.add(portal.of("later", 9), "la"));
        }
        const QString path = m_folder->filePath(QStringLiteral("elsewhere/restored.db"));
        QCOMPARE(restoreBackup(m_backup, path, Desk::key('x'), desk.options()).error().code, ErrorCode::StoreWrongKey);
        QCOMPARE(QFile::exists(m_folder->filePath(QStringLiteral("elsewhere/law"))), isThere || isOnItsWay);
        QVERIFY(restoreBackup(m_backup, path, Desk::key(), desk.options()));
        const auto head = restored.head();
        QVERIFY(head);
        QCOMPARE(*head ? (*head)->edition : 0, edition);
        QVERIFY(!*head || restored.package(**head));
    }

    void withoutIssuersOlderProgramsRestoreItToo()
    {
        const Desk desk;
        work(desk, 1);
        const Result<Store> store = Store::open(m_path, Desk::key(), desk.options());
        Desk::done(store->backUp(m_backup));
        QVERIFY(manifestOf(m_backup).contains("\"format\": 1"));
        QVERIFY(!QFile::exists(m_backup + QStringLiteral("/trust")));
    }

    void nobodyElseAddsAnIssuer()
    {
        const Desk desk;
        work(desk, 1);
        {
            const Result<Store> store = Store::open(m_path, Desk::key(), desk.options());
            Desk::done(store->backUp(m_backup));
        }
        QVERIFY(QDir(m_backup).mkpath(QStringLiteral("trust")));
        write(m_backup + QStringLiteral("/trust/") + QString(64, u'a') + QStringLiteral(".der"), "somebody");
        Result<BackupManifest> forged = BackupManifest::fromBytes(manifestOf(m_backup));
        const auto key = security::SigningKey::fromSeed(Desk::key('s'));
        forged->files.clear();
        forged->facts.publicKey = key->publicKey();
        QVERIFY(forged->addFiles(m_backup));
        write(m_backup + QStringLiteral("/manifest.json"), forged->toBytes());
        write(m_backup + QStringLiteral("/manifest.sig"), key->sign(forged->toBytes()));
        QVERIFY(checkBackup(m_backup)); // by itself it is a back-up
        const QString path = m_folder->filePath(QStringLiteral("restored.db"));
        const Result<Id> origin = restoreBackup(m_backup, path, Desk::key(), desk.options());
        QVERIFY(!origin);
        QCOMPARE(origin.error().code, ErrorCode::BackupDamaged);
        QVERIFY(!QFile::exists(path) && !QFile::exists(m_folder->filePath(QStringLiteral("trust"))));
    }

    void countsAttachmentsThatAreGone()
    {
        const Desk desk;
        const AttachmentReference paper = work(desk, 1);
        const Result<Store> store = Store::open(m_path, Desk::key(), desk.options());
        QVERIFY(QFile::remove(store->attachments().pathOf(paper.name)));
        QCOMPARE(Desk::done(store->backUp(m_backup)).missingAttachments, 1);
        QVERIFY(checkBackup(m_backup));
    }

    void manifestCannotLeadOutsideItsFolder()
    {
        BackupManifest manifest;
        manifest.facts.origin = Desk::idOf('o');
        manifest.files = {{QStringLiteral("store.db"), 1, QByteArray(32, 'h')}, {QStringLiteral("attachments/../../x"), 1, QByteArray(32, 'h')}};
        QCOMPARE(BackupManifest::fromBytes(manifest.toBytes()).error().code, ErrorCode::BackupDamaged);
        manifest.files.last().path = QStringLiteral("law/../head.json");
        QCOMPARE(BackupManifest::fromBytes(manifest.toBytes()).error().code, ErrorCode::BackupDamaged);
        manifest.files.last().path = QStringLiteral("signers/../x.der");
        QCOMPARE(BackupManifest::fromBytes(manifest.toBytes()).error().code, ErrorCode::BackupDamaged);
        manifest.files.last().path = QStringLiteral("trust/../x.der");
        QCOMPARE(BackupManifest::fromBytes(manifest.toBytes()).error().code, ErrorCode::BackupDamaged);
    }

    void salvagesAroundABadPage_data()
    {
        QTest::addColumn<int>("every");
        QTest::newRow("one page") << 0;
        QTest::newRow("every fifteenth page") << 15;
        QTest::newRow("every ninth page, pages of pages among them") << 9;
    }

    void salvagesAroundABadPage()
    {
        QFETCH(int, every);
        const Desk desk;
        const int dossiers = every == 9 ? 400 : 150;
        work(desk, dossiers);
        Id old;
        {
            const Result<Store> store = Store::open(m_path, Desk::key(), desk.options());
            old = store->origin();
            Draft draft;
            draft.id = Desk::idOf('d');
            draft.form = "{}";
            Desk::done(store->keepDraft(draft));
        }
        const qint64 pages = QFileInfo(m_path).size() / PageSeal::PageSize;
        for (qint64 page = every == 0 ? pages - 10 : every == 9 ? 25 : 60; page < pages; page += every == 0 ? pages : every) {
            flip(m_path, page * PageSeal::PageSize + 1000);
        }
        const Result<SalvageReport> report = salvage(m_path, Desk::key(), desk.options());
        QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
        QVERIFY(QFile::exists(report->quarantined));
        QVERIFY(report->entries + report->lost <= dossiers + 4);
        QVERIFY(report->entries >= (every == 0 ? 140 : 50));
        const Result<Store> store = Store::open(m_path, Desk::key(), desk.options());
        QVERIFY(store);
        QVERIFY(store->origin() != old);
        QCOMPARE(store->origin(), report->origin);
        QVERIFY(!Desk::done(store->ask(VerifyJournal{})).firstBreak);
        QVERIFY(Desk::done(store->ask(CheckFile{})).isEmpty());
        QCOMPARE(Desk::done(store->ask(JournalRange{.origin = old, .limit = 1000})).size(), report->entries);
        const QByteArray digest = Desk::done(store->digest());
        Desk::done(store->rebuild());
        QCOMPARE(Desk::done(store->digest()), digest);
    }

    void aSalvageKeepsAttachmentsAndLeavesNothingHalfDone()
    {
        const Desk desk;
        const AttachmentReference paper = work(desk);
        QString blob;
        {
            const Result<Store> store = Store::open(m_path, Desk::key(), desk.options());
            QVERIFY(store);
            blob = store->attachments().pathOf(paper.name);
        }
        {
            // Of another week: whatever no entry names is swept when a store is opened, and a new store names nothing yet.
            QFile file(blob);
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.setFileTime(QDateTime::fromMSecsSinceEpoch(desk.clock->load()).addDays(-7), QFileDevice::FileModificationTime));
        }
        // A journal that a rotation left lies beside the file; the new store must not be rolled back by it.
        QFile journal(m_path + QStringLiteral("-journal"));
        QVERIFY(journal.open(QIODevice::WriteOnly));
        journal.close();
        const Result<SalvageReport> report = salvage(m_path, Desk::key(), desk.options());
        QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
        QVERIFY(!QFile::exists(journal.fileName()));
        QVERIFY(QDir(m_folder->path()).entryList({QStringLiteral("*.salvaging*")}).isEmpty());
        const Result<Store> store = Store::open(m_path, Desk::key(), desk.options());
        QVERIFY(store);
        QCOMPARE(*store->attachments().read(paper), "scan of a paper");
    }

    void aSalvageCutOffInItsLastStepIsEndedByTheNext()
    {
        const Desk desk;
        work(desk);
        QVERIFY(salvage(m_path, Desk::key(), desk.options()));
        // As the disk stands between the two renames.
        QVERIFY(QFile::rename(m_path, m_path + QStringLiteral(".salvaging")));
        const Result<SalvageReport> ended = salvage(m_path, Desk::key(), desk.options());
        QVERIFY2(ended, ended ? "" : qPrintable(ended.error().detail));
        const Result<Store> store = Store::open(m_path, Desk::key(), desk.options());
        QVERIFY(store);
        QCOMPARE(Desk::done(store->ask(WorklistPage{})).count, 20);
        QVERIFY(QDir(m_folder->path()).entryList({QStringLiteral("*.salvaging*")}).isEmpty());
    }

    void whatIsLeftOfASalvageThatEndedHalfWayIsNotMixedIn()
    {
        const Desk desk;
        work(desk);
        QFile left(m_path + QStringLiteral(".salvaging"));
        QVERIFY(left.open(QIODevice::WriteOnly));
        left.write("half a store");
        left.close();
        QVERIFY(salvage(m_path, Desk::key(), desk.options()));
        const Result<Store> store = Store::open(m_path, Desk::key(), desk.options());
        QVERIFY(store);
        QCOMPARE(Desk::done(store->ask(WorklistPage{})).count, 20);
    }

    void aNewLogKnowsTheDeskOfTheOneBefore()
    {
        const Desk desk;
        work(desk);
        const Result<SalvageReport> once = salvage(m_path, Desk::key(), desk.options());
        QVERIFY(once);
        // Nobody came in between; the desk is still the one two logs ago.
        QVERIFY(salvage(m_path, Desk::key(), desk.options()));
        const Result<Store> store = Store::open(m_path, Desk::key(), desk.options());
        QVERIFY(store);
        QVERIFY(!Desk::done(store->ask(UnitNow{})).isConfigured());
        QCOMPARE(Desk::refused(store->record(desk.accepting(50))), ErrorCode::UnitMissing);
        const UnitSettings before = Desk::done(store->ask(UnitBefore{}));
        QCOMPARE(before.deskNumber, 3);
        QCOMPARE(before.rangeFirst, 3000);
        const QDate day(2026, 11, 23);
        QCOMPARE(Desk::done(store->ask(LastNumber{before.organisationCode, day, before.rangeFirst, before.rangeLast})), 3019);
        Desk::done(store->reserveNumbers(before.organisationCode, day, 3030));
        QCOMPARE(Desk::done(store->ask(LastNumber{before.organisationCode, day, before.rangeFirst, before.rangeLast})), 3030);
    }

    void readingABadPageIsToldAndTheRestGoesOn()
    {
        const Desk desk;
        work(desk, 150);
        const Result<Store> store = Store::open(m_path, Desk::key(), desk.options());
        QVERIFY(store);
        store->close();
        const qint64 pages = QFileInfo(m_path).size() / PageSeal::PageSize;
        for (qint64 page = 70; page < pages; page += 3) {
            flip(m_path, page * PageSeal::PageSize + 1000);
        }
        const Result<Store> again = Store::open(m_path, Desk::key(), desk.options());
        if (again) {
            QCOMPARE(Desk::refused(again->ask(VerifyJournal{})), ErrorCode::StoreDamaged);
            Desk::done(again->ask(Origins{}));
        } else {
            QCOMPARE(again.error().code, ErrorCode::StoreDamaged);
        }
    }

    void salvageRefusesAStoreThatIsOpen()
    {
        const Desk desk;
        const Store store = desk.founded(m_path);
        QCOMPARE(salvage(m_path, Desk::key(), desk.options()).error().code, ErrorCode::StoreBusy);
        QCOMPARE(salvage(m_path, Desk::key('x'), desk.options()).error().code, ErrorCode::StoreWrongKey);
    }

    void rekeyedStoreOpensWithTheNewKeyAlone()
    {
        const Desk desk;
        work(desk);
        {
            const Result<Store> store = Store::open(m_path, Desk::key(), desk.options());
            StoreOptions impatient = desk.options();
            impatient.busyTimeoutMs = 10;
            QCOMPARE(Store::rekey(m_path, Desk::key(), Desk::key('n'), impatient).error().code, ErrorCode::StoreBusy);
        }
        QVERIFY(Store::rekey(m_path, Desk::key(), Desk::key('n'), desk.options()));
        QCOMPARE(Store::open(m_path, Desk::key(), desk.options()).error().code, ErrorCode::StoreWrongKey);
        const Result<Store> store = Store::open(m_path, Desk::key('n'), desk.options());
        QVERIFY2(store, store ? "" : qPrintable(store.error().detail));
        QCOMPARE(Desk::done(store->ask(WorklistPage{})).count, 20);
        QVERIFY(!Desk::done(store->ask(VerifyJournal{})).firstBreak);
        store->close();
        QVERIFY(PageSeal(m_path, Desk::key('n')).brokenPages().isEmpty());
    }

    void signsAsItsOrigin()
    {
        const Desk desk;
        const Store store = desk.founded(m_path);
        const QByteArray signature = Desk::done(store.signature("head"));
        const auto origins = Desk::done(store.ask(Origins{}));
        QCOMPARE(origins.size(), 1);
        QVERIFY(security::SigningKey::verify(origins.first().publicKey, "head", signature));
    }
};

QTEST_GUILESS_MAIN(tst_Backup)
#include "tst_Backup.moc"

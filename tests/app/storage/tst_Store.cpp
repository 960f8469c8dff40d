// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/storage/Desk.h"

#include "app/storage/DossierQueries.h"
#include "app/storage/HouseQueries.h"
#include "app/storage/JournalQueries.h"
#include "app/storage/Migrations.h"

#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QSignalSpy>

#include <csignal>

using namespace motcua;
using namespace motcua::storage;

class tst_Store : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;

    [[nodiscard]] std::unique_ptr<QProcess> helper(const QStringList &arguments) const
    {
        auto process = std::make_unique<QProcess>();
        process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process->start(QCoreApplication::applicationDirPath() + QStringLiteral("/storage_helper"), arguments);
        return process;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("store.db"));
    }

    void recordsADossierAndFindsItAgain()
    {
        const Desk desk;
        Id origin;
        {
            const Store store = desk.founded(m_path);
            origin = store.origin();
            const Recorded recorded = Desk::done(store.record(desk.accepting(1)));
            QVERIFY(recorded.dossier);
            QCOMPARE(recorded.dossier->code, QStringLiteral("H26.15-261123-3000"));
            QCOMPARE(recorded.subject, Desk::dossier(1));
            QCOMPARE(recorded.receiptMs, desk.clock->load());
            QVERIFY(!recorded.clockBack);
            QCOMPARE(recorded.entries.size(), 1);
            QCOMPARE(recorded.entries.first().origin, origin);
            QCOMPARE(recorded.entries.first().seq, 4U); // after origin, unit, officer
        }
        const Result<Store> store = Store::open(m_path, Desk::key(), desk.options());
        QVERIFY(store);
        QCOMPARE(store->origin(), origin);
        const auto dossier = Desk::done(store->ask(DossierByCode{QStringLiteral(" h26.15-261123-3000 ")}));
        QVERIFY(dossier);
        QCOMPARE(dossier->role(QStringLiteral("applicant.name")).text, QStringLiteral("Nguyễn Thị Hoà"));
        const auto page = Desk::done(store->ask(DossierPage{Desk::dossier(1)}));
        QCOMPARE(page->history.size(), 1);
        QCOMPARE(page->dossier, *dossier);
        QVERIFY(!Desk::done(store->ask(VerifyJournal{})).firstBreak);
    }

    void numbersOfADayFollowEachOtherAndBeginAnewTheNext()
    {
        const Desk desk;
        const Store store = desk.founded(m_path);
        QCOMPARE(Desk::done(store.record(desk.accepting(1))).dossier->code, QStringLiteral("H26.15-261123-3000"));
        QCOMPARE(Desk::done(store.record(desk.accepting(2))).dossier->code, QStringLiteral("H26.15-261123-3001"));
        *desk.clock += 24 * 3600 * 1000;
        QCOMPARE(Desk::done(store.record(desk.accepting(3))).dossier->code, QStringLiteral("H26.15-261124-3000"));
        Desk::done(store.reserveNumbers(QStringLiteral("H26.15"), QDate(2026, 11, 24), 3050));
        QCOMPARE(Desk::done(store.record(desk.accepting(4))).dossier->code, QStringLiteral("H26.15-261124-3051"));
    }

    void refusedActLeavesNothing()
    {
        const Desk desk;
        const Store store = desk.founded(m_path);
        const QByteArray before = Desk::done(store.digest());
        Act stranger = desk.accepting(1);
        stranger.actor.id = Desk::idOf('x');
        QCOMPARE(Desk::refused(store.record(stranger)), ErrorCode::NotAllowed);
        QCOMPARE(Desk::refused(store.record(desk.stepping(9, DossierStatus::Processing))), ErrorCode::NotFound);
        QCOMPARE(Desk::done(store.digest()), before);
        QCOMPARE(Desk::done(store.ask(VersionVectorNow{})).highest(store.origin()), 3U);
    }

    void allOrNothingOfABatch()
    {
        const Desk desk;
        const Store store = desk.founded(m_path);
        const QByteArray before = Desk::done(store.digest());
        QCOMPARE(Desk::refused(store.recordAll({desk.accepting(1), desk.accepting(2), desk.accepting(1)})), ErrorCode::Refused);
        QCOMPARE(Desk::done(store.digest()), before);
        QCOMPARE(Desk::done(store.recordAll({desk.accepting(1), desk.accepting(2)})).size(), 2);
        QCOMPARE(Desk::done(store.ask(WorklistPage{})).count, 2);
    }

    void figuresFollowEveryStep()
    {
        const Desk desk;
        const Store store = desk.founded(m_path);
        Desk::done(store.recordAll({desk.accepting(1), desk.accepting(2), desk.accepting(3)}));
        Desk::done(store.record(desk.stepping(2, DossierStatus::Processing)));
        const auto rows = Desk::done(store.ask(Figures{QDate(2026, 11, 1), QDate(2026, 11, 30)}));
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0].day, QDate(2026, 11, 23));
        QCOMPARE(rows[0].desk, 3);
        QCOMPARE(rows[0].status, 2);
        QCOMPARE(rows[0].dossiers, 2);
        QCOMPARE(rows[1].status, 4);
        QCOMPARE(rows[1].dossiers, 1);
    }

    void clockSetBackIsMarkedAndOrderKept()
    {
        const Desk desk;
        const Store store = desk.founded(m_path);
        Desk::done(store.record(desk.accepting(1)));
        *desk.clock -= 60 * 1000;
        QVERIFY(!Desk::done(store.record(desk.stepping(1, DossierStatus::Processing))).clockBack);
        *desk.clock -= 10 * 60 * 1000;
        QVERIFY(Desk::done(store.record(desk.about(Desk::dossier(1), AddNote{QStringLiteral("ghi chú")}))).clockBack);
        QCOMPARE(Desk::refused(store.record(desk.accepting(2))), ErrorCode::ClockBack); // nobody answers for the receipt
        const auto log = Desk::done(store.ask(JournalRange{store.origin()}));
        for (qsizetype i = 1; i < log.size(); ++i) {
            QVERIFY(log[i - 1].header.time < log[i].header.time);
        }
    }

    void draftsAndWhatWasOpenSurvive()
    {
        const Desk desk;
        Draft draft{Desk::dossier(5), Desk::idOf('o'), Desk::idOf('v'), QStringLiteral("9.000001"), QStringLiteral("e"), "{\"a\":1}", 5};
        {
            const Store store = desk.founded(m_path);
            Desk::done(store.keepDraft(draft));
            draft.form = "{\"a\":2}";
            Desk::done(store.keepDraft(draft));
            Desk::done(store.keepOpen(QStringLiteral("visit"), "state"));
            Desk::done(store.keepSetting(QStringLiteral("x"), "y"));
            store.close();
            QCOMPARE(Desk::refused(store.keepDraft(draft)), ErrorCode::Closed);
        }
        const Result<Store> store = Store::open(m_path, Desk::key(), desk.options());
        QVERIFY(store);
        const auto drafts = Desk::done(store->ask(Drafts{Desk::idOf('o')}));
        QCOMPARE(drafts.size(), 1);
        QCOMPARE(drafts.first().form, draft.form);
        QCOMPARE(drafts.first().visit, draft.visit);
        QVERIFY(Desk::done(store->ask(Drafts{Desk::idOf('z')})).isEmpty());
        QCOMPARE(Desk::done(store->ask(OpenParts{})).value(QStringLiteral("visit")), "state");
        QCOMPARE(Desk::done(store->ask(Setting{QStringLiteral("x")})), QByteArray("y"));
        Desk::done(store->dropDraft(draft.id));
        QVERIFY(Desk::done(store->ask(Drafts{})).isEmpty());
    }

    void openRefuses_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("a newer schema") << QStringLiteral("newer") << ErrorCode::StoreNewer;
        QTest::newRow("another key") << QStringLiteral("key") << ErrorCode::StoreWrongKey;
        QTest::newRow("nothing there") << QStringLiteral("missing") << ErrorCode::StoreMissing;
    }

    void openRefuses()
    {
        QFETCH(QString, what);
        QFETCH(ErrorCode, code);
        const Desk desk;
        desk.founded(m_path).close();
        if (what == u"newer") {
            Connection connection(m_path, Desk::key(), {.access = ConnectionOptions::Access::Writer});
            connection.execute("PRAGMA user_version=9999");
        } else if (what == u"missing") {
            QFile::remove(m_path);
        }
        const Result<Store> store = Store::open(m_path, Desk::key(what == u"key" ? 'x' : 'k'), desk.options());
        QVERIFY(!store);
        QCOMPARE(store.error().code, code);
        if (what != u"missing") {
            QCOMPARE(Store::create(m_path, Desk::key(), {}, desk.options()).error().code, ErrorCode::StoreExists);
        }
    }

    void tablesFoldedByAnOlderProgramAreMadeAnew()
    {
        const Desk desk;
        QByteArray digest;
        {
            const Store store = desk.founded(m_path);
            Desk::done(store.record(desk.accepting(1)));
            digest = Desk::done(store.digest());
        }
        {
            Connection connection(m_path, Desk::key(), {.access = ConnectionOptions::Access::Writer});
            connection.execute("UPDATE l_setting SET value = CAST('0' AS BLOB) WHERE name = 'fold'; UPDATE p_dossier SET code = 'wrong'; DELETE FROM p_day");
        }
        const Result<Store> store = Store::open(m_path, Desk::key(), desk.options());
        QVERIFY(store);
        QCOMPARE(Desk::done(store->digest()), digest);
    }

    void everySchemaThatLandedStillOpens_data()
    {
        QTest::addColumn<QString>("file");
        const QDir folder(QStringLiteral(MOTCUA_TEST_DATA "/storage"));
        for (const QString &file : folder.entryList({QStringLiteral("schema-*.db")})) {
            QTest::newRow(qPrintable(file)) << folder.filePath(file);
        }
        QCOMPARE(folder.entryList({QStringLiteral("schema-*.db")}).size(), Migrations::newest());
    }

    void everySchemaThatLandedStillOpens()
    {
        QFETCH(QString, file);
        QVERIFY(QFile::copy(file, m_path));
        QVERIFY(QFile::setPermissions(m_path, QFileDevice::ReadOwner | QFileDevice::WriteOwner));
        const Desk desk;
        const Result<Store> store = Store::open(m_path, Desk::key(), desk.options());
        QVERIFY2(store, store ? "" : qPrintable(store.error().detail));
        const auto verified = Desk::done(store->ask(VerifyJournal{}));
        QVERIFY(!verified.firstBreak);
        QCOMPARE(verified.entries, 6U);
        QCOMPARE(Desk::done(store->ask(DossierByCode{QStringLiteral("H26.15-261123-3001")}))->status.status, DossierStatus::Processing);
        QCOMPARE(Desk::done(store->ask(FindDossiers{QStringLiteral("dat tran")})).size(), 1);
        QCOMPARE(Desk::done(store->ask(Drafts{})).size(), 1);
        const QByteArray digest = Desk::done(store->digest());
        Desk::done(store->rebuild());
        QCOMPARE(Desk::done(store->digest()), digest);

        // A release that is taken back puts the old file there again; the next one makes the same of it.
        store->close();
        for (const char *ending : {"", "-wal", "-shm"}) {
            QFile::remove(m_path + QLatin1StringView(ending));
        }
        QVERIFY(QFile::copy(file, m_path));
        QVERIFY(QFile::setPermissions(m_path, QFileDevice::ReadOwner | QFileDevice::WriteOwner));
        const Result<Store> again = Store::open(m_path, Desk::key(), desk.options());
        QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
        QCOMPARE(Desk::done(again->digest()), digest);
    }

    void newsTellsWhatChanged()
    {
        const Desk desk;
        const Store store = desk.founded(m_path);
        QVERIFY(store.holdsEngine());
        QSignalSpy changed(store.news(), &StoreNews::changed);
        Desk::done(store.record(desk.accepting(1)));
        QTRY_VERIFY(!changed.isEmpty());
        QVERIFY(changed.last().first().value<QList<Id>>().contains(Desk::dossier(1)));
    }

    void logIsMovedIntoTheFileWhileWorking()
    {
        const Desk desk;
        StoreOptions options = desk.options();
        options.passiveCheckpointBytes = 64 * 1024;
        desk.founded(m_path).close();
        const Result<Store> store = Store::open(m_path, Desk::key(), options);
        QVERIFY(store);
        const qint64 before = QFileInfo(m_path).size();
        for (int n = 0; n < 40; ++n) {
            Desk::done(store->record(desk.accepting(n)));
        }
        QTRY_VERIFY(QFileInfo(m_path).size() > before);
    }

    void killedWhileWritingLosesNothingAcknowledged()
    {
        const Desk desk;
        desk.founded(m_path).close();
        int acknowledged = 0;
        for (int round = 0; round < 3; ++round) {
            auto process = helper({QStringLiteral("record"), m_path, QString::number(round * 1000)});
            while (acknowledged < (round + 1) * 5 && process->waitForReadyRead(60'000)) {
                acknowledged += static_cast<int>(process->readAllStandardOutput().count('\n'));
            }
            process->kill();
            QVERIFY(process->waitForFinished());
            acknowledged += static_cast<int>(process->readAllStandardOutput().count('\n'));
        }
        // What was written before the kill must not stand readable in file, log or lock files.
        QDirIterator files(m_folder->path(), QDir::Files);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            for (const char *canary : {"Nguyễn", "nguyen", "000190000001", "02001234567", "dossier.accepted", "H26.15"}) {
                QVERIFY2(!bytes.contains(canary), qPrintable(file.fileName()));
            }
        }
        const Result<Store> store = Store::open(m_path, Desk::key(), desk.options());
        QVERIFY(store);
        QVERIFY(acknowledged >= 15);
        QVERIFY(Desk::done(store->ask(WorklistPage{})).count >= acknowledged);
        const auto verified = Desk::done(store->ask(VerifyJournal{}));
        QVERIFY(!verified.firstBreak);
        QCOMPARE(verified.missing, 0U);
        const QByteArray digest = Desk::done(store->digest());
        Desk::done(store->rebuild());
        QCOMPARE(Desk::done(store->digest()), digest);
    }

    void twoProgramsShareOneLog()
    {
        const Desk desk;
        const Store store = desk.founded(m_path);
        QSignalSpy changed(store.news(), &StoreNews::changed);
        auto process = helper({QStringLiteral("record"), m_path, QStringLiteral("5000"), QStringLiteral("30")});
        for (int n = 0; n < 30; ++n) {
            Desk::done(store.record(desk.accepting(n)));
        }
        QVERIFY(process->waitForFinished(60'000));
        QCOMPARE(process->readAllStandardOutput().count('\n'), 30);
        QCOMPARE(process->exitCode(), 0);
        QCOMPARE(Desk::done(store.ask(WorklistPage{})).count, 60);
        QCOMPARE(Desk::done(store.ask(VersionVectorNow{})).highest(store.origin()), 63U);
        QVERIFY(!Desk::done(store.ask(VerifyJournal{})).firstBreak);
        QTRY_VERIFY(std::any_of(changed.begin(), changed.end(), [](const auto &call) { return call.first().template value<QList<Id>>().isEmpty(); }));
        // What this program remembered of before the other one wrote is not used any more.
        const Recorded recorded = Desk::done(store.record(desk.stepping(5001, DossierStatus::Processing)));
        QCOMPARE(recorded.dossier->status.status, DossierStatus::Processing);
    }

    void decidesOnWhatTheOtherProgramJustWrote()
    {
        const Desk desk;
        const Store one = desk.founded(m_path);
        Desk::done(one.record(desk.accepting(1)));
        const Result<Store> two = Store::open(m_path, Desk::key(), desk.options());
        QVERIFY(two);
        Desk::done(two->record(desk.stepping(1, DossierStatus::Processing)));
        const Recorded recorded = Desk::done(one.record(desk.stepping(1, DossierStatus::Processed)));
        QCOMPARE(recorded.dossier->status.status, DossierStatus::Processed);
        QCOMPARE(recorded.dossier->heads.size(), 1);
        Desk::done(two->record(desk.about(Desk::idOf('o'), ChangeStaff{{}, {}, QStringList{QStringLiteral("administrator")}, false, {}})));
        QCOMPARE(Desk::refused(one.record(desk.accepting(2))), ErrorCode::NotAllowed);
    }

    void engineGoesToTheNextProgramWhenTheHolderEnds()
    {
        const Desk desk;
        desk.founded(m_path).close();
        auto process = helper({QStringLiteral("hold"), m_path});
        QVERIFY(process->waitForReadyRead(60'000));
        QCOMPARE(process->readAllStandardOutput(), "engine\n");
        const Result<Store> store = Store::open(m_path, Desk::key(), desk.options());
        QVERIFY(store);
        QVERIFY(!store->holdsEngine());
        QSignalSpy held(store->news(), &StoreNews::engineHeld);
        process->kill();
        QTRY_COMPARE(held.size(), 1);
        QVERIFY(store->holdsEngine());
        QTRY_COMPARE(process->state(), QProcess::NotRunning);
    }
};

QTEST_GUILESS_MAIN(tst_Store)
#include "tst_Store.moc"

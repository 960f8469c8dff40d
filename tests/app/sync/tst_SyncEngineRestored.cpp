// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/Backup.h"
#include "app/storage/SyncQueries.h"
#include "app/sync/SyncEngine.h"
#include "tests/app/sync/SyncScene.h"

using namespace motcua;
using namespace motcua::sync;
using journal::PeerRole;
using storage::Desk;
using storage::Store;
using Phase = SyncState::Phase;

/** A desk that comes back from a back-up writes another log; what its former one had since then it gets from whoever it was delivered to. */
class tst_SyncEngineRestored : public QObject
{
    Q_OBJECT

private:
    static std::unique_ptr<SyncEngine> engineOf(SyncScene &scene, const Store &desk, const std::shared_ptr<StorePeer> &line)
    {
        auto engine = std::make_unique<SyncEngine>(desk, SyncScene::policy(), line,
            SyncOptions{.gatherMs = 1, .firstWaitMs = 1, .longestWaitMs = 4, .now = scene.clock(), .chance = [] { return 0.5; }});
        engine->begin();
        return engine;
    }
    static bool rests(const SyncEngine &engine)
    {
        return QTest::qWaitFor([&] { return engine.state().phase == Phase::Resting && engine.state().waiting == 0; }, 20'000)
            && !engine.state().failure;
    }

    /** What is in the back-up as a desk of its own, which has not met anybody yet. */
    static Store restored(SyncScene &scene, int number = 3)
    {
        Desk desk(number, static_cast<char>('a' + number));
        storage::StoreOptions options = desk.options();
        options.now = scene.clock();
        const QString path = scene.path(QStringLiteral("restored"));
        const Result<Id> origin = storage::restoreBackup(scene.path(QStringLiteral("backup")), path, Desk::key(), options);
        const Result<Store> store = origin ? Store::open(path, Desk::key(), options) : Result<Store>(origin.error());
        if (!store || store->origin() != *origin) {
            qFatal("the back-up does not come back");
        }
        Desk::done(store->record(desk.founding(*origin).constFirst()));
        // As an administrator confirms it: numbers given out since then stand on slips.
        Desk::done(store->reserveNumbers(QStringLiteral("H26.15"), QDate(2026, 11, 23), number * 1000 + 500));
        return *store;
    }

    /** Whether `store` has the whole of a log as it was written, but for the payloads of entries after `backedUp` that `role` is not given. */
    static void isWhole(const Store &store, const QList<journal::Entry> &written, quint64 backedUp, PeerRole role)
    {
        const QList<journal::Entry> here = SyncScene::log(store, written.constFirst().header.key.origin);
        QCOMPARE(here.size(), written.size());
        for (qsizetype i = 0; i < written.size(); ++i) {
            const journal::Header &header = written[i].header;
            QCOMPARE(here[i].headerBytes, written[i].headerBytes);
            const bool isGiven = header.key.seq <= backedUp || SyncScene::policy().share(header.kind, role) == journal::Share::Full;
            QCOMPARE(here[i].payload, isGiven ? written[i].payload : std::nullopt);
        }
    }

private Q_SLOTS:
    void whatItDeliveredSinceTheBackUpComesBack_data()
    {
        QTest::addColumn<PeerRole>("role");
        QTest::addColumn<int>("notes"); // a stretch has 500 entries
        QTest::addColumn<int>("breaksAt");
        for (const auto &[name, role] : {std::pair("centre", PeerRole::Centre), std::pair("portal", PeerRole::Portal)}) {
            QTest::addRow("from the %s", name) << role << 5 << -1;
            QTest::addRow("much of it, from the %s", name) << role << 1'300 << -1;
            for (int at = 0; at < 4; ++at) {
                QTest::addRow("much of it, from the %s, question %d is lost", name, at) << role << 1'300 << at;
            }
        }
    }
    void whatItDeliveredSinceTheBackUpComesBack()
    {
        QFETCH(PeerRole, role);
        QFETCH(int, notes);
        QFETCH(int, breaksAt);
        SyncScene scene;
        const Store hub = scene.hub();
        quint64 backedUp = 0;
        QList<journal::Entry> former;
        {
            const Store desk = scene.desk(3);
            scene.accept(desk, 3, 1, 3);
            Desk::done(desk.backUp(scene.path(QStringLiteral("backup"))));
            backedUp = SyncScene::held(desk, desk.origin());
            scene.accept(desk, 3, 4, 20);
            scene.note(desk, 3, 4, notes, 20);
            const auto line = std::make_shared<StorePeer>(hub, SyncScene::policy(), role, scene.clock());
            QVERIFY(rests(*engineOf(scene, desk, line)));
            former = SyncScene::log(desk, desk.origin());
        } // and the machine is gone
        const Store desk = restored(scene);
        const Id formerOrigin = former.constFirst().header.key.origin;
        QVERIFY(desk.origin() != formerOrigin);
        QVERIFY(SyncScene::held(desk, formerOrigin) < former.constLast().header.key.seq);

        const auto line = std::make_shared<StorePeer>(hub, SyncScene::policy(), role, scene.clock());
        if (breaksAt >= 0) {
            line->fail({LineFault::Kind::NeverArrives, breaksAt, 1});
        }
        const auto engine = engineOf(scene, desk, line);
        QTRY_COMPARE_WITH_TIMEOUT(SyncScene::held(desk, formerOrigin), former.constLast().header.key.seq, 20'000);
        isWhole(desk, former, backedUp, role);

        // It goes on under its new log, which is delivered like any; the former one stays as it was.
        scene.accept(desk, 3, 50, 2);
        QTRY_COMPARE_WITH_TIMEOUT(SyncScene::held(hub, desk.origin()), SyncScene::held(desk, desk.origin()), 20'000);
        QVERIFY(rests(*engine));
        QCOMPARE(SyncScene::log(hub, formerOrigin).size(), former.size());
        QVERIFY(!Desk::done(desk.ask(storage::VerifyJournal{})).firstBreak);
        QCOMPARE(Desk::done(desk.ask(storage::VerifyJournal{})).missing, 0U);
    }

    // What is here may be counted between the moment a stretch was stored and the one in which the engine hears of it: there is more of it all the same.
    void whatIsCountedMeanwhileIsNotTheEnd()
    {
        SyncScene scene;
        const Store hub = scene.hub();
        Id formerOrigin;
        quint64 written = 0;
        {
            const Store desk = scene.desk(3);
            Desk::done(desk.backUp(scene.path(QStringLiteral("backup"))));
            scene.accept(desk, 3, 1, 20);
            scene.note(desk, 3, 1, 1'300, 20);
            QVERIFY(rests(*engineOf(scene, desk, std::make_shared<StorePeer>(hub, SyncScene::policy(), PeerRole::Centre, scene.clock()))));
            formerOrigin = desk.origin();
            written = SyncScene::held(desk, formerOrigin);
        }
        const Store desk = restored(scene);
        const auto line = std::make_shared<StorePeer>(hub, SyncScene::policy(), PeerRole::Centre, scene.clock());
        Exchange far(hub, SyncScene::policy(), PeerRole::Desk, {}, scene.clock());
        Exchange here(desk, SyncScene::policy(), PeerRole::Centre, {}, scene.clock());
        std::atomic<quint64> coming = 0;
        std::atomic<bool> isFirstQuestion = true;
        std::atomic<bool> isFirstTaken = true;
        // While the first question is lost something is recorded, which is counted a while later: in the conversation after it. It is
        // delivered already, so that nothing but the answer says whether there is more to take.
        line->fail({LineFault::Kind::NeverArrives, 0, 1});
        line->meanwhile = [&] {
            if (isFirstQuestion.exchange(false)) {
                scene.accept(desk, 3, 50, 1);
                const auto made = here.made({desk.origin(), 1, SyncScene::held(desk, desk.origin()), {}}).result();
                if (!made || !far.taken(made->batch).result()) {
                    qFatal("what was recorded is not delivered");
                }
            }
        };
        line->amendWanted = [&](const Wanted &wanted) {
            if (isFirstTaken.exchange(false)) {
                const quint64 before = coming;
                const auto made = far.made(wanted).result();
                if (!made || !here.taken(made->batch, wanted).result()) {
                    qFatal("the stretch is not taken");
                }
                (void)QTest::qWaitFor([&] { return coming < before; }, 3'000);
            }
            return wanted;
        };
        SyncEngine engine(desk, SyncScene::policy(), line,
            {.gatherMs = 500, .firstWaitMs = 1, .longestWaitMs = 4, .now = scene.clock(), .chance = [] { return 0.5; }});
        connect(&engine, &SyncEngine::changed, this, [&coming](const SyncState &state) { coming = state.coming; });
        engine.begin();
        QTRY_COMPARE_WITH_TIMEOUT(SyncScene::held(desk, formerOrigin), written, 20'000);
        QVERIFY(!isFirstTaken);
        QVERIFY(rests(engine));
    }

    // What came back is passed on: a peer that lost it, or never had it, gets it from the restored desk as whoever wrote it.
    void whatCameBackIsPassedOn()
    {
        SyncScene scene;
        const Store hub = scene.hub();
        QList<journal::Entry> former;
        {
            const Store desk = scene.desk(3);
            scene.accept(desk, 3, 1, 3);
            Desk::done(desk.backUp(scene.path(QStringLiteral("backup"))));
            scene.accept(desk, 3, 4, 5);
            const auto line = std::make_shared<StorePeer>(hub, SyncScene::policy(), PeerRole::Centre, scene.clock());
            QVERIFY(rests(*engineOf(scene, desk, line)));
            former = SyncScene::log(desk, desk.origin());
        }
        const Store desk = restored(scene);
        const Id formerOrigin = former.constFirst().header.key.origin;
        {
            const auto line = std::make_shared<StorePeer>(hub, SyncScene::policy(), PeerRole::Centre, scene.clock());
            const auto engine = engineOf(scene, desk, line);
            QTRY_COMPARE_WITH_TIMEOUT(SyncScene::held(desk, formerOrigin), former.constLast().header.key.seq, 20'000);
        }
        const Store other = scene.hub(QStringLiteral("other"));
        const auto line = std::make_shared<StorePeer>(other, SyncScene::policy(), PeerRole::Centre, scene.clock());
        const auto engine = engineOf(scene, desk, line);
        QTRY_COMPARE_WITH_TIMEOUT(SyncScene::held(other, formerOrigin), former.constLast().header.key.seq, 20'000);
        QVERIFY(rests(*engine));
        QCOMPARE(SyncScene::held(other, desk.origin()), SyncScene::held(desk, desk.origin()));
        for (const journal::Entry &entry : SyncScene::log(other, formerOrigin)) {
            QCOMPARE(entry.headerBytes, former[static_cast<qsizetype>(entry.header.key.seq) - 1].headerBytes);
        }
    }

    // The machine that was taken for dead is switched on again: each goes on under its own log, and each gets what the other one wrote.
    void aMachineTakenForDeadGoesOnBesideIt()
    {
        SyncScene scene;
        const Store hub = scene.hub();
        const Store old = scene.desk(3);
        scene.accept(old, 3, 1, 3);
        Desk::done(old.backUp(scene.path(QStringLiteral("backup"))));
        scene.accept(old, 3, 4, 2);
        const auto oldLine = std::make_shared<StorePeer>(hub, SyncScene::policy(), PeerRole::Centre, scene.clock());
        const auto oldEngine = engineOf(scene, old, oldLine);
        QVERIFY(rests(*oldEngine));
        const Store desk = restored(scene);
        const auto line = std::make_shared<StorePeer>(hub, SyncScene::policy(), PeerRole::Centre, scene.clock());
        const auto engine = engineOf(scene, desk, line);
        QTRY_COMPARE_WITH_TIMEOUT(SyncScene::held(desk, old.origin()), SyncScene::held(old, old.origin()), 20'000);
        scene.accept(old, 3, 20, 2);
        scene.accept(desk, 3, 30, 2);
        QTRY_COMPARE_WITH_TIMEOUT(SyncScene::held(hub, old.origin()), SyncScene::held(old, old.origin()), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(SyncScene::held(hub, desk.origin()), SyncScene::held(desk, desk.origin()), 20'000);
        engine->wake();
        oldEngine->wake();
        QTRY_VERIFY_WITH_TIMEOUT(SyncScene::areAlike(old, desk), 20'000);
        QVERIFY(rests(*engine)); // what is alike need not have been heard of yet
        QVERIFY(rests(*oldEngine));
    }
};

QTEST_GUILESS_MAIN(tst_SyncEngineRestored)
#include "tst_SyncEngineRestored.moc"

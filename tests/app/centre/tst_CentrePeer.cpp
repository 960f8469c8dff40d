// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/CentrePeer.h"
#include "app/sync/SyncEngine.h"
#include "tests/app/centre/PostgresBench.h"
#include "tests/app/sync/SyncScene.h"

#include <QTest>

using namespace motcua;
using namespace motcua::centre;
using storage::Desk;
using storage::Store;
using sync::SyncEngine;
using sync::SyncScene;
using sync::SyncState;

/** Desks of one centre that know of each other only what lies on PostgreSQL. */
class tst_CentrePeer : public QObject
{
    Q_OBJECT

private:
    DatabaseAccess founded(bool training = false)
    {
        DatabaseAccess access = m_server.database(QStringLiteral("d%1").arg(++m_databases));
        access.key = Desk::key('p');
        const auto house = CentreJournal::establish(access, Id::v7(m_databases, QByteArray(10, 'h')), training, true);
        if (!house) {
            qFatal("%s", qPrintable(house.error().detail));
        }
        access.house = *house;
        return access;
    }
    static std::unique_ptr<SyncEngine> engineOf(const SyncScene &scene, const Store &desk, const DatabaseAccess &access)
    {
        auto engine = std::make_unique<SyncEngine>(desk, SyncScene::policy(), std::make_shared<CentrePeer>(desk, access.clone()),
            sync::SyncOptions{.gatherMs = 1, .restMs = 3'600'000, .firstWaitMs = 20, .longestWaitMs = 100, .now = scene.clock(), .chance = [] { return 0.5; }});
        engine->begin();
        return engine;
    }
    static bool rests(const SyncEngine &engine)
    {
        return QTest::qWaitFor([&] {
            const SyncState &state = engine.state();
            return state.phase == SyncState::Phase::Resting && state.waiting == 0 && state.coming == 0 && state.files == 0 && !state.filesDue;
        }, 30'000) && !engine.state().failure;
    }
    /** Until both engines have what the other one gave. */
    static bool areAlike(SyncEngine &one, const Store &first, SyncEngine &other, const Store &second)
    {
        for (int i = 0; i < 20; ++i) {
            if (!rests(one) || !rests(other)) {
                return false;
            }
            if (SyncScene::areAlike(first, second)) {
                return true;
            }
            one.wake();
            other.wake();
            (void)QTest::qWaitFor([&] { return one.state().phase == SyncState::Phase::Exchanging || other.state().phase == SyncState::Phase::Exchanging; }, 200);
        }
        return SyncScene::areAlike(first, second);
    }

    test::PostgresBench m_server;
    int m_databases = 0;

private Q_SLOTS:
    void initTestCase()
    {
        if (test::PostgresBench::programs().isEmpty()) {
            QSKIP("There is no PostgreSQL here: ./dev setup installs it.");
        }
        QVERIFY2(m_server.start(), qPrintable(m_server.output()));
    }

    void desksOfACentreHaveTheSame_data()
    {
        QTest::addColumn<int>("notes");
        QTest::newRow("a little") << 5;
        QTest::newRow("many stretches") << 1'800;
    }
    void desksOfACentreHaveTheSame()
    {
        QFETCH(int, notes);
        const DatabaseAccess access = founded();
        SyncScene scene;
        const Store one = scene.desk(3);
        const Store two = scene.desk(4);
        scene.accept(one, 3, 1, 3);
        scene.note(one, 3, 1, notes, 3);
        scene.accept(two, 4, 100, 3);
        const QByteArray scan = SyncScene::scan(700'000);
        const QString reference = scene.addPaper(one, 3, 1, scan);
        const auto first = engineOf(scene, one, access);
        const auto second = engineOf(scene, two, access);
        QVERIFY(areAlike(*first, one, *second, two));
        QVERIFY(rests(*second));
        QTRY_VERIFY_WITH_TIMEOUT(two.attachments().exists(*storage::AttachmentReference::fromString(reference)), 20'000);
        QCOMPARE(*two.attachments().read(reference), scan);
        // One that joins later has all of it, from the centre alone.
        const Store three = scene.desk(5);
        const auto third = engineOf(scene, three, access);
        QVERIFY(areAlike(*third, three, *first, one));
        QCOMPARE(SyncScene::log(three, two.origin()), SyncScene::log(two, two.origin()));
        QCOMPARE(Desk::done(three.digest()), Desk::done(one.digest()));
    }

    void anOutageIsWaitedFor()
    {
        const DatabaseAccess access = founded();
        SyncScene scene;
        const Store one = scene.desk(3);
        const Store two = scene.desk(4);
        const auto first = engineOf(scene, one, access);
        const auto second = engineOf(scene, two, access);
        QVERIFY(rests(*first) && rests(*second));
        m_server.kill();
        scene.accept(one, 3, 1, 3);
        scene.accept(two, 4, 100, 3);
        QTRY_VERIFY_WITH_TIMEOUT(first->state().failure.has_value(), 20'000);
        QCOMPARE(errorName(first->state().failure->code), QStringLiteral("DatabaseUnreachable"));
        QCOMPARE(first->state().fault(), Fault::Network);
        QVERIFY(first->state().waiting > 0);
        QVERIFY2(m_server.start(), qPrintable(m_server.output()));
        QVERIFY(areAlike(*first, one, *second, two));
    }

    // Two machines with one disk: the second is shown what the first signed, and writes nothing more.
    void aCopyOfADiskIsFoundOut()
    {
        const DatabaseAccess access = founded();
        SyncScene scene;
        QString copy;
        Id origin;
        {
            const Store desk = scene.desk(3);
            scene.accept(desk, 3, 1, 2);
            origin = desk.origin();
            desk.close();
            copy = scene.path(QStringLiteral("copy"));
            for (const char *part : {"", "-wal"}) {
                (void)QFile::copy(scene.path(QStringLiteral("desk3")) + QLatin1StringView(part), copy + QLatin1StringView(part));
            }
        }
        Desk number(3, 'd');
        storage::StoreOptions options = number.options();
        options.now = scene.clock();
        const Store one = *Store::open(scene.path(QStringLiteral("desk3")), Desk::key(), options);
        const Store two = *Store::open(copy, Desk::key(), options);
        scene.accept(one, 3, 10, 2);
        {
            const auto first = engineOf(scene, one, access);
            QVERIFY(rests(*first));
        }
        scene.accept(two, 3, 20, 3);
        const auto second = engineOf(scene, two, access);
        QTRY_COMPARE_WITH_TIMEOUT(second->state().phase, SyncState::Phase::Stopped, 20'000);
        QCOMPARE(errorName(second->state().failure->code), QStringLiteral("OriginForked"));
        QCOMPARE(errorName(Desk::refused(two.record(number.accepting(30)))), QStringLiteral("OriginForked"));
        QCOMPARE(CentreJournal(access.clone()).vector()->highest(origin), SyncScene::held(one, origin));
        // The first is shown what the second signed: nobody can say which of the two is the copy.
        const auto again = engineOf(scene, one, access);
        QTRY_COMPARE_WITH_TIMEOUT(again->state().phase, SyncState::Phase::Stopped, 20'000);
        QCOMPARE(errorName(again->state().failure->code), QStringLiteral("OriginForked"));
    }

    void whatIsPurgedIsPurgedThere()
    {
        const DatabaseAccess access = founded();
        SyncScene scene;
        const Store one = scene.desk(3);
        const Store two = scene.desk(4);
        scene.accept(one, 3, 1, 1);
        const auto first = engineOf(scene, one, access);
        auto second = engineOf(scene, two, access);
        QVERIFY(areAlike(*first, one, *second, two));
        second.reset(); // it is apart, and knows nothing of what follows
        (void)Desk::done(two.record(Desk(4, 'e').about(Desk::dossier(1), AddNote{QStringLiteral("bí mật của quầy bốn")})));
        for (const DossierStatus to : {DossierStatus::Processing, DossierStatus::Processed, DossierStatus::HandedOver}) {
            (void)Desk::done(one.record(Desk(3, 'd').stepping(1, to)));
        }
        (void)Desk::done(one.record(Desk(3, 'd').about(Desk::dossier(1), PurgePayloads{QStringLiteral("hết hạn lưu giữ")})));
        QVERIFY(rests(*first));
        const auto database = *Postgres::open(access);
        const auto payloads = [&](const Store &store) {
            return database->run("SELECT count(payload) FROM motcua.entry e JOIN motcua.origin o ON o.no = e.origin WHERE o.origin = $1", {store.origin()})->integer(0, 0);
        };
        const auto kept = [](const Store &at, const Store &whose) {
            const QList<journal::Entry> log = SyncScene::log(at, whose.origin());
            return std::count_if(log.cbegin(), log.cend(), [](const journal::Entry &entry) { return entry.payload.has_value(); });
        };
        QCOMPARE(payloads(one), kept(one, one));
        // The other one hears of it, and whatever it brings is erased neither less nor more than in the stores.
        second = engineOf(scene, two, access);
        QVERIFY(areAlike(*first, one, *second, two));
        QCOMPARE(payloads(one), kept(one, one));
        QCOMPARE(payloads(two), kept(one, two));
        QCOMPARE(kept(two, one), kept(one, one));
    }

    void whatIsNotOfThisCentreIsRefused()
    {
        SyncScene scene;
        const Store desk = scene.desk(3);
        scene.accept(desk, 3, 1, 1);
        DatabaseAccess practice = founded(true);
        const auto engine = engineOf(scene, desk, practice);
        QTRY_VERIFY_WITH_TIMEOUT(engine->state().failure.has_value(), 20'000);
        QCOMPARE(errorName(engine->state().failure->code), QStringLiteral("OriginForeign"));
        QVERIFY(CentreJournal(practice.clone()).vector()->isEmpty());
        DatabaseAccess gateway = m_server.database(QStringLiteral("gateway"));
        gateway.key = Desk::key('p');
        gateway.house = *CentreJournal::establish(gateway, Id::v7(900, QByteArray(10, 'h')), false);
        const auto wrong = engineOf(scene, desk, gateway);
        QTRY_VERIFY_WITH_TIMEOUT(wrong->state().failure.has_value(), 20'000);
        QCOMPARE(errorName(wrong->state().failure->code), QStringLiteral("DatabaseForeign"));
    }
};

QTEST_GUILESS_MAIN(tst_CentrePeer)
#include "tst_CentrePeer.moc"

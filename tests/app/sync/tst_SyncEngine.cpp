// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/SyncQueries.h"
#include "app/sync/SyncEngine.h"

#include "tests/app/sync/SyncScene.h"

#include <QSemaphore>

using namespace motcua;
using namespace motcua::sync;
using journal::PeerRole;
using storage::Desk;
using storage::Store;
using Phase = SyncState::Phase;

class tst_SyncEngine : public QObject
{
    Q_OBJECT

private:
    static SyncOptions quick(const SyncScene &scene)
    {
        return {.gatherMs = 1, .restMs = 3'600'000, .firstWaitMs = 1, .longestWaitMs = 4, .now = scene.clock(), .chance = [] { return 0.5; }};
    }

    /** Desk and hub, a line between them, and the engine of the desk. */
    struct Pair
    {
        explicit Pair(SyncScene &scene, PeerRole role = PeerRole::Centre, int number = 3)
            : Pair(scene, scene.desk(number), scene.hub(QStringLiteral("hub%1").arg(number)), role)
        {
        }
        Pair(SyncScene &scene, const Store &near, const Store &far, PeerRole role = PeerRole::Centre)
            : desk(near)
            , hub(far)
            , line(std::make_shared<StorePeer>(hub, SyncScene::policy(), role, scene.clock()))
            , engine(desk, SyncScene::policy(), line, quick(scene))
        {
        }
        Store desk;
        Store hub;
        std::shared_ptr<StorePeer> line;
        SyncEngine engine;
    };

    static bool comesTo(const SyncEngine &engine, Phase phase)
    {
        return QTest::qWaitFor([&] { return engine.state().phase == phase; }, 20'000);
    }
    /** At rest with everything of its own delivered. */
    static bool delivers(const SyncEngine &engine)
    {
        return QTest::qWaitFor([&] { return engine.state().phase == Phase::Resting && engine.state().waiting == 0 && !engine.state().failure; }, 20'000);
    }

private Q_SLOTS:
    void deliversWhatIsThereAndWhatComes()
    {
        SyncScene scene;
        Pair pair(scene);
        scene.accept(pair.desk, 3, 1, 3);
        QCOMPARE(pair.engine.state().phase, Phase::Off);
        pair.engine.begin();
        QVERIFY(delivers(pair.engine));
        QVERIFY(SyncScene::areAlike(pair.desk, pair.hub));
        QTRY_VERIFY(pair.engine.state().deliveredMs > 0);
        // By itself, as soon as something is recorded.
        scene.accept(pair.desk, 3, 10, 1);
        QTRY_VERIFY(SyncScene::areAlike(pair.desk, pair.hub));
        QVERIFY(delivers(pair.engine));
        // What the peer has is remembered for whoever looks while there is no line.
        QTRY_COMPARE(Desk::done(pair.desk.ask(storage::PeerVector{QStringLiteral("centre")})).highest(pair.desk.origin()),
            SyncScene::held(pair.desk, pair.desk.origin()));
        // What the hub got is what the desk folded.
        QCOMPARE(Desk::done(pair.hub.ask(storage::VerifyJournal{})).missing, 0U);
    }

    void aWishDuringAnExchangeThatFailsIsNotForgotten()
    {
        SyncScene scene;
        Pair pair(scene);
        scene.accept(pair.desk, 3, 1, 1);
        pair.line->fail({LineFault::Kind::NeverArrives, 0, 1});
        SyncOptions patient = quick(scene);
        patient.firstWaitMs = patient.longestWaitMs = 3'600'000;
        SyncEngine engine(pair.desk, SyncScene::policy(), pair.line, patient);
        // As when the line comes back while the answer of before is still awaited.
        connect(&engine, &SyncEngine::changed, &engine, [&engine, &pair] {
            if (engine.state().phase == Phase::Exchanging && pair.line->greeted == 0) {
                engine.wake();
            }
        });
        engine.begin();
        QVERIFY(delivers(engine));
        QVERIFY(SyncScene::areAlike(pair.desk, pair.hub));
        QCOMPARE(pair.line->greeted.load(), 2);
    }

    void manyEntriesGoInBatchesTwoAtATime()
    {
        SyncScene scene;
        Pair pair(scene);
        scene.accept(pair.desk, 3, 1, 20);
        scene.note(pair.desk, 3, 1, 2'600, 20);
        pair.engine.begin();
        QVERIFY(delivers(pair.engine));
        QVERIFY(SyncScene::areAlike(pair.desk, pair.hub));
        QCOMPARE(pair.line->given.load(), 6);
    }

    void twoAreOnTheirWayAndNeverMore()
    {
        SyncScene scene;
        Pair pair(scene);
        scene.accept(pair.desk, 3, 1, 20);
        scene.note(pair.desk, 3, 1, 2'600, 20);
        // The first one is not answered before the second came, and a third would be there by then.
        QSemaphore second;
        pair.line->beforeGiven = [&](int number) {
            if (number == 0) {
                second.acquire();
            } else if (number == 1) {
                second.release();
            }
        };
        pair.engine.begin();
        QVERIFY(delivers(pair.engine));
        QCOMPARE(pair.line->mostOnTheWay.load(), 2);
        QVERIFY(SyncScene::areAlike(pair.desk, pair.hub));
    }

    void answersMayOvertakeEachOther()
    {
        SyncScene scene;
        Pair pair(scene);
        scene.accept(pair.desk, 3, 1, 20);
        scene.note(pair.desk, 3, 1, 2'600, 20);
        // Of each two batches the second is taken, and answered, before the first.
        QSemaphore later[3];
        pair.line->beforeGiven = [&](int number) {
            if (number % 2 == 0) {
                later[number / 2].acquire();
            }
        };
        pair.line->afterGiven = [&](int number) {
            if (number % 2 == 1) {
                later[number / 2].release();
            }
        };
        pair.engine.begin();
        QVERIFY(delivers(pair.engine));
        QCOMPARE(pair.line->given.load(), 6);
        QVERIFY(SyncScene::areAlike(pair.desk, pair.hub));
    }

    void takesWhatTheOtherSideHas()
    {
        SyncScene scene;
        const Store hub = scene.hub();
        Pair one(scene, scene.desk(3), hub);
        Pair two(scene, scene.desk(4), hub);
        scene.accept(one.desk, 3, 1, 20);
        scene.note(one.desk, 3, 1, 1'200, 20);
        scene.accept(two.desk, 4, 20, 2);
        one.engine.begin();
        QVERIFY(delivers(one.engine));
        two.engine.begin();
        QVERIFY(delivers(two.engine));
        one.engine.wake();
        QTRY_VERIFY(SyncScene::areAlike(one.desk, two.desk));
        QVERIFY(SyncScene::areAlike(one.desk, hub));
    }

    // Whatever happens to any one question, in the end both are alike, and nothing is there twice.
    void aFaultAnywhereCostsNothing_data()
    {
        QTest::addColumn<LineFault::Kind>("kind");
        QTest::addColumn<int>("times");
        QTest::newRow("never arrives") << LineFault::Kind::NeverArrives << 1;
        QTest::newRow("never arrives, five times") << LineFault::Kind::NeverArrives << 5;
        QTest::newRow("the reply is lost") << LineFault::Kind::ReplyLost << 1;
        QTest::newRow("the reply is lost, three times") << LineFault::Kind::ReplyLost << 3;
        QTest::newRow("arrives twice") << LineFault::Kind::Twice << 1;
        QTest::newRow("cut off") << LineFault::Kind::CutOff << 2;
        QTest::newRow("changed on its way") << LineFault::Kind::Changed << 2;
        QTest::newRow("answered with nonsense") << LineFault::Kind::Nonsense << 2;
    }

    void aFaultAnywhereCostsNothing()
    {
        QFETCH(LineFault::Kind, kind);
        QFETCH(int, times);
        // Both have something: two desks that share a hub, the second of which is at work here.
        for (int at = 0; at < 40; ++at) {
            SyncScene scene;
            const Store hub = scene.hub();
            Pair other(scene, scene.desk(4), hub);
            scene.accept(other.desk, 4, 50, 2);
            other.engine.begin();
            QVERIFY(delivers(other.engine));
            Pair pair(scene, scene.desk(3), hub);
            scene.accept(pair.desk, 3, 1, 20);
            scene.note(pair.desk, 3, 1, 1'020, 20);
            pair.line->fail({kind, at, times});
            pair.engine.begin();
            QVERIFY2(delivers(pair.engine), qPrintable(QStringLiteral("at %1").arg(at)));
            QTRY_VERIFY2(SyncScene::areAlike(pair.desk, hub), qPrintable(QStringLiteral("at %1").arg(at)));
            const auto verified = Desk::done(hub.ask(storage::VerifyJournal{}));
            QVERIFY(!verified.firstBreak);
            QCOMPARE(verified.missing, 0U);
            if (pair.line->questions <= at) {
                return; // the fault lies beyond the last question
            }
        }
        QFAIL("the conversation never ends");
    }

    void anOutageIsAStateAndItsEndIsNoticed()
    {
        SyncScene scene;
        Pair pair(scene);
        scene.accept(pair.desk, 3, 1, 2);
        pair.line->isDown = true;
        pair.engine.begin();
        QVERIFY(QTest::qWaitFor([&] { return pair.engine.state().failures >= 4; }));
        QCOMPARE(pair.engine.state().deliveredMs, 0);
        QVERIFY(pair.engine.state().failure);
        // What is recorded meanwhile counts as waiting.
        scene.accept(pair.desk, 3, 10, 3);
        const quint64 own = SyncScene::held(pair.desk, pair.desk.origin());
        QTRY_COMPARE(pair.engine.state().waiting, own);
        pair.line->isDown = false;
        QVERIFY(delivers(pair.engine));
        QCOMPARE(pair.engine.state().failures, 0);
        QVERIFY(SyncScene::areAlike(pair.desk, pair.hub));
    }

    void startsWithoutALineFromWhatWasKnown()
    {
        SyncScene scene;
        const Store desk = scene.desk(3);
        const Store hub = scene.hub();
        scene.accept(desk, 3, 1, 2);
        {
            Pair before(scene, desk, hub);
            before.engine.begin();
            QVERIFY(delivers(before.engine));
            QTRY_VERIFY(!Desk::done(desk.ask(storage::PeerVector{QStringLiteral("centre")})).isEmpty());
        }
        const quint64 delivered = SyncScene::held(hub, desk.origin());
        scene.accept(desk, 3, 10, 3);
        Pair pair(scene, desk, hub);
        pair.line->isDown = true;
        pair.engine.begin();
        QTRY_COMPARE(pair.engine.state().waiting, SyncScene::held(desk, desk.origin()) - delivered);
        QVERIFY(QTest::qWaitFor([&] { return pair.engine.state().failures >= 2; }));
        QCOMPARE(Desk::done(desk.ask(storage::PeerVector{QStringLiteral("centre")})).highest(desk.origin()), delivered);
    }

    void isWokenOutOfItsWait()
    {
        SyncScene scene;
        const Store desk = scene.desk(3);
        const Store hub = scene.hub();
        const auto line = std::make_shared<StorePeer>(hub, SyncScene::policy(), PeerRole::Centre, scene.clock());
        SyncOptions options = quick(scene);
        options.firstWaitMs = options.longestWaitMs = 3'600'000;
        SyncEngine engine(desk, SyncScene::policy(), line, options);
        line->isDown = true;
        engine.begin();
        QVERIFY(comesTo(engine, Phase::Waiting));
        QCOMPARE(engine.state().nextTryMs, scene.clock()() + 3'600'000);
        line->isDown = false;
        engine.wake();
        QVERIFY(delivers(engine));
        QCOMPARE(engine.state().nextTryMs, 0);
    }

    void waitsAtLeastAsLongAsItIsAsked_data()
    {
        QTest::addColumn<std::optional<int>>("asked");
        QTest::addColumn<int>("waitMs");
        QTest::newRow("not asked") << std::optional<int>() << 1'000;
        QTest::newRow("longer than the longest of its own") << std::optional(90'000) << 90'000;
        QTest::newRow("shorter than it would wait") << std::optional(10) << 1'000;
    }

    void waitsAtLeastAsLongAsItIsAsked()
    {
        QFETCH(std::optional<int>, asked);
        QFETCH(int, waitMs);
        SyncScene scene;
        const Store desk = scene.desk(3);
        const Store hub = scene.hub();
        const auto line = std::make_shared<StorePeer>(hub, SyncScene::policy(), PeerRole::Centre, scene.clock());
        SyncOptions options = quick(scene);
        options.firstWaitMs = options.longestWaitMs = 1'000;
        SyncEngine engine(desk, SyncScene::policy(), line, options);
        line->isDown = true;
        line->broken = {{ErrorCode::ServerBusy, QStringLiteral("503")}, Fault::Data, asked};
        engine.begin();
        QVERIFY(comesTo(engine, Phase::Waiting));
        QCOMPARE(engine.state().nextTryMs - scene.clock()(), waitMs);
        QCOMPARE(engine.state().failure->code, ErrorCode::ServerBusy);
        QCOMPARE(engine.state().fault(), Fault::Data); // its word goes before what the code says
        line->isDown = false;
        engine.wake(); // a person may
        QVERIFY(delivers(engine));
        QVERIFY(!engine.state().faultSaid);
    }

    void whatIsRecordedDuringAFailureCounts()
    {
        SyncScene scene;
        const Store desk = scene.desk(3);
        const Store hub = scene.hub();
        const auto line = std::make_shared<StorePeer>(hub, SyncScene::policy(), PeerRole::Centre, scene.clock());
        SyncOptions options = quick(scene);
        options.firstWaitMs = options.longestWaitMs = 3'600'000;
        SyncEngine engine(desk, SyncScene::policy(), line, options);
        line->isDown = true;
        line->meanwhile = [&] { scene.accept(desk, 3, 1, 1); };
        engine.begin();
        QVERIFY(comesTo(engine, Phase::Waiting));
        QTRY_COMPARE(engine.state().waiting, SyncScene::held(desk, desk.origin()));
        QCOMPARE(engine.state().phase, Phase::Waiting);
    }

    void restsWhileItIsPaused()
    {
        SyncScene scene;
        Pair pair(scene);
        scene.accept(pair.desk, 3, 1, 1);
        pair.engine.setPaused(true);
        pair.engine.begin();
        QCOMPARE(pair.engine.state().phase, Phase::Paused);
        pair.engine.wake();
        scene.accept(pair.desk, 3, 5, 1);
        QTRY_COMPARE(pair.engine.state().waiting, SyncScene::held(pair.desk, pair.desk.origin()));
        QCOMPARE(pair.engine.state().phase, Phase::Paused);
        QCOMPARE(pair.line->questions.load(), 0);
        pair.engine.setPaused(false);
        QVERIFY(delivers(pair.engine));
    }

    void whoLostDataGetsThemAgain()
    {
        SyncScene scene;
        const Store desk = scene.desk(3);
        scene.accept(desk, 3, 1, 2);
        {
            Pair pair(scene, desk, scene.hub(QStringLiteral("first")));
            pair.engine.begin();
            QVERIFY(delivers(pair.engine));
        }
        // The same name, another disk: what was remembered of it is not believed over what it says.
        Pair pair(scene, desk, scene.hub(QStringLiteral("second")));
        pair.engine.begin();
        QVERIFY(delivers(pair.engine));
        QVERIFY(SyncScene::areAlike(pair.desk, pair.hub));
    }

    void ofTwoCopiesOfADiskBothStop()
    {
        SyncScene scene;
        const Store hub = scene.hub();
        QString copy;
        {
            const Store first = scene.desk(3);
            scene.accept(first, 3, 1, 1);
            first.close();
            copy = scene.path(QStringLiteral("copy"));
            QVERIFY(QFile::copy(first.path(), copy));
        }
        Desk desk(3, 'd');
        const Result<Store> original = Store::open(scene.path(QStringLiteral("desk3")), Desk::key(), desk.options());
        const Result<Store> copied = Store::open(copy, Desk::key(), desk.options());
        QVERIFY(original && copied);
        scene.accept(*original, 3, 10, 2);
        scene.accept(*copied, 3, 20, 1);
        Pair one(scene, *original, hub);
        one.engine.begin();
        QVERIFY(delivers(one.engine));
        const QList<journal::Entry> taken = SyncScene::log(*original, original->origin());
        Pair two(scene, *copied, hub);
        two.engine.begin();
        QVERIFY(comesTo(two.engine, Phase::Stopped));
        QCOMPARE(two.engine.state().failure->code, ErrorCode::OriginForked);
        QCOMPARE(Desk::refused(copied->record(desk.accepting(30))), ErrorCode::OriginForked);
        // It stays so: neither a key nor a new line begins it again.
        two.engine.wake();
        two.engine.setPaused(false);
        QCOMPARE(two.engine.state().phase, Phase::Stopped);
        // Nothing of the copy's stands in the hub; and the other machine hears of it the next time it asks, or gives.
        QCOMPARE(SyncScene::log(hub, original->origin()), taken);
        scene.accept(*original, 3, 40, 1);
        QVERIFY(comesTo(one.engine, Phase::Stopped));
        QCOMPARE(one.engine.state().failure->code, ErrorCode::OriginForked);
        QCOMPARE(Desk::refused(original->record(desk.accepting(50))), ErrorCode::OriginForked);
    }

    void whoeverWasCopiedHearsOfItInAGreeting()
    {
        SyncScene scene;
        const Store hub = scene.hub();
        const Store other = scene.desk(4);
        scene.desk(3).close();
        const QString copy = scene.path(QStringLiteral("copy"));
        QVERIFY(QFile::copy(scene.path(QStringLiteral("desk3")), copy));
        Desk desk(3, 'd');
        const Result<Store> original = Store::open(scene.path(QStringLiteral("desk3")), Desk::key(), desk.options());
        const Result<Store> copied = Store::open(copy, Desk::key(), desk.options());
        QVERIFY(original && copied);
        scene.accept(*original, 3, 10, 1);
        scene.accept(*copied, 3, 20, 1);
        for (const Store &store : {*original, *copied}) {
            const auto run = Desk::done(store.ask(storage::OutgoingRun{.origin = store.origin()}));
            Desk::done(hub.ingest(*run));
        }
        for (const Store &store : {*original, *copied}) {
            Pair pair(scene, store, hub);
            pair.engine.begin();
            QVERIFY(comesTo(pair.engine, Phase::Stopped));
        }
        Pair pair(scene, other, hub); // nobody else has anything to do with it
        pair.engine.begin();
        QVERIFY(delivers(pair.engine));
    }

    void aPeerThatLiesChangesNothing_data()
    {
        QTest::addColumn<QString>("lie");
        QTest::newRow("has more of us than there is") << QStringLiteral("absurd");
        QTest::newRow("training") << QStringLiteral("training");
        QTest::newRow("is us") << QStringLiteral("itself");
        QTest::newRow("a forged proof of a copy") << QStringLiteral("forged");
    }

    void aPeerThatLiesChangesNothing()
    {
        QFETCH(QString, lie);
        SyncScene scene;
        Pair pair(scene);
        scene.accept(pair.desk, 3, 1, 2);
        const QByteArray before = Desk::done(pair.desk.digest());
        pair.line->amend = [&](Greeting &said) {
            if (lie == u"absurd") {
                said.has.set(pair.desk.origin(), quint64{1} << 39);
            } else if (lie == u"training") {
                said.training = true;
            } else if (lie == u"itself") {
                said.origin = pair.desk.origin();
            } else {
                const security::SigningKey key = security::SigningKey::generate();
                journal::LogHead head{{pair.desk.origin(), 99}, QByteArray(32, 'x'), key.publicKey(), {}};
                head.signature = key.sign(journal::LogHead::signedBytes(head.last, head.hash));
                said.yours = head;
            }
        };
        pair.engine.begin();
        if (lie == u"forged") {
            QVERIFY(delivers(pair.engine)); // no proof, so nothing to care about
        } else {
            QVERIFY(QTest::qWaitFor([&] { return pair.engine.state().failures >= 2; }));
            QCOMPARE(pair.line->given.load(), 0);
        }
        if (lie != u"forged") {
            QCOMPARE(Desk::done(pair.desk.digest()), before);
        }
        // The desk goes on working.
        scene.accept(pair.desk, 3, 10, 1);
    }

    void tellsHowFarTheClocksAreApart()
    {
        SyncScene scene;
        Pair pair(scene);
        pair.line->amend = [](Greeting &said) { said.nowMs += 7 * 60'000; };
        pair.engine.begin();
        QVERIFY(delivers(pair.engine));
        QCOMPARE(pair.engine.state().clockOffMs, 7 * 60'000);
    }
};

QTEST_GUILESS_MAIN(tst_SyncEngine)
#include "tst_SyncEngine.moc"

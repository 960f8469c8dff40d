// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/SyncQueries.h"
#include "app/sync/Batch.h"
#include "app/sync/SyncEngine.h"
#include "models/journal/Kind.h"
#include "tests/app/sync/SyncScene.h"

using namespace motcua;
using namespace motcua::sync;
using journal::PeerRole;
using journal::Run;
using storage::Desk;
using storage::Store;
using Phase = SyncState::Phase;

/** Other owners' logs through the engine, and what one of them goes wrong with while the others go on. */
class tst_SyncEngineRelay : public QObject
{
    Q_OBJECT

private:
    /** A store, somebody it speaks to, and a line between them. */
    struct Pair
    {
        Pair(SyncScene &scene, const Store &near, const Store &far, SyncOptions options = {}, PeerRole role = PeerRole::Centre)
            : desk(near)
            , hub(far)
            , line(std::make_shared<StorePeer>(hub, SyncScene::policy(), role, scene.clock()))
            , engine(desk, SyncScene::policy(), line, quick(scene, std::move(options)))
        {
        }

        static SyncOptions quick(const SyncScene &scene, SyncOptions options)
        {
            options.gatherMs = 1;
            options.firstWaitMs = 1;
            options.longestWaitMs = 4;
            options.now = scene.clock();
            options.chance = [] { return 0.5; };
            return options;
        }

        Store desk;
        Store hub;
        std::shared_ptr<StorePeer> line;
        SyncEngine engine;
    };

    static bool rests(const SyncEngine &engine)
    {
        return QTest::qWaitFor([&] { return engine.state().phase == Phase::Resting; }, 20'000);
    }

    /** The whole log of `from` comes to `to` as its owner signed it once, at its end. */
    static void import(const Store &from, const Store &to)
    {
        const QList<journal::Entry> log = SyncScene::log(from, from.origin());
        Desk::done(to.ingest(log));
        const quint64 last = log.constLast().header.key.seq;
        Desk::done(to.ingest(*Desk::done(from.ask(storage::OutgoingRun{.origin = from.origin(), .first = last, .last = last}))));
    }

    /** A desk with 1,300 entries and more, signed once. */
    static Store longLog(SyncScene &scene)
    {
        const Store desk = scene.desk(3);
        scene.accept(desk, 3, 1, 20);
        scene.note(desk, 3, 1, 1'300, 20);
        return desk;
    }

private Q_SLOTS:
    void aLongLogIsPassedOnBackwards_data()
    {
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("given") << false;
        QTest::newRow("taken") << true;
    }
    void aLongLogIsPassedOnBackwards()
    {
        QFETCH(bool, isTaken);
        SyncScene scene;
        const Store owner = longLog(scene);
        const Store relay = scene.desk(4);
        import(owner, relay);
        const Store far = scene.hub();
        Pair pair(scene, isTaken ? far : relay, isTaken ? relay : far);
        pair.engine.begin();
        QVERIFY(rests(pair.engine));
        QVERIFY(!pair.engine.state().failure);
        QCOMPARE(SyncScene::log(far, owner.origin()), SyncScene::log(owner, owner.origin()));
        QCOMPARE(Desk::done(far.ask(storage::VerifyJournal{})).missing, 0U);
    }

    // A desk of another unit holds only headers of some entries: given those, a portal that lost the log would never ask for the rest.
    void whatIsNotWholeIsNotPassedOnToThePortal_data()
    {
        QTest::addColumn<bool>("isPurged");
        QTest::addColumn<PeerRole>("role");
        QTest::addColumn<bool>("isGiven");
        QTest::newRow("headers only") << false << PeerRole::Portal << false;
        QTest::newRow("purged by its owner") << true << PeerRole::Portal << true;
        QTest::newRow("to the centre, which is one house") << false << PeerRole::Centre << true;
    }
    void whatIsNotWholeIsNotPassedOnToThePortal()
    {
        QFETCH(bool, isPurged);
        QFETCH(PeerRole, role);
        QFETCH(bool, isGiven);
        SyncScene scene;
        const Store owner = scene.desk(3);
        scene.accept(owner, 3, 1, 3);
        if (isPurged) {
            Desk writer(3, 'd');
            writer.clock = std::make_shared<std::atomic<qint64>>(scene.clock()());
            for (const DossierStatus to : {DossierStatus::Processing, DossierStatus::Processed, DossierStatus::HandedOver}) {
                (void)Desk::done(owner.record(writer.stepping(2, to)));
            }
            (void)Desk::done(owner.record(writer.about(Desk::dossier(2), PurgePayloads{QStringLiteral("hết hạn lưu")})));
        }
        const Store relay = scene.desk(4);
        QList<journal::Entry> entries = SyncScene::log(owner, owner.origin());
        qsizetype lacking = 0;
        for (journal::Entry &entry : entries) {
            if (entry.header.subject == Desk::dossier(2) && entry.header.kind != QByteArray(journal::kind::PayloadPurged)) {
                entry.payload.reset();
                ++lacking;
            }
        }
        QVERIFY(lacking > 0);
        Desk::done(relay.ingest(entries));
        const quint64 end = entries.constLast().header.key.seq;
        auto run = *Desk::done(owner.ask(storage::OutgoingRun{.origin = owner.origin(), .first = end, .last = end}));
        Desk::done(relay.ingest(run));
        const Store hub = scene.hub();
        {
            Pair pair(scene, relay, hub, {}, role);
            pair.engine.begin();
            QVERIFY(rests(pair.engine));
            QCOMPARE(SyncScene::held(hub, owner.origin()), isGiven ? end : 0);
            QCOMPARE(SyncScene::held(hub, relay.origin()), SyncScene::held(relay, relay.origin()));
        }
        if (!isGiven) {
            Pair pair(scene, owner, hub, {}, role);
            pair.engine.begin();
            QVERIFY(rests(pair.engine));
            QCOMPARE(SyncScene::held(hub, owner.origin()), end);
            const QList<journal::Entry> whole = SyncScene::log(owner, owner.origin());
            const QList<journal::Entry> there = SyncScene::log(hub, owner.origin());
            for (qsizetype i = 0; i < whole.size(); ++i) {
                const bool isShared = SyncScene::policy().share(whole.at(i).header.kind, role) == journal::Share::Full;
                QVERIFY2(there.at(i).payload.has_value() == isShared, qPrintable(QString::number(i)));
            }
        }
    }

    // Wherever it breaks off, it goes on from there: nothing is sent twice but what was on its way.
    void aRelayThatBreaksOffGoesOn_data()
    {
        QTest::addColumn<bool>("isTaken");
        QTest::addColumn<int>("at");
        for (int at = 0; at < 5; ++at) {
            QTest::addRow("given, question %d", at) << false << at;
            QTest::addRow("taken, question %d", at) << true << at;
        }
    }
    void aRelayThatBreaksOffGoesOn()
    {
        QFETCH(bool, isTaken);
        QFETCH(int, at);
        SyncScene scene;
        const Store owner = longLog(scene);
        const Store relay = scene.desk(4);
        import(owner, relay);
        const Store far = scene.hub();
        Pair pair(scene, isTaken ? far : relay, isTaken ? relay : far);
        pair.line->fail({LineFault::Kind::NeverArrives, at, 1});
        pair.engine.begin();
        QVERIFY(rests(pair.engine));
        QCOMPARE(SyncScene::log(far, owner.origin()), SyncScene::log(owner, owner.origin()));
        QVERIFY(pair.line->questions <= 10);
    }

    void oneEntryThatIsNotTakenKeepsBackNone()
    {
        SyncScene scene;
        const Store desk = longLog(scene);
        Pair pair(scene, desk, scene.hub());
        pair.line->amendReceipt = [&](Receipt &said) { said.refused.append({{desk.origin(), 5}, {ErrorCode::PayloadMismatch, {}}}); };
        pair.engine.begin();
        QVERIFY(rests(pair.engine));
        QCOMPARE(pair.engine.state().failure->code, ErrorCode::PayloadMismatch);
        QCOMPARE(pair.engine.state().fault(), Fault::Data);
        QVERIFY(SyncScene::areAlike(desk, pair.hub));
        // Once it is taken there is nothing to tell any more.
        pair.line->amendReceipt = {};
        scene.accept(desk, 3, 100, 1);
        QTRY_VERIFY(pair.engine.state().waiting == 0 && !pair.engine.state().failure);
    }

    void oneLogThatIsNotTakenKeepsBackNone_data()
    {
        QTest::addColumn<ErrorCode>("code");
        for (const ErrorCode code : {ErrorCode::SignatureWrong, ErrorCode::EntryMalformed, ErrorCode::PayloadMismatch, ErrorCode::ChainBroken,
                 ErrorCode::OriginForeign, ErrorCode::FileKindUnknown, ErrorCode::FileNewer, ErrorCode::FileTruncated, ErrorCode::FileTooLarge}) {
            QTest::addRow("%s", qPrintable(errorName(code))) << code;
        }
    }
    void oneLogThatIsNotTakenKeepsBackNone()
    {
        QFETCH(ErrorCode, code);
        SyncScene scene;
        const Store owner = scene.desk(3);
        scene.accept(owner, 3, 1, 3);
        const Store desk = scene.desk(4);
        import(owner, desk);
        scene.accept(desk, 4, 20, 3);
        Pair pair(scene, desk, scene.hub());
        pair.line->refuse = [&](const QByteArray &batch) -> std::optional<Error> {
            const Result<Run> run = runIn(batch);
            return run && run->origin() == owner.origin() ? std::optional(Error{code, {}}) : std::nullopt;
        };
        pair.engine.begin();
        QVERIFY(rests(pair.engine));
        QCOMPARE(pair.engine.state().failure->code, code);
        QCOMPARE(pair.engine.state().waiting, 0U);
        QCOMPARE(pair.engine.state().failures, 0);
        QCOMPARE(SyncScene::log(pair.hub, desk.origin()), SyncScene::log(desk, desk.origin()));
        QCOMPARE(SyncScene::held(pair.hub, owner.origin()), 0U);
        pair.line->refuse = {};
        QTRY_VERIFY(SyncScene::areAlike(desk, pair.hub)); // it is tried again by itself, soon
        QTRY_VERIFY(!pair.engine.state().failure);
    }

    void aBatchThatIsTooMuchForTheLineIsHalved_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("takes too long") << ErrorCode::NetTimedOut;
        QTest::newRow("is cut off") << ErrorCode::NetCut;
        QTest::newRow("more than somebody on the way lets through") << ErrorCode::FileTooLarge;
    }
    void aBatchThatIsTooMuchForTheLineIsHalved()
    {
        QFETCH(ErrorCode, code);
        SyncScene scene;
        const Store desk = longLog(scene);
        Pair pair(scene, desk, scene.hub());
        std::atomic<qsizetype> most = 0;
        pair.line->refuse = [&](const QByteArray &batch) -> std::optional<Error> {
            const qsizetype entries = runIn(batch)->entries.size();
            if (entries > 200) {
                return Error{code, {}};
            }
            most = qMax(most.load(), entries);
            return std::nullopt;
        };
        pair.engine.begin();
        QTRY_VERIFY_WITH_TIMEOUT(SyncScene::areAlike(desk, pair.hub), 20'000);
        QVERIFY(most > 20); // no smaller than it has to be
    }

    void whoGivesSomethingElseIsNotAskedForEver_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("another log") << QStringLiteral("another");
        QTest::newRow("a stretch before it") << QStringLiteral("before");
        QTest::newRow("the end over and over") << QStringLiteral("end");
    }
    void whoGivesSomethingElseIsNotAskedForEver()
    {
        QFETCH(QString, what);
        SyncScene scene;
        const Store owner = longLog(scene);
        const Store hub = scene.hub();
        const Store other = scene.desk(5);
        import(owner, hub);
        import(other, hub);
        const Store desk = scene.desk(4);
        Pair pair(scene, desk, hub);
        pair.line->amendWanted = [&](Wanted wanted) {
            if (wanted.origin != owner.origin()) {
                return wanted;
            }
            if (what == u"another") {
                return Wanted{other.origin(), 1, 5, {}};
            }
            return what == u"before" ? Wanted{owner.origin(), 1, wanted.last, 3} : Wanted{owner.origin(), 1, wanted.last, {}};
        };
        pair.engine.begin();
        QVERIFY(rests(pair.engine));
        QCOMPARE(SyncScene::held(desk, owner.origin()), 0U);
        QCOMPARE(pair.engine.state().failure.has_value(), what != u"end"); // what was not asked for is told; what is held already is no fault
        QCOMPARE(SyncScene::log(desk, other.origin()), SyncScene::log(other, other.origin()));
        QVERIFY(pair.line->taken <= 8);
        QCOMPARE(Desk::done(desk.ask(storage::VerifyJournal{})).firstBreak.has_value(), false);
    }

    void asksAgainByItselfAfterARest()
    {
        SyncScene scene;
        const Store hub = scene.hub();
        const Store other = scene.desk(4);
        Pair pair(scene, scene.desk(3), hub, {.restMs = 20});
        pair.engine.begin();
        QVERIFY(rests(pair.engine));
        import(other, hub);
        QTRY_VERIFY(SyncScene::areAlike(pair.desk, hub)); // nobody woke it, and it had nothing to tell
    }

    void aWakeDuringAConversationIsNotForgotten()
    {
        SyncScene scene;
        const Store desk = scene.desk(3);
        scene.accept(desk, 3, 1, 1);
        Pair pair(scene, desk, scene.hub(), {.restMs = 3'600'000});
        pair.engine.begin();
        QCOMPARE(pair.engine.state().phase, Phase::Exchanging);
        pair.engine.wake();
        QTRY_COMPARE(pair.line->greeted.load(), 2);
        QVERIFY(rests(pair.engine));
        QCOMPARE(pair.line->greeted.load(), 2);
    }

    void aPauseLetsGoOfWhatIsOnItsWay()
    {
        SyncScene scene;
        const Store desk = longLog(scene);
        Pair pair(scene, desk, scene.hub(), {.restMs = 3'600'000});
        QSemaphore isUnderWay;
        QSemaphore mayGoOn;
        pair.line->beforeGiven = [&](int) {
            isUnderWay.release();
            mayGoOn.acquire();
        };
        pair.engine.begin();
        QTRY_VERIFY(isUnderWay.available() > 0);
        QCOMPARE(pair.line->cancelled.load(), 0);
        pair.engine.setPaused(true);
        QCOMPARE(pair.line->cancelled.load(), 1);
        mayGoOn.release(100);
        QCOMPARE(pair.engine.state().phase, Phase::Paused);
        pair.engine.setPaused(false);
        QTRY_VERIFY_WITH_TIMEOUT(SyncScene::areAlike(desk, pair.hub), 20'000);
    }
};

QTEST_GUILESS_MAIN(tst_SyncEngineRelay)
#include "tst_SyncEngineRelay.moc"

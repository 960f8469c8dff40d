// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/AttachmentCourier.h"

#include "app/storage/JournalQueries.h"
#include "app/storage/SyncQueries.h"
#include "app/sync/SyncEngine.h"
#include "tests/app/sync/SyncScene.h"

#include <QSemaphore>
#include <QTest>

using namespace motcua;
using namespace motcua::sync;
using journal::PeerRole;
using storage::AttachmentReference;
using storage::Desk;
using storage::Store;
using Phase = SyncState::Phase;

/** The files that entries name, between two stores, over a line that can be told to fail. */
class tst_AttachmentCourier : public QObject
{
    Q_OBJECT

private:
    struct Pair
    {
        Pair(SyncScene &scene, const Store &near, const Store &far, PeerRole role = PeerRole::Portal)
            : desk(near)
            , hub(far)
            , line(std::make_shared<StorePeer>(hub, SyncScene::policy(), role, scene.clock()))
            , engine(desk, SyncScene::policy(), line,
                  {.gatherMs = 1, .restMs = 3'600'000, .firstWaitMs = 1, .longestWaitMs = 4, .now = scene.clock(), .chance = [] { return 0.5; }})
        {
        }
        Store desk;
        Store hub;
        std::shared_ptr<StorePeer> line;
        SyncEngine engine;
    };

    /** Everything is delivered, files as well. */
    static bool delivers(const SyncEngine &engine)
    {
        return QTest::qWaitFor(
            [&] {
                const SyncState &state = engine.state();
                return state.phase == Phase::Resting && state.waiting == 0 && state.files == 0 && !state.failure && state.deliveredMs > 0;
            },
            20'000);
    }
    static bool has(const Store &store, const QString &reference, const QByteArray &scan)
    {
        const auto read = store.attachments().read(reference);
        return read && *read == scan;
    }

private Q_SLOTS:
    void filesFollowTheirEntries()
    {
        SyncScene scene;
        const Store desk = scene.desk(3);
        scene.accept(desk, 3, 1, 3);
        Pair pair(scene, desk, scene.hub());
        QStringList references;
        for (const int size : {0, 10, 300'000, 900'000}) {
            references.append(scene.addPaper(desk, 3, 1 + size % 3, SyncScene::scan(size)));
        }
        pair.engine.begin();
        QVERIFY(delivers(pair.engine));
        QCOMPARE(pair.line->chunks.load(), 1 + 1 + 2 + 4);
        QVERIFY(has(pair.hub, references[0], SyncScene::scan(0)));
        QVERIFY(has(pair.hub, references[1], SyncScene::scan(10)));
        QVERIFY(has(pair.hub, references[2], SyncScene::scan(300'000)));
        QVERIFY(has(pair.hub, references[3], SyncScene::scan(900'000)));
        // Nothing is asked of what is there: one that is added costs one question, and its chunk.
        const int questions = pair.line->questions;
        scene.addPaper(desk, 3, 1, SyncScene::scan(20));
        QTRY_COMPARE(pair.line->chunks.load(), 9);
        QVERIFY(delivers(pair.engine));
        QCOMPARE(pair.line->questions.load(), questions + 3); // a batch, what is held, a chunk
    }

    void aFileThatIsThereIsNotSentAgain()
    {
        SyncScene scene;
        const Store desk = scene.desk(3);
        scene.accept(desk, 3, 1, 2);
        const QByteArray scan = SyncScene::scan(400'000);
        const QString reference = scene.addPaper(desk, 3, 1, scan);
        Desk names(3, 'd');
        (void)Desk::done(desk.record(names.about(Desk::dossier(2), AddPaper{QStringLiteral("p"), reference}))); // re-used for another dossier
        Pair pair(scene, desk, scene.hub());
        pair.engine.begin();
        QVERIFY(delivers(pair.engine));
        QCOMPARE(pair.line->chunks.load(), 2);
        // Another program of the store begins from where this one stood.
        Pair again(scene, desk, pair.hub);
        again.engine.begin();
        QVERIFY(delivers(again.engine));
        QCOMPARE(again.line->questions.load(), 1);
    }

    void onlyWhatThePeerIsGivenHasFiles()
    {
        SyncScene scene;
        const Store desk = scene.desk(3);
        scene.accept(desk, 3, 1, 1);
        const auto slip = desk.attachments().keep("%PDF");
        Desk writer(3, 'd');
        (void)Desk::done(desk.record(writer.about(Desk::dossier(1),
            IssueSlip{.slip = QStringLiteral("01"), .sheet = Desk::dossier(99), .attachment = slip->toString()})));
        Pair pair(scene, desk, scene.hub());
        pair.engine.begin();
        QVERIFY(delivers(pair.engine));
        QCOMPARE(pair.line->chunks.load(), 0);
        QVERIFY(!pair.hub.attachments().exists(*slip));
    }

    void filesOfWhatComesAreTaken()
    {
        SyncScene scene;
        const Store other = scene.desk(4);
        const Store hub = scene.hub();
        scene.accept(other, 4, 1, 1);
        const QByteArray scan = SyncScene::scan(600'000);
        const QString reference = scene.addPaper(other, 4, 1, scan);
        Pair there(scene, other, hub, PeerRole::Centre);
        there.engine.begin();
        QVERIFY(delivers(there.engine));
        Pair pair(scene, scene.desk(3), hub, PeerRole::Centre);
        pair.engine.begin();
        QTRY_VERIFY(has(pair.desk, reference, scan));
        QVERIFY(delivers(pair.engine));
        QCOMPARE(pair.line->chunks.load(), 3);
    }

    void whatIsNotThereYetIsLookedForAgain()
    {
        SyncScene scene;
        const Store other = scene.desk(4);
        const Store hub = scene.hub();
        scene.accept(other, 4, 1, 1);
        const QByteArray scan = SyncScene::scan(30'000);
        const QString reference = scene.addPaper(other, 4, 1, scan);
        const QString second = scene.addPaper(other, 4, 1, SyncScene::scan(100));
        Desk::done(hub.ingest(SyncScene::log(other, other.origin())));
        const quint64 end = SyncScene::held(other, other.origin());
        Desk::done(hub.ingest(*Desk::done(other.ask(storage::OutgoingRun{.origin = other.origin(), .first = end}))));
        // The second file came to the hub, the first has not.
        QVERIFY(QDir().mkpath(hub.attachments().folder()));
        const QByteArray name = AttachmentReference::fromString(second)->name;
        QVERIFY(QFile::copy(other.attachments().pathOf(name), hub.attachments().pathOf(name)));
        Pair pair(scene, scene.desk(3), hub, PeerRole::Centre);
        pair.engine.begin();
        QTRY_VERIFY(has(pair.desk, second, SyncScene::scan(100)));
        QVERIFY(delivers(pair.engine));
        QVERIFY(!has(pair.desk, reference, scan));
        const QByteArray late = AttachmentReference::fromString(reference)->name;
        QVERIFY(QFile::copy(other.attachments().pathOf(late), hub.attachments().pathOf(late)));
        pair.engine.wake();
        QTRY_VERIFY(has(pair.desk, reference, scan));
    }

    /** The whole log of `from` comes to `to`, as its owner signed it at its end, with those of its files. */
    static void bring(const Store &from, const Store &to, const QStringList &files)
    {
        Desk::done(to.ingest(SyncScene::log(from, from.origin())));
        const quint64 end = SyncScene::held(from, from.origin());
        Desk::done(to.ingest(*Desk::done(from.ask(storage::OutgoingRun{.origin = from.origin(), .first = end}))));
        for (const QString &file : files) {
            const QByteArray name = AttachmentReference::fromString(file)->name;
            if (!QDir().mkpath(to.attachments().folder()) || !QFile::copy(from.attachments().pathOf(name), to.attachments().pathOf(name))) {
                qFatal("a file");
            }
        }
    }

    void filesOfALogThatIsPassedOnFollowIt_data()
    {
        QTest::addColumn<bool>("hubHasTheLog");
        QTest::addColumn<bool>("isFromADisk");
        QTest::addColumn<bool>("follow");
        QTest::newRow("nobody else has anything") << false << false << true;
        QTest::newRow("the peer has the entries of it") << true << false << false; // its owner is there, and may be bringing them
        QTest::newRow("the peer has the entries, and the owner is gone") << true << true << true;
        QTest::newRow("nobody else has anything, and the owner is gone") << false << true << true;
    }
    void filesOfALogThatIsPassedOnFollowIt()
    {
        QFETCH(bool, hubHasTheLog);
        QFETCH(bool, isFromADisk);
        QFETCH(bool, follow);
        SyncScene scene;
        const Store owner = scene.desk(4);
        scene.accept(owner, 4, 1, 1);
        const QString paper = scene.addPaper(owner, 4, 1, SyncScene::scan(300'000));
        const QString lost = scene.addPaper(owner, 4, 1, SyncScene::scan(50));
        const QString last = scene.addPaper(owner, 4, 1, SyncScene::scan(100));
        const Store desk = scene.desk(3);
        bring(owner, desk, {paper, last});
        const Store hub = scene.hub();
        if (hubHasTheLog) {
            bring(owner, hub, {});
        }
        if (isFromADisk) {
            QVERIFY(AttachmentCourier::willPassOn(desk, QStringLiteral("portal"), {owner.origin(), desk.origin()}));
        }
        auto first = std::make_unique<Pair>(scene, desk, hub);
        Pair &pair = *first;
        pair.engine.begin();
        QVERIFY(delivers(pair.engine)); // what is not here keeps nobody from being all delivered
        QCOMPARE(has(hub, paper, SyncScene::scan(300'000)), follow);
        QCOMPARE(has(hub, last, SyncScene::scan(100)), follow);
        QCOMPARE(pair.line->chunksGiven.load(), follow ? 3 : 0);
        QVERIFY(!hub.attachments().exists(*AttachmentReference::fromString(lost)));
        // Nobody is asked about it while it is not here, nor about those behind it once more.
        const int questions = pair.line->questions;
        scene.accept(desk, 3, 50, 1);
        QTRY_COMPARE(pair.engine.state().waiting, 0U);
        QVERIFY(delivers(pair.engine));
        QCOMPARE(pair.line->chunksGiven.load(), follow ? 3 : 0);
        QVERIFY2(pair.line->questions <= questions + 1 + (hubHasTheLog ? 3 : 0), qPrintable(QString::number(pair.line->questions - questions))); // a batch; and what the hub offers of files is asked for again
        const QByteArray name = AttachmentReference::fromString(lost)->name;
        QVERIFY(QFile::copy(owner.attachments().pathOf(name), desk.attachments().pathOf(name)));
        first.reset();
        Pair again(scene, desk, hub); // at the next start it is looked for
        again.engine.begin();
        QVERIFY(delivers(again.engine));
        QCOMPARE(has(hub, lost, SyncScene::scan(50)), follow);
        QCOMPARE(Desk::done(desk.ask(storage::PeerVector{QStringLiteral("portal.files.passed-on")})).isEmpty(), true); // and then no more
    }

    // The entries were passed on, then the program ended, whether it heard of it or not: whoever runs next brings the files.
    void whatIsPassedOnIsNotForgotten_data()
    {
        QTest::addColumn<LineFault>("fault");
        QTest::newRow("it heard") << LineFault{};
        for (int at = 1; at <= 3; ++at) { // whichever batch is the one of the other's log
            QTest::addRow("the reply to question %d is lost", at) << LineFault{LineFault::Kind::ReplyLost, at, 1};
        }
    }
    void whatIsPassedOnIsNotForgotten()
    {
        QFETCH(LineFault, fault);
        SyncScene scene;
        const Store owner = scene.desk(4);
        scene.accept(owner, 4, 1, 1);
        const QString paper = scene.addPaper(owner, 4, 1, SyncScene::scan(300'000));
        const Store desk = scene.desk(3);
        bring(owner, desk, {paper});
        const Store hub = scene.hub();
        {
            Pair pair(scene, desk, hub);
            pair.line->fail(fault);
            pair.line->afterGiven = [&](int) {
                if (SyncScene::held(hub, owner.origin()) == SyncScene::held(owner, owner.origin())) {
                    pair.line->isDown = true;
                }
            };
            pair.engine.begin();
            QTRY_COMPARE(SyncScene::held(hub, owner.origin()), SyncScene::held(owner, owner.origin()));
            QTRY_VERIFY(pair.engine.state().failure);
        }
        QVERIFY(!has(hub, paper, SyncScene::scan(300'000)));
        Pair again(scene, desk, hub);
        again.engine.begin();
        QVERIFY(delivers(again.engine));
        QVERIFY(has(hub, paper, SyncScene::scan(300'000)));
    }

    // Also when a run reads what was noted before while this is being noted, and another log is noted with it.
    void whatWasNotedIsInTheStore_data()
    {
        QTest::addColumn<int>("runs");
        for (int runs = 0; runs <= 3; ++runs) {
            QTest::addRow("%d runs asked for before", runs) << runs;
        }
    }
    void whatWasNotedIsInTheStore()
    {
        QFETCH(int, runs);
        SyncScene scene;
        const Store desk = scene.desk(3);
        StorePeer peer(scene.hub(), SyncScene::policy(), PeerRole::Portal, scene.clock());
        Exchange exchange(desk, SyncScene::policy(), PeerRole::Portal, {}, scene.clock());
        AttachmentCourier courier(desk, exchange, peer);
        for (int n = 1; n <= 8; ++n) {
            const Id first = Desk::dossier(n);
            const Id second = Desk::dossier(100 + n);
            for (int run = 0; run < runs; ++run) {
                courier.stop();
                courier.run({}, {});
            }
            const QFuture<Result<>> one = courier.passesOn(first, 7);
            const QFuture<Result<>> other = courier.passesOn(second, 9);
            const QFuture<Result<>> next = courier.passesOn(first, 8); // the batch after it: the files of the one before are to follow as well
            QTRY_VERIFY(one.isFinished() && other.isFinished() && next.isFinished());
            QVERIFY(one.result() && other.result() && next.result());
            const journal::VersionVector kept = Desk::done(desk.ask(storage::PeerVector{peer.name() + QStringLiteral(".files.passed-on")}));
            QCOMPARE(kept.highest(first), 7U);
            QCOMPARE(kept.highest(second), 9U);
        }
        courier.stop();
    }

    // Wherever it is cut off, at most one chunk goes twice.
    void aCutCostsOneChunk_data()
    {
        QTest::addColumn<LineFault::Kind>("kind");
        QTest::addColumn<int>("most");
        QTest::newRow("never arrives") << LineFault::Kind::NeverArrives << 5;
        QTest::newRow("the reply is lost") << LineFault::Kind::ReplyLost << 5;
        QTest::newRow("arrives twice") << LineFault::Kind::Twice << 4;
    }
    void aCutCostsOneChunk()
    {
        QFETCH(LineFault::Kind, kind);
        QFETCH(int, most);
        for (int at = 0; at < 20; ++at) {
            SyncScene scene;
            const Store desk = scene.desk(3);
            scene.accept(desk, 3, 1, 1);
            const QByteArray scan = SyncScene::scan(900'000);
            const QString reference = scene.addPaper(desk, 3, 1, scan);
            Pair pair(scene, desk, scene.hub());
            pair.line->fail({kind, at, 1});
            pair.engine.begin();
            QVERIFY2(delivers(pair.engine), qPrintable(QStringLiteral("at %1").arg(at)));
            QVERIFY2(has(pair.hub, reference, scan), qPrintable(QStringLiteral("at %1").arg(at)));
            QVERIFY2(pair.line->chunks <= most, qPrintable(QStringLiteral("at %1: %2").arg(at).arg(pair.line->chunks)));
            if (pair.line->questions <= at) {
                QVERIFY(at >= 7);
                return;
            }
        }
        QFAIL("never ends");
    }

    void aFileThatIsLostHereKeepsBackNoOther()
    {
        SyncScene scene;
        const Store desk = scene.desk(3);
        scene.accept(desk, 3, 1, 1);
        const QString lost = scene.addPaper(desk, 3, 1, SyncScene::scan(10));
        const QString damaged = scene.addPaper(desk, 3, 1, SyncScene::scan(300'000));
        const QString whole = scene.addPaper(desk, 3, 1, SyncScene::scan(30));
        const QString lostPath = desk.attachments().pathOf(AttachmentReference::fromString(lost)->name);
        QVERIFY(QFile::rename(lostPath, lostPath + u'~'));
        QFile file(desk.attachments().pathOf(AttachmentReference::fromString(damaged)->name));
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(100));
        const QByteArray four = file.peek(4);
        QVERIFY(file.write("xxxx") == 4 && file.flush());
        Pair pair(scene, desk, scene.hub());
        pair.engine.begin();
        QTRY_VERIFY(pair.engine.state().phase == Phase::Resting && !pair.engine.state().filesDue);
        QVERIFY(has(pair.hub, whole, SyncScene::scan(30)));
        QCOMPARE(pair.engine.state().deliveredMs, 0); // not all of it
        QVERIFY(!pair.hub.attachments().read(damaged));
        QVERIFY(!pair.hub.attachments().exists(*AttachmentReference::fromString(lost)));
        // They come back with a repair, and go then.
        QVERIFY(QFile::rename(lostPath + u'~', lostPath));
        pair.engine.wake();
        QTRY_VERIFY(has(pair.hub, lost, SyncScene::scan(10)));
        QTRY_VERIFY(pair.engine.state().phase == Phase::Resting && !pair.engine.state().filesDue);
        QCOMPARE(pair.engine.state().deliveredMs, 0);
        QVERIFY(file.seek(100) && file.write(four) == 4 && file.flush());
        pair.engine.wake();
        QVERIFY(delivers(pair.engine));
        QVERIFY(has(pair.hub, damaged, SyncScene::scan(300'000)));
    }

    void whatIsDamagedOnItsWayGoesAgain()
    {
        SyncScene scene;
        const Store desk = scene.desk(3);
        scene.accept(desk, 3, 1, 1);
        Pair pair(scene, desk, scene.hub());
        pair.engine.begin();
        QVERIFY(delivers(pair.engine));
        const qint64 before = pair.engine.state().deliveredMs;
        scene.pass(1'000);
        pair.line->fail({LineFault::Kind::Changed, 2, 1}); // behind the batch and what is held of the file
        const QString reference = scene.addPaper(desk, 3, 1, SyncScene::scan(100));
        QTRY_VERIFY(pair.line->chunks == 1 && pair.engine.state().phase == Phase::Resting && !pair.engine.state().filesDue);
        QVERIFY(!has(pair.hub, reference, SyncScene::scan(100)));
        QCOMPARE(pair.engine.state().deliveredMs, before);
        pair.engine.wake();
        QTRY_VERIFY(has(pair.hub, reference, SyncScene::scan(100)));
        QTRY_COMPARE(pair.engine.state().deliveredMs, scene.clock()());
    }

    void filesThatFailEachTimeAreAskedMoreAndMoreSeldom()
    {
        SyncScene scene;
        const Store desk = scene.desk(3);
        scene.accept(desk, 3, 1, 1);
        const auto line = std::make_shared<StorePeer>(scene.hub(), SyncScene::policy(), PeerRole::Portal, scene.clock());
        SyncEngine engine(desk, SyncScene::policy(), line,
            {.gatherMs = 1, .restMs = 3'600'000, .firstWaitMs = 100'000, .longestWaitMs = 10'000'000, .now = scene.clock(), .chance = [] { return 0.5; }});
        QList<qint64> waits;
        connect(&engine, &SyncEngine::changed, this, [&](const SyncState &state) {
            if (state.phase == Phase::Waiting && (waits.isEmpty() || waits.constLast() != state.nextTryMs - scene.clock()())) {
                waits.append(state.nextTryMs - scene.clock()());
            }
        });
        engine.begin();
        QVERIFY(delivers(engine));
        line->fail({LineFault::Kind::NeverArrives, 1, 1'000}); // behind the batch what is held of the file
        scene.addPaper(desk, 3, 1, SyncScene::scan(10));
        QTRY_VERIFY(engine.state().phase == Phase::Waiting);
        QCOMPARE(engine.state().waiting, quint64{0});
        for (int i = 0; i < 5; ++i) {
            line->fail({LineFault::Kind::NeverArrives, 1, 1'000}); // and behind the greeting
            engine.wake();
            QTRY_COMPARE(waits.size(), qsizetype{i + 2});
        }
        QCOMPARE(waits, QList<qint64>({100'000, 200'000, 400'000, 800'000, 1'600'000, 3'200'000}));
        line->fail({});
        engine.wake();
        QTRY_VERIFY(engine.state().phase == Phase::Resting && !engine.state().filesDue);
        QCOMPARE(line->chunks.load(), 1);
        QCOMPARE(engine.state().failures, 0);
    }

    void entriesDoNotWaitForFiles()
    {
        SyncScene scene;
        const Store desk = scene.desk(3);
        scene.accept(desk, 3, 1, 1);
        scene.addPaper(desk, 3, 1, SyncScene::scan(900'000));
        Pair pair(scene, desk, scene.hub());
        QSemaphore mayGoOn;
        std::atomic<bool> isHeld = true;
        pair.line->beforeChunk = [&] {
            if (isHeld) {
                mayGoOn.acquire();
            }
        };
        pair.engine.begin();
        QTRY_COMPARE(pair.engine.state().files, 1);
        QVERIFY(pair.engine.state().filesDue);
        QVERIFY(pair.engine.state().fileBytes > 900'000);
        QCOMPARE(pair.engine.state().deliveredMs, 0); // not all of it
        scene.accept(desk, 3, 10, 2);
        QTRY_COMPARE(SyncScene::held(pair.hub, desk.origin()), SyncScene::held(desk, desk.origin()));
        isHeld = false;
        mayGoOn.release(10);
        QVERIFY(delivers(pair.engine));
        QCOMPARE(pair.line->chunks.load(), 4);
    }
};

QTEST_GUILESS_MAIN(tst_AttachmentCourier)
#include "tst_AttachmentCourier.moc"

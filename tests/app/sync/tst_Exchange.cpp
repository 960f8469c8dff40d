// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/Exchange.h"

#include "app/storage/SyncQueries.h"
#include "app/sync/Batch.h"
#include "tests/app/sync/SyncScene.h"

#include <numeric>

using namespace motcua;
using namespace motcua::sync;
using journal::LogHead;
using journal::PeerRole;
using journal::Run;
using storage::Desk;
using storage::Store;

class tst_Exchange : public QObject
{
    Q_OBJECT

private:
    static Run runFrom(const Store &store, const storage::OutgoingRun &asked)
    {
        const auto run = Desk::done(store.ask(asked));
        return run ? *run : Run();
    }

    /** The same run as somebody signs it who has not the key of the log. */
    static Run signedBy(Run run, const security::SigningKey &key)
    {
        run.head.publicKey = key.publicKey();
        run.head.signature = key.sign(LogHead::signedBytes(run.head.last, run.head.hash));
        return run;
    }

private Q_SLOTS:
    void nothingIsTakenThatItsOwnerDidNotSign_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("a log signed by somebody else, from its beginning") << QStringLiteral("beginning") << ErrorCode::SignatureWrong;
        QTest::newRow("a log signed by somebody else, later") << QStringLiteral("later") << ErrorCode::SignatureWrong;
        QTest::newRow("the signature of another head") << QStringLiteral("head") << ErrorCode::SignatureWrong;
        QTest::newRow("no signature, and nothing after it") << QStringLiteral("unsigned") << ErrorCode::SignatureWrong;
        QTest::newRow("no signature, of a log nobody has heard of") << QStringLiteral("unknown") << ErrorCode::SignatureWrong;
        QTest::newRow("a gap within") << QStringLiteral("gap") << ErrorCode::EntryMalformed;
    }

    void nothingIsTakenThatItsOwnerDidNotSign()
    {
        QFETCH(QString, what);
        SyncScene scene;
        const Store desk = scene.desk(3);
        scene.accept(desk, 3, 1, 4);
        const Store hub = scene.hub();
        Run run = runFrom(desk, {.origin = desk.origin()});
        QVERIFY(run.entries.size() > 5);
        const security::SigningKey other = security::SigningKey::generate();
        if (what == u"beginning") {
            run = signedBy(run, other);
        } else if (what == u"later") {
            Desk::done(hub.ingest(runFrom(desk, {.origin = desk.origin(), .limit = 2})));
            run = signedBy(runFrom(desk, {.origin = desk.origin(), .first = 3}), other);
        } else if (what == u"head") {
            run.head.signature = runFrom(desk, {.origin = desk.origin(), .limit = 3}).head.signature;
        } else if (what == u"unsigned") {
            Desk::done(hub.ingest(runFrom(desk, {.origin = desk.origin(), .limit = 2})));
            run = runFrom(desk, {.origin = desk.origin(), .first = 3});
            run.head.signature.clear();
        } else if (what == u"unknown") {
            run.head.signature.clear();
        } else {
            run.entries.remove(2);
        }
        const QByteArray before = Desk::done(hub.digest());
        QTEST(Desk::refused(hub.ingest(run)), "code");
        QCOMPARE(Desk::done(hub.digest()), before);
        QVERIFY(SyncScene::held(hub, desk.origin()) <= 2);
    }

    void whoeverSignedFirstIsHeldToIt()
    {
        SyncScene scene;
        const Store desk = scene.desk(3);
        scene.accept(desk, 3, 1, 4);
        const Store hub = scene.hub();
        // The second stretch overtakes the first: its key is believed, and the beginning must name the same.
        Desk::done(hub.ingest(runFrom(desk, {.origin = desk.origin(), .first = 3})));
        QCOMPARE(SyncScene::held(hub, desk.origin()), 0U);
        Desk::done(hub.ingest(runFrom(desk, {.origin = desk.origin(), .last = 2})));
        QVERIFY(SyncScene::areAlike(desk, hub, {hub.origin()}));

        const Store robbed = scene.hub(QStringLiteral("robbed"));
        const Run stolen = signedBy(runFrom(desk, {.origin = desk.origin(), .first = 3}), security::SigningKey::generate());
        Desk::done(robbed.ingest(stolen));
        QCOMPARE(Desk::refused(robbed.ingest(runFrom(desk, {.origin = desk.origin(), .last = 2}))), ErrorCode::SignatureWrong);
    }

    void whoseEntriesAreAllRefusedIsNotHeldToBeTheOwner()
    {
        SyncScene scene;
        const Store desk = scene.desk(3);
        scene.accept(desk, 3, 1, 4);
        const Store practice = scene.desk(4, {.training = true});
        scene.accept(practice, 4, 1, 1);
        const Store hub = scene.hub();
        const Run run = runFrom(practice, {.origin = practice.origin(), .first = 2});
        const auto refused = Desk::done(hub.ingest(run));
        QCOMPARE(refused.refused.size(), run.entries.size());
        QVERIFY(!Desk::done(hub.ask(storage::SignedHead{practice.origin()})));
        const auto known = Desk::done(hub.ask(storage::Origins{}));
        QVERIFY(std::none_of(known.begin(), known.end(), [&](const auto &row) { return row.id == practice.origin(); }));
    }

    void whatIsHeldAboveAGapIsTold()
    {
        SyncScene scene;
        const Store desk = scene.desk(3);
        scene.accept(desk, 3, 1, 4);
        const Store hub = scene.hub();
        const auto heldAbove = [&](quint64 seq) { return Desk::done(hub.ask(storage::HeldAbove{desk.origin(), seq})); };
        QCOMPARE(heldAbove(0), std::nullopt);
        Desk::done(hub.ingest(runFrom(desk, {.origin = desk.origin(), .last = 2})));
        Desk::done(hub.ingest(runFrom(desk, {.origin = desk.origin(), .first = 5, .last = 6})));
        QCOMPARE(heldAbove(0), std::optional<quint64>(1));
        QCOMPARE(heldAbove(2), std::optional<quint64>(5));
        QCOMPARE(heldAbove(5), std::optional<quint64>(6));
        QCOMPARE(heldAbove(6), std::nullopt);
        QCOMPARE(heldAbove(quint64{1} << 62), std::nullopt);
    }

    void anotherOwnersLogIsRelayedAsFarAsTheySigned_data()
    {
        QTest::addColumn<QList<int>>("stretches");
        QTest::newRow("signed every few entries") << QList<int>{2, 3, 2};
        QTest::newRow("signed once, a stretch away") << QList<int>{499};
        QTest::newRow("signed once, more than a stretch away") << QList<int>{1300};
    }

    void anotherOwnersLogIsRelayedAsFarAsTheySigned()
    {
        QFETCH(QList<int>, stretches);
        SyncScene scene;
        const Store desk = scene.desk(3);
        scene.accept(desk, 3, 1, 20);
        scene.note(desk, 3, 1, std::accumulate(stretches.begin(), stretches.end(), 0), 20);
        const Store relay = scene.hub(QStringLiteral("relay"));
        quint64 first = 1;
        for (int stretch : stretches) {
            // As an import from a disk brings them: the entries first, their owner's word for the last of them at the end.
            const auto entries = Desk::done(desk.ask(storage::JournalRange{.origin = desk.origin(), .first = first, .limit = stretch}));
            Desk::done(relay.ingest(entries));
            const quint64 last = entries.constLast().header.key.seq;
            Desk::done(relay.ingest(runFrom(desk, {.origin = desk.origin(), .first = last, .last = last})));
            first = last + 1;
        }
        const quint64 signedTo = first - 1;
        // What came after, and what nobody signed for, stays here.
        Desk::done(relay.ingest(SyncScene::log(desk, desk.origin())));
        QVERIFY(SyncScene::held(relay, desk.origin()) > signedTo);

        const Store hub = scene.hub();
        std::optional<quint64> heldFrom;
        int batches = 0;
        for (quint64 held = 0; held < signedTo; held = SyncScene::held(hub, desk.origin()), ++batches) {
            const Run run = runFrom(relay, {.origin = desk.origin(), .first = held + 1, .heldFrom = heldFrom});
            QVERIFY(!run.entries.isEmpty());
            QVERIFY(run.entries.size() <= 500);
            QVERIFY(Desk::done(hub.ingest(run)).refused.isEmpty());
            heldFrom = run.first() > held + 1 ? std::optional(run.first()) : std::nullopt;
            QVERIFY(batches < 20);
        }
        QCOMPARE(SyncScene::held(hub, desk.origin()), signedTo);
        QVERIFY(runFrom(relay, {.origin = desk.origin(), .first = signedTo + 1}).entries.isEmpty());
    }

    void aBatchIsNeverTooBig()
    {
        SyncScene scene;
        const Store desk = scene.desk(3);
        scene.accept(desk, 3, 1, 20);
        scene.note(desk, 3, 1, 600, 20);
        const quint64 end = SyncScene::held(desk, desk.origin());
        quint64 next = 1;
        while (next <= end) {
            const Run run = runFrom(desk, {.origin = desk.origin(), .first = next, .bytes = 40'000});
            QCOMPARE(run.first(), next);
            qsizetype bytes = 0;
            for (const journal::Entry &entry : run.entries) {
                bytes += entry.headerBytes.size() + entry.payload->bytes.size();
            }
            QVERIFY2(bytes <= 40'000 || run.entries.size() == 1, qPrintable(QString::number(bytes)));
            next = run.last() + 1;
        }
    }

    void eachPeerIsGivenWhatTheTableSays()
    {
        SyncScene scene;
        const Store desk = scene.desk(3);
        scene.accept(desk, 3, 1, 1);
        scene.note(desk, 3, 1, 1);
        const auto kindsWithPayload = [&](PeerRole role) {
            Exchange exchange(desk, SyncScene::policy(), role);
            const auto made = Desk::done(exchange.made({desk.origin(), 1, 100, {}}));
            const Result<Run> run = runIn(made.batch);
            QSet<QByteArray> kinds;
            for (const journal::Entry &entry : run->entries) {
                if (entry.payload) {
                    kinds.insert(entry.header.kind);
                }
            }
            return kinds;
        };
        QCOMPARE(kindsWithPayload(PeerRole::Portal), (QSet<QByteArray>{"origin.started", "unit.configured", "dossier.accepted"}));
        QCOMPARE(kindsWithPayload(PeerRole::Centre),
            (QSet<QByteArray>{"origin.started", "unit.configured", "staff.admitted", "dossier.accepted", "dossier.noted"}));
    }

    void nobodyIsGivenWhatIsNotTheirs()
    {
        SyncScene scene;
        const Store desk = scene.desk(3);
        scene.accept(desk, 3, 1, 1);
        Exchange exchange(desk, SyncScene::policy(), PeerRole::Desk, [&](const Id &asker, const Id &) { return asker == Desk::idOf('m'); });
        QVERIFY(Desk::done(exchange.greeting(Desk::idOf('n'))).offers.isEmpty());
        QVERIFY(Desk::done(exchange.made({desk.origin(), 1, 100, {}}, Desk::idOf('n'))).batch.isEmpty());
        QVERIFY(!Desk::done(exchange.greeting(Desk::idOf('m'))).offers.isEmpty());
        QVERIFY(!Desk::done(exchange.made({desk.origin(), 1, 100, {}}, Desk::idOf('m'))).batch.isEmpty());
    }

    void goesOnOnlyWithWhoMakesSense_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<bool>("stops"); // nothing more is recorded
        QTest::newRow("an honest one") << QStringLiteral("honest") << ErrorCode::Cancelled << false;
        QTest::newRow("a later language") << QStringLiteral("protocol") << ErrorCode::PeerNewer << false;
        QTest::newRow("training") << QStringLiteral("training") << ErrorCode::OriginForeign << false;
        QTest::newRow("itself") << QStringLiteral("itself") << ErrorCode::PeerNonsense << false;
        QTest::newRow("more of our log than was written, without proof") << QStringLiteral("absurd") << ErrorCode::PeerNonsense << false;
        QTest::newRow("a proof somebody else signed") << QStringLiteral("forged") << ErrorCode::Cancelled << false;
        QTest::newRow("an entry our key signed that is another here") << QStringLiteral("other") << ErrorCode::OriginForked << true;
        QTest::newRow("an entry our key signed that is not here") << QStringLiteral("ahead") << ErrorCode::OriginForked << true;
    }

    void goesOnOnlyWithWhoMakesSense()
    {
        QFETCH(QString, what);
        QFETCH(bool, stops);
        SyncScene scene;
        const Store desk = scene.desk(3);
        scene.accept(desk, 3, 1, 2);
        const Store hub = scene.hub();
        Exchange hubs(hub, SyncScene::policy(), PeerRole::Desk);
        Greeting said = Desk::done(hubs.greeting(desk.origin()));
        const quint64 end = SyncScene::held(desk, desk.origin());
        const auto signedHere = [&](quint64 seq, const QByteArray &hash) {
            LogHead head{{desk.origin(), seq}, hash, {}, {}};
            head.publicKey = runFrom(desk, {.origin = desk.origin()}).head.publicKey;
            head.signature = Desk::done(desk.signature(LogHead::signedBytes(head.last, hash)));
            return head;
        };
        if (what == u"protocol") {
            said.protocol = 2;
        } else if (what == u"training") {
            said.training = true;
        } else if (what == u"itself") {
            said.origin = desk.origin();
        } else if (what == u"absurd") {
            said.has.set(desk.origin(), end + 1);
        } else if (what == u"forged") {
            said.yours = signedHere(end, QByteArray(32, 'x'));
            said.yours->signature = security::SigningKey::generate().sign("x");
        } else if (what == u"other") {
            said.yours = signedHere(end, QByteArray(32, 'x'));
        } else if (what == u"ahead") {
            said.yours = signedHere(end + 7, QByteArray(32, 'x'));
        } else {
            said.yours = signedHere(end, SyncScene::log(desk, desk.origin()).constLast().hash());
        }
        Exchange ours(desk, SyncScene::policy(), PeerRole::Portal);
        QTEST(Desk::refused(ours.judged(said)), "code");
        QCOMPARE(Desk::refused(desk.record(Desk(3, 'd').accepting(9))) == ErrorCode::OriginForked, stops);
    }
};

QTEST_GUILESS_MAIN(tst_Exchange)
#include "tst_Exchange.moc"

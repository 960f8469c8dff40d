// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/CentreJournal.h"
#include "app/storage/SyncQueries.h"
#include "tests/app/centre/PostgresBench.h"
#include "tests/app/sync/SyncScene.h"

#include <QTest>

#include <thread>

using namespace motcua;
using namespace motcua::centre;
using journal::Run;
using storage::Desk;
using storage::Store;
using sync::SyncScene;

/** What is kept on PostgreSQL comes back as it was signed, whatever became of whoever wrote it. */
class tst_CentreJournal : public QObject
{
    Q_OBJECT

private:
    /** A new database with a house of its own. */
    DatabaseAccess founded(bool training = false)
    {
        DatabaseAccess access = m_server.database(QStringLiteral("d%1").arg(++m_databases));
        access.key = Desk::key('p');
        const auto house = CentreJournal::establish(access, Id::v7(m_databases, QByteArray(10, 'h')), training);
        if (!house) {
            qFatal("%s", qPrintable(house.error().detail));
        }
        access.house = *house;
        return access;
    }
    static Run run(const Store &store, const Id &origin, quint64 first, quint64 last, std::optional<quint64> heldFrom = {})
    {
        const auto made = Desk::done(store.ask(storage::OutgoingRun{.origin = origin, .first = first, .last = last, .heldFrom = heldFrom}));
        if (!made) {
            qFatal("nothing to give");
        }
        return *made;
    }
    template <typename T>
    static QString told(const Result<T> &result)
    {
        return result ? QStringLiteral("done") : errorName(result.error().code) + u' ' + result.error().detail;
    }
    /** All of a log, fetched as a store that has nothing of it fetches it, and taken in there. */
    static void comesBack(CentreJournal &journal, const Store &into, const QList<journal::Entry> &written)
    {
        const Id origin = written.constFirst().header.key.origin;
        const quint64 last = written.constLast().header.key.seq;
        for (quint64 first = 1; first <= last;) {
            const auto heldFrom = Desk::done(into.ask(storage::HeldAbove{origin, first - 1}));
            const auto stretch = journal.stretch(origin, first, last, heldFrom);
            QVERIFY2(stretch && *stretch, qPrintable(told(stretch)));
            QVERIFY((*stretch)->checked());
            const auto taken = Desk::done(into.ingest(**stretch));
            QCOMPARE(taken.refused.size(), 0);
            QVERIFY(taken.stored > 0);
            first = SyncScene::held(into, origin) + 1;
        }
        QCOMPARE(SyncScene::log(into, origin), written);
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

    void aDatabaseIsOfOneHouse()
    {
        DatabaseAccess access = m_server.database(QStringLiteral("empty"));
        {
            const auto nothing = CentreJournal(access.clone()).standing();
            QVERIFY(!nothing && nothing.error().code == ErrorCode::DatabaseForeign);
        }
        const Id house = Id::v7(7, QByteArray(10, 'h'));
        QCOMPARE(*CentreJournal::establish(access, house, false), house);
        QCOMPARE(*CentreJournal::establish(access, Id::v7(8, QByteArray(10, 'i')), false), house); // it was first
        const auto practice = CentreJournal::establish(access, house, true);
        QVERIFY(!practice && practice.error().code == ErrorCode::DatabaseForeign);
        access.house = house;
        const auto ours = CentreJournal(access.clone()).standing();
        QVERIFY2(ours, qPrintable(told(ours)));
        QCOMPARE(ours->house.id, house);
        QVERIFY(!ours->house.training);
        QVERIFY(ours->holder.isEmpty());
        access.house = Id::v7(8, QByteArray(10, 'i'));
        const auto theirs = CentreJournal(access.clone()).standing();
        QVERIFY(!theirs && theirs.error().code == ErrorCode::DatabaseForeign);
        // A later program's is not touched.
        QVERIFY(m_server.run("INSERT INTO motcua.schema(version) VALUES (" + QByteArray::number(CentreJournal::Schema + 1) + ")", QStringLiteral("empty")));
        const auto later = CentreJournal::establish(access, house, false);
        QVERIFY(!later && later.error().code == ErrorCode::PeerNewer);
    }

    void severalEstablishAtOnce()
    {
        const DatabaseAccess access = m_server.database(QStringLiteral("several"));
        QList<QString> told(4);
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&, i] {
                const auto house = CentreJournal::establish(access, Id::v7(100 + i, QByteArray(10, 'h')), false);
                told[i] = house ? house->toString() : house.error().detail;
            });
        }
        for (std::thread &thread : threads) {
            thread.join();
        }
        QCOMPARE(QSet<QString>(told.cbegin(), told.cend()).size(), 1);
        QVERIFY(!Id::fromString(told.constFirst()).isNull());
    }

    void whatWasKeptComesBack_data()
    {
        QTest::addColumn<int>("notes");
        QTest::addColumn<int>("batch"); // entries that go at once, so that as many places are signed
        QTest::newRow("a few") << 3 << 500;
        QTest::newRow("several stretches, each signed") << 1'200 << 300;
        QTest::newRow("signed at its end alone, and so backwards") << 1'700 << 0;
    }
    void whatWasKeptComesBack()
    {
        QFETCH(int, notes);
        QFETCH(int, batch);
        SyncScene scene;
        const Store desk = scene.desk(3);
        scene.accept(desk, 3, 1, 4);
        scene.note(desk, 3, 1, notes, 4);
        const Id origin = desk.origin();
        const QList<journal::Entry> written = SyncScene::log(desk, origin);
        const auto last = static_cast<quint64>(written.size());
        CentreJournal journal(founded());
        const qint64 epoch = (*journal.hold())->epoch();
        if (batch > 0) {
            for (quint64 first = 1; first <= last; first += static_cast<quint64>(batch)) {
                const quint64 end = qMin(last, first + static_cast<quint64>(batch) - 1);
                const auto kept = journal.keep(run(desk, origin, first, end), epoch);
                QVERIFY2(kept, qPrintable(told(kept)));
                QCOMPARE(kept->contiguous, end);
            }
        } else {
            // As of another owner's log: the end first, which is signed, and then what the one after it names.
            const Store hub = scene.hub();
            QList<Run> runs;
            for (quint64 first = 1; first <= last;) {
                const Run one = run(desk, origin, first, last);
                runs.append(one);
                first = one.last() + 1;
            }
            for (qsizetype i = runs.size() - 1; i >= 0; --i) {
                if (i < runs.size() - 1) {
                    runs[i].head.signature.clear();
                }
                const auto kept = journal.keep(runs[i], epoch);
                QVERIFY2(kept, qPrintable(told(kept)));
                QCOMPARE(kept->contiguous, i == 0 ? last : 0);
            }
        }
        QCOMPARE(journal.vector()->highest(origin), last);
        comesBack(journal, scene.hub(QStringLiteral("other")), written);
    }

    void itIsKeptOnce()
    {
        SyncScene scene;
        const Store desk = scene.desk(3);
        scene.accept(desk, 3, 1, 5);
        CentreJournal journal(founded());
        const auto hold = *journal.hold();
        const auto last = static_cast<quint64>(SyncScene::log(desk, desk.origin()).size());
        const Run all = run(desk, desk.origin(), 1, last);
        const auto first = journal.keep(all, hold->epoch());
        QVERIFY2(first, qPrintable(told(first)));
        QCOMPARE(first->contiguous, last);
        QCOMPARE(first->stored, all.entries.size());
        for (const Run &again : {all, run(desk, desk.origin(), 3, last)}) {
            const auto second = journal.keep(again, hold->epoch());
            QVERIFY2(second, qPrintable(told(second)));
            QCOMPARE(second->contiguous, last);
            QCOMPARE(second->stored, 0);
        }
        comesBack(journal, scene.hub(), SyncScene::log(desk, desk.origin()));
    }

    // A header that came alone gets its payload when that comes; one that is there is not changed by another.
    void aPayloadThatWasMissingIsAdded()
    {
        SyncScene scene;
        const Store desk = scene.desk(3);
        scene.accept(desk, 3, 1, 5);
        CentreJournal journal(founded());
        const auto hold = *journal.hold();
        const auto last = static_cast<quint64>(SyncScene::log(desk, desk.origin()).size());
        const Run all = run(desk, desk.origin(), 1, last);
        Run bare = all;
        for (journal::Entry &entry : bare.entries) {
            entry.payload.reset();
        }
        QVERIFY(journal.keep(bare, hold->epoch()));
        QVERIFY(!(*journal.stretch(desk.origin(), 1, last, {}))->entries.constLast().payload);
        QVERIFY(journal.keep(all, hold->epoch()));
        QCOMPARE((*journal.stretch(desk.origin(), 1, last, {}))->entries, all.entries);
        QVERIFY(journal.keep(bare, hold->epoch()));
        QCOMPARE((*journal.stretch(desk.origin(), 1, last, {}))->entries, all.entries);
        QVERIFY(journal.erase({all.entries[1].header.key, all.entries[2].header.key}, hold->epoch()));
        const auto left = *journal.stretch(desk.origin(), 1, last, {});
        for (qsizetype i = 0; i < left->entries.size(); ++i) {
            QCOMPARE(left->entries[i].payload.has_value(), i != 1 && i != 2);
            QCOMPARE(left->entries[i].headerBytes, all.entries[i].headerBytes);
        }
        // Whose answer was lost gives the same once more: what was erased meanwhile stays erased.
        QVERIFY(journal.keep(all, hold->epoch()));
        QCOMPARE((*journal.stretch(desk.origin(), 1, last, {}))->entries, left->entries);
    }

    // Two machines with one disk: of the second branch nothing is kept.
    void anotherEntryInAPlaceThatIsTakenIsRefused()
    {
        SyncScene scene;
        const Id origin = [&scene] {
            const Store desk = scene.desk(3);
            scene.accept(desk, 3, 1, 2);
            desk.close();
            return desk.origin();
        }();
        const QString copy = scene.path(QStringLiteral("copy"));
        for (const char *part : {"", "-wal"}) {
            (void)QFile::copy(scene.path(QStringLiteral("desk3")) + QLatin1StringView(part), copy + QLatin1StringView(part));
        }
        storage::StoreOptions options = Desk(3, 'd').options();
        options.now = scene.clock();
        const Store one = *Store::open(scene.path(QStringLiteral("desk3")), Desk::key(), options);
        const Store two = *Store::open(copy, Desk::key(), options);
        scene.accept(one, 3, 10, 2);
        scene.accept(two, 3, 20, 3);
        CentreJournal journal(founded());
        const auto hold = *journal.hold();
        const auto first = journal.keep(run(one, origin, 1, ~quint64{0}), hold->epoch());
        QVERIFY2(first, qPrintable(told(first)));
        const auto second = journal.keep(run(two, origin, 1, ~quint64{0}), hold->epoch());
        QVERIFY(!second);
        QCOMPARE(errorName(second.error().code), QStringLiteral("OriginForked"));
        QCOMPARE(journal.vector()->highest(origin), first->contiguous);
        comesBack(journal, scene.hub(), SyncScene::log(one, origin));
    }

    void nothingCanBeReadThere()
    {
        SyncScene scene;
        const Store desk = scene.desk(3);
        scene.accept(desk, 3, 1, 3);
        DatabaseAccess access = founded();
        CentreJournal journal(access.clone());
        const auto hold = *journal.hold();
        QVERIFY(journal.keep(run(desk, desk.origin(), 1, ~quint64{0}), hold->epoch()));
        const auto database = *Postgres::open(access);
        const auto rows = database->run("SELECT string_agg(coalesce(payload, ''::bytea) || header, ''::bytea) FROM motcua.entry");
        QVERIFY(rows && rows->bytes(0, 0).size() > 1000);
        for (const char *secret : {"Nguyễn", "Hoà", "000190000001", "02001234567", "đi học"}) {
            QVERIFY2(!rows->bytes(0, 0).contains(secret), secret);
        }
        // Sealed to its place: neither the payload of another entry nor another key opens.
        QVERIFY(database->script("ALTER TABLE motcua.entry DISABLE TRIGGER USER; UPDATE motcua.entry SET payload = (SELECT payload FROM motcua.entry WHERE seq = 2) WHERE seq = 3"));
        const auto moved = journal.stretch(desk.origin(), 1, ~quint64{0} >> 1, {});
        QVERIFY(!moved && moved.error().code == ErrorCode::PayloadMismatch);
        QVERIFY2(moved.error().detail.contains(QStringLiteral("does not open")), qPrintable(moved.error().detail)); // and not by its hash alone
        access.key = Desk::key('q');
        const auto strange = CentreJournal(access.clone()).stretch(desk.origin(), 1, 2, {});
        QVERIFY(!strange && strange.error().code == ErrorCode::PayloadMismatch);
    }

    void whoHasItWritesAlone()
    {
        SyncScene scene;
        const Store desk = scene.desk(3);
        scene.accept(desk, 3, 1, 3);
        const Run all = run(desk, desk.origin(), 1, ~quint64{0});
        const DatabaseAccess access = founded();
        CentreJournal first(access.clone());
        CentreJournal second(access.clone());
        auto hold = *first.hold();
        QVERIFY(hold->lasts());
        QCOMPARE(second.standing()->holder, QStringLiteral("127.0.0.1"));
        const auto refused = second.hold();
        QVERIFY(!refused && refused.error().code == ErrorCode::DatabaseHeld);
        const qint64 before = hold->epoch();
        hold.reset();
        // It may take a moment until the server has noticed.
        Result<std::unique_ptr<CentreJournal::Hold>> taken = second.hold();
        QTRY_VERIFY(taken || (taken = second.hold()));
        QVERIFY((*taken)->epoch() > before);
        for (const Result<> &late : {first.keep(all, before) ? Result<>() : Result<>(first.keep(all, before).error()), first.erase({{desk.origin(), 1}}, before),
                 first.keepBase("x", before), first.keepFile(QByteArray(32, 'f'), 1, [](qint64) { return QByteArray("x"); }, before)}) {
            QCOMPARE(told(late).section(u' ', 0, 0), QStringLiteral("DatabaseHeld"));
        }
        QVERIFY(first.vector()->isEmpty());
        QVERIFY(second.keep(all, (*taken)->epoch()));
        // The connection that held it is ended: it is not held any more, and says so.
        QVERIFY(m_server.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'd" + QByteArray::number(m_databases) + "'"));
        QVERIFY(!(*taken)->lasts());
    }

    void aFileIsThereWholeOrNotAtAll()
    {
        CentreJournal journal(founded());
        const auto hold = *journal.hold();
        const QByteArray name(32, 'f');
        const QByteArray bytes = SyncScene::scan(700'000);
        constexpr qint64 Piece = 262'144;
        const auto from = [&](qint64 at) { return bytes.mid(at, Piece); };
        const auto broken = [&](qint64 at) { return at == 0 ? Result<QByteArray>(from(at)) : Error{ErrorCode::FileUnreadable, {}}; };
        const auto failed = journal.keepFile(name, bytes.size(), broken, hold->epoch());
        QVERIFY(!failed && failed.error().code == ErrorCode::FileUnreadable);
        QCOMPARE(*journal.held(name), 0);
        QVERIFY(journal.chunk(name, 0)->isEmpty());
        QVERIFY(journal.keepFile(name, bytes.size(), from, hold->epoch()));
        QVERIFY(journal.keepFile(name, bytes.size(), broken, hold->epoch())); // it is there already
        QCOMPARE(*journal.held(name), bytes.size());
        QByteArray back;
        while (back.size() < bytes.size()) {
            const auto chunk = journal.chunk(name, back.size());
            QVERIFY(chunk && !chunk->isEmpty());
            back += *chunk;
        }
        QCOMPARE(back, bytes);
        QVERIFY(journal.chunk(name, 5)->isEmpty());
    }

    void itOutlivesItsServer()
    {
        CentreJournal journal(founded());
        for (int i = 0; i < 3; ++i) {
            QVERIFY(journal.vector());
            m_server.kill();
            const auto down = journal.vector();
            QVERIFY(!down && down.error().code == ErrorCode::DatabaseUnreachable);
            QVERIFY(!journal.hold());
            QVERIFY2(m_server.start(), qPrintable(m_server.output()));
            const auto again = journal.vector();
            QVERIFY2(again, qPrintable(told(again)));
        }
    }

    void theBaseIsTheLastOne()
    {
        const DatabaseAccess access = founded();
        CentreJournal journal(access.clone());
        QVERIFY(journal.base()->isEmpty());
        QCOMPARE(journal.standing()->baseMs, 0);
        const auto hold = *journal.hold();
        QVERIFY(journal.keepBase("one", hold->epoch()));
        QVERIFY(journal.keepBase("two", hold->epoch()));
        QCOMPARE(*journal.base(), QByteArray("two"));
        QVERIFY(qAbs(journal.standing()->baseMs - QDateTime::currentMSecsSinceEpoch()) < 60'000);
        QVERIFY((*Postgres::open(access))->script("UPDATE motcua.house SET base = 'twp'"));
        const auto damaged = journal.base();
        QVERIFY(!damaged && damaged.error().code == ErrorCode::BackupDamaged);
    }
};

QTEST_GUILESS_MAIN(tst_CentreJournal)
#include "tst_CentreJournal.moc"

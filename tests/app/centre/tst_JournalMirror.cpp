// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/JournalMirror.h"
#include "app/security/Sha256.h"
#include "app/storage/AttachmentParts.h"
#include "app/storage/AttachmentQueries.h"
#include "app/storage/HouseQueries.h"
#include "app/storage/PortalQueries.h"
#include "app/storage/SyncQueries.h"
#include "tests/app/centre/PostgresBench.h"
#include "tests/app/sync/SyncScene.h"

#include <QCborMap>
#include <QDir>
#include <QTest>

#include <thread>

using namespace motcua;
using namespace motcua::centre;
using journal::Run;
using storage::Desk;
using storage::Store;
using sync::SyncScene;

namespace {

/** A gateway's store that keeps itself on PostgreSQL too, and a desk that sends. */
struct House
{
    explicit House(DatabaseAccess access)
        : way(std::move(access))
    {
        way.key = Desk::key('p');
        const auto made = CentreJournal::establish(way, Id::v7(1, QByteArray(10, 'h')), false);
        if (!made) {
            qFatal("%s", qPrintable(made.error().detail));
        }
        way.house = *made;
    }

    [[nodiscard]] DatabaseAccess access() const { return way.clone(); }
    [[nodiscard]] storage::StoreOptions options() const
    {
        storage::StoreOptions options = Desk().options();
        options.now = scene.clock();
        return options;
    }
    [[nodiscard]] std::unique_ptr<JournalMirror> mirror(const Store &store) const
    {
        return std::make_unique<JournalMirror>(store, access(),
            MirrorOptions{.storeKey = std::make_shared<const security::SecretBytes>(Desk::key()), .store = options(), .settings = {QStringLiteral("lasting")}});
    }
    /** As somebody else finds it there. */
    [[nodiscard]] std::unique_ptr<CentreJournal> journal() const { return std::make_unique<CentreJournal>(access()); }
    /** Another machine, from what is on PostgreSQL; it has its journal still to fetch. */
    [[nodiscard]] Store restored(const QString &name) const
    {
        const auto base = journal()->base();
        const QString folder = scene.path(name + QStringLiteral(".base"));
        const Result<> unpacked = base ? JournalMirror::unpack(*base, folder) : base.error();
        const Result<Id> origin = unpacked ? storage::restoreBackup(folder, scene.path(name), Desk::key(), options()) : unpacked.error();
        const Result<Store> store = origin ? Store::open(scene.path(name), Desk::key(), options()) : Result<Store>(origin.error());
        if (!store) {
            qFatal("%s %s", qPrintable(errorName(store.error().code)), qPrintable(store.error().detail));
        }
        return *store;
    }
    /** What `desk` has and `hub` lacks, as it comes over a line. */
    [[nodiscard]] static QList<Run> give(const Store &desk, const Store &hub)
    {
        QList<Run> runs;
        while (const auto run = Desk::done(desk.ask(storage::OutgoingRun{.origin = desk.origin(), .first = SyncScene::held(hub, desk.origin()) + 1, .limit = 100}))) {
            const auto taken = Desk::done(hub.ingest(*run));
            if (!taken.refused.isEmpty() || taken.stored == 0) {
                qFatal("the hub does not take it");
            }
            runs.append(*run);
        }
        return runs;
    }

    SyncScene scene;
    DatabaseAccess way;
};

template <typename T>
QString told(const Result<T> &result)
{
    return result ? QStringLiteral("done") : errorName(result.error().code) + u' ' + result.error().detail;
}

} // namespace

/** Everything a store has is on PostgreSQL too, and another machine begins from there. */
class tst_JournalMirror : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<House> house()
    {
        return std::make_unique<House>(m_server.database(QStringLiteral("d%1").arg(++m_databases)));
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

    void anotherMachineBeginsFromWhatIsThere_data()
    {
        QTest::addColumn<int>("notes");
        QTest::newRow("a little") << 5;
        QTest::newRow("more than a stretch") << 1'300;
    }
    void anotherMachineBeginsFromWhatIsThere()
    {
        QFETCH(int, notes);
        const auto house = this->house();
        const Store desk = house->scene.desk(3);
        house->scene.accept(desk, 3, 1, 4);
        house->scene.note(desk, 3, 1, notes, 4);
        const Store gateway = house->scene.desk(9);
        const QByteArray scan = SyncScene::scan(600'000);
        house->scene.accept(gateway, 9, 50, 1);
        const QString reference = house->scene.addPaper(gateway, 9, 50, scan);
        Desk::done(gateway.keepSetting(QStringLiteral("lasting"), "kept"));
        (void)House::give(desk, gateway);
        const auto mirror = house->mirror(gateway);
        QVERIFY(!mirror->settle()); // it has not the right yet
        QVERIFY2(mirror->take(), "taken");
        const Result<> settled = mirror->settle();
        QVERIFY2(settled, qPrintable(told(settled)));
        QCOMPARE(*house->journal()->vector(), Desk::done(gateway.ask(storage::VersionVectorNow{})));
        const Result<> based = mirror->keepBase();
        QVERIFY2(based, qPrintable(told(based)));

        const Store other = house->restored(QStringLiteral("other"));
        QVERIFY(other.origin() != gateway.origin());
        QCOMPARE(Desk::done(other.ask(storage::Setting{QStringLiteral("lasting")})), std::optional(QByteArray("kept")));
        const auto there = house->mirror(other);
        const auto pulled = there->pull();
        QVERIFY2(pulled, qPrintable(told(pulled)));
        QCOMPARE(static_cast<qsizetype>(*pulled), SyncScene::log(gateway, gateway.origin()).size() + SyncScene::log(gateway, desk.origin()).size());
        QCOMPARE(SyncScene::log(other, desk.origin()), SyncScene::log(gateway, desk.origin()));
        QCOMPARE(SyncScene::log(other, gateway.origin()), SyncScene::log(gateway, gateway.origin()));
        QCOMPARE(*there->pull(), 0U);
        // It speaks for the one before it: what that one wrote counts as its own word, and it can sign it.
        QVERIFY(!Desk::done(other.ask(storage::SignedHead{gateway.origin()}))->signature.isEmpty());
        // A file comes when it is asked for.
        const auto named = storage::AttachmentReference::fromString(reference);
        QVERIFY(named && !other.attachments().exists(*named));
        QCOMPARE(*there->fetchFile(*named), true);
        QCOMPARE(*other.attachments().read(*named), scan);
        storage::AttachmentReference nobodys = *named;
        nobodys.name[0] = static_cast<char>(nobodys.name[0] ^ 1);
        QCOMPARE(*there->fetchFile(nobodys), false);
    }

    void onlyWhatIsNewGoes()
    {
        const auto house = this->house();
        const Store gateway = house->scene.desk(9);
        const Store desk = house->scene.desk(3);
        const auto mirror = house->mirror(gateway);
        QVERIFY(mirror->take());
        QVERIFY(mirror->settle());
        house->scene.accept(desk, 3, 1, 3);
        for (const Run &run : House::give(desk, gateway)) {
            const Result<> kept = mirror->settle(run);
            QVERIFY2(kept, qPrintable(told(kept)));
        }
        QCOMPARE(house->journal()->vector()->highest(desk.origin()), SyncScene::held(gateway, desk.origin()));
        const auto database = *Postgres::open(house->access());
        const auto rows = [&] { return database->run("SELECT count(*), sum(xmin::text::bigint)::bigint FROM motcua.entry"); };
        const auto before = rows();
        QVERIFY(mirror->settle());
        QVERIFY(house->mirror(gateway)->pull());
        QCOMPARE(rows()->integer(0, 1), before->integer(0, 1)); // nothing was written once more
        house->scene.accept(gateway, 9, 60, 1);
        QVERIFY(mirror->settle());
        QCOMPARE(rows()->integer(0, 0), static_cast<qint64>(SyncScene::held(gateway, gateway.origin()) + SyncScene::held(gateway, desk.origin())));
    }

    // Several desks send at once, and each answer waits for its own.
    void severalSettleAtOnce()
    {
        const auto house = this->house();
        const Store gateway = house->scene.desk(9);
        const auto mirror = house->mirror(gateway);
        QVERIFY(mirror->take());
        QList<Store> desks;
        for (int number = 2; number < 6; ++number) {
            desks.append(house->scene.desk(number));
            house->scene.accept(desks.constLast(), number, number * 100, 10);
            house->scene.note(desks.constLast(), number, number * 100, 300, 10);
        }
        std::vector<std::thread> threads;
        QList<QString> said(desks.size());
        for (qsizetype i = 0; i < desks.size(); ++i) {
            threads.emplace_back([&, i] {
                for (const Run &run : House::give(desks[i], gateway)) {
                    const Result<> kept = mirror->settle(run);
                    const Result<> all = kept ? mirror->settle() : kept;
                    const auto there = all ? house->journal()->vector() : all.error();
                    said[i] = !there ? told(there) : there->highest(desks[i].origin()) < run.last() ? QStringLiteral("not there") : QStringLiteral("done");
                    if (said[i] != u"done") {
                        return;
                    }
                }
            });
        }
        for (std::thread &thread : threads) {
            thread.join();
        }
        for (const QString &one : std::as_const(said)) {
            QCOMPARE(one, QStringLiteral("done"));
        }
        const Store other = house->scene.hub(QStringLiteral("other"));
        QVERIFY(house->mirror(other)->pull());
        QVERIFY(SyncScene::areAlike(gateway, other, {other.origin()}));
    }

    void whatIsPurgedIsPurgedThere()
    {
        const auto house = this->house();
        const Store gateway = house->scene.desk(9);
        const Store desk = house->scene.desk(3);
        house->scene.accept(desk, 3, 1, 2);
        const QList<Run> before = House::give(desk, gateway);
        const auto mirror = house->mirror(gateway);
        QVERIFY(mirror->take() && mirror->settle());
        const auto database = *Postgres::open(house->access());
        const auto payloads = [&] { return database->run("SELECT count(payload) FROM motcua.entry e JOIN motcua.origin o ON o.no = e.origin WHERE o.origin = $1", {desk.origin()})->integer(0, 0); };
        const auto gone = [&](const Store &store) {
            const QList<journal::Entry> log = SyncScene::log(store, desk.origin());
            return std::count_if(log.cbegin(), log.cend(), [](const journal::Entry &entry) { return !entry.payload; });
        };
        const auto present = [&] { return static_cast<qint64>(SyncScene::log(gateway, desk.origin()).size() - gone(gateway)); };
        QCOMPARE(gone(gateway), 0);
        QCOMPARE(payloads(), present());
        for (const DossierStatus to : {DossierStatus::Processing, DossierStatus::Processed, DossierStatus::HandedOver}) {
            (void)Desk::done(desk.record(Desk(3, 'd').stepping(1, to)));
        }
        (void)Desk::done(desk.record(Desk(3, 'd').about(Desk::dossier(1), PurgePayloads{QStringLiteral("hết hạn lưu giữ")})));
        for (const Run &run : House::give(desk, gateway)) {
            QVERIFY(mirror->settle(run));
        }
        const auto purged = gone(gateway);
        QVERIFY(purged > 0);
        QCOMPARE(payloads(), present());
        // A late copy of what was purged brings nothing back.
        for (const Run &run : before) {
            (void)Desk::done(gateway.ingest(run));
            QVERIFY(mirror->settle(run));
        }
        QCOMPARE(payloads(), present());
        QCOMPARE(gone(gateway), purged);
        const Store other = house->scene.hub(QStringLiteral("other"));
        QVERIFY(house->mirror(other)->pull());
        QCOMPARE(gone(other), purged);
    }

    // One machine, the other, and back: each speaks for what the other one wrote, and an old one writes nothing any more.
    void twoMachinesTakeTurns()
    {
        const auto house = this->house();
        const Store one = house->scene.desk(9);
        const Desk keeper(9, static_cast<char>('a' + 9));
        const auto invite = [&](const Store &store, char id) {
            (void)Desk::done(store.record(keeper.about(Desk::idOf(id), InviteDesk{QStringLiteral("Quầy %1").arg(QLatin1Char(id)), QByteArray(32, id), 1'900'000'000'000})));
        };
        const auto invited = [](const Store &store) {
            QStringList names;
            for (const journal::Entry &entry : Desk::done(store.ask(storage::DeskEntries{}))) {
                names.append(QJsonDocument::fromJson(entry.payload->bytes)[u"name"].toString());
            }
            names.sort();
            return names.join(u',');
        };
        invite(one, 'A');
        Desk::done(one.keepSetting(QStringLiteral("lasting"), "1"));
        Desk::done(one.keepSetting(QStringLiteral("passing"), "1"));
        auto first = house->mirror(one);
        QVERIFY(first->take());
        QVERIFY(!*first->adopt()); // there is nothing yet
        QVERIFY(first->settle() && first->keepBase());
        const Store two = house->restored(QStringLiteral("two"));
        const auto second = house->mirror(two);
        QVERIFY(second->pull());
        QCOMPARE(invited(two), QStringLiteral("Quầy A"));
        const auto held = second->take();
        QVERIFY(!held && held.error().code == ErrorCode::DatabaseHeld);
        QVERIFY(first->holds());

        // The first is cut off from the server, and the second takes over.
        QVERIFY(m_server.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'd" + QByteArray::number(m_databases) + "'"));
        Result<> over = second->take();
        QTRY_VERIFY2(over || (over = second->take()), qPrintable(told(over)));
        QVERIFY(!first->holds());
        QVERIFY(!*second->adopt()); // what it began from itself
        QVERIFY(second->pull() && second->settle());
        invite(two, 'B');
        Desk::done(two.keepSetting(QStringLiteral("lasting"), "2"));
        Desk::done(two.keepSetting(QStringLiteral("passing"), "2"));
        QVERIFY(second->settle() && second->keepBase());
        invite(one, 'C');
        const Result<> late = first->settle();
        QVERIFY(!late);
        QCOMPARE(errorName(late.error().code), QStringLiteral("DatabaseHeld"));
        const Result<> lateBase = house->mirror(one)->keepBase();
        QVERIFY(!lateBase && lateBase.error().code == ErrorCode::DatabaseHeld);

        // And back: the first takes over again, but not by what it knows from before.
        second->release();
        const Result<> unaware = first->take();
        QVERIFY(!unaware);
        QCOMPARE(errorName(unaware.error().code), QStringLiteral("DatabaseHeld"));
        first = house->mirror(one);
        QTRY_VERIFY(first->take());
        QVERIFY(*first->adopt()); // settings are others
        QVERIFY(first->pull() && first->settle());
        QCOMPARE(invited(one), QStringLiteral("Quầy A,Quầy B,Quầy C"));
        QCOMPARE(Desk::done(one.ask(storage::Setting{QStringLiteral("lasting")})), std::optional(QByteArray("2")));
        QCOMPARE(Desk::done(one.ask(storage::Setting{QStringLiteral("passing")})), std::optional(QByteArray("1")));
        QVERIFY(!*first->adopt()); // once
        QVERIFY(first->keepBase());
        QVERIFY(!*first->adopt()); // and nothing from what is its own
        // What the first wrote while it was cut off, and told nobody, is there now as well.
        QCOMPARE(house->journal()->vector()->highest(one.origin()), SyncScene::held(one, one.origin()));
    }

    // The key of a store may be changed, and its settings while no gateway runs: what it kept itself before that is no news.
    void itsOwnBaseIsNoNews()
    {
        const auto house = this->house();
        const Store gateway = house->scene.desk(9);
        Desk::done(gateway.keepSetting(QStringLiteral("lasting"), "1"));
        {
            const auto mirror = house->mirror(gateway);
            QVERIFY(mirror->take() && mirror->settle() && mirror->keepBase());
        }
        Desk::done(gateway.keepSetting(QStringLiteral("lasting"), "2"));
        JournalMirror later(gateway, house->access(), MirrorOptions{.storeKey = std::make_shared<const security::SecretBytes>(Desk::key('r')), .store = house->options(), .settings = {QStringLiteral("lasting")}});
        Result<> taken = later.take();
        QTRY_VERIFY2(taken || (taken = later.take()), qPrintable(told(taken)));
        const auto adopted = later.adopt();
        QVERIFY2(adopted, qPrintable(told(adopted)));
        QVERIFY(!*adopted);
        QCOMPARE(Desk::done(gateway.ask(storage::Setting{QStringLiteral("lasting")})), std::optional(QByteArray("2")));
    }

    void aBaseIsBelievedByItsKey_data()
    {
        QTest::addColumn<QString>("file"); // that is harmed
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("its store") << QStringLiteral("store.db") << ErrorCode::BackupDamaged;
        QTest::newRow("its manifest") << QStringLiteral("manifest.json") << ErrorCode::BackupDamaged;
        QTest::newRow("under another key") << QString() << ErrorCode::StoreWrongKey;
    }
    void aBaseIsBelievedByItsKey()
    {
        QFETCH(QString, file);
        QFETCH(ErrorCode, code);
        const auto house = this->house();
        const Store gateway = house->scene.desk(9);
        const auto mirror = house->mirror(gateway);
        QVERIFY(mirror->take() && mirror->settle() && mirror->keepBase());
        QCborMap files = QCborValue::fromCbor(*house->journal()->base()).toMap();
        if (!file.isEmpty()) {
            QByteArray bytes = files[file].toByteArray();
            bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
            files[file] = bytes;
        }
        CentreJournal journal(house->access());
        mirror->release();
        Result<std::unique_ptr<CentreJournal::Hold>> hold = journal.hold();
        QTRY_VERIFY(hold || (hold = journal.hold()));
        QVERIFY(journal.keepBase(files.toCborValue().toCbor(), (*hold)->epoch()));
        const Store other = house->scene.desk(8);
        const char key = file.isEmpty() ? 'r' : 'k';
        JournalMirror there(other, house->access(), MirrorOptions{.storeKey = std::make_shared<const security::SecretBytes>(Desk::key(key)), .store = house->options(), .settings = {}});
        const auto adopted = there.adopt();
        QVERIFY(!adopted);
        QCOMPARE(errorName(adopted.error().code), errorName(code));
        QVERIFY(Desk::done(other.ask(storage::VersionVectorNow{})).highest(other.origin()) > 0); // nothing is wrong with the store itself
    }

    // A scan that rotted on the disk keeps nothing else back, and one that comes later goes later.
    void filesThatAreNotWholeHere()
    {
        const auto house = this->house();
        const Store gateway = house->scene.desk(9);
        house->scene.accept(gateway, 9, 1, 1);
        const auto rotten = *storage::AttachmentReference::fromString(house->scene.addPaper(gateway, 9, 1, SyncScene::scan(100'000)));
        const auto absent = *storage::AttachmentReference::fromString(house->scene.addPaper(gateway, 9, 1, SyncScene::scan(110'000)));
        const QString hidden = gateway.attachments().pathOf(absent.name) + QStringLiteral(".aside");
        QVERIFY(QFile::rename(gateway.attachments().pathOf(absent.name), hidden));
        QFile file(gateway.attachments().pathOf(rotten.name));
        QVERIFY(file.open(QIODevice::ReadWrite) && file.resize(50'000));
        file.close();
        const auto mirror = house->mirror(gateway);
        QVERIFY(mirror->take());
        const Result<> settled = mirror->settle();
        QVERIFY2(settled, qPrintable(told(settled)));
        QCOMPARE(house->journal()->vector()->highest(gateway.origin()), SyncScene::held(gateway, gateway.origin()));
        QCOMPARE(*house->journal()->held(rotten.name), 0);
        QCOMPARE(*house->journal()->held(absent.name), 0);
        QVERIFY(QFile::rename(hidden, gateway.attachments().pathOf(absent.name)));
        QVERIFY(mirror->keepBase());
        QCOMPARE(*house->journal()->held(absent.name), storage::AttachmentParts::sealedSize(absent));
    }

    void aServerThatDiesLosesNothing()
    {
        const auto house = this->house();
        const Store gateway = house->scene.desk(9);
        const auto mirror = house->mirror(gateway);
        QVERIFY(mirror->take() && mirror->settle() && mirror->keepBase());
        for (int i = 0; i < 3; ++i) {
            house->scene.accept(gateway, 9, 10 * (i + 1), 3);
            m_server.kill();
            const Result<> down = mirror->settle();
            QVERIFY(!down);
            QCOMPARE(errorName(down.error().code), QStringLiteral("DatabaseUnreachable"));
            QVERIFY(!mirror->holds());
            QVERIFY2(m_server.start(), qPrintable(m_server.output()));
            // Nobody else began to write: what is told goes on under the same right, and the right itself can be had again.
            const Result<> up = mirror->settle();
            QVERIFY2(up, qPrintable(told(up)));
            QVERIFY(mirror->take());
            QVERIFY(mirror->holds());
            QCOMPARE(house->journal()->vector()->highest(gateway.origin()), SyncScene::held(gateway, gateway.origin()));
        }
    }

    void aServerThatCameBackOlderIsFilledAgain()
    {
        const auto house = this->house();
        const Store gateway = house->scene.desk(9);
        const auto mirror = house->mirror(gateway);
        QVERIFY(mirror->take() && mirror->settle());
        const auto database = *Postgres::open(house->access());
        // As when the server that takes over lacks what was written last.
        QVERIFY(database->script("ALTER TABLE motcua.origin DISABLE TRIGGER USER; DELETE FROM motcua.head; DELETE FROM motcua.entry WHERE seq > 1; UPDATE motcua.origin SET contiguous = 1; ALTER TABLE motcua.origin ENABLE TRIGGER USER"));
        house->scene.accept(gateway, 9, 70, 1); // which does not follow what is there
        const Result<> settled = mirror->settle();
        QVERIFY2(settled, qPrintable(told(settled)));
        QCOMPARE(house->journal()->vector()->highest(gateway.origin()), SyncScene::held(gateway, gateway.origin()));
    }

    void whatWasChangedThereIsNotBelieved_data()
    {
        QTest::addColumn<QByteArray>("harm");
        QTest::newRow("a header") << QByteArray("UPDATE motcua.entry SET header = set_byte(header, 20, 255 - get_byte(header, 20)) WHERE seq = 3");
        QTest::newRow("a payload") << QByteArray("UPDATE motcua.entry SET payload = set_byte(payload, 30, 255 - get_byte(payload, 30)) WHERE seq = 3");
        QTest::newRow("a signature") << QByteArray("UPDATE motcua.head SET signature = set_byte(signature, 5, 255 - get_byte(signature, 5))");
        QTest::newRow("an entry is gone") << QByteArray("DELETE FROM motcua.entry WHERE seq = 3");
        QTest::newRow("another key") << QByteArray("UPDATE motcua.origin SET public_key = set_byte(public_key, 5, 255 - get_byte(public_key, 5))");
    }
    void whatWasChangedThereIsNotBelieved()
    {
        QFETCH(QByteArray, harm);
        const auto house = this->house();
        const Store desk = house->scene.desk(3);
        house->scene.accept(desk, 3, 1, 4);
        const Store gateway = house->scene.hub();
        (void)House::give(desk, gateway);
        const auto mirror = house->mirror(gateway);
        QVERIFY(mirror->take() && mirror->settle());
        QVERIFY((*Postgres::open(house->access()))->script("ALTER TABLE motcua.entry DISABLE TRIGGER USER; ALTER TABLE motcua.origin DISABLE TRIGGER USER; " + harm));
        const Store other = house->scene.hub(QStringLiteral("other"));
        const auto pulled = house->mirror(other)->pull();
        QVERIFY(!pulled);
        QVERIFY2(pulled.error().code != ErrorCode::DatabaseFailed && pulled.error().code != ErrorCode::DatabaseUnreachable, qPrintable(told(pulled)));
        QVERIFY(SyncScene::held(other, desk.origin()) < 3);
    }

    void aFolderIsPackedAsItIs()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("in/law")));
        const auto write = [&](const char *name, const QByteArray &bytes) {
            QFile file(folder.filePath(QStringLiteral("in/") + QLatin1StringView(name)));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        };
        write("store.db", QByteArray(5000, '\x7f'));
        write("law/head.json", "{}");
        const auto packed = JournalMirror::packed(folder.filePath(QStringLiteral("in")));
        QVERIFY(packed);
        QVERIFY(JournalMirror::unpack(*packed, folder.filePath(QStringLiteral("out"))));
        for (const char *name : {"store.db", "law/head.json"}) {
            QFile in(folder.filePath(QStringLiteral("in/") + QLatin1StringView(name)));
            QFile out(folder.filePath(QStringLiteral("out/") + QLatin1StringView(name)));
            QVERIFY(in.open(QIODevice::ReadOnly) && out.open(QIODevice::ReadOnly));
            QCOMPARE(out.readAll(), in.readAll());
            QVERIFY(!(out.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
        }
        for (const QString &path : {QStringLiteral("../out-of-it"), QStringLiteral("/tmp/motcua-nowhere"), QStringLiteral("a/../../b"), QStringLiteral(""), QStringLiteral("./a")}) {
            const Result<> refused = JournalMirror::unpack(QCborMap{{path, QByteArray("x")}}.toCborValue().toCbor(), folder.filePath(QStringLiteral("hostile")));
            QVERIFY2(!refused && refused.error().code == ErrorCode::BackupDamaged, qPrintable(path));
        }
        QVERIFY(!QFileInfo::exists(folder.filePath(QStringLiteral("out-of-it"))));
        for (const QByteArray &none : {QByteArray(), QByteArray("\xff\xff"), QCborMap{{QStringLiteral("a"), 5}}.toCborValue().toCbor()}) {
            QVERIFY(!JournalMirror::unpack(none, folder.filePath(QStringLiteral("none"))));
        }
    }
};

QTEST_GUILESS_MAIN(tst_JournalMirror)
#include "tst_JournalMirror.moc"

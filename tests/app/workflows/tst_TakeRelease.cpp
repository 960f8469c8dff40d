// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/CentreKeeper.h"
#include "app/centre/CentrePeer.h"
#include "app/centre/ReleaseTable.h"
#include "app/workflows/CentreLink.h"
#include "app/workflows/TakeRelease.h"
#include "tests/app/centre/PostgresBench.h"
#include "tests/app/sync/SyncScene.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace motcua;
using namespace motcua::centre;
using storage::Desk;
using storage::Store;
using sync::SignedRelease;
using sync::SyncScene;

/** How a desk comes to the release it should have, on a real server whose line is cut. */
class tst_TakeRelease : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] DatabaseAccess owner() const
    {
        DatabaseAccess access = m_server.access(QStringLiteral("centre1"));
        access.house = m_house;
        access.key = Desk::key('p');
        return access;
    }
    static CentreLink::Setup often() { return {.resources = QStringLiteral(MOTCUA_TEST_DATA "/../../resources"), .peer = CentrePeer::of, .restMs = 100, .firstWaitMs = 50, .longestWaitMs = 200, .settlesMs = 20}; }
    [[nodiscard]] TakeRelease::Setup setup() const { return {.folder = UpdateFolder(m_updates->path()), .program = QStringLiteral("0.9.1"), .everyMs = 200, .settlesMs = 10}; }
    static Workplace placeOf(const Store &store) { return {.store = store, .law = {}, .person = {}, .personName = {}, .unit = Desk::done(store.ask(storage::UnitNow{}))}; }
    [[nodiscard]] Store deskOfCentre(SyncScene &scene, int number) const
    {
        const auto access = CentreKeeper(owner()).admit(QStringLiteral("Quầy %1").arg(number));
        const Store desk = scene.desk(number);
        Desk::done(desk.keepSetting(CentreLink::setting(), access->toJson()));
        return desk;
    }
    /** Published by that key and let go to everybody. */
    void publish(const QString &version, const QByteArray &package, const security::SigningKey &key) const
    {
        const SignedRelease release = SignedRelease::of(
            {.version = version, .follows = QStringLiteral("0.0"), .schema = 1000, .schemaFrom = 1, .bytes = package.size(), .sha256 = QCryptographicHash::hash(package, QCryptographicHash::Sha256), .madeMs = 1}, key);
        QByteArray bytes = package;
        QBuffer file(&bytes);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto database = *Postgres::open(owner());
        const Result<> done = releasetable::publish(*database, release, file, {});
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        QVERIFY(releasetable::letGo(*database, version, {}, FleetRing::All, {}));
    }
    [[nodiscard]] QByteArray inUpdateFolder(const Store &store) const
    {
        const QDir folder(QFileInfo(store.path()).path() + QStringLiteral("/update"));
        QFile file(folder.filePath(folder.entryList({QStringLiteral("*.release")}).value(0)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    test::PostgresBench m_server;
    Id m_house = Id::v7(1, QByteArray(10, 'h'));
    security::SigningKey m_key = security::SigningKey::generate();
    std::unique_ptr<QTemporaryDir> m_updates;

private Q_SLOTS:
    void initTestCase()
    {
        if (test::PostgresBench::programs().isEmpty()) {
            QSKIP("There is no PostgreSQL here: ./dev setup installs it.");
        }
        QVERIFY2(m_server.start(), qPrintable(m_server.output()));
        (void)m_server.database(QStringLiteral("centre1"));
        QVERIFY(m_server.run("ALTER ROLE centre1 CREATEROLE"));
        QCOMPARE(*CentreJournal::establish(owner(), m_house, false, true), m_house);
    }

    void init()
    {
        m_updates = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_updates->path()).mkpath(QStringLiteral("inbox")));
        QFile key(m_updates->filePath(QStringLiteral("release.pem")));
        QVERIFY(key.open(QIODevice::WriteOnly));
        key.write(SignedRelease::publicFile(m_key.publicKey()));
    }

    void whatAStrangerSignedIsNotThere()
    {
        publish(QStringLiteral("0.9.2"), QByteArray(300'000, 's'), security::SigningKey::generate());
        SyncScene scene;
        const Store desk = deskOfCentre(scene, 3);
        CentreLink link(often());
        TakeRelease take(setup());
        take.follow(&link);
        take.begin(placeOf(desk));
        link.begin(desk);
        QTRY_VERIFY_WITH_TIMEOUT(link.standing().contactMs > 0, 20'000);
        QVERIFY(!QTest::qWaitFor([&take] { return take.standing() != TakeRelease::Standing(); }, 1'000));
        take.end();
        link.end();
    }

    void isFetchedOverACutLine()
    {
        const QByteArray package = QByteArray(3'000'000, 'a') + QByteArray(3'000'000, 'b') + "end";
        publish(QStringLiteral("0.9.3"), package, m_key);
        SyncScene scene;
        const Store desk = deskOfCentre(scene, 4);
        CentreLink link(often());
        TakeRelease take(setup());
        take.follow(&link);
        bool isCut = false;
        // In the midst of it the server is gone, as when its machine loses its power.
        connect(&take, &TakeRelease::changed, this, [&] {
            if (!isCut && take.standing().arrived > 1'000'000 && take.standing().arrived < package.size()) {
                isCut = true;
                m_server.kill();
            }
        });
        take.begin(placeOf(desk));
        link.begin(desk);
        QTRY_VERIFY_WITH_TIMEOUT(isCut, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(take.standing().failure.has_value(), 30'000);
        QVERIFY(!take.standing().isReady);
        QVERIFY2(m_server.start(), qPrintable(m_server.output()));
        QTRY_VERIFY_WITH_TIMEOUT(take.standing().isReady, 60'000);
        QCOMPARE(take.standing().version, QStringLiteral("0.9.3"));
        QVERIFY(!take.standing().failure);
        QVERIFY(inUpdateFolder(desk).endsWith(package));
        QCOMPARE(UpdateFolder(m_updates->path()).asked(), QStringLiteral("0.9.3"));
        take.end();
        QCOMPARE(take.standing(), TakeRelease::Standing());
        link.end();

        // Of a program that was closed since: it lies there, and nothing is fetched a second time.
        QVERIFY(m_server.run("DELETE FROM motcua.release_chunk", QStringLiteral("centre1")));
        CentreLink again(often());
        TakeRelease later(setup());
        later.follow(&again);
        later.begin(placeOf(desk));
        again.begin(desk);
        QTRY_VERIFY_WITH_TIMEOUT(later.standing().isReady, 30'000);
        later.end();
        again.end();
    }

    void whatWasTakenBackIsNotFetchedAgain()
    {
        QFile back(m_updates->filePath(QStringLiteral("rolled-back")));
        QVERIFY(back.open(QIODevice::WriteOnly) && back.write("0.9.3 self-test\n") > 0 && back.flush());
        SyncScene scene;
        const Store desk = deskOfCentre(scene, 5);
        CentreLink link(often());
        TakeRelease take(setup());
        take.follow(&link);
        take.begin(placeOf(desk));
        link.begin(desk);
        QTRY_VERIFY_WITH_TIMEOUT(link.standing().contactMs > 0, 20'000);
        QVERIFY(!QTest::qWaitFor([&take] { return !take.standing().version.isEmpty(); }, 1'000));
        take.end();
        link.end();
    }

    void withoutAKeyOfRootNothingIsFetched()
    {
        QVERIFY(QFile::remove(m_updates->filePath(QStringLiteral("release.pem"))));
        SyncScene scene;
        const Store desk = deskOfCentre(scene, 6);
        CentreLink link(often());
        TakeRelease take(setup());
        take.follow(&link);
        take.begin(placeOf(desk));
        link.begin(desk);
        QTRY_VERIFY_WITH_TIMEOUT(link.standing().contactMs > 0, 20'000);
        QVERIFY(!QTest::qWaitFor([&take] { return take.standing() != TakeRelease::Standing(); }, 1'000));
        take.end();
        link.end();
    }

    void whatTheCentreSpoiltIsNotKept()
    {
        const QByteArray package(900'000, 'c');
        publish(QStringLiteral("0.9.4"), package, m_key);
        QVERIFY(m_server.run("UPDATE motcua.release_chunk SET bytes = set_byte(bytes, 7, 1) WHERE version = '0.9.4' AND at > 0", QStringLiteral("centre1")));
        SyncScene scene;
        const Store desk = deskOfCentre(scene, 7);
        CentreLink link(often());
        TakeRelease take(setup());
        take.follow(&link);
        QStringList failures;
        connect(&take, &TakeRelease::changed, this, [&] {
            if (take.standing().failure) {
                failures.append(errorName(take.standing().failure->code));
            }
        });
        take.begin(placeOf(desk));
        link.begin(desk);
        QTRY_VERIFY_WITH_TIMEOUT(failures.contains(QStringLiteral("SignatureWrong")), 30'000);
        QVERIFY(inUpdateFolder(desk).isEmpty());
        QVERIFY(UpdateFolder(m_updates->path()).asked().isEmpty());
        take.end();
        link.end();
    }
};

QTEST_GUILESS_MAIN(tst_TakeRelease)
#include "tst_TakeRelease.moc"

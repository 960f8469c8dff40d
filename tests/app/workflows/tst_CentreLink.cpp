// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/CentrePeer.h"
#include "app/workflows/CentreLink.h"
#include "tests/app/centre/PostgresBench.h"
#include "tests/app/sync/SyncScene.h"

#include <QSignalSpy>
#include <QTest>

using namespace motcua;
using namespace motcua::centre;
using storage::Desk;
using storage::Store;
using sync::SyncScene;

/** What a desk has of its centre while a store is open. */
class tst_CentreLink : public QObject
{
    Q_OBJECT

private:
    static CentreLink::Setup setup()
    {
        return {.resources = QStringLiteral(MOTCUA_TEST_DATA "/../../resources"), .peer = CentrePeer::of, .restMs = 100, .firstWaitMs = 50, .longestWaitMs = 200, .settlesMs = 20};
    }
    [[nodiscard]] QByteArray kept() const
    {
        DatabaseAccess access = m_server.access(QStringLiteral("centre1"));
        access.house = m_house;
        access.key = Desk::key('p');
        return access.toJson();
    }
    static bool isWell(const CentreLink &link) { return link.standing().isThere && !link.standing().failure && link.standing().contactMs > 0; }

    test::PostgresBench m_server;
    Id m_house = Id::v7(1, QByteArray(10, 'h'));

private Q_SLOTS:
    void initTestCase()
    {
        if (test::PostgresBench::programs().isEmpty()) {
            QSKIP("There is no PostgreSQL here: ./dev setup installs it.");
        }
        QVERIFY2(m_server.start(), qPrintable(m_server.output()));
        DatabaseAccess access = m_server.database(QStringLiteral("centre1"));
        access.key = Desk::key('p');
        QCOMPARE(*CentreJournal::establish(access, m_house, false, true), m_house);
    }

    void aDeskAloneHasNothingToTell()
    {
        SyncScene scene;
        const Store desk = scene.desk(3);
        CentreLink link(setup());
        QSignalSpy changed(&link, &CentreLink::changed);
        link.begin(desk);
        scene.accept(desk, 3, 1, 1);
        QVERIFY(!QTest::qWaitFor([&] { return link.standing() != CentreStanding(); }, 300));
        QVERIFY(changed.isEmpty());
    }

    void desksJoinWorkAndLoseTheirCentre()
    {
        SyncScene scene;
        const Store one = scene.desk(3);
        const Store two = scene.desk(4);
        CentreLink first(setup());
        CentreLink second(setup());
        Desk::done(one.keepSetting(CentreLink::setting(), kept()));
        first.begin(one);
        second.begin(two);
        QTRY_VERIFY_WITH_TIMEOUT(isWell(first), 20'000);
        QVERIFY(!second.standing().isThere);
        // Another program has the second one join while its window is open.
        {
            Desk number(4, 'e');
            storage::StoreOptions options = number.options();
            options.now = scene.clock();
            const Store program = *Store::open(two.path(), Desk::key(), options);
            Desk::done(program.keepSetting(CentreLink::setting(), kept()));
        }
        QTRY_VERIFY_WITH_TIMEOUT(isWell(second), 20'000);
        scene.accept(one, 3, 1, 2);
        scene.accept(two, 4, 50, 2);
        QTRY_VERIFY_WITH_TIMEOUT(SyncScene::areAlike(one, two), 20'000);

        m_server.kill();
        scene.accept(one, 3, 10, 2);
        scene.accept(two, 4, 60, 2);
        QTRY_VERIFY_WITH_TIMEOUT(first.standing().failure && second.standing().failure, 10'000);
        QCOMPARE(errorName(first.standing().failure->code), QStringLiteral("DatabaseUnreachable"));
        QVERIFY(first.standing().sinceMs > 0);
        const qint64 since = first.standing().sinceMs;
        QTRY_VERIFY_WITH_TIMEOUT(first.standing().waiting >= 2, 10'000);
        QCOMPARE(first.standing().sinceMs, since); // since the first failure, not the last
        QVERIFY2(m_server.start(), qPrintable(m_server.output()));
        QTRY_VERIFY_WITH_TIMEOUT(isWell(first) && isWell(second), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(SyncScene::areAlike(one, two), 20'000);
        QCOMPARE(first.standing().sinceMs, 0);

        // And leaves: what it has stays.
        Desk::done(two.keepSetting(CentreLink::setting(), QByteArray()));
        second.begin(two); // as somebody signs in again
        QTRY_VERIFY_WITH_TIMEOUT(!second.standing().isThere, 10'000);
        scene.accept(one, 3, 20, 1);
        QTRY_COMPARE_WITH_TIMEOUT(CentreJournal(*DatabaseAccess::fromJson(kept())).vector()->highest(one.origin()), SyncScene::held(one, one.origin()), 20'000);
        QVERIFY(SyncScene::held(two, one.origin()) < SyncScene::held(one, one.origin()));
        first.end();
        QCOMPARE(first.standing(), CentreStanding());
    }

    void whatIsKeptWrongIsTold()
    {
        SyncScene scene;
        const Store desk = scene.desk(3);
        Desk::done(desk.keepSetting(CentreLink::setting(), "{}"));
        CentreLink link(setup());
        link.begin(desk);
        QTRY_VERIFY_WITH_TIMEOUT(link.standing().failure.has_value(), 10'000);
        QCOMPARE(errorName(link.standing().failure->code), QStringLiteral("StoreDamaged"));
        QVERIFY(link.standing().isThere);
    }
};

QTEST_GUILESS_MAIN(tst_CentreLink)
#include "tst_CentreLink.moc"

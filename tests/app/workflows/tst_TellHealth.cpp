// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/CentreKeeper.h"
#include "app/centre/CentrePeer.h"
#include "app/storage/HouseQueries.h"
#include "app/sync/Fleet.h"
#include "app/workflows/CentreLink.h"
#include "app/workflows/LookAtMachine.h"
#include "app/workflows/TellHealth.h"
#include "tests/app/centre/PostgresBench.h"
#include "tests/app/sync/SyncScene.h"
#include "tests/app/workflows/ScriptedCardReader.h"

#include <QSignalSpy>
#include <QTest>

using namespace motcua;
using namespace motcua::centre;
using storage::Desk;
using storage::Store;
using sync::SyncScene;
using Kind = DeskHealth::Device::Kind;
using State = DeskHealth::Device::State;

/** How a desk tells its centre of its machine: by itself, soon after something changes, and a last time. */
class tst_TellHealth : public QObject
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
    static CentreLink::Setup setup()
    {
        return {.resources = QStringLiteral(MOTCUA_TEST_DATA "/../../resources"), .peer = CentrePeer::of, .restMs = 100, .firstWaitMs = 50, .longestWaitMs = 200, .settlesMs = 20};
    }
    static TellHealth::Setup often() { return {.everyMs = 150, .settlesMs = 10, .apartMs = 10, .askDevicesMs = 100, .now = {}, .program = QStringLiteral(MOTCUA_TEST_DATA "/../../LICENSE")}; }
    static Workplace placeOf(const Store &store)
    {
        Workplace place{.store = store, .law = {}, .person = {}, .personName = {}, .unit = Desk::done(store.ask(storage::UnitNow{}))};
        place.law.offline.catalogueDays = 30;
        return place;
    }
    /** What the centre has of that desk. */
    [[nodiscard]] std::optional<FleetDesk> told(const QString &desk) const
    {
        SyncScene scene;
        CentrePeer peer(scene.desk(1), owner());
        const auto all = peer.fleet()->desks().result();
        if (!all) {
            return {};
        }
        const auto found = std::find_if(all->cbegin(), all->cend(), [&desk](const FleetDesk &one) { return one.desk == desk; });
        return found == all->cend() ? std::nullopt : std::optional(*found);
    }

    test::PostgresBench m_server;
    Id m_house = Id::v7(1, QByteArray(10, 'h'));

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

    void aDeskAloneTellsNobodyAndKnowsItself()
    {
        SyncScene scene;
        const Store desk = scene.desk(3);
        TellHealth health(nullptr, often());
        QSignalSpy gathered(&health, &TellHealth::gathered);
        QSignalSpy told(&health, &TellHealth::told);
        health.begin(placeOf(desk));
        QVERIFY(!QTest::qWaitFor([&gathered] { return !gathered.isEmpty(); }, 400)); // nobody asks
        health.gather();
        QVERIFY(gathered.wait(10'000));
        QVERIFY(health.health());
        QCOMPARE(health.health()->program, QStringLiteral(MOTCUA_VERSION));
        QCOMPARE(health.health()->build.size(), 12);
        QVERIFY(health.health()->freeBytes > 0 && health.health()->freeBytes <= health.health()->allBytes);
        QCOMPARE(health.health()->schema, 16);
        QVERIFY(!health.health()->hasPortal && health.health()->backupMs == 0 && !health.hasCentre());
        QVERIFY(told.isEmpty());
        // A back-up that was made is known.
        Desk number(3, 'd');
        const Act made = number.about(desk.origin(), BackupMade{.backup = Id::v7(5, QByteArray(10, 'b')), .bytes = 7, .manifestHash = QByteArray(32, 'm')});
        Desk::done(desk.record(made));
        health.gather();
        QTRY_VERIFY_WITH_TIMEOUT(health.health()->backupMs > 0, 10'000);
        health.end();
        QVERIFY(!health.health());
    }

    void aDeskOfACentreTells()
    {
        const auto access = CentreKeeper(owner()).admit(QStringLiteral("Quầy 4"));
        QVERIFY(access);
        SyncScene scene;
        const Store desk = scene.desk(4);
        Desk::done(desk.keepSetting(CentreLink::setting(), access->toJson()));
        const QString name = QString::fromUtf8(placeOf(desk).unit.desk());
        ScriptedCardReader reader;
        LookAtMachine look;
        look.follow(&reader);
        CentreLink link(setup());
        TellHealth health(&look, often());
        health.follow(&link);
        QSignalSpy times(&health, &TellHealth::told);
        health.begin(placeOf(desk));
        link.begin(desk);
        QTRY_VERIFY_WITH_TIMEOUT(!times.isEmpty(), 20'000);
        const auto first = told(name);
        QVERIFY(first && first->health);
        QVERIFY(!first->health->isClosing);
        QCOMPARE(first->health->program, QStringLiteral(MOTCUA_VERSION));
        QVERIFY(std::abs(first->clockOffMs) < 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(times.size() >= 3, 20'000); // by itself

        // The centre goes and comes back: it is told anew without anybody's doing.
        m_server.kill();
        QTRY_VERIFY_WITH_TIMEOUT(link.standing().failure.has_value(), 20'000);
        QVERIFY2(m_server.start(), qPrintable(m_server.output()));
        const auto before = times.size();
        QTRY_VERIFY_WITH_TIMEOUT(times.size() > before, 30'000);

        health.end();
        QTRY_VERIFY_WITH_TIMEOUT(told(name)->health->isClosing, 20'000);
        link.end();
    }

    void whatBreaksIsToldSoon()
    {
        const auto access = CentreKeeper(owner()).admit(QStringLiteral("Quầy 5"));
        SyncScene scene;
        const Store desk = scene.desk(5);
        Desk::done(desk.keepSetting(CentreLink::setting(), access->toJson()));
        const QString name = QString::fromUtf8(placeOf(desk).unit.desk());
        ScriptedCardReader reader;
        LookAtMachine look;
        look.follow(&reader);
        CentreLink link(setup());
        TellHealth::Setup seldom = often();
        seldom.everyMs = 3'600'000; // only what changes is told
        TellHealth health(&look, seldom);
        health.follow(&link);
        health.begin(placeOf(desk));
        link.begin(desk);
        QTRY_VERIFY_WITH_TIMEOUT(told(name), 20'000);
        reader.become(CardReader::State::NoService);
        QTRY_COMPARE_WITH_TIMEOUT(told(name)->health->devices.value(0), (DeskHealth::Device{Kind::CardReader, State::Broken}), 20'000);
        reader.become(CardReader::State::Empty);
        QTRY_COMPARE_WITH_TIMEOUT(told(name)->health->devices.value(0), (DeskHealth::Device{Kind::CardReader, State::Fine}), 20'000);
        health.end();
        link.end();
    }
};

QTEST_GUILESS_MAIN(tst_TellHealth)
#include "tst_TellHealth.moc"

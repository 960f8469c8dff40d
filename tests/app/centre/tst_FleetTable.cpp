// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/CentreJournal.h"
#include "app/centre/CentreKeeper.h"
#include "app/centre/CentrePeer.h"
#include "app/centre/FleetTable.h"
#include "tests/app/centre/PostgresBench.h"
#include "tests/app/sync/SyncScene.h"

#include <QTest>

#include <limits>

using namespace motcua;
using namespace motcua::centre;
using storage::Desk;
using sync::SyncScene;

/** What desks tell of their machines on a real server: each its own row, by its login, at the server's time. */
class tst_FleetTable : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] DatabaseAccess owner() const
    {
        DatabaseAccess access = m_server.access(QStringLiteral("owner1"));
        access.house = m_house;
        access.key = Desk::key('p');
        return access;
    }
    static QString loginOf(const DatabaseAccess &access) { return access.address.section(u'/', 2, 2).section(u'@', 0, 0); }
    static qint64 nowMs() { return QDateTime::currentMSecsSinceEpoch(); }
    static DeskHealth health(qint64 waiting = 0)
    {
        return {.toldMs = nowMs(), .program = QStringLiteral("0.9.1"), .build = QStringLiteral("3f9a2c00d1e2"), .schema = 13, .startedMs = nowMs() - 1000, .freeBytes = 1'000'000, .allBytes = 2'000'000, .hasPortal = true,
            .portalWaiting = waiting};
    }
    template <typename T>
    static QString toldOf(const Result<T> &result)
    {
        return result ? QStringLiteral("done") : errorName(result.error().code) + u' ' + result.error().detail;
    }
    static std::optional<FleetDesk> of(const QList<FleetDesk> &all, const QString &login)
    {
        const auto found = std::find_if(all.cbegin(), all.cend(), [&login](const FleetDesk &desk) { return desk.login == login; });
        return found == all.cend() ? std::nullopt : std::optional(*found);
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
        (void)m_server.database(QStringLiteral("owner1"));
        QVERIFY(m_server.run("ALTER ROLE owner1 CREATEROLE"));
        QCOMPARE(*CentreJournal::establish(owner(), m_house, false, true), m_house);
    }

    void aDeskTellsAndEverybodyReads()
    {
        const auto three = CentreKeeper(owner()).admit(QStringLiteral("Quầy 3"));
        const auto four = CentreKeeper(owner()).admit(QStringLiteral("Quầy 4"));
        QVERIFY2(three && four, qPrintable(toldOf(three) + toldOf(four)));
        const auto first = *Postgres::open(*three);
        const auto second = *Postgres::open(*four);

        // Who was invited and never spoke is there as well.
        auto all = fleettable::desks(*second, m_house);
        QVERIFY2(all, qPrintable(toldOf(all)));
        QCOMPARE(all->size(), 2);
        QCOMPARE(of(*all, loginOf(*three))->name, QStringLiteral("Quầy 3"));
        QCOMPARE(of(*all, loginOf(*three))->agoMs, -1);
        QVERIFY(!of(*all, loginOf(*three))->health && !of(*all, loginOf(*three))->isUnreadable);

        const DeskHealth said = health(14);
        const Result<> told = fleettable::tell(*first, "H26.31.05/3", said, nowMs());
        QVERIFY2(told, qPrintable(toldOf(told)));
        all = fleettable::desks(*second, m_house);
        QVERIFY2(all, qPrintable(toldOf(all)));
        QCOMPARE(all->size(), 2);
        const FleetDesk seen = *of(*all, loginOf(*three));
        QCOMPARE(seen.desk, QStringLiteral("H26.31.05/3"));
        QCOMPARE(seen.health, std::optional(said));
        QVERIFY(seen.agoMs >= 0);
        QCOMPARE(of(*all, loginOf(*four))->agoMs, -1);

        // Said again it takes the place of what was said before.
        QVERIFY(fleettable::tell(*first, "H26.31.05/3", health(15), nowMs()));
        all = fleettable::desks(*first, m_house);
        QCOMPARE(of(*all, loginOf(*three))->health->portalWaiting, 15);
        QCOMPARE(all->size(), 2);
    }

    void theClockOfADeskIsHeldAgainstTheServers()
    {
        const auto access = CentreKeeper(owner()).admit(QStringLiteral("Quầy 5"));
        const auto database = *Postgres::open(*access);
        QVERIFY(fleettable::tell(*database, "H26.31.05/5", health(), nowMs() + 3'600'000));
        const FleetDesk seen = *of(*fleettable::desks(*database, m_house), loginOf(*access));
        QVERIFY2(seen.clockOffMs > 3'500'000 && seen.clockOffMs <= 3'600'000, qPrintable(QString::number(seen.clockOffMs)));
        QVERIFY(seen.agoMs >= 0 && seen.agoMs < 3'500'000); // by the server, whatever the desk thinks
        // A desk cannot say when it spoke.
        QVERIFY(!database->script("UPDATE motcua.desk_health SET at = 0"));
        QVERIFY(!database->script("INSERT INTO motcua.desk_health(desk, told, clock, at) VALUES ('x', '{}', 0, 7)"));
    }

    void aDeskWritesItsOwnRowAndNoOther()
    {
        const auto mine = CentreKeeper(owner()).admit(QStringLiteral("Quầy 6"));
        const auto other = CentreKeeper(owner()).admit(QStringLiteral("Quầy 7"));
        const auto database = *Postgres::open(*mine);
        const auto theirs = *Postgres::open(*other);
        QVERIFY(fleettable::tell(*database, "H26.31.05/6", health(), nowMs()));
        QVERIFY(fleettable::tell(*theirs, "H26.31.05/7", health(), nowMs()));
        for (const QByteArray &sql : {QByteArray("INSERT INTO motcua.desk_health(login, desk, told, clock) VALUES ('somebody', 'x', '{}', 0)"), QByteArray("DELETE FROM motcua.desk_health"),
                 QByteArray("UPDATE motcua.desk_health SET login = 'somebody'"), QByteArray("TRUNCATE motcua.desk_health"), QByteArray("ALTER TABLE motcua.desk_health DISABLE ROW LEVEL SECURITY"),
                 QByteArray("DROP TRIGGER health_told ON motcua.desk_health")}) {
            const Result<> done = database->script(sql);
            QVERIFY2(!done && done.error().code == ErrorCode::DatabaseRefused, sql.constData());
        }
        // A row that is not its own is not there for it to change.
        QVERIFY(database->script("UPDATE motcua.desk_health SET told = 'spoilt' WHERE login = '" + loginOf(*other).toUtf8() + '\''));
        QCOMPARE(of(*fleettable::desks(*database, m_house), loginOf(*other))->isUnreadable, false);
        // Longer than anything a program says.
        QVERIFY(!database->script("UPDATE motcua.desk_health SET told = repeat('x', 9000)"));
    }

    void whatOneSpoilsHidesNoOther()
    {
        const auto bad = CentreKeeper(owner()).admit(QStringLiteral("Quầy 8"));
        const auto database = *Postgres::open(*bad);
        QVERIFY(fleettable::tell(*database, "H26.31.05/8", health(), std::numeric_limits<qint64>::min()));
        QVERIFY(fleettable::desks(*database, m_house));
        QVERIFY(fleettable::tell(*database, "H26.31.05/8", health(), std::numeric_limits<qint64>::max()));
        QVERIFY(fleettable::desks(*database, m_house));
        for (const char *told : {"", "[]", "{\"version\": 1}", "<html>", "{\"told\": -1}"}) {
            QVERIFY(database->run("INSERT INTO motcua.desk_health(desk, told, clock) VALUES ('H26.31.05/8', $1, 0) ON CONFLICT (login) DO UPDATE SET told = $1", {QString::fromLatin1(told)}));
            const auto all = fleettable::desks(*database, m_house);
            QVERIFY2(all, qPrintable(toldOf(all)));
            QVERIFY(of(*all, loginOf(*bad))->isUnreadable && !of(*all, loginOf(*bad))->health);
            const auto good = std::find_if(all->cbegin(), all->cend(), [](const FleetDesk &desk) { return desk.desk.endsWith(u"/3"); });
            QVERIFY(good != all->cend() && good->health);
        }
    }

    void whoIsShutOutIsNoDeskAnyMore()
    {
        const auto gone = CentreKeeper(owner()).admit(QStringLiteral("Quầy 9"));
        {
            const auto database = *Postgres::open(*gone);
            QVERIFY(fleettable::tell(*database, "H26.31.05/9", health(), nowMs()));
        }
        const auto database = *Postgres::open(owner());
        QVERIFY(of(*fleettable::desks(*database, m_house), loginOf(*gone)));
        QVERIFY(CentreKeeper(owner()).shutOut(loginOf(*gone)));
        const auto all = fleettable::desks(*database, m_house);
        QVERIFY(all && !of(*all, loginOf(*gone)));
        QVERIFY(!of(*all, QStringLiteral("owner1"))); // who keeps the database is no desk
    }

    void overThePeerOfTheJournal()
    {
        SyncScene scene;
        const storage::Store desk = scene.desk(3);
        const auto access = CentreKeeper(owner()).admit(QStringLiteral("Quầy 10"));
        CentrePeer peer(desk, access->clone());
        QVERIFY(peer.fleet());
        const Result<> told = peer.fleet()->tellHealth("H26.31.05/10", health(3)).result();
        QVERIFY2(told, qPrintable(toldOf(told)));
        const auto all = peer.fleet()->desks().result();
        QVERIFY2(all, qPrintable(toldOf(all)));
        const FleetDesk seen = *of(*all, loginOf(*access));
        QCOMPARE(seen.health->portalWaiting, 3);
        QVERIFY(std::abs(seen.clockOffMs) < 60'000);
    }

    void aDatabaseThatWasNotUpgradedSaysSo()
    {
        const auto database = *Postgres::open(owner());
        QVERIFY(m_server.run("DROP TABLE motcua.desk_health", QStringLiteral("owner1")));
        const Result<> told = fleettable::tell(*database, "H26.31.05/3", health(), nowMs());
        QVERIFY(!told && told.error().code == ErrorCode::DatabaseForeign);
        QVERIFY(told.error().detail.contains(u"centre upgrade"));
        QCOMPARE(errorName(fleettable::desks(*database, m_house).error().code), QStringLiteral("DatabaseForeign"));
    }
};

QTEST_GUILESS_MAIN(tst_FleetTable)
#include "tst_FleetTable.moc"

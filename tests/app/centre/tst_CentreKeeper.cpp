// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/CentreInvitation.h"
#include "app/centre/CentreKeeper.h"
#include "app/centre/CentrePeer.h"
#include "app/storage/SyncQueries.h"
#include "app/sync/Batch.h"
#include "tests/app/centre/PostgresBench.h"
#include "tests/app/sync/SyncScene.h"

#include <QTest>

using namespace motcua;
using namespace motcua::centre;
using storage::Desk;
using storage::Store;
using sync::SyncScene;

/** Who may write to a centre, and what they may there. */
class tst_CentreKeeper : public QObject
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
    template <typename T>
    static QString told(const Result<T> &result)
    {
        return result ? QStringLiteral("done") : errorName(result.error().code) + u' ' + result.error().detail;
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
        QCOMPARE(*CentreJournal::establish(owner(), m_house, false, true), m_house);
    }

    void whoMayNotMakeLoginsIsTold()
    {
        const auto refused = CentreKeeper(owner()).admit(QStringLiteral("Quầy 3"));
        QVERIFY(!refused);
        QCOMPARE(errorName(refused.error().code), QStringLiteral("DatabaseRefused"));
        QVERIFY(CentreKeeper(owner()).desks()->isEmpty());
        QVERIFY(m_server.run("ALTER ROLE owner1 CREATEROLE"));
    }

    void aDeskMayWhatItNeedsAndNothingElse()
    {
        const QString name = QStringLiteral("Quầy 3 · 'Hòa An' \\ \"x\"");
        const auto made = CentreKeeper(owner()).admit(name);
        QVERIFY2(made, qPrintable(told(made)));
        QVERIFY(made->checked());
        QCOMPARE(made->house, m_house);
        QVERIFY(made->key.equals(owner().key));
        const auto listed = CentreKeeper(owner()).desks();
        QVERIFY2(listed, qPrintable(told(listed)));
        QCOMPARE(listed->size(), 1);
        QCOMPARE(listed->constFirst().login, loginOf(*made));
        QCOMPARE(listed->constFirst().name, name);
        QVERIFY(!listed->constFirst().isConnected);
        const auto room = CentreKeeper(owner()).room();
        QVERIFY(room);
        QCOMPARE(room->connections, 60); // as the server of the tests is set up
        QCOMPARE(room->wanted, 23);
        QVERIFY(room->isEnough());
        QVERIFY(!(CentreKeeper::Room{.connections = 60, .wanted = 61}).isEnough());

        SyncScene scene;
        const Store desk = scene.desk(3);
        scene.accept(desk, 3, 1, 3);
        CentreJournal journal(made->clone());
        const auto run = Desk::done(desk.ask(storage::OutgoingRun{.origin = desk.origin()}));
        const auto kept = journal.keep(*run, CentreJournal::EverybodyWrites);
        QVERIFY2(kept, qPrintable(told(kept)));
        QCOMPARE(kept->stored, run->entries.size());
        QVERIFY(journal.house()->shared);
        QVERIFY(journal.head(desk.origin())->has_value());
        QCOMPARE(*journal.keepChunk(QByteArray(32, 'f'), 0, "abc", CentreJournal::EverybodyWrites), 3);
        const Result<> erased = journal.erase({run->entries[1].header.key}, CentreJournal::EverybodyWrites);
        QVERIFY2(erased, qPrintable(told(erased)));
        QVERIFY(CentreKeeper(owner()).desks()->constFirst().isConnected);

        const auto database = *Postgres::open(*made);
        for (const char *sql : {"DELETE FROM motcua.entry", "UPDATE motcua.entry SET header = ''", "UPDATE motcua.entry SET seq = seq + 1", "UPDATE motcua.entry SET payload = 'x' WHERE payload IS NOT NULL", "UPDATE motcua.origin SET contiguous = contiguous + 1",
                 "UPDATE motcua.origin SET contiguous = 1", "DELETE FROM motcua.head", "DELETE FROM motcua.fork", "UPDATE motcua.head SET signature = ''",
                 "UPDATE motcua.origin SET public_key = ''", "UPDATE motcua.house SET epoch = 9", "INSERT INTO motcua.house(id, training, shared) SELECT id, training, shared FROM motcua.house",
                 "DELETE FROM motcua.chunk", "UPDATE motcua.chunk SET bytes = ''", "TRUNCATE motcua.entry CASCADE", "DROP TABLE motcua.chunk", "CREATE TABLE motcua.mine (x int)", "CREATE ROLE thief",
                 "INSERT INTO motcua.schema(version) VALUES (99)"}) {
            const Result<> done = database->script(sql);
            QVERIFY2(!done && done.error().code == ErrorCode::DatabaseRefused, sql);
        }
    }

    void whoIsShutOutIsOut()
    {
        const auto first = CentreKeeper(owner()).admit(QStringLiteral("một"));
        const auto second = CentreKeeper(owner()).admit(QStringLiteral("hai"));
        QVERIFY(first && second);
        QVERIFY(loginOf(*first) != loginOf(*second));
        QVERIFY(first->password != second->password);
        const auto connected = *Postgres::open(*first);
        CentreJournal other(second->clone());
        QVERIFY(other.standing());
        const Result<> out = CentreKeeper(owner()).shutOut(loginOf(*first));
        QVERIFY2(out, qPrintable(told(out)));
        QVERIFY(!connected->run("SELECT 1::bigint"));
        const auto again = Postgres::open(*first);
        QVERIFY(!again && again.error().code == ErrorCode::DatabaseRefused);
        QVERIFY(other.standing());
        const auto left = CentreKeeper(owner()).desks();
        QVERIFY(std::none_of(left->cbegin(), left->cend(), [&](const CentreKeeper::Desk &desk) { return desk.login == loginOf(*first); }));
        for (const QString &nobody : {loginOf(*first), QStringLiteral("owner1"), QStringLiteral("owner"), QString()}) {
            const Result<> refused = CentreKeeper(owner()).shutOut(nobody);
            QVERIFY2(!refused && refused.error().code == ErrorCode::NotFound, qPrintable(nobody));
        }
    }

    void anInvitationIsReadAsItWasWritten()
    {
        const CentreInvitation invitation{owner(), "-----BEGIN CERTIFICATE-----\n", QStringLiteral("Quầy 4"), true};
        const QByteArray text = invitation.toText();
        QCOMPARE(text.count('\n'), 1); // one line
        const auto read = CentreInvitation::fromText("  " + text);
        QVERIFY(read);
        QCOMPARE(read->access.address, invitation.access.address);
        QCOMPARE(read->access.password, invitation.access.password);
        QCOMPARE(read->access.house, m_house);
        QVERIFY(read->access.key.equals(invitation.access.key));
        QCOMPARE(read->authority, invitation.authority);
        QCOMPARE(read->name, invitation.name);
        QVERIFY(read->training);
        for (const QByteArray &other : {QByteArray(), text.first(40), text.first(text.size() - 20), QByteArray("motcua-centre-2:") + text.mid(16), QByteArray("motcua-centre-1:e30"), QByteArray(300'000, 'x')}) {
            const auto refused = CentreInvitation::fromText(other);
            QVERIFY2(!refused && refused.error().code == ErrorCode::InvitationUnreadable, other.left(50).constData());
        }
    }
};

QTEST_GUILESS_MAIN(tst_CentreKeeper)
#include "tst_CentreKeeper.moc"

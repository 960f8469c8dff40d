// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/Postgres.h"
#include "tests/app/centre/PostgresBench.h"
#include "tests/support/IssuedCertificate.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace motcua;
using namespace motcua::centre;
using testsupport::IssuedCertificate;

/** One connection, and what is heard when there is none. */
class tst_Postgres : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] std::unique_ptr<Postgres> open(const DatabaseAccess &access) const
    {
        auto database = Postgres::open(access);
        if (!database) {
            qFatal("%s", qPrintable(database.error().detail));
        }
        return *std::move(database);
    }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_server.folder() + u'/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

    test::PostgresBench m_server;
    IssuedCertificate m_authority{IssuedCertificate::authority("Cơ sở dữ liệu tỉnh")};
    IssuedCertificate m_other{IssuedCertificate::authority("another")};

private Q_SLOTS:
    void initTestCase()
    {
        if (test::PostgresBench::programs().isEmpty()) {
            QSKIP("There is no PostgreSQL here: ./dev setup installs it.");
        }
        QVERIFY2(m_server.start(), qPrintable(m_server.output()));
        const IssuedCertificate server({.name = "db"}, &m_authority);
        write(QStringLiteral("ca.pem"), m_authority.pem());
        write(QStringLiteral("other.pem"), m_other.pem());
        m_server.stop();
        m_server.secure(server.pem(), server.keyPem());
        QVERIFY2(m_server.start(), qPrintable(m_server.output()));
        (void)m_server.database(QStringLiteral("house"));
    }

    void everyKindOfValueComesBack()
    {
        const auto database = open(m_server.access(QStringLiteral("house")));
        const Id id = Id::v7(1'770'000'000'000, QByteArray(10, 'x'));
        const QByteArray bytes("a\0b\xff", 4);
        const auto rows = database->run("SELECT $1::bigint, $2::boolean, $3::uuid, $4::bytea, $5::text, NULL::bytea, ''::bytea, $6::bytea, "
                                        "array_length($7::bigint[], 1)::bigint, ($7::bigint[])[2], ($8::bytea[])[1], ($8::bytea[])[2] IS NULL, cardinality($9::bigint[])::bigint",
            {qint64{-5'000'000'000}, true, id, bytes, QStringLiteral("Phường Hòa An"), QByteArray(), QList<qint64>{1, -2}, QList<QByteArray>{bytes, QByteArray()}, QList<qint64>()});
        QVERIFY2(rows, rows ? "" : qPrintable(rows.error().detail));
        QCOMPARE(rows->size(), 1);
        QCOMPARE(rows->integer(0, 0), -5'000'000'000);
        QVERIFY(rows->flag(0, 1));
        QCOMPARE(rows->id(0, 2), id);
        QCOMPARE(rows->bytes(0, 3), bytes);
        QCOMPARE(rows->text(0, 4), QStringLiteral("Phường Hòa An"));
        QVERIFY(rows->isNull(0, 5) && rows->bytes(0, 5).isNull());
        QVERIFY(!rows->isNull(0, 6) && !rows->bytes(0, 6).isNull() && rows->bytes(0, 6).isEmpty());
        QVERIFY(rows->isNull(0, 7));
        QCOMPARE(rows->integer(0, 8), 2);
        QCOMPARE(rows->integer(0, 9), -2);
        QCOMPARE(rows->bytes(0, 10), bytes);
        QVERIFY(rows->flag(0, 11));
        QCOMPARE(rows->integer(0, 12), 0);
        QVERIFY(database->run("SELECT 1::bigint WHERE false")->isEmpty());
    }

    void whatIsAskedOftenAnswersAlike()
    {
        const auto database = open(m_server.access(QStringLiteral("house")));
        QVERIFY(database->script("CREATE TEMPORARY TABLE told(id bigint PRIMARY KEY, text text)"));
        const char *insert = "INSERT INTO told(id, text) VALUES($1, $2)";
        for (qint64 id = 1; id <= 12; ++id) {
            QVERIFY(database->run(insert, {id, id % 2 == 0 ? QString() : QStringLiteral("số %1").arg(id)}));
            const Result<PgRows> twice = database->run(insert, {id, QString()});
            QVERIFY(!twice && twice.error().detail.startsWith(QStringLiteral("23505"))); // and the plan outlives it
            const Result<PgRows> rows = database->run("SELECT id, coalesce(text, '') FROM told WHERE id <= $1 ORDER BY id DESC", {id});
            QVERIFY(rows);
            QCOMPARE(rows->size(), id);
            QCOMPARE(rows->integer(0, 0), id);
            QCOMPARE(rows->text(0, 1), id % 2 == 0 ? QString() : QStringLiteral("số %1").arg(id));
        }
        // The same words about another type are another question.
        const char *type = "SELECT pg_typeof($1)::text";
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(database->run(type, {qint64{1}})->text(0, 0), QStringLiteral("bigint"));
            QCOMPARE(database->run(type, {QStringLiteral("1")})->text(0, 0), QStringLiteral("text"));
            QCOMPARE(database->run(type, {true})->text(0, 0), QStringLiteral("boolean"));
        }
        for (int i = 0; i < 4; ++i) {
            PgTransaction transaction(*database);
            QVERIFY(transaction.begun());
            QVERIFY(database->run(insert, {qint64{100 + i}, QStringLiteral("x")}));
            QVERIFY(!database->run(insert, {qint64{1}, QStringLiteral("x")}));
        }
        QCOMPARE(database->run("SELECT count(*) FROM told WHERE id >= $1", {qint64{100}})->integer(0, 0), 0); // each was rolled back
        // What was changed since it was planned is planned anew.
        QVERIFY(database->script("ALTER TABLE told ADD COLUMN more bigint"));
        QVERIFY(database->run(insert, {qint64{200}, QStringLiteral("x")}));
        const char *all = "SELECT * FROM told ORDER BY id DESC LIMIT 1";
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(database->run(all)->integer(0, 0), 200);
        }
        QVERIFY(database->script("ALTER TABLE told DROP COLUMN more; ALTER TABLE told ADD COLUMN other text"));
        QCOMPARE(database->run(all)->integer(0, 0), 200);
        QVERIFY(database->script("DEALLOCATE ALL")); // as behind a pooler that gave the session to somebody else
        QCOMPARE(database->run(all)->integer(0, 0), 200);
        QVERIFY(database->run(insert, {qint64{201}, QStringLiteral("x")}));
    }

    void whatGoesWrongHasItsName_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("a mistake") << QByteArray("SELEC 1") << ErrorCode::DatabaseFailed;
        QTest::newRow("a value that breaks a rule") << QByteArray("SELECT ('Nguyễn Thị Bí Mật')::bigint") << ErrorCode::DatabaseFailed;
        QTest::newRow("not ours to do") << QByteArray("CREATE ROLE thief SUPERUSER") << ErrorCode::DatabaseRefused;
        QTest::newRow("a server that only reads") << QByteArray("BEGIN READ ONLY; CREATE TABLE t (); COMMIT") << ErrorCode::DatabaseUnreachable;
        QTest::newRow("it takes too long") << QByteArray("SET statement_timeout = 50; SELECT pg_sleep(20)") << ErrorCode::DatabaseFailed;
        QTest::newRow("it is ended from outside") << QByteArray("SELECT pg_terminate_backend(pg_backend_pid())") << ErrorCode::DatabaseUnreachable;
    }
    void whatGoesWrongHasItsName()
    {
        QFETCH(QByteArray, sql);
        QFETCH(ErrorCode, code);
        const auto database = open(m_server.access(QStringLiteral("house")));
        const Result<> done = database->script(sql);
        QVERIFY(!done);
        QCOMPARE(errorName(done.error().code), errorName(code));
        QVERIFY(!done.error().detail.isEmpty());
        // In a statement of ours values never stand in its text, but in its parameters.
        const auto withValue = open(m_server.access(QStringLiteral("house")))->run("SELECT $1::text::bytea::bigint", {QStringLiteral("Nguyễn Thị Bí Mật")});
        QVERIFY(!withValue && !withValue.error().detail.contains(QStringLiteral("Bí Mật")));
    }

    void whoIsNotLetInIsTold_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("authority");
        QTest::addColumn<ErrorCode>("code"); // Cancelled: it is let in
        const QString port = QString::number(m_server.port());
        const QString good = m_server.access(QStringLiteral("house")).password;
        const QString house = QStringLiteral("postgresql://house@127.0.0.1:") + port + QStringLiteral("/house");
        const QString named = QStringLiteral("postgresql://house@localhost:") + port + QStringLiteral("/house");
        QTest::newRow("right") << house << good << QString() << ErrorCode::Cancelled;
        QTest::newRow("another password") << house << QStringLiteral("x") << QString() << ErrorCode::DatabaseRefused;
        QTest::newRow("no password") << house << QString() << QString() << ErrorCode::DatabaseRefused;
        QTest::newRow("another database") << QString(house).replace(QStringLiteral("/house"), QStringLiteral("/other")) << good << QString() << ErrorCode::DatabaseRefused;
        QTest::newRow("another user") << QString(house).replace(QStringLiteral("house@"), QStringLiteral("nobody@")) << good << QString() << ErrorCode::DatabaseRefused;
        QTest::newRow("nothing listens") << QStringLiteral("postgresql://house@127.0.0.1:1/house") << good << QString() << ErrorCode::DatabaseUnreachable;
        QTest::newRow("the second host of two") << QStringLiteral("postgresql://house@127.0.0.1:1,127.0.0.1:%1/house").arg(port) << good << QString() << ErrorCode::Cancelled;
        QTest::newRow("by TLS") << named << good << QStringLiteral("ca.pem") << ErrorCode::Cancelled;
        QTest::newRow("certified by somebody else") << named << good << QStringLiteral("other.pem") << ErrorCode::DatabaseRefused;
        QTest::newRow("no such authority") << named << good << QStringLiteral("nothing.pem") << ErrorCode::DatabaseRefused;
        QTest::newRow("no address of ours") << QStringLiteral("https://127.0.0.1") << good << QString() << ErrorCode::Invalid;
    }
    void whoIsNotLetInIsTold()
    {
        QFETCH(QString, address);
        QFETCH(QString, password);
        QFETCH(QString, authority);
        QFETCH(ErrorCode, code);
        const auto database = Postgres::open(
            {.address = address, .password = password, .authority = authority.isEmpty() ? QString() : m_server.folder() + u'/' + authority});
        QCOMPARE(errorName(database ? ErrorCode::Cancelled : database.error().code), errorName(code));
        if (!database) {
            QVERIFY(!database.error().detail.contains(m_server.access(QStringLiteral("house")).password));
        } else if (!authority.isEmpty()) {
            const auto secured = (*database)->run("SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid()");
            QVERIFY(secured && secured->text(0, 0) == u"TLSv1.3");
        }
    }

    // A server that is there and says nothing, as one whose disk stands still.
    void nobodyIsWaitedForForever()
    {
        DatabaseAccess access = m_server.access(QStringLiteral("house"));
        access.patienceMs = 300;
        const auto database = open(access);
        QElapsedTimer took;
        took.start();
        const auto late = database->run("SELECT pg_sleep(5)::text");
        QVERIFY(!late && late.error().code == ErrorCode::DatabaseUnreachable);
        QVERIFY(took.elapsed() < 4'000); // and not until it has woken
        QVERIFY(!database->isUsable());
        QVERIFY(!database->run("SELECT 1::bigint")); // whose answer would be that of the other question
        QVERIFY(!database->script("SELECT 1"));
    }

    void aTransactionIsWholeOrNothing()
    {
        const auto database = open(m_server.access(QStringLiteral("house")));
        QVERIFY(database->script("CREATE TABLE one (n bigint)"));
        const auto rows = [&] { return database->run("SELECT count(*) FROM one")->integer(0, 0); };
        {
            PgTransaction transaction(*database);
            QVERIFY(transaction.begun());
            QVERIFY(database->run("INSERT INTO one VALUES ($1)", {qint64{1}}));
        }
        QCOMPARE(rows(), 0);
        QVERIFY(database->isUsable());
        {
            PgTransaction transaction(*database);
            QVERIFY(database->run("INSERT INTO one VALUES ($1)", {qint64{1}}));
            QVERIFY(transaction.commit());
        }
        QCOMPARE(rows(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_Postgres)
#include "tst_Postgres.moc"

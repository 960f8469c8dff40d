// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/Connection.h"
#include "app/storage/Migrations.h"
#include "app/storage/PageCipher.h"
#include "app/storage/PageSeal.h"
#include "app/storage/Store.h"
#include "app/storage/StoreFault.h"
#include "tests/support/RawDatabase.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include <functional>
#include <sys/stat.h>
#include <unistd.h>

extern "C" int sqlite3mc_config(sqlite3 *db, const char *paramName, int newValue);

using namespace motcua;
using namespace motcua::storage;
using security::SecretBytes;
using Access = ConnectionOptions::Access;

namespace {

SecretBytes keyOf(char c)
{
    return SecretBytes::copyOf(QByteArray(32, c));
}

/** The code opening answers with; Cancelled when it opened. */
ErrorCode opening(const QString &path, char key = 'k', Access access = Access::Writer)
{
    try {
        Connection connection(path, keyOf(key), {.access = access});
        (void)connection.number("SELECT count(*) FROM note");
        (void)connection.number("SELECT sum(length(text)) FROM note");
        return ErrorCode::Cancelled;
    } catch (const StoreFault &fault) {
        return fault.error().code;
    }
}

void change(const QString &path, qint64 at, const std::function<QByteArray(QByteArray)> &how)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.seek(at);
    const QByteArray changed = how(file.read(64));
    file.seek(at);
    file.write(changed);
}

QByteArray flipped(QByteArray bytes)
{
    bytes[32] = static_cast<char>(bytes[32] ^ 1);
    return bytes;
}

} // namespace

class tst_Connection : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_path;

private Q_SLOTS:
    void init()
    {
        m_path = m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + QString::fromLatin1(QTest::currentDataTag()).simplified().remove(u' '));
        Connection connection(m_path, keyOf('k'), {.access = Access::Creator});
        connection.execute("CREATE TABLE note(no INTEGER PRIMARY KEY, text TEXT)");
        Transaction transaction(connection);
        for (int i = 0; i < 400; ++i) {
            connection.statement("INSERT INTO note(text) VALUES(?1)").text(QString(200, u'ể')).run();
        }
        transaction.commit();
    }

    void anotherConnectionDoesNotLoseTheLockOfTheFirst()
    {
        struct stat file = {};
        QCOMPARE(::stat(QFile::encodeName(m_path).constData(), &file), 0);
        const QByteArray ours = ' ' + QByteArray::number(::getpid()) + ' ';
        const QByteArray inode = ':' + QByteArray::number(static_cast<qulonglong>(file.st_ino)) + ' ';
        const auto ranges = [&] {
            QFile table(QStringLiteral("/proc/locks"));
            QSet<QByteArray> all;
            for (const QByteArray &line : table.open(QIODevice::ReadOnly) ? table.readAll().split('\n') : QList<QByteArray>()) {
                if (line.contains("POSIX") && line.contains(ours) && line.contains(inode)) {
                    all.insert(line.sliced(line.indexOf(' ')));
                }
            }
            return all;
        };
        // The table is given in pieces, while other programs lock and unlock: a line may come twice, or be passed over.
        const auto locks = [&] {
            QSet<QByteArray> seen = ranges();
            for (QSet<QByteArray> again = ranges(); again != seen; again = ranges()) {
                seen = again;
            }
            return seen.size();
        };
        const Connection first(m_path, keyOf('k'), {.access = Access::Writer});
        QCOMPARE(locks(), 1);
        const Connection second(m_path, keyOf('k'), {.access = Access::Reader});
        // Without it another program takes this store for closed: re-keys it, or removes the log under our feet.
        QCOMPARE(locks(), 1);
        QCOMPARE(opening(m_path, 'x'), ErrorCode::StoreWrongKey);
        QCOMPARE(locks(), 1);
        QVERIFY(!Store::rekey(m_path, keyOf('k'), keyOf('n'), {.busyTimeoutMs = 10}));
        QCOMPARE(locks(), 1);
    }

    void opensAStoreWithLargerPages()
    {
        QFile::remove(m_path);
        {
            testsupport::RawDatabase older;
            QVERIFY(older.open(m_path, QByteArray(32, 'k')));
            QVERIFY(older.exec("PRAGMA page_size=4096; PRAGMA journal_mode=WAL; CREATE TABLE note(no INTEGER PRIMARY KEY, text TEXT);"
                               "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400) "
                               "INSERT INTO note SELECT i, printf('%0400d', i) FROM n"));
        }
        QCOMPARE(PageSeal(m_path, keyOf('k')).pageSize(), 4096);
        QCOMPARE(PageSeal(m_path, keyOf('k')).brokenPages(), QList<qint64>());
        QCOMPARE(opening(m_path), ErrorCode::Cancelled);
        QCOMPARE(opening(m_path, 'x'), ErrorCode::StoreWrongKey);
        {
            qint64 logged = 0;
            Connection connection(m_path, keyOf('k'), {.access = Access::Writer});
            connection.watchLog([&logged](qint64 bytes) { logged = bytes; });
            connection.execute("UPDATE note SET text = 'x' WHERE no = 7");
            QVERIFY(logged > 4096);
        }
        QVERIFY(Store::rekey(m_path, keyOf('k'), keyOf('n'), {}));
        QCOMPARE(opening(m_path, 'n'), ErrorCode::Cancelled);
        // The size of a page is not sealed: damaged, it must not look like a wrong key.
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(16) && file.putChar('\0'));
        file.close();
        QCOMPARE(opening(m_path, 'n'), ErrorCode::StoreDamaged);
        QCOMPARE(opening(m_path, 'x'), ErrorCode::StoreWrongKey);
    }

    void opensWithItsKey() { QCOMPARE(opening(m_path), ErrorCode::Cancelled); }

    void refuses_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("another key") << QStringLiteral("key") << ErrorCode::StoreWrongKey;
        QTest::newRow("a file that is not there") << QStringLiteral("missing") << ErrorCode::StoreMissing;
        QTest::newRow("an empty file") << QStringLiteral("empty") << ErrorCode::StoreDamaged;
        QTest::newRow("a clear database") << QStringLiteral("clear") << ErrorCode::StoreClear;
        QTest::newRow("a flipped bit in the first page, and does not blame the key") << QStringLiteral("first") << ErrorCode::StoreDamaged;
        QTest::newRow("a flipped bit in a later page") << QStringLiteral("later") << ErrorCode::StoreDamaged;
        QTest::newRow("a file cut off") << QStringLiteral("cut") << ErrorCode::StoreDamaged;
    }

    void refuses()
    {
        QFETCH(QString, what);
        QFETCH(ErrorCode, code);
        if (what == u"missing") {
            QFile::remove(m_path);
        } else if (what == u"empty") {
            QVERIFY(QFile::resize(m_path, 0));
        } else if (what == u"clear") {
            QFile::remove(m_path);
            sqlite3 *handle = nullptr;
            QCOMPARE(sqlite3_open(qPrintable(m_path), &handle), SQLITE_OK);
            sqlite3_exec(handle, "CREATE TABLE note(text)", nullptr, nullptr, nullptr);
            sqlite3_close(handle);
        } else if (what == u"first") {
            change(m_path, 1000, flipped);
        } else if (what == u"later") {
            change(m_path, PageSeal::PageSize * 5 + 100, flipped);
        } else if (what == u"cut") {
            QVERIFY(QFile::resize(m_path, QFileInfo(m_path).size() / 2));
        }
        QCOMPARE(opening(m_path, what == u"key" ? 'x' : 'k'), code);
    }

    void refusesToMakeWhatExists() { QCOMPARE(opening(m_path, 'k', Access::Creator), ErrorCode::StoreExists); }

    void writesNothingReadable()
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.contains("CREATE TABLE"));
        QVERIFY(!bytes.contains(QStringLiteral("ểểể").toUtf8()));
        QCOMPARE(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther), QFileDevice::Permissions());
    }

    void authenticatesEveryPage()
    {
        PageSeal seal(m_path, keyOf('k'));
        QVERIFY(seal.pages() > 10);
        QCOMPARE(seal.brokenPages(), QList<qint64>());
        change(m_path, PageSeal::PageSize * 7 + 1, flipped);
        QCOMPARE(PageSeal(m_path, keyOf('k')).brokenPages(), QList<qint64>{8});
        QVERIFY(!PageSeal(m_path, keyOf('x')).anyPageHolds());
    }

    void usesACipherWithPageMac()
    {
        Connection connection(m_path, keyOf('k'), {.access = Access::Reader});
        QCOMPARE(sqlite3mc_config(connection.handle(), "cipher", -1), pagecipher::index());
        Statement version = connection.oneOff("SELECT sqlite3mc_version()");
        QVERIFY(version.step());
        QVERIFY(version.string(0).contains(u"SQLite3 Multiple Ciphers"));
    }

    void readerCannotWrite()
    {
        Connection connection(m_path, keyOf('k'), {.access = Access::Reader});
        QVERIFY_EXCEPTION_THROWN(connection.statement("DELETE FROM note").run(), StoreFault);
    }

    void writerIsDurable()
    {
        Connection connection(m_path, keyOf('k'), {.access = Access::Writer});
        QCOMPARE(connection.number("PRAGMA synchronous"), 2);
        QCOMPARE(connection.number("PRAGMA foreign_keys"), 1);
        QCOMPARE(connection.number("PRAGMA secure_delete"), 1);
        QCOMPARE(connection.number("PRAGMA wal_autocheckpoint"), 0);
        Statement mode = connection.oneOff("PRAGMA journal_mode");
        QVERIFY(mode.step());
        QCOMPARE(mode.string(0), QStringLiteral("wal"));
    }

    void bindsAndReadsWhatWasGiven()
    {
        Connection connection(m_path, keyOf('k'), {.access = Access::Writer});
        Statement row = connection.statement("SELECT ?1, ?2, ?3, ?4, ?5");
        const QByteArray bytes("\0\1\2", 3);
        const Id id = Id::fromBytes(QByteArray(16, 'i'));
        row.bind(qint64{-7}).blob(bytes).text(QStringLiteral("đ")).bind(id).null();
        QVERIFY(row.step());
        QCOMPARE(row.integer(0), -7);
        QCOMPARE(row.bytes(1), bytes);
        QCOMPARE(row.string(2), QStringLiteral("đ"));
        QCOMPARE(row.id(3), id);
        QVERIFY(row.isNull(4));
        QVERIFY(!row.step());
    }

    void sameStatementTwiceAtOnceDoesNotDisturbItself()
    {
        Connection connection(m_path, keyOf('k'), {.access = Access::Reader});
        const auto open = [&connection]() -> Statement { return connection.statement("SELECT no FROM note ORDER BY no"); };
        Statement outer = open();
        QVERIFY(outer.step());
        {
            Statement inner = open();
            QVERIFY(inner.step());
            QVERIFY(inner.step());
        }
        QVERIFY(outer.step());
        QCOMPARE(outer.integer(0), 2);
    }

    void transactionWithoutCommitLeavesNothing()
    {
        Connection connection(m_path, keyOf('k'), {.access = Access::Writer});
        {
            Transaction transaction(connection);
            connection.statement("DELETE FROM note").run();
        }
        QCOMPARE(connection.number("SELECT count(*) FROM note"), 400);
    }

    void secondWriterIsToldBusy()
    {
        Connection one(m_path, keyOf('k'), {.access = Access::Writer});
        Connection two(m_path, keyOf('k'), {.access = Access::Writer, .busyTimeoutMs = 10});
        Transaction transaction(one);
        try {
            Transaction second(two);
            QFAIL("two writers at once");
        } catch (const StoreFault &fault) {
            QCOMPARE(fault.error().code, ErrorCode::StoreBusy);
        }
    }

    void migrationsApplyOnceAndRefuseANewerFile()
    {
        Connection connection(m_path, keyOf('k'), {.access = Access::Writer});
        const QList<Migration> two{{1, QStringLiteral("a"), "CREATE TABLE a(x); CREATE TABLE b(x);"}, {2, QStringLiteral("b"), "INSERT INTO a VALUES(1);"}};
        QCOMPARE(Migrations::apply(connection, two), 2);
        QCOMPARE(Migrations::apply(connection, two), 0);
        QCOMPARE(connection.number("SELECT count(*) FROM a"), 1);
        try {
            Migrations::apply(connection, two.mid(0, 1));
            QFAIL("a newer file was taken");
        } catch (const StoreFault &fault) {
            QCOMPARE(fault.error().code, ErrorCode::StoreNewer);
        }
    }

    void failedMigrationLeavesTheVersionBefore()
    {
        Connection connection(m_path, keyOf('k'), {.access = Access::Writer});
        const QList<Migration> bad{{1, QStringLiteral("a"), "CREATE TABLE a(x);"}, {2, QStringLiteral("b"), "CREATE TABLE c(x); CREATE nonsense;"}};
        QVERIFY_EXCEPTION_THROWN(Migrations::apply(connection, bad), StoreFault);
        QCOMPARE(Migrations::version(connection), 1);
        QCOMPARE(connection.number("SELECT count(*) FROM sqlite_master WHERE name = 'c'"), 0);
    }

    void shippedMigrationsAreNumberedWithoutAGap()
    {
        const QList<Migration> all = Migrations::all();
        QVERIFY(!all.isEmpty());
        for (qsizetype i = 0; i < all.size(); ++i) {
            QCOMPARE(all[i].version, static_cast<int>(i) + 1);
            QVERIFY(!all[i].sql.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(tst_Connection)
#include "tst_Connection.moc"

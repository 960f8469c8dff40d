// SPDX-License-Identifier: GPL-3.0-or-later
// The page cipher computed by OpenSSL writes and reads the same files as the one that comes with SQLite3MultipleCiphers.
#include "app/storage/PageCipher.h"
#include "app/storage/PageSeal.h"

#include "tests/support/RawDatabase.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;
using namespace motcua::storage;
using testsupport::RawDatabase;

extern "C" {
int sqlite3_key_v2(sqlite3 *db, const char *zDbName, const void *pKey, int nKey);
int sqlite3_rekey_v2(sqlite3 *db, const char *zDbName, const void *pKey, int nKey);
int sqlite3mc_config(sqlite3 *db, const char *paramName, int newValue);
int sqlite3mc_cipher_count(void);
int sqlite3mc_cipher_index(const char *cipherName);
}

namespace {

constexpr int BuiltIn = 0;
constexpr qint64 PageSize = PageSeal::PageSize;
const QByteArray key(32, 'k');

void fill(const QString &path, int cipher, const QByteArray &journal, qint64 pageSize = PageSize)
{
    RawDatabase db;
    QVERIFY(db.open(path, key, {}, cipher));
    QVERIFY2(db.exec("PRAGMA page_size=" + QByteArray::number(pageSize) + "; PRAGMA journal_mode=" + journal + "; CREATE TABLE note(no INTEGER PRIMARY KEY, text TEXT);"
                     "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) "
                     "INSERT INTO note SELECT i, printf('%0200d', i) FROM n"),
        qPrintable(db.error()));
}

/** Empty when every row is as filled. */
QString wrong(const QString &path, int cipher, const QByteArray &with = key)
{
    RawDatabase db;
    if (!db.open(path, with, {}, cipher)) {
        return db.error();
    }
    const qint64 good = db.number("SELECT count(*) FROM note WHERE text = printf('%0200d', no)");
    return good == 500 && db.text("PRAGMA integrity_check") == "ok" ? QString() : db.error();
}

} // namespace

class tst_PageCipher : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_path;

private Q_SLOTS:
    void init()
    {
        m_path = m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + QString::number(qHash(QByteArray(QTest::currentDataTag()))));
    }

    void isRegisteredOnce()
    {
        QVERIFY(pagecipher::index() > 0);
        const int ciphers = sqlite3mc_cipher_count();
        QCOMPARE(pagecipher::index(), sqlite3mc_cipher_index("motcua_sqlcipher"));
        QCOMPARE(sqlite3mc_cipher_count(), ciphers);
    }

    void readsWhatTheOtherWrote_data()
    {
        QTest::addColumn<bool>("oursWrites");
        QTest::addColumn<QByteArray>("journal");
        QTest::addColumn<qint64>("pageSize");
        for (const char *journal : {"DELETE", "WAL"}) {
            for (const qint64 size : {PageSize, qint64{1024}, qint64{4096}, qint64{65536}}) {
                QTest::addRow("ours writes, the built-in reads, %s, %lld", journal, size) << true << QByteArray(journal) << size;
                QTest::addRow("the built-in writes, ours reads, %s, %lld", journal, size) << false << QByteArray(journal) << size;
            }
        }
    }

    void readsWhatTheOtherWrote()
    {
        QFETCH(bool, oursWrites);
        QFETCH(QByteArray, journal);
        QFETCH(qint64, pageSize);
        const int writer = oursWrites ? pagecipher::index() : BuiltIn;
        const int reader = oursWrites ? BuiltIn : pagecipher::index();
        fill(m_path, writer, journal, pageSize);
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("CREATE TABLE"));
        QCOMPARE(PageSeal(m_path, security::SecretBytes::copyOf(key)).pageSize(), pageSize);
        QCOMPARE(PageSeal(m_path, security::SecretBytes::copyOf(key)).brokenPages(), QList<qint64>());
        QCOMPARE(wrong(m_path, reader), QString());
        // And goes on writing in it, page 1 included.
        {
            RawDatabase db;
            QVERIFY(db.open(m_path, key, {}, reader));
            QVERIFY2(db.exec("CREATE TABLE other(x); INSERT INTO other VALUES('từ')"), qPrintable(db.error()));
        }
        QCOMPARE(wrong(m_path, writer), QString());
    }

    void readsTheOthersLogAfterACrash_data()
    {
        QTest::addColumn<bool>("oursWrites");
        QTest::newRow("ours wrote") << true;
        QTest::newRow("the built-in wrote") << false;
    }

    void readsTheOthersLogAfterACrash()
    {
        QFETCH(bool, oursWrites);
        const int writer = oursWrites ? pagecipher::index() : BuiltIn;
        const QString copy = m_path + QStringLiteral(".copy");
        {
            RawDatabase db;
            QVERIFY(db.open(m_path, key, {}, writer));
            QVERIFY(db.exec("PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0; CREATE TABLE note(no INTEGER PRIMARY KEY, text TEXT);"
                            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) "
                            "INSERT INTO note SELECT i, printf('%0200d', i) FROM n"));
            QVERIFY(QFile::copy(m_path, copy) && QFile::copy(m_path + QStringLiteral("-wal"), copy + QStringLiteral("-wal")));
        }
        QCOMPARE(wrong(copy, oursWrites ? BuiltIn : pagecipher::index()), QString());
    }

    void refusesAChangedByte_data()
    {
        QTest::addColumn<qint64>("at");
        QTest::newRow("salt of the file") << qint64{3};
        QTest::newRow("text of page 1") << qint64{200};
        QTest::newRow("stolen end of page 1") << PageSize - 80 - 1;
        QTest::newRow("seal of page 1") << PageSize - 1;
        QTest::newRow("text") << 4 * PageSize + 10;
        QTest::newRow("initial vector") << 5 * PageSize - 80;
        QTest::newRow("seal") << 5 * PageSize - 64;
        QTest::newRow("last byte of a seal") << 5 * PageSize - 1;
    }

    void refusesAChangedByte()
    {
        QFETCH(qint64, at);
        fill(m_path, pagecipher::index(), "DELETE");
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(at));
        char byte = 0;
        QVERIFY(file.getChar(&byte) && file.seek(at) && file.putChar(static_cast<char>(byte ^ 1)));
        file.close();
        QVERIFY(!wrong(m_path, pagecipher::index()).isEmpty());
    }

    void refusesTwoPagesChangedRound()
    {
        fill(m_path, pagecipher::index(), "DELETE");
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(4 * PageSize));
        const QByteArray fifth = file.read(PageSize);
        const QByteArray sixth = file.read(PageSize);
        QVERIFY(file.seek(4 * PageSize) && file.write(sixth + fifth) == 2 * PageSize);
        file.close();
        QVERIFY(!wrong(m_path, pagecipher::index()).isEmpty());
    }

    void refusesAnotherKey()
    {
        fill(m_path, pagecipher::index(), "DELETE");
        QVERIFY(!wrong(m_path, pagecipher::index(), QByteArray(32, 'x')).isEmpty());
    }

    void takesNoKeyOfAnotherShape_data()
    {
        QTest::addColumn<QByteArray>("phrase");
        QTest::newRow("a pass phrase") << QByteArray("a pass phrase nobody derived a key from");
        QTest::newRow("31 bytes") << "raw:" + QByteArray(31, 'k');
        QTest::newRow("33 bytes") << "raw:" + QByteArray(33, 'k');
        QTest::newRow("key and salt in hexadecimal") << "x'" + QByteArray(96, 'a') + "'";
    }

    void takesNoKeyOfAnotherShape()
    {
        QFETCH(QByteArray, phrase);
        sqlite3 *db = nullptr;
        QCOMPARE(sqlite3_open(QFile::encodeName(m_path).constData(), &db), SQLITE_OK);
        sqlite3mc_config(db, "cipher", pagecipher::index());
        (void)sqlite3_key_v2(db, "main", phrase.constData(), static_cast<int>(phrase.size()));
        // SQLite writes a page even when its cipher says no: then at least nothing is in it.
        QVERIFY(sqlite3_exec(db, "CREATE TABLE clear(text)", nullptr, nullptr, nullptr) != SQLITE_OK);
        sqlite3_close(db);
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray left = file.readAll();
        QCOMPARE(left.count('\0'), left.size());
    }

    void drawsAnotherVectorForEachWriting()
    {
        QSet<QByteArray> vectors;
        qsizetype written = 0;
        const auto collect = [&] {
            QFile file(m_path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            for (qsizetype end = PageSize; end <= bytes.size(); end += PageSize) {
                vectors.insert(bytes.mid(end - 80, 16));
                ++written;
            }
        };
        RawDatabase db;
        QVERIFY(db.open(m_path, key, {}, pagecipher::index()));
        QVERIFY(db.exec("PRAGMA page_size=" + QByteArray::number(PageSize) + "; CREATE TABLE note(no INTEGER PRIMARY KEY, text TEXT);"
                        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) "
                        "INSERT INTO note SELECT i, printf('%0200d', i) FROM n"));
        collect();
        QVERIFY(written > 3 * 64); // vectors are drawn for 64 pages at once
        // VACUUM writes each page of the file anew.
        QVERIFY(db.exec("VACUUM"));
        collect();
        QCOMPARE(vectors.size(), written);
    }

    void changesItsKey_data()
    {
        QTest::addColumn<bool>("keepsSalt");
        QTest::newRow("under the salt there is") << true;
        QTest::newRow("under a new one") << false;
    }

    void changesItsKey()
    {
        QFETCH(bool, keepsSalt);
        const QByteArray next(32, 'n');
        fill(m_path, pagecipher::index(), "DELETE");
        const auto salt = [this] {
            QFile file(m_path);
            return file.open(QIODevice::ReadOnly) ? file.read(16) : QByteArray();
        };
        const QByteArray before = salt();
        {
            RawDatabase db;
            QVERIFY(db.open(m_path, key, {}, pagecipher::index()));
            // Read first, so that the key is known to fit; re-keying takes the handle's default cipher.
            QVERIFY(db.number("SELECT count(*) FROM note") == 500);
            sqlite3mc_config(db.handle(), "cipher", pagecipher::index());
            const QByteArray raw = "raw:" + next + (keepsSalt ? before : QByteArray());
            QCOMPARE(sqlite3_rekey_v2(db.handle(), "main", raw.constData(), static_cast<int>(raw.size())), SQLITE_OK);
        }
        QCOMPARE(salt() == before, keepsSalt);
        QCOMPARE(wrong(m_path, BuiltIn, next), QString());
        QCOMPARE(wrong(m_path, pagecipher::index(), next), QString());
        QVERIFY(!wrong(m_path, pagecipher::index(), key).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_PageCipher)
#include "tst_PageCipher.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/DatabaseAccess.h"

#include <QTest>

using namespace motcua;
using centre::DatabaseAccess;

class tst_DatabaseAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatAnAddressMaySay_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("authority");
        QTest::addColumn<bool>("isTaken");
        QTest::addColumn<bool>("isLocal");
        const auto row = [](const char *address, const char *authority, bool isTaken, bool isLocal) {
            QTest::newRow(address) << QString::fromLatin1(address) << QString::fromLatin1(authority) << isTaken << isLocal;
        };
        row("postgresql://motcua@127.0.0.1:5432/motcua", "", true, true);
        row("postgresql://motcua@localhost/motcua", "", true, true);
        row("postgresql://motcua@[::1]:5433/motcua", "", true, true);
        row("postgresql://motcua@/motcua", "", true, true); // by the socket of this machine
        row("postgresql://motcua@%2Fvar%2Frun%2Fpostgresql/motcua", "", true, true);
        row("postgresql://motcua@db.tinh.example/motcua", "ca.pem", true, false);
        row("postgresql://motcua@db1.example:5432,db2.example:5432/motcua", "ca.pem", true, false);
        row("postgres://motcua@db.tinh.example/motcua", "ca.pem", true, false);
        row("postgresql://motcua@db.tinh.example/motcua?connect_timeout=9", "ca.pem", true, false);
        // Another machine is believed only by its certificate, also as one of several.
        row("postgresql://motcua@db.tinh.example/motcua", "", false, false);
        row("postgresql://motcua@127.0.0.1,db2.example/motcua", "", false, false);
        row("postgresql://motcua:geheim@127.0.0.1/motcua", "", false, true);
        row("postgresql://motcua@127.0.0.1/motcua?password=x", "", false, true);
        row("postgresql://motcua@127.0.0.1/motcua?sslmode=disable", "", false, true);
        row("postgresql://motcua@db.tinh.example/motcua?sslmode=disable", "ca.pem", false, false);
        row("postgresql://motcua@localhost/motcua?hostaddr=10.1.1.1", "", false, true);
        row("postgresql://motcua@127.0.0.1/motcua?options=-cfsync%3Doff", "", false, true);
        row("postgresql://motcua@127.0.0.1/motcua?passfile=/etc/passwd", "", false, true);
        row("postgresql://127.0.0.1/motcua", "", false, true); // as nobody
        row("postgresql://motcua@127.0.0.1/", "", false, true); // in nothing
        row("postgresql://motcua@127.0.0.1/motcua?nonsense=1", "", false, true);
        row("host=127.0.0.1 user=motcua dbname=motcua", "", false, true);
        row("https://127.0.0.1/motcua", "", false, true);
        row("", "", false, true);
    }
    void whatAnAddressMaySay()
    {
        QFETCH(QString, address);
        QFETCH(QString, authority);
        QFETCH(bool, isTaken);
        QFETCH(bool, isLocal);
        const DatabaseAccess access{.address = address, .authority = authority};
        const Result<> checked = access.checked();
        QVERIFY2(bool(checked) == isTaken, checked ? "taken" : qPrintable(checked.error().detail));
        if (!checked) {
            QCOMPARE(checked.error().code, ErrorCode::Invalid);
            QVERIFY(!checked.error().detail.isEmpty());
            QVERIFY(!checked.error().detail.contains(u"geheim"));
        }
        if (isTaken) {
            QCOMPARE(access.isLocal(), isLocal);
        }
    }

    void itIsKeptWhole()
    {
        const DatabaseAccess access{.address = QStringLiteral("postgresql://a@b/c"), .password = QStringLiteral("mật khẩu \"'\\"), .authority = QStringLiteral("/etc/ca.pem"),
            .house = Id::v7(1, QByteArray(10, 'x')), .key = security::SecretBytes::copyOf(QByteArray(32, '\x81'))};
        const auto read = DatabaseAccess::fromJson(access.toJson());
        QVERIFY(read);
        QCOMPARE(read->address, access.address);
        QCOMPARE(read->password, access.password);
        QCOMPARE(read->authority, access.authority);
        QCOMPARE(read->house, access.house);
        QVERIFY(read->key.equals(access.key));
    }

    void whatIsNotThatIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("\x01\x02");
        QTest::newRow("no key") << DatabaseAccess{.address = QStringLiteral("a"), .house = Id::v7(1, QByteArray(10, 'x'))}.toJson();
        QTest::newRow("no house") << DatabaseAccess{.address = QStringLiteral("a"), .key = security::SecretBytes(32)}.toJson();
        QTest::newRow("half a key") << DatabaseAccess{.address = QStringLiteral("a"), .house = Id::v7(1, QByteArray(10, 'x')), .key = security::SecretBytes(16)}.toJson();
        QTest::newRow("no address") << DatabaseAccess{.house = Id::v7(1, QByteArray(10, 'x')), .key = security::SecretBytes(32)}.toJson();
    }
    void whatIsNotThatIsRefused()
    {
        QFETCH(QByteArray, json);
        const auto read = DatabaseAccess::fromJson(json);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::StoreDamaged);
    }
};

QTEST_GUILESS_MAIN(tst_DatabaseAccess)
#include "tst_DatabaseAccess.moc"

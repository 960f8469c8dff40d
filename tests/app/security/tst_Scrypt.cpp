// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/Scrypt.h"

#include <QTest>

using namespace motcua;
using namespace motcua::security;

class tst_Scrypt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithRfc7914_data()
    {
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<QByteArray>("salt");
        QTest::addColumn<int>("n");
        QTest::addColumn<int>("r");
        QTest::addColumn<int>("p");
        QTest::addColumn<QByteArray>("derived");
        QTest::addRow("nothing typed") << QByteArray() << QByteArray() << 16 << 1 << 1
                                       << QByteArray("77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
                                                     "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906");
        QTest::addRow("many lanes") << QByteArray("password") << QByteArray("NaCl") << 1024 << 8 << 16
                                    << QByteArray("fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
                                                  "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640");
        QTest::addRow("interactive") << QByteArray("pleaseletmein") << QByteArray("SodiumChloride") << 16384 << 8 << 1
                                     << QByteArray("7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
                                                   "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887");
        // Computed with another binding (Python's hashlib), beyond the 32 MiB that OpenSSL allows unasked.
        const auto shipped = ScryptCost::shipped();
        QTest::addRow("as shipped") << QByteArray("mật khẩu dài") << QByteArray("NaCl") << static_cast<int>(shipped.n)
                                    << static_cast<int>(shipped.r) << static_cast<int>(shipped.p)
                                    << QByteArray("c89e6ecf38e8d272dfab595e51047894bf8a061dffa906a06bdcdf8b85163959");
    }
    void agreesWithRfc7914()
    {
        QFETCH(QByteArray, password);
        QFETCH(QByteArray, salt);
        QFETCH(int, n);
        QFETCH(int, r);
        QFETCH(int, p);
        QFETCH(QByteArray, derived);
        const ScryptCost cost = {.n = static_cast<quint64>(n), .r = static_cast<quint32>(r), .p = static_cast<quint32>(p)};
        const Result<SecretBytes> key = scrypt(password, salt, cost, derived.size() / 2);
        QVERIFY(key);
        QCOMPARE(key->view().toByteArray().toHex(), derived);
    }

    void shipsWhatWasDecided()
    {
        QCOMPARE(ScryptCost::shipped(), (ScryptCost{.n = 65536, .r = 8, .p = 1}));
    }

    void refusesACostNobodyMeant_data()
    {
        QTest::addColumn<quint64>("n");
        QTest::addColumn<quint32>("r");
        QTest::addColumn<quint32>("p");
        QTest::addColumn<bool>("sane");
        QTest::addRow("as shipped") << quint64(65536) << 8U << 1U << true;
        QTest::addRow("may grow") << quint64(1 << 19) << 8U << 1U << true;
        QTest::addRow("N is no power of two") << quint64(65537) << 8U << 1U << false;
        QTest::addRow("N of one") << quint64(1) << 8U << 1U << false;
        QTest::addRow("N of nothing") << quint64(0) << 8U << 1U << false;
        QTest::addRow("no r") << quint64(1024) << 0U << 1U << false;
        QTest::addRow("no p") << quint64(1024) << 8U << 0U << false;
        QTest::addRow("more memory than a desk has") << quint64(1 << 20) << 32U << 1U << false;
        QTest::addRow("an N that would take a day") << (quint64(1) << 40) << 1U << 1U << false;
        QTest::addRow("many lanes for ever") << quint64(1024) << 8U << 4000000000U << false;
    }
    void refusesACostNobodyMeant()
    {
        QFETCH(quint64, n);
        QFETCH(quint32, r);
        QFETCH(quint32, p);
        QFETCH(bool, sane);
        const ScryptCost cost = {.n = n, .r = r, .p = p};
        QCOMPARE(cost.isSane(), sane);
        if (!sane) {
            const Result<SecretBytes> key = scrypt("a", "b", cost, 32);
            QVERIFY(!key);
            QCOMPARE(key.error().code, ErrorCode::Invalid);
        }
    }
};

QTEST_APPLESS_MAIN(tst_Scrypt)
#include "tst_Scrypt.moc"

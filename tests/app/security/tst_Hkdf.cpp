// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/Hkdf.h"

#include <QTest>

using namespace motcua::security;

class tst_Hkdf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithRfc5869_data()
    {
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<QByteArray>("salt");
        QTest::addColumn<QByteArray>("info");
        QTest::addColumn<int>("size");
        QTest::addColumn<QByteArray>("derived");
        QByteArray counted;
        for (int value = 0; value < 256; ++value) {
            counted += static_cast<char>(value);
        }
        QTest::addRow("A.1 basic") << QByteArray(22, '\x0b') << counted.mid(0, 13) << counted.mid(0xf0, 10) << 42
                                   << QByteArray("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
        QTest::addRow("A.2 longer than a block")
            << counted.mid(0, 0x50) << counted.mid(0x60, 0x50) << counted.mid(0xb0, 0x50) << 82
            << QByteArray("b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09"
                          "da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87");
        QTest::addRow("A.3 no salt, no info") << QByteArray(22, '\x0b') << QByteArray() << QByteArray() << 42
                                              << QByteArray("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
                                                            "9d201395faa4b61a96c8");
    }
    void agreesWithRfc5869()
    {
        QFETCH(QByteArray, secret);
        QFETCH(QByteArray, salt);
        QFETCH(QByteArray, info);
        QFETCH(int, size);
        QTEST(hkdf(secret, salt, info, size).view().toByteArray().toHex(), "derived");
    }

    void agreesWithRfc4231()
    {
        QCOMPARE(hmacSha256(SecretBytes::copyOf("Jefe"), "what do ya want for nothing?").toHex(),
                 QByteArray("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
    }
};

QTEST_APPLESS_MAIN(tst_Hkdf)
#include "tst_Hkdf.moc"

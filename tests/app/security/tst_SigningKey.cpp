// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/SigningKey.h"

#include <QTest>

using namespace motcua::security;

class tst_SigningKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithRfc8032_data()
    {
        QTest::addColumn<QByteArray>("seed");
        QTest::addColumn<QByteArray>("publicKey");
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QByteArray>("signature");
        QTest::addRow("test 1: an empty message") << QByteArray("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
                                                  << QByteArray("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
                                                  << QByteArray()
                                                  << QByteArray("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555"
                                                                "fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
        QTest::addRow("test 2: one byte") << QByteArray("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
                                          << QByteArray("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
                                          << QByteArray("72")
                                          << QByteArray("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da0"
                                                        "85ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    }
    void agreesWithRfc8032()
    {
        QFETCH(QByteArray, seed);
        QFETCH(QByteArray, publicKey);
        QFETCH(QByteArray, message);
        QFETCH(QByteArray, signature);
        const auto key = SigningKey::fromSeed(SecretBytes::copyOf(QByteArray::fromHex(seed)));
        QVERIFY(key);
        QCOMPARE(key->publicKey().toHex(), publicKey);
        QCOMPARE(key->sign(QByteArray::fromHex(message)).toHex(), signature);
        QVERIFY(SigningKey::verify(key->publicKey(), QByteArray::fromHex(message), QByteArray::fromHex(signature)));
    }

    void refusesEverythingElse_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<int>("flipped");
        QTest::addColumn<int>("size");
        QTest::addColumn<bool>("right");
        QTest::addRow("as signed") << QByteArray("batch 17") << -1 << 64 << true;
        QTest::addRow("another message") << QByteArray("batch 18") << -1 << 64 << false;
        QTest::addRow("first bit") << QByteArray("batch 17") << 0 << 64 << false;
        QTest::addRow("last bit") << QByteArray("batch 17") << 511 << 64 << false;
        QTest::addRow("a byte short") << QByteArray("batch 17") << -1 << 63 << false;
        QTest::addRow("none") << QByteArray("batch 17") << -1 << 0 << false;
    }
    void refusesEverythingElse()
    {
        QFETCH(QByteArray, message);
        QFETCH(int, flipped);
        QFETCH(int, size);
        QFETCH(bool, right);
        const SigningKey key = SigningKey::generate();
        QByteArray signature = key.sign("batch 17");
        if (flipped >= 0) {
            signature[flipped / 8] = static_cast<char>(signature.at(flipped / 8) ^ (1 << (flipped % 8)));
        }
        QCOMPARE(SigningKey::verify(key.publicKey(), message, signature.left(size)), right);
        QVERIFY(!SigningKey::verify(SigningKey::generate().publicKey(), message, signature.left(size)));
        QVERIFY(!SigningKey::verify(key.publicKey().left(31), message, signature.left(size)));
    }

    void aSeedHas32Bytes()
    {
        QVERIFY(!SigningKey::fromSeed(SecretBytes(31)));
        QVERIFY(!SigningKey::fromSeed(SecretBytes()));
    }

    void comesBackFromItsSeed()
    {
        const SigningKey key = SigningKey::generate();
        const auto again = SigningKey::fromSeed(key.seed().clone());
        QVERIFY(again);
        QCOMPARE(again->publicKey(), key.publicKey());
        QCOMPARE(again->sign("x"), key.sign("x"));
    }
};

QTEST_APPLESS_MAIN(tst_SigningKey)
#include "tst_SigningKey.moc"

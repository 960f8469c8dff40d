// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/X25519.h"

#include <QTest>

using namespace motcua::security;

class tst_X25519 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // RFC 7748 §6.1
    void agreesWithRfc7748()
    {
        const SecretBytes alice
            = SecretBytes::copyOf(QByteArray::fromHex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a"));
        const SecretBytes bob
            = SecretBytes::copyOf(QByteArray::fromHex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb"));
        QCOMPARE(x25519::publicKey(alice).toHex(), QByteArray("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a"));
        QCOMPARE(x25519::publicKey(bob).toHex(), QByteArray("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f"));
        const QByteArray shared("4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742");
        const auto one = x25519::agree(alice, x25519::publicKey(bob));
        const auto other = x25519::agree(bob, x25519::publicKey(alice));
        QVERIFY(one && other);
        QCOMPARE(one->view().toByteArray().toHex(), shared);
        QCOMPARE(other->view().toByteArray().toHex(), shared);
    }

    void refusesWhatIsNoKey_data()
    {
        QTest::addColumn<QByteArray>("publicKey");
        QTest::addRow("nothing") << QByteArray();
        QTest::addRow("a byte short") << QByteArray(31, '\x09');
        QTest::addRow("a byte long") << QByteArray(33, '\x09');
        QTest::addRow("the point of order one") << QByteArray(32, '\0');
        QTest::addRow("a point of order eight") << QByteArray::fromHex("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800");
    }
    void refusesWhatIsNoKey()
    {
        QFETCH(QByteArray, publicKey);
        QVERIFY(!x25519::agree(x25519::generate(), publicKey));
    }

    void drawsANewKeyEachTime()
    {
        QVERIFY(!x25519::generate().equals(x25519::generate()));
    }
};

QTEST_APPLESS_MAIN(tst_X25519)
#include "tst_X25519.moc"

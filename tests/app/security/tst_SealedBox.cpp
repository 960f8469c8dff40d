// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/SealedBox.h"
#include "app/security/X25519.h"

#include <QTest>

using namespace motcua::security;

class tst_SealedBox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensForItsAddresseeAlone()
    {
        const SecretBytes mine = x25519::generate();
        const QByteArray box = sealedbox::seal(x25519::publicKey(mine), "store 1", "the data key");
        QCOMPARE(box.size(), 1 + 32 + 12 + 16);
        const auto opened = sealedbox::open(mine, "store 1", box);
        QVERIFY(opened);
        QCOMPARE(opened->view().toByteArray(), QByteArray("the data key"));
        QVERIFY(!sealedbox::open(x25519::generate(), "store 1", box));
        QVERIFY(!sealedbox::open(mine, "store 2", box));
        QVERIFY(!sealedbox::open(mine, {}, box));
        QVERIFY(!sealedbox::open(SecretBytes(), "store 1", box));
    }

    void everyFlippedBitIsRefused()
    {
        const SecretBytes mine = x25519::generate();
        const QByteArray box = sealedbox::seal(x25519::publicKey(mine), "c", "key");
        for (qsizetype bit = 0; bit < box.size() * 8; ++bit) {
            QByteArray changed = box;
            changed[bit / 8] = static_cast<char>(changed.at(bit / 8) ^ (1 << (bit % 8)));
            QVERIFY2(!sealedbox::open(mine, "c", changed), QByteArray::number(bit).constData());
        }
    }

    void everyLostByteIsRefused()
    {
        const SecretBytes mine = x25519::generate();
        const QByteArray box = sealedbox::seal(x25519::publicKey(mine), "c", "key");
        for (qsizetype size = 0; size < box.size(); ++size) {
            QVERIFY(!sealedbox::open(mine, "c", box.left(size)));
        }
    }

    void twoBoxesShareNothing()
    {
        const QByteArray to = x25519::publicKey(x25519::generate());
        QVERIFY(sealedbox::seal(to, "c", "key").sliced(1) != sealedbox::seal(to, "c", "key").sliced(1));
    }

    void sealsNothingForAWeakKey()
    {
        QVERIFY(sealedbox::seal(QByteArray(32, '\0'), "c", "key").isEmpty());
        QVERIFY(sealedbox::seal(QByteArray(7, 'x'), "c", "key").isEmpty());
    }
};

QTEST_APPLESS_MAIN(tst_SealedBox)
#include "tst_SealedBox.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/Aead.h"
#include "app/security/Random.h"

#include <QTest>

using namespace motcua::security;

class tst_Aead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // McGrew and Viega, "The Galois/Counter Mode of Operation", appendix B.
    void agreesWithThePublishedVectors_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("nonce");
        QTest::addColumn<QByteArray>("associated");
        QTest::addColumn<QByteArray>("plain");
        QTest::addColumn<QByteArray>("sealed");
        QTest::addRow("case 13: nothing at all") << QByteArray(64, '0') << QByteArray(24, '0') << QByteArray() << QByteArray()
                                                 << QByteArray("530f8afbc74536b9a963b4f1c4cb738b");
        QTest::addRow("case 14: one block") << QByteArray(64, '0') << QByteArray(24, '0') << QByteArray() << QByteArray(32, '0')
                                            << QByteArray("cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919");
        QTest::addRow("case 16: associated data and a short last block")
            << QByteArray("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308") << QByteArray("cafebabefacedbaddecaf888")
            << QByteArray("feedfacedeadbeeffeedfacedeadbeefabaddad2")
            << QByteArray("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                          "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39")
            << QByteArray("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                          "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                          "76fc6ece0f4e1768cddf8853bb2d551b");
    }
    void agreesWithThePublishedVectors()
    {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, nonce);
        QFETCH(QByteArray, associated);
        QFETCH(QByteArray, plain);
        QFETCH(QByteArray, sealed);
        const SecretBytes secret = SecretBytes::copyOf(QByteArray::fromHex(key));
        const QByteArray once = QByteArray::fromHex(nonce);
        const QByteArray with = QByteArray::fromHex(associated);
        QCOMPARE(aead::seal(secret, once, with, QByteArray::fromHex(plain)).toHex(), sealed);
        const auto opened = aead::open(secret, once, with, QByteArray::fromHex(sealed));
        QVERIFY(opened);
        QCOMPARE(opened->view().toByteArray().toHex(), plain);
    }

    void everyFlippedBitIsRefused()
    {
        const SecretBytes key = random::secret(aead::KeySize);
        const QByteArray with = "dossier 7";
        const QByteArray sealed = aead::sealRandomly(key, with, "Nguyễn Thị Hoa");
        QVERIFY(aead::openRandomly(key, with, sealed));
        for (qsizetype bit = 0; bit < sealed.size() * 8; ++bit) {
            QByteArray changed = sealed;
            changed[bit / 8] = static_cast<char>(changed.at(bit / 8) ^ (1 << (bit % 8)));
            QVERIFY2(!aead::openRandomly(key, with, changed), QByteArray::number(bit).constData());
        }
    }

    void refusesWhatDoesNotFit_data()
    {
        QTest::addColumn<int>("keySize");
        QTest::addColumn<int>("keep");
        QTest::addColumn<QByteArray>("associated");
        QTest::addColumn<bool>("opens");
        QTest::addRow("as it was sealed") << 32 << 100 << QByteArray("a") << true;
        QTest::addRow("other associated data") << 32 << 100 << QByteArray("b") << false;
        QTest::addRow("no associated data") << 32 << 100 << QByteArray() << false;
        QTest::addRow("a short key") << 16 << 100 << QByteArray("a") << false;
        QTest::addRow("an empty box") << 32 << 0 << QByteArray("a") << false;
        QTest::addRow("shorter than nonce and tag") << 32 << 27 << QByteArray("a") << false;
        QTest::addRow("only nonce and tag") << 32 << 28 << QByteArray("a") << false;
        QTest::addRow("the last byte lost") << 32 << 32 << QByteArray("a") << false;
    }
    void refusesWhatDoesNotFit()
    {
        QFETCH(int, keySize);
        QFETCH(int, keep);
        QFETCH(QByteArray, associated);
        const SecretBytes key = random::secret(32);
        const QByteArray sealed = aead::sealRandomly(key, "a", "plain");
        QCOMPARE(sealed.size(), 33);
        const SecretBytes used = SecretBytes::copyOf(key.view().first(keySize));
        QTEST(aead::openRandomly(used, associated, sealed.left(keep)).has_value(), "opens");
    }

    void neverSealsTheSameTwice()
    {
        const SecretBytes key = random::secret(32);
        QVERIFY(aead::sealRandomly(key, "a", "plain") != aead::sealRandomly(key, "a", "plain"));
    }

    void sealsNothingAndMuch()
    {
        const SecretBytes key = random::secret(32);
        for (const qsizetype size : {qsizetype(0), qsizetype(1), qsizetype(4096), qsizetype(3000001)}) {
            const QByteArray plain = random::bytes(size);
            const auto opened = aead::openRandomly(key, {}, aead::sealRandomly(key, {}, plain));
            QVERIFY(opened && opened->view() == QByteArrayView(plain));
        }
    }
};

QTEST_APPLESS_MAIN(tst_Aead)
#include "tst_Aead.moc"

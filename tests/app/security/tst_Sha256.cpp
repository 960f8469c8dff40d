// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/Sha256.h"

#include <QCryptographicHash>
#include <QTest>

using namespace motcua::security;

class tst_Sha256 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownAnswers_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<QByteArray>("hash");
        // FIPS 180-4, examples of NIST.
        QTest::newRow("nothing") << QByteArray() << QByteArray() << QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        QTest::newRow("abc") << QByteArray("abc") << QByteArray() << QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        QTest::newRow("abc in two parts") << QByteArray("a") << QByteArray("bc")
                                          << QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        QTest::newRow("abc behind nothing") << QByteArray() << QByteArray("abc")
                                            << QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    void knownAnswers()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        QTEST(sha256(first, second).toHex(), "hash");
    }

    void saysWhatQtSays()
    {
        // One after the other, so that nothing of the last one is left in the next.
        for (qsizetype size = 0; size < 300; ++size) {
            const QByteArray bytes(size, static_cast<char>(size));
            QCOMPARE(sha256(bytes), QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
        }
    }
};

QTEST_GUILESS_MAIN(tst_Sha256)
#include "tst_Sha256.moc"

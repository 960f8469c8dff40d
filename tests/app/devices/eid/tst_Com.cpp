// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/Com.h"
#include "tests/app/devices/eid/CardFiles.h"

#include <QTest>

using namespace motcua;

class tst_Com : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheCards_data()
    {
        QTest::addColumn<QString>("card");
        QTest::addColumn<QList<int>>("groups");
        QTest::newRow("with both proofs of the chip") << u"bp512-ec"_qs << QList<int>{1, 2, 13, 14, 15};
        QTest::newRow("without active authentication, with fingers") << u"pkcs1-none"_qs << QList<int>{1, 2, 3, 13, 14};
    }
    void readsTheCards()
    {
        QFETCH(QString, card);
        const auto com = EfCom::fromBytes(test::cardFile(card, u"ef_011E.bin"_qs));
        QVERIFY(com);
        QCOMPARE(com->ldsVersion, u"0107"_qs);
        QCOMPARE(com->unicodeVersion, u"040000"_qs);
        QTEST(com->groups, "groups");
        QCOMPARE(com->unknownTags, 0);
    }

    void reads_data()
    {
        QTest::addColumn<QByteArray>("hex");
        QTest::addColumn<bool>("good");
        QTest::addColumn<QList<int>>("groups");
        QTest::addColumn<int>("unknown");
        QTest::newRow("the example of 9303-11") << QByteArray("60145F0104303130365F36063034303030305C026175") << true << QList<int>{1, 2} << 0;
        QTest::newRow("all sixteen") << QByteArray("60125C10616D6E6F70757663656667 68696A6B6C").replace(" ", "") << true
                                     << QList<int>{1, 13, 14, 15, 16, 2, 4, 3, 5, 6, 7, 8, 9, 10, 11, 12} << 0;
        QTest::newRow("the list before the versions") << QByteArray("600B5C02617" "55F010430313037") << true << QList<int>{1, 2} << 0;
        QTest::newRow("a tag twice is one group") << QByteArray("60055C03616161") << true << QList<int>{1} << 0;
        QTest::newRow("tags nobody knows are counted") << QByteArray("60055C0361FF00") << true << QList<int>{1} << 2;
        QTest::newRow("an empty list") << QByteArray("60025C00") << true << QList<int>{} << 0;
        QTest::newRow("no list") << QByteArray("60075F010430313037") << false << QList<int>{} << 0;
        QTest::newRow("another file") << QByteArray("61025C00") << false << QList<int>{} << 0;
        QTest::newRow("cut within") << QByteArray("60145F0104303130365F36063034") << false << QList<int>{} << 0;
        QTest::newRow("broken behind the list") << QByteArray("60065C0161" "5C7F61") << false << QList<int>{} << 0;
        QTest::newRow("nothing") << QByteArray() << false << QList<int>{} << 0;
    }
    void reads()
    {
        QFETCH(QByteArray, hex);
        const auto com = EfCom::fromBytes(QByteArray::fromHex(hex));
        QTEST(bool(com), "good");
        QTEST(com ? com->groups : QList<int>(), "groups");
        QTEST(com ? com->unknownTags : 0, "unknown");
        if (!com) {
            QCOMPARE(com.error().fault, CardFault::Nonsense);
        }
    }

    void aVersionIsDigitsOrNothing()
    {
        const auto com = EfCom::fromBytes(QByteArray::fromHex("60085F010230415C0161"));
        QVERIFY(com);
        QVERIFY(com->ldsVersion.isEmpty());
    }

    void survivesDamage()
    {
        QVERIFY(test::survives(test::cardFile(u"bp512-ec"_qs, u"ef_011E.bin"_qs), [](const QByteArray &bytes) { (void)EfCom::fromBytes(bytes); }));
    }
};

QTEST_GUILESS_MAIN(tst_Com)
#include "tst_Com.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/DataGroup.h"
#include "tests/app/devices/eid/CardFiles.h"

#include <QTest>

using namespace motcua;

class tst_DataGroup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tagsAndNumbers()
    {
        for (int group = 1; group <= 16; ++group) {
            QCOMPARE(groupOfTag(tagOfGroup(group)), group);
        }
        QCOMPARE(tagOfGroup(2), 0x75u);
        QCOMPARE(tagOfGroup(13), 0x6Du);
        QCOMPARE(tagOfGroup(0), 0u);
        QCOMPARE(tagOfGroup(17), 0u);
        QCOMPARE(groupOfTag(0x60), 0);
        QCOMPARE(groupOfTag(0x77), 0);
    }

    void theZoneInTheChipIsThePrintedOne_data()
    {
        QTest::addColumn<QString>("card");
        for (const QString &card : test::cards()) {
            QTest::newRow(qPrintable(card)) << card;
        }
    }
    void theZoneInTheChipIsThePrintedOne()
    {
        QFETCH(QString, card);
        const auto chip = readDg1(test::cardFile(card, u"ef_0101.bin"_qs), test::today());
        const auto printed = Mrz::fromText(QString::fromLatin1(test::cardFile(card, u"mrz.txt"_qs)), test::today());
        QVERIFY(chip && printed);
        QCOMPARE(*chip, *printed);
        QVERIFY(chip->wrong().isEmpty() && chip->numbersAgree());
    }

    void refusesAsDg1_data()
    {
        QTest::addColumn<QByteArray>("file");
        const QByteArray zone(90, 'A');
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("another group") << tlv(0x75, tlv(0x5F1F, zone));
        QTest::newRow("another object in it") << tlv(0x61, tlv(0x5F1E, zone));
        QTest::newRow("two zones") << tlv(0x61, tlv(0x5F1F, zone) + tlv(0x5F1F, zone));
        QTest::newRow("a zone of no layout") << tlv(0x61, tlv(0x5F1F, zone.first(89)));
        QTest::newRow("bytes that are no letters") << tlv(0x61, tlv(0x5F1F, QByteArray(90, '\xC3')));
        QTest::newRow("something behind it") << test::cardFile(u"bp512-ec"_qs, u"ef_0101.bin"_qs) + '\0';
    }
    void refusesAsDg1()
    {
        QFETCH(QByteArray, file);
        const auto mrz = readDg1(file, test::today());
        QVERIFY(!mrz);
        QCOMPARE(mrz.error().fault, CardFault::Nonsense);
        QVERIFY(!mrz.error().detail.contains(u'A' + u"AA"_qs));
    }

    void texts_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("good");
        QTest::addColumn<QString>("text");
        QTest::newRow("Vietnamese") << QByteArray("Phường Mẫu") << true << u"Phường Mẫu"_qs;
        QTest::newRow("in normal form D") << QByteArray("Mẫu") << true << u"Mẫu"_qs;
        QTest::newRow("empty") << QByteArray() << true << QString();
        QTest::newRow("line ends and other control characters are spaces") << QByteArray("a\r\n\x1B[31mb\0c", 11) << true << u"a [31mb c"_qs;
        QTest::newRow("what changes the direction of writing goes") << QByteArray("a\xE2\x80\xAE" "b") << true << u"ab"_qs;
        QTest::newRow("Latin-1") << QByteArray("M\xFCller") << false << QString();
        QTest::newRow("cut within a letter") << QByteArray("Ph\xC6") << false << QString();
        QTest::newRow("as long as nothing is") << QByteArray(4'001, 'a') << false << QString();
    }
    void texts()
    {
        QFETCH(QByteArray, bytes);
        const auto text = groupText(bytes);
        QTEST(text.has_value(), "good");
        QTEST(text.value_or(QString()), "text");
    }

    void dates_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("iso");
        QTest::newRow("eight digits") << QByteArray("19990209") << u"1999-02-09"_qs;
        QTest::newRow("four bytes") << QByteArray::fromHex("19990209") << u"1999-02-09"_qs;
        QTest::newRow("no day") << QByteArray("19410300") << u"1941-03"_qs;
        QTest::newRow("no month") << QByteArray("19410000") << u"1941"_qs;
        QTest::newRow("no such day") << QByteArray("19990230") << QString();
        QTest::newRow("letters in four bytes") << QByteArray::fromHex("199902AF") << QString();
        QTest::newRow("fillers") << QByteArray("1999<<<<") << QString();
        QTest::newRow("six digits") << QByteArray("990209") << QString();
        QTest::newRow("nothing") << QByteArray() << QString();
    }
    void dates()
    {
        QFETCH(QByteArray, bytes);
        const auto date = groupDate(bytes);
        QTEST(date ? date->iso() : QString(), "iso");
    }
};

QTEST_GUILESS_MAIN(tst_DataGroup)
#include "tst_DataGroup.moc"

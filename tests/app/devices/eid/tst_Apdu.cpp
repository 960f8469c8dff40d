// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/Apdu.h"

#include <QTest>

using namespace motcua;

class tst_Apdu : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isCodedByItsCase_data();
    void isCodedByItsCase();
    void refusesWhatIsNone_data();
    void refusesWhatIsNone();
};

void tst_Apdu::isCodedByItsCase_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("le");
    QTest::addColumn<bool>("extended");
    QTest::addColumn<QByteArray>("head"); // before the data, after CLA to P2
    QTest::addColumn<QByteArray>("tail");

    QTest::newRow("case 1") << 0 << 0 << false << QByteArray() << QByteArray();
    QTest::newRow("case 2, one byte") << 0 << 1 << false << QByteArray() << QByteArray("01");
    QTest::newRow("case 2, 256 bytes are 00") << 0 << 256 << false << QByteArray() << QByteArray("00");
    QTest::newRow("case 2, 257 bytes are extended") << 0 << 257 << true << QByteArray("00") << QByteArray("0101");
    QTest::newRow("case 2, 65536 bytes are 0000") << 0 << 65536 << true << QByteArray("00") << QByteArray("0000");
    QTest::newRow("case 2, few bytes in a long coding") << 0 << 4 << true << QByteArray("00") << QByteArray("0004");
    QTest::newRow("case 3") << 2 << 0 << false << QByteArray("02") << QByteArray();
    QTest::newRow("case 3, the longest short one") << 255 << 0 << false << QByteArray("FF") << QByteArray();
    QTest::newRow("case 3, the shortest extended one") << 256 << 0 << true << QByteArray("000100") << QByteArray();
    QTest::newRow("case 4") << 40 << 40 << false << QByteArray("28") << QByteArray("28");
    QTest::newRow("case 4, long data make both fields long") << 300 << 256 << true << QByteArray("00012C") << QByteArray("0100");
    QTest::newRow("case 4, a long answer makes both fields long") << 13 << 65536 << true << QByteArray("00000D") << QByteArray("0000");
}

void tst_Apdu::isCodedByItsCase()
{
    QFETCH(int, size);
    QFETCH(int, le);
    QFETCH(bool, extended);
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, tail);

    const QByteArray data(size, '\x5A');
    const QByteArray bytes = QByteArray::fromHex("00B0017F") + QByteArray::fromHex(head) + data + QByteArray::fromHex(tail);
    const Apdu command{0x00, 0xB0, 0x01, 0x7F, data, le, extended};
    QCOMPARE(command.bytes().toHex(), bytes.toHex());
    QCOMPARE(command.isExtended(), extended);
    QCOMPARE((Apdu{0x00, 0xB0, 0x01, 0x7F, data, le, extended && size <= 255 && le <= 256}.bytes().toHex()), bytes.toHex());
    const auto parsed = Apdu::of(bytes);
    QVERIFY(parsed);
    QVERIFY(*parsed == command);
}

void tst_Apdu::refusesWhatIsNone_data()
{
    QTest::addColumn<QByteArray>("hex");

    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half a header") << QByteArray("00B000");
    QTest::newRow("less data than it says") << QByteArray("00A4040C0311");
    QTest::newRow("more than data and a length") << QByteArray("00A4040C01110000");
    QTest::newRow("an extended length cut off") << QByteArray("00B000000001");
    QTest::newRow("less extended data than it says") << QByteArray("00A4040C00000311");
    QTest::newRow("no extended data") << QByteArray("00A4040C00000011");
}

void tst_Apdu::refusesWhatIsNone()
{
    QFETCH(QByteArray, hex);
    QVERIFY(!Apdu::of(QByteArray::fromHex(hex)));
}

QTEST_GUILESS_MAIN(tst_Apdu)
#include "tst_Apdu.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/Tlv.h"

#include <QTest>

using namespace motcua;

class tst_Tlv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAndWrites_data();
    void readsAndWrites();
    void refusesWhatIsNoObject_data();
    void refusesWhatIsNoObject();
    void readsOneAfterTheOther();
    void stopsAtABrokenOne();
    void leavesWhatHasAnotherTag();
    void onlyIsTheWhole_data();
    void onlyIsTheWhole();
    void knowsTheSizeBeforeTheValueIsThere();
};

void tst_Tlv::readsAndWrites_data()
{
    QTest::addColumn<QByteArray>("begin"); // tag and length in hexadecimal
    QTest::addColumn<quint32>("tag");
    QTest::addColumn<int>("length");
    QTest::addColumn<bool>("constructed");

    QTest::newRow("a tag of one byte") << QByteArray("0101") << 0x01u << 1 << false;
    QTest::newRow("an empty value") << QByteArray("3000") << 0x30u << 0 << true;
    QTest::newRow("a tag of two bytes") << QByteArray("5F1F05") << 0x5F1Fu << 5 << false;
    QTest::newRow("a tag of two bytes, constructed") << QByteArray("7F6105") << 0x7F61u << 5 << true;
    QTest::newRow("a tag of three bytes") << QByteArray("5F810202") << 0x5F8102u << 2 << false;
    QTest::newRow("the longest short length") << QByteArray("047F") << 0x04u << 127 << false;
    QTest::newRow("the shortest long length") << QByteArray("048180") << 0x04u << 128 << false;
    QTest::newRow("a length of two bytes") << QByteArray("75823A98") << 0x75u << 15000 << true;
    QTest::newRow("a length of three bytes") << QByteArray("7583010000") << 0x75u << 65536 << true;
}

void tst_Tlv::readsAndWrites()
{
    QFETCH(QByteArray, begin);
    QFETCH(quint32, tag);
    QFETCH(int, length);
    QFETCH(bool, constructed);

    const QByteArray value(length, 'v');
    const QByteArray bytes = QByteArray::fromHex(begin) + value;
    const auto object = TlvReader::only(bytes, tag);
    QVERIFY(object);
    QCOMPARE(object->value.toByteArray(), value);
    QCOMPARE(object->whole.toByteArray(), bytes);
    QCOMPARE(object->constructed(), constructed);
    QCOMPARE(tlv(tag, value).toHex(), bytes.toHex());
}

void tst_Tlv::refusesWhatIsNoObject_data()
{
    QTest::addColumn<QByteArray>("hex");

    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a tag alone") << QByteArray("04");
    QTest::newRow("a tag that does not end") << QByteArray("5F81");
    QTest::newRow("a tag of four bytes") << QByteArray("5F8181010100");
    QTest::newRow("a tag that goes on with nothing") << QByteArray("5F800100");
    QTest::newRow("zeros") << QByteArray("00000000");
    QTest::newRow("erased memory") << QByteArray("FFFFFFFF");
    QTest::newRow("a length that does not end") << QByteArray("048201");
    QTest::newRow("an indefinite length") << QByteArray("308004010000");
    QTest::newRow("a length of five bytes") << QByteArray("0485000000000100");
    QTest::newRow("less than it says") << QByteArray("0402FF");
    QTest::newRow("four thousand million bytes") << QByteArray("0484FFFFFFFF00");
}

void tst_Tlv::refusesWhatIsNoObject()
{
    QFETCH(QByteArray, hex);
    const QByteArray bytes = QByteArray::fromHex(hex);

    TlvReader reader(bytes);
    QVERIFY(!reader.next());
    QCOMPARE(reader.broken(), !bytes.isEmpty());
    QVERIFY(!reader.next());
    QVERIFY(!TlvReader::find(bytes, 0x04));
}

void tst_Tlv::readsOneAfterTheOther()
{
    const QByteArray bytes = QByteArray::fromHex("020105" "0C026869" "3003020107");

    TlvReader reader(bytes);
    QCOMPARE(reader.next()->tag, 0x02u);
    QCOMPARE(reader.next()->value.toByteArray(), QByteArray("hi"));
    QVERIFY(!reader.atEnd());
    const auto sequence = reader.next();
    QVERIFY(sequence->constructed());
    QCOMPARE(TlvReader::only(sequence->value, 0x02)->value.toByteArray().toHex(), QByteArray("07"));
    QVERIFY(reader.atEnd());
    QVERIFY(!reader.next());
    QVERIFY(!reader.broken());

    QCOMPARE(TlvReader::find(bytes, 0x30)->whole.toByteArray().toHex(), QByteArray("3003020107"));
    QVERIFY(!TlvReader::find(bytes, 0x31));
}

void tst_Tlv::stopsAtABrokenOne()
{
    const QByteArray bytes = QByteArray::fromHex("020105" "0C7F68" "020106");

    TlvReader reader(bytes);
    QVERIFY(reader.next());
    QVERIFY(!reader.next());
    QVERIFY(reader.broken());
    QVERIFY(!reader.next());
    QVERIFY(TlvReader::find(bytes, 0x02));
    QVERIFY(!TlvReader::find(bytes, 0x0C));
}

void tst_Tlv::leavesWhatHasAnotherTag()
{
    const QByteArray bytes = QByteArray::fromHex("020105" "0C00");

    TlvReader reader(bytes);
    QVERIFY(!reader.next(0x0C));
    QVERIFY(!reader.broken());
    QVERIFY(reader.next(0x02));
    QVERIFY(reader.next(0x0C));
    QVERIFY(reader.atEnd());
}

void tst_Tlv::onlyIsTheWhole_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<bool>("whole");

    QTest::newRow("one object") << QByteArray("0401AA") << true;
    QTest::newRow("one and a byte more") << QByteArray("0401AA00") << false;
    QTest::newRow("one and another") << QByteArray("0401AA0401BB") << false;
    QTest::newRow("another tag") << QByteArray("0501AA") << false;
}

void tst_Tlv::onlyIsTheWhole()
{
    QFETCH(QByteArray, hex);
    QFETCH(bool, whole);
    QCOMPARE(TlvReader::only(QByteArray::fromHex(hex), 0x04).has_value(), whole);
}

void tst_Tlv::knowsTheSizeBeforeTheValueIsThere()
{
    QCOMPARE(TlvReader::size(QByteArray::fromHex("7582")).has_value(), false);
    QCOMPARE(TlvReader::size(QByteArray::fromHex("75823A98")), std::optional<qsizetype>(15004));
    QCOMPARE(TlvReader::size(QByteArray::fromHex("75823A98AABB")), std::optional<qsizetype>(15004));
    QCOMPARE(TlvReader::size(QByteArray::fromHex("FF02")).has_value(), false);
}

QTEST_GUILESS_MAIN(tst_Tlv)
#include "tst_Tlv.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ActingChannel.h"
#include "ScriptedChannel.h"

#include "app/devices/eid/IsoTransport.h"

#include <QTest>

using namespace motcua;

class tst_IsoTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheRules_data();
    void followsTheRules();
    void endsAnAnswerWithoutEnd_data();
    void endsAnAnswerWithoutEnd();
    void takesTheLongestAnswer();
    void refusesALongerOne();
    void refusesAnAnswerWithoutStatus();
    void sendsNothingAfterCancel();
    void countsCommands();
    void endsAReadingThatCostsTooMuch();
    void knowsExtendedLengthByTheAtr_data();
    void knowsExtendedLengthByTheAtr();
};

void tst_IsoTransport::followsTheRules_data()
{
    using Lines = QList<ScriptedChannel::Line>;
    QTest::addColumn<Lines>("lines");
    QTest::addColumn<QByteArray>("answer");

    const QByteArray read("00B0000004");
    QTest::newRow("an answer goes through") << Lines{{read, "60145F019000"}} << QByteArray("60145F019000");
    QTest::newRow("a refusal goes through") << Lines{{read, "6A82"}} << QByteArray("6A82");
    QTest::newRow("285 bytes to a short command") << Lines{{read, QByteArray(566, 'A') + "9000"}} << QByteArray(566, 'A') + "9000";
    QTest::newRow("61xx is fetched") << Lines{{read, "6104"}, {"00C0000004", "60145F019000"}} << QByteArray("60145F019000");
    QTest::newRow("61xx with data is joined") << Lines{{read, "60146102"}, {"00C0000002", "5F019000"}} << QByteArray("60145F019000");
    QTest::newRow("61xx again and again is joined")
        << Lines{{read, "606101"}, {"00C0000001", "146102"}, {"00C0000002", "5F016282"}} << QByteArray("60145F016282");
    QTest::newRow("6100 fetches 256") << Lines{{read, "6100"}, {"00C0000000", "609000"}} << QByteArray("609000");
    QTest::newRow("a fetch with another length is made once more")
        << Lines{{read, "6104"}, {"00C0000004", "6C02"}, {"00C0000002", "60149000"}} << QByteArray("60149000");
    QTest::newRow("the logical channel is kept") << Lines{{"01B0000004", "6102"}, {"01C0000002", "60149000"}} << QByteArray("60149000");
    QTest::newRow("6Cxx is asked again") << Lines{{read, "6C02"}, {"00B0000002", "60149000"}} << QByteArray("60149000");
    QTest::newRow("6Cxx is asked again once") << Lines{{read, "6C02"}, {"00B0000002", "6C01"}} << QByteArray("6C01");
    QTest::newRow("6Cxx to a protected command is not") << Lines{{"0CB0000004", "6C02"}} << QByteArray("6C02");
}

void tst_IsoTransport::followsTheRules()
{
    QFETCH(QList<ScriptedChannel::Line>, lines);
    QFETCH(QByteArray, answer);

    ScriptedChannel card(lines);
    IsoTransport transport(card);
    const auto got = transport.transmit(QByteArray::fromHex(lines.first().first));
    QVERIFY(got);
    QCOMPARE(got->toHex().toUpper(), answer);
    QVERIFY2(card.isThrough(), card.unexpected);
}

void tst_IsoTransport::endsAnAnswerWithoutEnd_data()
{
    QTest::addColumn<QByteArray>("piece");
    QTest::addColumn<int>("most"); // commands

    QTest::newRow("61xx without data for ever") << QByteArray::fromHex("6110") << 600;
    QTest::newRow("61xx with data for ever") << QByteArray(256, 'x') + QByteArray::fromHex("6100") << 300;
    QTest::newRow("61xx with long data for ever") << QByteArray(30000, 'x') + QByteArray::fromHex("61FF") << 4;
}

void tst_IsoTransport::endsAnAnswerWithoutEnd()
{
    QFETCH(QByteArray, piece);
    QFETCH(int, most);

    ActingChannel card([&](const Apdu &) { return piece; });
    IsoTransport transport(card);
    const auto got = transport.transmit(QByteArray::fromHex("00B0000000"));
    QVERIFY(!got);
    QCOMPARE(got.error().fault, CardFault::Nonsense);
    QVERIFY(card.commands.size() <= most);
}

void tst_IsoTransport::takesTheLongestAnswer()
{
    ActingChannel card([](const Apdu &) { return QByteArray(65536, 'x') + QByteArray::fromHex("9000"); });
    IsoTransport transport(card);
    const auto answer = transport.send({0, 0xB0, 0, 0, {}, Apdu::MostExtended});
    QVERIFY(answer);
    QVERIFY(answer->ok());
    QCOMPARE(answer->data.size(), 65536);
}

void tst_IsoTransport::refusesALongerOne()
{
    ActingChannel card([](const Apdu &) { return QByteArray(65537, 'x') + QByteArray::fromHex("9000"); });
    IsoTransport transport(card);
    const auto answer = transport.send({0, 0xB0, 0, 0, {}, Apdu::MostExtended});
    QVERIFY(!answer);
    QCOMPARE(answer.error().fault, CardFault::Nonsense);
}

void tst_IsoTransport::refusesAnAnswerWithoutStatus()
{
    for (const QByteArray &said : {QByteArray(), QByteArray(1, '\x90')}) {
        ActingChannel card([&](const Apdu &) { return said; });
        IsoTransport transport(card);
        const auto below = card.send({0, 0x84, 0, 0, {}, 8});
        const auto above = transport.send({0, 0x84, 0, 0, {}, 8});
        QVERIFY(!below && !above);
        QCOMPARE(below.error().fault, CardFault::Nonsense);
        QCOMPARE(above.error().fault, CardFault::Nonsense);
    }
}

void tst_IsoTransport::sendsNothingAfterCancel()
{
    ActingChannel card([](const Apdu &) { return QByteArray::fromHex("9000"); });
    IsoTransport transport(card);
    transport.cancel();
    const auto answer = transport.send({0, 0x84, 0, 0, {}, 8});
    QVERIFY(!answer);
    QCOMPARE(answer.error().fault, CardFault::Cancelled);
    QVERIFY(card.commands.isEmpty());
}

void tst_IsoTransport::countsCommands()
{
    ScriptedChannel card({{"00B0000004", "6C02"}, {"00B0000002", "6102"}, {"00C0000002", "60149000"}});
    IsoTransport transport(card);
    QVERIFY(transport.transmit(QByteArray::fromHex("00B0000004")));
    QCOMPARE(transport.commands(), 3);
}

void tst_IsoTransport::endsAReadingThatCostsTooMuch()
{
    ActingChannel card([](const Apdu &) { return QByteArray::fromHex("9000"); });
    const QByteArray read = QByteArray::fromHex("00B0000004");
    {
        IsoTransport transport(card, {.commands = 3});
        for (int turn = 0; turn < 3; ++turn) {
            QVERIFY(transport.transmit(read));
        }
        for (int turn = 0; turn < 2; ++turn) {
            QCOMPARE(transport.transmit(read).error().fault, CardFault::Nonsense);
        }
        QCOMPARE(card.commands.size(), 3);
    }
    std::chrono::milliseconds now{1000};
    IsoTransport transport(card, {.time = std::chrono::seconds(2), .clock = [&now] { return now; }});
    QVERIFY(transport.transmit(read));
    now += std::chrono::seconds(2);
    QVERIFY(transport.transmit(read));
    now += std::chrono::milliseconds(1);
    QCOMPARE(transport.transmit(read).error().fault, CardFault::TimedOut);
    QCOMPARE(card.commands.size(), 5);
    // An answer in pieces is paid for piece by piece.
    ActingChannel endless([&now](const Apdu &) {
        now += std::chrono::seconds(1);
        return QByteArray::fromHex("6110");
    });
    IsoTransport slow(endless, {.time = std::chrono::seconds(5), .clock = [&now] { return now; }});
    QCOMPARE(slow.transmit(read).error().fault, CardFault::TimedOut);
    QCOMPARE(endless.commands.size(), 6);
}

void tst_IsoTransport::knowsExtendedLengthByTheAtr_data()
{
    QTest::addColumn<QByteArray>("atr");
    QTest::addColumn<int>("extended"); // -1: nothing is said

    QTest::newRow("capabilities with extended length") << QByteArray("3B85800180738421C057") << 1;
    QTest::newRow("capabilities without it") << QByteArray("3B858001807384218017") << 0;
    QTest::newRow("behind another object") << QByteArray("3B8880018031E0738421C000") << 1;
    QTest::newRow("before a status indicator") << QByteArray("3B080073842140009000") << 1;
    QTest::newRow("two bytes of capabilities") << QByteArray("3B8480018072842100") << -1;
    QTest::newRow("no capabilities") << QByteArray("3B8380018031E000") << -1;
    QTest::newRow("proprietary bytes") << QByteArray("3B858001C1738421C000") << -1;
    QTest::newRow("no historical bytes") << QByteArray("3B80800101") << -1;
    QTest::newRow("an object that runs past the end") << QByteArray("3B828001807F") << -1;
    QTest::newRow("interface bytes without end") << QByteArray("3BF5FFFFFFFF") << -1;
    QTest::newRow("nothing") << QByteArray() << -1;
}

void tst_IsoTransport::knowsExtendedLengthByTheAtr()
{
    QFETCH(QByteArray, atr);
    QFETCH(int, extended);

    ScriptedChannel card({});
    card.saidAtr = QByteArray::fromHex(atr);
    IsoTransport transport(card);
    QCOMPARE(transport.extendedLength() ? int(*transport.extendedLength()) : -1, extended);
    // A reader that carries more says nothing of the card; one that does not carries none for it.
    card.extended = true;
    QCOMPARE(transport.extendedLength() ? int(*transport.extendedLength()) : -1, extended);
    card.extended = false;
    QCOMPARE(transport.extendedLength(), std::optional(false));
}

QTEST_GUILESS_MAIN(tst_IsoTransport)
#include "tst_IsoTransport.moc"

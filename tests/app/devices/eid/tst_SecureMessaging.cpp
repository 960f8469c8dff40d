// SPDX-License-Identifier: GPL-3.0-or-later
#include "ActingChannel.h"
#include "ChipSide.h"
#include "ScriptedChannel.h"

#include "app/devices/eid/ChipFiles.h"
#include "app/devices/eid/SecureMessaging.h"
#include "app/devices/eid/Tlv.h"

#include <QTest>

using namespace motcua;
using security::SecretBytes;

namespace {

SessionStart session(CipherSuite suite, const char *encryption, const char *authentication, const char *counter)
{
    return {{suite, SecretBytes::copyOf(QByteArray::fromHex(encryption)), SecretBytes::copyOf(QByteArray::fromHex(authentication))},
        QByteArray::fromHex(counter)};
}

/** Doc 9303-11 appendix D.4. */
SessionStart published3Des()
{
    return session(CipherSuite::TripleDes, "979EC13B1CBFE9DCD01AB0FED307EAE5", "F1CB1F1FB5ADF208806B89DC579DC1F8", "887022120C06C226");
}

/** The keys of appendix G.1; the messages were made by an independent implementation. */
SessionStart publishedAes()
{
    return session(
        CipherSuite::Aes128, "F5F0E35C0D7161EE6724EE513A0D9A7F", "FE251C7858B356B24514B3BD5F4297D1", "00000000000000000000000000000000");
}

} // namespace

class tst_SecureMessaging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void derivesKeys_data();
    void derivesKeys();
    void followsThePublishedExample();
    void followsAnAesExample();
    void endsOnABrokenAnswer_data();
    void endsOnABrokenAnswer();
    void carriesEverySuite_data();
    void carriesEverySuite();
    void goesOnAfterExtendedLengthWasRefused();
    void countsAcrossItsEnd();
    void isProvenByAnAnswerUnderItsKeys();
    void isNotRefutedByTheWay();
    void knowsWhatFits_data();
    void knowsWhatFits();
};

void tst_SecureMessaging::derivesKeys_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<int>("suite");
    QTest::addColumn<QByteArray>("encryption");
    QTest::addColumn<QByteArray>("authentication");

    const QByteArray ecdh("791DA04273CCFE862E52DF60347E2557192E1F8D7517822CE3D306056C1CDEB4");
    QTest::newRow("BAC document keys, D.2") << QByteArray("239AB9CB282DAF66231DC5A4DF6BFBAE") << int(CipherSuite::TripleDes)
                                            << QByteArray("AB94FDECF2674FDFB9B391F85D7F76F2")
                                            << QByteArray("7962D9ECE03D1ACD4C76089DCE131543");
    QTest::newRow("BAC session keys, D.3") << QByteArray("0036D272F5C350ACAC50C3F572D23600") << int(CipherSuite::TripleDes)
                                           << QByteArray("979EC13B1CBFE9DCD01AB0FED307EAE5")
                                           << QByteArray("F1CB1F1FB5ADF208806B89DC579DC1F8");
    QTest::newRow("PACE session keys, G.1") << QByteArray("28768D20701247DAE81804C9E780EDE582A9996DB4A315020B2733197DB84925")
                                            << int(CipherSuite::Aes128) << QByteArray("F5F0E35C0D7161EE6724EE513A0D9A7F")
                                            << QByteArray("FE251C7858B356B24514B3BD5F4297D1");
    QTest::newRow("chip authentication, AES-128") << ecdh << int(CipherSuite::Aes128) << QByteArray("74DFF1029B548FA273C13D86CE775A5B")
                                                  << QByteArray("4AE4F2F70ABC8C4C3DA7588BE9A1C9E2");
    QTest::newRow("chip authentication, 3DES") << ecdh << int(CipherSuite::TripleDes) << QByteArray("75DFF1029B548FA273C13D86CE765B5B")
                                               << QByteArray("4AE5F2F70BBC8C4C3DA7588AE9A1C8E3");
}

void tst_SecureMessaging::derivesKeys()
{
    QFETCH(QByteArray, secret);
    QFETCH(int, suite);
    QFETCH(QByteArray, encryption);
    QFETCH(QByteArray, authentication);
    const SessionKeys keys = SessionKeys::of(QByteArray::fromHex(secret), CipherSuite(suite));
    QCOMPARE(keys.encryption.view().toByteArray().toHex().toUpper(), encryption);
    QCOMPARE(keys.authentication.view().toByteArray().toHex().toUpper(), authentication);
}

void tst_SecureMessaging::followsThePublishedExample()
{
    ScriptedChannel card({{"0CA4020C158709016375432908C044F68E08BF8B92D635FF24F800", "990290008E08FA855A5D4C50A8ED9000"},
        {"0CB000000D9701048E08ED6705417E96BA5500", "8709019FF0EC34F9922651990290008E08AD55CC17140B2DED9000"},
        {"0CB000040D9701128E082EA28A70F3C7B53500",
            "871901FB9235F4E4037F2327DCC8964F1F9B8C30F42C8E2FFF224A990290008E08C8B2787EAEA07D749000"}});
    SecureMessaging channel(card, published3Des());

    const auto selected = channel.send({0, 0xA4, 0x02, 0x0C, QByteArray::fromHex("011E")});
    QVERIFY(selected && selected->ok() && selected->data.isEmpty());
    const auto head = channel.send({0, 0xB0, 0, 0, {}, 4});
    QVERIFY(head && head->ok());
    QCOMPARE(head->data.toHex().toUpper(), QByteArray("60145F01"));
    const auto rest = channel.send({0, 0xB0, 0, 4, {}, 18});
    QVERIFY(rest && rest->ok());
    QCOMPARE(rest->data.toHex().toUpper(), QByteArray("04303130365F36063034303030305C026175"));
    QVERIFY2(card.isThrough(), card.unexpected);
}

void tst_SecureMessaging::followsAnAesExample()
{
    ScriptedChannel card({{"0CA4040C1D871101752F676B09FAC86A87D632749A49C7CC8E08C18BA1FCE707BD9F00", "990290008E08BEA7B381C494A0799000"},
        {"0CB000000D9701048E08AA6BA54F44DF836400", "871101645C0B1F998A088278D07942BBE94B60990290008E0894A33C6AA2D8CCC89000"}});
    SecureMessaging channel(card, publishedAes());

    const auto selected = channel.send({0, 0xA4, 0x04, 0x0C, QByteArray::fromHex("A0000002471001")});
    QVERIFY(selected && selected->ok() && selected->data.isEmpty());
    const auto head = channel.send({0, 0xB0, 0, 0, {}, 4});
    QVERIFY(head && head->ok());
    QCOMPARE(head->data.toHex().toUpper(), QByteArray("60145F01"));
    QVERIFY2(card.isThrough(), card.unexpected);
}

void tst_SecureMessaging::endsOnABrokenAnswer_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<CardFault>("fault");

    const QByteArray mac("8E08FA855A5D4C50A8ED");
    QTest::newRow("another MAC") << QByteArray("990290008E08FA855A5D4C50A8EC9000") << CardFault::Nonsense;
    QTest::newRow("another status") << "990290018E08FA855A5D4C50A8ED" + QByteArray("9000") << CardFault::Nonsense;
    QTest::newRow("a shorter MAC") << QByteArray("990290008E07FA855A5D4C50A89000") << CardFault::Nonsense;
    QTest::newRow("an empty MAC") << QByteArray("990290008E009000") << CardFault::Nonsense;
    QTest::newRow("no MAC") << QByteArray("990290009000") << CardFault::Nonsense;
    QTest::newRow("no status within") << mac + "9000" << CardFault::Nonsense;
    QTest::newRow("objects out of order") << mac + "990290009000" << CardFault::Nonsense;
    QTest::newRow("more behind the MAC") << "99029000" + mac + "00009000" << CardFault::Nonsense;
    QTest::newRow("a length past the end") << QByteArray("87820109990290009000") << CardFault::Nonsense;
    QTest::newRow("no protection at all") << QByteArray("9000") << CardFault::Protocol;
    QTest::newRow("a refusal without protection") << QByteArray("6988") << CardFault::Protocol;
    QTest::newRow("a missing file without protection") << QByteArray("6A82") << CardFault::Protocol;
    QTest::newRow("a forbidden file without protection") << QByteArray("6982") << CardFault::Protocol;
    QTest::newRow("half a status") << QByteArray("90") << CardFault::Nonsense;
}

void tst_SecureMessaging::endsOnABrokenAnswer()
{
    QFETCH(QByteArray, answer);
    QFETCH(CardFault, fault);

    ScriptedChannel card({{"0CA4020C158709016375432908C044F68E08BF8B92D635FF24F800", answer}});
    SecureMessaging channel(card, published3Des());
    const auto got = channel.send({0, 0xA4, 0x02, 0x0C, QByteArray::fromHex("011E")});
    QVERIFY(!got);
    QCOMPARE(got.error().fault, fault);
    QVERIFY(channel.isOver());
    QVERIFY(!channel.isProven());
    QVERIFY(channel.isRefuted());
    QCOMPARE(got.error().isUnprotected, got.error().status != 0);
    QVERIFY(!ChipFiles::isMissing(got.error()) && !ChipFiles::isForbidden(got.error()));
    // Nothing more is sent: the script would be at its end.
    const auto next = channel.send({0, 0xB0, 0, 0, {}, 4});
    QVERIFY(next.error() == got.error());
    QVERIFY2(card.isThrough(), card.unexpected);
}

void tst_SecureMessaging::carriesEverySuite_data()
{
    QTest::addColumn<int>("suite");
    QTest::addColumn<int>("sent");
    QTest::addColumn<int>("answered");
    QTest::addColumn<int>("ins");

    const std::pair<const char *, CipherSuite> suites[] = {{"3DES", CipherSuite::TripleDes}, {"AES-128", CipherSuite::Aes128},
        {"AES-192", CipherSuite::Aes192}, {"AES-256", CipherSuite::Aes256}};
    for (const auto &[name, suite] : suites) {
        QTest::addRow("%s, nothing sent and nothing answered", name) << int(suite) << 0 << 0 << 0xB0;
        QTest::addRow("%s, whole blocks", name) << int(suite) << 16 << 32 << 0x88;
        QTest::addRow("%s, 256 bytes answered to a short command", name) << int(suite) << 0 << 256 << 0xB0;
        QTest::addRow("%s, an odd instruction", name) << int(suite) << 5 << 100 << 0xB1;
        QTest::addRow("%s, long both ways", name) << int(suite) << 300 << 40000 << 0x86;
    }
}

void tst_SecureMessaging::carriesEverySuite()
{
    QFETCH(int, suite);
    QFETCH(int, sent);
    QFETCH(int, answered);
    QFETCH(int, ins);

    const QByteArray out(sent, '\x80');
    const QByteArray in(answered, '\0'); // ends like padding
    int commands = 0;
    ChipSide chip([&](const Apdu &command) {
        ++commands;
        return command.data == out && command.ins == ins ? in + QByteArray::fromHex("9000") : QByteArray::fromHex("6A80");
    });
    chip.start(SessionStart::fromZero(SessionKeys::of("a secret of both sides", CipherSuite(suite))));
    SecureMessaging channel(chip, SessionStart::fromZero(SessionKeys::of("a secret of both sides", CipherSuite(suite))));
    for (int turn = 0; turn < 3; ++turn) {
        const auto answer = channel.send({0, static_cast<quint8>(ins), 1, 2, out, answered > 256 ? answered : 0});
        QVERIFY(answer);
        QVERIFY(answer->ok());
        QCOMPARE(answer->data, in);
    }
    QCOMPARE(commands, 3);
}

void tst_SecureMessaging::goesOnAfterExtendedLengthWasRefused()
{
    ChipSide chip([&](const Apdu &) { return QByteArray::fromHex("60149000"); });
    chip.takesExtended = false;
    chip.start(SessionStart::fromZero(SessionKeys::of("secret", CipherSuite::Aes128)));
    SecureMessaging channel(chip, SessionStart::fromZero(SessionKeys::of("secret", CipherSuite::Aes128)));
    const auto refused = channel.send({0, 0xB0, 0, 0, {}, 1000});
    QVERIFY(refused);
    QCOMPARE(refused->status, sw::WrongLength);
    QVERIFY(!channel.isOver());
    const auto read = channel.send({0, 0xB0, 0, 0, {}, 2});
    QVERIFY(read && read->ok());
    QCOMPARE(read->data.toHex(), QByteArray("6014"));
}

void tst_SecureMessaging::countsAcrossItsEnd()
{
    const auto start = [] { return SessionStart{SessionKeys::of("secret", CipherSuite::TripleDes), QByteArray(8, '\xFF')}; };
    ChipSide chip([&](const Apdu &) { return QByteArray::fromHex("60149000"); });
    chip.start(start());
    SecureMessaging channel(chip, start());
    for (int turn = 0; turn < 2; ++turn) {
        QVERIFY(channel.send({0, 0xB0, 0, 0, {}, 2}));
    }
    QCOMPARE(chip.counter().toHex(), QByteArray("0000000000000003"));
}

void tst_SecureMessaging::isProvenByAnAnswerUnderItsKeys()
{
    ChipSide chip([&](const Apdu &) { return QByteArray::fromHex("60149000"); });
    chip.start(SessionStart::fromZero(SessionKeys::of("secret", CipherSuite::Aes128)));
    SecureMessaging channel(chip, SessionStart::fromZero(SessionKeys::of("secret", CipherSuite::Aes128)));
    QVERIFY(!channel.isProven());
    QVERIFY(channel.send({0, 0xB0, 0, 0, {}, 2}));
    QVERIFY(channel.isProven());

    chip.start(SessionStart::fromZero(SessionKeys::of("another", CipherSuite::TripleDes)));
    channel.renew(SessionStart::fromZero(SessionKeys::of("another", CipherSuite::TripleDes)));
    QVERIFY(!channel.isProven());
    QVERIFY(channel.send({0, 0xB0, 0, 0, {}, 2}));
    QVERIFY(channel.isProven());

    channel.renew(SessionStart::fromZero(SessionKeys::of("one the chip has not", CipherSuite::TripleDes)));
    QVERIFY(!channel.send({0, 0xB0, 0, 0, {}, 2}));
    QVERIFY(!channel.isProven());
}

void tst_SecureMessaging::isNotRefutedByTheWay()
{
    ScriptedChannel nobody({}); // ends in Removed
    SecureMessaging channel(nobody, SessionStart::fromZero(SessionKeys::of("secret", CipherSuite::Aes128)));
    QCOMPARE(channel.send({0, 0xB0, 0, 0, {}, 2}).error().fault, CardFault::Removed);
    QVERIFY(channel.isOver());
    QVERIFY(!channel.isRefuted());
}

void tst_SecureMessaging::knowsWhatFits_data()
{
    QTest::addColumn<int>("suite");
    QTest::addColumn<int>("answer");

    for (const int answer : {100, 131, 144, 145, 146, 256, 270, 271, 272, 273, 1024, 32768, 65536}) {
        QTest::addRow("3DES in %d", answer) << int(CipherSuite::TripleDes) << answer;
        QTest::addRow("AES in %d", answer) << int(CipherSuite::Aes128) << answer;
    }
}

void tst_SecureMessaging::knowsWhatFits()
{
    QFETCH(int, suite);
    QFETCH(int, answer);

    ScriptedChannel card({});
    SecureMessaging channel(card, SessionStart::fromZero(SessionKeys::of("secret", CipherSuite(suite))));
    const qsizetype room = channel.room(answer);
    if (answer == 256) {
        QCOMPARE(room, suite == int(CipherSuite::TripleDes) ? 231 : 223);
    }
    const qsizetype block = blockSize(CipherSuite(suite));
    const auto size = [block](qsizetype plain) { return tlv(0x87, QByteArray((plain / block + 1) * block + 1, 'c')).size() + 14; };
    QVERIFY(size(room) <= answer);
    QVERIFY(size(room + 1) > answer || answer == 145 || answer == 271 || answer == 272);
}

QTEST_GUILESS_MAIN(tst_SecureMessaging)
#include "tst_SecureMessaging.moc"

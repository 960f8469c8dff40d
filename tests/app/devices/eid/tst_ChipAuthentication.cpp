// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChipSide.h"
#include "FixedEphemeral.h"
#include "ScriptedChannel.h"

#include "app/devices/eid/ChipAuthentication.h"
#include "app/devices/eid/KeyAgreement.h"

#include <QTest>

using namespace motcua;
using security::SecretBytes;

namespace {

// The worked example of BSI TR-03110 on brainpoolP256r1.
const QByteArray chipPrivate("7984674CF3B3A524BF929CE8A67FCF22173DA0BAD595EED6DEB72D22C542FA9D");
const QByteArray chipPublic("04A44EBE5451DF7AADB01E459B8C928A87746A57927C8C28A6775C97A7E1FE8D9A46FF4A1CC7E4D1389AEA19758E4F75C28C"
                            "598FD734AEBEB135337CF95BE12E94");
const QByteArray terminalPrivate("A6A4D255C5BF7A77EC3D0553DB74F693CF044E18C98364D4977A296108AF19BD");
const QByteArray terminalPublic("045A7A377FC9CAFC03AC7FF45441A8B2909D88EAB8E6B0173847AB49B949DF3799A34EE57EC55268CF8B1C3EC489F8BF4CF4"
                                "C68D3FD9670E89C0D5D3FFF1AAF89F");

QByteArray algorithm(int parameterId)
{
    return tlv(0x30, QByteArray::fromHex("060804007F0007010102") + tlv(0x02, QByteArray(1, static_cast<char>(parameterId))));
}

QByteArray publicKeyInfo(const QByteArray &algorithmIdentifier, const QByteArray &key)
{
    return tlv(0x30, algorithmIdentifier + tlv(0x03, '\0' + key));
}

QByteArray oid(AgreementKind kind, CipherSuite suite)
{
    QByteArray oid = QByteArray::fromHex("04007F00070202030000");
    oid[8] = kind == AgreementKind::Dh ? '\x01' : '\x02';
    oid[9] = static_cast<char>(static_cast<int>(suite) + 1);
    return oid;
}

SecurityInfos published(CipherSuite suite, std::optional<quint32> keyId = {})
{
    return {.chipAuthentication = {{oid(AgreementKind::Ecdh, suite), AgreementKind::Ecdh, suite, 1, keyId}},
        .chipAuthenticationKeys = {{AgreementKind::Ecdh, publicKeyInfo(algorithm(13), QByteArray::fromHex(chipPublic)), keyId}}};
}

SessionStart before()
{
    return SessionStart::fromZero(SessionKeys::of("the session before", CipherSuite::Aes128));
}

const QByteArray done = QByteArray::fromHex("9000");

} // namespace

class tst_ChipAuthentication : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesAsPublished();
    void sendsWhatItsCipherWants_data();
    void sendsWhatItsCipherWants();
    void goesOnWithTheNewKeys_data();
    void goesOnWithTheNewKeys();
    void isNotProvenByACopy();
    void choosesTheBestWay_data();
    void choosesTheBestWay();
    void keepsTheSessionWhenRefused_data();
    void keepsTheSessionWhenRefused();
    void takesKnownKeysOnly_data();
    void takesKnownKeysOnly();
};

void tst_ChipAuthentication::agreesAsPublished()
{
    const auto group = KeyAgreement::ofPublicKeyInfo(publicKeyInfo(algorithm(13), QByteArray::fromHex(chipPublic)));
    QVERIFY(group);
    QCOMPARE(group->publicKey.toHex().toUpper(), chipPublic);
    const auto ours = SecretBytes::copyOf(QByteArray::fromHex(terminalPrivate));
    QCOMPARE(group->group->publicKey(ours).toHex().toUpper(), terminalPublic);
    const auto secret = group->group->shared(ours, group->publicKey);
    QVERIFY(secret);
    QCOMPARE(
        secret->view().toByteArray().toHex().toUpper(), QByteArray("791DA04273CCFE862E52DF60347E2557192E1F8D7517822CE3D306056C1CDEB4"));
    const auto theirs = group->group->shared(SecretBytes::copyOf(QByteArray::fromHex(chipPrivate)), QByteArray::fromHex(terminalPublic));
    QVERIFY(theirs && theirs->equals(*secret));
}

void tst_ChipAuthentication::sendsWhatItsCipherWants_data()
{
    QTest::addColumn<int>("suite");
    QTest::addColumn<int>("keyId"); // -1: none
    QTest::addColumn<QList<QByteArray>>("commands");

    const QByteArray authenticate = "00860000457C438041" + terminalPublic + "00";
    QTest::newRow("AES-128") << int(CipherSuite::Aes128) << -1 << QList<QByteArray>{"002241A40C800A04007F00070202030202", authenticate};
    QTest::newRow("AES-256 and the number of a key")
        << int(CipherSuite::Aes256) << 3 << QList<QByteArray>{"002241A40F800A04007F00070202030204840103", authenticate};
    QTest::newRow("3DES") << int(CipherSuite::TripleDes) << -1 << QList<QByteArray>{"002241A6439141" + terminalPublic};
    QTest::newRow("3DES and the number of a key")
        << int(CipherSuite::TripleDes) << 300 << QList<QByteArray>{"002241A6479141" + terminalPublic + "8402012C"};
}

void tst_ChipAuthentication::sendsWhatItsCipherWants()
{
    QFETCH(int, suite);
    QFETCH(int, keyId);
    QFETCH(QList<QByteArray>, commands);

    QList<QByteArray> sent;
    ChipSide chip([&](const Apdu &command) {
        sent.append(command.bytes().toHex().toUpper());
        return command.ins == 0x86 ? QByteArray::fromHex("7C009000") : done;
    });
    chip.start(before());
    SecureMessaging channel(chip, before());
    FixedEphemeral ephemeral({terminalPrivate});
    const auto id = keyId >= 0 ? std::optional(static_cast<quint32>(keyId)) : std::nullopt;
    QVERIFY(authenticateChip(channel, published(CipherSuite(suite), id), ephemeral));
    QCOMPARE(sent, commands);
    QVERIFY(!channel.isProven());
}

void tst_ChipAuthentication::goesOnWithTheNewKeys_data()
{
    QTest::addColumn<int>("parameterId");
    QTest::addColumn<int>("suite");

    QTest::newRow("ECDH, AES-128") << 13 << int(CipherSuite::Aes128);
    QTest::newRow("ECDH, 3DES") << 12 << int(CipherSuite::TripleDes);
    QTest::newRow("ECDH, AES-192") << 16 << int(CipherSuite::Aes192);
    QTest::newRow("ECDH, AES-256") << 18 << int(CipherSuite::Aes256);
    QTest::newRow("DH, AES-128") << 2 << int(CipherSuite::Aes128);
    QTest::newRow("DH, 3DES") << 0 << int(CipherSuite::TripleDes);
}

void tst_ChipAuthentication::goesOnWithTheNewKeys()
{
    QFETCH(int, parameterId);
    QFETCH(int, suite);

    SystemEphemeral ephemeral;
    const auto group = KeyAgreement::standard(parameterId);
    const auto key = group->newPrivateKey(ephemeral);
    const QByteArray encoded = group->kind() == AgreementKind::Dh ? tlv(0x02, '\0' + group->publicKey(key)) : group->publicKey(key);
    const SecurityInfos infos{.chipAuthentication = {{oid(group->kind(), CipherSuite(suite)), group->kind(), CipherSuite(suite), 1, {}}},
        .chipAuthenticationKeys = {{group->kind(), publicKeyInfo(algorithm(parameterId), encoded), {}}}};

    ChipSide *side = nullptr;
    ChipSide chip([&](const Apdu &command) {
        const auto dynamic = TlvReader::find(command.data, 0x7C);
        const auto theirs = dynamic ? TlvReader::find(dynamic->value, 0x80) : TlvReader::find(command.data, 0x91);
        if (theirs) {
            side->startAfterThis(SessionStart::fromZero(SessionKeys::of(group->shared(key, theirs->value)->view(), CipherSuite(suite))));
        }
        return command.ins == 0xB0 ? QByteArray::fromHex("60149000") : dynamic ? QByteArray::fromHex("7C009000") : done;
    });
    side = &chip;
    chip.start(before());
    SecureMessaging channel(chip, before());
    const auto result = authenticateChip(channel, infos, ephemeral);
    QVERIFY(result);
    QVERIFY(!channel.isProven());
    const auto read = channel.send({0, 0xB0, 0, 0, {}, 2});
    QVERIFY(read && read->ok());
    QVERIFY(channel.isProven());
}

void tst_ChipAuthentication::isNotProvenByACopy()
{
    // It has the public key only, says yes to all and cannot go on.
    ChipSide chip([&](const Apdu &command) { return command.ins == 0x86 ? QByteArray::fromHex("7C009000") : done; });
    chip.start(before());
    SecureMessaging channel(chip, before());
    SystemEphemeral ephemeral;
    QVERIFY(authenticateChip(channel, published(CipherSuite::Aes128), ephemeral));
    const auto read = channel.send({0, 0xB0, 0, 0, {}, 2});
    QVERIFY(!read);
    QVERIFY(!channel.isProven());
}

void tst_ChipAuthentication::choosesTheBestWay_data()
{
    QTest::addColumn<QList<ChipAuthenticationInfo>>("offered");
    QTest::addColumn<int>("keyId"); // of the one key, -1: none
    QTest::addColumn<QByteArray>("command"); // the beginning of the first one, nothing: none is sent

    const auto info = [](CipherSuite suite, std::optional<quint32> keyId = {}, int version = 1, AgreementKind kind = AgreementKind::Ecdh) {
        return ChipAuthenticationInfo{oid(kind, suite), kind, suite, version, keyId};
    };
    using Offered = QList<ChipAuthenticationInfo>;
    QTest::newRow("the longest key") << Offered{info(CipherSuite::TripleDes), info(CipherSuite::Aes256), info(CipherSuite::Aes128)} << -1
                                     << QByteArray("002241A40C800A04007F00070202030204");
    QTest::newRow("what goes with the number of the key") << Offered{info(CipherSuite::Aes128, 1), info(CipherSuite::Aes256, 2)} << 1
                                                          << QByteArray("002241A40F800A04007F00070202030202840101");
    QTest::newRow("a key alone is for 3DES") << Offered{} << -1 << QByteArray("002241A6");
    QTest::newRow("no other version") << Offered{info(CipherSuite::Aes128, {}, 2)} << -1 << QByteArray();
    QTest::newRow("no other kind") << Offered{info(CipherSuite::Aes128, {}, 1, AgreementKind::Dh)} << -1 << QByteArray();
}

void tst_ChipAuthentication::choosesTheBestWay()
{
    QFETCH(QList<ChipAuthenticationInfo>, offered);
    QFETCH(int, keyId);
    QFETCH(QByteArray, command);

    SecurityInfos infos = published(CipherSuite::Aes128, keyId >= 0 ? std::optional(static_cast<quint32>(keyId)) : std::nullopt);
    infos.chipAuthentication = offered;
    QByteArray first;
    ChipSide chip([&](const Apdu &sent) {
        first = first.isEmpty() ? sent.bytes().toHex().toUpper() : first;
        return done;
    });
    chip.start(before());
    SecureMessaging channel(chip, before());
    SystemEphemeral ephemeral;
    const auto result = authenticateChip(channel, infos, ephemeral);
    QCOMPARE(bool(result), !command.isEmpty());
    QVERIFY(result || result.error().fault == CardFault::NotSupported);
    QCOMPARE(first.isEmpty(), command.isEmpty());
    QCOMPARE(first.first(command.size()), command);
}

void tst_ChipAuthentication::keepsTheSessionWhenRefused_data()
{
    QTest::addColumn<int>("suite");
    QTest::addColumn<int>("refusedInstruction");

    QTest::newRow("at MSE:SET AT") << int(CipherSuite::Aes128) << 0x22;
    QTest::newRow("at GENERAL AUTHENTICATE") << int(CipherSuite::Aes128) << 0x86;
    QTest::newRow("at MSE:SET KAT") << int(CipherSuite::TripleDes) << 0x22;
}

void tst_ChipAuthentication::keepsTheSessionWhenRefused()
{
    QFETCH(int, suite);
    QFETCH(int, refusedInstruction);
    ChipSide chip([&](const Apdu &command) { return command.ins == refusedInstruction ? QByteArray::fromHex("6A80") : done; });
    chip.start(before());
    SecureMessaging channel(chip, before());
    SystemEphemeral ephemeral;
    const auto result = authenticateChip(channel, published(CipherSuite(suite)), ephemeral);
    QVERIFY(!result);
    QCOMPARE(result.error().fault, CardFault::Protocol);
    QCOMPARE(result.error().status, sw::WrongData);
    QVERIFY(channel.send({0, 0xB0, 0, 0, {}, 2}));
}

void tst_ChipAuthentication::takesKnownKeysOnly_data()
{
    QTest::addColumn<QByteArray>("algorithmIdentifier"); // in hexadecimal
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<bool>("taken");

    const QByteArray named("301406072A8648CE3D020106092B2403030208010107");
    const QByteArray explicitly(
        "3081EC06072A8648CE3D02013081E0020101302C06072A8648CE3D0101022100A9FB57DBA1EEA9BC3E660A909D838D726E3BF623D52620282013481D1F6E5377"
        "304404207D5A0975FC2C3057EEF67530417AFFE7FB8055C126DC5C6CE94A4B44F330B5D9042026DC5C6CE94A4B44F330B5D9BBD77CBF958416295CF7E1CE6BCC"
        "DC18FF8C07B60441048BD2AEB9CB7E57CB2C4B482FFC81B7AFB9DE27E1E3BD23C23A4453BD9ACE3262547EF835C3DAC4FD97F8461A14611DC9C27745132DED8E"
        "545C1D54C72F046997022100A9FB57DBA1EEA9BC3E660A909D838D718C397AA3B561A6F7901E0E82974856A7020101");
    QTest::newRow("a curve by its name") << named << chipPublic << true;
    QTest::newRow("a curve by its number") << algorithm(13).toHex() << chipPublic << true;
    QTest::newRow("a standard curve spelt out") << explicitly << chipPublic << true;
    QTest::newRow("another curve spelt out")
        << QByteArray(explicitly).replace("26DC5C6CE94A4B44F330B5D9BBD77CBF", "26DC5C6CE94A4B44F330B5D9BBD77CBE") << chipPublic << false;
    QTest::newRow("another generator") << QByteArray(explicitly).replace("0441048BD2AEB9", "0441048BD2AEB8") << chipPublic << false;
    QTest::newRow("another order") << QByteArray(explicitly).replace("974856A7020101", "974856A9020101") << chipPublic << false;
    QTest::newRow("a curve that is none of the standard ones") << QByteArray("301006072A8648CE3D020106052B8104000A") << chipPublic << false;
    QTest::newRow("a number of no group") << algorithm(31).toHex() << chipPublic << false;
    QTest::newRow("an RSA key") << QByteArray("300D06092A864886F70D0101010500") << chipPublic << false;
    QTest::newRow("a point beside the curve") << named << "04" + QByteArray(128, '1') << false;
    QTest::newRow("numbers with a short prime")
        << QByteArray("301506072A8648CE3E0201300A02020101020102020103") << QByteArray("020102") << false;
}

void tst_ChipAuthentication::takesKnownKeysOnly()
{
    QFETCH(QByteArray, algorithmIdentifier);
    QFETCH(QByteArray, key);
    QFETCH(bool, taken);

    SecurityInfos infos = published(CipherSuite::Aes128);
    infos.chipAuthenticationKeys.first().publicKeyInfo = publicKeyInfo(QByteArray::fromHex(algorithmIdentifier), QByteArray::fromHex(key));
    ChipSide chip([&](const Apdu &command) { return command.ins == 0x86 ? QByteArray::fromHex("7C009000") : done; });
    chip.start(before());
    SecureMessaging channel(chip, before());
    SystemEphemeral ephemeral;
    const auto result = authenticateChip(channel, infos, ephemeral);
    QCOMPARE(bool(result), taken);
    QVERIFY(taken || chip.commands == 0);
}

QTEST_GUILESS_MAIN(tst_ChipAuthentication)
#include "tst_ChipAuthentication.moc"

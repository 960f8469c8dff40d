// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChipSide.h"
#include "FixedEphemeral.h"

#include "app/devices/eid/ActiveAuthentication.h"

#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <QTest>

using namespace motcua;

namespace {

const QByteArray challenge = QByteArray::fromHex("F173589974BF40C6");
// Doc 9303-11 appendix F: what an opened signature holds.
const QByteArray opened = QByteArray::fromHex(
    "6A9D2784A67F8E7C659973EA1AEA25D95B6C8F91E5002F369F0FBDCE8A3CEC1991B543F1696546C5524CF23A5303CD6C98599F40B79F377B5F3A1406B3B4D8F9"
    "6784D23AA88DB7E1032A405E69325FA91A6E86F5C71AEA978264C4A207446DAD4E7292E2DCDA3024B47DA8C063AA1E6D22FBD976AB0FE73D94D2D9C6D88127BC");

QByteArray dataGroup(EVP_PKEY *key)
{
    QByteArray info(i2d_PUBKEY(key, nullptr), Qt::Uninitialized);
    auto *to = reinterpret_cast<unsigned char *>(info.data());
    i2d_PUBKEY(key, &to);
    return tlv(0x6F, info);
}

QByteArray hashed(const EVP_MD *digest, const QByteArray &bytes)
{
    QByteArray hash(EVP_MD_get_size(digest), '\0');
    EVP_Digest(bytes.constData(), static_cast<std::size_t>(bytes.size()), reinterpret_cast<unsigned char *>(hash.data()), nullptr, digest,
        nullptr);
    return hash;
}

/** A representative of ISO/IEC 9796-2 scheme 1, and what RSA makes of it. */
QByteArray representative(qsizetype size, const EVP_MD *digest, const QByteArray &trailer, const QByteArray &nonce)
{
    const QByteArray message(size - 1 - EVP_MD_get_size(digest) - trailer.size(), 'm');
    return '\x6A' + message + hashed(digest, message + nonce) + trailer;
}

QByteArray rsaSignature(EVP_PKEY *key, const QByteArray &representative, bool opposite)
{
    const openssl::PkeyContext context(EVP_PKEY_CTX_new(key, nullptr));
    QByteArray signature(representative.size(), '\0');
    std::size_t size = static_cast<std::size_t>(signature.size());
    EVP_PKEY_sign_init(context.get());
    EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_NO_PADDING);
    EVP_PKEY_sign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size,
        reinterpret_cast<const unsigned char *>(representative.constData()), static_cast<std::size_t>(representative.size()));
    if (opposite) {
        BIGNUM *modulus = nullptr;
        EVP_PKEY_get_bn_param(key, "n", &modulus);
        const openssl::Bignum n(modulus);
        const openssl::Bignum s(BN_bin2bn(reinterpret_cast<const unsigned char *>(signature.constData()), static_cast<int>(size), nullptr));
        BN_sub(s.get(), n.get(), s.get());
        BN_bn2binpad(s.get(), reinterpret_cast<unsigned char *>(signature.data()), static_cast<int>(size));
    }
    return signature;
}

QByteArray ecdsaSignature(EVP_PKEY *key, const EVP_MD *digest, const QByteArray &nonce, bool plain)
{
    const openssl::PkeyContext context(EVP_PKEY_CTX_new(key, nullptr));
    QByteArray signature(200, '\0');
    std::size_t size = static_cast<std::size_t>(signature.size());
    const QByteArray hash = hashed(digest, nonce);
    EVP_PKEY_sign_init(context.get());
    EVP_PKEY_sign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size,
        reinterpret_cast<const unsigned char *>(hash.constData()), static_cast<std::size_t>(hash.size()));
    signature.truncate(static_cast<qsizetype>(size));
    if (!plain) {
        return signature;
    }
    const auto *from = reinterpret_cast<const unsigned char *>(signature.constData());
    const std::unique_ptr<ECDSA_SIG, openssl::Freed<&ECDSA_SIG_free>> pair(d2i_ECDSA_SIG(nullptr, &from, static_cast<long>(size)));
    const int half = (EVP_PKEY_get_bits(key) + 7) / 8;
    QByteArray both(2 * half, '\0');
    BN_bn2binpad(ECDSA_SIG_get0_r(pair.get()), reinterpret_cast<unsigned char *>(both.data()), half);
    BN_bn2binpad(ECDSA_SIG_get0_s(pair.get()), reinterpret_cast<unsigned char *>(both.data()) + half, half);
    return both;
}

} // namespace

class tst_ActiveAuthentication : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recoversThePublishedMessage();
    void recoversNothingElse_data();
    void recoversNothingElse();
    void verifiesRsa_data();
    void verifiesRsa();
    void verifiesEcdsa_data();
    void verifiesEcdsa();
    void findsTheAlgorithmItKnows();
    void takesKeysThatAreSuch_data();
    void takesKeysThatAreSuch();
    void asksTheChip_data();
    void asksTheChip();
};

void tst_ActiveAuthentication::recoversThePublishedMessage()
{
    QVERIFY(ActiveAuthenticationKey::recovers(opened, challenge));
    // Longer padding in the header is allowed too.
    QByteArray message = opened.sliced(3, opened.size() - 3 - 21);
    QVERIFY(ActiveAuthenticationKey::recovers(
        QByteArray::fromHex("6BBA") + message + hashed(EVP_sha1(), message + challenge) + '\xBC', challenge));
}

void tst_ActiveAuthentication::recoversNothingElse_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("nonce");

    const auto changed = [](qsizetype at, char value) { return QByteArray(opened).replace(at, 1, QByteArray(1, value)); };
    QTest::newRow("for another nonce") << opened << QByteArray::fromHex("F173589974BF40C7");
    QTest::newRow("with another header") << changed(0, '\x2A') << challenge;
    QTest::newRow("with padding that does not end") << QByteArray(128, '\x6B').replace(127, 1, "\xBC") << challenge;
    QTest::newRow("with another message") << changed(50, '\x00') << challenge;
    QTest::newRow("with another hash") << changed(120, '\x00') << challenge;
    QTest::newRow("with another trailer") << changed(127, '\x9C') << challenge;
    QTest::newRow("with a trailer of no hash") << changed(127, '\xCC').replace(126, 1, "\x77") << challenge;
    QTest::newRow("of trailer alone") << QByteArray::fromHex("6A34CC") << challenge;
    QTest::newRow("shorter than its hash") << QByteArray::fromHex("6A010203040534CC") << challenge;
    QTest::newRow("nothing") << QByteArray() << challenge;
}

void tst_ActiveAuthentication::recoversNothingElse()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, nonce);
    QVERIFY(!ActiveAuthenticationKey::recovers(bytes, nonce));
}

void tst_ActiveAuthentication::verifiesRsa_data()
{
    QTest::addColumn<int>("bits");
    QTest::addColumn<QByteArray>("digest");
    QTest::addColumn<QByteArray>("trailer");
    QTest::addColumn<bool>("opposite");

    QTest::newRow("SHA-1 by its short trailer") << 1024 << QByteArray("SHA1") << QByteArray("BC") << false;
    QTest::newRow("the opposite number") << 1024 << QByteArray("SHA1") << QByteArray("BC") << true;
    QTest::newRow("SHA-1 by its long trailer") << 1024 << QByteArray("SHA1") << QByteArray("33CC") << false;
    QTest::newRow("SHA-224") << 1024 << QByteArray("SHA224") << QByteArray("38CC") << false;
    QTest::newRow("SHA-256") << 2048 << QByteArray("SHA256") << QByteArray("34CC") << false;
    QTest::newRow("SHA-384") << 2048 << QByteArray("SHA384") << QByteArray("36CC") << false;
    QTest::newRow("SHA-512") << 2048 << QByteArray("SHA512") << QByteArray("35CC") << true;
}

void tst_ActiveAuthentication::verifiesRsa()
{
    QFETCH(int, bits);
    QFETCH(QByteArray, digest);
    QFETCH(QByteArray, trailer);
    QFETCH(bool, opposite);

    const openssl::Pkey pair(EVP_RSA_gen(static_cast<unsigned>(bits)));
    const auto key = ActiveAuthenticationKey::of(dataGroup(pair.get()), nullptr);
    QVERIFY(key);
    QCOMPARE(key->signatureSize(), bits / 8);
    const QByteArray form = representative(bits / 8, EVP_get_digestbyname(digest.constData()), QByteArray::fromHex(trailer), challenge);
    const QByteArray signature = rsaSignature(pair.get(), form, opposite);
    QVERIFY(key->verifies(challenge, signature));
    QVERIFY(!key->verifies(QByteArray(8, '\0'), signature));
    QVERIFY(!key->verifies(challenge, signature.chopped(1)));
    QVERIFY(!key->verifies(challenge, QByteArray(bits / 8, '\xFF')));
    QVERIFY(!key->verifies(challenge, QByteArray(bits / 8, '\0')));
    QVERIFY(!key->verifies(challenge, {}));
}

void tst_ActiveAuthentication::verifiesEcdsa_data()
{
    QTest::addColumn<QByteArray>("curve");
    QTest::addColumn<QByteArray>("digest");
    QTest::addColumn<QByteArray>("algorithm"); // as DG14 names it; empty: it does not
    QTest::addColumn<bool>("plain");
    QTest::addColumn<bool>("verified");

    const QByteArray plain("04007F000701010401");
    QTest::newRow("SHA-1") << QByteArray("P-256") << QByteArray("SHA1") << plain + "01" << true << true;
    QTest::newRow("SHA-224") << QByteArray("brainpoolP224r1") << QByteArray("SHA224") << plain + "02" << true << true;
    QTest::newRow("SHA-256") << QByteArray("brainpoolP256r1") << QByteArray("SHA256") << plain + "03" << true << true;
    QTest::newRow("SHA-384") << QByteArray("P-384") << QByteArray("SHA384") << plain + "04" << true << true;
    QTest::newRow("SHA-512, a field of no whole bytes") << QByteArray("P-521") << QByteArray("SHA512") << plain + "05" << true << true;
    QTest::newRow("the name of the X9.62 signature")
        << QByteArray("P-256") << QByteArray("SHA256") << QByteArray("2A8648CE3D040302") << true << true;
    QTest::newRow("nothing named, SHA-256") << QByteArray("P-256") << QByteArray("SHA256") << QByteArray() << true << true;
    QTest::newRow("nothing named, SHA-1") << QByteArray("P-256") << QByteArray("SHA1") << QByteArray() << true << true;
    QTest::newRow("a SEQUENCE") << QByteArray("P-256") << QByteArray("SHA256") << plain + "03" << false << true;
    QTest::newRow("another hash than was named") << QByteArray("P-256") << QByteArray("SHA1") << plain + "03" << true << false;
}

void tst_ActiveAuthentication::verifiesEcdsa()
{
    QFETCH(QByteArray, curve);
    QFETCH(QByteArray, digest);
    QFETCH(QByteArray, algorithm);
    QFETCH(bool, plain);
    QFETCH(bool, verified);

    const openssl::Pkey pair(EVP_EC_gen(curve.constData()));
    SecurityInfos infos;
    if (!algorithm.isEmpty()) {
        infos.activeAuthentication.append({1, QByteArray::fromHex(algorithm)});
    }
    const auto key = ActiveAuthenticationKey::of(dataGroup(pair.get()), &infos);
    QVERIFY(key);
    const QByteArray signature = ecdsaSignature(pair.get(), EVP_get_digestbyname(digest.constData()), challenge, plain);
    QCOMPARE(key->verifies(challenge, signature), verified);
    QVERIFY(!key->verifies(QByteArray(8, '\0'), signature));
    QVERIFY(!key->verifies(challenge, QByteArray(signature.size(), '\0')));
    QVERIFY(!key->verifies(challenge, signature + '\0'));
    QVERIFY(!key->verifies(challenge, {}));
}

void tst_ActiveAuthentication::findsTheAlgorithmItKnows()
{
    const openssl::Pkey pair(EVP_EC_gen("P-256"));
    const QByteArray unknown = QByteArray::fromHex("04007F00070101040109");
    SecurityInfos infos;
    infos.activeAuthentication = {{1, unknown}, {1, {}}};
    QVERIFY(!ActiveAuthenticationKey::of(dataGroup(pair.get()), &infos)); // not known is neither right nor wrong
    infos.activeAuthentication.append({1, QByteArray::fromHex("04007F00070101040104")});
    const auto key = ActiveAuthenticationKey::of(dataGroup(pair.get()), &infos);
    QVERIFY(key);
    QVERIFY(key->verifies(challenge, ecdsaSignature(pair.get(), EVP_sha384(), challenge, true)));
    QVERIFY(!key->verifies(challenge, ecdsaSignature(pair.get(), EVP_sha256(), challenge, true)));
}

void tst_ActiveAuthentication::takesKeysThatAreSuch_data()
{
    QTest::addColumn<QByteArray>("file");

    const openssl::Pkey pair(EVP_RSA_gen(1024));
    const QByteArray good = dataGroup(pair.get());
    QVERIFY(ActiveAuthenticationKey::of(good, nullptr));
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("another tag") << '\x6E' + good.sliced(1);
    QTest::newRow("cut off") << good.chopped(1);
    QTest::newRow("a key of 512 bits") << dataGroup(openssl::Pkey(EVP_RSA_gen(512)).get());
    QTest::newRow("a key of another kind") << dataGroup(openssl::Pkey(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519")).get());
    QTest::newRow("a modulus without end") << tlv(0x6F,
        tlv(0x30,
            QByteArray::fromHex("300D06092A864886F70D0101010500")
                + tlv(0x03, '\0' + tlv(0x30, tlv(0x02, '\0' + QByteArray(5000, '\xFF')) + tlv(0x02, "\x03")))));
    QTest::newRow("an exponent without end") << tlv(0x6F,
        tlv(0x30,
            QByteArray::fromHex("300D06092A864886F70D0101010500")
                + tlv(0x03, '\0' + tlv(0x30, tlv(0x02, '\0' + QByteArray(128, '\xFF')) + tlv(0x02, QByteArray(100, '\x7F'))))));
}

void tst_ActiveAuthentication::takesKeysThatAreSuch()
{
    QFETCH(QByteArray, file);
    QVERIFY(!ActiveAuthenticationKey::of(file, nullptr));
}

void tst_ActiveAuthentication::asksTheChip_data()
{
    QTest::addColumn<int>("bits");
    QTest::addColumn<bool>("takesExtended");
    QTest::addColumn<bool>("signsIt");
    QTest::addColumn<QList<QByteArray>>("commands"); // as the chip sees them, plain

    const QByteArray plain("0088000008F173589974BF40C600");
    QTest::newRow("a signature that fits into a short answer") << 1024 << true << true << QList<QByteArray>{plain};
    QTest::newRow("one that does not") << 2048 << true << true << QList<QByteArray>{plain};
    QTest::newRow("one that does not, and no extended length") << 2048 << false << true << QList<QByteArray>{plain};
    QTest::newRow("a copy") << 1024 << true << false << QList<QByteArray>{plain};
}

void tst_ActiveAuthentication::asksTheChip()
{
    QFETCH(int, bits);
    QFETCH(bool, takesExtended);
    QFETCH(bool, signsIt);
    QFETCH(QList<QByteArray>, commands);

    const openssl::Pkey pair(EVP_RSA_gen(static_cast<unsigned>(bits)));
    QList<QByteArray> asked;
    ChipSide chip([&](const Apdu &command) {
        asked.append(command.bytes().toHex().toUpper());
        const QByteArray nonce = signsIt ? command.data : QByteArray(8, '\0');
        return rsaSignature(pair.get(), representative(bits / 8, EVP_sha1(), "\xBC", nonce), false) + QByteArray::fromHex("9000");
    });
    chip.takesExtended = takesExtended;
    const auto session = [] { return SessionStart::fromZero(SessionKeys::of("secret", CipherSuite::Aes128)); };
    chip.start(session());
    SecureMessaging channel(chip, session());
    FixedEphemeral ephemeral({challenge.toHex()});
    const auto key = ActiveAuthenticationKey::of(dataGroup(pair.get()), nullptr);
    const auto result = signsActively(channel, *key, ephemeral);
    QVERIFY(result);
    QCOMPARE(*result, signsIt);
    QCOMPARE(asked, commands);
    QCOMPARE(chip.commands, bits == 2048 && !takesExtended ? 2 : 1);
}

QTEST_GUILESS_MAIN(tst_ActiveAuthentication)
#include "tst_ActiveAuthentication.moc"

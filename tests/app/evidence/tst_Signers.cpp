// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/SigningSetup.h"
#include "app/security/Sha256.h"
#include "tests/app/evidence/SignatureBench.h"
#include "tests/app/token/SoftToken.h"

#include <openssl/pem.h>
#include <openssl/pkcs12.h>

#include <QTest>

using namespace motcua;
using namespace motcua::evidence;
using namespace motcua::test;

namespace {

/** What a certification service hands out: key, certificate and authority under a password. */
QByteArray pkcs12Of(const IssuedCertificate &own, const IssuedCertificate &root, const char *password)
{
    const auto certificate = [](const QByteArray &pem) {
        const std::unique_ptr<BIO, decltype(&BIO_free)> in(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())), &BIO_free);
        return std::unique_ptr<X509, decltype(&X509_free)>(PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr), &X509_free);
    };
    const QByteArray keyPem = own.keyPem();
    const std::unique_ptr<BIO, decltype(&BIO_free)> in(BIO_new_mem_buf(keyPem.constData(), static_cast<int>(keyPem.size())), &BIO_free);
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(PEM_read_bio_PrivateKey(in.get(), nullptr, nullptr, nullptr), &EVP_PKEY_free);
    const auto first = certificate(own.pem());
    const auto second = certificate(root.pem());
    STACK_OF(X509) *others = sk_X509_new_null();
    sk_X509_push(others, second.get());
    PKCS12 *made = PKCS12_create(password, "signer", key.get(), first.get(), others, 0, 0, 0, 0, 0);
    QByteArray der(i2d_PKCS12(made, nullptr), '\0');
    auto *at = reinterpret_cast<unsigned char *>(der.data());
    i2d_PKCS12(made, &at);
    PKCS12_free(made);
    sk_X509_free(others);
    return der;
}

/** With the other marks, which a source takes better. */
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

security::SecretBytes secret(const char *text)
{
    return security::SecretBytes::copyOf(text);
}

} // namespace

/** Who signs: a key that came in a file, or one that stays on its token. */
class tst_Signers : public QObject
{
    Q_OBJECT

private:
    using Key = IssuedCertificate::Key;
    SignatureBench m_bench;
    const QByteArray m_digest = security::sha256("what is signed");

    [[nodiscard]] IssuedCertificate issued(Key kind) const { return IssuedCertificate(SignatureBench::wish(kind), &m_bench.root); }

private Q_SLOTS:
    void aFileOfAServiceIsTaken_data()
    {
        QTest::addColumn<Key>("kind");
        QTest::newRow("RSA") << Key::Rsa2048;
        QTest::newRow("P-256") << Key::P256;
    }
    void aFileOfAServiceIsTaken()
    {
        QFETCH(Key, kind);
        const IssuedCertificate own = issued(kind);
        const QByteArray file = pkcs12Of(own, m_bench.root, "mật khẩu");
        auto brought = BroughtKey::fromPkcs12(file, secret("mật khẩu"));
        QVERIFY2(brought, brought ? "" : qPrintable(brought.error().detail));
        QCOMPARE(brought->certificates, (QList<QByteArray>{own.der(), m_bench.root.der()}));
        SigningSetup setup{.key = brought->key.clone(), .certificates = brought->certificates, .time = {QUrl(QStringLiteral("http://tsa.example.vn/a")), m_bench.root.pem()}};
        const auto again = SigningSetup::fromJson(setup.toJson());
        QVERIFY(again);
        QVERIFY(again->key.equals(setup.key));
        QCOMPARE(again->certificates, setup.certificates);
        QCOMPARE(again->time, setup.time);
        QVERIFY(!again->needsPin() && again->timestamper());
        const auto signer = again->signer();
        QVERIFY(signer);
        QVERIFY((*signer)->sign(m_digest));
        const auto wrong = BroughtKey::fromPkcs12(file, secret("mat khau"));
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().code, ErrorCode::WrongPassword);
    }

    void filesThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("nothing") << QByteArray() << ErrorCode::OwnCertificateUnreadable;
        QTest::newRow("text") << QByteArray("a letter") << ErrorCode::OwnCertificateUnreadable;
        QTest::newRow("too large") << QByteArray(BroughtKey::MostBytes + 1, '0') << ErrorCode::FileTooLarge;
        QTest::newRow("another's certificate") << pkcs12Of(issued(Key::Rsa1024), m_bench.root, "word") << ErrorCode::OwnCertificateUnreadable;
    }
    void filesThatAreNone()
    {
        QFETCH(QByteArray, file);
        QFETCH(ErrorCode, code);
        const auto brought = BroughtKey::fromPkcs12(file, secret("word"));
        QVERIFY(!brought);
        QVERIFY2(brought.error().code == code, qPrintable(errorName(brought.error().code) + brought.error().detail));
    }

    void aKeyOfSomebodyElseIsNotTaken()
    {
        const auto other = BroughtKey::fromPem(issued(Key::P256).secretKeyPem(), {issued(Key::P256).der()});
        QVERIFY(!other);
        QCOMPARE(other.error().code, ErrorCode::OwnKeyOther);
        const auto none = BroughtKey::fromPem(secret("-----BEGIN PRIVATE KEY-----"), {issued(Key::P256).der()});
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::OwnCertificateUnreadable);
    }

    void setupsThatAreNone()
    {
        QVERIFY(!SigningSetup::fromJson(json("{}")));
        QVERIFY(!SigningSetup::fromJson(json("{'version':1,'certificates':['AA==']}")));
        QVERIFY(!SigningSetup::fromJson(json("{'version':1,'key':'AA==','certificates':[]}")));
        QVERIFY(!SigningSetup::fromJson(json("{'version':1,'key':'AA==','token':'pkcs11:token=a;object=b','certificates':['AA==']}")));
        QVERIFY(SigningSetup::fromJson(json("{'version':1,'token':'pkcs11:token=a;object=b','certificates':['AA==']}")));
        QVERIFY(!SigningSetup::fromJson(json("{'version':1,'token':'pkcs11:token=a;object=b','certificates':['AA=='],'time':'ftp://a'}")));
    }

    void aTokenProvesItself_data() { aFileOfAServiceIsTaken_data(); }
    void aTokenProvesItself()
    {
        QFETCH(Key, kind);
        if (const QString why = SoftToken::whyNot(); !why.isEmpty()) {
            QSKIP(qPrintable(why));
        }
        SoftToken token;
        QVERIFY(token.begin());
        const IssuedCertificate own = issued(kind);
        QVERIFY(token.import(own.keyPem(), QStringLiteral("portal"), QStringLiteral("0a")));
        const TokenSigner signer(SoftToken::key(), {own.der()});
        const auto proved = signer.prove();
        QVERIFY2(proved, proved ? "" : qPrintable(proved.error().detail));
        QVERIFY(signer.sign(m_digest));
        const auto other = TokenSigner(SoftToken::key(), {issued(kind).der()}).prove();
        QVERIFY(!other);
        QCOMPARE(other.error().code, ErrorCode::OwnKeyOther);
        const auto wrong = TokenSigner(SoftToken::key("portal", "000000"), {own.der()}).prove();
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().code, ErrorCode::TokenPinWrong);
        // A connection is never signed with it: there only P-256 is known.
        QCOMPARE(static_cast<bool>(SoftToken::key()->find()), kind == Key::P256);
    }

    void aShortKeyOnATokenIsNotUsed()
    {
        if (const QString why = SoftToken::whyNot(); !why.isEmpty()) {
            QSKIP(qPrintable(why));
        }
        SoftToken token;
        QVERIFY(token.begin());
        const IssuedCertificate own = issued(Key::Rsa1024);
        QVERIFY(token.import(own.keyPem(), QStringLiteral("portal"), QStringLiteral("0a")));
        const auto signature = SoftToken::key()->signDocument(m_digest, true);
        QVERIFY(!signature);
        QCOMPARE(signature.error().code, ErrorCode::TokenKeyUnfit);
    }

    void aCertificateIsTold()
    {
        const IssuedCertificate own = issued(Key::P256);
        const auto facts = CertificateFacts::of(own.der());
        QVERIFY(facts);
        QCOMPARE(facts->name, QStringLiteral("Ksor H’Lan"));
        QCOMPARE(facts->issuer, QStringLiteral("Gốc thử"));
        QVERIFY(facts->notBefore < SignatureBench::now() && facts->notAfter > SignatureBench::now());
        QVERIFY(!CertificateFacts::of("none"));
        QCOMPARE(certificatesOfFile(own.pem() + m_bench.root.pem()), (QList<QByteArray>{own.der(), m_bench.root.der()}));
        QCOMPARE(certificatesOfFile(own.der()), (QList<QByteArray>{own.der()}));
        QVERIFY(certificatesOfFile("none").isEmpty());
    }
};

QTEST_MAIN(tst_Signers)
#include "tst_Signers.moc"

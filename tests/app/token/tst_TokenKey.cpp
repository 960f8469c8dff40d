// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/CertificateRequest.h"
#include "app/net/TokenPrivateKey.h"
#include "app/security/Sha256.h"
#include "tests/app/token/SoftToken.h"
#include "tests/support/IssuedCertificate.h"

#include <openssl/ecdsa.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <QElapsedTimer>
#include <QTest>

#include <unistd.h>

using namespace motcua;
using motcua::test::SoftToken;
using testsupport::IssuedCertificate;

namespace {

/** Whether the 64 bytes are a signature over `digest` by whoever has the key of `point`. */
bool isSignature(const QByteArray &point, const QByteArray &digest, const QByteArray &signature)
{
    const certificates::Key key = certificates::publicKeyOf(point);
    const auto *bytes = reinterpret_cast<const unsigned char *>(signature.constData());
    ECDSA_SIG *parts = ECDSA_SIG_new();
    ECDSA_SIG_set0(parts, BN_bin2bn(bytes, 32, nullptr), BN_bin2bn(bytes + 32, 32, nullptr));
    unsigned char *der = nullptr;
    const int size = i2d_ECDSA_SIG(parts, &der);
    const std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> context(EVP_PKEY_CTX_new(key.get(), nullptr), &EVP_PKEY_CTX_free);
    const bool isIt = key && EVP_PKEY_verify_init(context.get()) == 1
        && EVP_PKEY_verify(context.get(), der, static_cast<std::size_t>(size), reinterpret_cast<const unsigned char *>(digest.constData()),
               static_cast<std::size_t>(digest.size()))
            == 1;
    ECDSA_SIG_free(parts);
    OPENSSL_free(der);
    return isIt;
}

QByteArray privatePem(EVP_PKEY *key)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> out(BIO_new(BIO_s_mem()), &BIO_free);
    PEM_write_bio_PKCS8PrivateKey(out.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(out.get(), &bytes);
    EVP_PKEY_free(key);
    return QByteArray(bytes, size);
}

QString toldOf(const Error &error)
{
    return errorName(error.code) + u' ' + error.detail;
}

} // namespace

/** A key on a token: made there, signed with there, and every way in which it is refused told as what it is. */
class tst_TokenKey : public QObject
{
    Q_OBJECT

private:
    const QByteArray m_digest = security::sha256("what is signed");
    std::unique_ptr<SoftToken> m_token;

    [[nodiscard]] QString odd(const char *wish)
    {
        qputenv("ODD_TOKEN", wish);
        m_log = std::make_unique<QTemporaryDir>();
        qputenv("ODD_TOKEN_LOG", m_log->filePath(QStringLiteral("tried")).toUtf8());
        return QStringLiteral(MOTCUA_ODD_TOKEN);
    }
    [[nodiscard]] std::unique_ptr<TokenKey> oddKey(const char *wish)
    {
        return std::make_unique<TokenKey>(
            TokenUri{.token = "Odd", .object = "portal", .modulePath = odd(wish)}, security::SecretBytes::copyOf("271828"));
    }
    /** PINs that were tried at the odd one. */
    [[nodiscard]] qsizetype tried() const
    {
        QFile file(m_log->filePath(QStringLiteral("tried")));
        return file.open(QIODevice::ReadOnly) ? file.readAll().count('\n') : 0;
    }
    std::unique_ptr<QTemporaryDir> m_log;

private Q_SLOTS:
    void init()
    {
        if (const QString why = SoftToken::whyNot(); !why.isEmpty()) {
            QSKIP(qPrintable(why));
        }
        m_token = std::make_unique<SoftToken>();
        QVERIFY(m_token->begin());
    }

    void isMadeOnceAndSigns()
    {
        const auto key = SoftToken::key();
        const auto none = key->find();
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::TokenKeyMissing);
        const auto made = key->findOrMake();
        QVERIFY2(made, made ? "" : qPrintable(toldOf(made.error())));
        QVERIFY(made->isMade);
        const auto again = SoftToken::key()->findOrMake();
        QVERIFY(again && !again->isMade);
        QCOMPARE(again->point, made->point);
        const auto signature = key->sign(m_digest);
        QVERIFY2(signature, signature ? "" : qPrintable(toldOf(signature.error())));
        QVERIFY(isSignature(made->point, m_digest, *signature));
        QVERIFY(!isSignature(made->point, security::sha256("something else"), *signature));
    }

    void keysOfOtherNamesAreOthers()
    {
        const auto one = SoftToken::key("one")->findOrMake();
        const auto other = SoftToken::key("other")->findOrMake();
        QVERIFY(one && other && other->isMade && one->point != other->point);
    }

    void oneThatWasThereIsTaken()
    {
        const IssuedCertificate desk(IssuedCertificate::desk());
        QVERIFY(m_token->import(desk.keyPem(), QStringLiteral("portal"), QStringLiteral("0a")));
        const auto found = SoftToken::key()->findOrMake();
        QVERIFY2(found, found ? "" : qPrintable(toldOf(found.error())));
        QVERIFY(!found->isMade);
        const auto certificate = certificates::fromDer(desk.der());
        QCOMPARE(found->point, certificates::pointOf(X509_get0_pubkey(certificate.get())));
        const auto byId = TokenKey(TokenUri{.token = SoftToken::label(), .id = "\x0a", .modulePath = SoftToken::module()},
            security::SecretBytes::copyOf(SoftToken::pin()))
                              .find();
        QVERIFY(byId && byId->point == found->point);
    }

    void isRefused_data()
    {
        using Make = std::function<std::unique_ptr<TokenKey>(const SoftToken &)>;
        QTest::addColumn<Make>("make");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char *name, ErrorCode code, Make make) { QTest::newRow(name) << make << code; };
        const auto key = [](TokenUri uri, const QByteArray &pin = SoftToken::pin()) {
            return std::make_unique<TokenKey>(std::move(uri), security::SecretBytes::copyOf(pin));
        };
        row("no such library", ErrorCode::TokenModuleMissing,
            [key](const SoftToken &) { return key({.token = "a", .object = "b", .modulePath = QStringLiteral("/nowhere/lib.so")}); });
        row("a library that is none for tokens", ErrorCode::TokenModuleMissing, [key](const SoftToken &) {
            return key(
                {.token = "a", .object = "b", .modulePath = QStringLiteral("libz.so.1").prepend(QStringLiteral("/lib/x86_64-linux-gnu/"))});
        });
        row("no helper", ErrorCode::TokenModuleMissing, [](const SoftToken &) {
            return std::make_unique<TokenKey>(
                SoftToken::uri(), security::SecretBytes::copyOf(SoftToken::pin()), QStringLiteral("/nowhere/motcua-token"));
        });
        row("a helper that is another program", ErrorCode::TokenFailed, [](const SoftToken &) {
            return std::make_unique<TokenKey>(
                SoftToken::uri(), security::SecretBytes::copyOf(SoftToken::pin()), QStringLiteral("/bin/true"));
        });
        row("another token", ErrorCode::TokenMissing, [key](const SoftToken &) { return key(SoftToken::uri("portal", "Desk 4")); });
        row("pulled out", ErrorCode::TokenMissing,
            [key](const SoftToken &token) { return token.pullOut() ? key(SoftToken::uri()) : nullptr; });
        row("a wrong PIN", ErrorCode::TokenPinWrong, [key](const SoftToken &) { return key(SoftToken::uri(), "000000"); });
        row("no PIN", ErrorCode::TokenPinWrong, [key](const SoftToken &) { return key(SoftToken::uri(), {}); });
        row("another key", ErrorCode::TokenKeyMissing, [key](const SoftToken &) { return key(SoftToken::uri("another")); });
        row("RSA", ErrorCode::TokenKeyUnfit, [key](const SoftToken &token) {
            return token.import(privatePem(EVP_RSA_gen(2048)), QStringLiteral("rsa"), QStringLiteral("01")) ? key(SoftToken::uri("rsa"))
                                                                                                            : nullptr;
        });
        row("another curve", ErrorCode::TokenKeyUnfit, [key](const SoftToken &token) {
            return token.import(privatePem(EVP_EC_gen("P-384")), QStringLiteral("larger"), QStringLiteral("02"))
                ? key(SoftToken::uri("larger"))
                : nullptr;
        });
        row("two of that name", ErrorCode::TokenFailed, [key](const SoftToken &token) {
            const bool areThere = token.import(privatePem(EVP_EC_gen("P-256")), QStringLiteral("two"), QStringLiteral("03"))
                && token.import(privatePem(EVP_EC_gen("P-256")), QStringLiteral("two"), QStringLiteral("04"));
            return areThere ? key(SoftToken::uri("two")) : nullptr;
        });
    }
    void isRefused()
    {
        QFETCH(std::function<std::unique_ptr<TokenKey>(const SoftToken &)>, make);
        QFETCH(ErrorCode, code);
        const auto key = make(*m_token);
        QVERIFY(key);
        const auto signature = key->sign(m_digest);
        QVERIFY(!signature);
        QVERIFY2(signature.error().code == code, qPrintable(toldOf(signature.error())));
        QCOMPARE(key->refused().times, 1U);
        QCOMPARE(key->refused().last, signature.error());
        QVERIFY(!signature.error().detail.contains(QString::fromUtf8(SoftToken::pin())));
        const auto found = key->find();
        QVERIFY(!found);
        QVERIFY2(found.error().code == code, qPrintable(toldOf(found.error())));
    }

    void comesBackByItself()
    {
        const auto key = SoftToken::key();
        const auto made = key->findOrMake();
        QVERIFY(made && key->sign(m_digest));
        QVERIFY(m_token->pullOut());
        const auto without = key->sign(m_digest);
        QVERIFY(!without);
        QCOMPARE(without.error().code, ErrorCode::TokenMissing);
        QVERIFY(m_token->plugIn());
        const auto signature = key->sign(m_digest);
        QVERIFY2(signature, signature ? "" : qPrintable(toldOf(signature.error())));
        QVERIFY(isSignature(made->point, m_digest, *signature));
    }

    void aWrongPinIsSaidOnce()
    {
        QVERIFY(SoftToken::key()->findOrMake());
        const auto wrong = SoftToken::key("portal", "000000");
        const auto refused = wrong->sign(m_digest);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::TokenPinWrong);
        // The token remembers, and so the right one is not tried without a person either; who types it ends that.
        const auto right = SoftToken::key();
        const auto untried = right->sign(m_digest);
        QVERIFY(!untried);
        QCOMPARE(untried.error().code, ErrorCode::TokenPinWrong);
        const auto typed = right->find();
        QVERIFY2(typed, typed ? "" : qPrintable(toldOf(typed.error())));
        const auto signature = right->sign(m_digest);
        QVERIFY2(signature, signature ? "" : qPrintable(toldOf(signature.error())));
    }

    void whatNoSoftwareTokenDoes_data()
    {
        QTest::addColumn<QByteArray>("wish");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<int>("tried");
        QTest::newRow("locked") << QByteArray("locked") << ErrorCode::TokenPinLocked << 0;
        QTest::newRow("locks itself") << QByteArray("locks itself") << ErrorCode::TokenPinLocked << 2;
        QTest::newRow("one was wrong before") << QByteArray("one was wrong") << ErrorCode::TokenPinWrong << 0;
        QTest::newRow("the last try") << QByteArray("the last try") << ErrorCode::TokenPinWrong << 0;
        QTest::newRow("it does not count for others to see") << QByteArray("says nothing of wrong ones") << ErrorCode::TokenPinWrong << 1;
        QTest::newRow("it has no PIN yet") << QByteArray("no PIN yet") << ErrorCode::TokenFailed << 0;
        QTest::newRow("pulled out in between") << QByteArray("pulled out") << ErrorCode::TokenMissing << 0;
        QTest::newRow("its library breaks") << QByteArray("breaks") << ErrorCode::TokenFailed << 2;
        QTest::newRow("it says no") << QByteArray("whatever") << ErrorCode::TokenFailed << 2;
    }
    void whatNoSoftwareTokenDoes()
    {
        QFETCH(QByteArray, wish);
        QFETCH(ErrorCode, code);
        QFETCH(int, tried);
        const auto key = oddKey(wish.constData());
        for (int i = 0; i < 2; ++i) {
            const auto signature = key->sign(m_digest);
            QVERIFY(!signature);
            QVERIFY2(signature.error().code == code, qPrintable(toldOf(signature.error())));
        }
        QCOMPARE(this->tried(), tried);
    }

    void aPersonMayTryWhatAProgramMayNot()
    {
        const auto key = oddKey("one was wrong");
        const auto found = key->find();
        QVERIFY(!found);
        QCOMPARE(found.error().code, ErrorCode::TokenPinWrong);
        QCOMPARE(tried(), 1);
    }

    void aLibraryThatHangsIsLeft()
    {
        const auto key = oddKey("hangs");
        QElapsedTimer timer;
        timer.start();
        const auto signature = key->sign(m_digest);
        QVERIFY(!signature);
        QCOMPARE(signature.error().code, ErrorCode::TokenFailed);
        QVERIFY(timer.elapsed() < TokenKey::SigningPatience.count() + 5'000);
    }

    void theHelperInheritsNoPasswordAndNoFile()
    {
        QTemporaryDir folder;
        QFile script(folder.filePath(QStringLiteral("helper")));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\nenv > " + folder.filePath(QStringLiteral("env")).toUtf8() + "\nls /proc/self/fd > "
            + folder.filePath(QStringLiteral("fd")).toUtf8() + "\n");
        script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        script.close();
        qputenv("MOTCUA_PASSWORD", "secret");
        const int open = ::dup(0); // as of somebody who did not think of children
        (void)TokenKey(SoftToken::uri(), security::SecretBytes::copyOf("271828"), script.fileName()).sign(m_digest);
        ::close(open);
        qunsetenv("MOTCUA_PASSWORD");
        QFile fd(folder.filePath(QStringLiteral("fd")));
        QVERIFY(fd.open(QIODevice::ReadOnly));
        const QByteArray files = fd.readAll();
        QVERIFY2(files == "0\n1\n2\n3\n", files.constData()); // the last is that of "ls" itself
        QFile env(folder.filePath(QStringLiteral("env")));
        QVERIFY(env.open(QIODevice::ReadOnly));
        const QByteArray inherited = env.readAll();
        QVERIFY(inherited.contains("SOFTHSM2_CONF="));
        QVERIFY(!inherited.contains("MOTCUA_PASSWORD") && !inherited.contains("271828"));
    }

    void aRequestIsSignedThere()
    {
        const auto key = SoftToken::key();
        const auto found = key->findOrMake();
        QVERIFY(found);
        const auto request = CertificateRequest::make(QStringLiteral("quầy 3"), key, found->point);
        QVERIFY2(request, request ? "" : qPrintable(toldOf(request.error())));
        const auto read = CertificateRequest::fromPem(request->pem());
        QVERIFY(read);
        QCOMPARE(read->commonName(), QStringLiteral("quầy 3"));
        // A certificate of that request is of the key, another is not.
        IssuedCertificate::Wish wish = IssuedCertificate::desk();
        wish.request = request->pem();
        QVERIFY(request->isAnsweredBy(IssuedCertificate(wish).der()));
        QVERIFY(!request->isAnsweredBy(IssuedCertificate(IssuedCertificate::desk()).der()));
        QVERIFY(m_token->pullOut());
        const auto none = CertificateRequest::make(QStringLiteral("quầy 3"), key, found->point);
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::TokenMissing);
    }

    void anotherKeyUnderTheNameIsToldSo()
    {
        QVERIFY(SoftToken::key()->findOrMake());
        const auto other = SoftToken::key("other")->findOrMake();
        QVERIFY(other);
        const auto request = CertificateRequest::make(QStringLiteral("desk"), SoftToken::key(), other->point);
        QVERIFY(!request);
        QVERIFY2(request.error().code == ErrorCode::OwnKeyOther, qPrintable(toldOf(request.error())));
        QVERIFY(!CertificateRequest::make(QStringLiteral("desk"), SoftToken::key(), QByteArray(65, 'x')));
    }
};

QTEST_GUILESS_MAIN(tst_TokenKey)
#include "tst_TokenKey.moc"

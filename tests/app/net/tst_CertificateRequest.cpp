// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/CertificateRequest.h"
#include "app/net/Certificates.h"
#include "app/net/TlsIdentity.h"
#include "tests/support/IssuedCertificate.h"

#include <openssl/pem.h>

#include <QTest>

using namespace motcua;

namespace {

QByteArray pemOf(X509_REQ *request)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> out(BIO_new(BIO_s_mem()), &BIO_free);
    PEM_write_bio_X509_REQ(out.get(), request);
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(out.get(), &bytes);
    return QByteArray(bytes, size);
}

/** A request as somebody else might make it. */
QByteArray made(EVP_PKEY *key, EVP_PKEY *signer, const QList<QByteArray> &names)
{
    const certificates::Request request(X509_REQ_new());
    for (const QByteArray &name : names) {
        X509_NAME_add_entry_by_NID(X509_REQ_get_subject_name(request.get()), NID_commonName, MBSTRING_UTF8,
            reinterpret_cast<const unsigned char *>(name.constData()), static_cast<int>(name.size()), -1, 0);
    }
    X509_REQ_set_pubkey(request.get(), key);
    X509_REQ_sign(request.get(), signer, EVP_sha256());
    return pemOf(request.get());
}

} // namespace

/** A key that never leaves, and what is sent in its place; of somebody else's nothing is taken that they did not sign with the very key. */
class tst_CertificateRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsMadeIsRead();
    void theKeyIsOfTheRequest();
    void everyKeyIsAnother();
    void aNameHasOneToSixtyFourCharacters();
    void othersAreRefused_data();
    void othersAreRefused();
    void aChangedBitIsRefused();
};

void tst_CertificateRequest::whatIsMadeIsRead()
{
    const auto made = CertificateRequest::make(QStringLiteral("quầy 3"));
    QVERIFY(made);
    const auto read = CertificateRequest::fromPem(made->request.pem());
    QVERIFY(read);
    QCOMPARE(read->der(), made->request.der());
    QCOMPARE(read->commonName(), QStringLiteral("quầy 3"));
}

void tst_CertificateRequest::theKeyIsOfTheRequest()
{
    auto made = CertificateRequest::make(QStringLiteral("desk"));
    QVERIFY(made);
    const certificates::Key key = certificates::keyFromPem(made->key);
    QVERIFY(key);
    const auto *at = reinterpret_cast<const unsigned char *>(made->request.der().constData());
    const certificates::Request request(d2i_X509_REQ(nullptr, &at, static_cast<long>(made->request.der().size())));
    QCOMPARE(X509_REQ_check_private_key(request.get(), key.get()), 1);
    // And is read as the key of a certificate: there only the certificate is another.
    const testsupport::IssuedCertificate other(testsupport::IssuedCertificate::desk());
    const auto identity = TlsIdentity::fromPem(other.pem(), std::move(made->key));
    QVERIFY(!identity);
    QCOMPARE(identity.error().code, ErrorCode::OwnKeyOther);
}

void tst_CertificateRequest::everyKeyIsAnother()
{
    const auto one = CertificateRequest::make(QStringLiteral("desk"));
    const auto other = CertificateRequest::make(QStringLiteral("desk"));
    QVERIFY(one && other && !one->key.equals(other->key));
}

void tst_CertificateRequest::aNameHasOneToSixtyFourCharacters()
{
    for (const int size : {0, 1, 64, 65}) {
        QCOMPARE(static_cast<bool>(CertificateRequest::make(QString(size, u'x'))), size > 0 && size < 65);
    }
    QVERIFY(!CertificateRequest::make(QStringLiteral("a") + QChar(0) + QStringLiteral("b")));
}

void tst_CertificateRequest::othersAreRefused_data()
{
    QTest::addColumn<QByteArray>("pem");
    QTest::addColumn<ErrorCode>("code");
    const certificates::Key key(EVP_EC_gen("P-256"));
    const certificates::Key other(EVP_EC_gen("P-256"));
    const certificates::Key larger(EVP_EC_gen("P-384"));
    const certificates::Key rsa(EVP_RSA_gen(2048));
    const QByteArray good = made(key.get(), key.get(), {"desk"});
    QVERIFY(CertificateRequest::fromPem("a line before\n" + good));
    QTest::newRow("nothing") << QByteArray() << ErrorCode::Invalid;
    QTest::newRow("half of it") << good.first(good.size() / 2) << ErrorCode::Invalid;
    QTest::newRow("two of them") << good + good << ErrorCode::Invalid;
    QTest::newRow("too long") << good + QByteArray(CertificateRequest::MostBytes, '\n') << ErrorCode::Invalid;
    QTest::newRow("a certificate") << testsupport::IssuedCertificate(testsupport::IssuedCertificate::desk()).pem() << ErrorCode::Invalid;
    QTest::newRow("no name") << made(key.get(), key.get(), {}) << ErrorCode::Invalid;
    QTest::newRow("two names") << made(key.get(), key.get(), {"desk", "other"}) << ErrorCode::Invalid;
    QTest::newRow("another curve") << made(larger.get(), larger.get(), {"desk"}) << ErrorCode::Invalid;
    QTest::newRow("RSA") << made(rsa.get(), rsa.get(), {"desk"}) << ErrorCode::Invalid;
    QTest::newRow("signed by another key") << made(key.get(), other.get(), {"desk"}) << ErrorCode::SignatureWrong;
}

void tst_CertificateRequest::othersAreRefused()
{
    QFETCH(QByteArray, pem);
    const auto read = CertificateRequest::fromPem(pem);
    QVERIFY(!read);
    QTEST(read.error().code, "code");
}

void tst_CertificateRequest::aChangedBitIsRefused()
{
    const auto made = CertificateRequest::make(QStringLiteral("desk"));
    QVERIFY(made);
    for (qsizetype at = 0; at < made->request.der().size(); ++at) {
        QByteArray der = made->request.der();
        der[at] = static_cast<char>(der[at] ^ 1);
        QVERIFY2(!CertificateRequest::fromPem(certificates::pemOf("CERTIFICATE REQUEST", der)), QByteArray::number(at).constData());
    }
}

QTEST_GUILESS_MAIN(tst_CertificateRequest)
#include "tst_CertificateRequest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/CertificateRequest.h"

#include "app/net/Certificates.h"
#include "app/net/TokenPrivateKey.h"

#include <openssl/err.h>
#include <openssl/pem.h>

#include <utility>

namespace motcua {

namespace {

Error invalid(QLatin1StringView what)
{
    return {ErrorCode::Invalid, u"certificate request: %1"_qs.arg(what)};
}

QByteArray derOf(const X509_REQ *request)
{
    QByteArray der(qMax(0, i2d_X509_REQ(request, nullptr)), '\0');
    if (!der.isEmpty()) {
        auto *out = reinterpret_cast<unsigned char *>(der.data());
        i2d_X509_REQ(request, &out);
    }
    return der;
}

bool isName(const QString &commonName)
{
    return !commonName.isEmpty() && commonName.size() <= 64 && !commonName.contains(QChar(0));
}

/** DER; empty when OpenSSL or the key refused. */
QByteArray signedFor(const QString &commonName, EVP_PKEY *key)
{
    const certificates::Request request(X509_REQ_new());
    const QByteArray name = commonName.toUtf8();
    const bool isMade = key != nullptr && request && X509_REQ_set_version(request.get(), X509_REQ_VERSION_1) == 1
        && X509_NAME_add_entry_by_NID(X509_REQ_get_subject_name(request.get()), NID_commonName, MBSTRING_UTF8,
               reinterpret_cast<const unsigned char *>(name.constData()), static_cast<int>(name.size()), -1, 0)
            == 1
        && X509_REQ_set_pubkey(request.get(), key) == 1 && X509_REQ_sign(request.get(), key, EVP_sha256()) > 0;
    return isMade ? derOf(request.get()) : QByteArray();
}

} // namespace

CertificateRequest::CertificateRequest(QByteArray der, QString commonName)
    : m_der(std::move(der))
    , m_commonName(std::move(commonName))
{
}

Result<CertificateRequest::Made> CertificateRequest::make(const QString &commonName)
{
    if (!isName(commonName)) {
        return invalid(QLatin1StringView("1 to 64 characters of a name"));
    }
    const certificates::Key key(EVP_EC_gen("P-256"));
    const QByteArray der = signedFor(commonName, key.get());
    security::SecretBytes pem = der.isEmpty() ? security::SecretBytes() : certificates::pemOf(key.get());
    if (pem.isEmpty()) {
        return Error{ErrorCode::Internal, u"certificate request: %1"_qs.arg(certificates::lastError())};
    }
    return Made{CertificateRequest(der, commonName), std::move(pem)};
}

Result<CertificateRequest> CertificateRequest::make(
    const QString &commonName, const std::shared_ptr<const TokenKey> &token, const QByteArray &point)
{
    if (!isName(commonName)) {
        return invalid(QLatin1StringView("1 to 64 characters of a name"));
    }
    const certificates::Key key = certificates::signedByToken(token, point);
    if (!key) {
        return invalid(QLatin1StringView("a key on P-256"));
    }
    const quint64 refusedBefore = token->refused().times;
    const QByteArray der = signedFor(commonName, key.get());
    const QString said = certificates::lastError();
    if (!der.isEmpty()) {
        return CertificateRequest(der, commonName);
    }
    const TokenKey::Refused refused = token->refused();
    return refused.times != refusedBefore ? refused.last : Error{ErrorCode::Internal, u"certificate request: %1"_qs.arg(said)};
}

Result<CertificateRequest> CertificateRequest::fromPem(const QByteArray &pem)
{
    if (pem.size() > MostBytes) {
        return invalid(QLatin1StringView("too long"));
    }
    const std::unique_ptr<BIO, decltype(&BIO_free)> in(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())), &BIO_free);
    const certificates::Request request(PEM_read_bio_X509_REQ(in.get(), nullptr, nullptr, nullptr));
    const certificates::Request second(request ? PEM_read_bio_X509_REQ(in.get(), nullptr, nullptr, nullptr) : nullptr);
    ERR_clear_error();
    if (!request || second) {
        return invalid(QLatin1StringView("one request in PEM"));
    }
    const QString name = certificates::commonName(X509_REQ_get_subject_name(request.get()));
    if (name.isEmpty()) {
        return invalid(QLatin1StringView("one common name"));
    }
    EVP_PKEY *key = X509_REQ_get0_pubkey(request.get());
    if (!certificates::isP256(key)) {
        ERR_clear_error();
        return invalid(QLatin1StringView("a key on P-256"));
    }
    const bool isSigned = X509_REQ_verify(request.get(), key) == 1;
    ERR_clear_error();
    if (!isSigned) {
        return Error{ErrorCode::SignatureWrong, u"certificate request: not signed by its own key"_qs};
    }
    return CertificateRequest(derOf(request.get()), name);
}

bool CertificateRequest::isAnsweredBy(const QByteArray &certificate) const
{
    const certificates::Certificate given = certificates::fromDer(certificate);
    const certificates::Request asked = certificates::requestFromDer(m_der);
    const bool isOfIt = given && asked && EVP_PKEY_eq(X509_get0_pubkey(given.get()), X509_REQ_get0_pubkey(asked.get())) == 1;
    ERR_clear_error();
    return isOfIt;
}

QByteArray CertificateRequest::pem() const
{
    return certificates::pemOf("CERTIFICATE REQUEST", m_der);
}

} // namespace motcua

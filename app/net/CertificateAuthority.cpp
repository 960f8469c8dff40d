// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/CertificateAuthority.h"

#include "app/net/Certificates.h"
#include "app/security/Random.h"
#include "app/security/Sha256.h"

#include <openssl/err.h>
#include <openssl/x509v3.h>

#include <QHostAddress>
#include <QRegularExpression>

#include <ctime>
#include <utility>

namespace motcua {

namespace {

using Extensions = QList<std::pair<int, QByteArray>>;

Error failed(QLatin1StringView what)
{
    return {ErrorCode::Internal, u"authority: %1: %2"_qs.arg(what, certificates::lastError())};
}

/** Sixteen random bytes, positive as they have to be: nobody can foretell the next one, and no list has to be kept of those given. */
bool keepSerial(X509 *certificate)
{
    QByteArray bytes = security::random::bytes(16);
    bytes[0] = static_cast<char>((bytes[0] & 0x3f) | 0x40);
    const std::unique_ptr<BIGNUM, decltype(&BN_free)> number(
        BN_bin2bn(reinterpret_cast<const unsigned char *>(bytes.constData()), static_cast<int>(bytes.size()), nullptr), &BN_free);
    return number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

bool keepName(X509 *certificate, const QString &name)
{
    const QByteArray utf8 = name.toUtf8();
    return X509_NAME_add_entry_by_NID(X509_get_subject_name(certificate), NID_commonName, MBSTRING_UTF8,
               reinterpret_cast<const unsigned char *>(utf8.constData()), static_cast<int>(utf8.size()), -1, 0)
        == 1;
}

bool extend(X509 *certificate, X509 *issuer, const Extensions &extensions)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    for (const auto &[kind, value] : extensions) {
        const std::unique_ptr<X509_EXTENSION, decltype(&X509_EXTENSION_free)> one(
            X509V3_EXT_conf_nid(nullptr, &context, kind, value.constData()), &X509_EXTENSION_free);
        if (!one || X509_add_ext(certificate, one.get(), -1) != 1) {
            return false;
        }
    }
    return true;
}

/** `issuer` null: it is its own. Null when OpenSSL does not. */
certificates::Certificate signedBy(
    EVP_PKEY *signer, X509 *issuer, EVP_PKEY *key, const QString &name, const CertificateTerm &term, const Extensions &extensions)
{
    certificates::Certificate made(X509_new());
    X509 *by = issuer != nullptr ? issuer : made.get();
    const bool isWhole = made && X509_set_version(made.get(), X509_VERSION_3) == 1 && keepSerial(made.get()) && keepName(made.get(), name)
        && X509_set_issuer_name(made.get(), X509_get_subject_name(by)) == 1
        && ASN1_TIME_set(X509_getm_notBefore(made.get()), static_cast<std::time_t>(term.fromMs / 1000)) != nullptr
        && ASN1_TIME_set(X509_getm_notAfter(made.get()), static_cast<std::time_t>(term.toMs / 1000)) != nullptr
        && X509_set_pubkey(made.get(), key) == 1 && extend(made.get(), by, extensions) && X509_sign(made.get(), signer, EVP_sha256()) > 0;
    return isWhole ? std::move(made) : certificates::Certificate();
}

QByteArray derOf(const X509 *certificate)
{
    QByteArray der(qMax(0, i2d_X509(certificate, nullptr)), '\0');
    auto *out = reinterpret_cast<unsigned char *>(der.data());
    i2d_X509(certificate, &out);
    return der;
}

CertifiedKey told(const X509 *certificate)
{
    const QByteArray der = derOf(certificate);
    return {certificates::pemOf("CERTIFICATE", der), certificates::commonName(X509_get_subject_name(certificate)), security::sha256(der),
        certificates::notBeforeMs(certificate), certificates::notAfterMs(certificate)};
}

/** As the configuration of OpenSSL has it; empty for what is no host. It reads commas and brackets, so nothing else may pass. */
QByteArray alternativeName(const QString &host)
{
    static const QRegularExpression name(
        u"^(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$"_qs);
    const QHostAddress address(host);
    if (!address.isNull() && address.scopeId().isEmpty()) {
        return "IP:" + address.toString().toLatin1();
    }
    return name.match(host).hasMatch() ? "DNS:" + host.toLatin1() : QByteArray();
}

} // namespace

CertificateAuthority::CertificateAuthority(std::shared_ptr<evp_pkey_st> key, std::shared_ptr<x509_st> certificate)
    : m_key(std::move(key))
    , m_certificate(std::move(certificate))
{
}

Result<CertificateAuthority> CertificateAuthority::make(const QString &name, const CertificateTerm &term)
{
    if (name.isEmpty() || name.size() > 64 || term.toMs <= term.fromMs) {
        return Error{ErrorCode::Invalid, u"authority: a name and a term"_qs};
    }
    certificates::Key key(EVP_EC_gen("P-256"));
    certificates::Certificate own = key ? signedBy(key.get(), nullptr, key.get(), name, term,
                                        {{NID_basic_constraints, "critical,CA:TRUE,pathlen:0"}, {NID_subject_key_identifier, "hash"},
                                            {NID_key_usage, "critical,keyCertSign,cRLSign"}})
                                        : certificates::Certificate();
    if (!own) {
        return failed(QLatin1StringView("make"));
    }
    return CertificateAuthority(std::move(key), std::move(own));
}

Result<CertificateAuthority> CertificateAuthority::fromPem(const QByteArray &certificate, const security::SecretBytes &key)
{
    const auto parts = certificates::fromPem(certificate);
    certificates::Certificate own = parts && parts->size() == 1 ? certificates::fromDer(parts->first()) : certificates::Certificate();
    certificates::Key opened = certificates::keyFromPem(key);
    if (!own || !opened || X509_check_ca(own.get()) != 1) {
        ERR_clear_error();
        return Error{ErrorCode::OwnCertificateUnreadable, u"authority"_qs};
    }
    if (X509_check_private_key(own.get(), opened.get()) != 1) {
        ERR_clear_error();
        return Error{ErrorCode::OwnKeyOther, u"authority"_qs};
    }
    return CertificateAuthority(std::move(opened), std::move(own));
}

QByteArray CertificateAuthority::pem() const
{
    return certificates::pemOf("CERTIFICATE", derOf(m_certificate.get()));
}

security::SecretBytes CertificateAuthority::keyPem() const
{
    return certificates::pemOf(m_key.get());
}

qint64 CertificateAuthority::validToMs() const
{
    return certificates::notAfterMs(m_certificate.get());
}

Result<CertifiedKey> CertificateAuthority::desk(const CertificateRequest &request, const CertificateTerm &term) const
{
    const certificates::Request read = certificates::requestFromDer(request.der());
    const certificates::Certificate made = signedBy(m_key.get(), m_certificate.get(), read ? X509_REQ_get0_pubkey(read.get()) : nullptr,
        request.commonName(), term,
        {{NID_basic_constraints, "critical,CA:FALSE"}, {NID_subject_key_identifier, "hash"}, {NID_authority_key_identifier, "keyid:always"},
            {NID_key_usage, "critical,digitalSignature"}, {NID_ext_key_usage, "clientAuth"}});
    return made ? Result<CertifiedKey>(told(made.get())) : failed(QLatin1StringView("desk"));
}

Result<CertifiedKey> CertificateAuthority::server(const CertificateRequest &request, const QString &host, const CertificateTerm &term) const
{
    const QByteArray name = alternativeName(host);
    if (name.isEmpty()) {
        return Error{ErrorCode::Invalid, u"authority: no host"_qs};
    }
    const certificates::Request read = certificates::requestFromDer(request.der());
    const certificates::Certificate made = signedBy(m_key.get(), m_certificate.get(), read ? X509_REQ_get0_pubkey(read.get()) : nullptr,
        request.commonName(), term,
        {{NID_basic_constraints, "critical,CA:FALSE"}, {NID_subject_key_identifier, "hash"}, {NID_authority_key_identifier, "keyid:always"},
            {NID_key_usage, "critical,digitalSignature"}, {NID_ext_key_usage, "serverAuth"}, {NID_subject_alt_name, name}});
    return made ? Result<CertifiedKey>(told(made.get())) : failed(QLatin1StringView("server"));
}

Result<CertifiedKey> CertificateAuthority::recognised(const QByteArray &pem, qint64 nowMs) const
{
    const auto parts = certificates::fromPem(pem);
    const certificates::Certificate shown = parts && parts->size() == 1 ? certificates::fromDer(parts->first()) : certificates::Certificate();
    if (!shown) {
        return Error{ErrorCode::OwnCertificateUnreadable, u"authority: no certificate is shown"_qs};
    }
    const bool isOurs = X509_check_issued(m_certificate.get(), shown.get()) == X509_V_OK && X509_verify(shown.get(), m_key.get()) == 1;
    const bool isClient = (X509_get_extension_flags(shown.get()) & EXFLAG_XKUSAGE) != 0
        && (X509_get_extended_key_usage(shown.get()) & XKU_SSL_CLIENT) != 0 && X509_check_ca(shown.get()) == 0;
    ERR_clear_error();
    if (!isOurs || !isClient) {
        return Error{ErrorCode::OwnCertificateRefused, u"authority: not of a desk of ours"_qs};
    }
    CertifiedKey known = told(shown.get());
    if (nowMs < known.fromMs || nowMs > known.toMs) {
        return Error{ErrorCode::OwnCertificateExpired, u"authority: out of its time"_qs};
    }
    return known;
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/IssuedCertificate.h"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include <QtGlobal>

#include <ctime>
#include <functional>

namespace motcua::testsupport {

namespace {

void need(bool done, const char *what)
{
    if (!done) {
        ERR_print_errors_fp(stderr);
        qFatal("certificate: %s", what);
    }
}

EVP_PKEY *made(IssuedCertificate::Key kind)
{
    switch (kind) {
    case IssuedCertificate::Key::P256:
        return EVP_EC_gen("P-256");
    case IssuedCertificate::Key::Rsa2048:
        return EVP_RSA_gen(2048);
    case IssuedCertificate::Key::Rsa1024:
        return EVP_RSA_gen(1024);
    }
    return nullptr;
}

QByteArray written(const std::function<int(BIO *)> &write)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> out(BIO_new(BIO_s_mem()), &BIO_free);
    need(out && write(out.get()) == 1, "write");
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(out.get(), &bytes);
    return QByteArray(bytes, size);
}

std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> askingIn(const QByteArray &request)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> in(BIO_new_mem_buf(request.constData(), static_cast<int>(request.size())), &BIO_free);
    const std::unique_ptr<X509_REQ, decltype(&X509_REQ_free)> read(PEM_read_bio_X509_REQ(in.get(), nullptr, nullptr, nullptr), &X509_REQ_free);
    std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(read ? X509_REQ_get_pubkey(read.get()) : nullptr, &EVP_PKEY_free);
    need(key && X509_REQ_verify(read.get(), key.get()) == 1, "request");
    return key;
}

int nextSerial()
{
    static int serial = 1'000;
    return ++serial;
}

} // namespace

IssuedCertificate::Wish IssuedCertificate::authority(const QByteArray &name, const QByteArray &basicConstraints)
{
    Wish wish;
    wish.name = name;
    wish.basicConstraints = basicConstraints;
    wish.keyUsage = "critical,keyCertSign,cRLSign";
    wish.extendedUsage.clear();
    wish.names.clear();
    wish.fromS = -30 * 86'400LL;
    wish.toS = 3'650 * 86'400LL;
    return wish;
}

IssuedCertificate::Wish IssuedCertificate::desk(const QByteArray &name)
{
    Wish wish;
    wish.name = name;
    wish.extendedUsage = "clientAuth";
    wish.names.clear();
    return wish;
}

IssuedCertificate::IssuedCertificate(const Wish &wish, const IssuedCertificate *issuer)
    : m_key(made(wish.key), &EVP_PKEY_free)
    , m_certificate(X509_new(), &X509_free)
{
    need(m_key && m_certificate, "key");
    X509 *x509 = m_certificate.get();
    X509_set_version(x509, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(x509), nextSerial());
    const std::time_t now = std::time(nullptr);
    ASN1_TIME_set(X509_getm_notBefore(x509), now + wish.fromS);
    ASN1_TIME_set(X509_getm_notAfter(x509), now + wish.toS);
    m_toMs = (now + wish.toS) * 1'000LL;
    X509_NAME *subject = X509_get_subject_name(x509);
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char *>(wish.name.constData()), -1, -1, 0);
    X509 *by = issuer != nullptr ? issuer->m_certificate.get() : x509;
    X509_set_issuer_name(x509, X509_get_subject_name(by));
    const auto asking = wish.request.isEmpty() ? std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>(nullptr, &EVP_PKEY_free) : askingIn(wish.request);
    need(X509_set_pubkey(x509, asking ? asking.get() : m_key.get()) == 1, "public key");

    X509V3_CTX context;
    X509V3_set_ctx(&context, by, x509, nullptr, nullptr, 0);
    const auto extend = [&](int kind, const QByteArray &value) {
        if (value.isEmpty()) {
            return;
        }
        X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value.constData());
        need(extension && X509_add_ext(x509, extension, -1) == 1, value.constData());
        X509_EXTENSION_free(extension);
    };
    extend(NID_basic_constraints, wish.basicConstraints);
    extend(NID_subject_key_identifier, "hash");
    extend(NID_authority_key_identifier, "keyid:always");
    extend(NID_key_usage, wish.keyUsage);
    extend(NID_ext_key_usage, wish.extendedUsage);
    extend(NID_subject_alt_name, wish.names);
    extend(NID_name_constraints, wish.nameConstraints);
    if (wish.hasUnknownCritical) {
        ASN1_OBJECT *kind = OBJ_txt2obj("1.3.6.1.4.1.99999.1", 1);
        ASN1_OCTET_STRING *value = ASN1_OCTET_STRING_new();
        ASN1_OCTET_STRING_set(value, reinterpret_cast<const unsigned char *>("\x05\x00"), 2);
        X509_EXTENSION *extension = X509_EXTENSION_create_by_OBJ(nullptr, kind, 1, value);
        need(extension && X509_add_ext(x509, extension, -1) == 1, "unknown extension");
        X509_EXTENSION_free(extension);
        ASN1_OCTET_STRING_free(value);
        ASN1_OBJECT_free(kind);
    }
    need(X509_sign(x509, issuer != nullptr ? issuer->m_key.get() : m_key.get(), EVP_get_digestbyname(wish.digest.constData())) > 0, "sign");
}

QByteArray IssuedCertificate::pem() const
{
    return written([this](BIO *out) { return PEM_write_bio_X509(out, m_certificate.get()); });
}

QByteArray IssuedCertificate::der() const
{
    return written([this](BIO *out) { return i2d_X509_bio(out, m_certificate.get()); });
}

QByteArray IssuedCertificate::keyPem() const
{
    return written([this](BIO *out) { return PEM_write_bio_PrivateKey(out, m_key.get(), nullptr, nullptr, 0, nullptr, nullptr); });
}

QByteArray IssuedCertificate::revocationList(const IssuedCertificate *revoked) const
{
    const std::unique_ptr<X509_CRL, decltype(&X509_CRL_free)> list(X509_CRL_new(), &X509_CRL_free);
    X509_CRL_set_version(list.get(), 1);
    X509_CRL_set_issuer_name(list.get(), X509_get_subject_name(m_certificate.get()));
    ASN1_TIME *time = ASN1_TIME_set(nullptr, std::time(nullptr) - 3'600);
    X509_CRL_set1_lastUpdate(list.get(), time);
    if (revoked != nullptr) {
        X509_REVOKED *entry = X509_REVOKED_new();
        X509_REVOKED_set_serialNumber(entry, X509_get_serialNumber(revoked->m_certificate.get()));
        X509_REVOKED_set_revocationDate(entry, time);
        X509_CRL_add0_revoked(list.get(), entry);
    }
    ASN1_TIME_free(time);
    time = ASN1_TIME_set(nullptr, std::time(nullptr) + 86'400);
    X509_CRL_set1_nextUpdate(list.get(), time);
    ASN1_TIME_free(time);
    X509V3_CTX context;
    X509V3_set_ctx(&context, m_certificate.get(), nullptr, nullptr, list.get(), 0);
    X509_EXTENSION *issuer = X509V3_EXT_conf_nid(nullptr, &context, NID_authority_key_identifier, "keyid:always");
    need(issuer && X509_CRL_add_ext(list.get(), issuer, -1) == 1, "issuer of a list");
    X509_EXTENSION_free(issuer);
    ASN1_INTEGER *number = ASN1_INTEGER_new();
    ASN1_INTEGER_set(number, 1);
    need(X509_CRL_add1_ext_i2d(list.get(), NID_crl_number, number, 0, 0) == 1, "number of a list");
    ASN1_INTEGER_free(number);
    need(X509_CRL_sign(list.get(), m_key.get(), EVP_sha256()) > 0, "sign a list");
    return written([&list](BIO *out) { return PEM_write_bio_X509_CRL(out, list.get()); });
}

} // namespace motcua::testsupport

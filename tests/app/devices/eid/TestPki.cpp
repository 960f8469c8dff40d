// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/devices/eid/TestPki.h"

#include "app/devices/eid/Tlv.h"

#include <QCryptographicHash>
#include <QtGlobal>

#include <openssl/cms.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace motcua::test {

namespace {

using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;

void need(bool done, const char *what)
{
    if (!done) {
        qFatal("TestPki: %s", what);
    }
}

Certificate certificateOf(const QByteArray &der)
{
    const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
    return {d2i_X509(nullptr, &at, static_cast<long>(der.size())), &X509_free};
}

X509_NAME *nameOf(const TestCertificate &certificate)
{
    X509_NAME *name = X509_NAME_new();
    const auto add = [name](const char *field, const QByteArray &value) {
        if (!value.isEmpty()) {
            X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8, reinterpret_cast<const unsigned char *>(value.constData()), static_cast<int>(value.size()), -1, 0);
        }
    };
    add("C", certificate.country);
    add("O", "Nobody's Test Authority");
    add("CN", certificate.name);
    return name;
}

/** A context that signs with the key, by PSS where it says so. */
EVP_MD_CTX *signing(const TestKey &key, const QByteArray &digest)
{
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    EVP_PKEY_CTX *parameters = nullptr;
    need(EVP_DigestSignInit(context, &parameters, EVP_get_digestbyname(digest.constData()), nullptr, key.handle()) == 1, "sign");
    if (key.isPss()) {
        EVP_PKEY_CTX_set_rsa_padding(parameters, RSA_PKCS1_PSS_PADDING);
        EVP_PKEY_CTX_set_rsa_pss_saltlen(parameters, RSA_PSS_SALTLEN_DIGEST);
    }
    return context;
}

QByteArray taken(unsigned char *der, int size)
{
    need(size > 0, "encode");
    const QByteArray bytes(reinterpret_cast<const char *>(der), size);
    OPENSSL_free(der);
    return bytes;
}

/** In DER, of figures. */
QByteArray objectIdentifier(const QByteArray &figures)
{
    ASN1_OBJECT *object = OBJ_txt2obj(figures.constData(), 1);
    unsigned char *der = nullptr;
    const int size = i2d_ASN1_OBJECT(object, &der);
    ASN1_OBJECT_free(object);
    return taken(der, size);
}

EVP_PKEY *ecKey(int curve, bool written, bool otherGenerator)
{
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr);
    EVP_PKEY *key = nullptr;
    if (!otherGenerator) {
        need(EVP_PKEY_keygen_init(context) == 1 && EVP_PKEY_CTX_set_ec_paramgen_curve_nid(context, curve) == 1, "curve");
        if (written) {
            need(EVP_PKEY_CTX_set_ec_param_enc(context, 0) == 1, "written");
        }
        need(EVP_PKEY_generate(context, &key) == 1, "key");
    } else {
        // The curve of a name with a generator of its own: who chose it may know the key to any point.
        EC_GROUP *group = EC_GROUP_new_by_curve_name(curve);
        BIGNUM *p = BN_new();
        BIGNUM *a = BN_new();
        BIGNUM *b = BN_new();
        EC_GROUP_get_curve(group, p, a, b, nullptr);
        EC_POINT *point = EC_POINT_dup(EC_GROUP_get0_generator(group), group);
        EC_POINT_dbl(group, point, point, nullptr);
        EC_GROUP *other = EC_GROUP_new_curve_GFp(p, a, b, nullptr);
        need(EC_GROUP_set_generator(other, point, EC_GROUP_get0_order(group), BN_value_one()) == 1, "generator");
        EC_GROUP_set_asn1_flag(other, 0);
        unsigned char *der = nullptr;
        const int size = i2d_ECPKParameters(other, &der);
        const auto *at = const_cast<const unsigned char *>(der);
        EVP_PKEY *parameters = d2i_KeyParams(EVP_PKEY_EC, nullptr, &at, size);
        need(parameters, "parameters");
        EVP_PKEY_CTX *from = EVP_PKEY_CTX_new_from_pkey(nullptr, parameters, nullptr);
        need(EVP_PKEY_keygen_init(from) == 1 && EVP_PKEY_generate(from, &key) == 1, "key of another curve");
        EVP_PKEY_CTX_free(from);
        EVP_PKEY_free(parameters);
        OPENSSL_free(der);
        EC_POINT_free(point);
        EC_GROUP_free(other);
        EC_GROUP_free(group);
        BN_free(p);
        BN_free(a);
        BN_free(b);
    }
    EVP_PKEY_CTX_free(context);
    return key;
}

EVP_PKEY *made(TestKey::Kind kind)
{
    switch (kind) {
    case TestKey::Kind::P256: return ecKey(NID_X9_62_prime256v1, false, false);
    case TestKey::Kind::P384: return ecKey(NID_secp384r1, false, false);
    case TestKey::Kind::P192: return ecKey(NID_X9_62_prime192v1, false, false);
    case TestKey::Kind::Brainpool384: return ecKey(NID_brainpoolP384r1, false, false);
    case TestKey::Kind::Brainpool384Written: return ecKey(NID_brainpoolP384r1, true, false);
    case TestKey::Kind::OtherCurveWritten: return ecKey(NID_brainpoolP256r1, true, true);
    case TestKey::Kind::Rsa1024: return EVP_RSA_gen(1024);
    case TestKey::Kind::Rsa2048:
    case TestKey::Kind::RsaPss2048: return EVP_RSA_gen(2048);
    }
    return nullptr;
}

} // namespace

TestKey::TestKey(Kind kind)
    : m_key(made(kind), &EVP_PKEY_free)
    , m_isPss(kind == Kind::RsaPss2048)
{
    need(m_key.get(), "no key");
}

QByteArray TestCertificate::der(const TestCertificate *authority) const
{
    const TestCertificate &by = authority ? *authority : *this;
    const Certificate x509(X509_new(), &X509_free);
    X509_set_version(x509.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(x509.get()), serial);
    ASN1_TIME_set(X509_getm_notBefore(x509.get()), from.toSecsSinceEpoch());
    ASN1_TIME_set(X509_getm_notAfter(x509.get()), to.toSecsSinceEpoch());
    X509_NAME *subject = nameOf(*this);
    X509_NAME *issuer = nameOf(by);
    X509_set_subject_name(x509.get(), subject);
    X509_set_issuer_name(x509.get(), issuer);
    X509_NAME_free(subject);
    X509_NAME_free(issuer);
    need(X509_set_pubkey(x509.get(), key.handle()) == 1, "public key");

    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    // The key identifier of the authority is that of its own key, which a certificate of its own tells best.
    Certificate issuing(nullptr, &X509_free);
    if (authority) {
        TestCertificate own = by;
        own.hasKeyIdentifiers = true;
        issuing = certificateOf(own.der());
    }
    const auto add = [&](int kind, const char *value) {
        X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value);
        need(extension, value);
        X509_add_ext(x509.get(), extension, -1);
        X509_EXTENSION_free(extension);
    };
    X509V3_set_ctx(&context, issuing ? issuing.get() : x509.get(), x509.get(), nullptr, nullptr, 0);
    if (isAuthority) {
        add(NID_basic_constraints, "critical,CA:TRUE");
    }
    if (hasKeyUsage) {
        add(NID_key_usage, mayNotSign ? "critical,keyAgreement" : isAuthority ? "critical,keyCertSign,cRLSign" : "critical,digitalSignature");
    }
    if (hasKeyIdentifiers) {
        add(NID_subject_key_identifier, "hash");
        add(NID_authority_key_identifier, "keyid:always");
    }
    if (!extendedUsage.isEmpty()) {
        add(NID_ext_key_usage, "critical," + extendedUsage);
    }
    if (hasUnknownExtension) {
        ASN1_OBJECT *kind = OBJ_txt2obj("1.2.3.4.5", 1);
        ASN1_OCTET_STRING *value = ASN1_OCTET_STRING_new();
        ASN1_OCTET_STRING_set(value, reinterpret_cast<const unsigned char *>("\x05"), 2);
        X509_EXTENSION *extension = X509_EXTENSION_create_by_OBJ(nullptr, kind, 1, value);
        need(extension && X509_add_ext(x509.get(), extension, -1) == 1, "extension");
        X509_EXTENSION_free(extension);
        ASN1_OCTET_STRING_free(value);
        ASN1_OBJECT_free(kind);
    }
    EVP_MD_CTX *signer = signing(by.key, digest);
    need(X509_sign_ctx(x509.get(), signer) > 0, "sign a certificate");
    EVP_MD_CTX_free(signer);
    unsigned char *bytes = nullptr;
    const int size = i2d_X509(x509.get(), &bytes);
    return taken(bytes, size);
}

QByteArray TestSignature::der() const
{
    if (!signedContentType.isEmpty()) {
        // Signed under the one kind, and the other put over its name outside: of the same length.
        TestSignature under = *this;
        under.contentType = signedContentType;
        under.signedContentType.clear();
        QByteArray bytes = under.der();
        const QByteArray wanted = objectIdentifier(contentType);
        const qsizetype at = bytes.indexOf(objectIdentifier(signedContentType));
        need(at > 0 && wanted.size() == objectIdentifier(signedContentType).size(), "kind of content");
        return bytes.replace(at, wanted.size(), wanted);
    }
    const Certificate certificate = certificateOf(signer);
    need(certificate != nullptr, "signer");
    BIO *in = BIO_new_mem_buf(content.constData(), static_cast<int>(content.size()));
    constexpr unsigned int Common = CMS_BINARY | CMS_NOSMIMECAP;
    CMS_ContentInfo *cms = CMS_sign(nullptr, nullptr, nullptr, in, Common | CMS_PARTIAL);
    ASN1_OBJECT *type = OBJ_txt2obj(contentType.constData(), 1);
    CMS_set1_eContentType(cms, type);
    ASN1_OBJECT_free(type);
    for (int i = 0; i < signers; ++i) {
        unsigned int flags = Common | CMS_PARTIAL | (hasSignerAlong && i == 0 ? 0U : CMS_NOCERTS) | (hasSignedAttributes ? 0U : CMS_NOATTR) | (key.isPss() ? CMS_KEY_PARAM : 0U);
        CMS_SignerInfo *info = CMS_add1_signer(cms, certificate.get(), key.handle(), EVP_get_digestbyname(digest.constData()), flags);
        need(info, "signer");
        if (key.isPss()) {
            EVP_PKEY_CTX *parameters = CMS_SignerInfo_get0_pkey_ctx(info);
            EVP_PKEY_CTX_set_rsa_padding(parameters, RSA_PKCS1_PSS_PADDING);
            EVP_PKEY_CTX_set_rsa_pss_saltlen(parameters, RSA_PSS_SALTLEN_DIGEST);
        }
        if (hasSignedAttributes) {
            if (!signedAt.isNull()) {
                ASN1_TIME *time = ASN1_TIME_set(nullptr, signedAt.toSecsSinceEpoch());
                CMS_signed_add1_attr_by_NID(info, NID_pkcs9_signingTime, time->type, time, -1);
                ASN1_TIME_free(time);
            }
        }
    }
    for (const QByteArray &one : along) {
        CMS_add1_cert(cms, certificateOf(one).get());
    }
    need(CMS_final(cms, in, nullptr, Common) == 1, "sign a content");
    unsigned char *bytes = nullptr;
    const int size = i2d_CMS_ContentInfo(cms, &bytes);
    CMS_ContentInfo_free(cms);
    BIO_free(in);
    return taken(bytes, size);
}

QByteArray securityObject(const QMap<int, QByteArray> &files, const QByteArray &digest, int version)
{
    static const QMap<QByteArray, std::pair<QByteArray, QCryptographicHash::Algorithm>> known{
        {"SHA1", {"2b0e03021a", QCryptographicHash::Sha1}}, {"SHA224", {"608648016503040204", QCryptographicHash::Sha224}},
        {"SHA256", {"608648016503040201", QCryptographicHash::Sha256}}, {"SHA384", {"608648016503040202", QCryptographicHash::Sha384}},
        {"SHA512", {"608648016503040203", QCryptographicHash::Sha512}}};
    const auto &[identifier, algorithm] = known[digest];
    QByteArray hashes;
    for (auto it = files.cbegin(); it != files.cend(); ++it) {
        hashes += tlv(0x30, tlv(0x02, QByteArray(1, static_cast<char>(it.key()))) + tlv(0x04, QCryptographicHash::hash(*it, algorithm)));
    }
    const QByteArray versions = version == 0 ? QByteArray() : tlv(0x30, tlv(0x13, "0108") + tlv(0x13, "040000"));
    return tlv(0x30, tlv(0x02, QByteArray(1, static_cast<char>(version))) + tlv(0x30, tlv(0x06, QByteArray::fromHex(identifier)) + tlv(0x05, {})) + tlv(0x30, hashes) + versions);
}

QByteArray sodFile(const QByteArray &cms)
{
    return tlv(0x77, cms);
}

QByteArray revocationList(const TestCertificate &authority, const QList<int> &serials, const TestKey &key)
{
    X509_CRL *list = X509_CRL_new();
    X509_CRL_set_version(list, 1);
    X509_NAME *issuer = nameOf(authority);
    X509_CRL_set_issuer_name(list, issuer);
    X509_NAME_free(issuer);
    ASN1_TIME *time = ASN1_TIME_set(nullptr, QDateTime({2025, 1, 1}, {0, 0}, Qt::UTC).toSecsSinceEpoch());
    X509_CRL_set1_lastUpdate(list, time);
    for (const int serial : serials) {
        X509_REVOKED *entry = X509_REVOKED_new();
        ASN1_INTEGER *number = ASN1_INTEGER_new();
        ASN1_INTEGER_set(number, serial);
        X509_REVOKED_set_serialNumber(entry, number);
        X509_REVOKED_set_revocationDate(entry, time);
        ASN1_INTEGER_free(number);
        X509_CRL_add0_revoked(list, entry);
    }
    ASN1_TIME_free(time);
    X509_CRL_sort(list);
    EVP_MD_CTX *signer = signing(key, "SHA256");
    need(X509_CRL_sign_ctx(list, signer) > 0, "sign a list");
    EVP_MD_CTX_free(signer);
    unsigned char *bytes = nullptr;
    const int size = i2d_X509_CRL(list, &bytes);
    X509_CRL_free(list);
    return taken(bytes, size);
}

QByteArray certificateList(const QList<QByteArray> &certificates)
{
    return tlv(0x30, tlv(0x02, QByteArray(1, '\0')) + tlv(0x31, certificates.join()));
}

} // namespace motcua::test

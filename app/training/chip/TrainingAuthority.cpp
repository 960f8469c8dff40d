// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/chip/TrainingAuthority.h"

#include "app/devices/eid/Tlv.h"
#include "app/training/chip/EllipticKey.h"

#include <openssl/rsa.h>

namespace motcua::training {

namespace {

using Scheme = TrainingAuthority::Scheme;

constexpr unsigned int AuthorityBits = 3072;
constexpr unsigned int SignerBits = 2048;

constexpr int Prime256 = 12;
constexpr int Prime384 = 15;
constexpr int Brainpool384 = 16;
constexpr int Brainpool512 = 17;

constexpr char SecurityObject[] = "2.23.136.1.1.1"; // id-icao-mrtd-security-ldsSecurityObject
constexpr char DocumentTypes[] = "2.23.136.1.1.6.2"; // id-icao-mrtd-security-extensions-documentTypeList

void must(bool done, const char *what)
{
    if (!done) {
        qFatal("the training authority: %s", what);
    }
}

owned::Pkey keyOf(Scheme scheme, bool isAuthority, Ephemeral &ephemeral)
{
    switch (scheme) {
    case Scheme::Ecdsa:
        return ellipticKey(isAuthority ? Prime384 : Prime256, CurveForm::Named, ephemeral);
    case Scheme::EcdsaExplicit:
        return ellipticKey(isAuthority ? Brainpool512 : Brainpool384, CurveForm::Explicit, ephemeral);
    case Scheme::RsaPss:
    case Scheme::RsaPkcs1:
        break;
    }
    owned::Pkey key(EVP_RSA_gen(isAuthority ? AuthorityBits : SignerBits));
    must(key != nullptr, "a key");
    return key;
}

const EVP_MD *authorityDigest(Scheme scheme)
{
    return scheme == Scheme::Ecdsa ? EVP_sha384() : scheme == Scheme::EcdsaExplicit ? EVP_sha512() : EVP_sha256();
}

const EVP_MD *signerDigest(Scheme scheme)
{
    return scheme == Scheme::EcdsaExplicit ? EVP_sha384() : EVP_sha256();
}

bool padAsPss(EVP_PKEY_CTX *context)
{
    return context != nullptr && EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1
        && EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1;
}

owned::Time timeOf(const QDateTime &moment)
{
    owned::Time time(ASN1_TIME_set(nullptr, static_cast<time_t>(moment.toSecsSinceEpoch())));
    must(time != nullptr, "a time");
    return time;
}

void setName(X509_NAME *name, const char *common)
{
    const auto add = [name](const char *field, const char *text) {
        must(X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8, reinterpret_cast<const unsigned char *>(text), -1, -1, 0) == 1,
            "a name");
    };
    add("C", "VN");
    add("O", "TRAINING - NOT AN ISSUER OF DOCUMENTS");
    add("CN", common);
}

void extend(X509 *certificate, X509 *issuer, int nid, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const owned::Extension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value));
    must(extension && X509_add_ext(certificate, extension.get(), -1) == 1, "an extension");
}

/** Which documents the signer may sign: identity cards. */
void addDocumentTypes(X509 *certificate)
{
    const QByteArray types = tlv(0x30, tlv(0x02, QByteArray(1, '\0')) + tlv(0x31, tlv(0x13, "ID")));
    const owned::Object name(OBJ_txt2obj(DocumentTypes, 1));
    const owned::Octets value(ASN1_OCTET_STRING_new());
    must(name && value && ASN1_OCTET_STRING_set(value.get(), owned::raw(types), static_cast<int>(types.size())) == 1, "document types");
    const owned::Extension extension(X509_EXTENSION_create_by_OBJ(nullptr, name.get(), 0, value.get()));
    must(extension && X509_add_ext(certificate, extension.get(), -1) == 1, "document types");
}

void sign(X509 *certificate, EVP_PKEY *key, Scheme scheme)
{
    const owned::DigestContext context(EVP_MD_CTX_new());
    EVP_PKEY_CTX *parameters = nullptr;
    must(context && EVP_DigestSignInit(context.get(), &parameters, authorityDigest(scheme), nullptr, key) == 1, "signing");
    must(scheme != Scheme::RsaPss || padAsPss(parameters), "PSS");
    must(X509_sign_ctx(certificate, context.get()) > 0, "a certificate");
}

/** Certificates outlive the cards they sign, and people may practise on any day. */
owned::Certificate begun(EVP_PKEY *key, long serial, int lastYear)
{
    owned::Certificate certificate(X509_new());
    must(certificate && X509_set_version(certificate.get(), X509_VERSION_3) == 1
            && ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), serial) == 1 && X509_set_pubkey(certificate.get(), key) == 1,
        "a certificate");
    const auto first = timeOf(QDateTime(QDate(2016, 1, 1), QTime(0, 0), Qt::UTC));
    const auto last = timeOf(QDateTime(QDate(lastYear, 12, 31), QTime(0, 0), Qt::UTC));
    must(X509_set1_notBefore(certificate.get(), first.get()) == 1 && X509_set1_notAfter(certificate.get(), last.get()) == 1, "a validity");
    return certificate;
}

owned::Certificate authorityCertificate(EVP_PKEY *key, Scheme scheme)
{
    auto certificate = begun(key, 1, 2066);
    X509 *const own = certificate.get();
    setName(X509_get_subject_name(own), "TRAINING CSCA");
    must(X509_set_issuer_name(own, X509_get_subject_name(own)) == 1, "an issuer");
    extend(own, own, NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
    extend(own, own, NID_key_usage, "critical,keyCertSign,cRLSign");
    extend(own, own, NID_subject_key_identifier, "hash");
    sign(own, key, scheme);
    return certificate;
}

owned::Certificate signerCertificate(EVP_PKEY *key, X509 *issuer, EVP_PKEY *issuerKey, Scheme scheme)
{
    auto certificate = begun(key, 0x1001, 2056);
    X509 *const own = certificate.get();
    setName(X509_get_subject_name(own), "TRAINING Document Signer 001");
    must(X509_set_issuer_name(own, X509_get_subject_name(issuer)) == 1, "an issuer");
    extend(own, issuer, NID_key_usage, "critical,digitalSignature");
    extend(own, issuer, NID_subject_key_identifier, "hash");
    extend(own, issuer, NID_authority_key_identifier, "keyid");
    addDocumentTypes(own);
    sign(own, issuerKey, scheme);
    return certificate;
}

} // namespace

TrainingAuthority::TrainingAuthority(Scheme scheme, Ephemeral &ephemeral)
    : m_scheme(scheme)
    , m_authorityKey(keyOf(scheme, true, ephemeral))
    , m_signerKey(keyOf(scheme, false, ephemeral))
    , m_authority(authorityCertificate(m_authorityKey.get(), scheme))
    , m_signer(signerCertificate(m_signerKey.get(), m_authority.get(), m_authorityKey.get(), scheme))
{
}

QByteArray TrainingAuthority::authority() const
{
    return owned::der(&i2d_X509, m_authority.get());
}

QByteArray TrainingAuthority::signer() const
{
    return owned::der(&i2d_X509, m_signer.get());
}

QByteArray TrainingAuthority::digest() const
{
    return EVP_MD_get0_name(signerDigest(m_scheme));
}

QByteArray TrainingAuthority::digestIdentifier() const
{
    return owned::der(&i2d_ASN1_OBJECT, OBJ_nid2obj(EVP_MD_get_type(signerDigest(m_scheme))));
}

QByteArray TrainingAuthority::signedObject(const QByteArray &securityObject, const QDateTime &moment) const
{
    constexpr unsigned int Flags = CMS_BINARY | CMS_PARTIAL | CMS_NOSMIMECAP;
    const owned::Cms cms(CMS_sign(nullptr, nullptr, nullptr, nullptr, Flags));
    const owned::Object type(OBJ_txt2obj(SecurityObject, 1));
    must(cms && type && CMS_set1_eContentType(cms.get(), type.get()) == 1, "a security object");
    CMS_SignerInfo *const info = CMS_add1_signer(
        cms.get(), m_signer.get(), m_signerKey.get(), signerDigest(m_scheme), Flags | CMS_KEY_PARAM);
    must(info != nullptr && (m_scheme != Scheme::RsaPss || padAsPss(CMS_SignerInfo_get0_pkey_ctx(info))), "a signer");
    const auto time = timeOf(moment);
    must(
        CMS_signed_add1_attr_by_NID(info, NID_pkcs9_signingTime, ASN1_STRING_type(time.get()), time.get(), -1) == 1, "the time of signing");
    const owned::Bio content(BIO_new_mem_buf(securityObject.constData(), static_cast<int>(securityObject.size())));
    must(content && CMS_final(cms.get(), content.get(), nullptr, Flags) == 1, "a signature");
    return owned::der(&i2d_CMS_ContentInfo, cms.get());
}

} // namespace motcua::training

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/TrustCertificate.h"

#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <ctime>

namespace motcua {

namespace {

constexpr int SmallestRsa = 2048; // bits; 9303-12, 4.4.1
constexpr int LargestRsa = 8192;
constexpr int WeakestDigest = 63; // bits of security as OpenSSL counts them: SHA-1 is taken, MD5 is not

constexpr char ListSigning[] = "2.23.136.1.1.3"; // id-icao-mrtd-security-cscaMasterListSigningKey

// 9303-12, 4.4.3: the curves of the NIST and of RFC 5639 with 224 bits or more.
constexpr int Curves[] = {NID_secp224r1, NID_X9_62_prime256v1, NID_secp384r1, NID_secp521r1, NID_brainpoolP224r1, NID_brainpoolP256r1,
    NID_brainpoolP320r1, NID_brainpoolP384r1, NID_brainpoolP512r1};

const unsigned char *raw(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

/** The curve of an elliptic key by its number, also where its parameters are written out; NID_undef when it is none that has a name. */
int curveOf(X509 *certificate)
{
    X509_ALGOR *algorithm = nullptr;
    if (X509_PUBKEY_get0_param(nullptr, nullptr, nullptr, &algorithm, X509_get_X509_PUBKEY(certificate)) != 1) {
        return NID_undef;
    }
    int type = 0;
    const void *value = nullptr;
    X509_ALGOR_get0(nullptr, &type, &value, algorithm);
    if (type == V_ASN1_OBJECT) {
        return OBJ_obj2nid(static_cast<const ASN1_OBJECT *>(value));
    }
    if (type != V_ASN1_SEQUENCE) {
        return NID_undef;
    }
    const auto *written = static_cast<const ASN1_STRING *>(value);
    const unsigned char *at = ASN1_STRING_get0_data(written);
    // Made of parameters, the group has a name exactly when all of them, generator included, are those of that curve.
    const std::unique_ptr<EC_GROUP, decltype(&EC_GROUP_free)> group(d2i_ECPKParameters(nullptr, &at, ASN1_STRING_length(written)), &EC_GROUP_free);
    return group ? EC_GROUP_get_curve_name(group.get()) : NID_undef;
}

bool isKeyTaken(X509 *certificate)
{
    int keyType = NID_undef;
    ASN1_OBJECT *algorithm = nullptr;
    if (X509_PUBKEY_get0_param(&algorithm, nullptr, nullptr, nullptr, X509_get_X509_PUBKEY(certificate)) == 1) {
        keyType = OBJ_obj2nid(algorithm);
    }
    if (keyType == NID_X9_62_id_ecPublicKey) {
        // On a curve of a stranger's own a key proves nothing, whatever it signs.
        const int curve = curveOf(certificate);
        return std::find(std::begin(Curves), std::end(Curves), curve) != std::end(Curves) && X509_get0_pubkey(certificate);
    }
    if (keyType != NID_rsaEncryption && keyType != NID_rsassaPss) {
        return false;
    }
    const EVP_PKEY *key = X509_get0_pubkey(certificate);
    const int bits = key ? EVP_PKEY_get_bits(key) : 0;
    return bits >= SmallestRsa && bits <= LargestRsa;
}

bool isDigestTaken(X509 *certificate)
{
    int bits = 0;
    return X509_get_signature_info(certificate, nullptr, nullptr, &bits, nullptr) == 1 && bits >= WeakestDigest;
}

QString nameText(const X509_NAME *name)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> out(BIO_new(BIO_s_mem()), &BIO_free);
    constexpr unsigned long Form = (XN_FLAG_ONELINE & ~ASN1_STRFLGS_ESC_MSB & ~static_cast<unsigned long>(XN_FLAG_SPC_EQ)) | ASN1_STRFLGS_UTF8_CONVERT;
    if (!out || X509_NAME_print_ex(out.get(), name, 0, Form) < 0) {
        return {};
    }
    char *data = nullptr;
    const auto size = BIO_get_mem_data(out.get(), &data);
    return QString::fromUtf8(data, static_cast<qsizetype>(size));
}

QString countryOf(const X509_NAME *name)
{
    const int at = X509_NAME_get_index_by_NID(name, NID_countryName, -1);
    const X509_NAME_ENTRY *entry = at < 0 ? nullptr : X509_NAME_get_entry(name, at);
    const ASN1_STRING *text = entry ? X509_NAME_ENTRY_get_data(entry) : nullptr;
    if (!text || ASN1_STRING_length(text) != 2) {
        return {};
    }
    return QString::fromLatin1(reinterpret_cast<const char *>(ASN1_STRING_get0_data(text)), 2).toUpper();
}

QDateTime momentOf(const ASN1_TIME *time)
{
    std::tm parts = {};
    if (!time || ASN1_TIME_to_tm(time, &parts) != 1) {
        return {};
    }
    return {QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday), QTime(parts.tm_hour, parts.tm_min, std::min(parts.tm_sec, 59)), Qt::UTC};
}

/** Whether its extended key usage names master lists (ICAO Doc 9303-12, 7.1). */
bool isForLists(const X509 *certificate)
{
    const std::unique_ptr<EXTENDED_KEY_USAGE, decltype(&EXTENDED_KEY_USAGE_free)> uses(
        static_cast<EXTENDED_KEY_USAGE *>(X509_get_ext_d2i(certificate, NID_ext_key_usage, nullptr, nullptr)), &EXTENDED_KEY_USAGE_free);
    for (int i = 0; uses && i < sk_ASN1_OBJECT_num(uses.get()); ++i) {
        char figures[32];
        const int size = OBJ_obj2txt(figures, sizeof figures, sk_ASN1_OBJECT_value(uses.get(), i), 1);
        if (size > 0 && QByteArrayView(figures, std::min<qsizetype>(size, sizeof figures - 1)) == QByteArrayView(ListSigning)) {
            return true;
        }
    }
    return false;
}

} // namespace

QString trustFaultName(TrustFault fault)
{
    switch (fault) {
    case TrustFault::Unreadable: return QStringLiteral("Unreadable");
    case TrustFault::TooLarge: return QStringLiteral("TooLarge");
    case TrustFault::NotAnAuthority: return QStringLiteral("NotAnAuthority");
    case TrustFault::Unsupported: return QStringLiteral("Unsupported");
    case TrustFault::SignatureWrong: return QStringLiteral("SignatureWrong");
    case TrustFault::SignerMissing: return QStringLiteral("SignerMissing");
    case TrustFault::SignerRefused: return QStringLiteral("SignerRefused");
    case TrustFault::KnownAlready: return QStringLiteral("KnownAlready");
    }
    return {};
}

Result<TrustCertificate, TrustFault> TrustCertificate::fromDer(QByteArrayView der)
{
    if (der.size() > Largest) {
        return TrustFault::TooLarge;
    }
    const unsigned char *at = raw(der);
    std::shared_ptr<X509> certificate(d2i_X509(nullptr, &at, static_cast<long>(der.size())), &X509_free);
    ERR_clear_error();
    if (!certificate || at != raw(der) + der.size()) {
        return TrustFault::Unreadable;
    }
    return judged(std::move(certificate), der.toByteArray());
}

Result<TrustCertificate, TrustFault> TrustCertificate::of(x509_st *certificate)
{
    unsigned char *encoded = nullptr;
    const int size = i2d_X509(certificate, &encoded);
    ERR_clear_error();
    const std::unique_ptr<unsigned char, void (*)(unsigned char *)> held(encoded, [](unsigned char *bytes) { OPENSSL_free(bytes); });
    if (size <= 0) {
        return TrustFault::Unreadable;
    }
    if (size > Largest) {
        return TrustFault::TooLarge;
    }
    X509_up_ref(certificate);
    return judged(std::shared_ptr<X509>(certificate, &X509_free), QByteArray(reinterpret_cast<const char *>(encoded), size));
}

Result<TrustCertificate, TrustFault> TrustCertificate::judged(std::shared_ptr<x509_st> certificate, QByteArray der)
{
    X509 *x509 = certificate.get();
    if (!isKeyTaken(x509) || !isDigestTaken(x509)) {
        ERR_clear_error();
        return TrustFault::Unsupported;
    }
    auto data = std::make_shared<Data>();
    data->certificate = std::move(certificate);
    data->der = std::move(der);
    data->subject = nameText(X509_get_subject_name(x509));
    data->issuer = nameText(X509_get_issuer_name(x509));
    data->country = countryOf(X509_get_subject_name(x509));
    data->notBefore = momentOf(X509_get0_notBefore(x509));
    data->notAfter = momentOf(X509_get0_notAfter(x509));
    data->fingerprint.resize(EVP_MAX_MD_SIZE);
    std::size_t size = 0;
    if (EVP_Q_digest(nullptr, "SHA256", nullptr, raw(data->der), static_cast<std::size_t>(data->der.size()), reinterpret_cast<unsigned char *>(data->fingerprint.data()), &size) != 1
        || !data->notBefore.isValid() || !data->notAfter.isValid()) {
        ERR_clear_error();
        return TrustFault::Unreadable;
    }
    data->fingerprint.truncate(static_cast<qsizetype>(size));
    const auto flags = X509_get_extension_flags(x509);
    if (flags & EXFLAG_INVALID) {
        ERR_clear_error();
        return TrustFault::Unreadable;
    }
    const auto usage = X509_get_key_usage(x509); // all bits when nothing is said
    const bool hasCa = (flags & EXFLAG_CA) != 0;
    // What a critical extension forbids is not known to who does not know the extension (RFC 5280, 4.2).
    const bool isUnderstood = (flags & EXFLAG_CRITICAL) == 0;
    data->isAuthority = isUnderstood && hasCa && (usage & KU_KEY_CERT_SIGN);
    const bool maySign = isUnderstood && !hasCa && (usage & KU_DIGITAL_SIGNATURE);
    data->isSigner = maySign && (flags & EXFLAG_XKUSAGE) == 0;
    data->isListSigner = maySign && isForLists(x509);
    data->isSelfSigned = X509_NAME_cmp(X509_get_subject_name(x509), X509_get_issuer_name(x509)) == 0 && X509_verify(x509, X509_get0_pubkey(x509)) == 1;
    ERR_clear_error();
    return TrustCertificate(std::move(data));
}

bool TrustCertificate::names(const TrustCertificate &authority) const
{
    if (X509_NAME_cmp(X509_get_issuer_name(handle()), X509_get_subject_name(authority.handle())) != 0) {
        return false;
    }
    const ASN1_OCTET_STRING *wanted = X509_get0_authority_key_id(handle());
    const ASN1_OCTET_STRING *had = X509_get0_subject_key_id(authority.handle());
    return !wanted || !had || ASN1_OCTET_STRING_cmp(wanted, had) == 0;
}

bool TrustCertificate::namesKeyOf(const TrustCertificate &authority) const
{
    return names(authority) && X509_get0_authority_key_id(handle()) && X509_get0_subject_key_id(authority.handle());
}

bool TrustCertificate::isSignedBy(const TrustCertificate &authority) const
{
    const bool isSigned = X509_verify(handle(), X509_get0_pubkey(authority.handle())) == 1;
    ERR_clear_error();
    return isSigned;
}

bool TrustCertificate::isGoodAt(const QDateTime &moment) const
{
    return notBefore() <= moment.addDays(1) && moment.addDays(-1) <= notAfter();
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/SignedMessage.h"

#include "app/evidence/OpenSsl.h"
#include "app/security/Sha256.h"

#include <algorithm>

namespace motcua::evidence {

namespace {

constexpr qsizetype AllButCertificates = 4 * 1024;

Error internal(const char *what)
{
    return {ErrorCode::Internal, QStringLiteral("signature: %1: %2").arg(QString::fromLatin1(what), lastOfOpenSsl())};
}

/** Whether `certificate` is one to sign with at that time. */
Result<> usable(const X509 *certificate, const QDateTime &at)
{
    if (certificate == nullptr || !isFitToSign(X509_get0_pubkey(certificate))) {
        return Error{ErrorCode::OwnCertificateUnreadable, QStringLiteral("signature: neither RSA of 2048 to 4096 bits nor P-256")};
    }
    if (at > timeOf(X509_get0_notAfter(certificate))) {
        return Error{ErrorCode::OwnCertificateExpired, QStringLiteral("signature: expired")};
    }
    if (at < timeOf(X509_get0_notBefore(certificate))) {
        return Error{ErrorCode::ClockWrong, QStringLiteral("signature: not valid yet")};
    }
    return {};
}

/** The signed attributes as they are signed: a SET OF in DER, wherever they stand in the message (RFC 5652, 5.4). */
QByteArray attributesOf(const CMS_SignerInfo *signer)
{
    QList<QByteArray> all;
    qsizetype size = 0;
    for (int i = 0; i < CMS_signed_get_attr_count(signer); ++i) {
        unsigned char *bytes = nullptr;
        const int length = i2d_X509_ATTRIBUTE(CMS_signed_get_attr(signer, i), &bytes);
        all.append(QByteArray(reinterpret_cast<const char *>(bytes), std::max(0, length)));
        OPENSSL_free(bytes);
        size += all.constLast().size();
    }
    std::sort(all.begin(), all.end());
    QByteArray set(ASN1_object_size(1, static_cast<int>(size), V_ASN1_SET) - size, '\0');
    auto *at = reinterpret_cast<unsigned char *>(set.data());
    ASN1_put_object(&at, 1, static_cast<int>(size), V_ASN1_SET, V_ASN1_UNIVERSAL);
    return set + all.join();
}

QByteArray derOf(CMS_ContentInfo *message)
{
    unsigned char *bytes = nullptr;
    const int size = i2d_CMS_ContentInfo(message, &bytes);
    const QByteArray der(reinterpret_cast<const char *>(bytes), std::max(0, size));
    OPENSSL_free(bytes);
    return der;
}

/** Its timestamp into the message; why there is none otherwise. */
std::optional<Error> stamped(CMS_SignerInfo *signer, const QByteArray &signature, const Timestamper &timestamper)
{
    const Result<QByteArray> token = timestamper(security::sha256(signature));
    if (!token) {
        return token.error();
    }
    if (token->size() > SignedMessage::MostTokenBytes
        || CMS_unsigned_add1_attr_by_NID(signer, NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE, token->constData(), static_cast<int>(token->size())) != 1) {
        return Error{ErrorCode::TimestampFailed, QStringLiteral("timestamp: too large")};
    }
    return std::nullopt;
}

} // namespace

Result<SignedMessage> SignedMessage::of(const QByteArray &sha256, const Signer &signer, const QDateTime &at, const Timestamper &timestamper)
{
    const QList<QByteArray> chain = signer.certificates();
    const Certificate own = chain.isEmpty() ? Certificate() : certificateOf(chain.constFirst());
    if (const Result<> fit = usable(own.get(), at); !fit) {
        return fit.error();
    }
    const Message message(CMS_sign(nullptr, nullptr, nullptr, nullptr, CMS_PARTIAL | CMS_DETACHED | CMS_BINARY));
    // Only the public half is known here: OpenSSL lays everything out, and the signature itself is put in below.
    EVP_PKEY *half = X509_get0_pubkey(own.get());
    CMS_SignerInfo *info
        = message ? CMS_add1_signer(message.get(), own.get(), half, EVP_sha256(), CMS_PARTIAL | CMS_DETACHED | CMS_BINARY | CMS_CADES | CMS_NOSMIMECAP) : nullptr;
    if (info == nullptr) {
        return internal("signer");
    }
    for (const QByteArray &der : chain.sliced(1)) {
        const Certificate between = certificateOf(der);
        if (!between || CMS_add1_cert(message.get(), between.get()) != 1) {
            return internal("certificates");
        }
    }
    if (CMS_signed_add1_attr_by_NID(info, NID_pkcs9_contentType, V_ASN1_OBJECT, OBJ_nid2obj(NID_pkcs7_data), -1) != 1
        || CMS_signed_add1_attr_by_NID(info, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING, sha256.constData(), static_cast<int>(sha256.size())) != 1) {
        return internal("attributes");
    }
    const QByteArray digest = security::sha256(attributesOf(info));
    const Result<QByteArray> signature = signer.sign(digest);
    if (!signature) {
        return signature.error();
    }
    if (!isSignatureOf(half, digest, *signature)) {
        return Error{ErrorCode::OwnKeyOther, QStringLiteral("signature: not of the certificate's key")};
    }
    if (ASN1_STRING_set(CMS_SignerInfo_get0_signature(info), signature->constData(), static_cast<int>(signature->size())) != 1) {
        return internal("signature");
    }
    SignedMessage made;
    if (timestamper) {
        made.timeless = stamped(info, *signature, timestamper);
    }
    made.der = derOf(message.get());
    return made.der.isEmpty() ? internal("encoding") : Result<SignedMessage>(made);
}

qsizetype SignedMessage::roomFor(const Signer &signer, bool isTimestamped)
{
    qsizetype room = AllButCertificates + (isTimestamped ? MostTokenBytes : 0);
    for (const QByteArray &der : signer.certificates()) {
        room += der.size();
    }
    return room;
}

} // namespace motcua::evidence

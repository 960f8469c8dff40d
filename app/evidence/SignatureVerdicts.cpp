// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/SignatureVerdicts.h"

#include "app/evidence/OpenSsl.h"
#include "models/base/VietnamTime.h"

#include <openssl/err.h>
#include <openssl/ess.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>

namespace motcua::evidence {

namespace {

using State = SignatureVerdict::State;
using Context = std::unique_ptr<X509_STORE_CTX, FreedBy<&X509_STORE_CTX_free>>;
using TimeCheck = std::unique_ptr<TS_VERIFY_CTX, FreedBy<&TS_VERIFY_CTX_free>>;
using TimeFacts = std::unique_ptr<TS_TST_INFO, FreedBy<&TS_TST_INFO_free>>;
using NamedCertificate = std::unique_ptr<ESS_SIGNING_CERT_V2, FreedBy<&ESS_SIGNING_CERT_V2_free>>;

constexpr int Strength = 2; // of OpenSSL: 112 bits, which are RSA 2048 and SHA-256
constexpr qint64 DayMs = 24LL * 60 * 60 * 1000;

struct FreedWithThem
{
    void operator()(STACK_OF(X509) *all) const { sk_X509_pop_free(all, X509_free); }
};
using Chain = std::unique_ptr<STACK_OF(X509), FreedWithThem>;

/** What a signature is of. */
struct Signed
{
    QByteArrayView before = {};
    QByteArrayView after = {};
    QByteArray contents = {}; ///< all of them, with the zeros at their end
    bool isToTheEnd = false;
};

/** The contents as they stand in the gap of the range; nothing when there is anything else in it. */
std::optional<QByteArray> contentsIn(QByteArrayView gap)
{
    if (gap.size() < 4 || gap.size() % 2 != 0 || gap.front() != '<' || gap.back() != '>') {
        return std::nullopt;
    }
    const QByteArrayView hex = gap.sliced(1, gap.size() - 2);
    const bool isHex = std::all_of(hex.cbegin(), hex.cend(),
        [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); });
    return isHex ? std::optional(QByteArray::fromHex(hex.toByteArray())) : std::nullopt;
}

/** Unreadable: no range of this file; Altered: it leaves out more than the contents. */
Result<Signed, State> signedBy(const QByteArray &pdf, const PdfSignature &signature)
{
    const QList<qint64> &range = signature.byteRange;
    if (range.size() != 4 || std::any_of(range.cbegin(), range.cend(), [&pdf](qint64 n) { return n < 0 || n > pdf.size(); })) {
        return State::Unreadable;
    }
    const qint64 gap = range.at(1);
    const qint64 gapEnd = range.at(2);
    if (range.at(0) != 0 || gap == 0 || gapEnd <= gap || range.at(3) == 0 || range.at(3) > pdf.size() - gapEnd) {
        return State::Unreadable;
    }
    const QByteArrayView bytes(pdf);
    const qint64 end = gapEnd + range.at(3);
    if (gapEnd - gap > 2 * 1024 * 1024) {
        return State::Altered;
    }
    const auto contents = contentsIn(bytes.sliced(gap, gapEnd - gap));
    // The very contents that are shown as this signature, and after them nothing that could be of another.
    const bool isThis = contents && !signature.contents.isEmpty() && contents->startsWith(signature.contents)
        && std::all_of(contents->cbegin() + signature.contents.size(), contents->cend(), [](char c) { return c == 0; });
    if (!isThis) {
        return State::Altered;
    }
    return Signed{bytes.first(gap), bytes.sliced(gapEnd, range.at(3)), *contents, end == pdf.size()};
}

const EVP_MD *digestOf(const X509_ALGOR *algorithm)
{
    const int kind = OBJ_obj2nid(algorithm->algorithm);
    return kind == NID_sha256 ? EVP_sha256() : kind == NID_sha384 ? EVP_sha384() : kind == NID_sha512 ? EVP_sha512() : nullptr;
}

QByteArray digest(const EVP_MD *kind, QByteArrayView first, QByteArrayView second = {})
{
    const std::unique_ptr<EVP_MD_CTX, FreedBy<&EVP_MD_CTX_free>> context(EVP_MD_CTX_new());
    QByteArray value(EVP_MD_get_size(kind), '\0');
    const bool isMade = context && EVP_DigestInit_ex(context.get(), kind, nullptr) == 1
        && EVP_DigestUpdate(context.get(), first.data(), static_cast<std::size_t>(first.size())) == 1
        && EVP_DigestUpdate(context.get(), second.data(), static_cast<std::size_t>(second.size())) == 1
        && EVP_DigestFinal_ex(context.get(), reinterpret_cast<unsigned char *>(value.data()), nullptr) == 1;
    return isMade ? value : QByteArray();
}

QByteArray bytesOf(const ASN1_STRING *string)
{
    return string == nullptr ? QByteArray()
                             : QByteArray(reinterpret_cast<const char *>(ASN1_STRING_get0_data(string)), ASN1_STRING_length(string));
}

/** A list that is missing or old is held against nobody. */
int forgivingLists(int isGood, X509_STORE_CTX *context)
{
    const int error = X509_STORE_CTX_get_error(context);
    const bool isForgiven = error == X509_V_ERR_UNABLE_TO_GET_CRL || error == X509_V_ERR_CRL_HAS_EXPIRED || error == X509_V_ERR_CRL_NOT_YET_VALID;
    return isForgiven ? 1 : isGood;
}

TrustedOnes trustedOf(const SignatureTrust &trust, const QDateTime &at)
{
    TrustedOnes trusted(X509_STORE_new());
    for (const QByteArray &der : trust.certificates()) {
        X509_STORE_add_cert(trusted.get(), certificateOf(der).get());
    }
    for (const QByteArray &der : trust.revocations()) {
        X509_STORE_add_crl(trusted.get(), revocationListOf(der).get());
    }
    X509_VERIFY_PARAM *how = X509_STORE_get0_param(trusted.get());
    X509_VERIFY_PARAM_set_flags(
        how, X509_V_FLAG_PARTIAL_CHAIN | (trust.revocations().isEmpty() ? 0 : X509_V_FLAG_CRL_CHECK | X509_V_FLAG_CRL_CHECK_ALL));
    X509_VERIFY_PARAM_set_auth_level(how, Strength);
    X509_VERIFY_PARAM_set_depth(how, 8);
    X509_VERIFY_PARAM_set_time(how, static_cast<std::time_t>(at.toSecsSinceEpoch()));
    X509_STORE_set_verify_cb(trusted.get(), &forgivingLists);
    return trusted;
}

/** Of the timestamp of this signature, where it is of somebody trusted; invalid otherwise. */
QDateTime stampOf(CMS_SignerInfo *signer, const SignatureTrust &trust)
{
    const auto *attribute = static_cast<ASN1_STRING *>(
        CMS_unsigned_get0_data_by_OBJ(signer, OBJ_nid2obj(NID_id_smime_aa_timeStampToken), -3, V_ASN1_SEQUENCE));
    const TimeToken token = attribute != nullptr ? timeTokenOf(bytesOf(attribute)) : TimeToken();
    if (!token || PKCS7_type_is_signed(token.get()) != 1) {
        return {};
    }
    const TimeFacts facts(PKCS7_to_TS_TST_INFO(token.get()));
    const EVP_MD *kind = facts ? digestOf(TS_MSG_IMPRINT_get_algo(TS_TST_INFO_get_msg_imprint(facts.get()))) : nullptr;
    const QDateTime at = facts ? timeOf(TS_TST_INFO_get_time(facts.get())) : QDateTime();
    const TimeCheck check(TS_VERIFY_CTX_new());
    if (kind == nullptr || !at.isValid() || !check) {
        return {};
    }
    const QByteArray imprint = digest(kind, bytesOf(CMS_SignerInfo_get0_signature(signer)));
    TS_VERIFY_CTX_set_flags(check.get(), TS_VFY_VERSION | TS_VFY_IMPRINT | TS_VFY_SIGNATURE);
    TS_VERIFY_CTX_set_imprint(check.get(), static_cast<unsigned char *>(OPENSSL_memdup(imprint.constData(), static_cast<std::size_t>(imprint.size()))), imprint.size());
    TS_VERIFY_CTX_set_store(check.get(), trustedOf(trust, at).release());
    return TS_RESP_verify_token(check.get(), token.get()) == 1 ? at : QDateTime();
}

/** "D:20261201101500+07'00'" (ISO 32000-1, 7.9.4), in UTC; invalid when it is none, or says no zone. */
QDateTime pdfTimeOf(const QByteArray &text)
{
    QByteArray digits = text.startsWith("D:") ? text.sliced(2) : text;
    digits.replace('\'', "");
    const QDateTime local = QDateTime::fromString(QString::fromLatin1(digits.first(qMin<qsizetype>(14, digits.size()))), QStringLiteral("yyyyMMddhhmmss"));
    const QByteArray zone = digits.size() > 14 ? digits.sliced(14) : QByteArray();
    if (!local.isValid() || zone.isEmpty()) {
        return {};
    }
    const int sign = zone.front() == '-' ? -1 : 1;
    bool isNumber = zone.startsWith('Z');
    const int offset = isNumber ? 0 : zone.size() == 5 ? zone.sliced(1).toInt(&isNumber) : 0;
    const int seconds = sign * (offset / 100 * 3600 + offset % 100 * 60);
    return isNumber ? QDateTime(local.date(), local.time(), Qt::UTC).addSecs(-seconds) : QDateTime();
}

/** As the signer says, in the message or beside it. */
QDateTime claimedTime(CMS_SignerInfo *signer, const PdfSignature &signature)
{
    for (const int kind : {V_ASN1_UTCTIME, V_ASN1_GENERALIZEDTIME}) {
        const auto *time = static_cast<ASN1_TIME *>(CMS_signed_get0_data_by_OBJ(signer, OBJ_nid2obj(NID_pkcs9_signingTime), -3, kind));
        if (time != nullptr) {
            return timeOf(time);
        }
    }
    return pdfTimeOf(signature.time);
}

/** Whether the signed attributes name the certificate that was used, so that no other one can be put in its place. */
bool namesItsCertificate(CMS_SignerInfo *signer, X509 *own)
{
    const auto *attribute = static_cast<ASN1_STRING *>(
        CMS_signed_get0_data_by_OBJ(signer, OBJ_nid2obj(NID_id_smime_aa_signingCertificateV2), -3, V_ASN1_SEQUENCE));
    if (attribute == nullptr) {
        return false;
    }
    const unsigned char *at = ASN1_STRING_get0_data(attribute);
    const NamedCertificate named(d2i_ESS_SIGNING_CERT_V2(nullptr, &at, ASN1_STRING_length(attribute)));
    const Chain alone(sk_X509_new_null());
    X509_up_ref(own);
    return sk_X509_push(alone.get(), own) > 0 && named && OSSL_ESS_check_signing_certs(nullptr, named.get(), alone.get(), 1) == 1;
}

/** What the chain says of the signer at that time: Valid, UnknownSigner or Expired. */
State judged(X509 *own, STACK_OF(X509) *others, const SignatureTrust &trust, const QDateTime &at)
{
    // Key usage is optional; where it is said, it has to be for signatures.
    if ((X509_get_key_usage(own) & (X509v3_KU_DIGITAL_SIGNATURE | X509v3_KU_NON_REPUDIATION)) == 0) {
        return State::UnknownSigner;
    }
    const TrustedOnes trusted = trustedOf(trust, at);
    const Context context(X509_STORE_CTX_new());
    if (!context || X509_STORE_CTX_init(context.get(), trusted.get(), own, others) != 1) {
        return State::UnknownSigner;
    }
    if (X509_verify_cert(context.get()) == 1) {
        return State::Valid;
    }
    const int error = X509_STORE_CTX_get_error(context.get());
    return error == X509_V_ERR_CERT_HAS_EXPIRED || error == X509_V_ERR_CERT_NOT_YET_VALID ? State::Expired : State::UnknownSigner;
}

Message messageOf(const QByteArray &contents)
{
    const auto *at = reinterpret_cast<const unsigned char *>(contents.constData());
    const auto *end = at + contents.size();
    Message message(d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(contents.size())));
    // Only room that was left over may follow.
    return message && std::all_of(at, end, [](unsigned char c) { return c == 0; }) ? std::move(message) : Message();
}

/** What is held of a signature by itself, and how far it reaches. */
struct Judged
{
    SignatureVerdict verdict = {};
    bool isToTheEnd = false;
};

Judged judgedAlone(const QByteArray &pdf, const PdfSignature &signature, const SignatureTrust &trust, const QDateTime &now)
{
    Judged alone;
    SignatureVerdict &verdict = alone.verdict;
    const bool isCades = signature.subFilter == "ETSI.CAdES.detached";
    if ((!isCades && signature.subFilter != "adbe.pkcs7.detached") || signature.contents.size() > MostContentsBytes) {
        return alone;
    }
    const Result<Signed, State> part = signedBy(pdf, signature);
    if (!part) {
        verdict.state = part.error();
        return alone;
    }
    const Message message = messageOf(part->contents);
    // Detached: what is signed is in the file, and not beside it.
    if (!message || OBJ_obj2nid(CMS_get0_type(message.get())) != NID_pkcs7_signed || CMS_is_detached(message.get()) != 1) {
        return alone;
    }
    STACK_OF(CMS_SignerInfo) *signers = CMS_get0_SignerInfos(message.get());
    const Chain others(CMS_get1_certs(message.get()));
    if (sk_CMS_SignerInfo_num(signers) != 1 || CMS_set1_signers_certs(message.get(), nullptr, 0) != 1) {
        return alone;
    }
    CMS_SignerInfo *signer = sk_CMS_SignerInfo_value(signers, 0);
    X509 *own = nullptr;
    X509_ALGOR *digestAlgorithm = nullptr;
    CMS_SignerInfo_get0_algs(signer, nullptr, &own, &digestAlgorithm, nullptr);
    const EVP_MD *kind = digestOf(digestAlgorithm);
    const auto *digestSaid = static_cast<ASN1_STRING *>(
        CMS_signed_get0_data_by_OBJ(signer, OBJ_nid2obj(NID_pkcs9_messageDigest), -3, V_ASN1_OCTET_STRING));
    const auto *type = static_cast<ASN1_OBJECT *>(CMS_signed_get0_data_by_OBJ(signer, OBJ_nid2obj(NID_pkcs9_contentType), -3, V_ASN1_OBJECT));
    if (own == nullptr || kind == nullptr || digestSaid == nullptr || type == nullptr || OBJ_obj2nid(type) != NID_pkcs7_data
        || (isCades && !namesItsCertificate(signer, own))) {
        return alone;
    }
    const X509_NAME *subject = X509_get_subject_name(own);
    verdict.signer = nameIn(subject, NID_commonName);
    verdict.organisation = nameIn(subject, NID_organizationName);
    if (CMS_SignerInfo_verify(signer) != 1 || bytesOf(digestSaid) != digest(kind, part->before, part->after)) {
        verdict.state = State::Altered;
        return alone;
    }
    const QDateTime stamp = stampOf(signer, trust);
    verdict.isTimestamped = stamp.isValid();
    verdict.at = stamp.isValid() ? stamp : claimedTime(signer, signature);
    const bool isSaid = verdict.at.isValid() && verdict.at.toMSecsSinceEpoch() <= now.toMSecsSinceEpoch() + DayMs;
    verdict.state = judged(own, others.get(), trust, isSaid ? verdict.at : now);
    alone.isToTheEnd = part->isToTheEnd;
    return alone;
}

} // namespace

QList<SignatureVerdict> verdicts(const QByteArray &pdf, const QList<PdfSignature> &signatures, const SignatureTrust &trust, const QDateTime &now)
{
    QList<Judged> all;
    for (const PdfSignature &one : signatures) {
        all.append(all.size() < MostSignatures ? judgedAlone(pdf, one, trust, now) : Judged());
        ERR_clear_error();
    }
    const bool isSignedOn = std::any_of(all.cbegin(), all.cend(), [](const Judged &one) { return one.isToTheEnd && one.verdict.state == State::Valid; });
    QList<SignatureVerdict> told;
    for (const Judged &one : std::as_const(all)) {
        SignatureVerdict verdict = one.verdict;
        if (!one.isToTheEnd && (verdict.state == State::Valid || verdict.state == State::Expired)) {
            verdict.state = !isSignedOn ? State::AddedAfter : verdict.state == State::Valid ? State::SignedOn : State::Expired;
        }
        told.append(verdict);
    }
    return told;
}

} // namespace motcua::evidence

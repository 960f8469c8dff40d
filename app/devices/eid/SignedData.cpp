// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/SignedData.h"

#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/objects.h>
#include <openssl/x509.h>

#include <algorithm>
#include <ctime>
#include <memory>

namespace motcua {

namespace {

constexpr int MostCertificates = 50; // a card has one or two, a master list the signer's and a few above it

constexpr int Digests[] = {NID_sha1, NID_sha224, NID_sha256, NID_sha384, NID_sha512};

using Cms = std::unique_ptr<CMS_ContentInfo, decltype(&CMS_ContentInfo_free)>;

const unsigned char *raw(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

QByteArray figures(const ASN1_OBJECT *object)
{
    char text[80];
    const int size = OBJ_obj2txt(text, sizeof text, object, 1);
    return size > 0 && size < static_cast<int>(sizeof text) ? QByteArray(text, size) : QByteArray();
}

bool isDigestTaken(CMS_SignerInfo *signer)
{
    X509_ALGOR *algorithm = nullptr;
    CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, &algorithm, nullptr);
    const ASN1_OBJECT *object = nullptr;
    X509_ALGOR_get0(&object, nullptr, nullptr, algorithm);
    const int digest = OBJ_obj2nid(object);
    return std::find(std::begin(Digests), std::end(Digests), digest) != std::end(Digests);
}

QDateTime signingTime(CMS_SignerInfo *signer)
{
    ASN1_OBJECT *kind = OBJ_nid2obj(NID_pkcs9_signingTime);
    for (const int type : {V_ASN1_UTCTIME, V_ASN1_GENERALIZEDTIME}) {
        const auto *time = static_cast<const ASN1_TIME *>(CMS_signed_get0_data_by_OBJ(signer, kind, -3, type));
        std::tm parts = {};
        if (time && ASN1_TIME_to_tm(time, &parts) == 1) {
            return {QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday), QTime(parts.tm_hour, parts.tm_min, std::min(parts.tm_sec, 59)), Qt::UTC};
        }
    }
    return {};
}

/** Whether what is signed says itself that it is of this content: else a signature under something else would do. */
bool namesContent(CMS_SignerInfo *signer, const ASN1_OBJECT *content)
{
    if (CMS_signed_get_attr_count(signer) < 0) {
        return true; // the content itself is signed
    }
    const auto *named = static_cast<const ASN1_OBJECT *>(CMS_signed_get0_data_by_OBJ(signer, OBJ_nid2obj(NID_pkcs9_contentType), -3, V_ASN1_OBJECT));
    return named && OBJ_cmp(named, content) == 0;
}

/** Finds the signer's certificate among those that came along, which are `known` where they could be read, and checks the one signature. */
CheckOutcome check(CMS_ContentInfo *cms, const QList<TrustCertificate> &known, std::optional<TrustCertificate> &certificate, QDateTime &signedAt)
{
    const STACK_OF(CMS_SignerInfo) *signers = CMS_get0_SignerInfos(cms);
    if (!signers || sk_CMS_SignerInfo_num(signers) != 1) {
        return CheckOutcome::failed(CheckReason::Malformed);
    }
    CMS_SignerInfo *signer = sk_CMS_SignerInfo_value(signers, 0);
    CMS_set1_signers_certs(cms, nullptr, 0);
    X509 *found = nullptr;
    CMS_SignerInfo_get0_algs(signer, nullptr, &found, nullptr, nullptr);
    if (!found) {
        return CheckOutcome::notDone(CheckReason::SignerMissing);
    }
    const auto same = std::find_if(known.cbegin(), known.cend(), [found](const TrustCertificate &one) { return one.handle() == found; });
    const auto read = same != known.cend() ? Result<TrustCertificate, TrustFault>(*same) : TrustCertificate::of(found);
    if (!read || !isDigestTaken(signer)) {
        return CheckOutcome::failed(!read && read.error() != TrustFault::Unsupported ? CheckReason::Malformed : CheckReason::Unsupported);
    }
    certificate = *read;
    const std::unique_ptr<BIO, decltype(&BIO_free)> sink(BIO_new(BIO_s_null()), &BIO_free);
    // The chain is judged elsewhere, in words: issuers write curves out in full, which OpenSSL refuses, and certificates outlive no card.
    constexpr unsigned int Flags = CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY;
    if (!namesContent(signer, CMS_get0_eContentType(cms)) || CMS_verify(cms, nullptr, nullptr, nullptr, sink.get(), Flags) != 1) {
        return CheckOutcome::failed(CheckReason::SignatureWrong);
    }
    signedAt = signingTime(signer);
    return CheckOutcome::passed();
}

} // namespace

Result<SignedData, SignedData::Fault> SignedData::fromDer(QByteArrayView bytes, const QByteArray &contentType, qsizetype largest)
{
    if (bytes.size() > largest) {
        return Fault::TooLarge;
    }
    const unsigned char *at = raw(bytes);
    const Cms cms(d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(bytes.size())), &CMS_ContentInfo_free);
    ERR_clear_error();
    if (!cms || at != raw(bytes) + bytes.size() || OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_pkcs7_signed) {
        return Fault::Malformed;
    }
    const ASN1_OBJECT *type = CMS_get0_eContentType(cms.get());
    if (!type || figures(type) != contentType) {
        return Fault::OtherContent;
    }
    ASN1_OCTET_STRING **content = CMS_get0_content(cms.get());
    if (!content || !*content) {
        return Fault::Malformed;
    }
    SignedData data;
    data.content = QByteArray(reinterpret_cast<const char *>(ASN1_STRING_get0_data(*content)), ASN1_STRING_length(*content));

    const std::unique_ptr<STACK_OF(X509), void (*)(STACK_OF(X509) *)> along(
        CMS_get1_certs(cms.get()), [](STACK_OF(X509) *all) { sk_X509_pop_free(all, X509_free); });
    const int count = along ? sk_X509_num(along.get()) : 0;
    if (count > MostCertificates) {
        return Fault::Malformed;
    }
    for (int i = 0; i < count; ++i) {
        if (const auto one = TrustCertificate::of(sk_X509_value(along.get(), i))) {
            data.certificates.append(*one);
        }
    }
    data.signature = check(cms.get(), data.certificates, data.signer, data.signedAt);
    ERR_clear_error();
    return data;
}

} // namespace motcua

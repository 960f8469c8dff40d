// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/OpenSsl.h"

#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <algorithm>
#include <ctime>

namespace motcua::evidence {

namespace {

constexpr int MostCertificates = 64;
constexpr qsizetype LongestName = 200;

/** Reads the whole of `der` by one of OpenSSL's functions d2i_…. */
template <typename Pointer, typename Read>
Pointer readWhole(const QByteArray &der, Read read)
{
    const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
    const auto *end = at + der.size();
    Pointer one(read(nullptr, &at, static_cast<long>(der.size())));
    ERR_clear_error();
    return at == end ? std::move(one) : Pointer();
}

bool isSeen(QChar c)
{
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return true;
    }
}

QString cleaned(const QString &text)
{
    QString clean;
    for (const QChar c : text) {
        clean += isSeen(c) ? c : u' ';
    }
    return clean.simplified().left(LongestName);
}

} // namespace

Certificate certificateOf(const QByteArray &der)
{
    return readWhole<Certificate>(der, &d2i_X509);
}

RevocationList revocationListOf(const QByteArray &der)
{
    return readWhole<RevocationList>(der, &d2i_X509_CRL);
}

TimeToken timeTokenOf(const QByteArray &der)
{
    return readWhole<TimeToken>(der, &d2i_PKCS7);
}

QByteArray derOf(const X509 *certificate)
{
    QByteArray der(std::max(0, i2d_X509(certificate, nullptr)), '\0');
    auto *at = reinterpret_cast<unsigned char *>(der.data());
    i2d_X509(certificate, &at);
    return der;
}

QList<QByteArray> certificatesIn(const QByteArray &bytes)
{
    if (certificateOf(bytes)) {
        return {bytes};
    }
    QList<QByteArray> found;
    const std::unique_ptr<BIO, FreedBy<&BIO_free>> in(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
    while (in && found.size() <= MostCertificates) {
        const Certificate one(PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr));
        if (!one) {
            // The regular end is "no start line"; anything else is damage.
            const bool isAtEnd = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE;
            ERR_clear_error();
            return isAtEnd ? found : QList<QByteArray>();
        }
        found.append(derOf(one.get()));
    }
    return {};
}

bool isFitToSign(const EVP_PKEY *key)
{
    if (key == nullptr) {
        return false;
    }
    if (EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA) {
        return EVP_PKEY_get_bits(key) >= 2048 && EVP_PKEY_get_bits(key) <= 4096;
    }
    char group[64] = {};
    std::size_t size = 0;
    const bool isNamed = EVP_PKEY_get_base_id(key) == EVP_PKEY_EC
        && EVP_PKEY_get_utf8_string_param(key, OSSL_PKEY_PARAM_GROUP_NAME, group, sizeof group, &size) == 1;
    ERR_clear_error();
    return isNamed && (QByteArrayView(group) == "prime256v1" || QByteArrayView(group) == "P-256");
}

bool isSignatureOf(EVP_PKEY *key, const QByteArray &digest, const QByteArray &signature)
{
    const std::unique_ptr<EVP_PKEY_CTX, FreedBy<&EVP_PKEY_CTX_free>> context(EVP_PKEY_CTX_new(key, nullptr));
    const bool isReady = context && EVP_PKEY_verify_init(context.get()) == 1
        && (EVP_PKEY_get_base_id(key) != EVP_PKEY_RSA || EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) == 1)
        && EVP_PKEY_CTX_set_signature_md(context.get(), EVP_sha256()) == 1;
    const bool isIt = isReady
        && EVP_PKEY_verify(context.get(), reinterpret_cast<const unsigned char *>(signature.constData()), static_cast<std::size_t>(signature.size()),
               reinterpret_cast<const unsigned char *>(digest.constData()), static_cast<std::size_t>(digest.size()))
            == 1;
    ERR_clear_error();
    return isIt;
}

QString nameIn(const X509_NAME *name, int kind)
{
    const int at = X509_NAME_get_index_by_NID(name, kind, -1);
    if (at < 0) {
        return {};
    }
    unsigned char *text = nullptr;
    const int size = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
    const QString found = size > 0 ? cleaned(QString::fromUtf8(reinterpret_cast<const char *>(text), size)) : QString();
    OPENSSL_free(text);
    ERR_clear_error();
    return found;
}

QDateTime timeOf(const ASN1_TIME *time)
{
    std::tm parts{};
    if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1) {
        ERR_clear_error();
        return {};
    }
    return QDateTime(
        QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday), QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), Qt::UTC);
}

QString lastOfOpenSsl()
{
    const unsigned long code = ERR_peek_last_error();
    const char *reason = code != 0 ? ERR_reason_error_string(code) : nullptr;
    ERR_clear_error();
    return QString::fromLatin1(reason != nullptr ? reason : "unknown");
}

} // namespace motcua::evidence

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/Certificates.h"

#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/pem.h>

#include <QDateTime>

#include <algorithm>
#include <ctime>

namespace motcua::certificates {

namespace {

constexpr int Most = 64; // no chain and no list of authorities of ours comes near

template <typename T>
struct PemReader;
template <>
struct PemReader<X509>
{
    static X509 *read(BIO *in) { return PEM_read_bio_X509(in, nullptr, nullptr, nullptr); }
    static int write(const X509 *one, unsigned char **out) { return i2d_X509(one, out); }
};
template <>
struct PemReader<X509_CRL>
{
    static X509_CRL *read(BIO *in) { return PEM_read_bio_X509_CRL(in, nullptr, nullptr, nullptr); }
    static int write(const X509_CRL *one, unsigned char **out) { return i2d_X509_CRL(one, out); }
};

template <typename T>
std::optional<QList<QByteArray>> parts(const QByteArray &pem)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> in(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())), &BIO_free);
    QList<QByteArray> found;
    ERR_clear_error();
    while (in) {
        const std::unique_ptr<T, Freed> one(PemReader<T>::read(in.get()));
        if (!one) {
            // The regular end is "no start line"; anything else is damage.
            const bool atEnd = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE;
            ERR_clear_error();
            return atEnd && !found.isEmpty() ? std::optional(found) : std::nullopt;
        }
        if (found.size() == Most) {
            return std::nullopt;
        }
        QByteArray der(PemReader<T>::write(one.get(), nullptr), '\0');
        auto *out = reinterpret_cast<unsigned char *>(der.data());
        PemReader<T>::write(one.get(), &out);
        found.append(der);
    }
    return std::nullopt;
}

/** A pass phrase is never asked for: OpenSSL would ask at the terminal. */
int noPassPhrase(char * /*buffer*/, int /*size*/, int /*writing*/, void * /*data*/)
{
    return -1;
}

qint64 milliseconds(const ASN1_TIME *time)
{
    std::tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1) {
        return 0;
    }
    return QDateTime(
        QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday), QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), Qt::UTC)
        .toMSecsSinceEpoch();
}

} // namespace

std::optional<QList<QByteArray>> fromPem(const QByteArray &pem)
{
    return parts<X509>(pem);
}

std::optional<QList<QByteArray>> revocationListsFromPem(const QByteArray &pem)
{
    return parts<X509_CRL>(pem);
}

Certificate fromDer(const QByteArray &der)
{
    const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
    const auto *end = at + der.size();
    Certificate certificate(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
    ERR_clear_error();
    return at == end ? std::move(certificate) : Certificate();
}

RevocationList revocationListFromDer(const QByteArray &der)
{
    const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
    const auto *end = at + der.size();
    RevocationList list(d2i_X509_CRL(nullptr, &at, static_cast<long>(der.size())));
    ERR_clear_error();
    return at == end ? std::move(list) : RevocationList();
}

Request requestFromDer(const QByteArray &der)
{
    const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
    const auto *end = at + der.size();
    Request request(d2i_X509_REQ(nullptr, &at, static_cast<long>(der.size())));
    ERR_clear_error();
    return at == end ? std::move(request) : Request();
}

Key keyFromPem(const security::SecretBytes &pem)
{
    if (pem.isEmpty()) {
        return {};
    }
    const std::unique_ptr<BIO, decltype(&BIO_free)> in(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), &BIO_free);
    return Key(PEM_read_bio_PrivateKey(in.get(), nullptr, &noPassPhrase, nullptr));
}

security::SecretBytes derOf(const EVP_PKEY *key)
{
    const std::unique_ptr<PKCS8_PRIV_KEY_INFO, decltype(&PKCS8_PRIV_KEY_INFO_free)> info(EVP_PKEY2PKCS8(key), &PKCS8_PRIV_KEY_INFO_free);
    const int size = info ? i2d_PKCS8_PRIV_KEY_INFO(info.get(), nullptr) : 0;
    security::SecretBytes der(size > 0 ? size : 0);
    if (!der.isEmpty()) {
        unsigned char *out = der.data();
        i2d_PKCS8_PRIV_KEY_INFO(info.get(), &out);
    }
    return der;
}

security::SecretBytes pemOf(const EVP_PKEY *key)
{
    constexpr qsizetype Line = 48; // bytes, which are 64 characters
    constexpr QByteArrayView Begin = "-----BEGIN PRIVATE KEY-----\n";
    constexpr QByteArrayView End = "-----END PRIVATE KEY-----\n";
    const security::SecretBytes der = derOf(key);
    if (der.isEmpty()) {
        return {};
    }
    const qsizetype lines = (der.size() + Line - 1) / Line;
    const qsizetype characters = (der.size() + 2) / 3 * 4;
    security::SecretBytes pem(Begin.size() + characters + lines + End.size());
    unsigned char *out = std::copy(Begin.begin(), Begin.end(), pem.data());
    for (qsizetype at = 0; at < der.size(); at += Line) {
        // It ends what it writes with a zero byte, where the end of the line comes.
        out += EVP_EncodeBlock(out, der.data() + at, static_cast<int>(qMin(Line, der.size() - at)));
        *out++ = '\n';
    }
    std::copy(End.begin(), End.end(), out);
    return pem;
}

bool isP256(const EVP_PKEY *key)
{
    char group[64] = {};
    std::size_t size = 0;
    const bool isNamed = key != nullptr && EVP_PKEY_get_base_id(key) == EVP_PKEY_EC
        && EVP_PKEY_get_utf8_string_param(key, OSSL_PKEY_PARAM_GROUP_NAME, group, sizeof group, &size) == 1;
    ERR_clear_error();
    return isNamed && (QByteArrayView(group) == "prime256v1" || QByteArrayView(group) == "P-256");
}

QByteArray pemOf(const QByteArray &label, const QByteArray &der)
{
    QByteArray pem = "-----BEGIN " + label + "-----\n";
    const QByteArray text = der.toBase64();
    for (qsizetype at = 0; at < text.size(); at += 64) {
        pem += text.mid(at, 64) + '\n';
    }
    return pem + "-----END " + label + "-----\n";
}

QString commonName(const X509_NAME *subject)
{
    const int at = X509_NAME_get_index_by_NID(subject, NID_commonName, -1);
    if (at < 0 || X509_NAME_get_index_by_NID(subject, NID_commonName, at) >= 0) {
        return {};
    }
    unsigned char *text = nullptr;
    const int size = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at)));
    const QString name = size > 0 ? QString::fromUtf8(reinterpret_cast<const char *>(text), size) : QString();
    OPENSSL_free(text);
    ERR_clear_error();
    return name.size() <= 64 && !name.contains(QChar(0)) ? name : QString();
}

qint64 notBeforeMs(const X509 *certificate)
{
    return milliseconds(X509_get0_notBefore(certificate));
}

qint64 notAfterMs(const X509 *certificate)
{
    return milliseconds(X509_get0_notAfter(certificate));
}

QString lastError()
{
    const unsigned long code = ERR_peek_last_error();
    const char *reason = code != 0 ? ERR_reason_error_string(code) : nullptr;
    ERR_clear_error();
    return QString::fromLatin1(reason != nullptr ? reason : "unknown");
}

} // namespace motcua::certificates

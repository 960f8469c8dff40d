// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/Certificates.h"

#include <openssl/err.h>
#include <openssl/pem.h>

#include <QDateTime>

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

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <openssl/cms.h>
#include <openssl/ts.h>
#include <openssl/x509.h>

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <memory>

/** What OpenSSL reads and makes, freed when it goes. For the sources of this folder alone. */
namespace motcua::evidence {

template <auto Free>
struct FreedBy
{
    template <typename T>
    void operator()(T *one) const
    {
        Free(one);
    }
};

using Certificate = std::unique_ptr<X509, FreedBy<&X509_free>>;
using RevocationList = std::unique_ptr<X509_CRL, FreedBy<&X509_CRL_free>>;
using TrustedOnes = std::unique_ptr<X509_STORE, FreedBy<&X509_STORE_free>>;
using Message = std::unique_ptr<CMS_ContentInfo, FreedBy<&CMS_ContentInfo_free>>;
using TimeToken = std::unique_ptr<PKCS7, FreedBy<&PKCS7_free>>;
using Key = std::unique_ptr<EVP_PKEY, FreedBy<&EVP_PKEY_free>>;

/** Null when it is none, or bytes are left over. */
[[nodiscard]] Certificate certificateOf(const QByteArray &der);
[[nodiscard]] RevocationList revocationListOf(const QByteArray &der);
[[nodiscard]] TimeToken timeTokenOf(const QByteArray &der);

[[nodiscard]] QByteArray derOf(const X509 *certificate);

/** The certificates in `bytes`, one in DER or any in PEM, as DER; none where one is damaged or there are more than 64. */
[[nodiscard]] QList<QByteArray> certificatesIn(const QByteArray &bytes);

/** Whether it is of a kind we sign with and OpenSSL calls by name: RSA of 2048 to 4096 bits, or on P-256. */
[[nodiscard]] bool isFitToSign(const EVP_PKEY *key);

/** Whether `signature` is of `key` over the SHA-256 `digest`: RSASSA-PKCS1-v1_5, or ECDSA in DER. */
[[nodiscard]] bool isSignatureOf(EVP_PKEY *key, const QByteArray &digest, const QByteArray &signature);

/** The first value of that kind in a name, without what moves a cursor or cannot be seen, 200 characters at most; empty where there is none. */
[[nodiscard]] QString nameIn(const X509_NAME *name, int kind);

/** In UTC; invalid when it is no time. */
[[nodiscard]] QDateTime timeOf(const ASN1_TIME *time);

/** The last error of OpenSSL for a log, of which nothing is left then. */
[[nodiscard]] QString lastOfOpenSsl();

} // namespace motcua::evidence

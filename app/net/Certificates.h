// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/SecretBytes.h"

#include <openssl/x509.h>

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

/** Certificates as OpenSSL has them, freed when they go. For the sources of this folder alone. */
namespace motcua::certificates {

struct Freed
{
    void operator()(X509 *certificate) const { X509_free(certificate); }
    void operator()(X509_CRL *list) const { X509_CRL_free(list); }
    void operator()(X509_REQ *request) const { X509_REQ_free(request); }
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
};
using Certificate = std::unique_ptr<X509, Freed>;
using RevocationList = std::unique_ptr<X509_CRL, Freed>;
using Request = std::unique_ptr<X509_REQ, Freed>;
using Key = std::unique_ptr<EVP_PKEY, Freed>;

/** The certificates of a PEM text, in its order, as DER; nothing when there is none, too many (64) or one is damaged. What stands between them is ignored. */
[[nodiscard]] std::optional<QList<QByteArray>> fromPem(const QByteArray &pem);

/** The same for revocation lists. */
[[nodiscard]] std::optional<QList<QByteArray>> revocationListsFromPem(const QByteArray &pem);

/** Null when it is none, or bytes are left over. */
[[nodiscard]] Certificate fromDer(const QByteArray &der);
[[nodiscard]] RevocationList revocationListFromDer(const QByteArray &der);

/** The same for a request. */
[[nodiscard]] Request requestFromDer(const QByteArray &der);

/** A private key that is not enciphered (PKCS#8, SEC1 or PKCS#1); null for anything else. Nobody is asked for a pass phrase. */
[[nodiscard]] Key keyFromPem(const security::SecretBytes &pem);

/** PKCS#8, in guarded memory, which OpenSSL's own buffers are not; empty when it fails. */
[[nodiscard]] security::SecretBytes derOf(const EVP_PKEY *key);
[[nodiscard]] security::SecretBytes pemOf(const EVP_PKEY *key);

/** Whether it is a key on the curve P-256, the one kind we make and certify. */
[[nodiscard]] bool isP256(const EVP_PKEY *key);

/** `label` as in "CERTIFICATE". */
[[nodiscard]] QByteArray pemOf(const QByteArray &label, const QByteArray &der);

/** The one common name of a subject; empty when there is none, another one, or more than 64 characters. */
[[nodiscard]] QString commonName(const X509_NAME *subject);

/** In milliseconds since 1970. */
[[nodiscard]] qint64 notBeforeMs(const X509 *certificate);
[[nodiscard]] qint64 notAfterMs(const X509 *certificate);

/** The last error of OpenSSL for a log, of which nothing is left then. */
[[nodiscard]] QString lastError();

} // namespace motcua::certificates

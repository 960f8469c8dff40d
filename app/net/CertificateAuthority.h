// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/CertificateRequest.h"

#include <memory>

struct evp_pkey_st;
struct x509_st;

namespace motcua {

/** From when to when a certificate counts, in milliseconds since 1970; whole seconds are kept. */
struct CertificateTerm
{
    qint64 fromMs = 0;
    qint64 toMs = 0;
};

/** What an authority gave, or gave once and is shown now. */
struct CertifiedKey
{
    QByteArray pem = {};
    QString commonName = {};
    QByteArray fingerprint = {}; ///< SHA-256 of the whole certificate
    qint64 fromMs = 0;
    qint64 toMs = 0;
};

/**
 * An authority of our own, that certifies the desks of one portal and the server before it: a key on P-256 and the certificate that says so.
 *
 * It certifies nobody who could certify others. A copy is cheap and shares the key. Safe to use from any thread.
 */
class CertificateAuthority
{
public:
    /** A new one, under a name of 1 to 64 characters. Errors: Invalid, Internal (OpenSSL). */
    [[nodiscard]] static Result<CertificateAuthority> make(const QString &name, const CertificateTerm &term);
    /** Errors: OwnCertificateUnreadable (no authority, or no key), OwnKeyOther. */
    [[nodiscard]] static Result<CertificateAuthority> fromPem(const QByteArray &certificate, const security::SecretBytes &key);

    [[nodiscard]] QByteArray pem() const;
    [[nodiscard]] security::SecretBytes keyPem() const; ///< PKCS#8, not enciphered
    [[nodiscard]] qint64 validToMs() const;

    /** A certificate with which the owner of the request shows itself to servers, under its name there. Errors: Internal (OpenSSL). */
    [[nodiscard]] Result<CertifiedKey> desk(const CertificateRequest &request, const CertificateTerm &term) const;
    /** One with which a server shows that it is `host`: a name of the DNS, or an address. Errors: Invalid (no host), Internal. */
    [[nodiscard]] Result<CertifiedKey> server(const CertificateRequest &request, const QString &host, const CertificateTerm &term) const;

    /**
     * What is shown, where this authority gave it to somebody who shows themselves to servers, and it counts at `nowMs`.
     *
     * Errors: OwnCertificateUnreadable (no certificate), OwnCertificateRefused (of somebody else, or for something else), OwnCertificateExpired
     * (or not valid yet).
     */
    [[nodiscard]] Result<CertifiedKey> recognised(const QByteArray &pem, qint64 nowMs) const;

private:
    CertificateAuthority(std::shared_ptr<evp_pkey_st> key, std::shared_ptr<x509_st> certificate);

    std::shared_ptr<evp_pkey_st> m_key;
    std::shared_ptr<x509_st> m_certificate;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/SecretBytes.h"
#include "models/base/Result.h"

#include <QList>
#include <QSslCertificate>
#include <QSslKey>

namespace motcua {

/**
 * Who this desk is to a server: its certificate, those between it and the authority, and the private key.
 *
 * The key is kept in guarded memory and only opened for a connection (`key`). Move-only, as the key is.
 */
class TlsIdentity
{
public:
    /**
     * Reads PEM: the chain begins with the desk's own certificate; the key is not enciphered (PKCS#8, SEC1 or PKCS#1), its bytes are wiped.
     *
     * Errors: OwnCertificateUnreadable (certificate or key), OwnKeyOther. That it has expired is no error here: see `validAt`.
     */
    [[nodiscard]] static Result<TlsIdentity> fromPem(const QByteArray &chain, security::SecretBytes key);

    /** The desk's own first. */
    [[nodiscard]] const QList<QSslCertificate> &chain() const { return m_chain; }

    /** The key opened, for the configuration of a connection; the memory is OpenSSL's, which wipes it. */
    [[nodiscard]] QSslKey key() const;

    /** Of the desk's own certificate, in milliseconds since 1970. */
    [[nodiscard]] qint64 validFromMs() const { return m_fromMs; }
    [[nodiscard]] qint64 validToMs() const { return m_toMs; }

    /** Whole days until it expires, rounded down; negative when it has. */
    [[nodiscard]] qint64 daysLeft(qint64 nowMs) const;

    /** Errors: OwnCertificateExpired; ClockWrong when it is not valid yet, since nobody is given a certificate of tomorrow. */
    [[nodiscard]] Result<> validAt(qint64 nowMs) const;

private:
    TlsIdentity() = default;

    QList<QSslCertificate> m_chain;
    security::SecretBytes m_key; ///< DER, PKCS#8
    qint64 m_fromMs = 0;
    qint64 m_toMs = 0;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/SecretBytes.h"
#include "models/base/Result.h"

#include <QList>
#include <QSslCertificate>
#include <QSslKey>

#include <memory>

namespace motcua {

class TokenKey;

/**
 * Who this desk is to a server: its certificate, those between it and the authority, and the private key.
 *
 * The key is kept in guarded memory and only opened for a connection (`key`), or lies on a token, which then signs each handshake: on the thread of the
 * connection, and it takes as long as the token does. Move-only, as the key is.
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

    /**
     * The same with a key that lies on `token`, which is not asked: a desk whose token is not plugged in has an identity all the same, and what is asked of it
     * fails until it is.
     *
     * Errors: OwnCertificateUnreadable, TokenKeyUnfit (the certificate is of a key that is not on P-256).
     */
    [[nodiscard]] static Result<TlsIdentity> withToken(const QByteArray &chain, std::shared_ptr<const TokenKey> token);

    /** The desk's own first. */
    [[nodiscard]] const QList<QSslCertificate> &chain() const { return m_chain; }

    /** The key opened, for the configuration of a connection; the memory is OpenSSL's, which wipes it. Never waits: of a token it is only where to ask. */
    [[nodiscard]] QSslKey key() const;

    /** Null where the key lies here. */
    [[nodiscard]] const std::shared_ptr<const TokenKey> &token() const { return m_token; }

    /** The public key of the certificate as a point 04 X Y; empty where it is not on P-256. */
    [[nodiscard]] QByteArray publicPoint() const;

    /** Of the desk's own certificate, in milliseconds since 1970. */
    [[nodiscard]] qint64 validFromMs() const { return m_fromMs; }
    [[nodiscard]] qint64 validToMs() const { return m_toMs; }

    /** Whole days until it expires, rounded down; negative when it has. */
    [[nodiscard]] qint64 daysLeft(qint64 nowMs) const;

    /** Errors: OwnCertificateExpired; ClockWrong when it is not valid yet, since nobody is given a certificate of tomorrow. */
    [[nodiscard]] Result<> validAt(qint64 nowMs) const;

private:
    TlsIdentity() = default;
    [[nodiscard]] static Result<TlsIdentity> ofChain(const QByteArray &chain);

    QList<QSslCertificate> m_chain;
    security::SecretBytes m_key; ///< DER, PKCS#8; empty where the key lies on a token
    std::shared_ptr<const TokenKey> m_token;
    qint64 m_fromMs = 0;
    qint64 m_toMs = 0;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/SecretBytes.h"
#include "models/base/Result.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace motcua {

class TokenKey;

/** What somebody sends to an authority to be certified (PKCS#10): a name, a key on P-256, and the proof that they have it. */
class CertificateRequest
{
public:
    static constexpr qsizetype MostBytes = 16 * 1024; ///< of PEM; ours has half a kilobyte

    struct Made;

    /**
     * A new key, and the request for a certificate of it. Takes under a millisecond.
     *
     * `commonName`: 1 to 64 characters. Errors: Invalid, Internal (OpenSSL).
     */
    [[nodiscard]] static Result<Made> make(const QString &commonName);

    /**
     * The same for a key that lies on `token` and whose public half is `point` (04 X Y, as TokenKey::find() and TlsIdentity::publicPoint() have it): signed there.
     * Waits for the token.
     *
     * Errors: Invalid, Internal, OwnKeyOther (the token signs with another key), those of TokenKey.
     */
    [[nodiscard]] static Result<CertificateRequest> make(
        const QString &commonName, const std::shared_ptr<const TokenKey> &token, const QByteArray &point);

    /**
     * Reads PEM with one request. Errors: Invalid (no request, too long, more than one, no common name or several, a key of another kind),
     * SignatureWrong (whoever sends it need not have the key).
     */
    [[nodiscard]] static Result<CertificateRequest> fromPem(const QByteArray &pem);

    /** Whether a certificate (DER) is of the key that is asked for. */
    [[nodiscard]] bool isAnsweredBy(const QByteArray &certificate) const;

    [[nodiscard]] const QByteArray &der() const { return m_der; }
    [[nodiscard]] QByteArray pem() const;
    [[nodiscard]] const QString &commonName() const { return m_commonName; }

private:
    CertificateRequest(QByteArray der, QString commonName);

    QByteArray m_der;
    QString m_commonName;
};

/** Made here: the key stays, the request goes. */
struct CertificateRequest::Made
{
    CertificateRequest request;
    security::SecretBytes key = {}; ///< PEM, PKCS#8, not enciphered: as TlsIdentity::fromPem() reads it
};

} // namespace motcua

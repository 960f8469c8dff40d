// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/evidence/CopySignature.h"
#include "app/security/SecretBytes.h"
#include "app/token/TokenKey.h"

#include <memory>

namespace motcua::evidence {

/** A private key and the certificates with it, as they come in a file. */
struct BroughtKey
{
    static constexpr qsizetype MostBytes = 256 * 1024; ///< of the file

    security::SecretBytes key = {}; ///< PKCS#8 in DER
    QList<QByteArray> certificates = {}; ///< DER, that of the key first

    /**
     * Out of a PKCS#12 file. Errors: WrongPassword, OwnCertificateUnreadable (no such file, no key or no certificate in it, or a key that is not used here), OwnKeyOther,
     * FileTooLarge.
     */
    [[nodiscard]] static Result<BroughtKey> fromPkcs12(const QByteArray &file, const security::SecretBytes &password);
    /** Out of PEM: a key that is not enciphered (PKCS#8, SEC1 or PKCS#1), and its certificates beside it. Errors: OwnCertificateUnreadable, OwnKeyOther. */
    [[nodiscard]] static Result<BroughtKey> fromPem(const security::SecretBytes &key, const QList<QByteArray> &certificates);
};

/** Signs with a key that lies in the store. */
class SealedSigner final : public Signer
{
public:
    /** `key`: PKCS#8 in DER. Errors: OwnCertificateUnreadable, OwnKeyOther. */
    [[nodiscard]] static Result<std::shared_ptr<Signer>> of(security::SecretBytes key, const QList<QByteArray> &certificates);

    [[nodiscard]] QList<QByteArray> certificates() const override { return m_certificates; }
    [[nodiscard]] Result<QByteArray> sign(const QByteArray &digest) const override;

private:
    SealedSigner(security::SecretBytes key, QList<QByteArray> certificates);

    security::SecretBytes m_key;
    QList<QByteArray> m_certificates;
};

/** Signs with a key on a token, whose PIN is kept in guarded memory for as long as this lives: a turn. */
class TokenSigner final : public Signer
{
public:
    explicit TokenSigner(std::shared_ptr<const TokenKey> token, QList<QByteArray> certificates);

    /**
     * A person has just typed the PIN: whether the token takes it, and its key is that of the certificate. Waits for the token. Errors: those of TokenKey, OwnKeyOther,
     * OwnCertificateUnreadable.
     */
    [[nodiscard]] Result<> prove() const;

    [[nodiscard]] QList<QByteArray> certificates() const override { return m_certificates; }
    /** Nobody is there to type. */
    [[nodiscard]] Result<QByteArray> sign(const QByteArray &digest) const override;

private:
    [[nodiscard]] Result<QByteArray> signedThere(const QByteArray &digest, bool isAttended) const;

    std::shared_ptr<const TokenKey> m_token;
    QList<QByteArray> m_certificates;
};

} // namespace motcua::evidence

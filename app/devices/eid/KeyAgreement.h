// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/Ephemeral.h"
#include "app/devices/eid/SecurityInfos.h"

#include <memory>
#include <optional>

namespace motcua {

/**
 * A group in which two sides agree on a key, and its generator (ICAO Doc 9303-11 clauses 9.4 to 9.6, BSI TR-03110-3 A.2): curves, or numbers modulo a prime.
 *
 * Only well-known curves are taken, also when a chip spells one out: one it made up would prove nothing. Numbers that are spelt out must be a group of
 * prime order, and only the issuer, who signs them, may choose another than the standard ones. A public key that is no element
 * of the group, or one that gives nothing away, is refused.
 */
class KeyAgreement
{
public:
    virtual ~KeyAgreement() = default;
    Q_DISABLE_COPY_MOVE(KeyAgreement)

    /** By number of standardised domain parameters (clause 9.5.1); null for one that is not defined. */
    [[nodiscard]] static std::unique_ptr<KeyAgreement> standard(int parameterId);
    /** By an AlgorithmIdentifier in DER; null for one that is not known. */
    [[nodiscard]] static std::unique_ptr<KeyAgreement> ofAlgorithm(QByteArrayView algorithm);

    struct StaticKey
    {
        std::unique_ptr<KeyAgreement> group;
        QByteArray publicKey; ///< as publicKey() writes one
    };
    /** By a SubjectPublicKeyInfo in DER. */
    [[nodiscard]] static std::optional<StaticKey> ofPublicKeyInfo(QByteArrayView info);

    [[nodiscard]] virtual AgreementKind kind() const = 0;
    /** Whether it is one of the groups of clause 9.5.1, however it was told. */
    [[nodiscard]] virtual bool isStandard() const = 0;
    /** A private key, drawn evenly. */
    [[nodiscard]] virtual security::SecretBytes newPrivateKey(Ephemeral &ephemeral) const = 0;
    /** A point in uncompressed form, or a number without leading zeros (BSI TR-03110-3 D.2.1). */
    [[nodiscard]] virtual QByteArray publicKey(const security::SecretBytes &privateKey) const = 0;
    /** The coordinate x, or the number, filled up to the size of the field; nothing when `theirs` is no key. */
    [[nodiscard]] virtual std::optional<security::SecretBytes> shared(
        const security::SecretBytes &privateKey, QByteArrayView theirs) const = 0;
    /** The same group with the generator of the generic mapping: nonce × generator + shared point (clause 4.4.3.3); null when `theirs` is no key. */
    [[nodiscard]] virtual std::unique_ptr<KeyAgreement> mapped(
        QByteArrayView nonce, const security::SecretBytes &privateKey, QByteArrayView theirs) const = 0;

protected:
    KeyAgreement() = default;
};

} // namespace motcua

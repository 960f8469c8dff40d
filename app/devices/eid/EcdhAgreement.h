// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/KeyAgreement.h"
#include "app/devices/eid/OpenSsl.h"

namespace motcua {

/**
 * Key agreement on the NIST and brainpool curves. EC_POINT arithmetic, because EVP knows no group with another generator, which PACE needs; each
 * multiplication is by one scalar, which OpenSSL does in constant time.
 */
class EcdhAgreement final : public KeyAgreement
{
public:
    [[nodiscard]] static std::unique_ptr<KeyAgreement> standard(int parameterId);
    /** By ECParameters in DER: the name of a curve, or one of the standard curves spelt out. */
    [[nodiscard]] static std::unique_ptr<KeyAgreement> ofParameters(QByteArrayView parameters);

    [[nodiscard]] AgreementKind kind() const override { return AgreementKind::Ecdh; }
    [[nodiscard]] bool isStandard() const override { return true; } // no others are made
    [[nodiscard]] security::SecretBytes newPrivateKey(Ephemeral &ephemeral) const override;
    [[nodiscard]] QByteArray publicKey(const security::SecretBytes &privateKey) const override;
    [[nodiscard]] std::optional<security::SecretBytes> shared(
        const security::SecretBytes &privateKey, QByteArrayView theirs) const override;
    [[nodiscard]] std::unique_ptr<KeyAgreement> mapped(
        QByteArrayView nonce, const security::SecretBytes &privateKey, QByteArrayView theirs) const override;

private:
    EcdhAgreement(std::shared_ptr<const EC_GROUP> group, openssl::EcPoint generator);
    [[nodiscard]] static std::unique_ptr<KeyAgreement> named(int nid);

    [[nodiscard]] qsizetype fieldSize() const;
    [[nodiscard]] openssl::EcPoint point() const;
    [[nodiscard]] openssl::EcPoint point(QByteArrayView encoded) const;
    [[nodiscard]] openssl::EcPoint product(const BIGNUM *scalar, const EC_POINT *of) const; ///< of null: the generator

    std::shared_ptr<const EC_GROUP> m_group;
    openssl::EcPoint m_generator; ///< null: that of the group
    openssl::BignumContext m_numbers;
};

} // namespace motcua

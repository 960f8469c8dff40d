// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/KeyAgreement.h"
#include "app/devices/eid/OpenSsl.h"

namespace motcua {

/** Key agreement with numbers modulo a prime; BIGNUM arithmetic in constant time, for the same reason as on curves. */
class DhAgreement final : public KeyAgreement
{
public:
    /** The three groups of RFC 5114: parameters 0 to 2. */
    [[nodiscard]] static std::unique_ptr<KeyAgreement> standard(int parameterId);
    /**
     * By prime, generator and order of the subgroup. Null when the prime is too short to be safe or too long to be meant, and unless both are primes
     * and the generator is of that order. An order that is missing is known of the three groups above, and half of a safe prime; else it is null too.
     */
    [[nodiscard]] static std::unique_ptr<KeyAgreement> of(QByteArrayView prime, QByteArrayView generator, QByteArrayView order);

    [[nodiscard]] AgreementKind kind() const override { return AgreementKind::Dh; }
    [[nodiscard]] bool isStandard() const override;
    [[nodiscard]] security::SecretBytes newPrivateKey(Ephemeral &ephemeral) const override;
    [[nodiscard]] QByteArray publicKey(const security::SecretBytes &privateKey) const override;
    [[nodiscard]] std::optional<security::SecretBytes> shared(
        const security::SecretBytes &privateKey, QByteArrayView theirs) const override;
    [[nodiscard]] std::unique_ptr<KeyAgreement> mapped(
        QByteArrayView nonce, const security::SecretBytes &privateKey, QByteArrayView theirs) const override;

private:
    struct Field
    {
        openssl::Bignum prime;
        openssl::Bignum order;
        openssl::Montgomery montgomery;
    };
    DhAgreement(std::shared_ptr<const Field> field, openssl::Bignum generator);
    [[nodiscard]] static std::unique_ptr<KeyAgreement> of(openssl::Bignum prime, openssl::Bignum generator, openssl::Bignum order);

    [[nodiscard]] openssl::Bignum power(const BIGNUM *base, const BIGNUM *exponent) const;
    /** An element of the subgroup that is neither 1 nor its opposite, or null. */
    [[nodiscard]] openssl::Bignum element(QByteArrayView encoded) const;

    std::shared_ptr<const Field> m_field;
    openssl::Bignum m_generator;
    openssl::BignumContext m_numbers;
};

} // namespace motcua

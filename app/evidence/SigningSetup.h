// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/evidence/Signers.h"
#include "app/evidence/Timestamps.h"

#include <optional>

namespace motcua::storage {
class Store;
}

namespace motcua::evidence {

/**
 * With what copies are signed at this desk: a key on a token, or one that lies in the encrypted store and nowhere else; the certificates with it, and who vouches for the time.
 * It never leaves this machine. Of a token no PIN is kept: the officer enters it, for the turn.
 */
struct SigningSetup
{
    std::optional<TokenUri> token = {};
    security::SecretBytes key = {}; ///< PKCS#8 in DER; empty where it lies on a token
    QList<QByteArray> certificates = {}; ///< DER; the signer's first
    TimeAuthority time = {};

    [[nodiscard]] bool needsPin() const { return token.has_value(); }

    /** Who signs; `pin` only of a token, which is not asked. Errors: OwnCertificateUnreadable, OwnKeyOther. */
    [[nodiscard]] Result<std::shared_ptr<Signer>> signer(security::SecretBytes pin = {}) const;
    /** Of a token, by the PIN a person has just typed: proven with it. Waits for the token. Errors: those of TokenSigner::prove(); Invalid where the key lies on none. */
    [[nodiscard]] Result<std::shared_ptr<Signer>> provenSigner(security::SecretBytes pin) const;
    /** Null where nobody vouches for the time. */
    [[nodiscard]] Timestamper timestamper() const;

    /** Nothing: nobody signs here. Blocks: off the GUI thread. Errors: those of Store::ask(), OwnCertificateUnreadable (of a later version, or damaged). */
    [[nodiscard]] static Result<std::optional<SigningSetup>> of(const storage::Store &store);
    /** From now on. Blocks. Errors: those of Store::keepSetting(). */
    [[nodiscard]] Result<> keep(const storage::Store &store) const;
    /** Nobody signs here any more, and a key that lay here is gone. */
    [[nodiscard]] static Result<> forget(const storage::Store &store);

    /** To be kept; holds the private key. */
    [[nodiscard]] QByteArray toJson() const;
    [[nodiscard]] static Result<SigningSetup> fromJson(const QByteArray &json);
};

/** What a certificate says of its holder, to be shown. */
struct CertificateFacts
{
    QString name = {}; ///< common name; cleaned, as the two below
    QString organisation = {};
    QString issuer = {}; ///< common name of who gave it
    QDateTime notBefore = {}; ///< UTC
    QDateTime notAfter = {};
    QByteArray sha256 = {};

    /** Nothing when `der` is no certificate. */
    [[nodiscard]] static std::optional<CertificateFacts> of(const QByteArray &der);
};

/** The certificates in a file, one in DER or any in PEM, as DER; none where one is damaged. */
[[nodiscard]] QList<QByteArray> certificatesOfFile(const QByteArray &bytes);

} // namespace motcua::evidence

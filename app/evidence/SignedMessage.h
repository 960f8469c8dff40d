// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/evidence/CopySignature.h"

#include <optional>

namespace motcua::evidence {

/** A signature as it goes into a PDF: CMS SignedData without its content (RFC 5652), with the attributes of CAdES (ETSI EN 319 122-1) that PAdES wants. */
struct SignedMessage
{
    static constexpr qsizetype MostTokenBytes = 16 * 1024; ///< of a timestamp with its certificates

    QByteArray der = {};
    std::optional<Error> timeless = {}; ///< why it has no timestamp, where one was wanted

    /**
     * Of a document with this SHA-256: content type, digest and signing-certificate-v2 are signed; the time is not, since PAdES has it in the dictionary of the signature
     * (ETSI EN 319 142-1, 6.3). What the signer gives is held against its certificate.
     *
     * Errors: those of the signer, OwnCertificateUnreadable (none, or of a key that is not used here), OwnCertificateExpired, ClockWrong (not valid yet at `at`), OwnKeyOther,
     * Internal.
     */
    [[nodiscard]] static Result<SignedMessage> of(const QByteArray &sha256, const Signer &signer, const QDateTime &at, const Timestamper &timestamper);

    /** The most bytes it can have. */
    [[nodiscard]] static qsizetype roomFor(const Signer &signer, bool isTimestamped);
};

} // namespace motcua::evidence

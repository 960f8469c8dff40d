// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/TrustCertificate.h"
#include "models/base/Result.h"
#include "models/person/CardProof.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QList>

#include <optional>

namespace motcua {

/**
 * A CMS SignedData (RFC 5652) as EF.SOD and master lists are: a content of a known type, one signer, and the certificates that come along. The signature
 * is checked while it is read, with the signer's own certificate; who that is, is judged by a TrustStore.
 *
 * Taken are RSA PKCS#1, RSA-PSS and ECDSA with SHA-1 to SHA-512 (ICAO Doc 9303-12, 4.4).
 */
struct SignedData
{
    enum class Fault { Malformed, OtherContent, TooLarge };

    QByteArray content = {};
    CheckOutcome signature = {};
    std::optional<TrustCertificate> signer = {}; ///< nothing when it did not come along, or its key is none we take
    QList<TrustCertificate> certificates = {}; ///< those that came along and can be used, the signer's too
    QDateTime signedAt = {}; ///< as the signer says under the signature, UTC; null when it does not

    /** `contentType` as an object identifier in figures: "2.23.136.1.1.1". */
    [[nodiscard]] static Result<SignedData, Fault> fromDer(QByteArrayView bytes, const QByteArray &contentType, qsizetype largest);
};

} // namespace motcua

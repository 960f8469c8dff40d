// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardError.h"
#include "app/devices/eid/TrustCertificate.h"
#include "models/base/Result.h"
#include "models/person/CardProof.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QMap>
#include <QString>

#include <optional>

namespace motcua {

/**
 * EF.SOD: what the issuer signed, a hash of every data group (ICAO Doc 9303-10, 4.6.2 and appendix D; 9303-11, 5.1). Versions 0 and 1 of the LDS security
 * object.
 */
struct Sod
{
    static constexpr qsizetype Largest = 64 * 1024; ///< bytes of the file

    int version = 0; ///< of the LDS security object
    QString ldsVersion = {}; ///< "0108"; version 1 only, else empty
    QByteArray digest = {}; ///< as OpenSSL calls it: "SHA256"
    QMap<int, QByteArray> hashes = {}; ///< by number of the data group
    CheckOutcome signature = {};
    std::optional<TrustCertificate> signer = {}; ///< the document signer; nothing when its certificate did not come along
    QDateTime signedAt = {}; ///< as the signer says, UTC; null when it does not

    /** Nonsense when it is no EF.SOD. A wrong signature is no nonsense: it is told in `signature`. */
    [[nodiscard]] static Result<Sod, CardError> fromBytes(QByteArrayView file);

    /** Whether this is the file of the data group that was signed. */
    [[nodiscard]] CheckOutcome group(int number, QByteArrayView file) const;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/Sod.h"
#include "app/devices/eid/TrustStore.h"
#include "models/person/CardProof.h"

#include <QByteArray>
#include <QDate>
#include <QMap>
#include <QStringList>

#include <optional>

namespace motcua {

/** What of a card its passive authentication also looks at. */
struct PassiveFacts
{
    QDate issued = {}; ///< as DG12 or DG13 says: the day a certificate must have been good on where EF.SOD does not say when it was signed
    QStringList states = {}; ///< what certificates of the state in the zone write, two letters each: "VN"; none: it is not known, and so is the issuer
};

/**
 * Passive authentication (ICAO Doc 9303-11, 5.1; 9303-12 for the certificates): is EF.SOD whole, is its signer one of an authority we trust and was it good
 * then, and are the files the ones that were signed.
 *
 * A group that the issuer signed and that was not read is entered as not read, but for those a chip gives to few (3 and 4); zone and face must be there.
 * It never says more than it knows: whose issuer is not in the store is intact and of an unknown issuer. Whether the chip is a copy, and whether the
 * document is over, are for others to enter; a proof of the chip for which the issuer signed no key is entered here as not offered.
 */
struct PassiveAuthentication
{
    CardProof proof = {};
    std::optional<TrustCertificate> signer = {};
    std::optional<TrustCertificate> authority = {}; ///< who gave the signer's certificate, where that is known

    /** `files`: the data groups that were read, by number. */
    [[nodiscard]] static PassiveAuthentication of(
        const Result<Sod, CardError> &sod, const QMap<int, QByteArray> &files, const TrustStore &store, const PassiveFacts &facts = {});
};

} // namespace motcua

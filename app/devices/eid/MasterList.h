// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/TrustCertificate.h"
#include "models/base/Result.h"
#include "models/person/CardProof.h"

#include <QByteArrayView>
#include <QDateTime>
#include <QList>

#include <optional>

namespace motcua {

/**
 * A master list: the signing authorities of many states, collected and signed by one of them or by ICAO (ICAO Doc 9303-12, clause 8; files of the BSI and of
 * ICAO's directory, ending in .ml).
 *
 * It is worth what its signer is worth: `signature` says that it is whole, and who the signer is must be judged by whoever takes it in.
 */
struct MasterList
{
    static constexpr qsizetype Largest = 8 * 1024 * 1024; ///< bytes; the largest seen has 1.3 million
    static constexpr qsizetype MostCertificates = 5'000;

    QList<TrustCertificate> authorities = {}; ///< as they stand, each once
    int leftOut = 0; ///< certificates of it that are no authorities, or have keys we do not take
    CheckOutcome signature = {}; ///< Passed, or why it could not be checked: a list whose signature is wrong is no list
    std::optional<TrustCertificate> signer = {};
    std::optional<TrustCertificate> authority = {}; ///< who gave the signer's certificate, by what came along or stands in the list
    QDateTime signedAt = {};

    /** Unreadable, TooLarge, or SignatureWrong. */
    [[nodiscard]] static Result<MasterList, TrustFault> fromBytes(QByteArrayView bytes);
};

} // namespace motcua

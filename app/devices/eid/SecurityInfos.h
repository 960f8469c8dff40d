// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CipherSuite.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace motcua {

/** On which kind of group two sides agree on a key. */
enum class AgreementKind { Dh, Ecdh };

/** One way in which a chip runs PACE (ICAO Doc 9303-11 clause 9.2.1). */
struct PaceInfo
{
    enum class Mapping { Generic, Integrated, ChipAuthentication };

    QByteArray oid = {}; ///< the value bytes of the object identifier, which go into the tokens
    AgreementKind kind = AgreementKind::Ecdh;
    Mapping mapping = Mapping::Generic;
    CipherSuite suite = CipherSuite::Aes128;
    int version = 0;
    std::optional<int> parameterId = {}; ///< standardised domain parameters, or those of a PaceDomainParameters

    friend bool operator==(const PaceInfo &, const PaceInfo &) = default;
};

/** Domain parameters a chip brings itself (clause 9.2.2). */
struct PaceDomainParameters
{
    QByteArray algorithm = {}; ///< AlgorithmIdentifier, DER
    std::optional<int> parameterId = {};

    friend bool operator==(const PaceDomainParameters &, const PaceDomainParameters &) = default;
};

/** One way in which a chip shows that it is no copy by a static key (clause 9.2.5). */
struct ChipAuthenticationInfo
{
    QByteArray oid = {};
    AgreementKind kind = AgreementKind::Ecdh;
    CipherSuite suite = CipherSuite::Aes128;
    int version = 0;
    std::optional<quint32> keyId = {};

    friend bool operator==(const ChipAuthenticationInfo &, const ChipAuthenticationInfo &) = default;
};

/** The key of it (clause 9.2.6). */
struct ChipAuthenticationPublicKey
{
    AgreementKind kind = AgreementKind::Ecdh;
    QByteArray publicKeyInfo = {}; ///< SubjectPublicKeyInfo, DER
    std::optional<quint32> keyId = {};

    friend bool operator==(const ChipAuthenticationPublicKey &, const ChipAuthenticationPublicKey &) = default;
};

/** With which algorithm the chip signs in active authentication by ECDSA (clause 9.2.4). */
struct ActiveAuthenticationInfo
{
    int version = 0;
    QByteArray signatureAlgorithm = {}; ///< the value bytes of the object identifier

    friend bool operator==(const ActiveAuthenticationInfo &, const ActiveAuthenticationInfo &) = default;
};

/**
 * What a chip says of its protocols, in EF.CardAccess before anything is opened and in DG14 under the issuer's signature (ICAO Doc 9303-11 clause 9.2,
 * BSI TR-03110-3 A.1). What is of another kind is counted and left aside.
 */
struct SecurityInfos
{
    static constexpr int Most = 64; ///< objects in one set

    QList<PaceInfo> pace = {};
    QList<PaceDomainParameters> paceParameters = {};
    QList<ChipAuthenticationInfo> chipAuthentication = {};
    QList<ChipAuthenticationPublicKey> chipAuthenticationKeys = {};
    QList<ActiveAuthenticationInfo> activeAuthentication = {};
    bool terminalAuthentication = false;
    int others = 0;

    /** Nothing when `set`, the content of EF.CardAccess, is no set of security infos, or one of a known kind is not made as it should be. */
    [[nodiscard]] static std::optional<SecurityInfos> ofCardAccess(QByteArrayView set);
    /** The same from the content of DG14, where the set stands within tag 6E. */
    [[nodiscard]] static std::optional<SecurityInfos> ofDataGroup14(QByteArrayView file);

    friend bool operator==(const SecurityInfos &, const SecurityInfos &) = default;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CipherSuite.h"
#include "app/devices/eid/SecurityInfos.h"
#include "app/training/chip/ActiveKey.h"

#include <QByteArray>

namespace motcua::training {

/** How the group of a key in DG14 is written: the name of its curve, all its numbers, or its number among the standardised ones. */
enum class GroupForm { Named, Explicit, Standardised };

/** DH for the parameters 0 to 2, else ECDH. */
[[nodiscard]] constexpr AgreementKind kindOf(int parameterId)
{
    return parameterId <= 2 ? AgreementKind::Dh : AgreementKind::Ecdh;
}

/** One object each of EF.CardAccess and DG14 (ICAO Doc 9303-11 clause 9.2), in DER. A number field's group is always standardised. */
[[nodiscard]] QByteArray terminalAuthenticationInfo();
[[nodiscard]] QByteArray paceInfo(CipherSuite suite, int parameterId);
[[nodiscard]] QByteArray chipAuthenticationInfo(CipherSuite suite, int parameterId);
[[nodiscard]] QByteArray chipAuthenticationKey(int parameterId, GroupForm form, const QByteArray &publicKey);
[[nodiscard]] QByteArray activeAuthenticationInfo(ActiveKey::Digest digest);

/** The set of them: EF.CardAccess. */
[[nodiscard]] QByteArray securityInfos(const QList<QByteArray> &infos);

} // namespace motcua::training

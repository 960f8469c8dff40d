// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/Com.h"
#include "app/devices/eid/Dg11.h"
#include "app/devices/eid/Dg12.h"
#include "app/devices/eid/Dg13.h"
#include "app/devices/eid/Dg2.h"
#include "models/person/CardProof.h"
#include "models/person/Identity.h"
#include "models/person/Mrz.h"

#include <QByteArrayView>
#include <QDate>
#include <QMap>

#include <optional>

namespace motcua {

/** What the data groups that were read so far say; a group that cannot be understood is named and keeps nothing of the others back. */
struct DataGroups
{
    std::optional<Mrz> mrz = {}; ///< DG1
    std::optional<FaceImage> face = {}; ///< DG2
    std::optional<Dg11> dg11 = {};
    std::optional<Dg12> dg12 = {};
    std::optional<Dg13> dg13 = {};
    QMap<int, CardError> faults = {}; ///< by number of the group

    /** Takes in the file of a group; those that are not read here (keys, fingers, signatures) are left. `today` decides the centuries of a zone. */
    void add(int group, QByteArrayView file, QDate today);

    /** Whether the zone says that Vietnam issued the document: what stands in DG13 is known of its cards alone. */
    [[nodiscard]] bool isVietnamese() const { return mrz && mrz->issuer() == u"VNM"; }
    /** Whether zone and DG13 cannot be of one person: another number, another birth, another name. */
    [[nodiscard]] bool contradictsItself() const;

    /** What they say of the person and the document, all of it as read from the chip: Identity::withVerified() tells what was proved. */
    [[nodiscard]] Identity identity() const;

    /** The day from which the document is good, by DG12 or DG13; null when neither tells a whole day. */
    [[nodiscard]] QDate issued() const;
    /** The last day on which it is; null when it never expires or does not say. DG13 in words before DG1, and DG1 where DG13 is not understood. */
    [[nodiscard]] QDate expiry() const;
    /** Whether it is good on `today`; not done (Malformed) when it neither says a day that is understood nor that it never expires. */
    [[nodiscard]] CheckOutcome expiryOn(QDate today) const;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardError.h"
#include "models/base/Result.h"
#include "models/person/PartialDate.h"

#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace motcua {

/** EF.DG12: more about the document (ICAO Doc 9303-10, 4.7.12); what is missing, empty or unreadable is told as in Dg11. */
struct Dg12
{
    std::optional<QString> authority = {};
    std::optional<PartialDate> issued = {};
    QStringList otherPersons = {};
    std::optional<QString> endorsements = {};
    std::optional<QString> exitRequirements = {}; ///< tax and exit
    std::optional<QString> serialNumber = {}; ///< of the system that personalised it
    QList<quint32> unreadable = {}; ///< tags
    QList<quint32> further = {}; ///< tags that are not read: pictures of front and back, the time of personalisation, what 9303 does not know

    [[nodiscard]] static Result<Dg12, CardError> fromBytes(QByteArrayView file);

    friend bool operator==(const Dg12 &, const Dg12 &) = default;
};

} // namespace motcua

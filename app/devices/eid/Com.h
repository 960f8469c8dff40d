// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardError.h"
#include "models/base/Result.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace motcua {

/**
 * EF.COM: which data groups a chip says it has (ICAO Doc 9303-10, 4.6.1). Nobody signed it: it says what to read first, and what is there is told by
 * EF.SOD.
 */
struct EfCom
{
    QString ldsVersion = {}; ///< "0107"; empty when not given
    QString unicodeVersion = {}; ///< "040000"; likewise
    QList<int> groups = {}; ///< in the order of the file, none twice
    int unknownTags = 0; ///< how many entries name no data group

    [[nodiscard]] static Result<EfCom, CardError> fromBytes(QByteArrayView file);

    friend bool operator==(const EfCom &, const EfCom &) = default;
};

} // namespace motcua

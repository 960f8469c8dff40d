// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardError.h"
#include "models/base/Result.h"
#include "models/person/Mrz.h"
#include "models/person/PartialDate.h"

#include <QByteArrayView>
#include <QDate>
#include <QString>

#include <optional>

namespace motcua {

/** The tag a data group's file begins with: 0x61 for 1, 0x75 for 2 … (ICAO Doc 9303-10, table 38); 0 for other numbers than 1 to 16. */
[[nodiscard]] quint32 tagOfGroup(int group);
/** The data group whose file begins with this tag; 0 when none does. */
[[nodiscard]] int groupOfTag(quint32 tag);

/** EF.DG1: the machine readable zone (ICAO Doc 9303-10, 4.7.1), read as Mrz reads a printed one. */
[[nodiscard]] Result<Mrz, CardError> readDg1(QByteArrayView file, QDate today);

// What the readers of data groups share.

/** That a file cannot be understood; `what` names the place and holds none of its bytes. */
[[nodiscard]] CardError nonsense(const QString &what);
/**
 * UTF-8 text of a data group for people: tidied, without control and invisible characters. Nothing when it is no UTF-8 or longer than any field of a
 * document has reason to be.
 */
[[nodiscard]] std::optional<QString> groupText(QByteArrayView utf8);
/** A date as DG11 and DG12 write it, CCYYMMDD in eight digits or four bytes of two; zeros stand for what is not known. */
[[nodiscard]] std::optional<PartialDate> groupDate(QByteArrayView bytes);

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/Entry.h"
#include "models/journal/Registers.h"

#include <QJsonObject>

namespace motcua {

/** What one origin says of the unit and desk it stands at, folded from unit.configured entries about that origin; always loads. */
struct UnitSettings
{
    QString unitName = {};
    QString organisationCode = {}; ///< such as "H26.15.3"; the first part of every dossier code
    int deskNumber = 0; ///< 0: not configured
    int rangeFirst = 0; ///< first and last number of the day this desk gives out, 1 to 9999
    int rangeLast = 0;
    QList<journal::EntryKey> heads = {};

    [[nodiscard]] static UnitSettings fold(const Id &origin, const QList<journal::Entry> &entries);

    /** "organisation code/desk number", as it stands in headers. */
    [[nodiscard]] QByteArray desk() const;
    [[nodiscard]] bool isConfigured() const { return deskNumber > 0; }

    friend bool operator==(const UnitSettings &, const UnitSettings &) = default;
};

} // namespace motcua

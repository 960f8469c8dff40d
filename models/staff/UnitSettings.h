// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/Entry.h"
#include "models/journal/Registers.h"
#include "models/staff/UnitAccount.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace motcua {

/** What one origin says of the unit and desk it stands at, and what whoever leads the hall has it call, folded from entries about that origin; always loads. */
struct UnitSettings
{
    static constexpr int LongestName = 200; ///< characters of unitName and governingBody; both together are a head of 50 mm on an A5 slip
    static constexpr int LongestPlace = 60;

    QString unitName = {};
    QString organisationCode = {}; ///< such as "H26.15.3"; the first part of every dossier code
    int deskNumber = 0; ///< 0: not configured
    int rangeFirst = 0; ///< first and last number of the day this desk gives out, 1 to 9999
    int rangeLast = 0;
    QString governingBody = {}; ///< cơ quan chủ quản, such as "Ủy ban nhân dân phường Hòa An"; empty in entries that do not say
    QString place = {}; ///< địa danh before the date of a paper, such as "Hòa An"; empty in entries that do not say
    std::optional<UnitAccount> account = {}; ///< none in entries that do not say
    QList<journal::EntryKey> heads = {};
    std::optional<QStringList> serves = {}; ///< letters of the service groups for which the desk calls, ascending; no letter: for all; none: nobody said

    [[nodiscard]] static UnitSettings fold(const Id &origin, const QList<journal::Entry> &entries);

    /** Whether `text` can stand before the comma and the date of a paper: one name, of LongestPlace characters at most. */
    [[nodiscard]] static bool isPlace(const QString &text);

    /** Each letter A to Z of the array once, ascending; anything else is left out. */
    [[nodiscard]] static QStringList lettersIn(const QJsonArray &array);

    /** "organisation code/desk number", as it stands in headers. */
    [[nodiscard]] QByteArray desk() const;
    [[nodiscard]] bool isConfigured() const { return deskNumber > 0; }

    friend bool operator==(const UnitSettings &, const UnitSettings &) = default;
};

} // namespace motcua

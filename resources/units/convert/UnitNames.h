// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/address/UnitsTables.h"

#include <QByteArray>
#include <QHash>

#include <optional>

namespace motcua {

/** A unit's name taken apart: "Thị xã Sơn Tây" is a town called "Sơn Tây". */
struct KindAndName
{
    qsizetype kind = 0;
    QString name = {};
};

/** The units put into tables so far, found again by what they are called. */
class UnitNames
{
public:
    explicit UnitNames(UnitsTables &tables)
        : m_tables(tables)
    {
    }

    /** The kind of one of the levels that begins the name, and what follows it; nothing when none does. */
    [[nodiscard]] std::optional<KindAndName> apart(const QString &fullName, int levels) const;

    /** The commune of today; -1 when there is none of this name in a province of this name. */
    [[nodiscard]] qsizetype commune(const QString &fullName, const QString &provinceName);

    /** The former province of this full name, made when there is none; -1 when the name has no kind. */
    [[nodiscard]] qsizetype formerProvince(const QString &fullName, bool make);

    /** The same for a district in it. */
    [[nodiscard]] qsizetype formerDistrict(const QString &fullName, qsizetype province, bool make);

    /** The former commune of this name and code, or of this name when one of the two has no code; made when there is none. */
    [[nodiscard]] qsizetype formerUnit(const KindAndName &name, int code, qsizetype district);

private:
    void indexCommunes();

    UnitsTables &m_tables;
    QHash<QByteArray, qsizetype> m_communes;
    QHash<QByteArray, qsizetype> m_formerProvinces;
    QHash<QByteArray, qsizetype> m_formerDistricts;
    QHash<QByteArray, QList<qsizetype>> m_formerUnits;
};

} // namespace motcua

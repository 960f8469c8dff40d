// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/address/AdministrativeUnits.h"

#include <QFile>

namespace motcua::test {

/** The units file that the build made of the pinned list. */
inline QByteArray shippedUnitsFile()
{
    QFile file(QStringLiteral(MOTCUA_UNITS));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline AdministrativeUnits shippedUnits()
{
    const auto units = AdministrativeUnits::fromBytes(shippedUnitsFile());
    return units ? *units : AdministrativeUnits();
}

/** A country of two provinces, small enough to break every byte of. */
inline UnitsTables smallCountry()
{
    using Alias = UnitsTables::Alias;
    return {.source = QStringLiteral("test"),
        .mark = QStringLiteral("invented"),
        .placePattern = QStringLiteral("[0-9]{12}"),
        .kinds = {{QStringLiteral("province"), QStringLiteral("Tỉnh"), {QStringLiteral("T")}, UnitsTables::ProvinceLevel},
            {QStringLiteral("district"), QStringLiteral("Huyện"), {QStringLiteral("H")}, UnitsTables::DistrictLevel},
            {QStringLiteral("commune"), QStringLiteral("Xã"), {}, UnitsTables::CommuneLevel}},
        .provinces = {{7, 0, QStringLiteral("Núi Xa"), QStringLiteral("marked")}, {3, 0, QStringLiteral("Biển Gần"), {}}},
        .communes = {{301, 2, 1, QStringLiteral("Cát Vàng")}, {701, 2, 0, QStringLiteral("Đá Đen")}, {99999, 2, 1, QStringLiteral("Sóng")}},
        .formerProvinces = {{9, 0, QStringLiteral("Núi Xa"), 0}, {0, 0, QStringLiteral("Biển Gần"), 1}},
        .formerDistricts = {{1, 0, QStringLiteral("Suối")}, {1, 1, QStringLiteral("Bãi")}},
        .formerUnits = {{302, 2, 1, QStringLiteral("Cát"), {0, 2}}, {0, 2, 0, QStringLiteral("Đá"), {1}}},
        .aliases = {{Alias::Of::Country, QStringLiteral("Nước"), -1, 0}, {Alias::Of::District, QStringLiteral("Bờ"), 1, 1}}};
}

} // namespace motcua::test

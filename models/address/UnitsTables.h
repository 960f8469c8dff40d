// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace motcua {

/**
 * The administrative units of the country, of today and of before, as a list publishes them: what a units file is written from.
 *
 * Rows refer to each other by their place in the lists. Names stand without their kind.
 */
struct UnitsTables
{
    /** Where a kind of unit stands; one word may be used on two levels. */
    enum Level { ProvinceLevel = 1, DistrictLevel = 2, CommuneLevel = 4 };

    /** A word for units and the ways it is shortened. */
    struct Kind
    {
        QString id = {};
        QString name = {};
        QStringList shorts = {};
        int levels = 0; ///< Level, added up

        friend bool operator==(const Kind &, const Kind &) = default;
    };
    struct Province
    {
        int code = 0; ///< 1–99
        qsizetype kind = 0;
        QString name = {};
        QString mark = {}; ///< what is uncertain about it; usually nothing

        friend bool operator==(const Province &, const Province &) = default;
    };
    struct Commune
    {
        int code = 0; ///< 1–99999
        qsizetype kind = 0;
        qsizetype province = 0;
        QString name = {};

        friend bool operator==(const Commune &, const Commune &) = default;
    };
    struct FormerProvince
    {
        int code = 0; ///< 1–99; 0 = not known
        qsizetype kind = 0;
        QString name = {};
        qsizetype now = 0; ///< the province it is part of

        friend bool operator==(const FormerProvince &, const FormerProvince &) = default;
    };
    struct FormerDistrict
    {
        qsizetype kind = 0;
        qsizetype province = 0; ///< a former one
        QString name = {};

        friend bool operator==(const FormerDistrict &, const FormerDistrict &) = default;
    };
    /** A commune of before; a district without communes stands here under its own name. */
    struct FormerUnit
    {
        int code = 0; ///< 1–99999; 0 = not known
        qsizetype kind = 0;
        qsizetype district = 0;
        QString name = {};
        QList<qsizetype> now = {}; ///< the communes it became, or was split over

        friend bool operator==(const FormerUnit &, const FormerUnit &) = default;
    };
    /** Another way to write a former district or province, or a word that says nothing: the country at the end. */
    struct Alias
    {
        enum class Of { Province, District, Country };

        Of of = Of::Province;
        QString text = {}; ///< without its kind
        qsizetype kind = -1; ///< -1 = none belongs to it
        qsizetype unit = 0;

        friend bool operator==(const Alias &, const Alias &) = default;
    };

    QString source = {}; ///< which list, which version
    QString mark = {}; ///< how certain it is
    QString placePattern = {}; ///< of the place identifiers of NĐ 326/2026/NĐ-CP
    QList<Kind> kinds = {};
    QList<Province> provinces = {};
    QList<Commune> communes = {};
    QList<FormerProvince> formerProvinces = {};
    QList<FormerDistrict> formerDistricts = {};
    QList<FormerUnit> formerUnits = {};
    QList<Alias> aliases = {};

    friend bool operator==(const UnitsTables &, const UnitsTables &) = default;
};

} // namespace motcua

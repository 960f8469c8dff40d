// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/address/Units.h"

#include <QList>
#include <QString>

#include <optional>

namespace motcua {

class AdministrativeUnits;

/**
 * A line in which an address is being typed: which communes its end may mean, and what a commune of before that it names is today.
 *
 * An address may be anything else too: what is found here is only ever offered.
 */
class TypedAddress
{
public:
    static constexpr qsizetype MostCommunes = 20;

    /** The end of the line from one of its commas on, or all of it. */
    struct End
    {
        qsizetype from = 0; ///< its first character in the line
        QString words = {};

        friend bool operator==(const End &, const End &) = default;
    };
    /** What it names of before 1/7/2025. */
    struct Former
    {
        QString kept = {}; ///< everything that is no unit: number, street, hamlet
        QList<Commune> now = {}; ///< one; several when it was split

        /** The address as it is written today. */
        [[nodiscard]] QString line(const Commune &commune) const;
        friend bool operator==(const Former &, const Former &) = default;
    };
    /** An end of the line, and the communes of today that it may mean, best first. */
    struct Fitting
    {
        qsizetype from = 0;
        QList<Commune> communes = {};

        friend bool operator==(const Fitting &, const Fitting &) = default;
    };

    explicit TypedAddress(const QString &line);

    /**
     * The ends that may name a commune: the last two parts as commune and province, then the last one alone.
     *
     * None where the commune would begin with a digit, as house numbers do, or has fewer than two letters.
     */
    [[nodiscard]] QList<End> ends() const;

    /** What the first end that means something may mean; nothing for what is a kind of unit only, or stands there in full already. */
    [[nodiscard]] Fitting fitting(const AdministrativeUnits &units, qsizetype limit = MostCommunes) const;

    /** The line with `commune` from its character `from` on. */
    [[nodiscard]] QString with(const Commune &commune, qsizetype from) const;

    /** Nothing when it is not sure which commune of before is meant, or when it may just as well be one of today. */
    [[nodiscard]] std::optional<Former> former(const AdministrativeUnits &units) const;

private:
    [[nodiscard]] bool isOfToday(const AdministrativeUnits &units, const FormerUnit &former, bool withProvince) const;

    QString m_line;
};

} // namespace motcua

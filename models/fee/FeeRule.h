// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Money.h"
#include "models/form/Condition.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace motcua {

/** From which day to which a price or a reduction holds; null ends are open. */
struct FeeValidity
{
    QDate from = {};
    QDate to = {}; ///< the last day

    [[nodiscard]] bool holds(QDate day) const { return (from.isNull() || day >= from) && (to.isNull() || day <= to); }
    friend bool operator==(const FeeValidity &, const FeeValidity &) = default;
};

/** The price of each of a run of units: up to the `upTo`th, from where the tier before it ended. */
struct FeeTier
{
    qint64 upTo = 0; ///< 0: without end
    Money price = {};

    friend bool operator==(const FeeTier &, const FeeTier &) = default;
};

/** Who pays less, or nothing. */
struct FeeReduction
{
    QString id = {};
    QString text = {}; ///< as the working shows it
    std::optional<Condition> when = {}; ///< none: for everybody, while it is valid
    QList<int> channels = {}; ///< empty = all
    FeeValidity validity = {};
    int percent = 100; ///< taken off, 1 to 100
    QString basis = {};
    QString mark = {};

    friend bool operator==(const FeeReduction &, const FeeReduction &) = default;
};

/** A price that a province has set for its own people. */
struct LocalPrice
{
    Money unitPrice = {};
    QList<int> channels = {}; ///< empty = all
    FeeValidity validity = {};
    QString basis = {}; ///< the resolution of the People's Council
    QString mark = {};

    friend bool operator==(const LocalPrice &, const LocalPrice &) = default;
};

/**
 * A fee of an edition: for what, how much, and for whom less.
 *
 * What it costs is unit price × quantity. The unit price is fixed, or made up of tiers over the number in `tieredBy` (pages of a
 * document) and cut at `cap`, or set by the province.
 */
struct FeeRule
{
    QString id = {};
    QString text = {};
    Money unitPrice = {};
    QString quantityField = {}; ///< an Integer field of the form; empty = once a dossier
    QString unit = {}; ///< what is counted, e.g. "bản"
    QString tieredBy = {}; ///< an Integer field; empty = a fixed unit price
    QString tierUnit = {}; ///< e.g. "trang"
    QList<FeeTier> tiers = {}; ///< ascending, the last without end
    std::optional<Money> cap = {}; ///< the most one unit costs
    bool setLocally = false; ///< the province sets the price; `local` holds what it is known to have set
    QList<LocalPrice> local = {};
    QList<int> channels = {}; ///< 1 direct, 2 online, 3 post; empty = all
    FeeValidity validity = {};
    std::optional<Condition> when = {}; ///< none: always
    QList<FeeReduction> reductions = {}; ///< of those that hold the greatest counts
    QString basis = {}; ///< the instrument that sets the price
    QString mark = {};

    friend bool operator==(const FeeRule &, const FeeRule &) = default;
};

} // namespace motcua

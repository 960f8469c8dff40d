// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Money.h"
#include "models/base/Result.h"
#include "models/fee/FeeRule.h"

#include <QJsonObject>
#include <QList>

namespace motcua {

class FormDraft;

/** One step of how a line came about, for the officer to read out. */
struct FeeStep
{
    enum class Kind {
        Tier, ///< `count` units at `price` make `amount`
        Cap, ///< more than `price` is not taken for one
        Reduction, ///< `count` percent off `price` leave `amount`, because of `text`
    };

    Kind kind = Kind::Tier;
    qint64 count = 0;
    Money price = {};
    Money amount = {};
    QString text = {}; ///< Tier: what is counted; Reduction: why

    friend bool operator==(const FeeStep &, const FeeStep &) = default;
};

/** One line of what is to be paid, with the working shown. */
struct FeeLine
{
    QString id = {};
    QString text = {};
    Money unitPrice = {}; ///< after tiers, cap and reduction
    qint64 quantity = 0;
    Money amount = {};
    QString mark = {}; ///< certainty of the price
    QString unit = {};
    bool isCounted = true; ///< false: the form does not say yet how many, or says what cannot be; the amount is 0
    bool isKnown = true; ///< false: the province sets the price and has not told it; the amount is 0
    QList<FeeStep> steps = {}; ///< how the unit price was found; empty when it is fixed

    friend bool operator==(const FeeLine &, const FeeLine &) = default;
};

/** What a dossier costs, line by line: computed once from the edition's rules and kept with the dossier. */
struct Assessment
{
    QList<FeeLine> lines = {};

    /**
     * The lines that `rules` give for the answers in `draft`, received on `day` through `channel` (1 direct, 2 online, 3 post).
     *
     * A quantity that is not answered yet, is no number, or makes more than a thousand million million đồng is not counted: the line
     * stands with amount 0, and the assessment is not complete. A price after a
     * reduction is rounded to whole đồng, half a đồng upwards.
     */
    [[nodiscard]] static Assessment of(const QList<FeeRule> &rules, const FormDraft &draft, QDate day, int channel = 1);

    [[nodiscard]] Money total() const;

    /** False when some price is not known, or what it is multiplied with. */
    [[nodiscard]] bool isComplete() const;

    /** {"lines": [{id, text, unitPrice, quantity, amount, mark, unit, unknown, uncounted, steps}], "total": đồng}; members that say nothing are left out. */
    [[nodiscard]] QJsonObject toJson() const;

    /** EntryMalformed when an amount is not unitPrice × quantity or the total not their sum. */
    [[nodiscard]] static Result<Assessment> fromJson(const QJsonObject &json);

    friend bool operator==(const Assessment &, const Assessment &) = default;
};

} // namespace motcua

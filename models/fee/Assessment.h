// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Money.h"
#include "models/base/Result.h"
#include "models/fee/FeeRule.h"

#include <QJsonObject>
#include <QList>

namespace motcua {

class FormDraft;

/** One line of what is to be paid, with the working shown. */
struct FeeLine
{
    QString id = {};
    QString text = {};
    Money unitPrice = {};
    qint64 quantity = 0;
    Money amount = {};
    QString mark = {}; ///< certainty of the price

    friend bool operator==(const FeeLine &, const FeeLine &) = default;
};

/** What a dossier costs, line by line: computed once from the edition's rules and kept with the dossier. */
struct Assessment
{
    QList<FeeLine> lines = {};

    /**
     * The lines that `rules` give for the answers in `draft`, through `channel` (1 direct, 2 online, 3 post).
     *
     * A quantity that is not answered yet, or is no number, counts as nothing: the line stands with amount 0.
     */
    [[nodiscard]] static Assessment of(const QList<FeeRule> &rules, const FormDraft &draft, int channel = 1);

    [[nodiscard]] Money total() const;

    /** {"lines": [{id, text, unitPrice, quantity, amount, mark}], "total": đồng}. */
    [[nodiscard]] QJsonObject toJson() const;

    /** EntryMalformed when an amount is not unitPrice × quantity or the total not their sum. */
    [[nodiscard]] static Result<Assessment> fromJson(const QJsonObject &json);

    friend bool operator==(const Assessment &, const Assessment &) = default;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/catalogue/CodeGrammar.h"

#include <QDate>
#include <QList>
#include <QString>

namespace motcua {

/** The number under which the nation follows one dossier: receiving unit, day of receipt, sequence of that day. Never reused. */
struct DossierCode
{
    QString unit = {};
    QDate date = {};
    int sequence = 0;
    int sequenceDigits = 4;

    /**
     * The code of that number of that day.
     *
     * Invalid when the unit does not fit the grammar or the date lies outside 2000–2099; NumbersExhausted past the last number.
     */
    [[nodiscard]] static Result<DossierCode> compose(const CodeGrammar &grammar, const QString &unit, QDate date, int sequence);

    /** The code written in `text` (letters in either case, as typedCode() takes it) by the first grammar that takes it; else Invalid. */
    [[nodiscard]] static Result<DossierCode> parse(const QList<CodeGrammar> &grammars, const QString &text);

    /** "H26.1.13-261123-0301". */
    [[nodiscard]] QString toString() const;

    friend bool operator==(const DossierCode &, const DossierCode &) = default;
};

/** The part of each day's sequence that belongs to one desk for good, so that no desk ever asks another for a number. */
struct StandingRange
{
    int first = 1;
    int last = 9999;

    /** The whole sequence, for a unit with a single desk. */
    [[nodiscard]] static StandingRange whole(int maxSequence = 9999) { return {1, maxSequence}; }

    /** Desk 3 of width 100 owns 301–399, so a code shows its desk; Invalid when it does not fit under `maxSequence`. */
    [[nodiscard]] static Result<StandingRange> ofDesk(int desk, int width = 100, int maxSequence = 9999);

    [[nodiscard]] bool contains(int sequence) const { return sequence >= first && sequence <= last; }

    /** The number after `usedMax`, the highest drawn from this range on that day (0 = none yet); NumbersExhausted past the end. */
    [[nodiscard]] Result<int> next(int usedMax) const;

    /** RangeOverlap when two of the ranges share a number, Invalid when one is empty or starts below 1. */
    [[nodiscard]] static Result<> disjoint(QList<StandingRange> ranges);

    friend bool operator==(const StandingRange &, const StandingRange &) = default;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/form/FormSchema.h"
#include "models/scan/PageText.h"

#include <QDate>

namespace motcua {

/** What a paper seems to answer to a field of a form: for the officer to accept or not, never put anywhere by itself. */
struct FieldSuggestion
{
    /**
     * What is less sure is not suggested. Measured on 27 drawn pages of 451 words of 8 to 12 points, most of them blurred or noisy: 99 of 100 words that were read right
     * reach it, and of a thousand that reach it 4 are wrong, most of these for a missing space. Higher, right ones go faster than wrong ones.
     */
    static constexpr int LeastConfidence = 80;
    static constexpr int MostOfField = 2;

    QString path = {}; ///< of a section that repeats, in its first row
    QString value = {}; ///< in the normal form of the field, which takes it
    int confidence = 0; ///< LeastConfidence to 100: that of the least certain word of it, less what its label had to be bent
    int page = 0; ///< from 0, as the pages were given
    QList<int> words = {}; ///< of PageText::words, from which the value was read; in reading order

    friend bool operator==(const FieldSuggestion &, const FieldSuggestion &) = default;
};

/**
 * What the pages of a paper seem to say to the form, in the order of its fields and of each the surer first, no value twice.
 *
 * A label of the form that stands on the paper (but for marks, case, signs and spaces, with a wrong letter in eight, or in another usual wording: "Họ và tên", "Ngày sinh") and
 * behind it, or below it, what the field's type takes and violation() finds nothing wrong with: a name, a day, a number, one of its options. Text that may be anything,
 * such as an address, is not suggested, since nobody can tell where it ends. Where the paper goes on with words nobody expected, nothing is: no guess. Of fields that are
 * called alike the one is meant in whose section the last label before it was asked alone ("Họ, chữ đệm, tên người mẹ", and then "Năm sinh"); where none was, each of them
 * may be. Fields that follow from others, and ticks, have none; which fields are asked now, the caller knows. `today` is the day of receipt.
 */
[[nodiscard]] QList<FieldSuggestion> fieldSuggestions(const QList<PageText> &pages, const FormSchema &form, QDate today);

} // namespace motcua

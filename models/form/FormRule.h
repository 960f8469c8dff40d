// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/form/Condition.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace motcua {

/** The word that stands for the day of receipt where a rule names a date. */
inline const QString ReceiptDay = QStringLiteral("receipt");

/**
 * Something that must be true across several answers, from a small total vocabulary.
 *
 * A rule says nothing as long as an answer it needs is not given; of dates told in part only what is certain counts. When it
 * names fields of one repeated section, it is held against each row.
 */
struct FormRule
{
    enum class Kind {
        Order, ///< fields[0] before fields[1] (either may be ReceiptDay); `orSame`: or on the same day
        Differs, ///< the answers of `fields` are pairwise different: names as sameName() compares them, others by their letters
        Same, ///< the answers of `fields` are one and the same, compared likewise
        Age, ///< who was born on fields[0] is from `least` to `most` years old on fields[1] (field or ReceiptDay)
        Days, ///< fields[1] is from `least` to `most` days after fields[0]; a time that ends on a rest day ends on the next working day
        Sum, ///< the sum of `fields` lies from `least` to `most`, and equals `total` if that is named
        Rows, ///< from `least` to `most` rows of the section fields[0] in which fields[1] is one of `anyOf`
        AnyGiven, ///< at least `least` (default 1) of `fields` are given
        Never, ///< what `when` says is never so; fields[0] is where it is seen to
        PersonalNumber, ///< the number in fields[0] agrees with the birth in fields[1] and the sex in fields[2]; only ever warns
    };

    QString id = {};
    Kind kind = Kind::Order;
    QStringList fields = {};
    QString at = {}; ///< the field the officer is led to; one of `fields`
    std::optional<Condition> when = {};
    bool orSame = false;
    std::optional<qint64> least = {};
    std::optional<qint64> most = {};
    QString total = {};
    QStringList anyOf = {};
    QMap<QString, QString> sexes = {}; ///< PersonalNumber: answer of fields[2] → "male" or "female"
    bool warns = false; ///< shown and asked about, but it never refuses
    QString message = {}; ///< Vietnamese: what is wrong and what to do
    QString messageEn = {};
    QString basis = {};
    QString mark = {};

    friend bool operator==(const FormRule &, const FormRule &) = default;
};

} // namespace motcua

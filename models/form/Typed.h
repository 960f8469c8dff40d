// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Money.h"
#include "models/form/FormSchema.h"

#include <QDate>

#include <optional>

namespace motcua {

/**
 * What was typed, in the normal form of the field's type where it can be understood, else tidied as it stands.
 *
 * Nothing typed is lost and nothing is guessed: what stays wrong is named by violation(). Dates are read as 5/3/41, 050341,
 * 05031941, 5-3-1941 or 1941-03-05; a year of two digits is the latest such year that does not put the date after `today`.
 * Amounts are read as 8000, 8.000, 8,000 đ, 500k, 1,5tr, "2 triệu" or "3 tỷ"; a category is read by its code or its label.
 */
[[nodiscard]] QString normalised(const Field &field, const QString &typed, QDate today);

/** What was typed as an amount, read as above; none when it is no amount. */
[[nodiscard]] std::optional<Money> typedMoney(const QString &typed);

/** Every given answer of `draft` in normal form. */
[[nodiscard]] FormDraft normalised(const FormSchema &schema, const FormDraft &draft, QDate today);

/** A stored normal form as the officer reads and edits it: 05/03/1941, 03/1941, 1941, 1.500.000; other types as they are. */
[[nodiscard]] QString edited(FieldType type, const QString &stored);

/** A stored normal form as it is read and printed: as edited(), and the labels of options and categories instead of their codes. */
[[nodiscard]] QString shown(const Field &field, const QString &stored);

} // namespace motcua

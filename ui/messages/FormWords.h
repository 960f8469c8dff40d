// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/form/FormSchema.h"

#include <QString>

namespace motcua {

/** What a row of a repeated section is called, the number last: "Trẻ 2". */
[[nodiscard]] QString rowName(const FormSection &section, int row);

/** The same within a sentence: "trẻ 2"; without a number, the row as such: "trẻ". */
[[nodiscard]] QString rowWords(const FormSection &section, int row = 0);

/** What an answer is called: the label of its field, in a row after the name of the row; for a section its title. `path` where the form knows neither. */
[[nodiscard]] QString answerName(const FormSchema &form, const QString &path);

/** The label of the option or reason with this code; empty when there is none. */
[[nodiscard]] QString optionName(const QList<FieldOption> &options, const QString &code);

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/form/FormSheet.h"

namespace motcua {

/** The answer of the computed field at `place` in `row` in its normal form; empty when what it needs is not there. Internal to models/form. */
[[nodiscard]] QString computedText(const FormPlan &plan, const FormSheet &sheet, int place, int row, QDate today);

} // namespace motcua

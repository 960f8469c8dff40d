// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/form/FormSheet.h"
#include "models/form/Validation.h"

namespace motcua {

/** Adds to `wrong` what `rule` finds, row by row where it speaks of rows. Internal to models/form. */
void judgeRule(const FormPlan::Rule &rule, const FormPlan &plan, const FormSheet &sheet, QDate today, QList<Violation> &wrong);

} // namespace motcua

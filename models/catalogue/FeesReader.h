// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/JsonMembers.h"
#include "models/fee/FeeRule.h"
#include "models/form/FormSchema.h"

#include <QHash>

namespace motcua {

/** What provinces have set, by procedure and fee ("1.001193/late"). */
using LocalFees = QHash<QString, QList<LocalPrice>>;

/** Adds the prices in a motcua.fees/1 file to `fees`; what is wrong with it is in the file's errors. */
void readLocalFees(JsonFile &file, LocalFees &fees);

/** The fee at `node` of the procedure `code`; `earlier` are those already read of the same edition. */
[[nodiscard]] FeeRule readFee(
    const JsonNode &node, const QString &code, const FormSchema &form, const QList<FeeRule> &earlier, const LocalFees &local);

} // namespace motcua

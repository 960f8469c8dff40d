// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/Store.h"
#include "models/base/PaperSize.h"

#include <optional>

namespace motcua {

// On which paper the slips of one store are printed: what lies in its printer need not be what a form asks for.

/** None: each form on the paper it names. Blocks on the store: call it off the GUI thread. */
[[nodiscard]] std::optional<PaperSize> slipPaper(const storage::Store &store);

/** The same from now on; a form that has no such sheet stays on its own. Blocks as well. Errors: those of Store::keepSetting. */
[[nodiscard]] Result<> keepSlipPaper(const storage::Store &store, std::optional<PaperSize> paper);

/** "A4" or "A5"; none for anything else. */
[[nodiscard]] std::optional<PaperSize> paperNamed(const QString &name);
[[nodiscard]] QString paperName(PaperSize paper);

} // namespace motcua

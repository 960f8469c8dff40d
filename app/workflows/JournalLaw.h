// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/StoreOptions.h"
#include "app/workflows/Lawbook.h"

namespace motcua {

/** What of the law a journal is folded and judged by. */
[[nodiscard]] storage::JournalRules journalRules(const Lawbook &law);

} // namespace motcua

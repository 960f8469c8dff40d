// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/StoreOptions.h"
#include "app/workflows/Lawbook.h"
#include "models/journal/SharePolicy.h"

namespace motcua {

/** What of the law a journal is folded and judged by. */
[[nodiscard]] storage::JournalRules journalRules(const Lawbook &law);

/** What peers are given of each kind of entry, as the folder of the law's files says. Errors: FileUnreadable, CatalogueSchema. */
[[nodiscard]] Result<journal::SharePolicy> sharePolicyIn(const QString &resources);

} // namespace motcua

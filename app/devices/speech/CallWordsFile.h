// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ticket/CallWords.h"

namespace motcua {

/** What a motcua.voice/1 file at `path` says; the first mistake in it. Errors: FileUnreadable, CatalogueSyntax, CatalogueSchema. */
[[nodiscard]] Result<CallWords> callWordsIn(const QString &path);

} // namespace motcua

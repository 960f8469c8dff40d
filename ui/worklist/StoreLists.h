// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/Workplace.h"
#include "ui/itemmodels/WorklistSource.h"

namespace motcua {

/** The lists and the search of a store as the worklist page takes them; nothing here waits for the disk. */
namespace storelists {

/** A search shows the newest answers, two screens of them: nobody reads on, they type another letter. */
inline constexpr int MostFound = 50;

[[nodiscard]] WorklistSource open(const storage::Store &store);
[[nodiscard]] WorklistSource all(const storage::Store &store);
[[nodiscard]] WorklistSource inConflict(const storage::Store &store);

/** The forms this person began here and has not filed; the last touched first. */
[[nodiscard]] WorklistSource drafts(const Workplace &place);

[[nodiscard]] WorklistSource found(const storage::Store &store, const QString &text);

} // namespace storelists

} // namespace motcua

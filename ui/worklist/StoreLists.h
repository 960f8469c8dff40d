// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/Workplace.h"
#include "ui/itemmodels/WorklistSource.h"

namespace motcua {

namespace storage {
struct DossierSummary;
struct WorklistPage;
}

/** The lists and the search of a store as the worklist page takes them; nothing here waits for the disk. */
namespace storelists {

/** A search shows the newest answers, two screens of them: nobody reads on, they type another letter. */
inline constexpr int MostFound = 50;

/** What the store tells of dossiers, as lines of a list. */
[[nodiscard]] QList<WorklistRow> rows(const QList<storage::DossierSummary> &summaries);

/** A list as the query names it; what it says of a page is left out of account. */
[[nodiscard]] WorklistSource listed(const storage::Store &store, const storage::WorklistPage &query);

[[nodiscard]] WorklistSource open(const storage::Store &store);
[[nodiscard]] WorklistSource all(const storage::Store &store);

/** The forms this person began here and has not filed; the last touched first. */
[[nodiscard]] WorklistSource drafts(const Workplace &place);

[[nodiscard]] WorklistSource found(const storage::Store &store, const QString &text);

} // namespace storelists

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/calendar/WorkingCalendar.h"
#include "models/dossier/Dossier.h"

namespace motcua {

/** What a file of the result is filed under, among the papers of its dossier. No paper of a procedure is called so. */
inline const QString ResultPaper = QStringLiteral("result");

/** A paper that lay at the counter and has no file. */
struct UnscannedPaper
{
    QString id = {};
    QString name = {};
    qint64 sinceMs = 0; ///< when it was received, milliseconds since 1970-01-01 UTC; 0 when unknown

    friend bool operator==(const UnscannedPaper &, const UnscannedPaper &) = default;
};

/** Those of the acceptance that were met, but for what a database answered instead of a paper; then those of supplements that arrived. */
[[nodiscard]] QList<UnscannedPaper> unscannedPapers(const Dossier &dossier);

/** By when the first of them is to be scanned (scanDue()), milliseconds since 1970-01-01 UTC; 0 without one, or when the calendar does not say. */
[[nodiscard]] qint64 scanDueMs(const QList<UnscannedPaper> &papers, const WorkingCalendar &calendar);

/** The procedure yields a paper, which has no file yet. */
[[nodiscard]] bool wantsResultFile(const Dossier &dossier);

/**
 * As index 4.2 counts it: a file of at least one paper, and where the procedure yields a paper also one of the result (QĐ 766/QĐ-TTg, published formula). What is only
 * to be done does not count.
 */
[[nodiscard]] bool isDigitised(const Dossier &dossier);

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/itemmodels/WorklistSource.h"

#include <QDateTime>

namespace motcua {

class WorkingCalendar;

/** What a list says of a dossier; all of it can be read without its colours. */
namespace worklistwords {

enum class Tone { Plain, Today, Over };

/** "…1123-0301": month, day and number; the whole code where it is not written like that. */
[[nodiscard]] QString shortCode(const QString &code);

/** "▲ 1 day over", "● 16:30", "○ Wed 25/11"; "✔ Wed 25/11" once it is settled, "—" without a promise. */
[[nodiscard]] QString due(const WorklistRow &row, const QDateTime &now);
[[nodiscard]] Tone dueTone(const WorklistRow &row, const QDateTime &now);

[[nodiscard]] QString status(const WorklistRow &row);

/** Where it lies, as far as this machine can know: at a desk, with another unit, with the citizen. */
[[nodiscard]] QString where(const WorklistRow &row);

/** "RN123456785VN ⇄": the envelope it came in, and a sign where the answer goes back by post; empty for what did not come so. */
[[nodiscard]] QString envelope(const WorklistRow &row);

/** By when its papers are to be scanned, in the words and shapes of due(). */
[[nodiscard]] QString scanDue(const WorklistRow &row, const QDateTime &now);
[[nodiscard]] Tone scanTone(const WorklistRow &row, const QDateTime &now);

/** The marked row in one line: its whole code, receipt, promise, how many working days it is over, where it is, which papers are to be scanned. */
[[nodiscard]] QString line(const WorklistRow &row, const QDateTime &now, const WorkingCalendar &calendar);

} // namespace worklistwords

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/Entry.h"
#include "ui/worklist/DossierSheet.h"

#include <QMap>

namespace motcua {

/**
 * What happened to a dossier, oldest first, as a person reads it; `names` are those of everybody who was ever admitted here. `form` names the
 * answers that were put right; null: they go by their ids.
 */
[[nodiscard]] QList<HistoryLine> historyLines(
    const QList<journal::Entry> &entries, const QMap<Id, QString> &names, const FormSchema *form = nullptr);

/** "H26.31.05/3" → "Desk 03"; whatever is not written so stays as it is. */
[[nodiscard]] QString shownDesk(const QByteArray &desk);

} // namespace motcua

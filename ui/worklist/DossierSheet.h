// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/Dossier.h"
#include "models/form/FormSchema.h"

#include <QDateTime>

namespace motcua {

/** One line of a dossier's history, as the journal tells it. */
struct HistoryLine
{
    QDateTime at = {};
    QByteArray kind = {}; ///< of the journal entry
    QString person = {}; ///< empty for a device
    QString desk = {};
    QString note = {}; ///< what the kind alone does not say: a new status, a reason
};

/** One answer of a dossier as it is read. */
struct SheetLine
{
    QString label = {};
    QString value = {};
    bool isTitle = false; ///< of a block
    bool inConflict = false;

    friend bool operator==(const SheetLine &, const SheetLine &) = default;
};

/** A dossier as the read-only page shows it. */
struct DossierSheet
{
    QString code = {};
    QString procedure = {};
    QString status = {};
    QString promise = {};
    QList<SheetLine> promised = {}; ///< why it is that day: what was promised before, what was settled on at the counter; how it came, and what the portal calls it
    QStringList warnings = {}; ///< sent back by the portal, contradiction, purged, from a newer program, incomplete
    QList<SheetLine> lines = {};
    QList<HistoryLine> history = {};
};

/** The sheet of `dossier`; `form` is that of the edition it pins, null when that edition is not here: then fields go by their ids. */
[[nodiscard]] DossierSheet dossierSheet(const Dossier &dossier, const FormSchema *form, const QDateTime &now);

} // namespace motcua

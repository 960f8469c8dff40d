// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/documents/SlipValues.h"
#include "app/workflows/Workplace.h"

#include <QByteArray>

namespace motcua {

/** A slip that was rendered, sealed beside the store and written into the journal; what the printer gets. */
struct IssuedSlip
{
    QString form = {};
    Id sheet = {};
    QByteArray pdf = {};
    PaperSize paper = PaperSize::A5;
    QString attachment = {};
    bool isOriginal = false;
    Dossier dossier = {}; ///< as it stands with this sheet in its list
};

/** The values form 01 shows of a dossier as it was committed; never of a draft, so paper and journal cannot differ. */
[[nodiscard]] SlipValues slipValues(const Dossier &dossier, const Workplace &place);

/**
 * Renders form 01 of `dossier`, seals the file and records it: the original if no sheet of this version was issued, else the next copy.
 *
 * Blocks on rendering and disk: call it off the GUI thread. Errors: EditionMissing, RenderFailed, DiskFull, those of Store::record.
 */
[[nodiscard]] Result<IssuedSlip> issueReceipt(const Workplace &place, const Dossier &dossier);

} // namespace motcua

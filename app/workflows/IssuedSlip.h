// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/documents/SlipValues.h"
#include "app/workflows/Workplace.h"

#include <QByteArray>

namespace motcua {

/** The form of the acceptance slip. */
inline const QString ReceiptForm = QStringLiteral("01");

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

/** Which sheet is to be made; whether it is the original, a copy or a replacement follows from what was issued before. */
struct SheetOrder
{
    Id sheet = {}; ///< the id it gets; null: a new one
    Id replaces = {}; ///< a spoilt sheet of the same form: an original or its replacement is replaced, a copy followed by the next copy
};

/** The values form 01 shows of a dossier as it was committed; never of a draft, so paper and journal cannot differ. */
[[nodiscard]] SlipValues slipValues(const Dossier &dossier, const Workplace &place);

/** The slip of `dossier` with this sheet id, as it was journalled; null when there is none. */
[[nodiscard]] const DossierLine *issuedSheet(const Dossier &dossier, const Id &sheet);

/** Another sheet was issued in place of `sheet`. */
[[nodiscard]] bool isReplaced(const Dossier &dossier, const Id &sheet);

/** A sheet of this form shows the dossier as it stands: the next one is a copy. After a correction the next one is an original again. */
[[nodiscard]] bool isOutAsItStands(const Dossier &dossier, const QString &form);

[[nodiscard]] bool isCopy(const DossierLine &slip);

/**
 * Renders form 01 of `dossier`, seals the file and records it: the original if no sheet was issued, else the next copy or a replacement.
 *
 * Blocks on rendering and disk: call it off the GUI thread. Errors: EditionMissing, RenderFailed, DiskFull, those of Store::record.
 */
[[nodiscard]] Result<IssuedSlip> issueReceipt(const Workplace &place, const Dossier &dossier, const SheetOrder &order = {});

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/documents/SlipDocument.h"
#include "app/workflows/Workplace.h"
#include "models/dossier/SlipKind.h"

#include <QByteArray>

namespace motcua {

/** A slip that was rendered, sealed beside the store and written into the journal; what the printer gets. */
struct IssuedSlip
{
    SlipKind kind = SlipKind::Receipt;
    QString form = {}; ///< as the journal names it
    Id sheet = {};
    QByteArray pdf = {};
    FilledSlip filled = {}; ///< what the file was made of
    PaperSize paper = PaperSize::A5;
    QString attachment = {};
    bool isOriginal = false;
    Dossier dossier = {}; ///< as it stands with this sheet in its list
};

/** Which sheet is to be made; whether it is the original, a copy or a replacement follows from what was issued before. */
struct SheetOrder
{
    Id sheet = {}; ///< the id it gets; null: a new one
    Id replaces = {}; ///< a spoilt or withdrawn sheet of the same form: an original or its replacement is replaced, a copy followed by the next copy
    SlipKind kind = SlipKind::Receipt;
};

/** The values form 01 shows of a dossier as it was committed; never of a draft, so paper and journal cannot differ. */
[[nodiscard]] SlipValues slipValues(const Dossier &dossier, const Workplace &place);

/** The same of any form, which tells of the last step that hands it out; NotFound when there was none. */
[[nodiscard]] Result<SlipValues> slipValues(const Dossier &dossier, const Workplace &place, SlipKind kind);

/**
 * The edition of the form of this kind in force when what it tells happened, on the paper the store prints on; EditionMissing.
 *
 * `large`: the one in large print, where there is one. Blocks on the store: call it off the GUI thread.
 */
[[nodiscard]] Result<SlipTemplate> slipForm(const Workplace &place, SlipKind kind, const QDateTime &moment, bool large = false);

/** Whether whoever is given it asked for large print, when the dossier was received. */
[[nodiscard]] bool wantsLargePrint(const Dossier &dossier);

/** The edition of that form as it was shipped; empty when there is none. What it is called can be asked anywhere. */
[[nodiscard]] Result<SlipTemplate> slipEdition(const Lawbook &law, SlipKind kind, const QDateTime &moment);

/** When what a sheet of this kind tells of `dossier` happened; invalid when nothing it tells of did. */
[[nodiscard]] QDateTime slipMoment(const Dossier &dossier, const Lawbook &law, SlipKind kind);

/** The slip of `dossier` with this sheet id, as it was journalled; null when there is none. */
[[nodiscard]] const DossierLine *issuedSheet(const Dossier &dossier, const Id &sheet);

/**
 * The sheet of this kind that is in somebody's hand for what the next one tells of: the last that is no copy and was not replaced; null
 * when there is none.
 */
[[nodiscard]] const DossierLine *sheetInHand(const Dossier &dossier, const Lawbook &law, SlipKind kind);

/** Another sheet was issued in place of `sheet`. */
[[nodiscard]] bool isReplaced(const Dossier &dossier, const Id &sheet);

/**
 * A sheet of this kind shows the dossier as it stands: the next one is a copy. After a correction, or another step that hands the form
 * out, the next one is an original again.
 */
[[nodiscard]] bool isOutAsItStands(const Dossier &dossier, const Lawbook &law, SlipKind kind);

[[nodiscard]] bool isCopy(const DossierLine &slip);

/**
 * Renders the form of the order's kind, seals the file and records it: the original if no sheet was issued, else the next copy or a
 * replacement.
 *
 * Blocks on rendering and disk: call it off the GUI thread. Errors: NotFound (nothing happened that this form tells of), EditionMissing,
 * RenderFailed, DiskFull, those of Store::record.
 */
[[nodiscard]] Result<IssuedSlip> issueSlip(const Workplace &place, const Dossier &dossier, const SheetOrder &order = {});

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/Dossier.h"
#include "models/dossier/PaperSet.h"

namespace motcua {

/** A paper that was filed with a dossier and whose copies are named there: whoever filed it need not bring it again (NĐ 309/2026 Đ.4.2a). */
struct HeldPaper
{
    Id dossier = {};
    QString code = {}; ///< of the dossier
    QString procedureName = {}; ///< likewise
    int status = 0; ///< likewise; national number, 0 when unknown
    QString unit = {}; ///< organisation code of the unit that received it and holds it
    QString unitName = {}; ///< likewise; empty when the dossier does not say
    qint64 receivedAtMs = 0; ///< milliseconds since 1970-01-01 UTC
    QString paper = {}; ///< of the procedures' lists, which name a paper of one meaning alike
    QString name = {}; ///< as that dossier names it
    PaperKind kind = PaperKind::CitizenScan; ///< it was confirmed in
    QList<PaperFile> files = {}; ///< at least one

    [[nodiscard]] int pages() const; ///< of its copies; 0 when none of them says

    friend bool operator==(const HeldPaper &, const HeldPaper &) = default;
};

/**
 * The papers of an accepted dossier that were met or came with a supplement, and have a file; none once the acceptance was taken back, or the dossier is
 * purged. Those of one that was refused or withdrawn later are among them: the paper is no worse for it.
 */
[[nodiscard]] QList<HeldPaper> heldPapers(const Dossier &dossier);

/** At least one paper of it was filed before, as index 4.3 counts it; or this one was. */
[[nodiscard]] bool reusesPaper(const Dossier &dossier, const QString &paper = {});

/** How a personal number, or an organisation's, is compared: letters and digits alone, in capitals. */
[[nodiscard]] QString numberKey(const QString &number);

/** The numbers for which papers filed before may be used for a dossier: of whom it concerns, and of who submits it. */
[[nodiscard]] QStringList numbersFor(const QMap<QString, QString> &roles, const FormDraft &answers);

/**
 * Whether it may stand for this paper of a procedure: one of the same meaning, in a kind that does there. No declaration, which is signed for one dossier, and
 * nothing that shows who somebody is: a copy of a card says nothing of who stands here today.
 */
[[nodiscard]] bool fits(const HeldPaper &held, const RequiredPaper &required);

/** `paper` met by what was filed before; what it has already stays with it. */
[[nodiscard]] Paper usedAgain(Paper paper, const HeldPaper &held, const QString &note);

/** `paper` without what was used again for it; nobody has seen it any more where nothing else lies with it. */
[[nodiscard]] Paper givenBack(Paper paper);

[[nodiscard]] bool isUsedAgain(const Paper &paper);

/** Whether `source` still holds this attachment for somebody whom `dossier` is about. */
[[nodiscard]] bool isHeldFor(const Dossier &dossier, const Dossier &source, const QString &attachment);

} // namespace motcua

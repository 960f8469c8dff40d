// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/TakenFile.h"
#include "app/workflows/Workplace.h"
#include "models/dossier/Dossier.h"
#include "models/dossier/PaperSet.h"

#include <QObject>

namespace motcua {

/** Files that come for a paper of a dossier which was accepted before: taken in, and recorded all at once. */
class AddFiles : public QObject
{
    Q_OBJECT

public:
    explicit AddFiles(Workplace place, QObject *parent = nullptr);

    /** `visit`: whose turn it is, null for nobody's. Answered by added(), or by refused() when nothing was recorded. */
    void add(const Dossier &dossier, const QString &paper, const QStringList &paths, const Id &visit);

Q_SIGNALS:
    /** Those that were taken are recorded; of the others each says why not. */
    void added(const motcua::Id &dossier, const QString &paper, const QList<motcua::FileOutcome> &outcomes);
    void refused(const motcua::Error &error);

private:
    void record(const Dossier &now, const QString &paper, const QList<TakenFile> &files, const Id &visit);

    Workplace m_place;
    MediaThreads m_media;
    PdfLook m_pdf;
};

/** The paper of an accepted dossier that has a file of this SHA-256 (hex), by its id; empty when there is none. */
[[nodiscard]] QString paperWithFile(const Dossier &dossier, const QString &digest);

/**
 * Each file of these papers as an act of its own: a reader of the journal finds them without the list, and more may follow in the same way. `purpose` is what
 * those are used again for that were filed before: their bytes lie there already, and are named once more.
 */
[[nodiscard]] QList<Act> fileActs(const Workplace &place, const Id &dossier, const PaperSet &papers, const Id &visit, const QString &purpose);

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/FileDossier.h"

#include "app/storage/Await.h"

#include <algorithm>

// FileDossier and the files that are brought for its papers.
namespace motcua {

namespace {

/** The name of the paper that has a file of this digest; empty when there is none. */
QString paperWith(const QString &digest, PaperSet papers, const Paper &changing)
{
    papers.set(changing);
    const QList<Paper> &all = papers.papers();
    const auto found = std::find_if(all.cbegin(), all.cend(), [&digest](const Paper &paper) {
        return std::any_of(paper.files.cbegin(), paper.files.cend(), [&digest](const PaperFile &file) { return file.digest == digest; });
    });
    return found == all.cend() ? QString() : found->name;
}

} // namespace

void FileDossier::takeIn(const QString &paper, const QStringList &paths)
{
    if (m_step != Step::Filling || m_turningAway || paths.isEmpty()) {
        return;
    }
    ++m_takingIn[m_id];
    await(this, takeInFiles(m_media, m_pdf, m_place, paths), [this, dossier = m_id, paper](const QList<TakenFile> &files) {
        if (--m_takingIn[dossier] == 0) {
            m_takingIn.remove(dossier);
        }
        // Meanwhile another dossier may be open, or this one turned out to be for a procedure that asks for no such paper.
        if (m_step == Step::Filling && m_id == dossier && m_procedure->paper(paper)) {
            addFiles(paper, files);
        } else {
            Q_EMIT filesLate(static_cast<int>(files.size()));
        }
    });
}

void FileDossier::addFiles(const QString &id, const QList<TakenFile> &files)
{
    QList<FileOutcome> outcomes;
    Paper paper = m_papers.paper(id);
    paper.name = m_procedure->paper(id)->name;
    for (const TakenFile &taken : files) {
        FileOutcome outcome{taken.name, {}, {}};
        if (!taken.file) {
            outcome.error = taken.file.error();
        } else if (const QString beside = paperWith(taken.file->digest, m_papers, paper); !beside.isEmpty()) {
            outcome.alreadyWith = beside;
        } else {
            paper.files.append(*taken.file);
            outcome.isCleaned = taken.isCleaned;
        }
        outcomes.append(outcome);
    }
    look(paper);
    Q_EMIT filesTaken(id, outcomes);
}

} // namespace motcua

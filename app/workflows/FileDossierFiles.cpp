// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/FileDossier.h"

#include "app/workflows/Await.h"

#include <QtConcurrent/QtConcurrentRun>

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
    ++m_takingIn;
    const Id dossier = m_id;
    const QFuture<QList<TakenFile>> taken = QtConcurrent::run([place = m_place, paths] {
        QList<TakenFile> files;
        for (const QString &path : paths) {
            files.append(takeInFile(place, path));
        }
        return files;
    });
    await(this, taken, [this, dossier, paper](const QList<TakenFile> &files) {
        --m_takingIn;
        if (m_step == Step::Filling && m_id == dossier) {
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
    if (const RequiredPaper *required = m_procedure->paper(id)) {
        paper.name = required->name;
    }
    for (const TakenFile &taken : files) {
        FileOutcome outcome{taken.name, {}, {}};
        if (!taken.file) {
            outcome.error = taken.file.error();
        } else if (const QString beside = paperWith(taken.file->digest, m_papers, paper); !beside.isEmpty()) {
            outcome.alreadyWith = beside;
        } else {
            paper.files.append(*taken.file);
        }
        outcomes.append(outcome);
    }
    look(paper);
    Q_EMIT filesTaken(id, outcomes);
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/FileDossier.h"

#include "app/workflows/Await.h"

#include <QJsonDocument>
#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>

// FileDossier and the files that are brought for its papers.
namespace motcua {

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
        } else if (const QString beside = paperWith(taken.file->digest, paper); !beside.isEmpty()) {
            outcome.alreadyWith = beside;
        } else {
            paper.files.append(*taken.file);
        }
        outcomes.append(outcome);
    }
    look(paper);
    Q_EMIT filesTaken(id, outcomes);
}

QString FileDossier::paperWith(const QString &digest, const Paper &changing) const
{
    PaperSet papers = m_papers;
    papers.set(changing);
    const QList<Paper> &all = papers.papers();
    const auto found = std::find_if(all.cbegin(), all.cend(), [&digest](const Paper &paper) {
        return std::any_of(paper.files.cbegin(), paper.files.cend(), [&digest](const PaperFile &file) { return file.digest == digest; });
    });
    return found == all.cend() ? QString() : found->name;
}

// Each file of its own: a reader of the journal finds them without the paper's list, and more may follow later in the same way.
QList<Act> FileDossier::fileActs(const Id &dossier, const PaperSet &papers) const
{
    QList<Act> acts;
    for (const Paper &paper : papers.papers()) {
        for (const PaperFile &file : paper.files) {
            acts.append(m_place.act(dossier, AddPaper{.paper = paper.id, .attachment = file.attachment, .details = file.details()}, m_visit));
        }
    }
    return acts;
}

PaperSet FileDossier::papersOf(const storage::Draft &draft)
{
    const Result<PaperSet> papers = PaperSet::fromJson(QJsonDocument::fromJson(draft.form).object().value(u"papers").toArray());
    return papers ? *papers : PaperSet();
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/AddFiles.h"

#include "app/storage/Await.h"
#include "app/storage/DossierQueries.h"

#include <QJsonArray>

#include <utility>

namespace motcua {

namespace {

QString nameOf(const Dossier &dossier, const QString &paper)
{
    const QJsonArray papers = dossier.acceptance.value(u"papers").toArray();
    for (const QJsonValue &one : papers) {
        if (one[u"id"].toString() == paper) {
            return one[u"name"].toString();
        }
    }
    return paper;
}

} // namespace

QString paperWithFile(const Dossier &dossier, const QString &digest)
{
    for (const DossierLine &line : dossier.papers) {
        if (line.what.value(u"details")[u"sha256"].toString() == digest) {
            return line.what.value(u"paper").toString();
        }
    }
    return {};
}

QList<Act> fileActs(const Workplace &place, const Id &dossier, const PaperSet &papers, const Id &visit, const QString &purpose)
{
    QList<Act> acts;
    for (const Paper &paper : papers.papers()) {
        for (PaperFile file : paper.files) {
            if (file.reuse) {
                file.reuse->purpose = purpose;
            }
            acts.append(place.act(dossier, AddPaper{.paper = paper.id, .attachment = file.attachment, .details = file.details()}, visit));
        }
    }
    return acts;
}

AddFiles::AddFiles(Workplace place, QObject *parent)
    : QObject(parent)
    , m_place(std::move(place))
{
}

void AddFiles::add(const Dossier &dossier, const QString &paper, const QStringList &paths, const Id &visit)
{
    await(this, takeInFiles(m_media, m_pdf, m_place, paths), [this, id = dossier.id, paper, visit](const QList<TakenFile> &files) {
        // As it is by now: the same file may have come in another way meanwhile.
        await(this, m_place.store.ask(storage::DossierById{id}), [this, paper, files, visit](const Result<std::optional<Dossier>> &now) {
            if (now && *now) {
                record(**now, paper, files, visit);
            } else {
                Q_EMIT refused(now ? Error{ErrorCode::NotFound, {}} : now.error());
            }
        });
    });
}

void AddFiles::record(const Dossier &now, const QString &paper, const QList<TakenFile> &files, const Id &visit)
{
    QList<FileOutcome> outcomes;
    QList<Act> acts;
    QSet<QString> seen;
    for (const TakenFile &taken : files) {
        FileOutcome outcome{taken.name, {}, {}};
        if (!taken.file) {
            outcome.error = taken.file.error();
        } else if (const QString beside = paperWithFile(now, taken.file->digest); !beside.isEmpty() || seen.contains(taken.file->digest)) {
            outcome.alreadyWith = nameOf(now, beside.isEmpty() ? paper : beside);
        } else {
            seen.insert(taken.file->digest);
            outcome.isCleaned = taken.isCleaned;
            acts.append(m_place.act(now.id, AddPaper{.paper = paper, .attachment = taken.file->attachment, .details = taken.file->details()}, visit));
        }
        outcomes.append(outcome);
    }
    if (acts.isEmpty()) {
        Q_EMIT added(now.id, paper, outcomes);
        return;
    }
    await(this, m_place.store.recordAll(acts), [=, this, id = now.id](const Result<QList<storage::Recorded>> &recorded) {
        if (recorded) {
            Q_EMIT added(id, paper, outcomes);
        } else {
            Q_EMIT refused(recorded.error());
        }
    });
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/AddScans.h"

#include "app/storage/Await.h"
#include "app/storage/DossierQueries.h"

#include <utility>

namespace motcua {

namespace {

/** As the dossier was accepted with it; one that came later, by its id alone. */
Paper paperOf(const Dossier &dossier, const QString &id)
{
    const Result<PaperSet> papers = PaperSet::fromJson(dossier.acceptance.value(u"papers").toArray());
    Paper paper = papers ? papers->paper(id) : Paper{.id = id};
    if (paper.name.isEmpty()) {
        paper.name = id;
    }
    return paper;
}

} // namespace

AddScans::AddScans(Workplace place, QObject *parent)
    : QObject(parent)
    , m_place(std::move(place))
{
}

int AddScans::add(const Id &dossier, const QString &paper, const QList<PaperPage> &pages, const Id &visit)
{
    const Request request{++m_requests, dossier, paper, pages, visit};
    await(this, m_place.store.ask(storage::DossierById{dossier}), [this, request](const Result<std::optional<Dossier>> &found) {
        if (found && *found) {
            copy(request, **found);
        } else {
            refuse(request, found ? Error{ErrorCode::NotFound, {}} : found.error());
        }
    });
    return request.number;
}

void AddScans::copy(const Request &request, const Dossier &dossier)
{
    Paper paper = paperOf(dossier, request.paper);
    paper.pages = request.pages;
    await(this, makeCopies(m_media, m_place, {m_means.order(paper)}, m_means.whoSigns()), [this, request](const QList<MadeCopy> &made) {
        if (const MadeCopy &one = made.constFirst(); one.file) {
            record(request, one, *one.file);
        } else {
            refuse(request, one.file.error());
        }
    });
}

void AddScans::record(const Request &request, const MadeCopy &made, const PaperFile &file)
{
    const Act act = m_place.act(request.dossier, AddPaper{.paper = request.paper, .attachment = file.attachment, .details = file.details()}, request.visit);
    await(this, m_place.store.record(act), [this, request, because = made.unsignedBecause](const Result<storage::Recorded> &recorded) {
        if (recorded) {
            Q_EMIT added(request.number, request.dossier, request.paper, because);
        } else {
            refuse(request, recorded.error());
        }
    });
}

void AddScans::refuse(const Request &request, const Error &error)
{
    Q_EMIT refused(request.number, request.dossier, request.paper, error);
}

} // namespace motcua

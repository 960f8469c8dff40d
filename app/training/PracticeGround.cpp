// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/PracticeGround.h"

#include "app/hall/LocalHall.h"
#include "app/storage/DossierQueries.h"
#include "app/storage/HallQueries.h"
#include "app/training/Morning.h"
#include "models/base/VietnamTime.h"

#include <QDateTime>
#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>

namespace motcua::training {

namespace {

QDateTime now()
{
    return vietnamTime(QDateTime::currentMSecsSinceEpoch());
}

Result<std::optional<Story>> storyOf(const QString &resources, const Workplace &place, const Id &ticket)
{
    const Result<QMap<Id, QString>> people = peopleOf(place, now().date());
    if (!people) {
        return people.error();
    }
    const QString wanted = people->value(ticket);
    if (wanted.isEmpty()) {
        return std::optional<Story>();
    }
    const Result<QList<Story>> stories = storiesIn(resources);
    if (!stories) {
        return stories.error();
    }
    const auto found = std::find_if(stories->cbegin(), stories->cend(), [&wanted](const Story &one) { return one.id == wanted; });
    return found == stories->cend() ? std::optional<Story>() : std::optional<Story>(*found);
}

/** What the journal and the hall tell of the visit now. */
Result<VisitSeen> seen(const Workplace &place, const Id &ticket, const Visit &visit)
{
    VisitSeen seen{.visit = visit, .dossiers = {}, .ticket = {}, .waiting = {}, .day = now().date()};
    for (const VisitDossier &one : visit.dossiers()) {
        const Result<std::optional<Dossier>> found = place.store.ask(storage::DossierById{one.id}).result();
        if (!found) {
            return found.error();
        }
        if (*found) {
            seen.dossiers.append(**found);
        }
    }
    const Result<std::optional<Ticket>> called = place.store.ask(storage::TicketById{ticket}).result();
    const Result<storage::HallNow::Hall> hall = place.store.ask(storage::HallNow{seen.day}).result();
    if (!called || !hall) {
        return !called ? called.error() : hall.error();
    }
    seen.ticket = *called;
    seen.waiting = LocalHall::view(*hall, place.act({}, AddNote{}), LocalHall::served(place.store)).next;
    return seen;
}

} // namespace

QFuture<Result<MorningFilled>> PracticeGround::fillMorning(const Workplace &place, int tickets)
{
    return QtConcurrent::run([resources = m_resources, place, tickets]() -> Result<MorningFilled> {
        const Result<QList<Story>> stories = storiesIn(resources);
        if (!stories) {
            return stories.error();
        }
        const QDateTime at = now();
        return training::fillMorning(place, *stories, {.tickets = tickets, .seed = static_cast<quint64>(at.date().toJulianDay()), .now = at});
    });
}

QFuture<Result<std::optional<Story>>> PracticeGround::story(const Workplace &place, const Id &ticket)
{
    return QtConcurrent::run([resources = m_resources, place, ticket] { return storyOf(resources, place, ticket); });
}

QFuture<Result<std::optional<PracticeReport>>> PracticeGround::report(const Workplace &place, const Id &ticket, const Visit &visit)
{
    return QtConcurrent::run([resources = m_resources, place, ticket, visit]() -> Result<std::optional<PracticeReport>> {
        const Result<std::optional<Story>> story = storyOf(resources, place, ticket);
        if (!story || !*story) {
            return story ? Result<std::optional<PracticeReport>>(std::optional<PracticeReport>()) : story.error();
        }
        const Result<VisitSeen> told = seen(place, ticket, visit);
        if (!told) {
            return told.error();
        }
        const Result<Procedure> procedure = place.law.catalogue.procedure((*story)->procedure, told->day);
        return std::optional(PracticeReport{visit.ticket(), **story, remarks(**story, *told, procedure ? &*procedure : nullptr)});
    });
}

void PracticeGround::atDesk(const std::optional<Story> &story)
{
    if (m_desk) {
        m_desk(story);
    }
}

} // namespace motcua::training

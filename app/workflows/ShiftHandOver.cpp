// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/ShiftHandOver.h"

#include "app/storage/HallQueries.h"
#include "app/workflows/OpenDay.h"
#include "app/workflows/ServeVisit.h"
#include "models/base/VietnamTime.h"

#include <QtConcurrent>

#include <algorithm>

namespace motcua {

namespace {

using List = storage::WorklistPage::List;

Result<QList<storage::DossierSummary>> shelf(const storage::Store &store, List list)
{
    const auto page = store.ask(storage::WorklistPage{.list = list, .limit = static_cast<int>(HandOverShift::MostNamed)}).result();
    return page ? Result<QList<storage::DossierSummary>>(page->rows) : page.error();
}

QList<Id> idsOf(const QList<storage::DossierSummary> &rows)
{
    QList<Id> ids;
    for (const storage::DossierSummary &row : rows) {
        ids.append(row.id);
    }
    return ids;
}

/** On hold by `person`, the longest first. */
QList<Ticket> heldBy(const Id &person, const storage::HallNow::Hall &hall)
{
    QList<Ticket> held;
    for (const Ticket &ticket : hall.live) {
        if (ticket.state == TicketState::OnHold && ticket.now().person == person) {
            held.append(ticket);
        }
    }
    std::stable_sort(held.begin(), held.end(), [](const Ticket &a, const Ticket &b) { return a.now().fromMs < b.now().fromMs; });
    return held;
}

QStringList openDesks(const storage::HallNow::Hall &hall, const QString &own, QDate day)
{
    QStringList desks;
    for (const Shift &shift : hall.shifts) {
        if (shift.desk != own && vietnamTime(shift.openedAtMs).date() == day && !desks.contains(shift.desk)) {
            desks.append(shift.desk);
        }
    }
    desks.sort();
    return desks;
}

/** Who may sit down here besides: whether they may do everything the desk does is asked of the act itself. */
QList<Colleague> colleaguesOf(const QList<StaffMember> &staff, const Id &person)
{
    QList<Colleague> others;
    for (const StaffMember &one : staff) {
        if (one.isActive() && one.id() != person) {
            others.append({one.id(), one.name()});
        }
    }
    std::sort(others.begin(), others.end(), [](const Colleague &a, const Colleague &b) { return a.name < b.name; });
    return others;
}

} // namespace

int ShiftInHand::formCount() const
{
    int count = static_cast<int>(drafts.size());
    for (const HeldTicket &one : held) {
        count += static_cast<int>(one.forms.size());
    }
    return count;
}

QFuture<Result<ShiftInHand>> ShiftHandOver::look(qint64 nowMs, bool withShelves) const
{
    return QtConcurrent::run([place = m_place, nowMs, withShelves]() -> Result<ShiftInHand> {
        const QDate day = vietnamTime(nowMs).date();
        const Result<storage::HallNow::Hall> hall = place.store.ask(storage::HallNow{day}).result();
        const Result<QList<storage::Draft>> drafts = place.store.ask(storage::Drafts{.person = place.person}).result();
        const Result<QMap<QString, QByteArray>> parts = place.store.ask(storage::OpenParts{}).result();
        if (!hall || !drafts || !parts) {
            return !hall ? hall.error() : !drafts ? drafts.error() : parts.error();
        }
        ShiftInHand inHand;
        inHand.desks = openDesks(*hall, QString::fromUtf8(place.unit.desk()), day);
        inHand.drafts = *drafts;
        for (const Ticket &ticket : heldBy(place.person, *hall)) {
            HeldTicket one{ticket, {}};
            const std::optional<Visit> visit = ServeVisit::heldVisit(*parts, ticket.id);
            inHand.drafts.removeIf([&one, &visit](const storage::Draft &draft) {
                const QList<VisitDossier> dossiers = visit ? visit->dossiers() : QList<VisitDossier>();
                const bool isOfVisit = std::any_of(dossiers.cbegin(), dossiers.cend(), [&draft](const VisitDossier &each) { return each.id == draft.id; });
                if (isOfVisit) {
                    one.forms.append(draft);
                }
                return isOfVisit;
            });
            inHand.held.append(one);
        }
        if (!withShelves) {
            return inHand;
        }
        const Result<QList<storage::DossierSummary>> originals = shelf(place.store, List::Held);
        const Result<QList<storage::DossierSummary>> results = shelf(place.store, List::Ready);
        const Result<QList<StaffMember>> staff = place.store.ask(storage::StaffList{}).result();
        if (!originals || !results || !staff) {
            return !originals ? originals.error() : !results ? results.error() : staff.error();
        }
        inHand.originals = *originals;
        inHand.results = *results;
        inHand.colleagues = colleaguesOf(*staff, place.person);
        return inHand;
    });
}

Act ShiftHandOver::sent(const Id &ticket, const QString &desk) const
{
    return m_place.act(ticket, desk.isEmpty() ? StepTicket{.step = TicketStep::Reinsert} : StepTicket{.step = TicketStep::Transfer, .desk = desk});
}

QFuture<Result<Shift>> ShiftHandOver::handOver(const Id &to, const ShiftInHand &what, qint64 nowMs) const
{
    HandOverShift act{.to = to, .drafts = what.formCount(), .originals = idsOf(what.originals), .results = idsOf(what.results)};
    QList<Act> along;
    for (const HeldTicket &one : what.held) {
        act.tickets.append(one.ticket.number);
        along.append(m_place.act(one.ticket.id, StepTicket{.step = TicketStep::HandOver, .to = to}));
    }
    return OpenDay(m_place).handOver(act, along, nowMs);
}

} // namespace motcua

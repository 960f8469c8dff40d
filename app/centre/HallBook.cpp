// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/HallBook.h"

#include "app/hall/LocalHall.h"
#include "models/journal/Kind.h"

#include <algorithm>
#include <tuple>
#include <vector>

namespace motcua::centre {

using journal::Entry;
using journal::Kinds;

Entry HallBook::entryOf(const HallStep &step)
{
    Entry entry;
    entry.header.key = {step.ticket, static_cast<quint64>(step.version)}; // whoever wrote a place of a log had seen all before it: the order is that of the hall
    entry.header.id = step.request;
    entry.header.time = {step.atMs, 0};
    entry.header.receiptMs = step.atMs;
    entry.header.actor = step.actor;
    entry.header.desk = step.desk;
    entry.header.subject = step.ticket;
    entry.header.kind = step.isIssue ? journal::kind::TicketIssued : journal::kind::TicketStepped;
    entry.header.version = Kinds::known().find(entry.header.kind)->version;
    entry.payload = journal::Payload{{}, step.body};
    return entry;
}

const HallBook::Line &HallBook::folded(const Id &ticket, const Page &page)
{
    if (!page.isFolded) {
        page.line.ticket = Ticket::fold(ticket, page.entries);
        page.count = Ticket::countIn(page.line.ticket.number);
        page.isFolded = true;
    }
    return page.line;
}

void HallBook::take(const QList<HallStep> &steps)
{
    QSet<Id> touched;
    for (const HallStep &step : steps) {
        Page &page = m_pages[step.ticket];
        if (!page.versions.contains(step.version)) {
            page.versions.insert(step.version);
            page.entries.append(entryOf(step));
            page.line.version = std::max(page.line.version, step.version);
            page.mayWait = step.mayWait;
            page.isFolded = false;
            m_touched[step.actor.id].insert(step.ticket);
            touched.insert(step.ticket);
        }
    }
    for (const Id &id : std::as_const(touched)) {
        Page &page = m_pages[id];
        if (page.place) {
            m_waiting.erase(*page.place);
            page.place.reset();
        }
        if (!page.mayWait) {
            continue;
        }
        const Ticket &ticket = folded(id, page).ticket;
        if (ticket.isKnown() && ticket.state == TicketState::Waiting) {
            page.place = Place(ticket.rankMs(), page.count, ticket.number, id);
            m_waiting.emplace(*page.place, id);
        }
    }
}

void HallBook::clear()
{
    m_pages.clear();
    m_waiting.clear();
    m_touched.clear();
}

bool HallBook::knows(const Id &ticket, qint64 version) const
{
    const auto found = m_pages.constFind(ticket);
    return found != m_pages.cend() && found->versions.contains(version);
}

const HallBook::Line *HallBook::find(const Id &ticket) const
{
    const auto found = m_pages.constFind(ticket);
    return found == m_pages.cend() || !folded(ticket, *found).ticket.isKnown() ? nullptr : &found->line;
}

const HallBook::Line *HallBook::find(const QString &number) const
{
    const QString wanted = number.trimmed().toUpper();
    for (auto page = m_pages.cbegin(); page != m_pages.cend(); ++page) {
        if (const Line &line = folded(page.key(), *page); line.ticket.number == wanted) {
            return &line;
        }
    }
    return nullptr;
}

QList<Ticket> HallBook::next(const QString &desk, const QStringList &letters, qsizetype most) const
{
    // Somebody sent to this very desk waits for nobody else, so all who wait are looked at.
    QList<const Ticket *> sent;
    QList<const Ticket *> others;
    for (const auto &[place, id] : m_waiting) {
        const Ticket &ticket = m_pages.constFind(id)->line.ticket;
        if (!ticket.forDesk.isEmpty() && ticket.forDesk == desk) {
            sent.append(&ticket);
        } else if (others.size() < most && LocalHall::serves(ticket, desk, letters)) {
            others.append(&ticket);
        }
    }
    QList<Ticket> first;
    for (const Ticket *ticket : (sent + others).mid(0, most)) {
        first.append(*ticket);
    }
    return first;
}

std::optional<Ticket> HallBook::inHand(const Id &person) const
{
    for (const Id &id : m_touched.value(person)) {
        if (const Ticket &ticket = folded(id, *m_pages.constFind(id)).ticket; ticket.isAtDesk() && ticket.now().person == person) {
            return ticket;
        }
    }
    return std::nullopt;
}

storage::HallNow::Hall HallBook::now() const
{
    // By pointers, with what they are ordered by beside them: a ticket is much to move, and this is asked with each call.
    struct Standing
    {
        const Ticket *ticket;
        qint64 first;
        int count;
    };
    storage::HallNow::Hall hall;
    std::vector<Standing> live;
    std::vector<Standing> over;
    for (auto page = m_pages.cbegin(); page != m_pages.cend(); ++page) {
        const Ticket &ticket = folded(page.key(), *page).ticket;
        if (!ticket.isKnown()) {
            continue;
        }
        if (ticket.state == TicketState::Finished) {
            over.push_back({&ticket, -ticket.now().untilMs, 0});
        } else {
            live.push_back({&ticket, ticket.rankMs(), page->count});
        }
        if (!page->line.needs.isEmpty()) {
            hall.needs.insert(page.key(), page->line.needs);
        }
    }
    const auto isBefore = [](const Standing &one, const Standing &other) {
        return std::tie(one.first, one.count, one.ticket->number) < std::tie(other.first, other.count, other.ticket->number);
    };
    std::sort(live.begin(), live.end(), isBefore); // as the store orders them
    hall.live.reserve(static_cast<qsizetype>(live.size()));
    for (const Standing &one : live) {
        hall.live.append(*one.ticket);
    }
    std::sort(over.begin(), over.end(), isBefore);
    for (const Standing &one : over) {
        QList<qint64> &known = hall.servedMs[one.ticket->group];
        if (known.size() >= storage::HallNow::MostServed) {
            continue;
        }
        if (const qint64 served = one.ticket->spentMs(TicketState::Serving, 0); served > 0) {
            known.append(served);
        }
    }
    hall.usesTickets = !m_pages.isEmpty();
    return hall;
}

} // namespace motcua::centre

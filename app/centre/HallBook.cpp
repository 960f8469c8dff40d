// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/HallBook.h"

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

void HallBook::take(const QList<HallStep> &steps)
{
    QSet<Id> touched;
    for (const HallStep &step : steps) {
        Page &page = m_pages[step.ticket];
        if (!page.versions.contains(step.version)) {
            page.versions.insert(step.version);
            page.entries.append(entryOf(step));
            page.line.version = std::max(page.line.version, step.version);
            touched.insert(step.ticket);
        }
    }
    for (const Id &ticket : std::as_const(touched)) {
        Page &page = m_pages[ticket];
        page.line.ticket = Ticket::fold(ticket, page.entries);
    }
}

bool HallBook::knows(const Id &ticket, qint64 version) const
{
    const auto found = m_pages.constFind(ticket);
    return found != m_pages.cend() && found->versions.contains(version);
}

const HallBook::Line *HallBook::find(const Id &ticket) const
{
    const auto found = m_pages.constFind(ticket);
    return found == m_pages.cend() || !found->line.ticket.isKnown() ? nullptr : &found->line;
}

const HallBook::Line *HallBook::find(const QString &number) const
{
    const QString wanted = number.trimmed().toUpper();
    const auto found = std::find_if(m_pages.cbegin(), m_pages.cend(), [&wanted](const Page &page) { return page.line.ticket.number == wanted; });
    return found == m_pages.cend() ? nullptr : &found->line;
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
        const Ticket &ticket = page->line.ticket;
        if (!ticket.isKnown()) {
            continue;
        }
        if (ticket.state == TicketState::Finished) {
            over.push_back({&ticket, -ticket.now().untilMs, 0});
        } else {
            live.push_back({&ticket, ticket.rankMs(), Ticket::countIn(ticket.number)});
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

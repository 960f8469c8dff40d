// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/HallBook.h"

#include "models/journal/Kind.h"

#include <algorithm>
#include <tuple>

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
    storage::HallNow::Hall hall;
    QList<Ticket> over;
    for (auto page = m_pages.cbegin(); page != m_pages.cend(); ++page) {
        const Ticket &ticket = page->line.ticket;
        if (!ticket.isKnown()) {
            continue;
        }
        (ticket.state == TicketState::Finished ? over : hall.live).append(ticket);
        if (!page->line.needs.isEmpty()) {
            hall.needs.insert(page.key(), page->line.needs);
        }
    }
    // As the store orders them.
    const auto rank = [](const Ticket &ticket) { return std::tuple(ticket.rankMs(), Ticket::countIn(ticket.number), ticket.number); };
    std::sort(hall.live.begin(), hall.live.end(), [&rank](const Ticket &one, const Ticket &other) { return rank(one) < rank(other); });
    const auto ended = [](const Ticket &ticket) { return ticket.now().untilMs; };
    std::sort(over.begin(), over.end(), [&ended](const Ticket &one, const Ticket &other) { return ended(one) > ended(other); });
    for (const Ticket &ticket : std::as_const(over)) {
        QList<qint64> &known = hall.servedMs[ticket.group];
        if (const qint64 served = ticket.spentMs(TicketState::Serving, 0); served > 0 && known.size() < storage::HallNow::MostServed) {
            known.append(served);
        }
    }
    hall.usesTickets = !m_pages.isEmpty();
    return hall;
}

} // namespace motcua::centre

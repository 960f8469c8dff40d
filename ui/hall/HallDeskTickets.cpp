// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hall/HallDesk.h"

#include "app/hall/HallWait.h"
#include "app/hall/LocalHall.h"
#include "app/storage/Await.h"
#include "ui/hall/TicketPage.h"
#include "ui/hall/TicketPrinting.h"
#include "ui/messages/Language.h"
#include "ui/shell/MainWindow.h"

#include <algorithm>

// HallDesk and its page of tickets: drawing them, and sending somebody to another group.
namespace motcua {

void HallDesk::transfer(const QString &letter)
{
    m_tickets->setBusy(false);
    if (!m_serve->ticket()) {
        return;
    }
    m_leaving = tr("%1 waits for %2 now, with the time waited so far.").arg(whoIsHere(), groupName(letter));
    m_undoOfLeaving = [this, ticket = m_serve->ticket()->id] { m_serve->call(ticket); };
    m_serve->transfer(letter);
}

void HallDesk::showTicketPage(bool transfers)
{
    if (!m_tickets) {
        m_tickets = new TicketPage(m_window);
        m_tickets->hide(); // until it is first shown it must not lie in the corner of the window
        QList<NeedLine> needs;
        for (const TicketPriority &one : m_hall->rules().priorities) {
            needs.append({one.id, Language::label(one.name, one.nameEn), one.aheadMinutes > 0});
        }
        for (const TicketNeed &one : m_hall->rules().needs) {
            needs.append({one.id, Language::label(one.name, one.nameEn), false});
        }
        m_tickets->setNeeds(needs);
        m_printing->join(m_tickets);
        connect(m_tickets, &TicketPage::wished, this, [this](const QString &letter, const QStringList &wanted, const QString &phone) {
            if (m_transfers) {
                transfer(letter);
                return;
            }
            await(m_guest.get(), m_hall->issue({.group = letter, .needs = wanted, .phone = phone}), [this, letter](const Result<Ticket> &ticket) {
                m_tickets->setBusy(false);
                if (ticket) {
                    m_tickets->setDrawn(ticket->number, groupName(letter), rangeWords(letter));
                    m_printing->print(m_view, *ticket);
                } else {
                    tell(ticket.error());
                }
            });
        });
    }
    m_transfers = transfers;
    m_tickets->reset();
    m_tickets->setTransferred(transfers ? whoIsHere() : QString());
    fillTicketPage();
    m_window->show(m_tickets);
}

void HallDesk::setTicketPrinter(PrintTicket *printer)
{
    m_printing->setPrinter(printer);
}

void HallDesk::printDrawn(const Ticket &ticket)
{
    m_printing->print(m_view, ticket);
}

void HallDesk::printAppointment(const Appointment &appointment)
{
    m_printing->print(appointment);
}

bool HallDesk::prints() const
{
    return m_printing->prints();
}

void HallDesk::fillTicketPage()
{
    QList<GroupLine> groups;
    for (const ServiceGroup &group : m_hall->rules().groups) {
        const auto waits = [&group](const Ticket &ticket) { return ticket.group == group.letter; };
        const auto waiting = std::count_if(m_view.next.cbegin(), m_view.next.cend(), waits)
            + std::count_if(m_view.elsewhere.cbegin(), m_view.elsewhere.cend(), waits);
        if (m_transfers && m_serve->ticket() && m_serve->ticket()->group == group.letter) {
            continue; // they are there already
        }
        groups.append({group.letter, groupName(group.letter), static_cast<int>(waiting), rangeWords(group.letter)});
    }
    m_tickets->setGroups(groups);
    m_tickets->setAsksPhone(m_view.asksPhones);
}

QString HallDesk::rangeWords(const QString &letter) const
{
    const std::optional<WaitRange> range = waitFor(m_view, letter);
    if (!range) {
        return {};
    }
    return range->fromMinutes == range->toMinutes ? tr("%1 minutes or longer").arg(range->fromMinutes)
                                                  : tr("%1–%2 minutes").arg(range->fromMinutes).arg(range->toMinutes);
}

} // namespace motcua

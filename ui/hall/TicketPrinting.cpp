// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hall/TicketPrinting.h"

#include "app/workflows/TicketOutlook.h"
#include "models/base/VietnamTime.h"
#include "ui/messages/TicketSentence.h"
#include "ui/shell/MainWindow.h"

#include <algorithm>

namespace motcua {

namespace {

constexpr qsizetype MostRecent = 20;

} // namespace

TicketPrinting::TicketPrinting(MainWindow *window, QObject *parent)
    : QObject(parent)
    , m_window(window)
{
}

void TicketPrinting::setPrinter(PrintTicket *printer)
{
    m_printer = printer;
    if (!printer) {
        return;
    }
    connect(printer, &PrintTicket::printed, this, [this](const QString &number, TicketPaper paper) {
        show(number, TicketPage::Paper::Out);
        if (const QString told = sentence(paper); !told.isEmpty()) {
            m_window->tell({Notice::Kind::Warning, told, {}});
        }
    });
    connect(printer, &PrintTicket::failed, this, [this](const QString &number, const TicketFault &fault) {
        show(number, TicketPage::Paper::Failed);
        m_window->tell({Notice::Kind::Danger, sentence(fault, number).textWithCode(), {}});
    });
}

void TicketPrinting::begin(const Workplace &place)
{
    m_recent.clear();
    m_unit = {.governingBody = place.unit.governingBody, .unitName = place.unit.unitName, .training = place.isTraining()};
    m_rules = place.law.hall;
}

void TicketPrinting::join(TicketPage *page)
{
    m_page = page;
    connect(page, &TicketPage::printWished, this, &TicketPrinting::printAgain);
}

void TicketPrinting::printAgain(const QString &number)
{
    const auto found = std::find_if(m_recent.cbegin(), m_recent.cend(), [&number](const TicketValues &one) { return one.number == number; });
    if (found != m_recent.cend() && m_printer) {
        hand(TicketValues(*found));
    }
}

void TicketPrinting::print(const HallView &view, const Ticket &ticket)
{
    if (!prints()) {
        return;
    }
    TicketValues values = TicketOutlook::values(view, m_rules, ticket);
    values.governingBody = m_unit.governingBody;
    values.unitName = m_unit.unitName;
    values.training = m_unit.training;
    hand(values);
}

void TicketPrinting::print(const Appointment &appointment)
{
    if (!prints()) {
        return;
    }
    TicketValues values = m_unit;
    values.number = appointment.code;
    values.appointmentAt = vietnamTime(appointment.atMs);
    values.lateMinutes = m_rules.appointments.lateMinutes;
    if (const ServiceGroup *group = m_rules.group(appointment.group)) {
        values.group = group->name;
        values.groupEn = group->nameEn;
    }
    m_printer->print(values);
}

void TicketPrinting::hand(const TicketValues &ticket)
{
    m_recent.removeIf([&ticket](const TicketValues &one) { return one.number == ticket.number; });
    m_recent.append(ticket);
    if (m_recent.size() > MostRecent) {
        m_recent.removeFirst();
    }
    show(ticket.number, TicketPage::Paper::UnderWay);
    m_printer->print(ticket);
}

void TicketPrinting::show(const QString &number, TicketPage::Paper paper)
{
    if (m_page) {
        m_page->setPaper(number, paper);
    }
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/OwnTicketPrinter.h"

#include "app/devices/cups/CupsTicketPrinter.h"
#include "app/devices/escpos/EscPosTicketPrinter.h"
#include "app/devices/folder/FolderTicketPrinter.h"
#include "app/workflows/PrintTicket.h"
#include "app/workflows/TicketOutlook.h"
#include "ui/messages/TicketSentence.h"

#include <QStandardPaths>

namespace motcua::ctl {

namespace {

QString deskFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/motcua/desk.ini");
}

QString nameOf(TicketPaper paper)
{
    switch (paper) {
    case TicketPaper::Unknown:
        return QStringLiteral("unknown");
    case TicketPaper::Enough:
        return QStringLiteral("enough");
    case TicketPaper::Low:
        return QStringLiteral("low");
    case TicketPaper::Out:
        return QStringLiteral("out");
    }
    return {};
}

} // namespace

OwnTicketPrinter::OwnTicketPrinter(const StoreFolder &folder, bool training)
{
    if (training) {
        m_printer = std::make_unique<FolderTicketPrinter>(folder.path() + QStringLiteral("/printed"));
    } else if (const auto roll = EscPosTicketPrinter::configured(deskFile())) {
        m_printer = std::make_unique<EscPosTicketPrinter>(*roll);
    } else if (const auto queue = CupsTicketPrinter::configured(deskFile())) {
        m_printer = std::make_unique<CupsTicketPrinter>(*queue);
    }
}

OwnTicketPrinter::~OwnTicketPrinter() = default;

std::optional<TicketPrinter::Told> OwnTicketPrinter::state() const
{
    return m_printer ? std::optional(m_printer->state().result()) : std::nullopt;
}

int OwnTicketPrinter::print(Context &context, const Workplace &place, Hall &hall, const Ticket &ticket, QJsonObject answer) const
{
    const auto fail = [&context, &answer](const QString &code, const QString &told) {
        context.terminal().explain(told + QStringLiteral(" (%1)").arg(code));
        answer.insert(QStringLiteral("error"), code);
        answer.insert(QStringLiteral("sentence"), told);
        answer.insert(QStringLiteral("exit"), Failed);
        context.terminal().answer(answer);
        return Failed;
    };
    if (!m_printer) {
        return fail(errorName(ErrorCode::PrinterMissing),
            QStringLiteral("No printer of tickets is named in %1, part [ticketPrinter]: tcp=HOST:PORT, device=/dev/usb/lp0 or a6=QUEUE. The number %2 counts all the same.")
                .arg(deskFile(), ticket.number));
    }
    const Result<HallView> view = hall.look().result();
    if (!view) {
        return fail(errorName(view.error().code), sentence(view.error(), Reader::Terminal).text());
    }
    TicketValues values = TicketOutlook::values(*view, place.law.hall, ticket);
    values.governingBody = place.unit.governingBody;
    values.unitName = place.unit.unitName;
    values.training = place.isTraining();
    const QString chosen = context.options().value(QStringLiteral("resources"));
    const Result<DrawnTicket> drawn = PrintTicket::drawn(values, m_printer->form(), chosen.isEmpty() ? Lawbook::folder() : chosen);
    if (!drawn) {
        return fail(errorName(drawn.error().code), sentence(drawn.error(), Reader::Terminal).text());
    }
    const TicketPrinter::Told told = m_printer->print(*drawn).result();
    if (!told) {
        const Sentence why = sentence(told.error(), ticket.number, Reader::Terminal);
        return fail(why.code, why.text());
    }
    if (const QString paper = sentence(*told); !paper.isEmpty()) {
        context.terminal().explain(paper);
    }
    context.terminal().say(QStringLiteral("%1 is printed").arg(ticket.number));
    answer.insert(QStringLiteral("paper"), nameOf(*told));
    context.terminal().answer(answer);
    return Done;
}

} // namespace motcua::ctl

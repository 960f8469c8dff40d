// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/PrintTicket.h"

#include "app/storage/Await.h"

#include <QFile>
#include <QtConcurrent/QtConcurrentRun>

namespace motcua {

PrintTicket::PrintTicket(TicketPrinter *printer, const QString &resources, QObject *parent)
    : QObject(parent)
    , m_printer(printer)
    , m_resources(resources)
{
}

Result<TicketWords> PrintTicket::words(const QString &resources)
{
    const QString name = QStringLiteral("hall/ticket.json");
    QFile file(resources + u'/' + name);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::FileUnreadable, name};
    }
    const Result<TicketWords, QList<Error>> words = TicketWords::read({name, file.readAll()});
    return words ? Result<TicketWords>(*words) : words.error().constFirst();
}

Result<DrawnTicket> PrintTicket::drawn(const TicketValues &values, TicketPrinter::Form form, const QString &resources)
{
    const Result<TicketWords> said = words(resources);
    if (!said) {
        return said.error();
    }
    if (form == TicketPrinter::Form::Sheets) {
        const Result<QByteArray> sheet = TicketSlip::sheet(values, *said);
        return sheet ? Result<DrawnTicket>(DrawnTicket{.sheet = *sheet}) : sheet.error();
    }
    const Result<QImage> picture = TicketSlip::picture(values, *said, TicketPrinter::Dots);
    return picture ? Result<DrawnTicket>(DrawnTicket{.picture = *picture}) : picture.error();
}

void PrintTicket::print(const TicketValues &values)
{
    if (!m_printer) {
        return;
    }
    m_waiting.append(values);
    if (m_waiting.size() == 1) {
        next();
    }
}

void PrintTicket::next()
{
    if (m_waiting.isEmpty()) {
        return;
    }
    const auto draw = [values = m_waiting.constFirst(), form = m_printer->form(), resources = m_resources] { return drawn(values, form, resources); };
    await(this, QtConcurrent::run(draw), [this](const Result<DrawnTicket> &ticket) {
        if (!ticket) {
            end(TicketFault{.what = TicketFault::What::NotDrawn, .detail = ticket.error().detail});
            return;
        }
        await(this, m_printer->print(*ticket), [this](const TicketPrinter::Told &told) { end(told); });
    });
}

void PrintTicket::end(const TicketPrinter::Told &told)
{
    const QString number = m_waiting.takeFirst().number;
    if (told) {
        Q_EMIT printed(number, *told);
    } else {
        Q_EMIT failed(number, told.error());
    }
    next();
}

} // namespace motcua

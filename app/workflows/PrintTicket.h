// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/TicketPrinter.h"
#include "app/documents/TicketSlip.h"

#include <QList>
#include <QObject>

namespace motcua {

/**
 * Brings tickets of the hall onto paper.
 *
 * A ticket is drawn and recorded before; what fails here loses nothing but a piece of paper, and can be printed again.
 */
class PrintTicket : public QObject
{
    Q_OBJECT

public:
    /** `printer` may be null: then nothing is printed; it outlives this object. `resources`: the folder of the law's files, where the words of a ticket are. */
    PrintTicket(TicketPrinter *printer, const QString &resources, QObject *parent = nullptr);

    [[nodiscard]] bool prints() const { return m_printer != nullptr; }

    /** Drawn off this thread and handed over; answered by printed() or failed(), each with its number, in the order of the calls. Ignored without a printer. */
    void print(const TicketValues &values);

    /** The words in `resources`; FileUnreadable, CatalogueSyntax, CatalogueSchema. Blocks on the disk. */
    [[nodiscard]] static Result<TicketWords> words(const QString &resources);

    /** `values` as a printer of this form wants them; errors of words() and of TicketSlip. Blocks on the disk and on drawing. */
    [[nodiscard]] static Result<DrawnTicket> drawn(const TicketValues &values, TicketPrinter::Form form, const QString &resources);

Q_SIGNALS:
    void printed(const QString &number, motcua::TicketPaper paper);
    void failed(const QString &number, const motcua::TicketFault &fault);

private:
    void next();
    void end(const TicketPrinter::Told &told);

    TicketPrinter *m_printer = nullptr;
    QString m_resources;
    QList<TicketValues> m_waiting; ///< the first is on its way
};

} // namespace motcua

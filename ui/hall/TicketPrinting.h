// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/documents/TicketSlip.h"
#include "app/hall/Hall.h"
#include "app/workflows/PrintTicket.h"
#include "app/workflows/Workplace.h"
#include "ui/hall/TicketPage.h"

#include <QList>
#include <QObject>
#include <QPointer>

namespace motcua {

class MainWindow;

/** Brings tickets that are drawn onto paper, where the desk has a printer for them: the page of tickets shows how that goes, the strip why it did not. */
class TicketPrinting : public QObject
{
    Q_OBJECT

public:
    /** `window` outlives this object. */
    explicit TicketPrinting(MainWindow *window, QObject *parent = nullptr);

    /** What prints, and outlives this object; null: tickets are only told. */
    void setPrinter(PrintTicket *printer);

    void begin(const Workplace &place);

    /** The page on which tickets are drawn. */
    void join(TicketPage *page);

    /** `ticket` was drawn, and the page shows its number; `view`: the hall as it is seen now. */
    void print(const HallView &view, const Ticket &ticket);
    /** The paper of an appointment. */
    void print(const Appointment &appointment);
    [[nodiscard]] bool prints() const { return m_printer && m_printer->prints(); }

private:
    void hand(const TicketValues &ticket);
    void show(const QString &number, TicketPage::Paper paper);
    void printAgain(const QString &number);

    MainWindow *m_window = nullptr;
    QPointer<PrintTicket> m_printer;
    QPointer<TicketPage> m_page;
    TicketValues m_unit; ///< what every ticket says of it
    HallRules m_rules;
    QList<TicketValues> m_recent; ///< the latest last; as they were printed, so they are printed again
};

} // namespace motcua

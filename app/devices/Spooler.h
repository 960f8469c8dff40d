// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/PrintJob.h"
#include "models/base/Result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace motcua {

/** What SpooledSlipPrinter asks on its worker thread, in the words of SlipPrinter; every call may block. */
class Spooler
{
public:
    Spooler() = default;
    virtual ~Spooler() = default;
    Q_DISABLE_COPY_MOVE(Spooler)

    [[nodiscard]] virtual Result<QList<Printer>> printers() = 0;
    [[nodiscard]] virtual Result<PrintJob> print(const QByteArray &pdf, const QString &title, const QString &printer, PaperSize paper) = 0;
    /** A ticket of the hall, on A6 where the printer has such sheets; else on what it has, and PrintJob::paper says nothing. */
    [[nodiscard]] virtual Result<PrintJob> printTicket(const QByteArray &pdf, const QString &title, const QString &printer) { return print(pdf, title, printer, PaperSize::A5); }
    [[nodiscard]] virtual Result<PrintState> state(const PrintJob &job) = 0;
    [[nodiscard]] virtual Result<> cancel(const PrintJob &job) = 0;
};

} // namespace motcua

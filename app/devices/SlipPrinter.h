// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/JobTitle.h"
#include "app/devices/PrintJob.h"
#include "models/base/Result.h"

#include <QByteArray>
#include <QFuture>
#include <QList>
#include <QObject>

namespace motcua {

/**
 * A printer of slips: takes a finished PDF and follows it until a sheet is out or the job is lost.
 *
 * No call blocks. Futures finish on another thread or a later turn of the event loop, signals come on the thread of this
 * object, and the document is written to no file outside the spooler.
 */
class SlipPrinter : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /** The printers that can be chosen, the default first. PrinterMissing when the spooler does not answer. */
    [[nodiscard]] virtual QFuture<Result<QList<Printer>>> printers() = 0;

    /**
     * Hands `pdf` to `printer` (empty: the default one) and follows the job as follow() does.
     *
     * Errors: Invalid (not a PDF), PrinterMissing (no such printer, no spooler), PrintFailed (it refused the job; then no
     * sheet will come out), Closed.
     */
    [[nodiscard]] virtual QFuture<Result<PrintJob>> print(const QByteArray &pdf, const JobTitle &title, const QString &printer, PaperSize paper)
        = 0;

    /** How far the job is now; PrinterMissing when the spooler does not answer. A forgotten job is Unknown, not an error. */
    [[nodiscard]] virtual QFuture<Result<PrintState>> state(const PrintJob &job) = 0;

    /** Withdraws the job if no sheet came out; NotFound when it was final already. */
    [[nodiscard]] virtual QFuture<Result<>> cancel(const PrintJob &job) = 0;

    /** Reports on `job`, perhaps one of an earlier run of the program, with exactly one of printed() and failed(). */
    virtual void follow(const PrintJob &job) = 0;

Q_SIGNALS:
    void printed(const motcua::PrintJob &job);

    /** PrintFailed with the state's name and reasons; the detail begins "unknown" when a sheet may have come out. */
    void failed(const motcua::PrintJob &job, const motcua::Error &error);

    /** Nothing moves until somebody acts, or the spooler stopped answering; sent once for each set of reasons. */
    void stalled(const motcua::PrintJob &job, const QStringList &reasons);
};

} // namespace motcua

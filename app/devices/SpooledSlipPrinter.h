// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/SlipPrinter.h"
#include "app/devices/Spooler.h"

#include <QThread>

#include <functional>
#include <memory>

namespace motcua {

class JobFollower;

/** A slip printer that owns a spooler and the one thread on which it may block. */
class SpooledSlipPrinter : public SlipPrinter
{
    Q_OBJECT

public:
    /** Ends the thread after the call it is in; what still waits is answered with Closed. */
    ~SpooledSlipPrinter() override;

    [[nodiscard]] QFuture<Result<QList<Printer>>> printers() override;
    [[nodiscard]] QFuture<Result<PrintJob>> print(
        const QByteArray &pdf, const JobTitle &title, const QString &printer, PaperSize paper) override;
    [[nodiscard]] QFuture<Result<PrintState>> state(const PrintJob &job) override;
    [[nodiscard]] QFuture<Result<>> cancel(const PrintJob &job) override;
    void follow(const PrintJob &job) override;

protected:
    /** Starts the thread, the only one that calls `spooler` from here on. */
    SpooledSlipPrinter(std::unique_ptr<Spooler> spooler, QObject *parent);

    /** Runs `task` on the worker thread after everything asked before; dropped when the printer is destroyed first. */
    void post(std::function<void()> task);

private:
    template <typename T>
    QFuture<Result<T>> asked(std::function<Result<T>()> question);

    std::unique_ptr<Spooler> m_spooler;
    JobFollower *m_follower = nullptr; ///< lives and dies on m_thread
    QThread m_thread;
};

} // namespace motcua

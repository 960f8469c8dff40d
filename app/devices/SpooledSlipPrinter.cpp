// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/SpooledSlipPrinter.h"

#include "app/devices/Answer.h"
#include "app/devices/JobFollower.h"

namespace motcua {

SpooledSlipPrinter::SpooledSlipPrinter(std::unique_ptr<Spooler> spooler, QObject *parent)
    : SlipPrinter(parent)
    , m_spooler(std::move(spooler))
    , m_follower(new JobFollower(*m_spooler))
{
    qRegisterMetaType<PrintJob>();
    qRegisterMetaType<Error>();
    connect(m_follower, &JobFollower::printed, this, &SlipPrinter::printed);
    connect(m_follower, &JobFollower::failed, this, &SlipPrinter::failed);
    connect(m_follower, &JobFollower::stalled, this, &SlipPrinter::stalled);
    connect(&m_thread, &QThread::finished, m_follower, &QObject::deleteLater);
    m_follower->moveToThread(&m_thread);
    m_thread.setObjectName(u"spooler"_qs);
    m_thread.start();
}

SpooledSlipPrinter::~SpooledSlipPrinter()
{
    m_thread.requestInterruption();
    m_thread.quit();
    m_thread.wait();
}

void SpooledSlipPrinter::post(std::function<void()> task)
{
    // A thread told to quit still works through the events it has begun on: each task looks for itself.
    QMetaObject::invokeMethod(
        m_follower,
        [task = std::move(task)] {
            if (!QThread::currentThread()->isInterruptionRequested()) {
                task();
            }
        },
        Qt::QueuedConnection);
}

template <typename T>
QFuture<Result<T>> SpooledSlipPrinter::asked(std::function<Result<T>()> question)
{
    auto answer = std::make_shared<Answer<T>>();
    auto future = answer->future();
    post([answer = std::move(answer), question = std::move(question)] { answer->give(question()); });
    return future;
}

QFuture<Result<QList<Printer>>> SpooledSlipPrinter::printers()
{
    return asked<QList<Printer>>([this] { return m_spooler->printers(); });
}

QFuture<Result<PrintJob>> SpooledSlipPrinter::print(const QByteArray &pdf, const JobTitle &title, const QString &printer, PaperSize paper)
{
    return asked<PrintJob>([=, this]() -> Result<PrintJob> {
        if (!pdf.startsWith("%PDF-")) {
            return Error{ErrorCode::Invalid, u"print: not a PDF"_qs};
        }
        auto job = m_spooler->print(pdf, title.text(), printer, paper);
        if (job) {
            m_follower->follow(*job);
        }
        return job;
    });
}

QFuture<Result<PrintState>> SpooledSlipPrinter::state(const PrintJob &job)
{
    return asked<PrintState>([this, job] { return m_spooler->state(job); });
}

QFuture<Result<>> SpooledSlipPrinter::cancel(const PrintJob &job)
{
    return asked<std::monostate>([this, job] { return m_spooler->cancel(job); });
}

void SpooledSlipPrinter::follow(const PrintJob &job)
{
    post([this, job] { m_follower->follow(job); });
}

} // namespace motcua

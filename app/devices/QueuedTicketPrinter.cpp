// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/QueuedTicketPrinter.h"

#include <QPromise>

namespace motcua {

namespace {

using Told = TicketPrinter::Told;

/** A question on its way to the thread: it is always answered. */
class Waiting
{
public:
    Waiting() { m_promise.start(); }
    ~Waiting()
    {
        if (!m_given) {
            m_promise.addResult(Told(TicketFault{.what = TicketFault::What::Closed}));
        }
        m_promise.finish();
    }
    Q_DISABLE_COPY_MOVE(Waiting)

    [[nodiscard]] QFuture<Told> future() { return m_promise.future(); }

    void give(Told told)
    {
        m_given = true;
        m_promise.addResult(std::move(told));
    }

private:
    QPromise<Told> m_promise;
    bool m_given = false;
};

} // namespace

QueuedTicketPrinter::QueuedTicketPrinter(std::unique_ptr<TicketPress> press, QObject *parent)
    : TicketPrinter(parent)
    , m_press(std::move(press))
    , m_place(new QObject)
{
    connect(&m_thread, &QThread::finished, m_place, &QObject::deleteLater);
    m_place->moveToThread(&m_thread);
    m_thread.setObjectName(u"tickets"_qs);
    m_thread.start();
}

QueuedTicketPrinter::~QueuedTicketPrinter()
{
    m_thread.requestInterruption();
    m_press->stop();
    m_thread.quit();
    m_thread.wait();
}

void QueuedTicketPrinter::post(std::function<void()> task)
{
    // A thread told to quit still works through the events it has begun on: each task looks for itself.
    QMetaObject::invokeMethod(
        m_place,
        [task = std::move(task)] {
            if (!QThread::currentThread()->isInterruptionRequested()) {
                task();
            }
        },
        Qt::QueuedConnection);
}

QFuture<Told> QueuedTicketPrinter::asked(std::function<Told()> question)
{
    auto waiting = std::make_shared<Waiting>();
    auto future = waiting->future();
    post([waiting = std::move(waiting), question = std::move(question)] { waiting->give(question()); });
    return future;
}

QFuture<Told> QueuedTicketPrinter::print(const DrawnTicket &ticket)
{
    return asked([this, ticket]() -> Told {
        const QSize dots = ticket.picture.size();
        const bool isTicket = form() == Form::Sheets ? ticket.sheet.startsWith("%PDF-") : dots.width() == Dots && dots.height() >= 1 && dots.height() <= MostDots;
        if (!isTicket) {
            return TicketFault{.what = TicketFault::What::NotDrawn, .detail = QStringLiteral("ticket: %1 by %2 dots").arg(dots.width()).arg(dots.height())};
        }
        return m_press->print(ticket);
    });
}

QFuture<Told> QueuedTicketPrinter::state()
{
    return asked([this] { return m_press->state(); });
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/Worker.h"

#include <QTimer>

#include <sys/resource.h>
#include <unistd.h>

namespace motcua::storage {

Worker::Worker(const QString &name, int nice, Opening opening)
    : m_nice(nice)
    , m_opening(std::move(opening))
    , m_context(std::make_unique<QObject>())
{
    m_thread.setObjectName(name);
    m_context->moveToThread(&m_thread);
}

Worker::~Worker()
{
    stop();
}

void Worker::begin()
{
    const std::scoped_lock one(m_starting);
    if (m_stopped.load() || m_begun.load()) {
        return;
    }
    m_thread.start();
    // Of the calling thread alone, on Linux; refused it changes nothing but who waits for whom.
    QMetaObject::invokeMethod(m_context.get(), [nice = m_nice] { setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), nice); });
    m_opened = answer<std::monostate>([](Connection &) { return std::monostate{}; });
    m_begun = true;
}

Result<> Worker::start()
{
    begin();
    m_opened.waitForFinished();
    Result<> result = m_opened.result();
    if (result && m_every) {
        QMetaObject::invokeMethod(m_context.get(), [this] {
            auto *timer = new QTimer;
            QObject::connect(&m_thread, &QThread::finished, timer, &QObject::deleteLater);
            QObject::connect(timer, &QTimer::timeout, m_context.get(), [this] {
                try {
                    if (m_connection) {
                        m_every(*m_connection);
                    }
                } catch (const StoreFault &fault) {
                    faulted(fault.error());
                }
            });
            timer->start(m_everyMs);
        });
    }
    return result;
}

void Worker::stop()
{
    {
        const std::scoped_lock one(m_starting);
        if (m_stopped.exchange(true)) {
            return;
        }
    }
    if (m_thread.isRunning()) {
        // Queued behind everything posted so far, so nothing that was asked is left undone.
        // The thread is told to end from here: if it ended by what is posted, it could be gone before Qt has woken it.
        QMetaObject::invokeMethod(m_context.get(), [this] { m_connection.reset(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
}

void Worker::every(int ms, Task task)
{
    m_everyMs = ms;
    m_every = std::move(task);
}

void Worker::post(std::function<void()> task)
{
    if (m_stopped.load()) {
        return;
    }
    m_waiting.fetch_add(1, std::memory_order_relaxed);
    QMetaObject::invokeMethod(m_context.get(), [this, task = std::move(task)] {
        task();
        m_waiting.fetch_sub(1, std::memory_order_relaxed);
    }, Qt::QueuedConnection);
}

std::optional<Error> Worker::reopened()
{
    if (m_connection) {
        return std::nullopt;
    }
    try {
        m_connection = m_opening();
    } catch (const StoreFault &fault) {
        if (fault.error().code == ErrorCode::StoreDamaged && m_damaged) {
            m_damaged(fault.error());
        }
        return fault.error();
    }
    return std::nullopt;
}

void Worker::faulted(const Error &error)
{
    // After one bad page every further read of that connection fails, also of good pages.
    if (error.code == ErrorCode::StoreDamaged) {
        m_connection.reset();
        if (m_damaged) {
            m_damaged(error);
        }
    }
}

} // namespace motcua::storage

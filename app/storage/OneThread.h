// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThread>

#include <functional>
#include <memory>

namespace motcua {

/**
 * A thread on which things are done one after the other, in the order in which they were asked for.
 *
 * Instead of a QThreadPool of one thread, which does not keep that promise: whoever waits for a future of it takes the work out of the line and does it
 * on their own thread, beside what is under way (QFutureInterfaceBase::waitForFinished). Ask from any thread but this one.
 */
class OneThread
{
public:
    OneThread()
    {
        m_context.moveToThread(&m_thread);
        m_thread.start();
    }
    /** Everything that was asked is done first. */
    ~OneThread()
    {
        QMetaObject::invokeMethod(&m_context, [] {}, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(OneThread)

    template <typename T>
    [[nodiscard]] QFuture<T> run(std::function<T()> work)
    {
        const auto promise = std::make_shared<QPromise<T>>();
        promise->start();
        QMetaObject::invokeMethod(&m_context, [promise, work = std::move(work)] {
            promise->addResult(work());
            promise->finish();
        }, Qt::QueuedConnection);
        return promise->future();
    }

private:
    QThread m_thread;
    QObject m_context;
};

} // namespace motcua

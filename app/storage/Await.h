// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QObject>

namespace motcua {

/**
 * Hands the answer of `future` to `receive` on the thread of `context`; nothing happens when `context` went away first or nobody answered.
 *
 * Instead of QFuture::then(context, …), which in Qt 6.4 asserts when the context is destroyed before the answer comes.
 */
template <typename T, typename Receive>
void await(QObject *context, const QFuture<T> &future, Receive receive)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, receive = std::move(receive)]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0) {
            receive(watcher->result());
        }
    });
    watcher->setFuture(future);
}

} // namespace motcua

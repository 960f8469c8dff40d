// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/Connection.h"
#include "app/storage/StoreFault.h"
#include "models/base/Result.h"

#include <QFuture>
#include <QPromise>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <type_traits>
#include <utility>

namespace motcua::storage {

/** One thread with one connection, which does what is posted in the order it was posted. */
class Worker
{
public:
    using Opening = std::function<std::unique_ptr<Connection>()>;
    using Task = std::function<void(Connection &)>;
    /** What a function makes of an answer. */
    template <typename T, typename Map>
    using Mapped = std::remove_cvref_t<std::invoke_result_t<Map, Result<T>>>;

    /**
     * `opening` runs on the new thread, now and again after a bad page shut the connection. `nice`, 0 to 19, is by how much the thread stands
     * back when there are more of them than processors (nice(1)): the window's own stands at 0.
     */
    Worker(const QString &name, int nice, Opening opening);
    ~Worker();
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    /** Starts the thread and its first opening, and waits for neither. */
    void begin();
    /** Begins unless that was done, and waits for the first opening. */
    [[nodiscard]] Result<> start();
    [[nodiscard]] bool isBegun() const { return m_begun.load(); }

    /** Does what was posted before, closes the connection and ends the thread; later tasks answer Closed. Not from the thread itself. */
    void stop();

    /** What the thread calls every `ms` milliseconds between tasks. Before start(). */
    void every(int ms, Task task);

    /** Called on the thread when a task met StoreDamaged. Before start(). */
    void whenDamaged(std::function<void(const Error &)> report) { m_damaged = std::move(report); }

    [[nodiscard]] int waiting() const { return m_waiting.load(std::memory_order_relaxed); }

    template <typename T>
    [[nodiscard]] QFuture<Result<T>> answer(std::function<T(Connection &)> question)
    {
        return answer<T>(std::move(question), std::identity());
    }

    /**
     * What `map` makes of the answer, on this thread.
     *
     * Instead of QFuture::then(), which Qt 6.4 may run twice, and crash, when it is called in the very moment in which another thread answers.
     */
    template <typename T, typename Map>
    [[nodiscard]] QFuture<Mapped<T, Map>> answer(std::function<T(Connection &)> question, Map map)
    {
        auto reply = std::make_shared<Reply<T, Map>>(std::move(map));
        auto future = reply->promise.future();
        post([this, reply, question = std::move(question)] {
            if (const std::optional<Error> shut = reopened()) {
                reply->give(*shut);
                return;
            }
            try {
                reply->give(question(*m_connection));
            } catch (const StoreFault &fault) {
                faulted(fault.error());
                reply->give(fault.error());
            }
        });
        return future;
    }

private:
    /** A promise that is always kept: a task that is never run answers Closed. */
    template <typename T, typename Map>
    struct Reply
    {
        QPromise<Mapped<T, Map>> promise = {};
        Map map;
        bool given = false;

        explicit Reply(Map made)
            : map(std::move(made))
        {
            promise.start();
        }
        Reply(const Reply &) = delete;
        Reply &operator=(const Reply &) = delete;
        ~Reply()
        {
            if (!given) {
                give(Error{ErrorCode::Closed, {}});
            }
        }
        void give(Result<T> result)
        {
            given = true;
            promise.addResult(map(std::move(result)));
            promise.finish();
        }
    };

    void post(std::function<void()> task);
    [[nodiscard]] std::optional<Error> reopened();
    void faulted(const Error &error);

    int m_nice;
    Opening m_opening;
    std::function<void(const Error &)> m_damaged;
    int m_everyMs = 0;
    Task m_every;
    QThread m_thread;
    QFuture<Result<>> m_opened;
    std::unique_ptr<QObject> m_context; ///< lives in the thread: its event queue is the queue of tasks
    std::unique_ptr<Connection> m_connection;
    std::atomic<int> m_waiting = 0;
    std::mutex m_starting; ///< who begins and who ends it are different threads
    std::atomic<bool> m_begun = false;
    std::atomic<bool> m_stopped = false;
};

} // namespace motcua::storage

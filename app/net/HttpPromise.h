// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/HttpAnswer.h"

#include <QFuture>
#include <QPromise>

#include <functional>
#include <utility>

namespace motcua {

/** A request on its way to the thread of the network: it is always answered, with Closed when that ends before it. */
class HttpPromise
{
public:
    using Heard = std::function<void(const Result<HttpAnswer> &)>;

    /** `heard`, if any, is told the answer on the thread of the network. */
    explicit HttpPromise(Heard heard = {})
        : m_heard(std::move(heard))
    {
        m_promise.start();
    }
    ~HttpPromise()
    {
        give(Error{ErrorCode::Closed, {}});
        m_promise.finish();
    }
    Q_DISABLE_COPY_MOVE(HttpPromise)

    [[nodiscard]] QFuture<Result<HttpAnswer>> future() const { return m_promise.future(); }
    [[nodiscard]] bool isCancelled() const { return m_promise.isCanceled(); }

    /** The first one counts. */
    void give(Result<HttpAnswer> result)
    {
        if (!m_given) {
            m_given = true;
            if (m_heard) {
                m_heard(result);
            }
            m_promise.addResult(std::move(result));
        }
    }

private:
    QPromise<Result<HttpAnswer>> m_promise;
    Heard m_heard;
    bool m_given = false;
};

} // namespace motcua

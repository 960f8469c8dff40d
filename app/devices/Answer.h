// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QPromise>

namespace motcua {

/** A question on its way to a worker: it is always answered, with Closed when the worker ends before reaching it. */
template <typename T>
class Answer
{
public:
    Answer() { m_promise.start(); }
    ~Answer()
    {
        if (!m_given) {
            m_promise.addResult(Result<T>(Error{ErrorCode::Closed, {}}));
        }
        m_promise.finish();
    }
    Q_DISABLE_COPY_MOVE(Answer)

    [[nodiscard]] QFuture<Result<T>> future() { return m_promise.future(); }

    void give(Result<T> result)
    {
        m_given = true;
        m_promise.addResult(std::move(result));
    }

private:
    QPromise<Result<T>> m_promise;
    bool m_given = false;
};

} // namespace motcua

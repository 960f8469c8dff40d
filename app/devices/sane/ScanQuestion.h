// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/Scanner.h"
#include "app/devices/sane/ScanWorker.h"

#include <QPromise>

#include <functional>
#include <memory>

namespace motcua {

/** What one end of a worker means to whoever asked; none: it went well. */
[[nodiscard]] std::optional<ScanFault> faultOf(ScanWorker::End end, const std::optional<ScanEndBody> &said);

/** Text of a device or its driver, which may be of anybody on the network: nothing that moves a terminal's cursor, and no more than 200 characters. */
[[nodiscard]] QString plainText(const std::string &utf8);

/** A question to a worker that is answered by a value; goes by itself once it has answered. */
template <typename T>
class ScanQuestion
{
public:
    using Answer = Result<T, ScanFault>;
    /** Puts what a frame says into the value; false: it is none that answers this question. */
    using Take = std::function<bool(T &, const ScanFrame &)>;

    static QFuture<Answer> ask(const ScanWorker::Settings &settings, const ScanRequest &request, Take take, QObject *parent)
    {
        const auto question = std::make_shared<ScanQuestion>();
        question->m_promise.start();
        auto *const worker = new ScanWorker(settings, request, parent);
        // The connections hold the question: it goes with the worker.
        QObject::connect(worker, &ScanWorker::said, worker, [question, worker, take = std::move(take)](const ScanFrame &frame) {
            if (!take(question->m_value, frame)) {
                worker->refuse();
            }
        });
        QObject::connect(worker, &ScanWorker::finished, worker, [question, worker](ScanWorker::End end) {
            const auto fault = faultOf(end, worker->end());
            worker->deleteLater();
            question->give(fault ? Answer(*fault) : Answer(std::move(question->m_value)));
        });
        worker->begin();
        return question->m_promise.future();
    }

    ScanQuestion() = default;
    ~ScanQuestion() { give(Answer(ScanFault{ScanFault::What::Cancelled, {}})); }
    Q_DISABLE_COPY_MOVE(ScanQuestion)

private:
    void give(Answer answer)
    {
        if (!m_isGiven) {
            m_isGiven = true;
            m_promise.addResult(std::move(answer));
            m_promise.finish();
        }
    }

    T m_value{};
    QPromise<Answer> m_promise;
    bool m_isGiven = false;
};

} // namespace motcua

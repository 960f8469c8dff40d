// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/SlipPrinter.h"

#include <QPromise>

#include <memory>

namespace motcua {

/** A printer that does what the test says and remembers what it was given. */
class ScriptedPrinter : public SlipPrinter
{
public:
    std::optional<Error> refusal = {}; ///< of print()
    bool answersPrint = true; ///< false: takes the sheet and is never heard of again
    Result<PrintState> answersState = PrintState{PrintState::Progress::Waiting, {}};

    QList<QByteArray> sheets = {}; ///< the documents print() was given
    QList<PrintJob> asked = {};
    QList<PrintJob> followed = {};
    QList<PrintJob> cancelled = {};

    [[nodiscard]] static PrintJob job(int number) { return {QStringLiteral("Q3"), number, PaperSize::A5}; }
    /** The job of the sheet print() was given last. */
    [[nodiscard]] PrintJob last() const { return job(static_cast<int>(sheets.size())); }

    QFuture<Result<QList<Printer>>> printers() override { return ready<QList<Printer>>(QList<Printer>{}); }
    QFuture<Result<PrintJob>> print(const QByteArray &pdf, const JobTitle &, const QString &, PaperSize) override
    {
        if (refusal) {
            return ready<PrintJob>(*refusal);
        }
        sheets.append(pdf);
        if (answersPrint) {
            return ready<PrintJob>(last());
        }
        m_unanswered.append(std::make_shared<QPromise<Result<PrintJob>>>());
        m_unanswered.constLast()->start();
        return m_unanswered.constLast()->future();
    }
    QFuture<Result<PrintState>> state(const PrintJob &job) override
    {
        asked.append(job);
        return ready<PrintState>(answersState);
    }
    QFuture<Result<>> cancel(const PrintJob &job) override
    {
        cancelled.append(job);
        return ready<std::monostate>(Error{ErrorCode::NotFound, {}});
    }
    void follow(const PrintJob &job) override { followed.append(job); }

private:
    template <typename T>
    static QFuture<Result<T>> ready(Result<T> result)
    {
        QPromise<Result<T>> promise;
        promise.start();
        promise.addResult(std::move(result));
        promise.finish();
        return promise.future();
    }

    QList<std::shared_ptr<QPromise<Result<PrintJob>>>> m_unanswered;
};

} // namespace motcua

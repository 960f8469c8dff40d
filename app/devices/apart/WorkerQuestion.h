// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QFuture>
#include <QObject>
#include <QProcess>
#include <QPromise>
#include <QTimer>

#include <chrono>
#include <optional>

namespace motcua {

/** Why there is no answer of a worker process. */
enum class WorkerFault {
    TimedOut, ///< it took too long and was ended
    Crashed, ///< it ended, or was ended by the system, before it had answered, or said more than an answer may have
    NotInstalled, ///< there is no worker beside this program
    Cancelled, ///< whoever asked is gone
};

/**
 * One question on its way through one worker process (`motcua-worker-VERB`: a program for each, so that what one of them links is not there to be turned against
 * another), which may break or hang over it: bytes to its standard input, what it says on its standard output. It inherits nothing of ours; its words for people end in no log. Goes by itself once it has answered and the process has ended.
 *
 * Bytes are not wiped: what is secret does not go this way (PhotoDecoding).
 */
class WorkerQuestion final : public QObject
{
    Q_OBJECT

public:
    using Answer = Result<QByteArray, WorkerFault>;

    struct Settings
    {
        QString program = {}; ///< the worker for what is asked
        qsizetype mostOutput = 0; ///< bytes of an answer
        std::chrono::milliseconds patience{0};
    };

    /** Never answered inside this call. When `parent` goes, what is not answered is Cancelled and its process ended. */
    [[nodiscard]] static QFuture<Answer> ask(const Settings &settings, const QByteArray &input, QObject *parent);

    /** `motcua-worker-VERB`, where this program lies. */
    [[nodiscard]] static QString besideThisProgram(const QString &verb);

private:
    WorkerQuestion(Settings settings, QByteArray input, QObject *parent);
    ~WorkerQuestion() override;
    void start();
    void takeOutput();
    void settle(Answer answer);
    void give();

    Settings m_settings;
    QByteArray m_input;
    QByteArray m_output;
    QPromise<Answer> m_promise;
    std::optional<Answer> m_answer; ///< settled, and given on the next turn of the event loop
    QProcess m_process;
    QTimer m_timer;
    bool m_isGiven = false;
};

} // namespace motcua

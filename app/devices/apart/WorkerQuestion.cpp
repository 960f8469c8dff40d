// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/apart/WorkerQuestion.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcessEnvironment>

namespace motcua {

QString WorkerQuestion::besideThisProgram(const QString &verb)
{
    return QCoreApplication::applicationDirPath() + QStringLiteral("/motcua-worker-") + verb;
}

QFuture<WorkerQuestion::Answer> WorkerQuestion::ask(const Settings &settings, const QByteArray &input, QObject *parent)
{
    auto *question = new WorkerQuestion(settings, input, parent);
    const QFuture<Answer> answer = question->m_promise.future();
    question->m_timer.start(settings.patience);
    QMetaObject::invokeMethod(question, &WorkerQuestion::start, Qt::QueuedConnection);
    return answer;
}

WorkerQuestion::WorkerQuestion(Settings settings, QByteArray input, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_input(std::move(input))
{
    m_promise.start();
    m_process.setProgram(m_settings.program);
    QProcessEnvironment nothingElse;
    nothingElse.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    nothingElse.insert(QStringLiteral("OMP_THREAD_LIMIT"), QStringLiteral("1")); // what is locked in starts no threads
    m_process.setProcessEnvironment(nothingElse);
    m_process.setWorkingDirectory(QDir::rootPath());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { settle(WorkerFault::TimedOut); });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &WorkerQuestion::takeOutput);
    connect(&m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        takeOutput();
        settle(code == 0 && status == QProcess::NormalExit ? Answer(m_output) : Answer(WorkerFault::Crashed));
    });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        // One that does not read its input to the end may still have an answer, and one that crashed ends.
        if (error == QProcess::FailedToStart) {
            settle(WorkerFault::Crashed);
        }
    });
}

WorkerQuestion::~WorkerQuestion()
{
    m_process.disconnect(this);
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished(); // it has been killed: only to be collected
    }
    if (!m_isGiven) {
        m_promise.addResult(Answer(WorkerFault::Cancelled));
        m_promise.finish();
    }
}

void WorkerQuestion::start()
{
    if (m_answer) {
        return;
    }
    if (const QFileInfo worker(m_settings.program); !worker.isFile() || !worker.isExecutable()) {
        settle(WorkerFault::NotInstalled);
        return;
    }
    m_process.start();
    m_process.write(m_input);
    m_process.closeWriteChannel();
    m_input.clear();
}

void WorkerQuestion::takeOutput()
{
    if (m_answer) {
        return;
    }
    m_output += m_process.readAllStandardOutput();
    if (m_output.size() > m_settings.mostOutput) {
        settle(WorkerFault::Crashed);
    }
}

void WorkerQuestion::settle(Answer answer)
{
    if (m_answer) {
        return;
    }
    m_answer = std::move(answer);
    m_timer.stop();
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
    }
    // Whoever is answered may let go of everything, and this may be inside a signal of the process.
    QMetaObject::invokeMethod(this, &WorkerQuestion::give, Qt::QueuedConnection);
}

void WorkerQuestion::give()
{
    m_isGiven = true;
    deleteLater();
    QPromise<Answer> promise = std::move(m_promise);
    promise.addResult(*std::move(m_answer));
    promise.finish();
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/speech/ChildProgram.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>

#include <csignal>
#include <linux/close_range.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace motcua {

namespace {

constexpr int LookMs = 20; ///< this often whether it was stopped, or says too much

void limit(__rlimit_resource resource, rlim_t most)
{
    const rlimit both{most, most};
    (void)::setrlimit(resource, &both);
}

QProcessEnvironment inherited()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QStringList names = environment.keys();
    for (const QString &name : names) {
        if (name.startsWith(u"MOTCUA_")) {
            environment.remove(name);
        }
    }
    return environment;
}

/** With all it has started: what a script leaves behind would still be heard. */
void endAll(QProcess &process)
{
    if (const qint64 leader = process.processId(); leader > 0) {
        (void)::kill(-static_cast<pid_t>(leader), SIGKILL);
    }
    process.kill();
    process.waitForFinished(); // it has been killed: only to be collected
}

} // namespace

ChildProgram::Outcome ChildProgram::run(const std::atomic<bool> &stopped) const
{
    const QString path = QStandardPaths::findExecutable(program);
    if (path.isEmpty()) {
        return {End::Missing, {}};
    }
    QProcess process;
    process.setProgram(path);
    process.setArguments(arguments);
    process.setProcessEnvironment(inherited());
    process.setWorkingDirectory(QDir::rootPath());
    process.setStandardErrorFile(QProcess::nullDevice());
    if (mostOutput == 0) {
        process.setStandardOutputFile(QProcess::nullDevice());
    }
    process.setChildProcessModifier([memory = static_cast<rlim_t>(mostMemory)] {
        (void)::setpgid(0, 0);
        (void)::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
        (void)::close_range(STDERR_FILENO + 1, ~0U, CLOSE_RANGE_CLOEXEC);
        limit(RLIMIT_CORE, 0);
        if (memory > 0) {
            limit(RLIMIT_AS, memory);
        }
    });
    const QDeadlineTimer end(patience);
    process.start();
    process.write(input);
    process.closeWriteChannel();
    while (!process.waitForFinished(LookMs) && process.state() != QProcess::NotRunning) {
        const End reason = stopped ? End::Stopped : end.hasExpired() ? End::TimedOut : End::TooMuch;
        if (reason != End::TooMuch || process.bytesAvailable() > mostOutput) {
            endAll(process);
            return {reason, {}};
        }
    }
    if (process.error() == QProcess::FailedToStart || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        return {End::Broken, {}};
    }
    QByteArray output = mostOutput > 0 ? process.readAllStandardOutput() : QByteArray();
    return output.size() > mostOutput ? Outcome{End::TooMuch, {}} : Outcome{End::Done, std::move(output)};
}

} // namespace motcua

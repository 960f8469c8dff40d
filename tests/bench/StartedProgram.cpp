// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/StartedProgram.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>

#include <ctime>

namespace motcua::bench {

StartedProgram::StartedProgram(const QString &name, const QStringList &arguments)
    : m_name(name)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("default.warning=false"));
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    timespec now = {};
    clock_gettime(CLOCK_MONOTONIC, &now);
    m_startedUs = qint64{now.tv_sec} * 1'000'000 + now.tv_nsec / 1000;
    m_process.start(QCoreApplication::applicationDirPath() + u'/' + name, arguments);
    if (!m_process.waitForStarted()) {
        qFatal("%s: %s", qPrintable(name), qPrintable(m_process.errorString()));
    }
}

StartedProgram::~StartedProgram()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished()) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

void StartedProgram::give(const QByteArray &input)
{
    m_process.write(input);
    m_process.waitForBytesWritten();
}

double StartedProgram::moment(const QByteArray &name)
{
    const QDeadlineTimer patience(60'000);
    while (!m_moments.contains(name)) {
        if (!m_process.canReadLine() && !m_process.waitForReadyRead(static_cast<int>(patience.remainingTime()))) {
            qFatal("%s never told the moment %s", qPrintable(m_name), name.constData());
        }
        while (m_process.canReadLine()) {
            const QByteArrayList words = m_process.readLine().simplified().split(' ');
            m_moments.insert(words.constFirst(), words.constLast().toLongLong());
        }
    }
    return static_cast<double>(m_moments.value(name) - m_startedUs) / 1000;
}

double StartedProgram::memory(const char *line) const
{
    QFile file(QStringLiteral("/proc/%1/smaps_rollup").arg(m_process.processId()));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("%s: %s", qPrintable(file.fileName()), qPrintable(file.errorString()));
    }
    for (const QByteArray &told : file.readAll().split('\n')) {
        if (told.startsWith(line)) {
            return told.simplified().split(' ').value(1).toDouble() / 1024;
        }
    }
    qFatal("%s has no line %s", qPrintable(file.fileName()), line);
    return 0;
}

} // namespace motcua::bench

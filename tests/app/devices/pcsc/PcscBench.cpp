// SPDX-License-Identifier: GPL-3.0-or-later
#include "PcscBench.h"

#include <QElapsedTimer>
#include <QFile>

namespace motcua {

PcscBench::PcscBench(Driver driver)
    : m_driver(driver)
{
    qputenv("PCSCLITE_CSOCK_NAME", QFile::encodeName(m_dir.filePath(QStringLiteral("run/pcscd.comm"))));
}

PcscBench::~PcscBench()
{
    if (m_script.state() != QProcess::NotRunning) {
        m_script.closeWriteChannel();
        if (!m_script.waitForFinished(10000)) {
            m_script.terminate();
            m_script.waitForFinished(5000);
        }
    }
}

QString PcscBench::start()
{
    for (const QString &file : {QStringLiteral("/usr/sbin/pcscd"), QStringLiteral("/etc/reader.conf.d/vpcd")}) {
        if (!QFile::exists(file)) {
            return QStringLiteral("%1 is missing: install the packages pcscd and vsmartcard-vpcd").arg(file);
        }
    }
    QProcess probe;
    probe.start(QStringLiteral("unshare"), {QStringLiteral("-n"), QStringLiteral("-m"), QStringLiteral("true")});
    if (!probe.waitForFinished(10000) || probe.exitStatus() != QProcess::NormalExit || probe.exitCode() != 0) {
        return QStringLiteral(
            "no namespaces of its own here (unshare -n -m), without which the virtual reader would listen to the network");
    }
    m_script.start(QStringLiteral(MOTCUA_PCSC_BENCH), {m_dir.path(), m_driver == Driver::Pulled ? QStringLiteral(MOTCUA_PULLED_READER) : QString()});
    if (!m_script.waitForStarted() || !hear("ready")) {
        return QStringLiteral("the smart card service did not start: ") + QString::fromUtf8(m_script.readAllStandardError() + log());
    }
    return {};
}

bool PcscBench::say(const char *word, const char *answer)
{
    m_script.write(word);
    m_script.write("\n");
    return hear(answer);
}

bool PcscBench::hear(const char *word)
{
    QByteArray said;
    QElapsedTimer waited;
    for (waited.start(); waited.elapsed() < 20000 && !said.contains(word); said += m_script.readAllStandardOutput()) {
        if (!m_script.waitForReadyRead(1000) && m_script.state() == QProcess::NotRunning) {
            return false;
        }
    }
    return said.contains(word);
}

QByteArray PcscBench::log() const
{
    QByteArray all;
    for (const QString &name : {QStringLiteral("pcscd.log"), QStringLiteral("relay.log")}) {
        QFile file(m_dir.filePath(name));
        if (file.open(QIODevice::ReadOnly)) {
            all += file.readAll();
        }
    }
    return all;
}

} // namespace motcua

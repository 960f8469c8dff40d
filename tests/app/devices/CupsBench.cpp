// SPDX-License-Identifier: GPL-3.0-or-later
#include "CupsBench.h"

#include "app/devices/cups/CupsSlipPrinter.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTcpServer>
#include <QTest>

#include <array>
#include <csignal>

namespace motcua {

CupsBench::~CupsBench()
{
    if (m_script.state() != QProcess::NotRunning) {
        m_script.closeWriteChannel();
        if (!m_script.waitForFinished(10000)) {
            m_script.terminate();
            m_script.waitForFinished(5000);
        }
    }
}

QString CupsBench::start()
{
    for (const QString &program : {u"/usr/sbin/cupsd"_qs, u"/usr/sbin/ippeveprinter"_qs, u"/usr/bin/dbus-daemon"_qs}) {
        if (!QFile::exists(program)) {
            return QStringLiteral("%1 is missing: install the packages cups, cups-ipp-utils and dbus").arg(program);
        }
    }
    std::array<QTcpServer, 3> ports; // held together, so they differ
    QStringList arguments = {m_dir.filePath(u"cups"_qs)};
    for (QTcpServer &port : ports) {
        port.listen(QHostAddress::LocalHost);
        arguments.append(QString::number(port.serverPort()));
    }
    m_port = ports.front().serverPort();
    for (QTcpServer &port : ports) {
        port.close();
    }
    // cupsd's filters run as another user and have to reach its folders.
    QFile::setPermissions(m_dir.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther);
    m_script.start(QStringLiteral(MOTCUA_CUPS_BENCH), arguments);
    QByteArray said;
    QElapsedTimer waited;
    for (waited.start(); waited.elapsed() < 20000 && !said.contains("ready"); said += m_script.readAllStandardOutput()) {
        if (!m_script.waitForReadyRead(1000) && m_script.state() == QProcess::NotRunning) {
            break;
        }
    }
    if (!said.contains("ready")) {
        return QStringLiteral("the print server did not start: ") + QString::fromUtf8(m_script.readAllStandardError()) + log();
    }
    m_cupsd = said.split(' ').value(1).toLongLong();
    return {};
}

std::unique_ptr<SlipPrinter> CupsBench::printer()
{
    return std::make_unique<CupsSlipPrinter>(CupsServer{u"127.0.0.1"_qs, m_port});
}

QStringList CupsBench::sheets() const
{
    QStringList paths;
    const QFileInfoList files = QDir(m_dir.filePath(u"cups/sheets"_qs)).entryInfoList({u"*.pdf"_qs}, QDir::Files);
    for (const QFileInfo &file : files) {
        paths.append(file.filePath());
    }
    return paths;
}

void CupsBench::stop(SlipPrinter &)
{
    command(u"/usr/sbin/cupsdisable"_qs, {defaultPrinter()});
}

void CupsBench::resume(SlipPrinter &)
{
    command(u"/usr/sbin/cupsenable"_qs, {defaultPrinter()});
}

void CupsBench::breakDown(SlipPrinter &, QByteArray &pdf)
{
    pdf = "%PDF-1.4\nnothing else\n";
}

void CupsBench::vanish(SlipPrinter &)
{
    ::kill(static_cast<pid_t>(m_cupsd), SIGKILL);
}

QString CupsBench::log() const
{
    QString all;
    const QFileInfoList files = QDir(m_dir.filePath(u"cups/log"_qs)).entryInfoList(QDir::Files);
    for (const QFileInfo &info : files) {
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly)) {
            all += QStringLiteral("\n== %1\n").arg(info.fileName()) + QString::fromUtf8(file.readAll());
        }
    }
    return all;
}

int CupsBench::unfinished() const
{
    return static_cast<int>(command(u"/usr/bin/lpstat"_qs, {u"-o"_qs}).count('\n'));
}

QByteArray CupsBench::command(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    process.start(program, QStringList{u"-h"_qs, QStringLiteral("127.0.0.1:%1").arg(m_port)} + arguments);
    process.waitForFinished();
    return process.readAllStandardOutput();
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/sane/ScanWorker.h"

#include <QDir>
#include <QFileInfo>
#include <QProcessEnvironment>

#include <csignal>

namespace motcua {

namespace {

constexpr auto PatienceToLeave = std::chrono::seconds(6); ///< a second more than the worker gives its driver
constexpr qint64 AtOnce = 256 * 1024; ///< bytes taken from the pipe at once

} // namespace

ScanWorker::ScanWorker(Settings settings, const ScanRequest &request, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_request(request)
{
    m_process.setProgram(m_settings.program);
    m_process.setArguments({u"scan"_qs});
    // Nothing of ours goes along: no variable, no folder, and what a driver complains of ends in no log.
    QProcessEnvironment nothingElse;
    nothingElse.insert(u"LC_ALL"_qs, u"C"_qs);
    if (!m_settings.configFolder.isEmpty()) {
        nothingElse.insert(u"SANE_CONFIG_DIR"_qs, m_settings.configFolder);
    }
    m_process.setProcessEnvironment(nothingElse);
    m_process.setWorkingDirectory(QDir::rootPath());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { settle(m_end ? End::Answered : End::TimedOut); });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &ScanWorker::takeOutput);
    connect(&m_process, &QProcess::finished, this, &ScanWorker::judgeEnd);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            settle(End::Crashed);
        }
    });
}

ScanWorker::~ScanWorker()
{
    m_process.disconnect(this);
    kill();
    m_process.waitForFinished(); // it has been killed: only to be collected
}

void ScanWorker::kill()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
    }
}

void ScanWorker::begin()
{
    QMetaObject::invokeMethod(this, &ScanWorker::start, Qt::QueuedConnection);
}

void ScanWorker::start()
{
    if (m_settled) {
        return;
    }
    if (const QFileInfo worker(m_process.program()); !worker.isFile() || !worker.isExecutable()) {
        settle(End::NotInstalled);
        return;
    }
    m_timer.start(m_settings.firstWord);
    m_process.start();
    const std::vector<std::uint8_t> body = m_request.toBody();
    const ScanFrame::Head head = ScanFrame::head(ScanFrame::Kind::Request, body.size());
    m_process.write(reinterpret_cast<const char *>(head.data()), head.size());
    m_process.write(reinterpret_cast<const char *>(body.data()), static_cast<qint64>(body.size()));
    m_process.closeWriteChannel();
}

void ScanWorker::stop()
{
    if (m_settled || m_isStopped) {
        return;
    }
    m_isStopped = true;
    m_timer.start(PatienceToLeave);
    if (const qint64 process = m_process.processId(); process > 0) {
        (void)::kill(static_cast<pid_t>(process), SIGUSR1);
    } else {
        settle(End::Crashed); // it had not begun
    }
}

void ScanWorker::refuse()
{
    settle(End::Crashed);
}

void ScanWorker::takeOutput()
{
    // Piece by piece: a worker that says more than anybody can take is not given room for it.
    for (QByteArray piece = m_process.read(AtOnce); !piece.isEmpty() && !m_settled; piece = m_process.read(AtOnce)) {
        std::span<const std::uint8_t> bytes(reinterpret_cast<const std::uint8_t *>(piece.constData()), static_cast<std::size_t>(piece.size()));
        while (!bytes.empty() && !m_settled) {
            std::optional<ScanFrame> frame = m_frames.take(bytes);
            if (m_frames.isBroken() || (frame && m_end) || (!frame && m_end && !m_frames.isAtStart())) {
                m_end.reset();
                settle(End::Crashed);
            } else if (frame && frame->kind == ScanFrame::Kind::End) {
                m_end = ScanEndBody::fromBody(frame->body);
                if (m_end && !m_isStopped) {
                    m_timer.start(PatienceToLeave); // to let go of the device, so that the next one finds it free
                } else if (!m_end) {
                    settle(End::Crashed);
                }
            } else if (frame) {
                if (!m_isStopped) {
                    m_timer.start(m_settings.nextWord);
                }
                Q_EMIT said(*frame);
            }
        }
    }
}

void ScanWorker::judgeEnd()
{
    takeOutput();
    settle(m_end ? End::Answered : End::Crashed);
}

void ScanWorker::settle(End end)
{
    if (m_settled) {
        return;
    }
    m_settled = end;
    m_timer.stop();
    kill();
    // Whoever is told may let go of everything, and this may be inside a signal of the process.
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT finished(*m_settled); }, Qt::QueuedConnection);
}

} // namespace motcua

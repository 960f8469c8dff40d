// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/photo/PhotoDecoding.h"

#include "app/devices/photo/PhotoFrame.h"

#include <QDir>
#include <QFileInfo>
#include <QProcessEnvironment>

#include <algorithm>

namespace motcua {

namespace {

constexpr auto LargestAnswer = static_cast<qsizetype>(PhotoFrame::HeadSize + PhotoFrame::LargestPicture);

} // namespace

PhotoDecoding::PhotoDecoding(const QString &worker, QByteArray photo, QObject *parent)
    : QObject(parent)
    , m_photo(std::move(photo))
{
    m_promise.start();
    m_process.setProgram(worker);
    m_process.setArguments({u"photo"_qs});
    // Nothing of ours goes along: no variable, no folder, and what a library complains of ends in no log.
    QProcessEnvironment nothingElse;
    nothingElse.insert(u"LC_ALL"_qs, u"C"_qs);
    m_process.setProcessEnvironment(nothingElse);
    m_process.setWorkingDirectory(QDir::rootPath());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { settle(PhotoFault::TimedOut); });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &PhotoDecoding::takeOutput);
    connect(&m_process, &QProcess::finished, this, &PhotoDecoding::judgeEnd);
    connect(&m_process, &QProcess::errorOccurred, this, &PhotoDecoding::judgeError);
}

PhotoDecoding::~PhotoDecoding()
{
    m_process.disconnect(this);
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished(); // it has been killed: only to be collected
    }
    if (!m_given) {
        m_promise.addResult(PhotoDecoder::Decoded(PhotoFault::Cancelled));
        m_promise.finish();
    }
}

void PhotoDecoding::begin(std::chrono::milliseconds patience)
{
    if (m_photo.size() > static_cast<qsizetype>(PhotoFrame::LargestInput)) {
        settle(PhotoFault::TooLarge);
        return;
    }
    m_timer.start(patience);
    QMetaObject::invokeMethod(this, &PhotoDecoding::start, Qt::QueuedConnection);
}

void PhotoDecoding::start()
{
    if (m_decoded) {
        return;
    }
    if (const QFileInfo worker(m_process.program()); !worker.isFile() || !worker.isExecutable()) {
        settle(PhotoFault::NotInstalled);
        return;
    }
    m_answer = std::make_unique<security::SecretBytes>(LargestAnswer + 1);
    m_process.start();
    m_process.write(m_photo);
    m_process.closeWriteChannel();
    m_photo.clear();
}

void PhotoDecoding::takeOutput()
{
    if (m_decoded) {
        return;
    }
    char *const buffer = reinterpret_cast<char *>(m_answer->data());
    for (qint64 taken = 1; taken > 0 && m_size <= LargestAnswer; m_size += taken) {
        taken = std::max<qint64>(m_process.read(buffer + m_size, LargestAnswer + 1 - m_size), 0);
    }
    if (m_size > LargestAnswer) {
        settle(PhotoFault::Crashed);
    }
}

void PhotoDecoding::judgeEnd(int code, QProcess::ExitStatus status)
{
    takeOutput();
    settle(code == 0 && status == QProcess::NormalExit ? judged() : PhotoDecoder::Decoded(PhotoFault::Crashed));
}

void PhotoDecoding::judgeError(QProcess::ProcessError error)
{
    // A worker that does not read its input to the end may still have an answer, and one that crashed ends.
    if (error == QProcess::FailedToStart) {
        settle(PhotoFault::Crashed);
    }
}

PhotoDecoder::Decoded PhotoDecoding::judged()
{
    constexpr auto HeadSize = static_cast<qsizetype>(PhotoFrame::HeadSize);
    if (m_size < HeadSize) {
        return PhotoFault::Crashed;
    }
    const auto frame = PhotoFrame::fromHead(std::span<const std::uint8_t, PhotoFrame::HeadSize>(m_answer->data(), PhotoFrame::HeadSize));
    if (!frame || m_size != HeadSize + static_cast<qsizetype>(frame->pictureSize())) {
        return PhotoFault::Crashed;
    }
    switch (frame->outcome) {
    case PhotoFrame::Outcome::CannotDecode:
        return PhotoFault::CannotDecode;
    case PhotoFrame::Outcome::TooLarge:
        return PhotoFault::TooLarge;
    case PhotoFrame::Outcome::Picture:
        break;
    }
    // The picture lies where it was read to, and its last QImage wipes it.
    unsigned char *const pixels = m_answer->data() + HeadSize;
    return QImage(
        pixels, static_cast<int>(frame->width), static_cast<int>(frame->height), qsizetype(frame->width) * frame->pixelSize,
        frame->pixelSize == 4 ? QImage::Format_RGBA8888 : QImage::Format_RGB888,
        [](void *answer) { delete static_cast<security::SecretBytes *>(answer); }, m_answer.release());
}

void PhotoDecoding::settle(PhotoDecoder::Decoded decoded)
{
    if (m_decoded) {
        return;
    }
    m_decoded = std::move(decoded);
    m_timer.stop();
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
    }
    // Whoever is answered may let go of everything, and this may be inside a signal of the process.
    QMetaObject::invokeMethod(this, &PhotoDecoding::give, Qt::QueuedConnection);
}

void PhotoDecoding::give()
{
    m_given = true;
    deleteLater();
    QPromise<PhotoDecoder::Decoded> promise = std::move(m_promise);
    promise.addResult(*std::move(m_decoded));
    promise.finish();
}

} // namespace motcua

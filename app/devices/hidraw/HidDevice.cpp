// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/hidraw/HidDevice.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace motcua {

namespace {

using State = CodeReader::State;
using Trouble = CodeReader::Trouble;

constexpr int AtOnce = 64; // reports; the kernel keeps no more of them for a program that does not come to read

using Room = std::array<char, HidReportLayout::LongestReport + 1>;

/** The next report of `fd` in `room`; 0 when the device is gone, -1 when nothing has come. */
ssize_t report(int fd, Room &room)
{
    for (;;) {
        const ssize_t got = ::read(fd, room.data(), room.size());
        if (got >= 0) {
            return got;
        }
        if (errno != EINTR) {
            return errno == EAGAIN || errno == EWOULDBLOCK ? -1 : 0;
        }
    }
}

} // namespace

std::optional<HidReportLayout> HidDevice::layoutOf(const QString &name, const QString &descriptors)
{
    QFile file(QStringLiteral("%1/%2/device/report_descriptor").arg(descriptors, name));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return HidReportLayout::of(file.read(HidReportLayout::LongestDescriptor + 1));
}

ReaderPort::Opened HidDevice::open()
{
    close();
    m_gone = false;
    return m_path.isEmpty() ? openFirst() : openNamed();
}

ReaderPort::Opened HidDevice::openNamed()
{
    const QString path = QFileInfo(m_path).canonicalFilePath();
    if (path.isEmpty()) {
        return {State::None, Trouble::Nothing};
    }
    const QString name = QFileInfo(path).fileName();
    // Before it is opened: a keyboard, which this account may not open, is told as what it is.
    return layoutOf(name, m_folders.descriptors) ? openAt(path, name) : Opened{State::Failed, Trouble::NotAReader};
}

ReaderPort::Opened HidDevice::openFirst()
{
    Opened first{m_wasSeen ? State::None : State::Off, Trouble::Nothing};
    const QStringList names = QDir(m_folders.descriptors).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString &name : names) {
        if (!layoutOf(name, m_folders.descriptors)) {
            continue;
        }
        m_wasSeen = true;
        const Opened opened = openAt(m_folders.devices + u'/' + name, name);
        if (opened.state == State::Ready) {
            return opened;
        }
        if (first.state != State::Failed) {
            first = opened;
        }
    }
    return first;
}

ReaderPort::Opened HidDevice::openAt(const QString &path, const QString &name)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0) {
        return failed(errno);
    }
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
        const int error = errno;
        ::close(fd);
        return failed(error);
    }
    // Again, for meanwhile another device may have got this name. One that gets it from now on has no part in what is open.
    const std::optional<HidReportLayout> layout = layoutOf(name, m_folders.descriptors);
    if (!layout) {
        ::close(fd);
        return {State::None, Trouble::Nothing};
    }
    Room unheard{};
    for (int count = 0; count < AtOnce && report(fd, unheard) > 0; ++count) { } // what was scanned before anybody listened means nothing now
    m_layout = *layout;
    m_fd = fd;
    return {State::Ready, Trouble::Nothing};
}

void HidDevice::close()
{
    if (m_fd >= 0) {
        ::close(m_fd);
        m_fd = -1;
    }
}

QList<QByteArray> HidDevice::read(CodeFrames &frames)
{
    QList<QByteArray> codes;
    Room room{};
    for (int count = 0; m_fd >= 0 && count < AtOnce; ++count) {
        const ssize_t got = report(m_fd, room);
        m_gone = got == 0;
        if (got <= 0) {
            break;
        }
        const std::optional<HidReportLayout::Piece> piece = m_layout.piece({room.data(), got});
        if (!piece) {
            continue;
        }
        if (piece->isCut) {
            frames.spoil(); // up to the next silence: who knows what else is missing
            continue;
        }
        codes += frames.take(piece->bytes);
        if (piece->continues) {
            continue;
        }
        if (QByteArray code = frames.silence(); !code.isEmpty()) {
            codes.append(std::move(code));
        }
    }
    return codes;
}

} // namespace motcua

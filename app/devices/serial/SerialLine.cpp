// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/serial/SerialLine.h"

#include <QFile>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

namespace motcua {

namespace {

speed_t speed(int baud)
{
    switch (baud) {
    case 19200:
        return B19200;
    case 38400:
        return B38400;
    case 57600:
        return B57600;
    case 115200:
        return B115200;
    default:
        return B9600;
    }
}

/** Every byte as it comes, without echo, signals, parity or modem control; 0, or the reason it could not be had. */
int makeRaw(int fd, int baud)
{
    termios line{};
    if (::tcgetattr(fd, &line) != 0) {
        return errno;
    }
    ::cfmakeraw(&line);
    line.c_iflag |= IGNBRK | IGNPAR;
    line.c_cflag &= ~static_cast<tcflag_t>(CSTOPB | CRTSCTS);
    line.c_cflag |= CLOCAL | CREAD;
    line.c_cc[VMIN] = 1; // so that nothing to read and a line that hung up are told apart
    line.c_cc[VTIME] = 0;
    if (::cfsetspeed(&line, speed(baud)) != 0 || ::tcsetattr(fd, TCSANOW, &line) != 0) {
        return errno;
    }
    return 0;
}

} // namespace

ReaderPort::Opened SerialLine::open()
{
    close();
    m_gone = false;
    const int fd = ::open(QFile::encodeName(m_path).constData(), O_RDONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0) {
        return failed(errno);
    }
    int error = 0;
    if (::isatty(fd) == 0) {
        error = ENOTTY;
    } else if (::flock(fd, LOCK_EX | LOCK_NB) != 0) { // holds against root too, whom TIOCEXCL lets pass
        error = errno;
    } else if (::ioctl(fd, TIOCEXCL) != 0) {
        error = errno;
    } else {
        error = makeRaw(fd, m_baud);
    }
    if (error != 0) {
        ::close(fd);
        return failed(error);
    }
    ::tcflush(fd, TCIFLUSH); // what was scanned before anybody listened means nothing now
    m_fd = fd;
    return {CodeReader::State::Ready, CodeReader::Trouble::Nothing};
}

void SerialLine::close()
{
    if (m_fd >= 0) {
        ::ioctl(m_fd, TIOCNXCL);
        ::close(m_fd);
        m_fd = -1;
    }
}

QList<QByteArray> SerialLine::read(CodeFrames &frames)
{
    QByteArray bytes;
    std::array<char, 1024> part{};
    while (m_fd >= 0 && bytes.size() <= CodeReader::LongestReading) {
        const ssize_t got = ::read(m_fd, part.data(), part.size());
        if (got > 0) {
            bytes.append(part.data(), got);
        } else if (got < 0 && errno == EINTR) {
            continue;
        } else {
            m_gone = got == 0 || (errno != EAGAIN && errno != EWOULDBLOCK);
            break;
        }
    }
    return frames.take(bytes);
}

} // namespace motcua

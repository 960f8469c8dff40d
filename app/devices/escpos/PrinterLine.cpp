// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/escpos/PrinterLine.h"

#include "app/devices/escpos/HostAddress.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <linux/sockios.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

namespace motcua {

namespace {

using What = TicketFault::What;

constexpr int AgainMs = 50;
constexpr std::size_t MostAtOnce = 16 * 1024; // so that what stalls is noticed, not what is large

QString systemDetail(const char *doing, int error)
{
    return QStringLiteral("escpos: %1: errno %2").arg(QLatin1String(doing)).arg(error);
}

/** A line that passes every byte as it is, where it is one of a terminal's kind. */
void makeRaw(int fd)
{
    termios line{};
    if (::isatty(fd) != 0 && ::tcgetattr(fd, &line) == 0) {
        ::cfmakeraw(&line);
        line.c_cflag |= CLOCAL | CREAD;
        (void)::tcsetattr(fd, TCSANOW, &line);
        (void)::tcflush(fd, TCIFLUSH);
    }
}

} // namespace

PrinterLine::PrinterLine(const EscPosSettings &settings, int stop)
    : m_settings(settings)
    , m_stop(stop)
{
}

PrinterLine::~PrinterLine()
{
    drop();
}

TicketFault PrinterLine::failed(int error, const char *doing)
{
    const QString detail = systemDetail(doing, error);
    switch (error) {
    case EACCES:
    case EPERM:
        return {.what = What::NotAllowed, .detail = detail};
    case EBUSY:
    case EWOULDBLOCK:
        return {.what = What::InUse, .detail = detail};
    case ENOTTY:
    case EISDIR:
    case ENOTDIR:
    case EINVAL:
        return {.what = What::NoPrinter, .detail = detail};
    case ENOSPC: // how the driver of USB printers says it
        return {.what = What::PaperOut, .detail = detail};
    default:
        return {.what = What::NotThere, .detail = detail};
    }
}

TicketFault PrinterLine::over(Ready ready, What late, const char *doing)
{
    if (ready == Ready::Stopped) {
        return {.what = What::Closed};
    }
    m_isGone = m_isGone || ready == Ready::Gone;
    return {.what = ready == Ready::Gone ? What::Unplugged : late, .detail = QStringLiteral("escpos: %1").arg(QLatin1String(doing))};
}

PrinterLine::Ready PrinterLine::wait(short events, QDeadlineTimer until)
{
    while (true) {
        std::array<pollfd, 2> watched{{{m_fd, events, 0}, {m_stop, POLLIN, 0}}};
        const int left = static_cast<int>(std::clamp<qint64>(until.remainingTime(), 0, 60'000));
        const int found = ::poll(watched.data(), watched.size(), left);
        if (found < 0 && errno != EINTR) {
            return Ready::Gone;
        }
        if (watched[1].revents != 0) {
            m_isStopped = true;
            return Ready::Stopped;
        }
        if (watched[0].revents & events) {
            return Ready::Yes;
        }
        if (watched[0].revents != 0) {
            return Ready::Gone;
        }
        if (until.hasExpired()) {
            return Ready::Late;
        }
    }
}

PrinterLine::Outcome PrinterLine::open()
{
    drop();
    m_written = 0;
    m_isGone = false;
    m_isRefused = false;
    const bool isConnected = !m_settings.host.isEmpty();
    if (!isConnected && m_settings.device.isEmpty()) {
        return TicketFault{.what = What::NoPrinter, .detail = QStringLiteral("escpos: desk.ini names neither a host nor a device")};
    }
    const QDeadlineTimer busy(m_settings.busyMs);
    const QDeadlineTimer there(m_settings.openMs);
    while (true) { // a printer that somebody else prints on refuses, and is free in a moment
        const Outcome fault = isConnected ? connectHost(there) : openDevice();
        if (!fault || !m_isRefused || busy.hasExpired()) {
            return fault;
        }
        if (wait(0, QDeadlineTimer(AgainMs)) == Ready::Stopped) {
            return TicketFault{.what = What::Closed};
        }
    }
}

PrinterLine::Outcome PrinterLine::openDevice()
{
    const int fd = ::open(QFile::encodeName(m_settings.device).constData(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    m_isRefused = fd < 0 && errno == EBUSY;
    if (fd < 0) {
        return failed(errno, "open");
    }
    struct stat what{};
    int error = 0;
    if (::fstat(fd, &what) != 0) {
        error = errno;
    } else if (!S_ISCHR(what.st_mode)) {
        error = ENOTTY;
    } else if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
        error = errno;
    }
    m_isRefused = error == EWOULDBLOCK;
    if (error != 0) {
        ::close(fd);
        return failed(error, "device");
    }
    makeRaw(fd);
    m_fd = fd;
    return {};
}

PrinterLine::Outcome PrinterLine::connectHost(QDeadlineTimer until)
{
    const auto host = HostAddress::of(m_settings.host, m_settings.port, static_cast<int>(until.remainingTime()));
    if (!host) {
        return TicketFault{.what = What::NotThere, .detail = QStringLiteral("escpos: the name of the printer has no address")};
    }
    m_fd = ::socket(host->address.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (m_fd < 0) {
        return failed(errno, "socket");
    }
    const int on = 1;
    (void)::setsockopt(m_fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    int error = ::connect(m_fd, reinterpret_cast<const sockaddr *>(&host->address), host->size) == 0 ? 0 : errno;
    if (error == EINPROGRESS) {
        const Ready ready = wait(POLLOUT, until);
        socklen_t size = sizeof error;
        if (ready == Ready::Late || ready == Ready::Stopped) {
            error = ready == Ready::Late ? ETIMEDOUT : ECANCELED;
        } else if (::getsockopt(m_fd, SOL_SOCKET, SO_ERROR, &error, &size) != 0) {
            error = errno;
        }
    }
    m_isRefused = error == ECONNREFUSED;
    if (error == 0) {
        return {};
    }
    drop();
    return m_isStopped ? TicketFault{.what = What::Closed} : TicketFault{.what = What::NotThere, .detail = systemDetail("connect", error)};
}

PrinterLine::Outcome PrinterLine::write(const QByteArray &bytes)
{
    for (qsizetype done = 0; done < bytes.size();) {
        if (const Ready ready = wait(POLLOUT, QDeadlineTimer(m_settings.stallMs)); ready != Ready::Yes) {
            return over(ready, What::Stuck, "write");
        }
        const auto left = std::min(static_cast<std::size_t>(bytes.size() - done), MostAtOnce);
        const char *const next = bytes.constData() + done;
        // A line that was cut must not end the program by a signal.
        const ssize_t took = m_settings.host.isEmpty() ? ::write(m_fd, next, left) : ::send(m_fd, next, left, MSG_NOSIGNAL);
        if (took > 0) {
            done += took;
            m_written += took;
        } else if (took < 0 && errno == ENOSPC) {
            return failed(errno, "write");
        } else if (took < 0 && errno != EINTR && errno != EAGAIN && errno != EWOULDBLOCK) {
            m_isGone = true;
            return TicketFault{.what = What::Unplugged, .detail = systemDetail("write", errno)};
        }
    }
    return {};
}

PrinterLine::Outcome PrinterLine::settle()
{
    int before = -1;
    QDeadlineTimer until(m_settings.stallMs);
    while (true) {
        if (const Ready ready = wait(POLLOUT, until); ready != Ready::Yes) {
            return over(ready, What::Stuck, "settle");
        }
        int left = 0;
        if (::ioctl(m_fd, m_settings.host.isEmpty() ? static_cast<unsigned long>(TIOCOUTQ) : static_cast<unsigned long>(SIOCOUTQ), &left) != 0 || left <= 0) {
            return {}; // a device that does not tell has it when it takes more
        }
        if (left != before) {
            before = left;
            until = QDeadlineTimer(m_settings.stallMs);
        } else if (until.hasExpired()) {
            return over(Ready::Late, What::Stuck, "settle");
        }
        if (const Ready ready = wait(0, QDeadlineTimer(AgainMs)); ready == Ready::Stopped || ready == Ready::Gone) {
            return over(ready, What::Stuck, "settle");
        }
    }
}

QByteArray PrinterLine::read(QDeadlineTimer until)
{
    std::array<char, 256> some{};
    while (m_fd >= 0 && !isOver()) {
        const Ready ready = wait(POLLIN, until);
        if (ready != Ready::Yes) {
            m_isGone = m_isGone || ready == Ready::Gone;
            return {};
        }
        const ssize_t got = ::read(m_fd, some.data(), some.size());
        if (got > 0) {
            return QByteArray(some.data(), got);
        }
        if (got == 0 && m_settings.host.isEmpty()) {
            (void)wait(0, QDeadlineTimer(AgainMs)); // a USB printer may send packets with nothing in them
        } else if (got == 0 || (errno != EINTR && errno != EAGAIN && errno != EWOULDBLOCK)) {
            m_isGone = true;
        }
        if (until.hasExpired()) {
            return {};
        }
    }
    return {};
}

void PrinterLine::drop()
{
    if (m_fd >= 0 && !m_settings.host.isEmpty()) {
        const linger none{1, 0};
        (void)::setsockopt(m_fd, SOL_SOCKET, SO_LINGER, &none, sizeof none);
    } else if (m_fd >= 0) {
        (void)::tcflush(m_fd, TCOFLUSH);
    }
    if (m_fd >= 0) {
        ::close(m_fd);
        m_fd = -1;
    }
}

void PrinterLine::close(int lingerMs)
{
    if (m_fd >= 0 && !m_settings.host.isEmpty()) {
        // What came and was not read would make the system cut the line off, and a printer forget what it has.
        (void)::shutdown(m_fd, SHUT_WR);
        const QDeadlineTimer until(lingerMs);
        while (!read(until).isEmpty()) { }
    }
    if (m_fd >= 0) {
        ::close(m_fd);
        m_fd = -1;
    }
}

} // namespace motcua

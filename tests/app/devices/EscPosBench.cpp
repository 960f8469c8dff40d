// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/devices/EscPosBench.h"

#include <QFile>

#include <array>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

namespace motcua {

namespace {

constexpr int LookMs = 5;
constexpr qint64 Memory = 64; // bytes on one line
constexpr qint64 HalfATicket = 4000; // bytes of picture

void closed(int &fd)
{
    if (fd >= 0) {
        ::close(fd);
        fd = -1;
    }
}

} // namespace

EscPosBench::EscPosBench(Line line)
    : m_line(line)
{
    plugIn();
}

EscPosBench::~EscPosBench()
{
    pullOut();
}

EscPosSettings EscPosBench::settings() const
{
    EscPosSettings settings{.host = m_line == Line::Tcp ? u"127.0.0.1"_qs : QString(), .port = m_port, .device = m_line == Line::Tcp ? QString() : link()};
    settings.openMs = 2000;
    settings.busyMs = 100;
    settings.answerMs = 150;
    settings.stallMs = 400;
    settings.doneMs = 1200;
    return settings;
}

void EscPosBench::plugIn()
{
    if (m_thread.joinable()) {
        return;
    }
    m_goes = false;
    m_cutAt = 0;
    if (m_line == Line::Tcp) {
        m_listening = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        const int on = 1;
        (void)::setsockopt(m_listening, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
        const int small = 4096; // what is not read is soon felt
        (void)::setsockopt(m_listening, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
        sockaddr_in here{};
        here.sin_family = AF_INET;
        here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        here.sin_port = htons(m_port);
        socklen_t size = sizeof here;
        if (::bind(m_listening, reinterpret_cast<sockaddr *>(&here), size) != 0 || ::listen(m_listening, 4) != 0
            || ::getsockname(m_listening, reinterpret_cast<sockaddr *>(&here), &size) != 0) {
            qFatal("no port on the loopback");
        }
        m_port = ntohs(here.sin_port);
    } else {
        std::array<char, 128> name{};
        m_connection = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
        if (m_connection < 0 || ::grantpt(m_connection) != 0 || ::unlockpt(m_connection) != 0 || ::ptsname_r(m_connection, name.data(), name.size()) != 0) {
            qFatal("no pseudo-terminal");
        }
        m_held = ::open(name.data(), O_RDWR | O_NOCTTY | O_CLOEXEC);
        QFile::link(QFile::decodeName(name.data()), link());
        with([](EscPosMachine &machine) { machine.reconnect(); });
    }
    m_thread = std::thread([this] { run(); });
}

void EscPosBench::pullOut()
{
    m_goes = true;
    if (m_thread.joinable()) {
        m_thread.join();
    }
    shut();
}

void EscPosBench::shut()
{
    if (m_line == Line::Device) {
        QFile::remove(link());
    } else if (m_connection >= 0) {
        const linger none{1, 0};
        (void)::setsockopt(m_connection, SOL_SOCKET, SO_LINGER, &none, sizeof none);
    }
    closed(m_connection);
    closed(m_held);
    closed(m_listening);
}

bool EscPosBench::accept()
{
    if (m_connection >= 0) {
        return true;
    }
    pollfd watched{m_listening, POLLIN, 0};
    if (::poll(&watched, 1, LookMs) <= 0) {
        return false;
    }
    m_connection = ::accept4(m_listening, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
    m_readHere = 0;
    with([](EscPosMachine &machine) { machine.reconnect(); });
    return m_connection >= 0;
}

void EscPosBench::run()
{
    while (!m_goes) {
        if (accept()) {
            serve();
        }
        if (m_cutAt > 0 && with([](EscPosMachine &machine) { return machine.pictureBytes(); }) >= m_cutAt) {
            shut();
            return;
        }
    }
}

void EscPosBench::serve()
{
    const bool isFull = !m_readsOn && m_readHere >= Memory && with([](EscPosMachine &machine) { return machine.isStopped(); });
    const bool reads = !m_deaf && !isFull;
    pollfd watched{m_connection, static_cast<short>(reads ? POLLIN | POLLRDHUP : POLLRDHUP), 0};
    if (::poll(&watched, 1, LookMs) <= 0) {
        return;
    }
    std::array<char, 512> some{};
    const ssize_t got = watched.revents & POLLIN ? ::read(m_connection, some.data(), some.size()) : 0;
    if (got > 0) {
        m_readHere += got;
        const QByteArray answers = with([&some, got](EscPosMachine &machine) { return machine.take(QByteArray(some.data(), got)); });
        const auto size = static_cast<size_t>(answers.size());
        // Whoever asked may have gone by now, which is no reason to end the test by a signal; a pseudo-terminal sends none.
        (void)!(m_line == Line::Tcp ? ::send(m_connection, answers.constData(), size, MSG_NOSIGNAL) : ::write(m_connection, answers.constData(), size));
    } else if (m_line == Line::Tcp && (got == 0 || errno != EAGAIN)) {
        closed(m_connection); // whoever printed has gone
    } else {
        (void)::poll(nullptr, 0, LookMs);
    }
}

void EscPosBench::make(TicketPrinter &, Trouble trouble)
{
    if (trouble == Trouble::Unplugged) {
        pullOut();
        return;
    }
    if (trouble == Trouble::None) {
        pullOut(); // it is known to be whole again
        plugIn();
    }
    m_cutAt = trouble == Trouble::UnpluggedHalfway ? with([](EscPosMachine &machine) { return machine.pictureBytes(); }) + HalfATicket : 0;
    with([trouble](EscPosMachine &machine) {
        machine.isSilent = trouble == Trouble::Silent;
        machine.isOpen = trouble == Trouble::CoverOpen;
        machine.isBroken = trouble == Trouble::Broken;
        machine.isLow = trouble == Trouble::PaperLow;
        machine.isOut = trouble == Trouble::PaperOut;
        machine.endsAfterCut = trouble == Trouble::LastTicket;
        machine.rowsLeft = trouble == Trouble::EndsHalfway ? static_cast<int>(HalfATicket / 72) : -1;
    });
}

} // namespace motcua

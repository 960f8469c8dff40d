// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/WireIntake.h"

#include <dirent.h>
// Not <netinet/tcp.h>: its tcp_info ends before the count.
#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <cstddef>
#include <cstdlib>
#include <memory>

namespace motcua {

namespace {

/** The port at the other end; 0 of what is no connection of TCP. */
quint16 peerPort(int descriptor)
{
    sockaddr_storage peer = {};
    socklen_t size = sizeof peer;
    if (::getpeername(descriptor, reinterpret_cast<sockaddr *>(&peer), &size) != 0) {
        return 0;
    }
    switch (peer.ss_family) {
    case AF_INET:
        return ntohs(reinterpret_cast<const sockaddr_in &>(peer).sin_port);
    case AF_INET6:
        return ntohs(reinterpret_cast<const sockaddr_in6 &>(peer).sin6_port);
    default:
        return 0;
    }
}

std::optional<quint64> received(int descriptor)
{
    tcp_info info = {};
    socklen_t size = sizeof info;
    const bool isTold = ::getsockopt(descriptor, IPPROTO_TCP, TCP_INFO, &info, &size) == 0
        && size >= offsetof(tcp_info, tcpi_bytes_received) + sizeof info.tcpi_bytes_received;
    return isTold ? std::optional<quint64>(info.tcpi_bytes_received) : std::nullopt;
}

} // namespace

std::atomic<qint64> WireTally::shown = 0;
std::atomic<qint64> WireTally::toBeShown = 0;

WireIntake::WireIntake(QSet<quint16> ports)
    : m_ports(std::move(ports))
    , m_isTold(look(true))
{
}

std::optional<qint64> WireIntake::came()
{
    m_isTold = m_isTold && look(false);
    if (!m_isTold) {
        return std::nullopt;
    }
    qint64 bytes = 0;
    for (const Socket &socket : std::as_const(m_sockets)) {
        bytes += static_cast<qint64>(socket.now - socket.before);
    }
    return bytes;
}

bool WireIntake::look(bool isFirst)
{
    const std::unique_ptr<DIR, int (*)(DIR *)> folder(::opendir("/proc/self/fd"), &::closedir);
    if (!folder) {
        return false;
    }
    m_open = 0;
    while (const dirent *one = ::readdir(folder.get())) {
        const int descriptor = std::atoi(one->d_name); // "." and ".." are 0, which is no socket of ours
        struct stat status = {};
        if (descriptor == 0 || ::fstat(descriptor, &status) != 0 || !S_ISSOCK(status.st_mode) || !m_ports.contains(peerPort(descriptor))) {
            continue;
        }
        const std::optional<quint64> now = received(descriptor);
        if (!now) {
            return false;
        }
        ++m_open;
        Socket &socket = m_sockets[status.st_ino];
        socket.now = *now;
        socket.before = isFirst ? *now : socket.before;
    }
    return true;
}

} // namespace motcua

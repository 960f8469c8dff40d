// SPDX-License-Identifier: GPL-3.0-or-later
#include "VirtualCard.h"

#include <QFile>

#include <algorithm>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace motcua {

namespace {

constexpr int LookUp = 20; // milliseconds between two looks whether to stop

bool readable(int fd, const std::atomic_bool &stop)
{
    while (!stop.load()) {
        pollfd poll{fd, POLLIN, 0};
        if (::poll(&poll, 1, LookUp) > 0) {
            return true;
        }
    }
    return false;
}

bool receive(int fd, QByteArray &bytes, const std::atomic_bool &stop)
{
    for (qsizetype got = 0; got < bytes.size();) {
        if (!readable(fd, stop)) {
            return false;
        }
        const ssize_t part = ::recv(fd, bytes.data() + got, static_cast<std::size_t>(bytes.size() - got), 0);
        if (part <= 0) {
            return false;
        }
        got += part;
    }
    return true;
}

bool send(int fd, const QByteArray &body)
{
    QByteArray bytes;
    bytes.append(static_cast<char>(body.size() >> 8)).append(static_cast<char>(body.size() & 0xFF)).append(body);
    return ::send(fd, bytes.constData(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL) == bytes.size();
}

} // namespace

VirtualCard::VirtualCard(const QString &path, QByteArray atr, Act act, std::function<void(int)> reset)
    : m_path(QFile::encodeName(path))
    , m_atr(std::move(atr))
    , m_act(std::move(act))
    , m_reset(std::move(reset))
{
    ::unlink(m_path.constData());
    m_listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::copy_n(
        m_path.constData(), std::min<std::size_t>(static_cast<std::size_t>(m_path.size()), sizeof address.sun_path - 1), address.sun_path);
    if (::bind(m_listener, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 || ::listen(m_listener, 1) != 0) {
        qFatal("no socket for a virtual card");
    }
    m_thread = std::thread([this] { run(); });
}

VirtualCard::~VirtualCard()
{
    m_stop.store(true);
    m_thread.join();
    ::unlink(m_path.constData());
}

void VirtualCard::run()
{
    while (readable(m_listener, m_stop)) {
        const int connection = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection >= 0) {
            serve(connection);
            if (m_stop.load()) {
                ::unlink(m_path.constData()); // before it is missed, so that nobody comes to a card that is not there
            }
            ::close(connection);
        }
    }
    ::close(m_listener);
}

void VirtualCard::serve(int connection)
{
    for (;;) {
        QByteArray length(2, '\0');
        if (!receive(connection, length, m_stop)) {
            return;
        }
        QByteArray body(static_cast<quint8>(length.at(0)) << 8 | static_cast<quint8>(length.at(1)), '\0');
        if (!receive(connection, body, m_stop)) {
            return;
        }
        if (body.size() != 1) {
            const QByteArray answer = m_act(body);
            if (answer.isEmpty()) {
                m_stop.store(true); // pulled away, and not laid on again
                return;
            }
            if (!send(connection, answer)) {
                return;
            }
        } else if (body.at(0) == 4) {
            if (!send(connection, m_atr)) {
                return;
            }
        } else if (m_reset) {
            m_reset(body.at(0));
        }
    }
}

} // namespace motcua

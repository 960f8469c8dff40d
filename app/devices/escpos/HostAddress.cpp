// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/escpos/HostAddress.h"

#include <chrono>
#include <cstring>
#include <future>
#include <memory>
#include <thread>

namespace motcua {

namespace {

std::optional<HostAddress> lookedUp(const QByteArray &host, const QByteArray &port, int flags)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_NUMERICSERV | flags;
    addrinfo *first = nullptr;
    if (::getaddrinfo(host.constData(), port.constData(), &hints, &first) != 0 || !first) {
        return std::nullopt;
    }
    const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> found(first, &::freeaddrinfo);
    HostAddress one;
    one.size = found->ai_addrlen;
    std::memcpy(&one.address, found->ai_addr, found->ai_addrlen);
    return one;
}

} // namespace

std::optional<HostAddress> HostAddress::of(const QString &host, quint16 port, int patienceMs)
{
    const QByteArray name = host.toUtf8();
    const QByteArray number = QByteArray::number(port);
    if (const auto known = lookedUp(name, number, AI_NUMERICHOST)) {
        return known;
    }
    // The system's question has no limit of its own; who asked goes on without it.
    const auto promise = std::make_shared<std::promise<std::optional<HostAddress>>>();
    std::future<std::optional<HostAddress>> answer = promise->get_future();
    std::thread([promise, name, number] { promise->set_value(lookedUp(name, number, 0)); }).detach();
    if (answer.wait_for(std::chrono::milliseconds(patienceMs)) != std::future_status::ready) {
        return std::nullopt;
    }
    return answer.get();
}

} // namespace motcua

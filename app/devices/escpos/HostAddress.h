// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <netdb.h>
#include <optional>
#include <sys/socket.h>

namespace motcua {

/** Where a host is reached, as the system wants it. */
struct HostAddress
{
    sockaddr_storage address = {};
    socklen_t size = 0;

    /** Of an address in digits at once, of a name in `patienceMs` milliseconds at most: who answers for names may never do. Nothing: unknown. */
    [[nodiscard]] static std::optional<HostAddress> of(const QString &host, quint16 port, int patienceMs);
};

} // namespace motcua

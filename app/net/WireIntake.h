// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>

#include <atomic>
#include <optional>

namespace motcua {

/** What all clients of this process make of what comes, since the kernel counts for all of them. */
struct WireTally
{
    static std::atomic<qint64> shown; ///< bytes of answers that their transfers were shown
    static std::atomic<qint64> toBeShown; ///< that may still come of answers whose head was shown
};

/**
 * How much came to this process over TCP from given ports of other machines, as the kernel counts it (tcp(7), TCP_INFO: tcpi_bytes_received).
 *
 * Qt 6.4 hands on the head of an answer when it is whole, and keeps what it has of it, however much: only the kernel can say how much that is. Sockets are
 * told apart by their port alone: what another client of this process is shown of the same port, WireTally takes off again.
 */
class WireIntake
{
public:
    /** Counts from now on. */
    explicit WireIntake(QSet<quint16> ports);

    /** Bytes since it was made; nothing where the kernel or /proc does not tell. Some fifty microseconds. */
    [[nodiscard]] std::optional<qint64> came();
    /** Whether any such connection was there the last time it was looked. */
    [[nodiscard]] bool isConnected() const { return m_open > 0; }

private:
    struct Socket
    {
        quint64 before = 0; ///< that had come when it was first seen, or 0 for one that is younger than this
        quint64 now = 0;
    };
    [[nodiscard]] bool look(bool isFirst);

    QSet<quint16> m_ports;
    QHash<quint64, Socket> m_sockets; ///< by inode: a descriptor is used again
    int m_open = 0;
    bool m_isTold = false;
};

} // namespace motcua

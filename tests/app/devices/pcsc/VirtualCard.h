// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <atomic>
#include <functional>
#include <thread>

namespace motcua {

/** A card on a virtual reader: speaks vpcd's protocol (length, then body; a body of one byte is control) on a thread of its own. It is taken away when it goes. */
class VirtualCard
{
public:
    using Act = std::function<QByteArray(const QByteArray &)>;

    /** `act` answers a command; an empty answer pulls the card away. `reset` is told when the card is switched off (0), on (1) or reset (2). */
    VirtualCard(const QString &path, QByteArray atr, Act act, std::function<void(int)> reset = {});
    ~VirtualCard();
    VirtualCard(const VirtualCard &) = delete;
    VirtualCard &operator=(const VirtualCard &) = delete;

    /** Pulls it away without waiting: it goes once the command it is at is answered. */
    void pullAway() { m_stop.store(true); }

private:
    void run();
    void serve(int connection);

    QByteArray m_path;
    QByteArray m_atr;
    Act m_act;
    std::function<void(int)> m_reset;
    int m_listener = -1;
    std::atomic_bool m_stop = false;
    std::thread m_thread;
};

} // namespace motcua

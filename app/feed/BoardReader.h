// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feed/BoardInvitation.h"
#include "app/hall/BoardSource.h"
#include "app/net/TlsPins.h"

#include <QElapsedTimer>
#include <QTimer>

#include <memory>
#include <optional>

class QSslSocket;

namespace motcua::feed {

/**
 * Follows the board of a desk (BoardFeed) and says of what it shows whether it is live.
 *
 * Nothing is sent before the desk has proved to be the one of the invitation. What it has heard last stays, whatever comes or does not come after it; when nothing
 * was heard for `silentMs`, that is not live. Comes back by itself, each time after a longer while and never at the same moment as the others.
 */
class BoardReader : public BoardSource
{
    Q_OBJECT

public:
    struct Patience
    {
        int silentMs = 2'500; ///< two beats and a half: within three seconds everybody knows
        int joinMs = 8'000; ///< for the connection, the handshake and the first state
        int firstWaitMs = 500;
        int longestWaitMs = 10'000;
    };

    /** `pins` null where the invitation has none that count: nobody is believed. */
    BoardReader(BoardInvitation invitation, const Patience &patience, QObject *parent = nullptr);
    explicit BoardReader(BoardInvitation invitation, QObject *parent = nullptr);
    ~BoardReader() override;

    void start() override;
    [[nodiscard]] const BoardState &state() const override { return m_state; }
    [[nodiscard]] std::optional<Error> failure() const override { return m_failure; }
    [[nodiscard]] qint64 nowMs() const override;

private:
    void join();
    void prove();
    void listen();
    void read();
    [[nodiscard]] bool readHead();
    void takeEvent(const QByteArray &event);
    void lose(const Error &why);
    void end();

    BoardInvitation m_invitation;
    Patience m_patience;
    std::optional<TlsPins> m_pins;
    QSslSocket *m_socket = nullptr;
    QByteArray m_unread;
    qsizetype m_searched = 0; ///< so far of m_unread there is no end of an event
    bool m_isAnswered = false; ///< what comes now are events
    BoardState m_state;
    std::optional<Error> m_failure;
    qint64 m_hostMs = 0; ///< the desk's clock when it was heard last; 0: never
    QElapsedTimer m_sinceHost;
    QElapsedTimer m_heard; ///< since the last event, or since it joins
    int m_patientMs = 0; ///< that it waits for the next
    QTimer m_silence;
    QTimer m_waits;
    int m_attempts = 0; ///< since it was live
};

} // namespace motcua::feed

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feed/FeedSetup.h"
#include "app/hall/BoardState.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QSslConfiguration>
#include <QTimer>

#include <memory>
#include <optional>

class QSslSocket;
class QTcpServer;

namespace motcua::feed {

/** How it stands with the screens. */
struct FeedStanding
{
    bool isListening = false;
    quint16 port = 0; ///< on which it listens
    int screens = 0; ///< that are fed now
    std::optional<Error> failure = {}; ///< why it does not listen

    friend bool operator==(const FeedStanding &, const FeedStanding &) = default;
};

/**
 * Gives the board of one desk to any number of screens: what it tells is written out once for each change and sent to all of them at once, and every second
 * each hears that it still counts.
 *
 * Server-sent events (WHATWG HTML, 9.2) over HTTP/1.1 and TLS 1.3: one way is all a board needs, and the front is our own, because Qt's servers neither bound what
 * a question may have nor tell how much of an answer is still unsent. A screen that does not read costs one state: it gets the newest when it has read that, and is
 * let go when it reads nothing for long. Lives on a thread of its own.
 */
class BoardFeed : public QObject
{
    Q_OBJECT

public:
    struct Limits
    {
        int screens = 256; ///< fed at once
        int strangers = 64; ///< at once, of whom nobody knows yet who they are
        int askMs = 5'000; ///< they have for the handshake and their question
        int beatMs = 1'000;
        int staleMs = 5'000; ///< what nobody has told again for so long does not count any more: the desk's window hangs
        int stuckMs = 15'000; ///< a screen may leave something unread
        int againMs = 5'000; ///< between two attempts to listen: the address may come with the cable
    };
    static constexpr qsizetype MostQuestion = 2'048; ///< bytes

    explicit BoardFeed(const Limits &limits, QObject *parent = nullptr);
    explicit BoardFeed(QObject *parent = nullptr);
    ~BoardFeed() override;

    /** From now on by this setup, a FeedSetup's JSON; empty: it stops. Screens that are still invited stay where only the list of them is another. */
    void setUp(const QByteArray &kept);
    /** What the board tells now. Told again though nothing changed, it counts on. */
    void show(const motcua::BoardState &state);

    [[nodiscard]] const FeedStanding &standing() const { return m_standing; }

Q_SIGNALS:
    void changed(const motcua::feed::FeedStanding &standing);

private:
    class Listener;
    struct Line;

    void listen();
    void stop();
    void take(qintptr handle);
    void hear(Line &line);
    void answer(Line &line);
    void refuse(Line &line, const QByteArray &status);
    void give(Line &line);
    void write(Line &line, const QByteArray &bytes);
    void beat();
    void draw();
    void drop(const QSslSocket *socket);
    void writeOut(bool isLive);
    [[nodiscard]] qint64 now() const;

    Limits m_limits;
    FeedSetup m_setup;
    QByteArray m_kept;
    QSslConfiguration m_tls;
    std::unique_ptr<Listener> m_listener;
    QHash<const QSslSocket *, std::shared_ptr<Line>> m_lines;
    QByteArray m_content; ///< of the board, as it is told
    QByteArray m_frame; ///< the newest state, ready to be sent; empty: nothing was told yet
    BoardState m_state;
    bool m_toldLive = false; ///< whether m_frame says so
    QElapsedTimer m_told; ///< since show()
    QTimer m_beats;
    QTimer m_again;
    FeedStanding m_standing;
};

} // namespace motcua::feed

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/hall/BoardState.h"
#include "app/storage/Store.h"

#include <QObject>
#include <QThread>
#include <QTimer>

#include <memory>
#include <optional>

namespace motcua::feed {
class BoardFeed;
}

namespace motcua {

/** How it stands with the screens that this desk feeds. */
struct BoardHosting
{
    bool isOn = false; ///< the store says that there are such screens
    int screens = 0; ///< that have the board now
    std::optional<Error> failure = {}; ///< why none can have it

    friend bool operator==(const BoardHosting &, const BoardHosting &) = default;
};

/**
 * Feeds the screens of the hall while a store is open, where the store says that this desk does. Follows what other programs of the store write of it
 * (`motcua-ctl hall feed`). Everything that waits for a screen happens on a thread of its own; no call here does.
 */
class BoardHost : public QObject
{
    Q_OBJECT

public:
    /** In the setting of that name: a feed::FeedSetup. */
    [[nodiscard]] static QString setting() { return QStringLiteral("board.feed"); }

    explicit BoardHost(QObject *parent = nullptr);
    ~BoardHost() override;

    /** Somebody signed in at `store`; of the same one again, it goes on. */
    void begin(const storage::Store &store);
    /** The store is about to be closed: the screens say that they are not live. */
    void end();

    /** What the board tells now; nothing while it is off. */
    void show(const BoardState &state);

    [[nodiscard]] const BoardHosting &hosting() const { return m_hosting; }

Q_SIGNALS:
    void changed(); ///< hosting()

private:
    void read();
    void take(const QByteArray &kept);

    std::optional<storage::Store> m_store;
    std::unique_ptr<QObject> m_guest; ///< as long as the store: answers that come later are nobody's
    QThread m_thread;
    feed::BoardFeed *m_feed = nullptr; ///< lives on m_thread; made when there is something to feed
    BoardHosting m_hosting;
    QTimer m_reads;
    bool m_isReading = false;
    bool m_readAgain = false;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/HouseQueries.h"
#include "app/storage/Store.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace motcua::sync {
class Peer;
class SyncEngine;
struct SyncOptions;
}

namespace motcua {

/** How it stands with the centre, as far as somebody at the desk wants to know. Times are ms since 1970-01-01 UTC; 0: there is none. */
struct CentreStanding
{
    bool isThere = false; ///< this desk is one of a centre's
    bool isElsewhere = false; ///< another program of this store exchanges with it
    qint64 sinceMs = 0; ///< since when it cannot be reached, or will not have us
    qint64 contactMs = 0; ///< when it last answered
    qint64 waiting = 0; ///< entries that it is not known to have
    std::optional<Error> failure = {}; ///< why, while it fails

    friend bool operator==(const CentreStanding &, const CentreStanding &) = default;
};

/**
 * The desk's side of its centre while a store is open: where the store says that there is one, its journal and files are exchanged with those of the
 * other desks. Follows what other programs of the store write of it (`motcua-ctl centre join`).
 *
 * Nobody waits for it: the desk goes on alone while the centre is away, and nothing is told but by standing().
 */
class CentreLink : public QObject
{
    Q_OBJECT

public:
    /** Where the centre is, in the setting of that name: a centre::DatabaseAccess. */
    [[nodiscard]] static QString setting() { return storage::centreSetting(); }

    struct Setup
    {
        QString resources = {}; ///< folder of the law's files
        std::function<Result<std::shared_ptr<sync::Peer>>(const storage::Store &, const QByteArray &kept)> peer = {}; ///< asked off the GUI thread
        std::function<qint64()> now = {}; ///< empty: the system's clock
        int restMs = 10'000; ///< how often it is asked what the other desks wrote: four short statements each, which with the pulse of the hall is less than one a second
        int firstWaitMs = 1'000;
        int longestWaitMs = 15'000; ///< a server of the house comes back sooner than a portal
        int settlesMs = 300;
    };

    explicit CentreLink(Setup setup, QObject *parent = nullptr);
    ~CentreLink() override;

    /** Somebody signed in at `store`; of the same one again, it goes on. */
    void begin(const storage::Store &store);
    /** The store is about to be closed; no handle of it is kept. */
    void end();

    [[nodiscard]] const CentreStanding &standing() const { return m_standing; }
    /** Where the other desks are; null while there is no centre. */
    [[nodiscard]] const std::shared_ptr<sync::Peer> &peer() const { return m_peer; }

Q_SIGNALS:
    void changed(); ///< standing()

private:
    struct Prepared;

    void read();
    void take(const Prepared &prepared);
    void drop();
    void draw();
    [[nodiscard]] qint64 now() const;

    Setup m_setup;
    std::optional<storage::Store> m_store;
    std::unique_ptr<QObject> m_guest; ///< as long as the store: answers that come later are nobody's
    std::unique_ptr<sync::SyncEngine> m_engine;
    std::shared_ptr<sync::Peer> m_peer;
    QByteArray m_kept; ///< the setting the engine was built by
    std::optional<Error> m_broken; ///< why there is no engine although there is a centre
    CentreStanding m_standing;
    QTimer m_reads;
    bool m_isReading = false;
    bool m_readAgain = false;
};

} // namespace motcua

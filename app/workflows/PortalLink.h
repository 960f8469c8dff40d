// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/Store.h"
#include "app/workflows/KeptPortal.h"
#include "app/workflows/PortalStanding.h"

#include <QObject>
#include <QTimer>

namespace motcua::sync {
class CatalogueCourier;
class CatalogueSource;
class Peer;
class SyncEngine;
}

namespace motcua {

class Enrolment;
class Line;
struct PortalSetup;

/**
 * The desk's side of the portal while a store is open: builds the engine where the store says that there is a portal, and ends it before the store
 * closes; keeps its certificate alive; and follows what other programs of the store want of it (`motcua-ctl enrol`, `sync`).
 *
 * Nobody waits for it: everything that reads or connects happens on other threads, and no outage is told but by standing().
 */
class PortalLink : public QObject
{
    Q_OBJECT

public:
    explicit PortalLink(PortalSetup setup, QObject *parent = nullptr);
    ~PortalLink() override;

    /** Somebody signed in at `store`; of the same one again, it goes on. */
    void begin(const storage::Store &store);
    /** The store is about to be closed; no handle of it is kept. */
    void end();

    [[nodiscard]] const PortalStanding &standing() const { return m_standing; }
    /** A catalogue package is asked for, or on its way. */
    [[nodiscard]] bool isFetching() const;

    /** A person wants it now: cuts a wait short. */
    void tryNow();
    /** By a person; kept in the store, so that it holds after a start. */
    void setPaused(bool paused);

Q_SIGNALS:
    void changed(); ///< standing()

private:
    struct Prepared;

    void read();
    void take(const Prepared &prepared);
    void build(const Prepared &prepared);
    void drop();
    void sendCourier(const Prepared &prepared);
    void keepCatalogue(const std::optional<Error> &failure);
    void draw();
    void count();
    void note();
    void keep();
    void renewIfEnding();
    void show(const PortalStanding &standing);
    [[nodiscard]] qint64 now() const;

    std::unique_ptr<const PortalSetup> m_setup;
    std::optional<storage::Store> m_store;
    std::unique_ptr<QObject> m_guest; ///< as long as the store: answers that come later are nobody's
    std::unique_ptr<sync::SyncEngine> m_engine;
    std::shared_ptr<sync::Peer> m_peer;
    std::shared_ptr<sync::CatalogueSource> m_catalogue;
    std::unique_ptr<sync::CatalogueCourier> m_courier;
    bool m_isCourierSent = false; ///< once the portal was heard
    std::unique_ptr<Line> m_line; ///< once there was a portal
    std::unique_ptr<Enrolment> m_enrolment; ///< while it renews
    KeptPortal m_kept;
    std::optional<Error> m_broken; ///< why there is no engine although there is a portal
    storage::OutboxCount::Count m_count;
    LastDelivery m_last; ///< as it is now
    LastDelivery m_lastKept; ///< as the store has it
    PortalStanding m_standing;
    QTimer m_reads;
    QTimer m_draws;
    QTimer m_keeps;
    QTimer m_renews;
    bool m_isReading = false;
    bool m_readAgain = false;
    bool m_isStale = false; ///< what is being read was written anew meanwhile
    int m_writing = 0; ///< what a person wants, not in the store yet
    bool m_isCounting = false;
    bool m_countAgain = false;
    bool m_isRenewing = false;
};

} // namespace motcua

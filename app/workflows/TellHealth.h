// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/Workplace.h"
#include "models/fleet/FleetView.h"

#include <QElapsedTimer>
#include <QFuture>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace motcua::sync {
class Peer;
}

namespace motcua {

class CentreLink;
class LookAtMachine;

/**
 * Tells the centre how the machine of this desk is, while somebody is signed in: once a minute, soon after a device breaks or the centre is back, and once
 * more when the store is about to be closed.
 *
 * What is told is gathered off the GUI thread, of what is known anyway; devices that have to be asked are asked every ten minutes. Nobody waits for it, and a
 * centre that does not take it changes nothing. A desk alone gathers only when it is asked to.
 */
class TellHealth : public QObject
{
    Q_OBJECT

public:
    struct Setup
    {
        int everyMs = 60'000;
        int settlesMs = 2'000; ///< what changes at once is told once
        int apartMs = 10'000; ///< the least between two tellings, whatever changes
        int askDevicesMs = 600'000;
        std::function<qint64()> now = {}; ///< empty: the system's clock
        QString program = {}; ///< file of the program; empty: the one that runs
    };

    /** `look` outlives this object; null: nothing is known of devices. */
    TellHealth(LookAtMachine *look, Setup setup, QObject *parent = nullptr);
    explicit TellHealth(LookAtMachine *look, QObject *parent = nullptr)
        : TellHealth(look, Setup(), parent)
    {
    }
    ~TellHealth() override;

    /** It outlives this object. */
    void follow(CentreLink *link);

    void begin(const Workplace &place);
    /** The store is about to be closed; no handle of it is kept. */
    void end();

    /** As it was last gathered. */
    [[nodiscard]] const std::optional<DeskHealth> &health() const { return m_health; }
    /** This desk is one of a centre's. */
    [[nodiscard]] bool hasCentre() const;

    /** How the machines of all desks are, as the centre has it. Errors: those of the peer; DatabaseUnreachable while it is not known how to ask. */
    [[nodiscard]] QFuture<Result<QList<FleetDesk>>> desks() const;

    /** Gathers anew; gathered() tells that it is there. */
    void gather();

    [[nodiscard]] static QList<DeskHealth::Device> devicesOf(const LookAtMachine &look);

Q_SIGNALS:
    void gathered(); ///< health()
    void told(); ///< the centre has it

private:
    struct Found;

    void soon();
    void take(const Found &found);
    void tell();
    void askDevices();
    [[nodiscard]] std::shared_ptr<sync::Peer> centre() const; ///< null: this desk is alone, or its centre is not known yet
    [[nodiscard]] bool mayTell() const;
    [[nodiscard]] qint64 now() const;

    Setup m_setup;
    LookAtMachine *m_look = nullptr;
    QPointer<CentreLink> m_centre;
    std::optional<Workplace> m_place;
    std::unique_ptr<QObject> m_guest; ///< as long as who is signed in: answers that come later are nobody's
    std::optional<DeskHealth> m_health;
    QString m_build;
    qint64 m_startedMs = 0;
    QTimer m_ticks;
    QTimer m_settles;
    QElapsedTimer m_sinceTold; ///< since the last try
    QElapsedTimer m_sinceAsked; ///< devices
    bool m_isHeard = false; ///< the last telling arrived
    bool m_isGathering = false;
    bool m_gatherAgain = false;
    bool m_isTelling = false;
};

} // namespace motcua

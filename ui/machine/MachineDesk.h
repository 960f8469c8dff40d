// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/LookAtMachine.h"
#include "ui/shell/PagePlace.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace motcua {

class FleetLook;
class MachinePage;
class MainWindow;
class TakeRelease;
class TellHealth;

/** This machine in the window: asked for on any page, looked at anew each time, and left for the very place where one was. */
class MachineDesk : public QObject
{
    Q_OBJECT

public:
    /** `window` outlives this object. */
    explicit MachineDesk(MainWindow *window, QObject *parent = nullptr);

    [[nodiscard]] LookAtMachine *look() const { return m_look; }
    /** What tells the centre of it. */
    [[nodiscard]] TellHealth *health() const { return m_health; }
    /** What fetches releases of the program for it. */
    [[nodiscard]] TakeRelease *release() const { return m_release; }
    /** The machines of all desks. */
    [[nodiscard]] FleetLook *fleet() const { return m_fleet; }
    /** Shows them; left() leads back here. */
    void openFleet();
    /** Asked whenever it is drawn: whether a reader of codes passes for a keyboard here. */
    void setTypesCodes(std::function<bool()> typesCodes) { m_typesCodes = std::move(typesCodes); }

    void begin(const Workplace &place);
    void end();

    [[nodiscard]] bool isOwn(const Page *page) const;
    /** Where it was asked for. */
    [[nodiscard]] const PagePlace &before() const { return m_before; }
    /** What was there before is not to be come back to: who it was of has left. */
    void forgetBefore() { m_before = {}; }

Q_SIGNALS:
    void left(); ///< back to before()

private:
    void open();
    void needPage();
    void draw();

    MainWindow *m_window = nullptr;
    LookAtMachine *m_look = nullptr;
    TellHealth *m_health = nullptr;
    TakeRelease *m_release = nullptr;
    FleetLook *m_fleet = nullptr;
    bool m_isFleetFromHere = false; ///< its page was asked for on the page of this machine
    MachinePage *m_page = nullptr; ///< made when first needed
    PagePlace m_before;
    QString m_place; ///< centre and desk
    std::function<bool()> m_typesCodes;
};

} // namespace motcua

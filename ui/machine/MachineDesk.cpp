// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/machine/MachineDesk.h"

#include "app/workflows/TakeRelease.h"
#include "app/workflows/TellHealth.h"
#include "models/base/VietnamTime.h"
#include "ui/machine/FleetLook.h"
#include "ui/machine/MachinePage.h"
#include "ui/machine/MachineWords.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/ShownTime.h"

namespace motcua {

MachineDesk::MachineDesk(MainWindow *window, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_look(new LookAtMachine(this))
    , m_health(new TellHealth(m_look, this))
    , m_release(new TakeRelease(this))
    , m_fleet(new FleetLook(window, m_health, this))
{
    connect(m_window, &MainWindow::machineAsked, this, &MachineDesk::open);
    connect(m_look, &LookAtMachine::changed, this, &MachineDesk::draw);
    connect(m_fleet, &FleetLook::mayChanged, this, [this] {
        if (m_page) {
            m_page->setOffersDesks(m_fleet->mayOpen());
        }
    });
    connect(m_fleet, &FleetLook::left, this, [this] {
        if (m_isFleetFromHere && m_page) {
            m_window->show(m_page);
        } else {
            Q_EMIT left();
        }
    });
}

void MachineDesk::begin(const Workplace &place)
{
    m_look->begin(place);
    m_health->begin(place);
    m_release->begin(place);
    m_fleet->begin(place);
    m_place = tr("%1 · desk %2").arg(place.unit.unitName, place.unit.deskNumber);
    m_before = {};
}

void MachineDesk::end()
{
    m_fleet->end();
    m_release->end();
    m_health->end();
    m_look->end();
    m_place.clear();
    m_before = {};
}

void MachineDesk::needPage()
{
    if (m_page) {
        return;
    }
    m_page = new MachinePage(m_window);
    m_page->setOffersDesks(m_fleet->mayOpen());
    m_page->hide(); // until it is first shown it must not lie in the corner of the window
    connect(m_page, &MachinePage::lookAsked, m_look, &LookAtMachine::lookAgain);
    connect(m_page, &MachinePage::desksAsked, this, [this] {
        m_isFleetFromHere = true;
        m_fleet->open();
    });
    connect(m_page, &MachinePage::seen, m_look, &LookAtMachine::watch);
    connect(m_page, &Page::left, this, &MachineDesk::left);
}

bool MachineDesk::isOwn(const Page *page) const
{
    return page && (page == m_page || m_fleet->isOwn(page));
}

void MachineDesk::openFleet()
{
    const PagePlace place = m_window->place();
    if (!m_fleet->mayOpen() || isOwn(place.page)) {
        return;
    }
    m_before = place;
    m_isFleetFromHere = false;
    m_fleet->open();
}

void MachineDesk::open()
{
    needPage();
    const PagePlace place = m_window->place();
    if (m_fleet->isOwn(place.page)) {
        m_isFleetFromHere = true; // the way back from there is over this machine
        m_look->lookAfresh();
        draw();
        m_window->show(m_page);
        return;
    }
    if (isOwn(place.page)) {
        m_look->lookAgain();
        m_window->goTo(place); // from the keys or the handbook over it
        return;
    }
    m_before = place;
    m_look->lookAfresh();
    draw();
    m_window->show(m_page);
}

void MachineDesk::draw()
{
    if (!m_page) {
        return;
    }
    const QDateTime now = vietnamTime(QDateTime::currentMSecsSinceEpoch());
    MachineView view{.place = m_place + QStringLiteral(" · ") + shownMoment(now), .parts = machineParts(*m_look, m_typesCodes && m_typesCodes(), now)};
    summarise(view, m_look->isLooking());
    m_page->setView(view);
}

} // namespace motcua

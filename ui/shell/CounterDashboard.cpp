// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Counter.h"

#include "ui/dashboard/DashboardDesk.h"
#include "ui/dossier/DossierDesk.h"
#include "ui/hall/HallDesk.h"
#include "ui/machine/MachineDesk.h"
#include "ui/shell/CounterTabs.h"
#include "ui/visit/VisitDesk.h"

// Counter between the dashboard and what was on the screen before it.
namespace motcua {

void Counter::joinDashboard()
{
    connect(m_window.get(), &MainWindow::dashboardAsked, this, [this] {
        stepOverMachine();
        m_dashboard->open();
    });
    m_dashboard->setHall([this] { return m_hall->hall(); });
    connect(m_dashboard, &DashboardDesk::dossierChosen, m_dossier, &DossierDesk::open);
    connect(m_dashboard, &DashboardDesk::left, this, &Counter::comeBackFrom);
    connect(m_dashboard, &DashboardDesk::machinesAsked, m_machine, &MachineDesk::openFleet);
}

// In the middle of a visit one is back in it; anything else is found in the lists.
void Counter::comeBackFrom(Page *before)
{
    const bool isServed = m_visit->isServing() || (m_hall->turn() && m_hall->turn()->turn() == ServeVisit::Turn::Serving);
    if (before && isServed && m_visit->isOwn(before)) {
        m_window->show(before);
        m_visit->redraw();
    } else {
        showList(m_tab.isEmpty() ? countertabs::Today : m_tab);
    }
}

} // namespace motcua

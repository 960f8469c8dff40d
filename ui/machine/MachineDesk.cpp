// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/machine/MachineDesk.h"

#include "models/base/VietnamTime.h"
#include "ui/machine/MachinePage.h"
#include "ui/machine/MachineWords.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/ShownTime.h"

namespace motcua {

MachineDesk::MachineDesk(MainWindow *window, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_look(new LookAtMachine(this))
{
    connect(m_window, &MainWindow::machineAsked, this, &MachineDesk::open);
    connect(m_look, &LookAtMachine::changed, this, &MachineDesk::draw);
}

void MachineDesk::begin(const Workplace &place)
{
    m_look->begin(place);
    m_place = tr("%1 · desk %2").arg(place.unit.unitName, place.unit.deskNumber);
    m_before = {};
}

void MachineDesk::end()
{
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
    m_page->hide(); // until it is first shown it must not lie in the corner of the window
    connect(m_page, &MachinePage::lookAsked, m_look, &LookAtMachine::lookAgain);
    connect(m_page, &MachinePage::seen, m_look, &LookAtMachine::watch);
    connect(m_page, &Page::left, this, &MachineDesk::left);
}

bool MachineDesk::isOwn(const Page *page) const
{
    return page && page == m_page;
}

void MachineDesk::open()
{
    needPage();
    const PagePlace place = m_window->place();
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

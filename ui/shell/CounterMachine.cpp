// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Counter.h"

#include "app/workflows/SlipDesk.h"
#include "ui/machine/MachineDesk.h"
#include "ui/shell/CounterTabs.h"
#include "ui/shell/ScanDesk.h"
#include "ui/visit/VisitDesk.h"

#include <QtConcurrent/QtConcurrentRun>

// Counter between the page of this machine and what was on the screen before it.
namespace motcua {

void Counter::joinMachine()
{
    m_machine->look()->follow(m_slips.get());
    m_machine->setTypesCodes([this] { return m_scan->typesCodes(); });
    connect(m_scan, &ScanDesk::devicesChanged, m_machine->look(), &LookAtMachine::changed);
    connect(m_machine, &MachineDesk::left, this, &Counter::leaveMachine);
    connect(m_window.get(), &MainWindow::practiceAsked, this, &Counter::stepOverMachine); // before whoever shows the practice hears of it
    lookWith({});
}

void Counter::lookWith(LookAtMachine::Sources sources)
{
    if (!sources.machine) {
        sources.machine = [folder = m_door->folder()] { return QtConcurrent::run([folder] { return MachineFacts::of(folder); }); };
    }
    m_machine->look()->setSources(std::move(sources));
}

void Counter::leaveMachine()
{
    if (m_machine->before().page) {
        m_window->goTo(m_machine->before());
        m_visit->redraw(); // it went on behind, or the lock took it off the screen
    } else {
        showList(m_tab.isEmpty() ? countertabs::Today : m_tab);
    }
}

// Another page comes over it: the way back from there is to where one was, and not to this machine.
void Counter::stepOverMachine()
{
    if (m_machine->isOwn(m_window->page()) && m_machine->before().page) {
        leaveMachine();
    }
}

// The page from which the one that is shown was asked for counts as shown: one is back there with a single key.
Page *Counter::shownBehindMachine() const
{
    return m_machine->isOwn(m_window->page()) ? m_machine->before().page.data() : m_window->page();
}

} // namespace motcua

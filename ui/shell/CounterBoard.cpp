// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Counter.h"

#include "ui/board/BoardDesk.h"
#include "ui/citizen/CitizenDesk.h"
#include "ui/hall/BookingDesk.h"
#include "ui/hall/HallDesk.h"
#include "ui/hall/HelpDesk.h"
#include "ui/kiosk/KioskDesk.h"
#include "ui/shell/ScanDesk.h"
#include "ui/visit/VisitDesk.h"

#include <QScreen>

// Counter between the board of the hall and whom else a second screen is for.
namespace motcua {

void Counter::openBoard()
{
    m_board->openByItself();
}

void Counter::openKiosk()
{
    m_kiosk->openByItself();
}

void Counter::setHalls(const HallMaker &halls)
{
    m_hall->setHalls(halls);
    m_kiosk->setHalls(halls);
}

// Whoever opens the kiosk leaves their own window locked behind it, and whoever signs in there has ended it.
void Counter::joinKiosk()
{
    m_kiosk->setPrinter(m_printer);
    m_scan->setInstead([this](const ScannedCode &code) { return m_kiosk->take(code); });
    connect(m_window.get(), &MainWindow::kioskAsked, m_kiosk, &KioskDesk::open);
    connect(m_kiosk, &KioskDesk::opened, this, [this] { m_window->act(KeyAct::HideAndLock); });
    connect(m_kiosk, &KioskDesk::remarked, m_window.get(), &MainWindow::tellBeside);
}

void Counter::joinHelp()
{
    connect(m_hall, &HallDesk::heard, m_help, &HelpDesk::hear);
    connect(m_window.get(), &MainWindow::helpAsked, m_help, &HelpDesk::call);
    connect(m_window.get(), &MainWindow::alarmAsked, m_help, &HelpDesk::alarm);
    connect(m_help, &HelpDesk::quietChanged, this, &Counter::drawStatus);
    connect(m_window.get(), &MainWindow::appointmentsAsked, this, [this] {
        stepOverMachine();
        m_bookings->open();
    });
    connect(m_bookings, &BookingDesk::left, this, &Counter::comeBackFrom);
}

void Counter::speakWith(Announcer *announcer)
{
    m_board->setAnnouncer(announcer);
}

void Counter::feedBoards(BoardHost *host)
{
    m_board->setHost(host);
}

void Counter::joinBoard()
{
    CitizenDesk *citizen = m_visit->citizen();
    m_board->setTaken([citizen](const QScreen *screen) { return citizen->screen() == screen; });
    citizen->setTaken([this](const QScreen *screen) { return m_board->screen() == screen; });
    connect(m_window.get(), &MainWindow::boardAsked, m_board, &BoardDesk::turn);
    connect(m_board, &BoardDesk::said, m_window.get(), &MainWindow::tell);
    connect(m_board, &BoardDesk::remarked, m_window.get(), &MainWindow::tellBeside);
}

} // namespace motcua

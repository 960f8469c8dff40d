// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/BoardDesk.h"

#include "app/devices/Announcer.h"
#include "app/storage/Await.h"
#include "app/workflows/BoardHost.h"
#include "models/base/VietnamTime.h"
#include "ui/board/BoardWindow.h"
#include "ui/messages/Sentence.h"

#include <QDateTime>
#include <QFileInfo>
#include <QGuiApplication>
#include <QScreen>
#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace motcua {

namespace {

constexpr int TickMs = 1000;
constexpr qint64 AskAgainMs = 2000; // that nothing happened is known by asking
constexpr qint64 FilesMs = 60'000; // until a notice somebody wrote down is on the wall

} // namespace

BoardDesk::BoardDesk(QWidget *officers, QObject *parent)
    : QObject(parent)
    , m_officers(officers)
    , m_finder([this] { return otherScreen(); })
    , m_now([] { return QDateTime::currentMSecsSinceEpoch(); })
{
    m_settles.setSingleShot(true);
    m_settles.setTimerType(Qt::PreciseTimer); // a coarse one may be a twentieth too early
    connect(&m_settles, &QTimer::timeout, this, &BoardDesk::look);
    m_ticks.setInterval(TickMs);
    connect(&m_ticks, &QTimer::timeout, this, &BoardDesk::tick);
    connect(qApp, &QGuiApplication::screenRemoved, this, [this](QScreen *gone) {
        if (isShowing() && gone == m_screen) {
            m_window->hide(); // else the system moves it over the officer's work
            m_screen = nullptr;
            Q_EMIT remarked({Notice::Kind::Told, tr("The screen of the hall board is unplugged. Nothing was lost. The board comes back with its screen."), {}});
        }
    });
    connect(qApp, &QGuiApplication::screenAdded, this, [this] {
        if (m_wanted && m_place && !isShowing()) {
            (void)show();
        }
    });
}

BoardDesk::~BoardDesk() = default;

QScreen *BoardDesk::otherScreen() const
{
    // The last one: the citizen's screen is looked for from the first on.
    const QList<QScreen *> screens = QGuiApplication::screens();
    for (auto it = screens.crbegin(); it != screens.crend(); ++it) {
        if (*it != m_officers->screen() && !(m_taken && m_taken(*it))) {
            return *it;
        }
    }
    return m_onAnyScreen ? m_officers->screen() : nullptr;
}

void BoardDesk::setTheme(Theme::Name theme)
{
    m_theme = theme;
    dress();
}

void BoardDesk::openByItself()
{
    m_wanted = true;
    m_onAnyScreen = true;
}

bool BoardDesk::isShowing() const
{
    return m_window && m_window->isVisible();
}

QScreen *BoardDesk::screen() const
{
    return isShowing() ? m_screen.data() : nullptr;
}

bool BoardDesk::isAsked() const
{
    return isShowing() || m_announcer || !m_files.plan.page.isEmpty() || (m_host && m_host->hosting().isOn);
}

void BoardDesk::begin(const Workplace &place, Hall *hall)
{
    m_guest = std::make_unique<QObject>();
    m_place = place;
    m_hall = hall;
    m_looking = false;
    m_lookAgain = false;
    m_shown = {place.unit.unitName, place.isTraining(), hall->rules()};
    m_calendar = place.law.catalogue.calendar().forDesk(QString::fromUtf8(place.unit.desk()));
    connect(hall, &Hall::changed, m_guest.get(), [this] { need(); });
    dress();
    if (m_wanted && !isShowing()) {
        (void)show();
    }
    readFiles();
    if (m_host) {
        m_host->begin(place.store);
    }
    if (m_announcer) {
        m_announcer->start();
        m_ticks.start();
    }
    need();
}

void BoardDesk::end()
{
    if (m_host) {
        m_host->end();
    }
    m_guest.reset();
    m_place.reset();
    m_hall = nullptr;
    m_board = m_board.stale(); // whoever signs in next tells anew what counts
    m_settles.stop();
    m_looking = false;
    m_lookAgain = false;
}

void BoardDesk::turn()
{
    if (isShowing()) {
        m_wanted = false;
        m_window->hide();
        m_screen = nullptr;
        Q_EMIT said({Notice::Kind::Done, tr("The hall board is taken away."), {}});
        return;
    }
    if (!show()) {
        Q_EMIT said({Notice::Kind::Told, tr("No second screen is free for the hall board. Nothing was changed. Plug one in, or blank the citizen's screen."), {}});
        return;
    }
    m_wanted = true;
    need();
    Q_EMIT said({Notice::Kind::Done, tr("The hall board is on the second screen. It shows numbers only, and goes on when you hide and lock."), {}});
    tellFaults();
}

bool BoardDesk::show()
{
    QScreen *screen = m_finder();
    if (!screen) {
        return false;
    }
    if (!m_window) {
        m_window = std::make_unique<BoardWindow>();
    }
    if (m_screen != screen) {
        connect(screen, &QScreen::geometryChanged, m_window.get(), [this, screen](const QRect &place) {
            if (screen == m_screen) {
                m_window->setGeometry(place);
            }
        });
    }
    m_screen = screen;
    dress();
    m_window->setNow(m_now());
    m_window->setBoard(m_board);
    m_window->setGeometry(screen->geometry());
    m_window->setWindowState(Qt::WindowFullScreen);
    m_window->setVisible(true); // showFullScreen() would take the keyboard from the officer
    m_window->raise(); // over a citizen's screen that is blank
    m_ticks.start();
    need();
    return true;
}

void BoardDesk::dress()
{
    if (m_window) {
        m_window->setTheme(Theme::named(m_theme));
        m_window->setPlace(m_shown);
        m_window->setColumns(m_files.plan.columns);
    }
}

// Off this thread, as everything that asks the disk.
void BoardDesk::readFiles()
{
    m_filesMs = m_now();
    const QString store = QFileInfo(m_place->store.path()).path();
    await(m_guest.get(), QtConcurrent::run(&BoardFiles::read, Lawbook::folder(), store), [this](const BoardFiles &files) {
        const bool isOther = files.plan != m_files.plan;
        m_files = files;
        if (isOther) {
            dress();
            m_ticks.start();
            need();
        }
        tellFaults();
    });
}

// To whom the board is something: nobody else is told of its file.
void BoardDesk::tellFaults()
{
    if (!isAsked() || m_files.faults == m_toldFaults) {
        return;
    }
    m_toldFaults = m_files.faults;
    if (!m_toldFaults.isEmpty()) {
        Q_EMIT remarked({Notice::Kind::Warning,
            tr("What is wrong in the file of the hall board is left out, and the board shows the rest. Please tell the administrator: %1")
                .arg(m_toldFaults.constFirst().detail), {}});
    }
}

// Asked for sooner than a second after the last question, the next one comes when the second is over.
void BoardDesk::need()
{
    if (isAsked() && m_hall && !m_settles.isActive()) {
        m_settles.start(static_cast<int>(std::clamp(m_askedMs + AskMs - m_now(), qint64{0}, AskMs)));
    }
}

void BoardDesk::look()
{
    if (!m_hall || !isAsked()) {
        return;
    }
    if (m_looking) {
        m_lookAgain = true;
        return;
    }
    m_looking = true;
    m_askedMs = m_now();
    await(m_guest.get(), m_hall->look(), [this](const Result<HallView> &view) {
        m_looking = false;
        if (view) {
            const qint64 now = m_now();
            const BoardDay day = BoardDay::of(m_calendar, vietnamTime(now).date());
            const Board board = Board::of(*view, m_shown.rules, m_files.plan, day, now, m_board);
            const QList<BoardNumber> called = board.calledSince(m_board);
            take(board);
            speak(called);
            Q_EMIT looked();
        } else {
            take(m_board.stale());
        }
        if (std::exchange(m_lookAgain, false)) {
            need();
        }
    });
}

// In the order in which they were called; the board has the latest first.
void BoardDesk::speak(const QList<BoardNumber> &called)
{
    for (auto number = called.crbegin(); m_announcer && number != called.crend(); ++number) {
        const auto call = std::find_if(m_board.calls.cbegin(), m_board.calls.cend(), [&number](const BoardCall &one) { return one.number == *number; });
        if (call != m_board.calls.cend()) {
            m_announcer->announce({.number = number->shown(), .desk = call->desk});
        }
    }
}

void BoardDesk::setAnnouncer(Announcer *announcer)
{
    m_announcer = announcer;
    connect(announcer, &Announcer::stateChanged, this, [this] {
        // Once: it is tried again with each call, and nobody waits for it.
        if (m_announcer->state() == Announcer::State::Failed && !std::exchange(m_isSilent, true)) {
            Q_EMIT remarked({Notice::Kind::Warning, tr("The voice of the hall cannot be heard. Nothing is lost: calling goes on, and the board shows every call. Please tell the administrator: motcua-ctl hall say A001 1"), {}});
        } else if (m_announcer->state() == Announcer::State::Ready) {
            m_isSilent = false;
        }
    });
}

void BoardDesk::setHost(BoardHost *host)
{
    m_host = host;
    connect(host, &BoardHost::changed, this, [this] {
        if (m_host->hosting().isOn) {
            m_ticks.start();
            feed();
            need();
        }
        tellHosting();
    });
}

// Once: it is tried again all the time, and nobody at this desk waits for it.
void BoardDesk::tellHosting()
{
    const BoardHosting &hosting = m_host->hosting();
    if (hosting.failure && !std::exchange(m_isHostless, true)) {
        Q_EMIT remarked({Notice::Kind::Warning, tr("The other screens of the hall get nothing from this desk, and say so. Nothing is lost: calling goes on. Please tell the administrator: motcua-ctl hall feed status (%1)").arg(errorName(hosting.failure->code) + (hosting.failure->detail.isEmpty() ? QString() : u": "_qs + hosting.failure->detail)), {}});
    } else if (!hosting.failure) {
        m_isHostless = false;
    }
}

void BoardDesk::feed()
{
    if (m_host && m_place && m_board.atMs != 0) {
        m_host->show({m_board, m_shown, m_files.plan.columns});
    }
}

void BoardDesk::tick()
{
    const qint64 now = m_now();
    if (!isAsked()) {
        m_ticks.stop();
        return;
    }
    if (m_window) {
        m_window->setNow(now);
    }
    if (m_board.isLive && now - m_board.atMs > StaleMs) {
        take(m_board.stale());
    }
    if (m_place && now - m_filesMs >= FilesMs) {
        readFiles();
    }
    if (now - m_askedMs >= AskAgainMs) {
        need();
    }
    keepPage();
}

void BoardDesk::take(const Board &board)
{
    m_board = board;
    if (m_window) {
        m_window->setBoard(m_board);
    }
    feed();
    keepPage();
}

void BoardDesk::keepPage()
{
    const QString folder = m_files.plan.page;
    const qint64 sinceMs = m_now() - m_pageMs;
    // That it is not live any more is written once: from then on it is as old as it says.
    const bool isDue = !m_board.tellsAs(m_onPage) || (m_board.isLive && sinceMs >= PageAgainMs);
    if (folder.isEmpty() || m_board.atMs == 0 || m_writing || !isDue || sinceMs < PageMs) {
        return;
    }
    m_writing = true;
    m_pageMs = m_now();
    m_onPage = m_board;
    const auto write = [board = m_board, place = m_shown, folder] { return BoardPage::of(board, place).writeTo(folder); };
    await(this, QtConcurrent::run(write), [this](const Result<> &written) {
        m_writing = false;
        const bool failedBefore = std::exchange(m_pageFailed, !written);
        if (written) {
            Q_EMIT pageWritten();
        } else if (!failedBefore) {
            Q_EMIT remarked({Notice::Kind::Warning, sentence(written.error()).textWithCode(), {}});
        }
    });
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/BoardScreen.h"

#include "app/hall/BoardSource.h"
#include "ui/board/BoardWindow.h"

#include <QGuiApplication>
#include <QScreen>

namespace motcua {

namespace {

constexpr int WallClockMs = 1000;

} // namespace

BoardScreen::BoardScreen(BoardSource *source, QObject *parent)
    : QObject(parent)
    , m_source(source)
    , m_window(std::make_unique<BoardWindow>())
{
    connect(m_source, &BoardSource::changed, this, &BoardScreen::draw);
    connect(&m_ticks, &QTimer::timeout, this, [this] { m_window->setNow(m_source->nowMs()); });
    connect(qApp, &QGuiApplication::screenAdded, this, &BoardScreen::place);
    connect(qApp, &QGuiApplication::screenRemoved, this, &BoardScreen::place);
}

BoardScreen::~BoardScreen() = default;

void BoardScreen::setTheme(Theme::Name theme)
{
    m_window->setTheme(Theme::named(theme));
}

void BoardScreen::start()
{
    draw();
    m_window->setWindowState(Qt::WindowFullScreen);
    place();
    m_window->setVisible(true);
    m_ticks.start(WallClockMs);
    m_source->start();
}

void BoardScreen::draw()
{
    const BoardState &state = m_source->state();
    m_window->setNow(m_source->nowMs());
    m_window->setPlace(state.place);
    m_window->setColumns(state.columns);
    m_window->setBoard(state.board);
}

// Whatever is plugged in or out: there is one wall.
void BoardScreen::place()
{
    const QList<QScreen *> screens = QGuiApplication::screens();
    QScreen *last = screens.isEmpty() ? nullptr : screens.constLast();
    if (!last) {
        return;
    }
    if (m_screen != last) {
        if (m_screen) {
            m_screen->disconnect(this);
        }
        m_screen = last;
        connect(last, &QScreen::geometryChanged, this, &BoardScreen::place);
    }
    m_window->setGeometry(last->geometry());
}

} // namespace motcua

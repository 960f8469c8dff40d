// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/BoardWindow.h"

#include <QCursor>
#include <QPainter>

#include <algorithm>

namespace motcua {

namespace {

constexpr int TurnMs = 500; // once a second: WCAG 2.1, 2.3.1 allows three

} // namespace

BoardWindow::BoardWindow(QWidget *parent)
    : QWidget(parent, Qt::Window | Qt::FramelessWindowHint)
    , m_theme(Theme::named(Theme::Name::Light))
{
    setAttribute(Qt::WA_ShowWithoutActivating); // the caret stays where the officer types
    setWindowFlag(Qt::WindowDoesNotAcceptFocus);
    setAttribute(Qt::WA_QuitOnClose, false); // the program ends with the officer's window
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::BlankCursor);
    setMinimumSize(640, 360);
    setWindowTitle(tr("Hall board"));
    setAccessibleName(windowTitle());
    m_flash.setInterval(TurnMs);
    connect(&m_flash, &QTimer::timeout, this, &BoardWindow::turn);
}

void BoardWindow::setPlace(const BoardPlace &place)
{
    m_what.place = place;
    draw();
}

void BoardWindow::setColumns(int columns)
{
    m_what.columns = columns;
    draw();
}

void BoardWindow::setTheme(const Theme &theme)
{
    m_theme = theme;
    update();
}

void BoardWindow::setBoard(const Board &board)
{
    const QList<BoardNumber> fresh = board.calledSince(m_what.board);
    const bool tellsOther = !board.tellsAs(m_what.board);
    m_what.board = board;
    for (const BoardNumber &number : fresh) {
        m_flashes.removeIf([&number](const Flash &one) { return one.number == number; });
        m_flashes.append({number, 2 * Flashes});
    }
    // Who came meanwhile is told no more.
    m_flashes.removeIf([&board](const Flash &one) {
        return std::none_of(board.calls.cbegin(), board.calls.cend(), [&one](const BoardCall &call) { return call.number == one.number && !call.isHere; });
    });
    if (m_flashes.isEmpty()) {
        m_flash.stop();
    } else if (!m_flash.isActive()) {
        m_flash.start();
    }
    if (tellsOther || !fresh.isEmpty()) {
        draw();
    }
}

void BoardWindow::setNow(qint64 nowMs)
{
    const bool looksOther = BoardFace::looksOther(m_what.nowMs, nowMs);
    m_what.nowMs = nowMs;
    if (looksOther) {
        draw();
    }
}

QList<BoardNumber> BoardWindow::lit() const
{
    QList<BoardNumber> numbers;
    for (const Flash &one : m_flashes) {
        if (one.turns % 2 == 0) {
            numbers.append(one.number);
        }
    }
    return numbers;
}

void BoardWindow::turn()
{
    for (Flash &one : m_flashes) {
        --one.turns;
    }
    m_flashes.removeIf([](const Flash &one) { return one.turns <= 0; });
    if (m_flashes.isEmpty()) {
        m_flash.stop();
    }
    update();
    Q_EMIT turned();
}

void BoardWindow::draw()
{
    m_face = BoardFace(m_what, size());
    update();
}

void BoardWindow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_face.paint(painter, m_theme, lit());
}

void BoardWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    draw();
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/citizen/SignaturePad.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QTabletEvent>
#include <QTouchEvent>

#include <algorithm>

namespace motcua {

namespace {

constexpr double PenWidth = 4; // px
constexpr double LineAt = 0.78; // of the height: where one signs on
constexpr double LineMargin = 0.06; // of the width

} // namespace

SignaturePad::SignaturePad(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_AcceptTouchEvents);
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::CrossCursor);
    setMinimumHeight(160);
}

void SignaturePad::clear()
{
    m_strokes.clear();
    m_isDown = false;
    update();
}

double SignaturePad::unit() const
{
    return std::max(1, height());
}

void SignaturePad::down(QPointF at)
{
    m_isDown = true;
    m_strokes.begin(at / unit());
    update();
    Q_EMIT drawn();
}

void SignaturePad::move(QPointF to)
{
    if (m_isDown) {
        // Beside the pad nothing is seen, so nothing is drawn.
        m_strokes.go(QPointF(std::clamp(to.x(), 0.0, double(width())), std::clamp(to.y(), 0.0, double(height()))) / unit());
        update();
    }
}

bool SignaturePad::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::TouchBegin:
        down(static_cast<const QTouchEvent *>(event)->points().constFirst().position());
        break;
    case QEvent::TouchUpdate: // the first finger draws; the heel of the hand does not
        move(static_cast<const QTouchEvent *>(event)->points().constFirst().position());
        break;
    case QEvent::TouchEnd:
    case QEvent::TouchCancel:
        m_isDown = false;
        break;
    default:
        return QWidget::event(event);
    }
    event->accept(); // no mouse is made of it a second time
    return true;
}

void SignaturePad::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        down(event->position());
    }
}

void SignaturePad::mouseMoveEvent(QMouseEvent *event)
{
    move(event->position());
}

void SignaturePad::mouseReleaseEvent(QMouseEvent *event)
{
    move(event->position());
    m_isDown = false;
}

void SignaturePad::tabletEvent(QTabletEvent *event)
{
    if (event->type() == QEvent::TabletPress) {
        down(event->position());
    } else {
        move(event->position());
        m_isDown = m_isDown && event->type() != QEvent::TabletRelease;
    }
    event->accept();
}

void SignaturePad::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), Qt::white); // paper, in every theme
    painter.setPen(QPen(Qt::gray, 2));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
    const double y = height() * LineAt;
    painter.drawLine(QPointF(width() * LineMargin, y), QPointF(width() * (1 - LineMargin), y));
    painter.setPen(QPen(Qt::black, PenWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const QList<QPointF> &stroke : m_strokes.strokes()) {
        QPainterPath path(stroke.constFirst() * unit());
        path.lineTo(stroke.constFirst() * unit()); // a dot is seen as well
        for (const QPointF &point : stroke) {
            path.lineTo(point * unit());
        }
        painter.drawPath(path);
    }
}

} // namespace motcua

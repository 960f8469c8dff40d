// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PageView.h"

#include "ui/widgets/Spoken.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QStyleOption>
#include <QVBoxLayout>

#include <algorithm>

namespace motcua {

namespace {

constexpr int Edge = 8; // px around the page

} // namespace

PageView::PageView(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("pageView"));
    setFocusPolicy(Qt::StrongFocus);
    m_words = new QLabel(this);
    speakAs(m_words, QAccessible::Heading);
    m_words->setProperty("level", QStringLiteral("heading"));
    m_words->setTextFormat(Qt::PlainText);
    m_keys = new QLabel(tr("← → page before, page after   R turn right   Shift+R turn left   Del leave out or put back   Esc back to the papers"), this);
    m_keys->setProperty("tone", QStringLiteral("secondary"));
    m_keys->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(4);
    column->addWidget(m_words);
    column->addStretch(1);
    column->addWidget(m_keys);
}

void PageView::setPage(const QString &words, bool isLeftOut)
{
    m_isLeftOut = isLeftOut;
    m_words->setText(isLeftOut ? words + QStringLiteral(" · ") + tr("left out, does not go into the copy") : words);
    setAccessibleName(m_words->text());
    m_picture = {};
    m_said = tr("The page is being opened …");
    update();
}

void PageView::setPicture(const QImage &picture)
{
    m_picture = picture;
    m_said = tr("The picture of this page cannot be shown. The page itself is kept; scan it anew if in doubt.");
    update();
}

void PageView::clear()
{
    m_words->clear();
    m_picture = {};
    m_said.clear();
}

QRect PageView::place() const
{
    const int top = m_words->geometry().bottom() + Edge;
    return {Edge, top, width() - 2 * Edge, std::max(1, m_keys->geometry().top() - Edge - top)};
}

QSize PageView::room() const
{
    return place().size() * devicePixelRatioF();
}

void PageView::keyPressEvent(QKeyEvent *event)
{
    const Qt::KeyboardModifiers with = event->modifiers() & ~Qt::KeypadModifier;
    const int key = event->key();
    if (with == Qt::NoModifier && (key == Qt::Key_Left || key == Qt::Key_Up || key == Qt::Key_PageUp)) {
        Q_EMIT stepped(-1);
    } else if (with == Qt::NoModifier && (key == Qt::Key_Right || key == Qt::Key_Down || key == Qt::Key_PageDown)) {
        Q_EMIT stepped(1);
    } else if (key == Qt::Key_R && (with == Qt::NoModifier || with == Qt::ShiftModifier)) {
        Q_EMIT wished(with == Qt::NoModifier ? PageTray::Wish::TurnRight : PageTray::Wish::TurnLeft);
    } else if (with == Qt::NoModifier && key == Qt::Key_Delete) {
        Q_EMIT wished(m_isLeftOut ? PageTray::Wish::PutBack : PageTray::Wish::LeaveOut);
    } else if (with == Qt::NoModifier && key == Qt::Key_Space) {
        Q_EMIT closed();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void PageView::mouseDoubleClickEvent(QMouseEvent *)
{
    Q_EMIT closed();
}

void PageView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOption option;
    option.initFrom(this);
    style()->drawPrimitive(QStyle::PE_Widget, &option, &painter, this); // the ground of the style sheet
    const QRect room = place();
    if (m_picture.isNull()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, m_said);
        return;
    }
    const QSize size = (m_picture.size() / devicePixelRatioF()).boundedTo(m_picture.size().scaled(room.size(), Qt::KeepAspectRatio));
    const QRect sheet(room.left() + (room.width() - size.width()) / 2, room.top() + (room.height() - size.height()) / 2, size.width(), size.height());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(sheet, m_picture);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(sheet.adjusted(-1, -1, 0, 0));
}

void PageView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    Q_EMIT roomChanged();
}

} // namespace motcua

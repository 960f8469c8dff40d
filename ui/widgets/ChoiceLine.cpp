// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ChoiceLine.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QStringListModel>

#include <algorithm>

namespace motcua {

namespace {

constexpr int MostShown = 8; // rows; the others are scrolled to
constexpr int PageStep = MostShown - 1;

} // namespace

ChoiceLine::ChoiceLine(QWidget *parent)
    : QLineEdit(parent)
    , m_model(new QStringListModel(this))
{
}

ChoiceLine::~ChoiceLine()
{
    delete m_list; // it lies on another widget than this
}

bool ChoiceLine::isListOpen() const
{
    return m_list && !m_list->isHidden();
}

QStringList ChoiceLine::listed() const
{
    return isListOpen() ? m_model->stringList() : QStringList();
}

void ChoiceLine::closeList()
{
    if (m_list) {
        m_list->hide();
    }
}

void ChoiceLine::takeListed()
{
    if (!isListOpen()) {
        return;
    }
    const QModelIndex marked = m_list->currentIndex();
    closeList();
    if (marked.isValid()) {
        take(marked.row());
    }
}

void ChoiceLine::openList(const QStringList &labels, int marked)
{
    if (labels.isEmpty()) {
        closeList();
        return;
    }
    m_model->setStringList(labels);
    if (!m_list) {
        makeList();
    }
    place();
    mark(marked);
}

void ChoiceLine::makeList()
{
    m_list = new QListView;
    m_list->setObjectName(QStringLiteral("choices"));
    m_list->setModel(m_model);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setAccessibleName(accessibleName());
    connect(m_list, &QListView::clicked, this, &ChoiceLine::takeListed);
}

/** What the list lies on: what scrolls with the line, else the window. */
QWidget *ChoiceLine::ground() const
{
    for (QWidget *up = parentWidget(); up; up = up->parentWidget()) {
        if (const auto *area = qobject_cast<QScrollArea *>(up)) {
            return area->widget();
        }
    }
    return window();
}

void ChoiceLine::place()
{
    QWidget *under = ground();
    if (m_list->parentWidget() != under) {
        m_list->setParent(under);
    }
    m_list->ensurePolished();
    const int rows = m_model->rowCount();
    const int rowHeight = std::max(1, m_list->sizeHintForRow(0));
    const int wanted = rowHeight * std::min(MostShown, rows) + 2 * m_list->frameWidth();
    const QPoint corner = mapTo(under, QPoint(0, 0));
    const QRect seen = under->visibleRegion().boundingRect();
    const int below = seen.bottom() + 1 - (corner.y() + height());
    const int above = corner.y() - seen.top();
    const bool isBelow = below >= wanted || below >= above;
    const int high = std::clamp(isBelow ? below : above, std::min(wanted, 2 * rowHeight), wanted);
    // As wide as the line, or as its longest entry where there is room for it.
    const int bar = high < rowHeight * rows ? m_list->verticalScrollBar()->sizeHint().width() : 0;
    const int longest = m_list->sizeHintForColumn(0) + bar + 2 * m_list->frameWidth();
    const int wide = std::max(width(), std::min(longest, seen.right() + 1 - corner.x()));
    m_list->setGeometry(corner.x(), isBelow ? corner.y() + height() : corner.y() - high, wide, high);
    m_list->show();
    m_list->raise();
    m_list->doItemsLayout(); // the height of its rows is kept from before it was dressed
}

void ChoiceLine::mark(int row)
{
    const QModelIndex index = m_model->index(row);
    m_list->setCurrentIndex(index);
    if (row == NothingMarked) {
        m_list->scrollToTop();
        return;
    }
    m_list->scrollTo(index);
    // The list never has the focus; a screen reader is told which entry is marked all the same.
    QAccessibleEvent told(m_list, QAccessible::Focus);
    told.setChild(row);
    QAccessible::updateAccessibility(&told);
}

void ChoiceLine::keyPressEvent(QKeyEvent *event)
{
    if (!isListOpen()) {
        if (event->key() != Qt::Key_Down || isReadOnly() || !offerAll()) {
            QLineEdit::keyPressEvent(event);
        }
        return;
    }
    const int last = m_model->rowCount() - 1;
    const int row = m_list->currentIndex().row(); // NothingMarked when it is none
    switch (event->key()) {
    case Qt::Key_Down:
        mark(row == last ? 0 : row + 1);
        return;
    case Qt::Key_Up:
        mark(row <= 0 ? last : row - 1);
        return;
    case Qt::Key_PageDown:
        mark(std::min(last, row + PageStep));
        return;
    case Qt::Key_PageUp:
        mark(std::max(0, row - PageStep));
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        takeListed();
        return;
    case Qt::Key_Escape:
        closeList();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void ChoiceLine::focusOutEvent(QFocusEvent *event)
{
    closeList();
    QLineEdit::focusOutEvent(event);
}

void ChoiceLine::hideEvent(QHideEvent *event)
{
    closeList();
    QLineEdit::hideEvent(event);
}

} // namespace motcua

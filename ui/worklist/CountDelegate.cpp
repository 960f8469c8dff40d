// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worklist/CountDelegate.h"

#include <QApplication>
#include <QPainter>

namespace motcua {

namespace {

constexpr int Gap = 16;
constexpr int Edge = 8;

} // namespace

void CountDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const QString count = index.data(CountRole).toString();
    if (count.isEmpty()) {
        return;
    }
    // Where the list has the keyboard its chosen entry is painted in the colours of the theme's accent.
    const bool isChosen = option.state.testFlag(QStyle::State_Selected);
    const QPalette palette = QApplication::palette();
    painter->save();
    painter->setPen(palette.color(isChosen ? QPalette::Text : QPalette::PlaceholderText));
    painter->setFont(option.font);
    painter->drawText(option.rect.adjusted(Edge, 0, -Edge, 0), Qt::AlignRight | Qt::AlignVCenter, count);
    painter->restore();
}

QSize CountDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    const QString count = index.data(CountRole).toString();
    return count.isEmpty() ? size : size + QSize(Gap + option.fontMetrics.horizontalAdvance(count), 0);
}

} // namespace motcua

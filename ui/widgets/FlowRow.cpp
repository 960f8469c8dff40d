// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FlowRow.h"

#include <algorithm>
#include <utility>

namespace motcua {

FlowRow::FlowRow(QWidget *parent)
    : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowRow::~FlowRow()
{
    qDeleteAll(m_items);
}

void FlowRow::setGaps(int across, int down)
{
    m_across = across;
    m_down = down;
    invalidate();
}

void FlowRow::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

QLayoutItem *FlowRow::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowRow::heightForWidth(int width) const
{
    return arrange({0, 0, width, 0}, true);
}

QSize FlowRow::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty()) {
            width += item->sizeHint().width() + (width > 0 ? m_across : 0);
            height = std::max(height, item->sizeHint().height());
        }
    }
    return {width, height};
}

QSize FlowRow::minimumSize() const
{
    QSize least;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty()) {
            least = least.expandedTo(item->sizeHint());
        }
    }
    return least;
}

void FlowRow::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, false);
}

int FlowRow::arrange(const QRect &rect, bool isMeasured) const
{
    QPoint at = rect.topLeft();
    int lineHeight = 0;
    QList<std::pair<QLayoutItem *, QRect>> line;
    const auto finish = [&] {
        for (const auto &[item, place] : std::as_const(line)) {
            if (!isMeasured) {
                item->setGeometry(place.translated(0, (lineHeight - place.height()) / 2));
            }
        }
        line.clear();
    };
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty()) {
            continue;
        }
        const QSize size = item->sizeHint();
        if (!line.isEmpty() && at.x() + size.width() > rect.x() + rect.width()) {
            finish();
            at = {rect.x(), at.y() + lineHeight + m_down};
            lineHeight = 0;
        }
        line.append({item, QRect(at, size)});
        at.rx() += size.width() + m_across;
        lineHeight = std::max(lineHeight, size.height());
    }
    finish();
    return at.y() + lineHeight - rect.y();
}

} // namespace motcua

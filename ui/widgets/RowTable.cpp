// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/RowTable.h"

#include <QEvent>
#include <QHeaderView>

#include <numeric>
#include <utility>

namespace motcua {

namespace {

constexpr int BasePixels = 14;

} // namespace

RowTable::RowTable(QWidget *parent)
    : QTableView(parent)
{
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setAlternatingRowColors(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setMinimumSectionSize(20);
    measure();
}

void RowTable::setWidths(const QList<int> &widths)
{
    m_widths = widths;
    measure();
}

void RowTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        measure();
    }
}

void RowTable::measure()
{
    verticalHeader()->setDefaultSectionSize(qMax(28, fontMetrics().height() + 8));
    for (int column = 0; column < m_widths.size(); ++column) {
        if (m_widths.at(column) == 0) {
            horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
        } else {
            setColumnWidth(column, scaled(m_widths.at(column)));
        }
    }
    giveWay();
}

int RowTable::scaled(int width) const
{
    return width * (font().pixelSize() > 0 ? font().pixelSize() : BasePixels) / BasePixels;
}

void RowTable::setGivingWay(const QList<int> &columns, int least)
{
    m_giving = columns;
    m_least = least;
    giveWay();
}

void RowTable::setNarrowing(int column, int width)
{
    m_narrowing = column;
    m_narrowWidth = width;
    giveWay();
}

void RowTable::giveWay()
{
    if (!isVisible()) {
        return; // it has no width yet
    }
    int needed = scaled(std::accumulate(m_widths.cbegin(), m_widths.cend(), m_least));
    if (m_narrowing >= 0) {
        const int wide = m_widths.value(m_narrowing);
        m_isNarrowed = viewport()->width() < needed;
        setColumnWidth(m_narrowing, scaled(m_isNarrowed ? m_narrowWidth : wide));
        needed -= m_isNarrowed ? scaled(wide) - scaled(m_narrowWidth) : 0;
    }
    for (const int column : std::as_const(m_giving)) {
        const bool isHidden = viewport()->width() < needed;
        setColumnHidden(column, isHidden);
        needed -= isHidden ? scaled(m_widths.value(column)) : 0; // which may be gone by now
    }
}

void RowTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    giveWay();
}

} // namespace motcua

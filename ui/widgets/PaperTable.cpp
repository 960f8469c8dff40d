// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PaperTable.h"

#include <QHeaderView>

namespace motcua {

namespace {

constexpr int ShapeWidth = 36; // px
constexpr int NameColumn = 1;

} // namespace

PaperTable::PaperTable(int columns, QWidget *parent)
    : QTableWidget(0, columns, parent)
{
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    verticalHeader()->hide();
    horizontalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    for (int column = NameColumn + 1; column < columns; ++column) {
        horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    }
    setColumnWidth(0, ShapeWidth);
}

void PaperTable::put(int row, const QStringList &texts)
{
    for (int column = 0; column < columnCount(); ++column) {
        QTableWidgetItem *one = item(row, column);
        if (!one) {
            one = new QTableWidgetItem;
            // On a cell that can be edited the table lets the input method in again, which keeps the letters that mark papers for itself.
            one->setFlags(one->flags() & ~Qt::ItemIsEditable);
            setItem(row, column, one);
        }
        one->setText(texts.at(column));
    }
}

} // namespace motcua

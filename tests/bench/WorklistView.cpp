// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/WorklistView.h"

#include "ui/itemmodels/WorklistItemModel.h"
#include "ui/widgets/MadeReady.h"
#include "ui/widgets/RowTable.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QKeyEvent>

namespace motcua::bench {

ConstantModel::ConstantModel(int rows)
    : m_rows(rows)
    , m_texts{{}, QStringLiteral("H26.15.3-260302-0301"), QStringLiteral("NGUYỄN THỊ NGỌC ÁNH"),
          QStringLiteral("Cấp bản sao trích lục hộ tịch, bản sao Giấy khai sinh"), QStringLiteral("○ 02/03 T2"),
          QStringLiteral("Đã tiếp nhận"), QStringLiteral("Quầy 03")}
{
}

int ConstantModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int ConstantModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_texts.size());
}

QVariant ConstantModel::data(const QModelIndex &index, int role) const
{
    if (role == WorklistItemModel::LoadedRole) {
        return true;
    }
    return role == Qt::DisplayRole ? QVariant(m_texts.at(index.column())) : QVariant();
}

QVariant ConstantModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return role == Qt::DisplayRole && orientation == Qt::Horizontal ? QVariant(m_texts.at(section)) : QVariant();
}

WorklistView::WorklistView()
    : m_page(std::make_unique<WorklistPage>())
    , m_table(m_page->findChild<RowTable *>())
{
    m_page->setTabs({{QStringLiteral("open"), QStringLiteral("Hồ sơ đang mở"), -1}, {QStringLiteral("all"), QStringLiteral("Tất cả hồ sơ"), -1}});
    m_page->resize(1366, 698);
}

WorklistView::~WorklistView() = default;

void WorklistView::open(const WorklistSource &source)
{
    m_page->open(QStringLiteral("Hồ sơ đang mở"), source);
}

void WorklistView::open(ConstantModel *constant)
{
    const int stretched = WorklistItemModel::Procedure;
    QList<int> widths;
    for (int column = 0; column < m_table->model()->columnCount(); ++column) {
        widths.append(column == stretched ? 0 : m_table->columnWidth(column));
    }
    m_table->setModel(constant);
    m_table->setWidths(widths);
    m_table->selectRow(0);
}

void WorklistView::makeReady()
{
    motcua::makeReady(*m_page);
}

void WorklistView::show()
{
    m_page->show();
    m_table->setFocus();
}

bool WorklistView::shows(qint64 rows) const
{
    const QAbstractItemModel *model = m_table->model();
    if (model->rowCount() != rows) {
        return false;
    }
    const int last = m_table->rowAt(m_table->viewport()->height() - 1);
    for (int row = m_table->rowAt(0); row <= (last < 0 ? static_cast<int>(rows) - 1 : last); ++row) {
        if (!model->index(row, 0).data(WorklistItemModel::LoadedRole).toBool()) {
            return false;
        }
    }
    return true;
}

void WorklistView::press(int key, Qt::KeyboardModifiers modifiers) const
{
    QKeyEvent down(QEvent::KeyPress, key, modifiers);
    QCoreApplication::sendEvent(m_table, &down);
    QKeyEvent up(QEvent::KeyRelease, key, modifiers);
    QCoreApplication::sendEvent(m_table, &up);
}

void WorklistView::jump(int row) const
{
    m_table->scrollTo(m_table->model()->index(row, 0), QAbstractItemView::PositionAtTop);
}

} // namespace motcua::bench

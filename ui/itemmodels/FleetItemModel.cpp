// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/itemmodels/FleetItemModel.h"

#include "ui/machine/FleetWords.h"

namespace motcua {

void FleetItemModel::setView(const FleetView &view)
{
    beginResetModel();
    m_view = view;
    endResetModel();
}

const FleetLine *FleetItemModel::line(int row) const
{
    return row >= 0 && row < m_view.lines.size() ? &m_view.lines.at(row) : nullptr;
}

int FleetItemModel::rowOf(const QString &login) const
{
    for (int row = 0; row < m_view.lines.size(); ++row) {
        if (m_view.lines.at(row).desk.login == login) {
            return row;
        }
    }
    return -1;
}

int FleetItemModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_view.lines.size());
}

int FleetItemModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant FleetItemModel::data(const QModelIndex &index, int role) const
{
    const FleetLine *one = index.isValid() ? line(index.row()) : nullptr;
    if (!one) {
        return {};
    }
    if (role == Qt::AccessibleTextRole) {
        return QStringList{fleetwords::desk(one->desk), fleetwords::state(*one), fleetwords::summary(*one), fleetwords::seen(one->desk)}.join(QStringLiteral(", "));
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
        return {};
    }
    switch (static_cast<Column>(index.column())) {
    case State:
        return fleetwords::state(*one);
    case Desk:
        return fleetwords::desk(one->desk);
    case Seen:
        return fleetwords::seen(one->desk);
    case What:
        return fleetwords::summary(*one);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant FleetItemModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (static_cast<Column>(section)) {
    case State:
        return tr("State");
    case Desk:
        return tr("Desk");
    case Seen:
        return tr("Heard");
    case What:
        return tr("What to see to");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace motcua

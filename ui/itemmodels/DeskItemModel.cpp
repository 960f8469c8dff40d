// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/itemmodels/DeskItemModel.h"

#include "ui/dashboard/DashboardWords.h"
#include "ui/shell/HallTime.h"

#include <algorithm>

namespace motcua {

DeskItemModel::DeskItemModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void DeskItemModel::setDesks(const QList<DeskFigures> &desks, const QMap<Id, QString> &officers, bool afresh)
{
    QList<DeskFigures> next;
    if (!afresh) {
        for (const DeskFigures &shown : std::as_const(m_desks)) {
            const auto same = std::find_if(desks.cbegin(), desks.cend(), [&shown](const DeskFigures &one) { return one.desk == shown.desk; });
            next.append(same == desks.cend() ? DeskFigures{.desk = shown.desk} : *same);
        }
    }
    const QList<DeskFigures> kept = next;
    std::copy_if(desks.cbegin(), desks.cend(), std::back_inserter(next), [&kept](const DeskFigures &one) {
        return std::none_of(kept.cbegin(), kept.cend(), [&one](const DeskFigures &other) { return other.desk == one.desk; });
    });
    m_officers = officers;
    if (next.size() > m_desks.size() && !m_desks.isEmpty() && !afresh) {
        beginInsertRows({}, static_cast<int>(m_desks.size()), static_cast<int>(next.size()) - 1);
        m_desks = next;
        endInsertRows();
    } else if (next.size() != m_desks.size()) {
        beginResetModel();
        m_desks = next;
        endResetModel();
        return;
    }
    m_desks = next;
    if (!m_desks.isEmpty()) {
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_desks.size()) - 1, ColumnCount - 1));
    }
}

void DeskItemModel::tick(qint64 nowMs)
{
    m_nowMs = nowMs;
    if (!m_desks.isEmpty()) {
        Q_EMIT dataChanged(index(0, Since), index(static_cast<int>(m_desks.size()) - 1, Since), {Qt::DisplayRole});
    }
}

const DeskFigures *DeskItemModel::desk(int row) const
{
    return row >= 0 && row < m_desks.size() ? &m_desks.at(row) : nullptr;
}

int DeskItemModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_desks.size());
}

int DeskItemModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString DeskItemModel::shown(const DeskFigures &desk, int column) const
{
    const QString none = QStringLiteral("–");
    switch (static_cast<Column>(column)) {
    case Desk:
        return desk.number() > 0 ? QStringLiteral("%1").arg(desk.number(), 2, 10, QLatin1Char('0')) : desk.desk;
    case Officer:
        return desk.person.isNull() ? none : m_officers.value(desk.person, none);
    case State:
        return deskWords(desk);
    case Ticket:
        return desk.ticket.isEmpty() ? none : desk.isCalled ? tr("%1 called").arg(desk.ticket) : desk.ticket;
    case Since:
        return desk.ticket.isEmpty() ? none : shownElapsed(desk.sinceMs, m_nowMs);
    case Served:
        return shownCount(desk.served);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant DeskItemModel::data(const QModelIndex &index, int role) const
{
    const DeskFigures *one = index.isValid() ? desk(index.row()) : nullptr;
    if (!one) {
        return {};
    }
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
        return shown(*one, index.column());
    }
    if (role == Qt::TextAlignmentRole && (index.column() == Since || index.column() == Served)) {
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role == Qt::AccessibleTextRole) {
        return tr("Desk %1, %2, %3, ticket %4, served today %5").arg(shown(*one, Desk), shown(*one, Officer), shown(*one, State),
            shown(*one, Ticket), shown(*one, Served));
    }
    return {};
}

QVariant DeskItemModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole && (section == Since || section == Served)) {
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (static_cast<Column>(section)) {
    case Desk:
        return tr("Desk");
    case Officer:
        return tr("Officer");
    case State:
        return tr("State");
    case Ticket:
        return tr("Ticket");
    case Since:
        return tr("For");
    case Served:
        return tr("Served");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace motcua

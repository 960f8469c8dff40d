// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/itemmodels/TicketItemModel.h"

#include "models/base/VietnamTime.h"
#include "ui/shell/HallTime.h"

namespace motcua {

TicketItemModel::TicketItemModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void TicketItemModel::setTickets(const QList<Ticket> &tickets, const QMap<QString, QString> &groups, qint64 nowMs)
{
    beginResetModel();
    m_tickets = tickets;
    m_groups = groups;
    m_nowMs = nowMs;
    endResetModel();
}

int TicketItemModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_tickets.size());
}

int TicketItemModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant TicketItemModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_tickets.size() || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) {
        return {};
    }
    const Ticket &ticket = m_tickets.at(index.row());
    switch (static_cast<Column>(index.column())) {
    case Number:
        return ticket.number;
    case Group:
        return m_groups.value(ticket.group, ticket.group);
    case Issued:
        return vietnamTime(ticket.issuedAtMs).toString(u"HH:mm");
    case Waited: // one who still waits has waited since the issue, whatever came between
        return ticket.state == TicketState::Waiting ? shownMinutes(ticket.issuedAtMs, m_nowMs)
                                                    : shownMinutes(0, ticket.spentMs(TicketState::Waiting, m_nowMs));
    case Served: {
        const qint64 spent = ticket.spentMs(TicketState::Serving, m_nowMs);
        return spent > 0 ? shownMinutes(0, spent) : QStringLiteral("–");
    }
    case ColumnCount:
        break;
    }
    return {};
}

QVariant TicketItemModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal) {
        return {};
    }
    switch (static_cast<Column>(section)) {
    case Number:
        return tr("Ticket");
    case Group:
        return tr("For");
    case Issued:
        return tr("Drawn at");
    case Waited:
        return tr("Waited");
    case Served:
        return tr("Was served for");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace motcua

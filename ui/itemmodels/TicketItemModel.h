// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ticket/Ticket.h"

#include <QAbstractTableModel>
#include <QMap>

namespace motcua {

/** Tickets as lines of a table: numbers, groups and times, nothing of who holds them. They stay as they were when they were set. */
class TicketItemModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, Group, Issued, Waited, Served, ColumnCount };

    explicit TicketItemModel(QObject *parent = nullptr);

    /** `groups` names them by letter; times that go on are told up to `nowMs`. */
    void setTickets(const QList<Ticket> &tickets, const QMap<QString, QString> &groups, qint64 nowMs);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<Ticket> m_tickets;
    QMap<QString, QString> m_groups;
    qint64 m_nowMs = 0;
};

} // namespace motcua

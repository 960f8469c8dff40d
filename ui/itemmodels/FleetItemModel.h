// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/FleetView.h"

#include <QAbstractTableModel>

namespace motcua {

/** The machines of the desks, a line each, in the order in which they were judged. */
class FleetItemModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { State, Desk, Seen, What, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setView(const FleetView &view);
    [[nodiscard]] const FleetView &view() const { return m_view; }
    /** Null where there is no such row. */
    [[nodiscard]] const FleetLine *line(int row) const;
    /** Of the desk with that login; -1: it is not there. */
    [[nodiscard]] int rowOf(const QString &login) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    FleetView m_view;
};

} // namespace motcua

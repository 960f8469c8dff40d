// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dashboard/HallDay.h"

#include <QAbstractTableModel>
#include <QMap>

namespace motcua {

/** A day of the hall as lines of a table, all of one kind, with their sum below. Times are in minutes. */
class HallDayItemModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Key, Drawn, Served, Missed, Wait, WaitLong, Walk, Serve, ServeLong, Hold, Open, Break, BackOffice, ColumnCount };

    explicit HallDayItemModel(QObject *parent = nullptr);

    /** `names` by the keys of the lines; one that has none stands as it is. */
    void setLines(HallDay::By by, const HallDay &day, const QMap<QString, QString> &names);
    /** Whether anything of this kind of line stands in the column. */
    [[nodiscard]] bool isTold(Column column) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString shown(const HallDay::Line &line, int column) const;

    HallDay::By m_by = HallDay::By::Group;
    QList<HallDay::Line> m_lines; ///< the sum is the last
    QMap<QString, QString> m_names;
};

} // namespace motcua

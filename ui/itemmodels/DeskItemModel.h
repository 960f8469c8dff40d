// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dashboard/HallFigures.h"

#include <QAbstractTableModel>
#include <QMap>

namespace motcua {

/** The desks of a centre as lines of a table. Lines keep their places while they are read; a desk that was not here before comes last. */
class DeskItemModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Desk, Officer, State, Ticket, Since, Served, ColumnCount };

    explicit DeskItemModel(QObject *parent = nullptr);

    /** With `afresh` the lines are in the order of `desks`. */
    void setDesks(const QList<DeskFigures> &desks, const QMap<Id, QString> &officers, bool afresh);
    /** How long things have lasted; nothing else changes. */
    void tick(qint64 nowMs);

    [[nodiscard]] const DeskFigures *desk(int row) const; ///< null when there is no such line

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString shown(const DeskFigures &desk, int column) const;

    QList<DeskFigures> m_desks;
    QMap<Id, QString> m_officers;
    qint64 m_nowMs = 0;
};

} // namespace motcua

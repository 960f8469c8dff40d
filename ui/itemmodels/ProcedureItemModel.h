// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/Procedure.h"

#include <QAbstractTableModel>
#include <QList>

namespace motcua {

/** The procedures in force, those first whose name or code fits the letters typed so far, tone marks set aside. */
class ProcedureItemModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Code, Limit, Fee, Used, ColumnCount };

    explicit ProcedureItemModel(QObject *parent = nullptr);

    /** `usedToday` counts by procedure code. */
    void setProcedures(const QList<Procedure> &procedures, const QMap<QString, int> &usedToday = {});

    /** Shows those in which every word of `letters` begins a word of the name, or begins the code; all when empty. */
    void setLetters(const QString &letters);

    [[nodiscard]] const Procedure *procedure(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Line
    {
        Procedure procedure = {};
        QStringList words = {};
        int used = 0;
    };
    void choose();

    QList<Line> m_lines;
    QList<int> m_shown;
    QString m_letters;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableWidget>

namespace motcua {

/** A short list of papers, walked row by row and marked with single keys: a shape first, a name that takes what room is left, then words. */
class PaperTable : public QTableWidget
{
    Q_OBJECT

public:
    explicit PaperTable(int columns, QWidget *parent = nullptr);

    /** One text for each column. */
    void put(int row, const QStringList &texts);
};

} // namespace motcua

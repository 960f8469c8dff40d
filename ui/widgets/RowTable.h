// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace motcua {

/** A read-only table walked row by row; Tab leaves it, Enter is its page's, and its rows are all as high as one line of text. */
class RowTable : public QTableView
{
    Q_OBJECT

public:
    explicit RowTable(QWidget *parent = nullptr);

    /** Column widths in px at text of 14 px; they grow with the text. 0 shares what is left. Needs a model. */
    void setWidths(const QList<int> &widths);

protected:
    void changeEvent(QEvent *event) override;

private:
    void measure();

    QList<int> m_widths;
};

} // namespace motcua

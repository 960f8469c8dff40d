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

    /**
     * `columns` are left out, in this order, while less than `least` px (at text of 14 px) would be left to share: better one column
     * less than the last ones cut off.
     */
    void setGivingWay(const QList<int> &columns, int least);

    /** `column` takes only `width` px (at text of 14 px) before a column is left out; what it then shows is its delegate's affair. */
    void setNarrowing(int column, int width);
    [[nodiscard]] bool isNarrowed() const { return m_isNarrowed; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void measure();
    void giveWay();
    [[nodiscard]] int scaled(int width) const;

    QList<int> m_widths;
    QList<int> m_giving;
    int m_least = 0;
    int m_narrowing = -1; ///< column
    int m_narrowWidth = 0;
    bool m_isNarrowed = false;
};

} // namespace motcua

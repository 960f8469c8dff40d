// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/HallFacts.h"

#include <QListView>

namespace motcua {

class HallRowModel;

/**
 * Tickets in rows: number, what, minutes; a mark stands in a line of its own under them.
 *
 * While it has the focus no row moves under the officer's hand: a ticket that comes is appended, one that goes stays and says so, and the
 * order of the hall is taken up when the focus leaves.
 */
class HallList : public QListView
{
    Q_OBJECT

public:
    explicit HallList(QWidget *parent = nullptr);

    void setRows(const QList<HallRow> &rows);

    /** Draws the minutes anew; moves nothing. */
    void setNow(qint64 nowMs);

    /** It is as high as its rows up to `most` of them; 0: as high as there is room. */
    void setMostRows(int most);

    /** The ticket of the selected row; null when none is. */
    [[nodiscard]] Id selected() const;
    [[nodiscard]] int count() const;

    /** As low as it can be: what is above and below it keeps its place, and it takes the rest. */
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(const motcua::Id &ticket); ///< Enter on its row, or a double click
    void countChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void place();
    void measure();
    void choose(const QModelIndex &index);

    HallRowModel *m_model = nullptr;
    QList<HallRow> m_rows; ///< as the hall has them
    int m_most = 0;
};

} // namespace motcua

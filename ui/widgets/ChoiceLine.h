// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QListView>
#include <QPointer>

class QStringListModel;

namespace motcua {

/**
 * A line with a list of what fits under it: ↑ ↓ walk through it, Enter takes what is marked, Esc closes it and leaves the line as typed.
 *
 * The list takes no focus and is no window of its own, so whatever covers the window covers it too.
 */
class ChoiceLine : public QLineEdit
{
    Q_OBJECT

public:
    static constexpr int NothingMarked = -1;

    explicit ChoiceLine(QWidget *parent = nullptr);
    ~ChoiceLine() override;

    [[nodiscard]] bool isListOpen() const;
    /** What the list shows, in order. */
    [[nodiscard]] QStringList listed() const;

    void closeList();

    /** Takes the entry that is marked in the list, if one is, and closes it. */
    void takeListed();

protected:
    /** Opens the list, or fills the open one; nothing to show closes it. */
    void openList(const QStringList &labels, int marked);

    /** The entry at `row` was taken; the list is closed already. */
    virtual void take(int row) = 0;

    /** ↓ was pressed while the list is closed; false when nothing could be listed. */
    virtual bool offerAll() = 0;

    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void makeList();
    void place();
    void mark(int row);
    [[nodiscard]] QWidget *ground() const;

    QPointer<QListView> m_list; ///< made when first opened; belongs to the ground it lies on
    QStringListModel *m_model = nullptr;
};

} // namespace motcua

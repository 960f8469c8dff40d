// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/PaperFileRules.h"
#include "models/visit/FolderView.h"
#include "ui/shell/Page.h"

#include <QTimer>

class QLabel;
class QLineEdit;

namespace motcua {

class EmptyNote;
class FolderItemModel;
class RowTable;

/**
 * Chooses files for a paper, inside the window and by keyboard: letters narrow the folder, arrows choose, Enter opens a folder or takes the
 * file in, Insert marks several. It looks into no folder itself.
 */
class FilesPage : public Page
{
    Q_OBJECT

public:
    explicit FilesPage(QWidget *parent = nullptr);

    /** Begins anew for a paper: nothing is marked, and a folder is awaited. */
    void setPaper(const QString &name, const PaperFileRules &rules);

    /** What was found in the folder that was asked for last. */
    void setView(const FolderView &view);

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    bool enter(QWidget *focused) override;
    [[nodiscard]] bool scrolls() const override { return false; }

Q_SIGNALS:
    /** Somebody wants to see it; empty: the places where files usually are. */
    void folderAsked(const QString &folder);
    void chosen(const QStringList &paths); ///< one at least

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void open(const QString &folder);
    void goUp();
    void choose();
    void mark();
    void step(int rows);
    void draw();
    /** Marked, else the file of the row. */
    [[nodiscard]] QStringList paths() const;
    [[nodiscard]] const FolderEntry *current() const;

    QString m_paper;
    PaperFileRules m_rules;
    QString m_asked; ///< the folder that is awaited or shown
    bool m_isAwaited = false;
    QTimer m_lookAgain; ///< while the places are shown: a stick that is plugged in appears
    FolderItemModel *m_model = nullptr;
    QLabel *m_where = nullptr;
    QLineEdit *m_letters = nullptr;
    RowTable *m_table = nullptr;
    EmptyNote *m_empty = nullptr;
    QLabel *m_keys = nullptr;
    QLabel *m_rule = nullptr;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/itemmodels/WorklistSource.h"
#include "ui/shell/Page.h"

#include <QDateTime>

class QLabel;
class QLineEdit;
class QListWidget;
class QStackedWidget;
class QTableView;

namespace motcua {

class EmptyNote;
class KeyButton;
class WorklistItemModel;

/** A list one can open with Ctrl+1 … Ctrl+9. */
struct WorklistTab
{
    QString id = {};
    QString title = {};
    qint64 count = -1; ///< −1: not known yet
    QString empty = {}; ///< said instead of the list when nothing is in it
    QString next = {}; ///< what puts something there, or why that is well
};

/** Lists of dossiers and the search over all of them; rows stay where they are while one reads. */
class WorklistPage : public Page
{
    Q_OBJECT

public:
    explicit WorklistPage(QWidget *parent = nullptr);

    void setTabs(const QList<WorklistTab> &tabs);

    /** Marks the list that is shown, without telling that it was chosen. */
    void setTab(const QString &id);

    void setNow(const QDateTime &now);

    /** Shows a list; `title` stands above it. */
    void open(const QString &title, const WorklistSource &source);

    /** Asks how many dossiers have arrived since the list was opened; they wait behind a button. */
    void lookForNewer();
    void setNewer(int count);

    /** Rows of this list may be discarded: they are drafts. */
    void setDroppable(bool droppable);

    /** A row was discarded a moment ago and can be had back. */
    void setUndoable(bool undoable);

    /** Shows nothing, for nobody is signed in. */
    void forget();

    /** What waits for the officer besides the dossiers, one short sentence each; Ctrl+E asks for the first. */
    void setTasks(const QStringList &tasks);

    /** Puts the caret into the search box. */
    void startSearch();
    /** Nothing is looked for. */
    [[nodiscard]] bool isUntouched() const;

    [[nodiscard]] WorklistItemModel *model() const { return m_model; }

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    bool enter(QWidget *focused) override;
    bool closeInner() override;
    [[nodiscard]] QStringList tasks() const override { return m_tasks; }
    [[nodiscard]] bool scrolls() const override { return false; }

Q_SIGNALS:
    void tabChosen(const QString &id);
    void searched(const QString &text); ///< at every committed change; empty: back to the list
    void dossierChosen(const motcua::Id &dossier);
    void draftChosen(const motcua::Id &draft);
    void newerAsked();
    void dossierBegun(); ///< Ctrl+N
    void dropAsked(const motcua::Id &draft);
    void undoAsked();
    void taskAsked(); ///< Ctrl+E

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void drawCount();
    void fitTabs();
    void choose();
    [[nodiscard]] const WorklistRow *current() const; ///< null when none is chosen or it is not here yet

    QLineEdit *m_search = nullptr;
    QLabel *m_count = nullptr;
    QListWidget *m_tabs = nullptr;
    QLabel *m_title = nullptr;
    KeyButton *m_newer = nullptr;
    QTableView *m_table = nullptr;
    QStackedWidget *m_body = nullptr; ///< the table, or what is said instead of it
    EmptyNote *m_empty = nullptr;
    WorklistItemModel *m_model = nullptr;
    QList<WorklistTab> m_tabList;
    QStringList m_tasks;
    qint64 m_total = -1;
    int m_most = 0; ///< of the source
    bool m_droppable = false;
    bool m_undoable = false;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/itemmodels/WorklistSource.h"
#include "ui/shell/Page.h"

#include <QDateTime>

class QLabel;
class QLineEdit;
class QListWidget;
class QTableView;

namespace motcua {

class KeyButton;
class WorklistItemModel;

/** A list one can open with Ctrl+1 … Ctrl+9. */
struct WorklistTab
{
    QString id = {};
    QString title = {};
    qint64 count = -1; ///< −1: not known yet
};

/** Lists of dossiers and the search over all of them; rows stay where they are while one reads. */
class WorklistPage : public Page
{
    Q_OBJECT

public:
    explicit WorklistPage(QWidget *parent = nullptr);

    void setTabs(const QList<WorklistTab> &tabs);
    void setNow(const QDateTime &now);

    /** Shows a list; `title` stands above it. */
    void open(const QString &title, const WorklistSource &source);

    /** Dossiers that arrived since the list was opened; they wait behind a button. */
    void setNewer(int count);

    /** What waits for the officer besides the dossiers, one short sentence each; Ctrl+E asks for the first. */
    void setTasks(const QStringList &tasks);

    /** Puts the caret into the search box. */
    void startSearch();

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
    void newerAsked();
    void dossierBegun(); ///< Ctrl+N
    void taskAsked(); ///< Ctrl+E

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void drawCount();
    void fitTabs();
    void choose();

    QLineEdit *m_search = nullptr;
    QLabel *m_count = nullptr;
    QListWidget *m_tabs = nullptr;
    QLabel *m_title = nullptr;
    KeyButton *m_newer = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_empty = nullptr;
    WorklistItemModel *m_model = nullptr;
    QList<WorklistTab> m_tabList;
    QStringList m_tasks;
    qint64 m_total = -1;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/calendar/WorkingCalendar.h"
#include "ui/itemmodels/WorklistSource.h"
#include "ui/shell/Page.h"
#include "ui/widgets/CategoryBox.h"
#include "ui/widgets/HeldFrame.h"
#include "ui/worklist/ExportLine.h"

#include <QDateTime>
#include <QTimer>

class QLabel;
class QLineEdit;
class QListWidget;
class QStackedWidget;

namespace motcua {

class EmptyNote;
class FilterLine;
class KeyButton;
class QuickView;
class RowTable;
class WorklistItemModel;
struct DossierSheet;

/** A list one can open with Ctrl+1 … Ctrl+9, or one behind those that has no key. */
struct WorklistTab
{
    QString id = {};
    QString title = {};
    qint64 count = -1; ///< −1: not known yet
    QString empty = {}; ///< said instead of the list when nothing is in it
    QString next = {}; ///< what puts something there, or why that is well
    QString order = {}; ///< what it is sorted by, for its title; empty: not told
    bool ofPost = false; ///< what is begun here came in an envelope
    bool ofScans = false; ///< stacks are scanned from here
};

/** Lists of dossiers and the search over all of them; rows stay where they are while one reads. */
class WorklistPage : public Page
{
    Q_OBJECT

public:
    explicit WorklistPage(QWidget *parent = nullptr);

    void setTabs(const QList<WorklistTab> &tabs);

    /** How many are in the lists, by id; of those that are not named nothing is told. */
    void setCounts(const QMap<QString, qint64> &counts);

    /** Marks the list that is shown, without telling that it was chosen. */
    void setTab(const QString &id);

    void setNow(const QDateTime &now);

    /** By which days over the promise are counted. */
    void setCalendar(const WorkingCalendar &calendar);

    /** What a list can be narrowed to. */
    void setProcedures(const QList<CategoryBox::Entry> &procedures);

    /** Whether the list shown can be narrowed. */
    void setNarrowable(bool narrowable);
    [[nodiscard]] WorklistNarrowing narrowing() const;
    void forgetNarrowing();

    /** The officer may take the list along: asks for the kind of file and the folder. */
    void openExport(const QStringList &folders);
    void setExporting(bool exporting);
    void closeExport();

    /** The dossier whose quick view was asked for; one that is not marked any more is not shown. */
    void setQuick(const Id &dossier, const DossierSheet &sheet);

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
    [[nodiscard]] const WorklistSource &source() const;

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
    void ticketEntered(const QString &number); ///< a ticket's number was typed and Enter pressed
    void dossierChosen(const motcua::Id &dossier);
    void draftChosen(const motcua::Id &draft);
    void newerAsked();
    void dossierBegun(); ///< Ctrl+N
    void envelopeBegun(); ///< the main act of the list of what came by post
    void stackAsked(); ///< F10 in the list of what is not scanned: a stack of many dossiers
    void separatorsAsked(const QString &procedure); ///< Ctrl+P there, of the marked dossier
    void dropAsked(const motcua::Id &draft);
    void undoAsked();
    void taskAsked(); ///< Ctrl+E
    void narrowed(const motcua::WorklistNarrowing &narrowing);
    void quickAsked(const motcua::Id &dossier);
    void exportWanted(); ///< Alt+X
    void exportAsked(motcua::ExportLine::Form form, const QString &folder);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void join();
    void drawCount();
    void drawTabs();
    void drawLine();
    void fitTabs();
    void openFilter();
    void turnQuick();
    void askQuick();
    void rowChanged();
    void choose();
    [[nodiscard]] bool isOfPost() const;
    [[nodiscard]] bool isOfScans() const;
    [[nodiscard]] const WorklistRow *current() const; ///< null when none is chosen or it is not here yet

    QLineEdit *m_search = nullptr;
    QLabel *m_count = nullptr;
    QListWidget *m_tabs = nullptr;
    QLabel *m_title = nullptr;
    KeyButton *m_newer = nullptr;
    RowTable *m_table = nullptr;
    int m_chosenRow = -1; ///< whose Enter came before it was read
    QStackedWidget *m_body = nullptr; ///< the table, or what is said instead of it
    FilterLine *m_filter = nullptr;
    ExportLine *m_export = nullptr;
    QLabel *m_line = nullptr; ///< of the marked row
    QLabel *m_hint = nullptr;
    QuickView *m_quick = nullptr;
    QTimer m_quickSoon; ///< whoever walks on is not shown every row
    HeldFrame m_frame; ///< the first one, until its rows are there
    QDateTime m_now;
    WorkingCalendar m_calendar;
    EmptyNote *m_empty = nullptr;
    WorklistItemModel *m_model = nullptr;
    QList<WorklistTab> m_tabList;
    QStringList m_tasks;
    qint64 m_total = -1;
    int m_most = 0; ///< of the source
    bool m_droppable = false;
    bool m_undoable = false;
    bool m_narrowable = false;
};

} // namespace motcua

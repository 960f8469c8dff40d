// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worklist/WorklistPage.h"

#include "models/ticket/Ticket.h"
#include "ui/itemmodels/WorklistItemModel.h"
#include "ui/itemmodels/WorklistWords.h"
#include "ui/messages/Sentence.h"
#include "ui/widgets/EmptyNote.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/RowTable.h"
#include "ui/worklist/CountDelegate.h"
#include "ui/worklist/FilterLine.h"
#include "ui/worklist/QuickView.h"
#include "ui/worklist/RowDelegate.h"

#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QSignalBlocker>
#include <QStackedWidget>

#include <algorithm>

namespace motcua {

namespace {

const QList<int> Widths = {24, 176, 176, 0, 124, 148, 104};
const QList<int> GivingWay = {WorklistItemModel::Where, WorklistItemModel::Status};
constexpr int LeastProcedure = 160;
constexpr int EnvelopeWidth = 152;
constexpr int ScanWidth = 124;
constexpr int TabsWidth = 216;
constexpr int TabsPadding = 24;
constexpr int MostNewer = 99; // more is only "many"
constexpr int Numbered = 9; // lists with a key
constexpr qint64 MostCounted = 10'000; // those lists are counted no further
constexpr int QuickAfterMs = 120;

} // namespace

WorklistPage::WorklistPage(QWidget *parent)
    : Page(parent)
    , m_frame(this)
{
    m_quickSoon.setSingleShot(true);
    m_quickSoon.setInterval(QuickAfterMs);
    build();
    join();
}

void WorklistPage::build()
{
    m_search = new QLineEdit(this);
    m_search->setPlaceholderText(tr("Code, name without tone marks, personal number, telephone, ticket"));
    m_search->setAccessibleName(tr("Find"));
    m_search->installEventFilter(this);
    m_count = new QLabel(this);
    m_count->setProperty("tone", QStringLiteral("secondary"));
    m_count->setMinimumWidth(120);
    m_count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_tabs = new QListWidget(this);
    m_tabs->setItemDelegate(new CountDelegate(m_tabs));
    m_tabs->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tabs->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    m_tabs->setAccessibleName(tr("Lists"));
    m_tabs->setAttribute(Qt::WA_InputMethodEnabled, false);
    m_title = new QLabel(this);
    m_title->setProperty("level", QStringLiteral("heading"));
    m_title->setTextFormat(Qt::PlainText);
    m_newer = new KeyButton({}, {}, KeyButton::Role::Plain, this);
    // Its coming must not push the rows somebody is reading, nor have the whole list painted anew.
    QSizePolicy keepPlace = m_newer->sizePolicy();
    keepPlace.setRetainSizeWhenHidden(true);
    m_newer->setSizePolicy(keepPlace);
    m_newer->hide();
    m_filter = new FilterLine(this);
    m_filter->hide();
    m_model = new WorklistItemModel(this);
    auto *table = new RowTable(this);
    table->setModel(m_model);
    table->setItemDelegate(new RowDelegate(table));
    table->setWidths(Widths);
    table->setNarrowing(WorklistItemModel::Code, 112);
    table->setGivingWay(GivingWay, LeastProcedure); // beside the hall, or in large letters
    table->installEventFilter(this);
    m_table = table;
    m_table->setAccessibleName(tr("Dossiers"));
    m_empty = new EmptyNote(this);
    m_body = new QStackedWidget(this);
    m_body->addWidget(m_table);
    m_body->addWidget(m_empty);
    m_line = new QLabel(this);
    m_line->setTextFormat(Qt::PlainText);
    m_line->setWordWrap(true);
    m_line->setMinimumHeight(24);
    m_line->setObjectName(QStringLiteral("markedLine"));
    m_hint = new QLabel(tr("Space: quick view"), this);
    m_hint->setProperty("tone", QStringLiteral("secondary"));
    m_quick = new QuickView(this);
    m_quick->hide();
    m_export = new ExportLine(this);
    m_export->hide();

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(16, 12, 16, 12);
    grid->setSpacing(12);
    auto *top = new QHBoxLayout;
    top->addWidget(m_search, 1);
    top->addWidget(m_count);
    grid->addLayout(top, 0, 0, 1, 2);
    grid->addWidget(m_tabs, 1, 0);
    auto *right = new QVBoxLayout;
    right->setSpacing(8);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_newer);
    right->addLayout(head);
    right->addWidget(m_filter);
    right->addWidget(m_body, 1);
    auto *below = new QHBoxLayout;
    below->setSpacing(12);
    below->addWidget(m_line, 1);
    below->addWidget(m_hint);
    right->addLayout(below);
    right->addWidget(m_quick);
    right->addWidget(m_export);
    grid->addLayout(right, 1, 1);
    grid->setRowStretch(1, 1);
    grid->setColumnStretch(1, 1);
}

void WorklistPage::join()
{
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        forgetNarrowing();
        Q_EMIT searched(text);
    });
    connect(m_newer, &KeyButton::clicked, this, &WorklistPage::newerAsked);
    connect(m_table, &QTableView::doubleClicked, this, &WorklistPage::choose);
    connect(m_filter, &FilterLine::changed, this, &WorklistPage::narrowed);
    connect(m_export, &ExportLine::asked, this, &WorklistPage::exportAsked);
    connect(&m_quickSoon, &QTimer::timeout, this, &WorklistPage::askQuick);
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this] {
        if (m_chosenRow >= 0 && m_chosenRow == m_table->currentIndex().row()) {
            choose();
        }
    });
    connect(m_model, &WorklistItemModel::failed, this, [this](const Error &error) {
        m_frame.show();
        Q_EMIT said({Notice::Kind::Danger, sentence(error).textWithCode(), {}});
    });
    connect(m_model, &WorklistItemModel::opened, this, [this](qint64 count) {
        m_frame.show();
        m_total = count;
        drawCount();
        Q_EMIT actsChanged(); // whether there is anything to take along
    });
    connect(m_model, &WorklistItemModel::newerFound, this, &WorklistPage::setNewer);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &WorklistPage::rowChanged);
    connect(m_model, &QAbstractItemModel::modelReset, this, &WorklistPage::rowChanged);
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) {
        if (const int row = m_table->currentIndex().row(); row >= first.row() && row <= last.row()) {
            rowChanged();
        }
    });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this] {
        if (!m_table->currentIndex().isValid()) {
            m_table->selectRow(0);
        }
    });
}

void WorklistPage::rowChanged()
{
    drawLine();
    if (m_quick->isVisibleTo(this)) {
        m_quickSoon.start();
    }
    if (m_droppable || isOfScans()) {
        Q_EMIT actsChanged(); // whether there is one to discard, or to print for
    }
}

void WorklistPage::drawLine()
{
    const WorklistRow *row = current();
    m_hint->setVisible(row && !row->isDraft);
    m_line->setText(row ? worklistwords::line(*row, m_now, m_calendar) : QString());
}

void WorklistPage::setTabs(const QList<WorklistTab> &tabs)
{
    m_tabList = tabs;
    const int current = m_tabs->currentRow();
    m_tabs->clear();
    for (int index = 0; index < tabs.size(); ++index) {
        const QString title = tabs.at(index).title;
        m_tabs->addItem(index < Numbered ? QStringLiteral("%1  %2").arg(index + 1).arg(title) : QStringLiteral("    ") + title);
    }
    m_tabs->setCurrentRow(current < 0 ? 0 : current);
    drawTabs();
}

void WorklistPage::setCounts(const QMap<QString, qint64> &counts)
{
    for (WorklistTab &tab : m_tabList) {
        tab.count = counts.value(tab.id, -1);
    }
    drawTabs();
}

void WorklistPage::drawTabs()
{
    for (int index = 0; index < m_tabList.size(); ++index) {
        const WorklistTab &tab = m_tabList.at(index);
        const QString count = tab.count < 0 ? QString() : QLocale(QLocale::Vietnamese).toString(tab.count);
        QListWidgetItem *item = m_tabs->item(index);
        item->setData(CountDelegate::CountRole, index < Numbered && tab.count >= MostCounted ? count + u'+' : count);
        item->setData(Qt::AccessibleTextRole, count.isEmpty() ? tab.title : QStringLiteral("%1, %2").arg(tab.title, count));
    }
    fitTabs();
}

void WorklistPage::setTab(const QString &id)
{
    for (int index = 0; index < m_tabList.size(); ++index) {
        if (m_tabList.at(index).id == id) {
            m_tabs->setCurrentRow(index);
        }
    }
}

void WorklistPage::fitTabs()
{
    ensurePolished();
    m_tabs->setFixedWidth(qMax(TabsWidth, m_tabs->sizeHintForColumn(0) + 2 * m_tabs->frameWidth() + TabsPadding));
}

void WorklistPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fitTabs();
    }
}

void WorklistPage::setNow(const QDateTime &now)
{
    m_now = now;
    m_model->setNow(now);
    drawLine();
}

void WorklistPage::setCalendar(const WorkingCalendar &calendar)
{
    m_calendar = calendar;
}

void WorklistPage::setProcedures(const QList<CategoryBox::Entry> &procedures)
{
    m_filter->setProcedures(procedures);
}

void WorklistPage::setNarrowable(bool narrowable)
{
    m_narrowable = narrowable;
    if (!narrowable) {
        forgetNarrowing();
    }
    Q_EMIT actsChanged();
}

WorklistNarrowing WorklistPage::narrowing() const
{
    return m_filter->narrowing();
}

void WorklistPage::forgetNarrowing()
{
    if (m_filter->isAncestorOf(focusWidget()) && m_filter->isVisibleTo(this)) {
        m_search->setFocus();
    }
    m_filter->clear();
    m_filter->hide();
}

void WorklistPage::openFilter()
{
    m_filter->show();
    m_filter->procedure()->setFocus();
    m_filter->procedure()->selectAll();
}

void WorklistPage::openExport(const QStringList &folders)
{
    m_export->setFolders(folders);
    m_export->show();
    m_export->folders()->setFocus();
}

void WorklistPage::setExporting(bool exporting)
{
    m_export->setBusy(exporting);
}

void WorklistPage::closeExport()
{
    if (m_export->isAncestorOf(focusWidget())) {
        m_table->setFocus();
    }
    m_export->hide();
}

void WorklistPage::turnQuick()
{
    m_quick->setVisible(!m_quick->isVisibleTo(this));
    if (m_quick->isVisibleTo(this)) {
        askQuick();
    }
}

void WorklistPage::askQuick()
{
    m_quick->clear();
    if (const WorklistRow *row = current(); row && !row->isDraft) {
        Q_EMIT quickAsked(row->id);
    }
}

void WorklistPage::setQuick(const Id &dossier, const DossierSheet &sheet)
{
    if (const WorklistRow *row = current(); row && row->id == dossier && m_quick->isVisibleTo(this)) {
        m_quick->setSheet(sheet);
    }
}

void WorklistPage::open(const QString &title, const WorklistSource &source)
{
    m_frame.hold(); // opened behind another page it is painted once with its rows, and not before that once without
    const QString order = isUntouched() ? m_tabList.value(m_tabs->currentRow()).order : QString();
    m_title->setText(order.isEmpty() ? title : tr("%1 · sorted by: %2").arg(title, order));
    m_total = -1;
    m_most = source.most;
    setNewer(0);
    m_model->open(source);
    m_table->setWidths(source.tellsEnvelopes ? Widths + QList{EnvelopeWidth} : source.tellsScans ? Widths + QList{ScanWidth} : Widths);
    m_table->setGivingWay(source.tellsEnvelopes ? GivingWay + QList<int>{WorklistItemModel::Envelope} : GivingWay, LeastProcedure); // the line below tells it too
    drawCount();
}

void WorklistPage::drawCount()
{
    const QString count = QLocale(QLocale::Vietnamese).toString(m_total);
    m_count->setText(m_total < 0        ? tr("searching…")
            : m_most > 0 && m_total >= m_most ? (isUntouched() ? tr("the first %1 of more").arg(count) : tr("the %1 newest; type on to see fewer").arg(count))
                                              : tr("%1 dossiers").arg(count));
    if (m_total != 0) {
        m_body->setCurrentWidget(m_table);
        return;
    }
    if (!narrowing().isEmpty()) {
        m_empty->tell(tr("No dossier fits"), tr("The list is narrowed by the line above. Esc shows all of it."));
    } else if (!m_search->text().isEmpty()) {
        m_empty->tell(tr("No dossier fits"), tr("Type fewer letters, or only a part of the code or of the name. Esc goes back to the list."));
    } else {
        const WorklistTab tab = m_tabList.value(m_tabs->currentRow());
        m_empty->tell(tab.empty.isEmpty() ? tr("Nothing in this list") : tab.empty, tab.next);
    }
    // The keyboard must not stay in a list that goes out of sight.
    if (m_table->hasFocus()) {
        m_search->setFocus();
    }
    m_body->setCurrentWidget(m_empty);
}

void WorklistPage::lookForNewer()
{
    m_model->lookForNewer();
}

void WorklistPage::setDroppable(bool droppable)
{
    m_droppable = droppable;
    Q_EMIT actsChanged();
}

void WorklistPage::setUndoable(bool undoable)
{
    m_undoable = undoable;
    // Ctrl+Z belongs to the draft now and not to letters typed before.
    m_search->setText(m_search->text());
    Q_EMIT actsChanged();
}

void WorklistPage::forget()
{
    m_search->blockSignals(true);
    m_search->setText({}); // clear() would leave the letters to Ctrl+Z
    m_search->blockSignals(false);
    forgetNarrowing();
    m_export->hide();
    m_quick->hide();
    m_quick->clear();
    setUndoable(false);
    setCounts({});
    m_model->clear();
}

void WorklistPage::setNewer(int count)
{
    m_newer->setWords(count > MostNewer ? tr("more than %1 new ▴").arg(MostNewer) : tr("%n new ▴", nullptr, count), {});
    m_newer->setVisible(count > 0);
}

void WorklistPage::setTasks(const QStringList &tasks)
{
    m_tasks = tasks;
    Q_EMIT tasksChanged();
    Q_EMIT actsChanged();
}

void WorklistPage::startSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

bool WorklistPage::isUntouched() const
{
    return m_search->text().isEmpty();
}

bool WorklistPage::isOfPost() const
{
    return isUntouched() && m_tabList.value(m_tabs->currentRow()).ofPost;
}

bool WorklistPage::isOfScans() const
{
    return isUntouched() && m_tabList.value(m_tabs->currentRow()).ofScans;
}

QString WorklistPage::heading() const
{
    return tr("Dossiers");
}

QList<PageAct> WorklistPage::acts() const
{
    QList<PageAct> acts{{KeyAct::Find, {}, {}, false}, {KeyAct::ListOrDossier, {}, {}, false}, {KeyAct::WithoutTicket, {}, {}, false}};
    if (!m_tasks.isEmpty()) {
        acts.prepend({KeyAct::NextToDo, {}, {}, false});
    }
    if (m_droppable) {
        acts.append({KeyAct::Drop, tr("Discard the draft"), current() ? QString() : tr("No draft is chosen. Nothing was changed."), true});
    }
    if (m_undoable) {
        acts.append({KeyAct::Undo, tr("Bring it back"), {}, true});
    }
    if (isOfScans()) {
        acts.append({KeyAct::Scan, tr("Scan a stack"), {}, true});
        acts.append({KeyAct::Print, tr("Print separators"), current() ? QString() : tr("Separators are printed for the procedure of a dossier. None is chosen. Nothing was printed."), true});
    }
    acts.append({KeyAct::Filter, {}, m_narrowable && isUntouched() ? QString() : tr("This list is not narrowed. Type into the search box instead. Nothing was changed."), true});
    acts.append({KeyAct::ExportList, {}, m_total != 0 ? QString() : tr("There is nothing in the list. Nothing was written."), true});
    acts.append({KeyAct::Main, isOfPost() ? tr("Open an envelope") : tr("Receive a dossier"), {}, true});
    return acts;
}

void WorklistPage::perform(KeyAct act, int number)
{
    if (act == KeyAct::Find) {
        startSearch();
    } else if (act == KeyAct::ListOrDossier && number <= m_tabList.size()) {
        m_tabs->setCurrentRow(number - 1);
        const QSignalBlocker quiet(m_search); // one list is opened, not two
        m_search->clear();
        forgetNarrowing();
        Q_EMIT tabChosen(m_tabList.at(number - 1).id);
        m_table->setFocus();
    } else if (act == KeyAct::ListOrDossier) {
        Q_EMIT said({Notice::Kind::Told, tr("There are %1 lists. Nothing was changed.").arg(m_tabList.size()), {}});
    } else if (act == KeyAct::NextToDo) {
        Q_EMIT taskAsked();
    } else if (act == KeyAct::Scan) {
        Q_EMIT stackAsked();
    } else if (act == KeyAct::Print && current()) {
        Q_EMIT separatorsAsked(current()->procedureCode);
    } else if (act == KeyAct::Main && isOfPost()) {
        Q_EMIT envelopeBegun();
    } else if (act == KeyAct::Main || act == KeyAct::WithoutTicket) {
        Q_EMIT dossierBegun();
    } else if (act == KeyAct::Drop && current()) {
        Q_EMIT dropAsked(current()->id);
    } else if (act == KeyAct::Undo) {
        Q_EMIT undoAsked();
    } else if (act == KeyAct::Filter) {
        openFilter();
    } else if (act == KeyAct::ExportList) {
        Q_EMIT exportWanted();
    }
}

const WorklistSource &WorklistPage::source() const
{
    return m_model->source();
}

QWidget *WorklistPage::firstField() const
{
    return m_search;
}

const WorklistRow *WorklistPage::current() const
{
    return m_table->currentIndex().isValid() ? m_model->row(m_table->currentIndex().row()) : nullptr;
}

void WorklistPage::choose()
{
    const WorklistRow *row = current();
    m_chosenRow = row ? -1 : m_table->currentIndex().row(); // it opens as soon as it is read
    if (row) {
        if (row->isDraft) {
            Q_EMIT draftChosen(row->id);
        } else {
            Q_EMIT dossierChosen(row->id);
        }
    }
}

bool WorklistPage::enter(QWidget *focused)
{
    if (focused == m_tabs) {
        perform(KeyAct::ListOrDossier, m_tabs->currentRow() + 1);
    } else if (m_filter->isAncestorOf(focused)) {
        if (!m_filter->takeListed()) {
            m_table->setFocus();
        }
    } else if (m_export->isAncestorOf(focused)) {
        m_export->ask();
    } else if (const QString number = m_search->text().trimmed().toUpper(); focused == m_search && Ticket::countIn(number) > 0) {
        Q_EMIT ticketEntered(number);
    } else {
        choose();
    }
    return true;
}

bool WorklistPage::closeInner()
{
    if (m_export->isVisibleTo(this)) {
        closeExport();
        return true;
    }
    if (m_filter->closeList()) {
        return true;
    }
    if (m_filter->isVisibleTo(this)) {
        const bool wasNarrowed = !narrowing().isEmpty();
        forgetNarrowing();
        if (wasNarrowed) {
            Q_EMIT narrowed({});
        }
        return true;
    }
    if (m_quick->isVisibleTo(this)) {
        turnQuick();
        return true;
    }
    if (m_search->text().isEmpty()) {
        return false;
    }
    m_search->clear();
    m_search->setFocus();
    return true;
}

bool WorklistPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (watched == m_table && key == Qt::Key_Space && static_cast<QKeyEvent *>(event)->modifiers() == Qt::NoModifier) {
            turnQuick();
            return true;
        }
        if (watched == m_search && (key == Qt::Key_Down || key == Qt::Key_Up)) {
            m_table->selectRow(std::clamp(m_table->currentIndex().row() + (key == Qt::Key_Down ? 1 : -1), 0, std::max(0, m_model->rowCount() - 1)));
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

} // namespace motcua

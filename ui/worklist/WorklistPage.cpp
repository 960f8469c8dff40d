// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worklist/WorklistPage.h"

#include "ui/itemmodels/WorklistItemModel.h"
#include "ui/messages/Sentence.h"
#include "ui/widgets/EmptyNote.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/RowTable.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QStackedWidget>

#include <algorithm>

namespace motcua {

namespace {

constexpr int TabsWidth = 216;
constexpr int TabsPadding = 24;
constexpr int MostNewer = 99; // more is only "many"

} // namespace

WorklistPage::WorklistPage(QWidget *parent)
    : Page(parent)
{
    m_search = new QLineEdit(this);
    m_search->setPlaceholderText(tr("Code, name without tone marks, personal number, telephone"));
    m_search->setAccessibleName(tr("Find"));
    m_search->setClearButtonEnabled(false);
    m_search->installEventFilter(this);
    m_count = new QLabel(this);
    m_count->setProperty("tone", QStringLiteral("secondary"));
    m_count->setMinimumWidth(120);
    m_count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_tabs = new QListWidget(this);
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
    m_model = new WorklistItemModel(this);
    auto *table = new RowTable(this);
    table->setModel(m_model);
    table->setWidths({28, 192, 216, 0, 152, 128, 192});
    table->setGivingWay({WorklistItemModel::Received, WorklistItemModel::Status}, 60); // beside the hall, or in large letters
    m_table = table;
    m_table->setAccessibleName(tr("Dossiers"));
    m_empty = new EmptyNote(this);
    m_body = new QStackedWidget(this);
    m_body->addWidget(m_table);
    m_body->addWidget(m_empty);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(16, 12, 16, 12);
    grid->setSpacing(12);
    auto *top = new QHBoxLayout;
    top->addWidget(m_search, 1);
    top->addWidget(m_count);
    grid->addLayout(top, 0, 0, 1, 2);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_newer);
    grid->addLayout(head, 1, 1);
    grid->addWidget(m_tabs, 1, 0, 2, 1);
    grid->addWidget(m_body, 2, 1);
    grid->setRowStretch(2, 1);
    grid->setColumnStretch(1, 1);
    connect(m_search, &QLineEdit::textChanged, this, &WorklistPage::searched);
    connect(m_newer, &KeyButton::clicked, this, &WorklistPage::newerAsked);
    connect(m_table, &QTableView::doubleClicked, this, &WorklistPage::choose);
    connect(m_model, &WorklistItemModel::failed, this,
        [this](const Error &error) { Q_EMIT said({Notice::Kind::Danger, sentence(error).textWithCode(), {}}); });
    connect(m_model, &WorklistItemModel::opened, this, [this](qint64 count) {
        m_total = count;
        drawCount();
    });
    connect(m_model, &WorklistItemModel::newerFound, this, &WorklistPage::setNewer);
    const auto otherRow = [this] {
        if (m_droppable) {
            Q_EMIT actsChanged(); // whether there is one to discard
        }
    };
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, otherRow);
    connect(m_model, &QAbstractItemModel::dataChanged, this, otherRow);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this] {
        if (!m_table->currentIndex().isValid()) {
            m_table->selectRow(0);
        }
    });
}

void WorklistPage::setTabs(const QList<WorklistTab> &tabs)
{
    m_tabList = tabs;
    const int current = m_tabs->currentRow();
    m_tabs->clear();
    for (int index = 0; index < tabs.size(); ++index) {
        const QString count = tabs.at(index).count >= 0 ? QStringLiteral("  ") + QLocale(QLocale::Vietnamese).toString(tabs.at(index).count) : QString();
        m_tabs->addItem(QStringLiteral("%1  %2%3").arg(index + 1).arg(tabs.at(index).title, count));
    }
    m_tabs->setCurrentRow(current < 0 ? 0 : current);
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
    m_model->setNow(now);
}

void WorklistPage::open(const QString &title, const WorklistSource &source)
{
    m_title->setText(title);
    m_total = -1;
    m_most = source.most;
    setNewer(0);
    m_model->open(source);
    drawCount();
}

void WorklistPage::drawCount()
{
    const QString count = QLocale(QLocale::Vietnamese).toString(m_total);
    m_count->setText(m_total < 0        ? tr("searching…")
            : m_most > 0 && m_total >= m_most ? tr("the %1 newest; type on to see fewer").arg(count)
                                              : tr("%1 dossiers").arg(count));
    if (m_total != 0) {
        m_body->setCurrentWidget(m_table);
        return;
    }
    if (!m_search->text().isEmpty()) {
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
    setUndoable(false);
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
    acts.append({KeyAct::Main, tr("Receive a dossier"), {}, true});
    return acts;
}

void WorklistPage::perform(KeyAct act, int number)
{
    if (act == KeyAct::Find) {
        startSearch();
    } else if (act == KeyAct::ListOrDossier && number <= m_tabList.size()) {
        m_tabs->setCurrentRow(number - 1);
        m_search->clear();
        Q_EMIT tabChosen(m_tabList.at(number - 1).id);
        m_table->setFocus();
    } else if (act == KeyAct::ListOrDossier) {
        Q_EMIT said({Notice::Kind::Told, tr("There are %1 lists. Nothing was changed.").arg(m_tabList.size()), {}});
    } else if (act == KeyAct::NextToDo) {
        Q_EMIT taskAsked();
    } else if (act == KeyAct::Main || act == KeyAct::WithoutTicket) {
        Q_EMIT dossierBegun();
    } else if (act == KeyAct::Drop && current()) {
        Q_EMIT dropAsked(current()->id);
    } else if (act == KeyAct::Undo) {
        Q_EMIT undoAsked();
    }
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
    if (const WorklistRow *row = current()) {
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
    } else {
        choose();
    }
    return true;
}

bool WorklistPage::closeInner()
{
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
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            const int row = m_table->currentIndex().row() + (key == Qt::Key_Down ? 1 : -1);
            m_table->selectRow(std::clamp(row, 0, std::max(0, m_model->rowCount() - 1)));
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

} // namespace motcua

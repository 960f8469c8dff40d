// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/files/FilesPage.h"

#include "ui/itemmodels/FolderItemModel.h"
#include "ui/files/FileWords.h"
#include "ui/widgets/EmptyNote.h"
#include "ui/widgets/RowTable.h"

#include <QDir>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace motcua {

namespace {

constexpr int LookAgainMs = 1500;
constexpr int PageRows = 10;

} // namespace

FilesPage::FilesPage(QWidget *parent)
    : Page(parent)
    , m_model(new FolderItemModel(this))
{
    const auto line = [this](const QString &tone) {
        auto *label = new QLabel(this);
        label->setProperty("tone", tone);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        return label;
    };
    m_where = line({});
    m_letters = new QLineEdit(this);
    m_letters->setPlaceholderText(tr("A few letters of the file's name"));
    m_letters->setAccessibleName(tr("File"));
    m_letters->installEventFilter(this);
    m_table = new RowTable(this);
    m_table->setModel(m_model);
    m_table->setWidths({36, 0, 112, 152});
    m_table->setAccessibleName(tr("Files and folders"));
    m_table->installEventFilter(this);
    m_empty = new EmptyNote(this);
    m_empty->hide();
    m_keys = line(QStringLiteral("secondary"));
    m_keys->setText(tr("↑ ↓ choose   Enter open the folder, take in the file   Insert mark several   Backspace one folder up"));
    m_rule = line(QStringLiteral("secondary"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_where);
    column->addWidget(m_letters);
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_keys);
    column->addWidget(m_rule);
    connect(m_letters, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setLetters(text);
        draw();
        m_table->selectRow(0);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { Q_EMIT actsChanged(); });
    connect(m_table, &QTableView::doubleClicked, this, &FilesPage::choose);
    m_lookAgain.setInterval(LookAgainMs);
    connect(&m_lookAgain, &QTimer::timeout, this, [this] {
        if (m_asked.isEmpty() && !m_isAwaited) {
            m_isAwaited = true;
            Q_EMIT folderAsked({});
        }
    });
}

void FilesPage::setPaper(const QString &name, const PaperFileRules &rules)
{
    m_paper = name;
    m_rules = rules;
    m_model->clearMarks();
    m_model->setView({});
    m_letters->clear();
    m_asked.clear();
    m_isAwaited = true;
    draw();
    Q_EMIT headingChanged();
}

void FilesPage::setView(const FolderView &view)
{
    m_isAwaited = false;
    m_asked = view.folder;
    if (view == m_model->view()) {
        return; // what the officer chose there stays chosen
    }
    const bool isSame = view.folder == m_model->view().folder;
    const QString path = current() && isSame ? current()->path : QString();
    if (!isSame) {
        m_letters->clear();
    }
    m_model->setView(view);
    int row = 0;
    for (int at = 0; at < m_model->rowCount(); ++at) {
        row = m_model->entry(at)->path == path ? at : row;
    }
    m_table->selectRow(row);
    draw();
}

void FilesPage::draw()
{
    const FolderView &view = m_model->view();
    m_where->setText(m_isAwaited && view.entries.isEmpty() ? tr("Looking…")
            : view.folder.isEmpty()                        ? tr("Where is the file?")
                                                           : tr("In: %1").arg(QDir::toNativeSeparators(view.folder)));
    const bool isEmpty = m_model->rowCount() == 0 && !m_isAwaited;
    if (view.error) {
        m_empty->tell(tr("This folder cannot be read."), tr("It may have been unplugged. Nothing was changed. Backspace goes one folder up."));
    } else if (!m_letters->text().isEmpty()) {
        m_empty->tell(tr("Nothing here fits these letters."), tr("Type fewer letters, or another word of the file's name."));
    } else {
        m_empty->tell(tr("There is nothing here that can be taken in."), tr("Backspace goes one folder up. Plug the stick in and wait a moment if it is not listed yet."));
    }
    m_empty->setVisible(isEmpty);
    m_table->setVisible(!isEmpty);
    QString rule = fileRuleWords(m_rules);
    if (view.ofOtherKinds > 0) {
        rule += QStringLiteral(" · ") + tr("%n other file(s) not shown", nullptr, static_cast<int>(view.ofOtherKinds));
    }
    if (view.older > 0) {
        rule += QStringLiteral(" · ") + tr("%n older file(s) not shown", nullptr, static_cast<int>(view.older));
    }
    m_rule->setText(rule);
    Q_EMIT actsChanged();
}

const FolderEntry *FilesPage::current() const
{
    return m_model->entry(m_table->currentIndex().row());
}

QStringList FilesPage::paths() const
{
    if (!m_model->marked().isEmpty()) {
        return m_model->marked();
    }
    const FolderEntry *entry = current();
    return entry && entry->kind == FolderEntry::Kind::File ? QStringList{entry->path} : QStringList();
}

void FilesPage::open(const QString &folder)
{
    m_asked = folder;
    m_isAwaited = true;
    Q_EMIT folderAsked(folder);
}

void FilesPage::goUp()
{
    if (!m_model->view().folder.isEmpty()) {
        open(m_model->view().parent);
    }
}

void FilesPage::choose()
{
    const FolderEntry *entry = current();
    if (entry && entry->kind != FolderEntry::Kind::File) {
        open(entry->path);
    } else if (entry) {
        QStringList all = m_model->marked(); // what is pointed at comes along, marked or not
        if (!all.contains(entry->path)) {
            all.append(entry->path);
        }
        Q_EMIT chosen(all);
    }
}

void FilesPage::mark()
{
    const int row = m_table->currentIndex().row();
    m_model->turnMark(row);
    step(1);
    Q_EMIT actsChanged();
}

void FilesPage::step(int rows)
{
    const int row = m_table->currentIndex().row() + rows;
    m_table->selectRow(std::clamp(row, 0, std::max(0, m_model->rowCount() - 1)));
}

QString FilesPage::heading() const
{
    return tr("Take in a file · %1").arg(m_paper);
}

QList<PageAct> FilesPage::acts() const
{
    const int count = static_cast<int>(paths().size());
    const QString refusal = count > 0 ? QString() : tr("No file is chosen. Nothing was changed. Choose one with the arrow keys, or open a folder with Enter.");
    return {{KeyAct::Main, !m_model->marked().isEmpty() ? tr("Take in %n marked file(s)", nullptr, count) : tr("Take in the file"), refusal, true}};
}

void FilesPage::perform(KeyAct act, int)
{
    if (act == KeyAct::Main) {
        Q_EMIT chosen(paths());
    }
}

QWidget *FilesPage::firstField() const
{
    return m_letters;
}

bool FilesPage::enter(QWidget *)
{
    choose();
    return true;
}

bool FilesPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress) {
        return Page::eventFilter(watched, event);
    }
    const bool inLetters = watched == m_letters;
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
    case Qt::Key_PageDown:
    case Qt::Key_PageUp: {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int rows = key == Qt::Key_PageDown || key == Qt::Key_PageUp ? PageRows : 1;
        step(key == Qt::Key_Down || key == Qt::Key_PageDown ? rows : -rows);
        return true;
    }
    case Qt::Key_Insert:
        mark();
        return true;
    case Qt::Key_Backspace:
        if (inLetters && !m_letters->text().isEmpty()) {
            break;
        }
        goUp();
        return true;
    default:
        break;
    }
    return Page::eventFilter(watched, event);
}

void FilesPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_lookAgain.start();
}

void FilesPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_lookAgain.stop();
}

} // namespace motcua

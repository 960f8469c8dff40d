// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scan/BatchScanPage.h"

#include "ui/itemmodels/WorklistWords.h"
#include "ui/widgets/EmptyNote.h"
#include "ui/widgets/PaperTable.h"
#include "ui/widgets/WrapLabel.h"

#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace motcua {

namespace {

using Way = StackLine::Way;

enum Column { Shape, What, Pages, State, ColumnCount };

constexpr int ListRows = 6;

/** "2–4, 7": places as somebody counts them who holds the stack. */
QString shownPlaces(const QList<int> &pages)
{
    QStringList parts;
    for (qsizetype at = 0; at < pages.size();) {
        qsizetype end = at;
        while (end + 1 < pages.size() && pages.at(end + 1) == pages.at(end) + 1) {
            ++end;
        }
        const QString first = QString::number(pages.at(at) + 1);
        parts.append(end == at ? first : first + u'–' + QString::number(pages.at(end) + 1));
        at = end + 1;
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace

BatchScanPage::BatchScanPage(QWidget *parent)
    : Page(parent)
{
    build();
    draw();
}

void BatchScanPage::build()
{
    m_summary = new WrapLabel(this);
    m_strangers = new WrapLabel({}, this, "warning");
    m_table = new PaperTable(ColumnCount, this);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setAccessibleName(tr("Pages of the stack"));
    m_empty = new EmptyNote(this);
    m_empty->tell(tr("No stack yet"),
        tr("Lay the papers into the feeder: of each dossier its slip on top, and before a paper its separator where you have one. Then scan them with the key at the bottom."));
    m_keys = new WrapLabel(tr("↑ ↓ choose   Shift marks several, Ctrl+A all   Enter says where they belong"), this, "secondary");
    m_choosing = new QWidget(this);
    m_question = new WrapLabel(m_choosing);
    m_code = new QLineEdit(m_choosing);
    m_code->setPlaceholderText(tr("Code of another dossier, then Enter"));
    m_code->setAccessibleName(tr("Dossier code"));
    m_list = new QListWidget(m_choosing);
    m_list->setAccessibleName(tr("Where the pages belong"));
    m_list->setAttribute(Qt::WA_InputMethodEnabled, false);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *lines = new QVBoxLayout(m_choosing);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(8);
    lines->addWidget(m_question);
    lines->addWidget(m_list);
    lines->addWidget(m_code);
    m_choosing->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_summary);
    column->addWidget(m_strangers);
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_keys);
    column->addWidget(m_choosing);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] { Q_EMIT actsChanged(); });
}

QString BatchScanPage::caseWords(const Id &dossier) const
{
    const StackCase *const one = m_proposal.caseOf(dossier);
    return one ? worklistwords::shortCode(one->dossier.code) : QString();
}

QList<BatchScanPage::Row> BatchScanPage::rows() const
{
    QList<Row> rows;
    StackLine sheets{Way::Sheet, {}, {}, {}};
    const auto add = [&rows](const StackLine &line, const QString &shape, const QString &what, const QString &state) {
        rows.append({line, {shape, what, tr("%n page(s)", nullptr, static_cast<int>(line.pages.size())), state}});
    };
    for (const StackLine &line : m_proposal.lines()) {
        const QString joint = QStringLiteral(" · ");
        const QString of = caseWords(line.dossier);
        if (line.way == Way::Sheet) {
            sheets.pages += line.pages;
        } else if (line.way == Way::LeftOut) {
            add(line, QStringLiteral("–"), tr("Left out"), shownPlaces(line.pages));
        } else if (line.way == Way::Paper) {
            const StackPaper *const paper = m_proposal.caseOf(line.dossier)->paper(line.paper);
            add(line, QStringLiteral("✔"), of + joint + paper->name, paper->isWanted ? shownPlaces(line.pages) : shownPlaces(line.pages) + joint + tr("was not missing"));
        } else {
            for (const int page : line.pages) { // each may belong elsewhere
                const QString blank = m_proposal.pages().at(page).isBlank ? joint + tr("blank") : QString();
                add({line.way, line.dossier, line.paper, {page}}, QStringLiteral("●"), of.isEmpty() ? tr("Whose is this?") : of + joint + tr("which paper?"),
                    QString::number(page + 1) + blank);
            }
        }
    }
    if (!sheets.pages.isEmpty()) {
        std::sort(sheets.pages.begin(), sheets.pages.end());
        add(sheets, QStringLiteral("▤"), tr("Slips, separators and their backs: not recorded"), shownPlaces(sheets.pages));
    }
    return rows;
}

void BatchScanPage::setProposal(const StackProposal &proposal)
{
    const QList<int> marked = chosen();
    const int row = m_table->currentRow();
    const bool wasEmpty = m_rows.isEmpty();
    m_proposal = proposal;
    m_rows = rows();
    m_table->clearSelection();
    m_table->setRowCount(static_cast<int>(m_rows.size()));
    int current = -1;
    for (int at = 0; at < m_rows.size(); ++at) {
        m_table->put(at, m_rows.at(at).texts);
        m_table->item(at, What)->setToolTip(m_rows.at(at).texts.at(What));
        const QList<int> &pages = m_rows.at(at).line.pages;
        if (current < 0 && std::any_of(marked.cbegin(), marked.cend(), [&pages](int page) { return pages.contains(page); })) {
            current = at;
        }
    }
    mark(std::clamp(current < 0 ? row : current, 0, std::max(0, static_cast<int>(m_rows.size()) - 1)));
    if (m_choosing->isVisibleTo(this)) {
        drawTargets();
    }
    draw();
    if (wasEmpty && !m_rows.isEmpty() && isVisible()) {
        m_table->setFocus(); // whoever scanned it walks on here
    }
}

void BatchScanPage::setArriving(int pages)
{
    m_arriving = pages;
    draw();
}

void BatchScanPage::setRecording(bool recording)
{
    m_isRecording = recording;
    if (recording) {
        closeTargets();
    }
    draw();
}

void BatchScanPage::setScanRefusal(const QString &why)
{
    m_scanRefusal = why;
    Q_EMIT actsChanged();
}

void BatchScanPage::tellUnknown(const QString &code)
{
    Q_EMIT said({Notice::Kind::Warning, tr("No dossier here has the code %1. Nothing was changed. Look at the slip again.").arg(code), {}});
    m_code->selectAll();
}

void BatchScanPage::draw()
{
    const auto pages = [this](Way way) { return m_proposal.count(way); };
    const QString joint = QStringLiteral(" · ");
    QStringList told;
    if (m_arriving >= 0) {
        told.append(tr("Scanning: %n page(s) so far", nullptr, m_arriving));
    }
    if (!m_rows.isEmpty()) {
        told.append({tr("%n page(s) with a paper", nullptr, pages(Way::Paper)), tr("%n page(s) to be placed", nullptr, pages(Way::Open))});
    }
    if (pages(Way::LeftOut) > 0) {
        told.append(tr("%n page(s) left out", nullptr, pages(Way::LeftOut)));
    }
    m_summary->setText(told.join(joint));
    m_summary->setVisible(!told.isEmpty());
    const QStringList &strangers = m_proposal.strangers();
    m_strangers->setText(strangers.isEmpty() ? QString()
                                             : QStringLiteral("! ") + tr("No dossier here has this code: %1. The pages behind it were given to nobody.").arg(strangers.join(QStringLiteral(", "))));
    m_strangers->setVisible(!strangers.isEmpty());
    m_table->setVisible(!m_rows.isEmpty());
    m_keys->setVisible(!m_rows.isEmpty());
    m_empty->setVisible(m_rows.isEmpty());
    Q_EMIT headingChanged();
    Q_EMIT tasksChanged();
    Q_EMIT actsChanged();
}

QString BatchScanPage::heading() const
{
    return tr("Scan a stack");
}

QList<int> BatchScanPage::chosen() const
{
    QList<int> pages;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows) {
        pages += m_rows.value(row.row()).line.pages;
    }
    std::sort(pages.begin(), pages.end());
    return pages;
}

bool BatchScanPage::isLeftOut() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return !rows.isEmpty() && std::all_of(rows.cbegin(), rows.cend(), [this](const QModelIndex &row) { return m_rows.value(row.row()).line.way == Way::LeftOut; });
}

QList<PageAct> BatchScanPage::acts() const
{
    const QString busy = m_isRecording ? tr("Pages are being recorded. Nothing is lost. Wait a moment.")
        : m_arriving >= 0              ? tr("Pages are still arriving. Nothing is lost. Wait until the feeder is empty.")
                                       : QString();
    const auto ready = static_cast<int>(m_proposal.ready().size());
    QList<PageAct> acts;
    if (!tasks().isEmpty()) {
        acts.append({KeyAct::NextToDo, {}, {}, false});
    }
    acts.append({KeyAct::Scan, m_rows.isEmpty() ? tr("Scan a stack") : tr("Scan another stack"), busy.isEmpty() ? m_scanRefusal : busy, true});
    if (!m_rows.isEmpty()) {
        const QString nothing = chosen().isEmpty() ? tr("No page is marked. Nothing was changed.") : QString();
        acts.append({KeyAct::Drop, isLeftOut() ? tr("Throw away…") : tr("Leave out"), busy.isEmpty() ? nothing : busy, true});
    }
    const QString none = ready == 0 ? tr("No page has a paper yet, so nothing was recorded. Mark pages and say with Enter where they belong.") : QString();
    acts.append({KeyAct::Main, tr("Record %n paper(s)", nullptr, ready), busy.isEmpty() ? none : busy, true});
    return acts;
}

void BatchScanPage::perform(KeyAct act, int)
{
    switch (act) {
    case KeyAct::Scan:
        Q_EMIT scanAsked();
        break;
    case KeyAct::Drop:
        closeTargets();
        if (isLeftOut()) {
            Q_EMIT throwAwayAsked(m_proposal.count(Way::LeftOut));
        } else {
            Q_EMIT leftOut(chosen());
        }
        break;
    case KeyAct::Main:
        Q_EMIT recordAsked();
        break;
    case KeyAct::NextToDo:
        walk();
        break;
    default:
        break;
    }
}

void BatchScanPage::walk()
{
    const auto isOpen = [](const Row &row) { return row.line.way == Way::Open; };
    const auto from = m_rows.cbegin() + std::clamp<qsizetype>(m_table->currentRow() + 1, 0, m_rows.size());
    auto next = std::find_if(from, m_rows.cend(), isOpen);
    next = next == m_rows.cend() ? std::find_if(m_rows.cbegin(), m_rows.cend(), isOpen) : next;
    if (next != m_rows.cend()) {
        mark(static_cast<int>(next - m_rows.cbegin()));
        m_table->setFocus();
    }
}

/** This row alone, from which Shift marks on. A table that takes several reads Ctrl, which is held when the key was Ctrl+E, as "this one too". */
void BatchScanPage::mark(int row)
{
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->selectRow(row);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
}

QWidget *BatchScanPage::firstField() const
{
    return m_table;
}

QStringList BatchScanPage::tasks() const
{
    const int open = m_proposal.count(Way::Open);
    return open == 0 ? QStringList() : QStringList{tr("%n page(s) to be placed", nullptr, open)};
}

void BatchScanPage::openTargets()
{
    if (chosen().isEmpty() || m_isRecording) {
        return;
    }
    drawTargets();
    m_choosing->show();
    m_code->clear();
    m_targets.isEmpty() ? m_code->setFocus() : m_list->setFocus();
}

void BatchScanPage::closeTargets()
{
    if (m_choosing->isAncestorOf(focusWidget())) {
        m_table->setFocus();
    }
    m_choosing->hide();
}

void BatchScanPage::drawTargets()
{
    const QList<int> pages = chosen();
    m_question->setText(tr("Where do these %n page(s) belong?", nullptr, static_cast<int>(pages.size())));
    m_targets.clear();
    m_list->clear();
    // What is missing before all else, of the dossier whose pages these seem to be first.
    Id own;
    const QModelIndexList marked = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &row : marked) {
        own = own.isNull() ? m_rows.value(row.row()).line.dossier : own;
    }
    QList<const StackCase *> cases;
    for (const StackCase &one : m_proposal.cases()) {
        cases.append(&one);
    }
    std::stable_sort(cases.begin(), cases.end(), [&own](const StackCase *a, const StackCase *b) { return a->dossier.id == own && b->dossier.id != own; });
    for (const StackCase *one : std::as_const(cases)) {
        for (const bool wanted : {true, false}) {
            for (const StackPaper &paper : one->papers) {
                if (paper.isWanted == wanted) {
                    m_targets.append({one->dossier.id, paper.id});
                    m_list->addItem((wanted ? QStringLiteral("● ") : QStringLiteral("○ ")) + paper.name + QStringLiteral(" · ") + worklistwords::shortCode(one->dossier.code)
                        + QStringLiteral(" · ") + one->dossier.procedureName());
                }
            }
        }
    }
    m_list->setVisible(!m_targets.isEmpty());
    m_list->setCurrentRow(0);
    m_list->setFixedHeight(2 * m_list->frameWidth() + std::clamp<int>(static_cast<int>(m_targets.size()), 1, ListRows) * std::max(m_list->sizeHintForRow(0), 28));
}

bool BatchScanPage::enter(QWidget *focused)
{
    if (focused == m_code) {
        if (const QString code = m_code->text().trimmed(); !code.isEmpty()) {
            Q_EMIT codeTyped(code);
        }
    } else if (focused == m_list) {
        const Target target = m_targets.value(m_list->currentRow());
        const QList<int> pages = chosen();
        closeTargets();
        if (!target.dossier.isNull()) {
            Q_EMIT given(pages, target.dossier, target.paper);
        }
    } else {
        openTargets();
    }
    return true;
}

bool BatchScanPage::closeInner()
{
    const bool isOpen = m_choosing->isVisibleTo(this);
    closeTargets();
    return isOpen;
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dossier/DossierPapersPage.h"

#include "ui/widgets/EmptyNote.h"
#include "ui/widgets/PaperTable.h"

#include <QHeaderView>
#include <QVBoxLayout>

#include <algorithm>

namespace motcua {

namespace {

enum Column { Shape, Name, State, Files, ColumnCount };

constexpr int LeastLines = 4; // of papers

bool wantsFile(const DossierPaper &paper)
{
    return paper.wantsFile;
}

} // namespace

DossierPapersPage::DossierPapersPage(QWidget *parent)
    : Page(parent)
{
    m_table = new PaperTable(ColumnCount, this);
    m_table->setAccessibleName(tr("Papers"));
    // It takes what the signatures below it leave; where there are many, the page scrolls.
    m_table->setMinimumHeight(LeastLines * m_table->verticalHeader()->defaultSectionSize());
    m_table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_signatures = new SignaturePanel(this);
    m_empty = new EmptyNote(this);
    m_empty->tell(tr("This dossier has no papers on its list."), tr("What belongs to it otherwise can be told in a note."));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_table, 1);
    column->addWidget(m_signatures);
    column->addWidget(m_empty, 1);
    connect(m_table, &QTableWidget::currentCellChanged, this, [this](int row, int, int before) {
        Q_EMIT actsChanged();
        if (row != before) {
            lookAtChosen();
        }
    });
}

void DossierPapersPage::setPapers(const QString &about, const QList<DossierPaper> &papers)
{
    const int row = m_table->currentRow();
    const bool isSame = about == m_about && row >= 0 && row < papers.size();
    const auto wanting = std::find_if(papers.cbegin(), papers.cend(), wantsFile);
    m_about = about;
    m_papers = papers;
    m_table->setRowCount(static_cast<int>(papers.size()));
    for (int at = 0; at < papers.size(); ++at) {
        const DossierPaper &paper = papers.at(at);
        const QString files = paper.files > 0 ? QStringLiteral("▤ ") + tr("%n file(s)", nullptr, paper.files) : paper.wantsFile ? tr("no file yet") : QString();
        m_table->put(at, {paper.shape, paper.name, paper.words, files});
        m_table->item(at, Name)->setToolTip(paper.name);
    }
    m_table->selectRow(isSame ? row : wanting == papers.cend() ? 0 : static_cast<int>(wanting - papers.cbegin()));
    m_table->setVisible(!papers.isEmpty());
    m_empty->setVisible(papers.isEmpty());
    setBusy(false);
    lookAtChosen();
    Q_EMIT headingChanged();
    Q_EMIT tasksChanged();
}

QString DossierPapersPage::chosen() const
{
    const int row = m_table->currentRow();
    return row >= 0 && row < m_papers.size() ? m_papers.at(row).id : QString();
}

void DossierPapersPage::lookAtChosen()
{
    m_signatures->setCopies({});
    if (const QString paper = chosen(); !paper.isEmpty()) {
        Q_EMIT paperChosen(paper);
    }
}

void DossierPapersPage::setSignatures(const QString &paper, const QList<CopySignatures> &copies)
{
    if (paper != chosen()) {
        return;
    }
    m_signatures->setCopies(copies);
    QWidget *before = m_table; // with the keyboard one comes to them next, and not after the whole window
    for (QWidget *stop : m_signatures->stops()) {
        setTabOrder(before, stop);
        before = stop;
    }
}

void DossierPapersPage::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT actsChanged();
}

QString DossierPapersPage::heading() const
{
    return tr("Papers · %1").arg(m_about);
}

QList<PageAct> DossierPapersPage::acts() const
{
    const QString refusal = m_busy ? tr("Files are being taken in. Nothing is lost. Wait a moment.")
        : m_papers.isEmpty()       ? tr("This dossier has no papers on its list, so there is nothing to take a file in for.")
                                   : QString();
    QList<PageAct> acts;
    if (!tasks().isEmpty()) {
        acts.append({KeyAct::NextToDo, {}, {}, false});
    }
    acts.append({KeyAct::TakeInFile, tr("Take in a file"), refusal, true});
    return acts;
}

void DossierPapersPage::perform(KeyAct act, int)
{
    if (act == KeyAct::TakeInFile) {
        ask();
    } else if (act == KeyAct::NextToDo) {
        walk();
    }
}

void DossierPapersPage::ask()
{
    const int row = m_table->currentRow();
    if (!m_busy && row >= 0 && row < m_papers.size()) {
        Q_EMIT filesAsked(m_papers.at(row).id, m_papers.at(row).name);
    }
}

void DossierPapersPage::walk()
{
    const auto from = m_papers.cbegin() + std::clamp<qsizetype>(m_table->currentRow() + 1, 0, m_papers.size());
    auto next = std::find_if(from, m_papers.cend(), wantsFile);
    if (next == m_papers.cend()) {
        next = std::find_if(m_papers.cbegin(), m_papers.cend(), wantsFile);
    }
    if (next != m_papers.cend()) {
        m_table->selectRow(static_cast<int>(next - m_papers.cbegin()));
        m_table->setFocus();
    }
}

QWidget *DossierPapersPage::firstField() const
{
    return m_table;
}

QStringList DossierPapersPage::tasks() const
{
    QStringList tasks;
    for (const DossierPaper &paper : m_papers) {
        if (paper.wantsFile) {
            tasks.append(paper.name);
        }
    }
    return tasks;
}

bool DossierPapersPage::enter(QWidget *)
{
    ask();
    return true;
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/HeldPapersPage.h"

#include "ui/visit/HeldPaperWords.h"
#include "ui/visit/PaperWords.h"
#include "ui/widgets/EmptyNote.h"
#include "ui/widgets/PaperTable.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace motcua {

namespace {

constexpr int HeldColumns = 6; // shape, name, kind, amount, code of the dossier, day
constexpr int HeldName = 1; // of them
constexpr int LeastHeldLines = 4; // of papers, in a low window
constexpr int LongestHeldNote = 200; // characters

} // namespace

HeldPapersPage::HeldPapersPage(QWidget *parent)
    : Page(parent)
{
    const auto line = [this](const QString &tone) {
        auto *label = new QLabel(this);
        label->setProperty("tone", tone);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        return label;
    };
    m_table = new PaperTable(HeldColumns, this);
    m_table->setAccessibleName(tr("Papers filed before"));
    // It takes what the words below it leave, and scrolls.
    m_table->setMinimumHeight(LeastHeldLines * m_table->verticalHeader()->defaultSectionSize());
    m_table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_source = line(QStringLiteral("accent"));
    m_noteLabel = line({});
    m_noteLabel->setText(tr("Note, if there is anything to say (what it is used for is written down by itself)"));
    m_note = new QLineEdit(this);
    m_note->setMaxLength(LongestHeldNote);
    m_note->setAccessibleName(tr("Note"));
    m_empty = new EmptyNote(this);
    m_empty->tell(tr("No paper filed before fits here."), tr("Ask for the paper, and scan it or take it in as a file."));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_table, 1);
    column->addWidget(m_source);
    column->addWidget(m_noteLabel);
    column->addWidget(m_note);
    column->addWidget(m_empty, 1);
    connect(m_table, &QTableWidget::currentCellChanged, this, &HeldPapersPage::drawCurrent);
    connect(m_table, &QTableWidget::cellDoubleClicked, this, &HeldPapersPage::choose);
}

void HeldPapersPage::setPapers(const QString &paper, const QList<HeldPaper> &held)
{
    m_paper = paper;
    m_held = held;
    m_note->clear();
    m_table->setRowCount(static_cast<int>(held.size()));
    for (int row = 0; row < held.size(); ++row) {
        const HeldPaper &one = held.at(row);
        m_table->put(row, {heldCaution(one).isEmpty() ? QStringLiteral("↺") : QStringLiteral("⚠"), one.name, paperKindWords(one.kind), heldAmount(one), one.code, heldSince(one.receivedAtMs)});
        m_table->item(row, HeldName)->setToolTip(one.name);
    }
    m_table->selectRow(0);
    for (QWidget *part : std::initializer_list<QWidget *>{m_table, m_source, m_noteLabel, m_note}) {
        part->setVisible(!held.isEmpty());
    }
    m_empty->setVisible(held.isEmpty());
    drawCurrent();
    Q_EMIT headingChanged();
    Q_EMIT actsChanged();
}

const HeldPaper *HeldPapersPage::current() const
{
    const int row = m_table->currentRow();
    return row >= 0 && row < m_held.size() ? &m_held.at(row) : nullptr;
}

void HeldPapersPage::drawCurrent()
{
    const HeldPaper *held = current();
    if (!held) {
        return;
    }
    QStringList lines{tr("Filed with: %1 · held by: %2").arg(held->procedureName, heldBy(*held))};
    if (const QString caution = heldCaution(*held); !caution.isEmpty()) {
        lines.append(QStringLiteral("⚠ ") + caution);
    }
    m_source->setText(lines.join(u'\n'));
}

void HeldPapersPage::choose()
{
    if (const HeldPaper *held = current()) {
        Q_EMIT chosen(*held, m_note->text().trimmed());
    }
}

QString HeldPapersPage::heading() const
{
    return tr("Filed before · for: %1").arg(m_paper);
}

QList<PageAct> HeldPapersPage::acts() const
{
    return {{KeyAct::Main, tr("Use this paper again"), m_held.isEmpty() ? tr("No paper filed before fits here, so there is nothing to use again. Esc leads back.") : QString(), true}};
}

void HeldPapersPage::perform(KeyAct act, int)
{
    if (act == KeyAct::Main) {
        choose();
    }
}

QWidget *HeldPapersPage::firstField() const
{
    return m_table;
}

bool HeldPapersPage::enter(QWidget *)
{
    choose();
    return true;
}

} // namespace motcua

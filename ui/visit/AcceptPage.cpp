// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/AcceptPage.h"

#include "ui/visit/LongerTermRow.h"
#include "ui/widgets/OptionBox.h"
#include "ui/widgets/Restyle.h"

#include <QGridLayout>
#include <QLabel>

namespace motcua {

AcceptPage::AcceptPage(QWidget *parent)
    : Page(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    const auto card = [this](const QString &title, QGridLayout **grid) {
        auto *frame = new QFrame(this);
        frame->setProperty("card", true);
        auto *column = new QVBoxLayout(frame);
        column->setContentsMargins(16, 12, 16, 12);
        column->setSpacing(8);
        auto *head = new QLabel(title, frame);
        head->setProperty("level", QStringLiteral("section"));
        column->addWidget(head);
        *grid = new QGridLayout;
        (*grid)->setHorizontalSpacing(16);
        (*grid)->setVerticalSpacing(6);
        (*grid)->setColumnMinimumWidth(0, 104);
        (*grid)->setColumnStretch(1, 1);
        column->addLayout(*grid);
        column->addStretch(1);
        return frame;
    };
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(card(tr("WILL BE RECORDED"), &m_recorded), 1);
    row->addWidget(card(tr("WILL HAPPEN"), &m_follows), 1);
    const auto words = [this](const QString &tone) {
        auto *label = new QLabel(this);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setProperty("tone", tone);
        return label;
    };
    m_longer = new LongerTermRow(this);
    connect(m_longer, &LongerTermRow::settled, this, &AcceptPage::settled);
    m_notes = words({});
    m_warnings = words(QStringLiteral("warning"));
    m_missing = words(QStringLiteral("warning"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(12);
    // What to look at again comes first: below the cards it might only be seen by who scrolls.
    column->addWidget(m_missing);
    column->addWidget(m_warnings);
    column->addLayout(row);
    column->addWidget(m_longer);
    column->addWidget(m_notes);
    column->addStretch(1);
}

void AcceptPage::fill(QGridLayout *grid, const QList<SummaryLine> &lines)
{
    while (QLayoutItem *item = grid->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    for (int index = 0; index < lines.size(); ++index) {
        auto *label = new QLabel(lines.at(index).label, this);
        label->setProperty("tone", QStringLiteral("secondary"));
        label->setWordWrap(true);
        auto *value = new QLabel(lines.at(index).value, this);
        value->setWordWrap(true);
        value->setTextFormat(Qt::PlainText);
        grid->addWidget(label, index, 0, Qt::AlignTop);
        grid->addWidget(value, index, 1, Qt::AlignTop);
    }
}

void AcceptPage::setSummary(const AcceptSummary &summary)
{
    // Lines that say the same stay the same labels: what is drawn again and again must not flicker.
    if (summary.recorded != m_summary.recorded) {
        fill(m_recorded, summary.recorded);
    }
    if (summary.follows != m_summary.follows) {
        fill(m_follows, summary.follows);
    }
    m_summary = summary;
    m_longer->setTerm(summary.grounds, summary.longer);
    m_notes->setText(summary.notes.join(u'\n'));
    m_warnings->setText(QStringLiteral("▲ ") + summary.warnings.join(QStringLiteral("\n▲ ")));
    m_warnings->setVisible(!summary.warnings.isEmpty());
    m_missing->setText(QStringLiteral("○ ") + summary.missing.join(QStringLiteral("\n○ ")));
    m_missing->setVisible(!summary.missing.isEmpty());
    Q_EMIT tasksChanged();
    Q_EMIT actsChanged();
}

void AcceptPage::setBusy(bool busy)
{
    m_busy = busy;
    m_longer->setEnabled(!busy);
    Q_EMIT actsChanged();
}

void AcceptPage::focusLongerTerm()
{
    m_longer->ground()->setFocus();
}

QString AcceptPage::heading() const
{
    return tr("Accept · a last look; Esc goes back and nothing is lost");
}

QList<PageAct> AcceptPage::acts() const
{
    QString refusal;
    if (m_busy) {
        refusal = tr("The dossier is being recorded. Please wait a moment.");
    } else if (!m_summary.missing.isEmpty()) {
        refusal = tr("Not accepted yet: %1 What was done is kept. Ctrl+E goes there.").arg(m_summary.missing.constFirst());
    }
    QList<PageAct> acts;
    if (!m_summary.missing.isEmpty()) {
        acts.append({KeyAct::NextToDo, {}, {}, false});
    }
    acts.append({KeyAct::ShowToCitizen, {}, {}, true});
    acts.append({KeyAct::Print, tr("Preview the slip"), m_busy ? refusal : QString(), true});
    acts.append({KeyAct::Supplement, tr("Ask for what is missing"), m_busy ? refusal : QString(), true});
    acts.append({KeyAct::AcceptAndDuplicate, m_summary.another.isEmpty() ? QString() : tr("Accept, add %1").arg(m_summary.another), refusal, true});
    const QString accept = m_summary.dossiers > 1 ? tr("ACCEPT %n DOSSIER(S)", nullptr, m_summary.dossiers) : tr("ACCEPT THE DOSSIER");
    acts.append({KeyAct::Main, accept, refusal, true});
    return acts;
}

void AcceptPage::perform(KeyAct act, int)
{
    if (act == KeyAct::Main || act == KeyAct::AcceptAndDuplicate) {
        setBusy(true);
        Q_EMIT accepted(act == KeyAct::AcceptAndDuplicate);
    } else if (act == KeyAct::ShowToCitizen) {
        Q_EMIT reviewAsked();
    } else if (act == KeyAct::Supplement) {
        Q_EMIT awayAsked();
    } else if (act == KeyAct::NextToDo) {
        Q_EMIT missingAsked();
    } else if (act == KeyAct::Print) {
        Q_EMIT previewAsked();
    }
}

QWidget *AcceptPage::firstField() const
{
    return const_cast<AcceptPage *>(this);
}

QStringList AcceptPage::tasks() const
{
    QStringList brief;
    for (const QString &one : m_summary.missing) {
        brief.append(one.section(QStringLiteral(": "), 0, 0));
    }
    return brief;
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/DueList.h"

#include "ui/visit/FeeWords.h"
#include "ui/widgets/WrapLabel.h"

#include <QGridLayout>

namespace motcua {

DueList::DueList(QWidget *parent)
    : QFrame(parent)
    , m_lines(new QGridLayout)
{
    setProperty("card", true);
    auto *title = new QLabel(tr("TO BE PAID"), this);
    title->setProperty("level", QStringLiteral("section"));
    m_lines->setHorizontalSpacing(12);
    m_lines->setVerticalSpacing(4);
    m_lines->setColumnStretch(0, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(title);
    column->addLayout(m_lines);
    column->addStretch(1);
    setDossiers({});
}

void DueList::clear()
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    for (int row = 0; row < m_lines->rowCount(); ++row) {
        m_lines->setRowMinimumHeight(row, 0);
    }
    m_row = 0;
}

void DueList::add(const QString &words, const QString &amount, const char *property, const QString &value)
{
    auto *label = new WrapLabel(this);
    label->setProperty(property, value);
    label->setText(words);
    m_lines->addWidget(label, m_row, 0, 1, amount.isEmpty() ? 2 : 1, Qt::AlignTop);
    if (!amount.isEmpty()) {
        auto *sum = new QLabel(amount, this);
        sum->setProperty(property, value);
        m_lines->addWidget(sum, m_row, 1, Qt::AlignTop | Qt::AlignRight);
    }
    ++m_row;
}

void DueList::addDossier(const DossierFee &dossier)
{
    const QList<FeeLine> &lines = dossier.fee.lines;
    add(dossier.name, lines.isEmpty() ? Money{0}.toString() : QString(), "level", QStringLiteral("heading"));
    if (lines.isEmpty()) {
        add(tr("No fee is set for it."), {}, "tone", QStringLiteral("secondary"));
    }
    for (const FeeLine &line : lines) {
        const bool isOpen = !line.isKnown || !line.isCounted;
        const QString amount = isOpen ? QStringLiteral("?") : line.amount.toString();
        add(line.text, amount, "tone", {});
        // An amount that stands for itself needs no working.
        if (const QString working = feeWorking(line); working != amount) {
            add(working, {}, "tone", isOpen ? QStringLiteral("warning") : QStringLiteral("secondary"));
        }
    }
    if (dossier.paid > Money{}) {
        add(tr("Paid online"), QStringLiteral("−") + dossier.paid.toString(), "tone", QStringLiteral("success"));
    }
}

void DueList::setDossiers(const QList<DossierFee> &dossiers)
{
    if (m_row > 0 && dossiers == m_dossiers) {
        return;
    }
    m_dossiers = dossiers;
    clear();
    if (dossiers.isEmpty()) {
        add(tr("There is no dossier in this visit yet."), {}, "tone", QStringLiteral("secondary"));
        return;
    }
    FeeFacts visit;
    visit.dossiers = dossiers;
    for (const DossierFee &dossier : dossiers) {
        addDossier(dossier);
        m_lines->setRowMinimumHeight(m_row++, 4);
    }
    if (dossiers.size() > 1) {
        add(tr("The whole visit"), visit.due().toString(), "level", QStringLiteral("heading"));
    }
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/PapersGlance.h"

#include "ui/visit/PaperWords.h"
#include "ui/widgets/WrapLabel.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace motcua {

PapersGlance::PapersGlance(QWidget *parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("papersGlance"));
    m_title = new WrapLabel(this);
    m_title->setProperty("level", QStringLiteral("section"));
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(2);
    m_grid->setColumnStretch(1, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addLayout(m_grid);
    column->addStretch();
}

void PapersGlance::setPapers(const Procedure &procedure, const PaperSet &papers, const FormDraft &form, QDate day, const QString &key)
{
    m_lines.clear();
    for (const RequiredPaper &required : procedure.papers) {
        const PaperLook look = paperLook(papers.paper(required.id), required, required.isNeeded(form, day));
        QStringList words{paperCounts(required, form), look.words};
        words.removeAll(QString());
        m_lines.append({look.shape, required.name, words.join(QStringLiteral(" · "))});
    }
    m_key = key;
    if (isVisible()) {
        draw();
    }
}

void PapersGlance::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    draw();
}

void PapersGlance::draw()
{
    m_title->setText(tr("PAPERS · %1").arg(m_key));
    if (m_drawn == m_lines) {
        return;
    }
    m_drawn = m_lines;
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    for (const Line &line : std::as_const(m_lines)) {
        auto *shape = new QLabel(line.shape, this);
        auto *name = new WrapLabel(this);
        name->setText(line.name);
        auto *words = new WrapLabel(this);
        words->setText(line.words);
        words->setProperty("tone", QStringLiteral("secondary"));
        m_grid->addWidget(shape, row, 0, Qt::AlignTop);
        m_grid->addWidget(name, row, 1);
        m_grid->addWidget(words, row + 1, 1);
        m_grid->setRowMinimumHeight(row + 2, 6); // one paper from the next
        row += 3;
        for (QWidget *one : {static_cast<QWidget *>(shape), static_cast<QWidget *>(name), static_cast<QWidget *>(words)}) {
            one->show();
        }
    }
}

} // namespace motcua

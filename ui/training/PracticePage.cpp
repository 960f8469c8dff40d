// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/PracticePage.h"

#include "ui/widgets/CountBox.h"
#include "ui/widgets/WrapLabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace motcua {

namespace {

constexpr int MostTickets = 18;
constexpr int UsualTickets = 8;

QLabel *title(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setProperty("level", QStringLiteral("section"));
    return label;
}

} // namespace

PracticePage::PracticePage(QWidget *parent)
    : Page(parent)
    , m_visit(new WrapLabel(this))
    , m_right(new WrapLabel(this))
    , m_tickets(new CountBox(this))
{
    m_visit->setProperty("level", QStringLiteral("heading"));
    m_right->setProperty("tone", QStringLiteral("secondary"));
    m_remarks = new QVBoxLayout;
    m_remarks->setSpacing(4);
    auto *about = new WrapLabel(this);
    about->setText(tr("People who do not exist take tickets and wait; dossiers are overdue, due, waiting for a paper or ready, and drafts are left from "
                      "yesterday. Whoever is called, a note says who stands there. What was not right is told when the visit is over."));
    m_tickets->setRange(1, MostTickets);
    m_tickets->edit()->setText(QString::number(UsualTickets));
    m_tickets->edit()->setAccessibleName(tr("Tickets"));
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(new QLabel(tr("Tickets"), this));
    line->addWidget(m_tickets);
    line->addStretch(1);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(8);
    column->addWidget(title(tr("THE LAST VISIT"), this));
    column->addWidget(m_visit);
    column->addLayout(m_remarks);
    column->addWidget(m_right);
    column->addSpacing(12);
    column->addWidget(title(tr("A MORNING OF PRACTICE"), this));
    column->addWidget(about);
    column->addLayout(line);
    column->addStretch(1);
    connect(m_tickets->edit(), &QLineEdit::textChanged, this, &Page::actsChanged);
    draw();
}

void PracticePage::setNotes(const PracticeNotes &notes)
{
    m_notes = notes;
    draw();
}

void PracticePage::setFresh(bool fresh)
{
    m_fresh = fresh;
    Q_EMIT actsChanged();
}

void PracticePage::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT actsChanged();
}

void PracticePage::draw()
{
    while (QLayoutItem *item = m_remarks->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    const bool isNone = m_notes.visit.isEmpty();
    m_visit->setText(isNone ? tr("Nobody invented was served yet.") : m_notes.visit);
    QStringList lines = m_notes.remarks;
    if (!isNone && lines.isEmpty()) {
        lines.append(tr("Nothing to remark."));
    }
    for (const QString &line : std::as_const(lines)) {
        auto *label = new WrapLabel(this);
        label->setText((m_notes.remarks.isEmpty() ? QStringLiteral("✔ ") : QStringLiteral("▲ ")) + line);
        label->setProperty("tone", m_notes.remarks.isEmpty() ? QStringLiteral("done") : QStringLiteral("warning"));
        m_remarks->addWidget(label);
        label->show();
    }
    m_right->setText(m_notes.right);
    m_right->setVisible(!m_notes.right.isEmpty());
}

int PracticePage::tickets() const
{
    const int typed = m_tickets->edit()->text().toInt();
    return typed >= 1 && typed <= MostTickets ? typed : 0;
}

QString PracticePage::heading() const
{
    return tr("Practice");
}

QList<PageAct> PracticePage::acts() const
{
    if (m_fresh) {
        return {{KeyAct::Main, tr("Back to the list"), {}, true}};
    }
    const QString refusal = m_busy ? tr("The morning is being prepared. Please wait a moment.")
        : tickets() == 0 ? tr("A morning has 1 to %1 tickets. Nothing was changed.").arg(MostTickets)
                         : QString();
    return {{KeyAct::Main, tr("Fill the hall"), refusal, true}};
}

void PracticePage::perform(KeyAct act, int)
{
    if (act == KeyAct::Main && m_fresh) {
        Q_EMIT read();
    } else if (act == KeyAct::Main) {
        setBusy(true);
        Q_EMIT morningAsked(tickets());
    }
}

QWidget *PracticePage::firstField() const
{
    return m_tickets->edit();
}

} // namespace motcua

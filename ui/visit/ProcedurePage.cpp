// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/ProcedurePage.h"

#include "ui/itemmodels/ProcedureItemModel.h"
#include "ui/widgets/RowTable.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace motcua {

ProcedurePage::ProcedurePage(QWidget *parent)
    : Page(parent)
{
    m_letters = new QLineEdit(this);
    m_letters->setPlaceholderText(tr("A few letters of the procedure, without tone marks, or its code"));
    m_letters->setAccessibleName(tr("Procedure"));
    m_letters->installEventFilter(this);
    m_model = new ProcedureItemModel(this);
    auto *table = new RowTable(this);
    table->setModel(m_model);
    table->setWidths({0, 112, 0, 104, 88});
    m_table = table;
    m_table->setAccessibleName(tr("Procedures"));
    m_empty = new QLabel(tr("No procedure in force fits these letters. Nothing was changed. Type fewer letters, or another word of its name."), this);
    m_empty->setProperty("tone", QStringLiteral("secondary"));
    m_empty->setWordWrap(true);
    m_empty->hide();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(12);
    column->addWidget(m_letters);
    column->addWidget(m_empty);
    column->addWidget(m_table, 1);
    connect(m_letters, &QLineEdit::textChanged, this, &ProcedurePage::search);
    connect(m_table, &QTableView::doubleClicked, this, &ProcedurePage::choose);
}

void ProcedurePage::setProcedures(const QList<Procedure> &procedures, const QMap<QString, int> &usedToday)
{
    m_model->setProcedures(procedures, usedToday);
    search(m_letters->text());
}

void ProcedurePage::reset()
{
    m_letters->clear();
    search({});
}

void ProcedurePage::setChanged(const QString &from)
{
    m_from = from;
    Q_EMIT headingChanged();
}

void ProcedurePage::search(const QString &letters)
{
    m_model->setLetters(letters);
    m_empty->setVisible(m_model->rowCount() == 0);
    m_table->selectRow(0);
    Q_EMIT actsChanged();
}

const Procedure *ProcedurePage::current() const
{
    return m_model->procedure(m_table->currentIndex().row());
}

void ProcedurePage::choose()
{
    if (const Procedure *chosen = current()) {
        Q_EMIT procedureChosen(chosen->code);
    }
}

void ProcedurePage::ask()
{
    if (const Procedure *chosen = current()) {
        Q_EMIT needsAsked(chosen->code);
    }
}

QString ProcedurePage::heading() const
{
    return m_from.isEmpty() ? tr("Procedure") : tr("Another procedure instead of %1 · what both ask for moves along").arg(m_from);
}

QList<PageAct> ProcedurePage::acts() const
{
    const QString refusal = current() ? QString() : tr("No procedure is chosen. Nothing was changed. Type a few letters of its name.");
    return {{KeyAct::Print, tr("What to bring"), refusal, true, QStringLiteral("→")}, {KeyAct::Main, tr("Next: Declaration"), refusal, true}};
}

void ProcedurePage::perform(KeyAct act, int)
{
    if (act == KeyAct::Main) {
        choose();
    } else if (act == KeyAct::Print) {
        ask();
    }
}

QWidget *ProcedurePage::firstField() const
{
    return m_letters;
}

bool ProcedurePage::enter(QWidget *)
{
    choose();
    return true;
}

bool ProcedurePage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            const int row = m_table->currentIndex().row() + (key == Qt::Key_Down ? 1 : -1);
            m_table->selectRow(std::clamp(row, 0, std::max(0, m_model->rowCount() - 1)));
            Q_EMIT actsChanged();
            return true;
        }
        // Behind the last letter the arrow has nowhere else to go.
        const bool isAtEnd = m_letters->cursorPosition() == m_letters->text().size() && !m_letters->hasSelectedText();
        if (key == Qt::Key_Right && isAtEnd && static_cast<QKeyEvent *>(event)->modifiers() == Qt::NoModifier) {
            ask();
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

} // namespace motcua

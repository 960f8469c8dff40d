// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/ProcedurePage.h"

#include "ui/itemmodels/ProcedureItemModel.h"
#include "ui/messages/PostWords.h"
#include "ui/visit/EnvelopeBox.h"
#include "ui/widgets/RowTable.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace motcua {

ProcedurePage::ProcedurePage(QWidget *parent)
    : Page(parent)
{
    m_envelope = new EnvelopeBox(this);
    m_envelope->hide();
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
    // An envelope above it takes its room.
    m_table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_table->setMinimumHeight(64);
    m_empty = new QLabel(tr("No procedure in force fits these letters. Nothing was changed. Type fewer letters, or another word of its name."), this);
    m_empty->setProperty("tone", QStringLiteral("secondary"));
    m_empty->setWordWrap(true);
    m_empty->hide();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(12);
    column->addWidget(m_envelope);
    column->addWidget(m_letters);
    column->addWidget(m_empty);
    column->addWidget(m_table, 1);
    connect(m_envelope, &EnvelopeBox::edited, this, [this] {
        Q_EMIT envelopeSaid(m_envelope->envelope());
        Q_EMIT tasksChanged();
        Q_EMIT actsChanged();
    });
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

void ProcedurePage::setEnvelope(const std::optional<Envelope> &envelope, QDate today, bool mayTurn)
{
    m_today = today;
    m_mayTurn = mayTurn;
    m_envelope->setVisible(envelope.has_value());
    if (envelope) {
        const QSignalBlocker quiet(m_envelope); // it is known already
        m_envelope->setEnvelope(*envelope, today);
    }
    Q_EMIT headingChanged();
    Q_EMIT tasksChanged();
    Q_EMIT actsChanged();
}

void ProcedurePage::setPostRule(const QString &sentence)
{
    m_envelope->setRule(sentence);
}

bool ProcedurePage::takeNumber(const QString &text)
{
    return isByPost() && m_envelope->takeNumber(text);
}

bool ProcedurePage::isByPost() const
{
    return m_envelope->isVisibleTo(this);
}

QList<Envelope::Fault> ProcedurePage::faults() const
{
    return isByPost() ? m_envelope->envelope().faults(m_today) : QList<Envelope::Fault>();
}

void ProcedurePage::turnPost(bool byPost)
{
    setEnvelope(byPost ? std::optional(Envelope{.arrivedOn = m_today}) : std::nullopt, m_today, m_mayTurn);
    Q_EMIT envelopeSaid(byPost ? std::optional(m_envelope->envelope()) : std::nullopt);
    firstField()->setFocus(Qt::OtherFocusReason);
}

void ProcedurePage::goToFault()
{
    if (const QList<Envelope::Fault> wrong = faults(); !wrong.isEmpty()) {
        m_envelope->where(wrong.constFirst())->setFocus(Qt::TabFocusReason);
        Q_EMIT said({Notice::Kind::Told, envelopeWanted(wrong.constFirst()), {}});
    }
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
    if (!faults().isEmpty()) {
        goToFault();
    } else if (const Procedure *chosen = current()) {
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
    return m_from.isEmpty() ? (isByPost() ? tr("Envelope from the post, and its procedure") : tr("Procedure")) : tr("Another procedure instead of %1 · what both ask for moves along").arg(m_from);
}

QList<PageAct> ProcedurePage::acts() const
{
    const QString refusal = current() ? QString() : tr("No procedure is chosen. Nothing was changed. Type a few letters of its name.");
    QList<PageAct> acts;
    if (!faults().isEmpty()) {
        acts.append({KeyAct::NextToDo, {}, {}, false});
    }
    if (m_mayTurn) {
        acts.append(isByPost() ? PageAct{KeyAct::Drop, tr("Not by post"), {}, true} : PageAct{KeyAct::AddRow, tr("Came by post"), {}, true});
    }
    acts.append({KeyAct::Print, tr("What to bring"), refusal, true, QStringLiteral("→")});
    acts.append({KeyAct::Main, tr("Next: Declaration"), refusal, true});
    return acts;
}

void ProcedurePage::perform(KeyAct act, int)
{
    if (act == KeyAct::Main) {
        choose();
    } else if (act == KeyAct::Print) {
        ask();
    } else if (act == KeyAct::NextToDo) {
        goToFault();
    } else if (act == KeyAct::AddRow || act == KeyAct::Drop) {
        turnPost(act == KeyAct::AddRow);
    }
}

QWidget *ProcedurePage::firstField() const
{
    return isByPost() && faults().contains(Envelope::Fault::NumberMissing) ? m_envelope->number() : m_letters;
}

QStringList ProcedurePage::tasks() const
{
    QStringList tasks;
    for (const Envelope::Fault fault : faults()) {
        const QString sentence = envelopeWanted(fault);
        tasks.append(sentence.section(QStringLiteral(". "), 0, 0).chopped(sentence.contains(QStringLiteral(". ")) ? 0 : 1));
    }
    return tasks;
}

// From field to field of the envelope; in the letters it chooses.
bool ProcedurePage::enter(QWidget *focused)
{
    if (focused && m_envelope->isAncestorOf(focused)) {
        return false;
    }
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

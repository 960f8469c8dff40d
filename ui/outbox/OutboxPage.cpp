// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/OutboxPage.h"

#include "ui/itemmodels/OutboxItemModel.h"
#include "ui/outbox/OutboxDelegate.h"
#include "ui/shell/ErrorNotice.h"
#include "ui/widgets/EmptyNote.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/RowTable.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace motcua {

OutboxPage::OutboxPage(QWidget *parent)
    : Page(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    m_summary = new QLabel(this);
    m_summary->setObjectName(QStringLiteral("outboxSummary"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_limits = new QLabel(this);
    m_limits->setObjectName(QStringLiteral("outboxLimits"));
    m_limits->setTextFormat(Qt::PlainText);
    m_limits->setWordWrap(true);
    m_limits->setProperty("tone", QStringLiteral("warning"));
    m_limits->hide();
    m_decide = new KeyButton(tr("Limits"), QStringLiteral("L"), KeyButton::Role::Flat, this);
    m_after = new KeyButton(tr("After an outage"), QStringLiteral("S"), KeyButton::Role::Flat, this);
    m_paper = new KeyButton(tr("Enter a provisional slip"), QStringLiteral("N"), KeyButton::Role::Flat, this);
    m_paper->hide();
    m_try = new KeyButton(tr("Try now"), QStringLiteral("R"), KeyButton::Role::Plain, this);
    m_pause = new KeyButton(tr("Pause sending"), QStringLiteral("P"), KeyButton::Role::Plain, this);
    m_newer = new KeyButton({}, {}, KeyButton::Role::Flat, this);
    m_newer->setObjectName(QStringLiteral("outboxNewer"));
    m_newer->hide();
    m_model = new OutboxItemModel(this);
    m_table = new RowTable(this);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new OutboxDelegate(m_table));
    m_table->setWidths({92, 0, 148, 44, 0, 0});
    m_table->setGivingWay({OutboxItemModel::Tries, OutboxItemModel::ToDo}, 330);
    m_table->setAccessibleName(tr("Sent to the portal"));
    m_table->setAttribute(Qt::WA_InputMethodEnabled, false); // letters act here, they are not typed
    m_table->installEventFilter(this);
    m_empty = new EmptyNote(this);
    m_empty->setFocusPolicy(Qt::StrongFocus);
    m_empty->installEventFilter(this);
    m_line = new QLabel(this);
    m_line->setObjectName(QStringLiteral("outboxLine"));
    m_line->setTextFormat(Qt::PlainText);
    m_line->setWordWrap(true);
    m_line->setMinimumHeight(24);
    m_body = new QStackedWidget(this);
    m_body->addWidget(m_table);
    m_body->addWidget(m_empty);

    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_summary, 1);
    top->addWidget(m_newer);
    top->addWidget(m_paper);
    top->addWidget(m_decide);
    top->addWidget(m_after);
    top->addWidget(m_try);
    top->addWidget(m_pause);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addLayout(top);
    column->addWidget(m_limits);
    column->addWidget(m_body, 1);
    column->addWidget(m_line);

    connect(m_try, &KeyButton::clicked, this, &OutboxPage::tryAsked);
    connect(m_pause, &KeyButton::clicked, this, [this] { Q_EMIT pauseAsked(!m_view.isPaused); });
    connect(m_decide, &KeyButton::clicked, this, &OutboxPage::limitsAsked);
    connect(m_paper, &KeyButton::clicked, this, &OutboxPage::paperAsked);
    connect(m_after, &KeyButton::clicked, this, &OutboxPage::aftermathAsked);
    connect(m_newer, &KeyButton::clicked, this, &OutboxPage::newerAsked);
    connect(m_table, &RowTable::doubleClicked, this, &OutboxPage::choose);
    connect(m_model, &OutboxItemModel::failed, this,
        [this](const Error &error) { Q_EMIT said(notice(error)); });
    connect(m_model, &OutboxItemModel::opened, this, &OutboxPage::drawBody);
    connect(m_model, &OutboxItemModel::newerFound, this, [this](int count) {
        m_newer->setWords(tr("%n new ▴", nullptr, count), {});
        m_newer->setVisible(count > 0);
    });
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        const OutboxLine *line = current();
        m_place = line ? line->place : 0;
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        drawLine();
        Q_EMIT actsChanged();
    });
    connect(m_model, &QAbstractItemModel::dataChanged, this, &OutboxPage::drawLine);
}

void OutboxPage::setView(const OutboxView &view)
{
    if (view == m_view) {
        return;
    }
    const bool isNamedAnew = view.heading != m_view.heading;
    const bool isOther = view.isThere != m_view.isThere;
    m_view = view;
    m_summary->setText(view.summary);
    m_limits->setText(view.limits);
    m_limits->setVisible(!view.limits.isEmpty());
    m_paper->setVisible(view.isThere && view.entersPaper);
    m_decide->setVisible(view.isThere);
    m_after->setVisible(view.isThere);
    m_after->setWords(view.hasAftermath ? QStringLiteral("● ") + tr("After an outage") : tr("After an outage"), QStringLiteral("S"));
    m_pause->setWords(view.isPaused ? tr("Go on sending") : tr("Pause sending"), QStringLiteral("P"));
    m_try->setRefused(view.isPaused || !view.isThere);
    m_pause->setRefused(!view.isThere);
    m_model->setWaiting(view.tries, view.why, view.toDo);
    if (isOther) {
        drawBody();
    }
    if (isNamedAnew) {
        Q_EMIT headingChanged();
    }
}

void OutboxPage::open(const OutboxSource &source, bool attention)
{
    m_isAttention = attention;
    m_newer->hide();
    m_model->open(source);
    Q_EMIT actsChanged();
}

// New rows come in only over a list that nobody has gone down in: others stay where they are read.
void OutboxPage::lookAgain()
{
    m_model->refresh(m_table->currentIndex().row() <= 0 && m_table->verticalScrollBar()->value() == 0);
}

void OutboxPage::forget()
{
    m_model->clear();
    m_view = {};
    m_summary->clear();
    m_line->clear();
}

void OutboxPage::drawBody()
{
    if (m_model->rowCount() > 0) {
        const bool hadFocus = m_empty->hasFocus();
        m_body->setCurrentWidget(m_table);
        if (!m_table->currentIndex().isValid()) {
            m_table->selectRow(std::max(0, m_model->rowOf(m_place)));
        }
        if (hadFocus) {
            m_table->setFocus();
        }
    } else {
        if (!m_view.isThere) {
            m_empty->tell(tr("This desk belongs to no portal"),
                tr("Nothing is sent from here, and nothing is lost. The administrator joins it with the portal's invitation: motcua-ctl enrol."));
        } else if (m_isAttention) {
            m_empty->tell(tr("Nothing needs work"), tr("What the portal sends back stands here until it is put right. %1 shows everything.").arg(KeyMap().shown(KeyAct::Filter)));
        } else {
            m_empty->tell(tr("Nothing to send yet"), tr("What is recorded at this desk goes to the portal by itself and stands here."));
        }
        const bool hadFocus = m_table->hasFocus(); // the keyboard must not stay in a list that goes out of sight
        m_body->setCurrentWidget(m_empty);
        if (hadFocus) {
            m_empty->setFocus();
        }
    }
    drawLine();
    Q_EMIT actsChanged();
}

void OutboxPage::drawLine()
{
    const OutboxLine *line = current();
    QStringList told;
    if (line) {
        told = {line->time, line->fullItem, OutboxItemModel::stateWords(line->state), m_model->why(*line), m_model->toDo(*line)};
        told.removeAll(QString());
    }
    m_line->setText(told.join(QStringLiteral(" · ")));
}

const OutboxLine *OutboxPage::current() const
{
    return m_table->currentIndex().isValid() ? m_model->row(m_table->currentIndex().row()) : nullptr;
}

void OutboxPage::choose()
{
    const OutboxLine *line = current();
    if (line && !line->dossier.isNull() && line->isInConflict) {
        Q_EMIT conflictChosen(line->dossier);
    } else if (line && !line->dossier.isNull()) {
        Q_EMIT dossierChosen(line->dossier);
    } else {
        Q_EMIT said({Notice::Kind::Told, tr("This item is about no dossier. There is nothing to open, and nothing to do."), {}});
    }
}

QString OutboxPage::heading() const
{
    return m_view.heading.isEmpty() ? tr("Send and receive") : tr("Send and receive") + QStringLiteral(" · ") + m_view.heading;
}

QList<PageAct> OutboxPage::acts() const
{
    const OutboxLine *line = current();
    const QString nothing = !line ? tr("The list has no rows. Nothing was changed.")
        : line->dossier.isNull() ? tr("This item is about no dossier. There is nothing to open, and nothing to do.")
                                 : QString();
    return {{KeyAct::Filter, m_isAttention ? tr("Show everything") : tr("Only what needs work")},
        {KeyAct::Main, line && line->isInConflict ? tr("Conflict desk") : tr("Open the dossier"), nothing, true, tr("Enter")}};
}

void OutboxPage::perform(KeyAct act, int)
{
    if (act == KeyAct::Main) {
        choose();
    } else if (act == KeyAct::Filter) {
        Q_EMIT narrowed(!m_isAttention);
    }
}

QWidget *OutboxPage::firstField() const
{
    return m_body->currentWidget();
}

bool OutboxPage::enter(QWidget *focused)
{
    if (focused != m_table) {
        return focused == m_empty;
    }
    choose();
    return true;
}

bool OutboxPage::closeInner()
{
    if (!m_isAttention) {
        return false;
    }
    Q_EMIT narrowed(false);
    return true;
}

bool OutboxPage::actByLetter(const QKeyEvent *event)
{
    if (event->modifiers() != Qt::NoModifier) {
        return false;
    }
    if (event->key() == Qt::Key_R) {
        Q_EMIT tryAsked();
        return true;
    }
    if (event->key() == Qt::Key_P) {
        Q_EMIT pauseAsked(!m_view.isPaused);
        return true;
    }
    if (event->key() == Qt::Key_L && m_view.isThere) {
        Q_EMIT limitsAsked();
        return true;
    }
    if (event->key() == Qt::Key_N && m_view.isThere && m_view.entersPaper) {
        Q_EMIT paperAsked();
        return true;
    }
    if (event->key() == Qt::Key_S && m_view.isThere) {
        Q_EMIT aftermathAsked();
        return true;
    }
    return false;
}

void OutboxPage::keyPressEvent(QKeyEvent *event)
{
    if (!actByLetter(event)) {
        Page::keyPressEvent(event);
    }
}

void OutboxPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    Q_EMIT appeared();
}

bool OutboxPage::eventFilter(QObject *watched, QEvent *event)
{
    const bool isOurs = watched == m_table || watched == m_empty;
    return (isOurs && event->type() == QEvent::KeyPress && actByLetter(static_cast<const QKeyEvent *>(event))) || Page::eventFilter(watched, event);
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worklist/DossierPage.h"

#include "ui/messages/Wording.h"
#include "ui/shell/ShownTime.h"
#include "ui/widgets/FlowRow.h"
#include "ui/widgets/KeyButton.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>

namespace motcua {

namespace {

QLabel *plain(const QString &text, QWidget *parent, const QString &tone = {})
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setProperty("tone", tone);
    return label;
}

QLabel *title(const QString &text, QWidget *parent)
{
    QLabel *label = plain(text, parent);
    label->setProperty("level", QStringLiteral("section"));
    label->setContentsMargins(0, 12, 0, 0);
    return label;
}

} // namespace

DossierPage::DossierPage(QWidget *parent)
    : Page(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(16, 8, 16, 16);
    m_column->setSpacing(12);
    m_correct = new KeyButton(tr("Correct after acceptance"), QStringLiteral("S"), KeyButton::Role::Plain, this);
    m_correct->hide();
    connect(m_correct, &QPushButton::clicked, this, &DossierPage::correctionAsked);
    m_conflict = new KeyButton(tr("Conflict desk"), QStringLiteral("D"), KeyButton::Role::Plain, this);
    m_conflict->hide();
    connect(m_conflict, &QPushButton::clicked, this, &DossierPage::conflictAsked);
    m_certify = new KeyButton(tr("Register of certifications"), QStringLiteral("R"), KeyButton::Role::Plain, this);
    m_certify->hide();
    connect(m_certify, &QPushButton::clicked, this, &DossierPage::certifyAsked);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_certify);
    row->addWidget(m_conflict);
    row->addWidget(m_correct);
    row->addStretch(1);
    m_column->addLayout(row);
}

void DossierPage::setCorrectable(bool correctable)
{
    m_correct->setVisible(correctable);
}

void DossierPage::setCertifiable(bool certifiable)
{
    m_certify->setVisible(certifiable);
}

void DossierPage::setInConflict(bool conflict)
{
    m_conflict->setVisible(conflict);
}

void DossierPage::setSheet(const DossierSheet &sheet)
{
    m_sheet = sheet;
    delete m_content;
    m_content = new QWidget(this);
    auto *grid = new QGridLayout(m_content);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    grid->setColumnMinimumWidth(0, 136);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 3);
    grid->setColumnStretch(2, 6); // what a line of the history says has reasons in it
    grid->setColumnStretch(3, 3);
    for (const QString &warning : sheet.warnings) {
        grid->addWidget(plain(QStringLiteral("▲ ") + warning, m_content, QStringLiteral("warning")), grid->rowCount(), 0, 1, 4);
    }
    addLine(grid, {tr("Status"), sheet.status, false, false});
    grid->itemAtPosition(grid->rowCount() - 1, 1)->widget()->setObjectName(QStringLiteral("dossierStatus"));
    addLine(grid, {tr("Result"), sheet.promise, false, false});
    for (const SheetLine &line : sheet.promised) {
        addLine(grid, line);
    }
    for (const SheetLine &line : sheet.lines) {
        addLine(grid, line);
    }
    addHistory(grid);
    m_column->addWidget(m_content, 0, Qt::AlignTop);
    m_content->show();
    Q_EMIT headingChanged();
}

void DossierPage::setNext(const QStringList &steps, int main, const QStringList &slips)
{
    m_steps = steps;
    m_slips = slips;
    m_main = main;
    delete m_next;
    m_next = new QWidget(this);
    m_next->setObjectName(QStringLiteral("nextSteps"));
    auto *row = new FlowRow(m_next);
    row->setGaps(8, 4);
    const QStringList all = steps + slips;
    for (int place = 0; place < all.size(); ++place) {
        auto *button = new KeyButton(all.at(place), place < 9 ? QString::number(place + 1) : QString(), KeyButton::Role::Plain, m_next);
        button->setAccessibleName(QStringLiteral("%1 %2").arg(place + 1).arg(all.at(place))); // the usual one is the main act too
        connect(button, &QPushButton::clicked, this, [this, place] { choose(place); });
        row->addWidget(button);
    }
    m_next->setVisible(!all.isEmpty());
    m_column->insertWidget(0, m_next);
    Q_EMIT actsChanged();
}

void DossierPage::choose(int place)
{
    if (place < m_steps.size()) {
        Q_EMIT stepChosen(place);
    } else if (place < m_steps.size() + m_slips.size()) {
        Q_EMIT slipAsked(place - static_cast<int>(m_steps.size()));
    }
}

void DossierPage::keyPressEvent(QKeyEvent *event)
{
    const int place = event->key() - Qt::Key_1;
    const bool isPlain = !event->modifiers().testFlag(Qt::ControlModifier) && !event->modifiers().testFlag(Qt::AltModifier);
    if (isPlain && place >= 0 && place < 9) {
        choose(place);
    } else if (isPlain && event->key() == Qt::Key_S && !m_correct->isHidden()) {
        Q_EMIT correctionAsked();
    } else if (isPlain && event->key() == Qt::Key_R && !m_certify->isHidden()) {
        Q_EMIT certifyAsked();
    } else if (isPlain && event->key() == Qt::Key_D && !m_conflict->isHidden()) {
        Q_EMIT conflictAsked();
    } else {
        Page::keyPressEvent(event);
    }
}

void DossierPage::addLine(QGridLayout *grid, const SheetLine &line)
{
    const int row = grid->rowCount();
    if (line.isTitle) {
        grid->addWidget(title(line.label, m_content), row, 0, 1, 4);
        return;
    }
    grid->addWidget(plain(line.label, m_content, QStringLiteral("secondary")), row, 0, Qt::AlignTop);
    QLabel *value = plain(line.inConflict ? QStringLiteral("! ") + line.value : line.value, m_content,
        line.inConflict ? QStringLiteral("danger") : QString());
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    grid->addWidget(value, row, 1, 1, 3, Qt::AlignTop);
}

void DossierPage::addHistory(QGridLayout *grid)
{
    grid->addWidget(title(tr("HISTORY"), m_content), grid->rowCount(), 0, 1, 4);
    if (m_sheet.history.isEmpty()) {
        grid->addWidget(plain(tr("No entries."), m_content, QStringLiteral("secondary")), grid->rowCount(), 0, 1, 4);
    }
    for (const HistoryLine &line : std::as_const(m_sheet.history)) {
        const int row = grid->rowCount();
        const QString who = line.person.isEmpty() ? line.desk : line.desk.isEmpty() ? line.person : line.person + QStringLiteral(" · ") + line.desk;
        grid->addWidget(plain(shownMoment(line.at), m_content, QStringLiteral("secondary")), row, 0, Qt::AlignTop);
        grid->addWidget(plain(happenedName(line.kind), m_content), row, 1, Qt::AlignTop);
        grid->addWidget(plain(line.note, m_content), row, 2, Qt::AlignTop);
        grid->addWidget(plain(who, m_content, QStringLiteral("secondary")), row, 3, Qt::AlignTop);
    }
}

QString DossierPage::heading() const
{
    return m_sheet.code + QStringLiteral(" · ") + m_sheet.procedure;
}

QList<PageAct> DossierPage::acts() const
{
    return {{KeyAct::Print, tr("Print a copy"), {}, true}, {KeyAct::Note, tr("Note"), {}, true}, {KeyAct::TakeInFile, tr("Papers and files"), {}, true},
        {KeyAct::Main, m_main >= 0 ? m_steps.at(m_main) : tr("Back to the list"), {}, true}};
}

void DossierPage::perform(KeyAct act, int)
{
    if (act == KeyAct::Print) {
        Q_EMIT printAsked();
    } else if (act == KeyAct::Note) {
        Q_EMIT noteAsked();
    } else if (act == KeyAct::TakeInFile) {
        Q_EMIT filesAsked();
    } else if (act == KeyAct::Main && m_main >= 0) {
        Q_EMIT stepChosen(m_main);
    } else if (act == KeyAct::Main) {
        Q_EMIT left();
    }
}

QWidget *DossierPage::firstField() const
{
    return const_cast<DossierPage *>(this);
}

} // namespace motcua

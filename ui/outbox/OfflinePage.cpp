// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/OfflinePage.h"

#include "models/base/VietnamTime.h"
#include "ui/outbox/ApproverBox.h"
#include "ui/outbox/DeliveryWords.h"
#include "ui/shell/ShownTime.h"
#include "ui/widgets/LineGrid.h"
#include "ui/widgets/WrapLabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace motcua {

namespace {

constexpr int Margin = 24;
constexpr int ReasonWidth = 640;
constexpr int MostBlanks = 50; // in one job: a hundred sheets
constexpr int FirstBlanks = 10;

QString count(qint64 number)
{
    return QLocale(QLocale::Vietnamese).toString(number);
}

} // namespace

OfflinePage::OfflinePage(QWidget *parent)
    : Page(parent)
    , m_limits(new WrapLabel(this))
    , m_decision(new WrapLabel(this))
    , m_extend(new QRadioButton(tr("Go on as before for this many days"), this))
    , m_paper(new QRadioButton(tr("On paper: provisional slips with numbers of their own, entered later with their true times"), this))
    , m_resume(new QRadioButton(tr("Off paper: dossiers are received in the program again"), this))
    , m_days(new QSpinBox(this))
    , m_blanks(new QSpinBox(this))
    , m_blankRow(new QWidget(this))
    , m_until(new WrapLabel(this))
    , m_reason(new QLineEdit(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Margin, 16, Margin, 20);
    column->setSpacing(10);
    column->addWidget(m_limits);
    m_decision->setProperty("tone", QStringLiteral("secondary"));
    column->addWidget(m_decision);
    auto *hint = new WrapLabel(this);
    hint->setText(tr("The program ends nothing by itself. What is decided here is kept in the journal, and the portal gets it when it can be reached."));
    hint->setProperty("tone", QStringLiteral("secondary"));
    column->addWidget(hint);
    column->addSpacing(8);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    m_days->setAccessibleName(tr("Days"));
    m_days->setFixedWidth(96);
    m_until->setProperty("tone", QStringLiteral("secondary"));
    row->addWidget(m_extend);
    row->addWidget(m_days);
    row->addWidget(m_until, 1);
    column->addLayout(row);
    column->addWidget(m_paper, 0, Qt::AlignLeft); // what has the focus is framed, and not the whole page
    column->addWidget(m_resume, 0, Qt::AlignLeft);
    column->addSpacing(8);
    auto *grid = new LineGrid;
    grid->add(tr("Reason"), m_reason, ReasonWidth);
    m_reason->setMaxLength(500);
    m_approver = new ApproverBox(grid, this);
    column->addLayout(grid);
    column->addSpacing(16);
    auto *blanks = new QHBoxLayout(m_blankRow);
    blanks->setContentsMargins(0, 0, 0, 0);
    blanks->setSpacing(12);
    auto *blankWords = new WrapLabel(this);
    blankWords->setText(tr("Blank provisional slips for the paper block, each number twice: print some while the printer has power, before they are needed."));
    blankWords->setProperty("tone", QStringLiteral("secondary"));
    m_blanks->setRange(1, MostBlanks);
    m_blanks->setAccessibleName(tr("Blank slips"));
    m_blanks->setFixedWidth(96);
    blanks->addWidget(m_blanks);
    blanks->addWidget(blankWords, 1);
    column->addWidget(m_blankRow);
    column->addStretch(1);
    for (QRadioButton *button : {m_extend, m_paper, m_resume}) {
        connect(button, &QRadioButton::toggled, this, &OfflinePage::judge);
    }
    connect(m_days, &QSpinBox::valueChanged, this, &OfflinePage::judge);
    connect(m_reason, &QLineEdit::textChanged, this, &OfflinePage::judge);
    connect(m_approver, &ApproverBox::changed, this, &OfflinePage::judge);
}

void OfflinePage::begin(const OfflineStanding &standing, int mostDays, bool needsApprover, bool prints, const QDateTime &now)
{
    m_prints = prints;
    m_blankRow->setVisible(prints);
    m_blanks->setValue(FirstBlanks);
    m_standing = standing;
    m_now = now;
    m_busy = false;
    const QStringList limits = limitWords(standing);
    m_limits->setText(limits.isEmpty() ? tr("No limit on work without the portal is near.") : limits.join(u'\n'));
    m_decision->setText(decisionWords(standing, now));
    m_decision->setVisible(!m_decision->text().isEmpty());
    m_days->setRange(1, std::max(1, mostDays));
    m_days->setValue(std::min(3, mostDays));
    m_paper->setVisible(!standing.isOnPaper);
    m_resume->setVisible(standing.isOnPaper);
    (standing.isOnPaper ? m_resume : m_extend)->setChecked(true);
    m_reason->clear();
    m_approver->begin(needsApprover);
    judge();
}

void OfflinePage::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT actsChanged();
}

void OfflinePage::setPrinting(bool printing)
{
    m_isPrinting = printing;
    Q_EMIT actsChanged();
}

void OfflinePage::forget()
{
    m_reason->clear();
    m_approver->begin(m_approver->isAsked());
}

QStringList OfflinePage::limitWords(const OfflineStanding &standing)
{
    QStringList lines;
    for (const OfflineLimit &limit : standing.limits) {
        const bool isReached = limit.state == OfflineLimit::State::Reached;
        const QString mark = isReached ? QStringLiteral("! ") : QStringLiteral("▲ ");
        const QString left = isReached ? tr("the limit is reached") : tr("about %n day(s) left", nullptr, limit.daysLeft);
        switch (limit.of) {
        case OfflineLimit::Of::Unsent:
            lines.append(mark + tr("Waiting to be sent: %1 of %2 · %3").arg(count(limit.used), count(limit.most), left));
            break;
        case OfflineLimit::Of::Age:
            lines.append(mark + tr("The oldest waits for %n day(s)", nullptr, static_cast<int>(limit.used)) + u' ' + tr("of %1 · %2").arg(count(limit.most), left));
            break;
        case OfflineLimit::Of::Catalogue:
            lines.append(mark + tr("The procedures are %n day(s) old", nullptr, static_cast<int>(limit.used)) + u' ' + tr("of %1 · %2").arg(count(limit.most), left));
            break;
        case OfflineLimit::Of::Numbers:
            lines.append(mark + (isReached ? tr("No dossier number of this desk is left for today") : tr("%n dossier number(s) of this desk are left for today", nullptr, static_cast<int>(limit.most - limit.used))));
            break;
        }
    }
    return lines;
}

QString OfflinePage::decisionWords(const OfflineStanding &standing, const QDateTime &now)
{
    if (standing.isOnPaper) {
        return tr("On paper since %1.").arg(deliverywords::moment(standing.sinceMs, now));
    }
    return standing.extendedUntilMs > 0 ? tr("Extended until %1.").arg(shownPromise(vietnamTime(standing.extendedUntilMs), now)) : QString();
}

DecideOffline::Choice OfflinePage::choice() const
{
    return m_extend->isChecked() ? DecideOffline::Choice::Extend : m_resume->isChecked() ? DecideOffline::Choice::Resume : DecideOffline::Choice::Paper;
}

/** The end of that day: nobody wants to decide again in the middle of it. */
qint64 OfflinePage::untilMs() const
{
    return vietnamTime(m_now.date().addDays(m_days->value()), QTime(23, 59, 59)).toMSecsSinceEpoch();
}

void OfflinePage::judge()
{
    m_days->setEnabled(m_extend->isChecked());
    m_until->setText(m_extend->isChecked() && m_now.isValid() ? tr("until the end of %1").arg(shownDay(m_now.date().addDays(m_days->value()))) : QString());
    Q_EMIT actsChanged();
}

QString OfflinePage::heading() const
{
    return tr("Work without the portal");
}

QList<PageAct> OfflinePage::acts() const
{
    const QString refusal = m_busy               ? tr("The decision is being recorded. Please wait a moment.")
        : m_reason->text().trimmed().isEmpty() ? tr("A reason is missing. Nothing was changed.")
                                               : m_approver->missing();
    QList<PageAct> acts{{KeyAct::Main, tr("Record the decision"), refusal, true}};
    if (m_prints) {
        acts.append({KeyAct::Print, tr("Print blank slips"), m_isPrinting ? tr("It is being done. Please wait a moment.") : QString()});
    }
    return acts;
}

void OfflinePage::perform(KeyAct act, int)
{
    if (act == KeyAct::Main) {
        setBusy(true);
        Q_EMIT decided({choice(), choice() == DecideOffline::Choice::Extend ? untilMs() : 0, m_reason->text().trimmed()}, m_approver->name(),
            m_approver->takePassword());
    } else if (act == KeyAct::Print) {
        setPrinting(true);
        Q_EMIT blanksAsked(m_blanks->value());
    }
}

QWidget *OfflinePage::firstField() const
{
    return m_standing.isOnPaper ? static_cast<QWidget *>(m_resume) : m_extend;
}

} // namespace motcua

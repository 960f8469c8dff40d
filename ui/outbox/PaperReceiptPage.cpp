// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/PaperReceiptPage.h"

#include "models/base/VietnamTime.h"
#include "models/ticket/DeskHours.h"
#include "ui/outbox/ApproverBox.h"
#include "ui/shell/ShownTime.h"
#include "ui/widgets/LineGrid.h"
#include "ui/widgets/Restyle.h"
#include "ui/widgets/WrapLabel.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace motcua {

namespace {

constexpr int Margin = 24;
constexpr int LineWidth = 320; // as wide as those of the supervisor: what is said of a line stands beside it

/** "23/11/2026", or without the year the last such day up to `today`. */
QDate typedDay(const QString &text, const QDate &today)
{
    const QString typed = text.trimmed();
    for (const QString &format : {QStringLiteral("d/M/yyyy"), QStringLiteral("dMMyyyy")}) {
        if (const QDate day = QDate::fromString(typed, format); day.isValid()) {
            return day;
        }
    }
    const QDate ofYear = QDate::fromString(typed + u'/' + QString::number(today.year()), QStringLiteral("d/M/yyyy"));
    return ofYear.isValid() && ofYear > today ? ofYear.addYears(-1) : ofYear;
}

} // namespace

PaperReceiptPage::PaperReceiptPage(QWidget *parent)
    : Page(parent)
    , m_number(new QLineEdit(this))
    , m_date(new QLineEdit(this))
    , m_time(new QLineEdit(this))
    , m_words(new WrapLabel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Margin, 16, Margin, 20);
    column->setSpacing(10);
    auto *hint = new WrapLabel(this);
    hint->setText(tr("What is accepted next counts from the moment on the provisional slip, and keeps its number. A supervisor answers for both."));
    hint->setProperty("tone", QStringLiteral("secondary"));
    column->addWidget(hint);
    auto *grid = new LineGrid;
    grid->add(tr("Number of the provisional slip"), m_number, LineWidth);
    grid->add(tr("Day on the slip"), m_date, LineWidth);
    grid->add(tr("Time on the slip"), m_time, LineWidth);
    grid->addWidget(m_words, 2, 2);
    m_number->setMaxLength(40);
    m_date->setMaxLength(10);
    m_time->setMaxLength(8);
    for (QLineEdit *line : {m_number, m_date, m_time}) {
        connect(line, &QLineEdit::textChanged, this, &PaperReceiptPage::judge);
    }
    m_approver = new ApproverBox(grid, this);
    column->addLayout(grid);
    column->addStretch(1);
    connect(m_approver, &ApproverBox::changed, this, &Page::actsChanged);
}

void PaperReceiptPage::begin(const QDateTime &now, bool needsApprover)
{
    m_now = now;
    m_busy = false;
    m_number->clear();
    m_date->setText(shownDate(now.date()));
    m_time->clear();
    m_approver->begin(needsApprover);
    judge();
}

void PaperReceiptPage::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT actsChanged();
}

void PaperReceiptPage::forget()
{
    m_number->clear();
    m_approver->begin(m_approver->isAsked());
}

QDateTime PaperReceiptPage::written() const
{
    const QDate day = typedDay(m_date->text(), m_now.date());
    const QTime time = typedTime(m_time->text());
    const QDateTime at = day.isValid() && time.isValid() ? vietnamTime(day, time) : QDateTime();
    return at.isValid() && at <= m_now ? at : QDateTime();
}

void PaperReceiptPage::judge()
{
    const bool isEmpty = m_time->text().trimmed().isEmpty();
    const QDateTime at = written();
    m_words->setText(at.isValid() ? shownMoment(at) : isEmpty ? tr("e.g. 9:12") : QStringLiteral("✖ ") + tr("no moment that has been; type it like 23/11/2026 and 9:12"));
    restyle(m_words, "tone", at.isValid() || isEmpty ? QStringLiteral("secondary") : QStringLiteral("danger"));
    Q_EMIT actsChanged();
}

QString PaperReceiptPage::heading() const
{
    return tr("Enter a provisional slip");
}

QList<PageAct> PaperReceiptPage::acts() const
{
    const QString refusal = m_busy               ? tr("It is being looked at. Please wait a moment.")
        : m_number->text().trimmed().isEmpty() ? tr("The number of the provisional slip is missing. Nothing was changed.")
        : !written().isValid()                 ? tr("The day and the time on the slip are no moment that has been. Nothing was changed.")
                                               : m_approver->missing();
    return {{KeyAct::Main, tr("Choose the procedure"), refusal, true}};
}

void PaperReceiptPage::perform(KeyAct act, int)
{
    if (act == KeyAct::Main) {
        setBusy(true);
        Q_EMIT entered({m_number->text().simplified(), written().toMSecsSinceEpoch(), {}}, m_approver->name(), m_approver->takePassword());
    }
}

QWidget *PaperReceiptPage::firstField() const
{
    return m_number;
}

} // namespace motcua

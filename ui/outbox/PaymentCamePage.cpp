// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/PaymentCamePage.h"

#include "models/form/Typed.h"
#include "ui/outbox/ApproverBox.h"
#include "ui/widgets/LineGrid.h"
#include "ui/widgets/WrapLabel.h"

#include <QDateTime>
#include <QLineEdit>
#include <QVBoxLayout>

namespace motcua {

namespace {

constexpr int Margin = 24;
constexpr int LineWidth = 420; // in large letters too, what was seen where is read whole
constexpr int MostLetters = 200;

} // namespace

PaymentCamePage::PaymentCamePage(QWidget *parent)
    : Page(parent)
    , m_about(new WrapLabel(this))
    , m_amount(new QLineEdit(this))
    , m_reference(new QLineEdit(this))
    , m_source(new QLineEdit(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Margin, 16, Margin, 20);
    column->setSpacing(10);
    m_about->setProperty("tone", QStringLiteral("secondary"));
    column->addWidget(m_about);
    auto *grid = new LineGrid;
    grid->add(tr("Amount that came"), m_amount, LineWidth);
    grid->add(tr("Reference of the bank"), m_reference, LineWidth);
    grid->add(tr("Where it was seen"), m_source, LineWidth);
    for (QLineEdit *line : {m_amount, m_reference, m_source}) {
        line->setMaxLength(MostLetters);
        connect(line, &QLineEdit::textChanged, this, &Page::actsChanged);
    }
    m_approver = new ApproverBox(grid, this);
    column->addLayout(grid);
    column->addStretch(1);
    connect(m_approver, &ApproverBox::changed, this, &Page::actsChanged);
}

void PaymentCamePage::begin(const QString &about, Money due, const journal::EntryKey &fee, bool needsApprover)
{
    m_fee = fee;
    m_busy = false;
    m_about->setText(about);
    m_amount->setText(due.toString());
    m_reference->clear();
    m_source->setText(tr("statement of the unit's account"));
    m_approver->begin(needsApprover);
    Q_EMIT actsChanged();
}

void PaymentCamePage::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT actsChanged();
}

void PaymentCamePage::forget()
{
    m_about->clear();
    m_reference->clear();
    m_approver->begin(m_approver->isAsked());
}

std::optional<Money> PaymentCamePage::amount() const
{
    const std::optional<Money> typed = typedMoney(m_amount->text());
    return typed && typed->dong > 0 ? typed : std::nullopt;
}

QString PaymentCamePage::heading() const
{
    return tr("Money has come");
}

QList<PageAct> PaymentCamePage::acts() const
{
    const QString refusal = m_busy                    ? tr("It is being recorded. Please wait a moment.")
        : !amount()                                   ? tr("The amount is not an amount of đồng. Nothing was changed. Type it like 16000.")
        : m_reference->text().trimmed().isEmpty() ? tr("The reference of the bank is missing. Nothing was changed.")
        : m_source->text().trimmed().isEmpty()    ? tr("Where it was seen is missing. Nothing was changed.")
                                                  : m_approver->missing();
    return {{KeyAct::Main, tr("Confirm the payment"), refusal, true}};
}

void PaymentCamePage::perform(KeyAct act, int)
{
    if (act == KeyAct::Main && amount()) {
        setBusy(true);
        Q_EMIT confirmed({m_fee, *amount(), m_reference->text().trimmed(), m_source->text().trimmed(), QDateTime::currentMSecsSinceEpoch()},
            m_approver->name(), m_approver->takePassword());
    }
}

QWidget *PaymentCamePage::firstField() const
{
    return m_reference;
}

} // namespace motcua

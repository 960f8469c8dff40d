// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/TransferBox.h"

#include "models/fee/VietQr.h"
#include "ui/widgets/CodeView.h"
#include "ui/widgets/WrapLabel.h"

#include <QVBoxLayout>

namespace motcua {

namespace {

/** A long number that may go on in the next line; what is read and copied stays the number. */
QString breakable(QString number)
{
    constexpr qsizetype Together = 4;
    for (qsizetype at = number.size() - Together; at > 0; at -= Together) {
        number.insert(at, QChar(0x200b));
    }
    return number;
}

} // namespace

std::optional<CodeSymbol> transferOrder(const FeeFacts &facts)
{
    if (!facts.account) {
        return {};
    }
    const VietQr order{.use = VietQr::Use::Dynamic,
        .bin = facts.account->bin,
        .number = facts.account->number,
        .amount = facts.due(),
        .purpose = facts.purpose};
    const Result<QString, VietQrError> text = order.encoded();
    const Result<CodeSymbol> symbol = text ? CodeSymbol::qr(*text) : Error{ErrorCode::RenderFailed, {}};
    return symbol ? std::optional(*symbol) : std::nullopt;
}

TransferBox::TransferBox(QWidget *parent)
    : QWidget(parent)
    , m_code(new CodeView(this))
    , m_order(new QWidget(this))
    , m_missing(new WrapLabel(this))
    , m_next(new WrapLabel(this))
{
    m_code->setObjectName(QStringLiteral("vietqr"));
    m_missing->setObjectName(QStringLiteral("missingAccount"));
    m_missing->setProperty("tone", QStringLiteral("warning"));
    m_next->setProperty("tone", QStringLiteral("secondary"));
    auto *lines = new QGridLayout;
    lines->setVerticalSpacing(0);
    lines->setColumnStretch(0, 1);
    m_amount = line(tr("Amount"), lines);
    m_bank = line(tr("Bank"), lines);
    m_number = line(tr("Account"), lines);
    m_holder = line(tr("Holder"), lines);
    m_purpose = line(tr("Purpose"), lines);
    auto *beside = new QVBoxLayout;
    beside->setSpacing(0);
    beside->addLayout(lines);
    beside->addStretch(1);
    auto *row = new QHBoxLayout(m_order);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_code, 0, Qt::AlignTop);
    row->addLayout(beside, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_missing);
    column->addWidget(m_order);
    column->addWidget(m_next);
}

QLabel *TransferBox::line(const QString &name, QGridLayout *lines)
{
    const int row = lines->rowCount();
    auto *label = new QLabel(name, this);
    label->setProperty("tone", QStringLiteral("secondary"));
    auto *value = new WrapLabel(this);
    label->setBuddy(value);
    lines->addWidget(label, row, 0);
    lines->addWidget(value, row + 1, 0);
    lines->setRowMinimumHeight(row + 2, 4);
    return value;
}

void TransferBox::setFacts(const FeeFacts &facts)
{
    const bool isPicture = facts.payment.means == PaymentMeans::VietQr;
    const bool isTransfer = isPicture || facts.payment.means == PaymentMeans::Transfer;
    const bool isOrder = isTransfer && facts.account;
    const std::optional<CodeSymbol> symbol = isPicture && isOrder ? transferOrder(facts) : std::nullopt;
    m_code->setSymbol(symbol);
    m_code->setVisible(symbol.has_value());
    m_code->setAccessibleName(tr("VietQR for %1").arg(facts.due().toString()));
    if (isOrder) {
        m_amount->setText(facts.due().toString());
        m_bank->setText(facts.bank.isEmpty() ? facts.account->bin : facts.bank);
        m_number->setText(breakable(facts.account->number));
        m_holder->setText(facts.account->holder);
        m_purpose->setText(facts.purpose);
    }
    m_order->setVisible(isOrder);
    QString missing;
    if (isTransfer && !facts.account) {
        missing = tr("To which account this unit is paid is not set on this machine, so no code can be shown. Nothing is lost: take cash or "
                     "a card. The administrator sets it with \"motcua-ctl unit configure --bin … --account … --account-holder …\".");
    } else if (isPicture && !symbol) {
        missing = tr("No code could be made of this. Have the transfer typed by hand from the lines below.");
    }
    m_missing->setText(QStringLiteral("▲ ") + missing);
    m_missing->setVisible(!missing.isEmpty());
    m_next->setText(facts.payment.means == PaymentMeans::Card
            ? tr("Take the amount at the terminal. Go on when its slip says that it was paid: accepting records it as received.")
            : tr("Go on when the bank tells of the money: accepting records it as received."));
}

} // namespace motcua

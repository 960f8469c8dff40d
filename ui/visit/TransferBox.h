// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/documents/CodeSymbol.h"
#include "ui/visit/FeeFacts.h"

#include <QWidget>

#include <optional>

class QGridLayout;
class QLabel;

namespace motcua {

class CodeView;

/** The order of a transfer of what is due, as a code a telephone reads; none without an account, or when it cannot be made. */
[[nodiscard]] std::optional<CodeSymbol> transferOrder(const FeeFacts &facts);

/** Where money goes without notes: the picture for the payer's telephone, and in words what it orders. */
class TransferBox : public QWidget
{
    Q_OBJECT

public:
    explicit TransferBox(QWidget *parent = nullptr);

    /** Draws what the payment's means asks for; nothing for cash. */
    void setFacts(const FeeFacts &facts);

private:
    /** Another pair of name and value below the ones before. */
    [[nodiscard]] QLabel *line(const QString &name, QGridLayout *lines);

    CodeView *m_code = nullptr;
    QWidget *m_order = nullptr;
    QLabel *m_amount = nullptr;
    QLabel *m_bank = nullptr;
    QLabel *m_number = nullptr;
    QLabel *m_holder = nullptr;
    QLabel *m_purpose = nullptr;
    QLabel *m_missing = nullptr;
    QLabel *m_next = nullptr;
};

} // namespace motcua

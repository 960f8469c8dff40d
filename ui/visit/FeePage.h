// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/Page.h"
#include "ui/visit/FeeFacts.h"

class QAbstractButton;
class QButtonGroup;
class QLabel;

namespace motcua {

class CashBox;
class DueList;
class TransferBox;

/** Step "fee": what the whole visit costs and how it is paid for, once for all its dossiers. */
class FeePage : public Page
{
    Q_OBJECT

public:
    explicit FeePage(QWidget *parent = nullptr);

    /** What is typed stays as it stands while the payment says the same. */
    void setFacts(const FeeFacts &facts);

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    [[nodiscard]] QStringList tasks() const override;
    bool enter(QWidget *focused) override;
    bool closeInner() override;

Q_SIGNALS:
    void reviewAsked(); ///< the citizen is to see what is written, or no longer
    void paymentSettled(const motcua::Payment &payment); ///< after each change of it, also while it is still short
    void advanced(); ///< the officer pressed the main key; nothing is written of the money yet

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QWidget *choices(QButtonGroup *group, const QStringList &labels);
    void settle(const Payment &payment);
    void draw();
    [[nodiscard]] bool takesCash() const;
    [[nodiscard]] QString refusal() const;

    FeeFacts m_facts;
    DueList *m_due = nullptr;
    QLabel *m_total = nullptr;
    QLabel *m_note = nullptr;
    QButtonGroup *m_when = nullptr;
    QButtonGroup *m_means = nullptr;
    QWidget *m_whenRow = nullptr;
    QWidget *m_meansRow = nullptr;
    CashBox *m_cash = nullptr;
    TransferBox *m_transfer = nullptr;
};

} // namespace motcua

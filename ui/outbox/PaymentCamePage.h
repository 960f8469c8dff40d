// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Money.h"
#include "models/dossier/PortalActs.h"
#include "ui/shell/Page.h"

class QLineEdit;

namespace motcua {

class ApproverBox;
class WrapLabel;

/** Somebody saw in the unit's account that money has come; a supervisor answers for it. */
class PaymentCamePage : public Page
{
    Q_OBJECT

public:
    explicit PaymentCamePage(QWidget *parent = nullptr);

    void begin(const QString &about, Money due, const journal::EntryKey &fee, bool needsApprover);
    void setBusy(bool busy);
    void forget();

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;

Q_SIGNALS:
    void confirmed(const motcua::ConfirmFee &what, const QString &approver, const QString &password);

private:
    [[nodiscard]] std::optional<Money> amount() const;

    journal::EntryKey m_fee;
    bool m_busy = false;
    WrapLabel *m_about = nullptr;
    QLineEdit *m_amount = nullptr;
    QLineEdit *m_reference = nullptr;
    QLineEdit *m_source = nullptr;
    ApproverBox *m_approver = nullptr;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/visit/PaperReceipt.h"
#include "ui/shell/Page.h"

#include <QDateTime>

class QLineEdit;

namespace motcua {

class ApproverBox;
class WrapLabel;

/** What was received on a provisional slip while only paper was left: its number and when it was written; a supervisor answers for both. */
class PaperReceiptPage : public Page
{
    Q_OBJECT

public:
    explicit PaperReceiptPage(QWidget *parent = nullptr);

    void begin(const QDateTime &now, bool needsApprover);
    void setBusy(bool busy);
    void forget();

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;

Q_SIGNALS:
    void entered(const motcua::PaperReceipt &receipt, const QString &approver, const QString &password);

private:
    [[nodiscard]] QDateTime written() const; ///< null when it is no moment
    void judge();

    QDateTime m_now;
    bool m_busy = false;
    QLineEdit *m_number = nullptr;
    QLineEdit *m_date = nullptr;
    QLineEdit *m_time = nullptr;
    WrapLabel *m_words = nullptr;
    ApproverBox *m_approver = nullptr;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dossier/StepSheet.h"
#include "ui/dossier/Want.h"
#include "ui/shell/Page.h"

class QAbstractButton;
class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace motcua {

class AskedList;
class IdentityBox;
class OptionBox;
class ReceiverBox;
class SecretEdit;

/**
 * One step of a dossier before it is taken: what the law wants said with it, beside what will follow.
 *
 * It is built from the step, whatever the table says of it; digits tick what is numbered, and what is still wanted is a list to be walked.
 */
class StepPage : public Page
{
    Q_OBJECT

public:
    explicit StepPage(QWidget *parent = nullptr);

    /** Begins anew, with nothing said. `today` is the day by which dates are read. */
    void setSheet(const StepSheet &sheet, QDate today);

    /** Another step that may be meant, e.g. to refuse instead of asking; empty: none. It has the key of supplement requests. */
    void setOther(const QString &title);

    /** While it is being recorded. */
    void setBusy(bool busy);

    /** It was not taken: everything said stands, but for the password, which is asked again. */
    void setRefused();

    [[nodiscard]] StepAnswer answer() const;

    /** A number was scanned: true where it was that of the envelope a result goes back in. */
    bool takeTracking(const QString &text);

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    [[nodiscard]] bool numbers() const override { return true; }
    [[nodiscard]] QStringList tasks() const override;
    [[nodiscard]] QString screen() const override;

Q_SIGNALS:
    void otherAsked();
    void decided(); ///< the officer pressed the main key and nothing is wanted any more; answer() says what with

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void addReceiver();
    void addConfirmations();
    void addLost(QCheckBox *withdrawn);
    void addIdentity();
    void addFee();
    void addAsked();
    void addArrived();
    void addTexts();
    void addApprover();
    QLabel *addTitle(const QString &title);
    QLabel *addLabel(const QString &text, QWidget *buddy);
    QLineEdit *addLine(const QString &label, const QString &hint = {}, int most = 200);
    QPlainTextEdit *addText(const QString &label);
    void number(QAbstractButton *button, const QString &words);
    void follow();
    void followReceiver();
    void drawFollows();
    [[nodiscard]] QList<Want> wants() const;
    [[nodiscard]] QList<Guard> unconfirmed(bool soft) const;
    /** A rule that nothing ticked here meets speaks against it. */
    [[nodiscard]] bool anyWants() const;
    [[nodiscard]] bool wantsOverride() const;
    [[nodiscard]] bool isPaid() const;
    [[nodiscard]] QDate dateIn(const QLineEdit *line) const;
    [[nodiscard]] std::optional<Receiver::Who> who() const;
    /** Nobody is there to see to it with: it goes by post. */
    [[nodiscard]] bool isWaived(const Guard &guard) const;
    [[nodiscard]] bool isLost() const;

    StepSheet m_sheet;
    QDate m_today;
    bool m_busy = false;
    QString m_other;
    QVBoxLayout *m_column = nullptr;
    QWidget *m_content = nullptr; ///< everything of one sheet
    QVBoxLayout *m_fields = nullptr;
    QVBoxLayout *m_follows = nullptr; ///< the lines of what will happen
    QStringList m_followsDrawn;
    QList<QAbstractButton *> m_numbered;
    ReceiverBox *m_receiver = nullptr;
    QLabel *m_identityTitle = nullptr;
    IdentityBox *m_identity = nullptr; ///< there as soon as somebody may receive something; hidden while nothing is asked of them
    QCheckBox *m_lost = nullptr; ///< the slip; null where that cannot be said
    QList<QCheckBox *> m_confirmed; ///< one for each of the sheet's confirmations, in order; null for the receiver
    QLabel *m_seenTo = nullptr; ///< the title over them
    QLabel *m_unpaid = nullptr; ///< the warning that the fee is not paid
    QCheckBox *m_paid = nullptr;
    OptionBox *m_means = nullptr;
    AskedList *m_asked = nullptr;
    QList<QCheckBox *> m_arrived;
    QLineEdit *m_answerBy = nullptr;
    QLineEdit *m_due = nullptr;
    QPlainTextEdit *m_reason = nullptr;
    QWidget *m_overrideBox = nullptr;
    QPlainTextEdit *m_override = nullptr;
    QLineEdit *m_approver = nullptr;
    SecretEdit *m_password = nullptr;
};

} // namespace motcua

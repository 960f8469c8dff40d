// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Error.h"
#include "ui/shell/Page.h"

class QLabel;

namespace motcua {

/** What the officer reads out: the dossier is filed under this code, and comes back then. */
struct AcceptedFacts
{
    QString code = {};
    QString person = {};
    QString procedure = {};
    QString promise = {};
    QString fee = {};
    QStringList beside = {}; ///< what was accepted with it: code and procedure, one line each
    QStringList copies = {}; ///< electronic copies of its papers, one line each

    friend bool operator==(const AcceptedFacts &, const AcceptedFacts &) = default;
};

/** After acceptance: code, promise, how far the slip is, and the next citizen. */
class AcceptedPage : public Page
{
    Q_OBJECT

public:
    enum class Slip { Making, Printing, Waiting, Printed, Kept, Failed };

    explicit AcceptedPage(QWidget *parent = nullptr);

    void setFacts(const AcceptedFacts &facts);
    /** Who it is about, once that was put right. */
    void setPerson(const QString &person);
    void setSlip(Slip slip);
    /** Forms of who is here are not filed yet: those come before the next citizen. */
    void setFormsLeft(bool left);

    /** It waits at the printer until somebody acts there, for these reasons of PrintState. */
    void setSlipStalled(const QStringList &reasons);
    /** The dossier is filed all the same. */
    void setSlipFailed(const Error &error);

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;

Q_SIGNALS:
    void printAsked();
    void correctionAsked(); ///< the citizen reads the slip and something on it is wrong
    void anotherAsked(); ///< who is here wants something else too
    void finished(); ///< on to the next citizen

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString m_procedure;
    bool m_formsLeft = false;
    Slip m_slip = Slip::Making;
    QLabel *m_code = nullptr;
    QLabel *m_person = nullptr;
    QLabel *m_promise = nullptr;
    QLabel *m_fee = nullptr;
    QLabel *m_beside = nullptr;
    QLabel *m_copies = nullptr;
    QLabel *m_slipLine = nullptr;
};

} // namespace motcua

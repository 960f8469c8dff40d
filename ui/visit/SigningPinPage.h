// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/Page.h"

class QLabel;

namespace motcua {

class SecretEdit;

/** The PIN of the token that signs electronic copies: typed once for whoever is served, or left out, and then the copies stay unsigned. */
class SigningPinPage : public Page
{
    Q_OBJECT

public:
    explicit SigningPinPage(QWidget *parent = nullptr);

    /** Whose key it is, as the certificate has it; an empty line. */
    void setSigner(const QString &name);
    /** While the token is asked nothing can be pressed twice. */
    void setBusy(bool busy);
    /** The token did not take it: `sentence` says why, and nothing was recorded. */
    void refuse(const QString &sentence);
    /** What was typed is gone. */
    void forget();

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    bool enter(QWidget *focused) override;

Q_SIGNALS:
    void typed(const QString &pin); ///< the line is empty again when this is told
    void unsignedWanted();

private:
    void give();

    QLabel *m_signer = nullptr;
    SecretEdit *m_pin = nullptr;
    bool m_busy = false;
};

} // namespace motcua

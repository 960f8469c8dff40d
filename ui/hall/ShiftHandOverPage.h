// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "ui/shell/Page.h"

#include <QList>

class QLabel;
class QVBoxLayout;

namespace motcua {

class OptionBox;
class SecretEdit;

/** One kind of thing that is handed over, as words. */
struct HandedOver
{
    QString title = {};
    int count = 0;
    QStringList lines = {}; ///< the first ones
    QString nothing = {}; ///< what is said when there is none

    friend bool operator==(const HandedOver &, const HandedOver &) = default;
};

/** What one officer leaves to another, shown before it is done; the one who takes over signs with name and password. */
class ShiftHandOverPage : public Page
{
    Q_OBJECT

public:
    explicit ShiftHandOverPage(QWidget *parent = nullptr);

    void setFacts(const QString &giver, const QList<HandedOver> &parts, const QStringList &colleagues);
    void setBusy(bool busy);
    [[nodiscard]] bool isBusy() const { return m_busy; }
    /** Not let in, or not recorded; what was typed as a password is gone. */
    void refuse(const Error &error);
    /** No secret is left in the line, and nobody is chosen. */
    void forget();

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    [[nodiscard]] bool enter(QWidget *focused) override;

Q_SIGNALS:
    void signedBy(const QString &name, const QString &secret);

private:
    [[nodiscard]] QWidget *signSide();

    QVBoxLayout *m_parts = nullptr;
    QLabel *m_giver = nullptr;
    OptionBox *m_name = nullptr;
    SecretEdit *m_secret = nullptr;
    bool m_busy = false;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/NeededThings.h"
#include "ui/shell/Page.h"

class QVBoxLayout;

namespace motcua {

/** What somebody has to bring for a procedure, to be read out or printed before anything is typed. */
class NeedsPage : public Page
{
    Q_OBJECT

public:
    explicit NeedsPage(QWidget *parent = nullptr);

    /** Of `procedure`, which the heading names; `prints`: there is a printer. */
    void setNeeds(const QString &procedure, const NeededThings &needed, bool prints);

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;

Q_SIGNALS:
    void printAsked();
    void chosen(); ///< the procedure, to go on with it

private:
    void addPart(const QString &title, const QStringList &lines);

    QString m_procedure;
    bool m_prints = false;
    QVBoxLayout *m_column = nullptr;
    QList<QWidget *> m_lines;
};

} // namespace motcua

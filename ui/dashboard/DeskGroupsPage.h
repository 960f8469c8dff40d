// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ticket/HallRules.h"
#include "ui/shell/Page.h"

class QCheckBox;
class QVBoxLayout;

namespace motcua {

class WrapLabel;

/** For which groups a desk calls: one box for each, and none ticked is all of them. */
class DeskGroupsPage : public Page
{
    Q_OBJECT

public:
    explicit DeskGroupsPage(QWidget *parent = nullptr);

    /** What is chosen for the desk now; of a group the rules do not know nothing is shown, and it is kept. */
    void setDesk(int number, const HallRules &rules, const QStringList &serves);
    void setBusy(bool busy);
    [[nodiscard]] QStringList chosen() const; ///< letters, ascending

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;

Q_SIGNALS:
    void wanted(const QStringList &letters);

private:
    int m_desk = 0;
    bool m_busy = false;
    QStringList m_before;
    QStringList m_unknown; ///< letters that have no box
    QVBoxLayout *m_column = nullptr;
    QList<QCheckBox *> m_boxes;
    QStringList m_letters; ///< of the boxes
    WrapLabel *m_meaning = nullptr;
};

} // namespace motcua

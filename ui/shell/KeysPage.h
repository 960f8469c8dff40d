// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/Page.h"

class QGridLayout;

namespace motcua {

/** F1: the keys that act on the page one came from, then all others; F1 again opens the handbook. */
class KeysPage : public Page
{
    Q_OBJECT

public:
    explicit KeysPage(QWidget *parent = nullptr);

    /** `alone`: the page one came from stands without a signed-in person, and so does this one over it. */
    void draw(const KeyMap &keys, const QString &from, const QList<PageAct> &acts, bool alone);

    /** The handbook stands behind the same key once more. */
    void setHandbookOffered(bool offered) { m_offersHandbook = offered; }

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    [[nodiscard]] bool standsAlone() const override { return m_alone; }

Q_SIGNALS:
    void handbookAsked();

private:
    void section(const QString &title);
    void row(const QString &key, const QString &label, const QString &note);

    QGridLayout *m_grid = nullptr;
    QString m_from;
    bool m_alone = true;
    bool m_offersHandbook = false;
};

} // namespace motcua

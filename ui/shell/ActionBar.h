// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/Page.h"

#include <QFrame>

class QHBoxLayout;

namespace motcua {

class KeyButton;

/**
 * Region A: at most six secondary acts left and exactly one main act right, each with its key printed on it.
 *
 * In large letters, where there is no room for all, those give way that are missed least; their keys stay and the page of keys lists them.
 */
class ActionBar : public QFrame
{
    Q_OBJECT

public:
    static constexpr int Height = 48;

    explicit ActionBar(QWidget *parent = nullptr);

    void draw(const QList<PageAct> &acts, const KeyMap &keys);
    [[nodiscard]] QList<KeyButton *> buttons() const { return m_buttons; }

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void pressed(motcua::KeyAct act);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void fit();

    QHBoxLayout *m_row = nullptr;
    QList<KeyButton *> m_buttons;
    QList<KeyAct> m_shown; ///< whose buttons they are
};

} // namespace motcua

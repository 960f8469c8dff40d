// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/HallFacts.h"
#include "ui/shell/Page.h"

#include <QFrame>
#include <QList>

class QLabel;

namespace motcua {

class KeyButton;

/**
 * The window when it is small: two lines over another program, with whose turn it is, how many wait, and the keys of that.
 *
 * It stands beside what else is on the screen, where a citizen may look too: numbers and times, never a name.
 */
class MiniPanel : public QFrame
{
    Q_OBJECT

public:
    explicit MiniPanel(QWidget *parent = nullptr);

    /** The acts that are done without the large window. */
    [[nodiscard]] static bool isOwn(KeyAct act);

    void setKeys(const KeyMap &keys);
    /** As of HallPanel. */
    void setActs(const QList<PageAct> &acts);
    /** How often a ticket is called before it counts as a no-show. */
    void setMostCalls(int most);
    void draw(const HallFacts &facts);
    /** Times only. */
    void tick(qint64 nowMs);

Q_SIGNALS:
    void acted(motcua::KeyAct act);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct ActButton
    {
        KeyAct act = KeyAct::Help;
        KeyButton *button = nullptr;
    };
    void drawTurn();
    void drawButtons();
    void drawTimes();
    void measure();

    HallFacts m_facts;
    KeyMap m_keys;
    QList<PageAct> m_acts;
    QList<ActButton> m_buttons;
    qint64 m_nowMs = 0;
    int m_mostCalls = 3;
    QLabel *m_number = nullptr;
    QLabel *m_state = nullptr;
    QLabel *m_elapsed = nullptr;
    QLabel *m_waiting = nullptr;
    QLabel *m_oldest = nullptr;
};

} // namespace motcua

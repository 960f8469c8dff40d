// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/HallFacts.h"
#include "ui/shell/Page.h"

#include <QFrame>

class QBoxLayout;
class QLabel;
class QScrollArea;
class QStackedLayout;

namespace motcua {

class HallColumn;
class HallList;
class KeyButton;

/** Region H: who is served, who waits and who is on hold. It draws values and tells what the officer did. */
class HallPanel : public QFrame
{
    Q_OBJECT

public:
    static constexpr int Width = 216;
    static constexpr int WideWidth = 260; ///< in a window from 1600 px
    static constexpr int NarrowWidth = 64;

    explicit HallPanel(QWidget *parent = nullptr);

    void setKeys(const KeyMap &keys);

    /** What the hall allows now: a refused act is drawn as refused, and its button still tells so that the window can say why. */
    void setActs(const QList<PageAct> &acts);

    /** How often a ticket is called before it counts as a no-show. */
    void setMostCalls(int most);
    [[nodiscard]] int mostCalls() const { return m_mostCalls; }
    [[nodiscard]] const HallFacts &facts() const { return m_facts; } ///< as drawn last
    [[nodiscard]] qint64 nowMs() const { return m_nowMs; } ///< as ticked last; 0: never

    void draw(const HallFacts &facts);

    /** Times only: nothing moves and the focus stays. */
    void tick(qint64 nowMs);

    /** A column of NarrowWidth with numbers and short words instead of lists and buttons. */
    void setNarrow(bool narrow);
    [[nodiscard]] bool isNarrow() const { return m_isNarrow; }

    /** It scrolls what has no room, so it asks for no height: the bars above and below it keep theirs. */
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }
    [[nodiscard]] QSize sizeHint() const override { return minimumSizeHint(); }

    /** Makes what is in it, which otherwise is made when it is first shown: whoever starts the program waits for the sign-in page only. */
    void makeReady();
    void setVisible(bool visible) override;

Q_SIGNALS:
    void acted(motcua::KeyAct act);
    void ticketChosen(const motcua::Id &ticket); ///< call this very one
    void heldChosen(const motcua::Id &ticket); ///< go on with this one

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct ActButton
    {
        KeyAct act = KeyAct::Help;
        KeyButton *button = nullptr;
    };
    QWidget *currentBlock();
    QWidget *waitingBlock();
    QWidget *heldBlock();
    KeyButton *button(KeyAct act);
    void drawButtons();
    void drawCurrent();
    void drawLists();
    void drawTimes();
    void measure();
    void keepFocus(QWidget *hiding);

    HallFacts m_facts;
    KeyMap m_keys;
    QList<PageAct> m_acts;
    QList<ActButton> m_buttons;
    qint64 m_nowMs = 0;
    int m_mostCalls = 3;
    bool m_isNarrow = false;

    QScrollArea *m_scroll = nullptr; ///< nothing in the panel is there before it
    HallColumn *m_column = nullptr;
    QFrame *m_pauseBand = nullptr;
    QLabel *m_pause = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_number = nullptr;
    QLabel *m_elapsed = nullptr;
    QStackedLayout *m_turn = nullptr; ///< what to do when nobody is served, or the ticket's lines and buttons, at the same height
    QLabel *m_hint = nullptr;
    QLabel *m_what = nullptr;
    QLabel *m_calls = nullptr;
    QLabel *m_mark = nullptr;
    QLabel *m_waiting = nullptr;
    QLabel *m_oldest = nullptr;
    QLabel *m_enough = nullptr;
    QLabel *m_range = nullptr;
    QStackedLayout *m_queue = nullptr; ///< the rows, or that nobody waits
    QLabel *m_nobody = nullptr;
    HallList *m_next = nullptr;
    QLabel *m_held = nullptr;
    HallList *m_heldList = nullptr;
};

} // namespace motcua

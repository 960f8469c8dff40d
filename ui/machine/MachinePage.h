// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/machine/MachineView.h"
#include "ui/shell/Page.h"

class QLabel;
class QVBoxLayout;

namespace motcua {

class KeyButton;
class MachineRow;

/** What this machine says of its devices and its store, thing by thing, to an officer or to whoever looks after it; walked with the arrows. */
class MachinePage : public Page
{
    Q_OBJECT

public:
    explicit MachinePage(QWidget *parent = nullptr);

    /** The keyboard stays at the thing it was at. */
    void setView(const MachineView &view);
    [[nodiscard]] const MachineView &view() const { return m_view; }
    /** Whoever is here may see the machines of the other desks too. */
    void setOffersDesks(bool offers);

    /** Everything in one block, to be read out or sent; of nobody who was served. */
    [[nodiscard]] QString asText() const;

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;

Q_SIGNALS:
    void lookAsked(); ///< once more
    void desksAsked(); ///< the machines of all desks
    void seen(bool isSeen); ///< it is on the screen, or something else is

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Block
    {
        QLabel *title = nullptr;
        QVBoxLayout *lines = nullptr;
        QList<MachineRow *> rows = {};
    };

    void copy();
    void measure();
    void draw(Block &block, const MachineView::Part &part);
    void walk(int key);
    [[nodiscard]] QList<MachineRow *> shownRows() const;

    MachineView m_view;
    bool m_offersDesks = false;
    MachineRow *m_summary = nullptr;
    KeyButton *m_look = nullptr;
    KeyButton *m_copy = nullptr;
    QVBoxLayout *m_column = nullptr;
    QList<Block> m_blocks; ///< one for each part; a row that was made is filled anew, so that the keyboard can stay at it
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/HallFacts.h"

#include <QFrame>

class QLabel;

namespace motcua {

/** The hall in 64 px, for large text: who is served, how many wait and how many are on hold. Its keys act as ever; F1 lists them. */
class HallColumn : public QFrame
{
    Q_OBJECT

public:
    static constexpr int Width = 64;

    explicit HallColumn(QWidget *parent = nullptr);

    void draw(const HallFacts &facts, qint64 nowMs);
    void tick(const HallFacts &facts, qint64 nowMs);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Block
    {
        QFrame *frame = nullptr;
        QLabel *shape = nullptr;
        QLabel *number = nullptr;
        QLabel *word = nullptr;
    };
    Block block();
    void measure();

    Block m_pause;
    Block m_current;
    Block m_waiting;
    Block m_held;
};

} // namespace motcua

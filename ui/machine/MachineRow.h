// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/machine/MachineView.h"

#include <QFrame>

class QLabel;

namespace motcua {

/** One thing of this machine: a shape and a word for its state, what it is, and what to know of it. The keyboard stops at it, so that it is heard whole. */
class MachineRow : public QFrame
{
    Q_OBJECT

public:
    explicit MachineRow(QWidget *parent = nullptr);

    void setLine(const MachineView::Line &line);
    [[nodiscard]] const MachineView::Line &line() const { return m_line; }
    /** All of it in one line: "✔ fine · Printer · HP is ready." */
    [[nodiscard]] QString words() const;

    /** Pixels that the words of its state and its name need; all rows of a page take the most. */
    [[nodiscard]] int markWidth() const;
    [[nodiscard]] int thingWidth() const;
    void setWidths(int mark, int thing);

private:
    MachineView::Line m_line;
    QLabel *m_mark = nullptr;
    QLabel *m_thing = nullptr;
    QLabel *m_text = nullptr;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/SlipDesk.h"

#include <QObject>

namespace motcua {

class MainWindow;

/** Asks the officer about each sheet of which nobody knows whether it came out, one after the other, and carries out the answer. */
class SheetQuestion : public QObject
{
    Q_OBJECT

public:
    /** Both outlive this object. */
    SheetQuestion(SlipDesk *slips, MainWindow *window, QObject *parent = nullptr);

    /** Somebody signed in: looks for what an earlier run left, and asks again what was put off. */
    void begin(const Workplace &place);

    /** Nobody is signed in: nothing is asked, and what is in doubt waits for the next. */
    void end();

    /** Asks now, also what was put off. */
    void ask();

    /** One short sentence for each sheet, for the list of things to do. */
    [[nodiscard]] QStringList tasks() const;

Q_SIGNALS:
    void tasksChanged(const QStringList &tasks);

private:
    void draw();
    void answer(int index);

    SlipDesk *m_slips = nullptr;
    MainWindow *m_window = nullptr;
    Id m_asked; ///< the sheet the window's question is about
    QSet<Id> m_putOff;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace motcua {

/** What the page of this machine tells, as words. */
struct MachineView
{
    enum class State {
        Waiting, ///< it is being looked at
        Fine,
        None, ///< there is nothing of the kind here, and nothing has to be done about it
        Look, ///< work goes on, and somebody should see to it
        Bad,
    };

    /** One thing. */
    struct Line
    {
        State state = State::Waiting;
        QString word = {}; ///< instead of the state's own: when it was, or all there is to tell
        QString thing = {};
        QString text = {}; ///< what is wrong and what to do; of what is fine what it is

        friend bool operator==(const Line &, const Line &) = default;
    };

    struct Part
    {
        QString title = {};
        QList<Line> lines = {};

        friend bool operator==(const Part &, const Part &) = default;
    };

    QString place = {}; ///< which desk of which centre, for whoever reads it elsewhere
    State state = State::Waiting; ///< of everything together
    QString summary = {};
    QList<Part> parts = {};

    friend bool operator==(const MachineView &, const MachineView &) = default;
};

} // namespace motcua

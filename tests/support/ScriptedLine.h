// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/Line.h"

namespace motcua::testsupport {

/** A line that is as the test says. */
class ScriptedLine final : public Line
{
public:
    explicit ScriptedLine(const State &state = {}, QObject *parent = nullptr)
        : Line(parent)
        , m_state(state)
    {
    }

    [[nodiscard]] State state() const override { return m_state; }

    void become(const State &state)
    {
        if (state != m_state) {
            m_state = state;
            Q_EMIT changed(m_state);
        }
    }

private:
    State m_state;
};

} // namespace motcua::testsupport

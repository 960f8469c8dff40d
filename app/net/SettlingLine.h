// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/Line.h"

#include <QTimer>

#include <chrono>

namespace motcua {

/** A line that tells of a change once it has settled: a network that comes up says so five times within a second. */
class SettlingLine : public Line
{
    Q_OBJECT

public:
    /** What was last told, or the first that was observed. */
    [[nodiscard]] State state() const override { return m_told; }

protected:
    explicit SettlingLine(std::chrono::milliseconds settling, QObject *parent = nullptr);

    /** Known from the start, told to nobody. */
    void begin(const State &state);
    /** How it is now; told when it has not changed for as long as it takes to settle, and is another than was told. */
    void observe(const State &state);

private:
    State m_told;
    State m_seen;
    QTimer m_settling;
};

} // namespace motcua

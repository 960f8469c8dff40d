// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/FleetView.h"

#include <QFuture>

namespace motcua::sync {

/** Where the desks of a centre tell how their machines are, and where whoever looks after them reads it. Each answers within a bounded time; errors are those of the peer. */
class Fleet
{
public:
    virtual ~Fleet() = default;
    Fleet() = default;
    Fleet(const Fleet &) = delete;
    Fleet &operator=(const Fleet &) = delete;

    /** `desk`: "organisation code/desk number". DeskHealth::toldMs is now, by the clock of this machine. */
    [[nodiscard]] virtual QFuture<Result<>> tellHealth(const QByteArray &desk, const DeskHealth &health) = 0;
    /** Of every desk the centre knows. */
    [[nodiscard]] virtual QFuture<Result<QList<FleetDesk>>> desks() = 0;
};

} // namespace motcua::sync

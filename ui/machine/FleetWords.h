// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/FleetView.h"

#include <QDateTime>
#include <QString>

/** What is said of the machines of the desks. */
namespace motcua::fleetwords {

/** "✖ see to it", "▲ look at it", "✔ in order"; "○ closed" of a desk that closed and is in order. */
[[nodiscard]] QString state(const FleetLine &line);
/** "03 · Quầy 3"; of a desk that never spoke its name alone. */
[[nodiscard]] QString desk(const FleetDesk &desk);
/** What is wrong and what to do, in one or two sentences. */
[[nodiscard]] QString sentence(const FleetFinding &finding, const FleetLine &line);
/** The worst of it, and how much more there is. */
[[nodiscard]] QString summary(const FleetLine &line);
/** "a moment ago", "3 min ago", "never". */
[[nodiscard]] QString seen(const FleetDesk &desk);
/** Everything that is known of it, a line for each thing; what is wrong first. `now`: when it was heard of. */
[[nodiscard]] QString details(const FleetLine &line, const QDateTime &now);
/** "2 desks to see to, 1 to look at, 12 in order." */
[[nodiscard]] QString whole(const FleetView &view);

} // namespace motcua::fleetwords

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/centre/Postgres.h"
#include "models/fleet/FleetView.h"

/** What the desks of a centre tell of their machines, on PostgreSQL. Errors of both: those of Postgres, and DatabaseForeign (its schema does not have this yet). */
namespace motcua::centre::fleettable {

/** In the place of what this login told before, and stamped there. `clockMs`: of this machine, now. */
[[nodiscard]] Result<> tell(Postgres &database, const QByteArray &desk, const DeskHealth &health, qint64 clockMs);
/** Every desk that may write to that house, also one that never spoke. What one of them told that cannot be read is said so and hides no other. */
[[nodiscard]] Result<QList<FleetDesk>> desks(Postgres &database, const Id &house);

/** How many logins, also such as were shut out, ever told that they are this desk ("organisation code/number"). Errors as of desks(). */
[[nodiscard]] Result<int> everOf(Postgres &database, const QString &desk);

} // namespace motcua::centre::fleettable

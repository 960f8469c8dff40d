// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/PortalStanding.h"

#include <QDateTime>
#include <QString>

/** What is said of how it stands with the portal: quietly, for an outage is no event and nobody's work. `now` is on the wall clock of Vietnam. */
namespace motcua::deliverywords {

/** The line at the foot: "⇅ All sent 14:51", "⇅ Portal not reached since 09:12 (network) · 14 waiting". Without a portal only what is in conflict. */
[[nodiscard]] QString line(const PortalStanding &standing, const QDateTime &now);

/** The same in whole sentences: what happened, that nothing is lost, and what to do. */
[[nodiscard]] QString told(const PortalStanding &standing, const QDateTime &now);

/** For the page of the machine and before anybody signed in: "Portal: reached; waiting 0". */
[[nodiscard]] QString atTheDoor(const PortalStanding &standing, const QDateTime &now);

/** After the name of the page: where one stands with the portal, and when all was last sent. */
[[nodiscard]] QString heading(const PortalStanding &standing, const QDateTime &now);

/** Above the rows: how many wait, since when, when it is tried again, and what there is to do. */
[[nodiscard]] QString summary(const PortalStanding &standing, const QDateTime &now);

/** Why what waits is not sent; empty while nothing keeps it. */
[[nodiscard]] QString why(const PortalStanding &standing);

/** With whom that lies and what to do: "network · is sent by itself"; empty while nothing keeps it. */
[[nodiscard]] QString toDo(const PortalStanding &standing);

/** What to do about a refusal. */
[[nodiscard]] QString toDo(const PortalVerdict &refused);

/** "09:12", of another day "22/11 09:12". */
[[nodiscard]] QString moment(qint64 ms, const QDateTime &now);

} // namespace motcua::deliverywords

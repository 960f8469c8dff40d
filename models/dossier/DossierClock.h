// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/calendar/ClockEvent.h"
#include "models/dossier/Dossier.h"

#include <QList>

namespace motcua {

/**
 * What moved the dossier's time since it was received, by the moment it counts from.
 *
 * Questions to several bodies at once are one absence: the first that goes out asks, the last that comes back answers. What ended the
 * processing first is its end (a result before the withdrawal of a paper), and nothing of what follows it is told.
 */
[[nodiscard]] QList<ClockEvent> clockEvents(const Dossier &dossier);

} // namespace motcua

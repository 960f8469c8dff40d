// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/LookAtMachine.h"
#include "ui/machine/MachineView.h"

#include <QDateTime>

namespace motcua {

/** What was found, thing by thing. `typesCodes`: a reader of codes passes for a keyboard here. `now` is the wall clock of Vietnam. */
[[nodiscard]] QList<MachineView::Part> machineParts(const LookAtMachine &look, bool typesCodes, const QDateTime &now);

/** One error of a device, with its moment, what to do and its code. */
[[nodiscard]] MachineView::Line errorLine(const DeviceError &error, const QDateTime &now);

/** Of all of it together: the worst state and how many things are to be seen to. Errors of before count for nothing: how it is now stands above them. */
void summarise(MachineView &view, bool isLooking);

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/TicketFault.h"
#include "ui/messages/Sentence.h"

namespace motcua {

/** Why the ticket `number` did not come out, that it counts all the same, and what to do; without a number of the printer itself. */
[[nodiscard]] Sentence sentence(const TicketFault &fault, const QString &number, Reader reader = Reader::Window);

/** What is to be seen to at a printer that printed; empty: nothing. */
[[nodiscard]] QString sentence(TicketPaper paper);

} // namespace motcua

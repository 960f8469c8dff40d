// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace motcua {

/** Where a citizen with a ticket is. The numbers stand in files. */
enum class TicketState {
    Waiting = 1,
    Called = 2, ///< asked to a desk, not there yet
    Serving = 3,
    OnHold = 4, ///< away for something, and comes back without queueing
    NoShow = 5, ///< called and not come; may still come
    Finished = 6,
};

/** What can happen to a ticket after it was issued. */
enum class TicketStep {
    Call,
    Recall,
    Begin, ///< the citizen is at the desk
    Hold,
    Resume, ///< back from a hold, at this or any other desk
    NoShow,
    Transfer, ///< waits for another group or another desk, with the time waited so far
    Reinsert, ///< back among those who wait, with the time waited so far
    HandOver, ///< still on hold, and another officer answers for it
    Finish,
    Cancel, ///< was never served and will not be: issued twice, or given back
};

/** Where a step leads from `state`; nothing when it cannot be taken there. */
[[nodiscard]] std::optional<TicketState> afterStep(TicketState state, TicketStep step);

/** "reinsert" and so on, as journal entries write it. */
[[nodiscard]] QString ticketStepName(TicketStep step);
[[nodiscard]] std::optional<TicketStep> ticketStepNamed(const QString &name);

/** "onHold" and so on, for scripts. */
[[nodiscard]] QString ticketStateName(TicketState state);

} // namespace motcua

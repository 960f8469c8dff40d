// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/Act.h"
#include "models/fee/Assessment.h"
#include "models/fee/Payment.h"

#include <optional>

namespace motcua {

/**
 * What is written of one dossier of a visit that was paid for: its own part of the one payment, without what was `paid` online before.
 *
 * None when it is paid for later, or nothing that is known is left to pay. Whether enough was given for the whole visit, the caller has asked
 * Payment::state() before.
 */
[[nodiscard]] std::optional<TakeFee> feeAct(const Payment &payment, const Assessment &fee, Money paid = {});

} // namespace motcua

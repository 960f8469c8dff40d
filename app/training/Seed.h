// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/Workplace.h"

#include <functional>

namespace motcua::training {

/**
 * Files `count` dossiers of invented people on past working days of the calendar, each day at most as many as the desk has numbers.
 *
 * The procedures in force take turns. Goes through the same intake and journal as the counter, a hundred at a time. `progress` is told after every 10,000.
 * Blocks. Errors: NotAllowed in a store that is not for training, NumbersExhausted when the calendar has too few days, those of Store::recordAll.
 */
[[nodiscard]] Result<int> seedDossiers(const Workplace &place, int count, const std::function<void(int)> &progress);

/** A form of `procedure` as `place`-th invented person would answer it on the day `today`. Pure. */
[[nodiscard]] FormDraft inventedForm(const Procedure &procedure, quint64 seed, quint64 place, QDate today);

/** The papers that `form` calls for, all of them met, and those that prove who asks. Pure. */
[[nodiscard]] PaperSet inventedPapers(const Procedure &procedure, const FormDraft &form, QDate today);

} // namespace motcua::training

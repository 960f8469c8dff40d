// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/Workplace.h"

namespace motcua::training {

/** Of which dossier another desk of practice wrote something else. */
struct Contradicted
{
    QString code = {};
    int questions = 0; ///< that are in conflict now
};

/**
 * Has an invented other desk go on with the newest open dossier of a training store while this one does too, neither seeing the other: both put
 * the same answers right differently, and take different steps. What it wrote is taken in as any other log is, by its own store, which is gone
 * afterwards. So there is something to practise the conflict desk on.
 *
 * Blocks. Errors: NotAllowed in a store that is not for training, NotFound without an open dossier that is not in conflict yet, those of the store.
 */
[[nodiscard]] Result<Contradicted> contradict(const Workplace &place);

} // namespace motcua::training

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/Workplace.h"

namespace motcua {

/** What a store that was restored or salvaged needs before it can receive dossiers: the desk it was, and numbers nobody has given out. */
class ResumeDesk
{
public:
    /**
     * The unit of `place`. Where its log has none, that of the log it goes on from, taken over unchanged as an act of the person there.
     *
     * Not configured when no log before it is known to have had one: then somebody with the right to manage the unit configures it.
     */
    [[nodiscard]] static Result<UnitSettings> unit(const Workplace &place);

    /**
     * Numbers of today up to `used` count as given out, also those whose dossiers are lost; 0 reserves none. Returns the highest
     * number of today that is taken now, 0 for none.
     *
     * Errors: UnitMissing, Invalid with `detail` = the range of the desk when `used` is not in it.
     */
    [[nodiscard]] static Result<int> skipNumbers(const storage::Store &store, int used);
};

} // namespace motcua

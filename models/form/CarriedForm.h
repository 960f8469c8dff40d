// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/form/FormSchema.h"

namespace motcua {

/** What becomes of a form's answers when it turns out that another form has to be filled in. */
struct CarriedForm
{
    FormDraft form = {}; ///< of the other form: its initial values and every answer that both ask for
    FormDraft rest = {}; ///< what the other form does not ask for, by the paths of the form it was given in; nothing is thrown away
    int moved = 0; ///< answers that somebody gave and that stand in `form` now

    /**
     * The answers `draft` to `from`, and those of `waiting` that stayed behind at an earlier change, as answers to `to`.
     *
     * An answer moves to the same path where the question is of the same type and the answer is one it can have; else to the path that
     * plays the same part (`roles`), but no address: what one form calls the applicant's may be the seat of a business in another.
     * Sources go along. Computed and initial values stay behind without being kept.
     */
    [[nodiscard]] static CarriedForm of(const FormSchema &from, const FormDraft &draft, const FormSchema &to, const FormDraft &waiting = {});

    friend bool operator==(const CarriedForm &, const CarriedForm &) = default;
};

} // namespace motcua

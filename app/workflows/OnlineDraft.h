// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/Workplace.h"
#include "models/dossier/Dossier.h"

namespace motcua {

/**
 * What a citizen filed online, as the draft it is looked through and received with: its id is that of the dossier.
 *
 * Every paper they gave a file for is still to be looked at; files for papers the procedure does not list stand at the end. `visit` null: a new
 * one.
 */
[[nodiscard]] storage::Draft onlineDraft(const Workplace &place, const Dossier &filed, const Id &visit);

/** Into what is kept of a form: that it was filed online, and what was paid for it before. */
void keepOnline(QJsonObject &form, Money paid);

/** `draft` with what was paid for it up to now. */
[[nodiscard]] storage::Draft withPayments(storage::Draft draft, const Dossier &filed);

/** What the draft is of was filed online. */
[[nodiscard]] bool isOnlineDraft(const storage::Draft &draft);

/** What was paid online for what it is of, as far as was known when it was last taken up. */
[[nodiscard]] Money paidOnline(const storage::Draft &draft);

} // namespace motcua

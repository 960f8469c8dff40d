// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/form/FormDraft.h"

namespace motcua {

/**
 * Whether the answer in which way somebody showed who they are (role "applicant.shown") says that the officer saw what proves it.
 *
 * What may be seen is listed by the form; two of its answers say that nothing was.
 */
[[nodiscard]] inline bool showsIdentity(const FieldValue &shown)
{
    return shown.isGiven() && shown.text != QStringLiteral("stated") && shown.text != QStringLiteral("none");
}

} // namespace motcua

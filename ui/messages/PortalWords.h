// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/PortalVerdict.h"
#include "models/form/FormSchema.h"

#include <QString>

namespace motcua {

/** Whose fault a refusal is, e.g. "a fault in the data"; empty when the portal did not say. */
[[nodiscard]] QString faultWords(PortalVerdict::Fault fault);

/** Why the portal refused, and whose fault that is, in one line. `form` names the answers it found wanting; null: they go by their ids. */
[[nodiscard]] QString refusalWords(const PortalVerdict &refused, const FormSchema *form = nullptr);

/** A refusal that stands, of the dossier with this code: what happened, that nothing is lost by it, and what to do. */
[[nodiscard]] QString refusalSentence(const PortalVerdict &refused, const QString &code, const FormSchema *form = nullptr);

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/Dossier.h"

#include <QByteArray>

/** The column p_dossier.state: the folded dossier as JSON of sorted keys, deflated because three quarters of it repeat. */
namespace motcua::storage::dossierstate {

[[nodiscard]] QByteArray packed(const Dossier &dossier);
[[nodiscard]] Dossier unpacked(QByteArrayView state);

/** The JSON inside, which is the same on every machine. */
[[nodiscard]] QByteArray json(QByteArrayView state);

} // namespace motcua::storage::dossierstate

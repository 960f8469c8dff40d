// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/DossierStatus.h"

#include <QByteArrayView>
#include <QString>

namespace motcua {

/** The national name of a status, e.g. "Processing"; with its number in front when `numbered`. */
[[nodiscard]] QString statusName(DossierStatus status, bool numbered = false);

/** What a kind of journal entry says happened, e.g. "Received" for dossier.accepted; the kind itself when it is unknown. */
[[nodiscard]] QString happenedName(QByteArrayView kind);

} // namespace motcua

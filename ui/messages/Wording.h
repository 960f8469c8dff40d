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

/** What an event of the transitions table says, e.g. "limit extended" for "extend"; empty when it is unknown. */
[[nodiscard]] QString eventName(const QString &event);

/** What a slip is called in a line: "form 01", or the name of a kind, e.g. "control sheet". */
[[nodiscard]] QString slipName(const QString &slip);

} // namespace motcua

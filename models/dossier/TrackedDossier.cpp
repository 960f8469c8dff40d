// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/TrackedDossier.h"

namespace motcua {

QString TrackedDossier::digitsOf(const Dossier &dossier)
{
    const QString number = dossier.role(QStringLiteral("applicant.number")).text;
    return number.size() >= Digits ? number.right(Digits) : QString();
}

Result<TrackedDossier> TrackedDossier::of(const Dossier &dossier)
{
    if (!dossier.status.status) {
        return Error{ErrorCode::NotFound, {}};
    }
    return TrackedDossier{.code = dossier.code,
        .procedureName = dossier.procedureName(),
        .status = *dossier.status.status,
        .receivedAtMs = dossier.receivedAtMs,
        .dueAtMs = dossier.dueAtMs()};
}

} // namespace motcua

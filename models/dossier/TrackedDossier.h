// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/Dossier.h"

#include <QString>

namespace motcua {

/** Where a dossier stands, as whoever knows its code and its owner may be told: nobody's name is in it. */
struct TrackedDossier
{
    static constexpr int Digits = 4;

    QString code = {};
    QString procedureName = {};
    DossierStatus status = DossierStatus::Registered;
    qint64 receivedAtMs = 0; ///< milliseconds since 1970-01-01 UTC; 0 before it was received
    qint64 dueAtMs = 0; ///< the promise; 0 without one

    /** The last Digits digits of the applicant's personal number; empty when there are not so many, and then nobody knows them. */
    [[nodiscard]] static QString digitsOf(const Dossier &dossier);

    /** Of a dossier that has a status; else NotFound. */
    [[nodiscard]] static Result<TrackedDossier> of(const Dossier &dossier);

    friend bool operator==(const TrackedDossier &, const TrackedDossier &) = default;
};

} // namespace motcua

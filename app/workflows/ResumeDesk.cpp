// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/ResumeDesk.h"

#include "app/storage/HouseQueries.h"
#include "models/base/VietnamTime.h"

#include <QDateTime>

namespace motcua {

Result<UnitSettings> ResumeDesk::unit(const Workplace &place)
{
    if (place.unit.isConfigured()) {
        return place.unit;
    }
    const Result<UnitSettings> before = place.store.ask(storage::UnitBefore{}).result();
    if (!before || !before->isConfigured()) {
        return before;
    }
    // The desk stands in the header of every entry, so it is known before the entry that tells of it.
    Workplace resumed = place;
    resumed.unit = *before;
    const Act act = resumed.act(place.store.origin(),
        ConfigureUnit{.unitName = before->unitName,
            .organisationCode = before->organisationCode,
            .deskNumber = before->deskNumber,
            .rangeFirst = before->rangeFirst,
            .rangeLast = before->rangeLast,
            .governingBody = before->governingBody,
            .place = before->place,
            .account = before->account});
    // A refusal keeps nobody out: another program may have been first, and what nobody configured is said when a dossier is filed.
    (void)place.store.record(act).result();
    return place.store.ask(storage::UnitNow{}).result();
}

Result<int> ResumeDesk::skipNumbers(const storage::Store &store, int used)
{
    Result<UnitSettings> unit = store.ask(storage::UnitNow{}).result();
    if (unit && !unit->isConfigured()) {
        unit = store.ask(storage::UnitBefore{}).result();
    }
    if (!unit) {
        return unit.error();
    }
    if (!unit->isConfigured()) {
        return Error{ErrorCode::UnitMissing, {}};
    }
    const QDate today = vietnamTime(QDateTime::currentMSecsSinceEpoch()).date();
    if (used != 0) {
        if (used < unit->rangeFirst || used > unit->rangeLast) {
            return Error{ErrorCode::Invalid, QStringLiteral("numbers of this desk: %1-%2").arg(unit->rangeFirst).arg(unit->rangeLast)};
        }
        if (const Result<> reserved = store.reserveNumbers(unit->organisationCode, today, used).result(); !reserved) {
            return reserved.error();
        }
    }
    return store
        .ask(storage::LastNumber{.unit = unit->organisationCode, .day = today, .first = unit->rangeFirst, .last = unit->rangeLast})
        .result();
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/ConflictCase.h"

#include "app/storage/DossierQueries.h"
#include "app/storage/HouseQueries.h"
#include "app/storage/LocalTables.h"
#include "app/workflows/PortalAccess.h"
#include "models/base/VietnamTime.h"
#include "models/staff/Staff.h"

#include <QDateTime>

namespace motcua {

Result<ConflictCase> ConflictCase::of(const Workplace &place, const Id &dossier)
{
    const storage::Store &store = place.store;
    const Result<storage::DossierPage::Answer> page = store.ask(storage::DossierPage{.id = dossier}).result();
    const Result<QList<StaffMember>> members = store.ask(storage::StaffList{}).result();
    const Result<std::optional<QByteArray>> portal = store.ask(storage::Setting{QString::fromLatin1(storage::local::Portal)}).result();
    if (!page || !*page) {
        return page ? Error{ErrorCode::NotFound, {}} : page.error();
    }
    if (!members) {
        return members.error();
    }
    ConflictCase found;
    const Dossier &now = (*page)->dossier;
    const Result<Procedure> edition = place.law.catalogue.edition(now.procedureCode(), now.edition());
    found.history = (*page)->history;
    found.decision = ConflictDecision(now, found.history,
        {.form = edition ? edition->checker : FormChecker(),
            .money = edition ? moneyAnswers(edition->form(), edition->fees) : QStringList(),
            .today = vietnamTime(QDateTime::currentMSecsSinceEpoch()).date(),
            .own = store.origin()});
    const Staff staff(store.rules().roles, *members);
    for (const StaffMember &member : *members) {
        found.names.insert(member.id(), member.name());
        if (staff.may(member.id(), Right::ResolveConflict)) {
            found.supervisors.append(member.name());
        }
    }
    found.origin = store.origin();
    found.desk = place.unit.desk();
    if (const Result<PortalAccess> access = PortalAccess::fromJson(portal ? portal->value_or(QByteArray()) : QByteArray())) {
        found.portal = access->portal;
    }
    found.maySupervise = !now.purged && staff.may(place.person, Right::ResolveConflict);
    found.mayCorrect = !now.purged && (found.maySupervise || staff.may(place.person, Right::CorrectDossier));
    return found;
}

ConflictCase::Side ConflictCase::sideOf(const Voice &voice) const
{
    if (voice.entry.origin == origin) {
        return Side::Here;
    }
    if (voice.actor.kind == journal::Actor::Kind::Portal || (!portal.isNull() && voice.entry.origin == portal)) {
        return Side::Portal;
    }
    return !voice.desk.isEmpty() && voice.desk == desk ? Side::Here : Side::Elsewhere;
}

} // namespace motcua

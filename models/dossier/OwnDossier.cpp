// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/OwnDossier.h"

namespace motcua {

Result<OwnDossier> OwnDossier::of(const Dossier &dossier, const QString &field, const HallRules &rules)
{
    const Result<TrackedDossier> tracked = TrackedDossier::of(dossier);
    if (!tracked || dossier.isCancelled()) {
        return Error{ErrorCode::NotFound, {}};
    }
    const ServiceGroup *group = nullptr;
    switch (tracked->status) {
    case DossierStatus::Processed:
        group = rules.collecting() ? rules.collecting() : rules.groupOf(field);
        break;
    case DossierStatus::SupplementRequested:
    case DossierStatus::PaymentRequested:
        group = rules.groupOf(field);
        break;
    case DossierStatus::Registered:
    case DossierStatus::Accepted:
    case DossierStatus::Refused:
    case DossierStatus::Processing:
    case DossierStatus::WithdrawalRequested:
    case DossierStatus::Stopped:
    case DossierStatus::HandedOver:
        break;
    }
    return OwnDossier{*tracked, group ? group->letter : QString()};
}

} // namespace motcua

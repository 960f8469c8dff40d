// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/NationalVerdicts.h"

#include "app/storage/NationalQueries.h"
#include "models/journal/Kind.h"

namespace motcua::portal {

Finding NationalVerdicts::assess(const Dossier &dossier, const journal::Entry &entry) const
{
    const Finding own = m_own->assess(dossier, entry);
    // A dossier without a code is told to nobody beyond the portal, and neither is one whose content was purged.
    if (!own.isAccepted || dossier.code.isEmpty() || dossier.purged) {
        return own;
    }
    // Nothing is told while desks contradict each other in where it stands.
    const auto standing = dossier.status.isInConflict()
        ? Result<storage::NationalStanding::Found>(storage::NationalStanding::Found())
        : m_store
              .ask(storage::NationalStanding{
                  .entry = entry.header.key, .dossier = entry.header.subject, .isAcceptance = entry.header.kind == journal::kind::DossierAccepted})
              .result();
    if (!standing || standing->state == storage::NationalStanding::State::Open) {
        return {.isOpen = true};
    }
    if (standing->state == storage::NationalStanding::State::Told) {
        return own;
    }
    return {.isAccepted = false, .code = standing->code, .fault = PortalVerdict::Fault::Data, .fields = standing->fields, .text = standing->text};
}

} // namespace motcua::portal

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dossier/DossierDesk.h"

#include "app/storage/Await.h"
#include "app/storage/DossierQueries.h"
#include "app/storage/HouseQueries.h"
#include "app/workflows/OnlineDraft.h"
#include "ui/shell/ErrorNotice.h"
#include "ui/shell/MainWindow.h"

// DossierDesk where what was filed online is taken up, to be received like any other.
namespace motcua {

bool DossierDesk::mayTakeUp(const QList<StaffMember> &members) const
{
    return m_dossier->isNewOnline() && Staff(m_person->place.store.rules().roles, members).may(m_person->place.person, Right::AcceptDossier);
}

void DossierDesk::takeUp()
{
    const storage::Store store = m_person->place.store;
    const auto isStill = [this, round = m_round, id = m_dossier->id] { return round == m_round && isOnScreen(id); };
    await(m_steps.get(), store.ask(storage::DraftById{m_dossier->id}), [this, store, isStill](const Result<std::optional<storage::Draft>> &begun) {
        if (!isStill()) {
            return;
        }
        if (!begun) {
            m_window->tell(notice(begun.error()));
            return;
        }
        // What somebody typed into it here goes on; but not where the citizen has filed it anew since.
        storage::Draft draft = *begun && (*begun)->updatedMs >= m_dossier->receivedAtMs ? withPayments(**begun, *m_dossier)
                                                                                       : onlineDraft(m_person->place, *m_dossier, {});
        draft.person = m_person->place.person;
        await(m_steps.get(), store.keepDraft(draft), [this, isStill, id = draft.id](const Result<> &kept) {
            if (!kept) {
                m_window->tell(notice(kept.error()));
            } else if (isStill()) {
                Q_EMIT onlineTakenUp(id);
            }
        });
    });
}

} // namespace motcua

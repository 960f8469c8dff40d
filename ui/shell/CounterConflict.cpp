// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Counter.h"

#include "ui/conflict/ConflictDesk.h"
#include "ui/dashboard/DashboardDesk.h"
#include "ui/dossier/DossierDesk.h"
#include "ui/hall/HallDesk.h"
#include "ui/outbox/OutboxDesk.h"
#include "ui/shell/CounterTabs.h"
#include "ui/shell/Entrance.h"
#include "ui/visit/VisitDesk.h"
#include "ui/worklist/WorklistPage.h"

#include <QTimer>

// Counter where desks contradict each other about a dossier, and back to where that was met.
namespace motcua {

void Counter::joinConflicts()
{
    connect(m_dossier, &DossierDesk::conflictAsked, this, &Counter::openConflict);
    connect(m_outbox, &OutboxDesk::conflictChosen, this, &Counter::openConflict);
    connect(m_conflicts, &ConflictDesk::left, this, &Counter::comeBackFromConflict);
    connect(m_conflicts, &ConflictDesk::dossierAsked, this, [this](const Id &dossier) {
        // Opened from its page: there it is.
        if (m_dossier->isOwn(m_conflicts->before())) {
            m_conflicts->goBack();
        } else {
            m_dossier->open(dossier);
        }
    });
    connect(m_conflicts, &ConflictDesk::agreed, this, [this](const Id &dossier) {
        if (!m_dossier->isOwn(m_window->page())) {
            m_dossier->open(dossier);
        } else {
            m_dossier->lookAgain(dossier);
        }
        m_window->tell({Notice::Kind::Told, tr("Nothing is in conflict about this dossier any more: it was decided meanwhile."), {}});
    });
}

void Counter::openConflict(const Id &dossier)
{
    m_conflicts->setVisit(m_hall->turn() ? m_hall->turn()->visit().id() : Id());
    m_conflicts->open(dossier);
}

void Counter::comeBackFromConflict(Page *before, const Id &dossier)
{
    if (before && m_dossier->isOwn(before)) {
        m_window->show(before);
        m_dossier->lookAgain(dossier);
    } else if (before && (m_outbox->isOwn(before) || m_dashboard->isOwn(before))) {
        m_window->show(before);
    } else {
        comeBackFrom(before);
    }
}

} // namespace motcua

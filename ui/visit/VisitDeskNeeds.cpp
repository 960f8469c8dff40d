// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/VisitDesk.h"

#include "app/workflows/GuidanceDesk.h"
#include "models/base/VietnamTime.h"
#include "models/catalogue/NeededThings.h"
#include "ui/messages/Language.h"
#include "ui/messages/Sentence.h"
#include "ui/messages/StalledSentence.h"
#include "ui/visit/DeclarationWords.h"
#include "ui/visit/NeedsPage.h"
#include "ui/visit/PersonAhead.h"
#include "ui/visit/ProcedurePage.h"

// VisitDesk where a procedure is chosen, and what has to be brought for it is told before anything is typed.
namespace motcua {

void VisitDesk::joinNeeds()
{
    connect(m_procedures, &ProcedurePage::procedureChosen, this, &VisitDesk::chooseFrom);
    connect(m_procedures, &ProcedurePage::needsAsked, this, &VisitDesk::showNeeds);
    connect(m_procedures, &ProcedurePage::envelopeSaid, this, &VisitDesk::sayEnvelope);
    // What ends after its officer has left is told to nobody: the sheet can be printed again.
    connect(m_guidance, &GuidanceDesk::handed, this, [this] {
        if (!m_place) {
            return;
        }
        const QString told = tr("The sheet of what to bring was sent to the printer. Nothing of anybody is on it.");
        const bool hasTicket = m_filing && !m_filing->turn().ticket().isEmpty();
        const QString then = hasTicket ? u' ' + tr("%1 holds the ticket for whoever comes back today.").arg(m_window->keys().shown(KeyAct::Hold)) : QString();
        m_window->tell({Notice::Kind::Done, told + then, {}});
    });
    connect(m_guidance, &GuidanceDesk::stalled, this,
        [this](const QStringList &reasons) {
            if (m_place) {
                m_window->tell({Notice::Kind::Warning, stalledSentence(reasons), {}});
            }
        });
    connect(m_guidance, &GuidanceDesk::failed, this,
        [this](const Error &error) {
            if (m_place) {
                m_window->tell({Notice::Kind::Danger, declarationFailure(error), {}});
            }
        });
}

void VisitDesk::chooseFrom(const QString &code)
{
    if (m_filing->step() == FileDossier::Step::Filling && !m_setAside && m_filing->procedure().code == code) {
        showForm();
    } else if (m_changes) {
        changeProcedure(code);
    } else {
        m_ahead->setGoingOn(true);
        const Result<> chosen = m_filing->choose(code);
        m_ahead->setGoingOn(false);
        if (!chosen) {
            m_window->tell({Notice::Kind::Danger, sentence(chosen.error()).textWithCode(), {}});
            return;
        }
    }
    warnOfChannel();
}

void VisitDesk::showNeeds(const QString &procedure)
{
    const QDate today = vietnamTime(QDateTime::currentMSecsSinceEpoch()).date();
    const Result<Procedure> edition = m_place->law.catalogue.procedure(procedure, today);
    if (!edition) {
        m_window->tell({Notice::Kind::Danger, sentence(edition.error()).textWithCode(), {}});
        return;
    }
    if (!m_needs) {
        m_needs = new NeedsPage(m_window);
        m_needs->hide(); // until it is first shown it must not lie in the corner of the window
        connect(m_needs, &NeedsPage::printAsked, this, [this] { printNeeds(m_needed); });
        connect(m_needs, &NeedsPage::chosen, this, [this] { chooseFrom(m_needed); });
    }
    m_needed = procedure;
    m_needs->setNeeds(edition->code + QStringLiteral(" · ") + Language::label(edition->name, edition->nameEn), NeededThings::of(*edition, today),
        m_guidance->prints());
    m_window->show(m_needs);
    draw();
}

void VisitDesk::printNeeds(const QString &procedure)
{
    const Result<Procedure> edition
        = m_place->law.catalogue.procedure(procedure, vietnamTime(QDateTime::currentMSecsSinceEpoch()).date());
    if (edition) {
        m_guidance->print(*m_place, *edition);
    }
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/VisitDesk.h"

#include "app/storage/Await.h"
#include "app/storage/DossierQueries.h"
#include "app/storage/HouseQueries.h"
#include "models/base/VietnamTime.h"
#include "ui/dossier/StepPage.h"
#include "ui/dossier/StepWords.h"
#include "ui/form/FormPage.h"
#include "ui/messages/Language.h"
#include "ui/messages/Sentence.h"
#include "ui/visit/AcceptPage.h"
#include "ui/visit/PapersPage.h"

// VisitDesk where the papers are not received: what is missing is asked for at once, or they are refused.
namespace motcua {

namespace {

QDateTime now()
{
    return vietnamTime(QDateTime::currentMSecsSinceEpoch());
}

} // namespace

void VisitDesk::joinAway()
{
    const auto ask = [this] {
        m_beforeAway = shownStep();
        showAway(false);
    };
    connect(m_form, &FormPage::awayAsked, this, ask);
    connect(m_papers, &PapersPage::awayAsked, this, ask);
    connect(m_accept, &AcceptPage::awayAsked, this, ask);
    connect(m_away, &StepPage::otherAsked, this, [this] { showAway(!m_refuses); });
    connect(m_away, &StepPage::decided, this, [this] {
        m_away->setBusy(true);
        m_filing->turnAway(m_refuses, m_away->answer().said);
    });
}

void VisitDesk::showAway(bool refused)
{
    if (goToEnvelope()) {
        return; // what is sent back names the envelope it came in
    }
    const storage::Store &store = m_place->store;
    const Id asked = m_filing->dossier();
    await(m_filing.get(), store.ask(storage::StaffList{}), [this, refused, asked](const Result<QList<StaffMember>> &staff) {
        if (!staff) {
            m_window->tell({Notice::Kind::Danger, sentence(staff.error()).textWithCode(), {}});
            return;
        }
        // The same papers may have been sent back before.
        await(m_filing.get(), m_place->store.ask(storage::DossierById{asked}),
            [this, refused, asked, members = *staff](const Result<std::optional<Dossier>> &before) {
                if (isServing() && m_filing->step() == FileDossier::Step::Filling && m_filing->dossier() == asked) {
                    drawAway(refused, m_filing->away(refused, before && *before ? **before : Dossier(), members));
                }
            });
    });
}

void VisitDesk::drawAway(bool refused, const NextStep &next)
{
    if (next.needsApprover) {
        m_window->tell({Notice::Kind::Told, tr("Papers are sent back or refused by who may receive them alone. Nothing was changed. Ask a supervisor to do it at their own sign-in."), {}});
        return;
    }
    m_refuses = refused;
    const SlipKind kind = refused ? SlipKind::Refusal : SlipKind::SupplementRequest;
    const QList<SlipKind> slips = m_slips->canIssue(kind) ? QList<SlipKind>{kind} : QList<SlipKind>();
    const Procedure &procedure = m_filing->procedure();
    StepSheet sheet = stepSheet(next, {}, nullptr, slips, m_slips->prints(), now());
    const QString name = m_filing->form().text(procedure.roles().value(QStringLiteral("applicant.name")));
    sheet.about = procedure.code + QStringLiteral(" · ") + Language::label(procedure.name, procedure.nameEn)
        + (name.isEmpty() ? QString() : QStringLiteral(" · ") + name);
    sheet.follows.append(refused ? tr("No code is given. The form is discarded.")
            : m_filing->envelope() ? tr("No code is given. The form waits under \"My drafts\" for the envelope with the rest.")
                                 : tr("No code is given. The form waits under \"My drafts\" for when they come back."));
    if (sheet.asks) {
        sheet.papers = askedPapers(procedure, m_filing->papers(), m_filing->filed(), now().date());
    }
    m_away->setSheet(sheet, now().date());
    m_away->setOther(stepTitle(refused ? event::ReturnIncomplete : event::Refuse));
    if (m_window->page() != m_away) {
        m_window->show(m_away);
    } else {
        m_away->firstField()->setFocus(Qt::TabFocusReason);
    }
    draw();
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dossier/DossierDesk.h"

#include "app/storage/Await.h"
#include "app/workflows/CorrectAnswers.h"
#include "app/workflows/SlipDesk.h"
#include "app/workflows/UnitsFile.h"
#include "models/base/VietnamTime.h"
#include "ui/dossier/CorrectPage.h"
#include "ui/form/AddressBook.h"
#include "ui/messages/FormWords.h"
#include "ui/shell/ErrorNotice.h"
#include "ui/worklist/DossierPage.h"

#include <QTimer>

// DossierDesk where answers of a dossier are put right.
namespace motcua {

void DossierDesk::joinCorrections()
{
    m_correctPage = new CorrectPage(m_window);
    m_correctPage->hide();
    m_correctPage->setAddresses(new AddressBook([] { return UnitsFile(Lawbook::folder()).ask(); }, m_correctPage));
    connect(m_page, &DossierPage::correctionAsked, this, [this] {
        m_onlyCorrects = false;
        beginCorrection();
    });
    connect(m_correctPage, &CorrectPage::decided, this, &DossierDesk::decideCorrection);
}

void DossierDesk::beginCorrections()
{
    m_corrections = std::make_unique<CorrectAnswers>(m_person->place, m_slips);
    connect(m_corrections.get(), &CorrectAnswers::corrected, this, [this](const Dossier &dossier) {
        Q_EMIT this->corrected(dossier);
        m_begun.remove(dossier.id);
        m_corrected = m_corrected == dossier.id ? Id() : m_corrected;
        const Notice told{Notice::Kind::Done, tr("The correction is recorded. The code and the promise stay as they are."), {}};
        if (m_onlyCorrects && m_window->page() == m_correctPage && m_dossier && m_dossier->id == dossier.id) {
            m_correctPage->setRefused();
            Q_EMIT doneFor(told);
        } else {
            refresh(dossier.id, told);
        }
    });
    connect(m_corrections.get(), &CorrectAnswers::overtaken, this, &DossierDesk::tellOvertaken);
    connect(m_corrections.get(), &CorrectAnswers::refused, this, [this](const Error &error) {
        m_correctPage->setRefused();
        m_window->tell(notice(error));
    });
}

void DossierDesk::correct(const Id &dossier)
{
    read(dossier, Opens::Correction, {});
}

void DossierDesk::tellWhyNot()
{
    m_window->tell({Notice::Kind::Told,
        m_dossier->isCancelled() ? tr("The acceptance of this dossier is cancelled, so no answer of it is put right any more. Nothing was changed.")
                                 : tr("Your role does not include putting answers right after acceptance. Nothing was changed. Ask a supervisor to do it at their own sign-in."),
        {}});
}

void DossierDesk::beginCorrection()
{
    const Result<Correction> fresh = CorrectAnswers::begin(m_person->place, *m_dossier);
    const std::optional<Procedure> edition = procedure();
    if (!fresh || !edition) {
        m_window->tell({Notice::Kind::Danger, tr("The form this dossier was received with is not on this computer, so nothing of it can be put right here. Nothing was changed. Please tell the administrator."), {}});
        return;
    }
    ++m_round;
    m_done = false;
    keepCorrection();
    CorrectDraft draft = m_begun.take(m_dossier->id);
    draft.said = draft.isEmpty() ? *fresh : draft.said.onto(*m_dossier);
    m_corrected = m_dossier->id;
    m_correctPage->begin(correctFacts(*edition), draft);
    m_window->show(m_correctPage);
}

CorrectFacts DossierDesk::correctFacts(const Procedure &edition) const
{
    CorrectFacts facts{.dossier = *m_dossier,
        .procedure = edition,
        .slips = m_corrections->slipsOf(*m_dossier),
        .held = {},
        .prints = m_slips->prints(),
        .needsApprover = m_besideCorrects,
        .now = vietnamTime(QDateTime::currentMSecsSinceEpoch())};
    for (const SlipKind kind : std::as_const(facts.slips)) {
        if (sheetInHand(*m_dossier, m_person->place.law, kind)) {
            facts.held.append(kind);
        }
    }
    return facts;
}

// Another sheet came out, or another correction: the page tells of the sheets as they are by now.
void DossierDesk::renewFacts()
{
    if (const std::optional<Procedure> edition = m_corrected == m_dossier->id ? procedure() : std::nullopt) {
        m_correctPage->setFacts(correctFacts(*edition));
    }
}

// Nothing typed is lost by going elsewhere: it waits until its person signs out.
void DossierDesk::keepCorrection()
{
    if (m_corrected.isNull()) {
        return;
    }
    if (const CorrectDraft draft = m_correctPage->draft(); !draft.isEmpty()) {
        m_begun.insert(m_corrected, draft);
    }
    m_corrected = {};
}

void DossierDesk::tellKept()
{
    keepCorrection();
    if (!m_begun.contains(m_dossier->id) || m_corrections->isBusy()) {
        return; // what is on its way is told of when it is answered
    }
    // Over the page that comes first.
    QTimer::singleShot(0, m_corrections.get(), [this] {
        m_window->tell({Notice::Kind::Told, tr("Nothing was recorded. What you wrote is kept until you sign out; S goes on with it."), {}});
    });
}

void DossierDesk::decideCorrection()
{
    if (m_done) {
        read(m_dossier->id, Opens::Page, {});
        return;
    }
    const CorrectDraft draft = m_correctPage->draft();
    const auto record = [this, draft](const Id &approver) {
        if (!m_corrections->correct(m_dossier->id, draft.said, draft.reason.trimmed(), approver, m_visit)) {
            m_correctPage->setRefused();
            m_window->tell({Notice::Kind::Told, tr("Another correction is being recorded. This one is not recorded yet, and nothing of it is lost. Try again in a moment."), {}});
            return;
        }
        m_slipsOf = m_dossier->id;
    };
    m_correctPage->setBusy(true);
    if (!m_besideCorrects) {
        record({});
        return;
    }
    await(m_steps.get(), m_door->vouch(*m_person, m_correctPage->approver(), m_correctPage->password()), [this, record, round = m_round](const Result<Id> &approver) {
        if (round != m_round || m_window->page() != m_correctPage) {
            m_correctPage->setRefused();
            return; // the officer left it meanwhile: then it is not recorded
        }
        if (!approver) {
            m_correctPage->setRefused();
            m_window->tell(vouchNotice(approver.error()));
            return;
        }
        record(*approver);
    });
}

void DossierDesk::tellOvertaken(const Dossier &now, const QStringList &paths)
{
    m_correctPage->setRefused();
    if (!m_dossier || m_dossier->id != now.id || m_corrected != now.id) {
        if (m_begun.contains(now.id) && !m_window->isLocked()) {
            m_window->tell({Notice::Kind::Warning, tr("Somebody else changed the same answers meanwhile. The correction was not recorded; what you wrote is kept with the dossier."), {}});
        }
        return;
    }
    m_dossier = now;
    m_correctPage->rebase(now, paths);
    renewFacts();
    QStringList names;
    for (const QString &path : paths) {
        names.append(answerName(m_correctPage->draft().said.form().schema(), path));
    }
    m_window->tell({Notice::Kind::Warning,
        tr("Somebody else changed this meanwhile: %1. Nothing was recorded, and nothing you wrote is lost. Look at what stands there now, and record it again.").arg(names.join(QStringLiteral("; "))),
        {}});
}

} // namespace motcua

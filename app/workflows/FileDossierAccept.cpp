// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/FileDossier.h"

#include "app/storage/Await.h"
#include "app/workflows/AddFiles.h"
#include "app/workflows/OnlineDraft.h"
#include "models/dossier/FeeAct.h"

#include <QJsonDocument>

#include <utility>

// FileDossier where it is accepted, with those beside it, and its slip follows.
namespace motcua {

namespace {

PaperSet papersIn(const storage::Draft &draft)
{
    const Result<PaperSet> papers = PaperSet::fromJson(QJsonDocument::fromJson(draft.form).object().value(QStringLiteral("papers")).toArray());
    return papers ? *papers : PaperSet();
}

std::optional<PaperReceipt> paperReceiptIn(const storage::Draft &draft)
{
    return PaperReceipt::fromJson(QJsonDocument::fromJson(draft.form).object().value(QStringLiteral("provisionalSlip")).toObject());
}

} // namespace

/** One that is to be accepted, with the sheet its slip will be. */
struct FileDossier::Accepting
{
    Id id = {};
    Id sheet = {};
};

void FileDossier::accept(bool collected, const QList<storage::Draft> &beside)
{
    if (m_step != Step::Filling || m_turningAway) {
        return;
    }
    Result<Intake, QList<Violation>> own = intakeNow();
    if (!own) {
        Q_EMIT refused(own.error(), Error{ErrorCode::Invalid, {}});
        return;
    }
    QMap<Id, Intake> complete; // of those beside it
    QList<Id> wanting;
    for (const storage::Draft &draft : beside) {
        Result<Intake, QList<Violation>> intake = intakeOf(m_place, draft, m_turn);
        if (!intake) {
            wanting.append(draft.id);
        } else if (draft.id != m_id) {
            complete.insert(draft.id, *std::move(intake));
        }
    }
    if (!wanting.isEmpty()) {
        Q_EMIT besideWanting(wanting);
        return;
    }
    moveTo(Step::Accepting);
    QList<Accepting> all;
    QList<Act> acts;
    const auto add = [&](const Id &id, Intake intake, const PaperSet &papers, const std::optional<PaperReceipt> &paper, Money paid) {
        all.append({id, m_slips->expect(m_place, id)});
        const std::optional<TakeFee> taken = collected ? feeAct(m_payment, intake.fee(), paid) : std::nullopt;
        acts.append(m_place.act(id, AcceptDossier{.intake = std::move(intake), .competentUnit = {}, .paperNumber = paper ? paper->number : QString()}, m_visit));
        acts.last().approver = paper ? paper->approver : Id();
        acts.append(fileActs(m_place, id, papers, m_visit));
        if (taken) {
            acts.append(m_place.act(id, *taken, m_visit)); // with it: nobody is left with a dossier whose money is unwritten
        }
    };
    for (const storage::Draft &draft : beside) {
        if (const auto intake = complete.constFind(draft.id); intake != complete.constEnd()) {
            add(draft.id, *intake, papersIn(draft), paperReceiptIn(draft), motcua::paidOnline(draft));
            complete.erase(intake); // once, however often it is named
        }
    }
    add(m_id, *std::move(own), m_papers, m_paper, m_paidOnline);
    for (const Accepting &one : std::as_const(all)) {
        m_sheets.append(one.sheet);
    }
    await(this, m_place.store.recordAll(acts), [this, all](const Result<QList<storage::Recorded>> &recorded) {
        m_sheets.clear();
        if (recorded) {
            accepted(all, *recorded);
            return;
        }
        for (const Accepting &one : all) {
            m_slips->forget(m_place, one.sheet);
        }
        moveTo(Step::Filling);
        Q_EMIT refused({}, recorded.error());
    });
}

void FileDossier::accepted(const QList<Accepting> &all, const QList<storage::Recorded> &recorded)
{
    QMap<Id, Dossier> dossiers; // as the last act about each left it
    for (const storage::Recorded &one : recorded) {
        dossiers.insert(one.subject, one.dossier.value_or(Dossier()));
    }
    for (const Accepting &one : all) {
        m_drafts->forget(one.id);
        if (one.id != m_id) {
            Q_EMIT besideAccepted(dossiers.value(one.id));
        }
    }
    m_accepted = dossiers.value(m_id);
    moveTo(Step::Accepted);
    Q_EMIT dossierAccepted(*m_accepted);
    QList<SlipDesk::Expected> expected;
    for (const Accepting &one : all) {
        expected.append({dossiers.value(one.id), one.sheet});
    }
    m_slips->issueTogether(m_place, expected); // what was accepted in one act comes out of the printer in one go
}

void FileDossier::printAgain()
{
    if (m_step != Step::Accepted) {
        return;
    }
    if (const SheetInDoubt *doubt = m_slips->doubtAbout(m_id)) {
        m_slips->printAnew(doubt->sheet.sheet);
    } else {
        m_slips->issue(m_place, *m_accepted);
    }
}

} // namespace motcua

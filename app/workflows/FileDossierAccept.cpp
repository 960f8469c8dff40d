// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/FileDossier.h"

#include "app/storage/Await.h"
#include "app/workflows/AddFiles.h"
#include "app/workflows/DraftPages.h"
#include "app/workflows/OnlineDraft.h"
#include "models/dossier/FeeAct.h"
#include "models/dossier/HeldPaper.h"
#include "models/visit/PageStack.h"

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

/** One that is to be accepted. */
struct FileDossier::Accepting
{
    Id id = {};
    Intake intake;
    PaperSet papers = {};
    std::optional<PaperReceipt> paper = {};
    Money paid = {}; ///< online
    Id sheet = {}; ///< its slip will be
};

/** What is accepted in one act. */
struct FileDossier::Acceptance
{
    QList<Accepting> all = {};
    bool collected = false;
    int unsignedCopies = 0;
    Error unsignedBecause = {}; ///< of the first of them
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
    m_draftPages->pause();
    moveTo(Step::Accepting);
    const auto acceptance = std::make_shared<Acceptance>();
    acceptance->collected = collected;
    for (const storage::Draft &draft : beside) {
        if (const auto intake = complete.constFind(draft.id); intake != complete.constEnd()) {
            PaperSet papers = papersIn(draft);
            const QList<ComingPage> since = m_draftPages->whatCameFor(draft.id); // whoever read the draft may not know of them
            for (const ComingPage &page : since) {
                (void)page.putInto(papers);
            }
            acceptance->all.append({.id = draft.id, .intake = *intake, .papers = papers, .paper = paperReceiptIn(draft), .paid = motcua::paidOnline(draft)});
            complete.erase(intake); // once, however often it is named
        }
    }
    acceptance->all.append({.id = m_id, .intake = *std::move(own), .papers = m_papers, .paper = m_paper, .paid = m_paidOnline});
    copyPages(acceptance);
}

/** Pages become copies before anything is written: a dossier is accepted with what was scanned for it, or not at all. */
void FileDossier::copyPages(const std::shared_ptr<Acceptance> &acceptance)
{
    QList<CopyOrder> orders;
    QList<PaperSet *> owners; // beside the orders
    for (Accepting &one : acceptance->all) {
        for (const Paper &paper : one.papers.papers()) {
            if (!kept(paper.pages).isEmpty()) {
                orders.append(m_copies.order(paper));
                owners.append(&one.papers);
            }
        }
    }
    if (orders.isEmpty()) {
        record(acceptance);
        return;
    }
    await(this, makeCopies(m_media, m_place, orders, m_copies.whoSigns()), [this, acceptance, owners](const QList<MadeCopy> &copies) {
        for (qsizetype place = 0; place < copies.size(); ++place) {
            const MadeCopy &copy = copies.at(place);
            if (!copy.file) {
                moveTo(Step::Filling);
                Q_EMIT refused({}, copy.file.error());
                return;
            }
            if (copy.unsignedBecause && acceptance->unsignedCopies++ == 0) {
                acceptance->unsignedBecause = *copy.unsignedBecause;
            }
            Paper paper = owners.at(place)->paper(copy.paper);
            paper.files.append(*copy.file);
            owners.at(place)->set(paper);
        }
        record(acceptance);
    });
}

void FileDossier::record(const std::shared_ptr<Acceptance> &acceptance)
{
    QList<Act> acts;
    for (Accepting &one : acceptance->all) {
        one.sheet = m_slips->expect(m_place, one.id);
        m_sheets.append(one.sheet);
        const std::optional<TakeFee> taken = acceptance->collected ? feeAct(m_payment, one.intake.fee(), one.paid) : std::nullopt;
        acts.append(m_place.act(one.id, AcceptDossier{.intake = one.intake, .competentUnit = {}, .paperNumber = one.paper ? one.paper->number : QString()}, m_visit));
        acts.last().approver = one.paper ? one.paper->approver : Id();
        acts.append(fileActs(m_place, one.id, one.papers, m_visit, one.intake.procedureCode() + u' ' + one.intake.procedureName()));
        if (taken) {
            acts.append(m_place.act(one.id, *taken, m_visit)); // with it: nobody is left with a dossier whose money is unwritten
        }
    }
    await(this, m_place.store.recordAll(acts), [this, acceptance](const Result<QList<storage::Recorded>> &recorded) {
        m_sheets.clear();
        if (recorded) {
            accepted(*acceptance, *recorded);
            return;
        }
        for (const Accepting &one : acceptance->all) {
            m_slips->forget(m_place, one.sheet);
        }
        moveTo(Step::Filling);
        giveBackWhatIsGone(recorded.error());
        Q_EMIT refused({}, recorded.error());
    });
}

/** A paper that was to be used again is not held for this person any more: what was said of it no longer holds, and all the rest does. */
void FileDossier::giveBackWhatIsGone(const Error &error)
{
    const QString own = m_id.toString() + u'/';
    if (error.code == ErrorCode::HeldPaperGone && error.detail.startsWith(own)) {
        look(givenBack(m_papers.paper(error.detail.sliced(own.size()))));
    }
}

void FileDossier::accepted(const Acceptance &acceptance, const QList<storage::Recorded> &recorded)
{
    QMap<Id, Dossier> dossiers; // as the last act about each left it
    for (const storage::Recorded &one : recorded) {
        dossiers.insert(one.subject, one.dossier.value_or(Dossier()));
    }
    for (const Accepting &one : acceptance.all) {
        m_drafts->forget(one.id);
        (void)m_draftPages->takeFor(one.id); // they are in the copies
        m_draftPages->giveUp(one.id);
        if (one.id != m_id) {
            Q_EMIT besideAccepted(dossiers.value(one.id));
        }
    }
    m_accepted = dossiers.value(m_id);
    moveTo(Step::Accepted);
    if (acceptance.unsignedCopies > 0) {
        Q_EMIT copiesUnsigned(acceptance.unsignedCopies, acceptance.unsignedBecause);
    }
    Q_EMIT dossierAccepted(*m_accepted);
    QList<SlipDesk::Expected> expected;
    for (const Accepting &one : acceptance.all) {
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/FileDossier.h"

#include "app/security/Random.h"
#include "models/base/VietnamTime.h"

#include <algorithm>

// FileDossier and the declaration that is printed of it to be checked and signed.
namespace motcua {

namespace {

using Stage = DeclarationSheet::Stage;
using State = DeclarationStanding::State;

} // namespace

void FileDossier::joinDeclarations()
{
    // The next dossier may be open already while the sheet of the last one comes out: resume() learns what became of it.
    const auto ended = [this](const DeclarationSheet &sheet) {
        if (!m_declared || m_declared->id != sheet.id) {
            return;
        }
        learnSheet();
        if (m_step == Step::Filling) { // later there is no draft any more
            keepDraft();
            Q_EMIT changed();
        }
    };
    connect(m_declarations, &DeclarationDesk::settled, this, ended);
    connect(m_declarations, &DeclarationDesk::stalled, this, [this](const DeclarationSheet &, const QStringList &reasons) { Q_EMIT sheetStalled(reasons); });
    connect(m_declarations, &DeclarationDesk::failed, this, [this, ended](const DeclarationSheet &sheet, bool, const Error &error) {
        ended(sheet);
        Q_EMIT declarationFailed(error);
    });
}

/** What became of the sheet printed last, as far as this run knows; the one before counts again when it never came out. */
void FileDossier::learnSheet()
{
    if (!m_declared) {
        return;
    }
    if (const std::optional<DeclarationSheet> settled = m_declarations->settledSheet(m_declared->id)) {
        m_declared = settled;
        if (settled->stage == Stage::Out) {
            m_declaredBefore.reset();
        }
    } else if (m_declarations->isSpoilt(m_declared->id)) {
        m_declared = m_declaredBefore;
        m_declaredBefore.reset();
    }
}

void FileDossier::forgetSheets()
{
    m_declared.reset();
    m_declaredBefore.reset();
}

const RequiredPaper *FileDossier::declarationPaper() const
{
    const QList<RequiredPaper> &papers = m_procedure->papers;
    const auto found = std::find_if(papers.cbegin(), papers.cend(), [](const RequiredPaper &paper) { return paper.declaration; });
    return found == papers.cend() ? nullptr : &*found;
}

DeclarationScene FileDossier::scene() const
{
    const UnitSettings &unit = m_place.unit;
    return {.unitName = unit.unitName,
        .governingBody = unit.governingBody,
        .place = unit.place,
        .day = vietnamTime(QDateTime::currentMSecsSinceEpoch()).date(),
        .dated = {}};
}

bool FileDossier::printsDeclaration() const
{
    const RequiredPaper *paper = declarationPaper();
    return !m_procedure->declaration.isNull() && (!paper || paper->isNeeded(filed(), scene().day));
}

DeclarationStanding FileDossier::declaration() const
{
    DeclarationStanding standing;
    standing.sheet = m_declared;
    if (!m_declared) {
        return standing;
    }
    const DeclarationLayout &layout = m_procedure->declaration;
    const bool holds = m_declared->shows(layout, m_procedure->checker, m_form, scene());
    switch (m_declared->stage) {
    case Stage::Printing:
        standing.state = m_declarations->isUnderWay(m_declared->id) ? State::Printing : State::MayBeOut;
        break;
    case Stage::Kept:
        standing.state = holds ? State::Kept : State::NotPrinted;
        break;
    case Stage::Out:
        standing.state = holds ? State::Printed : State::OutOfDate;
        break;
    }
    if (!holds) {
        standing.changed = m_declared->changed(m_procedure->form(), printedAnswers(layout, m_procedure->checker, m_form, scene()));
    }
    return standing;
}

void FileDossier::printDeclaration()
{
    if (m_step != Step::Filling || !printsDeclaration() || (m_declared && m_declarations->isUnderWay(m_declared->id))) {
        return;
    }
    const QDateTime at = vietnamTime(QDateTime::currentSecsSinceEpoch() * 1000); // as the draft writes it
    DeclarationScene shown = scene();
    shown.day = at.date();
    const DeclarationLayout layout = m_procedure->declaration;
    if (m_declared && m_declared->stage == Stage::Out) {
        m_declaredBefore = m_declared;
    }
    m_declared = DeclarationSheet::of(security::random::id(at.toMSecsSinceEpoch()), at, layout, m_procedure->checker, m_form, shown);
    m_declarations->print(m_place, *m_declared, printed(layout, m_procedure->checker, m_form, shown), layout, keepDraft());
    Q_EMIT changed();
}

PaperSet FileDossier::papersWithSheet() const
{
    const RequiredPaper *required = declarationPaper();
    // Of one that may be out the paper in the officer's hand is the proof, unless an earlier sheet could be it as well.
    const bool isOut = m_declared && (m_declared->stage == Stage::Out || (m_declared->stage == Stage::Printing && !m_declaredBefore));
    const std::optional<DeclarationSheet> &sheet = isOut ? m_declared : m_declaredBefore;
    if (!required || !sheet || m_papers.paper(required->id).state != Paper::State::Met) {
        return m_papers;
    }
    PaperSet papers = m_papers;
    Paper paper = papers.paper(required->id);
    paper.sheet = PrintedSheet{sheet->mark(), sheet->printedAt};
    papers.set(paper);
    return papers;
}

} // namespace motcua

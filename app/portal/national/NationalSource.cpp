// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/national/NationalSource.h"

namespace motcua::national {

std::span<const std::pair<QStringView, Place>> placeWords()
{
    static constexpr std::pair<QStringView, Place> words[] = {
        {u"applicant.kind", Place::ApplicantKind},
        {u"applicant.number", Place::ApplicantNumber},
        {u"channel", Place::Channel},
        {u"competentUnit.code", Place::CompetentUnitCode},
        {u"competentUnit.name", Place::CompetentUnitName},
        {u"constant", Place::Constant},
        {u"dossier.code", Place::DossierCode},
        {u"dossier.dueAt", Place::DossierDueAt},
        {u"dossier.finishedAt", Place::DossierFinishedAt},
        {u"dossier.handedOverAt", Place::DossierHandedOverAt},
        {u"dossier.receivedAt", Place::DossierReceivedAt},
        {u"fee.amount", Place::FeeAmount},
        {u"fee.text", Place::FeeText},
        {u"fees.means", Place::FeesMeans},
        {u"paper.digitised", Place::PaperDigitised},
        {u"paper.name", Place::PaperName},
        {u"papers.digitised", Place::PapersDigitised},
        {u"procedure.code", Place::ProcedureCode},
        {u"procedure.field", Place::ProcedureField},
        {u"procedure.name", Place::ProcedureName},
        {u"result.name", Place::ResultName},
        {u"role", Place::Role},
        {u"status", Place::Status},
        {u"step.at", Place::StepAt},
        {u"step.event", Place::StepEvent},
        {u"step.reason", Place::StepReason},
        {u"step.status", Place::StepStatus},
        {u"supplement.answeredAt", Place::SupplementAnsweredAt},
        {u"supplement.arrived", Place::SupplementArrived},
        {u"supplement.asked", Place::SupplementAsked},
        {u"supplement.askedAt", Place::SupplementAskedAt},
        {u"supplement.dueAt", Place::SupplementDueAt},
        {u"supplement.id", Place::SupplementId},
        {u"supplement.receivedBy", Place::SupplementReceivedBy},
        {u"unit.code", Place::UnitCode},
        {u"unit.name", Place::UnitName},
    };
    return words;
}

Scope scopeOf(Place place)
{
    switch (place) {
    case Place::Constant:
    case Place::Role:
    case Place::ApplicantKind:
    case Place::ApplicantNumber:
    case Place::Channel:
    case Place::CompetentUnitCode:
    case Place::CompetentUnitName:
    case Place::DossierCode:
    case Place::DossierDueAt:
    case Place::DossierFinishedAt:
    case Place::DossierHandedOverAt:
    case Place::DossierReceivedAt:
    case Place::FeesMeans:
    case Place::PapersDigitised:
    case Place::ProcedureCode:
    case Place::ProcedureField:
    case Place::ProcedureName:
    case Place::Status:
    case Place::UnitCode:
    case Place::UnitName:
        return Scope::Anywhere;
    case Place::StepAt:
    case Place::StepEvent:
    case Place::StepReason:
    case Place::StepStatus:
        return Scope::Step;
    case Place::FeeAmount:
    case Place::FeeText:
        return Scope::Fee;
    case Place::PaperDigitised:
    case Place::PaperName:
        return Scope::Paper;
    case Place::ResultName:
        return Scope::Outcome;
    case Place::SupplementAnsweredAt:
    case Place::SupplementArrived:
    case Place::SupplementAsked:
    case Place::SupplementAskedAt:
    case Place::SupplementDueAt:
    case Place::SupplementId:
    case Place::SupplementReceivedBy:
        break;
    }
    return Scope::Supplement;
}

Sort sortOf(Place place)
{
    switch (place) {
    case Place::DossierDueAt:
    case Place::DossierFinishedAt:
    case Place::DossierHandedOverAt:
    case Place::DossierReceivedAt:
    case Place::StepAt:
    case Place::SupplementAnsweredAt:
    case Place::SupplementAskedAt:
    case Place::SupplementDueAt:
        return Sort::Moment;
    case Place::FeeAmount:
        return Sort::Amount;
    case Place::Constant:
    case Place::Role:
    case Place::ApplicantKind:
    case Place::ApplicantNumber:
    case Place::Channel:
    case Place::CompetentUnitCode:
    case Place::CompetentUnitName:
    case Place::DossierCode:
    case Place::FeesMeans:
    case Place::PapersDigitised:
    case Place::ProcedureCode:
    case Place::ProcedureField:
    case Place::ProcedureName:
    case Place::Status:
    case Place::UnitCode:
    case Place::UnitName:
    case Place::StepEvent:
    case Place::StepReason:
    case Place::StepStatus:
    case Place::FeeText:
    case Place::PaperDigitised:
    case Place::PaperName:
    case Place::ResultName:
    case Place::SupplementArrived:
    case Place::SupplementAsked:
    case Place::SupplementId:
    case Place::SupplementReceivedBy:
        break;
    }
    return Sort::Text;
}

Scope scopeOf(Records records)
{
    switch (records) {
    case Records::None:
        break;
    case Records::Papers:
        return Scope::Paper;
    case Records::Fees:
        return Scope::Fee;
    case Records::Supplements:
        return Scope::Supplement;
    case Records::Results:
        return Scope::Outcome;
    }
    return Scope::Anywhere;
}

} // namespace motcua::national

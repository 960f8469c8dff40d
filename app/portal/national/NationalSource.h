// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <span>
#include <utility>

namespace motcua::national {

/** From where a field of the national system is taken: all that a gateway knows to tell of a dossier. */
enum class Place {
    Constant, ///< what the profile says
    Role, ///< the answer that plays a part in the form, such as "applicant.phone"
    ApplicantKind, ///< "person" or "organisation"
    ApplicantNumber, ///< of a person: whoever comes for an organisation is not who asks
    Channel, ///< "direct", "online", "post"
    CompetentUnitCode,
    CompetentUnitName, ///< known only where the unit that received it decides
    DossierCode,
    DossierDueAt, ///< the promise as last given
    DossierFinishedAt, ///< when its time ended for good
    DossierHandedOverAt,
    DossierReceivedAt,
    FeesMeans, ///< by what it was paid last; "none" before
    PapersDigitised, ///< "yes" when a paper has its scan, else "no"
    ProcedureCode,
    ProcedureField, ///< lĩnh vực, by name
    ProcedureName,
    Status,
    UnitCode,
    UnitName,
    // of a step
    StepAt,
    StepEvent, ///< a word of resources/journal/transitions.json
    StepReason,
    StepStatus, ///< where it leads
    // of a record in a list
    FeeAmount,
    FeeText,
    PaperDigitised, ///< "yes" or "no"
    PaperName,
    ResultName,
    SupplementAnsweredAt,
    SupplementArrived, ///< what came, in words
    SupplementAsked, ///< what was asked for, in words
    SupplementAskedAt,
    SupplementDueAt, ///< the promise given when it was answered
    SupplementId, ///< of the entry that asked
    SupplementReceivedBy, ///< the unit, once something came
};

/** Where a place may stand. */
enum class Scope { Anywhere, Step, Paper, Fee, Supplement, Outcome };

/** What there is to tell at a place, before it is written as text. */
enum class Sort { Text, Moment, Amount };

/** Of what a list holds a record each; None: it stays empty. */
enum class Records { None, Papers, Fees, Supplements, Results };

/** The words of a profile for all places, by their alphabet. */
[[nodiscard]] std::span<const std::pair<QStringView, Place>> placeWords();
[[nodiscard]] Scope scopeOf(Place place);
[[nodiscard]] Sort sortOf(Place place);
[[nodiscard]] Scope scopeOf(Records records);

/** One of the places a field may be taken from. */
struct NationalSource
{
    Place place = Place::Constant;
    QString detail = {}; ///< the role, or the constant
    bool isTranslated = false; ///< only a word with a row in `values` counts
    QHash<QString, QString> values = {}; ///< our word, theirs

    friend bool operator==(const NationalSource &, const NationalSource &) = default;
};

} // namespace motcua::national

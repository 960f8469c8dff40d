// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/form/FormSchema.h"

#include <QDate>
#include <QMap>

namespace motcua {

/** What the law or the form still wants. `ui/messages` owns the sentences. */
enum class ViolationCode {
    // a field
    Missing,
    MayNotFollow, ///< "to follow" is not possible here
    MayNotBeAbsent, ///< "declared absent" is not possible here
    Malformed, ///< params: rule, example
    WrongCheckDigit, ///< written well but for one digit, most likely; params: rule
    TooLong, ///< params: length, maximum (characters)
    OutOfRange, ///< params: minimum, maximum (either may be missing)
    NotANumber,
    NotAnOption,
    NotADate,
    InFuture,
    UnwantedCharacter, ///< invisible, direction-changing or right-to-left; params: character ("U+202E"), position (from 1)
    UnknownField, ///< the form has no such field
    AbsenceReasonMissing, ///< "declared absent" without one of the reasons the form gives
    TooManyRows, ///< of a repeated section; params: maximum
    NameSuspicious, ///< a letter that only looks like the one meant; only ever warns; params: character ("U+00D0"), position (from 1)
    RuleBroken, ///< answers contradict each other; params: rule, message, messageEn
    // a paper: `field` holds the paper's id
    PaperMissing, ///< not seen yet
    PaperNotMet, ///< seen and not good; params: reason
    PaperMayNotFollow,
    PaperNotWaivable, ///< "not applicable" is not possible here
    PaperReasonMissing,
    PaperSourceMissing, ///< taken from a database, and nobody says from which
    PaperKindRefused, ///< this kind of copy does not do; params: kind
    UnknownPaper,
    // the dossier: `field` is empty
    NoEdition, ///< the edition is not in force on the day of receipt
    NoCalendar, ///< the working calendar does not reach to the promise
    NoReceiptTime,
    ChannelRefused, ///< the procedure does not take this channel
    EnvelopeIncomplete, ///< what it came in is not told as it has to be
    IdentityNotStated, ///< the procedure wants to know who this is; params: of (the role's beginning, e.g. "applicant")
    IdentityNotProved, ///< the procedure wants it proved; params: of
    LongerTermUnknown, ///< the limit may not be made longer on this ground
    LongerTermRefused, ///< not by so many working days; params: maximum
};

/** One thing that keeps a dossier from being accepted: where, what, and the values its sentence needs. Never holds what was typed. */
struct Violation
{
    QString field = {};
    ViolationCode code = ViolationCode::Missing;
    QMap<QString, QString> params = {};

    friend bool operator==(const Violation &, const Violation &) = default;
};

/** The name of a code as written in the source, e.g. "InFuture". */
[[nodiscard]] QString violationName(ViolationCode code);

/**
 * Everything that is wrong with the visible answers and across them, in the order of the form; then unknown fields. `today` is the
 * day of receipt. Makes a FormChecker for this once; who judges again and again keeps one.
 */
[[nodiscard]] QList<Violation> violations(const FormSchema &schema, const FormDraft &draft, QDate today);

/** What is wrong with one answer in normal form; nothing when it may stand. */
[[nodiscard]] std::optional<Violation> violation(const Field &field, const FieldValue &value, QDate today);

/** What to look at again in the text of a name, though it may stand; nothing when it is as one would expect. */
[[nodiscard]] std::optional<Violation> suspicion(const Field &field, const QString &text);

/** The same where `required` says whether an answer is wanted, whatever the field says by itself. */
[[nodiscard]] std::optional<Violation> violation(const Field &field, const FieldValue &value, QDate today, bool required);

} // namespace motcua

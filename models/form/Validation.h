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
    TooLong, ///< params: length, maximum (characters)
    OutOfRange, ///< params: minimum, maximum (either may be missing)
    NotANumber,
    NotAnOption,
    NotADate,
    InFuture,
    UnwantedCharacter, ///< invisible, direction-changing or right-to-left; params: character ("U+202E"), position (from 1)
    UnknownField, ///< the form has no such field
    // a paper: `field` holds the paper's id
    PaperMissing, ///< not seen yet
    PaperNotMet, ///< seen and not good; params: reason
    PaperMayNotFollow,
    PaperNotWaivable, ///< "not applicable" is not possible here
    PaperReasonMissing,
    PaperKindRefused, ///< this kind of copy does not do; params: kind
    UnknownPaper,
    // the dossier: `field` is empty
    NoEdition, ///< the edition is not in force on the day of receipt
    NoCalendar, ///< the working calendar does not reach to the promise
    NoReceiptTime,
    ChannelRefused, ///< the procedure does not take this channel
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

/** Everything that is wrong with the visible fields, in the order of the form; then unknown fields. `today` is the day of receipt. */
[[nodiscard]] QList<Violation> violations(const FormSchema &schema, const FormDraft &draft, QDate today);

/** What is wrong with one answer in normal form; nothing when it may stand. */
[[nodiscard]] std::optional<Violation> violation(const Field &field, const FieldValue &value, QDate today);

/** Visible soft fields nobody answered: worth a reminder, never a refusal. */
[[nodiscard]] QStringList unanswered(const FormSchema &schema, const FormDraft &draft);

} // namespace motcua

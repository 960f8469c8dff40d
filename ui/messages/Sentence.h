// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Error.h"
#include "models/form/Validation.h"

#include <QString>

namespace motcua {

/** What the officer is told when something did not happen, in three parts that each are a whole sentence. */
struct Sentence
{
    QString happened = {};
    QString kept = {}; ///< whether anything was lost
    QString next = {}; ///< what to do now
    QString code = {}; ///< for the telephone; small, at the end

    /** The three parts, each after a space. */
    [[nodiscard]] QString text() const;

    /** text() and the code in brackets. */
    [[nodiscard]] QString textWithCode() const;

    friend bool operator==(const Sentence &, const Sentence &) = default;
};

/** Who reads it: at a terminal there are neither keys of the window nor a form that keeps what was typed. */
enum class Reader { Window, Terminal };

/** The sentence of an error in the language of the program. Only numbers and file positions are taken from its detail. */
[[nodiscard]] Sentence sentence(const Error &error, Reader reader = Reader::Window);

/**
 * What one thing still wants, for the walkable list: one short sentence, e.g. "Date of birth: this date is in the future."
 *
 * `label` is the field's or paper's name as the form writes it; empty for what concerns the whole dossier.
 */
[[nodiscard]] QString sentence(const Violation &violation, const QString &label);

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/form/FormDraft.h"

#include <QString>

namespace motcua {

/** The most rows a repeated section may ever have; a draft that claims more is cut there. */
inline constexpr int MostRows = 999;

/**
 * Where an answer stands in a draft: "applicant.name", or in the third row of the repeated section "members" "members[3].name",
 * which answers the field "members.name". Rows count from 1.
 */
struct FieldPath
{
    QString section = {}; ///< of a repeated section; else empty
    int row = 0; ///< from 1; 0 outside a repeated section
    QString field = {}; ///< the id the schema knows: "applicant.name", "members.name"

    /** What `path` names; a path with malformed brackets names a field of that spelling, which no schema has. */
    [[nodiscard]] static FieldPath parse(const QString &path);

    /** The path of the field `id` of the repeated section `section` in `row`. */
    [[nodiscard]] static QString inRow(const QString &section, int row, const QString &id);

    friend bool operator==(const FieldPath &, const FieldPath &) = default;
};

/** How many rows `draft` holds of a repeated section: the number it was given, or the highest one answered. */
[[nodiscard]] int rowsIn(const FormDraft &draft, const QString &section);

/** `draft` without row `row` of the section; the rows below move up. */
[[nodiscard]] FormDraft withoutRow(const FormDraft &draft, const QString &section, int row);

/** `draft` with row `row` of the section put in as it stands in `from`; the rows from there on move down. Undoes withoutRow(). */
[[nodiscard]] FormDraft withRowOf(const FormDraft &draft, const QString &section, int row, const FormDraft &from);

/** `draft` with the number of rows of the section set to `count`; answers of rows past it are dropped. */
[[nodiscard]] FormDraft withRows(const FormDraft &draft, const QString &section, int count);

} // namespace motcua

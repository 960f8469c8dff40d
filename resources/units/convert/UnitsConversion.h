// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/address/UnitsTables.h"
#include "models/base/Result.h"
#include "models/catalogue/SourceFile.h"

#include <QStringList>

namespace motcua {

/** A published list of administrative units with our additions to it, ready to be written as a units file. */
struct UnitsConversion
{
    UnitsTables tables = {};
    qsizetype byName = 0; ///< rows whose code for the commune of today was wrong, so that its names were taken
    qsizetype nameless = 0; ///< rows without former names, which say nothing

    /**
     * Reads a list and the supplement.
     *
     * The list is JSON: an array with, among anything else, three objects {"type": "table", "name": …, "data": [row …]}. Columns that
     * are not named here are ignored.
     *
     * - `provinces`: `province_code` (two digits), `name` (its kind may stand before it), `place_type` (begins with its kind).
     * - `wards`: `ward_code` (five digits), `name` (with its kind), `province_code`.
     * - `ward_mappings`: `old_ward_code` (five digits; empty or null when not known), `old_ward_name`, `old_district_name`,
     *   `old_province_name` (with their kinds; all three empty or null in a row that says nothing), `new_ward_code`, `new_ward_name`
     *   (with its kind), `new_province_name`. A former commune with several rows was split. The names of today decide; a code that
     *   belongs to another commune or to none is passed over.
     *
     * The supplement is a motcua.units/1 file: kinds of units, corrections and additions, each with its mark.
     *
     * Errors: CatalogueSyntax, CatalogueSchema with file:line:column, in the order of the text, those of the supplement first.
     */
    [[nodiscard]] static Result<UnitsConversion, QList<Error>> from(const SourceFile &list, const SourceFile &supplement);
};

} // namespace motcua

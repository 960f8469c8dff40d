// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/JsonMembers.h"
#include "resources/units/convert/UnitNames.h"

namespace motcua {

/**
 * What we add to a published list, in the two steps in which it is needed: the kinds before names can be read, the rest when all
 * units are known. What is wrong with it is in the file's errors.
 */
class UnitsSupplement
{
public:
    /** `file` must outlive this. */
    explicit UnitsSupplement(JsonFile &file);

    /** Source, mark, place identifiers and kinds. */
    void begin(UnitsTables &tables);

    /** Corrected provinces, codes of former provinces, former communes the list has not, aliases. */
    void complete(UnitsTables &tables, UnitNames &names);

private:
    void readKind(const JsonNode &node, UnitsTables &tables);
    void readProvince(const JsonNode &node, UnitsTables &tables);
    void readFormerProvince(const JsonNode &node, UnitsTables &tables, UnitNames &names);
    void readFormerUnit(const JsonNode &node, UnitsTables &tables, UnitNames &names);
    void readAlias(const JsonNode &node, UnitsTables &tables, UnitNames &names);

    JsonNode m_root;
    JsonMembers m_members;
};

/** The number in exactly so many digits 0–9; 0 when it is none. */
[[nodiscard]] int unitCode(const QString &text, qsizetype digits);

} // namespace motcua

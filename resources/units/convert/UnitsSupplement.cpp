// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/units/convert/UnitsSupplement.h"

#include "models/catalogue/RulesReader.h"

#include <algorithm>

namespace motcua {

int unitCode(const QString &text, qsizetype digits)
{
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    return text.size() == digits && std::all_of(text.begin(), text.end(), isDigit) ? text.toInt() : 0;
}

UnitsSupplement::UnitsSupplement(JsonFile &file)
    : m_root(file)
    , m_members(m_root)
{
}

void UnitsSupplement::begin(UnitsTables &tables)
{
    (void)m_members.word<int>(QStringLiteral("schema"), {{QStringLiteral("motcua.units/1"), 1}});
    tables.source = m_members.text(QStringLiteral("source"));
    tables.mark = m_members.text(QStringLiteral("mark"));
    m_members.object(QStringLiteral("placeIdentifier"), true, [&tables](const JsonNode &node) {
        JsonMembers one(node);
        (void)readPattern(one, QStringLiteral("pattern"));
        tables.placePattern = one.textOr(QStringLiteral("pattern"));
        (void)one.text(QStringLiteral("basis"));
        (void)one.text(QStringLiteral("mark"));
        one.done();
    });
    m_members.each(QStringLiteral("kinds"), true, [this, &tables](const JsonNode &node) { readKind(node, tables); });
}

void UnitsSupplement::complete(UnitsTables &tables, UnitNames &names)
{
    (void)m_members.text(QStringLiteral("formerProvincesMark"));
    m_members.each(QStringLiteral("provinces"), true, [this, &tables](const JsonNode &node) { readProvince(node, tables); });
    m_members.each(QStringLiteral("formerProvinces"), true, [&](const JsonNode &node) { readFormerProvince(node, tables, names); });
    m_members.each(QStringLiteral("formerUnits"), true, [&](const JsonNode &node) { readFormerUnit(node, tables, names); });
    m_members.each(QStringLiteral("aliases"), true, [&](const JsonNode &node) { readAlias(node, tables, names); });
    m_members.done();
}

void UnitsSupplement::readKind(const JsonNode &node, UnitsTables &tables)
{
    JsonMembers one(node);
    UnitsTables::Kind kind{.id = one.text(QStringLiteral("id")), .name = one.text(QStringLiteral("name"))};
    one.each(QStringLiteral("shorts"), false, [&kind](const JsonNode &element) { kind.shorts.append(elementText(element)); });
    for (const QString &level : one.texts(QStringLiteral("levels"))) {
        if (level == QStringLiteral("province")) {
            kind.levels |= UnitsTables::ProvinceLevel;
        } else if (level == QStringLiteral("district")) {
            kind.levels |= UnitsTables::DistrictLevel;
        } else if (level == QStringLiteral("commune")) {
            kind.levels |= UnitsTables::CommuneLevel;
        } else {
            one.complain(QStringLiteral("levels"), QStringLiteral("a level is one of: province, district, commune"));
        }
    }
    if (std::any_of(tables.kinds.cbegin(), tables.kinds.cend(), [&kind](const UnitsTables::Kind &other) { return other.id == kind.id; })) {
        one.complain(QStringLiteral("id"), QStringLiteral("the kind \"%1\" stands here twice").arg(kind.id));
    }
    one.done();
    tables.kinds.append(kind);
}

void UnitsSupplement::readProvince(const JsonNode &node, UnitsTables &tables)
{
    JsonMembers one(node);
    const QString code = one.text(QStringLiteral("code"));
    const QString kind = one.text(QStringLiteral("kind"));
    const QString mark = one.text(QStringLiteral("mark"));
    one.done();
    const auto province = std::find_if(tables.provinces.begin(), tables.provinces.end(),
        [&code](const UnitsTables::Province &other) { return other.code == unitCode(code, 2); });
    const auto wanted = std::find_if(
        tables.kinds.cbegin(), tables.kinds.cend(), [&kind](const UnitsTables::Kind &other) { return other.id == kind; });
    if (province == tables.provinces.end()) {
        one.complain(QStringLiteral("code"), QStringLiteral("the list has no province %1").arg(code));
    } else if (wanted == tables.kinds.cend() || (wanted->levels & UnitsTables::ProvinceLevel) == 0) {
        one.complain(QStringLiteral("kind"), QStringLiteral("there is no kind of province \"%1\"").arg(kind));
    } else {
        province->kind = wanted - tables.kinds.cbegin();
        province->mark = mark;
    }
}

void UnitsSupplement::readFormerProvince(const JsonNode &node, UnitsTables &tables, UnitNames &names)
{
    JsonMembers one(node);
    const qsizetype province = names.formerProvince(one.text(QStringLiteral("name")), false);
    const int code = unitCode(one.text(QStringLiteral("code")), 2);
    one.done();
    if (province < 0) {
        one.complain(QStringLiteral("name"), QStringLiteral("the list has no former province of this name"));
    } else if (code == 0) {
        one.complain(QStringLiteral("code"), QStringLiteral("the code of a province is two digits"));
    } else {
        tables.formerProvinces[province].code = code;
    }
}

void UnitsSupplement::readFormerUnit(const JsonNode &node, UnitsTables &tables, UnitNames &names)
{
    JsonMembers one(node);
    const auto name = names.apart(one.text(QStringLiteral("name")), UnitsTables::CommuneLevel | UnitsTables::DistrictLevel);
    const qsizetype province = names.formerProvince(one.text(QStringLiteral("province")), false);
    const qsizetype district = names.formerDistrict(one.text(QStringLiteral("district")), province, true);
    const QStringList codes = one.texts(QStringLiteral("now"));
    (void)one.text(QStringLiteral("mark"));
    one.done();
    if (!name || district < 0) {
        one.complain(name ? QStringLiteral("district") : QStringLiteral("name"),
            QStringLiteral("a kind, then a name, in a former province of the list"));
        return;
    }
    const qsizetype unit = names.formerUnit(*name, 0, district);
    for (const QString &code : codes) {
        const auto commune = std::find_if(tables.communes.cbegin(), tables.communes.cend(),
            [&code](const UnitsTables::Commune &other) { return other.code == unitCode(code, 5); });
        if (commune == tables.communes.cend()) {
            one.complain(QStringLiteral("now"), QStringLiteral("the list has no commune %1").arg(code));
        } else if (!tables.formerUnits[unit].now.contains(commune - tables.communes.cbegin())) {
            tables.formerUnits[unit].now.append(commune - tables.communes.cbegin());
        }
    }
}

void UnitsSupplement::readAlias(const JsonNode &node, UnitsTables &tables, UnitNames &names)
{
    using Of = UnitsTables::Alias::Of;
    JsonMembers one(node);
    const Of of = one.word<Of>(QStringLiteral("of"),
        {{QStringLiteral("province"), Of::Province}, {QStringLiteral("district"), Of::District}, {QStringLiteral("country"), Of::Country}});
    qsizetype unit = 0;
    if (of == Of::Province) {
        unit = names.formerProvince(one.text(QStringLiteral("unit")), false);
    } else if (of == Of::District) {
        unit = names.formerDistrict(
            one.text(QStringLiteral("unit")), names.formerProvince(one.text(QStringLiteral("province")), false), false);
    }
    const QStringList texts = one.texts(QStringLiteral("texts"));
    (void)one.text(QStringLiteral("mark"));
    one.done();
    if (unit < 0) {
        one.complain(QStringLiteral("unit"), QStringLiteral("the list has no former unit of this name"));
        return;
    }
    for (const QString &text : texts) {
        const auto apart = names.apart(text, of == Of::District ? UnitsTables::DistrictLevel : UnitsTables::ProvinceLevel);
        tables.aliases.append({of, apart ? apart->name : text, apart ? apart->kind : -1, unit});
    }
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/units/convert/UnitsConversion.h"

#include "resources/units/convert/UnitsSupplement.h"

#include <QHash>

#include <limits>

namespace motcua {

namespace {

constexpr qsizetype LongestName = 80; // characters: 240 bytes of UTF-8 at most

/** Reads the tables of a list into ours. */
class UnitsList
{
public:
    UnitsList(JsonFile &file, UnitsConversion &conversion, UnitNames &names)
        : m_file(file)
        , m_root(file)
        , m_conversion(conversion)
        , m_tables(conversion.tables)
        , m_names(names)
    {
    }

    void read()
    {
        eachRow(QStringLiteral("provinces"), [this](const JsonNode &row) { readProvince(row); });
        eachRow(QStringLiteral("wards"), [this](const JsonNode &row) { readCommune(row); });
        if (m_file.isGood()) { // else most rows would only repeat what is wrong above
            eachRow(QStringLiteral("ward_mappings"), [this](const JsonNode &row) { readMapping(row); });
        }
    }

private:
    template <typename Read>
    void eachRow(const QString &name, Read read)
    {
        bool found = false;
        const auto readTable = [&](const JsonNode &part) {
            const JsonValue &value = part.value();
            if (value.member(u"type").toString() == QStringLiteral("table") && value.member(u"name").toString() == name) {
                found = true;
                JsonMembers::forEach(JsonNode(part, value.member(u"data")), read);
            }
        };
        JsonMembers::forEach(m_root, readTable);
        if (!found) {
            m_root.complain(QStringLiteral("there is no table \"%1\"").arg(name));
        }
    }

    static QString text(const JsonNode &row, QStringView column) { return row.value().member(column).toString().simplified(); }

    void readProvince(const JsonNode &row)
    {
        const int code = unitCode(text(row, u"province_code"), 2);
        // "Thành phố Trung Ương" begins with its kind too.
        const auto kind = m_names.apart(text(row, u"place_type") + QStringLiteral(" -"), UnitsTables::ProvinceLevel);
        const auto name = m_names.apart(text(row, u"name"), UnitsTables::ProvinceLevel);
        const QString bare = name ? name->name : text(row, u"name").normalized(QString::NormalizationForm_C);
        if (code == 0 || !kind || bare.isEmpty() || bare.size() > LongestName || m_provinces.contains(code)) {
            row.complain(QStringLiteral("a province has a code of two digits that no other has, a name and a kind"));
            return;
        }
        m_provinces.insert(code, m_tables.provinces.size());
        m_tables.provinces.append({.code = code, .kind = kind->kind, .name = bare});
    }

    void readCommune(const JsonNode &row)
    {
        const int code = unitCode(text(row, u"ward_code"), 5);
        const auto name = m_names.apart(text(row, u"name"), UnitsTables::CommuneLevel);
        const qsizetype province = m_provinces.value(unitCode(text(row, u"province_code"), 2), -1);
        if (code == 0 || !name || name->name.size() > LongestName || province < 0 || m_communes.contains(code)) {
            row.complain(
                QStringLiteral("a commune has a code of five digits that no other has, a kind and a name, and a province of the list"));
            return;
        }
        m_communes.insert(code, m_tables.communes.size());
        m_tables.communes.append({.code = code, .kind = name->kind, .province = province, .name = name->name});
    }

    void readMapping(const JsonNode &row)
    {
        if ((text(row, u"old_ward_name") + text(row, u"old_district_name") + text(row, u"old_province_name")).isEmpty()) {
            ++m_conversion.nameless;
            return;
        }
        const QString code = text(row, u"old_ward_code");
        const auto name = m_names.apart(text(row, u"old_ward_name"), UnitsTables::CommuneLevel);
        const qsizetype province = m_names.formerProvince(text(row, u"old_province_name"), true);
        const qsizetype district = m_names.formerDistrict(text(row, u"old_district_name"), province, true);
        if (!name || name->name.size() > LongestName || district < 0 || (!code.isEmpty() && unitCode(code, 5) == 0)) {
            row.complain(
                QStringLiteral("a former commune has its kind and name, its district's and its province's, and five digits or no code"));
            return;
        }
        const qsizetype commune = m_names.commune(text(row, u"new_ward_name"), text(row, u"new_province_name"));
        if (commune < 0) {
            row.complain(
                QStringLiteral("the list has no commune \"%1\" in \"%2\"").arg(text(row, u"new_ward_name"), text(row, u"new_province_name")));
            return;
        }
        if (m_tables.communes[commune].code != unitCode(text(row, u"new_ward_code"), 5)) {
            ++m_conversion.byName;
        }
        const qsizetype unit = m_names.formerUnit(*name, unitCode(code, 5), district);
        if (!m_tables.formerUnits[unit].now.contains(commune)) {
            m_tables.formerUnits[unit].now.append(commune);
        }
        if (m_tables.formerProvinces[province].now < 0) {
            m_tables.formerProvinces[province].now = m_tables.communes[commune].province;
        }
    }

    JsonFile &m_file;
    JsonNode m_root;
    UnitsConversion &m_conversion;
    UnitsTables &m_tables;
    UnitNames &m_names;
    QHash<int, qsizetype> m_provinces; ///< by code
    QHash<int, qsizetype> m_communes;
};

/** What the file's fields can hold. */
bool fits(const UnitsTables &tables)
{
    constexpr qsizetype Byte = std::numeric_limits<quint8>::max();
    constexpr qsizetype Word = std::numeric_limits<quint16>::max();
    qsizetype links = 0;
    bool few = true;
    for (const UnitsTables::FormerUnit &unit : tables.formerUnits) {
        links += unit.now.size();
        few = few && unit.now.size() <= Byte;
    }
    return few && links <= Word && tables.kinds.size() <= Byte && tables.provinces.size() <= Byte && tables.communes.size() <= Word
        && tables.formerProvinces.size() <= Byte && tables.formerDistricts.size() <= Word && tables.formerUnits.size() <= Word;
}

} // namespace

Result<UnitsConversion, QList<Error>> UnitsConversion::from(const SourceFile &list, const SourceFile &supplement)
{
    UnitsConversion conversion;
    JsonFile added(supplement);
    JsonFile published(list);
    if (!added.isGood() || !published.isGood()) {
        return added.errors() + published.errors();
    }
    UnitNames names(conversion.tables);
    UnitsSupplement ours(added);
    ours.begin(conversion.tables);
    if (!added.isGood()) {
        return added.errors();
    }
    UnitsList(published, conversion, names).read();
    if (!published.isGood()) {
        return published.errors();
    }
    ours.complete(conversion.tables, names);
    if (!added.isGood()) {
        return added.errors();
    }
    if (!fits(conversion.tables)) {
        return QList<Error>{{ErrorCode::CatalogueSchema, list.name + QStringLiteral(":1:1: more units than a units file can hold")}};
    }
    return conversion;
}

} // namespace motcua

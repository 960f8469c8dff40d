// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/units/convert/UnitNames.h"

#include "models/address/AddressWords.h"

namespace motcua {

namespace {

/** What tells one name from another, however its tones are placed and its letters composed. */
QByteArray keyOf(qsizetype kind, const QString &name, qsizetype above)
{
    return QByteArray::number(above) + '|' + QByteArray::number(kind) + '|' + address::spacedSounds(name);
}

} // namespace

std::optional<KindAndName> UnitNames::apart(const QString &fullName, int levels) const
{
    const QString name = fullName.normalized(QString::NormalizationForm_C).simplified();
    for (qsizetype kind = 0; kind < m_tables.kinds.size(); ++kind) {
        const QString lead = m_tables.kinds[kind].name + u' ';
        if ((m_tables.kinds[kind].levels & levels) != 0 && name.startsWith(lead)) {
            return KindAndName{kind, name.sliced(lead.size())};
        }
    }
    return {};
}

void UnitNames::indexCommunes()
{
    for (qsizetype i = 0; i < m_tables.communes.size(); ++i) {
        const UnitsTables::Commune &commune = m_tables.communes[i];
        m_communes.insert(keyOf(commune.kind, commune.name, 0) + '|' + address::spacedSounds(m_tables.provinces[commune.province].name), i);
    }
}

qsizetype UnitNames::commune(const QString &fullName, const QString &provinceName)
{
    if (m_communes.isEmpty()) {
        indexCommunes();
    }
    const auto name = apart(fullName, UnitsTables::CommuneLevel);
    const auto province = apart(provinceName, UnitsTables::ProvinceLevel);
    const QByteArray above = address::spacedSounds(province ? province->name : provinceName);
    return name ? m_communes.value(keyOf(name->kind, name->name, 0) + '|' + above, -1) : -1;
}

qsizetype UnitNames::formerProvince(const QString &fullName, bool make)
{
    const auto name = apart(fullName, UnitsTables::ProvinceLevel);
    if (!name) {
        return -1;
    }
    const QByteArray key = keyOf(name->kind, name->name, 0);
    if (make && !m_formerProvinces.contains(key)) {
        m_formerProvinces.insert(key, m_tables.formerProvinces.size());
        m_tables.formerProvinces.append({.kind = name->kind, .name = name->name, .now = -1});
    }
    return m_formerProvinces.value(key, -1);
}

qsizetype UnitNames::formerDistrict(const QString &fullName, qsizetype province, bool make)
{
    const auto name = apart(fullName, UnitsTables::DistrictLevel);
    if (!name || province < 0) {
        return -1;
    }
    const QByteArray key = keyOf(name->kind, name->name, province);
    if (make && !m_formerDistricts.contains(key)) {
        m_formerDistricts.insert(key, m_tables.formerDistricts.size());
        m_tables.formerDistricts.append({.kind = name->kind, .province = province, .name = name->name});
    }
    return m_formerDistricts.value(key, -1);
}

qsizetype UnitNames::formerUnit(const KindAndName &name, int code, qsizetype district)
{
    QList<qsizetype> &same = m_formerUnits[keyOf(name.kind, name.name, district)];
    for (const qsizetype index : std::as_const(same)) {
        UnitsTables::FormerUnit &unit = m_tables.formerUnits[index];
        if (unit.code == code || unit.code == 0 || code == 0) {
            unit.code = std::max(unit.code, code);
            return index;
        }
    }
    same.append(m_tables.formerUnits.size());
    m_tables.formerUnits.append({.code = code, .kind = name.kind, .district = district, .name = name.name});
    return same.constLast();
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/address/UnitsWriter.h"

#include "models/address/AddressWords.h"
#include "models/address/UnitsImage.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

#include <algorithm>
#include <numeric>

namespace motcua {

namespace {

/** Puts `rows` in order of their keys and says where each of them went. */
template <typename Row, typename Key>
QList<qsizetype> putInOrder(QList<Row> &rows, Key keyOf)
{
    QList<decltype(keyOf(rows[0]))> keys;
    for (const Row &row : std::as_const(rows)) {
        keys.append(keyOf(row));
    }
    QList<qsizetype> order(rows.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&keys](qsizetype a, qsizetype b) { return keys[a] < keys[b]; });
    QList<qsizetype> where(rows.size());
    QList<Row> sorted;
    for (const qsizetype from : std::as_const(order)) {
        where[from] = sorted.size();
        sorted.append(rows[from]);
    }
    rows = sorted;
    return where;
}

QByteArray looseKey(const QString &name)
{
    return address::looseKey(address::spacedKey(name));
}

/** Everything by code or key, so that equal tables give equal bytes; what looks for a key can halve. */
void putInOrder(UnitsTables &tables)
{
    const auto provinces = putInOrder(tables.provinces, [](const UnitsTables::Province &province) { return province.code; });
    for (UnitsTables::Commune &commune : tables.communes) {
        commune.province = provinces[commune.province];
    }
    for (UnitsTables::FormerProvince &province : tables.formerProvinces) {
        province.now = provinces[province.now];
    }
    const auto communes = putInOrder(
        tables.communes, [](const UnitsTables::Commune &commune) { return std::pair(commune.province, commune.code); });
    const auto formerProvinces = putInOrder(tables.formerProvinces,
        [](const UnitsTables::FormerProvince &province) { return std::pair(looseKey(province.name), province.name); });
    for (UnitsTables::FormerDistrict &district : tables.formerDistricts) {
        district.province = formerProvinces[district.province];
    }
    const auto districts = putInOrder(tables.formerDistricts, [](const UnitsTables::FormerDistrict &district) {
        return std::tuple(looseKey(district.name), district.name, district.province, district.kind);
    });
    for (UnitsTables::FormerUnit &unit : tables.formerUnits) {
        unit.district = districts[unit.district];
        for (qsizetype &commune : unit.now) {
            commune = communes[commune];
        }
        std::sort(unit.now.begin(), unit.now.end());
    }
    putInOrder(tables.formerUnits,
        [](const UnitsTables::FormerUnit &unit) { return std::tuple(looseKey(unit.name), unit.name, unit.district, unit.kind); });
    for (UnitsTables::Alias &alias : tables.aliases) {
        if (alias.of == UnitsTables::Alias::Of::Province) {
            alias.unit = formerProvinces[alias.unit];
        } else if (alias.of == UnitsTables::Alias::Of::District) {
            alias.unit = districts[alias.unit];
        }
    }
    putInOrder(tables.aliases, [](const UnitsTables::Alias &alias) { return std::tuple(alias.of, alias.text, alias.unit, alias.kind); });
}

QByteArray head(const UnitsTables &tables)
{
    QJsonArray kinds;
    for (const UnitsTables::Kind &kind : tables.kinds) {
        kinds.append(QJsonObject{{QStringLiteral("id"), kind.id}, {QStringLiteral("name"), kind.name},
            {QStringLiteral("shorts"), QJsonArray::fromStringList(kind.shorts)}, {QStringLiteral("levels"), kind.levels}});
    }
    QJsonArray aliases;
    for (const UnitsTables::Alias &alias : tables.aliases) {
        aliases.append(QJsonObject{{QStringLiteral("of"), static_cast<int>(alias.of)}, {QStringLiteral("text"), alias.text},
            {QStringLiteral("kind"), alias.kind}, {QStringLiteral("unit"), alias.unit}});
    }
    QJsonArray marks;
    for (const UnitsTables::Province &province : tables.provinces) {
        marks.append(province.mark);
    }
    const QJsonObject json{{QStringLiteral("source"), tables.source}, {QStringLiteral("mark"), tables.mark},
        {QStringLiteral("place"), tables.placePattern}, {QStringLiteral("kinds"), kinds}, {QStringLiteral("aliases"), aliases},
        {QStringLiteral("provinceMarks"), marks}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

/** Rows as they grow, and the texts they point at. */
class Rows
{
public:
    template <typename T>
    void put(qsizetype value)
    {
        char bytes[sizeof(T)];
        qToBigEndian<T>(static_cast<T>(value), bytes);
        m_rows.append(bytes, sizeof(T));
    }

    void putName(const QString &name)
    {
        putText(name.toUtf8());
        putText(address::spacedKey(name));
    }

    void putText(const QByteArray &text)
    {
        auto found = m_places.constFind(text);
        if (found == m_places.constEnd()) {
            found = m_places.insert(text, m_texts.size());
            m_texts.append(text);
        }
        put<quint32>(*found);
        put<quint8>(text.size());
    }

    [[nodiscard]] const QByteArray &rows() const { return m_rows; }
    [[nodiscard]] const QByteArray &texts() const { return m_texts; }

private:
    QByteArray m_rows;
    QByteArray m_texts;
    QHash<QByteArray, qsizetype> m_places;
};

qsizetype putRows(Rows &rows, const UnitsTables &tables)
{
    for (qsizetype i = 0; i < tables.provinces.size(); ++i) {
        const auto inside = [i](const UnitsTables::Commune &commune) { return commune.province == i; };
        const auto first = std::find_if(tables.communes.cbegin(), tables.communes.cend(), inside);
        rows.put<quint8>(tables.provinces[i].code);
        rows.put<quint8>(tables.provinces[i].kind);
        rows.put<quint16>(first - tables.communes.cbegin());
        rows.put<quint16>(std::count_if(first, tables.communes.cend(), inside));
        rows.putName(tables.provinces[i].name);
    }
    for (const UnitsTables::Commune &commune : tables.communes) {
        rows.put<quint32>(commune.code);
        rows.put<quint8>(commune.kind);
        rows.put<quint8>(commune.province);
        rows.putName(commune.name);
        rows.putText(address::spacedSounds(commune.name));
    }
    for (const UnitsTables::FormerProvince &province : tables.formerProvinces) {
        rows.put<quint8>(province.code);
        rows.put<quint8>(province.kind);
        rows.put<quint8>(province.now);
        rows.putName(province.name);
    }
    for (const UnitsTables::FormerDistrict &district : tables.formerDistricts) {
        rows.put<quint8>(district.kind);
        rows.put<quint8>(district.province);
        rows.putName(district.name);
    }
    qsizetype links = 0;
    for (const UnitsTables::FormerUnit &unit : tables.formerUnits) {
        rows.put<quint32>(unit.code);
        rows.put<quint8>(unit.kind);
        rows.put<quint16>(unit.district);
        rows.put<quint16>(links);
        rows.put<quint8>(unit.now.size());
        rows.putName(unit.name);
        links += unit.now.size();
    }
    for (const UnitsTables::FormerUnit &unit : tables.formerUnits) {
        for (const qsizetype commune : unit.now) {
            rows.put<quint16>(commune);
        }
    }
    return links;
}

} // namespace

QByteArray unitsFile(UnitsTables tables)
{
    putInOrder(tables);
    Rows rows;
    const qsizetype links = putRows(rows, tables);
    const QByteArray json = head(tables);
    QByteArray bytes("MCAU0001");
    bytes.append(QByteArray(UnitsImage::DigestLength, '\0'));
    for (const qsizetype count : {json.size(), tables.provinces.size(), tables.communes.size(), tables.formerProvinces.size(),
             tables.formerDistricts.size(), tables.formerUnits.size(), links, rows.texts().size()}) {
        char word[4];
        qToBigEndian(static_cast<quint32>(count), word);
        bytes.append(word, sizeof(word));
    }
    return UnitsImage::sealed(bytes + json + rows.rows() + rows.texts());
}

} // namespace motcua

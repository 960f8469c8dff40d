// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/address/UnitsImage.h"

#include "models/address/AddressWords.h"
#include "models/address/UnitsRows.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

#include <algorithm>
#include <utility>

namespace motcua {

namespace {

using namespace units;

constexpr QByteArrayView Magic("MCAU");
constexpr QByteArrayView Version("0001");
constexpr qsizetype RowLengths[] = {
    ProvinceRow::Length, CommuneRow::Length, FormerProvinceRow::Length, FormerDistrictRow::Length, FormerUnitRow::Length, LinkLength};

quint8 byteAt(const char *at)
{
    return static_cast<quint8>(*at);
}

template <typename T>
T wordAt(const char *at)
{
    return qFromBigEndian<T>(at);
}

QByteArray digestOf(QByteArrayView bytes)
{
    // Against accidents only; ten times quicker here than SHA-256, which would be most of the loading.
    return QCryptographicHash::hash(bytes.sliced(UnitsImage::MagicLength + UnitsImage::DigestLength), QCryptographicHash::Blake2b_256);
}

bool isWithin(qsizetype index, qsizetype count)
{
    return index >= 0 && index < count;
}

} // namespace

QString faultName(UnitsFault fault)
{
    switch (fault) {
    case UnitsFault::Foreign:
        return QStringLiteral("Foreign");
    case UnitsFault::Newer:
        return QStringLiteral("Newer");
    case UnitsFault::Truncated:
        return QStringLiteral("Truncated");
    case UnitsFault::Damaged:
        return QStringLiteral("Damaged");
    }
    return {};
}

Result<UnitsImage, UnitsFault> UnitsImage::fromBytes(const QByteArray &bytes)
{
    if (bytes.size() < MagicLength) {
        return bytes.isEmpty() || Magic.startsWith(QByteArrayView(bytes).first(std::min(bytes.size(), Magic.size())))
            ? UnitsFault::Truncated
            : UnitsFault::Foreign;
    }
    if (!bytes.startsWith(Magic)) {
        return UnitsFault::Foreign;
    }
    if (QByteArrayView(bytes).sliced(Magic.size(), Version.size()) != Version) {
        return UnitsFault::Newer;
    }
    if (bytes.size() < HeadAt) {
        return UnitsFault::Truncated;
    }
    UnitsImage image;
    image.m_bytes = bytes;
    const auto count = [&bytes](qsizetype index) {
        return static_cast<qsizetype>(wordAt<quint32>(bytes.constData() + MagicLength + DigestLength + index * 4));
    };
    qsizetype at = HeadAt + count(0);
    for (int table = 0; table < Tables; ++table) {
        image.m_start[table] = at;
        at += count(table + 1) * RowLengths[table];
    }
    image.m_textsAt = at;
    at += count(Tables + 1);
    if (at != bytes.size()) {
        return at > bytes.size() ? UnitsFault::Truncated : UnitsFault::Damaged;
    }
    if (digestOf(bytes) != QByteArrayView(bytes).sliced(MagicLength, DigestLength)) {
        return UnitsFault::Damaged;
    }
    for (int table = 0; table < Tables; ++table) {
        image.m_rows[table] = static_cast<int>(count(table + 1)); // its rows fit into memory, so it fits
    }
    if (!image.readHead(QByteArrayView(bytes).sliced(HeadAt, count(0))) || !image.isPossible()) {
        return UnitsFault::Damaged;
    }
    return image;
}

QByteArray UnitsImage::sealed(QByteArray bytes)
{
    if (bytes.size() >= MagicLength + DigestLength) {
        bytes.replace(MagicLength, DigestLength, digestOf(bytes));
    }
    return bytes;
}

bool UnitsImage::readHead(QByteArrayView head)
{
    const QJsonObject json = QJsonDocument::fromJson(head.toByteArray()).object();
    m_source = json.value(QStringLiteral("source")).toString();
    m_mark = json.value(QStringLiteral("mark")).toString();
    m_placePattern = QRegularExpression(QRegularExpression::anchoredPattern(json.value(QStringLiteral("place")).toString()));
    for (const QJsonValue &value : json.value(QStringLiteral("kinds")).toArray()) {
        UnitsTables::Kind kind;
        kind.id = value[QStringLiteral("id")].toString();
        kind.name = value[QStringLiteral("name")].toString();
        kind.levels = value[QStringLiteral("levels")].toInt();
        for (const QJsonValue &one : value[QStringLiteral("shorts")].toArray()) {
            kind.shorts.append(one.toString());
        }
        m_kinds.append(kind);
    }
    for (const QJsonValue &value : json.value(QStringLiteral("aliases")).toArray()) {
        const UnitsTables::Alias alias{.of = static_cast<UnitsTables::Alias::Of>(value[QStringLiteral("of")].toInt()),
            .text = value[QStringLiteral("text")].toString(),
            .kind = value[QStringLiteral("kind")].toInteger(-1),
            .unit = value[QStringLiteral("unit")].toInteger()};
        const int units = alias.of == UnitsTables::Alias::Of::District ? rows(FormerDistricts) : rows(FormerProvinces);
        const bool known = alias.of == UnitsTables::Alias::Of::Country
            || (alias.of <= UnitsTables::Alias::Of::Country && isWithin(alias.unit, units));
        if (!known || alias.of < UnitsTables::Alias::Of::Province || alias.kind < -1 || alias.kind >= m_kinds.size()) {
            return false;
        }
        m_aliases.append(alias);
    }
    for (const QJsonValue &value : json.value(QStringLiteral("provinceMarks")).toArray()) {
        m_provinceMarks.append(value.toString());
    }
    return !m_kinds.isEmpty() && m_placePattern.isValid();
}

bool UnitsImage::isText(const char *at) const
{
    return static_cast<qsizetype>(wordAt<quint32>(at)) + byteAt(at + 4) <= m_bytes.size() - m_textsAt;
}

bool UnitsImage::isPossible() const
{
    const auto kindIn = [this](const char *at) { return isWithin(byteAt(at), m_kinds.size()); };
    for (int i = 0; i < rows(Provinces); ++i) {
        const char *at = row(Provinces, i);
        if (!isText(at + ProvinceRow::Name) || !isText(at + ProvinceRow::Key) || !kindIn(at + ProvinceRow::Kind)
            || wordAt<quint16>(at + ProvinceRow::First) + wordAt<quint16>(at + ProvinceRow::Count) > rows(Communes)) {
            return false;
        }
    }
    for (int i = 0; i < rows(Communes); ++i) {
        const char *at = row(Communes, i);
        if (!isText(at + CommuneRow::Name) || !isText(at + CommuneRow::Key) || !isText(at + CommuneRow::Sounds)
            || !kindIn(at + CommuneRow::Kind) || !isWithin(byteAt(at + CommuneRow::Province), rows(Provinces))) {
            return false;
        }
    }
    for (int i = 0; i < rows(FormerProvinces); ++i) {
        const char *at = row(FormerProvinces, i);
        if (!isText(at + FormerProvinceRow::Name) || !isText(at + FormerProvinceRow::Key) || !kindIn(at + FormerProvinceRow::Kind)
            || !isWithin(byteAt(at + FormerProvinceRow::Now), rows(Provinces))) {
            return false;
        }
    }
    for (int i = 0; i < rows(FormerDistricts); ++i) {
        const char *at = row(FormerDistricts, i);
        if (!isText(at + FormerDistrictRow::Name) || !isText(at + FormerDistrictRow::Key) || !kindIn(at + FormerDistrictRow::Kind)
            || !isWithin(byteAt(at + FormerDistrictRow::Province), rows(FormerProvinces))) {
            return false;
        }
    }
    for (int i = 0; i < rows(FormerUnits); ++i) {
        const char *at = row(FormerUnits, i);
        if (!isText(at + FormerUnitRow::Name) || !isText(at + FormerUnitRow::Key) || !kindIn(at + FormerUnitRow::Kind)
            || !isWithin(wordAt<quint16>(at + FormerUnitRow::District), rows(FormerDistricts)) || byteAt(at + FormerUnitRow::Count) == 0
            || wordAt<quint16>(at + FormerUnitRow::First) + byteAt(at + FormerUnitRow::Count) > rows(Links)) {
            return false;
        }
    }
    for (int i = 0; i < rows(Links); ++i) {
        if (!isWithin(link(i), rows(Communes))) {
            return false;
        }
    }
    return true;
}

const char *UnitsImage::row(Table table, int index) const
{
    return m_bytes.constData() + m_start[table] + index * RowLengths[table];
}

QByteArrayView UnitsImage::text(const char *at) const
{
    return {m_bytes.constData() + m_textsAt + wordAt<quint32>(at), byteAt(at + 4)};
}

UnitsImage::Province UnitsImage::province(int index) const
{
    const char *at = row(Provinces, index);
    return {{text(at + ProvinceRow::Name), text(at + ProvinceRow::Key)}, byteAt(at + ProvinceRow::Code), byteAt(at + ProvinceRow::Kind),
        wordAt<quint16>(at + ProvinceRow::First), wordAt<quint16>(at + ProvinceRow::Count)};
}

UnitsImage::Commune UnitsImage::commune(int index) const
{
    const char *at = row(Communes, index);
    return {{text(at + CommuneRow::Name), text(at + CommuneRow::Key)}, text(at + CommuneRow::Sounds),
        static_cast<int>(wordAt<quint32>(at + CommuneRow::Code)), byteAt(at + CommuneRow::Kind), byteAt(at + CommuneRow::Province)};
}

UnitsImage::FormerProvince UnitsImage::formerProvince(int index) const
{
    const char *at = row(FormerProvinces, index);
    return {{text(at + FormerProvinceRow::Name), text(at + FormerProvinceRow::Key)}, byteAt(at + FormerProvinceRow::Code),
        byteAt(at + FormerProvinceRow::Kind), byteAt(at + FormerProvinceRow::Now)};
}

UnitsImage::FormerDistrict UnitsImage::formerDistrict(int index) const
{
    const char *at = row(FormerDistricts, index);
    return {{text(at + FormerDistrictRow::Name), text(at + FormerDistrictRow::Key)}, byteAt(at + FormerDistrictRow::Kind),
        byteAt(at + FormerDistrictRow::Province)};
}

UnitsImage::FormerUnit UnitsImage::formerUnit(int index) const
{
    const char *at = row(FormerUnits, index);
    return {{text(at + FormerUnitRow::Name), text(at + FormerUnitRow::Key)}, static_cast<int>(wordAt<quint32>(at + FormerUnitRow::Code)),
        byteAt(at + FormerUnitRow::Kind), wordAt<quint16>(at + FormerUnitRow::District), wordAt<quint16>(at + FormerUnitRow::First),
        byteAt(at + FormerUnitRow::Count)};
}

int UnitsImage::link(int index) const
{
    return wordAt<quint16>(row(Links, index));
}

QByteArray UnitsImage::looseKey(Table table, int index) const
{
    return address::looseKey(table == FormerUnits ? formerUnit(index).key : formerDistrict(index).key);
}

std::pair<int, int> UnitsImage::withKey(Table table, QByteArrayView key) const
{
    int first = 0;
    int end = rows(table);
    for (int count = end; count > 0;) {
        const int half = count / 2;
        if (looseKey(table, first + half) < key) {
            first += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    end = first;
    while (end < rows(table) && looseKey(table, end) == key) {
        ++end;
    }
    return {first, end};
}

} // namespace motcua

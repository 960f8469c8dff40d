// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/address/TypedAddress.h"

#include "models/address/AddressWords.h"
#include "models/address/AdministrativeUnits.h"
#include "models/address/OldAddress.h"

#include <QStringList>

#include <algorithm>

namespace motcua {

namespace {

constexpr int FewestLetters = 2;
constexpr QChar FullWidthComma(0xff0c);

bool isComma(QChar c)
{
    return c == u',' || c == FullWidthComma;
}

/** Whether `part` may be the beginning of a name with so many letters: house numbers are none. */
bool mayBeName(QStringView part, int fewest)
{
    const auto first = std::find_if(part.begin(), part.end(), [](QChar c) { return c.isLetterOrNumber(); });
    return first != part.end() && !first->isDigit() && std::count_if(part.begin(), part.end(), [](QChar c) { return c.isLetter(); }) >= fewest;
}

QString firstPart(const QString &words)
{
    return words.left(std::find_if(words.begin(), words.end(), isComma) - words.begin());
}

/** "xã" before the name is typed, or a province or district where a commune would stand. */
bool isNoCommune(const QString &words, const QList<UnitsTables::Kind> &kinds)
{
    const QList<AddressWord> typed = address::words(address::legible(firstPart(words)));
    return std::any_of(kinds.cbegin(), kinds.cend(), [&typed](const UnitsTables::Kind &kind) {
        const QList<AddressWord> written = address::words(kind.name);
        if (typed.size() < written.size()) {
            return false;
        }
        const Likeness likeness = address::likeness(typed.first(written.size()), written);
        // Without its mark "tinh" begins names of communes as well.
        return typed.size() == written.size() ? likeness != Likeness::Other
                                              : likeness == Likeness::Same && (kind.levels & UnitsTables::CommuneLevel) == 0;
    });
}

bool endsWithWords(const QByteArray &key, const QByteArray &words)
{
    return key == words || key.endsWith(' ' + words);
}

} // namespace

QString TypedAddress::Former::line(const Commune &commune) const
{
    return kept.isEmpty() ? commune.display() : kept + QStringLiteral(", ") + commune.display();
}

TypedAddress::TypedAddress(const QString &line)
    : m_line(line)
{
}

QList<TypedAddress::End> TypedAddress::ends() const
{
    // The last two parts: where they begin, and where they end.
    QList<std::pair<qsizetype, qsizetype>> parts;
    qsizetype end = m_line.size();
    for (qsizetype at = m_line.size() - 1; at >= -1 && parts.size() < 2; --at) {
        if (at == -1 || isComma(m_line[at])) {
            qsizetype from = at + 1;
            while (from < end && m_line[from].isSpace()) {
                ++from;
            }
            parts.prepend({from, end});
            end = at;
        }
    }
    const auto part = [this, &parts](qsizetype i) { return QStringView(m_line).sliced(parts[i].first, parts[i].second - parts[i].first); };
    QList<End> ends;
    if (parts.size() == 2 && mayBeName(part(0), FewestLetters) && mayBeName(part(1), 1)) {
        ends.append({parts[0].first, m_line.sliced(parts[0].first)});
    }
    if (mayBeName(part(parts.size() - 1), FewestLetters)) {
        ends.append({parts.constLast().first, m_line.sliced(parts.constLast().first)});
    }
    return ends;
}

TypedAddress::Fitting TypedAddress::fitting(const AdministrativeUnits &units, qsizetype limit) const
{
    for (const End &end : ends()) {
        if (isNoCommune(end.words, units.image().kinds())) {
            continue;
        }
        if (const QList<Commune> found = units.find(end.words, limit); !found.isEmpty()) {
            return found.constFirst().display() == end.words.trimmed() ? Fitting{} : Fitting{end.from, found};
        }
    }
    return {};
}

QString TypedAddress::with(const Commune &commune, qsizetype from) const
{
    return m_line.left(from) + commune.display();
}

bool TypedAddress::isOfToday(const AdministrativeUnits &units, const FormerUnit &former, bool withProvince) const
{
    const QByteArray name = address::spacedKey(former.name);
    const QList<End> all = ends();
    return std::any_of(all.cbegin(), all.cend(), [&](const End &end) {
        const QString part = firstPart(end.words);
        if ((part.size() < end.words.size()) != withProvince) {
            return false;
        }
        const QByteArray typed = address::spacedKey(part);
        const QList<Commune> found = units.find(end.words);
        return std::any_of(found.cbegin(), found.cend(), [&](const Commune &commune) {
            const QByteArray today = address::spacedKey(commune.name);
            // "Krông Pắc" may be the district above it; "xã Krông Pắc" is a commune whatever stands before it.
            return (endsWithWords(typed, today) && endsWithWords(name, today)) || typed == address::spacedKey(commune.fullName());
        });
    });
}

std::optional<TypedAddress::Former> TypedAddress::former(const AdministrativeUnits &units) const
{
    const Result<OldAddress> old = OldAddress::read(units, m_line);
    if (!old || (old->verdict() != OldAddress::Verdict::One && old->verdict() != OldAddress::Verdict::Split)) {
        return {};
    }
    const OldAddress::Candidate &found = old->candidates.constFirst();
    const bool isPlaced = found.districtNamed || found.provinceNamed;
    // A street may have the name of a ward: a name alone says something only behind its kind.
    const QByteArray typed = ' ' + address::spacedKey(m_line) + ' ';
    if ((!isPlaced && !typed.contains(' ' + address::spacedKey(found.unit.name) + ' ')) || isOfToday(units, found.unit, isPlaced)) {
        return {};
    }
    QStringList kept{old->detail, old->unread};
    kept.removeAll(QString());
    return Former{kept.join(QStringLiteral(", ")), found.unit.now};
}

} // namespace motcua

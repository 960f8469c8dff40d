// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/address/OldAddressSearch.h"

#include <algorithm>

namespace motcua {

namespace {

constexpr qsizetype LongestName = 8; // words

// A district tells more than a province, both more than all the rest together.
constexpr int DistrictNamed = 200;
constexpr int FormerProvinceNamed = 120;
constexpr int ProvinceNamed = 110; // in an old address the old province was meant, if there is one of that name
constexpr int SameKind = 12;
constexpr int NoKind = 6;
constexpr int OtherKind = 4; // many a xã became a phường
constexpr int SameMarks = 6;
constexpr int NoMarks = 4;
constexpr int OtherMarks = -10;
constexpr int Bounded = 4; // a comma, a kind or an end of the text beside the name
constexpr int PerWord = 2; // "Tân Hòa Bình" rather than "Hòa Bình"
constexpr int Adjoining = 5; // the commune stands next to what it belongs to

bool isNumber(const QByteArray &key)
{
    return std::all_of(key.begin(), key.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/** In a text without any marks a name without marks is no likelier than others. */
int marksScore(Likeness likeness, bool marked)
{
    switch (likeness) {
    case Likeness::Same:
        return marked ? SameMarks : NoMarks;
    case Likeness::Unmarked:
        return NoMarks;
    case Likeness::Other:
        break;
    }
    return OtherMarks;
}

} // namespace

OldAddressSearch::OldAddressSearch(const UnitsImage &image, const QString &legible)
    : m_image(image)
    , m_text(legible)
    , m_words(address::words(legible))
{
    readKinds();
    for (const UnitsTables::Alias &alias : image.aliases()) {
        m_aliasKeys.append(address::looseKey(address::spacedKey(alias.text)));
    }
    for (int row = 0; row < image.rows(UnitsImage::FormerProvinces); ++row) {
        m_formerProvinceKeys.append(address::looseKey(image.formerProvince(row).key));
    }
    for (int row = 0; row < image.rows(UnitsImage::Provinces); ++row) {
        m_provinceKeys.append(address::looseKey(image.province(row).key));
    }
    m_marked = std::any_of(m_words.cbegin(), m_words.cend(), [](const AddressWord &word) { return !word.plain; });
    m_separated = std::any_of(m_words.cbegin(), m_words.cend(), [](const AddressWord &word) { return word.apart && word.from > 0; });
    for (qsizetype from = 0; from < m_words.size(); ++from) {
        Run run{.from = from, .end = from, .before = kindBefore(from), .isNumber = true};
        const int start = run.before.kind >= 0 || isStart(from) ? Bounded : 0;
        for (; run.end < std::min(from + LongestName, m_words.size()) && (run.end == from || !m_words[run.end].apart);) {
            run.key += address::looseKey(m_words[run.end].key);
            run.isNumber = run.isNumber && isNumber(m_words[run.end].key);
            ++run.end;
            const bool ends = run.end == m_words.size() || m_words[run.end].apart || m_kindAt[run.end];
            run.bounds = start + (ends ? Bounded : 0);
            collect(run);
            collectAliases(run);
        }
    }
}

void OldAddressSearch::readKinds()
{
    for (int kind = 0; kind < m_image.kinds().size(); ++kind) {
        for (const QString &name : QStringList(m_image.kinds()[kind].name) + m_image.kinds()[kind].shorts) {
            m_kindWords.append({kind, address::words(name)});
        }
    }
    for (qsizetype word = 0; word < m_words.size(); ++word) {
        m_kindAt.append(isKindAt(word));
    }
}

OldAddressSearch::KindBefore OldAddressSearch::kindBefore(qsizetype word) const
{
    KindBefore best{.from = word};
    for (const auto &[kind, written] : m_kindWords) {
        const qsizetype from = word - written.size();
        if (from < 0 || from >= best.from || word == m_words.size() || m_words[word].apart) {
            continue;
        }
        const QList<AddressWord> typed = m_words.sliced(from, written.size());
        const bool whole = std::none_of(typed.cbegin() + 1, typed.cend(), [](const AddressWord &one) { return one.apart; });
        if (whole && address::likeness(typed, written) != Likeness::Other) {
            best = {kind, from};
        }
    }
    return best;
}

bool OldAddressSearch::isKindAt(qsizetype word) const
{
    return std::any_of(m_kindWords.cbegin(), m_kindWords.cend(), [this, word](const auto &kind) {
        return word + kind.second.size() < m_words.size()
            && address::likeness(m_words.sliced(word, kind.second.size()), kind.second) != Likeness::Other;
    });
}

std::optional<OldAddressSearch::Hit> OldAddressSearch::hit(int unit, const UnitsImage::Named &named, int kind, int level, const Run &run)
{
    if (run.before.kind >= 0 && run.before.kind != kind && (m_image.kinds()[run.before.kind].levels & level) == 0) {
        return {}; // "huyện Hòa An" is no commune
    }
    if (run.before.kind < 0 && run.isNumber) {
        return {}; // a number is a name only behind its kind
    }
    if (named.name != m_lastName || run.from != m_lastFrom) {
        m_lastName = named.name;
        m_lastFrom = run.from;
        m_lastMarks = marksScore(address::likeness(m_words.sliced(run.from, run.end - run.from), address::words(named.text())), m_marked);
    }
    Hit hit{.unit = unit, .from = run.before.from, .end = run.end, .bare = run.before.kind < 0, .alike = m_lastMarks != OtherMarks};
    hit.score = run.before.kind < 0 ? NoKind : run.before.kind == kind ? SameKind : OtherKind;
    hit.score += m_lastMarks + run.bounds + static_cast<int>(run.end - run.from) * PerWord;
    return hit;
}

void OldAddressSearch::collect(const Run &run)
{
    const auto [firstUnit, lastUnit] = m_image.withKey(UnitsImage::FormerUnits, run.key);
    // In an address with commas a name in the middle of a part is a street: "12 Trần Phú, Hà Nội".
    const bool mayBeCommune = run.before.kind >= 0 || isStart(run.from) || !m_separated;
    for (int row = firstUnit; mayBeCommune && row < lastUnit; ++row) {
        const UnitsImage::FormerUnit unit = m_image.formerUnit(row);
        if (const auto found = hit(row, unit, unit.kind, UnitsTables::CommuneLevel, run)) {
            m_units.append(*found);
        }
    }
    const auto [firstDistrict, lastDistrict] = m_image.withKey(UnitsImage::FormerDistricts, run.key);
    for (int row = firstDistrict; row < lastDistrict; ++row) {
        const UnitsImage::FormerDistrict district = m_image.formerDistrict(row);
        if (const auto found = hit(row, district, district.kind, UnitsTables::DistrictLevel, run)) {
            m_districts.append(*found);
        }
    }
    for (qsizetype row = m_formerProvinceKeys.indexOf(run.key); row >= 0; row = m_formerProvinceKeys.indexOf(run.key, row + 1)) {
        const UnitsImage::FormerProvince province = m_image.formerProvince(static_cast<int>(row));
        if (const auto found = hit(static_cast<int>(row), province, province.kind, UnitsTables::ProvinceLevel, run)) {
            m_formerProvinces.append(*found);
        }
    }
    for (qsizetype row = m_provinceKeys.indexOf(run.key); row >= 0; row = m_provinceKeys.indexOf(run.key, row + 1)) {
        const UnitsImage::Province province = m_image.province(static_cast<int>(row));
        if (const auto found = hit(static_cast<int>(row), province, province.kind, UnitsTables::ProvinceLevel, run)) {
            m_provinces.append(*found);
        }
    }
}

void OldAddressSearch::collectAliases(const Run &run)
{
    for (qsizetype i = m_aliasKeys.indexOf(run.key); i >= 0; i = m_aliasKeys.indexOf(run.key, i + 1)) {
        const UnitsTables::Alias &alias = m_image.aliases()[i];
        if (alias.kind >= 0 && run.before.kind != alias.kind) {
            continue;
        }
        const Hit hit{.unit = static_cast<int>(alias.unit),
            .from = run.before.from,
            .end = run.end,
            .score = NoKind + run.bounds,
            .bare = run.before.kind < 0};
        switch (alias.of) {
        case UnitsTables::Alias::Of::Province:
            m_formerProvinces.append(hit);
            break;
        case UnitsTables::Alias::Of::District:
            m_districts.append(hit);
            break;
        case UnitsTables::Alias::Of::Country:
            m_country.append({.from = run.from, .end = run.end});
            break;
        }
    }
}

OldAddressSearch::Found OldAddressSearch::joined(const Hit &unit, bool withDistrict) const
{
    const int district = m_image.formerUnit(unit.unit).district;
    const int formerProvince = m_image.formerDistrict(district).province;
    const int province = m_image.formerProvince(formerProvince).now;
    Found found{.unit = unit, .score = unit.score};
    const auto take = [&found](std::optional<Hit> &place, const QList<Hit> &hits, int row, int worth) {
        int best = place ? place->score : 0;
        for (const Hit &hit : hits) {
            const bool free = !hit.overlaps(found.unit) && !(found.district && &place != &found.district && hit.overlaps(*found.district));
            if (hit.unit == row && free && hit.score + worth > best) {
                place = hit;
                place->score = best = hit.score + worth;
            }
        }
    };
    if (withDistrict) {
        take(found.district, m_districts, district, DistrictNamed);
    }
    take(found.province, m_formerProvinces, formerProvince, FormerProvinceNamed);
    take(found.province, m_provinces, province, ProvinceNamed);
    // "xã Tân Mỹ, Bắc Giang": the province is meant, not the town of its name, unless the province stands behind it.
    const auto isProvince = [&found](const Hit &hit) { return hit.from == found.district->from && hit.end == found.district->end; };
    if (found.district && found.district->bare && !found.province
        && std::any_of(m_formerProvinces.cbegin(), m_formerProvinces.cend(), isProvince)) {
        return joined(unit, false);
    }
    found.score += (found.district ? found.district->score : 0) + (found.province ? found.province->score : 0);
    const std::optional<Hit> &next = found.district ? found.district : found.province;
    if (next && (next->from == unit.end || next->end == unit.from)) {
        found.score += Adjoining;
    }
    return found;
}

QList<OldAddressSearch::Found> OldAddressSearch::best() const
{
    QList<Found> best;
    for (const Hit &unit : m_units) {
        const Found found = joined(unit);
        if (!best.isEmpty() && found.score > best.constFirst().score) {
            best.clear();
        }
        const auto same = [&found](const Found &other) { return other.unit.unit == found.unit.unit; };
        if (best.isEmpty() || (found.score == best.constFirst().score && std::none_of(best.cbegin(), best.cend(), same))) {
            best.append(found);
        }
    }
    return best;
}

QString OldAddressSearch::piece(qsizetype from, qsizetype end) const
{
    return m_text.mid(m_words[from].from, m_words[end - 1].end - m_words[from].from).simplified();
}

qsizetype OldAddressSearch::higherKind(qsizetype from, qsizetype end) const
{
    qsizetype longest = 0;
    int levels = 0;
    for (const auto &[kind, written] : m_kindWords) {
        const qsizetype size = written.size();
        if (size > longest && from + size < end && !m_words[from + size].apart
            && address::likeness(m_words.sliced(from, size), written) != Likeness::Other) {
            longest = size;
            levels = m_image.kinds()[kind].levels;
        }
    }
    return (levels & (UnitsTables::DistrictLevel | UnitsTables::ProvinceLevel)) != 0 ? from + longest : from;
}

qsizetype OldAddressSearch::strangeName(qsizetype name, const Gap &gap) const
{
    qsizetype end = name + 1;
    while (end < gap.end && !m_words[end].apart && !m_kindAt[end]) {
        ++end;
    }
    // "tỉnh lộ 8" is a road, "(tỉnh cũ)" a remark.
    static const QStringList remarks{QStringLiteral("cũ"), QStringLiteral("mới"), QStringLiteral("này")};
    const QString first = piece(name, name + 1).toLower();
    const bool isName = m_words[name].key != "lo" && !(end == name + 1 && remarks.contains(first));
    return isName ? end : name;
}

qsizetype OldAddressSearch::otherPlace(qsizetype from, const Gap &gap, int formerUnit) const
{
    const int district = m_image.formerUnit(formerUnit).district;
    const int formerProvince = m_image.formerDistrict(district).province;
    const int province = m_image.formerProvince(formerProvince).now;
    const bool begins = isStart(from) || (from == gap.from && !gap.before);
    const qsizetype name = higherKind(from, gap.end);
    qsizetype end = from;
    bool own = false;
    for (const auto &[hits, unit] :
        {std::pair(&m_districts, district), std::pair(&m_formerProvinces, formerProvince), std::pair(&m_provinces, province)}) {
        for (const Hit &hit : *hits) {
            if (hit.from != from || hit.end > gap.end) {
                continue;
            }
            const bool ends = hit.end == gap.end || m_words[hit.end].apart || m_kindAt[hit.end];
            // Without its kind, or before the commune, it must stand alone to be no street: "khu Cao Bằng", "12 Thái Nguyên".
            const bool sure = hit.bare ? !gap.before && begins && ends && hit.alike : name > from && (!gap.before || (begins && ends && hit.alike));
            if (hit.unit == unit) {
                own = true;
            } else if (sure) {
                end = std::max(end, hit.end);
            }
        }
    }
    if (own || end > from || name == from || gap.before || !(begins || !m_words[from].plain)) {
        return own ? from : end;
    }
    const qsizetype strange = strangeName(name, gap);
    return strange > name ? strange : from;
}

void OldAddressSearch::share(const Gap &gap, int formerUnit, Rest &rest) const
{
    const auto add = [this](QString &part, qsizetype from, qsizetype end) {
        if (from < end) {
            part += (part.isEmpty() ? QString() : QStringLiteral(", ")) + piece(from, end);
        }
    };
    QString &usual = gap.before ? rest.detail : rest.unread;
    qsizetype from = gap.from;
    for (qsizetype at = gap.from; at < gap.end;) {
        const qsizetype end = otherPlace(at, gap, formerUnit);
        if (end == at) {
            ++at;
            continue;
        }
        rest.against.append(piece(at, end));
        if (gap.before) { // it is no street, so it is no detail
            add(rest.detail, from, at);
            add(rest.unread, at, end);
            from = end;
        }
        at = end;
    }
    add(usual, from, gap.end);
}

OldAddressSearch::Rest OldAddressSearch::rest(const Found &found) const
{
    QList<bool> taken(m_words.size(), false);
    qsizetype first = found.unit.from;
    qsizetype last = found.unit.end;
    const auto take = [&taken](const Hit &hit) { std::fill(taken.begin() + hit.from, taken.begin() + hit.end, true); };
    take(found.unit);
    for (const std::optional<Hit> &above : {found.district, found.province}) {
        if (above) {
            take(*above);
            first = std::min(first, above->from);
            last = std::max(last, above->end);
        }
    }
    // A province named twice ("thành phố Huế, tỉnh Thừa Thiên Huế") is read, not left over; a street of its name is a street.
    const int district = m_image.formerUnit(found.unit.unit).district;
    const int formerProvince = m_image.formerDistrict(district).province;
    const int province = m_image.formerProvince(formerProvince).now;
    for (const auto &[hits, unit] :
        {std::pair(&m_districts, district), std::pair(&m_formerProvinces, formerProvince), std::pair(&m_provinces, province)}) {
        for (const Hit &hit : *hits) {
            if (hit.unit == unit && (found.unit.from == first ? hit.from >= found.unit.end : hit.end <= found.unit.from)) {
                take(hit);
                last = std::max(last, hit.end);
            }
        }
    }
    for (const Hit &country : m_country) {
        if (country.from >= last) {
            take(country);
        }
    }
    // Written the other way round ("Đắk Lắk, Krông Pắc, Hòa An, thôn 3") the detail stands at the end.
    const bool reversed = found.unit.end == last && found.unit.from > first;
    Rest rest;
    for (qsizetype from = 0; from < taken.size();) {
        qsizetype end = from + 1;
        while (end < taken.size() && taken[end] == taken[from]) {
            ++end;
        }
        if (!taken[from]) {
            share({from, end, reversed ? from >= last : end <= first && found.unit.from == first}, found.unit.unit, rest);
        }
        from = end;
    }
    return rest;
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/address/AdministrativeUnits.h"

#include "models/address/AddressWords.h"

#include <QByteArrayList>

#include <algorithm>
#include <optional>
#include <tuple>

namespace motcua {

namespace {

constexpr qsizetype ProvinceDigits = 2;
constexpr qsizetype CommuneDigits = 5;
constexpr qsizetype LongestTyped = 100;

/** The number in exactly so many digits 0–9; 0 when it is none. */
int number(const QString &code, qsizetype digits)
{
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    return code.size() == digits && std::all_of(code.begin(), code.end(), isDigit) ? code.toInt() : 0;
}

QString digits(int code, int length)
{
    return code == 0 ? QString() : QString::number(code).rightJustified(length, u'0');
}

/** What somebody typed to find a commune, read in one of its ways. */
struct Asked
{
    QList<AddressWord> words = {};
    QByteArray key = {}; ///< of the words, a space between them
    QByteArrayList sounds = {}; ///< of the words
    bool unmarked = true; ///< no word is written with a mark
    QByteArray province = {}; ///< key of what stands after the comma
    int kind = -1; ///< the commune must be of it
};

/** A commune that answers, and how well: less is better. */
struct Answer
{
    bool otherMarks = false;
    int place = 0; ///< 0 the whole name, 1 whole words at its beginning, 2 its beginning, 3 a later word
    QByteArrayView key = {};
    QByteArrayView province = {}; ///< its key
    int row = 0;
};

bool beginsAWord(QByteArrayView text, QByteArrayView prefix)
{
    if (text.startsWith(prefix)) {
        return true;
    }
    for (qsizetype at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
        if (text.sliced(at + 1).startsWith(prefix)) {
            return true;
        }
    }
    return false;
}

std::optional<int> placeIn(QByteArrayView name, QByteArrayView typed)
{
    if (name.startsWith(typed)) {
        return name.size() == typed.size() ? 0 : name[typed.size()] == ' ' ? 1 : 2;
    }
    return beginsAWord(name, typed) ? std::optional<int>(3) : std::nullopt;
}

/** A sound taken apart: its letters, and the digit of its tone; 0 without one. */
struct Sound
{
    QByteArrayView letters = {};
    char tone = 0;

    explicit Sound(QByteArrayView sound)
        : letters(sound)
    {
        if (sound.size() > 1 && sound.back() >= '2' && sound.back() <= '6' && (sound.front() < '0' || sound.front() > '9')) {
            letters = sound.chopped(1);
            tone = sound.back();
        }
    }
};

/** Whether a typed sound is that of a written word; the last typed one may be its beginning. */
bool sounds(QByteArrayView typed, QByteArrayView written, bool last)
{
    if (!last) {
        return typed == written;
    }
    const Sound asked(typed);
    const Sound there(written);
    return there.letters.startsWith(asked.letters) && (asked.tone == 0 || asked.tone == there.tone);
}

/** Whether the typed marks stand in the name somewhere; a word typed without any says nothing. */
bool hasTypedMarks(const Asked &asked, QByteArrayView name)
{
    if (asked.unmarked) {
        return true;
    }
    const auto next = [](QByteArrayView &rest) {
        const qsizetype space = rest.indexOf(' ');
        const QByteArrayView word = space < 0 ? rest : rest.first(space);
        rest = space < 0 ? QByteArrayView() : rest.sliced(space + 1);
        return word;
    };
    while (!name.isEmpty()) {
        QByteArrayView rest = name;
        bool all = true;
        for (qsizetype i = 0; i < asked.words.size(); ++i) {
            const QByteArrayView written = next(rest);
            all = all && !written.isEmpty() && (asked.words[i].plain || sounds(asked.sounds[i], written, i + 1 == asked.words.size()));
        }
        if (all) {
            return true;
        }
        next(name);
    }
    return false;
}

Asked asked(const QList<AddressWord> &words, const QByteArray &province, int kind)
{
    Asked way{.words = words, .province = province, .kind = kind};
    for (const AddressWord &word : words) {
        way.key += way.key.isEmpty() ? word.key : ' ' + word.key;
        way.sounds.append(word.sound.toUtf8());
        way.unmarked = way.unmarked && word.plain;
    }
    return way;
}

/** The key of what was typed for a province, without the kind before it. */
QByteArray provinceKey(const QString &typed, const QList<UnitsTables::Kind> &kinds)
{
    const QByteArray key = address::spacedKey(typed);
    for (const UnitsTables::Kind &kind : kinds) {
        const QByteArray lead = address::spacedKey(kind.name) + ' ';
        if ((kind.levels & UnitsTables::ProvinceLevel) != 0 && key.startsWith(lead)) {
            return key.sliced(lead.size());
        }
    }
    return key;
}

/** The ways to read it: all words as the name, and without a kind before them. */
QList<Asked> readings(const QString &typed, const QList<UnitsTables::Kind> &kinds)
{
    const QString text = address::legible(typed);
    const qsizetype comma = text.indexOf(u',');
    const QList<AddressWord> words = address::words(comma < 0 ? text : text.left(comma));
    const QByteArray province = comma < 0 ? QByteArray() : provinceKey(text.sliced(comma + 1), kinds);
    if (words.isEmpty()) {
        return {};
    }
    QList<Asked> all{asked(words, province, -1)};
    for (int kind = 0; kind < kinds.size(); ++kind) {
        if ((kinds[kind].levels & UnitsTables::CommuneLevel) == 0) {
            continue;
        }
        for (const QString &name : QStringList(kinds[kind].name) + kinds[kind].shorts) {
            const QList<AddressWord> written = address::words(name);
            const qsizetype count = written.size();
            if (words.size() > count && address::likeness(words.first(count), written) != Likeness::Other) {
                all.append(asked(words.sliced(count), province, kind));
            }
        }
    }
    return all;
}

} // namespace

AdministrativeUnits::AdministrativeUnits()
    : m_image(std::make_shared<const UnitsImage>())
{
}

AdministrativeUnits::AdministrativeUnits(UnitsImage image)
    : m_image(std::make_shared<const UnitsImage>(std::move(image)))
{
}

Result<AdministrativeUnits, UnitsFault> AdministrativeUnits::fromBytes(const QByteArray &bytes)
{
    Result<UnitsImage, UnitsFault> image = UnitsImage::fromBytes(bytes);
    if (!image) {
        return image.error();
    }
    return AdministrativeUnits(*std::move(image));
}

QString AdministrativeUnits::kindName(int kind) const
{
    return m_image->kinds()[kind].name;
}

Province AdministrativeUnits::provinceAt(int row) const
{
    const UnitsImage::Province province = m_image->province(row);
    return {digits(province.code, ProvinceDigits), kindName(province.kind), province.text(), m_image->provinceMark(row)};
}

Commune AdministrativeUnits::communeAt(int row) const
{
    const UnitsImage::Commune commune = m_image->commune(row);
    return {digits(commune.code, CommuneDigits), kindName(commune.kind), commune.text(), provinceAt(commune.province)};
}

QList<Province> AdministrativeUnits::provinces() const
{
    QList<Province> all;
    for (int row = 0; row < m_image->rows(UnitsImage::Provinces); ++row) {
        all.append(provinceAt(row));
    }
    return all;
}

Result<Province> AdministrativeUnits::province(const QString &code) const
{
    const int wanted = number(code, ProvinceDigits);
    for (int row = 0; wanted != 0 && row < m_image->rows(UnitsImage::Provinces); ++row) {
        if (m_image->province(row).code == wanted) {
            return provinceAt(row);
        }
    }
    return Error{ErrorCode::NotFound, QStringLiteral("province ") + code};
}

Result<Commune> AdministrativeUnits::commune(const QString &code) const
{
    const int wanted = number(code, CommuneDigits);
    for (int row = 0; wanted != 0 && row < m_image->rows(UnitsImage::Communes); ++row) {
        if (m_image->commune(row).code == wanted) {
            return communeAt(row);
        }
    }
    return Error{ErrorCode::NotFound, QStringLiteral("commune ") + code};
}

QList<Commune> AdministrativeUnits::communes(const QString &provinceCode) const
{
    QList<Commune> all;
    const int wanted = number(provinceCode, ProvinceDigits);
    for (int row = 0; row < m_image->rows(UnitsImage::Provinces); ++row) {
        const UnitsImage::Province province = m_image->province(row);
        for (int i = 0; wanted != 0 && province.code == wanted && i < province.communes; ++i) {
            all.append(communeAt(province.firstCommune + i));
        }
    }
    return all;
}

QList<Commune> AdministrativeUnits::find(const QString &typed, qsizetype limit) const
{
    if (typed.size() > LongestTyped || limit < 1) {
        return {};
    }
    const auto better = [](const Answer &a, const Answer &b) {
        return std::tie(a.otherMarks, a.place, a.key, a.province, a.row) < std::tie(b.otherMarks, b.place, b.key, b.province, b.row);
    };
    const QList<Asked> ways = readings(typed, m_image->kinds());
    QList<Answer> answers;
    for (int row = 0; row < m_image->rows(UnitsImage::Communes); ++row) {
        const UnitsImage::Commune commune = m_image->commune(row);
        std::optional<Answer> best;
        for (const Asked &asked : ways) {
            const std::optional<int> place = asked.kind >= 0 && asked.kind != commune.kind ? std::nullopt : placeIn(commune.key, asked.key);
            const QByteArrayView province = place ? m_image->province(commune.province).key : QByteArrayView();
            if (place && (asked.province.isEmpty() || beginsAWord(province, asked.province))) {
                const Answer answer{!hasTypedMarks(asked, commune.sounds), *place, commune.key, province, row};
                best = best && better(*best, answer) ? best : answer;
            }
        }
        if (best) {
            answers.append(*best);
        }
    }
    const qsizetype shown = std::min(limit, answers.size());
    std::partial_sort(answers.begin(), answers.begin() + shown, answers.end(), better);
    QList<Commune> found;
    for (const Answer &answer : answers.first(shown)) {
        found.append(communeAt(answer.row));
    }
    return found;
}

Result<FormerProvince> AdministrativeUnits::formerProvince(const QString &code) const
{
    const int wanted = number(code, ProvinceDigits);
    for (int row = 0; wanted != 0 && row < m_image->rows(UnitsImage::FormerProvinces); ++row) {
        const UnitsImage::FormerProvince province = m_image->formerProvince(row);
        if (province.code == wanted) {
            return FormerProvince{code, kindName(province.kind) + u' ' + province.text(), provinceAt(province.now)};
        }
    }
    return Error{ErrorCode::NotFound, QStringLiteral("former province ") + code};
}

Result<FormerUnit> AdministrativeUnits::formerUnit(const QString &code) const
{
    const int wanted = number(code, CommuneDigits);
    for (int row = 0; wanted != 0 && row < m_image->rows(UnitsImage::FormerUnits); ++row) {
        if (m_image->formerUnit(row).code == wanted) {
            return formerUnitAt(row);
        }
    }
    return Error{ErrorCode::NotFound, QStringLiteral("former commune ") + code};
}

qsizetype AdministrativeUnits::formerUnitCount() const
{
    return m_image->rows(UnitsImage::FormerUnits);
}

FormerUnit AdministrativeUnits::formerUnitAt(qsizetype index) const
{
    const UnitsImage::FormerUnit unit = m_image->formerUnit(static_cast<int>(index));
    const UnitsImage::FormerDistrict district = m_image->formerDistrict(unit.district);
    const UnitsImage::FormerProvince province = m_image->formerProvince(district.province);
    FormerUnit former{.code = digits(unit.code, CommuneDigits),
        .name = kindName(unit.kind) + u' ' + unit.text(),
        .district = kindName(district.kind) + u' ' + district.text(),
        .province = kindName(province.kind) + u' ' + province.text()};
    for (int link = 0; link < unit.links; ++link) {
        former.now.append(communeAt(m_image->link(unit.firstLink + link)));
    }
    return former;
}

bool AdministrativeUnits::isPlaceIdentifier(const QString &text) const
{
    return m_image->rows(UnitsImage::Provinces) > 0 && m_image->placePattern().match(text).hasMatch();
}

} // namespace motcua

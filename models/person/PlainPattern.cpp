// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/person/PlainPattern.h"

#include <algorithm>

namespace motcua {

/** Reads a pattern from left to right and gives up at the first thing that is not plain. */
class PlainPattern::Reading
{
public:
    explicit Reading(QStringView pattern)
        : m_pattern(pattern)
    {
    }

    std::optional<QList<Runs>> alternatives()
    {
        QList<Runs> all(1);
        while (m_at < m_pattern.size()) {
            if (m_pattern[m_at] == u'|') {
                ++m_at;
                all.append(Runs());
                continue;
            }
            Run run;
            if (!readCharacters(run.characters) || !readQuantifier(run)) {
                return {};
            }
            all.last().append(run);
        }
        return all;
    }

private:
    [[nodiscard]] char16_t next() const { return m_at < m_pattern.size() ? m_pattern[m_at].unicode() : u'\0'; }

    bool readCharacters(Characters &characters)
    {
        const char16_t c = next();
        if (c == u'[') {
            return readClass(characters);
        }
        if (c == u'\\') {
            return readEscape(characters) != Escape::Refused;
        }
        if (QStringView(u".^$*+?()|{}").contains(QChar(c)) || QChar::isSurrogate(c)) {
            return false;
        }
        ++m_at;
        characters.add(c, c);
        return true;
    }

    enum class Escape { Refused, Set, Single };

    Escape readEscape(Characters &characters, char16_t *single = nullptr)
    {
        ++m_at;
        const char16_t c = next();
        ++m_at;
        if (c == u'p') {
            const QStringView name = m_pattern.sliced(std::min(m_at, m_pattern.size())).first(std::min<qsizetype>(3, m_pattern.size() - std::min(m_at, m_pattern.size())));
            m_at += 3;
            if (name == u"{L}") {
                characters.addLetters();
            } else if (name == u"{M}") {
                characters.addMarks();
            } else {
                return Escape::Refused;
            }
            return Escape::Set;
        }
        // \d and its like take the digits of every script here, so they are not plain; only signs may be escaped.
        const bool sign = c > u' ' && c < 0x7F && !QChar(c).isLetterOrNumber();
        if (!sign) {
            return Escape::Refused;
        }
        characters.add(c, c);
        if (single) {
            *single = c;
        }
        return Escape::Single;
    }

    bool readClass(Characters &characters)
    {
        ++m_at;
        if (next() == u'^') {
            return false;
        }
        bool empty = true;
        while (next() != u']') {
            char16_t from = next();
            if (m_at >= m_pattern.size() || from == u'[' || QChar::isSurrogate(from)) {
                return false;
            }
            bool single = true;
            if (from == u'\\') {
                const Escape escape = readEscape(characters, &from);
                if (escape == Escape::Refused) {
                    return false;
                }
                single = escape == Escape::Single;
            } else {
                ++m_at;
            }
            char16_t to = from;
            if (single && next() == u'-' && m_at + 1 < m_pattern.size() && m_pattern[m_at + 1] != u']') {
                ++m_at;
                to = next();
                ++m_at;
                if (to == u'\\' || to == u'[' || to < from || QChar::isSurrogate(to)) {
                    return false;
                }
            }
            if (single) {
                characters.add(from, to);
            }
            empty = false;
        }
        ++m_at;
        return !empty;
    }

    bool readQuantifier(Run &run)
    {
        const char16_t c = next();
        if (c == u'+' || c == u'*' || c == u'?') {
            ++m_at;
            run.least = c == u'+' ? 1 : 0;
            run.most = c == u'?' ? 1 : -1;
        } else if (c == u'{') {
            ++m_at;
            const int least = readNumber();
            int most = least;
            if (next() == u',') {
                ++m_at;
                most = next() == u'}' ? -1 : readNumber();
                if (most == -2) {
                    return false;
                }
            }
            if (least < 0 || next() != u'}' || (most >= 0 && most < least)) {
                return false;
            }
            ++m_at;
            run.least = least;
            run.most = most;
        }
        // Lazy and possessive quantifiers mean something else.
        return next() != u'+' && next() != u'?' && next() != u'*' && next() != u'{';
    }

    int readNumber()
    {
        int number = -2;
        while (next() >= u'0' && next() <= u'9' && number < 100'000) {
            number = std::max(number, 0) * 10 + (next() - u'0');
            ++m_at;
        }
        return number;
    }

    QStringView m_pattern;
    qsizetype m_at = 0;
};

namespace {

/** The near characters of which `is` is true. */
template <typename Is>
CharacterSet nearOnes(const Is &is)
{
    CharacterSet made;
    for (char16_t c = 0; c < CharacterSet::End; ++c) {
        if (is(QChar(c))) {
            made.add(c, c);
        }
    }
    return made;
}

} // namespace

void PlainPattern::Characters::add(char16_t from, char16_t to)
{
    near.add(from, to);
    if (to >= CharacterSet::End) {
        ranges.append({std::max(from, CharacterSet::End), to});
    }
}

void PlainPattern::Characters::addLetters()
{
    static const CharacterSet all = nearOnes([](QChar c) { return c.isLetter(); });
    near.add(all);
    letters = true;
}

void PlainPattern::Characters::addMarks()
{
    static const CharacterSet all = nearOnes([](QChar c) { return c.isMark(); });
    near.add(all);
    marks = true;
}

bool PlainPattern::Characters::hasFar(QChar c) const
{
    if (c.isSurrogate()) {
        return false;
    }
    if ((letters && c.isLetter()) || (marks && c.isMark())) {
        return true;
    }
    const char16_t code = c.unicode();
    return std::any_of(ranges.cbegin(), ranges.cend(), [code](const auto &range) { return code >= range.first && code <= range.second; });
}

bool PlainPattern::Characters::meets(const Characters &other) const
{
    if (near.meets(other.near)) {
        return true;
    }
    // Farther away nothing is worked out: two runs that both go there may meet.
    const auto goesBeyond = [](const Characters &one) { return one.letters || one.marks || !one.ranges.isEmpty(); };
    return goesBeyond(*this) && goesBeyond(other);
}

std::optional<PlainPattern> PlainPattern::from(const QString &pattern)
{
    const std::optional<QList<Runs>> alternatives = Reading(pattern).alternatives();
    if (!alternatives || !std::all_of(alternatives->cbegin(), alternatives->cend(), isDecided)) {
        return {};
    }
    PlainPattern made;
    made.m_alternatives = *alternatives;
    return made;
}

bool PlainPattern::isDecided(const Runs &runs)
{
    // A run that may be longer or shorter takes all it can. That is right when nothing after it could have wanted any of it.
    for (qsizetype i = 0; i < runs.size(); ++i) {
        if (runs[i].least == runs[i].most) {
            continue;
        }
        for (qsizetype after = i + 1; after < runs.size(); ++after) {
            if (runs[i].characters.meets(runs[after].characters)) {
                return false;
            }
            if (runs[after].least > 0) {
                break;
            }
        }
    }
    return true;
}

bool PlainPattern::fits(const Runs &runs, QStringView text)
{
    qsizetype at = 0;
    for (const Run &run : runs) {
        const qsizetype end = run.most < 0 ? text.size() : std::min(text.size(), at + run.most);
        const qsizetype start = at;
        while (at < end && run.characters.has(text[at])) {
            ++at;
        }
        if (at - start < run.least) {
            return false;
        }
    }
    return at == text.size();
}

bool PlainPattern::fits(QStringView text) const
{
    return std::any_of(m_alternatives.cbegin(), m_alternatives.cend(), [text](const Runs &runs) { return fits(runs, text); });
}

} // namespace motcua

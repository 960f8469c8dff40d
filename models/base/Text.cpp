// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/Text.h"

#include "models/base/Tone.h"

#include <algorithm>
#include <array>

namespace motcua::text {

namespace {

// What becomes of a character in the search key, where it is no letter or digit. No key holds these.
constexpr char16_t Gap = 0;
constexpr char16_t Dropped = 1;
constexpr char16_t Several = 2;

/** What one character without its marks becomes. */
char16_t foldedUnit(QChar c)
{
    if (c.category() == QChar::Mark_NonSpacing) {
        return Dropped;
    }
    if (!c.isLetterOrNumber() && !c.isSurrogate()) {
        return Gap;
    }
    switch (c.unicode()) {
    case 0x02BC: // apostrophes that Unicode takes for letters: K’ is one name with any of them
    case 0x02BB:
    case 0x02B9:
    case 0xA78B:
    case 0xA78C:
        return Gap;
    case u'ƀ': // its stroke is no mark that could be taken off
    case u'Ƀ':
        return u'b';
    case u'đ':
    case u'Đ':
    case u'ð':
    case u'Ð':
        return u'd';
    default:
        return c.toLower().unicode();
    }
}

/** Writes the key unit by unit; the room given must do for one unit a character. */
class KeyWriter
{
public:
    explicit KeyWriter(qsizetype room)
        : m_key(room, Qt::Uninitialized)
        , m_out(m_key.data())
    {
    }
    void put(char16_t unit)
    {
        if (unit == Dropped) {
            return;
        }
        if (unit == Gap) {
            m_gap = true;
            return;
        }
        if (m_gap && m_out != m_key.constData()) {
            *m_out++ = u' ';
        }
        m_gap = false;
        *m_out++ = QChar(unit);
    }
    QString taken()
    {
        m_key.truncate(m_out - m_key.constData());
        return std::move(m_key);
    }

private:
    QString m_key;
    QChar *m_out;
    bool m_gap = false;
};

/**
 * The blocks Vietnamese is written in, folded once: taking every text apart into letters and marks first costs ten times as much.
 * Canonical decomposition works character by character but for the order of marks, and marks are dropped.
 */
class LatinTable
{
public:
    static constexpr qsizetype Latin = 0x250; // to the end of Latin Extended-B
    static constexpr qsizetype Marks = 0x70; // U+0300–U+036F
    static constexpr qsizetype Additional = 0x100; // U+1E00–U+1EFF
    static constexpr qsizetype Punctuation = 0x70; // U+2000–U+206F

    LatinTable()
    {
        fill(0, 0, Latin);
        fill(Latin, 0x0300, Marks);
        fill(Latin + Marks, 0x1E00, Additional);
        fill(Latin + Marks + Additional, 0x2000, Punctuation);
    }
    [[nodiscard]] char16_t unit(char16_t c) const
    {
        if (c < Latin) {
            return m_units[c];
        }
        if (c >= 0x0300 && c < 0x0300 + Marks) {
            return m_units[static_cast<size_t>(Latin + c - 0x0300)];
        }
        if (c >= 0x1E00 && c < 0x1E00 + Additional) {
            return m_units[static_cast<size_t>(Latin + Marks + c - 0x1E00)];
        }
        if (c >= 0x2000 && c < 0x2000 + Punctuation) {
            return m_units[static_cast<size_t>(Latin + Marks + Additional + c - 0x2000)];
        }
        return Several;
    }

private:
    void fill(qsizetype at, char16_t first, qsizetype count)
    {
        for (qsizetype i = 0; i < count; ++i) {
            const QString apart = QString(QChar(static_cast<char16_t>(first + i))).normalized(QString::NormalizationForm_D);
            char16_t unit = Dropped;
            for (const QChar c : apart) {
                const char16_t one = foldedUnit(c);
                unit = one == Dropped ? unit : unit == Dropped ? one : Several;
            }
            m_units[static_cast<size_t>(at + i)] = unit;
        }
    }

    std::array<char16_t, Latin + Marks + Additional + Punctuation> m_units = {};
};

QString foldedApart(const QString &any)
{
    const QString apart = any.normalized(QString::NormalizationForm_D);
    KeyWriter key(apart.size());
    for (const QChar c : apart) {
        key.put(foldedUnit(c));
    }
    return key.taken();
}

} // namespace

QString tidy(const QString &typed)
{
    return typed.normalized(QString::NormalizationForm_C).simplified();
}

QString plainWidth(QString typed)
{
    for (QChar &c : typed) {
        if (c.unicode() >= 0xFF01 && c.unicode() <= 0xFF5E) {
            c = QChar(static_cast<char16_t>(c.unicode() - 0xFEE0));
        }
    }
    return typed;
}

QString withoutInvisible(QString any)
{
    return any.removeIf([](QChar c) { return c.category() == QChar::Other_Format; });
}

qsizetype characters(const QString &text)
{
    qsizetype count = 0;
    for (const QChar c : text) {
        count += c.isLowSurrogate() ? 0 : 1;
    }
    return count;
}

QString folded(const QString &any)
{
    static const LatinTable table;
    KeyWriter key(any.size());
    for (const QChar c : any) {
        const char16_t unit = table.unit(c.unicode());
        if (unit == Several) {
            return foldedApart(any);
        }
        key.put(unit);
    }
    return key.taken();
}

QStringList foldedWords(const QString &any)
{
    return folded(any).split(u' ', Qt::SkipEmptyParts);
}

bool fits(const QStringList &typed, const QString &label)
{
    const QStringList there = foldedWords(label);
    return std::all_of(typed.cbegin(), typed.cend(), [&there](const QString &word) {
        return std::any_of(there.cbegin(), there.cend(), [&word](const QString &one) { return one.startsWith(word); });
    });
}

QString toneKey(const QString &any)
{
    const QString apart = any.normalized(QString::NormalizationForm_D);
    QString key;
    key.reserve(apart.size());
    for (qsizetype at = 0; at < apart.size();) {
        if (!isVowel(apart[at])) {
            key.append(apart[at++]);
            continue;
        }
        const qsizetype start = at;
        const qsizetype keyStart = key.size();
        QChar tone;
        int tones = 0;
        for (; at < apart.size() && (isVowel(apart[at]) || apart[at].category() == QChar::Mark_NonSpacing); ++at) {
            if (toneOf(apart[at]) == Tone::Level) {
                key.append(apart[at]);
            } else {
                tone = apart[at];
                ++tones;
            }
        }
        if (tones == 1) {
            key.append(tone);
        } else if (tones > 1) {
            key.truncate(keyStart);
            key.append(QStringView(apart).sliced(start, at - start));
        }
    }
    return key.normalized(QString::NormalizationForm_C);
}

} // namespace motcua::text

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/VietnameseOrder.h"

#include "models/base/Text.h"
#include "models/base/Tone.h"

namespace motcua {

namespace {

using text::Tone;

// The bytes of a key. A level ends lower than anything in it, so that what is shorter comes first.
constexpr char LevelEnd = 1;
constexpr char PartEnd = 2; // of what one letter adds to a level
constexpr char Space = 2;
constexpr char Digits = 16;
constexpr char Letters = 32; // eight places a letter
constexpr unsigned char OtherScripts = 0xF1;
constexpr char SeveralTones = 16;

constexpr char16_t Breve = 0x0306;
constexpr char16_t Circumflex = 0x0302;
constexpr char16_t Horn = 0x031B;
constexpr char16_t Caron = 0x030C;
constexpr char16_t Tilde = 0x0303;

/** A letter and what stands on it. */
struct Letter
{
    char32_t base = 0; ///< small
    bool capital = false;
    int variant = 0; ///< which of the letters that share a base: o ŏ ô ô̆ ơ ơ̆
    QByteArray tones = {}; ///< as bytes from 3
    QByteArray marks = {}; ///< what else, as bytes from 3
};

/** What a mark makes of the letter below it; 0 when it makes no letter of its own. */
int variantOf(char32_t base, char16_t mark)
{
    if (base == u'c') {
        return mark == Caron ? 1 : 0;
    }
    if (base == u'n') {
        return mark == Tilde ? 1 : 0;
    }
    if (base > 0x7F || !text::isVowel(QChar(static_cast<char16_t>(base)))) {
        return 0;
    }
    return mark == Breve ? 1 : mark == Circumflex ? 2 : mark == Horn ? 4 : 0;
}

void addMark(Letter &letter, char16_t mark)
{
    if (const int variant = variantOf(letter.base, mark); variant != 0 && (letter.variant & variant) == 0) {
        letter.variant |= variant;
        return;
    }
    const Tone tone = text::toneOf(QChar(mark));
    if (tone != Tone::Level && letter.base <= 0x7F && text::isVowel(QChar(static_cast<char16_t>(letter.base)))) {
        letter.tones.append(static_cast<char>(2 + static_cast<int>(tone)));
        return;
    }
    for (const int shift : {12, 6, 0}) {
        letter.marks.append(static_cast<char>(3 + ((mark >> shift) & 63)));
    }
}

/** Collects the levels of a key letter by letter. */
class KeyBuilder
{
public:
    void gap()
    {
        endRun();
        m_gap = true;
    }
    void digit(char32_t c)
    {
        endRun();
        letterGap();
        m_letters.append(static_cast<char>(Digits + static_cast<int>(c - u'0')));
    }
    void letter(const Letter &letter)
    {
        letterGap();
        const bool latin = letter.base >= u'a' && letter.base <= u'z';
        if (latin) {
            m_letters.append(static_cast<char>(Letters + 8 * static_cast<int>(letter.base - u'a') + letter.variant));
        } else {
            m_letters.append(static_cast<char>(OtherScripts));
            m_letters.append(static_cast<char>(letter.base >> 16));
            m_letters.append(static_cast<char>(letter.base >> 8));
            m_letters.append(static_cast<char>(letter.base));
        }
        if (latin && text::isVowel(QChar(static_cast<char16_t>(letter.base)))) {
            m_run.append(letter.tones);
        } else {
            endRun();
        }
        m_marks.append(letter.marks).append(PartEnd);
        m_cases.append(letter.capital ? char(3) : char(2));
    }
    QByteArray key()
    {
        endRun();
        trim(m_tones, 2);
        trim(m_marks, PartEnd);
        trim(m_cases, 2);
        return m_letters + LevelEnd + m_tones + LevelEnd + m_marks + LevelEnd + m_cases;
    }

private:
    void letterGap()
    {
        if (m_gap && !m_letters.isEmpty()) {
            m_letters.append(Space);
        }
        m_gap = false;
    }
    /** Vowels side by side are one syllable's: its tone counts, its place does not. */
    void endRun()
    {
        if (m_run.isEmpty()) {
            return;
        }
        const QByteArray all = m_run.join();
        if (all.size() <= 1) {
            m_tones.append(all.isEmpty() ? char(2) : all[0]);
        } else {
            m_tones.append(SeveralTones);
            for (const QByteArray &tones : std::as_const(m_run)) {
                m_tones.append(tones).append(PartEnd);
            }
        }
        m_run.clear();
    }
    static void trim(QByteArray &level, char least)
    {
        while (level.endsWith(least)) {
            level.chop(1);
        }
    }

    QByteArray m_letters;
    QByteArray m_tones;
    QByteArray m_marks;
    QByteArray m_cases;
    QList<QByteArray> m_run; ///< the tones of each vowel since the last other letter
    bool m_gap = false;
};

Letter letterOf(char32_t c)
{
    Letter letter{.base = QChar::toLower(c), .capital = QChar::isUpper(c)};
    switch (letter.base) {
    case u'đ':
    case u'ð':
    case u'ɖ': // the small letter of the look-alike U+0189
        letter.base = u'd';
        letter.variant = 1;
        break;
    case u'ƀ':
        letter.base = u'b';
        letter.variant = 1;
        break;
    default:
        break;
    }
    return letter;
}

} // namespace

QByteArray vietnameseOrderKey(const QString &text)
{
    const QList<uint> apart = text::plainWidth(text).normalized(QString::NormalizationForm_D).toUcs4();
    KeyBuilder builder;
    for (qsizetype at = 0; at < apart.size();) {
        const char32_t c = apart[at++];
        if (c >= u'0' && c <= u'9') {
            builder.digit(c);
            continue;
        }
        if (QChar::category(c) == QChar::Other_Format) {
            continue;
        }
        if (!QChar::isLetterOrNumber(c)) {
            builder.gap();
            continue;
        }
        Letter letter = letterOf(c);
        for (; at < apart.size() && QChar::category(apart[at]) == QChar::Mark_NonSpacing; ++at) {
            if (apart[at] <= 0xFFFF) {
                addMark(letter, static_cast<char16_t>(apart[at]));
            }
        }
        builder.letter(letter);
    }
    return builder.key();
}

} // namespace motcua

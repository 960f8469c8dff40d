// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/address/AddressWords.h"

#include "models/base/Text.h"

#include <QByteArrayList>

namespace motcua::address {

namespace {

constexpr char16_t FullWidthFirst = 0xFF01;
constexpr char16_t FullWidthLast = 0xFF5E;
constexpr char16_t FullWidthShift = 0xFEE0;

bool isSeparator(QChar c)
{
    switch (c.unicode()) {
    case u',':
    case u';':
    case u':':
    case u'|':
    case u'/':
    case u'\\':
    case u'(':
    case u')':
    case u'[':
    case u']':
    case u'\n':
        return true;
    default:
        return false;
    }
}

/** The digit by which the tone of a syllable is written behind it; 0 for a mark that belongs to its letter. */
char toneOf(QChar mark)
{
    switch (mark.unicode()) {
    case 0x0300:
        return '2'; // huyền
    case 0x0301:
        return '5'; // sắc
    case 0x0303:
        return '4'; // ngã
    case 0x0309:
        return '3'; // hỏi
    case 0x0323:
        return '6'; // nặng
    default:
        return 0;
    }
}

QString soundOf(QStringView word)
{
    QString sound;
    QString tones;
    for (const QChar c : word.toString().normalized(QString::NormalizationForm_D).toLower()) {
        if (const char tone = toneOf(c)) {
            tones.append(QLatin1Char(tone));
        } else {
            sound.append(c == u'ð' ? QChar(u'đ') : c);
        }
    }
    return sound + tones;
}

QByteArray keyOf(QStringView word)
{
    QByteArray key = text::folded(word.toString()).toUtf8();
    if (!key.isEmpty() && key[0] >= '0' && key[0] <= '9') {
        while (key.size() > 1 && key[0] == '0') {
            key.remove(0, 1);
        }
    }
    return key;
}

bool belongs(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
}

} // namespace

QString legible(const QString &text)
{
    QString plain;
    plain.reserve(text.size());
    for (const QChar c : text) {
        if (c.unicode() >= FullWidthFirst && c.unicode() <= FullWidthLast) {
            plain.append(QChar(c.unicode() - FullWidthShift));
        } else if (c == u'\n' || c == u'\r') {
            plain.append(u'\n');
        } else if (c.isSpace()) {
            plain.append(u' ');
        } else if (c.category() != QChar::Other_Format && c.category() != QChar::Other_Control) {
            plain.append(c);
        }
    }
    return plain.normalized(QString::NormalizationForm_C);
}

QList<AddressWord> words(const QString &legible)
{
    QList<AddressWord> all;
    bool apart = true;
    for (qsizetype at = 0; at < legible.size();) {
        if (!belongs(legible[at])) {
            apart = apart || isSeparator(legible[at]);
            ++at;
            continue;
        }
        const bool number = legible[at].isDigit();
        qsizetype end = at + 1;
        while (end < legible.size() && belongs(legible[end]) && (legible[end].isMark() || legible[end].isDigit() == number)) {
            ++end;
        }
        const QStringView text = QStringView(legible).sliced(at, end - at);
        AddressWord word{.key = keyOf(text), .sound = soundOf(text), .from = at, .end = end, .apart = apart};
        if (number) {
            word.sound = QString::fromLatin1(word.key);
        }
        word.plain = word.sound.toUtf8() == word.key;
        if (!word.key.isEmpty()) {
            all.append(word);
            apart = false;
        }
        at = end;
    }
    return all;
}

QByteArray spacedKey(const QString &text)
{
    QByteArrayList keys;
    for (const AddressWord &word : words(legible(text))) {
        keys.append(word.key);
    }
    return keys.join(' ');
}

QByteArray spacedSounds(const QString &text)
{
    QByteArrayList sounds;
    for (const AddressWord &word : words(legible(text))) {
        sounds.append(word.sound.toUtf8());
    }
    return sounds.join(' ');
}

QByteArray looseKey(QByteArrayView spacedKey)
{
    QByteArray loose;
    loose.reserve(spacedKey.size());
    for (const char c : spacedKey) {
        if (c != ' ') {
            loose.append(c == 'y' ? 'i' : c == 'k' ? 'c' : c);
        }
    }
    return loose;
}

Likeness likeness(const QList<AddressWord> &typed, const QList<AddressWord> &written)
{
    Likeness all = Likeness::Same;
    if (typed.size() != written.size()) {
        return Likeness::Other;
    }
    for (qsizetype i = 0; i < typed.size(); ++i) {
        if (typed[i].key != written[i].key || (typed[i].sound != written[i].sound && !typed[i].plain)) {
            return Likeness::Other;
        }
        if (typed[i].sound != written[i].sound) {
            all = Likeness::Unmarked;
        }
    }
    return all;
}

} // namespace motcua::address

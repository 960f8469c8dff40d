// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/CopyText.h"

#include "app/documents/CopyFont.h"
#include "models/scan/PageText.h"

#include <QList>

#include <algorithm>

namespace motcua {

namespace {

constexpr qsizetype MostInString = 8000; // codes; a string of PDF/A holds 32,767 bytes, written here as two digits each
constexpr double LeastAdvance = 0.15; // of the size of letters: what stands closer is taken for the same letter printed twice

/** A word within the page, in its pixels, edges between pixels. */
struct Placed
{
    QString text;
    double left = 0;
    double right = 0;
    double top = 0;
    double bottom = 0;
};

/** From where to where a line reaches in height. */
struct Band
{
    double top = 0;
    double bottom = 0;

    bool holds(const Placed &word) const
    {
        const double middle = (word.top + word.bottom) / 2;
        return middle > top && middle < bottom;
    }
};

QByteArray number(double value)
{
    return QByteArray::number(value, 'f', 3);
}

double within(double value, int most)
{
    return std::clamp(value, 0.0, double(most));
}

/** Word boxes end where their letters do; the middle of all heights is nearer to the line than any of them, and one misread word does not move it. */
Band bandOf(const QList<Placed> &line)
{
    QList<double> tops;
    QList<double> bottoms;
    for (const Placed &word : line) {
        tops.append(word.top);
        bottoms.append(word.bottom);
    }
    const auto middle = [](QList<double> &values) {
        const auto half = values.begin() + values.size() / 2;
        std::nth_element(values.begin(), half, values.end());
        return *half;
    };
    return {middle(tops), middle(bottoms)};
}

/** Writes words; remembers what the page has been told, since a page of words is mostly that. */
class Setter
{
public:
    Setter(const QSizeF &pixels, const QRectF &picture, CopyFont &font)
        : m_picture(picture)
        , m_across(picture.width() / pixels.width())
        , m_up(picture.height() / pixels.height())
        , m_font(font)
    {
    }

    void line(const QList<Placed> &words)
    {
        const Band common = bandOf(words);
        for (qsizetype i = 0; i < words.size(); ++i) {
            const Placed &word = words.at(i);
            // A word that is not in the line after all stands where it was read.
            const Band band = common.holds(word) ? common : Band{word.top, word.bottom};
            const double next = i + 1 < words.size() ? words.at(i + 1).left : 0;
            set(word, band, i + 1 < words.size(), next);
        }
    }

    QByteArray operators() const { return m_operators.isEmpty() ? QByteArray() : "BT\n3 Tr\n" + m_operators + "ET\n"; }

private:
    void set(const Placed &word, const Band &band, bool isFollowed, double next)
    {
        const QByteArray codes = m_font.codes(word.text);
        const double count = double(codes.size()) / 2;
        if (codes.isEmpty()) {
            return;
        }
        const double width = (word.right - word.left) * m_across;
        const double size = std::min((band.bottom - band.top) * m_up, width / count / LeastAdvance);
        const double lower = m_picture.bottom() - band.bottom * m_up;
        const QByteArray face = "/F0 " + number(size) + " Tf\n";
        if (face != m_face) {
            m_operators += face;
            m_face = face;
        }
        const double natural = size * CopyFont::Advance / 1000;
        stretch(width / count / natural);
        m_operators += "1 0 0 1 " + number(m_picture.left() + word.left * m_across) + ' ' + number(lower - size * CopyFont::Descent / 1000)
            + " Tm\n";
        for (qsizetype from = 0; from < codes.size(); from += 2 * MostInString) {
            m_operators += '<' + codes.mid(from, 2 * MostInString).toHex() + "> Tj\n";
        }
        if (isFollowed) {
            if (next > word.right) {
                stretch((next - word.right) * m_across / natural);
            }
            m_operators += '<' + m_font.codes(u" "_qs).toHex() + "> Tj\n";
        }
    }

    void stretch(double factor) { m_operators += number(100 * factor) + " Tz\n"; }

    QRectF m_picture;
    double m_across;
    double m_up;
    CopyFont &m_font;
    QByteArray m_face;
    QByteArray m_operators;
};

bool maySee(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
        return false;
    default:
        return character != QChar::ReplacementCharacter; // also what stands for half a pair
    }
}

} // namespace

QString copyLetters(const QString &any)
{
    QString kept;
    const QList<uint> characters = any.normalized(QString::NormalizationForm_C).toUcs4();
    for (const char32_t character : characters) {
        if (QChar::isSpace(character)) {
            kept += u' ';
        } else if (maySee(character)) {
            kept += QChar::fromUcs4(character);
        }
    }
    return kept.simplified();
}

QByteArray copyText(const PageText &text, const QRectF &picture, CopyFont &font)
{
    if (text.pixels.isEmpty()) {
        return {};
    }
    Setter setter(text.pixels, picture, font);
    QList<Placed> line;
    int current = -1;
    for (const PageText::Word &word : text.words) {
        const QRect box = word.box;
        const Placed placed{copyLetters(word.text), within(box.left(), text.pixels.width()), within(box.right() + 1.0, text.pixels.width()),
            within(box.top(), text.pixels.height()), within(box.bottom() + 1.0, text.pixels.height())};
        if (placed.text.isEmpty() || placed.right <= placed.left || placed.bottom <= placed.top) {
            continue;
        }
        if (word.line != current && !line.isEmpty()) {
            setter.line(line);
            line.clear();
        }
        current = word.line;
        line.append(placed);
    }
    if (!line.isEmpty()) {
        setter.line(line);
    }
    return setter.operators();
}

} // namespace motcua

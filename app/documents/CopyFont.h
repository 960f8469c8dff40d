// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

namespace motcua {

/**
 * A font without shapes for text that nobody sees: each character that is used has a number and an empty glyph, all are equally wide. What is selected, searched and
 * read aloud comes from the table of characters, so a real font would only add its weight and its licence to every copy.
 */
class CopyFont
{
public:
    // In thousandths of the size of the letters. Above and below the line add up to one: a line of text is as high as its box.
    static constexpr int Advance = 500;
    static constexpr int Ascent = 800;
    static constexpr int Descent = -200;

    /** The codes of `text`, two bytes each. Of more than 65,534 different characters the last ones are left out. */
    [[nodiscard]] QByteArray codes(const QString &text);
    [[nodiscard]] bool isUsed() const { return !m_characters.isEmpty(); }

    /** TrueType; the glyph of a code has its number. */
    [[nodiscard]] QByteArray program() const;
    /** The CMap that leads from codes to characters (ISO 32000-1, 9.10.3). */
    [[nodiscard]] QByteArray toUnicode() const;

private:
    QHash<char32_t, quint16> m_codes;
    QList<char32_t> m_characters; ///< by code, from 1 on: glyph 0 stands for what a font lacks, and a copy may not show it
};

} // namespace motcua

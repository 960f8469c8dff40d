// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/CopyFont.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace motcua {

namespace {

constexpr qsizetype MostCharacters = 65'534;
constexpr qsizetype MostInBlock = 100; // of a CMap
constexpr int UnitsPerEm = 1000;
constexpr quint32 TrueType = 0x00010000; // also version 1.0 of its tables
constexpr qsizetype AdjustmentInHead = 8;

QByteArray big16(int value)
{
    QByteArray bytes(2, '\0');
    qToBigEndian(static_cast<quint16>(value), bytes.data());
    return bytes;
}

QByteArray big32(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray padded(QByteArray table)
{
    return table.append((4 - table.size() % 4) % 4, '\0');
}

/** Of a table whose length is a multiple of four (OpenType, "Calculating Checksums"). */
quint32 checksum(const QByteArray &table)
{
    quint32 sum = 0;
    for (qsizetype at = 0; at < table.size(); at += 4) {
        sum += qFromBigEndian<quint32>(table.constData() + at);
    }
    return sum;
}

QByteArray head()
{
    constexpr quint32 Magic = 0x5F0F3CF5;
    constexpr int SmallestReadable = 8;
    constexpr int MixedDirections = 2;
    return big32(TrueType) + big32(TrueType) + big32(0) + big32(Magic) + big16(0) + big16(UnitsPerEm)
        + QByteArray(16, '\0') // made and changed: never
        + QByteArray(8, '\0') // the box of all shapes
        + big16(0) + big16(SmallestReadable) + big16(MixedDirections) + big16(0) + big16(0);
}

QByteArray hhea()
{
    return big32(TrueType) + big16(CopyFont::Ascent) + big16(CopyFont::Descent) + big16(0) + big16(CopyFont::Advance)
        + QByteArray(6, '\0') // bearings and extent of shapes
        + big16(1) + big16(0) + big16(0) // the caret is upright
        + QByteArray(10, '\0') + big16(1); // one width for all
}

QByteArray maxp(int glyphs)
{
    constexpr int Zones = 2;
    return big32(TrueType) + big16(glyphs) + QByteArray(8, '\0') + big16(Zones) + QByteArray(16, '\0');
}

QByteArray hex(quint32 value, int digits)
{
    return QByteArray::number(value, 16).toUpper().rightJustified(digits, '0');
}

QByteArray utf16(char32_t character)
{
    return QChar::requiresSurrogates(character) ? hex(QChar::highSurrogate(character), 4) + hex(QChar::lowSurrogate(character), 4)
                                                : hex(character, 4);
}

} // namespace

QByteArray CopyFont::codes(const QString &text)
{
    QByteArray codes;
    const QList<uint> characters = text.toUcs4();
    for (const char32_t character : characters) {
        auto known = m_codes.constFind(character);
        if (known == m_codes.constEnd()) {
            if (m_characters.size() == MostCharacters) {
                continue;
            }
            m_characters.append(character);
            known = m_codes.insert(character, static_cast<quint16>(m_characters.size()));
        }
        codes += big16(*known);
    }
    return codes;
}

QByteArray CopyFont::program() const
{
    constexpr int NoShape = 12; // bytes of a glyph of no contours, with two to fill
    const int glyphs = static_cast<int>(m_characters.size()) + 1;
    QByteArray places = big16(0);
    for (int i = 0; i < glyphs; ++i) {
        places += big16(NoShape / 2);
    }
    struct Table
    {
        QByteArray name;
        QByteArray bytes;
    };
    const std::array tables{Table{"glyf", QByteArray(NoShape, '\0')}, Table{"head", head()}, Table{"hhea", hhea()},
        Table{"hmtx", big16(Advance) + QByteArray(2 * qsizetype(glyphs), '\0')}, Table{"loca", places}, Table{"maxp", maxp(glyphs)}};
    constexpr int LargestPower = 4; // of two, in the count of tables
    constexpr int Entry = 16; // bytes of a table in the directory
    const auto count = static_cast<int>(tables.size());
    QByteArray program = big32(TrueType) + big16(count) + big16(LargestPower * Entry) + big16(2) + big16((count - LargestPower) * Entry);
    qsizetype at = program.size() + qsizetype(Entry) * count;
    qsizetype headAt = 0;
    QByteArray bodies;
    for (const Table &table : tables) {
        const QByteArray body = padded(table.bytes);
        headAt = table.name == "head" ? at : headAt;
        program += table.name + big32(checksum(body)) + big32(static_cast<quint32>(at)) + big32(static_cast<quint32>(table.bytes.size()));
        bodies += body;
        at += body.size();
    }
    program += bodies;
    constexpr quint32 WholeFile = 0xB1B0AFBA;
    return program.replace(headAt + AdjustmentInHead, 4, big32(WholeFile - checksum(program)));
}

QByteArray CopyFont::toUnicode() const
{
    QByteArray map =
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    for (qsizetype from = 0; from < m_characters.size(); from += MostInBlock) {
        const qsizetype to = std::min(from + MostInBlock, m_characters.size());
        map += QByteArray::number(to - from) + " beginbfchar\n";
        for (qsizetype i = from; i < to; ++i) {
            map += '<' + hex(static_cast<quint32>(i + 1), 4) + "> <" + utf16(m_characters.at(i)) + ">\n";
        }
        map += "endbfchar\n";
    }
    return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

} // namespace motcua

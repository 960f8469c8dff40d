// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace motcua {

/**
 * Where the input reports of a bar code scanner hold what it scanned, as its own report descriptor says (HID 1.11, 6.2.2; HID Point of Sale
 * Usage Tables 1.02, 3). Whatever the bytes are, nothing is read outside of them, and the time is linear in their number.
 */
class HidReportLayout
{
public:
    static constexpr qsizetype LongestDescriptor = 4096; // bytes; HID_MAX_DESCRIPTOR_SIZE of Linux
    static constexpr qsizetype LongestReport = 16384; // bytes, with the number in front; HID_MAX_BUFFER_SIZE of Linux

    /** A part of what was scanned, without the kind of symbol it was in. */
    struct Piece
    {
        QByteArray bytes = {};
        bool continues = false; ///< the next report belongs to the same code
        bool isCut = false; ///< the report ends before all that it says it holds
    };

    /**
     * Nothing when no input report of a bar code scanner (usage page 8C) carries decoded data, or the descriptor breaks a rule. A vendor's own
     * collection that uses the same fields to answer its configuration tool is no scanner.
     */
    [[nodiscard]] static std::optional<HidReportLayout> of(QByteArrayView descriptor);

    /** What `report` holds, as hidraw gives it: numbered when the descriptor numbers its reports. Nothing for a report of another kind. */
    [[nodiscard]] std::optional<Piece> piece(QByteArrayView report) const;

private:
    class Descriptor;

    /** Bits of a report, counted from its first. */
    struct Field
    {
        qsizetype at = 0;
        qsizetype size = 0;
    };

    struct Scan
    {
        quint8 number = 0; ///< 0 where reports have none
        std::optional<Field> data = {};
        std::optional<Field> length = {}; ///< in bytes; without it the zeros at the end of the data are padding
        std::optional<Field> continues = {};
    };

    bool m_isNumbered = false;
    QList<Scan> m_scans;
};

} // namespace motcua

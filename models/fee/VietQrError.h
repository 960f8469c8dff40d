// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace motcua {

/** What is wrong with a VietQR text, or with what one is to be made of. */
enum class VietQrFault {
    Empty,
    TooLong, ///< more than 512 characters (EMVCo MPM)
    NotAscii, ///< a character that is no printable ASCII
    TagMalformed, ///< a tag is two digits
    LengthMalformed, ///< a length is two digits, and not 00
    LengthTooLarge, ///< the value would end outside of what holds it
    LengthMismatch, ///< the elements of a template end before the template does
    DuplicateTag,
    WrongOrder, ///< 00 is not the first, or 63 not the last
    TrailingBytes, ///< something without tag and length stands behind the checksum
    MissingTag,
    ChecksumMalformed, ///< not four digits 0–9, A–F
    ChecksumWrong,
    ValueWrong, ///< not one of the values this tag may have
    ValueTooLong,
    CurrencyNotDong, ///< 53 is not 704
    AmountMalformed, ///< not 1–13 digits without a leading zero
};

/** Why there is no VietQR, and where. It never repeats a value: that may be somebody's account. */
struct VietQrError
{
    VietQrFault fault = VietQrFault::Empty;
    QString path = {}; ///< the tags from the outside in, e.g. "38/01/00"; empty = the text as a whole
    qsizetype offset = -1; ///< the character, from 0, where it was noticed; -1 when it has no place

    /** "LengthMismatch at 38/01/01, character 63": for logs and scripts. */
    [[nodiscard]] QString toString() const;

    friend bool operator==(const VietQrError &, const VietQrError &) = default;
};

/** The name of a fault as written in the source. */
[[nodiscard]] QString faultName(VietQrFault fault);

} // namespace motcua

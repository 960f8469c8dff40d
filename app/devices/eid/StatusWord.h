// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace motcua {

/** SW1-SW2, the two bytes every answer of a card ends in (ISO/IEC 7816-4 clause 5.6), as far as reading a chip of ICAO 9303 meets them. */
namespace sw {

inline constexpr quint16 Ok = 0x9000;
inline constexpr quint16 EndOfFile = 0x6282; ///< fewer bytes than asked for, because the file ends there
inline constexpr quint16 WrongLength = 0x6700;
inline constexpr quint16 SecurityStatus = 0x6982; ///< not without another authentication: what DG3 and DG4 answer
inline constexpr quint16 Blocked = 0x6983;
inline constexpr quint16 Conditions = 0x6985;
inline constexpr quint16 NoFileSelected = 0x6986;
inline constexpr quint16 MissingProtection = 0x6987;
inline constexpr quint16 WrongProtection = 0x6988;
inline constexpr quint16 WrongData = 0x6A80;
inline constexpr quint16 FileNotFound = 0x6A82;
inline constexpr quint16 ReferenceNotFound = 0x6A88;
inline constexpr quint16 OffsetOutside = 0x6B00;
inline constexpr quint16 UnknownInstruction = 0x6D00;

/** 63xx: a verification failed. */
[[nodiscard]] constexpr bool verificationFailed(quint16 status)
{
    return status >> 8 == 0x63;
}

/** How many tries 63Cx says are left, -1 when it does not say. */
[[nodiscard]] constexpr int triesLeft(quint16 status)
{
    return (status & 0xFFF0) == 0x63C0 ? status & 0x0F : -1;
}

/** 61xx: more bytes are to be fetched by GET RESPONSE. */
[[nodiscard]] constexpr bool moreToFetch(quint16 status)
{
    return status >> 8 == 0x61;
}

/** 6Cxx: ask again with this length. */
[[nodiscard]] constexpr bool otherLength(quint16 status)
{
    return status >> 8 == 0x6C;
}

/** What the low byte of 61xx and 6Cxx says: 00 is 256. */
[[nodiscard]] constexpr int lengthIn(quint16 status)
{
    return (status & 0xFF) != 0 ? status & 0xFF : 256;
}

} // namespace sw

} // namespace motcua

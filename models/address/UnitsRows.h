// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace motcua::units {

// Where the parts of a row lie, for reader and writer alike. A text is u32 offset, u8 length.
inline constexpr qsizetype TextLength = 5;

/** u8 code, u8 kind, u16 first commune, u16 communes, name, key. */
struct ProvinceRow
{
    static constexpr qsizetype Code = 0, Kind = 1, First = 2, Count = 4, Name = 6, Key = 11, Length = 16;
};
/** u32 code, u8 kind, u8 province, name, key, sounds. */
struct CommuneRow
{
    static constexpr qsizetype Code = 0, Kind = 4, Province = 5, Name = 6, Key = 11, Sounds = 16, Length = 21;
};
/** u8 code, u8 kind, u8 province of today, name, key. */
struct FormerProvinceRow
{
    static constexpr qsizetype Code = 0, Kind = 1, Now = 2, Name = 3, Key = 8, Length = 13;
};
/** u8 kind, u8 former province, name, key. */
struct FormerDistrictRow
{
    static constexpr qsizetype Kind = 0, Province = 1, Name = 2, Key = 7, Length = 12;
};
/** u32 code, u8 kind, u16 former district, u16 first link, u8 links, name, key. */
struct FormerUnitRow
{
    static constexpr qsizetype Code = 0, Kind = 4, District = 5, First = 7, Count = 9, Name = 10, Key = 15, Length = 20;
};
/** u16 commune. */
inline constexpr qsizetype LinkLength = 2;

} // namespace motcua::units

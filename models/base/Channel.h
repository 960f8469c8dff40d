// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The ways in which a dossier comes in, by the numbers that the law's data and the journal write.
namespace motcua::channel {

inline constexpr int Direct = 1; ///< somebody stands at the desk
inline constexpr int Online = 2;
inline constexpr int Post = 3;

} // namespace motcua::channel

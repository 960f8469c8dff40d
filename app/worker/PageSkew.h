// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/worker/PageInk.h"

#include <optional>

namespace motcua::worker {

constexpr double MostSkewFound = 12; ///< degrees: who lays a sheet in crookeder than that sees it

/**
 * How far the lines of a page lie askew, in degrees: positive when they fall to the right, so that the page has to be turned back against the clock. Found where the
 * lower edges of what is written, or where it lies sideways the right edges, fall together most sharply. None where nothing shows it: few marks, a picture, no lines.
 */
[[nodiscard]] std::optional<double> skewOf(const PageMask &ink);

} // namespace motcua::worker

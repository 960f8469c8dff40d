// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace motcua {

/**
 * The colours of IEC 61966-2-1 (sRGB) as an ICC profile for a display, version 4.2 (ISO 15076-1:2005), made from the numbers of the standard, so that no one else's work
 * goes into each copy.
 */
[[nodiscard]] QByteArray srgbProfile();

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scan/ScanProfile.h"

#include <QImage>

namespace motcua {

/** A sheet as a scanner sees it: an invented letter, a back with nothing on it, or a letter that was laid in askew. */
struct DrawnPaper
{
    enum class Kind { Letter, BlankBack, Skewed };

    Kind kind = Kind::Letter;
    int number = 1; ///< which letter; each tells of another
    double degrees = 0; ///< clockwise, of Skewed

    /** 1:1 at so many dots per inch; `millimetres` empty: A4. Not quite white, as paper is. Draws with the fonts of the machine. */
    [[nodiscard]] QImage drawn(int dpi, ScanColour colour, QSize millimetres) const;
};

} // namespace motcua

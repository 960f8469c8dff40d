// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

class QPainter;

namespace motcua {

/** A strip of a slip as wide as the text area that is never torn by the end of a page. Lengths are device dots. */
struct SlipPiece
{
    double spaceBefore = 0; ///< dropped at the top of a page
    double height = 0;
    bool staysWithPrevious = false;
    std::function<void(QPainter &, double x, double y)> draw = {}; ///< with the strip's upper left corner
    std::shared_ptr<const SlipPiece> header = {}; ///< comes before it again where it begins a page
};

} // namespace motcua

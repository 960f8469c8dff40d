// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMarginsF>
#include <QString>

#include <functional>

namespace motcua {

/** What stands around the text of a sheet, on each of its pages. */
struct SheetFrame
{
    QMarginsF margins = {}; ///< millimetres
    double footHeight = 5; ///< millimetres, one of air above it included
    double footAir = 0; ///< millimetres more between the text and the foot
    QString band = {}; ///< white on black at the top; empty: none
    QString mark = {}; ///< in a box under it; empty: none
    QString watermark = {}; ///< beneath the text; empty: none
    std::function<QString(int page, int pages)> footLeft = {};
    std::function<QString(int page, int pages)> footRight = {};
};

} // namespace motcua

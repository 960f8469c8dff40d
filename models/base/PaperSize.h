// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace motcua {

/** The sheets that the forms of the one-stop process are printed on (ISO 216). */
enum class PaperSize {
    A4, ///< 210 × 297 mm
    A5, ///< 148 × 210 mm
};

} // namespace motcua

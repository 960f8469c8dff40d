// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fee/Assessment.h"

#include <QString>

namespace motcua {

/**
 * How a line comes to its amount, to be read out: "2 trang × 2.000 đ + 8 trang × 1.000 đ = 12.000 đ một bản; × 3 bản = 36.000 đ".
 *
 * For a price nobody has entered: that it is missing, that nothing else waits for it, and what to do.
 */
[[nodiscard]] QString feeWorking(const FeeLine &line);

/** What of the fee is to be paid in all, which is `due`, and whether some price is missing from it. */
[[nodiscard]] QString feeTotal(const Assessment &fee, Money due);

} // namespace motcua

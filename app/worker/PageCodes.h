// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/page/PageFrame.h"
#include "app/worker/PageRaster.h"

namespace motcua::worker {

/**
 * The codes on a page by ZXing: QR, Code 128 and PDF417. `grey` is `part` times smaller than the page, whose pixels the corners are; it is spoilt. May throw
 * std::bad_alloc. Some pictures make an assertion of ZXing 1.4 fail, which ends the process.
 */
[[nodiscard]] std::vector<PageCodeBody> codesOn(PageRaster &grey, unsigned part);

} // namespace motcua::worker

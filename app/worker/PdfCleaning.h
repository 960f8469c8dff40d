// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/worker/PdfTree.h"

#include <qpdf/QPDF.hh>

#include <cstdint>
#include <span>
#include <vector>

namespace motcua::worker {

/**
 * The pages of `pdf` as they look, written anew, and nothing else: no action, no file within, no form (what it was filled in with becomes part of the page), no note that can be
 * opened, no metadata, nothing that stands in no page. Contents and pictures are not unpacked and stay byte for byte. The same PDF gives the same bytes. Changes `pdf`.
 *
 * Empty where that cannot be done with the pages staying as they look: a form whose reader is to draw what was filled in.
 */
[[nodiscard]] std::vector<std::uint8_t> cleanedBytes(QPDF &pdf, PdfTree tree);

} // namespace motcua::worker

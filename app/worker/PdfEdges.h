// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace motcua::worker {

/** What lies around the objects of a PDF, where other readers find other files. */
enum class PdfEdges {
    NotPdf, ///< it does not begin as one, blanks and a mark of UTF-8 aside: whatever begins otherwise is something else as well
    Clean,
    Foreign, ///< before the head, between it and the first object, or after the end lie bytes that belong to no page
};

/** Looks at the bytes alone and resolves nothing. Blanks at its end and short comments belong to a PDF (ISO 32000-1, 7.5.2); the end of an archive (ZIP) never does. */
[[nodiscard]] PdfEdges edgesOf(std::span<const std::uint8_t> pdf);

} // namespace motcua::worker

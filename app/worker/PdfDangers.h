// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qpdf/QPDF.hh>

#include <cstdint>
#include <optional>

namespace motcua::worker {

// A bit each, as PdfFrame has them.
constexpr unsigned JavaScriptBit = 1U << 0;
constexpr unsigned LaunchBit = 1U << 1;
constexpr unsigned EmbeddedFileBit = 1U << 2;
constexpr unsigned OtherActionBit = 1U << 3;
constexpr unsigned FormBit = 1U << 4;
constexpr unsigned ExternalReferenceBit = 1U << 5;

/**
 * What of all that can be reached from the root could act or hide something, wherever it stands: a reader follows an action from any place. Streams are not unpacked. None: there
 * are more objects than any paper has. A link to a page of the web is no danger, unless it opens by itself: nothing here follows one.
 */
[[nodiscard]] std::optional<std::uint8_t> dangersOf(QPDF &pdf);

} // namespace motcua::worker

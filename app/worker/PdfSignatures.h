// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/pdf/PdfFrame.h"

#include <qpdf/QPDF.hh>

#include <optional>
#include <vector>

namespace motcua::worker {

/**
 * The signatures in the fields of the form, in their order, as they are written. What a product of Adobe signed to allow its readers more (/UR3) is nobody's signature. None:
 * there are more, or they are larger, than any paper has.
 */
[[nodiscard]] std::optional<std::vector<PdfFrameSignature>> signaturesOf(QPDF &pdf);

/** The DER at the front of `contents`, which are padded with zeros; all of it where its length is not told. */
[[nodiscard]] std::vector<std::uint8_t> withoutPadding(const std::string &contents);

} // namespace motcua::worker

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/pdf/PdfFrame.h"

namespace motcua::worker {

/** What is to be said of one PDF; it does not throw, whatever the bytes are, as long as there is memory for an answer. */
[[nodiscard]] PdfFrame lookedAt(std::span<const std::uint8_t> pdf, bool cleans);

/**
 * Reads one question from `input` to its end and writes the answer to `output`, as PdfFrame says; files are the system's numbers. False when the question was none, or either
 * failed, and half an answer may have been written.
 */
[[nodiscard]] bool answerPdf(int input, int output);

} // namespace motcua::worker

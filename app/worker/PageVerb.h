// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/worker/LockDown.h"

namespace motcua::worker {

/**
 * What a page may use. Of 120 million pixels, A3 at 600 dots per inch and a little more: 343 MiB of samples, 64 MiB each of what comes and goes, and either up to 400 MiB
 * while a progressive JPEG is decoded or 115 MiB of grey for the codes; the rest is for the libraries. An A4 page at 300 needs a tenth. Such a giant takes some three
 * seconds of processor time, on slow machines several times that.
 */
constexpr LockLimits PageLock{.memory = std::size_t(1024) * 1024 * 1024, .seconds = 20};

/**
 * Reads one request and its picture from `input` to their end and writes the answer to `output` as PageFrame says; files are the system's numbers. False when it was no
 * request, or reading or writing failed, and half an answer may have been written.
 */
[[nodiscard]] bool answerPage(int input, int output);

} // namespace motcua::worker

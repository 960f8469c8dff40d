// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>

namespace motcua {

/**
 * How work in independent pieces gets done: calls the piece for each index below the count once, in any order and perhaps on
 * several threads, and returns when all are done. Values know no threads: whoever has some passes them in.
 */
using SharedWork = std::function<void(std::size_t, const std::function<void(std::size_t)> &)>;

/** One piece after the other. */
inline void oneByOne(std::size_t count, const std::function<void(std::size_t)> &piece)
{
    for (std::size_t index = 0; index < count; ++index) {
        piece(index);
    }
}

} // namespace motcua

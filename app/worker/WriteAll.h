// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <span>

namespace motcua::worker {

/** All of it into a pipe, however little it takes at a time; false when nobody reads it any more. */
inline bool writeAll(int output, std::span<const std::uint8_t> bytes)
{
    while (!bytes.empty()) {
        const ssize_t given = ::write(output, bytes.data(), bytes.size());
        if (given < 0 && errno != EINTR) {
            return false;
        }
        bytes = bytes.subspan(given > 0 ? static_cast<std::size_t>(given) : 0);
    }
    return true;
}

} // namespace motcua::worker

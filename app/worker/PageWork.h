// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/page/PageFrame.h"

namespace motcua::worker {

/** An answer and what follows it. */
struct PageWork
{
    PageAnswer answer = {};
    std::vector<std::uint8_t> jpeg = {};
    std::vector<std::uint8_t> small = {};
    std::vector<std::uint8_t> codes = {};
};

/** Makes a page of a picture as it is wished, or shows one; no byte of it is trusted. Does not throw. */
[[nodiscard]] PageWork workOn(const PageRequest &request, std::span<const std::uint8_t> picture);

} // namespace motcua::worker

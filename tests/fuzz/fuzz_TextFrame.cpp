// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/text/TextFrame.h"

#include <algorithm>
#include <cstdlib>

using motcua::TextFrame;

/** Whatever a worker says, an answer that is taken is what would be written of it, and any text is clean once it was cleaned. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::span<const std::uint8_t> bytes(data, size);
    if (const auto frame = TextFrame::fromBytes(bytes)) {
        const std::vector<std::uint8_t> again = frame->bytes();
        if (!std::equal(again.begin(), again.end(), bytes.begin(), bytes.end())) {
            std::abort();
        }
    }
    const std::string clean = TextFrame::cleaned({reinterpret_cast<const char *>(data), size});
    if (clean.size() > TextFrame::LongestText || TextFrame::cleaned(clean) != clean) {
        std::abort();
    }
    return 0;
}

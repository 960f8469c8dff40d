// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/page/PageFrame.h"

#include <algorithm>
#include <cstdlib>

using namespace motcua;

namespace {

template <typename T>
void readHead(std::span<const std::uint8_t> bytes)
{
    if (bytes.size() < T::Size) {
        return;
    }
    const auto head = bytes.first<T::Size>();
    if (const auto read = T::fromBytes(head)) {
        const auto again = read->toBytes();
        if (!std::equal(again.begin(), again.end(), head.begin())) {
            std::abort();
        }
    }
}

} // namespace

/** Whatever comes through the pipe of a page, what is taken is to the byte what would be written of it. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::span<const std::uint8_t> bytes(data, size);
    readHead<PageRequest>(bytes);
    readHead<PageAnswer>(bytes);
    if (const auto codes = PageCodeBody::fromBytes(bytes)) {
        const std::vector<std::uint8_t> again = PageCodeBody::toBytes(*codes);
        if (codes->size() > PageCodeBody::MostCodes || !std::equal(again.begin(), again.end(), bytes.begin(), bytes.end())) {
            std::abort();
        }
    }
    return 0;
}

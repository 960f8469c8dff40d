// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/pdf/PdfFrame.h"

#include <algorithm>
#include <cstdlib>

using namespace motcua;

/** Whatever a worker says of a PDF, it is either no answer or, written anew, the same bytes; a question likewise. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::span<const std::uint8_t> bytes(data, size);
    if (const auto frame = PdfFrame::fromBytes(bytes)) {
        std::vector<std::uint8_t> again = frame->beginning();
        again.insert(again.end(), frame->cleaned.begin(), frame->cleaned.end());
        if (!frame->fits() || !std::equal(again.begin(), again.end(), bytes.begin(), bytes.end())) {
            std::abort();
        }
    }
    if (const auto question = PdfQuestion::fromHead(bytes)) {
        const PdfQuestion::Head again = question->head();
        if (!std::equal(again.begin(), again.end(), bytes.begin(), bytes.end())) {
            std::abort();
        }
    }
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/PdfEdges.h"

#include <cstdlib>
#include <vector>

using namespace motcua::worker;

/** What stands around a PDF is judged within its bytes; with an archive behind it, none is clean. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const PdfEdges edges = edgesOf({data, size});
    std::vector<std::uint8_t> more(data, data + size);
    more.insert(more.end(), {'P', 'K', 5, 6});
    const PdfEdges longer = edgesOf(more);
    if (longer == PdfEdges::Clean || (edges != PdfEdges::NotPdf && longer == PdfEdges::NotPdf)) {
        std::abort();
    }
    return 0;
}

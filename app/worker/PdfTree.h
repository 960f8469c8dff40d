// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qpdf/QPDF.hh>

#include <cstdint>
#include <variant>
#include <vector>

namespace motcua::worker {

/** The dictionaries of the pages in their order, and those that hold them together. */
struct PdfTree
{
    enum class Fault { Damaged, TooManyPages };

    std::vector<QPDFObjectHandle> pages = {};
    std::vector<QPDFObjectHandle> nodes = {};

    /**
     * Walks the tree of pages without recursion, whatever it says of its count. Damaged: there is none, it has no page, a node is its own descendant, or it is deeper than
     * anybody would make it. It repairs nothing.
     */
    [[nodiscard]] static std::variant<PdfTree, Fault> of(QPDF &pdf, std::size_t mostPages);
};

} // namespace motcua::worker

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/PdfTree.h"

#include <set>

namespace motcua::worker {

namespace {

constexpr int Deepest = 64;

} // namespace

std::variant<PdfTree, PdfTree::Fault> PdfTree::of(QPDF &pdf, std::size_t mostPages)
{
    struct Place
    {
        QPDFObjectHandle object;
        int depth = 0;
    };
    PdfTree tree;
    std::set<QPDFObjGen> seen;
    std::vector<Place> ahead{{pdf.getRoot().getKey("/Pages"), 0}};
    while (!ahead.empty()) {
        const Place here = ahead.back();
        ahead.pop_back();
        QPDFObjectHandle object = here.object;
        // A direct one is rewritten by nobody the same way, and readers differ in what they make of it.
        if (!object.isDictionary() || !object.isIndirect() || here.depth > Deepest) {
            return Fault::Damaged;
        }
        QPDFObjectHandle kids = object.getKey("/Kids");
        // One and the same page may not stand twice either: what is changed of one would change the other.
        if (!seen.insert(object.getObjGen()).second) {
            return Fault::Damaged;
        }
        if (!kids.isArray()) {
            if (object.isDictionaryOfType("/Pages")) {
                return Fault::Damaged;
            }
            tree.pages.push_back(object);
            if (tree.pages.size() > mostPages) {
                return Fault::TooManyPages;
            }
            continue;
        }
        tree.nodes.push_back(object);
        const std::vector<QPDFObjectHandle> all = kids.getArrayAsVector();
        if (all.size() > mostPages) {
            return Fault::TooManyPages;
        }
        for (auto kid = all.rbegin(); kid != all.rend(); ++kid) {
            ahead.push_back({*kid, here.depth + 1});
        }
    }
    return tree.pages.empty() ? std::variant<PdfTree, Fault>(Fault::Damaged) : std::variant<PdfTree, Fault>(std::move(tree));
}

} // namespace motcua::worker

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qpdf/QPDFObjectHandle.hh>

#include <set>
#include <vector>

namespace motcua::worker {

/**
 * Gives `look(dictionary, isStream)` every dictionary that can be reached from `from`, each once, those of streams too, and unpacks none of these. Without recursion, for a chain of
 * objects may be as long as the file. False: there are more than `most` values, and the rest were not looked at.
 */
template <typename Look>
[[nodiscard]] bool walk(const QPDFObjectHandle &from, std::size_t most, Look look)
{
    std::set<QPDFObjGen> seen;
    std::vector<QPDFObjectHandle> ahead{from};
    const auto add = [&ahead](QPDFObjectHandle value) {
        if (value.isIndirect() || value.isArray() || value.isDictionary()) { // numbers are most of what there is
            ahead.push_back(value);
        }
    };
    for (std::size_t looked = 0; !ahead.empty(); ++looked) {
        if (looked == most) {
            return false;
        }
        QPDFObjectHandle object = ahead.back();
        ahead.pop_back();
        if (object.isIndirect() && !seen.insert(object.getObjGen()).second) {
            continue;
        }
        if (object.isArray()) {
            for (const QPDFObjectHandle &one : object.getArrayAsVector()) {
                add(one);
            }
            continue;
        }
        const bool isStream = object.isStream();
        QPDFObjectHandle dictionary = isStream ? object.getDict() : object;
        if (dictionary.isDictionary()) {
            look(dictionary, isStream);
            for (const auto &[key, value] : dictionary.getDictAsMap()) {
                add(value);
            }
        }
    }
    return true;
}

} // namespace motcua::worker

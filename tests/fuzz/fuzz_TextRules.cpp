// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/person/ShippedRules.h"

#include <cstdint>
#include <cstdlib>

using namespace motcua;

/** Every shipped rule judges every text, and a normal form is its own normal form. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const RuleBook book = test::shippedRules();
    const QString typed = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    for (const TextRule &rule : book.rules) {
        const QString normal = normalForm(rule, typed);
        const RuleVerdict judged = verdict(rule, normal);
        const bool shownFits = judged != RuleVerdict::Fits || normalForm(rule, shownForm(rule, normal)) == normal;
        if (normalForm(rule, normal) != normal || !shownFits || (judged != RuleVerdict::Malformed && normal.size() > 400)) {
            std::abort();
        }
    }
    return 0;
}

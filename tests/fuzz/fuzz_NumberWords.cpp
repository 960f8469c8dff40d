// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/VietnameseWords.h"

#include <cstdint>
#include <cstdlib>

using namespace motcua;

/** Words are a number, an amount or a date that is said in words of the same meaning, or they are refused. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString words = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const VietnameseWords style;
    if (const auto number = VietnameseWords::numberIn(words)) {
        const auto again = VietnameseWords::numberIn(style.number(*number));
        if (!again || *again != *number) {
            std::abort();
        }
    }
    if (const auto amount = VietnameseWords::amountIn(words)) {
        const auto again = VietnameseWords::amountIn(style.amount(*amount));
        if (!again || *again != *amount) {
            std::abort();
        }
    }
    const QDate date = VietnameseWords::dateIn(words);
    if (date.isValid() && VietnameseWords::dateIn(style.date(date)) != date) {
        std::abort();
    }
    return 0;
}

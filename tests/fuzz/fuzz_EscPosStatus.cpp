// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/escpos/EscPosStatus.h"

#include <cstdint>
#include <cstdlib>

using namespace motcua;

namespace {

void must(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

} // namespace

/** Whatever a printer answers and in whatever order, what it is taken for agrees with itself. Pairs of a question and an answer. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    EscPosStatus status;
    bool isTold = false;
    for (std::size_t i = 0; i + 1 < size; i += 2) {
        const int part = static_cast<std::int8_t>(data[i]);
        const char answer = static_cast<char>(data[i + 1]);
        must(!EscPosStatus::isAnswer(answer) || !EscPosStatus::isDone(answer));
        status.take(part, answer);
        isTold = isTold || (part >= 1 && part <= EscPosStatus::Parts && EscPosStatus::isAnswer(answer));
        must((status.paper() == TicketPaper::Unknown) == !isTold);
        const auto told = status.told();
        must(told ? *told == status.paper() && *told != TicketPaper::Out : isTold && !told.error().mayBeOut);
    }
    return 0;
}

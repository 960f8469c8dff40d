// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/MeasuredChip.h"

#include <ctime>

namespace motcua::bench {

double threadCpu()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

Result<QByteArray, CardError> MeasuredChip::transmit(const QByteArray &command)
{
    m_began = std::chrono::steady_clock::now();
    const double before = threadCpu();
    auto answer = m_chip.transmit(command);
    m_cpu += threadCpu() - before;
    m_exchanges.append({command, answer ? answer->size() : 0});
    return answer;
}

void MeasuredChip::forget()
{
    m_exchanges.clear();
    m_cpu = 0;
}

} // namespace motcua::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/UploadPace.h"

#include <algorithm>

namespace motcua {

namespace {

constexpr qint64 Thousand = 1'000;
// Asking for less wakes the program more often than the bytes are worth.
constexpr qint64 Worthwhile = 4'096;

} // namespace

UploadPace::UploadPace(qint64 bytesPerSecond)
    : m_perSecond(std::clamp<qint64>(bytesPerSecond, 1, 1'000'000'000'000))
    , m_most(std::max<qint64>(m_perSecond / 4, 1) * Thousand)
    , m_left(m_most)
{
}

qint64 UploadPace::take(qint64 wanted, qint64 nowMs)
{
    // Past the first second there is nothing left to gain, and nothing that could overflow.
    const qint64 passed = std::clamp<qint64>(nowMs - m_atMs, 0, Thousand);
    m_atMs = nowMs;
    m_left = std::min(m_most, m_left + passed * m_perSecond);
    const qint64 given = std::clamp<qint64>(m_left / Thousand, 0, std::max<qint64>(wanted, 0));
    m_left -= given * Thousand;
    return given;
}

qint64 UploadPace::waitMs() const
{
    const qint64 lacking = std::min(m_most, Worthwhile * Thousand) - m_left;
    return std::max<qint64>(1, (lacking + m_perSecond - 1) / m_perSecond);
}

} // namespace motcua

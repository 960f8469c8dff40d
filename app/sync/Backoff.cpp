// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/Backoff.h"

#include <algorithm>

namespace motcua::sync {

namespace {

constexpr double Spread = 0.25;
constexpr int MostAskedMs = 60 * 60 * 1000; // who asks for a week has a fault of their own
constexpr int MostDoublings = 20;

} // namespace

int Backoff::next(double chance, std::optional<int> asked)
{
    const qint64 plain = std::min<qint64>(m_longestMs, qint64{m_firstMs} << std::min(m_failures, MostDoublings));
    ++m_failures;
    const double spread = 1 + Spread * (2 * std::clamp(chance, 0.0, 1.0) - 1);
    const int wait = static_cast<int>(static_cast<double>(plain) * spread);
    return asked ? std::max(wait, std::clamp(*asked, 0, MostAskedMs)) : wait;
}

} // namespace motcua::sync

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

namespace motcua::sync {

/**
 * How long to wait after the n-th failure in a row: doubled each time up to a cap, and spread by a quarter either way.
 *
 * The spread keeps the sixty desks of a centre, which all lost the line in the same second, from coming back in the same second.
 */
class Backoff
{
public:
    Backoff(int firstMs, int longestMs)
        : m_firstMs(firstMs)
        , m_longestMs(longestMs)
    {
    }

    /**
     * The next wait, ms. `chance` is 0 to 1, evenly spread. `asked`, what the other side wants (Retry-After, ms), is a least: it may be above the
     * cap, up to an hour.
     */
    [[nodiscard]] int next(double chance, std::optional<int> asked = {});
    [[nodiscard]] int failures() const { return m_failures; }
    void succeeded() { m_failures = 0; }

private:
    int m_firstMs;
    int m_longestMs;
    int m_failures = 0;
};

} // namespace motcua::sync

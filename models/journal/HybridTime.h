// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <compare>

namespace motcua::journal {

/**
 * Hybrid logical time: the wall clock where it runs forward, a counter where it does not.
 *
 * Orders what a machine wrote after what it had seen, also when its clock was set back. 48 bits of milliseconds since
 * 1970-01-01 UTC and 16 bits of counter (Kulkarni et al., "Logical Physical Clocks", 2014).
 */
struct HybridTime
{
    qint64 unixMs = 0;
    quint16 counter = 0;

    [[nodiscard]] static HybridTime fromPacked(quint64 packed)
    {
        return {static_cast<qint64>(packed >> 16), static_cast<quint16>(packed & 0xFFFF)};
    }
    [[nodiscard]] quint64 packed() const { return (static_cast<quint64>(unixMs) << 16) | counter; }

    /** The time to write next, later than this one and not earlier than the wall clock. */
    [[nodiscard]] HybridTime next(qint64 wallMs) const
    {
        if (wallMs > unixMs) {
            return {wallMs, 0};
        }
        return counter == 0xFFFF ? HybridTime{unixMs + 1, 0} : HybridTime{unixMs, static_cast<quint16>(counter + 1)};
    }

    friend auto operator<=>(const HybridTime &, const HybridTime &) = default;
};

} // namespace motcua::journal

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace motcua {

/** How fast bytes may leave: a rate, of which a quarter of a second may go at once after a pause. All that shares one keeps to the rate together. */
class UploadPace
{
public:
    /** `bytesPerSecond` from 1. */
    explicit UploadPace(qint64 bytesPerSecond);

    /** How many of `wanted` bytes may go at `nowMs` (of a clock that never goes back); they count as gone. */
    [[nodiscard]] qint64 take(qint64 wanted, qint64 nowMs);

    /** Milliseconds until it is worth asking again, from 1. */
    [[nodiscard]] qint64 waitMs() const;

private:
    qint64 m_perSecond;
    qint64 m_most; ///< thousandths of a byte, as below: no part of one is lost to rounding
    qint64 m_left;
    qint64 m_atMs = 0;
};

} // namespace motcua

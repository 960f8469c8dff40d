// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/sane/ScanBodies.h"

#include <sane/sane.h>

namespace motcua::worker {

/** What a status of SANE, other than GOOD and EOF, means to whoever scans. */
[[nodiscard]] inline ScanEndBody::How howOf(SANE_Status status)
{
    using How = ScanEndBody::How;
    constexpr int WarmingUp = 12; // of later versions of SANE, and of drivers written for them
    switch (static_cast<int>(status)) {
    case SANE_STATUS_UNSUPPORTED:
    case SANE_STATUS_INVAL: return How::Unsupported;
    case SANE_STATUS_CANCELLED: return How::Cancelled;
    case SANE_STATUS_DEVICE_BUSY:
    case WarmingUp: return How::Busy;
    case SANE_STATUS_JAMMED: return How::Jam;
    case SANE_STATUS_NO_DOCS: return How::FeederEmpty;
    case SANE_STATUS_COVER_OPEN: return How::CoverOpen;
    case SANE_STATUS_ACCESS_DENIED: return How::NotAllowed;
    default: return How::Broken;
    }
}

} // namespace motcua::worker

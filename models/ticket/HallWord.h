// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ticket/HallNotice.h"
#include "models/ticket/HelpCall.h"

#include <algorithm>

namespace motcua {

/** What is called out in a hall at one moment, each the oldest first. */
struct HallWord
{
    QList<HelpCall> calls = {}; ///< of that day, which nobody has ended
    QList<HallNotice> notices = {}; ///< that stand

    /** The one that closes the hall, the oldest of several; null: it is open. */
    [[nodiscard]] const HallNotice *closing() const
    {
        const auto found = std::find_if(notices.cbegin(), notices.cend(), [](const HallNotice &one) { return one.closes; });
        return found == notices.cend() ? nullptr : &*found;
    }

    friend bool operator==(const HallWord &, const HallWord &) = default;
};

} // namespace motcua

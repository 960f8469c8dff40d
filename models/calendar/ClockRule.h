// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace motcua {

/** What happens to the time limit while papers are asked for, opinions awaited or a fee is due; each procedure has its own answer. */
enum class ClockPolicy {
    None, ///< nothing: the promise stands
    Restart, ///< the limit is counted again from zero when the dossier is complete
    Suspend, ///< the time of supplementing is not counted, the rest goes on
    FixedExtension, ///< some working days more, once
    ExcludeExternal, ///< the time another body takes for its opinion or verification is not counted
};

/** The clock of one procedure. */
struct ClockRule
{
    static constexpr int LongestExtension = 365;

    ClockPolicy policy = ClockPolicy::Restart;
    int extensionDays = 0; ///< FixedExtension only: working days, 1 to LongestExtension
    ClockPolicy supplement = ClockPolicy::Restart; ///< ExcludeExternal only: what a request for supplements does: None, Restart or Suspend
    bool excludesPayment = false; ///< with any policy: the time from a demand for payment to the payment is not counted
    QString basis = {};
    QString mark = {};

    friend bool operator==(const ClockRule &, const ClockRule &) = default;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace motcua {

/** The ten states of a dossier that every ministry and province reports in, numbered as the national portal numbers them. */
enum class DossierStatus {
    Registered = 1,
    Accepted = 2,
    Refused = 3,
    Processing = 4,
    SupplementRequested = 5,
    PaymentRequested = 6,
    WithdrawalRequested = 7,
    Stopped = 8,
    Processed = 9,
    HandedOver = 10,
};

/** The status with this national number, if there is one. */
[[nodiscard]] constexpr std::optional<DossierStatus> dossierStatus(int code)
{
    return code >= 1 && code <= 10 ? std::optional(static_cast<DossierStatus>(code)) : std::nullopt;
}

[[nodiscard]] constexpr int statusCode(DossierStatus status)
{
    return static_cast<int>(status);
}

} // namespace motcua

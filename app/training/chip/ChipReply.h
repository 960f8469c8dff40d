// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/SecureMessaging.h"

#include <optional>

namespace motcua::training {

/** What a chip says to one command, before it is protected. */
struct ChipReply
{
    QByteArray data = {};
    quint16 status = sw::Ok;
    std::optional<SessionStart> session = {}; ///< with which keys it goes on once this has been sent

    [[nodiscard]] static ChipReply refusal(quint16 status) { return ChipReply{.status = status}; }
};

} // namespace motcua::training

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Error.h"

#include <QStringView>

#include <optional>

namespace motcua {

/** Who has to act for it to go on: the network between, the portal, whoever owns the data that were sent, or this desk. */
enum class Fault { Network, Portal, Data, Desk };

/** "network", "portal", "data", "desk", as problem details write it. */
[[nodiscard]] QString faultName(Fault fault);
[[nodiscard]] std::optional<Fault> faultOf(QStringView name);

/** Whose fault an error of this folder is; nothing for a code that says nothing of a network. */
[[nodiscard]] std::optional<Fault> faultOf(ErrorCode code);

} // namespace motcua

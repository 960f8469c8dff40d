// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace motcua {

/**
 * A form of the one-stop process by what it is for; one the law has no number for is called by its name.
 *
 * Its number is not a name: 05 was the control sheet in TT 01/2018/TT-VPCP and is the notice of stopping in TT 03/2025/TT-VPCP.
 */
enum class SlipKind { Receipt, SupplementRequest, Refusal, Apology, StopNotice, ControlSheet, Register, LostSlip };

/** "stopNotice" and so on, as transitions.json writes it. */
[[nodiscard]] QString slipKindName(SlipKind kind);
[[nodiscard]] std::optional<SlipKind> slipKindNamed(const QString &name);
[[nodiscard]] QList<SlipKind> allSlipKinds();

} // namespace motcua

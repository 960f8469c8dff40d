// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

namespace motcua {

/**
 * Whether a card takes extended length, by the card capabilities among the historical bytes of its ATR (ISO/IEC 7816-3 clause 8 and 7816-4
 * clause 8.1.1.2.7); nothing when it does not say.
 */
[[nodiscard]] std::optional<bool> extendedLengthByAtr(QByteArrayView atr);

} // namespace motcua

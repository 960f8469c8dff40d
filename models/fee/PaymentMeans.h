// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace motcua {

/** How money reaches the unit. */
enum class PaymentMeans {
    Cash,
    VietQr, ///< a transfer that the payer's application made of a picture
    Transfer, ///< a transfer typed by hand
    Card, ///< a card at the desk's terminal
    Portal, ///< paid online before; never chosen at a desk
};

/** Those a desk can choose, in the order of their keys. */
inline constexpr std::array DeskMeans{PaymentMeans::Cash, PaymentMeans::VietQr, PaymentMeans::Transfer, PaymentMeans::Card};

/** As it stands in the journal and in this machine's working state: "cash", "vietqr", "transfer", "card" or "portal". */
[[nodiscard]] QString meansName(PaymentMeans means);

/** The means of that name; none for any other. */
[[nodiscard]] std::optional<PaymentMeans> meansNamed(const QString &name);

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fee/PaymentMeans.h"

namespace motcua {

QString meansName(PaymentMeans means)
{
    switch (means) {
    case PaymentMeans::Cash:
        return QStringLiteral("cash");
    case PaymentMeans::VietQr:
        return QStringLiteral("vietqr");
    case PaymentMeans::Transfer:
        return QStringLiteral("transfer");
    case PaymentMeans::Card:
        return QStringLiteral("card");
    case PaymentMeans::Portal:
        return QStringLiteral("portal");
    }
    return {};
}

std::optional<PaymentMeans> meansNamed(const QString &name)
{
    for (const PaymentMeans means :
        {PaymentMeans::Cash, PaymentMeans::VietQr, PaymentMeans::Transfer, PaymentMeans::Card, PaymentMeans::Portal}) {
        if (meansName(means) == name) {
            return means;
        }
    }
    return std::nullopt;
}

} // namespace motcua

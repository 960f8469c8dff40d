// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/visit/PaperReceipt.h"

namespace motcua {

QJsonObject PaperReceipt::toJson() const
{
    QJsonObject json{{QStringLiteral("number"), number}, {QStringLiteral("at"), atMs}};
    if (!approver.isNull()) {
        json.insert(QStringLiteral("approver"), approver.toString());
    }
    return json;
}

std::optional<PaperReceipt> PaperReceipt::fromJson(const QJsonObject &json)
{
    const PaperReceipt receipt{json.value(u"number").toString(), json.value(u"at").toInteger(), Id::fromString(json.value(u"approver").toString())};
    return receipt.number.isEmpty() || receipt.atMs <= 0 ? std::nullopt : std::optional(receipt);
}

} // namespace motcua

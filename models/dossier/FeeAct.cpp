// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/FeeAct.h"

#include <QStringList>

namespace motcua {

std::optional<TakeFee> feeAct(const Payment &payment, const Assessment &fee, Money paid)
{
    const Money due{fee.total().dong - paid.dong};
    if (payment.when != Payment::When::AtAcceptance || due <= Money{0}) {
        return std::nullopt;
    }
    QStringList texts;
    for (const FeeLine &line : fee.lines) {
        if (line.amount > Money{0} && !texts.contains(line.text)) {
            texts.append(line.text);
        }
    }
    return TakeFee{.amount = due, .means = meansName(payment.means), .text = texts.join(QStringLiteral("; "))};
}

} // namespace motcua

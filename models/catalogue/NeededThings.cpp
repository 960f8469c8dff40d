// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/NeededThings.h"

#include "models/base/Channel.h"

namespace motcua {

namespace {

bool holdsHere(const QList<int> &channels)
{
    return channels.isEmpty() || channels.contains(channel::Direct);
}

QString each(Money price, const QString &unit)
{
    return unit.isEmpty() ? price.toString() : price.toString() + u'/' + unit;
}

/** "≤ 2 trang: 2.000 đ/trang; > 2 trang: 1.000 đ/trang; ≤ 200.000 đ/bản": signs instead of words, which belong to the sheet. */
QString tierWords(const FeeRule &fee)
{
    QStringList parts;
    qint64 before = 0;
    for (const FeeTier &tier : fee.tiers) {
        const QString range = tier.upTo > 0 ? QStringLiteral("≤ %1 %2").arg(tier.upTo).arg(fee.tierUnit) : QStringLiteral("> %1 %2").arg(before).arg(fee.tierUnit);
        parts.append(range + QStringLiteral(": ") + each(tier.price, fee.tierUnit));
        before = tier.upTo;
    }
    if (fee.cap) {
        parts.append(QStringLiteral("≤ ") + each(*fee.cap, fee.unit));
    }
    return parts.join(QStringLiteral("; "));
}

/** What is not known is told by who decides it, never as nothing. */
QString priceWords(const FeeRule &fee, QDate day)
{
    if (!fee.tiers.isEmpty()) {
        return tierWords(fee);
    }
    if (!fee.setLocally) {
        return each(fee.unitPrice, fee.unit);
    }
    for (const LocalPrice &local : fee.local) {
        if (holdsHere(local.channels) && local.validity.holds(day)) {
            return each(local.unitPrice, fee.unit);
        }
    }
    return fee.basis;
}

} // namespace

NeededThings NeededThings::of(const Procedure &procedure, QDate day)
{
    NeededThings needed;
    for (const RequiredPaper &paper : procedure.papers) {
        const Paper line{paper.name, paper.help, paper.originals, paper.copies};
        const bool proves = procedure.identity.level == IdentityNeed::Level::Proved && paper.provesIdentityOf == procedure.identity.of;
        // What a register tells nobody has to bring, so what is asked for only when it is silent is not on the list.
        if (paper.need == RequiredPaper::Need::Always || proves) {
            needed.always.append(line);
        } else if (paper.need == RequiredPaper::Need::Conditional) {
            needed.sometimes.append(line);
        }
    }
    for (const FeeRule &fee : procedure.fees) {
        if (!holdsHere(fee.channels) || !fee.validity.holds(day)) {
            continue;
        }
        needed.fees.append(fee.text + QStringLiteral(": ") + priceWords(fee, day));
        for (const FeeReduction &reduction : fee.reductions) {
            if (holdsHere(reduction.channels) && reduction.validity.holds(day)) {
                needed.fees.append(QStringLiteral("– %1: −%2 %").arg(reduction.text).arg(reduction.percent));
            }
        }
    }
    needed.isFree = procedure.fees.isEmpty();
    needed.limit = procedure.limitFor(channel::Direct).text;
    return needed;
}

} // namespace motcua

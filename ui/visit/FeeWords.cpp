// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/FeeWords.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace motcua {

namespace {

/** Gives the words below their context for translation. */
struct FeeWords
{
    Q_DECLARE_TR_FUNCTIONS(FeeWords)
};

constexpr qint64 EverythingOff = 100; // percent

/** "8 trang", or the number alone when nothing says what is counted. */
QString counted(qint64 count, const QString &unit)
{
    return unit.isEmpty() ? QString::number(count) : QStringLiteral("%1 %2").arg(count).arg(unit);
}

/** `amount` for one of what is counted: "12.000 đ một bản". */
QString forOne(Money amount, const QString &unit)
{
    return unit.isEmpty() ? amount.toString() : FeeWords::tr("%1 for one %2").arg(amount.toString(), unit);
}

/** The tiers of one unit of a line as a sum; empty when its price has no tiers. */
QString tiers(const FeeLine &line)
{
    QStringList terms;
    Money sum;
    for (const FeeStep &step : line.steps) {
        if (step.kind == FeeStep::Kind::Tier) {
            terms.append(QStringLiteral("%1 × %2").arg(counted(step.count, step.text), step.price.toString()));
            sum = sum + step.amount;
        }
    }
    return terms.isEmpty() ? QString() : QStringLiteral("%1 = %2").arg(terms.join(QStringLiteral(" + ")), forOne(sum, line.unit));
}

/** Cap or reduction as a clause of its own; tiers stand together in one. */
QString clause(const FeeStep &step, const QString &unit)
{
    switch (step.kind) {
    case FeeStep::Kind::Tier:
        return {};
    case FeeStep::Kind::Cap:
        return FeeWords::tr("at most %1").arg(forOne(step.price, unit));
    case FeeStep::Kind::Reduction:
        return step.count == EverythingOff
            ? FeeWords::tr("nothing is charged (%1)").arg(step.text)
            : FeeWords::tr("%1 less %2 % (%3) = %4").arg(step.price.toString(), QString::number(step.count), step.text, forOne(step.amount, unit));
    }
    return {};
}

} // namespace

QString feeWorking(const FeeLine &line)
{
    if (!line.isKnown) {
        return FeeWords::tr("not known: the price of this province is not entered on this machine and not in the total. "
                            "The dossier can be accepted; charge by the price list on display and have the administrator enter it.");
    }
    if (!line.isCounted) {
        return FeeWords::tr("not counted yet: the form does not say how many, or says what cannot be.");
    }
    QStringList clauses{tiers(line)};
    for (const FeeStep &step : line.steps) {
        clauses.append(clause(step, line.unit));
    }
    clauses.removeAll(QString());
    const bool isOnce = line.quantity == 1 && line.unit.isEmpty();
    if (clauses.isEmpty()) {
        return isOnce ? line.amount.toString()
                      : QStringLiteral("%1 × %2 = %3").arg(counted(line.quantity, line.unit), line.unitPrice.toString(), line.amount.toString());
    }
    if (const FeeStep &last = line.steps.constLast(); !isOnce && !(last.kind == FeeStep::Kind::Reduction && last.count == EverythingOff)) {
        clauses.append(QStringLiteral("× %1 = %2").arg(counted(line.quantity, line.unit), line.amount.toString()));
    }
    return clauses.join(QStringLiteral("; "));
}

QString feeTotal(const Assessment &fee, Money due)
{
    const QString total = due.toString();
    if (fee.isComplete()) {
        return total;
    }
    const bool isCounted = std::all_of(fee.lines.cbegin(), fee.lines.cend(), [](const FeeLine &line) { return line.isCounted; });
    return isCounted ? FeeWords::tr("%1, and a price that is not known").arg(total) : FeeWords::tr("%1, and what is not counted yet").arg(total);
}

} // namespace motcua

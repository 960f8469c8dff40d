// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fee/Assessment.h"

#include "models/form/FormDraft.h"

#include <QJsonArray>

namespace motcua {

namespace {

// Above a thousand million million đồng a JSON number is no longer exact; every product below stays under it.
constexpr qint64 LargestAmount = 1'000'000'000'000'000;

qint64 quantityOf(const FeeRule &rule, const FormDraft &draft)
{
    if (rule.quantityField.isEmpty()) {
        return 1;
    }
    const FieldValue value = draft.value(rule.quantityField);
    bool number = false;
    const qint64 quantity = value.isGiven() ? value.text.toLongLong(&number) : 0;
    const bool exact = rule.unitPrice.dong <= 0 || quantity <= LargestAmount / rule.unitPrice.dong;
    return number && quantity > 0 && exact ? quantity : 0;
}

Error malformed(const QString &what)
{
    return {ErrorCode::EntryMalformed, QStringLiteral("fee: ") + what};
}

bool isWhole(const QJsonValue &value)
{
    return value.isDouble() && value.toInteger(-1) >= 0 && value.toInteger() <= LargestAmount;
}

} // namespace

Assessment Assessment::of(const QList<FeeRule> &rules, const FormDraft &draft, int channel)
{
    Assessment assessment;
    for (const FeeRule &rule : rules) {
        if (!rule.channels.isEmpty() && !rule.channels.contains(channel)) {
            continue;
        }
        const qint64 quantity = quantityOf(rule, draft);
        assessment.lines.append({rule.id, rule.text, rule.unitPrice, quantity, rule.unitPrice * quantity, rule.mark});
    }
    return assessment;
}

Money Assessment::total() const
{
    Money sum;
    for (const FeeLine &line : lines) {
        sum = sum + line.amount;
    }
    return sum;
}

QJsonObject Assessment::toJson() const
{
    QJsonArray array;
    for (const FeeLine &line : lines) {
        array.append(QJsonObject{{QStringLiteral("id"), line.id}, {QStringLiteral("text"), line.text},
            {QStringLiteral("unitPrice"), line.unitPrice.dong}, {QStringLiteral("quantity"), line.quantity},
            {QStringLiteral("amount"), line.amount.dong}, {QStringLiteral("mark"), line.mark}});
    }
    return {{QStringLiteral("lines"), array}, {QStringLiteral("total"), total().dong}};
}

Result<Assessment> Assessment::fromJson(const QJsonObject &json)
{
    Assessment assessment;
    const QJsonValue lines = json.value(QStringLiteral("lines"));
    if (!lines.isArray()) {
        return malformed(QStringLiteral("no lines"));
    }
    for (const QJsonValue &value : lines.toArray()) {
        const QJsonObject one = value.toObject();
        const QJsonValue price = one.value(QStringLiteral("unitPrice"));
        const QJsonValue quantity = one.value(QStringLiteral("quantity"));
        const QJsonValue amount = one.value(QStringLiteral("amount"));
        if (!isWhole(price) || !isWhole(quantity) || !isWhole(amount)) {
            return malformed(QStringLiteral("a line without whole numbers"));
        }
        const bool exact = price.toInteger() == 0 || quantity.toInteger() <= LargestAmount / price.toInteger();
        if (!exact || price.toInteger() * quantity.toInteger() != amount.toInteger()) {
            return malformed(QStringLiteral("an amount is not price × quantity"));
        }
        assessment.lines.append({one.value(QStringLiteral("id")).toString(), one.value(QStringLiteral("text")).toString(),
            Money{price.toInteger()}, quantity.toInteger(), Money{amount.toInteger()}, one.value(QStringLiteral("mark")).toString()});
    }
    const QJsonValue total = json.value(QStringLiteral("total"));
    if (!isWhole(total) || total.toInteger() != assessment.total().dong) {
        return malformed(QStringLiteral("the total is not the sum"));
    }
    return assessment;
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fee/Assessment.h"

#include "models/form/FormDraft.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <optional>

namespace motcua {

namespace {

// Above a thousand million million đồng a JSON number is no longer exact; every product below stays under it.
constexpr qint64 LargestAmount = 1'000'000'000'000'000;

// The words stand in journal payloads for ever: add, never change.
struct StepWord
{
    FeeStep::Kind kind;
    QLatin1String word;
};
constexpr std::array StepWords = {
    StepWord{FeeStep::Kind::Tier, QLatin1String("tier")},
    StepWord{FeeStep::Kind::Cap, QLatin1String("cap")},
    StepWord{FeeStep::Kind::Reduction, QLatin1String("reduction")},
};

bool reaches(const QList<int> &channels, int channel)
{
    return channels.isEmpty() || channels.contains(channel);
}

/** A number from 0; none when the answer is no such number, or there is none. */
std::optional<qint64> numberIn(const FormDraft &draft, const QString &field)
{
    const FieldValue value = draft.value(field);
    bool number = false;
    const qint64 found = value.isGiven() ? value.text.toLongLong(&number) : 0;
    return number && found >= 0 ? std::optional(found) : std::nullopt;
}

qint64 product(qint64 count, qint64 price)
{
    const bool exact = price <= 0 || count <= LargestAmount / price;
    return exact ? count * price : 0;
}

/** Finds what one unit of a rule costs, and keeps the working. */
class Pricing
{
public:
    Pricing(const FeeRule &rule, const FormDraft &draft, QDate day, int channel)
        : m_rule(rule)
        , m_draft(draft)
        , m_day(day)
        , m_channel(channel)
    {
    }

    FeeLine line()
    {
        FeeLine made;
        made.id = m_rule.id;
        made.text = m_rule.text;
        made.unit = m_rule.unit;
        made.mark = m_rule.mark;
        Money price = basePrice(made);
        if (m_rule.cap && price > *m_rule.cap) {
            made.steps.append({FeeStep::Kind::Cap, 0, *m_rule.cap, *m_rule.cap, {}});
            price = *m_rule.cap;
        }
        made.unitPrice = reduced(price, made);
        const std::optional<qint64> counted = m_rule.quantityField.isEmpty() ? 1 : numberIn(m_draft, m_rule.quantityField);
        const bool exact = counted && (made.unitPrice.dong <= 0 || *counted <= LargestAmount / made.unitPrice.dong);
        made.isCounted = made.isCounted && exact;
        made.quantity = made.isCounted ? *counted : 0;
        made.amount = made.unitPrice * made.quantity;
        return made;
    }

private:
    Money basePrice(FeeLine &line) const
    {
        if (m_rule.setLocally) {
            for (const LocalPrice &one : m_rule.local) {
                if (reaches(one.channels, m_channel) && one.validity.holds(m_day)) {
                    line.mark = one.basis + QStringLiteral(" · ") + one.mark;
                    return one.unitPrice;
                }
            }
            line.isKnown = false;
            return {};
        }
        return m_rule.tieredBy.isEmpty() ? m_rule.unitPrice : tieredPrice(line);
    }

    Money tieredPrice(FeeLine &line) const
    {
        const std::optional<qint64> counted = numberIn(m_draft, m_rule.tieredBy);
        // Nothing costs nothing because it has no pages: whoever counts none has not counted yet.
        line.isCounted = counted && *counted > 0;
        const qint64 units = counted.value_or(0);
        qint64 done = 0;
        Money price;
        for (const FeeTier &tier : m_rule.tiers) {
            const qint64 end = tier.upTo == 0 ? units : std::min(units, tier.upTo);
            if (end <= done) {
                continue;
            }
            const Money amount{product(end - done, tier.price.dong)};
            line.steps.append({FeeStep::Kind::Tier, end - done, tier.price, amount, m_rule.tierUnit});
            price.dong = std::min(price.dong + amount.dong, LargestAmount);
            done = end;
        }
        return price;
    }

    Money reduced(Money price, FeeLine &line) const
    {
        const FeeReduction *greatest = nullptr;
        for (const FeeReduction &one : m_rule.reductions) {
            const bool holds = reaches(one.channels, m_channel) && one.validity.holds(m_day) && (!one.when || one.when->isHeld(m_draft, m_day));
            if (holds && (!greatest || one.percent > greatest->percent)) {
                greatest = &one;
            }
        }
        if (!greatest) {
            return price;
        }
        const Money rest{(price.dong * (100 - greatest->percent) + 50) / 100};
        line.steps.append({FeeStep::Kind::Reduction, greatest->percent, price, rest, greatest->text});
        // Who pays nothing in any case need not wait for the province to say how much it would be.
        line.isKnown = line.isKnown || greatest->percent == 100;
        return rest;
    }

    const FeeRule &m_rule;
    const FormDraft &m_draft;
    QDate m_day;
    int m_channel;
};

Error malformed(const QString &what)
{
    return {ErrorCode::EntryMalformed, QStringLiteral("fee: ") + what};
}

bool isWhole(const QJsonValue &value)
{
    return value.isDouble() && value.toInteger(-1) >= 0 && value.toInteger() <= LargestAmount;
}

QJsonArray toJson(const QList<FeeStep> &steps)
{
    QJsonArray array;
    for (const FeeStep &step : steps) {
        QJsonObject one{{QStringLiteral("price"), step.price.dong}, {QStringLiteral("amount"), step.amount.dong}};
        for (const StepWord &known : StepWords) {
            if (known.kind == step.kind) {
                one.insert(QStringLiteral("kind"), known.word);
            }
        }
        if (step.count != 0) {
            one.insert(QStringLiteral("count"), step.count);
        }
        if (!step.text.isEmpty()) {
            one.insert(QStringLiteral("text"), step.text);
        }
        array.append(one);
    }
    return array;
}

/** The working is there to be read; one step of a kind this program does not know is left out, the amounts stand without it. */
QList<FeeStep> stepsFrom(const QJsonArray &array)
{
    QList<FeeStep> steps;
    for (const QJsonValue &value : array) {
        const QJsonObject one = value.toObject();
        for (const StepWord &known : StepWords) {
            if (one.value(QStringLiteral("kind")).toString() == known.word) {
                steps.append({known.kind, one.value(QStringLiteral("count")).toInteger(), Money{one.value(QStringLiteral("price")).toInteger()},
                    Money{one.value(QStringLiteral("amount")).toInteger()}, one.value(QStringLiteral("text")).toString()});
            }
        }
    }
    return steps;
}

} // namespace

Assessment Assessment::of(const QList<FeeRule> &rules, const FormDraft &draft, QDate day, int channel)
{
    Assessment assessment;
    for (const FeeRule &rule : rules) {
        if (reaches(rule.channels, channel) && rule.validity.holds(day) && (!rule.when || rule.when->isHeld(draft, day))) {
            assessment.lines.append(Pricing(rule, draft, day, channel).line());
        }
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

bool Assessment::isComplete() const
{
    return std::all_of(lines.cbegin(), lines.cend(), [](const FeeLine &line) { return line.isKnown && line.isCounted; });
}

QJsonObject Assessment::toJson() const
{
    QJsonArray array;
    for (const FeeLine &line : lines) {
        QJsonObject one{{QStringLiteral("id"), line.id}, {QStringLiteral("text"), line.text},
            {QStringLiteral("unitPrice"), line.unitPrice.dong}, {QStringLiteral("quantity"), line.quantity},
            {QStringLiteral("amount"), line.amount.dong}, {QStringLiteral("mark"), line.mark}};
        if (!line.unit.isEmpty()) {
            one.insert(QStringLiteral("unit"), line.unit);
        }
        if (!line.isKnown) {
            one.insert(QStringLiteral("unknown"), true);
        }
        if (!line.isCounted) {
            one.insert(QStringLiteral("uncounted"), true);
        }
        if (!line.steps.isEmpty()) {
            one.insert(QStringLiteral("steps"), motcua::toJson(line.steps));
        }
        array.append(one);
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
        FeeLine line;
        line.id = one.value(QStringLiteral("id")).toString();
        line.text = one.value(QStringLiteral("text")).toString();
        line.unitPrice = Money{price.toInteger()};
        line.quantity = quantity.toInteger();
        line.amount = Money{amount.toInteger()};
        line.mark = one.value(QStringLiteral("mark")).toString();
        line.unit = one.value(QStringLiteral("unit")).toString();
        line.isKnown = !one.value(QStringLiteral("unknown")).toBool();
        line.isCounted = !one.value(QStringLiteral("uncounted")).toBool();
        line.steps = stepsFrom(one.value(QStringLiteral("steps")).toArray());
        assessment.lines.append(line);
    }
    const QJsonValue total = json.value(QStringLiteral("total"));
    if (!isWhole(total) || total.toInteger() != assessment.total().dong) {
        return malformed(QStringLiteral("the total is not the sum"));
    }
    return assessment;
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/FeesReader.h"

#include "models/catalogue/ConditionReader.h"

#include <algorithm>

namespace motcua {

namespace {

// With this bound on price × quantity the fee of a dossier stays far inside what a JSON number holds exactly.
constexpr qint64 LargestFee = 1'000'000'000'000;

FeeValidity readValidity(JsonMembers &members)
{
    const FeeValidity validity{members.dateIf(QStringLiteral("validFrom")), members.dateIf(QStringLiteral("validTo"))};
    if (validity.from.isValid() && validity.to.isValid() && validity.to < validity.from) {
        members.complain(QStringLiteral("validTo"), QStringLiteral("\"validTo\" is before \"validFrom\""));
    }
    return validity;
}

QList<int> readChannels(JsonMembers &members)
{
    return members.has(QStringLiteral("channels")) ? members.integers(QStringLiteral("channels"), 1, 3) : QList<int>();
}

/** A field that can be counted by: always answered, and bounded so that the amount stays exact at `price` each. */
void checkCount(const JsonMembers &members, const QString &key, const QString &id, const FormSchema &form, qint64 price)
{
    const Field *field = form.field(id);
    if (!field) {
        members.complain(key, QStringLiteral("there is no field \"%1\"").arg(id));
    } else if (field->type != FieldType::Integer || field->need != Field::Need::Required || !field->minimum || !field->maximum) {
        members.complain(key, QStringLiteral("a fee is counted by a required integer with \"minimum\" and \"maximum\""));
    } else if (field->mayFollow || field->mayBeAbsent) {
        members.complain(key, QStringLiteral("a fee is counted by a field that is always answered"));
    } else if (price > 0 && *field->maximum > LargestFee / price) {
        members.complain(key, QStringLiteral("price × \"maximum\" is more than a thousand milliard đồng"));
    }
}

QList<FeeTier> readTiers(JsonMembers &members)
{
    QList<FeeTier> tiers;
    members.each(QStringLiteral("tiers"), true, [&](const JsonNode &node) {
        JsonMembers one(node);
        const FeeTier tier{one.integerIf(QStringLiteral("upTo"), 1, 1'000'000'000).value_or(0), Money{one.integer(QStringLiteral("price"), 0, LargestFee)}};
        if (!tiers.isEmpty() && (tiers.constLast().upTo == 0 || (tier.upTo != 0 && tier.upTo <= tiers.constLast().upTo))) {
            node.complain(QStringLiteral("tiers ascend, and only the last is without end"));
        }
        one.done();
        tiers.append(tier);
    });
    if (tiers.isEmpty() || tiers.constLast().upTo != 0) {
        members.complain(QStringLiteral("tiers"), QStringLiteral("the last tier is without end"));
    }
    return tiers;
}

FeeReduction readReduction(const JsonNode &node, const FormSchema &form)
{
    JsonMembers members(node);
    FeeReduction reduction;
    reduction.id = members.text(QStringLiteral("id"));
    reduction.text = members.text(QStringLiteral("text"));
    reduction.when = readCondition(members, QStringLiteral("when"), form);
    reduction.channels = readChannels(members);
    reduction.validity = readValidity(members);
    reduction.percent = static_cast<int>(members.integer(QStringLiteral("percent"), 1, 100));
    reduction.basis = members.text(QStringLiteral("basis"));
    reduction.mark = members.text(QStringLiteral("mark"));
    if (!reduction.when && reduction.channels.isEmpty() && reduction.validity == FeeValidity{}) {
        node.complain(QStringLiteral("a reduction for everybody and for ever is another price"));
    }
    members.done();
    return reduction;
}

void readPrice(JsonMembers &members, FeeRule &rule, const FormSchema &form)
{
    rule.tieredBy = members.textOr(QStringLiteral("tieredBy"));
    rule.setLocally = members.flag(QStringLiteral("setLocally"));
    const int ways = (rule.tieredBy.isEmpty() ? 0 : 1) + (rule.setLocally ? 1 : 0) + (members.has(QStringLiteral("unitPrice")) ? 1 : 0);
    if (ways != 1) {
        members.node().complain(QStringLiteral("a price is one of \"unitPrice\", \"tieredBy\" with \"tiers\", and \"setLocally\""));
    }
    if (members.has(QStringLiteral("unitPrice"))) {
        rule.unitPrice = Money{members.integer(QStringLiteral("unitPrice"), 0, LargestFee)};
    }
    if (!rule.tieredBy.isEmpty()) {
        rule.tierUnit = members.text(QStringLiteral("tierUnit"));
        rule.tiers = readTiers(members);
    }
    if (const auto cap = members.integerIf(QStringLiteral("cap"), 0, LargestFee)) {
        rule.cap = Money{*cap};
    }
    if (!rule.tieredBy.isEmpty() && !form.id.isEmpty()) {
        qint64 dearest = 0;
        for (const FeeTier &tier : rule.tiers) {
            dearest = std::max(dearest, tier.price.dong);
        }
        checkCount(members, QStringLiteral("tieredBy"), rule.tieredBy, form, dearest);
    }
}

/** The most one unit can cost, for the bound on the amount. */
qint64 dearestUnit(const FeeRule &rule, const FormSchema &form)
{
    qint64 price = rule.unitPrice.dong;
    for (const LocalPrice &local : rule.local) {
        price = std::max(price, local.unitPrice.dong);
    }
    if (const Field *pages = form.field(rule.tieredBy); pages && pages->maximum) {
        for (const FeeTier &tier : rule.tiers) {
            price = std::max(price, std::min(tier.price.dong, LargestFee / std::max<qint64>(1, *pages->maximum)) * *pages->maximum);
        }
    }
    return rule.cap ? std::min(price, rule.cap->dong) : price;
}

QString localKey(const QString &procedure, const QString &fee)
{
    return procedure + u'/' + fee;
}

} // namespace

void readLocalFees(JsonFile &file, LocalFees &fees)
{
    const JsonNode root(file);
    JsonMembers members(root);
    members.text(QStringLiteral("schema"));
    members.text(QStringLiteral("mark"));
    members.each(QStringLiteral("fees"), true, [&](const JsonNode &node) {
        JsonMembers one(node);
        const QString key = localKey(one.text(QStringLiteral("procedure")), one.text(QStringLiteral("fee")));
        LocalPrice price;
        price.unitPrice = Money{one.integer(QStringLiteral("unitPrice"), 0, LargestFee)};
        price.channels = readChannels(one);
        price.validity = readValidity(one);
        price.basis = one.text(QStringLiteral("basis"));
        price.mark = one.text(QStringLiteral("mark"));
        one.done();
        fees[key].append(price);
    });
    members.done();
}

FeeRule readFee(const JsonNode &node, const QString &code, const FormSchema &form, const QList<FeeRule> &earlier, const LocalFees &local)
{
    JsonMembers members(node);
    FeeRule rule;
    rule.id = members.text(QStringLiteral("id"));
    rule.text = members.text(QStringLiteral("text"));
    rule.quantityField = members.textOr(QStringLiteral("quantityField"));
    rule.unit = members.textOr(QStringLiteral("unit"));
    rule.basis = members.text(QStringLiteral("basis"));
    rule.mark = members.text(QStringLiteral("mark"));
    rule.channels = readChannels(members);
    rule.validity = readValidity(members);
    rule.when = readCondition(members, QStringLiteral("when"), form);
    readPrice(members, rule, form);
    if (rule.setLocally) {
        rule.local = local.value(localKey(code, rule.id));
    }
    members.each(QStringLiteral("reductions"), false, [&](const JsonNode &one) { rule.reductions.append(readReduction(one, form)); });
    if (!rule.quantityField.isEmpty() && !form.id.isEmpty()) {
        checkCount(members, QStringLiteral("quantityField"), rule.quantityField, form, dearestUnit(rule, form));
    }
    for (const FeeRule &other : earlier) {
        if (other.id == rule.id) {
            members.complain(QStringLiteral("id"), QStringLiteral("the fee \"%1\" stands here twice").arg(rule.id));
        }
    }
    members.done();
    return rule;
}

} // namespace motcua

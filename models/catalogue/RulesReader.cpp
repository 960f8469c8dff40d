// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/RulesReader.h"

#include "models/catalogue/JsonMembers.h"

#include <algorithm>

namespace motcua {

namespace {

/** By the name of a list: an expression that takes any one of its codes. */
using Lists = QMap<QString, QString>;

QRegularExpression readPattern(JsonMembers &members, const QString &key, const Lists &lists)
{
    static const QRegularExpression named(QStringLiteral("\\{\\{([A-Za-z]+)\\}\\}"));
    QString pattern = members.text(key);
    for (QRegularExpressionMatch match = named.match(pattern); match.hasMatch(); match = named.match(pattern)) {
        if (!lists.contains(match.captured(1))) {
            members.complain(key, QStringLiteral("there is no list \"%1\"").arg(match.captured(1)));
            return {};
        }
        pattern.replace(match.capturedStart(), match.capturedLength(), lists.value(match.captured(1)));
    }
    const QRegularExpression expression(QRegularExpression::anchoredPattern(pattern), QRegularExpression::UseUnicodePropertiesOption);
    if (!expression.isValid()) {
        members.complain(key, QStringLiteral("\"%1\" is no regular expression: %2").arg(key, expression.errorString()));
    }
    return expression;
}

Lists readLists(JsonMembers &members)
{
    Lists lists;
    members.each(QStringLiteral("lists"), false, [&](const JsonNode &node) {
        JsonMembers one(node);
        const QString id = one.text(QStringLiteral("id"));
        one.text(QStringLiteral("mark"));
        QStringList codes;
        one.each(QStringLiteral("entries"), true, [&](const JsonNode &entryNode) {
            JsonMembers entry(entryNode);
            const QString code = entry.text(QStringLiteral("code"));
            entry.text(QStringLiteral("name"));
            if (codes.contains(code)) {
                entry.complain(QStringLiteral("code"), QStringLiteral("the code \"%1\" stands here twice").arg(code));
            }
            entry.done();
            codes.append(code);
        });
        if (lists.contains(id)) {
            one.complain(QStringLiteral("id"), QStringLiteral("the list \"%1\" stands here twice").arg(id));
        }
        if (codes.isEmpty()) {
            one.complain(QStringLiteral("entries"), QStringLiteral("\"entries\" must not be empty"));
        }
        one.done();
        for (QString &code : codes) {
            code = QRegularExpression::escape(code);
        }
        lists.insert(id, QStringLiteral("(?:%1)").arg(codes.join(u'|')));
    });
    return lists;
}

QList<Rewrite> readRewrites(JsonMembers &members, const QString &key, const Lists &lists)
{
    QList<Rewrite> rewrites;
    members.each(key, false, [&](const JsonNode &node) {
        JsonMembers one(node);
        rewrites.append({readPattern(one, QStringLiteral("from"), lists), one.text(QStringLiteral("to"))});
        one.done();
    });
    return rewrites;
}

std::optional<CheckDigit> readCheck(JsonMembers &members, const Lists &lists)
{
    std::optional<CheckDigit> check;
    members.object(QStringLiteral("check"), false, [&](const JsonNode &node) {
        enum class Kind { Unknown, WeightedSum };
        JsonMembers one(node);
        one.word<Kind>(QStringLiteral("kind"), {{u"weightedSum", Kind::WeightedSum}});
        check = CheckDigit{};
        if (one.has(QStringLiteral("when"))) {
            check->when = readPattern(one, QStringLiteral("when"), lists);
        }
        one.each(QStringLiteral("weights"), true, [&](const JsonNode &weight) {
            const std::optional<qint64> value = weight.value().toWhole();
            const bool good = value && *value >= 0 && *value <= 1'000;
            if (!good) {
                weight.complain(QStringLiteral("a whole number from 0 to 1000 is expected here"));
            }
            check->weights.append(good ? static_cast<int>(*value) : -1);
        });
        if (check->weights.isEmpty()) {
            one.complain(QStringLiteral("weights"), QStringLiteral("\"weights\" must not be empty"));
        }
        check->modulus = static_cast<int>(one.integer(QStringLiteral("modulus"), 2, 1'000));
        check->from = static_cast<int>(one.integer(QStringLiteral("from"), 0, 1'000));
        one.done();
    });
    return check;
}

/** Whether a text can be judged at all: a pattern that is none has been complained about already. */
bool isUsable(const TextRule &rule)
{
    const auto isValid = [](const Rewrite &one) { return one.from.isValid() && !one.from.pattern().isEmpty(); };
    return rule.pattern.isValid() && !rule.pattern.pattern().isEmpty() && (!rule.check || rule.check->when.isValid())
        && std::all_of(rule.rewrites.begin(), rule.rewrites.end(), isValid) && std::all_of(rule.shown.begin(), rule.shown.end(), isValid);
}

void checkExamples(JsonMembers &members, const TextRule &rule)
{
    const auto complaint = [&rule](const QString &text) {
        switch (verdict(rule, normalForm(rule, text))) {
        case RuleVerdict::Fits:
            break;
        case RuleVerdict::Malformed:
            return QStringLiteral("the example does not fit its own pattern");
        case RuleVerdict::WrongCheckDigit:
            return QStringLiteral("the example has a wrong check digit");
        }
        return QString();
    };
    if (!isUsable(rule)) {
        for (const QString &key : {QStringLiteral("alsoFits"), QStringLiteral("refused")}) {
            members.each(key, false, [](const JsonNode &) {});
        }
        return;
    }
    if (const QString what = complaint(rule.example); !what.isEmpty()) {
        members.complain(QStringLiteral("example"), what);
    } else if (normalForm(rule, rule.example) != rule.example) {
        members.complain(QStringLiteral("example"), QStringLiteral("the example is not in normal form"));
    }
    members.each(QStringLiteral("alsoFits"), false, [&](const JsonNode &node) {
        const QString text = elementText(node);
        const QString normal = normalForm(rule, text);
        if (const QString what = complaint(text); !what.isEmpty()) {
            node.complain(what);
        } else if (normalForm(rule, normal) != normal) {
            node.complain(QStringLiteral("the normal form of this is not its own normal form"));
        }
    });
    members.each(QStringLiteral("refused"), false, [&](const JsonNode &node) {
        JsonMembers one(node);
        const QString text = one.text(QStringLiteral("text"));
        const auto why = one.word<RuleVerdict>(
            QStringLiteral("why"), {{u"malformed", RuleVerdict::Malformed}, {u"checkDigit", RuleVerdict::WrongCheckDigit}});
        if (verdict(rule, normalForm(rule, text)) != why) {
            one.complain(QStringLiteral("text"), QStringLiteral("this is not refused for the reason given"));
        }
        one.done();
    });
}

TextRule readRule(JsonMembers &members, const Lists &lists)
{
    TextRule rule;
    rule.id = members.text(QStringLiteral("id"));
    rule.pattern = readPattern(members, QStringLiteral("pattern"), lists);
    // What Qt put around the pattern to anchor it.
    static const QString around = QRegularExpression::anchoredPattern(QString());
    const qsizetype opening = around.indexOf(u')');
    const QString written = rule.pattern.pattern();
    rule.plain = written.isEmpty() ? std::nullopt : PlainPattern::from(written.mid(opening, written.size() - around.size()));
    rule.example = members.text(QStringLiteral("example"));
    rule.mark = members.text(QStringLiteral("mark"));
    rule.strip = members.textOr(QStringLiteral("strip"));
    rule.capitals = members.flag(QStringLiteral("capitals"));
    rule.rewrites = readRewrites(members, QStringLiteral("rewrites"), lists);
    rule.shown = readRewrites(members, QStringLiteral("shown"), lists);
    rule.check = readCheck(members, lists);
    for (const QString &key : {QStringLiteral("capitals"), QStringLiteral("rewrites")}) {
        if (rule.strip.isEmpty() && members.has(key)) {
            members.complain(key, QStringLiteral("only a rule with \"strip\" has \"%1\"").arg(key));
        }
    }
    checkExamples(members, rule);
    return rule;
}

void readDigits(JsonMembers &members, PersonalNumberScheme &scheme)
{
    members.each(QStringLiteral("digits"), true, [&](const JsonNode &node) {
        JsonMembers one(node);
        CenturyDigit digit;
        digit.digit = static_cast<int>(one.integer(QStringLiteral("digit"), 0, 9));
        digit.sex = one.word<Sex>(QStringLiteral("sex"), {{u"male", Sex::Male}, {u"female", Sex::Female}});
        digit.century = static_cast<int>(one.integer(QStringLiteral("century"), 1000, 9900));
        for (const CenturyDigit &other : std::as_const(scheme.digits)) {
            if (other.digit == digit.digit) {
                one.complain(QStringLiteral("digit"), QStringLiteral("the digit %1 stands here twice").arg(digit.digit));
            } else if (other.sex == digit.sex && other.century == digit.century) {
                one.complain(QStringLiteral("century"), QStringLiteral("another digit has this sex and century"));
            }
        }
        one.done();
        scheme.digits.append(digit);
    });
}

void readPlaces(JsonMembers &members, PersonalNumberScheme &scheme)
{
    static const QRegularExpression threeDigits(QStringLiteral("\\A[0-9]{3}\\z"));
    members.each(QStringLiteral("places"), true, [&](const JsonNode &node) {
        JsonMembers one(node);
        RegistrationPlace place;
        place.code = one.text(QStringLiteral("code"));
        place.name = one.text(QStringLiteral("name"));
        place.now = one.textOr(QStringLiteral("now"));
        place.mark = one.textOr(QStringLiteral("mark"));
        if (!threeDigits.match(place.code).hasMatch()) {
            one.complain(QStringLiteral("code"), QStringLiteral("a place has a code of three digits"));
        } else if (scheme.places.contains(place.code)) {
            one.complain(QStringLiteral("code"), QStringLiteral("the place \"%1\" stands here twice").arg(place.code));
        }
        one.done();
        scheme.places.insert(place.code, place);
    });
}

PersonalNumberScheme readScheme(const JsonNode &node)
{
    JsonMembers members(node);
    PersonalNumberScheme scheme;
    scheme.basis = members.text(QStringLiteral("basis"));
    scheme.mark = members.text(QStringLiteral("mark"));
    readDigits(members, scheme);
    readPlaces(members, scheme);
    members.done();
    return scheme;
}

} // namespace

QRegularExpression readPattern(JsonMembers &members, const QString &key)
{
    return readPattern(members, key, {});
}

RuleBook readRuleBook(JsonFile &file)
{
    const JsonNode root(file);
    JsonMembers members(root);
    members.text(QStringLiteral("schema"));
    RuleBook book;
    const Lists lists = readLists(members);
    members.each(QStringLiteral("rules"), true, [&](const JsonNode &node) {
        JsonMembers one(node);
        const TextRule rule = readRule(one, lists);
        if (book.rules.contains(rule.id)) {
            one.complain(QStringLiteral("id"), QStringLiteral("the rule \"%1\" stands here twice").arg(rule.id));
        }
        one.done();
        book.rules.insert(rule.id, rule);
    });
    members.object(QStringLiteral("personalNumbers"), false, [&](const JsonNode &node) { book.personalNumbers = readScheme(node); });
    members.done();
    return book;
}

QMap<QString, TextRule> readRules(JsonFile &file)
{
    return readRuleBook(file).rules;
}

} // namespace motcua

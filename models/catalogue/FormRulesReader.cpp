// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/FormRulesReader.h"

#include "models/catalogue/ConditionReader.h"
#include "models/form/Validation.h"

#include <algorithm>

namespace motcua {

namespace {

const QDate LongAfter(2199, 12, 31);
constexpr qint64 MostDays = 36'500; // a hundred years
constexpr qint64 LargestBound = 1'000'000'000'000'000;

using Kind = FormRule::Kind;

/** One rule being read. */
class Reading
{
public:
    Reading(const JsonNode &node, const FormSchema &form)
        : m_form(form)
        , m_members(node)
    {
    }

    FormRule rule()
    {
        m_rule.id = m_members.text(QStringLiteral("id"));
        m_rule.kind = m_members.word<Kind>(QStringLiteral("kind"),
            {{u"order", Kind::Order}, {u"differs", Kind::Differs}, {u"same", Kind::Same}, {u"age", Kind::Age}, {u"days", Kind::Days},
                {u"sum", Kind::Sum}, {u"rows", Kind::Rows}, {u"anyGiven", Kind::AnyGiven}, {u"never", Kind::Never},
                {u"personalNumber", Kind::PersonalNumber}});
        m_rule.fields = m_members.texts(QStringLiteral("fields"));
        m_rule.orSame = m_members.flag(QStringLiteral("orSame"));
        const qint64 bound = m_rule.kind == Kind::Days ? MostDays : LargestBound;
        m_rule.least = m_members.integerIf(QStringLiteral("atLeast"), 0, bound);
        m_rule.most = m_members.integerIf(QStringLiteral("atMost"), 0, bound);
        m_rule.total = m_members.textOr(QStringLiteral("total"));
        m_rule.warns = m_members.word<bool>(
            QStringLiteral("severity"), {{u"error", false}, {u"warning", true}}, std::optional(false));
        m_rule.message = m_members.text(QStringLiteral("message"));
        m_rule.messageEn = m_members.textOr(QStringLiteral("messageEn"));
        m_rule.basis = m_members.textOr(QStringLiteral("basis"));
        m_rule.mark = m_members.textOr(QStringLiteral("mark"));
        checkShape();
        readAnswers();
        readSexes();
        readPlace();
        m_rule.when = readCondition(m_members, QStringLiteral("when"), m_form, m_inside);
        m_members.done();
        return m_rule;
    }

private:
    void complain(const QString &what) { m_members.complain(QStringLiteral("fields"), what); }

    void wants(qsizetype least, qsizetype most)
    {
        if (m_rule.fields.size() < least || m_rule.fields.size() > most) {
            complain(least == most ? QStringLiteral("this kind of rule names %1 fields").arg(least)
                                   : QStringLiteral("this kind of rule names %1 to %2 fields").arg(least).arg(most));
        }
    }

    /** The field at `index`, null when it is the day of receipt or after a complaint. */
    const Field *field(qsizetype index, bool mayBeReceipt, bool mayBeAnyRow)
    {
        const QString id = m_rule.fields.value(index);
        if (id.isEmpty() || (mayBeReceipt && id == ReceiptDay)) {
            return nullptr;
        }
        const FormSection *section = sectionOfField(m_form, id);
        if (!section) {
            if (!m_form.sections.isEmpty()) {
                complain(QStringLiteral("there is no field \"%1\"").arg(id));
            }
            return nullptr;
        }
        if (section->repeats && !mayBeAnyRow) {
            if (!m_inside.isEmpty() && m_inside != section->id) {
                complain(QStringLiteral("a rule speaks of the rows of one section"));
            }
            m_inside = section->id;
        }
        return fieldById(m_form, id);
    }

    void wantsType(const Field *one, std::initializer_list<FieldType> types, const QString &what)
    {
        if (one && std::find(types.begin(), types.end(), one->type) == types.end()) {
            complain(QStringLiteral("\"%1\" is no %2").arg(one->id, what));
        }
    }

    void checkShape()
    {
        const auto dates = {FieldType::Date, FieldType::PartialDate};
        const auto numbers = {FieldType::Integer, FieldType::Money};
        switch (m_rule.kind) {
        case Kind::Order:
        case Kind::Age:
        case Kind::Days:
            wants(2, 2);
            for (qsizetype i = 0; i < m_rule.fields.size(); ++i) {
                wantsType(field(i, true, false), dates, QStringLiteral("date"));
            }
            break;
        case Kind::Differs:
        case Kind::Same:
            wants(2, 20);
            break;
        case Kind::Sum:
            wants(1, 50);
            for (qsizetype i = 0; i < m_rule.fields.size(); ++i) {
                wantsType(field(i, false, true), numbers, QStringLiteral("number"));
            }
            if (!m_rule.total.isEmpty()) {
                wantsType(readableField(m_members, QStringLiteral("total"), m_rule.total, m_form, {}), numbers, QStringLiteral("number"));
            }
            break;
        case Kind::Rows:
            wants(1, 2);
            checkRows();
            break;
        case Kind::AnyGiven:
            wants(1, 50);
            break;
        case Kind::Never:
            wants(1, 1);
            field(0, false, false);
            if (!m_members.has(QStringLiteral("when"))) {
                m_members.node().complain(QStringLiteral("this kind of rule needs \"when\""));
            }
            break;
        case Kind::PersonalNumber:
            wants(2, 3);
            wantsType(field(0, false, false), {FieldType::PersonalNumber}, QStringLiteral("personal number"));
            wantsType(field(1, false, false), dates, QStringLiteral("date"));
            wantsType(field(2, false, false), {FieldType::Enumeration}, QStringLiteral("choice"));
            if (!m_rule.warns) {
                m_members.complain(QStringLiteral("severity"), QStringLiteral("a personal number that contradicts only ever warns"));
            }
            break;
        }
        if (m_rule.kind == Kind::Differs || m_rule.kind == Kind::Same || m_rule.kind == Kind::AnyGiven) {
            for (qsizetype i = 0; i < m_rule.fields.size(); ++i) {
                field(i, false, false);
            }
        }
        const bool bounded = m_rule.least || m_rule.most || (m_rule.kind == Kind::Sum && !m_rule.total.isEmpty());
        const bool wantsBound = m_rule.kind == Kind::Age || m_rule.kind == Kind::Days || m_rule.kind == Kind::Sum || m_rule.kind == Kind::Rows;
        if (wantsBound && !bounded) {
            m_members.node().complain(QStringLiteral("this kind of rule needs \"atLeast\" or \"atMost\""));
        }
        if (m_rule.least && m_rule.most && *m_rule.least > *m_rule.most) {
            m_members.complain(QStringLiteral("atMost"), QStringLiteral("\"atMost\" is less than \"atLeast\""));
        }
    }

    void checkRows()
    {
        const QString id = m_rule.fields.value(0);
        const FormSection *section = m_form.section(id);
        if (!m_form.sections.isEmpty() && (!section || !section->repeats)) {
            complain(QStringLiteral("there is no section \"%1\" with rows").arg(id));
        }
        if (m_rule.fields.size() == 2 && section) {
            const FormSection *own = sectionOfField(m_form, m_rule.fields[1]);
            if (own != section) {
                complain(QStringLiteral("\"%1\" is no field of the section \"%2\"").arg(m_rule.fields[1], id));
            }
        }
    }

    void readAnswers()
    {
        const bool wanted = m_rule.kind == Kind::Rows && m_rule.fields.size() == 2;
        const Field *one = wanted ? fieldById(m_form, m_rule.fields[1]) : nullptr;
        m_members.each(QStringLiteral("anyOf"), wanted, [&](const JsonNode &element) {
            const QString answer = elementText(element);
            m_rule.anyOf.append(answer);
            if (!wanted) {
                element.complain(QStringLiteral("only a rule about rows with an answer has \"anyOf\""));
            } else if (one && violation(*one, FieldValue::given(answer), LongAfter)) {
                element.complain(QStringLiteral("\"%1\" never answers \"%2\"").arg(one->id, answer));
            }
        });
    }

    void readSexes()
    {
        const Field *sex = fieldById(m_form, m_rule.fields.value(2));
        const bool wanted = m_rule.kind == Kind::PersonalNumber && m_rule.fields.size() == 3;
        m_members.object(QStringLiteral("sexes"), wanted, [&](const JsonNode &node) {
            JsonMembers sexes(node);
            const QStringList answers = sexes.allKeys();
            for (const QString &answer : answers) {
                const QString meant = sexes.word<QString>(
                    answer, {{u"male", QStringLiteral("male")}, {u"female", QStringLiteral("female")}});
                if (!sex || !sex->option(answer)) {
                    node.complain(answer, QStringLiteral("there is no such answer"), true);
                }
                m_rule.sexes.insert(answer, meant);
            }
        });
    }

    void readPlace()
    {
        m_rule.at = m_members.textOr(QStringLiteral("at"), m_rule.fields.value(m_rule.kind == Kind::Rows ? 0 : m_rule.fields.size() - 1));
        if (m_rule.at == ReceiptDay) {
            m_rule.at = m_rule.fields.value(0);
        }
        if (!m_form.sections.isEmpty() && !fieldById(m_form, m_rule.at) && !m_form.section(m_rule.at)) {
            m_members.complain(QStringLiteral("at"), QStringLiteral("there is no field \"%1\"").arg(m_rule.at));
        }
    }

    const FormSchema &m_form;
    JsonMembers m_members;
    FormRule m_rule;
    QString m_inside; ///< the repeated section it speaks of
};

} // namespace

QList<FormRule> readFormRules(JsonMembers &members, const FormSchema &form)
{
    QList<FormRule> rules;
    members.each(QStringLiteral("rules"), false, [&](const JsonNode &node) {
        const FormRule rule = Reading(node, form).rule();
        if (std::any_of(rules.cbegin(), rules.cend(), [&](const FormRule &other) { return other.id == rule.id; })) {
            node.complain(QStringLiteral("the rule \"%1\" stands here twice").arg(rule.id));
        }
        rules.append(rule);
    });
    return rules;
}

} // namespace motcua

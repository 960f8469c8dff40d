// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/form/RuleJudge.h"

#include "models/base/Text.h"
#include "models/person/PartialDate.h"
#include "models/person/PersonName.h"
#include "models/person/PersonalNumberScheme.h"

#include <QSet>

#include <algorithm>

namespace motcua {

namespace {

/** A rule being held against the whole form, or against one row. */
class Hearing
{
public:
    Hearing(const FormPlan::Rule &rule, const FormPlan &plan, const FormSheet &sheet, QDate today, int row)
        : m_plan(plan)
        , m_sheet(sheet)
        , m_today(today)
        , m_rule(rule)
        , m_row(row)
    {
    }

    [[nodiscard]] bool isBroken() const
    {
        if (m_rule.when && !m_sheet.holds(*m_rule.when, m_rule.block, m_row)) {
            return false;
        }
        switch (m_rule.rule->kind) {
        case FormRule::Kind::Order:
            return isOutOfOrder();
        case FormRule::Kind::Differs:
            return answers().hasTwins;
        case FormRule::Kind::Same:
            return answers().different > 1;
        case FormRule::Kind::Age:
            return isOfAnotherAge();
        case FormRule::Kind::Days:
            return isOnAnotherDay();
        case FormRule::Kind::Sum:
            return addsUpWrongly();
        case FormRule::Kind::Rows:
            return hasOtherRows();
        case FormRule::Kind::AnyGiven:
            return isTooFewGiven();
        case FormRule::Kind::Never:
            return true; // `when` was asked above
        case FormRule::Kind::PersonalNumber:
            return contradictsNumber();
        }
        return false;
    }

private:
    [[nodiscard]] const FieldValue *answer(int index) const
    {
        const FieldValue *value = m_sheet.answer(m_rule.fields.value(index, -1), m_rule.block, m_row);
        return value && value->isGiven() && !value->text.isEmpty() ? value : nullptr;
    }

    [[nodiscard]] std::optional<PartialDate> date(int index) const
    {
        const QStringList &fields = m_rule.rule->fields;
        if (index < fields.size() && fields[index] == ReceiptDay) {
            return PartialDate::of(m_today);
        }
        const FieldValue *value = answer(index);
        return value ? PartialDate::fromIso(value->text) : std::nullopt;
    }

    /** Only what is certain counts: the first may be as early as its first day, the second as late as its last. */
    [[nodiscard]] bool isOutOfOrder() const
    {
        const auto first = date(0);
        const auto then = date(1);
        if (!first || !then) {
            return false;
        }
        return m_rule.rule->orSame ? first->first() > then->last() : first->first() >= then->last();
    }

    /** What an answer is compared by. */
    [[nodiscard]] QString key(int index) const
    {
        const FieldValue *value = answer(index);
        const int place = m_rule.fields.value(index, -1);
        const bool isName = place >= 0 && static_cast<size_t>(place) < m_plan.questions.size()
            && m_plan.questions[static_cast<size_t>(place)].field->type == FieldType::Name;
        return !value ? QString() : isName ? nameKey(value->text) : text::tidy(value->text).toLower();
    }

    struct Answers
    {
        int different = 0;
        bool hasTwins = false;
    };

    [[nodiscard]] Answers answers() const
    {
        QSet<QString> seen;
        int given = 0;
        for (int i = 0; i < m_rule.fields.size(); ++i) {
            if (const QString one = key(i); !one.isEmpty()) {
                ++given;
                seen.insert(one);
            }
        }
        return {static_cast<int>(seen.size()), given > seen.size()};
    }

    /** As for the order only what is certain counts; where the calendar does not reach, a rest day is given the benefit of the doubt. */
    [[nodiscard]] bool isOnAnotherDay() const
    {
        const auto from = date(0);
        const auto then = date(1);
        if (!from || !then) {
            return false;
        }
        const FormRule &rule = *m_rule.rule;
        const DayTable &days = m_plan.schema.days;
        const QDate latest = rule.most ? days.workedFrom(from->last().addDays(*rule.most)) : QDate();
        const bool surelyLater = latest.isValid() && then->first() > latest;
        if (!rule.least) {
            return surelyLater;
        }
        if (*rule.least == 0) {
            return surelyLater || then->last() < from->first();
        }
        const QDate before = from->first().addDays(*rule.least - 1); // on this day, or the working day it moves on to, it is still too early
        const QDate moved = days.workedFrom(before);
        return surelyLater || then->last() <= (moved.isValid() ? moved : before);
    }

    [[nodiscard]] bool isOfAnotherAge() const
    {
        const auto birth = date(0);
        const auto day = date(1);
        if (!birth || !day) {
            return false;
        }
        const FormRule &rule = *m_rule.rule;
        const auto oldest = birth->ageOn(day->last());
        const auto youngest = birth->ageOn(day->first());
        const bool surelyYounger = rule.least && (!oldest || oldest->most < *rule.least);
        const bool surelyOlder = rule.most && youngest && youngest->least > *rule.most;
        return surelyYounger || surelyOlder;
    }

    /** The number at a place in a row; none unless it is one. */
    [[nodiscard]] std::optional<qint64> number(int place, int block, int row) const
    {
        const FieldValue *value = m_sheet.answer(place, block, row);
        bool good = false;
        const qint64 found = value && value->isGiven() ? value->text.toLongLong(&good) : 0;
        return good ? std::optional(found) : std::nullopt;
    }

    [[nodiscard]] bool addsUpWrongly() const
    {
        qint64 sum = 0;
        bool any = false;
        for (const int place : m_rule.fields) {
            const int block = place < 0 ? -1 : m_plan.blockOf(place);
            const int rows = block < 0 ? 0 : m_sheet.rows(block);
            for (int row = 0; row < rows; ++row) {
                if (const auto one = number(place, block, row)) {
                    any = true;
                    if (__builtin_add_overflow(sum, *one, &sum)) {
                        return true;
                    }
                }
            }
        }
        const FormRule &rule = *m_rule.rule;
        const auto total = m_rule.total < 0 ? std::nullopt : number(m_rule.total, -1, 0);
        return any && ((rule.least && sum < *rule.least) || (rule.most && sum > *rule.most) || (total && *total != sum));
    }

    [[nodiscard]] bool hasOtherRows() const
    {
        const int section = m_rule.fields.value(0, -1);
        const int field = m_rule.fields.value(1, -1);
        if (section < 0) {
            return false;
        }
        const int block = m_plan.blockOf(section);
        if (!m_sheet.isShown(block)) {
            return false;
        }
        int count = 0;
        for (int row = 0; row < m_sheet.rows(block); ++row) {
            const FieldValue *value = field < 0 ? nullptr : m_sheet.answer(field, block, row);
            count += field < 0 || (value && value->isGiven() && m_rule.rule->anyOf.contains(value->text)) ? 1 : 0;
        }
        const FormRule &rule = *m_rule.rule;
        return count < rule.least.value_or(0) || count > rule.most.value_or(count);
    }

    [[nodiscard]] bool isTooFewGiven() const
    {
        int given = 0;
        for (int i = 0; i < m_rule.fields.size(); ++i) {
            given += answer(i) ? 1 : 0;
        }
        return given < m_rule.rule->least.value_or(1);
    }

    [[nodiscard]] bool contradictsNumber() const
    {
        const FieldValue *typed = answer(0);
        const auto number = typed ? PersonalNumber::fromText(typed->text) : Result<PersonalNumber, PersonalNumberFault>(PersonalNumberFault::Empty);
        if (!number || !m_plan.schema.personalNumbers) {
            return false;
        }
        KnownOfPerson known;
        known.birth = date(1);
        known.day = m_today;
        const FieldValue *sex = answer(2);
        const QString named = sex ? m_rule.rule->sexes.value(sex->text) : QString();
        if (!named.isEmpty()) {
            known.sex = named == u"male" ? Sex::Male : Sex::Female;
        }
        const QList<Contradiction> found = m_plan.schema.personalNumbers->contradictions(*number, known);
        return std::any_of(found.cbegin(), found.cend(), [](Contradiction one) {
            return one == Contradiction::SexDiffers || one == Contradiction::BirthYearDiffers || one == Contradiction::BornLater;
        });
    }

    const FormPlan &m_plan;
    const FormSheet &m_sheet;
    QDate m_today;
    const FormPlan::Rule &m_rule;
    int m_row;
};

} // namespace

void judgeRule(const FormPlan::Rule &rule, const FormPlan &plan, const FormSheet &sheet, QDate today, QList<Violation> &wrong)
{
    const int rows = rule.block < 0 ? 1 : sheet.rows(rule.block);
    for (int row = 0; row < rows; ++row) {
        if (!Hearing(rule, plan, sheet, today, row).isBroken()) {
            continue;
        }
        const int place = plan.place(rule.rule->at);
        const bool isField = place >= 0 && place < static_cast<int>(plan.questions.size());
        wrong.append({isField ? sheet.path(place, row) : rule.rule->at, ViolationCode::RuleBroken,
            {{QStringLiteral("rule"), rule.rule->id}, {QStringLiteral("message"), rule.rule->message},
                {QStringLiteral("messageEn"), rule.rule->messageEn}}});
    }
}

} // namespace motcua

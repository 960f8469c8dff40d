// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/form/FormPlan.h"

#include <algorithm>

namespace motcua {

namespace {

Condition placed(const FormPlan &plan, const Condition &condition)
{
    Condition made = condition;
    made.place = plan.place(made.field);
    made.otherPlace = plan.place(made.other);
    for (Condition &part : made.parts) {
        part = placed(plan, part);
    }
    return made;
}

std::unique_ptr<const Condition> placed(const FormPlan &plan, const std::optional<Condition> &condition)
{
    return condition ? std::make_unique<const Condition>(placed(plan, *condition)) : nullptr;
}

/** Puts the questions in an order in which each comes after those that decide whether it is asked, or what its answer is. */
class Ordering
{
public:
    explicit Ordering(FormPlan &plan)
        : m_plan(plan)
        , m_marks(plan.questions.size() + plan.blocks.size(), Mark::Untouched)
    {
        for (int place = 0; place < static_cast<int>(m_marks.size()); ++place) {
            visit(place);
        }
    }

private:
    enum class Mark { Untouched, Open, Done };

    void visit(int place)
    {
        if (place < 0) {
            return;
        }
        Mark &mark = m_marks[static_cast<size_t>(place)];
        if (mark == Mark::Done) {
            return;
        }
        if (mark == Mark::Open) {
            // What lies on the path from the first time this was met is the circle; the link that closes it is left out.
            if (m_plan.circle.isEmpty()) {
                for (qsizetype i = m_path.indexOf(place); i < m_path.size(); ++i) {
                    m_plan.circle.append(m_plan.id(m_path[i]));
                }
            }
            return;
        }
        mark = Mark::Open;
        m_path.append(place);
        const int fields = static_cast<int>(m_plan.questions.size());
        if (place < fields) {
            const FormPlan::Question &question = m_plan.questions[static_cast<size_t>(place)];
            visit(fields + question.section);
            follow(question.visibleIf.get());
            for (const int other : question.of) {
                visit(other);
            }
        } else {
            follow(m_plan.blocks[static_cast<size_t>(place - fields)].visibleIf.get());
        }
        m_path.removeLast();
        m_marks[static_cast<size_t>(place)] = Mark::Done;
        m_plan.order.push_back(place);
    }

    void follow(const Condition *condition)
    {
        if (!condition) {
            return;
        }
        visit(condition->place);
        visit(condition->otherPlace);
        for (const Condition &part : condition->parts) {
            follow(&part);
        }
    }

    FormPlan &m_plan;
    std::vector<Mark> m_marks;
    QList<int> m_path;
};

} // namespace

FormPlan::FormPlan(const FormSchema &made)
    : schema(made)
{
    for (const FormSection &section : std::as_const(schema.sections)) {
        blocks.push_back({&section, static_cast<int>(questions.size()), {}});
        hasRows = hasRows || section.repeats.has_value();
        int column = 0;
        for (const Field &field : section.fields) {
            const int place = static_cast<int>(questions.size());
            questions.push_back({&field, static_cast<int>(blocks.size()) - 1, column++, {}, {}, {}});
            places.insert(field.id, place);
            if (!section.repeats) {
                sorted.emplace_back(field.id, place);
            }
        }
    }
    for (int block = 0; block < static_cast<int>(blocks.size()); ++block) {
        const QString &id = blocks[static_cast<size_t>(block)].section->id;
        const int place = static_cast<int>(questions.size()) + block;
        places.insert(id, place);
        sorted.emplace_back(id, place);
    }
    std::sort(sorted.begin(), sorted.end());
    for (Question &question : questions) {
        question.visibleIf = placed(*this, question.field->visibleIf);
        question.requiredIf = placed(*this, question.field->requiredIf);
        if (question.field->computed) {
            for (const QString &id : std::as_const(question.field->computed->of)) {
                question.of.append(place(id));
            }
        }
    }
    for (Block &block : blocks) {
        block.visibleIf = placed(*this, block.section->visibleIf);
    }
    for (const FormRule &rule : std::as_const(schema.rules)) {
        Rule one{&rule, {}, place(rule.total), -1, placed(*this, rule.when)};
        for (const QString &id : rule.fields) {
            one.fields.append(place(id));
        }
        if (rule.kind != FormRule::Kind::Rows && rule.kind != FormRule::Kind::Sum) {
            for (const int field : std::as_const(one.fields)) {
                if (field >= 0 && isRepeated(blockOf(field))) {
                    one.block = blockOf(field);
                }
            }
        }
        rules.push_back(std::move(one));
    }
    Ordering{*this};
}

QString FormPlan::id(int place) const
{
    const size_t fields = questions.size();
    const size_t at = static_cast<size_t>(place);
    return at < fields ? questions[at].field->id : blocks[at - fields].section->id;
}

int FormPlan::blockOf(int place) const
{
    const int fields = static_cast<int>(questions.size());
    return place < fields ? questions[static_cast<size_t>(place)].section : place - fields;
}

} // namespace motcua

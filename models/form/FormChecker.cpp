// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/form/FormChecker.h"

#include "models/form/Computing.h"
#include "models/form/FieldPath.h"
#include "models/form/FormSheet.h"
#include "models/form/RuleJudge.h"
#include "models/person/PersonName.h"

#include <deque>

namespace motcua {

namespace {

bool isEmpty(const FieldValue *value)
{
    return !value || value->state == FieldValue::State::NotAsked || (value->isGiven() && value->isBlank());
}

/** What is wrong with the number of rows, or with what was declared of a section as a whole. */
void judgeBlock(const FormSheet &sheet, const FormPlan &plan, int block, const FormDraft &draft, QList<Violation> &wrong)
{
    const FormSection &section = *plan.blocks[static_cast<size_t>(block)].section;
    if (!sheet.isShown(block)) {
        return;
    }
    if (section.repeats) {
        const int answered = rowsIn(draft, section.id);
        if (answered > section.repeats->most) {
            wrong.append({section.id, ViolationCode::TooManyRows, {{QStringLiteral("maximum"), QString::number(section.repeats->most)}}});
        }
    } else if (sheet.isAbsent(block)) {
        if (!section.absence) {
            wrong.append({section.id, ViolationCode::MayNotBeAbsent, {}});
        } else if (!section.absence->reasons.isEmpty()) {
            const QString reason = sheet.own(block)->text;
            const bool known = std::any_of(section.absence->reasons.cbegin(), section.absence->reasons.cend(),
                [&](const FieldOption &one) { return one.code == reason; });
            if (!known) {
                wrong.append({section.id, ViolationCode::AbsenceReasonMissing, {}});
            }
        }
    } else if (sheet.own(block)) {
        wrong.append({section.id, ViolationCode::UnknownField, {}});
    }
}

/** Whether a name is worth a longer look, which few are: a form is judged at every keystroke. */
bool isOdd(const Field &field, const FieldValue *value)
{
    return field.type == FieldType::Name && !field.computed && value && value->isGiven() && !isOrdinaryName(value->text);
}

void askAbout(const Field &field, const FieldValue &value, const QString &path, QList<Violation> &warnings)
{
    if (auto doubt = suspicion(field, value.text)) {
        doubt->field = path;
        warnings.append(*doubt);
    }
}

} // namespace

FormChecker::FormChecker(const FormSchema &schema)
    : m_plan(std::make_shared<const FormPlan>(schema))
{
}

QStringList FormChecker::circle(const FormSchema &schema)
{
    return FormPlan(schema).circle;
}

const FormSchema &FormChecker::schema() const
{
    static const FormSchema none;
    return m_plan ? m_plan->schema : none;
}

Judgement FormChecker::judge(const FormDraft &draft, QDate today) const
{
    Judgement judgement;
    if (!m_plan) {
        return judgement;
    }
    FormSheet sheet(*m_plan, draft, today);
    sheet.decideAll();
    static const FieldValue notAsked;
    for (int block = 0; block < static_cast<int>(m_plan->blocks.size()); ++block) {
        judgeBlock(sheet, *m_plan, block, draft, judgement.violations);
        const FormPlan::Block &plan = m_plan->blocks[static_cast<size_t>(block)];
        const int fields = static_cast<int>(plan.section->fields.size());
        for (int row = 0; row < sheet.rows(block); ++row) {
            for (int column = 0; column < fields; ++column) {
                const int place = plan.first + column;
                const FormSheet::Cell &cell = sheet.cell(place, row);
                if (!cell.visible) {
                    continue;
                }
                const FormPlan::Question &question = m_plan->questions[static_cast<size_t>(place)];
                const Field &field = *question.field;
                const bool required = field.need == Field::Need::Required || (question.requiredIf && sheet.holds(*question.requiredIf, block, row));
                if (auto one = violation(field, cell.value ? *cell.value : notAsked, today, required)) {
                    one->field = sheet.path(place, row);
                    judgement.violations.append(*one);
                } else if (field.need == Field::Need::Soft && isEmpty(cell.value)) {
                    judgement.unanswered.append(sheet.path(place, row));
                } else if (isOdd(field, cell.value)) {
                    askAbout(field, *cell.value, sheet.path(place, row), judgement.warnings);
                }
            }
        }
    }
    for (const FormPlan::Rule &rule : m_plan->rules) {
        judgeRule(rule, *m_plan, sheet, today, rule.rule->warns ? judgement.warnings : judgement.violations);
    }
    for (const QString &path : sheet.strangers()) {
        judgement.violations.append({path, ViolationCode::UnknownField, {}});
    }
    return judgement;
}

FormDraft FormChecker::completed(const FormDraft &draft, QDate today) const
{
    if (!m_plan) {
        return draft;
    }
    FormDraft made = draft;
    FormSheet sheet(*m_plan, draft, today);
    std::deque<FieldValue> computed; // the sheet points into it
    const int fields = static_cast<int>(m_plan->questions.size());
    for (const int place : m_plan->order) {
        sheet.decide(place);
        if (place >= fields || !m_plan->questions[static_cast<size_t>(place)].field->computed) {
            continue;
        }
        const int block = m_plan->questions[static_cast<size_t>(place)].section;
        for (int row = 0; row < sheet.rows(block); ++row) {
            const QString text = computedText(*m_plan, sheet, place, row, today);
            FieldValue value;
            if (!text.isEmpty()) {
                value = FieldValue::given(text, Provenance::Computed);
            }
            made.set(sheet.path(place, row), value);
            computed.push_back(value);
            sheet.put(place, row, text.isEmpty() ? nullptr : &computed.back());
        }
    }
    return made;
}

FormDraft FormChecker::filed(const FormDraft &draft, QDate today) const
{
    FormDraft kept;
    if (!m_plan) {
        return kept;
    }
    const FormDraft whole = completed(draft, today);
    FormSheet sheet(*m_plan, whole, today);
    sheet.decideAll();
    for (int block = 0; block < static_cast<int>(m_plan->blocks.size()); ++block) {
        const FormPlan::Block &plan = m_plan->blocks[static_cast<size_t>(block)];
        if (!sheet.isShown(block)) {
            continue;
        }
        const FieldValue own = whole.value(plan.section->id);
        if (plan.section->repeats ? sheet.rows(block) > 0 : own.state == FieldValue::State::DeclaredAbsent) {
            kept.set(plan.section->id, plan.section->repeats ? FieldValue::given(QString::number(sheet.rows(block))) : own);
        }
        for (int row = 0; row < sheet.rows(block); ++row) {
            for (int column = 0; column < static_cast<int>(plan.section->fields.size()); ++column) {
                const FormSheet::Cell &cell = sheet.cell(plan.first + column, row);
                if (cell.visible && !isEmpty(cell.value)) {
                    kept.set(sheet.path(plan.first + column, row), *cell.value);
                }
            }
        }
    }
    return kept;
}

FormChecker::View FormChecker::view(const FormDraft &draft, QDate today) const
{
    View view;
    if (!m_plan) {
        return view;
    }
    FormSheet sheet(*m_plan, draft, today);
    sheet.decideAll();
    for (int block = 0; block < static_cast<int>(m_plan->blocks.size()); ++block) {
        const FormPlan::Block &plan = m_plan->blocks[static_cast<size_t>(block)];
        if (sheet.isShown(block)) {
            view.sections.insert(plan.section->id);
        }
        for (int row = 0; row < sheet.rows(block); ++row) {
            for (int column = 0; column < static_cast<int>(plan.section->fields.size()); ++column) {
                if (sheet.cell(plan.first + column, row).visible) {
                    view.fields.append(sheet.path(plan.first + column, row));
                }
            }
        }
    }
    return view;
}

bool operator==(const FormChecker &a, const FormChecker &b)
{
    return a.m_plan == b.m_plan || (a.m_plan && b.m_plan && a.m_plan->schema == b.m_plan->schema);
}

} // namespace motcua

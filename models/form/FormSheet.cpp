// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/form/FormSheet.h"

#include "models/form/FieldPath.h"

#include <algorithm>

namespace motcua {

namespace {

/** As `a == b`. Ids are short and mostly equal here, and to be called and sent to a vector unit takes longer than they do. */
bool isSame(const QString &a, const QString &b)
{
    return a.size() == b.size() && (a.constData() == b.constData() || std::equal(a.cbegin(), a.cend(), b.cbegin()));
}

} // namespace

FormSheet::FormSheet(const FormPlan &plan, const FormDraft &draft, QDate today)
    : m_plan(plan)
    , m_today(today)
    , m_fields(static_cast<int>(plan.questions.size()))
{
    int cells = 0;
    const auto blocks = static_cast<qsizetype>(plan.blocks.size());
    m_offsets.reserve(blocks);
    m_rows.reserve(blocks);
    for (const FormPlan::Block &block : plan.blocks) {
        const auto &repeats = block.section->repeats;
        // Rows past the allowed number are kept in sight, to be told of; MostRows ends what a broken draft can ask for.
        const int rows = repeats ? std::clamp(rowsIn(draft, block.section->id), repeats->least, MostRows) : 1;
        m_offsets.append(cells);
        m_rows.append(rows);
        m_own.append(nullptr);
        m_shown.append(true);
        m_absent.append(false);
        cells += rows * static_cast<int>(block.section->fields.size());
    }
    m_cells.resize(cells);
    lay(draft);
}

int FormSheet::indexInRows(int place, int row) const
{
    const FormPlan::Question &question = m_plan.questions[static_cast<size_t>(place)];
    const FormPlan::Block &block = m_plan.blocks[static_cast<size_t>(question.section)];
    return m_offsets[question.section] + row * static_cast<int>(block.section->fields.size()) + question.column;
}

void FormSheet::lay(const FormDraft &draft)
{
    // Both sides are sorted by id, so one walk finds every place without looking any up.
    auto known = m_plan.sorted.cbegin();
    const auto end = m_plan.sorted.cend();
    for (auto it = draft.values().constBegin(); it != draft.values().constEnd(); ++it) {
        // Mostly the next answer is to the next question, and to be equal is sooner known than which of two comes first.
        bool found = known != end && isSame(known->first, it.key());
        while (!found && known != end && known->first < it.key()) {
            ++known;
            found = known != end && isSame(known->first, it.key());
        }
        if (!found) {
            layInRow(it.key(), *it);
            continue;
        }
        const int place = known->second;
        ++known;
        if (place < m_fields) {
            m_cells[index(place, 0)].value = &*it;
        } else {
            const int block = place - m_fields;
            m_own[block] = &*it;
            m_absent[block] = it->state == FieldValue::State::DeclaredAbsent;
        }
    }
}

void FormSheet::layInRow(const QString &path, const FieldValue &value)
{
    const FieldPath place = FieldPath::parse(path);
    const int field = place.row > 0 ? m_plan.place(place.field) : -1;
    if (field < 0 || field >= m_fields || !m_plan.isRepeated(m_plan.blockOf(field))
        || m_plan.blocks[static_cast<size_t>(m_plan.blockOf(field))].section->id != place.section) {
        m_strangers.append(path);
        return;
    }
    m_cells[index(field, place.row - 1)].value = &value;
}

const FieldValue *FormSheet::answer(int place, int block, int row) const
{
    if (place < 0) {
        return nullptr;
    }
    if (place >= m_fields) {
        return m_shown[place - m_fields] ? m_own[place - m_fields] : nullptr;
    }
    const int own = m_plan.blockOf(place);
    if (m_plan.isRepeated(own) && own != block) {
        return nullptr; // from outside there is no saying which row is meant
    }
    const Cell &found = cell(place, own == block && m_plan.isRepeated(own) ? row : 0);
    return found.visible ? found.value : nullptr;
}

bool FormSheet::holds(const Condition &condition, int block, int row) const
{
    const auto answers = [&](const QString &, int place) { return answer(place, block, row); };
    const auto count = [&](const QString &, int place) {
        const int at = place - m_fields;
        return at >= 0 && m_shown[at] ? m_rows[at] : 0;
    };
    return conditions::holds(condition, m_today, answers, count);
}

void FormSheet::decide(int place)
{
    if (place >= m_fields) {
        const auto &condition = m_plan.blocks[static_cast<size_t>(place - m_fields)].visibleIf;
        m_shown[place - m_fields] = !condition || holds(*condition, -1, 0);
        return;
    }
    const FormPlan::Question &question = m_plan.questions[static_cast<size_t>(place)];
    const int block = question.section;
    const bool asked = m_shown[block] && !m_absent[block];
    for (int row = 0; row < m_rows[block]; ++row) {
        m_cells[index(place, row)].visible = asked && (!question.visibleIf || holds(*question.visibleIf, block, row));
    }
}

void FormSheet::decideAll()
{
    for (const int place : m_plan.order) {
        decide(place);
    }
}

QString FormSheet::path(int place, int row) const
{
    const FormPlan::Question &question = m_plan.questions[static_cast<size_t>(place)];
    const FormSection &section = *m_plan.blocks[static_cast<size_t>(question.section)].section;
    return section.repeats ? FieldPath::inRow(section.id, row + 1, question.field->id) : question.field->id;
}

} // namespace motcua

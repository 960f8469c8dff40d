// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/form/FormPlan.h"

#include <QDate>
#include <QVarLengthArray>

#include <vector>

namespace motcua {

/**
 * The answers of one draft laid out on the places of a plan, hidden ones taken away. Internal to models/form.
 *
 * Points into plan and draft, which must outlive it.
 */
class FormSheet
{
public:
    /** What a place holds; `value` is null when nothing was answered. */
    struct Cell
    {
        const FieldValue *value = nullptr;
        bool visible = false;
    };

    FormSheet(const FormPlan &plan, const FormDraft &draft, QDate today);

    [[nodiscard]] bool isShown(int block) const { return m_shown[block]; }
    [[nodiscard]] bool isAbsent(int block) const { return m_absent[block]; }
    [[nodiscard]] int rows(int block) const { return m_rows[block]; }
    /** What the draft says of a section itself, null when nothing. */
    [[nodiscard]] const FieldValue *own(int block) const { return m_own[block]; }

    /** The cell of a field outside repeated sections, or in `row` (from 0) of one. */
    [[nodiscard]] const Cell &cell(int place, int row = 0) const { return m_cells[index(place, row)]; }

    /** The visible answer at a place, null without one. `block` and `row` say where the question was asked from. */
    [[nodiscard]] const FieldValue *answer(int place, int block = -1, int row = 0) const;

    [[nodiscard]] bool holds(const Condition &condition, int block, int row) const;

    /** Puts an answer that was made, not given, into a cell. */
    void put(int place, int row, const FieldValue *value) { m_cells[index(place, row)].value = value; }

    /** Decides whether one place is shown, in all its rows; to be called in plan.order. */
    void decide(int place);

    /** Decides every place. */
    void decideAll();

    /** The path of an answer. */
    [[nodiscard]] QString path(int place, int row) const;

    /** Answers of the draft the form does not know. */
    [[nodiscard]] const QStringList &strangers() const { return m_strangers; }

private:
    /** Where a cell lies; without repeated sections the places are the cells. */
    [[nodiscard]] int index(int place, int row) const { return m_plan.hasRows ? indexInRows(place, row) : place; }
    [[nodiscard]] int indexInRows(int place, int row) const;
    void lay(const FormDraft &draft);
    void layInRow(const QString &path, const FieldValue &value);

    const FormPlan &m_plan;
    QDate m_today;
    int m_fields; ///< how many; the places from here on are sections
    QVarLengthArray<Cell, 128> m_cells; ///< of a repeated section row after row
    QVarLengthArray<int, 128> m_offsets; ///< by block: its first cell
    QVarLengthArray<int, 24> m_rows; ///< by block; 1 when it is not repeated
    QVarLengthArray<const FieldValue *, 24> m_own; ///< by block: what the draft says of the section itself
    QVarLengthArray<bool, 24> m_shown;
    QVarLengthArray<bool, 24> m_absent;
    QStringList m_strangers;
};

} // namespace motcua

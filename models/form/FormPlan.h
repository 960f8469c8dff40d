// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/form/FormSchema.h"

#include <QHash>

#include <memory>
#include <vector>

namespace motcua {

/**
 * What FormChecker knows of a schema before it sees a draft. Internal to models/form.
 *
 * Every field has a place, counted through the form; the sections' places follow the fields'. What is walked for every answer is
 * kept small and conditions lie apart, because a form is judged at every keystroke.
 */
struct FormPlan
{
    struct Question
    {
        const Field *field = nullptr; ///< in `schema`
        int section = 0;
        int column = 0; ///< within its section
        std::unique_ptr<const Condition> visibleIf = {}; ///< as the field's, with places; null: always
        std::unique_ptr<const Condition> requiredIf = {}; ///< null: never by a condition
        QList<int> of = {}; ///< places of what it is computed from; -1 for one that does not exist or the day of receipt
    };
    struct Block
    {
        const FormSection *section = nullptr; ///< in `schema`
        int first = 0; ///< place of its first field
        std::unique_ptr<const Condition> visibleIf = {};
    };
    struct Rule
    {
        const FormRule *rule = nullptr; ///< in `schema`
        QList<int> fields = {}; ///< places, as the rule names them; -1 for the day of receipt
        int total = -1;
        int block = -1; ///< the repeated section against whose rows it is held
        std::unique_ptr<const Condition> when = {};
    };

    explicit FormPlan(const FormSchema &made);

    /** The place of a field or section, or -1. */
    [[nodiscard]] int place(const QString &id) const { return places.value(id, -1); }
    /** The field or section at a place. */
    [[nodiscard]] QString id(int place) const;
    [[nodiscard]] int blockOf(int place) const;
    [[nodiscard]] bool isRepeated(int block) const { return blocks[static_cast<size_t>(block)].section->repeats.has_value(); }

    FormSchema schema;
    std::vector<Question> questions;
    std::vector<Block> blocks;
    std::vector<Rule> rules;
    QHash<QString, int> places;
    std::vector<int> order; ///< all places, each after whatever decides whether it is shown or what its answer is
    std::vector<std::pair<QString, int>> sorted; ///< ids outside repeated sections, sections included, as QMap sorts them
    bool hasRows = false; ///< some section repeats
    QStringList circle; ///< what could not be put in order
};

} // namespace motcua

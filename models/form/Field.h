// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/form/Category.h"
#include "models/form/Computation.h"
#include "models/form/Condition.h"
#include "models/person/TextRule.h"

#include <QList>
#include <QString>

#include <optional>

namespace motcua {

/** What kind of answer a field takes. The normal form of each is told beside it. */
enum class FieldType {
    Text, ///< one line, tidied
    Name, ///< a person's whole name, tidied, never split or re-cased
    Date, ///< "1941-03-05"
    PartialDate, ///< "1941-03-05", "1941-03" or "1941"
    Enumeration, ///< the code of one of the options
    Category, ///< the code of one of a published list's items, or where the list is open any text
    Integer, ///< decimal digits without leading zeros
    Money, ///< whole đồng, decimal digits without leading zeros
    PersonalNumber, ///< digits
    Phone, ///< digits, a leading + for other countries
    Email,
    Address, ///< one line, tidied
    Tick, ///< "1" when ticked
};

/** That an answer does not exist, declared by a choice: what the choice is called, and the reasons one of which is named. */
struct Absence
{
    QString label = {}; ///< e.g. "Không khai người cha"
    QString labelEn = {};
    QList<FieldOption> reasons = {}; ///< empty: no reason is asked for

    friend bool operator==(const Absence &, const Absence &) = default;
};

/** One question of a form. */
struct Field
{
    enum class Need { Required, Soft, Optional }; ///< Soft is reminded of, never refused

    // First what judging looks at in every answer, so that it lies together.
    QString id = {};
    FieldType type = FieldType::Text;
    Need need = Need::Optional;
    int maxLength = 0; ///< characters; 0 = not limited
    bool mayBeAbsent = false; ///< "declared absent" answers it even when required
    bool mayFollow = false; ///< "to follow" answers it for now
    bool mayLieAhead = false; ///< Date, PartialDate: a day after the day of receipt is an answer too
    TextRule rule = {}; ///< null when any text will do
    std::optional<qint64> minimum = {}; ///< Integer, Money
    std::optional<qint64> maximum = {};
    QList<FieldOption> options = {};
    Category category = {}; ///< Category
    QList<FieldOption> absenceReasons = {}; ///< one of which "declared absent" must name; empty: none is asked for
    QString label = {}; ///< Vietnamese, as the official form writes it
    QString labelEn = {};
    QString help = {};
    QString helpEn = {};
    QString unit = {}; ///< Integer: what is counted, e.g. "trang"
    std::optional<Condition> visibleIf = {};
    std::optional<Condition> requiredIf = {}; ///< makes it Required where it holds
    std::optional<Computation> computed = {}; ///< the answer follows from others and is never typed
    QString initial = {}; ///< what stands in it before anyone typed, normal form; empty = nothing
    QString mark = {}; ///< certainty, where it differs from the form's

    [[nodiscard]] const FieldOption *option(const QString &code) const;
    friend bool operator==(const Field &, const Field &) = default;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/form/Condition.h"

#include "models/form/FieldPath.h"
#include "models/person/PartialDate.h"

namespace motcua {

namespace conditions {

bool isBetween(const QString &text, std::optional<qint64> least, std::optional<qint64> most)
{
    bool number = false;
    const qint64 value = text.toLongLong(&number);
    return number && value >= least.value_or(value) && value <= most.value_or(value);
}

bool isAged(const QString &birth, QDate day, std::optional<qint64> least, std::optional<qint64> most)
{
    const std::optional<PartialDate> date = PartialDate::fromIso(birth);
    const std::optional<AgeRange> age = date && day.isValid() ? date->ageOn(day) : std::nullopt;
    return age && age->least >= least.value_or(age->least) && age->most <= most.value_or(age->most);
}

} // namespace conditions

Condition Condition::all(const QList<Condition> &parts)
{
    Condition made;
    made.kind = Kind::All;
    made.parts = parts;
    return made;
}

Condition Condition::any(const QList<Condition> &parts)
{
    Condition made;
    made.kind = Kind::Any;
    made.parts = parts;
    return made;
}

Condition Condition::negated(const Condition &part)
{
    Condition made;
    made.kind = Kind::Not;
    made.parts = {part};
    return made;
}

Condition Condition::absent(const QString &section)
{
    Condition made;
    made.kind = Kind::Absent;
    made.field = section;
    return made;
}

bool Condition::isHeld(const FormDraft &draft, QDate today) const
{
    const auto answer = [&draft](const QString &name, int) -> const FieldValue * {
        const auto found = draft.values().constFind(name);
        return found == draft.values().constEnd() ? nullptr : &*found;
    };
    const auto rows = [&draft](const QString &name, int) { return rowsIn(draft, name); };
    return conditions::holds(*this, today, answer, rows);
}

QStringList Condition::asks() const
{
    QStringList names;
    if (!field.isEmpty()) {
        names.append(field);
    }
    if (!other.isEmpty()) {
        names.append(other);
    }
    for (const Condition &part : parts) {
        names.append(part.asks());
    }
    return names;
}

} // namespace motcua

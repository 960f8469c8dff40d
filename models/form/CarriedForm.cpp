// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/form/CarriedForm.h"

#include "models/form/FieldPath.h"

namespace motcua {

namespace {

/** Whether `value` can stand in `field` as it is. */
bool fits(const Field &field, FieldType type, const FieldValue &value)
{
    if (field.type != type || field.computed) {
        return false;
    }
    if (value.state == FieldValue::State::DeclaredAbsent || value.state == FieldValue::State::ToFollow) {
        return value.state == FieldValue::State::ToFollow ? field.mayFollow : field.mayBeAbsent;
    }
    if (type == FieldType::Enumeration) {
        return field.option(value.text) != nullptr;
    }
    return type != FieldType::Category || field.category.isOpen() || field.category.item(value.text) != nullptr;
}

/** Under the id of a section stands how many rows it has, or that there is none. */
bool fitsSection(const FormSection *section, const FieldValue &value)
{
    return section && (value.isGiven() ? section->repeats.has_value() : section->absence.has_value());
}

/** Where `to` asks for what plays the part that the answer at `path` plays in `from`; empty where it does not. */
QString sameRole(const FormSchema &from, const FormSchema &to, const QString &path)
{
    for (auto role = from.roles.cbegin(); role != from.roles.cend(); ++role) {
        const bool isAsked = to.roles.contains(role.key()); // one answer may play several parts
        if (isAsked && role.value() == path && !role.key().endsWith(u".address") && !role.key().endsWith(u".organisationAddress")) {
            return to.roles.value(role.key());
        }
    }
    return {};
}

} // namespace

CarriedForm CarriedForm::of(const FormSchema &from, const FormDraft &draft, const FormSchema &to, const FormDraft &waiting)
{
    CarriedForm carried;
    carried.form = to.blank();
    QMap<QString, FieldValue> given = waiting.values();
    const FormDraft blank = from.blank();
    for (auto it = draft.values().cbegin(); it != draft.values().cend(); ++it) {
        const Field *asked = from.field(it.key());
        const bool isAnswer = it->state != FieldValue::State::NotAsked && !(asked && asked->computed) && *it != blank.value(it.key());
        if (isAnswer) {
            given.insert(it.key(), *it);
        }
    }
    QMap<QString, FieldValue> byRole;
    for (auto it = given.cbegin(); it != given.cend(); ++it) {
        const bool hasWaited = waiting.values().contains(it.key()) && waiting.value(it.key()) == *it;
        const Field *asked = hasWaited ? nullptr : from.field(it.key());
        const Field *wanted = to.field(it.key());
        // What stayed behind earlier was asked by a form that is not here any more: the type of the new one is all there is to go by.
        const bool isSamePlace = wanted ? fits(*wanted, asked ? asked->type : wanted->type, *it) : fitsSection(to.section(it.key()), *it);
        const QString place = isSamePlace ? it.key() : sameRole(from, to, it.key());
        const Field *there = place.isEmpty() ? nullptr : to.field(place);
        if (isSamePlace) {
            carried.form.set(it.key(), *it);
            ++carried.moved;
        } else if (there && asked && fits(*there, asked->type, *it)) {
            byRole.insert(place, *it);
        } else {
            carried.rest.set(it.key(), *it);
        }
    }
    // Whoever answered the very question said more than who only plays the same part.
    for (auto it = byRole.cbegin(); it != byRole.cend(); ++it) {
        if (!given.contains(it.key())) {
            carried.form.set(it.key(), *it);
            ++carried.moved;
        }
    }
    return carried;
}

} // namespace motcua

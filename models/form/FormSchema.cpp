// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/form/FormSchema.h"

#include "models/form/Typed.h"

namespace motcua {

bool Condition::isHeld(const FormDraft &draft) const
{
    const FieldValue value = draft.value(field);
    return value.isGiven() && anyOf.contains(value.text);
}

const FieldOption *Field::option(const QString &code) const
{
    for (const FieldOption &one : options) {
        if (one.code == code) {
            return &one;
        }
    }
    return nullptr;
}

const Field *FormSchema::field(const QString &wanted) const
{
    for (const FormSection &section : sections) {
        for (const Field &one : section.fields) {
            if (one.id == wanted) {
                return &one;
            }
        }
    }
    return nullptr;
}

bool FormSchema::isVisible(const Field &field, const FormDraft &draft) const
{
    // A field that hides takes along what hangs on it. The catalogue refuses circles; the count ends the walk all the same.
    const Field *at = &field;
    for (int steps = 0; at->visibleIf && steps < 64; ++steps) {
        if (!at->visibleIf->isHeld(draft)) {
            return false;
        }
        at = this->field(at->visibleIf->field);
        if (!at) {
            return false;
        }
    }
    return true;
}

QString FormSchema::shown(const QString &wanted, const FormDraft &draft) const
{
    const Field *one = field(wanted);
    const FieldValue value = draft.value(wanted);
    if (!one || !value.isGiven()) {
        return {};
    }
    const FieldOption *option = one->option(value.text);
    return option ? option->label : edited(one->type, value.text);
}

FormDraft FormSchema::blank() const
{
    FormDraft draft;
    for (const FormSection &section : sections) {
        for (const Field &one : section.fields) {
            if (!one.initial.isEmpty()) {
                draft.set(one.id, FieldValue::given(one.initial));
            }
        }
    }
    return draft;
}

const QSet<QString> &knownRoles()
{
    static const QSet<QString> roles = {QStringLiteral("applicant.name"), QStringLiteral("applicant.number"),
        QStringLiteral("applicant.birth"), QStringLiteral("applicant.address"), QStringLiteral("applicant.phone"),
        QStringLiteral("applicant.email"), QStringLiteral("subject.name"), QStringLiteral("subject.birth"), QStringLiteral("copies")};
    return roles;
}

} // namespace motcua

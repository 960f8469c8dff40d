// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/form/FormSchema.h"

#include "models/form/FieldPath.h"
#include "models/form/Typed.h"

#include <algorithm>

namespace motcua {

namespace {

/** Puts the initial values of a section, or of one row of it, into a draft. */
void startRow(FormDraft &draft, const FormSection &section, int row)
{
    for (const Field &one : section.fields) {
        if (!one.initial.isEmpty()) {
            draft.set(section.repeats ? FieldPath::inRow(section.id, row, one.id) : one.id, FieldValue::given(one.initial));
        }
    }
}

} // namespace

const FieldOption *Field::option(const QString &code) const
{
    for (const FieldOption &one : options) {
        if (one.code == code) {
            return &one;
        }
    }
    return nullptr;
}

const Field *FormSchema::field(const QString &path) const
{
    const FieldPath wanted = FieldPath::parse(path);
    for (const FormSection &section : sections) {
        // A field of a repeated section has its answers in rows, any other has one outside.
        if (section.repeats ? section.id != wanted.section : wanted.row != 0) {
            continue;
        }
        for (const Field &one : section.fields) {
            if (one.id == wanted.field) {
                return &one;
            }
        }
    }
    return nullptr;
}

const FormSection *FormSchema::section(const QString &wanted) const
{
    for (const FormSection &one : sections) {
        if (one.id == wanted) {
            return &one;
        }
    }
    return nullptr;
}

QString FormSchema::shown(const QString &path, const FormDraft &draft) const
{
    const Field *one = field(path);
    const FieldValue value = draft.value(path);
    return one && value.isGiven() ? motcua::shown(*one, value.text) : QString();
}

FormDraft FormSchema::blank() const
{
    FormDraft draft;
    for (const FormSection &section : sections) {
        const int rows = section.repeats ? section.repeats->least : 1;
        for (int row = 1; row <= rows; ++row) {
            startRow(draft, section, row);
        }
    }
    return draft;
}

FormDraft FormSchema::withNewRow(const FormDraft &draft, const QString &wanted) const
{
    const FormSection *found = section(wanted);
    const int rows = found && found->repeats ? std::max(rowsIn(draft, wanted), found->repeats->least) : 0;
    if (!found || !found->repeats || rows >= found->repeats->most) {
        return draft;
    }
    FormDraft longer = withRows(draft, wanted, rows + 1);
    startRow(longer, *found, rows + 1);
    return longer;
}

const QSet<QString> &knownRoles()
{
    static const QSet<QString> roles = [] {
        QSet<QString> made{QStringLiteral("subject.name"), QStringLiteral("subject.birth"), QStringLiteral("copies"),
            QStringLiteral("applicant.organisation"), QStringLiteral("applicant.organisationAddress"), QStringLiteral("own.name"),
            QStringLiteral("own.sex"), QStringLiteral("own.order")};
        for (const QString &person : {QStringLiteral("applicant."), QStringLiteral("submitter.")}) {
            for (const QString &part : {QStringLiteral("name"), QStringLiteral("number"), QStringLiteral("document"), QStringLiteral("birth"),
                     QStringLiteral("address"), QStringLiteral("phone"), QStringLiteral("email"), QStringLiteral("shown"), QStringLiteral("shownReason"),
                     QStringLiteral("largePrint")}) {
                made.insert(person + part);
            }
        }
        return made;
    }();
    return roles;
}

} // namespace motcua

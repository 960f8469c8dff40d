// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worklist/DossierSheet.h"

#include "models/base/VietnamTime.h"
#include "models/form/FormChecker.h"
#include "ui/messages/Language.h"
#include "ui/messages/Wording.h"
#include "ui/shell/ShownTime.h"

#include <QCoreApplication>

namespace motcua {

namespace {

QString words(const char *english)
{
    return QCoreApplication::translate("DossierSheet", english);
}

QString candidates(const journal::Register &field)
{
    QStringList values;
    for (const journal::Candidate &one : field.conflict) {
        values.append(one.value.toObject().value(u"v").toString());
    }
    return values.join(QStringLiteral("  ≠  "));
}

QString shownValue(const Dossier &dossier, const QString &id, const FormSchema *form, const FormDraft &draft)
{
    const FieldValue value = dossier.field(id);
    switch (value.state) {
    case FieldValue::State::NotAsked:
        return QStringLiteral("—");
    case FieldValue::State::ToFollow:
        return words(QT_TRANSLATE_NOOP("DossierSheet", "to follow"));
    case FieldValue::State::DeclaredAbsent:
        return words(QT_TRANSLATE_NOOP("DossierSheet", "left blank on request"));
    case FieldValue::State::Given:
        return form ? form->shown(id, draft) : value.text;
    }
    return {};
}

} // namespace

DossierSheet dossierSheet(const Dossier &dossier, const FormSchema *form, const QDateTime &now)
{
    DossierSheet sheet;
    sheet.code = dossier.code;
    sheet.procedure = dossier.procedureName();
    sheet.status = dossier.status.status ? statusName(*dossier.status.status, true) : QStringLiteral("—");
    sheet.promise = dossier.dueAtMs() > 0 ? shownPromise(vietnamTime(dossier.dueAtMs()), now) : QStringLiteral("—");
    if (dossier.hasConflict()) {
        sheet.warnings.append(words(QT_TRANSLATE_NOOP("DossierSheet",
            "Two desks wrote different things at the same time. Both are kept and shown below. A supervisor decides which one stands.")));
    }
    if (dossier.purged) {
        sheet.warnings.append(words(QT_TRANSLATE_NOOP("DossierSheet", "The content was deleted at the end of its term; the proof that it existed is kept.")));
    }
    if (dossier.fromNewerProgram) {
        sheet.warnings.append(words(QT_TRANSLATE_NOOP("DossierSheet",
            "A newer program wrote some entries; they are kept but not shown. Have the program on this computer updated.")));
    }
    if (dossier.incomplete) {
        sheet.warnings.append(words(QT_TRANSLATE_NOOP("DossierSheet", "The acceptance of this dossier has not arrived here yet; it is shown as far as it is known.")));
    }

    FormDraft draft;
    for (auto field = dossier.fields.cbegin(); field != dossier.fields.cend(); ++field) {
        draft.set(field.key(), dossier.field(field.key()));
    }
    const auto add = [&](const QString &id, const QString &label) {
        const journal::Register field = dossier.fields.value(id);
        sheet.lines.append({label, field.isInConflict() ? candidates(field) : shownValue(dossier, id, form, draft), false, field.isInConflict()});
    };
    if (!form) {
        for (auto field = dossier.fields.cbegin(); field != dossier.fields.cend(); ++field) {
            add(field.key(), field.key());
        }
        return sheet;
    }
    const QDate day = dossier.receivedAtMs > 0 ? vietnamTime(dossier.receivedAtMs).date() : now.date();
    const QStringList visible = FormChecker(*form).view(draft, day).fields;
    for (const FormSection &section : form->sections) {
        sheet.lines.append({Language::label(section.title, section.titleEn), {}, true, false});
        for (const Field &field : section.fields) {
            if (visible.contains(field.id) || dossier.fields.value(field.id).isInConflict()) {
                add(field.id, Language::label(field.label, field.labelEn));
            }
        }
    }
    return sheet;
}

} // namespace motcua

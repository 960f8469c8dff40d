// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worklist/DossierSheet.h"

#include "models/base/VietnamTime.h"
#include "models/dossier/NextStep.h"
#include "models/form/FieldPath.h"
#include "models/form/FormChecker.h"
#include "ui/messages/CardSentence.h"
#include "ui/messages/FormWords.h"
#include "ui/messages/Language.h"
#include "ui/messages/PortalWords.h"
#include "ui/messages/PostWords.h"
#include "ui/messages/Wording.h"
#include "ui/shell/ShownTime.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace motcua {

namespace {

QString words(const char *english)
{
    return QCoreApplication::translate("DossierSheet", english);
}

const QString Against = QStringLiteral("  ≠  ");

QString shownValue(const FieldValue &value, const QString &id, const FormSchema *form, const FormDraft &draft)
{
    switch (value.state) {
    case FieldValue::State::NotAsked:
        return QStringLiteral("—");
    case FieldValue::State::ToFollow:
        return words(QT_TRANSLATE_NOOP("DossierSheet", "to follow"));
    case FieldValue::State::DeclaredAbsent: {
        const Field *field = form ? form->field(id) : nullptr;
        const QString reason = field ? optionName(field->absenceReasons, value.text) : QString();
        const QString blank = words(QT_TRANSLATE_NOOP("DossierSheet", "left blank on request"));
        return reason.isEmpty() ? blank : QStringLiteral("%1: %2").arg(blank, reason);
    }
    case FieldValue::State::Given:
        return form && form->field(id) ? form->shown(id, draft) : value.text;
    }
    return {};
}

QString candidates(const journal::Register &field, const QString &id, const FormSchema *form)
{
    QStringList values;
    for (const journal::Candidate &one : field.conflict) {
        const FormDraft said = FormDraft::fromJson({{id, one.value}});
        values.append(shownValue(said.value(id), id, form, said));
    }
    return values.join(Against);
}

/** Status and promise as each wrote them; nothing where they agree. */
QList<SheetLine> disputed(const Dossier &dossier, const QDateTime &now)
{
    QStringList statuses;
    for (const journal::Candidate &one : dossier.status.conflict) {
        const std::optional<DossierStatus> status = dossierStatus(one.value.toInt());
        statuses.append(status ? statusName(*status, true) : QStringLiteral("—"));
    }
    QStringList promises;
    for (const journal::Candidate &one : dossier.due.conflict) {
        const QDateTime dueAt = QDateTime::fromString(one.value.toString(), Qt::ISODate);
        promises.append(dueAt.isValid() ? shownPromise(vietnamTime(dueAt.toMSecsSinceEpoch()), now) : QStringLiteral("—"));
    }
    QList<SheetLine> lines;
    if (!statuses.isEmpty()) {
        lines.append({words(QT_TRANSLATE_NOOP("DossierSheet", "Status, written apart")), statuses.join(Against), false, true});
    }
    if (!promises.isEmpty()) {
        lines.append({words(QT_TRANSLATE_NOOP("DossierSheet", "Promise, written apart")), promises.join(Against), false, true});
    }
    return lines;
}

} // namespace

DossierSheet dossierSheet(const Dossier &dossier, const FormSchema *form, const QDateTime &now)
{
    DossierSheet sheet;
    // What has no code yet goes by the number its citizen has, if it was filed online.
    sheet.code = !dossier.code.isEmpty() ? dossier.code
        : !dossier.onlineNumber().isEmpty() ? dossier.onlineNumber() : words(QT_TRANSLATE_NOOP("DossierSheet", "without a code"));
    sheet.procedure = dossier.procedureName();
    sheet.status = dossier.status.status ? statusName(*dossier.status.status, true) : QStringLiteral("—");
    sheet.promise = dossier.dueAtMs() > 0 ? shownPromise(vietnamTime(dossier.dueAtMs()), now) : QStringLiteral("—");
    sheet.promised = disputed(dossier, now);
    if (dossier.firstDueAtMs > 0 && dossier.dueAtMs() > 0 && dossier.firstDueAtMs != dossier.dueAtMs()) {
        sheet.promised.append({words(QT_TRANSLATE_NOOP("DossierSheet", "First promised")), shownPromise(vietnamTime(dossier.firstDueAtMs), now), false, false});
    }
    if (const QString longer = dossier.acceptance.value(u"longer")[u"text"].toString(); !longer.isEmpty()) {
        sheet.promised.append({words(QT_TRANSLATE_NOOP("DossierSheet", "Later than the limit")), longer, false, false});
    }
    if (const auto post = Envelope::fromJson(dossier.acceptance.value(u"post").toObject())) {
        sheet.promised.append({words(QT_TRANSLATE_NOOP("DossierSheet", "Came by post")), envelopeWords(*post), false, false});
    }
    if (const auto card = CardSeen::fromJson(dossier.acceptance.value(u"card").toObject())) {
        sheet.promised.append({words(QT_TRANSLATE_NOOP("DossierSheet", "Card")), mark(*card).text(), false, false});
    }
    for (const SupplementRound &round : dossier.supplementRounds()) {
        QStringList asked;
        for (const SupplementItem &item : round.asked) {
            asked.append(item.reason.isEmpty() ? item.name : QStringLiteral("%1 (%2)").arg(item.name, item.reason));
        }
        if (round.isOpen()) {
            sheet.promised.append({words(QT_TRANSLATE_NOOP("DossierSheet", "Asked for")), asked.isEmpty() ? round.reason : asked.join(QStringLiteral("; ")), false, false});
        }
    }
    if (const QList<Paper> originals = originalsHeld(dossier); !originals.isEmpty()) {
        QStringList names;
        for (const Paper &paper : originals) {
            names.append(paper.originalsHeld > 1 ? QStringLiteral("%1 × %2").arg(QString::number(paper.originalsHeld), paper.name) : paper.name);
        }
        sheet.promised.append({words(QT_TRANSLATE_NOOP("DossierSheet", "Originals held")), names.join(QStringLiteral("; ")), false, false});
    }
    if (dossier.isNewOnline()) {
        const qsizetype files = dossier.broughtOnline().size();
        sheet.promised.append({words(QT_TRANSLATE_NOOP("DossierSheet", "Filed online")),
            shownMoment(vietnamTime(dossier.receivedAtMs)) + (files == 0 ? QString() : QStringLiteral(" · ") + words(QT_TRANSLATE_NOOP("DossierSheet", "files: %1")).arg(files)), false, false});
    }
    if (dossier.portal.isAccepted()) {
        const QString number = dossier.portal.number.isEmpty() ? words(QT_TRANSLATE_NOOP("DossierSheet", "taken, without a number")) : dossier.portal.number;
        sheet.promised.append({words(QT_TRANSLATE_NOOP("DossierSheet", "Number at the portal")), number, false, false});
    }
    for (const PortalVerdict &refused : dossier.portal.standing()) {
        sheet.warnings.append(refusalSentence(refused, dossier.code, form));
    }
    if (dossier.hasConflict()) {
        sheet.warnings.append(words(QT_TRANSLATE_NOOP("DossierSheet",
            "Two desks wrote different things at the same time. Both are kept and shown below. At the conflict desk it is decided which one stands.")));
    }
    if (dossier.purged) {
        sheet.warnings.append(words(QT_TRANSLATE_NOOP("DossierSheet", "The content was deleted at the end of its term; the proof that it existed is kept.")));
    }
    if (dossier.fromNewerProgram) {
        sheet.warnings.append(words(QT_TRANSLATE_NOOP("DossierSheet",
            "A newer program wrote some entries; they are kept but not shown. Have the program on this computer updated.")));
    }
    if (dossier.incomplete && !dossier.isRegisteredOnly()) {
        sheet.warnings.append(words(QT_TRANSLATE_NOOP("DossierSheet", "The acceptance of this dossier has not arrived here yet; it is shown as far as it is known.")));
    }

    FormDraft draft;
    for (auto field = dossier.fields.cbegin(); field != dossier.fields.cend(); ++field) {
        draft.set(field.key(), dossier.field(field.key()));
    }
    const auto add = [&](const QString &id, const QString &label) {
        const journal::Register field = dossier.fields.value(id);
        sheet.lines.append({label, field.isInConflict() ? candidates(field, id, form) : shownValue(dossier.field(id), id, form, draft), false, field.isInConflict()});
    };
    if (!form) {
        for (auto field = dossier.fields.cbegin(); field != dossier.fields.cend(); ++field) {
            add(field.key(), field.key());
        }
        return sheet;
    }
    const QDate day = dossier.receivedAtMs > 0 ? vietnamTime(dossier.receivedAtMs).date() : now.date();
    const QStringList shown = FormChecker(*form).view(draft, day).fields;
    const QSet<QString> visible(shown.cbegin(), shown.cend());
    const auto addField = [&](const QString &path, const Field &field) {
        if (visible.contains(path) || dossier.fields.value(path).isInConflict()) {
            add(path, Language::label(field.label, field.labelEn));
        }
    };
    for (const FormSection &section : form->sections) {
        sheet.lines.append({Language::label(section.title, section.titleEn), {}, true, false});
        if (const journal::Register own = dossier.fields.value(section.id); section.absence
            && (own.isInConflict() || dossier.field(section.id).state == FieldValue::State::DeclaredAbsent)) {
            const QString reason = optionName(section.absence->reasons, dossier.field(section.id).text);
            sheet.lines.append({Language::label(section.absence->label, section.absence->labelEn),
                own.isInConflict() ? candidates(own, section.id, form) : reason.isEmpty() ? QStringLiteral("✔") : reason, false, own.isInConflict()});
        }
        const int rows = section.repeats ? std::max(rowsIn(draft, section.id), section.repeats->least) : 0;
        for (int row = 1; row <= rows; ++row) {
            sheet.lines.append({rowName(section, row), {}, true, false});
            for (const Field &field : section.fields) {
                addField(FieldPath::inRow(section.id, row, field.id), field);
            }
        }
        for (const Field &field : section.repeats ? QList<Field>() : section.fields) {
            addField(field.id, field);
        }
    }
    return sheet;
}

} // namespace motcua

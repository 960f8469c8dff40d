// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/PaperWords.h"

#include "models/form/FieldPath.h"
#include "ui/messages/FormWords.h"
#include "ui/messages/Language.h"

#include <QCoreApplication>

namespace motcua {

namespace {

/** Gives the words below their context for translation. */
struct PaperWords
{
    Q_DECLARE_TR_FUNCTIONS(PaperWords)
};

/** What stands in the form where a condition asks: a section declared absent by its choice, an answer by its label and what it says. */
QString asked(const QString &name, const FormSchema &schema, const FormDraft &form)
{
    if (const FormSection *section = schema.section(name)) {
        if (section->repeats) {
            return QStringLiteral("%1: %2").arg(answerName(schema, name)).arg(rowsIn(form, name));
        }
        const bool isAbsent = section->absence && form.value(name).state == FieldValue::State::DeclaredAbsent;
        return isAbsent ? Language::label(section->absence->label, section->absence->labelEn)
                        : PaperWords::tr("%1: declared").arg(answerName(schema, name));
    }
    const FieldValue value = form.value(name);
    const Field *field = schema.field(name);
    QString shown = schema.shown(name, form);
    if (const FieldOption *option = field && value.isGiven() ? field->option(value.text) : nullptr) {
        shown = Language::label(option->label, option->labelEn);
    } else if (value.state == FieldValue::State::DeclaredAbsent) {
        shown = PaperWords::tr("left blank on request");
    } else if (field && field->type == FieldType::Tick) {
        shown = value.isGiven() ? PaperWords::tr("yes") : PaperWords::tr("no");
    }
    return QStringLiteral("%1: %2").arg(answerName(schema, name), shown.isEmpty() ? QStringLiteral("—") : shown);
}

} // namespace

QString paperKindWords(PaperKind kind)
{
    switch (kind) {
    case PaperKind::OriginalSeen:
        return PaperWords::tr("original seen");
    case PaperKind::CertifiedCopy:
        return PaperWords::tr("certified copy");
    case PaperKind::RegisterCopy:
        return PaperWords::tr("copy from the register");
    case PaperKind::SignedElectronicCopy:
        return PaperWords::tr("signed electronic copy");
    case PaperKind::FromDatabase:
        return PaperWords::tr("from a database");
    case PaperKind::CitizenScan:
        return PaperWords::tr("scanned by the citizen");
    }
    return {};
}

QList<PaperKind> acceptedKinds(const RequiredPaper &paper)
{
    if (!paper.kinds.isEmpty()) {
        return paper.kinds;
    }
    return {PaperKind::OriginalSeen, PaperKind::CertifiedCopy, PaperKind::RegisterCopy, PaperKind::SignedElectronicCopy,
        PaperKind::FromDatabase, PaperKind::CitizenScan};
}

PaperLook paperLook(const Paper &paper, const RequiredPaper &required, bool needed)
{
    switch (paper.state) {
    case Paper::State::NotSeen:
        if (needed) {
            return {QStringLiteral("○"), PaperWords::tr("needed")};
        }
        return {QStringLiteral("–"), required.need == RequiredPaper::Need::OnRequest ? PaperWords::tr("only when asked for") : PaperWords::tr("not needed")};
    case Paper::State::Met:
        if (paper.originalsHeld > 0) {
            return {QStringLiteral("✔"), PaperWords::tr("met, %1, kept here").arg(paperKindWords(paper.kind))};
        }
        return {QStringLiteral("✔"), PaperWords::tr("met, %1").arg(paperKindWords(paper.kind))};
    case Paper::State::NotMet:
        return {QStringLiteral("✖"), PaperWords::tr("not met: %1").arg(paper.reason.isEmpty() ? QStringLiteral("—") : paper.reason)};
    case Paper::State::NotApplicable:
        return {QStringLiteral("–"), PaperWords::tr("not applicable: %1").arg(paper.reason.isEmpty() ? QStringLiteral("—") : paper.reason)};
    case Paper::State::ToFollow:
        return {QStringLiteral("…"), PaperWords::tr("to follow")};
    }
    return {};
}

QString paperCounts(const RequiredPaper &required, const FormDraft &form)
{
    QStringList counts;
    if (const int originals = required.originalsFor(form); originals > 0) {
        counts.append(PaperWords::tr("%n original(s)", nullptr, originals));
    }
    if (const int copies = required.copiesFor(form); copies > 0) {
        counts.append(PaperWords::tr("%n copy(ies)", nullptr, copies));
    }
    return counts.join(QStringLiteral(", "));
}

QString whyNotNeeded(const RequiredPaper &required, const FormSchema &schema, const FormDraft &form, QDate day)
{
    if (required.need != RequiredPaper::Need::Conditional || !required.requiredIf || required.isNeeded(form, day)) {
        return {};
    }
    QStringList reasons;
    for (const QString &name : required.requiredIf->asks()) {
        if (const QString reason = asked(name, schema, form); !reasons.contains(reason)) {
            reasons.append(reason);
        }
    }
    return PaperWords::tr("Not needed, because of the form: %1.").arg(reasons.join(QStringLiteral(" · ")));
}

} // namespace motcua

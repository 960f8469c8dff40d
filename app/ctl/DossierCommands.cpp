// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"
#include "app/ctl/FilledFile.h"
#include "app/security/Random.h"
#include "app/workflows/IssuedSlip.h"
#include "models/base/VietnamTime.h"
#include "ui/messages/Sentence.h"

#include <QFile>
#include <QJsonArray>

namespace motcua::ctl {

namespace {

int file(Context &context)
{
    if (context.words().isEmpty() || !context.options().isSet(QStringLiteral("procedure"))) {
        context.terminal().explain(QStringLiteral("motcua-ctl file --procedure CODE FILLED.json [--competent UNIT] [--slip OUT.pdf]"));
        return Usage;
    }
    const Result<Workplace> place = context.enter();
    if (!place) {
        return context.terminal().fail(place.error());
    }
    // It moves the legal date and stays in the journal for ever.
    const QString competent = context.options().value(QStringLiteral("competent"));
    if (!competent.isEmpty() && !place->law.catalogue.codeGrammar(competent)) {
        return context.terminal().fail({ErrorCode::Invalid, QStringLiteral("--competent is an organisation code like H26.31.05")});
    }
    const QDateTime now = vietnamTime(QDateTime::currentMSecsSinceEpoch());
    const Result<Procedure> procedure = place->law.catalogue.procedure(context.options().value(QStringLiteral("procedure")), now.date());
    if (!procedure) {
        return context.terminal().fail(procedure.error());
    }
    const Result<QByteArray> bytes = bytesOf(context.words().constFirst());
    if (!bytes) {
        return context.terminal().fail(bytes.error());
    }
    const Result<FilledFile> filled = readFilled(context.words().constFirst(), *bytes, *procedure, now.date());
    if (!filled) {
        return context.terminal().fail(filled.error());
    }
    const Result<Intake, QList<Violation>> intake = Intake::from(
        *procedure, filled->form, filled->papers, place->law.catalogue.calendar().forDesk(QString::fromUtf8(place->unit.desk())), now,
        filled->channel, filled->longer);
    if (!intake) {
        QJsonArray missing;
        for (const Violation &violation : intake.error()) {
            const Field *field = procedure->form().field(violation.field);
            const RequiredPaper *paper = procedure->paper(violation.field);
            context.terminal().explain(sentence(violation, field ? field->label : paper ? paper->name : QString()));
            missing.append(
                QJsonObject{{QStringLiteral("field"), violation.field}, {QStringLiteral("code"), violationName(violation.code)}});
        }
        context.terminal().answer({{QStringLiteral("missing"), missing}});
        return BadInput;
    }
    const Act act = place->act(security::random::id(now.toMSecsSinceEpoch()), AcceptDossier{.intake = *intake, .competentUnit = competent});
    const Result<storage::Recorded> recorded = place->store.record(act).result();
    if (!recorded) {
        return context.terminal().fail(recorded.error());
    }
    const Dossier &dossier = *recorded->dossier;
    context.terminal().say(QStringLiteral("%1  due %2").arg(dossier.code, vietnamTime(dossier.dueAtMs()).toString(Qt::ISODate)));
    context.terminal().answer({{QStringLiteral("code"), dossier.code}, {QStringLiteral("id"), dossier.id.toString()},
        {QStringLiteral("receivedAt"), vietnamTime(dossier.receivedAtMs).toString(Qt::ISODate)},
        {QStringLiteral("dueAt"), vietnamTime(dossier.dueAtMs()).toString(Qt::ISODate)},
        {QStringLiteral("fee"), intake->fee().isComplete() ? QJsonValue(intake->fee().total().dong) : QJsonValue()}});

    const QString target = context.options().value(QStringLiteral("slip"));
    if (target.isEmpty()) {
        return Done;
    }
    const Result<IssuedSlip> slip = issueSlip(*place, dossier);
    if (!slip) {
        return context.terminal().fail(slip.error());
    }
    QFile out(target);
    if (!out.open(QIODevice::WriteOnly) || out.write(slip->pdf) != slip->pdf.size()) {
        return context.terminal().fail({ErrorCode::FileUnwritable, target});
    }
    return Done;
}

} // namespace

QList<Command> dossierCommands()
{
    return {
        {QStringLiteral("file"), QStringLiteral("--procedure CODE FILLED.json [--competent UNIT] [--slip OUT.pdf]"),
            QStringLiteral("accept a dossier as the counter would, and write its slip"), file},
    };
}

} // namespace motcua::ctl

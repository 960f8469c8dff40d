// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "app/security/Random.h"
#include "app/workflows/IssuedSlip.h"
#include "models/base/VietnamTime.h"
#include "models/form/Typed.h"
#include "ui/messages/Sentence.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace motcua::ctl {

namespace {

/** {"fields": {"id": "typed text"}, "papers": {"id": "met"}}: what an officer would type and tick. */
struct FilledForm
{
    FormDraft form = {};
    PaperSet papers = {};
};

Result<FilledForm> readFilled(const QString &path, const Procedure &procedure, QDate today)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::FileUnreadable, path};
    }
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &fault);
    if (!document.isObject()) {
        return Error{ErrorCode::CatalogueSyntax, QStringLiteral("%1: byte %2: %3").arg(path).arg(fault.offset).arg(fault.errorString())};
    }
    FilledForm filled{procedure.form.blank(), PaperSet::of(procedure)};
    const QJsonObject fields = document.object().value(QStringLiteral("fields")).toObject();
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const Field *field = procedure.form.field(it.key());
        const QString typed = it.value().toString();
        filled.form.set(it.key(), FieldValue::given(field ? normalised(*field, typed, today) : typed));
    }
    const QJsonObject papers = document.object().value(QStringLiteral("papers")).toObject();
    for (auto it = papers.begin(); it != papers.end(); ++it) {
        Paper paper = filled.papers.paper(it.key());
        paper.state = it.value().toString() == QStringLiteral("met") ? Paper::State::Met : Paper::State::NotSeen;
        filled.papers.set(paper);
    }
    return filled;
}

int file(Context &context)
{
    if (context.words().isEmpty() || !context.options().isSet(QStringLiteral("procedure"))) {
        context.terminal().explain(QStringLiteral("motcua-ctl file --procedure CODE FILLED.json [--slip OUT.pdf]"));
        return Usage;
    }
    const Result<Workplace> place = context.enter();
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const QDateTime now = vietnamTime(QDateTime::currentMSecsSinceEpoch());
    const Result<Procedure> procedure = place->law.catalogue.procedure(context.options().value(QStringLiteral("procedure")), now.date());
    if (!procedure) {
        return context.terminal().fail(procedure.error());
    }
    const Result<FilledForm> filled = readFilled(context.words().constFirst(), *procedure, now.date());
    if (!filled) {
        return context.terminal().fail(filled.error());
    }
    const Result<Intake, QList<Violation>> intake = Intake::from(
        *procedure, filled->form, filled->papers, place->law.catalogue.calendar(), now);
    if (!intake) {
        QJsonArray missing;
        for (const Violation &violation : intake.error()) {
            const Field *field = procedure->form.field(violation.field);
            const RequiredPaper *paper = procedure->paper(violation.field);
            context.terminal().explain(sentence(violation, field ? field->label : paper ? paper->name : QString()));
            missing.append(
                QJsonObject{{QStringLiteral("field"), violation.field}, {QStringLiteral("code"), violationName(violation.code)}});
        }
        context.terminal().answer({{QStringLiteral("missing"), missing}});
        return BadInput;
    }
    const Act act = place->act(security::random::id(now.toMSecsSinceEpoch()), AcceptDossier{.intake = *intake, .competentUnit = {}});
    const Result<storage::Recorded> recorded = place->store.record(act).result();
    if (!recorded) {
        return context.terminal().fail(recorded.error());
    }
    const Dossier &dossier = *recorded->dossier;
    context.terminal().say(QStringLiteral("%1  due %2").arg(dossier.code, vietnamTime(dossier.dueAtMs()).toString(Qt::ISODate)));
    context.terminal().answer({{QStringLiteral("code"), dossier.code}, {QStringLiteral("id"), dossier.id.toString()},
        {QStringLiteral("receivedAt"), vietnamTime(dossier.receivedAtMs).toString(Qt::ISODate)},
        {QStringLiteral("dueAt"), vietnamTime(dossier.dueAtMs()).toString(Qt::ISODate)},
        {QStringLiteral("fee"), intake->fee().total().dong}});

    const QString target = context.options().value(QStringLiteral("slip"));
    if (target.isEmpty()) {
        return Done;
    }
    const Result<IssuedSlip> slip = issueReceipt(*place, dossier);
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
        {QStringLiteral("file"), QStringLiteral("--procedure CODE FILLED.json [--slip OUT.pdf]"),
            QStringLiteral("accept a dossier as the counter would, and write its slip"), file},
    };
}

} // namespace motcua::ctl

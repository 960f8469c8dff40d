// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "app/storage/DossierQueries.h"
#include "app/workflows/AddFiles.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <optional>

namespace motcua::ctl {

namespace {

QStringList paperIds(const Dossier &dossier)
{
    QStringList ids;
    const QJsonArray papers = dossier.acceptance.value(u"papers").toArray();
    for (const QJsonValue &paper : papers) {
        ids.append(paper[u"id"].toString());
    }
    return ids;
}

/** As an officer does it at the desk. */
Result<FileOutcome> add(const Workplace &place, const Dossier &dossier, const QString &paper, const QString &path)
{
    std::optional<Result<FileOutcome>> ended;
    AddFiles files(place);
    const auto end = [&ended](const Result<FileOutcome> &outcome) {
        ended = outcome;
        QCoreApplication::exit();
    };
    QObject::connect(&files, &AddFiles::added, &files, [end](const Id &, const QString &, const QList<FileOutcome> &outcomes) { end(outcomes.constFirst()); });
    QObject::connect(&files, &AddFiles::refused, &files, [end](const Error &error) { end(error); });
    files.add(dossier, paper, {path}, {});
    QCoreApplication::exec();
    return ended.value_or(Error{ErrorCode::Cancelled, {}});
}

int importPaper(Context &context)
{
    const QString code = context.options().value(QStringLiteral("dossier"));
    const QString paper = context.options().value(QStringLiteral("paper"));
    if (context.words().size() != 1 || code.isEmpty() || paper.isEmpty()) {
        context.terminal().explain(QStringLiteral("motcua-ctl paper import FILE --dossier CODE --paper ID"));
        return Usage;
    }
    const Result<Workplace> place = context.enter();
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const Result<std::optional<Dossier>> dossier = place->store.ask(storage::DossierByCode{code}).result();
    if (!dossier) {
        return context.terminal().fail(dossier.error());
    }
    if (!*dossier) {
        return context.terminal().fail({ErrorCode::NotFound, code});
    }
    if (const QStringList ids = paperIds(**dossier); !ids.contains(paper)) {
        context.terminal().explain(QStringLiteral("The papers of %1 are: %2").arg((*dossier)->code, ids.join(QStringLiteral(", "))));
        return context.terminal().fail({ErrorCode::NotFound, paper});
    }
    const Result<FileOutcome> outcome = add(*place, **dossier, paper, context.words().constFirst());
    if (!outcome) {
        return context.terminal().fail(outcome.error());
    }
    if (outcome->error) {
        return context.terminal().fail(*outcome->error);
    }
    if (!outcome->alreadyWith.isEmpty()) {
        context.terminal().explain(QStringLiteral("The same file is here already, with: %1").arg(outcome->alreadyWith));
    } else if (outcome->isCleaned) {
        context.terminal().say(QStringLiteral("What is kept is a copy with nothing but its pages: the file was damaged, hid something or could have acted by itself."));
    }
    const bool isTaken = outcome->isTaken();
    context.terminal().answer({{QStringLiteral("dossier"), (*dossier)->code}, {QStringLiteral("paper"), paper}, {QStringLiteral("taken"), isTaken},
        {QStringLiteral("cleaned"), outcome->isCleaned}, {QStringLiteral("alreadyWith"), outcome->alreadyWith}});
    return isTaken ? Done : Failed;
}

} // namespace

QList<Command> paperCommands()
{
    return {{QStringLiteral("paper import"), QStringLiteral("FILE --dossier CODE --paper ID"),
        QStringLiteral("take a PDF or a photograph in for a paper of an accepted dossier, as the counter would"), importPaper}};
}

} // namespace motcua::ctl

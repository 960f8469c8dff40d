// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "app/evidence/SignatureVerdicts.h"
#include "app/security/DurableFile.h"
#include "app/storage/Await.h"
#include "app/storage/DossierQueries.h"
#include "app/workflows/AddFiles.h"
#include "app/workflows/TakenFile.h"
#include "ui/messages/SignatureWords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>

#include <algorithm>
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

using evidence::SignatureVerdict;

QString stateName(SignatureVerdict::State state)
{
    switch (state) {
    case SignatureVerdict::State::Valid:
        return QStringLiteral("valid");
    case SignatureVerdict::State::UnknownSigner:
        return QStringLiteral("unknownSigner");
    case SignatureVerdict::State::Expired:
        return QStringLiteral("expired");
    case SignatureVerdict::State::Altered:
        return QStringLiteral("altered");
    case SignatureVerdict::State::AddedAfter:
        return QStringLiteral("addedAfter");
    case SignatureVerdict::State::Unreadable:
        break;
    }
    return QStringLiteral("unreadable");
}

/** What the locked-in worker finds in these bytes; nothing of it is believed yet. */
Result<PdfFacts> lookInto(const QByteArray &pdf)
{
    Result<PdfFacts> found = Error{ErrorCode::Cancelled, {}};
    PdfLook look;
    await(&look, look.look(pdf, false), [&found](const PdfLook::Looked &looked) {
        found = looked ? Result<PdfFacts>(*looked) : pdfError(looked.error());
        QCoreApplication::exit();
    });
    QCoreApplication::exec();
    return found;
}

// Nobody signs in for it: it says nothing of what lies in the store but whom the centre believes.
int verifyPaper(Context &context)
{
    if (context.words().size() != 1) {
        context.terminal().explain(QStringLiteral("motcua-ctl paper verify FILE"));
        context.terminal().explain(QStringLiteral("  Ends with 0 when there is a signature and all of them are valid, by signers who are known here (signing show), and with 1 when not."));
        return Usage;
    }
    const Result<QByteArray> pdf = security::readWhole(context.words().constFirst(), PdfLook::MostBytes);
    const Result<PdfFacts> facts = pdf ? lookInto(*pdf) : pdf.error();
    if (!facts) {
        return context.terminal().fail(facts.error());
    }
    const auto trust = evidence::SignatureTrust::load({context.folder().signers()});
    const QList<SignatureVerdict> verdicts = evidence::verdicts(*pdf, facts->signatures, trust, QDateTime::currentDateTimeUtc());
    QJsonArray signatures;
    for (const SignatureVerdict &one : verdicts) {
        const SignatureMark told = mark(one.state);
        context.terminal().say(QStringLiteral("%1 · %2 · %3").arg(told.text(), signerWords(one), signedAtWords(one)));
        context.terminal().say(QStringLiteral("  ") + told.told);
        signatures.append(QJsonObject{{QStringLiteral("state"), stateName(one.state)}, {QStringLiteral("signer"), one.signer},
            {QStringLiteral("organisation"), one.organisation}, {QStringLiteral("at"), one.at.isValid() ? QJsonValue(one.at.toString(Qt::ISODate)) : QJsonValue()},
            {QStringLiteral("timestamped"), one.isTimestamped}, {QStringLiteral("sentence"), told.told}});
    }
    if (verdicts.isEmpty()) {
        context.terminal().say(QStringLiteral("Nobody signed this file."));
    }
    if (!facts->dangers.isEmpty()) {
        context.terminal().say(QStringLiteral("There is something in it that could act by itself or is hidden: open it with nothing else."));
    }
    if (facts->isDamaged) {
        context.terminal().say(QStringLiteral("It is damaged: another program may show other pages than the one that was signed for."));
    }
    const bool areValid = !verdicts.isEmpty()
        && std::all_of(verdicts.cbegin(), verdicts.cend(), [](const SignatureVerdict &one) { return one.state == SignatureVerdict::State::Valid; });
    context.terminal().answer({{QStringLiteral("pages"), facts->pages}, {QStringLiteral("signatures"), signatures}, {QStringLiteral("valid"), areValid},
        {QStringLiteral("couldAct"), !facts->dangers.isEmpty()}, {QStringLiteral("damaged"), facts->isDamaged}});
    return areValid ? Done : Failed;
}

} // namespace

QList<Command> paperCommands()
{
    return {{QStringLiteral("paper import"), QStringLiteral("FILE --dossier CODE --paper ID"),
        QStringLiteral("take a PDF or a photograph in for a paper of an accepted dossier, as the counter would"), importPaper},
        {QStringLiteral("paper verify"), QStringLiteral("FILE"), QStringLiteral("who signed a PDF, and whether it is as it was signed"), verifyPaper}};
}

} // namespace motcua::ctl

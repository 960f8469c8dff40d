// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "app/evidence/SignatureVerdicts.h"
#include "app/security/DurableFile.h"
#include "app/storage/Await.h"
#include "app/storage/DossierQueries.h"
#include "app/storage/HeldPaperQueries.h"
#include "app/workflows/AddFiles.h"
#include "app/workflows/TakenFile.h"
#include "models/base/VietnamTime.h"
#include "ui/messages/SignatureWords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QSaveFile>

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
    case SignatureVerdict::State::SignedOn:
        return QStringLiteral("signedOn");
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
        && std::all_of(verdicts.cbegin(), verdicts.cend(), [](const SignatureVerdict &one) { return one.state == SignatureVerdict::State::Valid || one.state == SignatureVerdict::State::SignedOn; });
    context.terminal().answer({{QStringLiteral("pages"), facts->pages}, {QStringLiteral("signatures"), signatures}, {QStringLiteral("valid"), areValid},
        {QStringLiteral("couldAct"), !facts->dangers.isEmpty()}, {QStringLiteral("damaged"), facts->isDamaged}});
    return areValid ? Done : Failed;
}

/** A name that tells of nobody: the code of the dossier, a number and the paper's id in its procedure. */
QString fileName(const HeldPaper &paper, int number, const PaperFile &file)
{
    const QString ending = file.mediaType == u"application/pdf" ? QStringLiteral("pdf") : file.mediaType == u"image/png" ? QStringLiteral("png") : QStringLiteral("jpg");
    QString name = QStringLiteral("%1_%2_%3.%4").arg(paper.code).arg(number, 2, 10, QLatin1Char('0')).arg(paper.paper, ending);
    for (QChar &one : name) {
        const bool isPlain = one.unicode() < 128 && (one.isLetterOrNumber() || one == u'.' || one == u'_' || one == u'-');
        one = isPlain ? one : QLatin1Char('-');
    }
    return name;
}

/** What they are read for stands in the journal before the first is opened. */
Result<QStringList> readHeld(const Workplace &place, const QList<HeldPaper> &papers, const QString &purpose, const QString &folder)
{
    QList<Act> acts;
    for (const HeldPaper &paper : papers) {
        for (const PaperFile &file : paper.files) {
            acts.append(place.act(paper.dossier, ReadPaper{.paper = paper.paper, .attachment = file.attachment, .purpose = purpose}));
        }
    }
    if (const Result<QList<storage::Recorded>> recorded = place.store.recordAll(acts).result(); !recorded) {
        return recorded.error();
    }
    QStringList written;
    for (const HeldPaper &paper : papers) {
        for (const PaperFile &file : paper.files) {
            const Result<QByteArray> bytes = place.store.attachments().read(file.attachment);
            if (!bytes) {
                return bytes.error();
            }
            QSaveFile out(QDir(folder).filePath(fileName(paper, static_cast<int>(written.size()) + 1, file)));
            if (!out.open(QIODevice::WriteOnly) || out.write(*bytes) != bytes->size() || !out.commit()) {
                return Error{ErrorCode::FileUnwritable, folder};
            }
            written.append(QFileInfo(out.fileName()).fileName());
        }
    }
    return written;
}

int heldPapers(Context &context)
{
    const QString folder = context.options().value(QStringLiteral("out"));
    const QString purpose = context.options().value(QStringLiteral("purpose")).trimmed();
    if (context.words().size() != 1 || (!folder.isEmpty() && purpose.isEmpty())) {
        context.terminal().explain(QStringLiteral("motcua-ctl paper held NUMBER [--out FOLDER --purpose TEXT] [--limit N]"));
        return Usage;
    }
    const Result<Workplace> place = context.enterWith(Right::AcceptDossier);
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const int limit = context.options().isSet(QStringLiteral("limit")) ? context.options().value(QStringLiteral("limit")).toInt() : storage::HeldPapers{}.limit;
    const Result<storage::HeldPapers::Found> found = place->store.ask(storage::HeldPapers{.number = context.words().constFirst(), .limit = limit}).result();
    if (!found) {
        return context.terminal().fail(found.error());
    }
    QJsonArray papers;
    for (const HeldPaper &paper : found->papers) {
        papers.append(QJsonObject{{QStringLiteral("dossier"), paper.code}, {QStringLiteral("paper"), paper.paper}, {QStringLiteral("name"), paper.name},
            {QStringLiteral("kind"), paperKindName(paper.kind)}, {QStringLiteral("files"), paper.files.size()}, {QStringLiteral("pages"), paper.pages()},
            {QStringLiteral("receivedAt"), vietnamTime(paper.receivedAtMs).toString(Qt::ISODate)}, {QStringLiteral("status"), paper.status}, {QStringLiteral("unit"), paper.unit}});
        context.terminal().say(QStringLiteral("%1  %2  %3 (%4)").arg(vietnamTime(paper.receivedAtMs).toString(u"yyyy-MM-dd"), paper.code, paper.name, paperKindName(paper.kind)));
    }
    QJsonObject told{{QStringLiteral("papers"), papers}, {QStringLiteral("more"), found->more}};
    if (!folder.isEmpty() && !found->papers.isEmpty()) {
        const Result<QStringList> written = readHeld(*place, found->papers, purpose, folder);
        if (!written) {
            return context.terminal().fail(written.error());
        }
        told.insert(QStringLiteral("written"), QJsonArray::fromStringList(*written));
    }
    context.terminal().answer(told);
    return Done;
}

} // namespace

QList<Command> paperCommands()
{
    return {{QStringLiteral("paper held"), QStringLiteral("NUMBER [--out FOLDER --purpose TEXT] [--limit N]"),
                QStringLiteral("the papers that whoever has this number filed before, the newest first; with a folder their files go there, and the journal says what they are read for"), heldPapers},
        {QStringLiteral("paper import"), QStringLiteral("FILE --dossier CODE --paper ID"),
        QStringLiteral("take a PDF or a photograph in for a paper of an accepted dossier, as the counter would"), importPaper},
        {QStringLiteral("paper verify"), QStringLiteral("FILE"), QStringLiteral("who signed a PDF, and whether it is as it was signed"), verifyPaper}};
}

} // namespace motcua::ctl

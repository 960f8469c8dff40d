// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/HeldPaper.h"

#include <algorithm>

namespace motcua {

namespace {

const QString ApplicantNumber = QStringLiteral("applicant.number");
const QString SubmitterNumber = QStringLiteral("submitter.number");

QList<PaperFile> filesOf(const Dossier &dossier, const QString &paper)
{
    QList<PaperFile> files;
    for (const DossierLine &line : dossier.papers) {
        if (line.what.value(u"paper").toString() == paper) {
            QJsonObject said = line.what.value(u"details").toObject();
            said.insert(u"attachment", line.what.value(u"attachment"));
            if (const Result<PaperFile> file = PaperFile::fromJson(said)) {
                files.append(*file);
            }
        }
    }
    return files;
}

HeldPaper heldOf(const Dossier &dossier, const QString &paper, const QString &name, PaperKind kind)
{
    return {.dossier = dossier.id, .code = dossier.code, .procedureName = dossier.procedureName(),
        .status = dossier.status.status ? statusCode(*dossier.status.status) : 0, .unit = dossier.unit,
        .unitName = dossier.acceptance.value(u"unitName").toString(), .receivedAtMs = dossier.receivedAtMs, .paper = paper, .name = name, .kind = kind,
        .files = filesOf(dossier, paper)};
}

bool isReused(const PaperFile &file)
{
    return file.reuse.has_value();
}

} // namespace

int HeldPaper::pages() const
{
    int all = 0;
    for (const PaperFile &file : files) {
        all += file.pages;
    }
    return all;
}

QList<HeldPaper> heldPapers(const Dossier &dossier)
{
    QList<HeldPaper> held;
    if (dossier.papers.isEmpty() || dossier.incomplete || dossier.purged || dossier.isCancelled()) {
        return held;
    }
    QSet<QString> named;
    const auto take = [&](const QString &paper, const QString &name, PaperKind kind) {
        if (!named.contains(paper)) {
            named.insert(paper);
            if (const HeldPaper one = heldOf(dossier, paper, name, kind); !one.files.isEmpty()) {
                held.append(one);
            }
        }
    };
    const QJsonArray papers = dossier.acceptance.value(u"papers").toArray();
    for (const QJsonValue &paper : papers) {
        if (paper[u"state"].toString() == u"met") {
            take(paper[u"id"].toString(), paper[u"name"].toString(), paperKind(paper[u"kind"].toString()).value_or(PaperKind::CitizenScan));
        }
    }
    for (const SupplementRound &round : dossier.supplementRounds()) {
        for (const SupplementItem &item : round.arrived) {
            if (!item.paper.isEmpty()) {
                take(item.paper, item.name, PaperKind::CitizenScan); // the journal does not say in which kind it came, so no better one is claimed
            }
        }
    }
    return held;
}

bool reusesPaper(const Dossier &dossier, const QString &paper)
{
    return std::any_of(dossier.papers.cbegin(), dossier.papers.cend(), [&paper](const DossierLine &line) {
        return line.what.value(u"details")[u"reused"].isObject() && (paper.isEmpty() || line.what.value(u"paper").toString() == paper);
    });
}

QString numberKey(const QString &number)
{
    QString kept;
    std::copy_if(number.cbegin(), number.cend(), std::back_inserter(kept), [](QChar c) { return c.isLetterOrNumber(); });
    return kept.toUpper();
}

QStringList numbersFor(const QMap<QString, QString> &roles, const FormDraft &answers)
{
    QStringList numbers;
    for (const QString &role : {ApplicantNumber, SubmitterNumber}) {
        const FieldValue answer = answers.value(roles.value(role));
        if (const QString number = answer.isGiven() ? numberKey(answer.text) : QString(); !number.isEmpty() && !numbers.contains(number)) {
            numbers.append(number);
        }
    }
    return numbers;
}

bool fits(const HeldPaper &held, const RequiredPaper &required)
{
    return held.paper == required.id && !required.declaration && required.provesIdentityOf.isEmpty() && (required.kinds.isEmpty() || required.kinds.contains(held.kind));
}

Paper usedAgain(Paper paper, const HeldPaper &held, const QString &note)
{
    paper.state = Paper::State::Met;
    paper.kind = held.kind;
    paper.reason.clear();
    paper.originalsHeld = 0; // none lies here
    for (PaperFile file : held.files) {
        const bool isThere = std::any_of(paper.files.cbegin(), paper.files.cend(), [&file](const PaperFile &one) { return one.digest == file.digest; });
        if (!isThere) {
            file.name.clear();
            file.reuse = PaperReuse{.dossier = held.dossier, .code = held.code, .receivedAtMs = held.receivedAtMs, .paper = held.paper, .kind = held.kind, .note = note};
            paper.files.append(file);
        }
    }
    return paper;
}

Paper givenBack(Paper paper)
{
    if (paper.files.removeIf(isReused) > 0 && paper.files.isEmpty() && paper.pages.isEmpty()) {
        paper.state = Paper::State::NotSeen;
        paper.kind = PaperKind::OriginalSeen;
    }
    return paper;
}

bool isUsedAgain(const Paper &paper)
{
    return std::any_of(paper.files.cbegin(), paper.files.cend(), isReused);
}

bool isHeldFor(const Dossier &dossier, const Dossier &source, const QString &attachment)
{
    const QString number = numberKey(source.role(ApplicantNumber).text);
    const bool isTheirs = !number.isEmpty()
        && (number == numberKey(dossier.role(ApplicantNumber).text) || number == numberKey(dossier.role(SubmitterNumber).text));
    const QList<HeldPaper> held = isTheirs ? heldPapers(source) : QList<HeldPaper>();
    return std::any_of(held.cbegin(), held.cend(), [&attachment](const HeldPaper &paper) {
        return std::any_of(paper.files.cbegin(), paper.files.cend(), [&attachment](const PaperFile &file) { return file.attachment == attachment; });
    });
}

} // namespace motcua

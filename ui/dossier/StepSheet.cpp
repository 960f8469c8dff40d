// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dossier/StepSheet.h"

#include "models/base/VietnamTime.h"
#include "models/catalogue/Procedure.h"
#include "ui/dossier/StepWords.h"

#include <QCoreApplication>

#include <algorithm>

namespace motcua {

namespace {

QString aboutLine(const Dossier &dossier)
{
    QStringList parts{dossier.code, dossier.procedureName(), dossier.role(QStringLiteral("applicant.name")).text};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

/** Those guards of the step that the officer may tick, whether they are owed or not. */
QList<Guard> confirmationsOf(const NextStep &next)
{
    QList<Guard> guards;
    std::copy_if(next.unmet.cbegin(), next.unmet.cend(), std::back_inserter(guards),
        [](const Guard &guard) { return guard.word == Guard::Word::Confirmed; });
    return guards;
}

QString paperWords(const Paper &paper)
{
    return paper.originalsHeld > 1 ? QStringLiteral("%1 × %2").arg(QString::number(paper.originalsHeld), paper.name) : paper.name;
}

} // namespace

QList<AskedPaper> askedPapers(const Procedure &procedure, const PaperSet &papers, const FormDraft &form, QDate day)
{
    QList<AskedPaper> asked;
    for (const RequiredPaper &required : procedure.papers) {
        const Paper paper = papers.paper(required.id);
        const bool isUnseen = paper.state == Paper::State::NotSeen;
        const bool isMissing = required.isNeeded(form, day) && (isUnseen || paper.state == Paper::State::NotMet || paper.state == Paper::State::ToFollow);
        asked.append({{.paper = required.id,
                          .name = required.name,
                          .reason = isMissing && isUnseen ? QCoreApplication::translate("StepSheet", "not handed in") : paper.reason,
                          .originals = required.originalsFor(form),
                          .copies = required.copiesFor(form)},
            isMissing});
    }
    return asked;
}

StepSheet stepSheet(const NextStep &next, const Dossier &dossier, const Procedure *procedure, const QList<SlipKind> &slips, bool prints, const QDateTime &now)
{
    StepSheet sheet;
    sheet.title = stepTitle(next.step.event);
    sheet.about = aboutLine(dossier);
    sheet.follows = stepFollows(next, slips, prints, now);
    if (const std::optional<Guard> hindrance = next.hindrance()) {
        sheet.hindrance = hindranceSentence(*hindrance);
    }
    sheet.wantReason = next.wantReason();
    for (const Guard &guard : std::as_const(sheet.wantReason)) {
        sheet.warnings.append(guardWarning(guard));
    }
    sheet.needsReason = next.step.needsReason;
    sheet.confirmations = confirmationsOf(next);
    for (const Paper &paper : originalsHeld(dossier)) {
        sheet.originals.append(paperWords(paper));
    }
    sheet.namesReceiver = std::any_of(sheet.confirmations.cbegin(), sheet.confirmations.cend(),
        [](const Guard &guard) { return guard.what == Confirmation::ReceiverIdentified; });
    sheet.applicant = dossier.role(QStringLiteral("applicant.name")).text;
    const QString submitter = dossier.role(QStringLiteral("submitter.name")).text;
    sheet.submitter = submitter == sheet.applicant ? QString() : submitter;
    const std::optional<Envelope> post = Envelope::fromJson(dossier.acceptance.value(u"post").toObject());
    sheet.isAnsweredByPost = post && post->answer == Envelope::Answer::ByPost;
    sheet.applicantNumber = dossier.role(QStringLiteral("applicant.number")).text;
    sheet.submitterNumber = dossier.role(QStringLiteral("submitter.number")).text;
    sheet.mayLackSlip = next.step.mayLackSlip();
    sheet.asks = next.step.asks();
    if (sheet.asks && procedure) {
        FormDraft form;
        for (auto field = dossier.fields.cbegin(); field != dossier.fields.cend(); ++field) {
            form.set(field.key(), dossier.field(field.key()));
        }
        const Result<PaperSet> papers = PaperSet::fromJson(dossier.acceptance.value(u"papers").toArray());
        sheet.papers = askedPapers(*procedure, papers ? *papers : PaperSet(), form, vietnamTime(dossier.receivedAtMs).date());
    }
    if (next.step.clock == ClockEffect::SupplementReceived) {
        for (const SupplementRound &round : dossier.supplementRounds()) {
            if (round.isOpen()) {
                sheet.awaited += round.asked;
            }
        }
    }
    sheet.promise = next.step.promise;
    if (dossier.dueAtMs() != 0) {
        sheet.promised = vietnamTime(dossier.dueAtMs());
    } else {
        sheet.promise = StatusStep::Promise::Never; // there is none to move
    }
    sheet.needsApprover = next.needsApprover;
    if (std::any_of(next.unmet.cbegin(), next.unmet.cend(), [](const Guard &guard) { return guard.word == Guard::Word::FeesCollected; })) {
        sheet.due = feeDue(dossier);
    }
    return sheet;
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/AcceptSummary.h"

#include "models/base/VietnamTime.h"
#include "ui/messages/FormWords.h"
#include "ui/messages/Language.h"
#include "ui/messages/PostWords.h"
#include "ui/messages/Sentence.h"
#include "ui/shell/ShownTime.h"
#include "ui/visit/FeeFacts.h"
#include "ui/visit/FeeWords.h"
#include "ui/visit/PaymentWords.h"

#include <QCoreApplication>

#include <algorithm>

namespace motcua {

namespace {

QString words(const char *english)
{
    return QCoreApplication::translate("AcceptSummary", english);
}

QString role(const AcceptFacts &facts, const QString &name)
{
    return facts.procedure.form().shown(facts.procedure.roles().value(name), facts.form);
}

/** Of who stands at the desk: the applicant, unless the form names somebody who came for them, as the slip has it. */
QString submitter(const AcceptFacts &facts, const QString &part)
{
    const bool another = !role(facts, QStringLiteral("submitter.name")).isEmpty();
    return role(facts, (another ? QStringLiteral("submitter.") : QStringLiteral("applicant.")) + part);
}

/** In which way it is known who stands at the desk, and why without a card; empty where nobody said. */
QString shownBy(const AcceptFacts &facts)
{
    const auto chosen = [&facts](const QString &part) {
        const QString path = facts.procedure.roles().value(facts.procedure.identity.of + part);
        const Field *field = facts.procedure.form().field(path);
        return field ? optionName(field->options, facts.form.text(path)) : QString();
    };
    const QString way = chosen(QStringLiteral(".shown"));
    const QString why = chosen(QStringLiteral(".shownReason"));
    return why.isEmpty() ? way : QStringLiteral("%1 (%2)").arg(way, why);
}

QString toFollow(const AcceptFacts &facts)
{
    QStringList names;
    for (const QString &path : facts.procedure.checker.view(facts.form, facts.now.date()).fields) {
        if (facts.form.value(path).state == FieldValue::State::ToFollow) {
            names.append(answerName(facts.procedure.form(), path));
        }
    }
    for (const Paper &paper : facts.papers.papers()) {
        if (paper.state == Paper::State::ToFollow) {
            names.append(paper.name);
        }
    }
    return names.join(QStringLiteral(", "));
}

QString feeLeft(const AcceptFacts &facts)
{
    return feeTotal(facts.fee, DossierFee{{}, facts.fee, facts.paidOnline}.due());
}

/** How the money comes, and of whom nobody said yet. */
void addPayment(const AcceptFacts &facts, AcceptSummary &made)
{
    const auto line = [&made](const QString &value) { made.follows.append({words(QT_TRANSLATE_NOOP("AcceptSummary", "Payment")), value}); };
    switch (facts.payment.state(facts.due)) {
    case Payment::State::NothingDue:
        return;
    case Payment::State::Later:
        line(whenWords(facts.payment.when));
        return;
    case Payment::State::Enough:
        line(words(QT_TRANSLATE_NOOP("AcceptSummary", "%1, received")).arg(meansWords(facts.payment.means)));
        return;
    case Payment::State::Unsaid:
        made.warnings.append(words(QT_TRANSLATE_NOOP("AcceptSummary",
            "Nobody said how the fee is paid. It will be written down as due and not as received. The step Fee settles it.")));
        return;
    case Payment::State::Short:
        made.warnings.append(words(QT_TRANSLATE_NOOP("AcceptSummary",
            "The citizen gave %1 too little. The fee will be written down as due and not as received. The step Fee settles it."))
                                 .arg(facts.payment.shortBy(facts.due).toString()));
        return;
    }
}

} // namespace

QString paperCount(const AcceptFacts &facts)
{
    int needed = 0;
    int met = 0;
    for (const RequiredPaper &paper : facts.procedure.papers) {
        const bool isMet = facts.papers.paper(paper.id).state == Paper::State::Met;
        needed += paper.isNeeded(facts.form, facts.now.date()) || isMet ? 1 : 0;
        met += isMet ? 1 : 0;
    }
    return QStringLiteral("%1/%2").arg(met).arg(needed);
}

AcceptSummary acceptSummary(const AcceptFacts &facts)
{
    AcceptSummary made;
    const Procedure &procedure = facts.procedure;
    made.recorded.append({words(QT_TRANSLATE_NOOP("AcceptSummary", "Procedure")),
        procedure.code + QStringLiteral(" · ") + Language::label(procedure.name, procedure.nameEn)});
    const QString organisation = role(facts, QStringLiteral("applicant.organisation"));
    const QString applicant = organisation.isEmpty() ? role(facts, QStringLiteral("applicant.name")).toUpper() : organisation;
    const QString came = submitter(facts, QStringLiteral("name")).toUpper();
    made.recorded.append({words(QT_TRANSLATE_NOOP("AcceptSummary", "Submitter")), came.isEmpty() ? QStringLiteral("—") : came});
    if (came != applicant) {
        made.recorded.append({words(QT_TRANSLATE_NOOP("AcceptSummary", "Applicant")), applicant});
    }
    if (const QString number = role(facts, QStringLiteral("applicant.number")); !number.isEmpty()) {
        made.recorded.append({words(QT_TRANSLATE_NOOP("AcceptSummary", "Personal number")), number});
    }
    if (const QString shown = shownBy(facts); !shown.isEmpty()) {
        made.recorded.append({words(QT_TRANSLATE_NOOP("AcceptSummary", "Identity shown by")), shown});
    }
    if (!facts.card.words.isEmpty()) {
        made.recorded.append({words(QT_TRANSLATE_NOOP("AcceptSummary", "Card")), facts.card.text()});
    }
    if (const QString subject = role(facts, QStringLiteral("subject.name")); !subject.isEmpty()) {
        made.recorded.append({words(QT_TRANSLATE_NOOP("AcceptSummary", "On the record")),
            subject.toUpper() + QStringLiteral(" · ") + role(facts, QStringLiteral("subject.birth"))});
    }
    if (facts.envelope) {
        made.recorded.append({words(QT_TRANSLATE_NOOP("AcceptSummary", "Came by post")), envelopeWords(*facts.envelope)});
    }
    if (facts.paper) {
        made.recorded.append({words(QT_TRANSLATE_NOOP("AcceptSummary", "Provisional slip")), facts.paper->number + QStringLiteral(" · ") + shownMoment(vietnamTime(facts.paper->atMs))});
    }
    const int files = facts.papers.files();
    const QString beside = files > 0 ? QStringLiteral(" · ") + QCoreApplication::translate("AcceptSummary", "%n file(s)", nullptr, files) : QString();
    made.recorded.append({words(QT_TRANSLATE_NOOP("AcceptSummary", "Papers")), paperCount(facts) + beside});
    if (const QString sheet = facts.declaration.isPrintedHere ? sheetWords(facts.declaration) : QString(); !sheet.isEmpty()) {
        made.recorded.append({words(QT_TRANSLATE_NOOP("AcceptSummary", "Declaration")), sheet});
    }
    if (facts.papers.originalsHeld() > 0) {
        made.recorded.append({words(QT_TRANSLATE_NOOP("AcceptSummary", "Originals held")), QString::number(facts.papers.originalsHeld())});
    }
    made.recorded.append({words(QT_TRANSLATE_NOOP("AcceptSummary", "Complete at")), shownMoment(facts.now)});
    made.recorded.append({words(QT_TRANSLATE_NOOP("AcceptSummary", "Result")),
        facts.promise ? shownPromise(facts.promise->dueAt, facts.now) : QStringLiteral("—")});
    made.grounds = facts.limit.longer;
    made.longer = facts.longer;
    if (const LongerTerm *ground = facts.longer ? facts.limit.longerTerm(facts.longer->ground) : nullptr) {
        made.recorded.append({words(QT_TRANSLATE_NOOP("AcceptSummary", "Later than the limit")),
            QCoreApplication::translate("AcceptSummary", "%n working day(s) more · %1", nullptr, facts.longer->days)
                .arg(Language::label(ground->text, ground->textEn))});
    }

    made.dossiers = 1 + static_cast<int>(facts.beside.size());
    if (const FormSection *own = procedure.form().section(procedure.roles().value(QStringLiteral("own.name")).section(u'[', 0, 0)); own && own->repeats) {
        made.another = rowWords(*own);
    }
    if (!facts.beside.isEmpty()) {
        made.recorded.append({words(QT_TRANSLATE_NOOP("AcceptSummary", "And with it")), facts.beside.join(u'\n')});
    }
    if (!facts.besideLeft.isEmpty()) {
        made.notes.append(words(QT_TRANSLATE_NOOP("AcceptSummary", "Not complete yet, so not accepted now: %1. It stays begun and follows."))
                              .arg(facts.besideLeft.join(QStringLiteral("; "))));
    }

    made.follows.append({words(QT_TRANSLATE_NOOP("AcceptSummary", "Code")), words(QT_TRANSLATE_NOOP("AcceptSummary", "the next number of this desk"))});
    for (const FeeLine &line : facts.fee.lines) {
        made.follows.append({line.text, feeWorking(line)});
    }
    if (facts.paidOnline > Money{}) {
        made.follows.append({words(QT_TRANSLATE_NOOP("AcceptSummary", "Paid online")), facts.paidOnline.toString()});
    }
    made.follows.append({words(QT_TRANSLATE_NOOP("AcceptSummary", "To pay")), feeLeft(facts)});
    addPayment(facts, made);
    made.follows.append({words(QT_TRANSLATE_NOOP("AcceptSummary", "Acceptance slip")),
        facts.printer.isEmpty() ? words(QT_TRANSLATE_NOOP("AcceptSummary", "kept, not printed: no printer here"))
                                : words(QT_TRANSLATE_NOOP("AcceptSummary", "printed on %1")).arg(facts.printer)});
    const QString later = toFollow(facts);
    made.notes.append(words(QT_TRANSLATE_NOOP("AcceptSummary", "To follow: %1."))
                          .arg(later.isEmpty() ? words(QT_TRANSLATE_NOOP("AcceptSummary", "nothing")) : later));
    if (!facts.unanswered.isEmpty()) {
        QStringList names;
        for (const QString &path : facts.unanswered) {
            names.append(answerName(procedure.form(), path));
        }
        made.notes.append(words(QT_TRANSLATE_NOOP("AcceptSummary", "Not answered and not required: %1.")).arg(names.join(QStringLiteral(", "))));
    }
    if (facts.promise && facts.promise->provisional) {
        made.notes.append(words(QT_TRANSLATE_NOOP("AcceptSummary", "The calendar of that time is not final yet; the day of the result may still move.")));
    }
    if (!facts.similar.isEmpty()) {
        made.warnings.append(similarSentence(facts.similar));
    }
    if (const QString outOfDate = declarationWarning(facts.declaration); !outOfDate.isEmpty()) {
        made.warnings.append(outOfDate);
    }
    made.warnings.append(sentences(procedure, facts.warnings));
    made.missing = sentences(procedure, facts.missing);
    return made;
}

VisitFacts visitFacts(const AcceptFacts &facts)
{
    VisitFacts shown;
    shown.person = submitter(facts, QStringLiteral("name")).toUpper();
    QStringList proof{submitter(facts, QStringLiteral("number")), facts.card.words.isEmpty() ? QString() : facts.card.text(), shownBy(facts)};
    if (facts.envelope) {
        proof.append(words(QT_TRANSLATE_NOOP("AcceptSummary", "by post: %1")).arg(envelopeNumber(*facts.envelope)));
    }
    proof.removeAll(QString());
    shown.proof = proof.join(u'\n');
    shown.dossier = Language::label(facts.procedure.name, facts.procedure.nameEn);
    const int missing = static_cast<int>(facts.missing.size());
    shown.missing = missing == 0 ? QStringLiteral("✔ ") + words(QT_TRANSLATE_NOOP("AcceptSummary", "complete"))
                                 : QStringLiteral("○ ") + QCoreApplication::translate("AcceptSummary", "%n still missing", nullptr, missing);
    shown.promise = facts.promise ? shownPromise(facts.promise->dueAt, facts.now) : QString();
    shown.promiseNote = facts.promise && facts.promise->provisional ? words(QT_TRANSLATE_NOOP("AcceptSummary", "calendar not final yet")) : QString();
    shown.fee = feeLeft(facts);
    return shown;
}

QString similarWords(const QString &code, const QDate &received)
{
    return words(QT_TRANSLATE_NOOP("AcceptSummary", "%1, received %2")).arg(code, shownDate(received));
}

QString similarSentence(const QStringList &similar)
{
    return words(QT_TRANSLATE_NOOP("AcceptSummary",
        "This person has this procedure here already: %1. Nothing was changed. Ask whether it is another matter; F2 finds it."))
        .arg(similar.join(QStringLiteral("; ")));
}

QStringList sentences(const Procedure &procedure, const QList<Violation> &violations)
{
    QStringList said;
    for (const Violation &one : violations) {
        const RequiredPaper *paper = procedure.paper(one.field);
        const bool isPaper = paper && !procedure.form().field(one.field);
        said.append(sentence(one, isPaper ? paper->name : answerName(procedure.form(), one.field)));
    }
    return said;
}

} // namespace motcua

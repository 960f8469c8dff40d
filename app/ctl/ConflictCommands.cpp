// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "app/storage/DossierQueries.h"
#include "app/workflows/ConflictCase.h"
#include "models/base/VietnamTime.h"
#include "models/form/Typed.h"
#include "ui/messages/FormWords.h"
#include "ui/messages/Sentence.h"

#include <QJsonArray>

#include <algorithm>

namespace motcua::ctl {

namespace {

constexpr int DefaultRows = 50;
constexpr int MostRows = 1'000;

QString sideName(ConflictCase::Side side)
{
    switch (side) {
    case ConflictCase::Side::Here:
        return QStringLiteral("mine");
    case ConflictCase::Side::Portal:
        return QStringLiteral("portal");
    case ConflictCase::Side::Elsewhere:
        break;
    }
    return QStringLiteral("desk");
}

/** A value as it is stored: the number of a status, a promise as ISO 8601, the normal form of an answer; the kinds of empty in words. */
QString stored(const Dispute &dispute, const QJsonValue &value)
{
    if (dispute.about == Dispute::About::Status) {
        return value.isDouble() ? QString::number(value.toInt()) : QString();
    }
    if (dispute.about == Dispute::About::Promise) {
        return value.toString();
    }
    return dispute.answer(value).text;
}

QString shownValue(const ConflictDecision::Question &question, const QJsonValue &value)
{
    if (question.about.about == Dispute::About::Answer) {
        const FieldValue answer = question.about.answer(value);
        switch (answer.state) {
        case FieldValue::State::NotAsked:
            return QStringLiteral("(no answer)");
        case FieldValue::State::ToFollow:
            return QStringLiteral("(to follow)");
        case FieldValue::State::DeclaredAbsent:
            return QStringLiteral("(declared absent) %1").arg(answer.text).trimmed();
        case FieldValue::State::Given:
            return question.field ? shown(*question.field, answer.text) : answer.text;
        }
    }
    const QString text = stored(question.about, value);
    return text.isEmpty() ? QStringLiteral("(not known here)") : text;
}

QString label(const ConflictCase &found, const ConflictDecision::Question &question)
{
    const FormChecker &form = found.decision.form();
    return question.about.about == Dispute::About::Answer && !form.isNull() ? answerName(form.schema(), question.about.path) : QString();
}

QJsonObject voiceJson(const ConflictCase &found, const ConflictDecision::Question &question, const Voice &voice)
{
    return {{QStringLiteral("side"), sideName(found.sideOf(voice))}, {QStringLiteral("value"), stored(question.about, voice.value)},
        {QStringLiteral("shown"), shownValue(question, voice.value)}, {QStringLiteral("person"), found.personOf(voice)},
        {QStringLiteral("desk"), QString::fromUtf8(voice.desk)}, {QStringLiteral("at"), vietnamTime(voice.writtenMs).toString(Qt::ISODate)},
        {QStringLiteral("origin"), voice.entry.origin.toString()}, {QStringLiteral("seq"), static_cast<qint64>(voice.entry.seq)}};
}

QJsonObject caseJson(const ConflictCase &found)
{
    QJsonArray questions;
    for (const ConflictDecision::Question &question : found.decision.questions()) {
        QJsonArray voices;
        for (const Voice &voice : question.about.voices) {
            voices.append(voiceJson(found, question, voice));
        }
        const QJsonValue &common = question.about.common;
        questions.append(QJsonObject{{QStringLiteral("id"), question.about.name()}, {QStringLiteral("label"), label(found, question)},
            {QStringLiteral("common"), common.isUndefined() ? QJsonValue() : QJsonValue(stored(question.about, common))},
            {QStringLiteral("needsSupervisor"), question.needsSupervisor()}, {QStringLiteral("follows"), question.follows},
            {QStringLiteral("mayDecide"), found.mayDecide(question)}, {QStringLiteral("voices"), voices}});
    }
    return {{QStringLiteral("id"), found.dossier().id.toString()}, {QStringLiteral("code"), found.dossier().code}, {QStringLiteral("conflicts"), questions}};
}

void say(Context &context, const ConflictCase &found)
{
    Terminal &out = context.terminal();
    out.say(QStringLiteral("%1  %2").arg(found.dossier().code, found.dossier().role(QStringLiteral("applicant.name")).text));
    for (const ConflictDecision::Question &question : found.decision.questions()) {
        const QString note = question.follows ? QStringLiteral("  (follows from others)") : question.needsSupervisor() ? QStringLiteral("  (a supervisor decides)") : QString();
        const QString name = label(found, question);
        out.say(QStringLiteral("  %1%2%3").arg(question.about.name(), name.isEmpty() ? QString() : QStringLiteral("  ") + name, note));
        for (const Voice &voice : question.about.voices) {
            out.say(QStringLiteral("    %1 %2  %3 %4")
                        .arg(sideName(found.sideOf(voice)).leftJustified(6), shownValue(question, voice.value), found.personOf(voice),
                            QStringLiteral("%1 %2").arg(QString::fromUtf8(voice.desk), vietnamTime(voice.writtenMs).toString(Qt::ISODate))));
        }
    }
}

int list(Context &context)
{
    const Result<Workplace> place = context.enter();
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const QString wanted = context.options().value(QStringLiteral("limit"));
    const int limit = wanted.isEmpty() ? DefaultRows : std::clamp(wanted.toInt(), 1, MostRows);
    const Result<storage::WorklistPage::Page> page
        = place->store.ask(storage::WorklistPage{.list = storage::WorklistPage::List::InConflict, .limit = limit}).result();
    if (!page) {
        return context.terminal().fail(page.error());
    }
    QJsonArray dossiers;
    for (const storage::DossierSummary &row : page->rows) {
        const Result<ConflictCase> found = ConflictCase::of(*place, row.id);
        if (!found) {
            return context.terminal().fail(found.error());
        }
        say(context, *found);
        dossiers.append(caseJson(*found));
    }
    context.terminal().say(page->count == 0 ? QStringLiteral("Nothing is in conflict.") : QStringLiteral("%1 dossiers in conflict").arg(page->count));
    context.terminal().answer({{QStringLiteral("count"), page->count}, {QStringLiteral("dossiers"), dossiers}});
    return Done;
}

/** `text`, as --field gives it, chosen for a question; the reason when it cannot be. */
QString choose(ConflictDecision &decision, int index, const QString &text)
{
    const ConflictDecision::Question &question = decision.questions().at(index);
    const QList<Voice> &voices = question.about.voices;
    const auto isIt = [&](const Voice &voice) { return !voice.value.isNull() && stored(question.about, voice.value) == text; };
    const auto found = std::find_if(voices.cbegin(), voices.cend(), isIt);
    if (question.follows) {
        return QStringLiteral("%1 follows from other answers and is decided with them.").arg(question.about.name());
    }
    if (found != voices.cend()) {
        decision.keep(index, static_cast<int>(found - voices.cbegin()));
        return {};
    }
    if (!question.isTypeable()) {
        return QStringLiteral("%1 can only be what one of the sides says: \"motcua-ctl conflicts list --json\" tells.").arg(question.about.name());
    }
    decision.say(index, FieldValue::given(normalised(*question.field, text, decision.day())));
    return {};
}

/** Keeps one side in everything that has no choice yet; the reason when it is not clear whose word that is. */
QString keepSide(const ConflictCase &found, ConflictDecision &decision, bool mine)
{
    for (int index = 0; index < decision.questions().size(); ++index) {
        const ConflictDecision::Question &question = decision.questions().at(index);
        if (question.follows || decision.kept(index) || decision.said(index)) {
            continue;
        }
        QList<int> places;
        for (int place = 0; place < question.about.voices.size(); ++place) {
            if ((found.sideOf(question.about.voices.at(place)) == ConflictCase::Side::Here) == mine) {
                places.append(place);
            }
        }
        if (places.size() != 1) {
            return QStringLiteral("%1: %2 voices are %3, so it is not clear which to keep. Name it with --field %1=VALUE.")
                .arg(question.about.name(), QString::number(places.size()), mine ? QStringLiteral("of this desk") : QStringLiteral("of others"));
        }
        decision.keep(index, places.constFirst());
        if (!decision.kept(index)) {
            return QStringLiteral("%1: what that side says is not here yet. Keep the other, or wait.").arg(question.about.name());
        }
    }
    return {};
}

int usage(Context &context)
{
    context.terminal().explain(QStringLiteral("motcua-ctl conflicts resolve CODE --field ID=VALUE … | --keep mine|theirs [--reason TEXT] --person NAME"));
    return Usage;
}

int resolve(Context &context)
{
    const QStringList fields = context.options().values(QStringLiteral("field"));
    const QString keep = context.options().value(QStringLiteral("keep"));
    const bool isKeep = keep == u"mine" || keep == u"theirs";
    const bool isField = std::all_of(fields.cbegin(), fields.cend(), [](const QString &one) { return one.indexOf(u'=') > 0; });
    if (context.words().size() != 1 || !isField || (fields.isEmpty() && !isKeep) || (!keep.isEmpty() && !isKeep)) {
        return usage(context);
    }
    Terminal &out = context.terminal();
    const Result<Workplace> place = context.enter();
    if (!place) {
        return out.fail(place.error());
    }
    const Result<std::optional<Dossier>> dossier = place->store.ask(storage::DossierByCode{context.words().constFirst()}).result();
    if (!dossier || !*dossier) {
        return out.fail(dossier ? Error{ErrorCode::NotFound, context.words().constFirst()} : dossier.error());
    }
    const Result<ConflictCase> found = ConflictCase::of(*place, (*dossier)->id);
    if (!found) {
        return out.fail(found.error());
    }
    ConflictDecision decision = found->decision;
    if (decision.questions().isEmpty()) {
        return out.fail({ErrorCode::Refused, QStringLiteral("nothing is in conflict")}, QStringLiteral("Nothing is in conflict about this dossier. Nothing was recorded."));
    }
    for (const QString &one : fields) {
        const QString name = one.section(u'=', 0, 0);
        const QList<ConflictDecision::Question> &questions = decision.questions();
        const auto asked = std::find_if(questions.cbegin(), questions.cend(), [&name](const ConflictDecision::Question &each) { return each.about.name() == name; });
        if (asked == questions.cend()) {
            out.fail({ErrorCode::Invalid, name}, QStringLiteral("%1 is not in conflict about this dossier. Nothing was recorded.").arg(name));
            return BadInput;
        }
        if (const QString why = choose(decision, static_cast<int>(asked - questions.cbegin()), one.section(u'=', 1)); !why.isEmpty()) {
            out.fail({ErrorCode::Invalid, name}, why + QStringLiteral(" Nothing was recorded."));
            return BadInput;
        }
    }
    if (isKeep) {
        if (const QString why = keepSide(*found, decision, keep == u"mine"); !why.isEmpty()) {
            out.fail({ErrorCode::Invalid, keep}, why + QStringLiteral(" Nothing was recorded."));
            return BadInput;
        }
    }
    if (const QList<Violation> wrong = decision.violations(); !wrong.isEmpty()) {
        const Violation &first = wrong.constFirst();
        out.fail({ErrorCode::Invalid, first.field}, sentence(first, answerName(decision.form().schema(), first.field)) + QStringLiteral(" Nothing was recorded."));
        return BadInput;
    }
    Act act = place->act((*dossier)->id, decision.act(context.options().value(QStringLiteral("reason"))));
    act.expectedBasis = found->dossier().ownHeads;
    const Result<storage::Recorded> recorded = place->store.record(act).result();
    if (!recorded && recorded.error().code == ErrorCode::NotAllowed) {
        return out.fail(recorded.error(),
            found->mayCorrect ? QStringLiteral("Status, promise and money are decided by a supervisor. Nothing was recorded. Name the other answers with --field to decide those.")
                              : QStringLiteral("This person may not decide what is in conflict. Nothing was recorded."));
    }
    if (!recorded && recorded.error().code == ErrorCode::Refused) {
        return out.fail(recorded.error(), QStringLiteral("Something was written about the dossier meanwhile. Nothing was recorded. Look again with \"motcua-ctl conflicts list\"."));
    }
    if (!recorded) {
        return out.fail(recorded.error());
    }
    const Result<ConflictCase> left = ConflictCase::of(*place, (*dossier)->id);
    const qsizetype open = left ? left->decision.questions().size() : 0;
    out.say(QStringLiteral("Decided; %1 left in conflict.").arg(open));
    out.answer({{QStringLiteral("code"), (*dossier)->code}, {QStringLiteral("decided"), decision.questions().size() - open}, {QStringLiteral("left"), open}});
    return Done;
}

} // namespace

QList<Command> conflictCommands()
{
    return {
        {QStringLiteral("conflicts list"), QStringLiteral("[--limit N]"), QStringLiteral("dossiers about which desks contradict each other: who wrote what, and when"), list},
        {QStringLiteral("conflicts resolve"), QStringLiteral("CODE --field ID=VALUE … | --keep mine|theirs [--reason TEXT]"),
            QStringLiteral("decide them, all in one entry; ID is status, dueAt or an answer as \"conflicts list\" names it"), resolve},
    };
}

} // namespace motcua::ctl

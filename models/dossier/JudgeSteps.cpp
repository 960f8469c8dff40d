// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/Channel.h"
#include "models/base/Text.h"
#include "models/base/VietnamTime.h"
#include "models/dossier/GuardCheck.h"
#include "models/dossier/Judge.h"
#include "models/dossier/NextStep.h"
#include "models/journal/Kind.h"

#include <algorithm>

namespace motcua {

using namespace journal;

namespace {

QStringList textsOf(const QList<SupplementItem> &items)
{
    QStringList texts;
    for (const SupplementItem &item : items) {
        texts << item.name << item.reason;
    }
    return texts;
}

QList<SupplementItem> tidied(QList<SupplementItem> items)
{
    for (SupplementItem &item : items) {
        item.name = text::tidy(item.name);
        item.reason = text::tidy(item.reason);
    }
    return items;
}

bool areMeaningful(const QList<SupplementItem> &items)
{
    return std::all_of(items.cbegin(), items.cend(), [](const SupplementItem &item) { return item.isMeaningful(); });
}

Error unmet(const Guard &guard)
{
    const auto error = [&guard](ErrorCode code) { return Error{code, guard.name()}; };
    switch (guard.word) {
    case Guard::Word::OnlyBy:
        return error(ErrorCode::Refused);
    case Guard::Word::AtMostOnce:
        return error(ErrorCode::StepTakenBefore);
    case Guard::Word::WithinWorkingDaysOfReceipt:
    case Guard::Word::DaysBeforeDue:
    case Guard::Word::SameDayAsReceipt:
        return error(ErrorCode::StepTooLate);
    case Guard::Word::SecondPerson:
        return error(ErrorCode::SecondPersonMissing);
    case Guard::Word::AsksForSomething:
        return error(ErrorCode::NothingAskedFor);
    case Guard::Word::AnswerTimeIsOver:
    case Guard::Word::FeesCollected:
    case Guard::Word::Confirmed:
        return error(ErrorCode::NotConfirmed);
    }
    return error(ErrorCode::Refused);
}

} // namespace

QString Judge::spoken(const QString &text)
{
    return text.normalized(QString::NormalizationForm_C).trimmed();
}

std::optional<Error> Judge::unreadable(const QStringList &texts)
{
    for (const QString &text : texts) {
        const QList<uint> characters = text.toUcs4();
        const bool bad = std::any_of(characters.cbegin(), characters.cend(), [](uint c) {
            const QChar::Category category = QChar::category(c);
            const bool isLine = c == u'\n' || c == u'\t';
            return (category == QChar::Other_Control && !isLine) || category == QChar::Other_Format || category == QChar::Other_Surrogate
                || category == QChar::Other_PrivateUse || category == QChar::Other_NotAssigned;
        });
        if (bad) {
            return invalid("a text holds characters that nobody sees or that turn its direction");
        }
    }
    return {};
}

std::optional<Error> Judge::untimely() const
{
    if (m_act.receiptMs && *m_act.receiptMs > m_now.nowMs + ClockToleranceMs) {
        return refused("it counts from a moment that lies in the future");
    }
    if (!m_act.receiptMs || !m_now.dossier) {
        return {};
    }
    const QList<DossierEvent> &events = m_now.dossier->events;
    const auto later = std::max_element(events.cbegin(), events.cend(),
        [](const DossierEvent &one, const DossierEvent &other) { return one.atMs < other.atMs; });
    const qint64 lastMs = std::max(m_now.dossier->receivedAtMs, later == events.cend() ? 0 : later->atMs);
    if (*m_act.receiptMs < lastMs - ClockToleranceMs) {
        return refused("it counts from a moment before what has happened to the dossier since");
    }
    // What was decided in time and is written down late is no less lawful, but the day is then only somebody's word: it takes two.
    if (m_act.actor.kind == Actor::Kind::Person && *m_act.receiptMs < m_now.nowMs - ClockToleranceMs && !isApproved()) {
        return Error{ErrorCode::SecondPersonMissing, QStringLiteral("it counts from an earlier moment")};
    }
    return {};
}

qint64 Judge::countedMs() const
{
    return std::min(receiptMs(m_act, m_now.nowMs), m_now.nowMs);
}

Result<StatusStep> Judge::chosenStep(const StepDossier &what) const
{
    const std::optional<DossierStatus> from = m_now.dossier->status.status;
    if (!from) {
        return refused("nobody knows where the dossier stands");
    }
    if (!what.event.isEmpty()) {
        const std::optional<StatusStep> step = m_now.table.step(from, what.event);
        if (!step) {
            return refused("no lawful step leads there");
        }
        if (what.to && *what.to != step->to) {
            return invalid("the event leads elsewhere");
        }
        return *step;
    }
    if (!what.to) {
        return invalid("a step has an event");
    }
    const QList<StatusStep> steps = m_now.table.stepsBetween(from, *what.to);
    if (steps.isEmpty()) {
        return refused("no lawful step leads there");
    }
    if (steps.size() > 1) {
        return invalid("several events lead there, and none is named");
    }
    return steps.constFirst();
}

std::optional<Error> Judge::wrongPromise(const StatusStep &step, const StepDossier &what) const
{
    const auto wrong = [](const char *why) { return Error{ErrorCode::PromiseWrong, QString::fromLatin1(why)}; };
    if (what.dueAtMs == 0) {
        return step.promise == StatusStep::Promise::Must ? std::optional(wrong("a new date is missing")) : std::nullopt;
    }
    if (step.promise == StatusStep::Promise::Never) {
        return wrong("this step gives no new date");
    }
    if (m_now.dossier->due.isInConflict()) {
        return refused("the promise is in conflict, which must be resolved first");
    }
    if (what.dueAtMs <= countedMs() || (step.promise == StatusStep::Promise::Must && what.dueAtMs <= m_now.dossier->dueAtMs())) {
        return wrong("the new date is not later");
    }
    return {};
}

std::optional<Error> Judge::wrongSupplement(const StatusStep &step, const StepDossier &what) const
{
    if (!areMeaningful(what.asked) || !areMeaningful(what.arrived)) {
        return invalid("a supplement says what is meant");
    }
    if ((!step.asks() && (!what.asked.isEmpty() || what.answerByMs != 0))
        || (step.clock != ClockEffect::SupplementReceived && !what.arrived.isEmpty())) {
        return invalid("this step neither asks for supplements nor brings them");
    }
    if (what.answerByMs != 0 && what.answerByMs <= countedMs()) {
        return invalid("the time to answer is over already");
    }
    return {};
}

std::optional<Error> Judge::wrongReceiver(const StatusStep &step, const StepDossier &what)
{
    if (!what.receiver) {
        return {};
    }
    const bool isTakenAway = std::any_of(step.guards.cbegin(), step.guards.cend(),
        [](const Guard &guard) { return guard.word == Guard::Word::Confirmed && guard.what == Confirmation::ReceiverIdentified; });
    if (!isTakenAway) {
        return invalid("nobody takes anything away with this step");
    }
    if (!what.receiver->isComplete()) {
        return invalid("who takes a result away for another has a name and an authority, and what is posted a number");
    }
    return {};
}

std::optional<Error> Judge::wrongLoss(const StatusStep &step, const StepDossier &what) const
{
    if (!what.slipLost) {
        return {};
    }
    if (!step.mayLackSlip() || what.confirmed.contains(Confirmation::SlipWithdrawn) || !hasReceipt(m_now.dossier.value_or(Dossier()), m_now.table)) {
        return invalid("what is taken back, was never handed out or is not asked for is not lost");
    }
    // The slip would have told that they are who may have it: without it their paper has to.
    if (!what.receiver || !what.receiver->shown.proves) {
        return Error{ErrorCode::NotConfirmed, QStringLiteral("receiver.shown")};
    }
    return {};
}

Result<QJsonObject> Judge::stepPayload(const StatusStep &step, StepAct act, const StepDossier &what) const
{
    const bool isSystems = m_act.actor.kind == Actor::Kind::Device && step.actors.contains(StatusStep::Actor::System);
    if (!isSystems && !may(step.rights)) {
        return notAllowed();
    }
    const bool reasonMissing = step.needsReason && isBlank(what.reason);
    for (const std::optional<Error> &error : {untimely(), reasonMissing ? std::optional(invalid("this step needs a reason")) : std::nullopt,
             unreadable(QStringList{what.reason, what.overrideReason} + textsOf(what.asked) + textsOf(what.arrived)
                 + (what.receiver ? what.receiver->texts() : QStringList())),
             wrongPromise(step, what), wrongSupplement(step, what), wrongReceiver(step, what), wrongLoss(step, what)}) {
        if (error) {
            return *error;
        }
    }
    const Dossier dossier = m_now.dossier.value_or(Dossier());
    const QList<Guard> guards = unmetGuards(step,
        {.dossier = dossier,
            .calendar = m_now.calendar,
            .nowMs = countedMs(),
            .act = act,
            .hasSecondPerson = isApproved(),
            .hasReceipt = hasReceipt(dossier, m_now.table),
            .isAsking = !what.asked.isEmpty(),
            .confirmed = what.confirmed,
            .isPosted = what.receiver && what.receiver->who == Receiver::Who::Post,
            .isSlipLost = what.slipLost.has_value()});
    QStringList overridden;
    for (const Guard &guard : guards) {
        if (!guard.soft) {
            return unmet(guard);
        }
        overridden.append(guard.name());
    }
    if (!overridden.isEmpty() && isBlank(what.overrideReason)) {
        return Error{ErrorCode::RuleNeedsReason, overridden.join(QStringLiteral(", "))};
    }
    QJsonObject payload{{u"event"_qs, step.event}, {u"from"_qs, statusCode(*step.from)}, {u"to"_qs, statusCode(step.to)}};
    if (!isBlank(what.reason)) {
        payload.insert(u"reason", spoken(what.reason));
    }
    if (const qint64 dueAtMs = what.dueAtMs != 0 || !m_now.dossier ? what.dueAtMs : promiseAfter(step, dossier, m_now.calendar, countedMs());
        dueAtMs != 0) {
        payload.insert(u"dueAt", isoTime(dueAtMs));
    }
    if (!what.asked.isEmpty()) {
        payload.insert(u"asked", supplementToJson(tidied(what.asked)));
    }
    if (what.answerByMs != 0) {
        payload.insert(u"answerBy", isoTime(what.answerByMs));
    }
    if (!what.arrived.isEmpty()) {
        payload.insert(u"arrived", supplementToJson(tidied(what.arrived)));
    }
    if (!what.confirmed.isEmpty()) {
        QStringList names;
        std::transform(what.confirmed.cbegin(), what.confirmed.cend(), std::back_inserter(names), confirmationName);
        names.removeDuplicates();
        payload.insert(u"confirmed", QJsonArray::fromStringList(names));
    }
    if (what.receiver) {
        payload.insert(u"receiver", what.receiver->toJson());
    }
    if (what.slipLost) {
        payload.insert(u"slipLost", what.slipLost->toJson());
    }
    if (!overridden.isEmpty()) {
        payload.insert(u"softGuards", QJsonArray::fromStringList(overridden));
        payload.insert(u"overrideReason", spoken(what.overrideReason));
    }
    return payload;
}

Judge::Drafts Judge::operator()(const StepDossier &what) const
{
    // Which right a step asks for is known once it is found; whoever may take none hears of nothing.
    const bool isDevice = m_act.actor.kind == Actor::Kind::Device;
    if (!isDevice && !may({Right::AcceptDossier, Right::StepDossier, Right::HandOver, Right::CashHandling})) {
        return notAllowed();
    }
    if (const auto error = unfit()) {
        return *error;
    }
    if (m_now.dossier->status.isInConflict()) {
        return refused("the status is in conflict, which must be resolved first");
    }
    const Result<StatusStep> step = chosenStep(what);
    if (!step) {
        return isDevice ? notAllowed() : step.error();
    }
    const Result<QJsonObject> payload = stepPayload(*step, StepAct::Step, what);
    if (!payload) {
        return payload.error();
    }
    return draft(kind::DossierStepped, *payload);
}

Judge::Drafts Judge::operator()(const TurnAway &what) const
{
    if (!may({Right::AcceptDossier})) {
        return notAllowed();
    }
    const std::optional<Dossier> &dossier = m_now.dossier;
    if (dossier ? !dossier->isRegisteredOnly() || dossier->purged : !m_now.heads.isEmpty()) {
        return refused("the dossier exists already");
    }
    if (!m_now.unit.isConfigured()) {
        return Error{ErrorCode::UnitMissing, QStringLiteral("unit and desk are not configured")};
    }
    if (isBlank(what.procedure) || isBlank(what.procedureName) || what.channel < channel::Direct || what.channel > channel::Post) {
        return invalid("somebody is turned away with a procedure and by a channel");
    }
    if (what.post && !what.post->faults(vietnamTime(m_now.nowMs).date()).isEmpty()) {
        return invalid("an envelope has a number or none, a day and something in it");
    }
    const auto step = m_now.table.step(DossierStatus::Registered, what.refused ? event::Refuse : event::ReturnIncomplete);
    if (!step) {
        return refused("the table knows no such step");
    }
    StepDossier said;
    said.reason = what.reason;
    said.asked = what.asked;
    said.overrideReason = what.overrideReason;
    Result<QJsonObject> payload = stepPayload(*step, StepAct::TurnAway, said);
    if (!payload) {
        return payload.error();
    }
    QJsonObject roles;
    for (auto it = what.roles.cbegin(); it != what.roles.cend(); ++it) {
        roles.insert(it.key(), it.value());
    }
    const QJsonObject facts{{u"procedure"_qs, what.procedure}, {u"procedureName"_qs, what.procedureName}, {u"edition"_qs, what.edition},
        {u"channel"_qs, what.channel}, {u"roles"_qs, roles}, {u"fields"_qs, what.fields.toJson()},
        {u"unit"_qs, m_now.unit.organisationCode}, {u"unitName"_qs, m_now.unit.unitName}, {u"desk"_qs, m_now.unit.deskNumber}};
    for (auto it = facts.constBegin(); it != facts.constEnd(); ++it) {
        (*payload).insert(it.key(), it.value());
    }
    if (what.post) {
        (*payload).insert(u"post", what.post->toJson());
    }
    return draft(kind::DossierTurnedAway, *payload);
}

Judge::Drafts Judge::operator()(const CancelAcceptance &what) const
{
    if (!may({Right::AcceptDossier})) {
        return notAllowed();
    }
    if (const auto error = unfit()) {
        return *error;
    }
    if (m_now.dossier->status.isInConflict()) {
        return refused("the status is in conflict, which must be resolved first");
    }
    if (what.replacedBy == m_act.subject) {
        return invalid("a dossier does not replace itself");
    }
    // It is taken back in the register and nowhere else, so no earlier moment can be meant.
    if (countedMs() < m_now.nowMs - ClockToleranceMs) {
        return refused("an acceptance is taken back when it is written down");
    }
    StepDossier said;
    said.event = event::CancelAcceptance;
    said.reason = what.reason;
    said.confirmed = what.confirmed;
    said.overrideReason = what.overrideReason;
    const Result<StatusStep> step = chosenStep(said);
    if (!step) {
        return step.error();
    }
    Result<QJsonObject> payload = stepPayload(*step, StepAct::CancelAcceptance, said);
    if (!payload) {
        return payload.error();
    }
    (*payload).insert(u"code", m_now.dossier->code);
    if (!what.replacedBy.isNull()) {
        (*payload).insert(u"replacedBy", what.replacedBy.toString());
    }
    return draft(kind::DossierCancelled, *payload);
}

Judge::Drafts Judge::operator()(const ConsultBody &what) const
{
    if (!may({Right::StepDossier})) {
        return notAllowed();
    }
    if (const auto error = unfit()) {
        return *error;
    }
    const Dossier &dossier = *m_now.dossier;
    if (dossier.status.isInConflict() || !dossier.status.status || m_now.table.isTerminal(*dossier.status.status)) {
        return refused("the dossier is closed, or its status in conflict");
    }
    if (isBlank(what.body) || (!what.answered && isBlank(what.reason))) {
        return invalid("a question goes to a body, for a reason");
    }
    for (const std::optional<Error> &error : {untimely(), unreadable({what.body, what.reason})}) {
        if (error) {
            return *error;
        }
    }
    DossierEvent event;
    event.clock = what.answered ? ClockEffect::ExternalAnswered : ClockEffect::ExternalAsked;
    event.what = {{u"body"_qs, text::tidy(what.body)}};
    const QStringList before = awaitedBodies(dossier.events);
    QStringList after = before;
    event.note(after);
    if (after == before) {
        return refused(what.answered ? "nobody asked this body" : "this body was asked and has not answered");
    }
    if (!what.answered && m_now.table.clock(*dossier.status.status) != StatusTable::Clock::Running) {
        return refused("others are asked while the time is counted");
    }
    QJsonObject payload{{u"what"_qs, what.answered ? u"answered"_qs : u"asked"_qs}, {u"body"_qs, text::tidy(what.body)}};
    if (!isBlank(what.reason)) {
        payload.insert(u"reason", spoken(what.reason));
    }
    return draft(kind::DossierExternal, payload);
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/NextStep.h"

#include "models/dossier/DossierClock.h"
#include "models/dossier/GuardCheck.h"

#include <QSet>

#include <algorithm>

namespace motcua {

namespace {

/** Whether what the officer says with the step can make the guard hold. */
bool isMetBySaying(const Guard &guard)
{
    switch (guard.word) {
    case Guard::Word::Confirmed:
    case Guard::Word::AsksForSomething:
    case Guard::Word::SecondPerson:
        return true;
    case Guard::Word::OnlyBy: // how it is recorded, which is the program's to see to
        return true;
    case Guard::Word::AtMostOnce:
    case Guard::Word::WithinWorkingDaysOfReceipt:
    case Guard::Word::DaysBeforeDue:
    case Guard::Word::SameDayAsReceipt:
    case Guard::Word::AnswerTimeIsOver:
    case Guard::Word::FeesCollected:
        return false;
    }
    return false;
}

bool holdsAny(const Staff &staff, const Id &person, const QList<Right> &rights, bool (Staff::*may)(const Id &, Right) const)
{
    return std::any_of(rights.cbegin(), rights.cend(), [&](Right right) { return (staff.*may)(person, right); });
}

/** It comes with something that begins at the papers. */
bool beginsAtThePapers(const StatusStep &step)
{
    return std::any_of(step.guards.cbegin(), step.guards.cend(), [](const Guard &guard) {
        return guard.word == Guard::Word::OnlyBy && (guard.act == StepAct::AcceptDossier || guard.act == StepAct::TurnAway);
    });
}

} // namespace

std::optional<Guard> NextStep::hindrance() const
{
    const auto found = std::find_if(unmet.cbegin(), unmet.cend(), [](const Guard &guard) { return !guard.soft && !isMetBySaying(guard); });
    return found == unmet.cend() ? std::nullopt : std::optional(*found);
}

QList<Guard> NextStep::wantReason() const
{
    QList<Guard> wanting;
    std::copy_if(unmet.cbegin(), unmet.cend(), std::back_inserter(wanting),
        [](const Guard &guard) { return guard.soft && !isMetBySaying(guard); });
    return wanting;
}

bool hasReceipt(const Dossier &dossier, const StatusTable &table)
{
    return std::any_of(dossier.slips.cbegin(), dossier.slips.cend(),
        [&table](const DossierLine &line) { return table.slipKind(line.what.value(u"slip").toString()) == SlipKind::Receipt; });
}

qint64 promiseAfter(const StatusStep &step, const Dossier &dossier, const WorkingCalendar &calendar, qint64 atMs)
{
    if (step.promise == StatusStep::Promise::Never || step.clock == ClockEffect::None || dossier.due.isInConflict()) {
        return 0;
    }
    if (step.clock == ClockEffect::CompetentReceived && !dossier.crossesBoundary()) {
        return 0;
    }
    Dossier after = dossier;
    after.events.append({.atMs = atMs, .event = step.event, .clock = step.clock});
    const Result<DueDates> dates = dueDates(after, calendar);
    const qint64 legalMs = dates && dates->legal.isValid() ? dates->legal.toMSecsSinceEpoch() : 0;
    return legalMs > dossier.dueAtMs() ? legalMs : 0;
}

NextStep nextStep(const StatusStep &step, const Dossier &dossier, const StatusTable &table, const Staff &staff, const Id &person,
    const WorkingCalendar &calendar, qint64 nowMs)
{
    NextStep next;
    next.step = step;
    next.unmet = unmetGuards(step,
        {.dossier = dossier, .calendar = calendar, .nowMs = nowMs, .act = StepAct::Step, .hasReceipt = hasReceipt(dossier, table)});
    const bool mayAlone = holdsAny(staff, person, step.rights, &Staff::may);
    next.needsApprover = !mayAlone || step.hasGuard(Guard::Word::SecondPerson);
    next.dueAtMs = promiseAfter(step, dossier, calendar, nowMs);
    return next;
}

QList<NextStep> nextSteps(
    const Dossier &dossier, const StatusTable &table, const Staff &staff, const Id &person, const WorkingCalendar &calendar, qint64 nowMs)
{
    QList<NextStep> steps;
    if (!dossier.status.status || dossier.status.isInConflict() || dossier.purged || dossier.incomplete) {
        return steps;
    }
    for (const StatusStep &step : table.stepsFrom(*dossier.status.status)) {
        const bool mayTake = holdsAny(staff, person, step.rights, &Staff::may) || holdsAny(staff, person, step.rights, &Staff::mayUnderSupervision);
        if (mayTake && !beginsAtThePapers(step)) {
            steps.append(nextStep(step, dossier, table, staff, person, calendar, nowMs));
        }
    }
    return steps;
}

Money paidOnline(const Dossier &dossier)
{
    Money paid;
    QSet<QString> told; // by two machines of one portal perhaps, of which neither could know of the other
    for (const DossierLine &one : dossier.confirmations) {
        const QString reference = one.what.value(u"reference").toString();
        const QString key = one.what.value(u"source").toString() + u'\n' + reference;
        if (one.what.contains(u"fee") || (!reference.isEmpty() && told.contains(key))) {
            continue;
        }
        told.insert(key);
        paid = paid + Money{one.what.value(u"amount").toInteger()};
    }
    return paid;
}

Money feeDue(const Dossier &dossier)
{
    qint64 left = dossier.acceptance.value(u"fee")[u"total"].toInteger() - paidOnline(dossier).dong;
    for (const DossierLine &fee : dossier.fees) {
        left -= fee.what.value(u"amount").toInteger();
    }
    return Money{std::max<qint64>(left, 0)};
}

QList<Paper> originalsHeld(const Dossier &dossier)
{
    const bool wentBack = std::any_of(dossier.events.cbegin(), dossier.events.cend(), [](const DossierEvent &event) {
        return event.what.value(u"confirmed").toArray().contains(confirmationName(Confirmation::OriginalsReturned));
    });
    const Result<PaperSet> papers = PaperSet::fromJson(dossier.acceptance.value(u"papers").toArray());
    QList<Paper> held;
    if (papers && !wentBack) {
        std::copy_if(papers->papers().cbegin(), papers->papers().cend(), std::back_inserter(held),
            [](const Paper &paper) { return paper.originalsHeld > 0; });
    }
    return held;
}

} // namespace motcua

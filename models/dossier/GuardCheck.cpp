// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/GuardCheck.h"

#include "models/base/VietnamTime.h"
#include "models/dossier/DossierClock.h"

#include <QJsonArray>

#include <algorithm>

namespace motcua {

namespace {

bool wasTaken(const StatusStep &step, const Dossier &dossier)
{
    return std::any_of(dossier.events.cbegin(), dossier.events.cend(), [&step](const DossierEvent &earlier) {
        // An older program named no event; what it did to the time tells which one it was.
        const bool nameless = earlier.event.isEmpty() && step.clock != ClockEffect::None && earlier.clock == step.clock;
        return earlier.event == step.event || nameless;
    });
}

/** The day of receipt, by the unit that decides, is not counted (BLDS 2015 Đ.147). */
bool isWithinWorkingDays(int days, const StepFacts &facts)
{
    const qint64 begun = countedFromMs(facts.dossier);
    if (begun == 0) {
        return false;
    }
    QDate last = vietnamTime(begun).date();
    for (int counted = 0; counted < days; ++counted) {
        const Result<QDate> next = facts.calendar.nextWorkingDay(last);
        if (!next) {
            return false;
        }
        last = *next;
    }
    return vietnamTime(facts.nowMs).date() <= last;
}

bool isDaysBeforeDue(int days, const StepFacts &facts)
{
    const qint64 dueMs = facts.dossier.dueAtMs();
    return dueMs != 0 && vietnamTime(facts.nowMs).date().addDays(days) <= vietnamTime(dueMs).date();
}

bool isSameDayAsReceipt(const StepFacts &facts)
{
    return facts.dossier.receivedAtMs != 0 && vietnamTime(facts.dossier.receivedAtMs).date() == vietnamTime(facts.nowMs).date();
}

bool isAnswerTimeOver(const StepFacts &facts)
{
    const QList<SupplementRound> rounds = facts.dossier.supplementRounds();
    return !rounds.isEmpty() && rounds.constLast().answerByMs != 0 && rounds.constLast().answerByMs < facts.nowMs;
}

/** Whether everything due was taken. Of a price that nobody knew at the acceptance, something beyond the rest was. */
bool areFeesCollected(const Dossier &dossier)
{
    qint64 taken = 0;
    for (const DossierLine &fee : dossier.fees) {
        taken += fee.what.value(u"amount").toInteger();
    }
    const QJsonValue fee = dossier.acceptance.value(u"fee");
    const QJsonArray lines = fee[u"lines"].toArray();
    const bool isWholeKnown = std::none_of(lines.begin(), lines.end(), [](const QJsonValue &line) {
        return line[u"unknown"].toBool() || line[u"uncounted"].toBool();
    });
    const qint64 known = fee[u"total"].toInteger();
    return isWholeKnown ? taken >= known : taken > known;
}

bool holdsOriginals(const Dossier &dossier)
{
    const QJsonArray papers = dossier.acceptance.value(u"papers").toArray();
    return std::any_of(papers.begin(), papers.end(), [](const QJsonValue &paper) { return paper[u"held"].toInt() > 0; });
}

/** Whether there is anything the officer could have seen to. */
bool isOwed(Confirmation what, const StepFacts &facts)
{
    switch (what) {
    case Confirmation::OriginalsReturned:
        return holdsOriginals(facts.dossier);
    case Confirmation::SlipWithdrawn:
        return facts.hasReceipt; // what is decided at once needs none (NĐ 61/2018 Đ.17.4)
    case Confirmation::ReceiverIdentified:
        return true;
    }
    return true;
}

bool isMet(const Guard &guard, const StatusStep &step, const StepFacts &facts)
{
    if (guard.notByPost && facts.isPosted) {
        return true;
    }
    switch (guard.word) {
    case Guard::Word::OnlyBy:
        return facts.act == guard.act;
    case Guard::Word::AtMostOnce:
        return !wasTaken(step, facts.dossier);
    case Guard::Word::WithinWorkingDaysOfReceipt:
        return isWithinWorkingDays(guard.days, facts);
    case Guard::Word::DaysBeforeDue:
        return isDaysBeforeDue(guard.days, facts);
    case Guard::Word::SameDayAsReceipt:
        return isSameDayAsReceipt(facts);
    case Guard::Word::SecondPerson:
        return facts.hasSecondPerson;
    case Guard::Word::AsksForSomething:
        return facts.isAsking;
    case Guard::Word::AnswerTimeIsOver:
        return isAnswerTimeOver(facts);
    case Guard::Word::FeesCollected:
        return areFeesCollected(facts.dossier);
    case Guard::Word::Confirmed:
        return facts.confirmed.contains(guard.what) || (guard.what == Confirmation::SlipWithdrawn && facts.isSlipLost) || !isOwed(guard.what, facts);
    }
    return false;
}

} // namespace

QList<Guard> unmetGuards(const StatusStep &step, const StepFacts &facts)
{
    QList<Guard> unmet;
    std::copy_if(step.guards.cbegin(), step.guards.cend(), std::back_inserter(unmet),
        [&](const Guard &guard) { return !isMet(guard, step, facts); });
    return unmet;
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dossier/StepWords.h"

#include "models/base/VietnamTime.h"
#include "ui/messages/Wording.h"
#include "ui/shell/ShownTime.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace motcua {

namespace {

struct Title
{
    const char *event;
    const char *words;
};

constexpr std::array Titles = {
    Title{"return_incomplete", QT_TRANSLATE_NOOP("StepWords", "Ask for what is missing")},
    Title{"refuse", QT_TRANSLATE_NOOP("StepWords", "Refuse the papers")},
    Title{"transfer", QT_TRANSLATE_NOOP("StepWords", "Hand on to the deciding unit")},
    Title{"cancel_acceptance", QT_TRANSLATE_NOOP("StepWords", "Cancel a mistaken acceptance")},
    Title{"hand_over_between_units", QT_TRANSLATE_NOOP("StepWords", "Hand on to another unit")},
    Title{"request_supplement", QT_TRANSLATE_NOOP("StepWords", "Request a supplement")},
    Title{"supplement_received", QT_TRANSLATE_NOOP("StepWords", "Take in the supplement")},
    Title{"supplement_expired", QT_TRANSLATE_NOOP("StepWords", "Stop: no supplement came")},
    Title{"financial_obligation", QT_TRANSLATE_NOOP("StepWords", "Ask for payment")},
    Title{"paid", QT_TRANSLATE_NOOP("StepWords", "Payment was made")},
    Title{"withdraw_request", QT_TRANSLATE_NOOP("StepWords", "Citizen withdraws the dossier")},
    Title{"withdraw_granted", QT_TRANSLATE_NOOP("StepWords", "Give the withdrawn dossier back")},
    Title{"stop", QT_TRANSLATE_NOOP("StepWords", "Stop the processing")},
    Title{"result_ready", QT_TRANSLATE_NOOP("StepWords", "The result is here")},
    Title{"refusal_after_processing", QT_TRANSLATE_NOOP("StepWords", "The refusal is here")},
    Title{"hand_over_result", QT_TRANSLATE_NOOP("StepWords", "Hand over the result")},
    Title{"extend", QT_TRANSLATE_NOOP("StepWords", "Extend the limit")},
};

QString words(const char *english)
{
    return QCoreApplication::translate("StepWords", english);
}

} // namespace

QString stepTitle(const QString &event)
{
    const auto found = std::find_if(Titles.begin(), Titles.end(), [&event](const Title &one) { return event == QLatin1String(one.event); });
    if (found != Titles.end()) {
        return words(found->words);
    }
    const QString name = eventName(event);
    return name.isEmpty() ? event : name;
}

QString hindranceSentence(const Guard &guard)
{
    switch (guard.word) {
    case Guard::Word::AtMostOnce:
        return words(QT_TRANSLATE_NOOP("StepWords", "This was done once already for this dossier, and the law allows it once. Nothing was changed."));
    case Guard::Word::DaysBeforeDue:
        return words(QT_TRANSLATE_NOOP("StepWords", "It is too late: the limit is extended at least one day before the promise ends. Nothing was changed."));
    case Guard::Word::SameDayAsReceipt:
        return words(QT_TRANSLATE_NOOP("StepWords",
            "An acceptance is cancelled on the day it was made only. Nothing was changed. Correct the dossier, or have its processing stopped."));
    case Guard::Word::FeesCollected:
        return words(QT_TRANSLATE_NOOP("StepWords", "The fee is not paid in full. Nothing was changed. Take it first."));
    default:
        return words(QT_TRANSLATE_NOOP("StepWords", "What this step needs does not hold now. Nothing was changed."));
    }
}

QString guardWarning(const Guard &guard)
{
    switch (guard.word) {
    case Guard::Word::AtMostOnce:
        return words(QT_TRANSLATE_NOOP("StepWords", "A supplement was requested once already; a second request counts as overdue in index 2.1."));
    case Guard::Word::WithinWorkingDaysOfReceipt:
        return QCoreApplication::translate("StepWords", "More than %n working day(s) have passed since the receipt.", nullptr, guard.days);
    case Guard::Word::AnswerTimeIsOver:
        return words(QT_TRANSLATE_NOOP("StepWords", "The time given to the citizen is not over, or none was named."));
    case Guard::Word::FeesCollected:
        return words(QT_TRANSLATE_NOOP("StepWords", "The fee is not paid in full."));
    case Guard::Word::Confirmed:
        return QCoreApplication::translate("StepWords", "Not confirmed: %1.").arg(confirmationWords(guard.what));
    default:
        return hindranceSentence(guard);
    }
}

QString confirmationWords(Confirmation what)
{
    switch (what) {
    case Confirmation::ReceiverIdentified:
        return words(QT_TRANSLATE_NOOP("StepWords", "who receives it was identified"));
    case Confirmation::OriginalsReturned:
        return words(QT_TRANSLATE_NOOP("StepWords", "the originals went back to the citizen"));
    case Confirmation::SlipWithdrawn:
        return words(QT_TRANSLATE_NOOP("StepWords", "the receipt slip was taken back, or the register signed"));
    }
    return {};
}

QString cancelledWords(const Dossier &cancelled)
{
    Money taken;
    for (const DossierLine &fee : cancelled.fees) {
        taken = taken + Money{fee.what.value(u"amount").toInteger()};
    }
    const QString told = QCoreApplication::translate("StepWords", "%1 is cancelled; its code stays with it, and its slip is void.").arg(cancelled.code);
    return taken > Money{} ? told + u' ' + QCoreApplication::translate("StepWords", "%1 was taken for it: give it back, or count it over to the new dossier.").arg(taken.toString())
                           : told;
}

QStringList stepFollows(const NextStep &next, const QList<SlipKind> &slips, bool prints, const QDateTime &now)
{
    QStringList lines;
    if (next.step.from && *next.step.from != next.step.to) { // what stays where it is need not be told
        lines.append(QStringLiteral("%1 → %2").arg(statusName(*next.step.from, true), statusName(next.step.to, true)));
    }
    switch (next.step.clock) {
    case ClockEffect::Stop:
    case ClockEffect::Finished:
        lines.append(words(QT_TRANSLATE_NOOP("StepWords", "The time ends here.")));
        break;
    case ClockEffect::SupplementRequested:
        lines.append(words(QT_TRANSLATE_NOOP("StepWords", "The time waits for the citizen, as the rule of the procedure says.")));
        break;
    default:
        break;
    }
    if (next.dueAtMs != 0) {
        lines.append(QCoreApplication::translate("StepWords", "New promise: %1").arg(shownPromise(vietnamTime(next.dueAtMs), now)));
    }
    for (const SlipKind kind : slips) {
        const QString slip = slipName(slipKindName(kind));
        lines.append(prints ? QCoreApplication::translate("StepWords", "Prints: %1").arg(slip)
                            : QCoreApplication::translate("StepWords", "Keeps as a file, without a printer: %1").arg(slip));
    }
    return lines;
}

} // namespace motcua

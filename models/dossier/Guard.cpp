// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/Guard.h"

namespace motcua {

namespace {

template <typename T>
std::optional<T> named(const QList<T> &all, QString (*nameOf)(T), const QString &name)
{
    for (const T one : all) {
        if (nameOf(one) == name) {
            return one;
        }
    }
    return {};
}

} // namespace

QString Guard::name() const
{
    return word == Word::Confirmed ? guardName(word) + u'.' + confirmationName(what) : guardName(word);
}

QString guardName(Guard::Word word)
{
    switch (word) {
    case Guard::Word::OnlyBy:
        return QStringLiteral("onlyBy");
    case Guard::Word::AtMostOnce:
        return QStringLiteral("atMostOnce");
    case Guard::Word::WithinWorkingDaysOfReceipt:
        return QStringLiteral("withinWorkingDaysOfReceipt");
    case Guard::Word::DaysBeforeDue:
        return QStringLiteral("daysBeforeDue");
    case Guard::Word::SameDayAsReceipt:
        return QStringLiteral("sameDayAsReceipt");
    case Guard::Word::SecondPerson:
        return QStringLiteral("secondPerson");
    case Guard::Word::AsksForSomething:
        return QStringLiteral("asksForSomething");
    case Guard::Word::AnswerTimeIsOver:
        return QStringLiteral("answerTimeIsOver");
    case Guard::Word::FeesCollected:
        return QStringLiteral("feesCollected");
    case Guard::Word::Confirmed:
        return QStringLiteral("confirmed");
    }
    return {};
}

QList<Guard::Word> allGuards()
{
    using Word = Guard::Word;
    return {Word::OnlyBy, Word::AtMostOnce, Word::WithinWorkingDaysOfReceipt, Word::DaysBeforeDue, Word::SameDayAsReceipt,
        Word::SecondPerson, Word::AsksForSomething, Word::AnswerTimeIsOver, Word::FeesCollected, Word::Confirmed};
}

std::optional<Guard::Word> guardNamed(const QString &name)
{
    return named(allGuards(), guardName, name);
}

QString stepActName(StepAct act)
{
    switch (act) {
    case StepAct::Step:
        return QStringLiteral("step");
    case StepAct::AcceptDossier:
        return QStringLiteral("acceptDossier");
    case StepAct::TurnAway:
        return QStringLiteral("turnAway");
    case StepAct::CancelAcceptance:
        return QStringLiteral("cancelAcceptance");
    }
    return {};
}

QList<StepAct> allStepActs()
{
    return {StepAct::Step, StepAct::AcceptDossier, StepAct::TurnAway, StepAct::CancelAcceptance};
}

std::optional<StepAct> stepActNamed(const QString &name)
{
    return named(allStepActs(), stepActName, name);
}

QString confirmationName(Confirmation what)
{
    switch (what) {
    case Confirmation::ReceiverIdentified:
        return QStringLiteral("receiverIdentified");
    case Confirmation::OriginalsReturned:
        return QStringLiteral("originalsReturned");
    case Confirmation::SlipWithdrawn:
        return QStringLiteral("slipWithdrawn");
    }
    return {};
}

QList<Confirmation> allConfirmations()
{
    return {Confirmation::ReceiverIdentified, Confirmation::OriginalsReturned, Confirmation::SlipWithdrawn};
}

std::optional<Confirmation> confirmationNamed(const QString &name)
{
    return named(allConfirmations(), confirmationName, name);
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace motcua {

/** The act a step comes with. */
enum class StepAct { Step, AcceptDossier, TurnAway, CancelAcceptance };

/** Something only the officer can know, said with the act. */
enum class Confirmation {
    ReceiverIdentified, ///< identity, and the authority of who is not the applicant
    OriginalsReturned, ///< papers kept for comparison went back (NĐ 61/2018 Đ.20.2)
    SlipWithdrawn, ///< the receipt slip was taken back, or the register signed
};

/** What must hold before a step is taken. */
struct Guard
{
    enum class Word {
        OnlyBy, ///< the step comes with `act`, never alone
        AtMostOnce, ///< a step of this event has not been taken yet for the dossier
        WithinWorkingDaysOfReceipt, ///< no later than `days` working days after the day of receipt, which is not counted
        DaysBeforeDue, ///< at least `days` days before the day of the promise
        SameDayAsReceipt,
        SecondPerson, ///< a supervisor other than the actor answers for it
        AsksForSomething, ///< what is asked of the citizen is listed
        AnswerTimeIsOver, ///< the last supplement request named a time to answer by, and it is over
        FeesCollected, ///< what was taken covers what was assessed at acceptance
        Confirmed, ///< the officer says that `what` was seen to
    };

    Word word = Word::OnlyBy;
    bool soft = false; ///< for a reason, which is recorded, the step may be taken all the same
    int days = 0;
    StepAct act = StepAct::Step;
    Confirmation what = Confirmation::ReceiverIdentified;
    bool notByPost = false; ///< holds where what the step gives out is posted: nobody is there to see to it with

    /** "atMostOnce", "confirmed.slipWithdrawn": how journal entries and errors name it. */
    [[nodiscard]] QString name() const;

    friend bool operator==(const Guard &, const Guard &) = default;
};

[[nodiscard]] QString guardName(Guard::Word word);
[[nodiscard]] std::optional<Guard::Word> guardNamed(const QString &name);
[[nodiscard]] QList<Guard::Word> allGuards();

[[nodiscard]] QString stepActName(StepAct act);
[[nodiscard]] std::optional<StepAct> stepActNamed(const QString &name);
[[nodiscard]] QList<StepAct> allStepActs();

[[nodiscard]] QString confirmationName(Confirmation what);
[[nodiscard]] std::optional<Confirmation> confirmationNamed(const QString &name);
[[nodiscard]] QList<Confirmation> allConfirmations();

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/Decision.h"

namespace motcua {

/** Judges one act; one overload for each thing that can be done. What decide() is made of. */
class Judge
{
public:
    using Drafts = Result<QList<journal::EntryDraft>>;

    /** Both must outlive the judgement. */
    Judge(const Situation &situation, const Act &act)
        : m_now(situation)
        , m_act(act)
    {
    }

    Drafts operator()(const AcceptDossier &what) const;
    Drafts operator()(const CorrectDossier &what) const;
    Drafts operator()(const StepDossier &what) const;
    Drafts operator()(const ResolveConflict &what) const;
    Drafts operator()(const IssueSlip &what) const;
    Drafts operator()(const AddPaper &what) const;
    Drafts operator()(const ReadPaper &what) const;
    Drafts operator()(const TakeFee &what) const;
    Drafts operator()(const AddNote &what) const;
    Drafts operator()(const ReportMissingAttachment &what) const;
    Drafts operator()(const AdmitStaff &what) const;
    Drafts operator()(const ChangeStaff &what) const;
    Drafts operator()(const DisableStaff &what) const;
    Drafts operator()(const SignedIn &what) const;
    Drafts operator()(const SignInFailed &what) const;
    Drafts operator()(const PasswordChanged &what) const;
    Drafts operator()(const ConfigureUnit &what) const;
    Drafts operator()(const StartOrigin &what) const;
    Drafts operator()(const PurgePayloads &what) const;
    Drafts operator()(const MarkClock &what) const;
    Drafts operator()(const BackupMade &what) const;
    Drafts operator()(const ImportTrust &what) const;
    Drafts operator()(const GiveVerdict &what) const;
    Drafts operator()(const InviteDesk &what) const;
    Drafts operator()(const EnrolDesk &what) const;
    Drafts operator()(const RevokeDesk &what) const;
    Drafts operator()(const TurnAway &what) const;
    Drafts operator()(const CancelAcceptance &what) const;
    Drafts operator()(const ConsultBody &what) const;
    Drafts operator()(const OpenVisit &what) const;
    Drafts operator()(const CloseVisit &what) const;
    Drafts operator()(const IssueTicket &what) const;
    Drafts operator()(const StepTicket &what) const;
    Drafts operator()(const OpenShift &what) const;
    Drafts operator()(const StepShift &what) const;
    Drafts operator()(const HandOverShift &what) const;
    Drafts operator()(const GiveFeedback &what) const;
    Drafts operator()(const SettleFeedback &what) const;
    Drafts operator()(const AssignDesk &what) const;
    Drafts operator()(const CallHelp &what) const;
    Drafts operator()(const AnswerHelp &what) const;
    Drafts operator()(const EndHelp &what) const;
    Drafts operator()(const PostNotice &what) const;
    Drafts operator()(const WithdrawNotice &what) const;
    Drafts operator()(const BookAppointment &what) const;
    Drafts operator()(const KeepAppointment &what) const;
    Drafts operator()(const CancelAppointment &what) const;
    Drafts operator()(const SubmitDossier &what) const;
    Drafts operator()(const ConfirmFee &what) const;
    Drafts operator()(const TellCitizen &what) const;
    Drafts operator()(const DecideOffline &what) const;
    Drafts operator()(const AdmitSystem &what) const;
    Drafts operator()(const RemoveSystem &what) const;
    Drafts operator()(const EnterCertification &what) const;
    Drafts operator()(const VoidCertification &what) const;

private:
    /** So far ahead of the clock that judges a moment may lie, or behind it and be the same: two programs of one desk read it at different moments. */
    static constexpr qint64 ClockToleranceMs = 2LL * 60 * 1000;
    inline static const QString ApprovedBy = QStringLiteral("approvedBy"); ///< the payload's member that names who stood beside

    [[nodiscard]] static Error invalid(const char *what);
    [[nodiscard]] static Error refused(const char *what);
    [[nodiscard]] static Error notAllowed();
    /** Whoever does anything at a desk serves people there. */
    [[nodiscard]] static QList<Right> servingRights();
    /** `person` may serve people at a desk without anybody beside. */
    [[nodiscard]] bool serves(const Id &person) const;
    /** How codes of `unit` are written: the first grammar that takes it; nothing when none does. */
    [[nodiscard]] const CodeGrammar *grammarOf(const QString &unit) const;

    /** Nothing a reader sees stands in it. */
    [[nodiscard]] static bool isBlank(const QString &text);
    /** Normal form C without outer spaces; lines stay lines. */
    [[nodiscard]] static QString spoken(const QString &text);
    /** Why one of the texts must not stand on a slip: characters nobody sees, or that turn the direction. */
    [[nodiscard]] static std::optional<Error> unreadable(const QStringList &texts);
    [[nodiscard]] static QString isoTime(qint64 unixMs);

    /** A supervisor other than the actor stands beside the act. */
    [[nodiscard]] bool isApproved() const;

    /** The actor is a person with one of these rights, or with one under supervision and a supervisor beside. */
    [[nodiscard]] bool may(const QList<Right> &rights) const;

    /** Why nothing can be done to the dossier. */
    [[nodiscard]] std::optional<Error> unfit() const;

    /**
     * Why the act cannot count from the moment it says: in the future, before the last event of its dossier, or earlier than the clock
     * without a second person.
     */
    [[nodiscard]] std::optional<Error> untimely() const;
    /** The moment by which the guards of a step judge. */
    [[nodiscard]] qint64 countedMs() const;
    [[nodiscard]] Result<StatusStep> chosenStep(const StepDossier &what) const;
    /** The payload of a step of `dossier`, or what forbids it. */
    [[nodiscard]] Result<QJsonObject> stepPayload(const StatusStep &step, StepAct act, const StepDossier &what) const;
    [[nodiscard]] std::optional<Error> wrongPromise(const StatusStep &step, const StepDossier &what) const;
    [[nodiscard]] std::optional<Error> wrongSupplement(const StatusStep &step, const StepDossier &what) const;
    [[nodiscard]] static std::optional<Error> wrongReceiver(const StatusStep &step, const StepDossier &what);
    [[nodiscard]] std::optional<Error> wrongLoss(const StatusStep &step, const StepDossier &what) const;
    [[nodiscard]] std::optional<Error> wrongTicketStep(const StepTicket &what) const;
    [[nodiscard]] Drafts purgeVisit(const PurgePayloads &what) const;
    [[nodiscard]] Drafts purgeFeedback(const PurgePayloads &what) const;
    [[nodiscard]] Drafts purgeAppointment(const PurgePayloads &what) const;

    [[nodiscard]] bool areRoles(const QStringList &ids) const;
    [[nodiscard]] bool isLastAdministrator() const;
    [[nodiscard]] bool staysTheDeskBefore(const ConfigureUnit &what) const;
    [[nodiscard]] Drafts draft(const char *kind, QJsonObject payload) const;
    /** draft() of a payload whose bytes are at hand; nothing is added to it. */
    [[nodiscard]] Drafts written(const char *kind, const QJsonObject &payload, const QByteArray &bytes) const;

    const Situation &m_now;
    const Act &m_act;
};

} // namespace motcua

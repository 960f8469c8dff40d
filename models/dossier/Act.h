// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/CertificationActs.h"
#include "models/dossier/DossierStatus.h"
#include "models/dossier/HallActs.h"
#include "models/dossier/HouseActs.h"
#include "models/dossier/Intake.h"
#include "models/dossier/PortalActs.h"
#include "models/dossier/PortalVerdict.h"
#include "models/dossier/StepActs.h"
#include "models/journal/Header.h"
#include "models/staff/UnitAccount.h"
#include "models/visit/Visit.h"

#include <QJsonObject>

#include <memory>
#include <type_traits>
#include <utility>

namespace motcua {

/** A dossier is received at the counter. Subject: its new id, or one that is only registered and has no code yet. */
struct AcceptDossier
{
    Intake intake;
    QString competentUnit = {}; ///< organisation code of the unit that decides; empty: the receiving one
    QString paperNumber = {}; ///< of the provisional slip it was received with while only paper was left; the receipt is then when that was written
};

/** Answers are put right. Subject: the dossier. */
struct CorrectDossier
{
    QMap<QString, FieldValue> fields = {};
    QString reason = {};
};

/** What stands against each other is decided: fields by id, and the status if it is in conflict. */
struct ResolveConflict
{
    QMap<QString, FieldValue> fields = {};
    std::optional<DossierStatus> status = {};
    qint64 dueAtMs = 0; ///< the promise, if that is in conflict; else 0
    QString reason = {};
};

/** A slip was made for paper. */
struct IssueSlip
{
    enum class Mark { Original, Copy, Replacement };

    QString slip = {}; ///< "01" to "04", whose numbers never changed, or the name of a kind of slip; of a sector's own its number
    Id sheet = {}; ///< the id printed on this sheet
    Mark mark = Mark::Original;
    int copy = 0; ///< n of "copy n", from 1
    int revision = 0; ///< Dossier::revision the sheet shows, from 1; 0: as it stands when this is recorded. Another one is Refused
    QString attachment = {}; ///< reference of the sealed PDF
    QString job = {}; ///< of the print spooler, empty before it is known
    Id replaces = {}; ///< of a replacement: the sheet it stands for
    QString reason = {}; ///< why a replacement: "spoilt", or in somebody's words
};

/** A digitised paper joins the dossier. */
struct AddPaper
{
    QString paper = {}; ///< of the procedure's list
    QString attachment = {};
    QJsonObject details = {}; ///< PaperFile::details(); one that says "reused" is held to the dossier it names
};

/** Somebody opens a paper that the dossier holds, outside of any work on a dossier: what for is written down first. */
struct ReadPaper
{
    QString paper = {};
    QString attachment = {};
    QString purpose = {};
};

/** Money was taken; receipts are never changed, only answered by another. */
struct TakeFee
{
    Money amount = {};
    QString means = {}; ///< one of meansName()
    QString series = {};
    QString number = {};
    QString text = {};
};

struct AddNote
{
    QString text = {};
};

/** An attachment of the subject is not where it should be. */
struct ReportMissingAttachment
{
    QString attachment = {};
};

/** Somebody is called to the desk, or comes without a ticket. Subject: the visit's new id. */
struct OpenVisit
{
    QString ticket = {}; ///< such as "A013"; empty without one
};

/** Their turn ends. Subject: the visit. */
struct CloseVisit
{
    Visit visit = {}; ///< closed
};

/** The types of a list, by their place in it. */
template <typename... Whats>
struct ActList
{
    /** −1 for a type that is not in it. */
    template <typename What>
    [[nodiscard]] static constexpr int index()
    {
        int found = -1;
        int at = 0;
        ((found = std::is_same_v<What, Whats> ? at : found, ++at), ...);
        return found;
    }
};

/** Everything that can be done. */
using EveryAct = ActList<AddNote, AcceptDossier, CorrectDossier, StepDossier, ResolveConflict, IssueSlip, AddPaper, ReadPaper, TakeFee, ReportMissingAttachment, AdmitStaff,
    ChangeStaff, DisableStaff, SignedIn, SignInFailed, PasswordChanged, ConfigureUnit, StartOrigin, PurgePayloads, MarkClock, BackupMade, ImportTrust, GiveVerdict,
    InviteDesk, EnrolDesk, RevokeDesk, TurnAway, CancelAcceptance, ConsultBody, OpenVisit, CloseVisit, IssueTicket, StepTicket, OpenShift, StepShift, HandOverShift,
    GiveFeedback, SettleFeedback, AssignDesk, CallHelp, AnswerHelp, EndHelp, PostNotice, WithdrawNotice, BookAppointment, KeepAppointment, CancelAppointment, SubmitDossier, ConfirmFee, TellCitizen, DecideOffline, AdmitSystem, RemoveSystem,
    EnterCertification, VoidCertification>;

/**
 * One of EveryAct, with what belongs to it. A copy is cheap: it is shared, and never changes.
 *
 * No std::variant: of so many alternatives, every file that moves an act would have the compiler write out each one.
 */
class ActKind
{
public:
    ActKind()
        : ActKind(AddNote())
    {
    }
    template <typename What>
        requires(EveryAct::index<What>() >= 0)
    ActKind(What what)
        : m_index(EveryAct::index<What>())
        , m_what(std::make_shared<What>(std::move(what)))
    {
    }

    /** Null when it is something else. */
    template <typename What>
    [[nodiscard]] const What *as() const
    {
        static_assert(EveryAct::index<What>() >= 0);
        return m_index == EveryAct::index<What>() ? static_cast<const What *>(m_what.get()) : nullptr;
    }
    template <typename What>
    [[nodiscard]] bool is() const
    {
        return as<What>() != nullptr;
    }

private:
    int m_index = 0; ///< in EveryAct
    std::shared_ptr<const void> m_what;
};

/** What somebody wants written into the journal, and what they had in front of them when they wanted it. */
struct Act
{
    journal::Actor actor = {};
    QByteArray desk = {};
    Id visit = {};
    Id subject = {};
    std::optional<qint64> receiptMs = {}; ///< when it counts in law; none: the moment it is written
    std::optional<QList<journal::EntryKey>> expectedBasis = {}; ///< heads the author saw, of a dossier Dossier::ownHeads; another head now is Refused
    Id approver = {}; ///< a supervisor who answered for it at this desk
    ActKind what = {};
};

} // namespace motcua

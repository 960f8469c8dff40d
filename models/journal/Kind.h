// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/Entry.h"

#include <QHash>
#include <QJsonObject>

#include <functional>
#include <optional>

namespace motcua::journal {

/** The names of the kinds of this program, as they stand in headers. */
namespace kind {
inline constexpr const char *OriginStarted = "origin.started";
inline constexpr const char *UnitConfigured = "unit.configured";
inline constexpr const char *StaffAdmitted = "staff.admitted";
inline constexpr const char *StaffChanged = "staff.changed";
inline constexpr const char *StaffDisabled = "staff.disabled";
inline constexpr const char *StaffSignedIn = "staff.signedIn";
inline constexpr const char *StaffSignInFailed = "staff.signInFailed";
inline constexpr const char *StaffPasswordChanged = "staff.passwordChanged";
inline constexpr const char *DossierAccepted = "dossier.accepted";
inline constexpr const char *DossierCorrected = "dossier.corrected";
inline constexpr const char *DossierStepped = "dossier.stepped";
inline constexpr const char *DossierResolved = "dossier.resolved";
inline constexpr const char *DossierNoted = "dossier.noted";
inline constexpr const char *DossierTurnedAway = "dossier.turnedAway";
inline constexpr const char *DossierCancelled = "dossier.cancelled";
inline constexpr const char *DossierExternal = "dossier.external";
inline constexpr const char *DossierSubmitted = "dossier.submitted";
inline constexpr const char *DossierTold = "dossier.told";
inline constexpr const char *SlipIssued = "slip.issued";
inline constexpr const char *PaperAdded = "paper.added";
inline constexpr const char *PaperRead = "paper.read";
inline constexpr const char *FeeTaken = "fee.taken";
inline constexpr const char *FeeConfirmed = "fee.confirmed";
inline constexpr const char *PayloadPurged = "payload.purged";
inline constexpr const char *ClockMarked = "clock.marked";
inline constexpr const char *BackupMade = "backup.made";
inline constexpr const char *TrustImported = "trust.imported";
inline constexpr const char *AttachmentMissing = "attachment.missing";
inline constexpr const char *VisitOpened = "visit.opened";
inline constexpr const char *VisitClosed = "visit.closed";
inline constexpr const char *TicketIssued = "ticket.issued";
inline constexpr const char *TicketStepped = "ticket.stepped";
inline constexpr const char *ShiftOpened = "shift.opened";
inline constexpr const char *ShiftStepped = "shift.stepped";
inline constexpr const char *ShiftHandedOver = "shift.handedOver";
inline constexpr const char *FeedbackGiven = "feedback.given";
inline constexpr const char *FeedbackSettled = "feedback.settled";
inline constexpr const char *HelpCalled = "help.called";
inline constexpr const char *HelpAnswered = "help.answered";
inline constexpr const char *HelpEnded = "help.ended";
inline constexpr const char *NoticePosted = "notice.posted";
inline constexpr const char *NoticeWithdrawn = "notice.withdrawn";
inline constexpr const char *AppointmentBooked = "appointment.booked";
inline constexpr const char *AppointmentKept = "appointment.kept";
inline constexpr const char *AppointmentCancelled = "appointment.cancelled";
inline constexpr const char *CertificationEntered = "certification.entered";
inline constexpr const char *CertificationVoided = "certification.voided";
inline constexpr const char *UnitAssigned = "unit.assigned";
inline constexpr const char *PortalAccepted = "portal.accepted";
inline constexpr const char *PortalRefused = "portal.refused";
inline constexpr const char *DeskInvited = "desk.invited";
inline constexpr const char *DeskEnrolled = "desk.enrolled";
inline constexpr const char *DeskRevoked = "desk.revoked";
inline constexpr const char *SystemAdmitted = "system.admitted";
inline constexpr const char *SystemRemoved = "system.removed";
inline constexpr const char *OfflineDecided = "offline.decided";
} // namespace kind

/** How the payload of one version becomes that of the next. Pure. */
using Upcaster = std::function<QJsonObject(const QJsonObject &)>;

/** One kind of entry this program understands. */
struct Kind
{
    QByteArray name = {};
    quint16 version = 1; ///< the one this program writes
    bool purgeable = true; ///< its payload may hold personal data and goes when the subject's payloads are purged
    QList<Upcaster> upcasters = {}; ///< from version 1 to 2, from 2 to 3 …; version − 1 of them
};

/** What a payload says in the current version of its kind, or why it says nothing to this program. */
struct Reading
{
    enum class State {
        Read,
        FromNewerProgram, ///< an unknown kind or a later version: kept, relayed, not folded
        Absent, ///< purged, or travelled as header only
        Malformed, ///< not a JSON object although the hash fits: its author's fault, never folded
    };

    State state = State::Absent;
    QJsonObject payload = {}; ///< empty unless Read
};

/** The kinds of entry this program understands, each brought to its current version. */
class Kinds
{
public:
    /** Refuses (Invalid) a name given twice, an illegal name, or a count of upcasters other than version − 1. */
    [[nodiscard]] static Result<Kinds> of(const QList<Kind> &kinds);

    /** Those of this program. */
    [[nodiscard]] static const Kinds &known();

    [[nodiscard]] const Kind *find(const QByteArray &name) const;
    [[nodiscard]] QList<QByteArray> names() const; ///< ascending
    [[nodiscard]] bool isFromNewerProgram(const Header &header) const;
    [[nodiscard]] Reading read(const Entry &entry) const;

private:
    QHash<QByteArray, Kind> m_kinds;
};

/** The bytes of a payload: UTF-8 JSON, keys sorted, no white space. */
[[nodiscard]] QByteArray payloadBytes(const QJsonObject &payload);

} // namespace motcua::journal

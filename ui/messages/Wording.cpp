// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/Wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace motcua {

namespace {

struct Happened
{
    const char *kind;
    const char *words;
};

/** What `code` is called, in `context`; nothing when nobody has words for it. */
template <typename Table>
QString nameIn(const Table &table, const char *context, QByteArrayView code)
{
    const auto found = std::find_if(table.begin(), table.end(), [code](const Happened &one) { return code == one.kind; });
    return found == table.end() ? QString() : QCoreApplication::translate(context, found->words);
}

constexpr std::array Kinds = {
    Happened{"dossier.accepted", QT_TRANSLATE_NOOP("Happened", "Received")},
    Happened{"dossier.corrected", QT_TRANSLATE_NOOP("Happened", "Corrected")},
    Happened{"dossier.stepped", QT_TRANSLATE_NOOP("Happened", "Next status")},
    Happened{"dossier.resolved", QT_TRANSLATE_NOOP("Happened", "Contradiction decided")},
    Happened{"dossier.noted", QT_TRANSLATE_NOOP("Happened", "Note")},
    Happened{"dossier.turnedAway", QT_TRANSLATE_NOOP("Happened", "Turned away at the desk")},
    Happened{"dossier.cancelled", QT_TRANSLATE_NOOP("Happened", "Mistaken acceptance cancelled")},
    Happened{"dossier.external", QT_TRANSLATE_NOOP("Happened", "Another body consulted")},
    Happened{"dossier.submitted", QT_TRANSLATE_NOOP("Happened", "Filed online")},
    Happened{"dossier.told", QT_TRANSLATE_NOOP("Happened", "Citizen told")},
    Happened{"slip.issued", QT_TRANSLATE_NOOP("Happened", "Slip issued")},
    Happened{"paper.added", QT_TRANSLATE_NOOP("Happened", "Paper added")},
    Happened{"paper.read", QT_TRANSLATE_NOOP("Happened", "Paper read outside a dossier")},
    Happened{"fee.taken", QT_TRANSLATE_NOOP("Happened", "Fee taken")},
    Happened{"fee.confirmed", QT_TRANSLATE_NOOP("Happened", "Money has come")},
    Happened{"payload.purged", QT_TRANSLATE_NOOP("Happened", "Content deleted at the end of its term")},
    Happened{"attachment.missing", QT_TRANSLATE_NOOP("Happened", "A paper is missing")},
    Happened{"visit.opened", QT_TRANSLATE_NOOP("Happened", "Visit begun")},
    Happened{"visit.closed", QT_TRANSLATE_NOOP("Happened", "Visit ended")},
    Happened{"ticket.issued", QT_TRANSLATE_NOOP("Happened", "Ticket drawn")},
    Happened{"ticket.stepped", QT_TRANSLATE_NOOP("Happened", "Ticket moved on")},
    Happened{"shift.opened", QT_TRANSLATE_NOOP("Happened", "Desk opened")},
    Happened{"shift.stepped", QT_TRANSLATE_NOOP("Happened", "Desk changed over")},
    Happened{"shift.handedOver", QT_TRANSLATE_NOOP("Happened", "Shift handed over")},
    Happened{"feedback.given", QT_TRANSLATE_NOOP("Happened", "Citizen's feedback")},
    Happened{"feedback.settled", QT_TRANSLATE_NOOP("Happened", "Feedback answered")},
    Happened{"help.called", QT_TRANSLATE_NOOP("Happened", "Supervisor called")},
    Happened{"help.answered", QT_TRANSLATE_NOOP("Happened", "Supervisor on the way")},
    Happened{"help.ended", QT_TRANSLATE_NOOP("Happened", "Call ended")},
    Happened{"notice.posted", QT_TRANSLATE_NOOP("Happened", "Notice to the hall")},
    Happened{"notice.withdrawn", QT_TRANSLATE_NOOP("Happened", "Notice taken back")},
    Happened{"appointment.booked", QT_TRANSLATE_NOOP("Happened", "Appointment given")},
    Happened{"appointment.kept", QT_TRANSLATE_NOOP("Happened", "Came to an appointment")},
    Happened{"appointment.cancelled", QT_TRANSLATE_NOOP("Happened", "Appointment cancelled")},
    Happened{"certification.entered", QT_TRANSLATE_NOOP("Happened", "Entered in the register of certifications")},
    Happened{"certification.voided", QT_TRANSLATE_NOOP("Happened", "Certification voided")},
    Happened{"portal.accepted", QT_TRANSLATE_NOOP("Happened", "Taken by the portal")},
    Happened{"portal.refused", QT_TRANSLATE_NOOP("Happened", "Sent back by the portal")},
    Happened{"origin.started", QT_TRANSLATE_NOOP("Happened", "Journal begun")},
    Happened{"unit.configured", QT_TRANSLATE_NOOP("Happened", "Desk set up")},
    Happened{"unit.assigned", QT_TRANSLATE_NOOP("Happened", "Groups of a desk changed")},
    Happened{"staff.admitted", QT_TRANSLATE_NOOP("Happened", "Person admitted")},
    Happened{"staff.changed", QT_TRANSLATE_NOOP("Happened", "Person changed")},
    Happened{"staff.disabled", QT_TRANSLATE_NOOP("Happened", "Access closed")},
    Happened{"staff.signedIn", QT_TRANSLATE_NOOP("Happened", "Signed in")},
    Happened{"staff.signInFailed", QT_TRANSLATE_NOOP("Happened", "Sign-in failed")},
    Happened{"staff.passwordChanged", QT_TRANSLATE_NOOP("Happened", "Password changed")},
    Happened{"clock.marked", QT_TRANSLATE_NOOP("Happened", "Clock found off")},
    Happened{"backup.made", QT_TRANSLATE_NOOP("Happened", "Back-up made")},
    Happened{"trust.imported", QT_TRANSLATE_NOOP("Happened", "Issuers of cards trusted")},
    Happened{"desk.invited", QT_TRANSLATE_NOOP("Happened", "Desk invited")},
    Happened{"desk.enrolled", QT_TRANSLATE_NOOP("Happened", "Certificate given to a desk")},
    Happened{"desk.revoked", QT_TRANSLATE_NOOP("Happened", "Desk shut out")},
    Happened{"system.admitted", QT_TRANSLATE_NOOP("Happened", "Another system let in")},
    Happened{"system.removed", QT_TRANSLATE_NOOP("Happened", "Another system shut out")},
    Happened{"offline.decided", QT_TRANSLATE_NOOP("Happened", "Work without the portal")},
};

/** The events of transitions.json. */
constexpr std::array Events = {
    Happened{"submit_online_or_draft", QT_TRANSLATE_NOOP("Event", "registered by the citizen")},
    Happened{"accept", QT_TRANSLATE_NOOP("Event", "received at the desk")},
    Happened{"return_incomplete", QT_TRANSLATE_NOOP("Event", "sent back to be completed")},
    Happened{"refuse", QT_TRANSLATE_NOOP("Event", "refused at the desk")},
    Happened{"transfer", QT_TRANSLATE_NOOP("Event", "handed to the deciding unit")},
    Happened{"cancel_acceptance", QT_TRANSLATE_NOOP("Event", "acceptance cancelled")},
    Happened{"hand_over_between_units", QT_TRANSLATE_NOOP("Event", "handed on to another unit")},
    Happened{"request_supplement", QT_TRANSLATE_NOOP("Event", "supplement requested")},
    Happened{"supplement_received", QT_TRANSLATE_NOOP("Event", "supplement received")},
    Happened{"supplement_expired", QT_TRANSLATE_NOOP("Event", "no supplement within the term")},
    Happened{"financial_obligation", QT_TRANSLATE_NOOP("Event", "payment asked for")},
    Happened{"paid", QT_TRANSLATE_NOOP("Event", "payment made")},
    Happened{"withdraw_request", QT_TRANSLATE_NOOP("Event", "citizen asked to withdraw")},
    Happened{"withdraw_granted", QT_TRANSLATE_NOOP("Event", "withdrawal granted")},
    Happened{"stop", QT_TRANSLATE_NOOP("Event", "stopped by the deciding unit")},
    Happened{"result_ready", QT_TRANSLATE_NOOP("Event", "result ready")},
    Happened{"refusal_after_processing", QT_TRANSLATE_NOOP("Event", "refused in writing")},
    Happened{"hand_over_result", QT_TRANSLATE_NOOP("Event", "result handed over")},
    Happened{"extend", QT_TRANSLATE_NOOP("Event", "limit extended")},
};

/** The kinds of slips, see SlipKind, by which those are issued whose number the law has changed. */
constexpr std::array Slips = {
    Happened{"receipt", QT_TRANSLATE_NOOP("Slip", "receipt slip")},
    Happened{"supplementRequest", QT_TRANSLATE_NOOP("Slip", "request for supplements")},
    Happened{"refusal", QT_TRANSLATE_NOOP("Slip", "refusal")},
    Happened{"apology", QT_TRANSLATE_NOOP("Slip", "apology")},
    Happened{"stopNotice", QT_TRANSLATE_NOOP("Slip", "notice of stopping")},
    Happened{"controlSheet", QT_TRANSLATE_NOOP("Slip", "control sheet")},
    Happened{"register", QT_TRANSLATE_NOOP("Slip", "register sheet")},
    Happened{"lostSlip", QT_TRANSLATE_NOOP("Slip", "sheet signed for a lost slip")},
};

const char *english(DossierStatus status)
{
    switch (status) {
    case DossierStatus::Registered:
        return QT_TRANSLATE_NOOP("Status", "Registered");
    case DossierStatus::Accepted:
        return QT_TRANSLATE_NOOP("Status", "Received");
    case DossierStatus::Refused:
        return QT_TRANSLATE_NOOP("Status", "Not received");
    case DossierStatus::Processing:
        return QT_TRANSLATE_NOOP("Status", "Processing");
    case DossierStatus::SupplementRequested:
        return QT_TRANSLATE_NOOP("Status", "Supplement requested");
    case DossierStatus::PaymentRequested:
        return QT_TRANSLATE_NOOP("Status", "Payment requested");
    case DossierStatus::WithdrawalRequested:
        return QT_TRANSLATE_NOOP("Status", "Withdrawal requested");
    case DossierStatus::Stopped:
        return QT_TRANSLATE_NOOP("Status", "Stopped");
    case DossierStatus::Processed:
        return QT_TRANSLATE_NOOP("Status", "Processed");
    case DossierStatus::HandedOver:
        return QT_TRANSLATE_NOOP("Status", "Handed over");
    }
    return "";
}

} // namespace

QString statusName(DossierStatus status, bool numbered)
{
    const QString name = QCoreApplication::translate("Status", english(status));
    return numbered ? QString::number(statusCode(status)) + u' ' + name : name;
}

QString happenedName(QByteArrayView kind)
{
    const QString name = nameIn(Kinds, "Happened", kind);
    return name.isEmpty() ? QString::fromUtf8(kind) : name;
}

QString eventName(const QString &event)
{
    return nameIn(Events, "Event", event.toUtf8());
}

QString slipName(const QString &slip)
{
    const QString name = nameIn(Slips, "Slip", slip.toUtf8());
    return name.isEmpty() ? QCoreApplication::translate("Slip", "form %1").arg(slip) : name;
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/calendar/WorkingCalendar.h"
#include "models/catalogue/CodeGrammar.h"
#include "models/certification/Certification.h"
#include "models/dossier/Act.h"
#include "models/dossier/Dossier.h"
#include "models/dossier/StatusTable.h"
#include "models/journal/Entry.h"
#include "models/staff/Staff.h"
#include "models/staff/UnitSettings.h"
#include "models/ticket/Appointment.h"
#include "models/ticket/HallNotice.h"
#include "models/ticket/HelpCall.h"
#include "models/ticket/Ticket.h"
#include "models/visit/Feedback.h"
#include "models/visit/VisitRecord.h"

namespace motcua {

/** What a decision needs to know, read inside the transaction that will write its entries. */
struct Situation
{
    StatusTable table = {};
    Staff staff = {}; ///< everybody, disabled people included
    UnitSettings unit = {}; ///< of this origin
    UnitSettings unitBefore = {}; ///< of the origin this one goes on from, while this one has none
    QList<CodeGrammar> grammars = {}; ///< how dossier codes are written; the first that takes a unit's code is the unit's
    WorkingCalendar calendar = {}; ///< by which working days are counted
    Id origin = {};
    std::optional<Dossier> dossier = {}; ///< the act's subject, when entries about it exist and it is a dossier
    std::optional<Dossier> source = {}; ///< the one with which a paper was filed before that the act uses again
    std::optional<VisitRecord> visit = {}; ///< the act's subject, when it is a visit
    std::optional<Ticket> ticket = {}; ///< the act's subject, when it is a ticket
    std::optional<Shift> shift = {}; ///< the act's subject, when it is a shift
    std::optional<Feedback> feedback = {}; ///< the act's subject, when it is what a citizen said
    std::optional<UnitSettings> assigned = {}; ///< the act's subject, when it is an origin
    std::optional<HelpCall> help = {}; ///< the act's subject, when it is a call for help
    std::optional<HallNotice> notice = {}; ///< the act's subject, when it is a notice to the hall
    std::optional<Appointment> appointment = {}; ///< the act's subject, when it is an appointment
    int lastTicket = 0; ///< the highest count the act's group has given out today, 0 for none
    QString inHand = {}; ///< number of the ticket the actor has called or serves; empty without one
    QList<journal::EntryKey> heads = {}; ///< of the act's subject, ascending, whatever the subject is
    QStringList formFields = {}; ///< ids of what the form asks that the dossier pins (answerIds()): what was never answered may be corrected in too
    QStringList moneyAnswers = {}; ///< of the same form, by id (motcua::moneyAnswers()): a contradiction in them is decided by a supervisor
    int lastNumber = 0; ///< highest number this desk's range has given out on the day of the receipt, 0 for none
    qint64 nowMs = 0; ///< wall clock, milliseconds since 1970-01-01 UTC
    bool clockDoubtful = false; ///< behind the last entry or off a peer: a receipt date needs a supervisor
    std::optional<Certification> certification = {}; ///< the act's subject, when it is a line of the register of certifications
    std::optional<Dossier> certifies = {}; ///< the one whose papers the act certifies
    bool isCertified = false; ///< a line of the register that holds is about it already
    QString series = {}; ///< of the books this desk enters certifications in, when the act enters one
    int lastCertification = 0; ///< the last number of that series in the year of the act, 0 for none
};

/**
 * The entries an act becomes, or why it must not happen.
 *
 * Pure. NotAllowed: the actor lacks the right. ClockBack: a receipt under a doubtful clock, for which no supervisor answers. Refused: the state forbids it (stale basis, unlawful step, second original,
 * last administrator). NotFound: no such dossier or person. NumbersExhausted: the desk's range is used up for the day.
 * UnitMissing: a dossier for a desk nobody has configured. TicketTaken, TicketInHand: of tickets, with the number in the detail. What a step's guards say, with their names in the detail: StepTakenBefore,
 * StepTooLate, PromiseWrong, SecondPersonMissing, NothingAskedFor, NotConfirmed; RuleNeedsReason: soft ones do not hold and no reason is given.
 * HeldPaperGone: a paper to be used again is not held for this person, with "dossier/paper" in the detail.
 * Invalid: the act itself says too little or nothing new. The drafts' basis is Situation::heads.
 */
[[nodiscard]] Result<QList<journal::EntryDraft>> decide(const Situation &situation, const Act &act);

/** When an act counts in law, milliseconds since 1970-01-01 UTC: an acceptance at its receipt, others as they say or at `nowMs`. */
[[nodiscard]] qint64 receiptMs(const Act &act, qint64 nowMs);

/** What a hall of several stores decided of an act about a ticket; null where this store decides. */
[[nodiscard]] const HallVerdict *verdictOn(const Act &act);

} // namespace motcua

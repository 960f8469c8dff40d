// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Money.h"
#include "models/ticket/Shift.h"
#include "models/ticket/TicketStep.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace motcua {

/** What a hall shared by several stores decided: it is written down here as it happened there, whatever this store knows of the ticket by now. */
struct HallVerdict
{
    Id entry = {}; ///< by which it was asked for there; becomes the id of the entry here
    qint64 atMs = 0; ///< when it happened by the clock of that hall, milliseconds since 1970-01-01 UTC
    int turn = 0; ///< its place among what happened to the ticket, from 1; 0: of an issue
    bool recovered = false; ///< this desk did not hear of it when it happened

    friend bool operator==(const HallVerdict &, const HallVerdict &) = default;
};

/** Somebody takes a number. Subject: the ticket's new id. By a person who serves or receives, or by a device such as a kiosk. */
struct IssueTicket
{
    QString group = {}; ///< letter of the service group
    int aheadMinutes = 0; ///< of waiting that the priority gives, 0 to Ticket::MaxAheadMinutes; why is not written anywhere for good
    QString number = {}; ///< as a hall shared by several stores gave it; empty: the next of the day in this store
    QString mark = {}; ///< two digits of a desk that gives numbers out apart from that hall: the next of its own, "A03-01"
    std::optional<HallVerdict> decided = {}; ///< by such a hall
};

/** Something happens to a ticket. Subject: the ticket. Errors: TicketTaken, TicketInHand with the number in the detail. */
struct StepTicket
{
    TicketStep step = TicketStep::Call;
    QString group = {}; ///< of a transfer: letter of the new group; empty: it stays
    QString desk = {}; ///< of a transfer: "organisation code/desk number" that alone may call it; empty: any desk
    QString place = {}; ///< of a hold: an id of HallRules::holdPlaces
    QString reason = {}; ///< at most 200 characters; never says who the citizen is
    Id to = {}; ///< of a hand-over: the officer who answers for it from now on
    std::optional<HallVerdict> decided = {}; ///< by a hall shared by several stores
};

/** An officer opens a desk. Subject: the shift's new id. */
struct OpenShift
{
    Money cash = {}; ///< in the drawer, never below 0
};

/** The officer goes on a break, to the back office, back to serving, or closes. Subject: the shift, which is the actor's own. */
struct StepShift
{
    ShiftState to = ShiftState::Serving;
    qint64 untilMs = 0; ///< of a break: until when, milliseconds since 1970-01-01 UTC; 0: not said
    QString reason = {};
};

/**
 * The officer hands the desk to another one, who stood beside and gave their password. Subject: the actor's own shift, which ends by it.
 *
 * The forms the actor has not filed become the other's in the same transaction; tickets change hands by a step of their own.
 */
struct HandOverShift
{
    Id to = {}; ///< who takes over
    QStringList tickets = {}; ///< numbers of those on hold
    int drafts = 0; ///< forms that are not filed yet
    QList<Id> originals = {}; ///< dossiers whose originals lie here, at most MostNamed
    QList<Id> results = {}; ///< dossiers whose result waits here, at most MostNamed

    static constexpr qsizetype MostNamed = 1000;
};

/** Somebody is to come at a time. Subject: the appointment's new id. By a person who serves or receives. */
struct BookAppointment
{
    QString group = {}; ///< letter of the service group
    qint64 atMs = 0; ///< milliseconds since 1970-01-01 UTC, on a full minute, from now on and at most Appointment::MostDays ahead
    QString name = {}; ///< at most Appointment::LongestName characters; may be empty
    QString phone = {}; ///< digits, perhaps after a plus sign and with blanks between; may be empty
};

/** They came and have a number. Subject: the appointment, which was neither kept nor cancelled. By a person who serves or receives, or by a device such as a kiosk. */
struct KeepAppointment
{
    Id ticket = {};
};

/** They will not come. Subject: the appointment, as above. By a person who serves or receives. */
struct CancelAppointment
{
};

/** A citizen says how they were served. Subject: its new id. By a person who serves or receives, or by a device such as a kiosk. */
struct GiveFeedback
{
    int score = 0; ///< 1 to Feedback::BestScore; 0: none, and then there are words
    QStringList reasons = {}; ///< ids of FeedbackRules
    QString text = {}; ///< at most Feedback::LongestText characters
    QString contact = {}; ///< at most Feedback::LongestContact characters; empty: no answer is wanted
    QString ticket = {}; ///< number of the turn it is about; empty: not said
};

/** Whoever leads the centre says what was done about it. Subject: the feedback, which wanted an answer and has none. */
struct SettleFeedback
{
    QString answer = {};
};

/** Whoever leads the hall says for which groups a desk calls. Subject: the desk's origin. */
struct AssignDesk
{
    QStringList serves = {}; ///< letters; none: for all
};

/** A desk calls whoever leads the hall. Subject: the call's new id. By a person who serves or receives. */
struct CallHelp
{
    bool silent = false; ///< an alarm
};

/** Somebody who leads the hall says that they come. Subject: the call, which stands. */
struct AnswerHelp
{
};

/** The call is over. Subject: the call, which stands. By who called or by a supervisor; an alarm by a supervisor alone. */
struct EndHelp
{
};

/** Whoever leads the hall tells everybody in it something. Subject: its new id. */
struct PostNotice
{
    QString text = {}; ///< Vietnamese, at most HallNotice::LongestText characters
    QString textEn = {}; ///< as much; empty: none
    qint64 untilMs = 0; ///< milliseconds since 1970-01-01 UTC, at most HallNotice::MostDays ahead; 0: the end of the day
    bool closes = false; ///< nobody is called and no number given while it stands
};

/** It is taken back. Subject: the notice, which was not. */
struct WithdrawNotice
{
};

} // namespace motcua

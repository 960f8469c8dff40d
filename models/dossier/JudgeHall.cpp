// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/VietnamTime.h"
#include "models/dossier/Judge.h"
#include "models/journal/Kind.h"

#include <QJsonArray>

#include <algorithm>

namespace motcua {

using namespace journal;

namespace {

constexpr qsizetype LongestReason = 200;
constexpr qsizetype LongestName = 64; // of a place, a desk or a number

bool isLetter(const QString &group)
{
    return group.size() == 1 && group.at(0) >= u'A' && group.at(0) <= u'Z';
}

/** Steps after which the citizen is this officer's, who can have one at a time. */
bool takesInHand(TicketStep step)
{
    return step == TicketStep::Call || step == TicketStep::Begin || step == TicketStep::Resume;
}

} // namespace

Judge::Drafts Judge::operator()(const IssueTicket &what) const
{
    // A shared hall asked all this before it gave the number; what it gave is written down.
    if (!what.decided && m_act.actor.kind != Actor::Kind::Device && !may(servingRights())) {
        return notAllowed();
    }
    if (!what.decided && (m_now.ticket || !m_now.heads.isEmpty())) {
        return refused("the ticket exists already");
    }
    if (!isLetter(what.group) || what.aheadMinutes < 0 || what.aheadMinutes > Ticket::MaxAheadMinutes) {
        return invalid("a ticket is for a group with a capital letter, and at most four hours ahead");
    }
    if (!what.number.isEmpty() && (!what.number.startsWith(what.group) || Ticket::countIn(what.number) < 1)) {
        return invalid("a ticket's number is its group's letter and a count");
    }
    if (!what.mark.isEmpty() && Ticket::countIn(Ticket::numberOf(what.group, 1, what.mark)) != 1) {
        return invalid("the mark of a desk is two digits or three");
    }
    const QString number = what.number.isEmpty() ? Ticket::numberOf(what.group, m_now.lastTicket + 1, what.mark) : what.number;
    QJsonObject payload{{u"number"_qs, number}, {u"group"_qs, what.group}};
    if (what.aheadMinutes > 0) {
        payload.insert(u"ahead"_qs, what.aheadMinutes);
    }
    if (what.decided && what.decided->recovered) {
        payload.insert(u"recovered"_qs, true);
    }
    return draft(kind::TicketIssued, payload);
}

/** What forbids a step of a ticket, as it stands where that is decided. */
std::optional<Error> Judge::wrongTicketStep(const StepTicket &what) const
{
    if (!may(servingRights())) {
        return notAllowed();
    }
    if (!m_now.ticket || !m_now.ticket->isKnown()) {
        return Error{ErrorCode::NotFound, QStringLiteral("no such ticket")};
    }
    const Ticket &ticket = *m_now.ticket;
    const bool isLeftOver = vietnamTime(ticket.issuedAtMs).date() < vietnamTime(m_now.nowMs).date();
    const bool isTheirs = ticket.isAtDesk() && ticket.now().person != m_act.actor.id && !isLeftOver;
    const bool supervises = m_now.staff.may(m_act.actor.id, Right::SupervisorApprove) || isApproved();
    // Who sits down at a desk which somebody left with a citizen before it puts them aside for that officer, or back among those who wait.
    const bool tidiesDesk = ticket.now().desk == QString::fromUtf8(m_act.desk)
        && (what.step == TicketStep::Hold || what.step == TicketStep::Reinsert);
    // Whom another desk has called or serves is not there for this one; a supervisor may send them elsewhere.
    if (!afterStep(ticket.state, what.step) || (isTheirs && (takesInHand(what.step) || !(supervises || tidiesDesk)))) {
        return Error{ErrorCode::TicketTaken, ticket.number};
    }
    const bool isForAnotherDesk = !ticket.forDesk.isEmpty() && ticket.forDesk != QString::fromUtf8(m_act.desk);
    if (isForAnotherDesk && (what.step == TicketStep::Call || what.step == TicketStep::Begin)) {
        return Error{ErrorCode::TicketTaken, ticket.number};
    }
    if (takesInHand(what.step) && !m_now.inHand.isEmpty() && m_now.inHand != ticket.number) {
        return Error{ErrorCode::TicketInHand, m_now.inHand};
    }
    if (what.step == TicketStep::Transfer && what.desk.isEmpty() && (what.group.isEmpty() || what.group == ticket.group)) {
        return invalid("a transfer leads to another group or to a desk");
    }
    if (what.step == TicketStep::HandOver && ticket.now().person != m_act.actor.id) {
        return Error{ErrorCode::TicketTaken, ticket.number}; // only who answers for somebody can pass that on
    }
    return what.step == TicketStep::HandOver && !serves(what.to) ? std::optional(notAllowed()) : std::nullopt;
}

Judge::Drafts Judge::operator()(const StepTicket &what) const
{
    if (const std::optional<Error> wrong = what.decided ? std::nullopt : wrongTicketStep(what)) {
        return *wrong;
    }
    if (!(what.group.isEmpty() || isLetter(what.group)) || what.place.size() > LongestName || what.desk.size() > LongestName
        || what.reason.size() > LongestReason) {
        return invalid("a group is a letter, and places and reasons are short");
    }
    if (const auto error = unreadable({what.reason})) {
        return *error;
    }
    QJsonObject payload{{u"step"_qs, ticketStepName(what.step)}};
    const auto say = [&payload](const QString &name, const QString &text, bool fits) {
        if (fits && !text.isEmpty()) {
            payload.insert(name, text);
        }
    };
    say(QStringLiteral("group"), what.group, what.step == TicketStep::Transfer);
    say(QStringLiteral("desk"), what.desk, what.step == TicketStep::Transfer);
    say(QStringLiteral("place"), what.place, what.step == TicketStep::Hold);
    say(QStringLiteral("to"), what.to.toString(), what.step == TicketStep::HandOver);
    say(QStringLiteral("reason"), spoken(what.reason), true);
    if (what.decided) {
        payload.insert(u"turn"_qs, what.decided->turn);
        if (what.decided->recovered) {
            payload.insert(u"recovered"_qs, true);
        }
    }
    return draft(kind::TicketStepped, payload);
}

Judge::Drafts Judge::operator()(const OpenShift &what) const
{
    if (!may(servingRights())) {
        return notAllowed();
    }
    if (m_now.shift || !m_now.heads.isEmpty()) {
        return refused("the shift exists already");
    }
    if (!m_now.unit.isConfigured()) {
        return Error{ErrorCode::UnitMissing, QStringLiteral("unit and desk are not configured")};
    }
    if (what.cash < Money{}) {
        return invalid("a drawer holds no less than nothing");
    }
    return draft(kind::ShiftOpened, {{u"cash"_qs, what.cash.dong}});
}

Judge::Drafts Judge::operator()(const StepShift &what) const
{
    if (!m_now.shift || !m_now.shift->isKnown()) {
        return Error{ErrorCode::NotFound, QStringLiteral("no such shift")};
    }
    const bool own = m_act.actor == Actor{Actor::Kind::Person, m_now.shift->person};
    const bool closesForAnother = what.to == ShiftState::Closed && may({Right::SupervisorApprove});
    if (!own && !closesForAnother) {
        return notAllowed();
    }
    if (!m_now.shift->isOpen() || m_now.shift->state == what.to) {
        return refused("the shift is in that state, or over");
    }
    if (what.reason.size() > LongestReason) {
        return invalid("a reason is short");
    }
    if (const auto error = unreadable({what.reason})) {
        return *error;
    }
    QJsonObject payload{{u"to"_qs, shiftStateName(what.to)}};
    if (what.untilMs != 0) {
        payload.insert(u"until"_qs, isoTime(what.untilMs));
    }
    if (!isBlank(what.reason)) {
        payload.insert(u"reason"_qs, spoken(what.reason));
    }
    return draft(kind::ShiftStepped, payload);
}

bool Judge::serves(const Id &person) const
{
    const QList<Right> rights = servingRights();
    return std::any_of(rights.cbegin(), rights.cend(), [this, &person](Right right) { return m_now.staff.may(person, right); });
}

Judge::Drafts Judge::operator()(const HandOverShift &what) const
{
    if (!m_now.shift || !m_now.shift->isKnown()) {
        return Error{ErrorCode::NotFound, QStringLiteral("no such shift")};
    }
    if (m_act.actor != Actor{Actor::Kind::Person, m_now.shift->person} || !serves(what.to)) {
        return notAllowed();
    }
    if (what.to == m_act.actor.id) {
        return Error{ErrorCode::SecondPersonMissing, {}};
    }
    if (!m_now.shift->isOpen()) {
        return refused("the shift is over");
    }
    if (what.drafts < 0 || what.originals.size() > HandOverShift::MostNamed || what.results.size() > HandOverShift::MostNamed) {
        return invalid("a hand-over names no more than fits a page");
    }
    const auto named = [](const QList<Id> &dossiers) {
        QJsonArray ids;
        for (const Id &id : dossiers) {
            ids.append(id.toString());
        }
        return ids;
    };
    return draft(kind::ShiftHandedOver, {{u"to"_qs, what.to.toString()}, {u"tickets"_qs, QJsonArray::fromStringList(what.tickets)},
                                            {u"drafts"_qs, what.drafts}, {u"originals"_qs, named(what.originals)}, {u"results"_qs, named(what.results)}});
}

} // namespace motcua

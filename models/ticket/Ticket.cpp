// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket/Ticket.h"

#include "models/journal/Json.h"
#include "models/journal/Kind.h"
#include "models/journal/SubjectLog.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace motcua {

using namespace journal;

namespace {

QJsonObject jsonOf(const TicketInterval &interval)
{
    QJsonObject json{{u"state"_qs, static_cast<int>(interval.state)}, {u"group"_qs, interval.group}, {u"from"_qs, interval.fromMs},
        {u"until"_qs, interval.untilMs}};
    if (!interval.person.isNull()) {
        json.insert(u"person", interval.person.toString());
    }
    if (!interval.desk.isEmpty()) {
        json.insert(u"desk", interval.desk);
    }
    if (!interval.place.isEmpty()) {
        json.insert(u"place", interval.place);
    }
    return json;
}

TicketState stateOf(const QJsonValue &value)
{
    return static_cast<TicketState>(std::clamp(value.toInt(1), static_cast<int>(TicketState::Waiting), static_cast<int>(TicketState::Finished)));
}

/** Which turn of its ticket an entry was, where a hall of several stores decided it; else 0. */
int turnIn(const Entry &entry)
{
    if (entry.header.kind != kind::TicketStepped) {
        return 0;
    }
    const Reading reading = Kinds::known().read(entry);
    return reading.state == Reading::State::Read ? std::max(0, reading.payload.value(u"turn").toInt()) : 0;
}

TicketInterval intervalOf(const QJsonObject &json)
{
    return {stateOf(json.value(u"state")), json.value(u"group").toString(), json.value(u"from").toInteger(), json.value(u"until").toInteger(),
        Id::fromString(json.value(u"person").toString()), json.value(u"desk").toString(), json.value(u"place").toString()};
}

} // namespace

qint64 Ticket::spentMs(TicketState in, qint64 nowMs) const
{
    qint64 spent = 0;
    for (const TicketInterval &one : intervals) {
        const qint64 until = one.untilMs != 0 ? one.untilMs : std::max(nowMs, one.fromMs);
        spent += one.state == in ? until - one.fromMs : 0;
    }
    return spent;
}

void Ticket::take(const Entry &entry)
{
    const Reading reading = Kinds::known().read(entry);
    if (reading.state == Reading::State::FromNewerProgram) {
        fromNewerProgram = true;
        return;
    }
    if (reading.state != Reading::State::Read) {
        return;
    }
    if (entry.header.kind == kind::TicketIssued && !isKnown()) {
        number = reading.payload.value(u"number").toString();
        group = reading.payload.value(u"group").toString();
        aheadMinutes = std::clamp(reading.payload.value(u"ahead").toInt(), 0, MaxAheadMinutes);
        issuedAtMs = entry.header.receiptMs;
        state = TicketState::Waiting;
        intervals = {{TicketState::Waiting, group, issuedAtMs, 0, {}, {}, {}}};
    } else if (entry.header.kind == kind::TicketStepped) {
        step(entry, reading.payload);
    }
}

void Ticket::step(const Entry &entry, const QJsonObject &payload)
{
    turn = std::max(turn, payload.value(u"turn").toInt());
    const std::optional<TicketStep> taken = ticketStepNamed(payload.value(u"step").toString());
    const std::optional<TicketState> next = taken && isKnown() ? afterStep(state, *taken) : std::nullopt;
    if (!next) {
        ++refusedSteps;
        return;
    }
    if (taken == TicketStep::Call || taken == TicketStep::Recall) {
        calls = taken == TicketStep::Call ? 1 : calls + 1;
    }
    if (taken == TicketStep::Transfer) {
        group = payload.value(u"group").toString(group);
        forDesk = payload.value(u"desk").toString();
    }
    if (payload.contains(u"reason")) {
        reason = payload.value(u"reason").toString();
    }
    if (next == TicketState::Waiting) {
        calls = 0;
    }
    if (taken == TicketStep::Recall) {
        return; // the same desk asks again: the citizen is still on the way
    }
    // A clock that was set back makes no time shorter than none.
    const qint64 at = std::max({entry.header.receiptMs, now().fromMs, now().untilMs});
    const QString place = now().place; // where the citizen is does not change with who answers for them
    if (state != TicketState::Finished) {
        intervals.last().untilMs = at;
    }
    state = *next;
    if (state == TicketState::Finished) {
        return;
    }
    TicketInterval interval{state, group, at, 0, {}, {}, {}};
    if (state != TicketState::Waiting) {
        interval.person = entry.header.actor.id;
        interval.desk = QString::fromUtf8(entry.header.desk);
    }
    if (state == TicketState::OnHold) {
        interval.place = taken == TicketStep::HandOver ? place : payload.value(u"place").toString();
    }
    if (taken == TicketStep::HandOver) {
        interval.person = Id::fromString(payload.value(u"to").toString());
    }
    intervals.append(interval);
}

Ticket Ticket::fold(const Id &ticket, const QList<Entry> &entries)
{
    const SubjectLog log(ticket, entries);
    Ticket folded;
    folded.id = ticket;
    folded.heads = log.order().heads();
    // What a hall of several stores decided happened in its order, whoever knew of what and whatever their clocks said; among the places of such steps.
    QList<qsizetype> order;
    QList<qsizetype> places;
    QList<std::pair<int, qsizetype>> decided;
    for (qsizetype place = 0; place < log.size(); ++place) {
        order.append(place);
        if (const int turn = turnIn(log.at(place)); turn > 0) {
            places.append(place);
            decided.append({turn, place});
        }
    }
    std::stable_sort(decided.begin(), decided.end(), [](const auto &one, const auto &other) { return one.first < other.first; });
    for (qsizetype i = 0; i < places.size(); ++i) {
        order[places.at(i)] = decided.at(i).second;
    }
    // Steps that overtook their ticket's issue on the way count after it.
    for (const bool issue : {true, false}) {
        for (const qsizetype place : std::as_const(order)) {
            if ((log.at(place).header.kind == kind::TicketIssued) == issue) {
                folded.take(log.at(place));
            }
        }
    }
    return folded;
}

std::optional<Ticket> Ticket::after(const Entry &entry) const
{
    if (entry.header.subject != id || entry.header.basis != heads || entry.header.kind != kind::TicketStepped || !isKnown()) {
        return std::nullopt;
    }
    if (const int at = turnIn(entry); at > 0 && at <= turn) {
        return std::nullopt; // it happened before another that is known already
    }
    Ticket next = *this;
    next.take(entry);
    next.heads = {entry.header.key};
    return next;
}

QJsonObject Ticket::toJson() const
{
    QJsonArray times;
    for (const TicketInterval &one : intervals) {
        times.append(jsonOf(one));
    }
    QJsonObject json{{u"number"_qs, number}, {u"group"_qs, group}, {u"issuedAt"_qs, issuedAtMs}, {u"state"_qs, static_cast<int>(state)},
        {u"calls"_qs, calls}, {u"intervals"_qs, times}};
    const auto put = [&json](const QString &name, const QJsonValue &value, bool said) {
        if (said) {
            json.insert(name, value);
        }
    };
    put(QStringLiteral("id"), id.toString(), true);
    put(QStringLiteral("ahead"), aheadMinutes, aheadMinutes != 0);
    put(QStringLiteral("forDesk"), forDesk, !forDesk.isEmpty());
    put(QStringLiteral("reason"), reason, !reason.isEmpty());
    put(QStringLiteral("turn"), turn, turn != 0);
    put(QStringLiteral("refusedSteps"), refusedSteps, refusedSteps != 0);
    put(QStringLiteral("fromNewerProgram"), true, fromNewerProgram);
    put(QStringLiteral("heads"), keysToJson(heads), true);
    return json;
}

Ticket Ticket::fromJson(const QJsonObject &json)
{
    Ticket ticket;
    ticket.id = Id::fromString(json.value(u"id").toString());
    ticket.number = json.value(u"number").toString();
    ticket.group = json.value(u"group").toString();
    ticket.forDesk = json.value(u"forDesk").toString();
    ticket.issuedAtMs = json.value(u"issuedAt").toInteger();
    ticket.aheadMinutes = json.value(u"ahead").toInt();
    ticket.state = stateOf(json.value(u"state"));
    ticket.calls = json.value(u"calls").toInt();
    for (const QJsonValue &one : json.value(u"intervals").toArray()) {
        ticket.intervals.append(intervalOf(one.toObject()));
    }
    ticket.reason = json.value(u"reason").toString();
    ticket.turn = json.value(u"turn").toInt();
    ticket.refusedSteps = json.value(u"refusedSteps").toInt();
    ticket.fromNewerProgram = json.value(u"fromNewerProgram").toBool();
    ticket.heads = keysFromJson(json.value(u"heads").toArray());
    return ticket;
}

QString Ticket::numberOf(const QString &letter, int count, const QString &mark)
{
    return mark.isEmpty() ? letter + QString::number(count).rightJustified(3, u'0') : letter + mark + u'-' + QString::number(count).rightJustified(2, u'0');
}

int Ticket::countIn(const QString &number)
{
    static const QRegularExpression shape(QStringLiteral("^[A-Z](?:[0-9]{2,3}-)?([0-9]{1,9})$"));
    return shape.match(number).captured(1).toInt();
}

} // namespace motcua

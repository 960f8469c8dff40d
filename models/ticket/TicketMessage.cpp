// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket/TicketMessage.h"

#include "models/ticket/HallRules.h"

#include <algorithm>

namespace motcua {

namespace {

constexpr qint64 SecondMs = 1000;
constexpr qint64 MessageMinuteMs = 60 * SecondMs;
constexpr qint64 SoonUsefulMs = 5 * MessageMinuteMs; // the line has moved on by then
constexpr qint64 HeldUsefulMs = 15 * MessageMinuteMs;

QString numberOfDesk(const QString &desk)
{
    return desk.section(u'/', -1);
}

/** An officer who went away put them there: the citizen did not go anywhere. */
bool isAway(const HallRules &rules, const TicketInterval &held)
{
    const auto isPlace = [&held](const HoldPlace &place) { return place.id == held.place; };
    return held.place.isEmpty() || std::any_of(rules.holdPlaces.cbegin(), rules.holdPlaces.cend(), isPlace);
}

std::optional<DueTicketMessage> dueOf(const HallRules &rules, const Ticket &ticket, qint64 nowMs)
{
    const TicketMessageRule &rule = rules.messages;
    const TicketInterval now = ticket.now();
    DueTicketMessage due{.ticket = ticket.id, .number = ticket.number};
    if (ticket.state == TicketState::Called) {
        due.kind = TicketMessageKind::Called;
        due.desk = numberOfDesk(now.desk);
        due.untilMs = now.fromMs + rule.usefulSeconds * SecondMs;
        return nowMs < due.untilMs ? std::optional(due) : std::nullopt;
    }
    const qint64 overMs = now.fromMs + rule.holdMinutes * MessageMinuteMs;
    if (ticket.state == TicketState::OnHold && isAway(rules, now) && nowMs >= overMs && nowMs < overMs + HeldUsefulMs) {
        due.kind = TicketMessageKind::HeldLong;
        due.minutes = rule.holdMinutes;
        due.untilMs = overMs + HeldUsefulMs;
        return due;
    }
    return std::nullopt;
}

} // namespace

QString ticketMessageName(TicketMessageKind kind)
{
    switch (kind) {
    case TicketMessageKind::Soon:
        return QStringLiteral("soon");
    case TicketMessageKind::Called:
        return QStringLiteral("called");
    case TicketMessageKind::HeldLong:
        break;
    }
    return QStringLiteral("held");
}

QList<DueTicketMessage> dueTicketMessages(
    const HallRules &rules, const QList<QList<Ticket>> &lines, const QList<Ticket> &others, const QMap<Id, QString> &phones, qint64 nowMs)
{
    QList<DueTicketMessage> due;
    if (rules.messages.before == 0) {
        return due;
    }
    for (const Ticket &ticket : others) {
        if (const auto one = phones.contains(ticket.id) ? dueOf(rules, ticket, nowMs) : std::nullopt) {
            due.append(*one);
        }
    }
    std::stable_sort(due.begin(), due.end(), [](const DueTicketMessage &one, const DueTicketMessage &other) { return one.kind == TicketMessageKind::Called && other.kind != TicketMessageKind::Called; });
    for (const QList<Ticket> &line : lines) {
        for (int before = 0; before < line.size() && before <= rules.messages.before; ++before) {
            const Ticket &ticket = line.at(before);
            if (phones.contains(ticket.id) && nowMs - ticket.issuedAtMs >= rules.messages.quietMinutes * MessageMinuteMs) {
                due.append({.ticket = ticket.id, .kind = TicketMessageKind::Soon, .number = ticket.number, .before = before, .untilMs = nowMs + SoonUsefulMs});
            }
        }
    }
    return due;
}

QString ticketMessageText(const HallRules &rules, const DueTicketMessage &due, const QStringList &needs)
{
    QString text;
    for (const TicketMessageText &one : rules.messages.texts) {
        if (one.kind == due.kind && (needs.contains(one.need) || (one.need.isEmpty() && text.isEmpty()))) {
            text = one.text;
            if (!one.need.isEmpty()) {
                break;
            }
        }
    }
    return text.replace(QStringLiteral("{number}"), due.number)
        .replace(QStringLiteral("{desk}"), due.desk)
        .replace(QStringLiteral("{before}"), QString::number(due.before))
        .replace(QStringLiteral("{minutes}"), QString::number(due.minutes));
}

} // namespace motcua

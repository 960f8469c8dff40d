// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket/TicketMessage.h"

#include "models/ticket/HallRules.h"

#include <algorithm>
#include <iterator>
#include <tuple>

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

/** Whoever is handed over to another officer is neither called nor put on hold anew; who is sent on waits in another line. */
int occasionOf(const Ticket &ticket)
{
    int times = 0;
    for (qsizetype i = 0; i < ticket.intervals.size(); ++i) {
        const bool goesOn = i > 0 && ticket.intervals.at(i - 1).state == ticket.state && ticket.state != TicketState::Waiting;
        times += ticket.intervals.at(i).state == ticket.state && !goesOn ? 1 : 0;
    }
    return std::max(1, times);
}

std::optional<DueTicketMessage> dueOf(const HallRules &rules, const Ticket &ticket, qint64 nowMs)
{
    const TicketMessageRule &rule = rules.messages;
    const TicketInterval now = ticket.now();
    DueTicketMessage due{.ticket = ticket.id, .occasion = occasionOf(ticket), .number = ticket.number};
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

QString ticketMessageName(TicketMessageKind kind, int occasion)
{
    QString name = QStringLiteral("held");
    if (kind != TicketMessageKind::HeldLong) {
        name = kind == TicketMessageKind::Soon ? QStringLiteral("soon") : QStringLiteral("called");
    }
    return occasion > 1 ? name + u'-' + QString::number(occasion) : name;
}

QString ticketMessageNow(const Ticket &ticket)
{
    switch (ticket.state) {
    case TicketState::Waiting:
        return ticketMessageName(TicketMessageKind::Soon, occasionOf(ticket));
    case TicketState::Called:
        return ticketMessageName(TicketMessageKind::Called, occasionOf(ticket));
    case TicketState::OnHold:
        return ticketMessageName(TicketMessageKind::HeldLong, occasionOf(ticket));
    case TicketState::Serving:
    case TicketState::NoShow:
    case TicketState::Finished:
        break;
    }
    return {};
}

QList<QList<Ticket>> ticketLines(const QList<Ticket> &waiting, const QList<CallingDesk> &desks)
{
    QList<Ticket> all = waiting;
    std::sort(all.begin(), all.end(), [](const Ticket &one, const Ticket &other) {
        return std::tuple(one.rankMs(), Ticket::countIn(one.number), one.number) < std::tuple(other.rankMs(), Ticket::countIn(other.number), other.number);
    });
    QMap<QString, QList<Ticket>> lines; // of desks that call the same there is one
    for (const CallingDesk &desk : desks) {
        QList<Ticket> line;
        std::copy_if(all.cbegin(), all.cend(), std::back_inserter(line), [&desk](const Ticket &ticket) { return desk.calls(ticket); });
        // Somebody sent to this very desk waits for nobody else.
        const auto own = std::stable_partition(line.begin(), line.end(), [](const Ticket &ticket) { return !ticket.forDesk.isEmpty(); });
        QStringList letters = desk.serves;
        letters.sort();
        lines.insert(own == line.begin() ? letters.join(u' ') : desk.desk, line);
    }
    for (const Ticket &ticket : desks.isEmpty() ? all : QList<Ticket>()) {
        lines[ticket.forDesk.isEmpty() ? ticket.group : ticket.forDesk].append(ticket);
    }
    return lines.values();
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
            if (!phones.contains(ticket.id) || nowMs - ticket.issuedAtMs < rules.messages.quietMinutes * MessageMinuteMs) {
                continue;
            }
            const auto known = std::find_if(due.begin(), due.end(), [&ticket](const DueTicketMessage &one) { return one.ticket == ticket.id; });
            if (known != due.end()) {
                known->before = std::min(known->before, before);
            } else {
                due.append({.ticket = ticket.id, .kind = TicketMessageKind::Soon, .occasion = occasionOf(ticket), .number = ticket.number, .before = before, .untilMs = nowMs + SoonUsefulMs});
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

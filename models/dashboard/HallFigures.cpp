// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dashboard/HallFigures.h"

#include <QMap>

#include <algorithm>

namespace motcua {

namespace {

constexpr qint64 HourMs = 60 * 60'000;

void takeShift(QMap<QString, DeskFigures> &desks, const Shift &shift)
{
    DeskFigures &desk = desks[shift.desk];
    if (desk.isOpened && !shift.isOpen()) {
        return;
    }
    desk.person = shift.person;
    desk.state = shift.state;
    desk.isOpened = shift.isOpen();
    desk.shift = shift.isOpen() ? shift.id : Id();
    desk.untilMs = shift.state == ShiftState::OnBreak ? shift.now().announcedMs : 0;
}

void takeTicket(QMap<QString, DeskFigures> &desks, const Ticket &ticket)
{
    if (const QString at = servedAt(ticket); !at.isEmpty()) {
        ++desks[at].served;
    }
    if (!ticket.isAtDesk()) {
        return;
    }
    const TicketInterval now = ticket.now();
    DeskFigures &desk = desks[now.desk];
    desk.ticket = ticket.number;
    desk.isCalled = ticket.state == TicketState::Called;
    desk.sinceMs = now.fromMs;
    if (!desk.isOpened) {
        desk.person = now.person; // who serves without having opened the desk
    }
}

} // namespace

int DeskFigures::number() const
{
    return desk.mid(desk.lastIndexOf(u'/') + 1).toInt();
}

bool waitedAt(const Ticket &ticket, qint64 atMs)
{
    return std::any_of(ticket.intervals.cbegin(), ticket.intervals.cend(), [atMs](const TicketInterval &one) {
        return one.state == TicketState::Waiting && one.fromMs <= atMs && (one.untilMs == 0 || one.untilMs > atMs);
    });
}

QString servedAt(const Ticket &ticket)
{
    if (ticket.state != TicketState::Finished) {
        return {};
    }
    const auto last = std::find_if(ticket.intervals.crbegin(), ticket.intervals.crend(),
        [](const TicketInterval &one) { return one.state == TicketState::Serving; });
    return last == ticket.intervals.crend() ? QString() : last->desk;
}

HallFigures HallFigures::of(const QList<Ticket> &tickets, const QList<Shift> &shifts, const QStringList &desks, qint64 nowMs)
{
    HallFigures hall;
    QMap<QString, DeskFigures> byDesk;
    for (const QString &desk : desks) {
        byDesk[desk]; // also one at which nobody has been yet
    }
    QList<Shift> inTime = shifts;
    std::stable_sort(inTime.begin(), inTime.end(), [](const Shift &a, const Shift &b) { return a.openedAtMs < b.openedAtMs; });
    for (const Shift &shift : inTime) {
        takeShift(byDesk, shift);
    }
    QMap<QString, int> groups;
    const qint64 hourAgo = nowMs - HourMs;
    int before = 0;
    bool wasOpen = false;
    for (const Ticket &ticket : tickets) {
        takeTicket(byDesk, ticket);
        if (ticket.refusedSteps > 0) {
            hall.apart.append(ticket.number);
        }
        wasOpen = wasOpen || ticket.issuedAtMs <= hourAgo;
        before += waitedAt(ticket, hourAgo) ? 1 : 0;
        if (ticket.state != TicketState::Waiting) {
            continue;
        }
        ++hall.waiting;
        ++groups[ticket.group];
        if (hall.longest.isEmpty() || ticket.issuedAtMs < hall.longestSinceMs) {
            hall.longest = ticket.number;
            hall.longestGroup = ticket.group;
            hall.longestSinceMs = ticket.issuedAtMs;
        }
    }
    hall.hourAgo = wasOpen ? std::optional(before) : std::nullopt;
    for (auto it = groups.cbegin(); it != groups.cend(); ++it) {
        hall.groups.append({it.key(), it.value()});
    }
    for (auto it = byDesk.begin(); it != byDesk.end(); ++it) {
        it->desk = it.key();
        hall.desks.append(*it);
    }
    std::stable_sort(hall.desks.begin(), hall.desks.end(), [](const DeskFigures &a, const DeskFigures &b) { return a.number() < b.number(); });
    hall.apart.sort();
    return hall;
}

} // namespace motcua

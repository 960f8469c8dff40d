// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/hall/Board.h"
#include "models/base/VietnamTime.h"

namespace motcua::test {

constexpr qint64 Minute = 60'000;

/** Monday 23/11/2026, 14:52. */
inline qint64 boardNow()
{
    return vietnamTime(QDate(2026, 11, 23), QTime(14, 52)).toMSecsSinceEpoch();
}

inline HallRules boardRules()
{
    return {.groups = {{u"A"_qs, u"Hộ tịch"_qs, u"Civil status"_qs, {}}, {u"B"_qs, u"Chứng thực"_qs, u"Certification"_qs, {}},
                {u"C"_qs, u"Cư trú"_qs, u"Residence"_qs, {}}, {u"D"_qs, u"Đất đai"_qs, u"Land"_qs, {}}, {u"E"_qs, u"Trả kết quả"_qs, u"Collecting results"_qs, {}},
                {u"F"_qs, u"Đăng ký kinh doanh"_qs, u"Business registration"_qs, {}}, {u"G"_qs, u"Chưa rõ: hỏi hướng dẫn"_qs, u"Not sure: ask the guide"_qs, {}}},
        .priorities = {}, .needs = {}, .holdPlaces = {}, .post = {}, .recalls = 3, .forgottenMinutes = 45};
}

inline BoardPlace boardPlace()
{
    return {u"Trung tâm Phục vụ hành chính công phường Hòa An"_qs, false, boardRules()};
}

inline BoardDay boardDay()
{
    return {QDate(2026, 11, 23), true, {{QTime(7, 30), QTime(11, 30)}, {QTime(13, 0), QTime(17, 0)}}, true, u"Ngày Văn hóa Việt Nam"_qs};
}

/** A ticket that waits since `minutes` ago. */
inline Ticket waitingTicket(const QString &number, int minutes = 30)
{
    Ticket ticket;
    ticket.number = number;
    ticket.group = number.left(1);
    ticket.issuedAtMs = boardNow() - minutes * Minute;
    ticket.intervals = {{TicketState::Waiting, ticket.group, ticket.issuedAtMs, 0, {}, {}, {}}};
    return ticket;
}

/** The same, in another state since `minutes` ago at this desk. */
inline Ticket moved(Ticket ticket, TicketState to, int minutes, int desk = 3)
{
    const qint64 at = boardNow() - minutes * Minute;
    ticket.intervals.last().untilMs = at;
    ticket.state = to;
    ticket.calls = to == TicketState::Called ? 1 : ticket.calls;
    ticket.intervals.append({to, ticket.group, at, 0, {}, u"H26.31.05/%1"_qs.arg(desk), {}});
    return ticket;
}

inline Shift shiftAt(int desk, ShiftState state, qint64 announcedMs = 0)
{
    Shift shift;
    shift.desk = u"H26.31.05/%1"_qs.arg(desk);
    shift.openedAtMs = boardNow() - 400 * Minute;
    shift.state = state;
    shift.intervals = {{state, shift.openedAtMs, 0, announcedMs}};
    return shift;
}

/** A hall in the middle of the afternoon: calls, missed, held, a desk on a break, waits that are known. */
inline HallView fullHall()
{
    HallView view;
    view.usesTickets = true;
    for (int n = 13; n < 22; ++n) {
        view.next.append(waitingTicket(Ticket::numberOf(u"A"_qs, n), 40 - n));
    }
    for (int n = 7; n < 11; ++n) {
        view.next.append(waitingTicket(Ticket::numberOf(u"B"_qs, n), 20 - n));
    }
    view.next.append(waitingTicket(u"F001"_qs, 3));
    view.elsewhere = {waitingTicket(u"D002"_qs, 50), waitingTicket(u"D003"_qs, 40)};
    view.atOthers = {moved(waitingTicket(u"A012"_qs), TicketState::Called, 0, 3), moved(moved(waitingTicket(u"B006"_qs), TicketState::Called, 3, 1), TicketState::Serving, 2, 1),
        moved(waitingTicket(u"C004"_qs), TicketState::Called, 4, 2), moved(moved(waitingTicket(u"B005"_qs), TicketState::Called, 12, 4), TicketState::Serving, 11, 4),
        moved(moved(waitingTicket(u"A010"_qs), TicketState::Called, 15, 5), TicketState::Serving, 14, 5), moved(moved(waitingTicket(u"E001"_qs), TicketState::Called, 20, 6), TicketState::Serving, 19, 6)};
    view.inHand = moved(moved(waitingTicket(u"A011"_qs), TicketState::Called, 9, 12), TicketState::Serving, 8, 12);
    view.missed = {moved(waitingTicket(u"A008"_qs), TicketState::NoShow, 30), moved(waitingTicket(u"B002"_qs), TicketState::NoShow, 10)};
    view.held = {moved(waitingTicket(u"A009"_qs), TicketState::OnHold, 12)};
    view.shifts = {shiftAt(3, ShiftState::Serving), shiftAt(1, ShiftState::Serving), shiftAt(2, ShiftState::OnBreak, vietnamTime(QDate(2026, 11, 23), QTime(15, 0)).toMSecsSinceEpoch()),
        shiftAt(7, ShiftState::BackOffice)};
    for (const ServiceGroup &group : boardRules().groups) {
        if (group.letter != u'D') {
            view.desks.insert(group.letter, 2);
            view.servedMs.insert(group.letter, {5 * Minute, 7 * Minute, 9 * Minute});
        }
    }
    return view;
}

inline BoardPlan boardPlan(int columns = 3)
{
    return {.columns = columns, .groups = {}, .lastTicketMinutes = 30,
        .notices = {{u"Xin chuẩn bị sẵn căn cước và giấy tờ trước khi đến lượt."_qs, u"Please have your card and papers ready before you are called."_qs, {}, {}}}, .page = {}};
}

inline Board boardOf(const HallView &view, int columns = 3, const Board &before = {}, qint64 nowMs = boardNow())
{
    return Board::of(view, boardRules(), boardPlan(columns), boardDay(), nowMs, before);
}

} // namespace motcua::test

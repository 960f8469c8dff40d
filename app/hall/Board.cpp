// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hall/Board.h"

#include "app/hall/HallWait.h"
#include "models/base/VietnamTime.h"
#include "models/ticket/DeskHours.h"

#include <algorithm>
#include <tuple>

namespace motcua {

namespace {

constexpr int MostDesk = 9999; // DeskNumber in the unit's settings is smaller; more is no number of a desk

/** The number behind the organisation's code. */
int deskNumber(const QString &desk)
{
    bool isNumber = false;
    const int number = desk.section(u'/', -1).toInt(&isNumber);
    return isNumber && number >= 1 && number <= MostDesk ? number : 0;
}

QList<BoardNumber> numbersOf(const QList<Ticket> &tickets)
{
    QList<BoardNumber> numbers;
    for (const Ticket &ticket : tickets) {
        if (const auto number = BoardNumber::read(ticket.number)) {
            numbers.append(*number);
        }
    }
    return numbers;
}

/** When somebody at a desk was called there; those who were not called, when they came. */
qint64 calledAt(const Ticket &ticket)
{
    const qsizetype last = ticket.intervals.size() - 1;
    const bool wasCalled = last > 0 && ticket.state == TicketState::Serving && ticket.intervals.at(last - 1).state == TicketState::Called;
    return wasCalled ? ticket.intervals.at(last - 1).fromMs : ticket.now().fromMs;
}

const BoardCall *sameCall(const Board &board, const BoardCall &call)
{
    const auto found = std::find_if(board.calls.cbegin(), board.calls.cend(), [&call](const BoardCall &one) {
        return one.number == call.number && one.desk == call.desk && one.calledMs == call.calledMs;
    });
    return found == board.calls.cend() ? nullptr : &*found;
}

QList<QChar> lettersShown(const HallRules &rules, const BoardPlan &plan)
{
    QList<QChar> letters;
    QList<QChar> all;
    for (const ServiceGroup &group : rules.groups) {
        all.append(group.letter.front());
        if (plan.groups.contains(group.letter)) {
            letters.append(group.letter.front());
        }
    }
    return letters.isEmpty() ? all : letters; // a board that shows nothing is a mistake of who wrote it down
}

QList<BoardCall> callsOf(const HallView &view, const QList<QChar> &letters, bool isWhole, qint64 nowMs, const Board &before)
{
    QList<Ticket> atDesks = view.atOthers;
    if (view.inHand) {
        atDesks.append(*view.inHand);
    }
    QList<BoardCall> calls;
    for (const Ticket &ticket : std::as_const(atDesks)) {
        const auto number = BoardNumber::read(ticket.number);
        const QChar waitedFor = ticket.group.isEmpty() ? QChar() : ticket.group.front();
        // Whoever was sent on to another group still looks for the letter on the ticket.
        const QChar group = number && letters.contains(number->letter) ? number->letter : waitedFor;
        if (!number || !ticket.isAtDesk() || (!isWhole && !letters.contains(group))) {
            continue;
        }
        BoardCall call{*number, letters.contains(group) ? group : letters.value(letters.size() - 1), deskNumber(ticket.now().desk), calledAt(ticket), 0, ticket.calls,
            ticket.state == TicketState::Serving};
        const BoardCall *known = sameCall(before, call);
        call.lastMs = !known ? call.calledMs : known->times < call.times ? nowMs : known->lastMs;
        calls.append(call);
    }
    std::sort(calls.begin(), calls.end(), [](const BoardCall &a, const BoardCall &b) {
        return std::tuple(b.lastMs, b.calledMs, a.number.letter, a.number.mark, a.number.count) < std::tuple(a.lastMs, a.calledMs, b.number.letter, b.number.mark, b.number.count);
    });
    return calls;
}

QList<BoardBreak> breaksOf(const QList<Shift> &shifts, qint64 nowMs)
{
    QMap<int, BoardBreak> breaks;
    QList<int> serving;
    for (const Shift &shift : shifts) {
        const int desk = deskNumber(shift.desk);
        if (shift.state == ShiftState::Serving) {
            serving.append(desk);
        } else if (shift.isOpen() && desk > 0) {
            // Of an end that is over nobody knows how much longer it takes.
            const qint64 until = shift.now().announcedMs;
            breaks.insert(desk, {desk, until > nowMs ? until : 0});
        }
    }
    for (const int desk : std::as_const(serving)) {
        breaks.remove(desk); // a colleague sits there
    }
    return breaks.values();
}

} // namespace

std::optional<BoardNumber> BoardNumber::read(const QString &number)
{
    const int count = Ticket::countIn(number);
    const qsizetype dash = number.indexOf(u'-');
    const int mark = dash < 0 ? 0 : QStringView(number).sliced(1, dash - 1).toInt();
    return count >= 1 && count <= Most ? std::optional(BoardNumber{number.front(), count, mark}) : std::nullopt;
}

QString BoardNumber::shown() const
{
    return Ticket::numberOf(QString(letter), count, mark == 0 ? QString() : QString::number(mark).rightJustified(2, u'0'));
}

BoardDay BoardDay::of(const WorkingCalendar &calendar, QDate day)
{
    const QDate next = day.addDays(1);
    BoardDay found{day, calendar.covers(day), calendar.sessions(day), false, {}};
    if (calendar.covers(next) && !calendar.isOpen(next)) {
        found.closedTomorrow = true;
        found.tomorrow = calendar.dayName(next);
    }
    return found;
}

Board Board::of(const HallView &view, const HallRules &rules, const BoardPlan &plan, const BoardDay &day, qint64 nowMs, const Board &before)
{
    Board board;
    const QList<QChar> letters = lettersShown(rules, plan);
    board.calls = callsOf(view, letters, letters.size() == rules.groups.size(), nowMs, before);
    for (const QChar letter : letters) {
        const auto waits = [letter](const Ticket &ticket) { return ticket.group == letter; };
        const auto waiting
            = std::count_if(view.next.cbegin(), view.next.cend(), waits) + std::count_if(view.elsewhere.cbegin(), view.elsewhere.cend(), waits);
        board.groups.append({letter, static_cast<int>(waiting), waitFor(view, QString(letter))});
    }
    if (const QList<BoardNumber> next = numbersOf(view.next); !next.isEmpty()) {
        board.lines.append(next);
    }
    QMap<QString, QList<Ticket>> elsewhere;
    for (const Ticket &ticket : view.elsewhere) {
        elsewhere[ticket.group].append(ticket);
    }
    for (const QList<Ticket> &line : std::as_const(elsewhere)) {
        if (const QList<BoardNumber> numbers = numbersOf(line); !numbers.isEmpty()) {
            board.lines.append(numbers);
        }
    }
    QList<Ticket> missed = view.missed;
    std::stable_sort(missed.begin(), missed.end(), [](const Ticket &a, const Ticket &b) { return a.now().fromMs > b.now().fromMs; });
    board.missed = numbersOf(missed);
    board.held = numbersOf(view.held);
    board.breaks = breaksOf(view.shifts, nowMs);
    for (const HallNotice &notice : view.word.notices) {
        board.notices.append({notice.text, notice.textEn, {}, {}});
    }
    board.notices += plan.noticesOn(day.day);
    if (const HallNotice *closing = view.word.closing()) {
        board.closing = BoardNotice{closing->text, closing->textEn, {}, {}};
    }
    board.day = day;
    const QTime closing = closingTime(day.hours, vietnamTime(nowMs).time());
    board.lastTicket = plan.lastTicketMinutes > 0 && closing.isValid() ? lastTicketTime(day.hours, plan.lastTicketMinutes) : QTime();
    // A desk on its own knows nothing of what the others call.
    board.isLive = view.aloneSinceMs == 0;
    board.atMs = board.isLive ? nowMs : view.aloneSinceMs;
    return board;
}

Board Board::stale() const
{
    Board old = *this;
    old.isLive = false;
    return old;
}

bool Board::tellsAs(const Board &other) const
{
    Board same = other;
    same.atMs = atMs;
    return same == *this;
}

QList<BoardNumber> Board::calledSince(const Board &before) const
{
    QList<BoardNumber> fresh;
    for (const BoardCall &call : calls) {
        const BoardCall *known = sameCall(before, call);
        if (before.atMs != 0 && !call.isHere && (!known || known->times < call.times)) {
            fresh.append(call.number);
        }
    }
    return fresh;
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dashboard/HallDay.h"

#include "models/base/VietnamTime.h"

#include <algorithm>

namespace motcua {

namespace {

using By = HallDay::By;

/** One line while it is counted. */
struct Sums
{
    HallDay::Line line = {};
    QList<qint64> wait = {};
    QList<qint64> walk = {};
    QList<qint64> serve = {};
    QList<qint64> hold = {};

    [[nodiscard]] HallDay::Line told(const QString &key) const
    {
        HallDay::Line made = line;
        made.key = key;
        made.wait = Spread::of(wait);
        made.walk = Spread::of(walk);
        made.serve = Spread::of(serve);
        made.hold = Spread::of(hold);
        return made;
    }
};

/** Where something belongs: an empty key is nowhere. */
struct Place
{
    QString group = {};
    QString hour = {};
    QString desk = {};
    QString officer = {};
};

QString hourOf(qint64 ms)
{
    return vietnamTime(ms).toString(u"HH");
}

Place placeOf(const TicketInterval &one)
{
    return {one.group, hourOf(one.fromMs), one.desk, one.person.isNull() ? QString() : one.person.toString()};
}

class Counting
{
public:
    template <typename Count>
    void at(const Place &place, Count count)
    {
        count(m_whole);
        for (const auto &[by, key] : {std::pair(By::Group, place.group), std::pair(By::Hour, place.hour), std::pair(By::Desk, place.desk), std::pair(By::Officer, place.officer)}) {
            if (!key.isEmpty()) {
                count(m_sums[by][key]);
            }
        }
    }

    void take(const Ticket &ticket);
    void take(const Shift &shift, qint64 nowMs);
    [[nodiscard]] HallDay told(QDate day) const;

private:
    Sums m_whole;
    QMap<By, QMap<QString, Sums>> m_sums;
};

void Counting::take(const Ticket &ticket)
{
    const QString drawnFor = ticket.intervals.isEmpty() ? ticket.group : ticket.intervals.constFirst().group;
    const Place drawn{drawnFor, hourOf(ticket.issuedAtMs), {}, {}};
    at(drawn, [](Sums &sums) { ++sums.line.drawn; });
    qint64 waited = 0;
    bool wasCalled = false;
    for (qsizetype i = 0; i < ticket.intervals.size(); ++i) {
        const TicketInterval &one = ticket.intervals.at(i);
        const bool isOver = one.untilMs != 0;
        const qint64 length = one.untilMs - one.fromMs;
        if (one.state == TicketState::Waiting && isOver && !wasCalled) {
            waited += length;
        }
        if ((one.state == TicketState::Called || one.state == TicketState::Serving) && !wasCalled) {
            wasCalled = true;
            const Place by = placeOf(one);
            at({drawnFor, drawn.hour, by.desk, by.officer}, [waited](Sums &sums) { sums.wait.append(waited); });
        }
        if (!isOver) {
            continue;
        }
        const TicketState next = i + 1 < ticket.intervals.size() ? ticket.intervals.at(i + 1).state : ticket.state;
        const Place place = placeOf(one);
        if (one.state == TicketState::Called && next == TicketState::Serving) {
            at(place, [length](Sums &sums) { sums.walk.append(length); });
        } else if (one.state == TicketState::Called && next == TicketState::NoShow) {
            at(place, [](Sums &sums) { ++sums.line.missed; });
        } else if (one.state == TicketState::Serving) {
            at(place, [length](Sums &sums) { sums.serve.append(length); });
        } else if (one.state == TicketState::OnHold) {
            at(place, [length](Sums &sums) { sums.hold.append(length); });
        }
    }
    const auto last = std::find_if(ticket.intervals.crbegin(), ticket.intervals.crend(), [](const TicketInterval &one) { return one.state == TicketState::Serving; });
    if (ticket.state == TicketState::Finished && last != ticket.intervals.crend()) {
        at(placeOf(*last), [](Sums &sums) { ++sums.line.served; });
    }
}

void Counting::take(const Shift &shift, qint64 nowMs)
{
    const Place place{{}, {}, shift.desk, shift.person.toString()};
    for (const ShiftInterval &one : shift.intervals) {
        const qint64 length = std::max<qint64>((one.untilMs != 0 ? one.untilMs : nowMs) - one.fromMs, 0);
        at(place, [state = one.state, length](Sums &sums) {
            qint64 *into = state == ShiftState::Serving ? &sums.line.openMs : state == ShiftState::OnBreak ? &sums.line.breakMs : state == ShiftState::BackOffice ? &sums.line.backOfficeMs : nullptr;
            if (into) {
                *into += length;
            }
        });
    }
}

int deskNumber(const QString &desk)
{
    return desk.section(u'/', -1).toInt();
}

HallDay Counting::told(QDate day) const
{
    HallDay made{.day = day, .whole = m_whole.told({}), .lines = {}};
    for (auto by = m_sums.cbegin(); by != m_sums.cend(); ++by) {
        QList<HallDay::Line> &lines = made.lines[by.key()];
        for (auto one = by->cbegin(); one != by->cend(); ++one) {
            lines.append(one->told(one.key()));
        }
        if (by.key() == By::Desk) {
            std::stable_sort(lines.begin(), lines.end(), [](const HallDay::Line &a, const HallDay::Line &b) { return deskNumber(a.key) < deskNumber(b.key); });
        }
    }
    return made;
}

} // namespace

Spread Spread::of(QList<qint64> lengths)
{
    if (lengths.isEmpty()) {
        return {};
    }
    std::sort(lengths.begin(), lengths.end());
    Spread made;
    made.count = static_cast<int>(lengths.size());
    made.medianMs = lengths.at((lengths.size() - 1) / 2);
    made.nineTenthsMs = lengths.at((lengths.size() * 9 + 9) / 10 - 1);
    made.longestMs = lengths.constLast();
    for (const qint64 one : std::as_const(lengths)) {
        made.totalMs += one;
    }
    return made;
}

int HallDay::Line::missedPermille() const
{
    const int ended = missed + walk.count;
    return ended == 0 ? -1 : missed * 1000 / ended;
}

HallDay HallDay::of(QDate day, const QList<Ticket> &tickets, const QList<Shift> &shifts, qint64 nowMs)
{
    Counting counting;
    for (const Ticket &ticket : tickets) {
        counting.take(ticket);
    }
    for (const Shift &shift : shifts) {
        counting.take(shift, nowMs);
    }
    return counting.told(day);
}

} // namespace motcua

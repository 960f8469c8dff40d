// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/calendar/Term.h"

#include "models/base/VietnamTime.h"
#include "models/calendar/WorkingCalendar.h"

#include <algorithm>

namespace motcua {

namespace {

constexpr qint64 Minute = 60'000;
constexpr QLatin1String Rolled(".rolled");

/** A day from which counting begins, and why it is not the day of receipt. */
struct DayZero
{
    QDate day = {};
    bool restDay = false;
    bool afterCutOff = false;
};

/** The day of `received` when the desk is open on it and neither the cut-off nor closing has passed, else the next day it is open. */
Result<DayZero> openDayZero(const QDateTime &received, QTime cutOff, const WorkingCalendar &calendar)
{
    DayZero zero;
    zero.day = received.date();
    zero.restDay = !calendar.isOpen(zero.day);
    if (!zero.restDay) {
        // Luật Hộ tịch 2014 Đ.5.3 says "sau 15 giờ": 15:00:00 itself is still the same day. A desk that closes before the
        // cut-off has no time left on that day either.
        const bool late = cutOff.isValid() && received.time() > cutOff;
        zero.afterCutOff = late || received.time() >= calendar.sessions(zero.day).constLast().to;
    }
    if (zero.restDay || zero.afterCutOff) {
        const Result<QDate> next = calendar.nextOpenDay(zero.day);
        if (!next) {
            return next.error();
        }
        zero.day = *next;
    }
    return zero;
}

/** The day that is not counted, as the calendar's rules have it. */
Result<QDate> dayZero(const QDateTime &received, const WorkingCalendar &calendar)
{
    switch (calendar.counting().dayZero) {
    case CountingRules::DayZero::Receipt:
        break;
    case CountingRules::DayZero::NextAfterCutOff:
        const Result<DayZero> zero = openDayZero(received, calendar.counting().cutOff, calendar);
        return zero ? Result<QDate>(zero->day) : Result<QDate>(zero.error());
    }
    return received.date();
}

/** The end of a day on which the desk is open. */
Result<QDateTime> endOf(QDate day, const WorkingCalendar &calendar)
{
    switch (calendar.counting().dueTime) {
    case CountingRules::DueTime::Closing:
        break;
    case CountingRules::DueTime::Midnight:
        return vietnamTime(day, QTime(23, 59, 59));
    }
    return calendar.endOfWork(day);
}

Result<Term> endingOn(QDate lastDay, QDate day, const QString &rule, const WorkingCalendar &calendar)
{
    const Result<QDateTime> end = endOf(day, calendar);
    return end ? Result<Term>(Term{lastDay, *end, rule}) : Result<Term>(end.error());
}

/** The end of the last day, or of the working day it gives way to (BLDS 2015 Đ.148.5). */
Result<Term> rolled(QDate lastDay, const QString &rule, const WorkingCalendar &calendar)
{
    if (calendar.isWorkingDay(lastDay)) {
        return endingOn(lastDay, lastDay, rule, calendar);
    }
    if (!calendar.covers(lastDay)) {
        return Error{ErrorCode::CalendarMissing, QStringLiteral("no working calendar for ") + lastDay.toString(Qt::ISODate)};
    }
    const Result<QDate> next = calendar.nextWorkingDay(lastDay);
    return next ? endingOn(lastDay, *next, rule + Rolled, calendar) : Result<Term>(next.error());
}

Result<Term> sameDay(const Limit &limit, const QDateTime &received, const WorkingCalendar &calendar)
{
    const Result<DayZero> zero = openDayZero(received, limit.cutOff, calendar);
    if (!zero) {
        return zero.error();
    }
    QString rule = QStringLiteral("sameDay");
    if (zero->restDay) {
        rule = QStringLiteral("sameDay.restDay");
    } else if (zero->afterCutOff) {
        rule = QStringLiteral("sameDay.afterCutOff");
    }
    return endingOn(zero->day, zero->day, rule, calendar);
}

Result<Term> workingTime(qint64 ms, const QString &rule, const QDateTime &received, const WorkingCalendar &calendar)
{
    const Result<QDateTime> end = calendar.afterWorkingTime(received, ms);
    return end ? Result<Term>(Term{end->date(), *end, rule}) : Result<Term>(end.error());
}

QString movedRule(const QString &rule, QDate zero, QDate received)
{
    return zero == received ? rule : rule + QStringLiteral(".dayZeroMoved");
}

Result<Term> days(const Limit &limit, const QDateTime &received, const WorkingCalendar &calendar)
{
    const Result<QDate> zero = dayZero(received, calendar);
    if (!zero) {
        return zero.error();
    }
    if (limit.kind == Limit::Kind::Months) {
        return rolled(zero->addMonths(limit.count), movedRule(QStringLiteral("months"), *zero, received.date()), calendar);
    }
    if (limit.kind == Limit::Kind::CalendarDays) {
        return rolled(zero->addDays(limit.count), movedRule(QStringLiteral("calendarDays"), *zero, received.date()), calendar);
    }
    const Result<QDate> last = calendar.afterWorkingDays(*zero, limit.count);
    return last ? endingOn(*last, *last, movedRule(QStringLiteral("workingDays"), *zero, received.date()), calendar)
                : Result<Term>(last.error());
}

bool runsInOfficeTime(const Limit &limit)
{
    return limit.kind == Limit::Kind::WorkingMinutes || limit.kind == Limit::Kind::WorkingHours;
}

/** The limit as it stands, without the days that were settled on. */
Result<Term> counted(const Limit &limit, const QDateTime &received, const WorkingCalendar &calendar)
{
    switch (limit.kind) {
    case Limit::Kind::SameDay:
        return sameDay(limit, received, calendar);
    case Limit::Kind::WorkingMinutes:
        return workingTime(limit.count * Minute, QStringLiteral("workingMinutes"), received, calendar);
    case Limit::Kind::WorkingHours:
        return workingTime(limit.count * 60 * Minute, QStringLiteral("workingHours"), received, calendar);
    case Limit::Kind::WorkingDays:
    case Limit::Kind::CalendarDays:
    case Limit::Kind::Months:
        return days(limit, received, calendar);
    }
    return Error{ErrorCode::Internal, QStringLiteral("limit")};
}

/** What is left of office time at `from`, run off from `to`. */
Result<Term> officeTimePaused(
    const Term &term, const Limit &limit, const QDateTime &from, const QDateTime &to, const WorkingCalendar &calendar)
{
    const Result<qint64> left = calendar.workingTime(from, term.dueAt);
    if (!left) {
        return left.error();
    }
    const Result<QDateTime> end = calendar.afterWorkingTime(to, *left);
    if (!end) {
        return end.error();
    }
    if (runsInOfficeTime(limit)) {
        return Term{end->date(), *end, term.rule};
    }
    // A promise to 24:00 can still run when the desk has closed and no office time is left: then the day goes on to its end.
    const QDate today = to.date();
    const QDate day = *left == 0 && calendar.isOpen(today) ? today : end->date();
    return endingOn(day, day, term.rule, calendar);
}

/** The end of the first day for this limit that is not over at `to`. */
Result<QDateTime> nextEnd(const Limit &limit, const QDateTime &to, const WorkingCalendar &calendar)
{
    const bool sameDay = limit.kind == Limit::Kind::SameDay;
    const QDate today = to.date();
    if (sameDay ? calendar.isOpen(today) : calendar.isWorkingDay(today)) {
        const Result<QDateTime> end = endOf(today, calendar);
        if (!end || *end >= to) {
            return end;
        }
    }
    const Result<QDate> next = sameDay ? calendar.nextOpenDay(today) : calendar.nextWorkingDay(today);
    return next ? endOf(*next, calendar) : Result<QDateTime>(next.error());
}

/** The term moved by the days of the pause. */
Result<Term> daysPaused(const Term &term, const Limit &limit, const QDateTime &from, const QDateTime &to, const WorkingCalendar &calendar)
{
    const Result<QDate> first = dayZero(from, calendar);
    const Result<QDate> second = dayZero(to, calendar);
    if (!first || !second) {
        return first ? second.error() : first.error();
    }
    if (limit.kind != Limit::Kind::WorkingDays) {
        const qint64 days = first->daysTo(*second);
        QString rule = term.rule;
        rule.remove(Rolled);
        return days == 0 ? Result<Term>(term) : rolled(term.lastDay.addDays(days), rule, calendar);
    }
    const Result<int> days = calendar.workingDays(*first, *second);
    if (!days || *days == 0) {
        return days ? Result<Term>(term) : Result<Term>(days.error());
    }
    const Result<QDate> last = calendar.afterWorkingDays(term.lastDay, *days);
    return last ? endingOn(*last, *last, term.rule, calendar) : Result<Term>(last.error());
}

} // namespace

Result<Term> Term::begun(const Limit &limit, const QDateTime &receivedAt, const WorkingCalendar &calendar)
{
    if (!receivedAt.isValid()) {
        return Error{ErrorCode::Invalid, QStringLiteral("no time of receipt")};
    }
    if (limit.kind == Limit::Kind::SameDay ? !limit.cutOff.isValid() : limit.count < 1 || limit.count > Limit::most(limit.kind)) {
        return Error{ErrorCode::Invalid, QStringLiteral("this is no limit: %1").arg(limit.count)};
    }
    if (limit.more < 0 || limit.more > Limit::MostMore) {
        return Error{ErrorCode::Invalid, QStringLiteral("no limit is longer by %1 days").arg(limit.more)};
    }
    const QDateTime received = receivedAt.toOffsetFromUtc(VietnamOffsetSeconds);
    if (!calendar.covers(received.date())) {
        return Error{ErrorCode::CalendarMissing, QStringLiteral("no working calendar for ") + received.date().toString(Qt::ISODate)};
    }
    Result<Term> term = counted(limit, received, calendar);
    if (!term || limit.more == 0) {
        return term;
    }
    term = term->extended(limit, limit.more, calendar);
    if (term) {
        term->rule += QStringLiteral("+longer");
    }
    return term;
}

Result<Term> Term::paused(const Limit &limit, const QDateTime &from, const QDateTime &to, const WorkingCalendar &calendar) const
{
    if (!from.isValid() || !to.isValid()) {
        return Error{ErrorCode::Invalid, QStringLiteral("no time of a pause")};
    }
    if (to <= from || from > dueAt) {
        return *this;
    }
    const QDateTime begin = from.toOffsetFromUtc(VietnamOffsetSeconds);
    const QDateTime end = to.toOffsetFromUtc(VietnamOffsetSeconds);
    Result<Term> moved = limit.kind == Limit::Kind::SameDay || runsInOfficeTime(limit)
        ? officeTimePaused(*this, limit, begin, end, calendar)
        : daysPaused(*this, limit, begin, end, calendar);
    if (moved && moved->dueAt < end) {
        const Result<QDateTime> next = nextEnd(limit, end, calendar);
        if (!next) {
            return next.error();
        }
        moved->dueAt = *next;
    }
    // A date that somebody set may lie outside office hours, where nothing is left to run.
    if (moved && moved->dueAt < dueAt) {
        moved->dueAt = dueAt;
    }
    return moved;
}

Result<Term> Term::extended(const Limit &limit, int days, const WorkingCalendar &calendar) const
{
    const Result<QDate> day = calendar.afterWorkingDays(dueAt.date(), days);
    if (!day) {
        return day.error();
    }
    Result<Term> longer = endingOn(*day, *day, rule, calendar);
    if (longer && runsInOfficeTime(limit)) {
        const QTime closing = calendar.sessions(*day).constLast().to;
        // An extra day such as a Saturday morning is no working day: what ends on it comes after all that ends on the day before.
        const QTime hour = calendar.isWorkingDay(dueAt.date()) ? std::min(dueAt.time(), closing) : closing;
        longer->dueAt = vietnamTime(*day, hour);
    }
    return longer;
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/calendar/Deadline.h"

#include "models/base/VietnamTime.h"
#include "models/calendar/Term.h"
#include "models/calendar/WorkingCalendar.h"

namespace motcua {

int Limit::most(Kind kind)
{
    switch (kind) {
    case Kind::SameDay:
        return 0;
    case Kind::WorkingMinutes:
        return 100'000;
    case Kind::WorkingHours:
        return 2'000;
    case Kind::WorkingDays:
    case Kind::CalendarDays:
        return 3'650;
    case Kind::Months:
        return 120;
    }
    return 0;
}

Result<Promise> promised(const Limit &limit, const QDateTime &receivedAt, const WorkingCalendar &calendar)
{
    const Result<Term> term = Term::begun(limit, receivedAt, calendar);
    if (!term) {
        return term.error();
    }
    const QDate received = receivedAt.toOffsetFromUtc(VietnamOffsetSeconds).date();
    return Promise{term->dueAt, calendar.isProvisional(received, term->dueAt.date()), term->rule};
}

} // namespace motcua

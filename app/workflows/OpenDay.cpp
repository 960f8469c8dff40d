// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/OpenDay.h"

#include "app/security/Random.h"
#include "app/storage/DossierQueries.h"
#include "app/storage/HallQueries.h"
#include "app/storage/HouseQueries.h"
#include "app/workflows/KeptPortal.h"
#include "models/base/VietnamTime.h"

#include <QtConcurrent>

#include <algorithm>

namespace motcua {

namespace {

constexpr int BusyDays = 30; // how far back the busiest day is looked for
constexpr int MostOffDays = 14; // no row of days off is longer

qint64 startOf(QDate day)
{
    return vietnamTime(day, QTime(0, 0)).toMSecsSinceEpoch();
}

/** Open dossiers promised before `momentMs`. */
qint64 promisedBefore(const storage::Store &store, qint64 momentMs)
{
    const auto page = store.ask(storage::WorklistPage{.list = storage::WorklistPage::List::DueUntil, .until = momentMs - 1, .limit = 1}).result();
    return page ? page->count : 0;
}

void tellCalendar(const Workplace &place, DayFacts &facts)
{
    const WorkingCalendar calendar = place.law.catalogue.calendar().forDesk(QString::fromUtf8(place.unit.desk()));
    facts.isOpen = !calendar.covers(facts.day) || calendar.isOpen(facts.day);
    facts.isProvisional = calendar.isProvisional(facts.day);
    facts.dayName = calendar.dayName(facts.day);
    facts.sessions = calendar.sessions(facts.day);
    if (const Result<QDate> next = calendar.nextOpenDay(facts.day)) {
        facts.nextDay = *next;
        for (QDate day = facts.day.addDays(1); day < *next && day < facts.day.addDays(MostOffDays); day = day.addDays(1)) {
            if (const QString name = calendar.dayName(day); !name.isEmpty() && !facts.offDays.contains(name)) {
                facts.offDays.append(name);
            }
        }
    }
}

void tellRules(const Workplace &place, DayFacts &facts)
{
    const QDate before = facts.day.addDays(-1);
    for (const Procedure &procedure : place.law.catalogue.procedures(facts.day)) {
        if (procedure.validFrom == facts.day && place.law.catalogue.procedure(procedure.code, before)) {
            facts.newRules.append({procedure.code, procedure.name, procedure.nameEn});
        }
    }
}

void tellNumbers(const Workplace &place, DayFacts &facts)
{
    const UnitSettings &unit = place.unit;
    const auto last = [&place, &unit](QDate day) {
        const Result<int> number
            = place.store.ask(storage::LastNumber{unit.organisationCode, day, unit.rangeFirst, unit.rangeLast}).result();
        return number && *number > 0 ? *number - unit.rangeFirst + 1 : 0;
    };
    facts.numbersLeft = unit.isConfigured() ? unit.rangeLast - unit.rangeFirst + 1 - last(facts.day) : 0;
    for (int back = 1; back <= BusyDays; ++back) {
        facts.numbersADay = std::max(facts.numbersADay, last(facts.day.addDays(-back)));
    }
}

Result<std::optional<Shift>> openShift(const Workplace &place, const Id &person)
{
    // Of any day: one that was forgotten is closed when the next is opened.
    const Result<storage::HallNow::Hall> hall = place.store.ask(storage::HallNow{}).result();
    if (!hall) {
        return hall.error();
    }
    const QString desk = QString::fromUtf8(place.unit.desk());
    std::optional<Shift> found;
    for (const Shift &shift : hall->shifts) {
        if (shift.person == person && shift.desk == desk) {
            found = shift;
        }
    }
    return found;
}

bool isOf(const Shift &shift, QDate day)
{
    return vietnamTime(shift.openedAtMs).date() == day;
}

/** The shift of today, which `acts` opens where there is none, after closing one that was forgotten. */
Id shiftOfToday(const Workplace &place, const Id &person, const std::optional<Shift> &before, qint64 nowMs, QList<Act> &acts)
{
    if (before && isOf(*before, vietnamTime(nowMs).date())) {
        return before->id;
    }
    Workplace theirs = place;
    theirs.person = person;
    if (before) {
        acts.append(theirs.act(before->id, StepShift{.to = ShiftState::Closed}));
    }
    const Id shift = security::random::id(nowMs);
    acts.append(theirs.act(shift, OpenShift{}));
    return shift;
}

Result<Shift> shiftOf(const Workplace &place, const Id &shift, QDate day)
{
    const Result<QList<Shift>> shifts = place.store.ask(storage::ShiftsOfDay{day}).result();
    if (!shifts) {
        return shifts.error();
    }
    const auto found = std::find_if(shifts->cbegin(), shifts->cend(), [&shift](const Shift &one) { return one.id == shift; });
    return found == shifts->cend() ? Result<Shift>(Error{ErrorCode::NotFound, {}}) : Result<Shift>(*found);
}

Result<Shift> recorded(const Workplace &place, const QList<Act> &acts, const Id &shift, QDate day)
{
    if (const Result<QList<storage::Recorded>> done = place.store.recordAll(acts).result(); !done) {
        return done.error();
    }
    return shiftOf(place, shift, day);
}

} // namespace

QFuture<Result<DayFacts>> OpenDay::look(qint64 nowMs) const
{
    return QtConcurrent::run([place = m_place, nowMs]() -> Result<DayFacts> {
        DayFacts facts;
        facts.day = vietnamTime(nowMs).date();
        tellCalendar(place, facts);
        tellRules(place, facts);
        tellNumbers(place, facts);
        const Result<QList<Shift>> shifts = place.store.ask(storage::ShiftsOfDay{facts.day}).result();
        if (!shifts) {
            return shifts.error();
        }
        const QString desk = QString::fromUtf8(place.unit.desk());
        for (const Shift &shift : *shifts) {
            if (shift.person == place.person && shift.desk == desk) {
                facts.wasOpened = true;
                facts.shift = shift.isOpen() ? std::optional(shift) : facts.shift;
            }
        }
        const Result<QList<storage::Draft>> drafts = place.store.ask(storage::Drafts{.person = place.person}).result();
        facts.drafts = drafts ? static_cast<int>(drafts->size()) : 0;
        if (const Result<KeptPortal> portal = KeptPortal::of(place.store); portal && portal->access && portal->access->isEnding(nowMs)) {
            facts.certificateUntilMs = portal->access->untilMs;
        }
        facts.overdue = promisedBefore(place.store, startOf(facts.day));
        facts.dueToday = promisedBefore(place.store, startOf(facts.day.addDays(1)));
        if (facts.nextDay.isValid()) {
            facts.dueNext = promisedBefore(place.store, startOf(facts.nextDay.addDays(1))) - facts.dueToday;
        }
        return facts;
    });
}

QFuture<Result<Shift>> OpenDay::open(Money cash, qint64 nowMs) const
{
    return QtConcurrent::run([place = m_place, cash, nowMs]() -> Result<Shift> {
        const QDate day = vietnamTime(nowMs).date();
        const Result<std::optional<Shift>> before = openShift(place, place.person);
        if (!before) {
            return before.error();
        }
        QList<Act> acts;
        if (*before && isOf(**before, day)) {
            return Error{ErrorCode::Refused, QStringLiteral("the desk is open")};
        }
        if (*before) {
            acts.append(place.act((*before)->id, StepShift{.to = ShiftState::Closed}));
        }
        const Id shift = security::random::id(nowMs);
        acts.append(place.act(shift, OpenShift{cash}));
        return recorded(place, acts, shift, day);
    });
}

QFuture<Result<Shift>> OpenDay::step(ShiftState to, qint64 untilMs, qint64 nowMs, const QList<Act> &along) const
{
    return QtConcurrent::run([place = m_place, to, untilMs, nowMs, along]() -> Result<Shift> {
        const QDate day = vietnamTime(nowMs).date();
        const Result<std::optional<Shift>> before = openShift(place, place.person);
        if (!before) {
            return before.error();
        }
        QList<Act> acts;
        const Id shift = shiftOfToday(place, place.person, *before, nowMs, acts);
        if (!acts.isEmpty() && to == ShiftState::Serving) {
            return recorded(place, acts + along, shift, day);
        }
        acts.append(place.act(shift, StepShift{.to = to, .untilMs = untilMs}));
        return recorded(place, acts + along, shift, day);
    });
}

QFuture<Result<Shift>> OpenDay::handOver(const HandOverShift &what, const QList<Act> &along, qint64 nowMs) const
{
    return QtConcurrent::run([place = m_place, what, along, nowMs]() -> Result<Shift> {
        const Result<std::optional<Shift>> own = openShift(place, place.person);
        const Result<std::optional<Shift>> others = openShift(place, what.to);
        if (!own || !others) {
            return own ? others.error() : own.error();
        }
        QList<Act> acts;
        const Id shift = shiftOfToday(place, place.person, *own, nowMs, acts);
        acts.append(place.act(shift, what));
        acts += along;
        const Id theirs = shiftOfToday(place, what.to, *others, nowMs, acts);
        if (*others && (*others)->id == theirs && (*others)->state != ShiftState::Serving) {
            Workplace colleagues = place;
            colleagues.person = what.to;
            acts.append(colleagues.act(theirs, StepShift{.to = ShiftState::Serving})); // back from a break of before, for they go on at once
        }
        if (const Result<QList<storage::Recorded>> done = place.store.recordAll(acts).result(); !done) {
            return done.error();
        }
        // What is written stands, also where it cannot be read back at once.
        const Result<Shift> ended = shiftOf(place, shift, vietnamTime(nowMs).date());
        Shift known;
        known.id = shift;
        return ended ? *ended : known;
    });
}

} // namespace motcua

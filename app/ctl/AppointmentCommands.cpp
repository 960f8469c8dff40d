// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "app/centre/SharedHall.h"
#include "app/hall/AppointmentFile.h"
#include "app/hall/Bookings.h"
#include "app/security/Random.h"
#include "models/base/VietnamTime.h"
#include "models/ticket/DeskHours.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>

#include <algorithm>
#include <functional>

namespace motcua::ctl {

namespace {

constexpr qint64 MostWords = 1'024; // of a name and a telephone

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

QDate today()
{
    return vietnamTime(nowMs()).date();
}

QString stateName(AppointmentState state)
{
    return state == AppointmentState::Kept ? QStringLiteral("kept") : state == AppointmentState::Cancelled ? QStringLiteral("cancelled") : QStringLiteral("booked");
}

QJsonObject jsonOf(const storage::AppointmentLine &line)
{
    const Appointment &one = line.appointment;
    return {{QStringLiteral("code"), one.code}, {QStringLiteral("group"), one.group}, {QStringLiteral("at"), vietnamTime(one.atMs).toString(Qt::ISODate)},
        {QStringLiteral("name"), one.name}, {QStringLiteral("phone"), one.phone}, {QStringLiteral("state"), stateName(one.state)}, {QStringLiteral("ticket"), line.number}};
}

/** The day of --day, else today; invalid for nonsense. */
QDate dayAsked(Context &context)
{
    const QString asked = context.options().value(QStringLiteral("day"));
    return asked.isEmpty() ? today() : QDate::fromString(asked, Qt::ISODate);
}

/** What is left of a day for a group. Error: Invalid, of a group the house does not have. */
Result<QList<BookingTime>> timesOf(const Workplace &place, QDate day, const QString &letter)
{
    if (!place.law.hall.group(letter)) {
        return Error{ErrorCode::Invalid, QStringLiteral("no service group %1").arg(letter)};
    }
    const Result<QMap<qint64, int>> taken = place.store.ask(storage::AppointmentsTaken{day, letter}).result();
    if (!taken) {
        return taken.error();
    }
    const WorkingCalendar calendar = place.law.catalogue.calendar().forDesk(QString::fromUtf8(place.unit.desk()));
    return Bookings::times(place.law.hall.appointments, calendar, day, *taken, nowMs());
}

int show(Context &context)
{
    const QDate day = dayAsked(context);
    if (!day.isValid() || !context.words().isEmpty()) {
        context.terminal().explain(QStringLiteral("motcua-ctl hall expected [--day 2026-11-23] --person NAME"));
        return Usage;
    }
    const Result<Workplace> place = context.enter();
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const Result<QList<storage::AppointmentLine>> lines = place->store.ask(storage::AppointmentsOfDay{day}).result();
    if (!lines) {
        return context.terminal().fail(lines.error());
    }
    QJsonArray all;
    for (const storage::AppointmentLine &line : *lines) {
        const Appointment &one = line.appointment;
        context.terminal().say(QStringLiteral("%1  %2  %3  %4 %5").arg(vietnamTime(one.atMs).toString(u"HH:mm"), one.code, one.group, stateName(one.state), line.number).trimmed());
        all.append(jsonOf(line));
    }
    if (all.isEmpty()) {
        context.terminal().say(QStringLiteral("Nobody is expected on %1.").arg(day.toString(Qt::ISODate)));
    }
    context.terminal().answer({{QStringLiteral("day"), day.toString(Qt::ISODate)}, {QStringLiteral("appointments"), all}});
    return Done;
}

int times(Context &context)
{
    const QDate day = dayAsked(context);
    if (!day.isValid() || context.words().size() != 1) {
        context.terminal().explain(QStringLiteral("motcua-ctl hall times LETTER [--day 2026-11-23] --person NAME"));
        return Usage;
    }
    const Result<Workplace> place = context.enter();
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const Result<QList<BookingTime>> left = timesOf(*place, day, context.words().constFirst());
    if (!left) {
        return context.terminal().fail(left.error());
    }
    QJsonArray all;
    for (const BookingTime &one : *left) {
        context.terminal().say(QStringLiteral("%1  %2 left").arg(vietnamTime(one.atMs).toString(u"HH:mm")).arg(one.left));
        all.append(QJsonObject{{QStringLiteral("at"), vietnamTime(one.atMs).toString(Qt::ISODate)}, {QStringLiteral("left"), one.left}});
    }
    if (all.isEmpty()) {
        context.terminal().say(QStringLiteral("No time is given on %1: the desk is closed, or the day is over or too far ahead.").arg(day.toString(Qt::ISODate)));
    }
    context.terminal().answer({{QStringLiteral("times"), all}});
    return Done;
}

int book(Context &context)
{
    const QDate day = dayAsked(context);
    const QTime time = typedTime(context.words().value(1));
    if (!day.isValid() || !time.isValid() || context.words().size() != 2) {
        context.terminal().explain(QStringLiteral("motcua-ctl hall book LETTER 09:00 [--day 2026-11-23] [--who-fd N] --person NAME"));
        return Usage;
    }
    const Result<Workplace> place = context.enter();
    if (!place) {
        return context.terminal().fail(place.error());
    }
    // Not as words of the command, which everybody on the machine can read.
    QStringList who;
    if (const QString fd = context.options().value(QStringLiteral("who-fd")); !fd.isEmpty()) {
        QFile told;
        if (!told.open(fd.toInt(), QIODevice::ReadOnly)) {
            return context.terminal().fail({ErrorCode::FileUnreadable, fd});
        }
        who = QString::fromUtf8(told.read(MostWords)).split(u'\n');
    }
    const BookAppointment asked{.group = context.words().constFirst(), .atMs = vietnamTime(day, time).toMSecsSinceEpoch(), .name = who.value(0), .phone = who.value(1).trimmed()};
    const Result<QList<BookingTime>> left = timesOf(*place, day, asked.group);
    if (!left) {
        return context.terminal().fail(left.error());
    }
    if (std::none_of(left->cbegin(), left->cend(), [&asked](const BookingTime &one) { return one.atMs == asked.atMs && one.left > 0; })) {
        return context.terminal().fail({ErrorCode::Invalid, QStringLiteral("nothing is left at that time: hall times tells what is")});
    }
    const Id id = security::random::id(nowMs());
    if (const Result<storage::Recorded> kept = place->store.record(place->act(id, asked)).result(); !kept) {
        return context.terminal().fail(kept.error());
    }
    const QString code = Appointment::codeOf(id);
    context.terminal().say(QStringLiteral("%1  %2").arg(code, vietnamTime(asked.atMs).toString(u"HH:mm dd/MM/yyyy")));
    context.terminal().answer({{QStringLiteral("code"), code}, {QStringLiteral("at"), vietnamTime(asked.atMs).toString(Qt::ISODate)}});
    return Done;
}

/** What is done with the appointment that a code means today. */
std::function<int(Context &)> ofCode(const QString &name, const std::function<int(Context &, const Workplace &, const Appointment &)> &act)
{
    return [name, act](Context &context) {
        const QString code = context.words().size() == 1 ? Appointment::codeIn(context.words().constFirst()) : QString();
        if (code.isEmpty()) {
            context.terminal().explain(QStringLiteral("motcua-ctl %1 CODE --person NAME: the six digits of an appointment").arg(name));
            return int(Usage);
        }
        const Result<Workplace> place = context.enter();
        const auto alike = place ? place->store.ask(storage::AppointmentsByCode{code, today()}).result() : Result<QList<storage::AppointmentLine>>(place.error());
        if (!alike) {
            return context.terminal().fail(alike.error());
        }
        const auto booked = std::find_if(alike->cbegin(), alike->cend(), [](const storage::AppointmentLine &line) { return line.appointment.isBooked(); });
        if (booked == alike->cend()) {
            return context.terminal().fail({ErrorCode::NotFound, code});
        }
        return act(context, *place, booked->appointment);
    };
}

int arrived(Context &context, const Workplace &place, const Appointment &appointment)
{
    if (vietnamTime(appointment.atMs).date() != today()) {
        return context.terminal().fail({ErrorCode::Refused, QStringLiteral("it is on %1").arg(vietnamTime(appointment.atMs).toString(Qt::ISODate))});
    }
    const auto hall = std::make_unique<centre::SharedHall>(place.store, place.act({}, AddNote{}), place.law.hall, centre::SharedHall::Setup{.watches = false});
    const Result<Ticket> ticket = hall->issue({appointment.group, {}, appointment}).result();
    if (!ticket) {
        return context.terminal().fail(ticket.error());
    }
    context.terminal().say(ticket->number);
    context.terminal().answer({{QStringLiteral("number"), ticket->number}, {QStringLiteral("group"), ticket->group}, {QStringLiteral("aheadMinutes"), ticket->aheadMinutes}});
    return Done;
}

int cancelled(Context &context, const Workplace &place, const Appointment &appointment)
{
    if (const Result<storage::Recorded> kept = place.store.record(place.act(appointment.id, CancelAppointment{})).result(); !kept) {
        return context.terminal().fail(kept.error());
    }
    context.terminal().say(QStringLiteral("It is cancelled."));
    context.terminal().answer({{QStringLiteral("code"), appointment.code}});
    return Done;
}

QString told(const AppointmentFile::Fault &fault)
{
    using What = AppointmentFile::Fault::What;
    const QString line = QStringLiteral("line %1: ").arg(fault.line);
    switch (fault.what) {
    case What::TooLarge:
        return QStringLiteral("at most %1 lines and %2 MiB").arg(AppointmentFile::MostLines).arg(AppointmentFile::LargestBytes / 1024 / 1024);
    case What::NotUtf8:
        return QStringLiteral("it is not UTF-8: save it as \"CSV UTF-8\"");
    case What::NoColumns:
        return QStringLiteral("the first line must name the columns date, time and group");
    case What::OpenQuote:
        return QStringLiteral("a quotation mark is never closed");
    case What::LongName:
        return line + QStringLiteral("a name of more than %1 characters").arg(Appointment::LongestName);
    case What::NoPhone:
        return line + QStringLiteral("no telephone: digits alone, eight or more");
    case What::TooFarAhead:
        return line + QStringLiteral("more than %1 days ahead").arg(Appointment::MostDays);
    case What::NoDate:
        return line + QStringLiteral("no date such as 2026-11-23 or 23/11/2026");
    case What::NoTime:
        return line + QStringLiteral("no time such as 09:00");
    case What::NoGroup:
        return line + QStringLiteral("no service group of this house");
    }
    return {};
}

int import(Context &context)
{
    if (context.words().size() != 1) {
        context.terminal().explain(QStringLiteral("motcua-ctl hall import FILE.csv --person NAME: columns date, time, group, and if known name and phone"));
        return Usage;
    }
    const Result<Workplace> place = context.enter();
    if (!place) {
        return context.terminal().fail(place.error());
    }
    QFile source(context.words().constFirst());
    if (!source.open(QIODevice::ReadOnly)) {
        return context.terminal().fail({ErrorCode::FileUnreadable, source.fileName()});
    }
    const AppointmentFile file = AppointmentFile::read(source.read(AppointmentFile::LargestBytes + 1), place->law.hall, nowMs());
    for (const AppointmentFile::Fault &fault : file.faults) {
        context.terminal().explain(told(fault));
    }
    if (!file.faults.isEmpty()) {
        return context.terminal().fail({ErrorCode::Invalid, QStringLiteral("nothing of the file was taken")});
    }
    // The same file once more books nobody twice.
    QList<Act> acts;
    int known = 0;
    QMap<QDate, QList<storage::AppointmentLine>> days;
    for (const BookAppointment &one : file.appointments) {
        const QDate day = vietnamTime(one.atMs).date();
        if (!days.contains(day)) {
            const auto lines = place->store.ask(storage::AppointmentsOfDay{day}).result();
            if (!lines) {
                return context.terminal().fail(lines.error());
            }
            days.insert(day, *lines);
        }
        QList<storage::AppointmentLine> &there = days[day];
        const auto same = std::find_if(there.begin(), there.end(), [&one](const storage::AppointmentLine &line) {
            const Appointment &other = line.appointment;
            return other.atMs == one.atMs && other.group == one.group && other.name == one.name; // who cancelled does not come again by the same file
        });
        if (same != there.end()) {
            there.erase(same); // each of them stands for one line
            ++known;
            continue;
        }
        acts.append(place->act(security::random::id(nowMs()), one));
    }
    if (!acts.isEmpty()) {
        if (const Result<QList<storage::Recorded>> kept = place->store.recordAll(acts).result(); !kept) {
            return context.terminal().fail(kept.error());
        }
    }
    context.terminal().say(QStringLiteral("%1 booked, %2 were here already, %3 are gone by and left out.").arg(acts.size()).arg(known).arg(file.goneBy));
    context.terminal().answer({{QStringLiteral("booked"), acts.size()}, {QStringLiteral("known"), known}, {QStringLiteral("goneBy"), file.goneBy}});
    return Done;
}

} // namespace

QList<Command> appointmentCommands()
{
    const QString code = QStringLiteral("CODE");
    return {
        {QStringLiteral("hall expected"), QStringLiteral("[--day DAY]"), QStringLiteral("appointments of a day"), show},
        {QStringLiteral("hall times"), QStringLiteral("LETTER [--day DAY]"), QStringLiteral("times of a day for a service group, and how many are left"), times},
        {QStringLiteral("hall book"), QStringLiteral("LETTER TIME [--day DAY] [--who-fd N]"), QStringLiteral("an appointment; tells its six digits"), book},
        {QStringLiteral("hall arrived"), code, QStringLiteral("whoever has the appointment is here: a number"), ofCode(QStringLiteral("hall arrived"), arrived)},
        {QStringLiteral("hall unbook"), code, QStringLiteral("the appointment is cancelled"), ofCode(QStringLiteral("hall unbook"), cancelled)},
        {QStringLiteral("hall import"), QStringLiteral("FILE.csv"), QStringLiteral("appointments that another program gave; all of them or none"), import},
    };
}

} // namespace motcua::ctl

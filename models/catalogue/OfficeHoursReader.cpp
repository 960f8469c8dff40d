// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/OfficeHoursReader.h"

#include "models/base/Text.h"

namespace motcua {

namespace {

OfficeSession readSession(const JsonNode &node, const QList<OfficeSession> &earlier)
{
    QStringList ends;
    if (node.value().isArray()) {
        JsonMembers::forEach(node, [&](const JsonNode &end) { ends.append(elementText(end)); });
    }
    const OfficeSession session{clockTime(ends.value(0)), clockTime(ends.value(1))};
    if (ends.size() != 2 || !session.from.isValid() || !session.to.isValid() || session.from >= session.to) {
        node.complain(QStringLiteral("a session must be [\"07:30\", \"11:30\"], from before to"));
    } else if (!earlier.isEmpty() && session.from < earlier.constLast().to) {
        node.complain(QStringLiteral("sessions must follow each other"));
    }
    return session;
}

QList<OfficeSession> readSessions(JsonMembers &members)
{
    QList<OfficeSession> sessions;
    members.each(QStringLiteral("sessions"), true, [&](const JsonNode &one) { sessions.append(readSession(one, sessions)); });
    if (sessions.isEmpty()) {
        members.complain(QStringLiteral("sessions"), QStringLiteral("\"sessions\" must not be empty"));
    }
    return sessions;
}

void readWeekdays(const JsonNode &node, OfficeSchedule &schedule)
{
    JsonMembers members(node);
    const QList<int> days = members.integers(QStringLiteral("on"), 1, 7);
    const QList<OfficeSession> sessions = readSessions(members);
    for (const int day : days) {
        if (schedule.weekdays.contains(day)) {
            members.complain(QStringLiteral("on"), QStringLiteral("day %1 of the week has its hours already").arg(day));
        }
        schedule.weekdays.insert(day, sessions);
    }
    members.done();
}

void readDesk(const JsonNode &node, OfficeSchedule &schedule, const QList<OfficeSchedule> &earlier)
{
    const QString desk = elementText(node);
    bool taken = schedule.desks.contains(desk);
    for (const OfficeSchedule &other : earlier) {
        taken = taken || other.desks.contains(desk);
    }
    if (taken) {
        node.complain(QStringLiteral("this desk keeps a schedule already"));
    }
    if (desk != text::tidy(desk)) {
        node.complain(QStringLiteral("a desk is an organisation code, or \"organisation code/desk number\""));
    }
    schedule.desks.append(desk);
}

OfficeSchedule readSchedule(const JsonNode &node, const CalendarLaw &law)
{
    JsonMembers members(node);
    OfficeSchedule schedule;
    schedule.id = members.text(QStringLiteral("id"));
    schedule.name = members.text(QStringLiteral("name"));
    schedule.mark = members.text(QStringLiteral("mark"));
    schedule.sessions = members.has(QStringLiteral("sessions")) ? readSessions(members) : law.hours.sessions;
    members.each(QStringLiteral("weekdays"), false, [&](const JsonNode &one) { readWeekdays(one, schedule); });
    schedule.extraDaysCount = members.flag(QStringLiteral("extraDaysCount"));
    members.each(QStringLiteral("desks"), true, [&](const JsonNode &one) { readDesk(one, schedule, law.schedules); });
    members.object(QStringLiteral("counting"), false, [&](const JsonNode &one) { schedule.counting = readCounting(one); });
    for (const OfficeSchedule &other : law.schedules) {
        if (other.id == schedule.id) {
            members.complain(QStringLiteral("id"), QStringLiteral("the schedule \"%1\" stands here twice").arg(schedule.id));
        }
    }
    members.done();
    return schedule;
}

} // namespace

CountingRules readCounting(const JsonNode &node)
{
    using Zero = CountingRules::DayZero;
    using Due = CountingRules::DueTime;
    JsonMembers members(node);
    CountingRules rules;
    rules.dayZero = members.word<Zero>(QStringLiteral("dayZero"),
        {{u"receipt", Zero::Receipt}, {u"nextAfterCutOff", Zero::NextAfterCutOff}});
    if (rules.dayZero == Zero::NextAfterCutOff) {
        rules.cutOff = members.time(QStringLiteral("cutOff"));
    }
    rules.dueTime = members.word<Due>(
        QStringLiteral("dueTime"), {{u"closing", Due::Closing}, {u"midnight", Due::Midnight}});
    rules.basis = members.text(QStringLiteral("basis"));
    rules.mark = members.text(QStringLiteral("mark"));
    members.done();
    return rules;
}

void readOfficeHours(JsonMembers &calendar, CalendarLaw &law)
{
    calendar.object(QStringLiteral("officeHours"), true, [&](const JsonNode &node) {
        JsonMembers hours(node);
        law.hours.mark = hours.textOr(QStringLiteral("mark"));
        law.hours.sessions = readSessions(hours);
        hours.each(QStringLiteral("schedules"), false, [&](const JsonNode &one) { law.schedules.append(readSchedule(one, law)); });
        hours.done();
    });
}

} // namespace motcua

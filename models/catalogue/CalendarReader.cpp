// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/CalendarReader.h"

#include "models/catalogue/JsonMembers.h"

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

QList<OfficeSession> readHours(JsonMembers &calendar)
{
    QList<OfficeSession> sessions;
    calendar.object(QStringLiteral("officeHours"), true, [&](const JsonNode &node) {
        JsonMembers hours(node);
        hours.textOr(QStringLiteral("mark"));
        hours.each(QStringLiteral("sessions"), true, [&](const JsonNode &one) { sessions.append(readSession(one, sessions)); });
        if (sessions.isEmpty()) {
            hours.complain(QStringLiteral("sessions"), QStringLiteral("\"sessions\" must not be empty"));
        }
        hours.done();
    });
    return sessions;
}

/** A named day of the year; null after a complaint. */
std::pair<QDate, QString> readDay(const JsonNode &node, const CalendarYear &year)
{
    JsonMembers day(node);
    const QDate date = day.date(QStringLiteral("date"));
    const QString name = day.text(QStringLiteral("name"));
    if (date.isValid() && date.year() != year.year) {
        day.complain(QStringLiteral("date"), QStringLiteral("this day is not in %1").arg(year.year));
    } else if (year.daysOff.contains(date) || year.makeUpDays.contains(date)) {
        day.complain(QStringLiteral("date"), QStringLiteral("this day stands here twice"));
    }
    day.done();
    return {date, name};
}

CalendarYear readYear(const JsonNode &node, const QSet<int> &week, const QList<CalendarYear> &earlier)
{
    JsonMembers members(node);
    CalendarYear year;
    year.year = static_cast<int>(members.integer(QStringLiteral("year"), 1990, 2199));
    year.provisional = members.word<bool>(
        QStringLiteral("status"), {{QStringLiteral("official"), false}, {QStringLiteral("provisional"), true}});
    year.mark = members.text(QStringLiteral("mark"));
    for (const CalendarYear &other : earlier) {
        if (other.year == year.year) {
            members.complain(QStringLiteral("year"), QStringLiteral("this year stands here twice"));
        }
    }
    members.each(QStringLiteral("daysOff"), true, [&](const JsonNode &one) {
        const auto [date, name] = readDay(one, year);
        year.daysOff.insert(date, name);
    });
    members.each(QStringLiteral("makeUpDays"), true, [&](const JsonNode &one) {
        const auto [date, name] = readDay(one, year);
        if (date.isValid() && week.contains(date.dayOfWeek()) && !year.daysOff.contains(date)) {
            one.complain(QStringLiteral("date"), QStringLiteral("this day is worked anyway"));
        }
        year.makeUpDays.insert(date, name);
    });
    members.done();
    return year;
}

} // namespace

WorkingCalendar readCalendar(JsonFile &file)
{
    const JsonNode root(file);
    JsonMembers members(root);
    members.text(QStringLiteral("schema"));
    members.text(QStringLiteral("id"));
    members.textOr(QStringLiteral("mark"));
    members.texts(QStringLiteral("basis"));
    const QList<int> days = members.integers(QStringLiteral("workingWeek"), 1, 7);
    const QSet<int> week(days.begin(), days.end());
    const QList<OfficeSession> sessions = readHours(members);
    QList<CalendarYear> years;
    members.each(QStringLiteral("years"), true, [&](const JsonNode &node) { years.append(readYear(node, week, years)); });
    members.done();
    return WorkingCalendar(years, week, sessions);
}

} // namespace motcua

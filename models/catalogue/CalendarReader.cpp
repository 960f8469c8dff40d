// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/CalendarReader.h"

#include "models/calendar/LunarCalendar.h"
#include "models/catalogue/ClockReader.h"
#include "models/catalogue/JsonMembers.h"
#include "models/catalogue/OfficeHoursReader.h"



namespace motcua {

namespace {

constexpr int FirstYear = 1990;
constexpr int LastYear = 2199;
constexpr int LongestHoliday = 30; // days in a row, and days a holiday may lie from its date

/** Complains about a day that is not in the year or stands there already. */
void checkDay(const JsonMembers &day, QDate date, const CalendarYear &year)
{
    if (date.isValid() && date.year() != year.year) {
        day.complain(QStringLiteral("date"), QStringLiteral("this day is not in %1").arg(year.year));
    } else if (year.daysOff.contains(date) || year.makeUpDays.contains(date)) {
        day.complain(QStringLiteral("date"), QStringLiteral("this day stands here twice"));
    }
}

void readDayOff(const JsonNode &node, const QSet<int> &week, CalendarYear &year)
{
    JsonMembers day(node);
    const QDate date = day.date(QStringLiteral("date"));
    DayOff off;
    off.name = day.text(QStringLiteral("name"));
    off.kind = day.word<DayKind>(QStringLiteral("kind"),
        {{u"statutory", DayKind::Statutory}, {u"compensation", DayKind::Compensation},
            {u"swap", DayKind::SwappedOff}},
        DayKind::Statutory);
    checkDay(day, date, year);
    if (date.isValid() && off.kind != DayKind::Statutory && !week.contains(date.dayOfWeek())) {
        day.complain(QStringLiteral("date"), QStringLiteral("nobody works on this day anyway"));
    }
    day.done();
    year.daysOff.insert(date, off);
}

void readMakeUpDay(const JsonNode &node, const QSet<int> &week, CalendarYear &year)
{
    JsonMembers day(node);
    const QDate date = day.date(QStringLiteral("date"));
    const QString name = day.text(QStringLiteral("name"));
    checkDay(day, date, year);
    if (date.isValid() && week.contains(date.dayOfWeek()) && !year.daysOff.contains(date)) {
        day.complain(QStringLiteral("date"), QStringLiteral("this day is worked anyway"));
    }
    day.done();
    year.makeUpDays.insert(date, name);
}

CalendarYear readYear(const JsonNode &node, const QSet<int> &week, const QList<CalendarYear> &earlier)
{
    JsonMembers members(node);
    CalendarYear year;
    year.year = static_cast<int>(members.integer(QStringLiteral("year"), FirstYear, LastYear));
    year.provisional = members.word<bool>(
        QStringLiteral("status"), {{u"official", false}, {u"provisional", true}});
    year.mark = members.text(QStringLiteral("mark"));
    for (const CalendarYear &other : earlier) {
        if (other.year == year.year) {
            members.complain(QStringLiteral("year"), QStringLiteral("this year stands here twice"));
        }
    }
    members.each(QStringLiteral("daysOff"), true, [&](const JsonNode &one) { readDayOff(one, week, year); });
    members.each(QStringLiteral("makeUpDays"), true, [&](const JsonNode &one) { readMakeUpDay(one, week, year); });
    members.done();
    return year;
}

/** "start": one number of days for every day of the week, or seven from Monday on. */
void readStart(JsonMembers &members, HolidayRule &rule)
{
    const QString key = QStringLiteral("start");
    if (members.node().value().member(key).isDouble()) {
        rule.start.fill(static_cast<int>(members.integer(key, -LongestHoliday, LongestHoliday)));
        return;
    }
    std::size_t count = 0;
    members.each(key, false, [&](const JsonNode &one) {
        const std::optional<qint64> days = one.value().toWhole();
        if (!days || *days < -LongestHoliday || *days > LongestHoliday) {
            one.complain(QStringLiteral("a whole number from -%1 to %1 is expected here").arg(LongestHoliday));
        } else if (count < rule.start.size()) {
            rule.start[count] = static_cast<int>(*days);
        }
        ++count;
    });
    if (members.has(key) && count != rule.start.size()) {
        members.complain(key, QStringLiteral("\"start\" is a number of days, or seven of them from Monday on"));
    }
}

HolidayRule readHoliday(const JsonNode &node)
{
    JsonMembers members(node);
    HolidayRule rule;
    rule.name = members.text(QStringLiteral("name"));
    rule.lunar = members.word<bool>(QStringLiteral("calendar"), {{u"solar", false}, {u"lunar", true}});
    rule.month = static_cast<int>(members.integer(QStringLiteral("month"), 1, 12));
    // A lunar month may have 29 days only; of the solar ones a leap year has them all.
    constexpr int LeapYear = 2000;
    rule.day = static_cast<int>(members.integer(QStringLiteral("day"), 1, rule.lunar ? 29 : QDate(LeapYear, rule.month, 1).daysInMonth()));
    rule.days = static_cast<int>(members.integerIf(QStringLiteral("days"), 1, LongestHoliday).value_or(1));
    readStart(members, rule);
    rule.validFrom = members.dateIf(QStringLiteral("validFrom"));
    rule.validTo = members.dateIf(QStringLiteral("validTo"));
    if (rule.validTo.isValid() && rule.validTo < rule.validFrom) {
        members.complain(QStringLiteral("validTo"), QStringLiteral("\"validTo\" is before \"validFrom\""));
    }
    rule.basis = members.text(QStringLiteral("basis"));
    rule.mark = members.text(QStringLiteral("mark"));
    members.done();
    return rule;
}

HolidayForecast readForecast(const JsonNode &node, const QSet<int> &week)
{
    JsonMembers members(node);
    HolidayForecast forecast;
    forecast.until = static_cast<int>(members.integer(QStringLiteral("until"), FirstYear, LastLunarYear));
    forecast.mark = members.text(QStringLiteral("mark"));
    members.each(QStringLiteral("holidays"), true, [&](const JsonNode &one) { forecast.rules.append(readHoliday(one)); });
    members.object(QStringLiteral("compensation"), false, [&](const JsonNode &one) {
        JsonMembers compensation(one);
        forecast.compensation = compensation.text(QStringLiteral("name"));
        compensation.text(QStringLiteral("basis"));
        compensation.text(QStringLiteral("mark"));
        compensation.done();
    });
    if (week.isEmpty()) {
        members.complain(QStringLiteral("until"), QStringLiteral("nothing can be foretold without a working week"));
    }
    members.done();
    return forecast;
}

/** How often something may be done: "most" of the object at `name`, which has its basis and mark; `otherwise` without the object. */
int readMost(JsonMembers &parent, const QString &name, int otherwise)
{
    constexpr int Most = 365;
    int found = otherwise;
    parent.object(name, false, [&](const JsonNode &node) {
        JsonMembers members(node);
        found = static_cast<int>(members.integer(QStringLiteral("most"), 0, Most));
        members.text(QStringLiteral("basis"));
        members.text(QStringLiteral("mark"));
        members.done();
    });
    return found;
}

ServiceLimits readServices(const JsonNode &node)
{
    JsonMembers members(node);
    ServiceLimits limits;
    members.object(QStringLiteral("transfer"), false, [&](const JsonNode &one) {
        JsonMembers transfer(one);
        limits.transferCutOff = transfer.time(QStringLiteral("cutOff"));
        transfer.text(QStringLiteral("basis"));
        transfer.text(QStringLiteral("mark"));
        transfer.done();
    });
    limits.mostExtensions = readMost(members, QStringLiteral("extensions"), limits.mostExtensions);
    limits.mostRequests = readMost(members, QStringLiteral("supplementRequests"), limits.mostRequests);
    members.object(QStringLiteral("scanLater"), false, [&](const JsonNode &one) {
        JsonMembers later(one);
        limits.scanLater.byTransfer = later.flag(QStringLiteral("byTransfer"));
        limits.scanLater.byClosing = later.flag(QStringLiteral("byClosing"));
        later.text(QStringLiteral("basis"));
        later.text(QStringLiteral("mark"));
        later.done();
    });
    const auto index = [&members](const QString &name, CountedIndex &counted) {
        members.object(name, false, [&counted](const JsonNode &one) {
            constexpr int All = 100;
            JsonMembers said(one);
            counted.id = said.text(QStringLiteral("id"));
            counted.fullPercent = static_cast<int>(said.integer(QStringLiteral("fullPercent"), 1, All));
            counted.basis = said.text(QStringLiteral("basis"));
            counted.mark = said.text(QStringLiteral("mark"));
            said.done();
        });
    };
    index(QStringLiteral("digitisedIndex"), limits.digitised);
    index(QStringLiteral("reusingIndex"), limits.reusing);
    members.done();
    return limits;
}

} // namespace

WorkingCalendar readCalendar(JsonFile &file)
{
    const JsonNode root(file);
    JsonMembers members(root);
    CalendarLaw law;
    members.text(QStringLiteral("schema"));
    members.text(QStringLiteral("id"));
    members.textOr(QStringLiteral("mark"));
    members.texts(QStringLiteral("basis"));
    const QList<int> days = members.integers(QStringLiteral("workingWeek"), 1, 7);
    law.week = QSet<int>(days.begin(), days.end());
    readOfficeHours(members, law);
    members.object(QStringLiteral("counting"), false, [&](const JsonNode &node) { law.counting = readCounting(node); });
    members.object(QStringLiteral("clock"), false, [&](const JsonNode &node) { law.clock = readClock(node); });
    members.object(QStringLiteral("services"), false, [&](const JsonNode &node) { law.services = readServices(node); });
    members.object(QStringLiteral("forecast"), false, [&](const JsonNode &node) { law.forecast = readForecast(node, law.week); });
    members.each(QStringLiteral("years"), true, [&](const JsonNode &node) { law.years.append(readYear(node, law.week, law.years)); });
    members.done();
    return WorkingCalendar(law);
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/calendar/LunarCalendar.h"

#include <QFile>
#include <QTest>

using namespace motcua;

Q_DECLARE_METATYPE(motcua::LunarDate)

class tst_LunarCalendar : public QObject
{
    Q_OBJECT

    /** The lines of the table, split at their commas. */
    static QList<QStringList> table()
    {
        QFile file(QStringLiteral(MOTCUA_TEST_DATA "/calendar/lunar-years.csv"));
        QList<QStringList> lines;
        if (file.open(QIODevice::ReadOnly)) {
            const QStringList all = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
            for (const QString &line : all) {
                if (!line.startsWith(u'#')) {
                    lines.append(line.split(u','));
                }
            }
        }
        return lines;
    }

private Q_SLOTS:
    void agreesWithAnEphemerisInEveryYear_data()
    {
        QTest::addColumn<int>("year");
        QTest::addColumn<QDate>("tet");
        QTest::addColumn<QDate>("kingsDay");
        QTest::addColumn<int>("leap");
        QTest::addColumn<QString>("lengths");
        const QList<QStringList> lines = table();
        QCOMPARE(lines.size(), 150);
        for (const QStringList &line : lines) {
            QTest::addRow(
                "%s: Tết %s, Giỗ Tổ %s, leap month %s", qPrintable(line[0]), qPrintable(line[1]), qPrintable(line[2]), qPrintable(line[3]))
                << line[0].toInt() << QDate::fromString(line[1], Qt::ISODate) << QDate::fromString(line[2], Qt::ISODate) << line[3].toInt()
                << line[4];
        }
    }
    void agreesWithAnEphemerisInEveryYear()
    {
        QFETCH(int, year);
        QFETCH(QDate, tet);
        QFETCH(QDate, kingsDay);
        QFETCH(int, leap);
        QFETCH(QString, lengths);
        QCOMPARE(*solarDate({year, 1, 1}), tet);
        QCOMPARE(*solarDate({year, 3, 10}), kingsDay);
        QCOMPARE(*leapMonth(year), leap);
        QCOMPARE(*firstOfLunarMonth(year, 1), tet);
        QCOMPARE(firstOfLunarMonth(year, 3)->addDays(9), kingsDay);
        QString found;
        for (int month = 1; month <= 12; ++month) {
            found += *lunarMonthLength(year, month) == 30 ? u'B' : u's';
            if (month == leap) {
                found += *lunarMonthLength(year, month, true) == 30 ? u'B' : u's';
            }
        }
        QCOMPARE(found, lengths);
    }

    void knowsTheYearsOfThePublishedTable_data()
    {
        QTest::addColumn<int>("year");
        QTest::addColumn<QDate>("tet");
        QTest::addColumn<int>("lastDayBefore");
        QTest::addColumn<QDate>("kingsDay");
        QTest::addColumn<int>("leap");
        const auto row = [](int year, QDate tet, int before, QDate kings, int leap = 0) {
            QTest::addRow("%d", year) << year << tet << before << kings << leap;
        };
        row(2015, {2015, 2, 19}, 30, {2015, 4, 28});
        row(2016, {2016, 2, 8}, 29, {2016, 4, 16});
        row(2017, {2017, 1, 28}, 30, {2017, 4, 6}, 6);
        row(2018, {2018, 2, 16}, 30, {2018, 4, 25});
        row(2019, {2019, 2, 5}, 30, {2019, 4, 14});
        row(2020, {2020, 1, 25}, 30, {2020, 4, 2}, 4);
        row(2021, {2021, 2, 12}, 30, {2021, 4, 21});
        row(2022, {2022, 2, 1}, 29, {2022, 4, 10});
        row(2023, {2023, 1, 22}, 30, {2023, 4, 29}, 2);
        row(2024, {2024, 2, 10}, 30, {2024, 4, 18});
        row(2025, {2025, 1, 29}, 29, {2025, 4, 7}, 6);
        row(2026, {2026, 2, 17}, 29, {2026, 4, 26});
        row(2027, {2027, 2, 6}, 29, {2027, 4, 16});
        row(2028, {2028, 1, 26}, 29, {2028, 4, 4}, 5);
        row(2029, {2029, 2, 13}, 29, {2029, 4, 23});
        row(2030, {2030, 2, 2}, 29, {2030, 4, 12});
        row(2031, {2031, 1, 23}, 29, {2031, 4, 1}, 3);
        row(2032, {2032, 2, 11}, 29, {2032, 4, 19});
        row(2033, {2033, 1, 31}, 30, {2033, 4, 9}, 11);
        row(2034, {2034, 2, 19}, 30, {2034, 4, 28});
        row(2035, {2035, 2, 8}, 30, {2035, 4, 17});
    }
    void knowsTheYearsOfThePublishedTable()
    {
        QFETCH(int, year);
        QFETCH(QDate, tet);
        QFETCH(int, lastDayBefore);
        QFETCH(QDate, kingsDay);
        QFETCH(int, leap);
        QCOMPARE(*lunarDate(tet), (LunarDate{year, 1, 1, false}));
        QCOMPARE(*lunarDate(tet.addDays(-1)), (LunarDate{year - 1, 12, lastDayBefore, false}));
        QCOMPARE(*lunarDate(kingsDay), (LunarDate{year, 3, 10, false}));
        QCOMPARE(*leapMonth(year), leap);
    }

    void turnsDaysIntoLunarDatesAndBack_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<LunarDate>("lunar");
        const auto row = [](const char *claim, QDate day, const LunarDate &lunar) { QTest::addRow("%s", claim) << day << lunar; };
        row("the eve of Tết 2015", {2015, 2, 18}, {2014, 12, 30, false});
        row("the leap month 6 of 2017 begins", {2017, 7, 23}, {2017, 6, 1, true});
        row("month 7 of 2017 follows", {2017, 8, 22}, {2017, 7, 1, false});
        row("the leap month 4 of 2020 begins", {2020, 5, 23}, {2020, 4, 1, true});
        row("and ends on its 29th", {2020, 6, 20}, {2020, 4, 29, true});
        row("the leap month 2 of 2023 begins", {2023, 3, 22}, {2023, 2, 1, true});
        row("month 3 of 2023 follows", {2023, 4, 20}, {2023, 3, 1, false});
        row("the eve of Tết 2024", {2024, 2, 9}, {2023, 12, 30, false});
        row("Tết 2024", {2024, 2, 10}, {2024, 1, 1, false});
        row("the leap month 6 of 2025 begins", {2025, 7, 25}, {2025, 6, 1, true});
        row("and ends", {2025, 8, 22}, {2025, 6, 29, true});
        row("month 7 of 2025 follows", {2025, 8, 23}, {2025, 7, 1, false});
        row("the eve of Tết 2026", {2026, 2, 16}, {2025, 12, 29, false});
        row("Tết 2026", {2026, 2, 17}, {2026, 1, 1, false});
        row("full moon of month 10 of 2026", {2026, 11, 23}, {2026, 10, 15, false});
        row("the eve of Tết 2027", {2027, 2, 5}, {2026, 12, 29, false});
        row("Tết 2027", {2027, 2, 6}, {2027, 1, 1, false});
        row("the leap month 5 of 2028 begins", {2028, 6, 23}, {2028, 5, 1, true});
        row("Tết 2030, a day before China", {2030, 2, 2}, {2030, 1, 1, false});
        row("mùng 2 of 2030, when China begins", {2030, 2, 3}, {2030, 1, 2, false});
        row("the leap month 11 of 2033 begins", {2033, 12, 22}, {2033, 11, 1, true});
        row("month 12 of 2033 follows", {2034, 1, 20}, {2033, 12, 1, false});
        row("Tết 2035", {2035, 2, 8}, {2035, 1, 1, false});
        row("Tết 1985, a month before China", {1985, 1, 21}, {1985, 1, 1, false});
        row("the leap month 2 of 1985", {1985, 3, 21}, {1985, 2, 1, true});
        row("Tết 2007, a day before China", {2007, 2, 17}, {2007, 1, 1, false});
        row("Tết 1968, a day before China", {1968, 1, 29}, {1968, 1, 1, false});
        row("Tết 2053, a day before China", {2053, 2, 18}, {2053, 1, 1, false});
        row("three seconds past midnight: month 6 of 1967", {1967, 7, 8}, {1967, 6, 1, false});
        row("the first day we answer for", {1950, 1, 1}, {1949, 11, 13, false});
        row("the last day we answer for", {2099, 12, 31}, {2099, 11, 20, false});
    }
    void turnsDaysIntoLunarDatesAndBack()
    {
        QFETCH(QDate, day);
        QFETCH(LunarDate, lunar);
        const auto found = lunarDate(day);
        QVERIFY2(found, "no lunar date");
        const QString told = QStringLiteral("%1/%2/%3 %4").arg(found->day).arg(found->month).arg(found->year).arg(found->leap);
        QVERIFY2(*found == lunar, qPrintable(told));
        QCOMPARE(*solarDate(lunar), day);
    }

    void everyDayComesBack()
    {
        LunarDate last = *lunarDate(QDate(1950, 1, 1));
        for (QDate day(1950, 1, 1); day <= QDate(2099, 12, 31); day = day.addDays(1)) {
            const auto lunar = lunarDate(day);
            QVERIFY(lunar);
            QCOMPARE(*solarDate(*lunar), day);
            // Days follow each other: the next number, or the first of another month after the 29th or 30th.
            QVERIFY(*lunar == last || lunar->day == last.day + 1 || (lunar->day == 1 && (last.day == 29 || last.day == 30)));
            last = *lunar;
        }
    }

    void aYearHasTwelveMonthsOrThirteen()
    {
        int leapYears = 0;
        for (int year = FirstLunarYear; year < LastLunarYear; ++year) {
            const qint64 days = solarDate({year, 1, 1})->daysTo(*solarDate({year + 1, 1, 1}));
            const bool leap = *leapMonth(year) != 0;
            QVERIFY(leap ? days >= 383 && days <= 385 : days >= 353 && days <= 355);
            QVERIFY(*solarDate({year, 1, 1}) >= QDate(year, 1, 20) && *solarDate({year, 1, 1}) <= QDate(year, 2, 21));
            leapYears += leap ? 1 : 0;
        }
        QCOMPARE(leapYears, 54); // of 149 years; seven in nineteen are 54.9
    }

    void refusesWhatDoesNotExist_data()
    {
        QTest::addColumn<LunarDate>("date");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char *claim, const LunarDate &date, ErrorCode code) { QTest::addRow("%s", claim) << date << code; };
        row("day 0", {2026, 1, 0, false}, ErrorCode::Invalid);
        row("day 31", {2026, 1, 31, false}, ErrorCode::Invalid);
        row("day 30 of a month of 29", {2025, 12, 30, false}, ErrorCode::Invalid);
        row("month 0", {2026, 0, 1, false}, ErrorCode::Invalid);
        row("month 13", {2026, 13, 1, false}, ErrorCode::Invalid);
        row("a leap month that year has not", {2026, 5, 1, true}, ErrorCode::Invalid);
        row("another month than the leap one", {2025, 5, 1, true}, ErrorCode::Invalid);
        row("below zero", {-1, -1, -1, false}, ErrorCode::Invalid);
        row("a year too early", {1948, 1, 1, false}, ErrorCode::CalendarMissing);
        row("the day before the first", {1949, 11, 12, false}, ErrorCode::CalendarMissing);
        row("the day after the last", {2099, 11, 21, false}, ErrorCode::CalendarMissing);
        row("a year too late", {2100, 1, 1, false}, ErrorCode::CalendarMissing);
        row("a year far too late", {2'000'000'000, 1, 1, false}, ErrorCode::CalendarMissing);
    }
    void refusesWhatDoesNotExist()
    {
        QFETCH(LunarDate, date);
        QFETCH(ErrorCode, code);
        const auto day = solarDate(date);
        QVERIFY(!day);
        QCOMPARE(day.error().code, code);
    }

    void refusesDaysItDoesNotAnswerFor()
    {
        QCOMPARE(lunarDate(QDate()).error().code, ErrorCode::Invalid);
        QCOMPARE(lunarDate(QDate(1949, 12, 31)).error().code, ErrorCode::CalendarMissing);
        QCOMPARE(lunarDate(QDate(2100, 1, 1)).error().code, ErrorCode::CalendarMissing);
        QCOMPARE(lunarDate(QDate(-5, 1, 1)).error().code, ErrorCode::CalendarMissing);
        QCOMPARE(leapMonth(1949).error().code, ErrorCode::CalendarMissing);
        QCOMPARE(leapMonth(2100).error().code, ErrorCode::CalendarMissing);
        QCOMPARE(lunarMonthLength(1949, 12).error().code, ErrorCode::CalendarMissing);
        QCOMPARE(lunarMonthLength(2026, 5, true).error().code, ErrorCode::Invalid);
        QCOMPARE(firstOfLunarMonth(1949, 12).error().code, ErrorCode::CalendarMissing);
        QCOMPARE(firstOfLunarMonth(2100, 1).error().code, ErrorCode::CalendarMissing);
        QCOMPARE(firstOfLunarMonth(2099, 12).error().code, ErrorCode::CalendarMissing);
        QCOMPARE(firstOfLunarMonth(2026, 13).error().code, ErrorCode::Invalid);
    }

    void theTableAndTheSingleMonthAgree()
    {
        for (int year = FirstLunarYear; year <= LastLunarYear; ++year) {
            for (int month = 1; month <= 12 && (year < LastLunarYear || month < 12); ++month) {
                QCOMPARE(*firstOfLunarMonth(year, month), *solarDate({year, month, 1}));
            }
        }
    }
};

QTEST_APPLESS_MAIN(tst_LunarCalendar)
#include "tst_LunarCalendar.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/calendar/HolidayForecast.h"
#include "tests/models/catalogue/ShippedCatalogue.h"

#include <QTest>

using namespace motcua;

Q_DECLARE_METATYPE(motcua::DayKind)

class tst_HolidayForecast : public QObject
{
    Q_OBJECT

    const CalendarLaw m_law = test::shippedCatalogue().calendar().law();

    [[nodiscard]] CalendarYear year(int number) const { return foretold(m_law.forecast, m_law.week, number, number).constFirst(); }

    /** The days off of a year that are no weekend, but for 24/11, its day in lieu and swapped days, as month-day. */
    [[nodiscard]] QStringList weekdaysOff(const CalendarYear &year) const
    {
        QStringList days;
        for (auto day = year.daysOff.constBegin(); day != year.daysOff.constEnd(); ++day) {
            if (m_law.week.contains(day.key().dayOfWeek()) && day->kind != DayKind::SwappedOff && day.key().month() != 11) {
                days.append(day.key().toString(u"MM-dd"_qs));
            }
        }
        return days;
    }

    static HolidayRule rule(int month, int day)
    {
        HolidayRule rule;
        rule.name = u"x"_qs;
        rule.month = month;
        rule.day = day;
        return rule;
    }

    static QList<QDate> daysOf(const HolidayForecast &forecast, int year)
    {
        return foretold(forecast, {1, 2, 3, 4, 5}, year, year).constFirst().daysOff.keys();
    }

private Q_SLOTS:
    void agreesWithAnotherProgramInEveryYear_data()
    {
        QTest::addColumn<int>("year");
        QTest::addColumn<QStringList>("days");
        QFile file(QStringLiteral(MOTCUA_TEST_DATA "/calendar/state-holidays.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        int rows = 0;
        for (const QString &line : lines) {
            if (!line.startsWith(u'#')) {
                QTest::addRow("%s", qPrintable(line.section(u',', 0, 0)))
                    << line.section(u',', 0, 0).toInt() << line.section(u',', 1).split(u' ');
                ++rows;
            }
        }
        QCOMPARE(rows, 79);
    }
    void agreesWithAnotherProgramInEveryYear()
    {
        QFETCH(int, year);
        QFETCH(QStringList, days);
        QCOMPARE(weekdaysOff(this->year(year)), days);
    }

    void foretellsWhatWasPublishedButForTheSwaps_data()
    {
        QTest::addColumn<int>("number");
        QTest::addRow("2024, when Tết gave two days in lieu") << 2024;
        QTest::addRow("2025, before 24/11 was a holiday") << 2025;
        QTest::addRow("2026, with Giỗ Tổ on a Sunday and 24/11") << 2026;
        QTest::addRow("2027, as proposed") << 2027;
    }
    void foretellsWhatWasPublishedButForTheSwaps()
    {
        QFETCH(int, number);
        const CalendarYear *published = nullptr;
        for (const CalendarYear &one : m_law.years) {
            published = one.year == number ? &one : published;
        }
        QVERIFY(published);
        const CalendarYear found = year(number);
        QMap<QDate, DayKind> expected;
        for (auto day = published->daysOff.constBegin(); day != published->daysOff.constEnd(); ++day) {
            if (day->kind != DayKind::SwappedOff) {
                expected.insert(day.key(), day->kind);
            }
        }
        QMap<QDate, DayKind> kinds;
        for (auto day = found.daysOff.constBegin(); day != found.daysOff.constEnd(); ++day) {
            kinds.insert(day.key(), day->kind);
        }
        QCOMPARE(kinds.keys(), expected.keys());
        QCOMPARE(kinds, expected);
        QVERIFY(found.makeUpDays.isEmpty());
        QVERIFY(found.provisional);
        QVERIFY(found.mark.startsWith(u"DERIVED"));
    }

    void givesTheNextWorkingDayForAHolidayOnARestDay_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<DayKind>("kind");
        const auto row = [](const char *claim, QDate day, DayKind kind) { QTest::addRow("%s", claim) << day.year() << day << kind; };
        row("Tết 2024: Saturday 10/2 gives Tuesday 13/2", {2024, 2, 13}, DayKind::Compensation);
        row("Tết 2024: Sunday 11/2 gives the day after that", {2024, 2, 14}, DayKind::Compensation);
        row("Tết 2024: 15/2 is worked", {2024, 2, 15}, DayKind::NotCovered);
        row("2022: 30/4 on a Saturday gives Monday 2/5", {2022, 5, 2}, DayKind::Compensation);
        row("2022: 1/5 on a Sunday gives Tuesday 3/5", {2022, 5, 3}, DayKind::Compensation);
        row("2023: Giỗ Tổ on Saturday 29/4 waits for 1/5", {2023, 5, 2}, DayKind::Compensation);
        row("2023: 30/4 on a Sunday comes after it", {2023, 5, 3}, DayKind::Compensation);
        row("2023: the National Day on a Saturday gives Monday", {2023, 9, 4}, DayKind::Compensation);
        row("2026: 24/11 on a Tuesday gives nothing", {2026, 11, 25}, DayKind::NotCovered);
        row("2029: 24/11 on a Saturday gives Monday", {2029, 11, 26}, DayKind::Compensation);
        row("2025: 24/11 is no holiday yet", {2025, 11, 24}, DayKind::NotCovered);
    }
    void givesTheNextWorkingDayForAHolidayOnARestDay()
    {
        QFETCH(int, number);
        QFETCH(QDate, day);
        QFETCH(DayKind, kind);
        QCOMPARE(year(number).daysOff.value(day, {DayKind::NotCovered, {}}).kind, kind);
    }

    void aRuleHoldsFromItsFirstDayToItsLast()
    {
        HolidayForecast forecast;
        forecast.rules = {rule(11, 24)};
        forecast.rules[0].validFrom = QDate(2026, 11, 24);
        forecast.rules[0].validTo = QDate(2027, 11, 24);
        QVERIFY(daysOf(forecast, 2025).isEmpty());
        QCOMPARE(daysOf(forecast, 2026), QList<QDate>{QDate(2026, 11, 24)});
        QCOMPARE(daysOf(forecast, 2027), QList<QDate>{QDate(2027, 11, 24)});
        QVERIFY(daysOf(forecast, 2028).isEmpty());
        forecast.rules[0].validFrom = QDate(2026, 11, 25);
        QVERIFY(daysOf(forecast, 2026).isEmpty());
    }

    void withoutARuleForThemNoDaysAreGivenInLieu()
    {
        HolidayForecast forecast;
        forecast.rules = {rule(1, 1)};
        QCOMPARE(daysOf(forecast, 2028), QList<QDate>{QDate(2028, 1, 1)}); // a Saturday
        forecast.compensation = u"bù"_qs;
        QCOMPARE(daysOf(forecast, 2028), (QList<QDate>{QDate(2028, 1, 1), QDate(2028, 1, 3)}));
    }

    void aHolidayMayReachIntoTheYearBeside()
    {
        HolidayForecast forecast;
        forecast.compensation = u"bù"_qs;
        forecast.rules = {rule(1, 1)};
        forecast.rules[0].days = 3;
        forecast.rules[0].start.fill(-2);
        // 30 and 31/12/2028 are Saturday and Sunday: their days in lieu are the 2nd and 3rd of January, after New Year's Monday.
        const QList<CalendarYear> years = foretold(forecast, {1, 2, 3, 4, 5}, 2028, 2029);
        QCOMPARE(years[0].daysOff.keys().last(), QDate(2028, 12, 31));
        QCOMPARE(years[1].daysOff.keys().first(), QDate(2029, 1, 1));
        QCOMPARE(years[1].daysOff.value(QDate(2029, 1, 3)).kind, DayKind::Compensation);
        // The last months of a lunar year lie in the next solar one.
        forecast.rules = {rule(12, 23)};
        forecast.rules[0].lunar = true;
        QCOMPARE(daysOf(forecast, 2027).constFirst(), QDate(2027, 1, 30));
    }

    void whatDoesNotComeInAYearGivesNothing()
    {
        HolidayForecast forecast;
        forecast.rules = {rule(2, 29)};
        QVERIFY(daysOf(forecast, 2027).isEmpty());
        QCOMPARE(daysOf(forecast, 2028), QList<QDate>{QDate(2028, 2, 29)});
        forecast.rules = {rule(1, 1)};
        forecast.rules[0].lunar = true;
        QVERIFY(daysOf(forecast, 2150).isEmpty());
        QVERIFY(foretold(forecast, {1}, 2030, 2029).isEmpty());
        forecast.compensation = u"bù"_qs;
        QCOMPARE(foretold(forecast, {}, 2030, 2030).size(), 1); // nobody works: no day to give, and no search for it
    }
};

QTEST_APPLESS_MAIN(tst_HolidayForecast)
#include "tst_HolidayForecast.moc"

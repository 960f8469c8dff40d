// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/person/PartialDate.h"

#include <QTest>

#include <algorithm>

using namespace motcua;

using Precision = PartialDate::Precision;
using Relation = PartialDate::Relation;

Q_DECLARE_METATYPE(motcua::PartialDate::Precision)
Q_DECLARE_METATYPE(motcua::PartialDate::Relation)

class tst_PartialDate : public QObject
{
    Q_OBJECT

    static PartialDate date(const QString &iso) { return *PartialDate::fromIso(iso); }

private Q_SLOTS:
    void isWrittenInTwoForms_data()
    {
        QTest::addColumn<QString>("iso");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<Precision>("precision");
        QTest::addColumn<QDate>("first");
        QTest::addColumn<QDate>("last");
        QTest::addRow("a year") << u"1941"_qs << u"1941"_qs << Precision::Year << QDate(1941, 1, 1) << QDate(1941, 12, 31);
        QTest::addRow("a month") << u"1941-03"_qs << u"03/1941"_qs << Precision::Month << QDate(1941, 3, 1) << QDate(1941, 3, 31);
        QTest::addRow("a day") << u"1941-03-05"_qs << u"05/03/1941"_qs << Precision::Day << QDate(1941, 3, 5) << QDate(1941, 3, 5);
        QTest::addRow("February") << u"2025-02"_qs << u"02/2025"_qs << Precision::Month << QDate(2025, 2, 1) << QDate(2025, 2, 28);
        QTest::addRow("a leap February") << u"2024-02"_qs << u"02/2024"_qs << Precision::Month << QDate(2024, 2, 1) << QDate(2024, 2, 29);
        QTest::addRow("29 February") << u"2024-02-29"_qs << u"29/02/2024"_qs << Precision::Day << QDate(2024, 2, 29) << QDate(2024, 2, 29);
        QTest::addRow("29 February 2000") << u"2000-02-29"_qs << u"29/02/2000"_qs << Precision::Day << QDate(2000, 2, 29)
                                          << QDate(2000, 2, 29);
        QTest::addRow("the first year") << u"1000"_qs << u"1000"_qs << Precision::Year << QDate(1000, 1, 1) << QDate(1000, 12, 31);
        QTest::addRow("the last day") << u"9999-12-31"_qs << u"31/12/9999"_qs << Precision::Day << QDate(9999, 12, 31)
                                      << QDate(9999, 12, 31);
    }
    void isWrittenInTwoForms()
    {
        QFETCH(QString, iso);
        QFETCH(QString, shown);
        QFETCH(Precision, precision);
        QFETCH(QDate, first);
        QFETCH(QDate, last);
        const auto read = PartialDate::fromIso(iso);
        QVERIFY(read);
        QCOMPARE(read->iso(), iso);
        QCOMPARE(read->shown(), shown);
        QCOMPARE(read->precision(), precision);
        QCOMPARE(read->first(), first);
        QCOMPARE(read->last(), last);
        QVERIFY(PartialDate::fromShown(shown) == read);
        QVERIFY(PartialDate::of(read->year(), read->month(), read->day()) == read);
    }

    void refusesWhatIsNoDate_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text : {u""_qs, u"-"_qs, u"/"_qs, u"41"_qs, u"0941"_qs, u"0000"_qs, u"19411"_qs, u"1941-00"_qs, u"1941-13"_qs,
                 u"1941-3"_qs, u"1941-03-00"_qs, u"1941-03-32"_qs, u"1941-04-31"_qs, u"1941-02-29"_qs, u"1900-02-29"_qs, u"2025-02-29"_qs,
                 u"1941-00-05"_qs, u"1941-03-05-01"_qs, u"1941-"_qs, u" 1941"_qs, u"1941\n"_qs, u"+941"_qs, u"-941"_qs, u"１９４１"_qs,
                 u"١٩٤١"_qs, u"1941-03-5 "_qs, u"00/1941"_qs, u"13/1941"_qs, u"3/1941"_qs, u"5/3/1941"_qs, u"29/02/2025"_qs,
                 u"29/02/1941"_qs, u"31/04/1990"_qs, u"00/03/1941"_qs, u"05/00/1941"_qs, u"05/03/41"_qs, u"05/03/1941/"_qs,
                 u"12/31/1990"_qs, u"năm 1941"_qs, QString(5'000, u'1')}) {
            QTest::addRow("%s", qPrintable(text.left(30))) << text;
        }
    }
    void refusesWhatIsNoDate()
    {
        QFETCH(QString, text);
        QVERIFY(!PartialDate::fromIso(text));
        QVERIFY(!PartialDate::fromShown(text));
    }

    void refusesPartsThatMakeNoDate()
    {
        QVERIFY(!PartialDate::of(1941, 0, 5));
        QVERIFY(!PartialDate::of(999));
        QVERIFY(!PartialDate::of(10'000));
        QVERIFY(!PartialDate::of(-1941));
        QVERIFY(!PartialDate::of(1941, -1));
        QVERIFY(!PartialDate::of(1941, 3, -1));
        QVERIFY(!PartialDate::of(QDate()));
        QVERIFY(!PartialDate::of(QDate(-1, 1, 1)));
    }

    void everyDayComesBack()
    {
        for (QDate day(1895, 1, 1); day.year() < 2105; day = day.addDays(1)) {
            const auto one = PartialDate::of(day);
            QVERIFY(one);
            QCOMPARE(one->first(), day);
            QVERIFY(PartialDate::fromIso(one->iso()) == one);
            QVERIFY(PartialDate::fromShown(one->shown()) == one);
            QCOMPARE(one->iso(), day.toString(Qt::ISODate));
        }
    }

    void liesBeforeAfterOrOver_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<Relation>("relation");
        QTest::addRow("days") << u"1941-03-05"_qs << u"1941-03-06"_qs << Relation::Before;
        QTest::addRow("the same day") << u"1941-03-05"_qs << u"1941-03-05"_qs << Relation::Overlaps;
        QTest::addRow("a day in its year") << u"1941-03-05"_qs << u"1941"_qs << Relation::Overlaps;
        QTest::addRow("the last day of the year before") << u"1940-12-31"_qs << u"1941"_qs << Relation::Before;
        QTest::addRow("the first day of the year after") << u"1942-01-01"_qs << u"1941"_qs << Relation::After;
        QTest::addRow("a month in its year") << u"1941-12"_qs << u"1941"_qs << Relation::Overlaps;
        QTest::addRow("months side by side") << u"1941-02"_qs << u"1941-03"_qs << Relation::Before;
        QTest::addRow("the last day of a month") << u"1941-03-31"_qs << u"1941-03"_qs << Relation::Overlaps;
        QTest::addRow("the day after a month") << u"1941-04-01"_qs << u"1941-03"_qs << Relation::After;
        QTest::addRow("years") << u"1941"_qs << u"1942"_qs << Relation::Before;
    }
    void liesBeforeAfterOrOver()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(Relation, relation);
        QCOMPARE(date(one).to(date(other)), relation);
        const Relation back = relation == Relation::Before ? Relation::After
            : relation == Relation::After                  ? Relation::Before
                                                           : Relation::Overlaps;
        QCOMPARE(date(other).to(date(one)), back);
    }

    void tellsAnAge_data()
    {
        QTest::addColumn<QString>("birth");
        QTest::addColumn<QDate>("on");
        QTest::addColumn<int>("least"); // -1: not born yet
        QTest::addColumn<int>("most");
        QTest::addRow("on the birthday") << u"2008-11-23"_qs << QDate(2026, 11, 23) << 18 << 18;
        QTest::addRow("the day before") << u"2008-11-24"_qs << QDate(2026, 11, 23) << 17 << 17;
        QTest::addRow("born today") << u"2026-11-23"_qs << QDate(2026, 11, 23) << 0 << 0;
        QTest::addRow("born tomorrow") << u"2026-11-24"_qs << QDate(2026, 11, 23) << -1 << -1;
        QTest::addRow("a year") << u"2008"_qs << QDate(2026, 11, 23) << 17 << 18;
        QTest::addRow("a year, on its last day") << u"2008"_qs << QDate(2026, 12, 31) << 18 << 18;
        QTest::addRow("a year, on its first day") << u"2008"_qs << QDate(2026, 1, 1) << 17 << 18;
        QTest::addRow("this year") << u"2026"_qs << QDate(2026, 11, 23) << 0 << 0;
        QTest::addRow("next year") << u"2027"_qs << QDate(2026, 11, 23) << -1 << -1;
        QTest::addRow("a month past") << u"2008-10"_qs << QDate(2026, 11, 23) << 18 << 18;
        QTest::addRow("a month running") << u"2008-11"_qs << QDate(2026, 11, 23) << 17 << 18;
        QTest::addRow("a month to come") << u"2008-12"_qs << QDate(2026, 11, 23) << 17 << 17;
        QTest::addRow("29 February, 28 February") << u"2008-02-29"_qs << QDate(2026, 2, 28) << 17 << 17;
        QTest::addRow("29 February, 1 March") << u"2008-02-29"_qs << QDate(2026, 3, 1) << 18 << 18;
        QTest::addRow("29 February in a leap year") << u"2004-02-29"_qs << QDate(2024, 2, 29) << 20 << 20;
        QTest::addRow("no day") << u"2008"_qs << QDate() << -1 << -1;
    }
    void tellsAnAge()
    {
        QFETCH(QString, birth);
        QFETCH(QDate, on);
        QFETCH(int, least);
        QFETCH(int, most);
        const auto age = date(birth).ageOn(on);
        QCOMPARE(age.has_value(), least >= 0);
        if (age) {
            QCOMPARE(age->least, least);
            QCOMPARE(age->most, most);
        }
    }

    /** The days of this class are the days of Qt's calendar: all there are, and none besides. */
    void hasTheDaysOfTheCalendar_data()
    {
        QTest::addColumn<int>("year");
        for (const int year : {1000, 1582, 1700, 1899, 1900, 1970, 2000, 2023, 2024, 2100, 9999}) {
            QTest::addRow("%d", year) << year;
        }
    }
    void hasTheDaysOfTheCalendar()
    {
        QFETCH(int, year);
        for (int month = -1; month <= 14; ++month) {
            for (int day = -1; day <= 33; ++day) {
                const std::optional<PartialDate> made = PartialDate::of(year, month, day);
                const bool is = month == 0 ? day == 0 : QDate::isValid(year, month, day == 0 ? 1 : day);
                QVERIFY2(made.has_value() == is, qPrintable(QStringLiteral("%1-%2-%3").arg(year).arg(month).arg(day)));
                if (made) {
                    QCOMPARE(made->first(), QDate(year, std::max(month, 1), std::max(day, 1)));
                }
            }
        }
    }
};

QTEST_APPLESS_MAIN(tst_PartialDate)
#include "tst_PartialDate.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dashboard/DashboardDays.h"

#include "models/base/VietnamTime.h"
#include "models/dashboard/DashboardFigures.h"

#include <QTest>

using namespace motcua;

namespace {

qint64 at(const QString &moment)
{
    const QDateTime read = QDateTime::fromString(moment, QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    return vietnamTime(read.date(), read.time()).toMSecsSinceEpoch();
}

/** 2026 with one Tuesday off; nothing else is covered. */
WorkingCalendar calendar()
{
    const CalendarYear year{.year = 2026, .daysOff = {{QDate(2026, 11, 24), {DayKind::Statutory, QStringLiteral("Ngày Văn hóa Việt Nam")}}}};
    return WorkingCalendar({year}, {1, 2, 3, 4, 5}, {{QTime(7, 30), QTime(11, 30)}, {QTime(13, 0), QTime(17, 0)}});
}

} // namespace

class tst_DashboardDays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void days_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QDate>("today");
        QTest::addColumn<QDate>("beforeFirst");
        QTest::addColumn<QDate>("beforeLast");
        QTest::addColumn<QDate>("next");
        QTest::addRow("the second before midnight in Vietnam is still the day before")
            << "2026-11-22 23:59:59" << QDate(2026, 11, 22) << QDate(2026, 10, 1) << QDate(2026, 10, 22) << QDate(2026, 11, 25);
        QTest::addRow("midnight in Vietnam begins the day, whatever the machine's zone")
            << "2026-11-23 00:00:00" << QDate(2026, 11, 23) << QDate(2026, 10, 1) << QDate(2026, 10, 23) << QDate(2026, 11, 25);
        QTest::addRow("the next working day is later than tomorrow also where tomorrow is worked")
            << "2026-11-25 10:00:00" << QDate(2026, 11, 25) << QDate(2026, 10, 1) << QDate(2026, 10, 25) << QDate(2026, 11, 27);
        QTest::addRow("a weekend is passed over")
            << "2026-11-26 10:00:00" << QDate(2026, 11, 26) << QDate(2026, 10, 1) << QDate(2026, 10, 26) << QDate(2026, 11, 30);
        QTest::addRow("the last day of a month is compared with the whole month before")
            << "2026-11-30 10:00:00" << QDate(2026, 11, 30) << QDate(2026, 10, 1) << QDate(2026, 10, 31) << QDate(2026, 12, 2);
        QTest::addRow("a day the month before did not have is its last one")
            << "2026-03-30 10:00:00" << QDate(2026, 3, 30) << QDate(2026, 2, 1) << QDate(2026, 2, 28) << QDate(2026, 4, 1);
        QTest::addRow("the first of a month is compared with one day")
            << "2026-12-01 10:00:00" << QDate(2026, 12, 1) << QDate(2026, 11, 1) << QDate(2026, 11, 1) << QDate(2026, 12, 3);
        QTest::addRow("where no calendar reaches there is no next working day")
            << "2026-12-31 10:00:00" << QDate(2026, 12, 31) << QDate(2026, 11, 1) << QDate(2026, 11, 30) << QDate();
    }

    void days()
    {
        QFETCH(QString, now);
        const DashboardDays days = DashboardDays::of(at(now), calendar());
        QTEST(days.today, "today");
        QTEST(days.beforeFirst, "beforeFirst");
        QTEST(days.beforeLast, "beforeLast");
        QTEST(days.next, "next");
        QCOMPARE(days.tomorrow, days.today.addDays(1));
        QCOMPARE(days.monthFirst.day(), 1);
        QCOMPARE(days.recent.size(), qsizetype{DashboardDays::RecentDays});
        QCOMPARE(days.recent.constLast(), days.today);
    }

    void aHolidayTomorrowSaysItsName()
    {
        const DashboardDays days = DashboardDays::of(at(QStringLiteral("2026-11-23 10:00:00")), calendar());
        QCOMPARE(days.tomorrowIsWorked, std::optional(false));
        QCOMPARE(days.tomorrowName, QStringLiteral("Ngày Văn hóa Việt Nam"));
        QCOMPARE(DashboardDays::of(at(QStringLiteral("2026-11-25 10:00:00")), calendar()).tomorrowIsWorked, std::optional(true));
        QCOMPARE(DashboardDays::of(at(QStringLiteral("2026-12-31 10:00:00")), calendar()).tomorrowIsWorked, std::nullopt);
    }

    void daysThatRestAreKnown()
    {
        const DashboardDays days = DashboardDays::of(at(QStringLiteral("2026-11-25 10:00:00")), calendar());
        QCOMPARE(days.resting,
            (QList<QDate>{QDate(2026, 11, 14), QDate(2026, 11, 15), QDate(2026, 11, 21), QDate(2026, 11, 22), QDate(2026, 11, 24)}));
    }

    void oneLateDossierIsNeverToldAsNone_data()
    {
        QTest::addColumn<qint64>("early");
        QTest::addColumn<qint64>("onTime");
        QTest::addColumn<qint64>("late");
        QTest::addColumn<int>("permille");
        QTest::addRow("none finished") << qint64{0} << qint64{0} << qint64{0} << -1;
        QTest::addRow("all on time") << qint64{3} << qint64{4} << qint64{0} << 1000;
        QTest::addRow("one late of ten thousand") << qint64{9000} << qint64{999} << qint64{1} << 999;
        QTest::addRow("all late") << qint64{0} << qint64{0} << qint64{2} << 0;
    }

    void oneLateDossierIsNeverToldAsNone()
    {
        QFETCH(qint64, early);
        QFETCH(qint64, onTime);
        QFETCH(qint64, late);
        OutcomeFigures figures = OutcomeFigures::of(QDate(2026, 11, 1), QDate(2026, 11, 23));
        figures.add(1, early);
        figures.add(2, onTime);
        figures.add(3, late);
        figures.add(0, 7); // a dossier nobody can judge
        QTEST(figures.keptPermille(), "permille");
        QCOMPARE(figures.finished(), early + onTime + late);
    }
};

QTEST_GUILESS_MAIN(tst_DashboardDays)
#include "tst_DashboardDays.moc"

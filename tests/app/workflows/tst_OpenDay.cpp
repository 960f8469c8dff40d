// SPDX-License-Identifier: GPL-3.0-or-later
#include "TrainingDesk.h"

#include "InventedAccess.h"

#include "app/storage/HallQueries.h"
#include "app/workflows/OpenDay.h"
#include "models/base/VietnamTime.h"
#include "models/journal/Kind.h"

using namespace motcua;

namespace {

qint64 at(QDate day, int hour = 7)
{
    return vietnamTime(day, QTime(hour, 20)).toMSecsSinceEpoch();
}

/** The store's own clock is the machine's, so acts are of today. */
qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

class tst_OpenDay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<TrainingDesk>();
        const Result<Workplace> place = m_desk->setUp();
        QVERIFY(place);
        m_place = std::make_unique<Workplace>(*place);
    }

    void cleanup()
    {
        m_place.reset();
        m_desk.reset();
    }

    void aCertificateThatEndsIsToldThirtyDaysBefore()
    {
        const auto told = [this] {
            const Result<DayFacts> facts = OpenDay(*m_place).look(now()).result();
            return facts ? facts->certificateUntilMs : -1;
        };
        QCOMPARE(told(), 0);
        for (const int days : {31, 30, 1, -1}) {
            const qint64 until = now() + days * PortalAccess::DayMs;
            test::keepAccess(m_place->store, test::inventedAccess(until));
            QCOMPARE(told(), days > 30 ? 0 : until);
        }
    }

    void theCalendarTellsTheDay_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<bool>("open");
        QTest::addColumn<QDate>("next");
        QTest::addColumn<QString>("off"); // a name of a day off before the next one, if there is any
        QTest::newRow("a Monday before a holiday") << QDate(2026, 11, 23) << true << QDate(2026, 11, 25) << "Ngày Văn hóa Việt Nam";
        QTest::newRow("the holiday") << QDate(2026, 11, 24) << false << QDate(2026, 11, 25) << "";
        QTest::newRow("an ordinary day") << QDate(2026, 11, 26) << true << QDate(2026, 11, 27) << "";
        QTest::newRow("a Saturday") << QDate(2026, 11, 28) << false << QDate(2026, 11, 30) << "";
        QTest::newRow("where no calendar reaches it counts as open") << QDate(1990, 1, 1) << true << QDate() << "";
    }
    void theCalendarTellsTheDay()
    {
        QFETCH(QDate, day);
        QFETCH(bool, open);
        QFETCH(QDate, next);
        QFETCH(QString, off);
        const Result<DayFacts> facts = OpenDay(*m_place).look(at(day)).result();
        QVERIFY(facts);
        QCOMPARE(facts->day, day);
        QCOMPARE(facts->isOpen, open);
        QCOMPARE(facts->nextDay, next);
        QCOMPARE(facts->offDays.join(u'|'), off);
        QCOMPARE(facts->sessions.isEmpty(), !open || !next.isValid());
    }

    void rulesThatChangeTodayAreNamed_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QStringList>("codes");
        QTest::newRow("the day they change") << QDate(2026, 8, 5) << QStringList({u"1.001193"_qs, u"1.004194"_qs, u"2.000635"_qs});
        QTest::newRow("the day after") << QDate(2026, 8, 6) << QStringList();
    }
    void rulesThatChangeTodayAreNamed()
    {
        QFETCH(QDate, day);
        QFETCH(QStringList, codes);
        QStringList told;
        const QList<NewRule> rules = OpenDay(*m_place).look(at(day)).result()->newRules;
        for (const NewRule &rule : rules) {
            QVERIFY(!rule.name.isEmpty());
            told.append(rule.code);
        }
        told.sort();
        QCOMPARE(told, codes);
    }

    void numbersAreCountedDown()
    {
        FileDossier filing(*m_place, nullptr);
        QCOMPARE(OpenDay(*m_place).look(now()).result()->numbersLeft, 99);
        QVERIFY(filing.choose(u"2.000635"_qs));
        TrainingDesk::fill(filing);
        filing.accept();
        QTRY_COMPARE(filing.step(), FileDossier::Step::Accepted);
        const Result<DayFacts> facts = OpenDay(*m_place).look(now()).result();
        QCOMPARE(facts->numbersLeft, 98);
        QCOMPARE(facts->numbersADay, 0);
        QCOMPARE(OpenDay(*m_place).look(now() + 24 * 3'600'000LL).result()->numbersADay, 1);
        QCOMPARE(OpenDay(*m_place).look(now() + 24 * 3'600'000LL).result()->numbersLeft, 99);
    }

    void whatIsPromisedIsCountedByDay()
    {
        FileDossier filing(*m_place, nullptr);
        QVERIFY(filing.choose(u"2.000635"_qs));
        TrainingDesk::fill(filing);
        filing.accept();
        QTRY_COMPARE(filing.step(), FileDossier::Step::Accepted);
        const QDate due = vietnamTime(filing.accepted()->dueAtMs()).date();
        const auto on = [this](QDate day) { return *OpenDay(*m_place).look(at(day)).result(); };
        QCOMPARE(on(due).dueToday, 1);
        QCOMPARE(on(due).overdue, 0);
        QCOMPARE(on(due.addDays(1)).overdue, 1);
        QCOMPARE(on(due.addDays(1)).dueToday, 1);
        QCOMPARE(on(due.addDays(-20)).dueToday, 0);
        const Result<QDate> before = m_place->law.catalogue.calendar().previousWorkingDay(due);
        QVERIFY(before);
        QCOMPARE(on(*before).dueNext, 1);
        QCOMPARE(on(*before).dueToday, 0);
    }

    void aDeskIsOpenedOnceADay()
    {
        const OpenDay day(*m_place);
        QVERIFY(!day.look(now()).result()->wasOpened);
        const Result<Shift> opened = day.open(Money{500'000}, now()).result();
        QVERIFY(opened);
        QCOMPARE(opened->cash, Money{500'000});
        QCOMPARE(day.look(now()).result()->shift->id, opened->id);
        QCOMPARE(day.open({}, now()).result().error().code, ErrorCode::Refused);
        QCOMPARE(day.step(ShiftState::Closed, 0, now()).result()->state, ShiftState::Closed);
        const Result<DayFacts> after = day.look(now()).result();
        QVERIFY(after->wasOpened && !after->shift);
        QVERIFY(day.open({}, now()).result()); // somebody comes back in the afternoon
    }

    void aBreakIsOfADeskThatIsOpen_data()
    {
        QTest::addColumn<bool>("opened");
        QTest::newRow("opened before") << true;
        QTest::newRow("opened by it") << false;
    }
    void aBreakIsOfADeskThatIsOpen()
    {
        QFETCH(bool, opened);
        const OpenDay day(*m_place);
        if (opened) {
            QVERIFY(day.open({}, now()).result());
        }
        const qint64 until = now() + 600'000;
        const Result<Shift> paused = day.step(ShiftState::OnBreak, until, now()).result();
        QVERIFY(paused);
        QCOMPARE(paused->state, ShiftState::OnBreak);
        QCOMPARE(paused->now().announcedMs, until);
        QCOMPARE(day.step(ShiftState::OnBreak, 0, now()).result().error().code, ErrorCode::Refused);
        QCOMPARE(day.step(ShiftState::Serving, 0, now()).result()->state, ShiftState::Serving);
        QCOMPARE(TrainingDesk::told(m_place->store, journal::kind::ShiftOpened), 1);
    }

    void aShiftForgottenYesterdayIsClosedByTheNext()
    {
        const OpenDay day(*m_place);
        const Result<Shift> first = day.open({}, now()).result();
        QVERIFY(first);
        // For the workflow it is tomorrow; the store's clock is not asked which day it is.
        (void)day.open(Money{1'000}, now() + 24 * 3'600'000LL).result();
        QCOMPARE(TrainingDesk::told(m_place->store, journal::kind::ShiftOpened), 2);
        const Result<QList<Shift>> shifts = m_place->store.ask(storage::ShiftsOfDay{vietnamTime(now()).date()}).result();
        QVERIFY(shifts);
        QCOMPARE(std::count_if(shifts->cbegin(), shifts->cend(), [](const Shift &one) { return one.isOpen(); }), 1);
        QVERIFY(!shifts->constFirst().isOpen() || !shifts->constLast().isOpen());
    }

private:
    std::unique_ptr<TrainingDesk> m_desk;
    std::unique_ptr<Workplace> m_place;
};

QTEST_MAIN(tst_OpenDay)
#include "tst_OpenDay.moc"

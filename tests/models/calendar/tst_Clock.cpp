// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/VietnamTime.h"
#include "models/calendar/Clock.h"
#include "tests/models/catalogue/ShippedCatalogue.h"

#include <QTest>

#include <algorithm>

using namespace motcua;
using Kind = ClockEvent::Kind;

Q_DECLARE_METATYPE(motcua::Limit)
Q_DECLARE_METATYPE(motcua::ClockRule)
Q_DECLARE_METATYPE(QList<motcua::ClockEvent>)

/** June 2026 has no holiday; the 1st is a Monday. */
class tst_Clock : public QObject
{
    Q_OBJECT

    const WorkingCalendar m_vietnam = test::shippedCatalogue().calendar();

    const Limit m_fiveDays = {Limit::Kind::WorkingDays, 5, {}};
    const ClockRule m_none = {.policy = ClockPolicy::None};
    const ClockRule m_restart = {.policy = ClockPolicy::Restart};
    const ClockRule m_suspend = {.policy = ClockPolicy::Suspend};
    const ClockRule m_fixed = {.policy = ClockPolicy::FixedExtension, .extensionDays = 5};
    const ClockRule m_external = {.policy = ClockPolicy::ExcludeExternal, .supplement = ClockPolicy::Restart};
    const ClockRule m_externalSuspend = {.policy = ClockPolicy::ExcludeExternal, .supplement = ClockPolicy::Suspend};
    const ClockRule m_payment = {.policy = ClockPolicy::None, .excludesPayment = true};

    static QDateTime june(int day, QTime time = {10, 0}) { return vietnamTime(QDate(2026, 6, day), time); }
    static QDateTime closing(QDate day) { return vietnamTime(day, QTime(17, 0)); }
    static QDateTime closing(int day) { return closing(QDate(2026, 6, day)); }

    static ClockEvent event(Kind kind, const QDateTime &at, const QDateTime &dueAt = {}) { return {kind, at, dueAt}; }
    static QList<ClockEvent> supplement(const QDateTime &from, const QDateTime &to)
    {
        return {event(Kind::SupplementRequested, from), event(Kind::SupplementReceived, to)};
    }
    static QList<ClockEvent> external(const QDateTime &from, const QDateTime &to)
    {
        return {event(Kind::ExternalAsked, from), event(Kind::ExternalAnswered, to)};
    }
    static QList<ClockEvent> payment(const QDateTime &from, const QDateTime &to)
    {
        return {event(Kind::PaymentRequested, from), event(Kind::PaymentReceived, to)};
    }

private Q_SLOTS:
    void keepsThreeDates_data()
    {
        QTest::addColumn<Limit>("limit");
        QTest::addColumn<ClockRule>("rule");
        QTest::addColumn<QDateTime>("received");
        QTest::addColumn<QList<ClockEvent>>("events");
        QTest::addColumn<QDateTime>("legal");
        QTest::addColumn<QDateTime>("index");
        QTest::addColumn<QString>("name");
        const auto of = [](const Limit &limit, const QDateTime &received) {
            return [limit, received](const char *claim, const ClockRule &rule, const QList<ClockEvent> &events, const QDateTime &legal,
                       const QDateTime &index, const QString &name) {
                QTest::addRow("%s", claim) << limit << rule << received << events << legal << index << name;
            };
        };
        const QString plain = u"workingDays"_qs;
        const auto days = of(m_fiveDays, june(1, {9, 0})); // promised for Monday 8/6
        days("nothing happens", m_restart, {}, closing(8), closing(8), plain);

        const QList<ClockEvent> twoDays = supplement(june(3), june(5));
        days("NONE: the promise stands, the index moves", m_none, twoDays, closing(8), closing(10), plain);
        days("P9: RESTART, five days from the full dossier", m_restart, twoDays, closing(12), closing(10), u"workingDays+restart"_qs);
        days("SUSPEND: the two days are not counted", m_suspend, twoDays, closing(10), closing(10), u"workingDays+suspend"_qs);
        days("FIXED_EXTENSION: five working days more (as 1.014246)", m_fixed, twoDays, closing(15), closing(10),
            u"workingDays+fixedExtension"_qs);
        const auto settled = of({Limit::Kind::WorkingDays, 5, {}, 2}, june(1, {9, 0})); // five, and two more that were settled on: Wednesday 10/6
        settled("two days settled on stay with the limit", m_none, {}, closing(10), closing(10), plain + u"+longer"_qs);
        settled("RESTART: two days settled on are counted anew too", m_restart, twoDays, closing(16), closing(12), plain + u"+longer+restart"_qs);
        settled("SUSPEND: two days settled on, two away", m_suspend, twoDays, closing(12), closing(12), plain + u"+longer+suspend"_qs);
        days("EXCLUDE_EXTERNAL: a supplement as its own rule says: restart", m_external, twoDays, closing(12), closing(10),
            u"workingDays+restart"_qs);
        days("EXCLUDE_EXTERNAL: a supplement as its own rule says: suspend", m_externalSuspend, twoDays, closing(10), closing(10),
            u"workingDays+suspend"_qs);

        days("SUSPEND: an answer on the same day moves nothing", m_suspend, supplement(june(3), june(3, {15, 0})), closing(8), closing(8),
            plain);
        days("RESTART: an answer on the same day still begins anew", m_restart, supplement(june(3), june(3, {15, 0})), closing(10),
            closing(8), u"workingDays+restart"_qs);
        days("SUSPEND: from Friday to Monday is one working day", m_suspend, supplement(june(5), june(8, {9, 0})), closing(9), closing(9),
            u"workingDays+suspend"_qs);
        days("SUSPEND: a weekend is none", m_suspend, supplement(june(6), june(7)), closing(8), closing(8), plain);
        days("SUSPEND: on the last day, for a week", m_suspend, supplement(june(8), june(15)), closing(15), closing(15),
            u"workingDays+suspend"_qs);
        days("SUSPEND: asked on the last day, answered on a Saturday", m_suspend, supplement(june(8), june(13)), closing(15), closing(15),
            u"workingDays+suspend"_qs);
        days("SUSPEND: asked on the last day, answered after closing", m_suspend, supplement(june(8), june(10, {20, 0})), closing(11),
            closing(11), u"workingDays+suspend"_qs);
        days("SUSPEND: and asked again", m_suspend, supplement(june(8), june(10, {20, 0})) + supplement(june(11), june(12)), closing(12),
            closing(12), u"workingDays+suspend"_qs);
        days("SUSPEND: asked on the day of receipt", m_suspend, supplement(june(1, {9, 0}), june(2)), closing(9), closing(9),
            u"workingDays+suspend"_qs);
        days("SUSPEND: what was late before the request stays late", m_suspend, supplement(june(9), june(11)), closing(8), closing(8),
            plain);
        days("RESTART: what was late begins anew, the index tells", m_restart, supplement(june(9), june(11)), closing(18), closing(8),
            u"workingDays+restart"_qs);
        days("FIXED_EXTENSION: what was late is not extended", m_fixed, supplement(june(9), june(11)), closing(8), closing(8), plain);
        days("FIXED_EXTENSION: once only", m_fixed, supplement(june(2), june(2)) + supplement(june(3), june(3)), closing(15), closing(8),
            u"workingDays+fixedExtension"_qs);
        days("SUSPEND: two pauses add up", m_suspend, supplement(june(2), june(3)) + supplement(june(4), june(5)), closing(10), closing(10),
            u"workingDays+suspend"_qs);
        days("RESTART: from the last answer", m_restart, supplement(june(2), june(3)) + supplement(june(4), june(5)), closing(12),
            closing(10), u"workingDays+restart"_qs);

        const QList<ClockEvent> opinion = external(june(3), june(5));
        days("EXCLUDE_EXTERNAL: the time of an opinion is not counted (as 1.014232)", m_external, opinion, closing(10), closing(8),
            u"workingDays+excluded"_qs);
        days("RESTART: an opinion moves nothing", m_restart, opinion, closing(8), closing(8), plain);
        days("SUSPEND: an opinion moves nothing", m_suspend, opinion, closing(8), closing(8), plain);
        days("EXCLUDE_EXTERNAL: pauses that overlap are one", m_externalSuspend, external(june(2), june(5)) + supplement(june(3), june(8)),
            closing(12), closing(11), u"workingDays+suspend"_qs);
        days("EXCLUDE_EXTERNAL: a restart waits for the opinion", m_external, supplement(june(2), june(3)) + external(june(2), june(5)),
            closing(12), closing(9), u"workingDays+restart"_qs);
        days("a demand for payment moves nothing", m_suspend, payment(june(3), june(5)), closing(8), closing(8), plain);
        days("unless sector law says so", m_payment, payment(june(3), june(5)), closing(10), closing(8), u"workingDays+excluded"_qs);

        const ClockEvent apology = event(Kind::Extended, june(4), closing(15));
        days("P10: form 04 moves the legal date alone", m_restart, {apology}, closing(15), closing(8), u"workingDays+extended"_qs);
        days("P10: once only", m_restart, {apology, event(Kind::Extended, june(11), closing(22))}, closing(15), closing(8),
            u"workingDays+extended"_qs);
        days("P10: never to an earlier date", m_restart, {event(Kind::Extended, june(4), closing(5))}, closing(8), closing(8), plain);
        days("P10: to the hour it says", m_restart, {event(Kind::Extended, june(4), june(15, {9, 0}))}, june(15, {9, 0}), closing(8),
            u"workingDays+extended"_qs);
        days("P10 and SUSPEND: the new date moves by the pause", m_suspend, QList<ClockEvent>{apology} + supplement(june(5), june(9)),
            closing(17), closing(10), u"workingDays+extended+suspend"_qs);
        days("P10 and RESTART: the new date is never taken back", m_restart,
            QList<ClockEvent>{apology} + supplement(june(5), june(5, {11, 0})), closing(15), closing(8), u"workingDays+extended"_qs);
        days("P10 while the clock stands: only the rest of the pause moves it", m_suspend,
            {event(Kind::SupplementRequested, june(3)), event(Kind::Extended, june(4), closing(15)),
                event(Kind::SupplementReceived, june(5))},
            closing(16), closing(10), u"workingDays+extended+suspend"_qs);

        // Over 24/11 and over the end of a month.
        of(m_fiveDays, vietnamTime(QDate(2026, 11, 19), QTime(9, 0)))("SUSPEND: a holiday in the pause is not counted twice", m_suspend,
            supplement(vietnamTime(QDate(2026, 11, 20), QTime(9, 0)), vietnamTime(QDate(2026, 11, 25), QTime(9, 0))),
            closing(QDate(2026, 12, 1)), closing(QDate(2026, 12, 1)), u"workingDays+suspend"_qs);

        const auto hours = of({Limit::Kind::WorkingHours, 2, {}}, june(1, {9, 0})); // promised for 11:00
        const QList<ClockEvent> anHour = supplement(june(1, {9, 30}), june(1, {10, 30}));
        hours("SUSPEND in hours: ninety minutes go on at 10:30, over lunch", m_suspend, anHour, june(1, {14, 0}), june(1, {14, 0}),
            u"workingHours+suspend"_qs);
        hours("RESTART in hours", m_restart, anHour, june(1, {14, 30}), june(1, {14, 0}), u"workingHours+restart"_qs);
        hours("SUSPEND in hours: over night only office time counts", m_suspend, supplement(june(1, {10, 0}), june(2, {7, 0})),
            june(2, {8, 30}), june(2, {8, 30}), u"workingHours+suspend"_qs);
        hours("SUSPEND in hours: over lunch nothing is lost", m_suspend, supplement(june(1, {10, 30}), june(1, {13, 45})),
            june(1, {14, 15}), june(1, {14, 15}), u"workingHours+suspend"_qs);
        hours("FIXED_EXTENSION in hours: at the same hour", m_fixed, anHour, june(8, {11, 0}), june(1, {14, 0}),
            u"workingHours+fixedExtension"_qs);

        const auto same = of({Limit::Kind::SameDay, 0, QTime(15, 0)}, june(1, {9, 0}));
        same("SUSPEND on the same day: five hours left end on Tuesday", m_suspend, supplement(june(1, {10, 0}), june(2, {9, 0})),
            closing(2), closing(2), u"sameDay+suspend"_qs);
        same("SUSPEND on the same day: answered after the cut-off", m_suspend, supplement(june(1, {10, 0}), june(2, {16, 0})), closing(3),
            closing(3), u"sameDay+suspend"_qs);
        same("SUSPEND on the same day: one hour left fits into Tuesday", m_suspend, supplement(june(1, {16, 0}), june(2, {15, 30})),
            closing(2), closing(2), u"sameDay+suspend"_qs);
        same("SUSPEND on the same day: never later than a new receipt", m_suspend, supplement(june(1, {14, 0}), june(1, {14, 30})),
            closing(1), closing(1), u"sameDay"_qs);
        same("RESTART on the same day", m_restart, supplement(june(1, {10, 0}), june(2, {16, 0})), closing(3), closing(3),
            u"sameDay+restart"_qs);

        const auto dates = of({Limit::Kind::CalendarDays, 10, {}}, june(1, {9, 0})); // to Thursday 11/6
        dates("SUSPEND in days: 13/6 is a Saturday and rolls", m_suspend, twoDays, closing(15), closing(15), u"calendarDays+suspend"_qs);
        dates("SUSPEND in days: a second pause moves the day, not the roll", m_suspend, twoDays + supplement(june(8), june(9)), closing(15),
            closing(15), u"calendarDays+suspend"_qs);
        dates("SUSPEND in days: a weekend counts", m_suspend, supplement(june(6), june(7)), closing(12), closing(12),
            u"calendarDays+suspend"_qs);
        dates("RESTART in days", m_restart, twoDays, closing(15), closing(15), u"calendarDays+restart"_qs);

        const auto month = of({Limit::Kind::Months, 1, {}}, vietnamTime(QDate(2026, 1, 28), QTime(9, 0))); // 28/2 is a Saturday: 2/3
        month("SUSPEND in months: never later than a new receipt", m_suspend,
            supplement(vietnamTime(QDate(2026, 1, 28), QTime(10, 0)), vietnamTime(QDate(2026, 1, 31), QTime(10, 0))),
            closing(QDate(2026, 3, 2)), closing(QDate(2026, 3, 2)), u"months.rolled"_qs);
        month("SUSPEND in months: by days", m_suspend,
            supplement(vietnamTime(QDate(2026, 2, 9), QTime(10, 0)), vietnamTime(QDate(2026, 2, 12), QTime(10, 0))),
            closing(QDate(2026, 3, 3)), closing(QDate(2026, 3, 3)), u"months.rolled+suspend"_qs);
    }
    void keepsThreeDates()
    {
        QFETCH(Limit, limit);
        QFETCH(ClockRule, rule);
        QFETCH(QDateTime, received);
        QFETCH(QList<ClockEvent>, events);
        QFETCH(QDateTime, legal);
        QFETCH(QDateTime, index);
        QFETCH(QString, name);
        const auto dates = dueDates(limit, rule, received, events, m_vietnam);
        QVERIFY(dates);
        QCOMPARE(dates->original, promised(limit, received, m_vietnam)->dueAt);
        QCOMPARE(dates->legal, legal);
        QCOMPARE(dates->index, index);
        QCOMPARE(dates->rule, name);
        QVERIFY(dates->running);
        QVERIFY(dates->standsSince.isNull());
        QVERIFY(!dates->provisional);
        const auto asked = std::count_if(
            events.begin(), events.end(), [](const ClockEvent &one) { return one.kind == Kind::SupplementRequested; });
        QCOMPARE(dates->indexOverdue, asked > 1);
    }

    void whileItStandsTheDateIsNotKnown_data()
    {
        QTest::addColumn<ClockRule>("rule");
        QTest::addColumn<QList<ClockEvent>>("events");
        QTest::addColumn<QDateTime>("legal");
        QTest::addColumn<QDateTime>("index");
        QTest::addColumn<QDateTime>("since");
        const auto row = [](const char *claim, const ClockRule &rule, const QList<ClockEvent> &events, const QDateTime &legal,
                             const QDateTime &index,
                             const QDateTime &since) { QTest::addRow("%s", claim) << rule << events << legal << index << since; };
        const QList<ClockEvent> asked = {event(Kind::SupplementRequested, june(3))};
        const QList<ClockEvent> late = {event(Kind::SupplementRequested, june(9))};
        row("RESTART", m_restart, asked, {}, {}, june(3));
        row("SUSPEND", m_suspend, asked, {}, {}, june(3));
        row("NONE: the law does not wait, the index does", m_none, asked, closing(8), {}, {});
        row("FIXED_EXTENSION: the law knows at once", m_fixed, asked, closing(15), {}, {});
        row("SUSPEND: late already, so it is known", m_suspend, late, closing(8), closing(8), june(9));
        row("RESTART: late already, but it will begin anew", m_restart, late, {}, closing(8), june(9));
        row("EXCLUDE_EXTERNAL: an opinion is awaited", m_external, {event(Kind::ExternalAsked, june(3))}, {}, closing(8), june(3));
        row("RESTART: an opinion is awaited, which moves nothing", m_restart, {event(Kind::ExternalAsked, june(3))}, closing(8), closing(8),
            {});
        row("EXCLUDE_EXTERNAL: the supplement is there, the opinion is not", m_externalSuspend,
            supplement(june(2), june(4)) + QList<ClockEvent>{event(Kind::ExternalAsked, june(3))}, {}, closing(10), june(2));
        row("payment is awaited where it is excluded", m_payment, {event(Kind::PaymentRequested, june(3))}, {}, closing(8), june(3));
        row("an extension does not end the standing", m_suspend, asked + QList<ClockEvent>{event(Kind::Extended, june(4), closing(15))}, {},
            {}, june(4));
    }
    void whileItStandsTheDateIsNotKnown()
    {
        QFETCH(ClockRule, rule);
        QFETCH(QList<ClockEvent>, events);
        QFETCH(QDateTime, legal);
        QFETCH(QDateTime, index);
        QFETCH(QDateTime, since);
        const auto dates = dueDates(m_fiveDays, rule, june(1, {9, 0}), events, m_vietnam);
        QVERIFY(dates);
        QCOMPARE(dates->original, closing(8));
        QCOMPARE(dates->legal, legal);
        QCOMPARE(dates->index, index);
        QCOMPARE(dates->standsSince, since);
        QCOMPARE(dates->running, since.isNull());
    }

    void eventsComeAsTheyCome_data()
    {
        QTest::addColumn<QList<ClockEvent>>("events");
        QTest::addColumn<QDateTime>("legal");
        QTest::addColumn<bool>("overdue");
        const auto row = [](const char *claim, const QList<ClockEvent> &events, const QDateTime &legal, bool overdue) {
            QTest::addRow("%s", claim) << events << legal << overdue;
        };
        const ClockEvent asked = event(Kind::SupplementRequested, june(3));
        const ClockEvent came = event(Kind::SupplementReceived, june(5));
        row("in order", {asked, came}, closing(10), false);
        row("the answer told first", {came, asked}, closing(10), false);
        row("told twice", {asked, asked, came, came}, closing(10), false);
        row("a second request while the first is open: counted, moves nothing", {asked, event(Kind::SupplementRequested, june(4)), came},
            closing(10), true);
        row("an answer to nothing", {came}, closing(8), false);
        row("a second answer", {asked, came, event(Kind::SupplementReceived, june(9))}, closing(10), false);
        row("a request before the receipt", {event(Kind::SupplementRequested, vietnamTime(QDate(2026, 5, 29), QTime(9, 0))), came},
            closing(8), false);
        row("at one moment, in the order told", {asked, event(Kind::SupplementReceived, june(3))}, closing(8), false);
        row("at one moment, the answer to an earlier request first",
            {asked, came, event(Kind::SupplementRequested, june(5)), event(Kind::SupplementReceived, june(9))}, closing(12), true);
        row("after the end nothing moves",
            {asked, came, event(Kind::Finished, june(8)), event(Kind::SupplementRequested, june(9)),
                event(Kind::SupplementReceived, june(12))},
            closing(10), false);
        row("the end answers what is open", {asked, event(Kind::Finished, june(5))}, closing(10), false);
        row("an opinion under another policy", {event(Kind::ExternalAnswered, june(2)), asked, event(Kind::ExternalAsked, june(4)), came},
            closing(10), false);
    }
    void eventsComeAsTheyCome()
    {
        QFETCH(QList<ClockEvent>, events);
        QFETCH(QDateTime, legal);
        QFETCH(bool, overdue);
        const auto dates = dueDates(m_fiveDays, m_suspend, june(1, {9, 0}), events, m_vietnam);
        QVERIFY(dates);
        QCOMPARE(dates->legal, legal);
        QCOMPARE(dates->index, legal);
        QCOMPARE(dates->indexOverdue, overdue);
        const bool ended = std::any_of(events.begin(), events.end(), [](const ClockEvent &one) { return one.kind == Kind::Finished; });
        QCOMPARE(dates->running, !ended);
    }

    void theReadingOfDayZeroHoldsForPausesToo()
    {
        const WorkingCalendar after = m_vietnam.withCounting(
            {CountingRules::DayZero::NextAfterCutOff, QTime(15, 0), CountingRules::DueTime::Closing, {}, {}});
        const auto legal = [&](const QDateTime &from, const QDateTime &to) {
            return dueDates(m_fiveDays, m_suspend, june(1, {9, 0}), supplement(from, to), after)->legal;
        };
        QCOMPARE(legal(june(3, {16, 0}), june(3, {16, 30})), closing(8)); // both count as Thursday
        QCOMPARE(legal(june(3, {16, 0}), june(4, {9, 0})), closing(8));
        QCOMPARE(legal(june(3, {14, 0}), june(3, {16, 0})), closing(9)); // answered too late for Wednesday
        QCOMPARE(legal(june(3, {14, 0}), june(4, {16, 0})), closing(10));
    }

    void aPromiseToMidnightStillRunsInTheEvening()
    {
        const WorkingCalendar midnight = m_vietnam.withCounting(
            {CountingRules::DayZero::Receipt, {}, CountingRules::DueTime::Midnight, {}, {}});
        const Limit sameDay{Limit::Kind::SameDay, 0, QTime(15, 0)};
        const auto legal = [&](const QDateTime &from, const QDateTime &to) {
            return dueDates(sameDay, m_suspend, june(1, {9, 0}), supplement(from, to), midnight)->legal;
        };
        const QTime end(23, 59, 59);
        QCOMPARE(legal(june(1, {18, 0}), june(1, {19, 0})), june(1, end));
        QCOMPARE(legal(june(1, {18, 0}), june(2, {9, 0})), june(2, end));
        QCOMPARE(dueDates(m_fiveDays, m_suspend, june(1, {9, 0}), supplement(june(8, {20, 0}), june(9)), midnight)->legal, june(9, end));
    }

    void whatTheDataAllowsIsAllowed()
    {
        CalendarLaw law = m_vietnam.law();
        law.services.mostExtensions = 2;
        law.services.mostRequests = 2;
        const WorkingCalendar generous(law);
        const QList<ClockEvent> events = supplement(june(2), june(2)) + supplement(june(3), june(3))
            + QList<ClockEvent>{event(Kind::Extended, june(4), closing(15)), event(Kind::Extended, june(11), closing(22))};
        const auto dates = dueDates(m_fiveDays, m_suspend, june(1, {9, 0}), events, generous);
        QCOMPARE(dates->legal, closing(22));
        QVERIFY(!dates->indexOverdue);
        law.services.mostExtensions = 0;
        QCOMPARE(dueDates(m_fiveDays, m_suspend, june(1, {9, 0}), events, WorkingCalendar(law))->legal, closing(8));
    }

    void theClockOfABoundaryFreeDossierBeginsWhereItIsDecided_data()
    {
        QTest::addColumn<QDateTime>("received");
        QTest::addColumn<QDateTime>("due");
        // The moment the competent authority receives it is what the caller gives; told in UTC it is the same moment.
        QTest::addRow("P3: received here on Monday") << june(1, {8, 30}) << closing(8);
        QTest::addRow("P3: received by the competent unit on Tuesday") << june(2, {8, 30}) << closing(9);
        QTest::addRow("P3: the same, told in UTC") << june(2, {8, 30}).toUTC() << closing(9);
    }
    void theClockOfABoundaryFreeDossierBeginsWhereItIsDecided()
    {
        QFETCH(QDateTime, received);
        QTEST(dueDates(m_fiveDays, m_restart, received, {}, m_vietnam)->original, "due");
        QCOMPARE(*dueDates(m_fiveDays, m_restart, received.toUTC(), supplement(june(3).toUTC(), june(5).toUTC()), m_vietnam),
            *dueDates(m_fiveDays, m_restart, received, supplement(june(3), june(5)), m_vietnam));
    }

    void whatTouchesAnUnpublishedYearIsProvisional()
    {
        const auto at = [](int month, int day) { return vietnamTime(QDate(2026, month, day), QTime(9, 0)); };
        QVERIFY(!dueDates(m_fiveDays, m_suspend, at(12, 21), {}, m_vietnam)->provisional);
        QVERIFY(dueDates(m_fiveDays, m_suspend, at(12, 28), {}, m_vietnam)->provisional);
        const auto moved = dueDates(m_fiveDays, m_suspend, at(12, 21), supplement(at(12, 22), at(12, 30)), m_vietnam);
        QCOMPARE(moved->original, closing(QDate(2026, 12, 28)));
        QCOMPARE(moved->legal, closing(QDate(2027, 1, 6)));
        QVERIFY(moved->provisional);
    }

    void refusesWhatIsNoRuleAndNoEvent_data()
    {
        QTest::addColumn<Limit>("limit");
        QTest::addColumn<ClockRule>("rule");
        QTest::addColumn<QList<ClockEvent>>("events");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char *claim, const Limit &limit, const ClockRule &rule, const QList<ClockEvent> &events, ErrorCode code) {
            QTest::addRow("%s", claim) << limit << rule << events << code;
        };
        const QDateTime farOff = vietnamTime(QDate(2060, 1, 1), QTime(9, 0));
        row("a limit of no days", {Limit::Kind::WorkingDays, 0, {}}, m_restart, {}, ErrorCode::Invalid);
        row("an extension of no days", m_fiveDays, {.policy = ClockPolicy::FixedExtension}, {}, ErrorCode::Invalid);
        row("an extension of too many", m_fiveDays, {.policy = ClockPolicy::FixedExtension, .extensionDays = 366}, {}, ErrorCode::Invalid);
        row("an extension below zero", m_fiveDays, {.policy = ClockPolicy::FixedExtension, .extensionDays = -5}, {}, ErrorCode::Invalid);
        row("a supplement that excludes another body", m_fiveDays,
            {.policy = ClockPolicy::ExcludeExternal, .supplement = ClockPolicy::ExcludeExternal}, {}, ErrorCode::Invalid);
        row("an event without its time", m_fiveDays, m_suspend, {event(Kind::SupplementRequested, {})}, ErrorCode::Invalid);
        row("an extension without its date", m_fiveDays, m_suspend, {event(Kind::Extended, june(3))}, ErrorCode::Invalid);
        row("an answer in a year nobody knows", m_fiveDays, m_suspend, supplement(june(3), farOff), ErrorCode::CalendarMissing);
        row("a restart in a year nobody knows", m_fiveDays, m_restart, supplement(june(3), farOff), ErrorCode::CalendarMissing);
    }
    void refusesWhatIsNoRuleAndNoEvent()
    {
        QFETCH(Limit, limit);
        QFETCH(ClockRule, rule);
        QFETCH(QList<ClockEvent>, events);
        QFETCH(ErrorCode, code);
        const auto dates = dueDates(limit, rule, june(1, {9, 0}), events, m_vietnam);
        QVERIFY(!dates);
        QCOMPARE(dates.error().code, code);
    }
};

QTEST_APPLESS_MAIN(tst_Clock)
#include "tst_Clock.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/VietnamTime.h"
#include "models/calendar/Clock.h"
#include "tests/models/catalogue/ShippedCatalogue.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace motcua;

/** What must hold of every limit, on every desk, in both readings of the law; thousands of dossiers drawn from a fixed seed. */
class tst_ClockProperty : public QObject
{
    Q_OBJECT

    static constexpr int Cases = 3000;

    const WorkingCalendar m_vietnam = test::shippedCatalogue().calendar();
    std::mt19937 m_random;

    int below(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }

    Limit anyLimit()
    {
        Limit limit = anyPublishedLimit();
        limit.more = below(4) == 0 ? below(12) : 0;
        return limit;
    }

    Limit anyPublishedLimit()
    {
        switch (below(6)) {
        case 0:
            return {Limit::Kind::SameDay, 0, QTime(15, 0)};
        case 1:
            return {Limit::Kind::WorkingMinutes, 1 + below(2000), {}};
        case 2:
            return {Limit::Kind::WorkingHours, 1 + below(60), {}};
        case 3:
            return {Limit::Kind::WorkingDays, 1 + below(40), {}};
        case 4:
            return {Limit::Kind::CalendarDays, 1 + below(90), {}};
        default:
            return {Limit::Kind::Months, 1 + below(6), {}};
        }
    }

    WorkingCalendar anyDesk()
    {
        CountingRules counting;
        counting.dayZero = below(2) == 0 ? CountingRules::DayZero::Receipt : CountingRules::DayZero::NextAfterCutOff;
        counting.cutOff = QTime(15, 0);
        counting.dueTime = below(4) == 0 ? CountingRules::DueTime::Midnight : CountingRules::DueTime::Closing;
        OfficeSchedule schedule = m_vietnam.law().hours;
        if (below(3) == 0) {
            schedule = m_vietnam.law().schedules.constFirst();
            schedule.extraDaysCount = below(3) == 0;
        }
        return m_vietnam.withSchedule(schedule).withCounting(counting);
    }

    /** Any second of 2024 to 2027, half of them in office hours. */
    QDateTime anyTime()
    {
        const QDate day = QDate(2024, 1, 1).addDays(below(1400));
        const int second = below(2) == 0 ? below(86'400) : 7 * 3600 + below(11 * 3600);
        return vietnamTime(day, QTime::fromMSecsSinceStartOfDay(second * 1000));
    }

    static QString told(const Limit &limit, const QDateTime &received)
    {
        return QStringLiteral("kind %1, count %2, received %3")
            .arg(static_cast<int>(limit.kind))
            .arg(limit.count)
            .arg(received.toString(Qt::ISODate));
    }

    static QList<ClockEvent> supplement(const QDateTime &from, const QDateTime &to)
    {
        return {{ClockEvent::Kind::SupplementRequested, from, {}}, {ClockEvent::Kind::SupplementReceived, to, {}}};
    }

private Q_SLOTS:
    void init() { m_random.seed(20260805); }

    void aPromiseNeverComesEarlierForALaterReceiptOrALongerLimit()
    {
        for (int n = 0; n < Cases; ++n) {
            const WorkingCalendar desk = anyDesk();
            const Limit limit = anyLimit();
            const QDateTime received = anyTime();
            const QString dossier = told(limit, received);
            const auto promise = promised(limit, received, desk);
            QVERIFY2(promise, qPrintable(dossier));
            QVERIFY2(promise->dueAt > received, qPrintable(dossier));
            const QDateTime later = received.addSecs(1 + below(below(2) == 0 ? 3600 : 400'000));
            QVERIFY2(promised(limit, later, desk)->dueAt >= promise->dueAt, qPrintable(dossier));
            if (limit.kind != Limit::Kind::SameDay) {
                const auto longer = promised({limit.kind, limit.count + 1 + below(5), {}, limit.more}, received, desk);
                QVERIFY2(longer->dueAt >= promise->dueAt, qPrintable(dossier));
            }
        }
    }

    void nothingIsDueWhenNobodyWorks()
    {
        for (int n = 0; n < Cases; ++n) {
            const WorkingCalendar desk = anyDesk();
            const Limit limit = anyPublishedLimit();
            const QDateTime received = anyTime();
            const QDateTime due = promised(limit, received, desk)->dueAt;
            const QString dossier = told(limit, received);
            switch (limit.kind) {
            case Limit::Kind::SameDay:
                QVERIFY2(desk.isOpen(due.date()), qPrintable(dossier));
                break;
            case Limit::Kind::WorkingMinutes:
            case Limit::Kind::WorkingHours: {
                const QList<OfficeSession> sessions = desk.sessions(due.date());
                QVERIFY2(std::any_of(sessions.begin(), sessions.end(),
                             [&](const OfficeSession &one) { return one.from < due.time() && due.time() <= one.to; }),
                    qPrintable(dossier));
                const qint64 minutes = limit.kind == Limit::Kind::WorkingHours ? limit.count * 60LL : limit.count;
                QCOMPARE(*desk.workingTime(received, due), minutes * 60'000);
                break;
            }
            case Limit::Kind::WorkingDays:
            case Limit::Kind::CalendarDays:
            case Limit::Kind::Months:
                QVERIFY2(desk.isWorkingDay(due.date()), qPrintable(dossier));
                break;
            }
            const bool midnight = desk.counting().dueTime == CountingRules::DueTime::Midnight;
            if (limit.kind != Limit::Kind::WorkingMinutes && limit.kind != Limit::Kind::WorkingHours) {
                QCOMPARE(due, midnight ? vietnamTime(due.date(), QTime(23, 59, 59)) : *desk.endOfWork(due.date()));
            }
        }
    }

    void aPauseOfNoLengthChangesNothing()
    {
        for (int n = 0; n < Cases; ++n) {
            const WorkingCalendar desk = anyDesk();
            const Limit limit = anyLimit();
            const QDateTime received = anyTime();
            const QDateTime at = received.addSecs(below(1'000'000));
            const auto dates = dueDates(limit, {.policy = ClockPolicy::Suspend}, received, supplement(at, at), desk);
            QVERIFY2(dates, qPrintable(told(limit, received)));
            QCOMPARE(dates->legal, dates->original);
            QCOMPARE(dates->index, dates->original);
        }
    }

    void aNewLimitIsNeverShorterThanTheRestOfTheOld()
    {
        int moved = 0;
        for (int n = 0; n < Cases; ++n) {
            const WorkingCalendar desk = anyDesk();
            const Limit limit = anyLimit();
            const QDateTime received = anyTime();
            const QDateTime from = received.addSecs(below(below(2) == 0 ? 40'000 : 2'000'000));
            const QDateTime to = from.addSecs(below(below(2) == 0 ? 40'000 : 2'000'000));
            QList<ClockEvent> events = supplement(from, to);
            if (below(3) == 0) {
                events += supplement(to.addSecs(below(400'000)), to.addSecs(400'000 + below(400'000)));
            }
            if (below(4) == 0) {
                const QDateTime dueAt = promised(limit, received, desk)->dueAt;
                events.append({ClockEvent::Kind::Extended, received.addSecs(below(400'000)), dueAt.addDays(1 + below(20))});
            }
            const QString dossier = told(limit, received);
            const auto suspended = dueDates(limit, {.policy = ClockPolicy::Suspend}, received, events, desk);
            const auto restarted = dueDates(limit, {.policy = ClockPolicy::Restart}, received, events, desk);
            const auto untouched = dueDates(limit, {.policy = ClockPolicy::None}, received, events, desk);
            QVERIFY2(suspended && restarted && untouched, qPrintable(dossier));
            QVERIFY2(restarted->legal >= suspended->legal, qPrintable(dossier));
            QVERIFY2(suspended->legal >= untouched->legal, qPrintable(dossier));
            QVERIFY2(untouched->legal >= untouched->original, qPrintable(dossier));
            QVERIFY2(suspended->index >= suspended->original, qPrintable(dossier));
            // The index knows nothing of the policy, and the same time of supplementing as Suspend.
            QCOMPARE(restarted->index, suspended->index);
            QCOMPARE(untouched->index, suspended->index);
            if (events.constLast().kind != ClockEvent::Kind::Extended) {
                QCOMPARE(suspended->legal, suspended->index);
            }
            moved += suspended->legal > suspended->original ? 1 : 0;
        }
        QVERIFY(moved > Cases / 4);
    }

    void aLaterAnswerNeverMakesAnEarlierDate()
    {
        for (int n = 0; n < Cases; ++n) {
            const WorkingCalendar desk = anyDesk();
            const Limit limit = anyLimit();
            const QDateTime received = anyTime();
            const QDateTime from = received.addSecs(below(500'000));
            const QDateTime to = from.addSecs(below(500'000));
            const QDateTime later = to.addSecs(1 + below(500'000));
            for (const ClockPolicy policy : {ClockPolicy::Suspend, ClockPolicy::Restart}) {
                const auto first = dueDates(limit, {.policy = policy}, received, supplement(from, to), desk);
                const auto second = dueDates(limit, {.policy = policy}, received, supplement(from, later), desk);
                QVERIFY2(first->legal <= second->legal, qPrintable(told(limit, received)));
            }
        }
    }

    void aPauseInTwoPartsIsOnePause()
    {
        for (int n = 0; n < Cases; ++n) {
            const WorkingCalendar desk = anyDesk();
            const Limit limit = anyLimit();
            // These two are cut off at what a new receipt would get, and in the middle there is one more.
            if (limit.kind == Limit::Kind::SameDay || limit.kind == Limit::Kind::Months) {
                continue;
            }
            const QDateTime received = anyTime();
            const QDateTime from = received.addSecs(below(200'000));
            const QDateTime middle = from.addSecs(below(200'000));
            const QDateTime to = middle.addSecs(below(200'000));
            const auto whole = dueDates(limit, {.policy = ClockPolicy::Suspend}, received, supplement(from, to), desk);
            const auto parts = dueDates(
                limit, {.policy = ClockPolicy::Suspend}, received, supplement(from, middle) + supplement(middle, to), desk);
            QVERIFY2(whole->legal == parts->legal, qPrintable(told(limit, received)));
        }
    }

    void theOrderOfTellingDoesNotMatter()
    {
        using Kind = ClockEvent::Kind;
        for (int n = 0; n < Cases; ++n) {
            const WorkingCalendar desk = anyDesk();
            const Limit limit = anyLimit();
            const QDateTime received = anyTime();
            QList<ClockEvent> events;
            QDateTime at = received;
            for (int count = below(8); count > 0; --count) {
                at = at.addSecs(1 + below(100'000));
                const auto kind = static_cast<Kind>(below(8));
                events.append({kind, at, kind == Kind::Extended ? at.addDays(below(30)) : QDateTime()});
            }
            ClockRule rule;
            rule.policy = static_cast<ClockPolicy>(below(5));
            rule.extensionDays = rule.policy == ClockPolicy::FixedExtension ? 5 : 0;
            rule.excludesPayment = below(2) == 0;
            const auto dates = dueDates(limit, rule, received, events, desk);
            QVERIFY2(dates, qPrintable(told(limit, received)));
            QVERIFY(dates->legal.isNull() || dates->legal >= dates->original);
            QVERIFY(dates->running || dates->standsSince.isValid()
                || std::any_of(events.begin(), events.end(), [](const ClockEvent &one) { return one.kind == Kind::Finished; }));
            QList<ClockEvent> shuffled = events + events.mid(0, below(4));
            std::shuffle(shuffled.begin(), shuffled.end(), m_random);
            QCOMPARE(*dueDates(limit, rule, received, shuffled, desk), *dates);
        }
    }
};

QTEST_APPLESS_MAIN(tst_ClockProperty)
#include "tst_ClockProperty.moc"

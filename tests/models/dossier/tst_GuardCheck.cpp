// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/GuardCheck.h"

#include "tests/models/dossier/Bench.h"

#include <QTest>

using namespace motcua;

namespace {

qint64 ms(const QDate &day, const QTime &time = QTime(9, 0))
{
    return vietnamTime(day, time).toMSecsSinceEpoch();
}

} // namespace

class tst_GuardCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void workingDaysAreCountedAfterTheDayOfReceipt_data()
    {
        QTest::addColumn<QDate>("received");
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<bool>("met");
        const QDate monday(2026, 11, 23);
        const QDate friday(2026, 11, 27);
        QTest::addRow("the same day") << monday << vietnamTime(monday, QTime(16, 0)) << true;
        QTest::addRow("P8: the end of the third day") << monday << vietnamTime(QDate(2026, 11, 26), QTime(23, 59)) << true;
        QTest::addRow("the fourth day") << monday << vietnamTime(friday, QTime(0, 0)) << false;
        QTest::addRow("a weekend is not counted") << friday << vietnamTime(QDate(2026, 12, 2), QTime(17, 0)) << true;
        QTest::addRow("four days after a weekend") << friday << vietnamTime(QDate(2026, 12, 3), QTime(8, 0)) << false;
        QTest::addRow("by the wall clock of Vietnam, not of UTC")
            << monday << QDateTime(QDate(2026, 11, 26), QTime(17, 30), Qt::UTC) << false;
        QTest::addRow("the calendar does not reach") << QDate(2026, 12, 30) << vietnamTime(QDate(2027, 1, 4), QTime(8, 0)) << false;
        QTest::addRow("nobody knows when it was received") << QDate() << vietnamTime(monday, QTime(8, 0)) << false;
    }
    void workingDaysAreCountedAfterTheDayOfReceipt()
    {
        QFETCH(QDate, received);
        QFETCH(QDateTime, now);
        QFETCH(bool, met);
        const StatusStep step{.guards = {{.word = Guard::Word::WithinWorkingDaysOfReceipt, .days = 3}}};
        StepFacts facts{.calendar = testCalendar(), .nowMs = now.toMSecsSinceEpoch()};
        facts.dossier.receivedAtMs = received.isValid() ? ms(received) : 0;
        QCOMPARE(unmetGuards(step, facts).isEmpty(), met);
    }

    void daysBeforeAPromiseAreDays_data()
    {
        QTest::addColumn<QString>("dueAt");
        QTest::addColumn<bool>("met");
        QTest::addRow("P10: the promise is tomorrow morning") << u"2026-11-24T07:00:00.000+07:00"_qs << true;
        QTest::addRow("the promise is tonight") << u"2026-11-23T23:59:00.000+07:00"_qs << false;
        QTest::addRow("the promise was yesterday") << u"2026-11-22T17:00:00.000+07:00"_qs << false;
        QTest::addRow("there is no promise") << QString() << false;
    }
    void daysBeforeAPromiseAreDays()
    {
        QFETCH(QString, dueAt);
        QFETCH(bool, met);
        const StatusStep step{.guards = {{.word = Guard::Word::DaysBeforeDue, .days = 1}}};
        StepFacts facts{.nowMs = ms(QDate(2026, 11, 23), QTime(22, 0))};
        facts.dossier.due.value = dueAt;
        QCOMPARE(unmetGuards(step, facts).isEmpty(), met);
    }

    void everythingDueIsTaken_data()
    {
        QTest::addColumn<QByteArray>("fee");
        QTest::addColumn<QList<int>>("taken");
        QTest::addColumn<bool>("met");
        const QByteArray known(R"({"lines":[{"id":"copy","amount":24000}],"total":24000})");
        const QByteArray half(R"({"lines":[{"id":"copy","amount":24000},{"id":"registration","amount":0,"unknown":true}],"total":24000})");
        QTest::addRow("nothing is due") << QByteArray("{}") << QList<int>{} << true;
        QTest::addRow("nothing was taken") << known << QList<int>{} << false;
        QTest::addRow("a part was") << known << QList<int>{8000} << false;
        QTest::addRow("all of it in two parts") << known << QList<int>{8000, 16000} << true;
        QTest::addRow("a price nobody knew, and nothing but the rest was taken") << half << QList<int>{24000} << false;
        QTest::addRow("nobody counted it") << QByteArray(R"({"lines":[{"id":"copy","amount":0,"uncounted":true}],"total":0})") << QList<int>{} << false;
        QTest::addRow("a price nobody knew, and something was taken for it") << half << QList<int>{24000, 5000} << true;
    }
    void everythingDueIsTaken()
    {
        QFETCH(QByteArray, fee);
        QFETCH(QList<int>, taken);
        QFETCH(bool, met);
        const StatusStep step{.guards = {{.word = Guard::Word::FeesCollected}}};
        StepFacts facts;
        facts.dossier.acceptance.insert(u"fee", QJsonDocument::fromJson(fee).object());
        for (const int amount : taken) {
            facts.dossier.fees.append({.what = {{u"amount"_qs, amount}}});
        }
        QCOMPARE(unmetGuards(step, facts).isEmpty(), met);
    }

    void whatDoesNotHoldIsToldInTheOrderOfTheTable()
    {
        const StatusStep step{.event = u"x"_qs,
            .guards = {{.word = Guard::Word::SecondPerson}, {.word = Guard::Word::AsksForSomething, .soft = true},
                {.word = Guard::Word::OnlyBy, .act = StepAct::TurnAway}}};
        StepFacts facts;
        QCOMPARE(unmetGuards(step, facts), step.guards);
        facts.isAsking = true;
        QCOMPARE(unmetGuards(step, facts), (QList<Guard>{step.guards.at(0), step.guards.at(2)}));
        facts.hasSecondPerson = true;
        facts.act = StepAct::TurnAway;
        QVERIFY(unmetGuards(step, facts).isEmpty());
    }

    void everyWordHasAName()
    {
        QSet<QString> names;
        for (const Guard::Word word : allGuards()) {
            QCOMPARE(guardNamed(guardName(word)), word);
            names.insert(guardName(word));
        }
        QCOMPARE(names.size(), 10);
        for (const Confirmation what : allConfirmations()) {
            QCOMPARE(confirmationNamed(confirmationName(what)), what);
        }
        for (const StepAct act : allStepActs()) {
            QCOMPARE(stepActNamed(stepActName(act)), act);
        }
        for (const ClockEffect effect : allClockEffects()) {
            QCOMPARE(clockEffectNamed(clockEffectName(effect)), effect);
        }
        for (const SlipKind kind : allSlipKinds()) {
            QCOMPARE(slipKindNamed(slipKindName(kind)), kind);
        }
        QVERIFY(!guardNamed({}) && !confirmationNamed(u"x"_qs) && !stepActNamed(u"x"_qs) && !clockEffectNamed(u"x"_qs)
            && !slipKindNamed(u"x"_qs));
        QCOMPARE((Guard{.word = Guard::Word::Confirmed, .what = Confirmation::SlipWithdrawn}).name(), u"confirmed.slipWithdrawn"_qs);
    }
};

QTEST_APPLESS_MAIN(tst_GuardCheck)
#include "tst_GuardCheck.moc"

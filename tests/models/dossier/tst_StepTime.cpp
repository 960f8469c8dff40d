// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/DossierClock.h"
#include "models/dossier/DossierTerms.h"
#include "tests/models/dossier/Counter.h"

using namespace motcua;
using namespace motcua::journal;

namespace {

using Status = DossierStatus;

StepDossier stepOf(const QString &name)
{
    return {.reason = Reason, .event = name};
}

StepDossier extension(qint64 dueAtMs)
{
    return {.reason = Reason, .dueAtMs = dueAtMs, .event = u"extend"_qs};
}

} // namespace

/** From which moment a step counts, and what it makes of the promise. */
class tst_StepTime : public QObject
{
    Q_OBJECT

    /** The promise of the acceptance: three working days from Monday morning. */
    static QDateTime first() { return vietnamTime(QDate(2026, 11, 26), QTime(17, 0)); }

private Q_SLOTS:
    void whatIsWrittenDownLateTakesTwo_data()
    {
        QTest::addColumn<qint64>("countsFrom");
        QTest::addColumn<StepDossier>("step");
        QTest::addColumn<Id>("approver");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char *claim, qint64 countsFrom, const StepDossier &step, const Id &approver, ErrorCode code) {
            QTest::addRow("%s", claim) << countsFrom << step << approver << code;
        };
        row("P10: an extension in time, written down when it is late", on(25), extension(on(30)), Supervisor, Taken);
        row("by one alone", on(25), extension(on(30)), {}, ErrorCode::SecondPersonMissing);
        row("by one alone, what needs no guard", on(25), stepOf(u"stop"_qs), {}, ErrorCode::SecondPersonMissing);
        row("two minutes are the clocks of two machines", on(27) - 120'000, stepOf(u"stop"_qs), {}, Taken);
        row("and between the desks of two events", Morning.toMSecsSinceEpoch() + 60'000 - 120'000, extension(on(30)), Supervisor, Taken);
        row("P10: an extension that was too late then", on(26), extension(on(30)), Supervisor, ErrorCode::StepTooLate);
        row("an extension whose new date has passed meanwhile", on(25), extension(on(27, 8)), Supervisor, Taken);
        row("an extension whose new date had passed then", on(25), extension(on(25, 8)), Supervisor, ErrorCode::PromiseWrong);
        row("before the transfer that it follows", on(22), extension(on(30)), Supervisor, ErrorCode::Refused);
    }
    void whatIsWrittenDownLateTakesTwo()
    {
        QFETCH(qint64, countsFrom);
        QFETCH(StepDossier, step);
        QFETCH(Id, approver);
        Counter counter;
        counter.bringTo(Status::Processing);
        counter.now.nowMs = on(27);
        const Act act{.actor = {Actor::Kind::Person, Officer}, .subject = Subject, .receiptMs = countsFrom, .approver = approver, .what = step};
        QTEST(codeOf(decide(counter.now, act)), "code");
    }

    void theLawMovesThePromiseWithTheStep_data()
    {
        QTest::addColumn<Status>("from");
        QTest::addColumn<QString>("event");
        QTest::addColumn<QString>("policy");
        QTest::addColumn<qint64>("said");
        QTest::addColumn<QString>("promise");
        const auto row = [](const char *claim, Status from, const QString &event, const QString &policy, qint64 said, const QString &promise) {
            QTest::addRow("%s", claim) << from << event << policy << said << promise;
        };
        const QString back = u"supplement_received"_qs;
        row("P9: from zero when the supplement arrives", Status::SupplementRequested, back, u"restart"_qs, 0, u"2026-12-02T17:00:00.000+07:00"_qs);
        row("the time away is not counted", Status::SupplementRequested, back, u"suspend"_qs, 0, u"2026-12-02T17:00:00.000+07:00"_qs);
        row("the promise stands", Status::SupplementRequested, back, u"none"_qs, 0, QString());
        row("what somebody says goes before", Status::SupplementRequested, back, u"restart"_qs, on(30), u"2026-11-30T09:00:00.000+07:00"_qs);
        row("an acceptance that kept no terms", Status::SupplementRequested, back, QString(), 0, QString());
        row("payment that is counted", Status::PaymentRequested, u"paid"_qs, u"restart"_qs, 0, QString());
        row("payment that is not counted", Status::PaymentRequested, u"paid"_qs, u"payment"_qs, 0, u"2026-12-02T17:00:00.000+07:00"_qs);
        row("the transfer moves nothing", Status::Accepted, u"transfer"_qs, u"restart"_qs, 0, QString());
        row("the result moves nothing", Status::Processing, u"result_ready"_qs, u"restart"_qs, 0, QString());
    }
    void theLawMovesThePromiseWithTheStep()
    {
        QFETCH(Status, from);
        QFETCH(QString, event);
        QFETCH(QString, policy);
        QFETCH(qint64, said);
        Counter counter;
        counter.bringTo(from);
        QJsonObject terms = counter.now.dossier->acceptance.value(u"terms").toObject();
        QVERIFY(!terms.isEmpty());
        terms.insert(u"clock", policy == u"payment" ? QJsonObject{{u"policy"_qs, u"none"_qs}, {u"excludesPayment"_qs, true}}
                                                     : QJsonObject{{u"policy"_qs, policy}});
        counter.now.dossier->acceptance.insert(u"terms", terms);
        counter.now.nowMs = on(27); // received on the 23rd with three working days, asked or demanded on the same morning
        StepDossier step = stepOf(event);
        step.dueAtMs = said;
        QTEST(payloadOf(counter.ask(Officer, step)).value(u"dueAt").toString(), "promise");
    }

    void theTimeOfWhatCrossesABoundaryBeginsWhereItIsDecided_data()
    {
        QTest::addColumn<QString>("competent");
        QTest::addColumn<qint64>("there");
        QTest::addColumn<QDateTime>("due");
        QTest::addColumn<bool>("isSaid");
        const QDateTime later = vietnamTime(QDate(2026, 11, 30), QTime(17, 0));
        QTest::addRow("P3: decided where it was received") << u""_qs << on(25) << first() << false;
        QTest::addRow("P3: elsewhere, and there on the same day") << u"H26.9"_qs << on(23, 16) << first() << false;
        QTest::addRow("P3: elsewhere, and there two days later") << u"H26.9"_qs << on(25) << later << true;
    }
    void theTimeOfWhatCrossesABoundaryBeginsWhereItIsDecided()
    {
        QFETCH(QString, competent);
        QFETCH(qint64, there);
        QFETCH(QDateTime, due);
        QFETCH(bool, isSaid);
        Counter counter;
        QVERIFY(counter.act(Officer, AcceptDossier{testIntake(), competent}));
        QCOMPARE(countedFromMs(*counter.now.dossier), Morning.toMSecsSinceEpoch()); // until it is there, the slip stands
        counter.now.nowMs = there;
        const auto drafts = counter.act(Officer, stepOf(u"transfer"_qs));
        QVERIFY(drafts);
        QCOMPARE(payloadOf(drafts).contains(u"dueAt"), isSaid);
        QCOMPARE(counter.now.dossier->dueAtMs(), due.toMSecsSinceEpoch());
        QCOMPARE(countedFromMs(*counter.now.dossier), competent.isEmpty() ? Morning.toMSecsSinceEpoch() : there);
        const auto dates = dueDates(*counter.now.dossier, counter.now.calendar);
        QVERIFY(dates);
        QCOMPARE(dates->original, first());
        QCOMPARE(dates->legal, due);
        QCOMPARE(dates->index, due);
    }

    void whatWasAskedBeforeTheTimeBeganHoldsItFromItsBeginning()
    {
        Dossier dossier;
        dossier.unit = u"H26.1"_qs;
        dossier.competentUnit = u"H26.9"_qs;
        dossier.receivedAtMs = on(23);
        dossier.acceptance.insert(u"terms", DossierTerms{{Limit::Kind::WorkingDays, 3, {}}, {.policy = ClockPolicy::ExcludeExternal}}.toJson());
        const auto event = [](qint64 at, ClockEffect clock) { return DossierEvent{.atMs = at, .clock = clock, .what = {{u"body"_qs, u"Công an"_qs}}}; };
        dossier.events = {event(on(24), ClockEffect::ExternalAsked), event(on(25), ClockEffect::CompetentReceived), event(on(27), ClockEffect::ExternalAnswered)};
        const auto dates = dueDates(dossier, testCalendar());
        QVERIFY(dates);
        QCOMPARE(dates->legal, vietnamTime(QDate(2026, 12, 2), QTime(17, 0))); // two days away, three to go
        QCOMPARE(dates->original, first());
    }

    void aUnitThatDecidesIsNamedByItsCode_data()
    {
        QTest::addColumn<QString>("competent");
        QTest::addColumn<ErrorCode>("code");
        QTest::addRow("a code") << u"H26.9"_qs << Taken;
        QTest::addRow("none: the receiving unit") << QString() << Taken;
        QTest::addRow("a name") << u"Sở Tư pháp"_qs << ErrorCode::Invalid;
        QTest::addRow("a code with a blank") << u"H26.9 "_qs << ErrorCode::Invalid;
        QTest::addRow("a code in small letters") << u"h26.9"_qs << ErrorCode::Invalid;
    }
    void aUnitThatDecidesIsNamedByItsCode()
    {
        QFETCH(QString, competent);
        Counter counter;
        QTEST(codeOf(counter.ask(Officer, AcceptDossier{testIntake(), competent})), "code");
    }

    void theThreeDaysOfASupplementBeginWithTheTime()
    {
        Counter counter;
        QVERIFY(counter.act(Officer, AcceptDossier{testIntake(), u"H26.9"_qs}));
        counter.now.nowMs = on(26);
        QVERIFY(counter.act(Officer, stepOf(u"transfer"_qs)));
        counter.now.nowMs = on(27); // the fourth day from the first desk, the first from the one that decides
        StepDossier step = stepOf(u"request_supplement"_qs);
        step.asked = {{.name = u"Giấy chứng sinh"_qs, .originals = 1}};
        QCOMPARE(codeOf(counter.ask(Officer, step)), Taken);
    }

    void anAcceptanceIsTakenBackOnTheDayItself()
    {
        Counter counter;
        counter.bringTo(Status::Accepted);
        Act act{.actor = {Actor::Kind::Person, Officer},
            .subject = Subject,
            .receiptMs = counter.now.nowMs,
            .approver = Supervisor,
            .what = CancelAcceptance{.reason = Reason, .confirmed = allConfirmations()}};
        QVERIFY(decide(counter.now, act));
        counter.now.nowMs = on(24); // the day after, whatever day the act says
        QCOMPARE(codeOf(decide(counter.now, act)), ErrorCode::Refused);
        act.receiptMs.reset();
        QCOMPARE(codeOf(decide(counter.now, act)), ErrorCode::StepTooLate);
    }

    void nothingCountsFromTheFuture()
    {
        Counter counter;
        counter.bringTo(Status::Processing);
        Act act{.actor = {Actor::Kind::Person, Officer},
            .subject = Subject,
            .receiptMs = counter.now.nowMs + 120'001,
            .what = stepOf(u"stop"_qs)};
        QCOMPARE(codeOf(decide(counter.now, act)), ErrorCode::Refused);
        act.receiptMs = counter.now.nowMs + 120'000;
        QVERIFY(decide(counter.now, act));
    }

    void aPurgeLeavesByWhatTheTimeIsCounted()
    {
        Counter counter;
        counter.bringTo(Status::HandedOver);
        const auto before = dueDates(*counter.now.dossier, counter.now.calendar);
        QVERIFY(before);
        QVERIFY(counter.act(Administrator, PurgePayloads{Reason}));
        QVERIFY(counter.now.dossier->purged);
        QVERIFY(counter.now.dossier->fields.isEmpty());
        const auto after = dueDates(*counter.now.dossier, counter.now.calendar);
        QVERIFY(after);
        QCOMPARE(*after, *before); // index 2.1 is reckoned for years that are purged already
    }
};

QTEST_APPLESS_MAIN(tst_StepTime)
#include "tst_StepTime.moc"

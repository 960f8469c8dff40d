// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/Outcome.h"

#include "models/dossier/DossierTerms.h"
#include "tests/models/dossier/Bench.h"

#include <QTest>

using namespace motcua;

namespace {

qint64 at(int day, int hour, int minute = 0)
{
    return vietnamTime(QDate(2026, 6, day), QTime(hour, minute)).toMSecsSinceEpoch();
}

/** Received on Monday 1 June at 9 with three working days: due on Thursday at 17:00. */
Dossier received(const Limit &limit = {Limit::Kind::WorkingDays, 3, {}}, const ClockRule &clock = {})
{
    Dossier dossier;
    dossier.unit = u"H26.31.05"_qs;
    dossier.receivedAtMs = at(1, 9);
    dossier.acceptance.insert(u"terms", DossierTerms{limit, clock}.toJson());
    return dossier;
}

Dossier with(Dossier dossier, const QList<DossierEvent> &events)
{
    dossier.events = events;
    return dossier;
}

DossierEvent ready(qint64 atMs)
{
    return {.atMs = atMs, .event = u"result_ready"_qs, .clock = ClockEffect::Finished};
}

} // namespace

class tst_Outcome : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isMeasuredByTheLegalDate_data()
    {
        QTest::addColumn<Dossier>("dossier");
        QTest::addColumn<qint64>("finishedAt");
        QTest::addColumn<int>("outcome");
        const auto row = [](const char *name, const Dossier &dossier, qint64 finishedAt, Outcome outcome) {
            QTest::addRow("%s", name) << dossier << finishedAt << static_cast<int>(outcome);
        };
        row("while it runs", received(), 0, Outcome::None);
        row("the day before", with(received(), {ready(at(3, 16, 59))}), at(3, 16, 59), Outcome::Early);
        row("on the day", with(received(), {ready(at(4, 8))}), at(4, 8), Outcome::OnTime);
        row("on the day after the desk closed", with(received(), {ready(at(4, 18))}), at(4, 18), Outcome::OnTime);
        row("the day after", with(received(), {ready(at(5, 0))}), at(5, 0), Outcome::Late);
        const Limit hours{Limit::Kind::WorkingHours, 4, {}}; // until 14:30
        row("of hours, by the moment", with(received(hours), {ready(at(1, 14, 30))}), at(1, 14, 30), Outcome::OnTime);
        row("of hours, a minute after it", with(received(hours), {ready(at(1, 14, 31))}), at(1, 14, 31), Outcome::Late);
        const ClockRule restart{.policy = ClockPolicy::Restart};
        const DossierEvent asked{.atMs = at(2, 9), .event = u"request_supplement"_qs, .clock = ClockEffect::SupplementRequested};
        const DossierEvent arrived{.atMs = at(8, 9), .event = u"supplement_received"_qs, .clock = ClockEffect::SupplementReceived};
        row("after a supplement its time begins anew", with(received(Limit{Limit::Kind::WorkingDays, 3, {}}, restart), {asked, arrived, ready(at(11, 9))}),
            at(11, 9), Outcome::OnTime);
        row("handing over later changes nothing",
            with(received(), {ready(at(4, 8)), {.atMs = at(20, 8), .event = u"hand_over_result"_qs}}), at(4, 8), Outcome::OnTime);
        row("stopped", with(received(), {{.atMs = at(9, 8), .event = u"stop"_qs, .clock = ClockEffect::Stop}}), at(9, 8), Outcome::Late);
        row("taken back counts for nobody",
            with(received(), {{.atMs = at(1, 10), .event = event::CancelAcceptance, .clock = ClockEffect::Stop}}), at(1, 10), Outcome::None);
        Dossier older = with(received(), {ready(at(10, 8))});
        older.acceptance = {};
        row("without terms and promise", older, at(10, 8), Outcome::None);
        older.due.value = u"2026-06-10T17:00:00.000+07:00"_qs;
        row("without terms, by the promise", older, at(10, 8), Outcome::OnTime);
        Dossier unreceived = with(received(), {ready(at(4, 8))});
        unreceived.receivedAtMs = 0;
        row("not received", unreceived, 0, Outcome::None);
    }
    void isMeasuredByTheLegalDate()
    {
        QFETCH(Dossier, dossier);
        QFETCH(int, outcome);
        QTEST(finishedAtMs(dossier), "finishedAt");
        QCOMPARE(static_cast<int>(outcomeOf(dossier, testCalendar())), outcome);
    }
};

QTEST_APPLESS_MAIN(tst_Outcome)
#include "tst_Outcome.moc"

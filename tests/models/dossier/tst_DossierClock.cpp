// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/DossierClock.h"

#include "models/dossier/DossierFold.h"
#include "models/dossier/DossierTerms.h"
#include "tests/models/dossier/Bench.h"

#include <QTest>

using namespace motcua;
using namespace motcua::journal;

namespace {

using Moved = ClockEvent::Kind;

constexpr qint64 Morning = 1'795'000'000'000;
constexpr qint64 Hour = 3'600'000;

/** A dossier's log by one desk, an hour between its entries. */
class Told
{
public:
    Told() { write(kind::DossierAccepted, golden(kind::DossierAccepted)); }

    Told &step(int from, int to, const QString &event = {}, const QString &dueAt = {})
    {
        QJsonObject payload{{u"from"_qs, from}, {u"to"_qs, to}};
        if (!event.isEmpty()) {
            payload.insert(u"event", event);
        }
        if (!dueAt.isEmpty()) {
            payload.insert(u"dueAt", dueAt);
        }
        return write(kind::DossierStepped, payload);
    }
    Told &asked(const QString &body) { return write(kind::DossierExternal, {{u"what"_qs, u"asked"_qs}, {u"body"_qs, body}}); }
    Told &answered(const QString &body) { return write(kind::DossierExternal, {{u"what"_qs, u"answered"_qs}, {u"body"_qs, body}}); }
    Told &write(const char *kind, const QJsonObject &payload)
    {
        log.append(author.write(
            testId('s'), kind, payload, log.isEmpty() ? QList<EntryKey>{} : keysOf({log.constLast()}), Morning + log.size() * Hour));
        return *this;
    }

    [[nodiscard]] Dossier dossier() const { return DossierFold::fold(testId('s'), log, shippedTable()); }
    /** "SupplementRequested 2, …": what happened and how many hours after the receipt. */
    [[nodiscard]] QString clock() const
    {
        const QMap<Moved, QString> names{{Moved::SupplementRequested, u"supplement"_qs}, {Moved::SupplementReceived, u"received"_qs},
            {Moved::ExternalAsked, u"asked"_qs}, {Moved::ExternalAnswered, u"answered"_qs}, {Moved::Extended, u"extended"_qs},
            {Moved::PaymentRequested, u"owed"_qs}, {Moved::PaymentReceived, u"paid"_qs}, {Moved::Finished, u"finished"_qs}};
        QStringList told;
        for (const ClockEvent &event : clockEvents(dossier())) {
            const QString due = event.dueAt.isValid() ? u" until "_qs + event.dueAt.toString(u"dd/MM HH:mm"_qs) : QString();
            told.append(names.value(event.kind) + u' ' + QString::number((event.at.toMSecsSinceEpoch() - Morning) / Hour) + due);
        }
        return told.join(u", "_qs);
    }

    QList<Entry> log = {};
    Author author{'a'};
};

} // namespace

class tst_DossierClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsMoveTheTime_data()
    {
        QTest::addColumn<Told>("told");
        QTest::addColumn<QString>("clock");
        QTest::addRow("only received") << Told() << QString();
        QTest::addRow("handed on") << Told().step(2, 4).step(4, 4, u"hand_over_between_units"_qs) << QString();
        QTest::addRow("a supplement and its answer")
            << Told().step(2, 4).step(4, 5, u"request_supplement"_qs).step(5, 4, u"supplement_received"_qs, u"2026-12-01T17:00:00+07:00"_qs)
            << u"supplement 2, received 3 until 01/12 17:00"_qs;
        QTest::addRow("the same by a program that named no event")
            << Told().step(2, 4).step(4, 5).step(5, 4) << u"supplement 2, received 3"_qs;
        QTest::addRow("an extension") << Told().step(2, 4).step(4, 4, u"extend"_qs, u"2026-12-01T17:00:00+07:00"_qs)
                                      << u"extended 2 until 01/12 17:00"_qs;
        QTest::addRow("an extension by such a program")
            << Told().step(2, 4).step(4, 4, {}, u"2026-12-01T17:00:00+07:00"_qs) << u"extended 2 until 01/12 17:00"_qs;
        QTest::addRow("an extension without a date") << Told().step(2, 4).step(4, 4, u"extend"_qs) << QString();
        QTest::addRow("money owed and paid") << Told().step(2, 4).step(4, 6).step(6, 4) << u"owed 2, paid 3"_qs;
        QTest::addRow("the result, not its handing over, ends it")
            << Told().step(2, 4).step(4, 9, u"result_ready"_qs).step(9, 10) << u"finished 2"_qs;
        QTest::addRow("withdrawing ends it, granting does not again") << Told().step(2, 4).step(4, 7).step(7, 8) << u"finished 2"_qs;
        QTest::addRow("stopping ends it") << Told().step(2, 4).step(4, 8) << u"finished 2"_qs;
        QTest::addRow("an unlawful step moves nothing") << Told().step(2, 9, u"result_ready"_qs) << QString();
        QTest::addRow("two bodies are away together")
            << Told().asked(u"A"_qs).asked(u"B"_qs).answered(u"A"_qs).answered(u"B"_qs) << u"asked 1, answered 4"_qs;
        QTest::addRow("one body after the other")
            << Told().asked(u"A"_qs).answered(u"a"_qs).asked(u"B"_qs) << u"asked 1, answered 2, asked 3"_qs;
        QTest::addRow("an answer nobody asked for") << Told().answered(u"A"_qs) << QString();
        QTest::addRow("an answer of another body") << Told().asked(u"A"_qs).answered(u"B"_qs) << u"asked 1"_qs;
        QTest::addRow("nothing after the end") << Told().step(2, 4).asked(u"A"_qs).step(4, 8).answered(u"A"_qs)
                                               << u"asked 2, finished 3"_qs;
        QTest::addRow("an acceptance taken back")
            << Told().write(kind::DossierCancelled, golden(kind::DossierCancelled)) << u"finished 1"_qs;
        QTest::addRow("turned away at the desk before")
            << Told().write(kind::DossierTurnedAway, golden(kind::DossierTurnedAway)) << QString();
    }
    void stepsMoveTheTime()
    {
        QFETCH(Told, told);
        QFETCH(QString, clock);
        QCOMPARE(told.clock(), clock);
    }

    void theMomentIsTheOneThatCountsInLaw()
    {
        // What was written later about an earlier moment stands where it happened.
        Dossier dossier;
        dossier.events = {{.atMs = Morning + 5 * Hour, .event = u"supplement_received"_qs, .clock = ClockEffect::SupplementReceived},
            {.atMs = Morning + 2 * Hour, .event = u"request_supplement"_qs, .clock = ClockEffect::SupplementRequested}};
        const QList<ClockEvent> events = clockEvents(dossier);
        QCOMPARE(events.size(), 2);
        QCOMPARE(events.constFirst().kind, Moved::SupplementRequested);
        QCOMPARE(events.constFirst().at, vietnamTime(Morning + 2 * Hour));
        QCOMPARE(events.constFirst().at.offsetFromUtc(), VietnamOffsetSeconds);
        QVERIFY(!events.constFirst().dueAt.isValid());
    }

    void termsAreKeptAsValues_data()
    {
        QTest::addColumn<Limit>("limit");
        QTest::addColumn<ClockRule>("clock");
        QTest::addColumn<QByteArray>("json");
        const ClockRule restart{.policy = ClockPolicy::Restart};
        QTest::addRow("the same day, from zero") << Limit{Limit::Kind::SameDay, 0, QTime(15, 0)} << restart
            << QByteArray(R"({"clock":{"policy":"restart"},"limit":{"cutOff":"15:00:00","kind":"sameDay"}})");
        QTest::addRow("with days settled on") << Limit{Limit::Kind::WorkingDays, 3, {}, 2} << restart
            << QByteArray(R"({"clock":{"policy":"restart"},"limit":{"count":3,"kind":"workingDays","more":2}})");
        QTest::addRow("minutes, the time away is not counted") << Limit{Limit::Kind::WorkingMinutes, 30, {}} << ClockRule{.policy = ClockPolicy::Suspend}
            << QByteArray(R"({"clock":{"policy":"suspend"},"limit":{"count":30,"kind":"workingMinutes"}})");
        QTest::addRow("hours, never moved") << Limit{Limit::Kind::WorkingHours, 8, {}} << ClockRule{.policy = ClockPolicy::None}
            << QByteArray(R"({"clock":{"policy":"none"},"limit":{"count":8,"kind":"workingHours"}})");
        QTest::addRow("days, five more once") << Limit{Limit::Kind::CalendarDays, 20, {}} << ClockRule{.policy = ClockPolicy::FixedExtension, .extensionDays = 5}
            << QByteArray(R"({"clock":{"days":5,"policy":"fixedExtension"},"limit":{"count":20,"kind":"calendarDays"}})");
        QTest::addRow("months, other bodies and payment not counted") << Limit{Limit::Kind::Months, 6, {}}
            << ClockRule{.policy = ClockPolicy::ExcludeExternal, .supplement = ClockPolicy::Suspend, .excludesPayment = true}
            << QByteArray(R"({"clock":{"excludesPayment":true,"policy":"excludeExternal","supplement":"suspend"},"limit":{"count":6,"kind":"months"}})");
    }
    void termsAreKeptAsValues()
    {
        QFETCH(Limit, limit);
        QFETCH(ClockRule, clock);
        const DossierTerms terms{limit, clock};
        QTEST(QJsonDocument(terms.toJson()).toJson(QJsonDocument::Compact), "json");
        QCOMPARE(DossierTerms::fromJson(terms.toJson()), std::optional(terms));
    }

    void termsOfAnotherProgramAreNone_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addRow("none") << QByteArray("{}");
        QTest::addRow("a limit of an unknown kind") << QByteArray(R"({"clock":{"policy":"restart"},"limit":{"count":3,"kind":"weeks"}})");
        QTest::addRow("an unknown policy") << QByteArray(R"({"clock":{"policy":"sleep"},"limit":{"count":3,"kind":"months"}})");
        QTest::addRow("no clock") << QByteArray(R"({"limit":{"count":3,"kind":"months"}})");
    }
    void termsOfAnotherProgramAreNone()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!DossierTerms::fromJson(QJsonDocument::fromJson(json).object()));
    }

    void aDossierHasThreeDates()
    {
        Dossier dossier;
        dossier.unit = u"H26.31.05"_qs;
        dossier.receivedAtMs = vietnamTime(QDate(2026, 6, 1), QTime(9, 0)).toMSecsSinceEpoch();
        const auto at = [](int day) { return vietnamTime(QDate(2026, 6, day), QTime(10, 0)).toMSecsSinceEpoch(); };
        const auto closing = [](int day) { return vietnamTime(QDate(2026, 6, day), QTime(17, 0)); };
        QCOMPARE(dueDates(dossier, testCalendar()).error().code, ErrorCode::NotFound); // nobody said by what to count
        const DossierTerms terms{{Limit::Kind::WorkingDays, 5, {}, 1}, {.policy = ClockPolicy::Restart}};
        dossier.acceptance.insert(u"terms", terms.toJson());
        dossier.events = {{.atMs = at(3), .event = u"request_supplement"_qs, .clock = ClockEffect::SupplementRequested}};
        const auto away = dueDates(dossier, testCalendar());
        QVERIFY(away);
        QCOMPARE(away->original, closing(9));
        QVERIFY(!away->legal.isValid());
        dossier.events.append({.atMs = at(5), .event = u"supplement_received"_qs, .clock = ClockEffect::SupplementReceived});
        const auto back = dueDates(dossier, testCalendar());
        QVERIFY(back);
        QCOMPARE(back->original, closing(9));
        QCOMPARE(back->legal, closing(15));
        QCOMPARE(back->index, closing(11));
        dossier.receivedAtMs = 0;
        QCOMPARE(dueDates(dossier, testCalendar()).error().code, ErrorCode::NotFound);
    }

    void anAcceptanceInTheJournalTellsItsDates()
    {
        Author author('a');
        const QList<Entry> log{author.write(testId('s'), kind::DossierAccepted, golden(kind::DossierAccepted, u"terms"_qs))};
        const Dossier dossier = DossierFold::fold(testId('s'), log, shippedTable());
        const auto dates = dueDates(dossier, testCalendar());
        QVERIFY(dates);
        QCOMPARE(dates->original, vietnamTime(QDate(2026, 11, 25), QTime(17, 0))); // the same day and two working days
        QCOMPARE(dates->rule, u"sameDay+longer"_qs);
        QVERIFY(!dueDates(Told().dossier(), testCalendar())); // the first version kept no terms
    }

    void itsDatesFollowTheHoursOfItsDesk()
    {
        CalendarLaw law = testCalendar().law();
        law.schedules = {{.id = u"mornings"_qs, .sessions = {{QTime(7, 30), QTime(11, 30)}}, .desks = {u"H26.31.05/3"_qs}}};
        const WorkingCalendar calendar(law);
        Dossier dossier;
        dossier.unit = u"H26.31.05"_qs;
        dossier.receivedAtMs = vietnamTime(QDate(2026, 6, 1), QTime(9, 0)).toMSecsSinceEpoch();
        dossier.acceptance.insert(u"terms", DossierTerms{{Limit::Kind::WorkingDays, 1, {}}, {}}.toJson());
        dossier.acceptance.insert(u"desk", 3);
        QCOMPARE(dueDates(dossier, calendar)->legal, vietnamTime(QDate(2026, 6, 2), QTime(11, 30)));
        dossier.acceptance.insert(u"desk", 4);
        QCOMPARE(dueDates(dossier, calendar)->legal, vietnamTime(QDate(2026, 6, 2), QTime(17, 0)));
    }

    void aPurgeLeavesTheTimes()
    {
        Told told;
        told.step(2, 4).asked(u"A"_qs).asked(u"B"_qs).answered(u"A"_qs).step(4, 5).step(5, 4).step(4, 9, u"result_ready"_qs).step(9, 10);
        const QString before = told.clock();
        QList<DossierEvent> figures;
        for (const DossierEvent &event : told.dossier().events) {
            figures.append(event.forFigures());
        }
        QJsonObject kept = golden(kind::PayloadPurged).value(u"kept").toObject();
        kept.insert(u"events", eventsToJson(figures));
        told.write(kind::PayloadPurged, {{u"reason"_qs, u"x"_qs}, {u"kept"_qs, kept}});
        QCOMPARE(told.clock(), before);
        QCOMPARE(told.dossier().events.size(), 8);
    }
};

QTEST_APPLESS_MAIN(tst_DossierClock)
#include "tst_DossierClock.moc"

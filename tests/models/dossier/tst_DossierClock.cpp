// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/DossierClock.h"

#include "models/dossier/DossierFold.h"
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

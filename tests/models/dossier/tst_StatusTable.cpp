// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/dossier/Bench.h"

#include <QTest>

using namespace motcua;

namespace {

/** The smallest table that is read; a row of the test breaks one thing in it. */
const char *const Good = R"({
"schema": "motcua.transitions/1",
"onAcceptance": 2, "terminal": [3],
"slipNumbers": [
 {"edition": "A", "validFrom": "2019-01-01", "numbers": {"controlSheet": "05"}, "mark": "m"},
 {"edition": "B", "validFrom": "2025-01-01", "numbers": {"stopNotice": "05"}, "mark": "m"}],
"statuses": [
 {"code": 1, "name": "n", "clock": "notStarted", "mark": "m"}, {"code": 2, "name": "n", "clock": "running", "mark": "m"},
 {"code": 3, "name": "n", "clock": "none", "mark": "m"}, {"code": 4, "name": "n", "clock": "running", "mark": "m"},
 {"code": 5, "name": "n", "clock": "byProcedure", "mark": "m"}, {"code": 6, "name": "n", "clock": "bySector", "mark": "m"},
 {"code": 7, "name": "n", "clock": "stopped", "mark": "m"}, {"code": 8, "name": "n", "clock": "stopped", "mark": "m"},
 {"code": 9, "name": "n", "clock": "stopped", "mark": "m"}, {"code": 10, "name": "n", "clock": "stopped", "mark": "m"}],
"transitions": [
 {"from": 0, "to": 1, "event": "begin", "actors": ["citizen"], "mark": "m"},
 {"from": 1, "to": 3, "event": "refuse", "actors": ["unit"], "rights": ["stepDossier"], "slips": ["refusal"], "clock": "stop", "mark": "m"},
 {"from": 4, "to": 4, "event": "extend", "actors": ["unit"], "guards": [{"guard": "daysBeforeDue", "days": 1}, {"guard": "confirmed", "what": "slipWithdrawn", "soft": true}], "promise": "must", "mark": "m"}]
})";

} // namespace

class tst_StatusTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShippedTableIsTheNationalOne_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<QList<int>>("to");
        QTest::addRow("a dossier begins as registered") << 0 << QList<int>{1};
        QTest::addRow("1") << 1 << QList<int>{1, 2, 3};
        QTest::addRow("2, and our own way back from a mistake") << 2 << QList<int>{4, 8};
        QTest::addRow("3 ends") << 3 << QList<int>{};
        QTest::addRow("4") << 4 << QList<int>{4, 5, 6, 7, 8, 9};
        QTest::addRow("5") << 5 << QList<int>{4, 8};
        QTest::addRow("6") << 6 << QList<int>{4};
        QTest::addRow("7") << 7 << QList<int>{8};
        QTest::addRow("8 ends") << 8 << QList<int>{};
        QTest::addRow("9") << 9 << QList<int>{10};
        QTest::addRow("10 ends") << 10 << QList<int>{};
    }
    void theShippedTableIsTheNationalOne()
    {
        QFETCH(int, from);
        QFETCH(QList<int>, to);
        const StatusTable table = shippedTable();
        for (int code = 1; code <= 10; ++code) {
            QCOMPARE(table.isLegal(dossierStatus(from), *dossierStatus(code)), to.contains(code));
        }
        if (from != 0) {
            QCOMPARE(table.isTerminal(*dossierStatus(from)), to.isEmpty());
            QCOMPARE(table.stepsFrom(*dossierStatus(from)).isEmpty(), to.isEmpty());
        }
    }

    void eachEventLeadsWhereTheLawSaysOnItsTerms_data()
    {
        QTest::addColumn<QString>("event");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<bool>("needsReason");
        QTest::addColumn<QString>("guards"); // a soft one with "?"
        QTest::addColumn<QString>("slips");
        QTest::addColumn<QString>("clock");
        const auto row = [](const char *event, int from, int to, bool reason, const char *guards, const char *slips, const char *clock) {
            QTest::addRow("%s", event) << QString::fromLatin1(event) << from << to << reason << QString::fromLatin1(guards)
                                       << QString::fromLatin1(slips) << QString::fromLatin1(clock);
        };
        row("submit_online_or_draft", 0, 1, false, "", "", "none");
        row("accept", 1, 2, false, "onlyBy", "receipt", "start");
        row("return_incomplete", 1, 1, true, "onlyBy asksForSomething atMostOnce?", "supplementRequest", "none");
        row("refuse", 1, 3, true, "onlyBy", "refusal", "none");
        row("transfer", 2, 4, false, "", "controlSheet", "competentReceived");
        row("cancel_acceptance", 2, 8, true, "onlyBy sameDayAsReceipt secondPerson confirmed.slipWithdrawn?", "", "stop");
        row("hand_over_between_units", 4, 4, false, "", "controlSheet", "none");
        row("request_supplement", 4, 5, true, "withinWorkingDaysOfReceipt? atMostOnce? asksForSomething", "supplementRequest",
            "supplementRequested");
        row("supplement_received", 5, 4, false, "", "receipt", "supplementReceived");
        row("supplement_expired", 5, 8, false, "answerTimeIsOver?", "stopNotice", "stop");
        row("financial_obligation", 4, 6, false, "", "", "paymentRequested");
        row("paid", 6, 4, false, "", "", "paymentReceived");
        row("withdraw_request", 4, 7, false, "", "", "stop");
        row("withdraw_granted", 7, 8, false, "confirmed.originalsReturned?", "stopNotice", "none");
        row("stop", 4, 8, true, "", "stopNotice", "stop");
        row("result_ready", 4, 9, false, "", "", "finished");
        row("refusal_after_processing", 4, 9, true, "", "", "finished");
        row("hand_over_result", 9, 10, false,
            "confirmed.receiverIdentified confirmed.originalsReturned feesCollected? confirmed.slipWithdrawn?", "", "none");
        row("extend", 4, 4, true, "atMostOnce daysBeforeDue", "apology", "extended");
    }
    void eachEventLeadsWhereTheLawSaysOnItsTerms()
    {
        QFETCH(QString, event);
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(bool, needsReason);
        QFETCH(QString, guards);
        QFETCH(QString, slips);
        QFETCH(QString, clock);
        const StatusTable table = shippedTable();
        const auto step = table.step(dossierStatus(from), event);
        QVERIFY(step);
        QCOMPARE(statusCode(step->to), to);
        QCOMPARE(step->needsReason, needsReason);
        QStringList guardNames;
        for (const Guard &guard : step->guards) {
            guardNames.append(guard.name() + (guard.soft ? u"?"_qs : QString()));
        }
        QCOMPARE(guardNames.join(u' '), guards);
        QStringList slipNames;
        for (const SlipKind slip : step->slips) {
            slipNames.append(slipKindName(slip));
        }
        QCOMPARE(slipNames.join(u' '), slips);
        QCOMPARE(clockEffectName(step->clock), clock);
        QVERIFY(!step->actors.isEmpty());
        QVERIFY(step->mark.startsWith(u"VERIFIED") || step->mark.startsWith(u"UNVERIFIED") || step->mark.startsWith(u"DERIVED"));
        for (int other = 0; other <= 10; ++other) {
            QCOMPARE(table.step(dossierStatus(other), event).has_value(), other == from);
        }
    }

    void theTableHasTheseEventsAndNoOther()
    {
        const StatusTable table = shippedTable();
        int steps = 0;
        for (int from = 0; from <= 10; ++from) {
            for (int to = 1; to <= 10; ++to) {
                steps += static_cast<int>(table.stepsBetween(dossierStatus(from), *dossierStatus(to)).size());
            }
        }
        QCOMPARE(steps, 19);
        QCOMPARE(table.onAcceptance(), DossierStatus::Accepted);
        QCOMPARE(table.statusesBefore(u"withdraw_request"_qs), QList<DossierStatus>{DossierStatus::Processing});
        QCOMPARE(table.statusesBefore(u"submit_online_or_draft"_qs), QList<DossierStatus>{});
        QCOMPARE(table.step(DossierStatus::Processing, u"extend"_qs)->promise, StatusStep::Promise::Must);
        QCOMPARE(table.step(DossierStatus::Processing, u"extend"_qs)->guards.constLast().days, 1);
        QCOMPARE(table.step(DossierStatus::Processing, u"request_supplement"_qs)->guards.constFirst().days, 3);
        QCOMPARE(table.step(DossierStatus::Processed, u"hand_over_result"_qs)->rights, QList<Right>{Right::HandOver});
        QCOMPARE(table.step(DossierStatus::Processing, u"stop"_qs)->rights, QList<Right>{Right::StepDossier});
        QCOMPARE(table.step(DossierStatus::Processed, u"hand_over_result"_qs)->slipsIfLost, QList<SlipKind>{SlipKind::LostSlip});
        QVERIFY(!table.step(DossierStatus::Accepted, u"cancel_acceptance"_qs)->mayLackSlip());
        QCOMPARE(table.clock(DossierStatus::Processing), StatusTable::Clock::Running);
        QCOMPARE(table.clock(DossierStatus::SupplementRequested), StatusTable::Clock::ByProcedure);
    }

    void whatAnOlderStepDidToTheTimeIsTold_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<QString>("event");
        QTest::addColumn<bool>("promise");
        QTest::addColumn<QString>("clock");
        QTest::addRow("the event counts") << 4 << 4 << u"extend"_qs << false << u"extended"_qs;
        QTest::addRow("the event counts, whatever the promise") << 4 << 4 << u"hand_over_between_units"_qs << true << u"none"_qs;
        QTest::addRow("without an event, where one leads there") << 4 << 5 << QString() << false << u"supplementRequested"_qs;
        QTest::addRow("without an event, where all do alike") << 4 << 9 << QString() << false << u"finished"_qs;
        QTest::addRow("without an event, with a new promise") << 4 << 4 << QString() << true << u"extended"_qs;
        QTest::addRow("without an event or a promise") << 4 << 4 << QString() << false << u"none"_qs;
        QTest::addRow("of a newer table") << 4 << 5 << u"ask_by_telephone"_qs << false << u"supplementRequested"_qs;
        QTest::addRow("where nothing leads") << 2 << 9 << u"result_ready"_qs << false << u"none"_qs;
    }
    void whatAnOlderStepDidToTheTimeIsTold()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(QString, event);
        QFETCH(bool, promise);
        QFETCH(QString, clock);
        QCOMPARE(clockEffectName(shippedTable().clockEffect(dossierStatus(from), *dossierStatus(to), event, promise)), clock);
    }

    void aNumberOfASlipIsOfItsEdition_data()
    {
        QTest::addColumn<QString>("slip");
        QTest::addColumn<QString>("in2024");
        QTest::addColumn<QString>("in2026");
        QTest::addColumn<QString>("inJournal");
        QTest::addRow("the receipt") << u"receipt"_qs << u"01"_qs << u"01"_qs << u"01"_qs;
        QTest::addRow("the apology") << u"apology"_qs << u"04"_qs << u"04"_qs << u"04"_qs;
        QTest::addRow("the notice of stopping is new") << u"stopNotice"_qs << QString() << u"05"_qs << u"stopNotice"_qs;
        QTest::addRow("the control sheet moved") << u"controlSheet"_qs << u"05"_qs << u"06"_qs << u"controlSheet"_qs;
        QTest::addRow("the register moved") << u"register"_qs << u"06"_qs << u"07"_qs << u"register"_qs;
    }
    void aNumberOfASlipIsOfItsEdition()
    {
        QFETCH(QString, slip);
        QFETCH(QString, in2024);
        QFETCH(QString, in2026);
        QFETCH(QString, inJournal);
        const StatusTable table = shippedTable();
        const SlipKind kind = *slipKindNamed(slip);
        QCOMPARE(table.slipInJournal(kind), inJournal);
        QCOMPARE(table.slipKind(inJournal), kind);
        QCOMPARE(table.slipNumber(kind, QDate(2024, 5, 2)), in2024);
        QCOMPARE(table.slipNumber(kind, QDate(2026, 11, 23)), in2026);
        QCOMPARE(table.slipNumber(kind, QDate(2019, 1, 5)), QString());
        QCOMPARE(table.slipKind(slip), kind);
        QCOMPARE(table.isAmbiguousSlip(in2026), in2026 == u"05" || in2026 == u"06");
        // 07 stands in one edition only, so it still means one thing.
        QCOMPARE(table.slipKind(in2026) == kind, !table.isAmbiguousSlip(in2026));
    }

    void whatTheLawHasNoNumberForIsCalledByItsName()
    {
        const StatusTable table = shippedTable();
        QCOMPARE(table.slipNumber(SlipKind::LostSlip, QDate(2026, 11, 23)), QString());
        QCOMPARE(table.slipInJournal(SlipKind::LostSlip), u"lostSlip"_qs);
        QCOMPARE(table.slipKind(u"lostSlip"_qs), SlipKind::LostSlip);
        QVERIFY(!table.isAmbiguousSlip(u"lostSlip"_qs));
    }

    void theSmallestTableIsRead()
    {
        const auto table = StatusTable::fromJson(Good);
        QVERIFY2(table, table ? "" : qPrintable(table.error().detail));
        QVERIFY(!StatusTable().isLegal(DossierStatus::Registered, DossierStatus::Refused));
    }

    void aMistakeIsToldWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<QByteArray>("wrong");
        QTest::addColumn<QByteArray>("at"); // what stands where the mistake is told to be
        QTest::addColumn<QString>("told");
        const auto row = [](const char *claim, const char *right, const char *wrong, const char *at, const char *told) {
            QTest::addRow("%s", claim) << QByteArray(right) << QByteArray(wrong) << QByteArray(at) << QString::fromLatin1(told);
        };
        row("a guard nobody knows", R"("guard": "daysBeforeDue", "days": 1)", R"("guard": "moonIsFull", "height": 1)", R"("moonIsFull")",
            "\"guard\" must be one of: onlyBy, atMostOnce, withinWorkingDaysOfReceipt, daysBeforeDue, sameDayAsReceipt, secondPerson, "
            "asksForSomething, answerTimeIsOver, feesCollected, confirmed");
        row("a guard without its days", R"("guard": "daysBeforeDue", "days": 1)", R"("guard": "daysBeforeDue")",
            R"({"guard": "daysBeforeDue"})", "\"days\" is missing");
        row("a guard with days that needs none", R"("guard": "daysBeforeDue", "days": 1)", R"("guard": "secondPerson", "days": 1)",
            R"("days": 1)", "unknown key \"days\"");
        row("no days at all", R"("days": 1)", R"("days": 0)", "0}", "\"days\" must be a whole number from 1 to 365");
        row("a slip that is lost where none is taken back", R"("slips": ["refusal"])", R"("slips": ["refusal"], "slipsIfLost": ["lostSlip"])", R"(["lostSlip"])",
            "no slip is taken back with this step: the guard slipWithdrawn is missing");
        row("a confirmation nobody knows", R"("what": "slipWithdrawn")", R"("what": "moon")", R"("moon")",
            "\"what\" must be one of: receiverIdentified, originalsReturned, slipWithdrawn");
        row("one guard twice", R"({"guard": "confirmed", "what": "slipWithdrawn", "soft": true})",
            R"({"guard": "daysBeforeDue", "days": 2})", R"("daysBeforeDue", "days": 2)", "the guard \"daysBeforeDue\" stands here twice");
        row("another act by reason", R"({"guard": "daysBeforeDue", "days": 1})", R"({"guard": "onlyBy", "act": "turnAway", "soft":true})",
            "true}, {", "no reason makes another act of it");
        row("an act nobody knows", R"({"guard": "daysBeforeDue", "days": 1})", R"({"guard": "onlyBy", "act": "dance"})", R"("dance")",
            "\"act\" must be one of: step, acceptDossier, turnAway, cancelAcceptance");
        row("an effect nobody knows", R"("clock": "stop")", R"("clock": "explode")", R"("explode")",
            "\"clock\" must be one of: none, start, competentReceived, stop, supplementRequested, supplementReceived, externalAsked, externalAnswered, "
            "extended, paymentRequested, paymentReceived, finished");
        row("an actor nobody knows", R"("actors": ["citizen"])", R"("actors": ["mayor"])", R"("mayor")",
            "must be one of: citizen, receptionist, unit, cashier, system");
        row("no actor", R"("actors": ["citizen"], )", "", R"({"from": 0)", "\"actors\" is missing");
        row("a right nobody knows", R"("rights": ["stepDossier"])", R"("rights": ["fly"])", R"("fly")", "must be one of: acceptDossier, ");
        row("a slip by its number", R"("slips": ["refusal"])", R"("slips": ["03"])", R"("03")",
            "must be one of: receipt, supplementRequest, refusal, apology, stopNotice, controlSheet, register");
        row("a promise nobody knows", R"("promise": "must")", R"("promise": "shall")", R"("shall")",
            "\"promise\" must be one of: may, must");
        row("status 11", R"("from": 1, "to": 3)", R"("from": 1, "to": 11)", "11,", "\"to\" must be a whole number from 1 to 10");
        row("from nowhere at all", R"({"from": 1, "to": 3)", R"({"to": 3)", R"({"to": 3)", "\"from\" is missing");
        row("out of an end", R"("from": 4, "to": 4)", R"("from": 3, "to": 4)", R"(3, "to": 4)",
            "nothing leads away from the terminal status 3");
        row("no event", R"("event": "begin")", R"("event": " ")", R"(" ")", "\"event\" must not be empty");
        row("one event twice from one status", R"("from": 1, "to": 3, "event": "refuse")", R"("from": 0, "to": 3, "event":"begin")",
            R"("begin", "actors": ["unit"])", "\"begin\" leads away from there twice");
        row("a key nobody reads", R"("promise": "must")", R"("promiss": "must")", R"("promiss")", "unknown key \"promiss\"");
        row("without a mark", R"("promise": "must", "mark": "m")", R"("promise": "must")", R"({"from": 4)", "\"mark\" is missing");
        row("nine statuses", R"({"code": 9, "name": "n", "clock": "stopped", "mark": "m"}, )", "", "[\n {\"code\": 1",
            "\"statuses\" must tell of all ten");
        row("a status twice", R"({"code": 9,)", R"({"code": 9, "name": "n", "clock": "stopped", "mark": "m"}, {"code":9,)",
            R"(9, "name": "n", "clock": "stopped", "mark": "m"}, {"code": 10)", "this status stands here twice");
        row("a clock of a status nobody knows", R"("clock": "bySector")", R"("clock": "sundial")", R"("sundial")",
            "\"clock\" must be one of: notStarted, running, none, byProcedure, bySector, stopped");
        row("an edition before the one before it", R"("validFrom": "2025-01-01")", R"("validFrom": "2018-01-01")", R"("2018-01-01")",
            "editions must follow each other");
        row("a number twice in one edition", R"("numbers": {"stopNotice": "05"})", R"("numbers": {"stopNotice": "05", "register":"05"})",
            R"("05"}, "mark": "m"}],)", "two slips of one edition have the number 05");
        row("another schema", "motcua.transitions/1", "motcua.transitions/2", R"("motcua.transitions/2")",
            "\"schema\" must be \"motcua.transitions/1\"");
    }
    void aMistakeIsToldWithItsPlace()
    {
        QFETCH(QByteArray, right);
        QFETCH(QByteArray, wrong);
        QFETCH(QByteArray, at);
        QFETCH(QString, told);
        QByteArray json(Good);
        QCOMPARE(json.count(right), 1);
        json.replace(right, wrong);
        QCOMPARE(json.count(at), 1);
        const QByteArray before = json.left(json.indexOf(at));
        const QString place = u"a/transitions.json:%1:%2: "_qs.arg(before.count('\n') + 1).arg(before.size() - before.lastIndexOf('\n'));
        const auto table = StatusTable::fromFile({u"a/transitions.json"_qs, json});
        QVERIFY(!table);
        QStringList all;
        for (const Error &error : table.error()) {
            QCOMPARE(error.code, ErrorCode::CatalogueSchema);
            all.append(error.detail);
        }
        QVERIFY2(all.constFirst().startsWith(place + told), qPrintable(place + u'\n' + all.join(u'\n')));
        QCOMPARE(u"a/"_qs + StatusTable::fromJson(json).error().detail, all.constFirst());
    }

    void refusesABrokenTable_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<ErrorCode>("code");
        QTest::addRow("no JSON") << QByteArray("{") << ErrorCode::CatalogueSyntax;
        QTest::addRow("empty") << QByteArray() << ErrorCode::CatalogueSyntax;
        QTest::addRow("a list") << QByteArray("[]") << ErrorCode::CatalogueSchema;
        QTest::addRow("nothing") << QByteArray("{}") << ErrorCode::CatalogueSchema;
        QTest::addRow("no steps") << QByteArray(R"({"onAcceptance":2,"transitions":[]})") << ErrorCode::CatalogueSchema;
    }
    void refusesABrokenTable()
    {
        QFETCH(QByteArray, json);
        QFETCH(ErrorCode, code);
        QCOMPARE(StatusTable::fromJson(json).error().code, code);
    }
};

QTEST_APPLESS_MAIN(tst_StatusTable)
#include "tst_StatusTable.moc"

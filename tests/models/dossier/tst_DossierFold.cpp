// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/CardSeen.h"
#include "models/dossier/DossierFold.h"

#include "tests/models/dossier/Bench.h"

#include <QTest>

using namespace motcua;
using namespace motcua::journal;

namespace {

const Id Subject = testId('s');
constexpr qint64 Morning = 1'795'000'000'000;

Dossier folded(const QList<Entry> &entries)
{
    return DossierFold::fold(Subject, entries, shippedTable());
}

QJsonObject fields(const QString &field, const QString &value)
{
    return {{u"fields"_qs, QJsonObject{{field, QJsonObject{{u"v"_qs, value}}}}}, {u"reason"_qs, u"thử"_qs}};
}

} // namespace

class tst_DossierFold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromWhereAnAnswerComesIsReadAgain()
    {
        Author a('a');
        const Dossier dossier = folded({a.write(Subject, kind::DossierAccepted, golden(kind::DossierAccepted, u"sources"_qs), {}, Morning)});
        QCOMPARE(dossier.role(u"applicant.name"_qs).source, Provenance::Mrz);
        QCOMPARE(dossier.role(u"applicant.number"_qs).source, Provenance::TelephoneQr);
        const auto seen = CardSeen::fromJson(dossier.acceptance.value(u"card").toObject());
        QVERIFY(seen && seen->isZone());
        QCOMPARE(seen->notRead, u"noChip"_qs);
        QCOMPARE(seen->failed, u"expiry"_qs);
    }

    void everyGoldenPayloadFolds()
    {
        Author a('a');
        QList<Entry> log;
        const QList<const char *> kinds{kind::DossierAccepted, kind::DossierCorrected, kind::DossierStepped, kind::DossierNoted,
            kind::SlipIssued, kind::PaperAdded, kind::FeeTaken, kind::AttachmentMissing, kind::DossierExternal};
        for (const char *name : kinds) {
            log.append(a.write(Subject, name, golden(name), log.isEmpty() ? QList<EntryKey>{} : keysOf({log.constLast()}), Morning));
        }
        const Dossier dossier = folded(log);
        QVERIFY(!dossier.incomplete);
        QCOMPARE(dossier.code, u"H26.1.13-261123-0301"_qs);
        QCOMPARE(dossier.unit, u"H26.1.13"_qs);
        QCOMPARE(dossier.procedureCode(), u"2.000635"_qs);
        QCOMPARE(dossier.edition(), u"2.000635@2026-07-01"_qs);
        QCOMPARE(dossier.role(u"applicant.name"_qs).text, u"Nguyễn Văn Thủ"_qs);
        QCOMPARE(dossier.fields.value(u"requesterName"_qs).entry, log.at(1).header.key);
        QCOMPARE(dossier.field(u"requesterNumber"_qs).source, Provenance::ChipVerified);
        QCOMPARE(dossier.field(u"note"_qs).state, FieldValue::State::DeclaredAbsent);
        QCOMPARE(dossier.field(u"nowhere"_qs), FieldValue());
        QCOMPARE(dossier.status.status, DossierStatus::Processing);
        QCOMPARE(vietnamTime(dossier.receivedAtMs), vietnamTime(QDate(2026, 11, 23), QTime(8, 30)));
        QCOMPARE(vietnamTime(dossier.dueAtMs()), vietnamTime(QDate(2026, 11, 24), QTime(17, 0)));
        QCOMPARE(vietnamTime(dossier.firstDueAtMs), vietnamTime(QDate(2026, 11, 23), QTime(17, 0)));
        QCOMPARE(dossier.revision, 3);
        QCOMPARE(dossier.slips.size(), 1);
        QCOMPARE(dossier.papers.size(), 1);
        QCOMPARE(dossier.fees.constFirst().what.value(u"amount").toInt(), 16000);
        QCOMPARE(dossier.notes.size(), 1);
        QCOMPARE(dossier.missing.size(), 1);
        QCOMPARE(dossier.events.size(), 2);
        // The step names no event, and only one leads from 2 to 4.
        QCOMPARE(dossier.events.constFirst().event, u"transfer"_qs);
        QCOMPARE(dossier.events.constFirst().reason(), u"chuyển bộ phận chuyên môn"_qs);
        QCOMPARE(dossier.events.constFirst().atMs, Morning);
        QCOMPARE(vietnamTime(dossier.events.constFirst().dueAtMs()), vietnamTime(QDate(2026, 11, 24), QTime(17, 0)));
        QCOMPARE(dossier.events.constLast().event, u"external_asked"_qs);
        QCOMPARE(awaitedBodies(dossier.events), QStringList{u"Công an phường Thử Nghiệm"_qs});
        QCOMPARE(dossier.heads, keysOf({log.constLast()}));
        QVERIFY(!dossier.hasConflict());
        QCOMPARE(Dossier::fromJson(dossier.toJson()), dossier);
    }

    void whatOlderProgramsWroteFoldsToTheSameBytes()
    {
        // Nothing of a dossier without events is written otherwise than before there were any.
        Author a('a');
        const Entry base = a.write(Subject, kind::DossierAccepted, golden(kind::DossierAccepted), {}, Morning);
        QVERIFY(!folded({base}).toJson().contains(u"events"_qs));
        QCOMPARE(Dossier::fromJson(folded({base}).toJson()), folded({base}));
    }

    void whatAStepSaysBesideChangesTheVersion_data()
    {
        QTest::addColumn<QJsonObject>("payload");
        QTest::addColumn<bool>("another");
        const QJsonArray items{QJsonObject{{u"name"_qs, u"x"_qs}}};
        QTest::addRow("a step alone") << QJsonObject{{u"from"_qs, 2}, {u"to"_qs, 4}} << false;
        QTest::addRow("an event alone") << QJsonObject{{u"from"_qs, 2}, {u"to"_qs, 4}, {u"event"_qs, u"transfer"_qs}} << false;
        QTest::addRow("a promise") << QJsonObject{{u"from"_qs, 2}, {u"to"_qs, 4}, {u"dueAt"_qs, u"2026-12-01T17:00:00+07:00"_qs}} << true;
        QTest::addRow("what is asked for") << QJsonObject{{u"from"_qs, 2}, {u"to"_qs, 4}, {u"asked"_qs, items}} << true;
        QTest::addRow("what came") << QJsonObject{{u"from"_qs, 2}, {u"to"_qs, 4}, {u"arrived"_qs, items}} << true;
    }
    void whatAStepSaysBesideChangesTheVersion()
    {
        QFETCH(QJsonObject, payload);
        QFETCH(bool, another);
        Author a('a');
        const Entry base = a.write(Subject, kind::DossierAccepted, golden(kind::DossierAccepted), {}, Morning);
        const Entry step = a.write(Subject, kind::DossierStepped, payload, keysOf({base}), Morning + 1);
        QCOMPARE(folded({base, step}).revision, another ? 2 : 1);
    }

    void whoWasTurnedAwayMayBeAcceptedLater()
    {
        Author a('a');
        const Entry away = a.write(Subject, kind::DossierTurnedAway, golden(kind::DossierTurnedAway), {}, Morning);
        const Dossier sent = folded({away});
        QVERIFY(sent.incomplete && sent.isRegisteredOnly());
        QCOMPARE(sent.status.status, DossierStatus::Registered);
        QCOMPARE(sent.procedureCode(), u"1.001193"_qs);
        QCOMPARE(sent.role(u"applicant.name"_qs).text, u"Nguyễn Văn Thử"_qs);
        QCOMPARE(sent.events.constFirst().event, u"return_incomplete"_qs);
        QVERIFY(!sent.events.constFirst().what.contains(u"fields"_qs));
        const Entry base = a.write(Subject, kind::DossierAccepted, golden(kind::DossierAccepted), keysOf({away}), Morning + 1);
        const Dossier accepted = folded({base, away});
        QVERIFY(!accepted.incomplete && !accepted.isRegisteredOnly());
        QCOMPARE(accepted.procedureCode(), u"2.000635"_qs);
        QCOMPARE(accepted.status.status, DossierStatus::Accepted);
        QCOMPARE(accepted.revision, 2);
        QCOMPARE(DossierFold::forward(sent, base, shippedTable()), accepted);
        // Turned away by another desk that had not heard of the acceptance: the acceptance tells what it is.
        Author b('b');
        const Entry late = b.write(Subject, kind::DossierTurnedAway, golden(kind::DossierTurnedAway), keysOf({away}), Morning + 2);
        QCOMPARE(folded({late, base, away}).procedureCode(), u"2.000635"_qs);
    }

    void aCancelledAcceptanceKeepsItsCode()
    {
        Author a('a');
        const Entry base = a.write(Subject, kind::DossierAccepted, golden(kind::DossierAccepted), {}, Morning);
        const Entry cancel = a.write(Subject, kind::DossierCancelled, golden(kind::DossierCancelled), keysOf({base}), Morning + 1);
        const Dossier dossier = folded({cancel, base});
        QVERIFY(dossier.isCancelled());
        QCOMPARE(dossier.status.status, DossierStatus::Stopped);
        QCOMPARE(dossier.code, u"H26.1.13-261123-0301"_qs);
        // Beside a transfer somebody else made, it is for a person to say which holds.
        Author b('b');
        const Entry transfer = b.write(Subject, kind::DossierStepped, {{u"from"_qs, 2}, {u"to"_qs, 4}}, keysOf({base}), Morning);
        const Entry processed = b.write(Subject, kind::DossierStepped, {{u"from"_qs, 4}, {u"to"_qs, 9}}, keysOf({transfer}), Morning + 1);
        const Dossier odds = folded({processed, transfer, cancel, base});
        QVERIFY(odds.status.isInConflict());
        QVERIFY(!odds.isCancelled());
    }

    void eachVersionCanBeShownAgain()
    {
        Author a('a');
        Author b('b');
        const Entry base = a.write(Subject, kind::DossierAccepted, golden(kind::DossierAccepted), {}, Morning);
        const Entry slip = a.write(Subject, kind::SlipIssued, golden(kind::SlipIssued), keysOf({base}), Morning + 1);
        const Entry here = a.write(Subject, kind::DossierCorrected, fields(u"requesterName"_qs, u"Một"_qs), keysOf({slip}), Morning + 2);
        const Entry there = b.write(Subject, kind::DossierCorrected, fields(u"copies"_qs, u"3"_qs), keysOf({slip}), Morning + 3);
        const Entry copy = b.write(Subject, kind::SlipIssued, golden(kind::SlipIssued), keysOf({there}), Morning + 4);
        const QList<Entry> all{copy, there, here, slip, base};
        const StatusTable table = shippedTable();
        const auto at = [&](int revision) { return DossierFold::atRevision(Subject, all, revision, table); };
        QVERIFY(!at(0) && !at(4) && !at(-1));
        QCOMPARE(at(1)->field(u"requesterName"_qs).text, u"Nguyễn Văn Thử"_qs);
        QVERIFY(at(1)->slips.isEmpty());
        QCOMPARE(at(2)->field(u"requesterName"_qs).text, u"Một"_qs);
        QCOMPARE(at(2)->field(u"copies"_qs).text, u"2"_qs);
        QCOMPARE(at(3)->field(u"copies"_qs).text, u"3"_qs);
        // Revision 2 of the other desk was another one: what its slip was printed from tells only the entry of the slip.
        const auto printed = DossierFold::asSeenBy(Subject, all, copy.header.key, table);
        QCOMPARE(printed->revision, 2);
        QCOMPARE(printed->field(u"requesterName"_qs).text, u"Nguyễn Văn Thử"_qs);
        QCOMPARE(printed->field(u"copies"_qs).text, u"3"_qs);
        QVERIFY(DossierFold::asSeenBy(Subject, all, base.header.key, table)->incomplete);
        QVERIFY(!DossierFold::asSeenBy(Subject, all, {testId('x'), 1}, table));
        // Nothing a purge had seen is brought back, even where its bytes still lie around.
        const Entry purge = a.write(Subject, kind::PayloadPurged, golden(kind::PayloadPurged), keysOf({here, copy}), Morning + 5);
        QVERIFY(!DossierFold::atRevision(Subject, all + QList<Entry>{purge}, 1, table));
        const auto after = DossierFold::asSeenBy(Subject, all + QList<Entry>{purge}, copy.header.key, table);
        QVERIFY(!QJsonDocument(after->toJson()).toJson().contains("Thử"));
    }

    void aConflictIsShownAndItsResolutionConverges()
    {
        Author a('a');
        Author b('b');
        const Entry base = a.write(Subject, kind::DossierAccepted, golden(kind::DossierAccepted), {}, Morning);
        const Entry left = a.write(Subject, kind::DossierCorrected, fields(u"requesterName"_qs, u"Trái"_qs), keysOf({base}), Morning + 1);
        const Entry right = b.write(Subject, kind::DossierCorrected, fields(u"requesterName"_qs, u"Phải"_qs), keysOf({base}), Morning + 2);
        const Dossier odds = folded({base, left, right});
        QVERIFY(odds.hasConflict());
        QCOMPARE(odds.field(u"requesterName"_qs).text, u"Nguyễn Văn Thử"_qs);
        QCOMPARE(odds.fields.value(u"requesterName"_qs).conflict.size(), 2);
        QCOMPARE(odds.heads, keysOf({left, right}));
        QCOMPARE(Dossier::fromJson(odds.toJson()), odds);
        const Entry settled = b.write(
            Subject, kind::DossierResolved, fields(u"requesterName"_qs, u"Phải"_qs), keysOf({left, right}), Morning + 3);
        const Dossier agreed = folded({settled, right, left, base});
        QVERIFY(!agreed.hasConflict());
        QCOMPARE(agreed.field(u"requesterName"_qs).text, u"Phải"_qs);
        QCOMPARE(DossierFold::forward(odds, settled, shippedTable()), agreed);
    }

    void theSameAnswerFromAnotherSourceIsNoConflict()
    {
        Author a('a');
        Author b('b');
        const Entry base = a.write(Subject, kind::DossierAccepted, golden(kind::DossierAccepted), {}, Morning);
        const Entry typed = a.write(Subject, kind::DossierCorrected, fields(u"requesterName"_qs, u"Thu"_qs), keysOf({base}), Morning + 1);
        QJsonObject chip = fields(u"requesterName"_qs, u"Thu"_qs);
        chip.insert(u"fields", QJsonObject{{u"requesterName"_qs, QJsonObject{{u"v"_qs, u"Thu"_qs}, {u"s"_qs, u"chipVerified"_qs}}}});
        const Entry read = b.write(Subject, kind::DossierCorrected, chip, keysOf({base}), Morning + 2);
        const Dossier dossier = folded({base, typed, read});
        QVERIFY(!dossier.hasConflict());
        QCOMPARE(dossier.field(u"requesterName"_qs).source, Provenance::ChipVerified);
    }

    void onlyThePortalWritesThePortalsFields()
    {
        Author desk('a');
        Author portal('p', Actor::Kind::Portal);
        const Entry base = desk.write(Subject, kind::DossierAccepted, golden(kind::DossierAccepted), {}, Morning);
        const Entry wrong = desk.write(Subject, kind::DossierCorrected, fields(u"portal.state"_qs, u"x"_qs), keysOf({base}), Morning + 1);
        QVERIFY(!folded({base, wrong}).fields.contains(u"portal.state"_qs));
        const Entry right = portal.write(
            Subject, kind::DossierCorrected, fields(u"portal.state"_qs, u"received"_qs), keysOf({base}), Morning + 2);
        const Dossier dossier = folded({base, wrong, right});
        QCOMPARE(dossier.field(u"portal.state"_qs).text, u"received"_qs);
        QVERIFY(!dossier.hasConflict());
    }

    void whatANewerProgramWroteIsCountedAndNotFolded()
    {
        Author a('a');
        Author b('b');
        const Entry base = a.write(Subject, kind::DossierAccepted, golden(kind::DossierAccepted), {}, Morning);
        const Entry unknown = b.write(Subject, "dossier.teleported", {{u"status"_qs, 9}}, keysOf({base}), Morning + 1);
        const Entry newer = b.write(Subject, kind::DossierStepped, {{u"to"_qs, 9}}, keysOf({unknown}), Morning + 2, 9);
        const Dossier dossier = folded({base, unknown, newer});
        QVERIFY(dossier.fromNewerProgram);
        QCOMPARE(dossier.status.status, DossierStatus::Accepted);
        QCOMPARE(dossier.heads, keysOf({newer}));
        // It had seen the unknown entry, through which it had seen the acceptance.
        const Entry after = a.write(Subject, kind::DossierCorrected, fields(u"requesterName"_qs, u"Sau"_qs), keysOf({newer}), Morning + 3);
        QVERIFY(!folded({base, unknown, newer, after}).hasConflict());
    }

    void alwaysLoadsWhateverIsThere()
    {
        Author a('a');
        const Entry step = a.write(Subject, kind::DossierStepped, golden(kind::DossierStepped), {{testId('x'), 7}}, Morning);
        const Dossier partial = folded({step});
        QVERIFY(partial.incomplete);
        QCOMPARE(partial.status.status, DossierStatus::Processing);
        QVERIFY(folded({}).incomplete);
        QCOMPARE(folded({}).id, Subject);
        const QList<QByteArray> odd{
            R"({"fields":7})", R"({"fields":{"a":1,"b":null}})", R"({"roles":[],"code":{},"dueAt":5,"receivedAt":"soon"})", "[]"};
        for (const QByteArray &bytes : odd) {
            const Entry entry = a.writeBytes(Subject, kind::DossierAccepted, bytes, {}, Morning);
            const Dossier dossier = folded({entry, step});
            QCOMPARE(Dossier::fromJson(dossier.toJson()), dossier);
        }
        QVERIFY(folded({a.write(testId('t'), kind::DossierAccepted, golden(kind::DossierAccepted))}).incomplete);
    }

    void listsOnlyGrowAndStandInTheOrderOfTime()
    {
        Author a('a');
        Author b('b');
        const Entry base = a.write(Subject, kind::DossierAccepted, golden(kind::DossierAccepted), {}, Morning);
        const Entry late = a.write(Subject, kind::DossierNoted, {{u"text"_qs, u"2"_qs}}, keysOf({base}), Morning + 9);
        const Entry early = b.write(Subject, kind::DossierNoted, {{u"text"_qs, u"1"_qs}}, keysOf({base}), Morning + 5);
        const Dossier dossier = folded({late, base, early});
        QCOMPARE(dossier.notes.at(0).what.value(u"text").toString(), u"1"_qs);
        QCOMPARE(dossier.notes.at(1).what.value(u"text").toString(), u"2"_qs);
        QVERIFY(!dossier.hasConflict());
    }

    void aPurgeLeavesWhatFiguresNeedAndNothingElse()
    {
        Author a('a');
        QList<Entry> log{a.write(Subject, kind::DossierAccepted, golden(kind::DossierAccepted), {}, Morning)};
        log.append(a.write(Subject, kind::FeeTaken, golden(kind::FeeTaken), keysOf({log.constLast()}), Morning + 1));
        log.append(a.write(Subject, kind::DossierNoted, golden(kind::DossierNoted), keysOf({log.constLast()}), Morning + 2));
        log.append(a.write(Subject, kind::PayloadPurged, golden(kind::PayloadPurged), keysOf({log.constLast()}), Morning + 3));
        const Dossier dossier = folded(log);
        QVERIFY(dossier.purged);
        QVERIFY(dossier.fields.isEmpty());
        QVERIFY(dossier.notes.isEmpty());
        QCOMPARE(dossier.fees.size(), 1);
        QCOMPARE(dossier.withoutPayload, 2);
        QCOMPARE(dossier.code, u"H26.1.13-261123-0301"_qs);
        QCOMPARE(dossier.status.status, DossierStatus::HandedOver);
        QVERIFY(dossier.firstDueAtMs != 0 && dossier.dueAtMs() != 0 && dossier.receivedAtMs != 0);
        QVERIFY(!QJsonDocument(dossier.toJson()).toJson().contains("Thử"));
        // The same whether the bytes are already gone or still lie around.
        QList<Entry> gone = log;
        gone[0] = withoutPayload(gone.at(0));
        gone[2] = withoutPayload(gone.at(2));
        QCOMPARE(folded(gone), dossier);
    }

    void aPurgeKeepsWhatHappenedAndWhen()
    {
        Author a('a');
        QList<Entry> log{a.write(Subject, kind::DossierAccepted, golden(kind::DossierAccepted), {}, Morning)};
        log.append(a.write(Subject, kind::DossierStepped, golden(kind::DossierStepped), keysOf({log.constLast()}), Morning + 1));
        log.append(
            a.write(Subject, kind::PayloadPurged, golden(kind::PayloadPurged, u"events"_qs), keysOf({log.constLast()}), Morning + 2));
        const Dossier dossier = folded(log);
        QCOMPARE(dossier.events.size(), 2); // those the purge kept, not the step it had seen
        QCOMPARE(dossier.events.constLast().event, u"result_ready"_qs);
        QCOMPARE(dossier.events.constLast().clock, ClockEffect::Finished);
        QCOMPARE(dossier.events.constLast().atMs, 1'795'000'120'000);
        // Whatever comes after it, the purged dossier is the one the figures know.
        const Entry away = a.write(Subject, kind::DossierTurnedAway, golden(kind::DossierTurnedAway), keysOf({log.constLast()}), Morning + 3);
        const Dossier after = folded(log + QList<Entry>{away});
        QCOMPARE(after.procedureCode(), u"2.000635"_qs);
        QCOMPARE(DossierFold::forward(dossier, away, shippedTable()), after);
        log[1] = withoutPayload(log.at(1));
        QCOMPARE(folded(log), dossier);
        QCOMPARE(Dossier::fromJson(dossier.toJson()), dossier);
    }

    void goesForwardOnlyFromTheHeads()
    {
        Author a('a');
        Author b('b');
        const StatusTable table = shippedTable();
        const Entry base = a.write(Subject, kind::DossierAccepted, golden(kind::DossierAccepted), {}, Morning);
        const Entry next = a.write(Subject, kind::DossierStepped, golden(kind::DossierStepped), keysOf({base}), Morning + 1);
        const Entry beside = b.write(Subject, kind::DossierNoted, golden(kind::DossierNoted), keysOf({base}), Morning + 2);
        const Entry purge = a.write(Subject, kind::PayloadPurged, golden(kind::PayloadPurged), keysOf({next}), Morning + 3);
        const Dossier first = folded({base});
        QCOMPARE(DossierFold::forward(Dossier{.id = Subject}, base, table), first);
        QCOMPARE(DossierFold::first(base, Kinds::known().read(base).payload, table), first);
        QCOMPARE(DossierFold::forward(first, next, table), folded({base, next}));
        QVERIFY(!DossierFold::forward(folded({base, next}), beside, table));
        QVERIFY(!DossierFold::forward(folded({base, next}), purge, table));
        QVERIFY(!DossierFold::forward(first, base, table));
        // Over a status in conflict only the branches tell which steps stand; a correction leaves them as they are.
        Author c('c');
        const Entry left = a.write(Subject, kind::DossierStepped, {{u"from"_qs, 4}, {u"to"_qs, 9}}, keysOf({next}), Morning + 4);
        const Entry right = c.write(Subject, kind::DossierStepped, {{u"from"_qs, 4}, {u"to"_qs, 5}}, keysOf({next}), Morning + 5);
        const Dossier odds = folded({base, next, left, right});
        QVERIFY(odds.status.isInConflict());
        const Entry decided = c.write(Subject, kind::DossierResolved, {{u"status"_qs, 9}}, keysOf({left, right}), Morning + 6);
        QVERIFY(!DossierFold::forward(odds, decided, table));
        Author d('d');
        const Entry typo = d.write(Subject, kind::DossierCorrected, fields(u"copies"_qs, u"3"_qs), keysOf({left, right}), Morning + 7);
        QCOMPARE(DossierFold::forward(odds, typo, table), folded({base, next, left, right, typo}));
    }

    void neverGoesForwardOverAnEntryThatSomebodyHadSeen()
    {
        // b1 names a1, which comes later and claims in turn to have seen b1: only the refold can tell.
        Author a('a');
        Author b('b');
        const Entry named = b.write(Subject, kind::DossierCorrected, fields(u"f"_qs, u"b"_qs), {{testId('a'), 1}}, Morning);
        const Entry late = a.write(Subject, kind::DossierCorrected, fields(u"f"_qs, u"a"_qs), keysOf({named}), Morning + 1);
        const Dossier before = folded({named});
        QCOMPARE(before.heads, late.header.basis);
        QVERIFY(!DossierFold::forward(before, late, shippedTable()));
        QVERIFY(folded({named, late}).tangled);
    }

    void twoEntriesForOnePlaceFoldAlikeEverywhere()
    {
        Author a('a');
        Author twin('a');
        const Entry base = a.write(Subject, kind::DossierAccepted, golden(kind::DossierAccepted), {}, Morning);
        const Entry other = twin.write(Subject, kind::DossierNoted, golden(kind::DossierNoted), {}, Morning);
        QCOMPARE(folded({base, other}), folded({other, base}));
        QCOMPARE(folded({base, withoutPayload(base)}), folded({withoutPayload(base), base}));
        QVERIFY(!folded({withoutPayload(base), base}).incomplete);
    }
};

QTEST_APPLESS_MAIN(tst_DossierFold)
#include "tst_DossierFold.moc"

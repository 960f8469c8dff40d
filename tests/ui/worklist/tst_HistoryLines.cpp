// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/journal/Author.h"
#include "ui/messages/Wording.h"
#include "ui/worklist/HistoryLines.h"

#include <QTest>

using namespace motcua;
using journal::Author;
using journal::testId;

class tst_HistoryLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineSaysWhatTheKindAloneDoesNot_data();
    void aLineSaysWhatTheKindAloneDoesNot();
    void aCorrectionSaysWhatStoodBeforeAndWhatStandsNow();
    void whatThePortalSaidNamesWhatItIsAbout_data();
    void whatThePortalSaidNamesWhatItIsAbout();
    void whoAndWhereAreWordsNotCodes();
    void aPurgedLineStillStands();
};

void tst_HistoryLines::aLineSaysWhatTheKindAloneDoesNot_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QJsonObject>("payload");
    QTest::addColumn<QString>("note");
    const auto row = [](const char *name, const char *kind, const QJsonObject &payload, const QString &note) {
        QTest::newRow(name) << QByteArray(kind) << payload << note;
    };
    row("an original", "slip.issued", {{u"slip"_qs, u"01"_qs}, {u"mark"_qs, u"original"_qs}}, u"form 01 · original"_qs);
    row("a copy", "slip.issued", {{u"slip"_qs, u"01"_qs}, {u"mark"_qs, u"copy"_qs}, {u"copy"_qs, 2}}, u"form 01 · copy no. 2"_qs);
    row("of the first revision", "slip.issued", {{u"slip"_qs, u"01"_qs}, {u"mark"_qs, u"original"_qs}, {u"revision"_qs, 1}}, u"form 01 · original"_qs);
    row("of another form, which counts from its step", "slip.issued", {{u"slip"_qs, u"02"_qs}, {u"mark"_qs, u"original"_qs}, {u"revision"_qs, 3}}, u"form 02 · original"_qs);
    row("of a later revision", "slip.issued", {{u"slip"_qs, u"01"_qs}, {u"mark"_qs, u"copy"_qs}, {u"copy"_qs, 1}, {u"revision"_qs, 3}},
        u"form 01 · copy no. 1 · content no. 3"_qs);
    row("a replacement", "slip.issued", {{u"slip"_qs, u"01"_qs}, {u"mark"_qs, u"replacement"_qs}, {u"reason"_qs, u"kẹt giấy"_qs}},
        u"form 01 · instead of a spoilt sheet · kẹt giấy"_qs);
    row("a replacement for the usual reason", "slip.issued", {{u"slip"_qs, u"01"_qs}, {u"mark"_qs, u"replacement"_qs}, {u"reason"_qs, u"spoilt"_qs}},
        u"form 01 · instead of a spoilt sheet"_qs);
    row("a step", "dossier.stepped", {{u"from"_qs, 2}, {u"to"_qs, 4}}, u"2 Received → 4 Processing"_qs);
    row("a step with its reason", "dossier.stepped", {{u"from"_qs, 2}, {u"to"_qs, 5}, {u"reason"_qs, u"thiếu ảnh"_qs}},
        u"2 Received → 5 Supplement requested · thiếu ảnh"_qs);
    row("a step from a status nobody knows", "dossier.stepped", {{u"from"_qs, 77}, {u"to"_qs, 4}}, u"— → 4 Processing"_qs);
    row("a step and what led there", "dossier.stepped", {{u"from"_qs, 4}, {u"to"_qs, 9}, {u"event"_qs, u"refusal_after_processing"_qs}},
        u"4 Processing → 9 Processed · refused in writing"_qs);
    row("a step whose status says what happened", "dossier.stepped", {{u"from"_qs, 4}, {u"to"_qs, 5}, {u"event"_qs, u"request_supplement"_qs}},
        u"4 Processing → 5 Supplement requested"_qs);
    row("a step that leaves the status", "dossier.stepped", {{u"from"_qs, 4}, {u"to"_qs, 4}, {u"event"_qs, u"extend"_qs}, {u"reason"_qs, u"chờ xác minh"_qs}},
        u"limit extended · chờ xác minh"_qs);
    row("a delegate, how they showed who they are, and by which authority", "dossier.stepped",
        {{u"from"_qs, 9}, {u"to"_qs, 10}, {u"event"_qs, u"hand_over_result"_qs},
            {u"receiver"_qs, QJsonObject{{u"who"_qs, u"delegate"_qs}, {u"name"_qs, u"Trần Thử"_qs}, {u"document"_qs, u"000185012346"_qs},
                                 {u"authority"_qs, u"Giấy ủy quyền, số 12"_qs}, {u"authorityKind"_qs, u"plain"_qs},
                                 {u"shown"_qs, QJsonObject{{u"way"_qs, u"otherPaper"_qs}, {u"wayName"_qs, u"Giấy khác có ảnh"_qs}, {u"reason"_qs, u"lost"_qs},
                                                   {u"reasonName"_qs, u"Đã mất"_qs}, {u"proves"_qs, true}}}}},
            {u"slipLost"_qs, QJsonObject{{u"signs"_qs, u"sheet"_qs}}}},
        u"9 Processed → 10 Handed over · result handed over · Received by: Trần Thử, Giấy khác có ảnh (Đã mất), 000185012346, Giấy ủy quyền, số 12 · the slip was lost: a sheet was made to be signed for it"_qs);
    row("a lost slip for which the register was signed", "dossier.stepped",
        {{u"from"_qs, 9}, {u"to"_qs, 10}, {u"receiver"_qs, QJsonObject{{u"who"_qs, u"applicant"_qs}}}, {u"slipLost"_qs, QJsonObject{{u"signs"_qs, u"register"_qs}}}},
        u"9 Processed → 10 Handed over · Received by: the applicant · the slip was lost: the register was signed for it"_qs);
    row("a step by an event nobody has words for", "dossier.stepped", {{u"from"_qs, 4}, {u"to"_qs, 4}, {u"event"_qs, u"teleport"_qs}},
        u"4 Processing → 4 Processing"_qs);
    row("a body that was asked", "dossier.external", {{u"what"_qs, u"asked"_qs}, {u"body"_qs, u"Công an xã Thử"_qs}}, u"Công an xã Thử was asked"_qs);
    row("a body that answered", "dossier.external",
        {{u"what"_qs, u"answered"_qs}, {u"body"_qs, u"Công an xã Thử"_qs}, {u"reason"_qs, u"công văn số 12"_qs}},
        u"Công an xã Thử has answered · công văn số 12"_qs);
    row("a slip whose number the law changed", "slip.issued", {{u"slip"_qs, u"stopNotice"_qs}, {u"mark"_qs, u"original"_qs}},
        u"notice of stopping · original"_qs);
    row("a paper", "paper.added", {{u"paper"_qs, u"residence"_qs}, {u"details"_qs, QJsonObject{{u"bytes"_qs, 90}}}}, {});
    row("a paper that was filed before", "paper.added",
        {{u"details"_qs, QJsonObject{{u"reused"_qs, QJsonObject{{u"dossier"_qs, u"018f5e66-0000-7000-8000-000000000001"_qs}, {u"code"_qs, u"H26-1"_qs}, {u"receivedAt"_qs, u"2026-11-01T08:00:00+07:00"_qs}, {u"paper"_qs, u"residence"_qs}, {u"kind"_qs, u"certifiedCopy"_qs}}}}}},
        u"filed before with H26-1"_qs);
    row("a paper that is read", "paper.read", {{u"paper"_qs, u"residence"_qs}, {u"purpose"_qs, u"đối chiếu"_qs}}, u"đối chiếu"_qs);
    row("a note", "dossier.noted", {{u"text"_qs, u"hẹn gọi lại"_qs}}, u"hẹn gọi lại"_qs);
    row("what the citizen was told, and how", "dossier.told", {{u"about"_qs, u"newDate"_qs}, {u"means"_qs, u"telephone"_qs}}, u"By telephone: another promised date"_qs);
    row("and what else was said", "dossier.told", {{u"about"_qs, u"refusal"_qs}, {u"means"_qs, u"inPerson"_qs}, {u"text"_qs, u"mang thêm ảnh"_qs}},
        u"Here at the desk: the portal sent the dossier back · mang thêm ảnh"_qs);
    row("told by means of a newer program", "dossier.told", {{u"about"_qs, u"refusal"_qs}, {u"means"_qs, u"telepathy"_qs}, {u"text"_qs, u"mang thêm ảnh"_qs}}, u"mang thêm ảnh"_qs);
    row("a fee", "fee.taken", {{u"amount"_qs, 16000}, {u"number"_qs, u"0000017"_qs}}, u"16.000 đ · 0000017"_qs);
    row("a slip after a correction", "slip.issued", {{u"slip"_qs, u"01"_qs}, {u"mark"_qs, u"replacement"_qs}, {u"reason"_qs, u"corrected"_qs}},
        u"form 01 · replaces the sheet from before the correction"_qs);
    row("a correction", "dossier.corrected", {{u"reason"_qs, u"đọc nhầm dấu"_qs}}, u"đọc nhầm dấu"_qs);
    row("a decision", "dossier.resolved",
        {{u"fields"_qs, QJsonObject{{u"phone"_qs, QJsonObject{{u"v"_qs, u"02001234567"_qs}}}}}, {u"status"_qs, 4}, {u"dueAt"_qs, u"2026-11-25T16:30:00+07:00"_qs},
            {u"reason"_qs, u"người dân báo"_qs}},
        u"Status: 4 Processing; Result promised: 16:30 25/11/2026; phone: 02001234567 · người dân báo"_qs);
    row("nothing to add", "dossier.accepted", {}, {});
    const QJsonObject post{{u"number"_qs, u"RN123456785VN"_qs}, {u"arrivedOn"_qs, u"2026-11-20"_qs}, {u"sheets"_qs, 3}, {u"answer"_qs, u"post"_qs}};
    const QString came = u"By post: RN123456785VN · arrived 20/11/2026 · 3 sheet(s) · the answer goes back by post"_qs;
    row("an acceptance by post", "dossier.accepted", {{u"post"_qs, post}}, came);
    row("sent back to where it came from", "dossier.turnedAway", {{u"event"_qs, u"refuse"_qs}, {u"post"_qs, post}, {u"reason"_qs, u"không thuộc thẩm quyền"_qs}},
        eventName(u"refuse"_qs) + u" · "_qs + came + u" · không thuộc thẩm quyền"_qs);
    row("a result that was posted", "dossier.stepped",
        {{u"from"_qs, 9}, {u"to"_qs, 10}, {u"event"_qs, u"hand_over_result"_qs},
            {u"receiver"_qs, QJsonObject{{u"who"_qs, u"post"_qs}, {u"tracking"_qs, u"RN987654327VN"_qs}}}},
        u"9 Processed → 10 Handed over · result handed over · Sent by post, number RN987654327VN"_qs);
    row("a kind from a newer program", "dossier.teleported", {{u"reason"_qs, 7}}, {});
}

void tst_HistoryLines::aLineSaysWhatTheKindAloneDoesNot()
{
    QFETCH(QByteArray, kind);
    QFETCH(QJsonObject, payload);
    QFETCH(QString, note);
    Author author('o');
    const QList<HistoryLine> lines = historyLines({author.write(testId('d'), kind, payload)}, {});
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines.constFirst().kind, kind);
    QCOMPARE(lines.constFirst().note, note);
}

void tst_HistoryLines::aCorrectionSaysWhatStoodBeforeAndWhatStandsNow()
{
    Author author('o');
    const auto fields = [](const QString &street, bool isTaken = false) {
        QJsonObject answer{{u"v"_qs, street}};
        if (isTaken) {
            answer.insert(u"e", u"notAsked"_qs);
        }
        return QJsonObject{{u"street"_qs, answer}};
    };
    const auto correction = [&](const QJsonObject &answers) {
        return author.write(testId('d'), "dossier.corrected", {{u"fields"_qs, answers}, {u"reason"_qs, u"gõ nhầm"_qs}, {u"approvedBy"_qs, testId('s').toString()}});
    };
    FormSchema form;
    Field street;
    street.id = u"street"_qs;
    street.label = u"Nơi cư trú"_qs;
    form.sections.append({.id = u"one"_qs, .fields = {street}});
    const QList<journal::Entry> entries{author.write(testId('d'), "dossier.accepted", {{u"fields"_qs, fields(u"12 Lê Lợi"_qs)}}),
        correction(fields(u"21 Lê Lợi"_qs)), correction(fields({}, true))};
    const QList<HistoryLine> named = historyLines(entries, {{testId('s'), u"Đỗ Hạnh"_qs}}, &form);
    QCOMPARE(named.at(1).note, u"Nơi cư trú: 12 Lê Lợi → 21 Lê Lợi · gõ nhầm · answered for by Đỗ Hạnh"_qs);
    QCOMPARE(named.at(2).note, u"Nơi cư trú: 21 Lê Lợi → — · gõ nhầm · answered for by Đỗ Hạnh"_qs);
    QCOMPARE(historyLines(entries, {}).at(1).note, u"street: 12 Lê Lợi → 21 Lê Lợi · gõ nhầm"_qs);
}

void tst_HistoryLines::whatThePortalSaidNamesWhatItIsAbout_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QJsonObject>("payload");
    QTest::addColumn<bool>("isPortal");
    QTest::addColumn<QString>("note");
    QTest::newRow("taken") << QByteArray("portal.accepted") << QJsonObject{{u"number"_qs, u"26.11.23.88121"_qs}} << true << u"Received · 26.11.23.88121"_qs;
    QTest::newRow("taken without a number") << QByteArray("portal.accepted") << QJsonObject() << true << u"Received"_qs;
    QTest::newRow("sent back") << QByteArray("portal.refused")
                               << QJsonObject{{u"code"_qs, u"missingField"_qs}, {u"fault"_qs, u"data"_qs}, {u"fields"_qs, QJsonArray{u"phone"_qs}}} << true
                               << u"Received · missing: Số điện thoại (a fault in the data)"_qs;
    QTest::newRow("in the portal's words") << QByteArray("portal.refused") << QJsonObject{{u"text"_qs, u"Quá tải."_qs}, {u"fault"_qs, u"portal"_qs}} << true
                                           << u"Received · Quá tải (a fault of the portal)"_qs;
    QTest::newRow("only a code") << QByteArray("portal.refused") << QJsonObject{{u"code"_qs, u"E42"_qs}} << true << u"Received · E42"_qs;
    QTest::newRow("by somebody who is no portal") << QByteArray("portal.accepted") << QJsonObject{{u"number"_qs, u"1"_qs}} << false
                                                  << u"does not count: no portal wrote it"_qs;
}

void tst_HistoryLines::whatThePortalSaidNamesWhatItIsAbout()
{
    QFETCH(QByteArray, kind);
    QFETCH(QJsonObject, payload);
    QFETCH(bool, isPortal);
    QFETCH(QString, note);
    FormSchema form;
    Field phone;
    phone.id = u"phone"_qs;
    phone.label = u"Số điện thoại"_qs;
    form.sections.append({.id = u"one"_qs, .fields = {phone}});
    Author author('o');
    Author portal('p', isPortal ? journal::Actor::Kind::Portal : journal::Actor::Kind::Person);
    const journal::Entry receipt = author.write(testId('d'), "dossier.accepted", {});
    payload.insert(u"entry", receipt.header.id.toString());
    const QList<journal::Entry> entries{receipt, portal.write(testId('d'), kind, payload, {receipt.header.key}, 1000)};
    QCOMPARE(historyLines(entries, {}, &form).constLast().note, note);
}

void tst_HistoryLines::whoAndWhereAreWordsNotCodes()
{
    Author author('o');
    const QList<journal::Entry> entries{author.write(testId('d'), "dossier.noted", {})};
    QCOMPARE(historyLines(entries, {{testId('a'), u"Đỗ Hạnh"_qs}}).constFirst().person, u"Đỗ Hạnh"_qs);
    QVERIFY(historyLines(entries, {}).constFirst().person.isEmpty());
    QCOMPARE(historyLines(entries, {}).constFirst().desk, u"Desk 03"_qs);
}

void tst_HistoryLines::aPurgedLineStillStands()
{
    Author author('o');
    journal::Entry entry = author.write(testId('d'), "dossier.noted", {{u"text"_qs, u"hẹn gọi lại"_qs}});
    entry.payload.reset();
    const QList<HistoryLine> lines = historyLines({entry}, {});
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines.constFirst().note, u"the content is not on this computer"_qs);
}

QTEST_APPLESS_MAIN(tst_HistoryLines)
#include "tst_HistoryLines.moc"

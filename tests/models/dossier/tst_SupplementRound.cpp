// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/SupplementRound.h"

#include "tests/models/dossier/Bench.h"

#include <QTest>

using namespace motcua;

namespace {

DossierEvent asked(qint64 atMs, const QJsonObject &what = {})
{
    return {
        .entry = {journal::testId('a'), static_cast<quint64>(atMs)}, .atMs = atMs, .clock = ClockEffect::SupplementRequested, .what = what};
}

DossierEvent received(qint64 atMs, const QJsonObject &what = {})
{
    return {
        .entry = {journal::testId('b'), static_cast<quint64>(atMs)}, .atMs = atMs, .clock = ClockEffect::SupplementReceived, .what = what};
}

} // namespace

class tst_SupplementRound : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerClosesWhatIsOpen_data()
    {
        QTest::addColumn<QList<DossierEvent>>("events");
        QTest::addColumn<QList<qint64>>("answered"); // by round, 0 while it is open
        QTest::addColumn<bool>("overdue");
        QTest::addRow("nobody asked") << QList<DossierEvent>{received(1)} << QList<qint64>{} << false;
        QTest::addRow("asked") << QList<DossierEvent>{asked(1)} << QList<qint64>{0} << false;
        QTest::addRow("asked and answered") << QList<DossierEvent>{asked(1), received(2)} << QList<qint64>{2} << false;
        QTest::addRow("asked twice") << QList<DossierEvent>{asked(1), received(2), asked(3)} << QList<qint64>{2, 0} << true;
        QTest::addRow("two desks at once") << QList<DossierEvent>{asked(1), asked(2), received(3)} << QList<qint64>{3, 3} << true;
        QTest::addRow("answered twice, the first counts")
            << QList<DossierEvent>{asked(1), received(2), received(3)} << QList<qint64>{2} << false;
        QTest::addRow("other events between") << QList<DossierEvent>{{.clock = ClockEffect::Extended}, asked(1),
            {.clock = ClockEffect::None}} << QList<qint64>{0}
                                              << false;
    }
    void anAnswerClosesWhatIsOpen()
    {
        QFETCH(QList<DossierEvent>, events);
        QFETCH(QList<qint64>, answered);
        QFETCH(bool, overdue);
        const QList<SupplementRound> rounds = supplementRounds(events);
        QList<qint64> times;
        for (const SupplementRound &round : rounds) {
            times.append(round.answeredAtMs);
            QCOMPARE(round.isOpen(), round.answeredAtMs == 0);
        }
        QCOMPARE(times, answered);
        QCOMPARE(isIndexOverdue(rounds), overdue);
    }

    void aRoundTellsWhatWasAskedAndWhatCame()
    {
        const QJsonObject request = golden(journal::kind::DossierStepped, u"supplement"_qs);
        const QJsonArray arrived = request.value(u"asked").toArray();
        const QList<SupplementRound> rounds = supplementRounds({asked(1, request), received(2, {{u"arrived"_qs, arrived}})});
        QCOMPARE(rounds.size(), 1);
        const SupplementRound &round = rounds.constFirst();
        QCOMPARE(round.askedBy, (journal::EntryKey{journal::testId('a'), 1}));
        QCOMPARE(round.answeredBy, (journal::EntryKey{journal::testId('b'), 2}));
        QCOMPARE(round.reason, u"thiếu giấy tờ chứng minh nơi cư trú"_qs);
        QCOMPARE(vietnamTime(round.answerByMs), vietnamTime(QDate(2026, 12, 23), QTime(17, 0)));
        QCOMPARE(round.asked.size(), 2);
        QCOMPARE(round.asked.constFirst(),
            (SupplementItem{u"residence"_qs, u"Giấy tờ chứng minh nơi cư trú"_qs, u"bản đã nộp không còn giá trị"_qs, 1, 0, 2}));
        QVERIFY(round.asked.constLast().paper.isEmpty());
        QCOMPARE(round.arrived, round.asked);
        QCOMPARE(supplementToJson(round.asked), request.value(u"asked").toArray());
        QCOMPARE(supplementFromJson(supplementToJson(round.asked)), round.asked);
    }

    void anItemSaysWhatIsMeant_data()
    {
        QTest::addColumn<SupplementItem>("item");
        QTest::addColumn<bool>("good");
        QTest::addRow("a name") << SupplementItem{.name = u"Giấy chứng sinh"_qs} << true;
        QTest::addRow("a paper without a name") << SupplementItem{.paper = u"birth"_qs} << false;
        QTest::addRow("only dots") << SupplementItem{.name = u"…"_qs} << false;
        QTest::addRow("only a zero-width space") << SupplementItem{.name = u"\u200B"_qs} << false;
        QTest::addRow("a rare Hán Nôm letter") << SupplementItem{.name = u"\U00020BB7"_qs} << true;
        QTest::addRow("minus one copy") << SupplementItem{.name = u"x"_qs, .certified = -1} << false;
    }
    void anItemSaysWhatIsMeant()
    {
        QFETCH(SupplementItem, item);
        QFETCH(bool, good);
        QCOMPARE(item.isMeaningful(), good);
    }
};

QTEST_APPLESS_MAIN(tst_SupplementRound)
#include "tst_SupplementRound.moc"

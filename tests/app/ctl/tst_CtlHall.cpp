// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ctl/CtlBench.h"

#include <QJsonArray>
#include <QTest>

/** The hall as a script at reception draws and moves tickets. */
class tst_CtlHall : public QObject
{
    Q_OBJECT

    CtlBench m_bench;

    [[nodiscard]] QStringList shown() const
    {
        QStringList numbers;
        const QJsonArray tickets = m_bench.asOfficer({u"hall"_qs, u"show"_qs}).json.value(u"tickets"_qs).toArray();
        for (const QJsonValue &one : tickets) {
            numbers.append(one[u"number"].toString() + u'/' + one[u"group"].toString() + u'/' + one[u"state"].toString());
        }
        return numbers;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_bench.prepare()); }

    void ticketsAreDrawnMovedAndGivenBack()
    {
        QVERIFY(shown().isEmpty());
        const CtlBench::Outcome first = m_bench.asOfficer({u"ticket"_qs, u"draw"_qs, u"A"_qs});
        QVERIFY2(first.code == 0, first.errors.constData());
        QCOMPARE(first.json.value(u"number"_qs).toString(), u"A001"_qs);
        QCOMPARE(m_bench.asOfficer({u"ticket"_qs, u"draw"_qs, u"A"_qs, u"elderly"_qs, u"deaf"_qs}).json.value(u"number"_qs).toString(), u"A002"_qs);
        QCOMPARE(shown(), QStringList({u"A002/A/waiting"_qs, u"A001/A/waiting"_qs})); // the old lady first
        QCOMPARE(m_bench.asOfficer({u"ticket"_qs, u"transfer"_qs, u"a001"_qs, u"B"_qs}).json.value(u"group"_qs).toString(), u"B"_qs);
        QCOMPARE(m_bench.asOfficer({u"ticket"_qs, u"cancel"_qs, u"A002"_qs}).json.value(u"state"_qs).toString(), u"finished"_qs);
        QCOMPARE(shown(), QStringList(u"A001/B/waiting"_qs));
    }

    void aMorningOfPracticeFillsTheHall()
    {
        CtlBench bench;
        QVERIFY(bench.prepare());
        const CtlBench::Outcome filled = bench.asOfficer({u"training"_qs, u"morning"_qs, u"--tickets"_qs, u"4"_qs, u"--seed"_qs, u"1"_qs});
        QVERIFY2(filled.code == 0, filled.errors.constData());
        QCOMPARE(filled.json.value(u"tickets"_qs).toInt(), 4);
        QCOMPARE(bench.asOfficer({u"hall"_qs, u"show"_qs}).json.value(u"tickets"_qs).toArray().size(), 4);
        QCOMPARE(bench.asOfficer({u"training"_qs, u"morning"_qs}).code, 2);
        QCOMPARE(bench.asOfficer({u"training"_qs, u"morning"_qs, u"--tickets"_qs, u"999"_qs}).code, 6);
    }

    void whatCannotBeDoneIsAnswered_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("code");
        QTest::newRow("no group") << QStringList{u"ticket"_qs, u"draw"_qs} << 2;
        QTest::newRow("an unknown group") << QStringList{u"ticket"_qs, u"draw"_qs, u"Z"_qs} << 6;
        QTest::newRow("an unknown need") << QStringList{u"ticket"_qs, u"draw"_qs, u"A"_qs, u"tall"_qs} << 6;
        QTest::newRow("an unknown ticket") << QStringList{u"ticket"_qs, u"cancel"_qs, u"A999"_qs} << 5;
        QTest::newRow("half a transfer") << QStringList{u"ticket"_qs, u"transfer"_qs, u"A001"_qs} << 2;
        QTest::newRow("to where it is") << QStringList{u"ticket"_qs, u"transfer"_qs, u"A001"_qs, u"B"_qs} << 6;
        QTest::newRow("an officer sets up no hall") << QStringList{u"hall"_qs, u"serve"_qs, u"A"_qs} << 3;
        QTest::newRow("serve nothing") << QStringList{u"hall"_qs, u"serve"_qs} << 2;
    }
    void whatCannotBeDoneIsAnswered()
    {
        QFETCH(QStringList, words);
        QFETCH(int, code);
        const CtlBench::Outcome outcome = m_bench.asOfficer(words);
        QVERIFY2(outcome.code == code, outcome.errors.constData());
        QVERIFY(!outcome.errors.isEmpty());
    }

    void theAdministratorSaysWhomTheDesksCall()
    {
        const auto serves = [this] { return m_bench.asOfficer({u"hall"_qs, u"show"_qs}).json.value(u"serves"_qs).toArray().toVariantList(); };
        QVERIFY(serves().isEmpty());
        QCOMPARE(m_bench.asHead({u"hall"_qs, u"serve"_qs, u"A"_qs, u"B"_qs, u"A"_qs}).code, 0);
        QCOMPARE(serves(), QVariantList({u"A"_qs, u"B"_qs}));
        QCOMPARE(m_bench.asHead({u"hall"_qs, u"serve"_qs, u"Z"_qs}).code, 6);
        QCOMPARE(serves(), QVariantList({u"A"_qs, u"B"_qs}));
        QCOMPARE(m_bench.asHead({u"hall"_qs, u"serve"_qs, u"all"_qs}).code, 0);
        QVERIFY(serves().isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_CtlHall)
#include "tst_CtlHall.moc"

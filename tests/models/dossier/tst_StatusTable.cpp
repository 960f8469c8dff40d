// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/dossier/Bench.h"

#include <QTest>

using namespace motcua;

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
        QTest::addRow("2") << 2 << QList<int>{4};
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

    void onlyWhatEveryEventOfAStepAsksForIsAsked()
    {
        const StatusTable table = shippedTable();
        QVERIFY(table.needsReason(DossierStatus::Registered, DossierStatus::Refused));
        // Re-appointing needs a reason, handing on between units does not, and both go from 4 to 4.
        QVERIFY(!table.needsReason(DossierStatus::Processing, DossierStatus::Processing));
        QVERIFY(!table.needsReason(DossierStatus::HandedOver, DossierStatus::Accepted));
        QCOMPARE(table.onAcceptance(), DossierStatus::Accepted);
    }

    void refusesABrokenTable_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<ErrorCode>("code");
        QTest::addRow("no JSON") << QByteArray("{") << ErrorCode::CatalogueSyntax;
        QTest::addRow("nothing") << QByteArray("{}") << ErrorCode::CatalogueSchema;
        QTest::addRow("no steps") << QByteArray(R"({"onAcceptance":2,"transitions":[]})") << ErrorCode::CatalogueSchema;
        QTest::addRow("status 11") << QByteArray(R"({"onAcceptance":2,"transitions":[{"from":1,"to":11}]})") << ErrorCode::CatalogueSchema;
        QTest::addRow("from missing") << QByteArray(R"({"onAcceptance":2,"transitions":[{"to":1}]})") << ErrorCode::CatalogueSchema;
        QTest::addRow("out of an end") << QByteArray(R"({"onAcceptance":2,"terminal":[3],"transitions":[{"from":3,"to":1}]})")
                                       << ErrorCode::CatalogueSchema;
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

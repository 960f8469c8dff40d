// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/RowTable.h"

#include <QHeaderView>
#include <QStandardItemModel>
#include <QTest>

using namespace motcua;

/** A table of which the last columns come and go with what it shows. */
class tst_RowTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aColumnThatIsGoneGivesNoWay_data()
    {
        QTest::addColumn<QList<int>>("widths");
        QTest::addColumn<bool>("firstHides");
        QTest::newRow("all are there") << QList{80, 0, 60, 60} << true;
        QTest::newRow("the last is gone") << QList{80, 0, 60} << true;
        QTest::newRow("and there is room now") << QList{80, 0} << false;
    }
    void aColumnThatIsGoneGivesNoWay()
    {
        QFETCH(QList<int>, widths);
        QFETCH(bool, firstHides);
        QStandardItemModel model(1, 4);
        RowTable table;
        table.setModel(&model);
        table.setWidths({80, 0, 60, 60});
        table.setGivingWay({2, 3}, 100);
        table.resize(230, 100);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        table.setWidths(widths); // while it is still said that all of them give way
        QCOMPARE(table.isColumnHidden(2), firstHides);
    }
};

QTEST_MAIN(tst_RowTable)
#include "tst_RowTable.moc"

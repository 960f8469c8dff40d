// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/VietnamTime.h"
#include "tests/ui/support/Samples.h"
#include "ui/itemmodels/WorklistItemModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace motcua;

class tst_WorklistItemModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRowIsTheRightOne_data();
    void everyRowIsTheRightOne();
    void onlyWhatIsSeenIsFetched();
    void farAwayIsReachedFromTheNearestKnownRow();
    void walkingOnMeetsNoEmptyRow();
    void fewPagesAreHeld();
    void theFirstPageIsShownBeforeTheCount();
    void answersToAnEarlierListAreDropped();
    void aFaultIsTold();
    void dueIsWords_data();
    void dueIsWords();
};

namespace {

/** Asks the row as a view would and waits until it is there. */
bool arrives(WorklistItemModel &model, int row)
{
    (void)model.data(model.index(row, WorklistItemModel::Code));
    return QTest::qWaitFor([&] { return model.row(row) != nullptr; });
}

} // namespace

void tst_WorklistItemModel::everyRowIsTheRightOne_data()
{
    QTest::addColumn<int>("rows");
    QTest::newRow("nothing") << 0;
    QTest::newRow("one") << 1;
    QTest::newRow("a page to the row") << WorklistItemModel::PageSize;
    QTest::newRow("a page and one") << WorklistItemModel::PageSize + 1;
    QTest::newRow("some pages") << 5 * WorklistItemModel::PageSize + 17;
}

void tst_WorklistItemModel::everyRowIsTheRightOne()
{
    QFETCH(int, rows);
    test::InventedList list(rows);
    WorklistItemModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy opened(&model, &WorklistItemModel::opened);
    model.open(list.source());
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(model.rowCount(), rows);
    for (int row = 0; row < rows; ++row) {
        QVERIFY(arrives(model, row));
        QCOMPARE(*model.row(row), test::InventedList::row(row));
    }
}

void tst_WorklistItemModel::onlyWhatIsSeenIsFetched()
{
    test::InventedList list(1'000'000);
    WorklistItemModel model;
    const QSignalSpy opened(&model, &WorklistItemModel::opened);
    model.open(list.source());
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(model.rowCount(), 1'000'000);
    QCOMPARE(list.asked().size(), 1);
    // A thumb dragged over everything leaves only the last few wishes.
    for (int row = 0; row < 1'000'000; row += 1000) {
        (void)model.data(model.index(row, 0));
    }
    QVERIFY(arrives(model, 999'000));
    QVERIFY(list.asked().size() <= 6);
}

void tst_WorklistItemModel::farAwayIsReachedFromTheNearestKnownRow()
{
    test::InventedList list(1'000'000);
    WorklistItemModel model;
    model.open(list.source());
    QTRY_COMPARE(model.rowCount(), 1'000'000);
    QVERIFY(arrives(model, 500'000));
    QCOMPARE(*model.row(500'000), test::InventedList::row(500'000));
    QVERIFY(arrives(model, 500'000 + WorklistItemModel::PageSize));
    const WorklistWindow last = list.asked().constLast();
    QVERIFY(last.from.has_value());
    QCOMPARE(last.skip, qint64(WorklistItemModel::PageSize));
    QVERIFY(arrives(model, 0));
}

void tst_WorklistItemModel::walkingOnMeetsNoEmptyRow()
{
    constexpr int page = WorklistItemModel::PageSize;
    test::InventedList list(20 * page);
    WorklistItemModel model;
    model.open(list.source());
    QTRY_COMPARE(model.rowCount(), 20 * page);
    QVERIFY(arrives(model, 10 * page + page / 2));
    QVERIFY(!model.row(11 * page));
    // A screen that ends near the end of its page brings the next one, and one that begins near the beginning the one before.
    (void)model.data(model.index(11 * page - 2, WorklistItemModel::Code));
    QTRY_VERIFY(model.row(11 * page));
    QVERIFY(!model.row(9 * page));
    (void)model.data(model.index(10 * page + 2, WorklistItemModel::Code));
    QTRY_VERIFY(model.row(9 * page));
    QCOMPARE(list.asked().size(), 4);
}

void tst_WorklistItemModel::fewPagesAreHeld()
{
    const int pages = WorklistItemModel::HeldPages + 10;
    test::InventedList list(pages * WorklistItemModel::PageSize);
    WorklistItemModel model;
    model.open(list.source());
    QTRY_COMPARE(model.rowCount(), pages * WorklistItemModel::PageSize);
    for (int page = 0; page < pages; ++page) {
        QVERIFY(arrives(model, page * WorklistItemModel::PageSize));
    }
    int held = 0;
    for (int page = 0; page < pages; ++page) {
        held += model.row(page * WorklistItemModel::PageSize) ? 1 : 0;
    }
    QCOMPARE(held, WorklistItemModel::HeldPages);
    QVERIFY(arrives(model, 0)); // what was let go comes back, the same
    QCOMPARE(*model.row(0), test::InventedList::row(0));
}

void tst_WorklistItemModel::theFirstPageIsShownBeforeTheCount()
{
    test::InventedList list(1000);
    WorklistSource source = list.source();
    test::InventedList slow(1000);
    slow.hold();
    source.count = slow.source().count;
    WorklistItemModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.open(source);
    QTRY_COMPARE(model.rowCount(), WorklistItemModel::PageSize);
    slow.release();
    QTRY_COMPARE(model.rowCount(), 1000);
}

void tst_WorklistItemModel::answersToAnEarlierListAreDropped()
{
    test::InventedList early(700);
    early.hold();
    test::InventedList late(3);
    WorklistItemModel model;
    const QSignalSpy opened(&model, &WorklistItemModel::opened);
    model.open(early.source());
    model.open(late.source());
    QTRY_COMPARE(opened.size(), 1);
    early.release();
    QTRY_COMPARE(model.rowCount(), 3);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(opened.size(), 1);
}

void tst_WorklistItemModel::aFaultIsTold()
{
    test::InventedList list(10);
    list.fail({ErrorCode::StoreDamaged, {}});
    WorklistItemModel model;
    const QSignalSpy failed(&model, &WorklistItemModel::failed);
    model.open(list.source());
    QTRY_VERIFY(failed.size() >= 1);
    QCOMPARE(failed.at(0).at(0).value<Error>().code, ErrorCode::StoreDamaged);
    QCOMPARE(model.rowCount(), 0);
}

void tst_WorklistItemModel::dueIsWords_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("hoursAfterReceipt");
    QTest::addColumn<QString>("shown");
    QTest::newRow("later today") << 0 << -1 << "● 18:06";
    QTest::newRow("another day") << 1 << -1 << "○ Thu 19/11";
    QTest::newRow("over today") << 0 << 1 << "▲ over since 18:06";
    QTest::newRow("over since yesterday") << 0 << 24 << "▲ 1 day(s) over";
    QTest::newRow("settled is never over") << 3 << 24 << "✔ Wed 18/11";
}

void tst_WorklistItemModel::dueIsWords()
{
    QFETCH(int, row);
    QFETCH(int, hoursAfterReceipt);
    QFETCH(QString, shown);
    test::InventedList list(10);
    WorklistItemModel model;
    model.setNow(vietnamTime(test::InventedList::row(0).receivedAtMs + hoursAfterReceipt * 3'600'000LL));
    model.open(list.source());
    QVERIFY(QTest::qWaitFor([&] { return model.row(row) != nullptr; }));
    QCOMPARE(model.data(model.index(row, WorklistItemModel::Due)).toString(), shown);
}

QTEST_GUILESS_MAIN(tst_WorklistItemModel)
#include "tst_WorklistItemModel.moc"

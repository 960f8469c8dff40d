// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/itemmodels/OutboxItemModel.h"

#include <QAbstractItemModelTester>
#include <QPromise>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace motcua;

namespace {

/** A log of so many entries, told from the newest on; what became of each is the test's to say. */
class InventedLog
{
public:
    explicit InventedLog(int entries)
        : m_entries(entries)
    {
    }

    [[nodiscard]] OutboxSource source()
    {
        return [this](quint64 before, int limit) {
            ++asked;
            told.append(limit);
            QList<OutboxLine> lines;
            for (quint64 place = std::min<quint64>(before, static_cast<quint64>(m_entries) + 1) - 1; place > 0 && lines.size() < limit; --place) {
                if (isOf(place)) {
                    lines.append(line(place));
                }
            }
            return QtFuture::makeReadyFuture(fault ? Result<QList<OutboxLine>>(*fault) : Result<QList<OutboxLine>>(lines));
        };
    }
    [[nodiscard]] OutboxLine line(quint64 place) const
    {
        OutboxLine line;
        line.place = place;
        line.time = QStringLiteral("09:13");
        line.item = QStringLiteral("Item %1").arg(place);
        line.fullItem = line.item + QStringLiteral(" whole");
        line.state = place > sent ? OutboxLine::State::Waiting : OutboxLine::State::Sent;
        return line;
    }
    void record(int more) { m_entries += more; }

    int asked = 0;
    QList<int> told = {};
    quint64 sent = 0; ///< up to here
    std::function<bool(quint64)> isOf = [](quint64) { return true; };
    std::optional<Error> fault = {};

private:
    int m_entries;
};

QList<quint64> places(const OutboxItemModel &model)
{
    QList<quint64> all;
    for (int row = 0; row < model.rowCount(); ++row) {
        all.append(model.row(row)->place);
    }
    return all;
}

} // namespace

class tst_OutboxItemModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLogIsFetchedPageByPage_data()
    {
        QTest::addColumn<int>("entries");
        QTest::newRow("nothing") << 0;
        QTest::newRow("one") << 1;
        QTest::newRow("a page to the row") << OutboxItemModel::PageSize;
        QTest::newRow("a page and one") << OutboxItemModel::PageSize + 1;
        QTest::newRow("some pages") << 5 * OutboxItemModel::PageSize + 17;
    }
    void aLogIsFetchedPageByPage()
    {
        QFETCH(int, entries);
        InventedLog log(entries);
        OutboxItemModel model;
        const QSignalSpy opened(&model, &OutboxItemModel::opened);
        model.open(log.source());
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(model.rowCount(), std::min(entries, OutboxItemModel::PageSize));
        while (model.canFetchMore({})) {
            const int before = model.rowCount();
            model.fetchMore({});
            QVERIFY(!model.canFetchMore({})); // one page at a time
            QTRY_VERIFY(model.rowCount() > before || !model.canFetchMore({}));
            QTRY_VERIFY(model.canFetchMore({}) || model.rowCount() == entries);
        }
        QCOMPARE(model.rowCount(), entries);
        QVERIFY(std::all_of(log.told.cbegin(), log.told.cend(), [](int limit) { return limit == OutboxItemModel::PageSize; }));
        for (int row = 0; row < entries; ++row) {
            QCOMPARE(model.row(row)->place, static_cast<quint64>(entries - row));
            QCOMPARE(model.rowOf(static_cast<quint64>(entries - row)), row);
        }
        QCOMPARE(model.rowOf(static_cast<quint64>(entries) + 1), -1);
    }

    /** The tester wants more rows in the middle of everything, as no view does. */
    void aViewMayWantMoreAtAnyTime()
    {
        InventedLog log(330);
        OutboxItemModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto fetchAll = [&model](int rows) {
            return QTest::qWaitFor([&] {
                model.fetchMore({});
                return model.rowCount() == rows;
            });
        };
        model.open(log.source());
        QVERIFY(fetchAll(330));
        log.sent = 100;
        log.record(5);
        model.refresh(true);
        QTRY_COMPARE(model.rowCount(), 335);
        QCOMPARE(places(model).constFirst(), 335U);
        QCOMPARE(places(model).constLast(), 1U);
        model.open(log.source());
        QVERIFY(fetchAll(335));
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void aMillionRowsCostWhatIsSeen()
    {
        InventedLog log(1'000'000);
        OutboxItemModel model;
        model.open(log.source());
        QTRY_VERIFY(model.isOpened());
        QCOMPARE(log.asked, 1);
        QCOMPARE(model.rowCount(), OutboxItemModel::PageSize);
        model.refresh(true);
        QTRY_COMPARE(log.asked, 2);
        QVERIFY(log.told.constLast() <= 2 * OutboxItemModel::PageSize);
    }

    void whatBecomesOfARowIsShownInIt()
    {
        InventedLog log(30);
        OutboxItemModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.open(log.source());
        QTRY_VERIFY(model.isOpened());
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        log.sent = 10;
        model.refresh(false);
        QTRY_COMPARE(changed.size(), 10);
        QCOMPARE(model.row(20)->place, 10U);
        QCOMPARE(model.row(20)->state, OutboxLine::State::Sent);
        QCOMPARE(model.row(19)->state, OutboxLine::State::Waiting);
    }

    void whoReadsSeesNoRowMove()
    {
        InventedLog log(250);
        OutboxItemModel model;
        model.open(log.source());
        QTRY_VERIFY(model.isOpened());
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), 200);
        QSignalSpy newer(&model, &OutboxItemModel::newerFound);
        const QList<quint64> before = places(model);
        log.record(3);
        model.refresh(false);
        QTRY_COMPARE(newer.size(), 1);
        QCOMPARE(newer.constLast().constFirst().toInt(), 3);
        QCOMPARE(places(model), before);
        // Nobody reads: they come in above.
        model.refresh(true);
        QTRY_COMPARE(newer.size(), 2);
        QCOMPARE(newer.constLast().constFirst().toInt(), 0);
        QCOMPARE(model.rowCount(), 203);
        QCOMPARE(model.row(0)->place, 253U);
        QCOMPARE(model.row(3)->place, 250U);
        // And the rest is still fetched from where it was left.
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), 253);
        QCOMPARE(model.row(252)->place, 1U);
    }

    void whatIsOfTheListNoMoreLeavesIt()
    {
        InventedLog log(300);
        log.isOf = [](quint64 place) { return place % 50 == 0; };
        OutboxItemModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.open(log.source());
        QTRY_COMPARE(model.rowCount(), 6);
        log.isOf = [](quint64 place) { return place % 50 == 0 && place != 200; };
        model.refresh(false);
        QTRY_COMPARE(places(model), (QList<quint64>{300, 250, 150, 100, 50}));
        log.isOf = [](quint64) { return false; };
        model.refresh(false);
        QTRY_COMPARE(model.rowCount(), 0);
        log.isOf = [](quint64 place) { return place == 7; };
        model.refresh(false);
        QTRY_COMPARE(places(model), QList<quint64>{7});
    }

    void whatWaitsSaysWhyAtOnce()
    {
        InventedLog log(4);
        log.sent = 2;
        OutboxItemModel model;
        model.open(log.source());
        QTRY_COMPARE(model.rowCount(), 4);
        const auto shown = [&model](int row, int column) { return model.index(row, column).data().toString(); };
        QCOMPARE(shown(0, OutboxItemModel::Why), QString());
        model.setWaiting(4, QStringLiteral("no way"), QStringLiteral("network"));
        QCOMPARE(shown(0, OutboxItemModel::Tries), QStringLiteral("4"));
        QCOMPARE(shown(1, OutboxItemModel::Why), QStringLiteral("no way"));
        QCOMPARE(shown(1, OutboxItemModel::ToDo), QStringLiteral("network"));
        QCOMPARE(shown(2, OutboxItemModel::Tries), QString()); // it was sent
        QCOMPARE(shown(2, OutboxItemModel::Why), QString());
        // Whoever listens hears the whole row.
        const QString heard = model.index(0, 0).data(Qt::AccessibleTextRole).toString();
        for (const char *part : {"09:13", "Item 4 whole", "no way", "network"}) {
            QVERIFY2(heard.contains(QString::fromLatin1(part)), qPrintable(heard));
        }
    }

    void answersToAnEarlierListAreDropped()
    {
        QPromise<Result<QList<OutboxLine>>> slow;
        slow.start();
        OutboxItemModel model;
        model.open([&slow](quint64, int) { return slow.future(); });
        InventedLog log(3);
        model.open(log.source());
        QTRY_COMPARE(model.rowCount(), 3);
        slow.addResult(QList<OutboxLine>{log.line(99)});
        slow.finish();
        model.refresh(true);
        QTRY_COMPARE(log.asked, 2);
        QCOMPARE(places(model), (QList<quint64>{3, 2, 1}));
    }

    void aFaultIsTold()
    {
        InventedLog log(3);
        log.fault = Error{ErrorCode::StoreBusy, {}};
        OutboxItemModel model;
        const QSignalSpy failed(&model, &OutboxItemModel::failed);
        const QSignalSpy opened(&model, &OutboxItemModel::opened);
        model.open(log.source());
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(opened.size(), 1);
        QVERIFY(!model.canFetchMore({})); // no view asks again without end
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_OutboxItemModel)
#include "tst_OutboxItemModel.moc"

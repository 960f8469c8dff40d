// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/Lawbook.h"

#include <QTest>

#include <atomic>
#include <vector>

using namespace motcua;

class tst_Lawbook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachPieceIsDoneOnce_data()
    {
        QTest::addColumn<int>("count");
        // From 200 on the pieces are shared out.
        for (const int count : {0, 1, 199, 200, 7'000}) {
            QTest::addRow("%d pieces", count) << count;
        }
    }

    void eachPieceIsDoneOnce()
    {
        QFETCH(int, count);
        std::vector<std::atomic<int>> done(static_cast<std::size_t>(count));
        Lawbook::shareOut(done.size(), [&done](std::size_t index) { ++done.at(index); });
        for (const std::atomic<int> &times : done) {
            QCOMPARE(times.load(), 1);
        }
    }

    void everyMistakeOfAFolderIsNamed()
    {
        const auto law = Lawbook::load(u"/nowhere/at/all"_qs);
        QVERIFY(!law);
        QCOMPARE(law.error().constFirst().code, ErrorCode::FileUnreadable);
    }
};

QTEST_APPLESS_MAIN(tst_Lawbook)
#include "tst_Lawbook.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/OneThread.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <thread>

using namespace motcua;

class tst_OneThread : public QObject
{
    Q_OBJECT

private:
    /** Something that takes a while. */
    static void work()
    {
        QElapsedTimer took;
        took.start();
        while (took.nsecsElapsed() < 100'000) {
        }
    }

private Q_SLOTS:
    // Also where everybody who asked waits: a pool of one thread lets them do it themselves, at once.
    void nothingMeets()
    {
        std::atomic<int> underWay = 0;
        std::atomic<int> met = 0;
        std::atomic<int> done = 0;
        {
            OneThread thread;
            std::vector<std::thread> askers;
            for (int i = 0; i < 6; ++i) {
                askers.emplace_back([&] {
                    for (int k = 0; k < 20; ++k) {
                        const int answer = thread.run<int>([&] {
                            met += ++underWay > 1 ? 1 : 0;
                            work();
                            --underWay;
                            return ++done;
                        }).result();
                        if (answer <= 0) {
                            ++met;
                        }
                    }
                });
            }
            for (std::thread &asker : askers) {
                asker.join();
            }
        }
        QCOMPARE(met.load(), 0);
        QCOMPARE(done.load(), 120);
    }

    void whatWasAskedIsDoneInItsOrderBeforeItEnds()
    {
        QList<int> order;
        QList<QFuture<int>> futures;
        {
            OneThread thread;
            for (int i = 0; i < 50; ++i) {
                futures.append(thread.run<int>([&order, i] {
                    work();
                    order.append(i);
                    return i;
                }));
            }
        }
        QCOMPARE(order.size(), 50);
        for (int i = 0; i < 50; ++i) {
            QCOMPARE(order[i], i);
            QVERIFY(futures[i].isFinished());
            QCOMPARE(futures[i].result(), i);
        }
    }
};

QTEST_GUILESS_MAIN(tst_OneThread)
#include "tst_OneThread.moc"

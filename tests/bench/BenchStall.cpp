// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Benches.h"
#include "tests/bench/TimedApplication.h"
#include "tests/bench/WorklistView.h"
#include "tests/support/ScratchFolder.h"
#include "ui/widgets/Theme.h"
#include "ui/worklist/StoreLists.h"

#include <QThread>
#include <QTimer>

#include <atomic>

namespace motcua::bench {

using storage::Store;
using testsupport::ScratchFolder;
using testsupport::StoreScene;

namespace {

constexpr int Rounds = 10;
constexpr int RoundMs = 2000;
constexpr int ActsARound = 4000; // more than a machine commits in that time
constexpr double JudgedMs = 16; // one frame of a screen

/** The gaps between the beats of a timer that should beat every millisecond in the window's thread. */
Samples heartbeat(TimedApplication &application)
{
    Samples gaps;
    QElapsedTimer last;
    QTimer beat;
    beat.setTimerType(Qt::PreciseTimer);
    QObject::connect(&beat, &QTimer::timeout, [&] {
        gaps.add(static_cast<double>(last.nsecsElapsed()) / 1e6);
        last.start();
    });
    QTimer::singleShot(RoundMs, &application, [] { QCoreApplication::exit(0); });
    last.start();
    beat.start(1);
    TimedApplication::exec();
    return gaps;
}

} // namespace

int benchStall(const Options &options, TimedApplication &application)
{
    Theme::named(Theme::Name::Light).wear(application);
    const ScratchFolder memory;
    const QString path = memory.file(QStringLiteral("store"));
    copyFilledStore(options, path);
    const StoreScene scene;
    passFilledDays(scene);
    const Result<Store> store = Store::open(path, StoreScene::key(), scene.options());
    if (!store) {
        qFatal("%s", qPrintable(errorName(store.error().code)));
    }
    WorklistView view;
    (void)application.untilPainted(
        [&] {
            view.open(storelists::open(*store));
            view.show();
        },
        [&] { return view.shows(options.dossiers); });
    // As a window would tell what came while its list is read: nobody reads a count more often than this.
    int newer = 0;
    QTimer telling;
    telling.setSingleShot(true);
    telling.setInterval(100);
    QObject::connect(&telling, &QTimer::timeout, [&] { view.page()->setNewer(newer); });
    QObject::connect(store->news(), &storage::StoreNews::changed, &telling, [&](const QList<Id> &subjects) {
        newer += static_cast<int>(subjects.size());
        if (!telling.isActive()) {
            telling.start();
        }
    });

    Samples idle;
    Samples busy;
    Samples judged;
    double judgedFloor = 0;
    qint64 place = options.dossiers;
    int committed = 0;
    int judgedRounds = 0;
    double longestTurn = 0;
    double longestIdleTurn = 0;
    for (int round = 0; round < Rounds; ++round) {
        application.forget();
        const Samples floor = heartbeat(application);
        longestIdleTurn = std::max(longestIdleTurn, application.longestTurn());
        QList<Act> acts;
        for (int i = 0; i < ActsARound; ++i) {
            acts.append(filledAct(scene, place++));
        }
        std::atomic<bool> over = false;
        std::atomic<int> done = 0;
        const std::unique_ptr<QThread> desk(QThread::create([&] {
            for (const Act &act : std::as_const(acts)) {
                if (over.load()) {
                    return;
                }
                if (const auto recorded = store->record(act).result(); !recorded) {
                    qFatal("record: %s %s", qPrintable(errorName(recorded.error().code)), qPrintable(recorded.error().detail));
                }
                ++done;
            }
        }));
        desk->start();
        application.forget();
        const Samples here = heartbeat(application);
        longestTurn = std::max(longestTurn, application.longestTurn());
        over = true;
        desk->wait();
        committed += done.load();
        idle.append(floor);
        busy.append(here);
        // Where an idle loop already waits longer than a frame, something else has the processors and nothing can be said of ours.
        if (floor.at(1) <= JudgedMs) {
            ++judgedRounds;
            judged.append(here);
            judgedFloor = std::max(judgedFloor, floor.at(1));
        }
    }
    Table table(QStringLiteral("stall: a heartbeat of 1 ms in the window's thread while %1 acts commit (%2 a second)")
                    .arg(committed)
                    .arg(committed * 1000 / (Rounds * RoundMs)));
    table.note(QStringLiteral("gap p50 / p99 / longest of all rounds: committing; idle"),
        QStringLiteral("%1 / %2 / %3; %4 / %5 / %6 ms").arg(busy.at(0.5), 0, 'f', 2).arg(busy.at(0.99), 0, 'f', 2).arg(busy.at(1), 0, 'f', 2)
            .arg(idle.at(0.5), 0, 'f', 2).arg(idle.at(0.99), 0, 'f', 2).arg(idle.at(1), 0, 'f', 2));
    table.bound(QStringLiteral("longest the window's thread was at one thing while acts commit"), longestTurn, longestIdleTurn, JudgedMs);
    if (judgedRounds == 0) {
        table.note(QStringLiteral("longest gap"), QStringLiteral("not judged: no round in which the idle loop stayed under 16 ms"));
        return table.missed();
    }
    table.bound(QStringLiteral("longest gap while acts commit (%1 rounds)").arg(judgedRounds), judged.at(1), judgedFloor, JudgedMs);
    return table.missed();
}

} // namespace motcua::bench

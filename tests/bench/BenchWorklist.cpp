// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/Await.h"
#include "app/storage/DossierQueries.h"
#include "app/storage/HouseQueries.h"
#include "tests/bench/Benches.h"
#include "tests/bench/TimedApplication.h"
#include "tests/bench/WorklistView.h"
#include "tests/support/ScratchFolder.h"
#include "ui/widgets/Theme.h"
#include "ui/worklist/StoreLists.h"

#include <QtConcurrent/QtConcurrentRun>

#include <limits>
#include <optional>
#include <random>

namespace motcua::bench {

using storage::Store;
using testsupport::ScratchFolder;
using testsupport::StoreScene;

namespace {

constexpr int Rounds = 30;
constexpr int PagesDown = 1000;
constexpr int Jumps = 200;
constexpr double FrameMs = 33;

QString asText(const Samples &samples)
{
    return QStringLiteral("%1 / %2 / %3").arg(samples.at(0.5), 0, 'f', 2).arg(samples.at(0.99), 0, 'f', 2).arg(samples.at(1), 0, 'f', 2);
}

Store openedStore(const QString &path, const StoreScene &scene)
{
    Result<Store> store = Store::open(path, StoreScene::key(), scene.options());
    if (!store) {
        qFatal("%s", qPrintable(errorName(store.error().code)));
    }
    return *store;
}

/** What a sign-in does once the key is in hand, but for the lock-out: opens, reads who works here, journals who came. */
Store enteredStore(const QString &path, const StoreScene &scene)
{
    const Store store = openedStore(path, scene);
    const auto staff = store.askWriter(storage::StaffList{}).result();
    const auto unit = store.askWriter(storage::UnitNow{}).result();
    const auto signedIn = store.record(scene.about(scene.officer(), SignedIn{.by = QStringLiteral("password")})).result();
    if (!staff || !unit || !signedIn) {
        qFatal("signing in: %s", qPrintable(errorName(signedIn ? ErrorCode::NotFound : signedIn.error().code)));
    }
    return store;
}

void firstPaint(TimedApplication &application, const Store &store, qint64 dossiers, ConstantModel &constant, Table &table)
{
    Samples ours;
    Samples floor;
    Samples ratios;
    for (int round = 0; round <= Rounds; ++round) {
        std::unique_ptr<WorklistView> plain;
        const double floorMs = application.untilPainted(
            [&] {
                plain = std::make_unique<WorklistView>();
                plain->open(&constant);
                plain->show();
            },
            [&] { return plain->shows(dossiers); });
        plain.reset();
        std::unique_ptr<WorklistView> real;
        application.forget();
        const double oursMs = application.untilPainted(
            [&] {
                real = std::make_unique<WorklistView>();
                real->open(storelists::open(store));
                real->show();
            },
            [&] { return real->shows(dossiers); });
        if (round > 0) { // the first one reads fonts
            ours.add(oursMs);
            floor.add(floorMs);
            ratios.add(oursMs / floorMs);
        }
    }
    table.row(QStringLiteral("worklist, page made to first painted rows, p50"), ours.at(0.5), floor.at(0.5), ratios.at(0.5), Table::Holds::AtMost, 1.5);
    table.note(QStringLiteral("p50 / p99 / longest: ours; constant"), asText(ours) + QStringLiteral("; ") + asText(floor));
}

void keyInHand(TimedApplication &application, const QString &path, const StoreScene &scene, qint64 dossiers, ConstantModel &constant, Table &table)
{
    Samples ours;
    Samples floor;
    Samples ratios;
    Samples opening;
    for (int round = 0; round <= Rounds; ++round) {
        WorklistView plain;
        const double floorMs = application.untilPainted(
            [&] {
                plain.open(&constant);
                plain.show();
            },
            [&] { return plain.shows(dossiers); });
        WorklistView real;
        real.makeReady();
        QObject context;
        std::optional<Store> store;
        QElapsedTimer since;
        const double oursMs = application.untilPainted(
            [&] {
                since.start();
                await(&context, QtConcurrent::run([&] { return enteredStore(path, scene); }), [&](const Store &entered) {
                    store = entered;
                    await(&context, store->ask(storage::Drafts{.person = scene.officer()}), [&](const auto &) {
                        opening.add(static_cast<double>(since.nsecsElapsed()) / 1e6);
                        real.open(storelists::open(*store));
                        real.show();
                    });
                });
            },
            [&] { return store && real.shows(dossiers); });
        store->close();
        if (round > 0) {
            ours.add(oursMs);
            floor.add(floorMs);
            ratios.add(oursMs / floorMs);
        }
    }
    table.row(QStringLiteral("key in hand to worklist painted, p50"), ours.at(0.5), floor.at(0.5), ratios.at(0.5), Table::Holds::AtMost, 1.5);
    table.note(QStringLiteral("p50 / p99 / longest: ours; constant"), asText(ours) + QStringLiteral("; ") + asText(floor));
    table.note(QStringLiteral("of that until the store is open and the sign-in journalled"), asText(opening));
}

void scroll(TimedApplication &application, const Store &store, qint64 dossiers, ConstantModel &constant, Table &table)
{
    WorklistView plain;
    WorklistView real;
    (void)application.untilPainted(
        [&] {
            plain.open(&constant);
            plain.show();
        },
        [&] { return plain.shows(dossiers); });
    (void)application.untilPainted(
        [&] {
            real.open(storelists::open(store));
            real.show();
        },
        [&] { return real.shows(dossiers); });
    Samples oursFrames;
    Samples floorFrames;
    Samples oursWork;
    Samples floorWork;
    double longestTurn = 0;
    const auto step = [&](Samples &ours, Samples &floor, const std::function<void(const WorklistView &)> &move) {
        application.forget();
        floor.add(application.untilPainted([&] { move(plain); }, [&] { return plain.shows(dossiers); }));
        floorFrames.append(application.frames());
        floorWork.append(application.frameWork());
        application.forget();
        ours.add(application.untilPainted([&] { move(real); }, [&] { return real.shows(dossiers); }));
        oursFrames.append(application.frames());
        oursWork.append(application.frameWork());
        longestTurn = std::max(longestTurn, application.longestTurn());
    };
    Samples down;
    Samples downFloor;
    const int pages = static_cast<int>(std::min<qint64>(PagesDown, dossiers / 50));
    for (int page = 0; page < pages; ++page) {
        step(down, downFloor, [](const WorklistView &view) { view.press(Qt::Key_PageDown); });
    }
    table.row(QStringLiteral("page down to painted rows, p50"), down.at(0.5), downFloor.at(0.5), down.at(0.5) / downFloor.at(0.5), Table::Holds::AtMost, 2);
    table.row(QStringLiteral("page down to painted rows, p99"), down.at(0.99), downFloor.at(0.99), down.at(0.99) / downFloor.at(0.99), Table::Holds::AtMost, 2);

    std::mt19937_64 random(11);
    Samples far;
    Samples farFloor;
    for (int jump = 0; jump < Jumps; ++jump) {
        const auto row = static_cast<int>(jump == 0 ? dossiers / 2 : static_cast<qint64>(random() % static_cast<quint64>(dossiers)));
        step(far, farFloor, [row](const WorklistView &view) { view.jump(row); });
    }
    Samples ends;
    Samples endsFloor;
    for (int jump = 0; jump < 20; ++jump) {
        step(ends, endsFloor, [jump](const WorklistView &view) { view.press(jump % 2 == 0 ? Qt::Key_End : Qt::Key_Home, Qt::ControlModifier); });
    }
    table.row(QStringLiteral("scrolling, one frame, p99"), oursFrames.at(0.99), floorFrames.at(0.99), oursFrames.at(0.99) / floorFrames.at(0.99),
        Table::Holds::AtMost, 2);
    if (floorFrames.at(1) <= FrameMs) {
        table.bound(QStringLiteral("scrolling, longest frame"), oursFrames.at(1), floorFrames.at(1), FrameMs);
        table.bound(QStringLiteral("scrolling, longest turn of the window's thread"), longestTurn, floorFrames.at(1), FrameMs);
    } else {
        // The same list of constants took longer than a frame: something else had the processor, and nothing can be said of ours.
        table.note(QStringLiteral("scrolling, longest frame, not judged: ours; constant"),
            QStringLiteral("%1; %2 ms").arg(oursFrames.at(1), 0, 'f', 1).arg(floorFrames.at(1), 0, 'f', 1));
    }
    table.note(QStringLiteral("processor time of a frame, p50 / p99 / longest: ours; constant"), asText(oursWork) + QStringLiteral("; ") + asText(floorWork));
    table.note(QStringLiteral("page down, p50 / p99 / longest: ours; constant"), asText(down) + QStringLiteral("; ") + asText(downFloor));
    table.note(QStringLiteral("jump anywhere until the rows are there: ours; constant"), asText(far) + QStringLiteral("; ") + asText(farFloor));
    table.note(QStringLiteral("jump to the end or the beginning: ours; constant"), asText(ends) + QStringLiteral("; ") + asText(endsFloor));
}

/** Each list as the window opens it: its first page and its count, and a page somewhere in the middle; then the counts beside all of them. */
void nineLists(const Store &store, Table &table)
{
    using List = storage::WorklistPage::List;
    constexpr double AtOnceMs = 50; // nobody sees less than that as waiting
    const QList<std::pair<List, QString>> lists{{List::DueUntil, QStringLiteral("to do today")}, {List::NewOnline, QStringLiteral("new online")},
        {List::ByPost, QStringLiteral("by post")}, {List::Awaiting, QStringLiteral("supplements awaited")}, {List::Ready, QStringLiteral("ready")},
        {List::NotDigitised, QStringLiteral("not scanned")}, {List::Held, QStringLiteral("originals held")}, {List::InConflict, QStringLiteral("attention")},
        {List::Open, QStringLiteral("open")}, {List::All, QStringLiteral("all")}};
    constexpr qint64 Ever = std::numeric_limits<qint64>::max();
    QList<List> all;
    for (const auto &[list, name] : lists) {
        all.append(list);
        Samples first;
        Samples middle;
        qint64 count = 0;
        for (int round = 0; round < Rounds; ++round) {
            storage::WorklistPage query{.list = list, .until = Ever, .limit = 128};
            first.add(timed([&] { count = store.ask(query).result()->count; }));
            query.offset = std::min<qint64>(count, storage::WorklistPage::MostCounted) / 2;
            middle.add(timed([&] { (void)store.ask(query).result(); }));
        }
        table.bound(QStringLiteral("list \"%1\", first page and count of %2, p99; beside it p50").arg(name).arg(count), first.at(0.99), first.at(0.5), AtOnceMs);
        table.bound(QStringLiteral("list \"%1\", a page in the middle, p99; beside it p50").arg(name), middle.at(0.99), middle.at(0.5), AtOnceMs);
    }
    Samples counts;
    for (int round = 0; round < Rounds; ++round) {
        counts.add(timed([&] { (void)store.ask(storage::WorklistCounts{.lists = all, .until = Ever}).result(); }));
    }
    table.bound(QStringLiteral("the counts beside all lists, p99; beside it p50"), counts.at(0.99), counts.at(0.5), AtOnceMs);
}

} // namespace

int benchWorklist(const Options &options, TimedApplication &application)
{
    Theme::named(Theme::Name::Light).wear(application);
    const ScratchFolder memory;
    const QString path = memory.file(QStringLiteral("store"));
    copyFilledStore(options, path);
    const StoreScene scene;
    passFilledDays(scene);
    ConstantModel constant(static_cast<int>(options.dossiers));
    Table table(QStringLiteral("worklist: %1 dossiers").arg(options.dossiers));
    {
        const Store store = openedStore(path, scene);
        firstPaint(application, store, options.dossiers, constant, table);
        scroll(application, store, options.dossiers, constant, table);
        nineLists(store, table);
        store.close();
    }
    keyInHand(application, path, scene, options.dossiers, constant, table);
    return table.missed();
}

} // namespace motcua::bench

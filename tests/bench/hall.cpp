// SPDX-License-Identifier: GPL-3.0-or-later
// Fifty desks call from one queue on a real PostgreSQL: ours beside a bare insert, and beside a claim that waits for others instead of skipping them.
#include "app/centre/HallTables.h"
#include "tests/app/centre/HallScene.h"
#include "tests/bench/BenchBoards.h"
#include "tests/bench/Table.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <cstdio>
#include <thread>
#include <vector>

namespace motcua::bench {

namespace {

using centre::DatabaseAccess;
using centre::HallTables;
using centre::Postgres;

constexpr int Desks = 50;
constexpr int Tickets = 400; // of one round: as many as wait in a full hall
constexpr int Rounds = 7;
constexpr int PacedCalls = 1'000;
constexpr int CallsEachSecond = 100;
const QByteArray Called = R"({"step":"call"})";
const QByteArray Cancelled = R"({"step":"cancel"})";

template <typename T>
T must(const Result<T> &made)
{
    if (!made) {
        qFatal("%s %s", qPrintable(errorName(made.error().code)), qPrintable(made.error().detail));
    }
    return *made;
}

void must(const Result<> &made)
{
    if (!made) {
        qFatal("%s", qPrintable(made.error().detail));
    }
}

Id made(char what, qint64 n)
{
    return Id::v7(QDateTime::currentMSecsSinceEpoch(), QByteArray(1, what) + QByteArray::number(1'000'000'000 + n).right(9));
}

/** One that no other thread has made, in the same millisecond either. */
Id fresh(char what)
{
    static std::atomic<qint64> count = 0;
    return made(what, ++count);
}

/** A desk with its connection and what it knows, as in the program; only its journal is left out, which is written after the claim. */
struct Desk
{
    explicit Desk(const DatabaseAccess &access, int number)
        : tables(access.clone(), 12'000)
        , asker{{journal::Actor::Kind::Person, made('p', number)}, "H26.15/" + QByteArray::number(number), made('o', number)}
    {
        must(tables.refresh());
        auto opened = Postgres::open(access);
        if (!opened) {
            qFatal("%s", qPrintable(opened.error().detail));
        }
        plain = *std::move(opened);
    }
    /** One call as the program makes it, each time of another officer, since nobody has two citizens; false when nobody waits. */
    bool call()
    {
        const Id request = fresh('r');
        asker.actor.id = fresh('p');
        for (;;) {
            must(tables.refresh());
            const QList<Ticket> candidates = tables.book().next(QString::fromUtf8(asker.desk), {}, 20);
            if (candidates.isEmpty()) {
                return false;
            }
            if (const auto claimed = must(tables.claim(asker, request, candidates, Called))) {
                (void)tables.note({request, claimed->ticket, claimed->version, false, asker.actor, asker.desk, claimed->atMs, Called});
                return true;
            }
        }
    }
    bool insert()
    {
        (void)must(plain->run("INSERT INTO floor(id, body) VALUES($1, $2)", {fresh('f'), Called}));
        return true;
    }
    /** What a queue on a database usually does: the first row, for which everybody waits. */
    bool queue()
    {
        // Whoever waited for a row that was taken meanwhile gets none, and asks again.
        do {
            if (!must(plain->run("WITH free AS (SELECT id FROM naive WHERE state = 1 ORDER BY place LIMIT 1 FOR UPDATE) UPDATE naive n SET state = 2 FROM free WHERE n.id = free.id RETURNING n.id")).isEmpty()) {
                return true;
            }
        } while (!must(plain->run("SELECT 1::bigint FROM naive WHERE state = 1 LIMIT 1")).isEmpty());
        return false;
    }

    HallTables tables;
    HallTables::Asker asker;
    std::unique_ptr<Postgres> plain;
};

/** So many a second of all desks together, until each says that it is over or has done its part. */
double rateOf(std::vector<std::unique_ptr<Desk>> &desks, bool (Desk::*work)(), int each)
{
    std::atomic<int> done = 0;
    std::vector<std::thread> threads;
    QElapsedTimer time;
    time.start();
    for (const auto &desk : desks) {
        threads.emplace_back([&done, desk = desk.get(), work, each] {
            for (int i = 0; i < each && (desk->*work)(); ++i) {
                ++done;
            }
        });
    }
    for (std::thread &thread : threads) {
        thread.join();
    }
    return done * 1'000.0 / static_cast<double>(std::max<qint64>(1, time.elapsed()));
}

void giveOut(HallTables &kiosk, int tickets)
{
    const HallTables::Asker asker{{journal::Actor::Kind::Device, made('k', 0)}, "H26.15/kiosk", made('k', 1)};
    for (int i = 0; i < tickets; ++i) {
        (void)must(kiosk.issue(asker, fresh('i'), QStringLiteral("A"), [](const QString &number) { return QByteArray("{\"group\":\"A\",\"number\":\"" + number.toUtf8() + "\"}"); }, {}));
    }
}

/** Everybody who was called is gone: a hall has as many at its desks as it has desks. */
void endTurns(HallTables &kiosk)
{
    const HallTables::Asker asker{{journal::Actor::Kind::Person, made('k', 0)}, "H26.15/1", made('k', 1)};
    must(kiosk.refresh());
    for (const Ticket &ticket : kiosk.book().now().live) {
        const Id request = fresh('e');
        const auto done = *must(kiosk.step(asker, request, ticket.id, TicketState::Finished, Cancelled));
        (void)kiosk.note({request, ticket.id, done.version, false, asker.actor, asker.desk, done.atMs, Cancelled});
    }
}

/** As they do when they are told that something happened. */
void lookAll(std::vector<std::unique_ptr<Desk>> &desks)
{
    for (const auto &desk : desks) {
        must(desk->tables.refresh());
    }
}

/** Transactions a second that one desk costs the server while nothing happens in the hall. */
double idleRate(const DatabaseAccess &access, Postgres &owner)
{
    constexpr int Idle = 5;
    constexpr int Seconds = 20;
    test::HallScene scene(access);
    std::vector<std::unique_ptr<test::HallScene::Place>> places;
    for (int i = 0; i < Idle; ++i) {
        places.push_back(scene.place(4 + i, true, true));
        (void)must(places.back()->hall->look().result());
    }
    const auto pass = [](int seconds) {
        QElapsedTimer waited;
        waited.start();
        (void)QTest::qWaitFor([&] { return waited.hasExpired(seconds * 1'000); }, (seconds + 1) * 1'000); // what is to be idle lives meanwhile
    };
    const auto count = [&owner] {
        (void)must(owner.run("SELECT pg_stat_clear_snapshot()::text"));
        return must(owner.run("SELECT xact_commit + xact_rollback FROM pg_stat_database WHERE datname = current_database()")).integer(0, 0);
    };
    pass(15); // until they have told what they came with, and the server has counted it: what a session did last it counts ten seconds later
    const qint64 before = count();
    pass(Seconds);
    const qint64 looks = 2; // of this question itself
    return static_cast<double>(count() - before - looks) / Idle / Seconds;
}

int run()
{
    test::PostgresBench server;
    server.configure("max_connections = 250");
    if (!server.start()) {
        qFatal("%s", qPrintable(server.output()));
    }
    const DatabaseAccess access = test::HallScene::founded(server, QStringLiteral("hall"));
    const auto owner = *Postgres::open(access);
    must(owner->script("CREATE TABLE floor(id uuid PRIMARY KEY, body bytea); CREATE TABLE naive(id uuid PRIMARY KEY DEFAULT gen_random_uuid(), place bigint, state int); CREATE INDEX ON naive(place) WHERE state = 1;"));
    std::vector<std::unique_ptr<Desk>> desks;
    for (int i = 0; i < Desks; ++i) {
        desks.push_back(std::make_unique<Desk>(access, i + 1));
    }
    HallTables kiosk(access.clone(), 12'000);
    Samples ours;
    Samples floor;
    Samples naive;
    Samples toFloor;
    Samples toNaive;
    for (int round = 0; round < Rounds; ++round) {
        floor.add(rateOf(desks, &Desk::insert, Tickets / 4));
        giveOut(kiosk, Tickets);
        lookAll(desks);
        ours.add(rateOf(desks, &Desk::call, Tickets));
        must(owner->script("TRUNCATE naive; INSERT INTO naive(place, state) SELECT g, 1 FROM generate_series(1, 400) g"));
        naive.add(rateOf(desks, &Desk::queue, Tickets));
        toFloor.add(ours.last() / floor.last());
        toNaive.add(ours.last() / naive.last());
        endTurns(kiosk);
    }
    Table table(QStringLiteral("One hall, %1 desks on PostgreSQL, all on this machine").arg(Desks));
    table.row(QStringLiteral("calls beside bare inserts"), ours.at(0.5), floor.at(0.5), toFloor.at(0.5), Table::Holds::AtLeast, 0.15, QStringLiteral("/s"));
    table.row(QStringLiteral("calls beside a queue that waits (FOR UPDATE)"), ours.at(0.5), naive.at(0.5), toNaive.at(0.5), Table::Holds::AtLeast, 2.0, QStringLiteral("/s"));

    giveOut(kiosk, PacedCalls);
    lookAll(desks);
    Samples paced;
    QElapsedTimer clock;
    clock.start();
    for (int i = 0; i < PacedCalls; ++i) {
        Desk &desk = *desks[static_cast<std::size_t>(i % Desks)];
        while (clock.elapsed() < qint64{i} * 1'000 / CallsEachSecond) {
            std::this_thread::sleep_for(std::chrono::microseconds(200));
        }
        paced.add(timed([&desk] { (void)desk.call(); }));
    }
    table.bound(QStringLiteral("a call at %1 a second, p99").arg(CallsEachSecond), paced.at(0.99), paced.at(0.5), 20);
    table.bound(QStringLiteral("statements a second of an idle desk's hall"), idleRate(access, *owner), 0, 1, QStringLiteral("/s"));
    benchBoards(table);
    return table.missed();
}

} // namespace

} // namespace motcua::bench

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    return motcua::bench::run();
}

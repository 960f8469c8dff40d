// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/SyncEngine.h"
#include "tests/app/sync/SyncScene.h"

#include <QTest>

#include <random>

using namespace motcua;
using namespace motcua::sync;
using journal::PeerRole;
using storage::Desk;
using storage::Store;
using Phase = SyncState::Phase;

namespace {

constexpr int Desks = 3;
constexpr int Days = 7;
constexpr qint64 HourMs = 3'600'000;

/** MOTCUA_VISITS of the environment; 63 without it. */
int wantedVisits()
{
    const int set = qEnvironmentVariableIntValue("MOTCUA_VISITS");
    return set > 0 ? set : 63;
}
/** MOTCUA_SEED, so that a week that went wrong can be seen again. */
quint64 seed()
{
    const int set = qEnvironmentVariableIntValue("MOTCUA_SEED");
    return set > 0 ? static_cast<quint64>(set) : 20'261'123;
}

} // namespace

/** Three desks and whom they exchange with, a week of visits, and lines that come and go as they like: in the end all four have folded the same. */
class tst_SimulatedWeek : public QObject
{
    Q_OBJECT

private:
    struct Counter
    {
        Counter(SyncScene &scene, const Store &hub, int at)
            : number(at)
            , store(scene.desk(at))
            , line(std::make_shared<StorePeer>(hub, SyncScene::policy(), PeerRole::Centre, scene.clock()))
            , engine(store, SyncScene::policy(), line, {.gatherMs = 1, .restMs = 200, .firstWaitMs = 1, .longestWaitMs = 20, .now = scene.clock()})
            , desk(at, static_cast<char>('a' + at))
        {
        }
        int number;
        Store store;
        std::shared_ptr<StorePeer> line;
        SyncEngine engine;
        Desk desk; ///< its officer
        QStringList papers = {};
    };

    static int rolled(std::mt19937_64 &random, int below) { return static_cast<int>(random() % static_cast<quint64>(below)); }
    static QByteArray scanOf(int visit) { return SyncScene::scan(500 + visit); }

    /** What a visit leaves at this counter; about what others began as well, as far as it came here. */
    static void visit(SyncScene &scene, Counter &counter, int n, std::mt19937_64 &random, int &others)
    {
        scene.accept(counter.store, counter.number, n, 1);
        if (rolled(random, 4) == 0) {
            counter.papers.append(scene.addPaper(counter.store, counter.number, n, scanOf(n)));
        }
        if (rolled(random, 2) == 0) {
            scene.note(counter.store, counter.number, n, 1 + rolled(random, 3));
        }
        // Two counters may do this to one dossier while neither hears of the other.
        const int other = 1 + qMax(0, n - 1 - rolled(random, 30));
        for (const Act &act : {counter.desk.stepping(other, rolled(random, 2) == 0 ? DossierStatus::Processing : DossierStatus::Processed),
                 counter.desk.about(Desk::dossier(other), CorrectDossier{{{QStringLiteral("purpose"), FieldValue::given(QString::number(n))}}, QStringLiteral("lý do")})}) {
            if (rolled(random, 2) == 0) {
                others += counter.store.record(act).result() ? 1 : 0;
            }
        }
    }

    /** The line of this counter as it is for a while now. */
    static void turn(Counter &counter, std::mt19937_64 &random)
    {
        switch (rolled(random, 8)) {
        case 0:
        case 1: counter.line->isDown = true; break;
        case 2: counter.line->fail({LineFault::Kind::ReplyLost, rolled(random, 5), 1}); break;
        case 3: counter.line->fail({LineFault::Kind::Twice, rolled(random, 5), 2}); break;
        case 4: counter.line->fail({LineFault::Kind::CutOff, rolled(random, 5), 1}); break;
        case 5: counter.line->fail({LineFault::Kind::Changed, rolled(random, 5), 1}); break;
        default: counter.line->isDown = false;
        }
    }

    static bool isDone(const Counter &counter)
    {
        const SyncState &state = counter.engine.state();
        return state.phase == Phase::Resting && state.waiting == 0 && state.coming == 0 && !state.filesDue && !state.failure;
    }

private Q_SLOTS:
    void allHaveFoldedTheSame()
    {
        std::mt19937_64 random(seed());
        SyncScene scene;
        const Store hub = scene.hub();
        std::vector<std::unique_ptr<Counter>> counters;
        for (int at = 1; at <= Desks; ++at) {
            counters.push_back(std::make_unique<Counter>(scene, hub, at));
            counters.back()->engine.begin();
        }
        const int visits = wantedVisits();
        int cut = 0;
        int others = 0;
        for (int n = 1; n <= visits; ++n) {
            visit(scene, *counters.at(static_cast<std::size_t>(rolled(random, Desks))), n, random, others);
            // From eight to five, and then the next day.
            scene.pass(9 * HourMs * Days / visits);
            if (n % qMax(1, visits / Days) == 0) {
                scene.pass(15 * HourMs);
            }
            if (n % 5 == 0) {
                turn(*counters.at(static_cast<std::size_t>(rolled(random, Desks))), random);
            }
            if (n % 7 == 0) {
                // Those that have a line get on with it; the others do not.
                for (const auto &counter : counters) {
                    cut += counter->line->isDown ? 1 : 0;
                    counter->engine.wake();
                    QVERIFY(QTest::qWaitFor([&] { return counter->line->isDown || SyncScene::held(hub, counter->store.origin()) == SyncScene::held(counter->store, counter->store.origin()); }, 60'000));
                }
            }
        }
        QVERIFY(others > 0);
        for (const auto &counter : counters) {
            counter->line->fail({});
            counter->line->isDown = false;
            counter->engine.wake();
        }
        const auto told = [&] {
            QStringList words;
            for (const auto &counter : counters) {
                const SyncState &state = counter->engine.state();
                words.append(QStringLiteral("desk %1: phase %2, %3 wait, %4 come, %5 files%6, %7").arg(counter->number).arg(static_cast<int>(state.phase)).arg(state.waiting).arg(state.coming).arg(state.files)
                                 .arg(state.filesDue ? QStringLiteral(" or more") : QString(), state.failure ? errorName(state.failure->code) : QStringLiteral("well")));
            }
            return words.join(u'\n');
        };
        const bool isOver = QTest::qWaitFor(
            [&] {
                return std::all_of(counters.cbegin(), counters.cend(), [&](const auto &counter) {
                    return isDone(*counter) && Desk::done(counter->store.ask(storage::VersionVectorNow{})) == Desk::done(hub.ask(storage::VersionVectorNow{}));
                });
            },
            120'000);
        QVERIFY2(isOver, qPrintable(told()));

        const QByteArray folded = Desk::done(hub.digest());
        for (const auto &counter : counters) {
            QVERIFY(SyncScene::areAlike(counter->store, hub));
            QCOMPARE(Desk::done(counter->store.digest()).toHex(), folded.toHex());
            const auto report = Desk::done(counter->store.ask(storage::VerifyJournal{}));
            QVERIFY(!report.firstBreak && report.missing == 0);
            for (const QString &paper : std::as_const(counter->papers)) {
                QVERIFY(hub.attachments().read(paper));
            }
        }
        // In whatever order it came: made anew from the journal it is the same.
        Desk::done(hub.rebuild());
        QCOMPARE(Desk::done(hub.digest()).toHex(), folded.toHex());
        qInfo("seed %llu: %d visits, %d acts on dossiers of anybody, a line was away at %d of %d looks, %llu entries", seed(), visits, others, cut, visits / 7 * Desks,
            Desk::done(hub.ask(storage::VerifyJournal{})).entries);
    }
};

QTEST_GUILESS_MAIN(tst_SimulatedWeek)
#include "tst_SimulatedWeek.moc"

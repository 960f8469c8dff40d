// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/DeliveryScene.h"
#include "tests/fault/FaultProxy.h"
#include "tests/fault/TurningPeer.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QSignalSpy>
#include <QTest>

using namespace motcua;
using namespace motcua::testsupport;
using storage::Desk;
using sync::SyncEngine;
using sync::SyncState;

namespace {

/** MOTCUA_FAULT_POSITIONS of the environment; 10 without it. */
int wantedPositions()
{
    const int set = qEnvironmentVariableIntValue("MOTCUA_FAULT_POSITIONS");
    return set > 0 ? set : 10;
}

/** How soon is given up while the line is broken on purpose; afterwards the usual limits hold. */
constexpr std::chrono::milliseconds Hasty{400};
constexpr int FirstWaitMs = 15;
constexpr int LongestWaitMs = 30;

} // namespace

/**
 * The line between a desk and its portal breaks in fourteen ways at every tenth of what goes over it: afterwards both have the same, everything
 * once, the desk never said otherwise meanwhile, and what was there already is not sent again.
 */
class tst_NetworkFaults : public QObject
{
    Q_OBJECT

private:
    /** One engine and one client from their making to their end, over the proxy. */
    struct Run
    {
        std::shared_ptr<TurningPeer> peer = {};
        std::unique_ptr<SyncEngine> engine = {};
        qint64 ms = 0;
        QStringList lies = {}; ///< where the state said other than was so
        QSet<ErrorCode> failures = {};
    };
    /** What a conversation costs in bytes, both ways, without a fault. */
    struct Cost
    {
        qint64 bare = 0; ///< with nothing to tell
        qint64 entries = 0; ///< more, when the desk has entries to give
        qint64 file = 0; ///< more, when it has a file to give
        qint64 verdicts = 0; ///< more, when the portal has verdicts to give
        qint64 up = 0; ///< of all of these together, this way
        qint64 down = 0;
    };

    std::unique_ptr<DeliveryScene> m_scene;
    std::unique_ptr<FaultProxy> m_proxy;
    std::shared_ptr<const TlsIdentity> m_identity;
    Cost m_cost;
    qint64 m_plainMs = 0;
    qint64 m_slowestMs = 0;
    QList<double> m_shares; ///< of the bytes after healing in those a fault-free run would need

    std::unique_ptr<Run> begun()
    {
        auto run = std::make_unique<Run>();
        HttpSetup setup;
        setup.base = QUrl(QStringLiteral("https://localhost:%1").arg(m_proxy->port()));
        setup.pins = *TlsPins::fromPem(m_scene->bench.settings.authority.pem());
        setup.identity = m_identity;
        HttpLimits hasty;
        hasty.idle = Hasty;
        hasty.connect = Hasty;
        run->peer = std::make_shared<TurningPeer>(std::make_shared<HttpClient>(std::move(setup)), hasty);
        run->engine = std::make_unique<SyncEngine>(m_scene->desk, sync::SyncScene::policy(), run->peer,
            sync::SyncOptions{.gatherMs = 1, .restMs = 3'600'000, .firstWaitMs = FirstWaitMs, .longestWaitMs = LongestWaitMs});
        connect(run->engine.get(), &SyncEngine::changed, this, [this, run = run.get(), delivered = qint64{0}](const SyncState &state) mutable {
            if (state.failure) {
                run->failures.insert(state.failure->code);
            }
            const quint64 lacked = m_scene->lacked();
            const bool isCounted = state.phase == SyncState::Phase::Resting || state.phase == SyncState::Phase::Waiting;
            if (isCounted && state.waiting < lacked) {
                run->lies.append(QStringLiteral("%1 wait, and the portal lacks %2").arg(state.waiting).arg(lacked));
            }
            if (state.deliveredMs != delivered && (lacked > 0 || !m_scene->hasLastFile())) {
                run->lies.append(QStringLiteral("all was delivered, it said, and the portal lacks %1").arg(lacked));
            }
            if (state.phase == SyncState::Phase::Resting && state.waiting == 0 && state.files == 0 && !state.filesDue && !state.failure && (lacked > 0 || !m_scene->hasLastFile())) {
                run->lies.append(QStringLiteral("it rests with nothing left, and the portal lacks %1").arg(lacked));
            }
            delivered = state.deliveredMs;
        });
        run->engine->begin();
        return run;
    }
    /** In an event loop that does not sleep: the gateway lives on this thread as well. */
    static bool comesTo(const Run &run, const std::function<bool()> &where)
    {
        QSignalSpy spy(run.engine.get(), &SyncEngine::changed);
        for (const QDeadlineTimer end(20'000); !where() && !end.hasExpired();) {
            (void)spy.wait(20);
        }
        return where();
    }
    [[nodiscard]] static bool isDone(const Run &run)
    {
        const SyncState &state = run.engine->state();
        return state.phase == SyncState::Phase::Resting && state.waiting == 0 && state.coming == 0 && !state.filesDue && !state.failure;
    }
    /** The bytes of a run nothing happens to. */
    FaultProxy::Count plain()
    {
        m_proxy->arm({});
        QElapsedTimer took;
        took.start();
        const auto run = begun();
        run->peer->turn();
        if (!comesTo(*run, [&run] { return isDone(*run); }) || !run->lies.isEmpty()) {
            qWarning("%s", qPrintable(run->lies.join(u'\n')));
            return {};
        }
        m_plainMs = took.elapsed();
        return m_proxy->count();
    }

private Q_SLOTS:
    void initTestCase();
    void theLineBreaksAndIsMended_data();
    void theLineBreaksAndIsMended();
    void theJournalsAreAlikeAfterAll();
    void aDifferenceIsSeen_data();
    void aDifferenceIsSeen();
    void cleanupTestCase();
};

void tst_NetworkFaults::initTestCase()
{
    if (test::NginxBench::program().isEmpty()) {
        QSKIP("There is no nginx here: ./dev setup installs nginx-light.");
    }
    QLoggingCategory::setFilterRules(QStringLiteral("qt.network.http2.warning=false")); // that a stream was broken off is what is wanted here
    m_scene = std::make_unique<DeliveryScene>();
    QVERIFY2(m_scene->bench.start(), qPrintable(m_scene->bench.nginx().output()));
    m_identity = m_scene->bench.enrolled(m_scene->desk);
    m_proxy = std::make_unique<FaultProxy>(m_scene->bench.nginx().port());

    m_scene->work();
    QVERIFY(plain().up > 0); // the first: founding, enrolment, all of it
    m_scene->judge();
    QVERIFY(plain().up > 0);
    const auto both = [](const FaultProxy::Count &count) { return count.up + count.down; };
    m_cost.bare = both(plain());
    m_scene->work(false);
    m_cost.entries = both(plain()) - m_cost.bare;
    m_scene->judge();
    m_cost.verdicts = both(plain()) - m_cost.bare;
    m_scene->work();
    m_cost.file = both(plain()) - m_cost.bare - m_cost.entries;
    m_scene->judge();
    m_scene->work();
    const FaultProxy::Count all = plain();
    m_cost.up = all.up;
    m_cost.down = all.down;
    m_scene->judge();
    const FaultProxy::Count verdicts = plain();
    QVERIFY(verdicts.down > 0 && m_cost.bare > 0 && m_cost.entries > 0 && m_cost.file > 30'000 && m_cost.verdicts > 0);
    QCOMPARE(all.connections, 1);
    qInfo("without a fault: %lld bytes up, %lld down, %lld ms; of both %lld for nothing, %lld for entries, %lld for a file, %lld for verdicts", m_cost.up,
        m_cost.down, m_plainMs, m_cost.bare, m_cost.entries, m_cost.file, m_cost.verdicts);
    QCOMPARE(m_scene->compared(), QByteArray());
    m_scene->work();
    QVERIFY(plain().up > 0);
    m_scene->judge();
}

void tst_NetworkFaults::theLineBreaksAndIsMended_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("position");
    const int positions = wantedPositions();
    for (std::size_t fault = 0; fault < ProxyFault::Table.size(); ++fault) {
        for (int position = 0; position < positions; ++position) {
            QTest::addRow("%s, %d/%d", ProxyFault::Table.at(fault).name, position, positions) << static_cast<int>(fault) << position;
        }
    }
}

void tst_NetworkFaults::theLineBreaksAndIsMended()
{
    QFETCH(int, fault);
    QFETCH(int, position);
    const ProxyFault::Row &row = ProxyFault::Table.at(static_cast<std::size_t>(fault));
    if (m_scene->lacked() > 0 || !m_scene->hasLastFile()) {
        QVERIFY(plain().up > 0); // a row that failed leaves it to the next
    }
    m_scene->work();
    const qint64 all = row.way == ProxyFault::Way::Up ? m_cost.up : m_cost.down;
    m_proxy->arm({row.kind, row.way, all * position / wantedPositions()});
    auto run = begun();
    if (row.isHarmless || !row.mayHang) {
        run->peer->turn();
    }
    // Until it was met twice, where it lasts. Whoever was hasty on a slow machine before that has met nothing yet.
    const auto isMet = [&] {
        const bool hasStruck = m_proxy->count().hasStruck;
        if (hasStruck && !row.lasts) {
            run->peer->turn(); // what is under way may hang, what is asked from here on will not
        }
        return hasStruck && run->engine->state().phase == SyncState::Phase::Waiting && run->engine->state().failures >= (row.lasts ? 2 : 1);
    };
    // What rests before the fault has struck has not begun: on a busy machine it is looked at as early as that.
    QVERIFY2(comesTo(*run, [&] { return isMet() || (m_proxy->count().hasStruck && isDone(*run)); }), row.name);
    const bool hasFailed = !isDone(*run);
    const qint64 left = m_cost.bare + (!hasFailed || m_scene->lacked() > 0 ? m_cost.entries : 0) + (!hasFailed || !m_scene->hasLastFile() ? m_cost.file : 0)
        + (!hasFailed || m_scene->unheard() > 0 ? m_cost.verdicts : 0);
    run->peer->turn();
    m_proxy->mend();
    QElapsedTimer healed;
    healed.start();
    QVERIFY2(comesTo(*run, [&] { return isDone(*run); }),
        qPrintable(run->engine->state().failure ? errorName(run->engine->state().failure->code) + u' ' + run->engine->state().failure->detail : QStringLiteral("not done")));
    run->ms = healed.elapsed();
    m_slowestMs = qMax(m_slowestMs, run->ms);

    QCOMPARE(run->lies, QStringList());
    QCOMPARE(m_scene->lacked(), quint64{0});
    QCOMPARE(m_scene->unheard(), quint64{0});
    QVERIFY(m_scene->hasLastFile());
    const FaultProxy::Count count = m_proxy->count();
    if (row.isHarmless) {
        QVERIFY2(run->failures.isEmpty(), qPrintable(run->failures.isEmpty() ? QString() : errorName(*run->failures.begin())));
        QCOMPARE(count.connections, 1);
        QVERIFY2(static_cast<double>(count.up + count.down) <= 1.2 * static_cast<double>(m_cost.up + m_cost.down), qPrintable(QString::number(count.up + count.down)));
    } else {
        const double share = static_cast<double>(count.after) / static_cast<double>(left);
        m_shares.append(share);
        QVERIFY2(share <= 1.2, qPrintable(QStringLiteral("%1 bytes on %2 connections after it was mended, %3 were left").arg(count.after).arg(count.connectionsAfter).arg(left)));
    }
    run.reset();
    // Of what the portal says of it the next run hears.
    m_scene->judge();
    if (position == wantedPositions() - 1) {
        QCOMPARE(plain().connections, 1);
        QCOMPARE(m_scene->compared(), QByteArray());
    }
}

void tst_NetworkFaults::theJournalsAreAlikeAfterAll()
{
    QVERIFY(plain().up > 0);
    QCOMPARE(m_scene->compared(), QByteArray());
    QCOMPARE(m_scene->numbered(), m_scene->accepted());
    QCOMPARE(m_scene->bench.faults(), QStringList());
}

void tst_NetworkFaults::aDifferenceIsSeen_data()
{
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<QByteArray>("seen");
    QTest::newRow("an entry that was not delivered") << QByteArray("entry") << QByteArray("entries, the portal");
    QTest::newRow("a verdict that was not given") << QByteArray("verdict") << QByteArray("no verdict of");
    QTest::newRow("a verdict that was not heard") << QByteArray("heard") << QByteArray("the desk has");
    QTest::newRow("a byte of the export") << QByteArray("byte") << QByteArray("NOT VERIFIED");
}

/** The script itself: shown two journals that differ. */
void tst_NetworkFaults::aDifferenceIsSeen()
{
    QFETCH(QByteArray, what);
    QFETCH(QByteArray, seen);
    if (what == "entry") {
        m_scene->work(false);
    } else if (what == "verdict") {
        m_scene->work(false);
        QVERIFY(plain().up > 0);
    } else if (what == "heard") {
        m_scene->work(false);
        QVERIFY(plain().up > 0);
        m_scene->judge();
    }
    QTemporaryDir folder;
    const QString ours = DeliveryScene::written(m_scene->desk, folder.filePath(QStringLiteral("ours")));
    const QString theirs = DeliveryScene::written(m_scene->bench.portal, folder.filePath(QStringLiteral("theirs")));
    if (what == "byte") {
        QFile file(theirs);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() / 2));
        const QByteArray byte = file.peek(1);
        QVERIFY(file.putChar(static_cast<char>(byte[0] ^ 1)));
        file.close();
    }
    const QByteArray said = DeliveryScene::compared(ours, theirs);
    QVERIFY2(said.contains(seen), said.constData());
    m_scene->judge();
    QVERIFY(plain().up > 0);
}

void tst_NetworkFaults::cleanupTestCase()
{
    if (!m_shares.isEmpty()) {
        std::sort(m_shares.begin(), m_shares.end());
        qInfo("bytes after the mending, of those a run without a fault would need: half the cases up to %.2f, at most %.2f; drained after at most %lld ms, without a fault in %lld ms",
            m_shares.at(m_shares.size() / 2), m_shares.constLast(), m_slowestMs, m_plainMs);
    }
    m_proxy.reset();
    m_scene.reset();
}

QTEST_GUILESS_MAIN(tst_NetworkFaults)
#include "tst_NetworkFaults.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/PortalPeer.h"
#include "app/sync/SyncEngine.h"
#include "tests/bench/SyncLine.h"
#include "tests/bench/Table.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSocketNotifier>
#include <QTimer>

#include <sqlite3.h>

#include <cstdio>
#include <ctime>

namespace motcua::bench {

using sync::SyncState;
using testsupport::StoreScene;

namespace {

constexpr int SettleMs = 500; // a store that was opened reads its first list by itself
constexpr quint64 Few = 1'000; // delivered when the memory is looked at first

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("%s: %s", qPrintable(path), qPrintable(file.errorString()));
    }
    return file.readAll();
}

/** Most memory of the process without the pages that the store's readers keep, which have a bound of their own (48 MiB each) and fill as they are used. */
double mostBesidesPages()
{
    return mostMemory() - static_cast<double>(sqlite3_memory_highwater(0)) / 1024 / 1024;
}

double threadMs()
{
    timespec now = {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/** The loop a window would have: takes the time of each of its turns, as it passed and as its thread ran. */
class DeskApplication : public QCoreApplication
{
public:
    using QCoreApplication::QCoreApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (QThread::currentThread() != thread() || m_isWithin) {
            return QCoreApplication::notify(receiver, event);
        }
        m_isWithin = true;
        bool answer = false;
        const double before = threadMs();
        longestTurn = qMax(longestTurn, timed([&] { answer = QCoreApplication::notify(receiver, event); }));
        longestWork = qMax(longestWork, threadMs() - before);
        m_isWithin = false;
        return answer;
    }

    double longestTurn = 0;
    double longestWork = 0; ///< which a busy machine does not lengthen

private:
    bool m_isWithin = false;
};

/** A timer that should beat every millisecond, and the gaps between its beats. */
class Heartbeat
{
public:
    Heartbeat()
    {
        m_beat.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_beat, &QTimer::timeout, [this] {
            m_gaps.add(static_cast<double>(m_last.nsecsElapsed()) / 1e6);
            m_last.start();
        });
        m_last.start();
        m_beat.start(1);
    }

    [[nodiscard]] double longestGap() const { return m_gaps.at(1); }

private:
    Samples m_gaps;
    QElapsedTimer m_last;
    QTimer m_beat;
};

HttpSetup setupOf(const QString &base, const QString &certificates)
{
    const auto pins = TlsPins::fromPem(contentOf(certificates + QStringLiteral("/clients.pem")));
    auto identity = TlsIdentity::fromPem(contentOf(certificates + QStringLiteral("/desk.pem")),
        security::SecretBytes::copyOf(contentOf(certificates + QStringLiteral("/desk.key"))));
    if (!pins || !identity) {
        qFatal("the desk's certificates cannot be read");
    }
    HttpSetup setup;
    setup.base = QUrl(base);
    setup.pins = *pins;
    setup.identity = std::make_shared<const TlsIdentity>(*std::move(identity));
    return setup;
}

} // namespace

int runIdleLoop()
{
    const Heartbeat beat;
    QSocketNotifier input(fileno(stdin), QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, [&beat] {
        if (std::getchar() == EOF) {
            std::puts(QJsonDocument(QJsonObject{{QStringLiteral("gap"), beat.longestGap()}}).toJson(QJsonDocument::Compact).constData());
            QCoreApplication::quit();
        }
    });
    return QCoreApplication::exec();
}

int runSyncDesk(int &argc, char **argv, const QStringList &words)
{
    DeskApplication application(argc, argv);
    const StoreScene scene = syncScene();
    const auto store = storage::Store::open(words.value(0), StoreScene::key(), scene.options());
    if (!store || !store->holdsEngine()) {
        qFatal("the desk's store cannot be opened");
    }
    const auto peer = std::make_shared<sync::PortalPeer>(std::make_shared<HttpClient>(setupOf(words.value(1), words.value(2))));
    sync::SyncEngine engine(*store, syncPolicy(), peer, {.now = [&scene] { return scene.nowMs(); }});

    std::unique_ptr<Heartbeat> beat;
    QElapsedTimer running;
    double cpu = 0;
    double few = 0;
    quint64 most = 0;
    QObject::connect(&engine, &sync::SyncEngine::changed, &application, [&](const SyncState &state) {
        most = qMax(most, state.waiting);
        if (few == 0 && state.waiting > 0 && most - state.waiting >= Few) {
            few = mostBesidesPages();
        }
        if (state.failure) {
            qFatal("the desk failed: %s %s", qPrintable(errorName(state.failure->code)), qPrintable(state.failure->detail));
        }
        if (state.phase != SyncState::Phase::Resting || state.waiting > 0) {
            return;
        }
        const QJsonObject told{{QStringLiteral("ms"), static_cast<double>(running.nsecsElapsed()) / 1e6},
            {QStringLiteral("cpuMs"), processorMs() - cpu}, {QStringLiteral("entries"), static_cast<qint64>(most)},
            {QStringLiteral("fewMiB"), few}, {QStringLiteral("allMiB"), mostBesidesPages()}, {QStringLiteral("mostMiB"), mostMemory()},
            {QStringLiteral("gap"), beat->longestGap()}, {QStringLiteral("turn"), application.longestTurn},
            {QStringLiteral("work"), application.longestWork}};
        std::puts(QJsonDocument(told).toJson(QJsonDocument::Compact).constData());
        QCoreApplication::quit();
    });
    QTimer::singleShot(SettleMs, &application, [&] {
        application.longestTurn = application.longestWork = 0;
        cpu = processorMs();
        beat = std::make_unique<Heartbeat>();
        running.start();
        engine.begin();
    });
    QTimer::singleShot(300'000, &application, [] { qFatal("nothing was delivered within five minutes"); });
    return DeskApplication::exec();
}

} // namespace motcua::bench

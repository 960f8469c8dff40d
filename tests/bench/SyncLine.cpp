// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/SyncLine.h"

#include "app/centre/JournalMirror.h"
#include "app/storage/JournalQueries.h"
#include "app/sync/Batch.h"
#include "app/sync/Exchange.h"
#include "tests/app/sync/PortalServer.h"
#include "tests/bench/Benches.h"
#include "tests/bench/SlowLine.h"
#include "tests/bench/Table.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QSocketNotifier>

#include <algorithm>
#include <cstdio>
#include <ctime>

namespace motcua::bench {

using storage::Store;
using sync::Exchange;
using testsupport::StoreScene;

namespace {

constexpr int Beginning = 3; // origin, unit, officer
constexpr int NotesEach = 5;
constexpr qsizetype NoteBytes = 340;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("%s: %s", qPrintable(path), qPrintable(file.errorString()));
    }
    return file.readAll();
}

template <typename T>
T certain(Result<T> result, const char *what)
{
    if (!result) {
        qFatal("%s: %s %s", what, qPrintable(errorName(result.error().code)), qPrintable(result.error().detail));
    }
    return *std::move(result);
}

void say(const QJsonObject &told)
{
    std::puts(QJsonDocument(told).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

void write(const StoreScene &scene, const Store &store, int entries)
{
    QRandomGenerator random(2026);
    qint64 place = 0;
    for (int left = entries; left > 0;) {
        QList<Act> acts;
        while (acts.size() < 600 && left > 0) {
            const Act accepted = filledAct(scene, place++);
            acts.append(accepted);
            --left;
            for (int i = 0; i < NotesEach && left > 0; ++i, --left) {
                QByteArray bytes(NoteBytes, Qt::Uninitialized);
                std::generate(bytes.begin(), bytes.end(), [&random] { return static_cast<char>(random.generate()); });
                acts.append(scene.about(accepted.subject, AddNote{QString::fromLatin1(bytes.toBase64())}));
            }
        }
        (void)certain(store.recordAll(acts).result(), "recording");
    }
}

/** A store that writes nothing but its beginning. */
Store hub(const StoreScene &scene, const QString &path)
{
    return certain(Store::create(path, StoreScene::key(), {}, scene.options()), "hub");
}

} // namespace

StoreScene syncScene()
{
    StoreScene scene;
    passFilledDays(scene);
    return scene;
}

journal::SharePolicy syncPolicy()
{
    QJsonObject json = QJsonDocument::fromJson(contentOf(QStringLiteral(MOTCUA_RESOURCES "/journal/kinds.json"))).object();
    QJsonArray kinds = json.value(u"kinds").toArray();
    for (QJsonValueRef one : kinds) {
        QJsonObject kind = one.toObject();
        if (kind.value(u"kind").toString() == u"dossier.noted") {
            kind.insert(u"portal", QStringLiteral("full"));
            one = kind;
        }
    }
    json.insert(u"kinds", kinds);
    return certain(journal::SharePolicy::fromJson(QJsonDocument(json).toJson()), "kinds.json");
}

double mostMemory()
{
    for (const QByteArray &line : contentOf(QStringLiteral("/proc/self/status")).split('\n')) {
        if (line.startsWith("VmHWM:")) {
            return line.simplified().split(' ').value(1).toDouble() / 1024;
        }
    }
    qFatal("no VmHWM");
    return 0;
}

double processorMs()
{
    timespec now = {};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

int runFarSide(const QStringList &words)
{
    const StoreScene scene = syncScene();
    const Store store = hub(scene, words.value(0));
    const sync::PortalServer server(testsupport::ServerTls(), store, syncPolicy(), Id::fromString(words.value(1)), [&scene] { return scene.nowMs(); });
    say({{QStringLiteral("port"), server.port()}});
    while (std::getchar() != EOF) { }
    const QStringList faults = server.faults();
    if (!faults.isEmpty()) {
        qFatal("not of the contract: %s", qPrintable(faults.constFirst()));
    }
    say({{QStringLiteral("cpuMs"), processorMs()}, {QStringLiteral("mostMiB"), mostMemory()}});
    return 0;
}

int runSlowLine(const QStringList &words)
{
    const SlowLine line(words.value(0).toUShort());
    say({{QStringLiteral("port"), line.port()}});
    QSocketNotifier input(fileno(stdin), QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, [] {
        if (std::getchar() == EOF) {
            QCoreApplication::quit();
        }
    });
    return QCoreApplication::exec();
}

int runBatches(const QStringList &words)
{
    const StoreScene scene = syncScene();
    const Store store = certain(scene.founded(words.value(0), scene.options()), "store");
    write(scene, store, words.value(2).toInt() - Beginning);
    Exchange exchange(store, syncPolicy(), journal::PeerRole::Portal);
    const quint64 last = certain(store.ask(storage::VersionVectorNow{}).result(), "vector").highest(store.origin());
    int batches = 0;
    qint64 bytes = 0;
    for (quint64 next = 1; next <= last; ++batches) {
        const Exchange::Made made = certain(exchange.made({store.origin(), next, last, {}}).result(), "batch");
        QFile file(QStringLiteral("%1/batch%2").arg(words.value(1)).arg(batches, 4, 10, QLatin1Char('0')));
        if (made.batch.isEmpty() || !file.open(QIODevice::WriteOnly) || file.write(made.batch) != made.batch.size()) {
            qFatal("%s cannot be written", qPrintable(file.fileName()));
        }
        bytes += made.batch.size();
        next = made.last + 1;
    }
    qint64 unpacked = 0;
    for (quint64 next = 1; next <= last; next += 500) {
        for (const journal::Entry &entry : certain(store.ask(storage::JournalRange{.origin = store.origin(), .first = next}).result(), "log")) {
            unpacked += entry.headerBytes.size() + (entry.payload ? entry.payload->bytes.size() : 0);
        }
    }
    say({{QStringLiteral("batches"), batches}, {QStringLiteral("bytes"), bytes}, {QStringLiteral("entries"), static_cast<qint64>(last)},
        {QStringLiteral("unpacked"), unpacked}, {QStringLiteral("origin"), store.origin().toString()}});
    return 0;
}

int runIngest(const QStringList &words)
{
    const StoreScene scene = syncScene();
    const Store store = hub(scene, words.value(1));
    Exchange exchange(store, syncPolicy(), journal::PeerRole::Desk);
    QList<QByteArray> batches;
    for (const QString &name : QDir(words.value(0)).entryList({QStringLiteral("batch*")}, QDir::Files, QDir::Name)) {
        batches.append(contentOf(words.value(0) + u'/' + name));
    }
    std::unique_ptr<centre::JournalMirror> mirror;
    if (words.size() > 2) {
        mirror = std::make_unique<centre::JournalMirror>(store, certain(centre::DatabaseAccess::fromJson(contentOf(words.value(2))), "database"), centre::MirrorOptions{});
        (void)certain(mirror->take(), "take");
        (void)certain(mirror->settle(), "settle");
    }
    qint64 stored = 0;
    const double before = processorMs();
    const double ms = timed([&] {
        for (const QByteArray &batch : std::as_const(batches)) {
            stored += certain(exchange.taken(batch).result(), "ingest").stored;
            if (mirror) {
                (void)certain(mirror->settle(certain(sync::runIn(batch), "batch")), "settle");
                (void)certain(mirror->settle(), "settle");
            }
        }
    });
    say({{QStringLiteral("ms"), ms}, {QStringLiteral("entries"), stored}, {QStringLiteral("cpuMs"), processorMs() - before}});
    return 0;
}

} // namespace motcua::bench

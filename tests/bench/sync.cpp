// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/CentreJournal.h"
#include "tests/app/centre/PostgresBench.h"
#include "tests/app/net/NetBench.h"
#include "tests/app/net/NginxBench.h"
#include "tests/bench/SlowLine.h"
#include "tests/bench/SyncLine.h"
#include "tests/bench/Table.h"
#include "tests/support/ScratchFolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>

#include <cstdio>

/**
 * A desk delivers 10,000 entries to a portal: over a slow line, and over the loopback beside libcurl that sends the same batches.
 *
 * Desk, portal, line, nginx and curl are processes of their own, so that what one of them costs is not counted as another's; each delivery begins with a new
 * portal store and a new desk. Called with the name of a part first, it is that part (SyncLine.h).
 */
namespace motcua::bench {

namespace {

constexpr int Rounds = 3;
constexpr int Entries = 10'000;
constexpr double JudgedMs = 16; // one frame of a screen

/** A process of the bench that tells one line of JSON, or two. */
class Part
{
public:
    explicit Part(const QStringList &words)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(), words);
        if (!m_process.waitForStarted()) {
            qFatal("%s: %s", qPrintable(words.constFirst()), qPrintable(m_process.errorString()));
        }
    }

    ~Part()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished(-1);
    }
    Q_DISABLE_COPY_MOVE(Part)

    /** The next line. */
    QJsonObject told()
    {
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(-1)) {
                qFatal("a part of the bench has failed");
            }
        }
        return QJsonDocument::fromJson(m_process.readLine()).object();
    }
    void end() { m_process.closeWriteChannel(); }
    /** Until it has ended, well. */
    void await()
    {
        end();
        if (!(m_process.state() == QProcess::NotRunning || m_process.waitForFinished(-1)) || m_process.exitStatus() != QProcess::NormalExit
            || m_process.exitCode() != 0) {
            qFatal("a part of the bench has failed");
        }
    }

private:
    QProcess m_process;
};

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("%s cannot be written", qPrintable(path));
    }
}

/** Everything that stays from one delivery to the next. */
class Place
{
public:
    Place()
    {
        if (test::NginxBench::program().isEmpty() || curl().isEmpty()) {
            qFatal("nginx and curl are needed: ./dev setup");
        }
        QDir().mkpath(batches());
        write(m_memory.file(QStringLiteral("server.pem")), m_bench.server.pem());
        write(m_memory.file(QStringLiteral("server.key")), m_bench.server.keyPem());
        write(m_memory.file(QStringLiteral("clients.pem")), m_bench.root.pem());
        write(m_memory.file(QStringLiteral("desk.pem")), m_bench.desk.pem());
        write(m_memory.file(QStringLiteral("desk.key")), m_bench.desk.keyPem());
        QDir().mkpath(m_memory.file(QStringLiteral("written")));
        Part part({QStringLiteral("batches"), written(), batches(), QString::number(Entries)});
        m_told = part.told();
        part.await();
    }

    [[nodiscard]] QString path() const { return m_memory.path(); }
    [[nodiscard]] QString batches() const { return m_memory.file(QStringLiteral("batches")); }
    [[nodiscard]] qint64 told(const char *what) const { return m_told.value(QLatin1String(what)).toInteger(); }
    [[nodiscard]] QString desk() const { return m_told.value(u"origin").toString(); }
    [[nodiscard]] static QString curl() { return QStandardPaths::findExecutable(QStringLiteral("curl")); }

    /** The filled store as it was before anything was delivered. */
    [[nodiscard]] QString freshDesk() const
    {
        const QString path = emptied(QStringLiteral("near"));
        for (const char *file : {"", "-wal"}) {
            if (QFile::exists(written() + QLatin1String(file)) && !QFile::copy(written() + QLatin1String(file), path + QLatin1String(file))) {
                qFatal("%s cannot be copied", qPrintable(written()));
            }
        }
        return path;
    }
    [[nodiscard]] QString freshPortal() const { return emptied(QStringLiteral("far")); }

private:
    [[nodiscard]] QString written() const { return m_memory.file(QStringLiteral("written/store")); }

    /** Where a store goes, in a folder with nothing in it. */
    [[nodiscard]] QString emptied(const QString &name) const
    {
        QDir folder(m_memory.file(name));
        folder.removeRecursively();
        folder.mkpath(QStringLiteral("."));
        return folder.filePath(QStringLiteral("store"));
    }

    testsupport::ScratchFolder m_memory;
    test::NetBench m_bench;
    QJsonObject m_told;
};

/** A portal with a store that is new, and nginx before it. */
class Portal
{
public:
    explicit Portal(const Place &place)
        // Behind the server's block, whose end NginxBench writes, another one is begun: connections to the portal stay open.
        : m_part({QStringLiteral("far"), place.freshPortal(), place.desk()})
        , m_nginx(place.path(),
              "location / { proxy_pass http://portal; proxy_http_version 1.1; proxy_set_header Connection \"\"; client_body_buffer_size 4m; }\n}\n"
              "upstream portal { server 127.0.0.1:"
                  + QByteArray::number(m_part.told().value(u"port").toInt()) + "; keepalive 4;\n")
    {
        if (!m_nginx.start()) {
            qFatal("nginx: %s", qPrintable(m_nginx.output()));
        }
    }
    ~Portal()
    {
        m_part.await();
    }
    Q_DISABLE_COPY_MOVE(Portal)

    [[nodiscard]] quint16 port() const { return m_nginx.port(); }

private:
    Part m_part;
    test::NginxBench m_nginx;
};

/** A slow line to a port, in a process of its own. */
class Line
{
public:
    explicit Line(quint16 target)
        : m_part({QStringLiteral("line"), QString::number(target)})
        , m_port(static_cast<quint16>(m_part.told().value(u"port").toInt()))
    {
    }
    [[nodiscard]] quint16 port() const { return m_port; }

private:
    Part m_part;
    quint16 m_port;
};

QJsonObject delivered(const Place &place, quint16 port)
{
    Part idle({QStringLiteral("idle")});
    Part desk({QStringLiteral("desk"), place.freshDesk(), QStringLiteral("https://127.0.0.1:%1").arg(port), place.path()});
    QJsonObject told = desk.told();
    desk.await();
    idle.end();
    told.insert(QStringLiteral("idleGap"), idle.told().value(u"gap"));
    if (told.value(u"entries").toInteger() != place.told("entries")) {
        qFatal("not everything was delivered");
    }
    return told;
}

/** Milliseconds curl takes to send the batches over one connection by HTTP/2, as many on their way at once as the desk has. */
double sentByCurl(const Place &place, quint16 port)
{
    QByteArray config;
    const QStringList names = QDir(place.batches()).entryList({QStringLiteral("batch*")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        config += (config.isEmpty() ? "" : "next\n")
            + QStringLiteral("url = \"https://127.0.0.1:%1/v1/batches\"\nhttp2\nsilent\nfail\ncacert = \"%2/clients.pem\"\ncert = \"%2/desk.pem\"\n"
                             "key = \"%2/desk.key\"\nheader = \"Content-Type: application/vnd.motcua.batch\"\ndata-binary = \"@%3/%4\"\n"
                             "output = \"/dev/null\"\nwrite-out = \"%{http_code} %{http_version} %{num_connects}\\n\"\n")
                  .arg(port).arg(place.path(), place.batches(), name).toUtf8();
    }
    write(place.path() + QStringLiteral("/curl.conf"), config);
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    const double ms = timed([&] {
        process.start(Place::curl(), {QStringLiteral("-q"), QStringLiteral("--parallel"), QStringLiteral("--parallel-max"), QStringLiteral("2"), QStringLiteral("-K"), place.path() + QStringLiteral("/curl.conf")});
        process.waitForFinished(-1);
    });
    const QByteArray said = process.readAll();
    int connects = 0;
    int good = 0;
    for (const QByteArray &line : said.split('\n')) {
        good += line.startsWith("200 2 ") ? 1 : 0;
        connects += line.startsWith("200 2 ") ? line.sliced(6).toInt() : 0;
    }
    if (good != names.size() || connects != 1) {
        qFatal("curl: %d of %lld batches were taken, over %d connections: %s", good, static_cast<long long>(names.size()), connects, said.constData());
    }
    return ms;
}

/** Entries a second that are in the store and on PostgreSQL before the next batch is taken. */
QString takenInWithPostgres(const Place &place)
{
    test::PostgresBench server;
    if (test::PostgresBench::programs().isEmpty() || !server.start()) {
        return QStringLiteral("no PostgreSQL here");
    }
    server.stop();
    server.configure("fsync = on\nfull_page_writes = on\n");
    if (!server.start()) {
        qFatal("PostgreSQL: %s", qPrintable(server.output()));
    }
    Samples rates;
    for (int round = 0; round < Rounds; ++round) {
        centre::DatabaseAccess access = server.database(QStringLiteral("d%1").arg(round));
        access.key = security::SecretBytes::copyOf(QByteArray(32, 'k'));
        access.house = Id::v7(round + 1, QByteArray(10, 'h'));
        if (!centre::CentreJournal::establish(access, access.house, false)) {
            qFatal("the database is not set up");
        }
        const QString file = place.path() + QStringLiteral("/database.json");
        write(file, access.toJson());
        Part part({QStringLiteral("ingest"), place.batches(), place.freshPortal(), file});
        const QJsonObject told = part.told();
        part.await();
        rates.add(told.value(u"entries").toDouble() * 1000 / told.value(u"ms").toDouble());
    }
    return QStringLiteral("%1/s").arg(rates.at(0.5), 0, 'f', 0);
}

int run()
{
    const Place place;
    Table table(QStringLiteral("sync: %1 entries of %2 bytes, %3 batches of %4 KiB packed")
                    .arg(place.told("entries"))
                    .arg(place.told("unpacked") / place.told("entries"))
                    .arg(place.told("batches"))
                    .arg(place.told("bytes") / place.told("batches") / 1024));
    Samples ours;
    Samples floor;
    Samples ratios;
    Samples ingested;
    Samples ingestedWork;
    Samples slow;
    Samples slowRatios;
    Samples slowCurl;
    QList<QJsonObject> desks;
    const double lineMs = static_cast<double>(place.told("bytes")) * 8000 / SlowLine::BitsPerSecond;
    for (int round = 0; round < Rounds; ++round) {
        const auto curl = [&](bool isSlow) {
            const Portal portal(place);
            return isSlow ? sentByCurl(place, Line(portal.port()).port()) : sentByCurl(place, portal.port());
        };
        const auto desk = [&](bool isSlow) {
            const Portal portal(place);
            desks.append(isSlow ? delivered(place, Line(portal.port()).port()) : delivered(place, portal.port()));
            return desks.constLast().value(u"ms").toDouble();
        };
        floor.add(curl(false));
        const double here = desk(false);
        ours.add(here);
        ratios.add(floor.last() / here);
        slowCurl.add(curl(true));
        slow.add(desk(true));
        slowRatios.add(lineMs / slow.last());
        Part part({QStringLiteral("ingest"), place.batches(), place.freshPortal()});
        const QJsonObject told = part.told();
        part.await();
        ingested.add(told.value(u"entries").toDouble() * 1000 / told.value(u"ms").toDouble());
        ingestedWork.add(told.value(u"entries").toDouble() * 1000 / told.value(u"cpuMs").toDouble());
    }
    const QString mirrored = takenInWithPostgres(place);
    const auto worst = [&](const char *what) {
        double most = 0;
        for (const QJsonObject &one : std::as_const(desks)) {
            most = std::max(most, one.value(QLatin1String(what)).toDouble());
        }
        return most;
    };
    table.row(QStringLiteral("40 ms and 10 Mbit/s, against the line's rate"), slow.at(0.5), lineMs, slowRatios.at(0.5), Table::Holds::AtLeast, 0.85);
    table.note(QStringLiteral("libcurl over the same line"), QStringLiteral("%1 ms").arg(slowCurl.at(0.5), 0, 'f', 0));
    table.row(QStringLiteral("loopback through nginx, against libcurl with the same batches"), ours.at(0.5), floor.at(0.5), ratios.at(0.5), Table::Holds::AtLeast, 0.5);
    table.row(QStringLiteral("taken in durably, batch by batch, entries a second"), ingested.at(0.5), 5'000, ingested.at(0.5) / 5'000, Table::Holds::AtLeast, 1, QStringLiteral("/s"));
    table.note(QStringLiteral("the same for a second of processor, which a busy machine does not lengthen"), QStringLiteral("%1").arg(ingestedWork.at(0.5), 0, 'f', 0));
    table.note(QStringLiteral("the same kept on PostgreSQL too, durable on this disk, before it is answered"), mirrored);
    table.bound(QStringLiteral("longest the desk's thread was at one thing while it delivered"), worst("turn"), worst("work"), JudgedMs);
    // A delivery during which a loop with nothing to do waits longer than a frame says nothing of ours.
    double gap = 0;
    double idleGap = 0;
    int judged = 0;
    for (const QJsonObject &one : std::as_const(desks)) {
        if (one.value(u"idleGap").toDouble() <= JudgedMs) {
            ++judged;
            gap = std::max(gap, one.value(u"gap").toDouble());
            idleGap = std::max(idleGap, one.value(u"idleGap").toDouble());
        }
    }
    if (judged > 0) {
        table.bound(QStringLiteral("longest gap of a heartbeat of 1 ms, beside an idle loop's (%1 of %2)").arg(judged).arg(desks.size()), gap, idleGap, JudgedMs);
    } else {
        table.note(QStringLiteral("longest gap of a heartbeat of 1 ms: delivering, idle"),
            QStringLiteral("%1, %2 ms: not judged").arg(worst("gap"), 0, 'f', 1).arg(worst("idleGap"), 0, 'f', 1));
    }
    table.row(QStringLiteral("most memory beside the store's pages, all delivered against the first 1000"), worst("allMiB"), worst("fewMiB"),
        worst("allMiB") / worst("fewMiB"), Table::Holds::AtMost, 1.25, QStringLiteral("MiB"));
    table.note(QStringLiteral("most memory of the desk, with the pages"), QStringLiteral("%1 MiB").arg(worst("mostMiB"), 0, 'f', 0));
    table.note(QStringLiteral("processor the desk used for a delivery"), QStringLiteral("%1 ms at most").arg(worst("cpuMs"), 0, 'f', 0));
    return table.missed();
}

} // namespace

} // namespace motcua::bench

int main(int argc, char **argv)
{
    using namespace motcua::bench;
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &message) {
        std::fprintf(stderr, "motcua-bench-sync: %s\n", qPrintable(message));
    });
    QStringList words;
    for (int i = 1; i < argc; ++i) {
        words.append(QString::fromLocal8Bit(argv[i]));
    }
    const QString part = words.value(0);
    if (part == u"desk") {
        return runSyncDesk(argc, argv, words.mid(1));
    }
    const QCoreApplication application(argc, argv);
    if (part == u"far") {
        return runFarSide(words.mid(1));
    }
    if (part == u"idle") {
        return runIdleLoop();
    }
    if (part == u"line") {
        return runSlowLine(words.mid(1));
    }
    if (part == u"batches") {
        return runBatches(words.mid(1));
    }
    if (part == u"ingest") {
        return runIngest(words.mid(1));
    }
    return run();
}

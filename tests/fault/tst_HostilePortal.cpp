// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/Batch.h"
#include "app/sync/PortalPeer.h"
#include "app/sync/SyncEngine.h"
#include "app/workflows/JournalExport.h"
#include "tests/app/sync/PortalServer.h"
#include "tests/app/sync/SyncScene.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QProcess>
#include <QTest>

#include <cstdio>
#include <iostream>
#include <malloc.h>
#include <thread>
#include <zstd.h>

using namespace motcua;
using namespace motcua::sync;
using storage::Desk;
using storage::Store;
using Connection = testsupport::TestServer::Connection;
using Phase = SyncState::Phase;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr qint64 MostKib = 1024 * 1024; // what is freed is kept back, to be recognised
#else
constexpr qint64 MostKib = 64 * 1024; ///< that an answer may cost
#endif
constexpr int EnoughMs = 6'000; ///< for those that are passed over

qint64 peakKib()
{
    QFile file(QStringLiteral("/proc/self/status"));
    const QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    return text.mid(text.indexOf("VmHWM:") + 6).trimmed().split(' ').constFirst().toLongLong();
}

QByteArray fileOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/** All that was folded, and every byte of every log. */
QString contentOf(const Store &store)
{
    QBuffer journal;
    journal.open(QIODevice::WriteOnly);
    (void)JournalExport(store, true).to(journal);
    return QString::fromLatin1(Desk::done(store.digest()).toHex() + ' ' + QCryptographicHash::hash(journal.data(), QCryptographicHash::Sha256).toHex());
}

void tell(const QJsonObject &json)
{
    std::printf("%s\n", QJsonDocument(json).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

/** The desk, a process of its own: meets the portal until it has had enough, tells what became of it, and delivers when it is told that all is well. */
int desk(const QString &root, quint16 port)
{
    Desk one(3, 'd');
    one.clock->store(one.clock->load() + 3'600'000);
    const Result<Store> store = Store::open(root + QStringLiteral("/desk3"), Desk::key(), one.options());
    if (!store) {
        std::fprintf(stderr, "%s\n", qPrintable(errorName(store.error().code)));
        return 2;
    }
    HttpSetup setup;
    setup.base = QUrl(QStringLiteral("https://localhost:%1").arg(port));
    setup.pins = *TlsPins::fromPem(fileOf(root + QStringLiteral("/root.pem")));
    setup.identity = std::make_shared<const TlsIdentity>(
        *TlsIdentity::fromPem(fileOf(root + QStringLiteral("/desk.pem")), security::SecretBytes::copyOf(fileOf(root + QStringLiteral("/desk.key")))));
    HttpLimits limits;
    limits.idle = std::chrono::milliseconds(500);
    limits.total = std::chrono::milliseconds(2'500);
    const QString before = contentOf(*store);
    const auto setupNow = [&setup] { return std::make_shared<HttpClient>(HttpSetup(setup)); };
    for (std::string line; std::getline(std::cin, line);) {
        ::malloc_trim(0);
        QFile reset(QStringLiteral("/proc/self/clear_refs"));
        (void)(reset.open(QIODevice::WriteOnly) && reset.write("5") == 1 && reset.flush()); // the peak is counted from here on
        const qint64 startKib = peakKib();
        SyncEngine engine(*store, SyncScene::policy(), std::make_shared<PortalPeer>(setupNow(), line == "meet" ? limits : HttpLimits()),
            {.gatherMs = 1, .restMs = 3'600'000, .firstWaitMs = 10, .longestWaitMs = 20});
        bool isStopped = false;
        int failures = 0; // what is wrong with one log alone lets it rest, for a little while
        QObject::connect(&engine, &SyncEngine::changed, &engine, [&, last = Phase::Off](const SyncState &state) mutable {
            isStopped = isStopped || state.phase == Phase::Stopped;
            failures += state.phase != last && state.failure && (state.phase == Phase::Resting || state.phase == Phase::Waiting) ? 1 : 0;
            last = state.phase;
        });
        engine.begin();
        const auto isDone = [&engine] {
            const SyncState &state = engine.state();
            return state.phase == Phase::Resting && state.waiting == 0 && state.coming == 0 && !state.filesDue && !state.failure;
        };
        const auto hasEnough = [&] {
            const SyncState &state = engine.state();
            const bool isLong = state.phase == Phase::Waiting && state.nextTryMs - state.contactMs > EnoughMs;
            return failures >= 3 || isLong || (state.phase == Phase::Resting && !state.filesDue && !state.failure) || isStopped;
        };
        const bool isOver = line == "meet" ? QTest::qWaitFor(hasEnough, EnoughMs) : QTest::qWaitFor(isDone, 30'000);
        const SyncState met = engine.state();
        tell({{QStringLiteral("over"), isOver}, {QStringLiteral("kib"), peakKib() - startKib}, {QStringLiteral("same"), contentOf(*store) == before},
            {QStringLiteral("stopped"), isStopped}, {QStringLiteral("failure"), met.failure ? errorName(met.failure->code) : QString()},
            {QStringLiteral("delivered"), met.deliveredMs != 0}});
    }
    return 0;
}

QByteArray json(const QByteArray &body, const QByteArray &headers = {})
{
    return PortalServer::bytesOf(200, "application/json", body, headers);
}

/** A batch whose packed part is `unpacked` zeros, whole. */
QByteArray bombOf(qint64 unpacked, int window = 0)
{
    ZSTD_CCtx *context = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, 3);
    if (window > 0) {
        ZSTD_CCtx_setParameter(context, ZSTD_c_enableLongDistanceMatching, 1);
        ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, window);
    }
    QByteArray bomb("MCB1\x01");
    const QByteArray zeros(1024 * 1024, '\0');
    QByteArray room(static_cast<qsizetype>(ZSTD_CStreamOutSize()), Qt::Uninitialized);
    for (qint64 done = 0; done < unpacked;) {
        ZSTD_inBuffer in{zeros.constData(), static_cast<std::size_t>(zeros.size()), 0};
        done += zeros.size();
        const ZSTD_EndDirective mode = done < unpacked ? ZSTD_e_continue : ZSTD_e_end;
        for (bool isMore = true; isMore;) {
            ZSTD_outBuffer out{room.data(), static_cast<std::size_t>(room.size()), 0};
            const std::size_t left = ZSTD_compressStream2(context, &out, &in, mode);
            bomb.append(room.constData(), static_cast<qsizetype>(out.pos));
            isMore = mode == ZSTD_e_end ? left != 0 : in.pos < in.size;
        }
    }
    ZSTD_freeCCtx(context);
    return bomb;
}

/** Written again and again until the other side has had enough, as fast as the line takes it. */
std::function<void(Connection &)> endless(const QByteArray &beginning, const QByteArray &piece)
{
    return [beginning, much = piece.repeated(qMax(qsizetype{1}, 128 * 1024 / piece.size()))](Connection &connection) {
        if (connection.write(beginning)) {
            while (connection.write(much)) { }
        }
    };
}

/** One byte at a time, each before whoever waits gives up. */
std::function<void(Connection &)> slow(const QByteArray &bytes)
{
    return [bytes](Connection &connection) {
        for (const char byte : bytes) {
            if (!connection.write(QByteArray(1, byte))) {
                return;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
    };
}

} // namespace

/** A portal with good certificates that means harm: a desk's store stays as it is, nothing costs much memory, and a portal that is honest again gets everything. */
class tst_HostilePortal : public QObject
{
    Q_OBJECT

private:
    /** What is answered to one question of the contract, and what for. */
    struct Harm
    {
        QByteArray name = {};
        const char *operation = "";
        QByteArray bytes = {};
        std::function<void(Connection &)> says = {};
        bool isPassedOver = false; ///< it is not believed, and no failure either
    };
    struct Scene;
    [[nodiscard]] static QList<Harm> harms(const Scene &scene);

    std::unique_ptr<Scene> m_scenes[2]; ///< the portal has nothing to give; it has
    QList<Harm> m_harms[2];
    qint64 m_mostKib = 0;
    QByteArray m_mostName;

private Q_SLOTS:
    void initTestCase();
    void nothingIsChangedByIt_data();
    void nothingIsChangedByIt();
    void anHonestPortalGetsEverything();
    void cleanupTestCase() { qInfo("at most %lld KiB: %s", m_mostKib, m_mostName.constData()); }
};

/** A desk that met an honest portal once, and since then has something to give: entries and a file. */
struct tst_HostilePortal::Scene
{
    explicit Scene(bool offers)
    {
        const Store desk = scene.desk(3);
        origin = desk.origin();
        hub = std::make_unique<Store>(scene.desk(9));
        scene.accept(*hub, 9, 40, 2);
        scene.accept(desk, 3, 1, 2);
        {
            SyncEngine engine(desk, SyncScene::policy(), std::make_shared<StorePeer>(*hub, SyncScene::policy(), journal::PeerRole::Portal, scene.clock()),
                {.gatherMs = 1, .restMs = 3'600'000});
            engine.begin();
            if (!QTest::qWaitFor([&engine] { return engine.state().phase == Phase::Resting && engine.state().waiting == 0 && !engine.state().filesDue; }, 20'000)) {
                qFatal("the honest exchange");
            }
        }
        old = made(*hub, {hub->origin(), 1, 1'000, {}});
        deskHas = SyncScene::held(desk, origin);
        scene.accept(desk, 3, 10, 2);
        paper = scene.addPaper(desk, 3, 10, SyncScene::scan(400'000));
        own = made(desk, {origin, 1, 1'000, {}});
        if (offers) {
            scene.note(*hub, 9, 40, 6, 2);
        }
        next = made(*hub, {hub->origin(), hubHad() + 1, 1'000, {}});
        desk.close();
        server = std::make_unique<PortalServer>(bench, *hub, SyncScene::policy(), origin, scene.clock());
        for (const auto &[name, bytes] : {std::pair("root.pem", bench.root.pem()), std::pair("desk.pem", bench.desk.pem()),
                 std::pair("desk.key", bench.desk.secretKeyPem().view().toByteArray())}) {
            QFile file(scene.path(QString::fromLatin1(name)));
            if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
                qFatal("%s", name);
            }
        }
    }
    /** The desk is told to meet the portal, or to deliver to it: what came of it. */
    [[nodiscard]] QJsonObject does(const QByteArray &what)
    {
        if (process.state() == QProcess::NotRunning) {
            process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--desk"), scene.path(QString()), QString::number(server->port())});
        }
        process.write(what + '\n');
        (void)QTest::qWaitFor([this] { return process.canReadLine() || process.state() == QProcess::NotRunning; }, 60'000);
        return QJsonDocument::fromJson(process.readLine()).object();
    }
    ~Scene()
    {
        process.closeWriteChannel();
        process.waitForFinished(30'000);
    }

    [[nodiscard]] bool isDelivered() const
    {
        const auto read = hub->attachments().read(paper);
        return runIn(own)->last() == SyncScene::held(*hub, origin) && read && *read == SyncScene::scan(400'000);
    }
    [[nodiscard]] quint64 hubHad() const { return runIn(old)->last(); }
    [[nodiscard]] static QByteArray made(const Store &store, const Wanted &wanted)
    {
        Exchange exchange(store, SyncScene::policy(), journal::PeerRole::Portal);
        return Desk::done(exchange.made(wanted, BatchReader::MaxBytes)).batch;
    }
    /** What the portal would say, with a member that is another. */
    [[nodiscard]] QJsonObject greeting() const
    {
        Exchange exchange(*hub, SyncScene::policy(), journal::PeerRole::Desk, {}, scene.clock());
        return Desk::done(exchange.greeting(origin)).toJson();
    }
    [[nodiscard]] QByteArray greetingBut(const QString &member, const QJsonValue &value) const
    {
        QJsonObject said = greeting();
        said.insert(member, value);
        return json(QJsonDocument(said).toJson());
    }

    SyncScene scene;
    test::NetBench bench;
    Id origin;
    std::unique_ptr<Store> hub;
    QByteArray old; ///< what the hub gave before
    QByteArray next; ///< what it has to give now, if anything
    QByteArray own; ///< the desk's log
    quint64 deskHas = 0; ///< of it, what the hub has
    QString paper;
    std::unique_ptr<PortalServer> server;
    QProcess process;
};

QList<tst_HostilePortal::Harm> tst_HostilePortal::harms(const Scene &scene)
{
    QList<Harm> harms;
    const auto add = [&harms](const char *operation, const QByteArray &name, const QByteArray &bytes) { harms.append({name, operation, bytes, {}}); };
    const auto streams = [&harms](const char *operation, const QByteArray &name, std::function<void(Connection &)> says) {
        harms.append({name, operation, {}, std::move(says)});
    };
    const auto isPassedOver = [&harms] { harms.last().isPassedOver = true; };
    const QByteArray batch = PortalPeer::batchType();
    const QString hub = scene.hub->origin().toString();
    const QString own = scene.origin.toString();
    const QString zeros = QString::fromLatin1(QByteArray(64, '\0').toBase64());

    const QByteArray four(4 * 1024 * 1024 - 64, 'x');
    const auto streamed = [&](const char *operation) {
        const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: " + (operation == QByteArray("take") ? batch : QByteArray("application/json")) + "\r\n";
        streams(operation, "a body without an end", endless(head + "Transfer-Encoding: chunked\r\n\r\n", "10000\r\n" + QByteArray(0x10000, ' ') + "\r\n"));
        streams(operation, "headers without an end", endless(head, "X-More: " + QByteArray(1'000, 'x') + "\r\n"));
        streams(operation, "one header without an end", endless(head + "X-More: ", QByteArray(4'000, 'x')));
        streams(operation, "an answer that is always about to come", endless({}, "HTTP/1.1 100 Continue\r\n\r\n"));
        streams(operation, "more than was asked for, without an end", endless(PortalServer::bytesOf(503, "application/json", "{}"), QByteArray(4'000, 'x')));
        streams(operation, "a byte at a time", slow(head + "Content-Length: 100000\r\n\r\n" + QByteArray(100'000, ' ')));
        add(operation, "a terabyte announced", head + "Content-Length: 1099511627776\r\n\r\n");
        add(operation, "packed on the way", head + "Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\n\x1f\x8b\x08x");
        add(operation, "ten thousand headers", head + QByteArray("X: y\r\n").repeated(10'000) + "Content-Length: 2\r\n\r\n{}");
        add(operation, "asked to come again in a century", PortalServer::bytesOf(503, "application/json", "{}", "Retry-After: 3153600000\r\n"));
    };
    if (!scene.next.isEmpty()) {
        streamed("take");
        add("take", "a gigabyte of zeros, packed", PortalServer::bytesOf(200, batch, bombOf(qint64{1} << 30)));
        add("take", "a window of a gigabyte", PortalServer::bytesOf(200, batch, bombOf(qint64{64} << 20, 30)));
        add("take", "eight megabytes of nothing", PortalServer::bytesOf(200, batch, "MCB1" + QByteArray(1, '\0') + QByteArray(8 * 1024 * 1024, '\0')));
        add("take", "what was given before", PortalServer::bytesOf(200, batch, scene.old));
        add("take", "the desk's own log", PortalServer::bytesOf(200, batch, scene.own));
        QByteArray changed = scene.next;
        changed[changed.size() / 2] = static_cast<char>(changed[changed.size() / 2] ^ 1);
        add("take", "a bit that is another", PortalServer::bytesOf(200, batch, changed));
        journal::Run run = *runIn(scene.next);
        run.head.signature[5] = static_cast<char>(run.head.signature[5] ^ 1);
        add("take", "a signature that is another", PortalServer::bytesOf(200, batch, batchOf(run)));
        run.head.signature.clear();
        add("take", "no signature", PortalServer::bytesOf(200, batch, batchOf(run)));
        run = *runIn(scene.next);
        run.head.publicKey = QByteArray(32, 'k');
        add("take", "the key of somebody else", PortalServer::bytesOf(200, batch, batchOf(run)));
        return harms;
    }

    const auto answered = [&](const char *operation) {
        streamed(operation);
        add(operation, "lists four million deep", json(QByteArray(four.size(), '[')));
        add(operation, "objects eight hundred thousand deep", json(QByteArray("{\"a\":").repeated(four.size() / 5)));
        add(operation, "one word of four megabytes", json("{\"a\":\"" + four.chopped(20) + "\"}"));
        add(operation, "a million members", json("{" + QByteArray("\"a\":1,").repeated(four.size() / 6 - 10) + "\"b\":1}"));
        add(operation, "two million lists", json("{\"a\":[" + QByteArray("[],").repeated(four.size() / 3 - 10) + "1]}"));
        add(operation, "no text", json(QByteArray(1000, '\xff')));
        add(operation, "a number that is none", json(R"({"protocol":1e999999,"held":1e999999,"stored":1e999999})"));
    };

    answered("greet");
    const auto vector = [&](const QByteArray &number) {
        return json(QJsonDocument(scene.greeting()).toJson(QJsonDocument::Compact).replace("\"has\":{", "\"has\":{\"0190d3a0-5c1e-7a44-9d21-6f0f7c0a1b2c\":" + number + ","));
    };
    for (const char *number : {"\"9223372036854775808\"", "\"18446744073709551616\"", "9223372036854775808", "-1", "\"-1\"", "1.5", "\"1e9\"", "null", "[]"}) {
        add("greet", "a log of " + QByteArray(number) + " entries", vector(number));
    }
    QByteArray million("{");
    for (int i = 0; million.size() < four.size() - 200; ++i) {
        million += '"' + Id::v7(1'795'910'400'000 + i, QByteArray(10, 'r')).toString().toLatin1() + "\":\"7\",";
    }
    add("greet", "as many logs as go into four megabytes",
        json(QJsonDocument(scene.greeting()).toJson(QJsonDocument::Compact).replace("\"has\":{", "\"has\":" + million)));
    QJsonObject more = scene.greeting()[u"has"].toObject();
    more.insert(own, QStringLiteral("1000000"));
    add("greet", "more of the desk's log than was written", scene.greetingBut(QStringLiteral("has"), more));
    for (const char *member : {"protocol", "origin", "training", "nowMs", "has", "offers"}) {
        add("greet", "a list for " + QByteArray(member), scene.greetingBut(QString::fromLatin1(member), QJsonArray{1}));
        add("greet", "nothing for " + QByteArray(member), scene.greetingBut(QString::fromLatin1(member), QJsonValue::Null));
    }
    add("greet", "the origin of the desk itself", scene.greetingBut(QStringLiteral("origin"), own));
    add("greet", "practice in place of work", scene.greetingBut(QStringLiteral("training"), true));
    add("greet", "a clock at the end of time", scene.greetingBut(QStringLiteral("nowMs"), -1));
    const auto head = [&](const QString &of, quint64 seq, const QString &signature) {
        return QJsonObject{{QStringLiteral("origin"), of}, {QStringLiteral("seq"), QString::number(seq)}, {QStringLiteral("hash"), QString::fromLatin1(QByteArray(32, 'h').toBase64())},
            {QStringLiteral("publicKey"), QString::fromLatin1(QByteArray(32, 'k').toBase64())}, {QStringLiteral("signature"), signature}};
    };
    // Then what needs an honest greeting.
    answered("give");
    const auto receipt = [&](const QByteArray &has, const QByteArray &rest) { return json(R"({"has":{")" + own.toLatin1() + "\":" + has + "}," + rest + "}"); };
    add("give", "more taken than was written", receipt("\"1000000\"", R"("stored":1,"duplicates":0,"refused":[])"));
    add("give", "fewer than none stored", receipt("\"1\"", R"("stored":-1,"duplicates":0,"refused":[])"));
    add("give", "an absurd number stored, and nothing had", receipt("\"1\"", R"("stored":4611686018427387904,"duplicates":4611686018427387904,"refused":[])"));
    isPassedOver(); // it still waits
    add("give", "a forged head of another branch",
        json(QJsonDocument(QJsonObject{{QStringLiteral("has"), QJsonObject{}}, {QStringLiteral("stored"), 0}, {QStringLiteral("duplicates"), 0}, {QStringLiteral("refused"), QJsonArray{}},
            {QStringLiteral("otherHead"), head(own, scene.deskHas, zeros)}}).toJson()));
    add("give", "a copy of the disk, they say", PortalServer::bytesOf(409, Problem::mediaType(), PortalServer::problem(409, QStringLiteral("OriginForked"), QStringLiteral("desk"))));
    QByteArray refusals;
    for (int i = 0; i < 20'000; ++i) {
        refusals += R"({"origin":")" + own.toLatin1() + R"(","seq":"1","code":"ChainBroken","detail":")" + QByteArray(60, 'd') + "\"},";
    }
    add("give", "twenty thousand refusals", receipt("\"1\"", R"("stored":0,"duplicates":0,"refused":[)" + refusals.chopped(1) + "]"));

    // And what needs entries that were taken as well.
    answered("heldOf");
    const auto held = [](const QByteArray &number) { return json("{\"held\":" + number + "}"); };
    for (const char *number : {"-1", "4611686018427387904", "9223372036854775807", "\"1\"", "[]", "1.5"}) {
        add("heldOf", QByteArray(number) + " bytes of a file", held(number));
    }
    for (const char *number : {"0", "-5", "4611686018427387904", "{}"}) {
        add("giveChunk", "of a chunk, " + QByteArray(number) + " bytes taken", held(number));
        if (number == QByteArray("0")) {
            isPassedOver();
        }
    }

    // Last what keeps no desk from delivering the rest.
    QJsonObject many = scene.greeting()[u"has"].toObject();
    for (int i = 0; i < 200; ++i) {
        many.insert(Id::v7(1'795'910'400'000 + i, QByteArray(10, 'q')).toString(), QStringLiteral("9223372036854775807"));
    }
    QJsonObject invents = scene.greeting();
    invents.insert(QStringLiteral("has"), many);
    invents.insert(QStringLiteral("offers"), many);
    add("greet", "two hundred logs there are not", json(QJsonDocument(invents).toJson(QJsonDocument::Compact)));
    isPassedOver();
    for (const char *member : {"yours", "yoursToo"}) {
        add("greet", QByteArray(member) + ": a forged head", scene.greetingBut(QString::fromLatin1(member), head(own, scene.deskHas, zeros)));
        isPassedOver();
        add("greet", QByteArray(member) + ": a forged head beyond the end", scene.greetingBut(QString::fromLatin1(member), head(own, 1'000'000, zeros)));
        isPassedOver();
        add("greet", QByteArray(member) + ": of another log", scene.greetingBut(QString::fromLatin1(member), head(hub, 1, zeros)));
        isPassedOver();
        add("greet", QByteArray(member) + ": no head", scene.greetingBut(QString::fromLatin1(member), QStringLiteral("x")));
    }

    return harms;
}

void tst_HostilePortal::initTestCase()
{
    for (const bool offers : {false, true}) {
        m_scenes[offers] = std::make_unique<Scene>(offers);
        m_harms[offers] = harms(*m_scenes[offers]);
    }
}

void tst_HostilePortal::nothingIsChangedByIt_data()
{
    QTest::addColumn<bool>("offers");
    QTest::addColumn<int>("index");
    for (const bool offers : {false, true}) {
        for (qsizetype i = 0; i < m_harms[offers].size(); ++i) {
            QTest::addRow("%s: %s", m_harms[offers][i].operation, m_harms[offers][i].name.constData()) << offers << static_cast<int>(i);
        }
    }
}

void tst_HostilePortal::nothingIsChangedByIt()
{
    QFETCH(bool, offers);
    QFETCH(int, index);
    const Harm &harm = m_harms[offers].at(index);
    Scene &scene = *m_scenes[offers];
    scene.server->answerWrongly({QString::fromLatin1(harm.operation), harm.bytes, true, 1'000'000, harm.says});
    const QJsonObject came = scene.does("meet");
    QVERIFY2(came[u"over"].toBool(), "it goes on and on");
    QVERIFY2(came[u"same"].toBool(), "the store is another");
    QVERIFY2(!came[u"stopped"].toBool(), "a word stopped it");
    // Else it was not heard at all.
    QVERIFY2(came[u"failure"].toString().isEmpty() == harm.isPassedOver, qPrintable(came[u"failure"].toString()));
    QVERIFY2(!came[u"delivered"].toBool() || scene.isDelivered(), "all was delivered, it says");
    const qint64 kib = came[u"kib"].toInteger(-1);
    QVERIFY2(came.contains(u"kib") && kib <= MostKib, qPrintable(QStringLiteral("%1 KiB").arg(kib)));
    if (kib > m_mostKib) {
        m_mostKib = kib;
        m_mostName = QTest::currentDataTag();
    }
}

void tst_HostilePortal::anHonestPortalGetsEverything()
{
    for (const auto &scene : m_scenes) {
        scene->server->answerWrongly({.times = 0});
        const QJsonObject came = scene->does("deliver");
        QVERIFY2(came[u"over"].toBool() && came[u"delivered"].toBool(), QJsonDocument(came).toJson().constData());
        QVERIFY(scene->isDelivered());
    }
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments.at(1) == u"--desk") {
        return desk(arguments.at(2), static_cast<quint16>(arguments.at(3).toUShort()));
    }
    tst_HostilePortal test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_HostilePortal.moc"

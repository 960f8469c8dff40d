// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/Judging.h"
#include "app/sync/PortalPeer.h"
#include "tests/fault/DeliveryScene.h"
#include "tests/fault/PointedPeer.h"
#include "tests/support/StorePoints.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QSocketNotifier>
#include <QTest>

#include <csignal>
#include <unistd.h>

using namespace motcua;
using namespace motcua::portal;
using namespace motcua::testsupport;
using storage::Desk;
using storage::Store;
using sync::SyncEngine;
using sync::SyncState;

namespace {

/** Where the plug is pulled, on either side of a delivery; KillPoints says how a name is made. */
constexpr const char *Points[] = {
    "desk: greeting, asked",
    "desk: greeting, heard",
    "desk: what the peer has begun",
    "desk: what the peer has committing",
    "desk: what the peer has in the log",
    "desk: what the peer has on the disk",
    "desk: batch given, asked",
    "desk: batch given, heard",
    "desk: what the peer has begun (2)",
    "desk: what the peer has committing (2)",
    "desk: what the peer has in the log (2)",
    "desk: what the peer has on the disk (2)",
    "desk: file asked about, asked",
    "desk: file asked about, heard",
    "desk: chunk given, asked",
    "desk: chunk given, heard",
    "desk: chunk given, asked (2)",
    "desk: chunk given, heard (2)",
    "desk: what the peer has begun (3)",
    "desk: what the peer has committing (3)",
    "desk: what the peer has in the log (3)",
    "desk: what the peer has on the disk (3)",
    "desk: greeting, asked (2)",
    "desk: greeting, heard (2)",
    "desk: batch taken, asked",
    "desk: batch taken, heard",
    "desk: batch taken, asked (2)",
    "desk: batch taken, heard (2)",
    "desk: origin.started begun",
    "desk: origin.started committing",
    "desk: origin.started in the log",
    "desk: origin.started on the disk",
    "desk: portal.accepted begun",
    "desk: portal.accepted committing",
    "desk: portal.accepted half in the log",
    "desk: portal.accepted in the log",
    "desk: portal.accepted on the disk",
    "portal: POST greeting heard",
    "portal: POST greeting answered",
    "portal: POST greeting heard (2)",
    "portal: POST greeting answered (2)",
    "portal: GET batch heard",
    "portal: GET batch answered",
    "portal: GET batch heard (2)",
    "portal: GET batch answered (2)",
    "portal: POST batches heard",
    "portal: origin.started begun",
    "portal: origin.started committing",
    "portal: origin.started half in the log",
    "portal: origin.started in the log",
    "portal: origin.started on the disk",
    "portal: POST batches answered",
    "portal: portal.accepted begun",
    "portal: portal.accepted committing",
    "portal: portal.accepted half in the log",
    "portal: portal.accepted in the log",
    "portal: portal.accepted on the disk",
    "portal: GET attachments heard",
    "portal: GET attachments answered",
    "portal: PUT attachments heard",
    "portal: PUT attachments answered",
    "portal: PUT attachments heard (2)",
    "portal: PUT attachments answered (2)",
};

constexpr int EverydayStep = 5;
constexpr int Dossiers = 3; ///< that a visit of DeliveryScene leaves

QByteArray fileOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<Store> opened(const QString &path)
{
    Desk one(3, 'd');
    one.clock->store(one.clock->load() + 3'600'000); // what the visit took
    return Store::open(path, Desk::key(), one.options());
}

/** The desk: ends with 0 when all was delivered and it heard what the portal made of it. */
int desk(const QString &root, quint16 port, const QByteArray &fatal)
{
    KillPoints points(root + QStringLiteral("/desk.trail"), fatal);
    points.enter("desk");
    const StorePoints looks(points);
    const Result<Store> store = opened(root + QStringLiteral("/desk3"));
    if (!store) {
        return 2;
    }
    HttpSetup setup;
    setup.base = QUrl(QStringLiteral("https://localhost:%1").arg(port));
    setup.pins = *TlsPins::fromPem(fileOf(root + QStringLiteral("/authority.pem")));
    setup.identity = std::make_shared<const TlsIdentity>(
        *TlsIdentity::fromPem(fileOf(root + QStringLiteral("/desk.pem")), security::SecretBytes::copyOf(fileOf(root + QStringLiteral("/desk.key")))));
    const auto peer = std::make_shared<PointedPeer>(std::make_shared<sync::PortalPeer>(std::make_shared<HttpClient>(std::move(setup))), points);
    SyncEngine engine(*store, sync::SyncScene::policy(), peer, {.gatherMs = 1, .restMs = 100, .firstWaitMs = 20, .longestWaitMs = 50});
    engine.begin();
    // nginx, while there is nobody behind it, says to come again in ten seconds: somebody presses the key that tries now.
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &input, [&] {
        char byte = 0;
        input.setEnabled(::read(STDIN_FILENO, &byte, 1) == 1);
        engine.wake();
    });
    const auto isJudged = [&store](int n) {
        const auto dossier = Desk::done(store->ask(storage::DossierById{Desk::dossier(n)}));
        return dossier && dossier->portal.isAccepted();
    };
    const bool isDone = QTest::qWaitFor(
        [&] {
            const SyncState &state = engine.state();
            return state.phase == SyncState::Phase::Resting && state.waiting == 0 && state.deliveredMs != 0 && isJudged(1) && isJudged(2) && isJudged(3);
        },
        60'000);
    return isDone ? 0 : 3;
}

/** The portal, until its standard input ends. */
int portalProgram(const QString &root, quint16 port, const QByteArray &fatal)
{
    KillPoints points(root + QStringLiteral("/portal.trail"), fatal);
    points.enter("portal");
    const StorePoints looks(points);
    const Result<Store> store = opened(root + QStringLiteral("/portal"));
    const Result<GatewaySettings> settings = store ? GatewaySettings::of(*store) : Result<GatewaySettings>(store.error());
    const auto rules = VerdictRules::fromJson(*security::readWhole(QStringLiteral(MOTCUA_TEST_DATA "/../../resources/portal/verdicts.json"), 1024 * 1024));
    if (!settings || !rules) {
        return 2;
    }
    Gateway gateway(*store, sync::SyncScene::policy(), *settings, {.frontSecret = GatewayBench::secret()});
    HttpFront front([&](const Question &question) {
        // "/v1/logs/…/batch" is told from "/v1/batches", and a file from the next.
        const QString what = question.path.value(1) == u"logs" ? question.path.value(3) : question.path.value(1);
        const QByteArray name = question.method + ' ' + what.toLatin1();
        points.reached(name + " heard");
        const QFuture<Answer> answer = gateway.answer(question);
        await(&gateway, answer, [&points, name](const Answer &) { points.reached(name + " answered"); });
        return answer;
    });
    if (!front.listen(port)) {
        return 3;
    }
    const qint64 now = Desk().clock->load() + 3'600'000;
    Judging judging(*store, std::make_shared<Verdicts>(*store, *rules, (*rules)->number(), [now] { return now; }), 50);
    judging.wake();
    std::printf("ready\n");
    std::fflush(stdout);
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &input, [] { QCoreApplication::quit(); });
    return QCoreApplication::exec();
}

} // namespace

/** Desk and portal, each a program of its own with nginx between them, killed at named points of a delivery: it is finished, everything once. */
class tst_DeliveryKilled : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<DeliveryScene> m_scene;
    QTemporaryDir m_folder;
    QString m_run;
    quint16 m_port = 0; ///< of the portal
    QStringList m_reached; ///< by a delivery nothing happens to

    static void copy(const QString &from, const QString &to)
    {
        QDirIterator files(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString one = files.next();
            const QString there = to + one.mid(from.size());
            QVERIFY(QDir().mkpath(QFileInfo(there).path()) && QFile::copy(one, there));
        }
    }
    /** A desk that has something to deliver, and a portal that has heard nothing. */
    void begin()
    {
        QDir(m_run).removeRecursively();
        copy(m_folder.filePath(QStringLiteral("made")), m_run);
    }
    void start(QProcess &process, const char *what, quint16 port, const QString &fatal)
    {
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QCoreApplication::applicationFilePath(), {QString::fromLatin1(what), m_run, QString::number(port), fatal});
    }
    [[nodiscard]] bool startPortal(QProcess &process, const QString &fatal)
    {
        start(process, "--portal", m_port, fatal);
        return QTest::qWaitFor([&process] { return process.canReadLine() || process.state() == QProcess::NotRunning; }, 30'000) && process.state() == QProcess::Running;
    }
    static bool ends(QProcess &process, int patienceMs = 90'000)
    {
        return QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, patienceMs);
    }
    [[nodiscard]] QStringList trail() const
    {
        return QString::fromUtf8(fileOf(m_run + QStringLiteral("/desk.trail")) + fileOf(m_run + QStringLiteral("/portal.trail"))).split(u'\n', Qt::SkipEmptyParts);
    }

    /** A delivery in which one side is killed at `fatal` and started again; empty when all is well in the end. */
    QString delivered(const QString &fatal)
    {
        const bool isPortal = fatal.startsWith(u"portal");
        QProcess gateway;
        QProcess desk;
        if (!startPortal(gateway, isPortal ? fatal : QString())) {
            return QStringLiteral("the portal does not start");
        }
        start(desk, "--desk", m_scene->bench.nginx().port(), isPortal ? QString() : fatal);
        QProcess &victim = isPortal ? gateway : desk;
        if (!fatal.isEmpty()) {
            if (!ends(victim) || victim.exitStatus() != QProcess::CrashExit) {
                return QStringLiteral("nobody was killed: %1").arg(victim.exitCode());
            }
            if (isPortal ? !startPortal(gateway, {}) : (start(desk, "--desk", m_scene->bench.nginx().port(), {}), false)) {
                return QStringLiteral("the portal does not start again");
            }
            desk.write("!");
        }
        const bool isDone = ends(desk) && desk.exitStatus() == QProcess::NormalExit && desk.exitCode() == 0;
        gateway.closeWriteChannel();
        if (!isDone || !ends(gateway) || gateway.exitCode() != 0) {
            return QStringLiteral("it was not delivered: %1, %2").arg(desk.exitCode()).arg(gateway.exitCode());
        }
        return judged();
    }
    /** What is wrong with the two stores after it. */
    [[nodiscard]] QString judged() const
    {
        const Result<Store> here = opened(m_run + QStringLiteral("/desk3"));
        const Result<Store> there = opened(m_run + QStringLiteral("/portal"));
        if (!here || !there) {
            return QStringLiteral("a store does not open");
        }
        const QByteArray different = DeliveryScene::compared(DeliveryScene::written(*here, m_run + QStringLiteral("/desk.mcj")), DeliveryScene::written(*there, m_run + QStringLiteral("/portal.mcj")));
        QSet<QString> numbers;
        for (int n = 1; n <= Dossiers; ++n) {
            const auto dossier = Desk::done(there->ask(storage::DossierById{Desk::dossier(n)}));
            numbers.insert(dossier ? dossier->portal.number : QString());
        }
        const auto read = there->attachments().read(m_paper);
        here->close();
        there->close();
        return !different.isEmpty()                                   ? QString::fromUtf8(different)
            : numbers.size() != Dossiers || numbers.contains(QString()) ? QStringLiteral("the dossiers have no numbers of their own")
            : !read || *read != scan()                                ? QStringLiteral("the file is not there")
                                                                      : QString();
    }
    [[nodiscard]] static QByteArray scan() { return sync::SyncScene::scan(400'000); }
    QString m_paper;

private Q_SLOTS:
    void initTestCase();
    void everyPointIsReached();
    void whatWasBrokenOffIsFinished_data();
    void whatWasBrokenOffIsFinished();
    void cleanupTestCase() { m_scene.reset(); }
};

void tst_DeliveryKilled::initTestCase()
{
    if (test::NginxBench::program().isEmpty()) {
        QSKIP("There is no nginx here: ./dev setup installs nginx-light.");
    }
    m_run = m_folder.filePath(QStringLiteral("run"));
    m_scene = std::make_unique<DeliveryScene>();
    GatewayBench &bench = m_scene->bench;
    QVERIFY2(bench.start(), qPrintable(bench.nginx().output()));
    m_port = bench.port();
    // What a desk has that is enrolled, as files its program reads.
    PortalScene::Asking asking = PortalScene::asking(m_scene->desk, m_scene->portal.invite(bench.portal));
    const auto enrolled = test::answered(bench.client()->send(
        {.method = "POST", .path = QStringLiteral("/v1/enrolments"), .mediaType = "application/json", .body = QJsonDocument(asking.json).toJson(QJsonDocument::Compact)}));
    QVERIFY2(enrolled && enrolled->status == 200, qPrintable(test::told(enrolled)));
    QVERIFY(bench.settings.keepIn(bench.portal));
    m_scene->work(false);
    m_paper = m_scene->portal.sync.addPaper(m_scene->desk, 3, 1, scan());
    bench.shut();
    bench.portal.close();
    m_scene->desk.close();
    const QString made = m_folder.filePath(QStringLiteral("made"));
    copy(QFileInfo(m_scene->portal.sync.path(QStringLiteral("desk3"))).path(), made);
    for (const auto &[name, bytes] : {std::pair("authority.pem", bench.settings.authority.pem()), std::pair("desk.pem", QJsonDocument::fromJson(enrolled->body)[u"certificate"].toString().toLatin1()),
             std::pair("desk.key", asking.key.view().toByteArray())}) {
        QFile file(made + u'/' + QString::fromLatin1(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    begin();
    QCOMPARE(delivered({}), QString());
    m_reached = trail();
}

void tst_DeliveryKilled::everyPointIsReached()
{
    QVERIFY(std::size(Points) >= 60);
    for (const char *point : Points) {
        QVERIFY2(m_reached.contains(QString::fromLatin1(point)), point);
    }
}

void tst_DeliveryKilled::whatWasBrokenOffIsFinished_data()
{
    QTest::addColumn<QString>("point");
    const bool isAll = qEnvironmentVariable("MOTCUA_KILL_POINTS") == u"all";
    for (std::size_t i = 0; i < std::size(Points); i += isAll ? 1 : EverydayStep) {
        QTest::newRow(Points[i]) << QString::fromLatin1(Points[i]);
    }
}

void tst_DeliveryKilled::whatWasBrokenOffIsFinished()
{
    QFETCH(QString, point);
    begin();
    QCOMPARE(delivered(point), QString());
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 5 && arguments.at(1) == u"--desk") {
        return desk(arguments.at(2), static_cast<quint16>(arguments.at(3).toUShort()), arguments.at(4).toUtf8());
    }
    if (arguments.size() == 5 && arguments.at(1) == u"--portal") {
        return portalProgram(arguments.at(2), static_cast<quint16>(arguments.at(3).toUShort()), arguments.at(4).toUtf8());
    }
    tst_DeliveryKilled test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_DeliveryKilled.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/HttpClient.h"
#include "app/portal/GatewaySettings.h"
#include "app/storage/AttachmentParts.h"
#include "app/sync/Invitation.h"
#include "app/sync/PortalPeer.h"
#include "app/sync/SyncEngine.h"
#include "tests/app/centre/PostgresBench.h"
#include "tests/app/ctl/CtlBench.h"
#include "tests/app/net/NetBench.h"
#include "tests/app/net/NginxBench.h"
#include "tests/app/portal/PortalScene.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

#include <csignal>

using namespace motcua;
using namespace motcua::portal;
using storage::Desk;
using storage::Store;
using sync::SyncScene;
using sync::SyncState;

/** A portal that keeps everything on PostgreSQL as well: its machine burns, another takes its place, and no desk notices more than a pause. */
class tst_PortalDatabase : public QObject
{
    Q_OBJECT

private:
    /** A machine with a gateway: the folder of its store, and the program. */
    struct Machine
    {
        explicit Machine(const QString &named)
            : name(named)
        {
        }
        QString name;
        QProcess process;
        int port = 0;
    };

    [[nodiscard]] QStringList at(const QString &machine, const QStringList &words) const
    {
        return words + QStringList{QStringLiteral("--store"), m_bench.path(machine)};
    }
    [[nodiscard]] QStringList database(const QStringList &words) const
    {
        return words + QStringList{QStringLiteral("--database"), m_server.access(QStringLiteral("tinh")).address};
    }
    void launch(Machine &machine, int port = 0) const
    {
        machine.process.setProcessChannelMode(QProcess::SeparateChannels);
        machine.process.start(QStringLiteral(MOTCUA_PORTAL),
            {QStringLiteral("--store"), m_bench.path(machine.name), QStringLiteral("--machine-key"), m_bench.path(machine.name + QStringLiteral(".key")),
                QStringLiteral("--front-secret"), m_bench.path(QStringLiteral("nginx/front.conf")), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(port),
                QStringLiteral("--json")});
    }
    /** The next thing it tells; empty when it ended or told nothing. */
    static QJsonObject told(Machine &machine)
    {
        (void)QTest::qWaitFor([&] { return machine.process.canReadLine() || machine.process.state() == QProcess::NotRunning; }, 40'000);
        return QJsonDocument::fromJson(machine.process.readLine()).object();
    }
    bool isUp(Machine &machine, int port = 0) const
    {
        launch(machine, port);
        machine.port = told(machine)[u"port"].toInt();
        return machine.port > 0;
    }
    static void end(Machine &machine, int signal)
    {
        ::kill(static_cast<pid_t>(machine.process.processId()), signal);
        machine.process.waitForFinished(40'000);
    }
    /** Another machine becomes this portal. */
    [[nodiscard]] CtlBench::Outcome restored(const QString &machine) const
    {
        const CtlBench::Outcome made = m_bench.asHead(at(machine, database({QStringLiteral("restore")})));
        if (made.code == 0) {
            (void)m_bench.asHead(at(machine, {QStringLiteral("keys"), QStringLiteral("machine"), QStringLiteral("add"), m_bench.path(machine + QStringLiteral(".key"))}));
        }
        return made;
    }
    [[nodiscard]] QByteArray front(quint16 at, int gateway, const QString &logs) const
    {
        QFile file(QStringLiteral(MOTCUA_TEST_DATA "/../../installer/nginx-motcua-portal.conf"));
        QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        text.replace("listen 443 ssl", "listen 127.0.0.1:" + QByteArray::number(at) + " ssl");
        text.replace("/etc/motcua/portal/", m_bench.path(QStringLiteral("nginx/")).toUtf8());
        text.replace("/var/log/nginx/", logs.toUtf8() + '/');
        text.replace("http://127.0.0.1:8470", "http://127.0.0.1:" + QByteArray::number(gateway));
        return text;
    }
    [[nodiscard]] QJsonObject deskOf(const QString &machine) const { return m_bench.asHead(at(machine, {QStringLiteral("portal"), QStringLiteral("desks")})).json[u"desks"].toArray().at(0).toObject(); }

    CtlBench m_bench;
    test::PostgresBench m_server;

private Q_SLOTS:
    void initTestCase()
    {
        if (test::PostgresBench::programs().isEmpty() || test::NginxBench::program().isEmpty()) {
            QSKIP("There is no PostgreSQL or no nginx here: ./dev setup installs both.");
        }
        QVERIFY(m_bench.prepare());
        QVERIFY2(m_server.start(), qPrintable(m_server.output()));
        qputenv("MOTCUA_DATABASE_PASSWORD", m_server.database(QStringLiteral("tinh")).password.toUtf8());
        QCOMPARE(m_bench.asHead({QStringLiteral("keys"), QStringLiteral("machine"), QStringLiteral("add"), m_bench.path(QStringLiteral("centre.key"))}).code, 0);
    }

    void whoMayAndWhatIsSaid()
    {
        const QStringList use = database({QStringLiteral("portal"), QStringLiteral("database"), QStringLiteral("use")});
        QVERIFY(m_bench.asHead(use).errors.contains("PortalMissing"));
        QCOMPARE(m_bench.asHead({QStringLiteral("portal"), QStringLiteral("setup"), QStringLiteral("--address"), QStringLiteral("https://localhost:8443")}).code, 0);
        QCOMPARE(m_bench.asOfficer(use).code, 3);
        QCOMPARE(m_bench.asHead({QStringLiteral("portal"), QStringLiteral("database"), QStringLiteral("use")}).code, 2);
        QCOMPARE(m_bench.asHead({QStringLiteral("portal"), QStringLiteral("database"), QStringLiteral("use"), QStringLiteral("--database"), QStringLiteral("postgresql://a:b@127.0.0.1/c")}).code, 6);
        const auto nowhere = m_bench.asHead({QStringLiteral("portal"), QStringLiteral("database"), QStringLiteral("use"), QStringLiteral("--database"), QStringLiteral("postgresql://a@127.0.0.1:1/c")});
        QCOMPARE(nowhere.code, 1);
        QVERIFY(nowhere.errors.contains("DatabaseUnreachable"));
        const QStringList status{QStringLiteral("portal"), QStringLiteral("database"), QStringLiteral("status")};
        QVERIFY(m_bench.asHead(status).json[u"database"].isNull());
        // Nothing is there to begin from yet.
        QCOMPARE(restored(QStringLiteral("early")).code, 1);
        QVERIFY(!QFileInfo::exists(m_bench.path(QStringLiteral("early/centre.db"))));

        const auto used = m_bench.asHead(use);
        QVERIFY2(used.code == 0, used.errors.constData());
        QVERIFY(used.json[u"new"].toBool());
        const auto again = m_bench.asHead(use);
        QCOMPARE(again.code, 0);
        QVERIFY(!again.json[u"new"].toBool());
        QCOMPARE(again.json[u"house"], used.json[u"house"]);
        const QJsonObject stands = m_bench.asHead(status).json;
        QVERIFY(stands[u"missing"].toInteger() > 0);
        QCOMPARE(stands[u"holder"].toString(), QString());
        // The service has not written there: a new machine would begin from nothing, and is not made.
        const auto early = restored(QStringLiteral("early"));
        QCOMPARE(early.code, 1);
        QVERIFY2(early.errors.contains("DatabaseForeign"), early.errors.constData());
        QVERIFY(!QFileInfo::exists(m_bench.path(QStringLiteral("early/centre.db"))));
    }

    void machinesComeAndGo()
    {
        QCOMPARE(m_bench.asHead({QStringLiteral("portal"), QStringLiteral("certificate"), QStringLiteral("--host"), QStringLiteral("localhost"), QStringLiteral("--out"), m_bench.path(QStringLiteral("nginx"))}).code, 0);
        const QString file = m_bench.path(QStringLiteral("quay3.json"));
        QCOMPARE(m_bench.asHead({QStringLiteral("portal"), QStringLiteral("invite"), QStringLiteral("--name"), QStringLiteral("Quầy 3"), file}).code, 0);
        Machine first(QStringLiteral("centre"));
        QVERIFY2(isUp(first), first.process.readAllStandardError().constData());
        QTemporaryDir folder;
        test::NginxBench nginx(folder.path(), [&](quint16 at) { return front(at, first.port, folder.path()); });
        QVERIFY2(nginx.start(), qPrintable(nginx.output()));

        PortalScene scene;
        scene.sync.pass(PortalScene::now() - scene.sync.clock()()); // the programs go by the real one
        const Store desk = scene.sync.desk(3, {.training = true});
        scene.sync.accept(desk, 3, 1, 3);
        const QByteArray scan = SyncScene::scan(900'000);
        const QString reference = scene.sync.addPaper(desk, 3, 1, scan);
        QFile read(file);
        QVERIFY(read.open(QIODevice::ReadOnly));
        const auto invitation = sync::Invitation::fromJson(read.readAll());
        const auto client = [&](std::shared_ptr<const TlsIdentity> identity) {
            HttpSetup made;
            made.base = QUrl(QStringLiteral("https://localhost:%1").arg(nginx.port()));
            made.pins = *TlsPins::fromPem(invitation->authority);
            made.identity = std::move(identity);
            return std::make_shared<HttpClient>(std::move(made));
        };
        PortalScene::Asking asking = PortalScene::asking(desk, *invitation);
        const auto enrolled = test::answered(client({})->send({.method = "POST", .path = QStringLiteral("/v1/enrolments"), .mediaType = "application/json", .body = QJsonDocument(asking.json).toJson()}));
        QVERIFY2(enrolled && enrolled->status == 200, qPrintable(test::told(enrolled)));
        auto identity = TlsIdentity::fromPem(QJsonDocument::fromJson(enrolled->body)[u"certificate"].toString().toLatin1(), std::move(asking.key));
        QVERIFY(identity);
        const auto peer = std::make_shared<sync::PortalPeer>(client(std::make_shared<const TlsIdentity>(*std::move(identity))));
        sync::SyncEngine engine(desk, SyncScene::policy(), peer, {.gatherMs = 1, .firstWaitMs = 50, .longestWaitMs = 200});
        const auto rests = [&engine](int ms = 30'000) {
            return QTest::qWaitFor([&engine] { return engine.state().phase == SyncState::Phase::Resting && engine.state().waiting == 0 && engine.state().files == 0 && !engine.state().filesDue && !engine.state().failure; }, ms);
        };
        engine.begin();
        QVERIFY2(rests(), first.process.readAllStandardError().constData());

        // The first machine burns, with everything in it. What the desk was told is there is there.
        end(first, SIGKILL);
        QVERIFY(QDir(m_bench.path(first.name)).removeRecursively());
        scene.sync.accept(desk, 3, 10, 2);
        const auto made = restored(QStringLiteral("second"));
        QVERIFY2(made.code == 0, made.errors.constData());
        QVERIFY(made.json[u"entries"].toInteger() > 0);
        Machine second(QStringLiteral("second"));
        QVERIFY2(isUp(second, first.port), second.process.readAllStandardError().constData());
        QCOMPARE(second.port, first.port);
        engine.wake();
        QVERIFY2(rests(), second.process.readAllStandardError().constData());
        const QJsonObject known = deskOf(second.name);
        QCOMPARE(known[u"origin"].toString(), desk.origin().toString());
        QCOMPARE(known[u"entries"].toInteger(), static_cast<qint64>(SyncScene::held(desk, desk.origin())));
        QVERIFY(!known[u"revoked"].toBool());
        // The file comes from the database when the desk asks for it.
        const auto named = storage::AttachmentReference::fromString(reference);
        const auto held = peer->heldOf(named->name);
        QVERIFY(QTest::qWaitFor([&held] { return held.isFinished(); }, 20'000) && held.result());
        QCOMPARE(*held.result(), storage::AttachmentParts::sealedSize(*named));
        const auto chunk = peer->takeChunk(named->name, 0);
        QVERIFY(QTest::qWaitFor([&chunk] { return chunk.isFinished(); }, 20'000) && chunk.result() && !chunk.result()->isEmpty());

        // A third one stands by while the second works, and follows when that dies.
        QCOMPARE(restored(QStringLiteral("third")).code, 0);
        Machine third(QStringLiteral("third"));
        launch(third, second.port);
        QVERIFY(told(third)[u"standingBy"].toBool());
        scene.sync.accept(desk, 3, 20, 2);
        QVERIFY(rests());
        const QJsonObject held2 = m_bench.asHead(at(second.name, {QStringLiteral("portal"), QStringLiteral("database"), QStringLiteral("status")})).json;
        QCOMPARE(held2[u"holder"].toString(), QStringLiteral("127.0.0.1"));
        QCOMPARE(held2[u"missing"].toInteger(), 0);
        end(second, SIGKILL);
        QCOMPARE(told(third)[u"port"].toInt(), second.port);
        scene.sync.accept(desk, 3, 30, 2);
        engine.wake();
        QVERIFY2(rests(), third.process.readAllStandardError().constData());

        // The database dies: the desk is told to come later, and goes on. It comes back, and everything is delivered.
        m_server.kill();
        scene.sync.accept(desk, 3, 40, 2);
        QTRY_VERIFY_WITH_TIMEOUT(engine.state().failure.has_value(), 20'000);
        QVERIFY(engine.state().waiting > 0);
        QVERIFY2(m_server.start(), qPrintable(m_server.output()));
        engine.wake();
        QVERIFY2(rests(40'000), third.process.readAllStandardError().constData());

        const auto holder = [&] { return m_bench.asHead(at(third.name, {QStringLiteral("portal"), QStringLiteral("database"), QStringLiteral("status")})).json[u"holder"].toString(); };
        QTRY_COMPARE_WITH_TIMEOUT(holder(), QStringLiteral("127.0.0.1"), 20'000);
        // The second one is switched on again. It stands by; when it is its turn it knows what the third one wrote.
        launch(second, first.port);
        QVERIFY(told(second)[u"standingBy"].toBool());
        end(third, SIGTERM);
        QCOMPARE(third.process.exitCode(), 0);
        QCOMPARE(told(second)[u"port"].toInt(), first.port);
        scene.sync.accept(desk, 3, 50, 2);
        engine.wake();
        QVERIFY2(rests(), second.process.readAllStandardError().constData());
        QCOMPARE(deskOf(second.name)[u"entries"].toInteger(), static_cast<qint64>(SyncScene::held(desk, desk.origin())));
        end(second, SIGTERM);
        QCOMPARE(second.process.exitCode(), 0);
        QCOMPARE(m_bench.asHead(at(second.name, {QStringLiteral("journal"), QStringLiteral("verify")})).code, 0);
    }

    void itGoesOnWithTheStoreAlone()
    {
        const QString machine = QStringLiteral("second");
        QCOMPARE(m_bench.asHead(at(machine, {QStringLiteral("portal"), QStringLiteral("database"), QStringLiteral("leave")})).code, 0);
        m_server.stop();
        Machine second(machine);
        QVERIFY2(isUp(second), second.process.readAllStandardError().constData());
        end(second, SIGTERM);
        QCOMPARE(second.process.exitCode(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_PortalDatabase)
#include "tst_PortalDatabase.moc"

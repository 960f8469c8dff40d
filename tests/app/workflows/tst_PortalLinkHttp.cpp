// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/PortalLink.h"

#include "tests/app/sync/PortalServer.h"
#include "tests/app/sync/SyncScene.h"
#include "tests/app/workflows/PortalScene.h"

using namespace motcua;
using storage::Desk;
using storage::Store;
using sync::PortalServer;
using sync::SyncScene;
using Phase = PortalStanding::Phase;

/** The link as the program has it, over HTTP and mutual TLS, from what is kept in the store alone. */
class tst_PortalLinkHttp : public QObject
{
    Q_OBJECT

private:
    static PortalAccess access(const test::NetBench &bench, quint16 port)
    {
        PortalAccess access = test::inventedAccess(bench.desk.toMs());
        access.address = QUrl(QStringLiteral("https://localhost:%1/").arg(port));
        access.authorities = bench.root.pem();
        access.chain = bench.desk.pem();
        access.key = std::make_shared<const security::SecretBytes>(bench.desk.secretKeyPem());
        return access;
    }
    static PortalSetup setup(const SyncScene &scene)
    {
        PortalSetup setup = test::linkTo(nullptr, scene.clock());
        setup.peer = PortalSetup::overHttp;
        return setup;
    }
    static bool comesTo(const PortalLink &link, Phase phase)
    {
        return QTest::qWaitFor([&] { return link.standing().phase == phase; }, 30'000);
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *name : {"http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"}) {
            qunsetenv(name);
        }
    }

    void whatIsKeptIsEnoughToDeliver()
    {
        SyncScene scene;
        const test::NetBench bench;
        const Store desk = scene.desk(3);
        const Store portal = scene.hub();
        const PortalServer server(bench, portal, SyncScene::policy(), desk.origin(), scene.clock());
        test::keepAccess(desk, access(bench, server.port()));
        scene.accept(desk, 3, 1, 3);
        PortalLink link(setup(scene));
        link.begin(desk);
        QVERIFY(comesTo(link, Phase::Resting));
        QCOMPARE(link.standing().waiting, 0);
        QCOMPARE(link.standing().host, QStringLiteral("localhost"));
        QCOMPARE(SyncScene::held(portal, desk.origin()), SyncScene::held(desk, desk.origin()));
        scene.accept(desk, 3, 10, 2);
        QTRY_COMPARE(SyncScene::held(portal, desk.origin()), SyncScene::held(desk, desk.origin()));
        QCOMPARE(server.faults(), QStringList());
    }

    void anotherDesksCertificateIsRefusedAndIsTheDesksFault()
    {
        SyncScene scene;
        const test::NetBench bench;
        const Store desk = scene.desk(3);
        const Store portal = scene.hub();
        const PortalServer server(bench, portal, SyncScene::policy(), Id::v7(1, QByteArray(10, 'x')), scene.clock());
        test::keepAccess(desk, access(bench, server.port()));
        PortalLink link(setup(scene));
        link.begin(desk);
        QVERIFY(comesTo(link, Phase::Waiting));
        QCOMPARE(link.standing().failure->code, ErrorCode::NotAllowed);
        QCOMPARE(link.standing().fault, PortalVerdict::Fault::Desk);
        QCOMPARE(SyncScene::held(portal, desk.origin()), 0U);
    }

    void aPortalThatIsAwayIsToldAndKeepsNothingOpen()
    {
        SyncScene scene;
        const test::NetBench bench;
        std::optional<Store> desk = scene.desk(3);
        quint16 port = 0;
        {
            const testsupport::TestServer gone([](testsupport::TestServer::Connection &) {});
            port = gone.port();
        }
        test::keepAccess(*desk, access(bench, port));
        PortalLink link(setup(scene));
        link.begin(*desk);
        QVERIFY(comesTo(link, Phase::Waiting));
        QCOMPARE(link.standing().failure->code, ErrorCode::NetRefused);
        link.end();
        desk.reset();
        Desk other;
        storage::StoreOptions options = other.options();
        options.now = scene.clock();
        QTRY_VERIFY(Store::open(scene.path(QStringLiteral("desk3")), Desk::key(), options)->holdsEngine());
    }

    void whoeverNeverAnswersHoldsNobodyUp()
    {
        SyncScene scene;
        const test::NetBench bench;
        const Store desk = scene.desk(3);
        const testsupport::TestServer silent([](testsupport::TestServer::Connection &connection) { connection.waitForClient(); }, bench.serverTls());
        test::keepAccess(desk, access(bench, silent.port()));
        PortalLink link(setup(scene));
        link.begin(desk);
        QTRY_VERIFY(silent.connections() > 0);
        QCOMPARE(link.standing().phase, Phase::Exchanging);
        link.setPaused(true);
        QCOMPARE(link.standing().phase, Phase::Paused);
        link.end(); // in the middle of a question
        QVERIFY(!link.standing().isThere());
    }
};

QTEST_GUILESS_MAIN(tst_PortalLinkHttp)
#include "tst_PortalLinkHttp.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/Gateway.h"

#include "app/storage/Await.h"
#include "app/storage/DossierQueries.h"
#include "app/sync/CatalogueCourier.h"
#include "app/sync/PortalCatalogue.h"
#include "app/sync/WitnessedHead.h"
#include "tests/app/portal/GatewayBench.h"
#include "tests/app/storage/PublishedCatalogue.h"

#include <QTcpSocket>

#include <list>

using namespace motcua;
using namespace motcua::portal;
using journal::PeerRole;
using storage::Desk;
using storage::Store;
using sync::PortalPeer;
using sync::SyncEngine;
using sync::SyncScene;
using sync::SyncState;
using test::answered;

namespace {

HttpRequest greetingOf(const Store &desk)
{
    sync::Exchange exchange(desk, SyncScene::policy(), PeerRole::Portal);
    return {.method = "POST", .path = QStringLiteral("/v1/greeting"), .mediaType = Json, .body = QJsonDocument(Desk::done(exchange.greeting({})).toJson()).toJson()};
}

} // namespace

/** The gateway behind a real nginx as it is shipped: real desks deliver through it, and nobody gets past it. */
class tst_Gateway : public QObject
{
    Q_OBJECT

private:
    /** What the gateway itself answers to bytes, nginx left out; empty when it ends the connection. */
    static QByteArray saidTo(quint16 port, const QByteArray &bytes)
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        bool isOver = false;
        QObject::connect(&socket, &QTcpSocket::connected, &socket, [&socket, bytes] { socket.write(bytes); });
        QObject::connect(&socket, &QTcpSocket::disconnected, &socket, [&isOver] { isOver = true; });
        (void)QTest::qWaitFor([&isOver] { return isOver; }, 10'000);
        return isOver ? socket.readAll() : "it goes on";
    }
    static QByteArray asked(const QByteArray &line, const QByteArray &headers, const QByteArray &body = {})
    {
        return line + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body;
    }

private Q_SLOTS:
    void initTestCase();
    void aDeskEnrolsAndDelivers();
    void aDeskIsGivenWhatItsUnitWroteAndNothingElse();
    void filesFollowTheirEntriesAndGoToNobodyElse();
    void whoAsksIsWhoseCertificateItIs();
    void aCatalogueThatWasPublishedReachesEveryDesk();
    void headersOfAClientAreNothing();
    void aRevocationCountsAtOnce();
    void aRevokedDeskCanComeBack();
    void aCertificateIsRenewedOverTheLine();
    void withoutTheSecretNobodyIsHeard();
    void whatIsNoQuestionIsEnded_data();
    void whatIsNoQuestionIsEnded();
    void whatIsNotOfTheContractIsRefused_data();
    void whatIsNotOfTheContractIsRefused();
    void whatIsTooLargeIsRefusedBeforeIt();
    void whoAsksTooOftenIsToldSo();
    void tooManyAtOnceComeLater();
    void whoeverAsksWhileItGoesComesLater();
    void aGatewayThatComesBackIsFoundAgain();
    void lastContactIsKept();
    void theHeadOfALogIsWitnessed();
    void aDossierIsFollowedByAnybodyWhoKnows();
};

void tst_Gateway::initTestCase()
{
    if (test::NginxBench::program().isEmpty()) {
        QSKIP("There is no nginx here: ./dev setup installs nginx-light.");
    }
}

void tst_Gateway::aDeskEnrolsAndDelivers()
{
    PortalScene scene;
    GatewayBench bench(scene);
    QVERIFY2(bench.start(), qPrintable(bench.nginx().output()));
    const Store desk = scene.sync.desk(3);
    scene.sync.accept(desk, 3, 1, 4);
    scene.sync.note(desk, 3, 1, 1'100, 4);
    const auto engine = engineOf(bench, desk, bench.enrolled(desk));
    engine->begin();
    QVERIFY(delivers(*engine));
    const QList<journal::Entry> here = SyncScene::log(desk, desk.origin());
    const QList<journal::Entry> there = SyncScene::log(bench.portal, desk.origin());
    QCOMPARE(there.size(), here.size());
    for (qsizetype i = 0; i < here.size(); ++i) {
        const bool isGiven = SyncScene::policy().share(here[i].header.kind, PeerRole::Portal) == journal::Share::Full;
        QVERIFY(here[i].headerBytes == there[i].headerBytes && there[i].payload.has_value() == isGiven);
    }
    // And has the portal's own log, in which it is enrolled.
    QCOMPARE(SyncScene::held(desk, bench.portal.origin()), SyncScene::held(bench.portal, bench.portal.origin()));
    QCOMPARE(bench.faults(), QStringList());
    for (const char *one : {"enrol 200", "greet 200", "give 200", "take 200"}) {
        QVERIFY2(bench.seen().contains(QLatin1StringView(one)), one);
    }
    QTRY_VERIFY(bench.nginx().log().contains("POST /v1/batches 200"));
    QVERIFY(!bench.nginx().log().contains("first=")); // no query is written down
}

void tst_Gateway::aDeskIsGivenWhatItsUnitWroteAndNothingElse()
{
    PortalScene scene;
    GatewayBench bench(scene);
    QVERIFY2(bench.start(), qPrintable(bench.nginx().output()));
    const Store one = scene.sync.desk(3);
    const Store beside = scene.sync.desk(4);
    const Store elsewhere = scene.sync.desk(5);
    (void)Desk::done(elsewhere.record(Desk(5, static_cast<char>('a' + 5)).about(elsewhere.origin(),
        ConfigureUnit{QStringLiteral("Nơi khác"), QStringLiteral("H26.16"), 5, 5'000, 5'999})));
    std::list<std::unique_ptr<SyncEngine>> all;
    for (const Store &desk : {beside, elsewhere, one}) {
        all.push_back(engineOf(bench, desk, bench.enrolled(desk)));
        all.back()->begin();
        QVERIFY(delivers(*all.back()));
    }
    // At its first greeting nobody knew yet where it stands.
    QCOMPARE(SyncScene::held(one, beside.origin()), 0U);
    for (const auto &engine : all) {
        engine->setPaused(true);
        engine->setPaused(false);
    }
    QTRY_COMPARE(SyncScene::held(one, beside.origin()), SyncScene::held(beside, beside.origin()));
    for (const auto &engine : all) {
        QVERIFY(delivers(*engine));
    }
    QCOMPARE(SyncScene::held(one, elsewhere.origin()), 0U);
    QCOMPARE(SyncScene::held(elsewhere, beside.origin()), 0U);
    // Nor when it asks for it by name.
    PortalPeer peer(bench.client(bench.enrolled(one)));
    const auto taken = peer.take({elsewhere.origin(), 1, 5, {}});
    QTRY_VERIFY(taken.isFinished());
    QVERIFY(taken.result() && taken.result()->isEmpty());
    QCOMPARE(bench.faults(), QStringList());
}

void tst_Gateway::filesFollowTheirEntriesAndGoToNobodyElse()
{
    PortalScene scene;
    GatewayBench bench(scene);
    QVERIFY2(bench.start(), qPrintable(bench.nginx().output()));
    const Store desk = scene.sync.desk(3);
    const Store elsewhere = scene.sync.desk(5);
    (void)Desk::done(elsewhere.record(Desk(5, static_cast<char>('a' + 5)).about(elsewhere.origin(),
        ConfigureUnit{QStringLiteral("Nơi khác"), QStringLiteral("H26.16"), 5, 5'000, 5'999})));
    scene.sync.accept(desk, 3, 1, 1);
    const QByteArray scan = SyncScene::scan(700'000);
    const QString reference = scene.sync.addPaper(desk, 3, 1, scan);
    const auto identity = bench.enrolled(desk);
    for (const auto &[store, of] : {std::pair(desk, identity), std::pair(elsewhere, bench.enrolled(elsewhere))}) {
        const auto engine = engineOf(bench, store, of);
        engine->begin();
        QTRY_VERIFY(delivers(*engine) && engine->state().deliveredMs > 0);
    }
    const auto kept = bench.portal.attachments().read(reference);
    QVERIFY(kept && *kept == scan);
    // The desk may have it back, and nobody of another unit may have it, although they know its name.
    const QByteArray name = storage::AttachmentReference::fromString(reference)->name;
    PortalPeer own(bench.client(identity));
    PortalPeer other(bench.client(bench.enrolled(elsewhere)));
    const auto given = own.takeChunk(name, 0);
    const auto refused = other.takeChunk(name, 0);
    QTRY_VERIFY(given.isFinished() && refused.isFinished());
    QVERIFY(given.result() && given.result()->size() == storage::AttachmentParts::endOf(*storage::AttachmentReference::fromString(reference), 0));
    QCOMPARE(refused.result().error().error.code, ErrorCode::AttachmentMissing);
    QCOMPARE(bench.faults(), QStringList());
}

void tst_Gateway::whoAsksIsWhoseCertificateItIs()
{
    PortalScene scene;
    GatewayBench bench(scene);
    QVERIFY2(bench.start(), qPrintable(bench.nginx().output()));
    const Store desk = scene.sync.desk(3);
    const Store other = scene.sync.desk(4);
    const auto identity = bench.enrolled(desk);
    QCOMPARE(toldOf(answered(bench.client(identity)->send(greetingOf(desk)))), QStringLiteral("200"));
    QCOMPARE(toldOf(answered(bench.client(identity)->send(greetingOf(other)))), QStringLiteral("403 NotAllowed"));
    QCOMPARE(toldOf(answered(bench.client()->send(greetingOf(desk)))), QStringLiteral("401 DeskUnknown"));
    // Of our own authority, but never written down; and of somebody else's.
    auto made = CertificateRequest::make(other.origin().toString());
    const qint64 now = PortalScene::now();
    const auto unwritten = bench.settings.authority.desk(made->request, {now - 60'000, now + 60'000});
    QCOMPARE(toldOf(answered(bench.client(std::make_shared<const TlsIdentity>(*TlsIdentity::fromPem(unwritten->pem, std::move(made->key))))->send(greetingOf(other)))),
        QStringLiteral("401 DeskUnknown"));
    auto foreign = CertificateRequest::make(desk.origin().toString());
    const auto elsewhere = PortalScene::settings().authority.desk(foreign->request, {now - 60'000, now + 60'000});
    QCOMPARE(toldOf(answered(bench.client(std::make_shared<const TlsIdentity>(*TlsIdentity::fromPem(elsewhere->pem, std::move(foreign->key))))->send(greetingOf(desk)))),
        QStringLiteral("401 DeskUnknown"));
    QCOMPARE(bench.faults(), QStringList());
}

void tst_Gateway::aCatalogueThatWasPublishedReachesEveryDesk()
{
    PortalScene scene;
    QTemporaryDir folder;
    const storage::CatalogueShelf published(folder.filePath(QStringLiteral("portal")));
    GatewayBench bench(scene, {}, {.catalogueShelf = folder.filePath(QStringLiteral("portal"))});
    QVERIFY2(bench.start(), qPrintable(bench.nginx().output()));
    const Store desk = scene.sync.desk(3);
    const auto identity = bench.enrolled(desk);
    const auto client = bench.client(identity);
    sync::PortalCatalogue source(client);
    const auto nothing = source.current();
    QTRY_VERIFY(nothing.isFinished());
    QVERIFY(nothing.result() && !*nothing.result());
    QCOMPARE(answered(client->send(greetingOf(desk)))->status, 200);

    const storage::PublishedCatalogue portal;
    const QByteArray package = storage::PublishedCatalogue::package(600'000);
    QVERIFY(published.keep(portal.of(package, 7), package));
    QCOMPARE(QJsonDocument::fromJson(answered(client->send(greetingOf(desk)))->body)[u"catalogue"].toInteger(), 7);
    const storage::CatalogueShelf shelf(folder.filePath(QStringLiteral("desk")));
    sync::CatalogueCourier courier(std::make_shared<sync::PortalCatalogue>(client),
        {.shelf = folder.filePath(QStringLiteral("desk")), .portal = portal.portal, .portalKey = portal.key.publicKey()});
    courier.begin();
    QTRY_VERIFY_WITH_TIMEOUT(shelf.head() && *shelf.head(), 20'000);
    QCOMPARE(*shelf.package(**shelf.head()), package);

    const auto told = [&](const QString &path) { return toldOf(answered(client->send({.path = QStringLiteral("/v1/catalogue") + path}))); };
    QCOMPARE(told(QStringLiteral("/6/0")), QStringLiteral("204")); // another counts now
    QCOMPARE(told(QStringLiteral("/7/600000")), QStringLiteral("204"));
    QCOMPARE(told(QStringLiteral("/7/599999")), QStringLiteral("200"));
    QCOMPARE(bench.faults(), QStringList());
    QCOMPARE(told(QStringLiteral("/7/-1")), QStringLiteral("400 Invalid"));
    QCOMPARE(told(QStringLiteral("/x/0")), QStringLiteral("400 Invalid"));
    QCOMPARE(toldOf(answered(bench.client()->send({.path = QStringLiteral("/v1/catalogue")}))), QStringLiteral("401 DeskUnknown"));
    for (const char *one : {"catalogue 200", "catalogue 204", "takeCatalogue 200", "takeCatalogue 204"}) {
        QVERIFY2(bench.seen().contains(QLatin1StringView(one)), one);
    }
}

void tst_Gateway::headersOfAClientAreNothing()
{
    PortalScene scene;
    GatewayBench bench(scene);
    QVERIFY2(bench.start(), qPrintable(bench.nginx().output()));
    const Store desk = scene.sync.desk(3);
    const Store other = scene.sync.desk(4);
    const auto identity = bench.enrolled(desk);
    const auto forged = [&](HttpRequest request) {
        request.headers = {{"X-Motcua-Verified", "SUCCESS"}, {"X-Motcua-Certificate", identity->chain().first().toPem().toPercentEncoding()},
            {"X-Motcua-Front", GatewayBench::secret()}};
        return request;
    };
    QCOMPARE(toldOf(answered(bench.client()->send(forged(greetingOf(desk))))), QStringLiteral("401 DeskUnknown"));
    QCOMPARE(toldOf(answered(bench.client(bench.enrolled(other))->send(forged(greetingOf(desk))))), QStringLiteral("403 NotAllowed"));
}

void tst_Gateway::aRevocationCountsAtOnce()
{
    PortalScene scene;
    GatewayBench bench(scene);
    QVERIFY2(bench.start(), qPrintable(bench.nginx().output()));
    const Store desk = scene.sync.desk(3);
    const auto client = bench.client(bench.enrolled(desk));
    QCOMPARE(toldOf(answered(client->send(greetingOf(desk)))), QStringLiteral("200"));
    (void)Desk::done(bench.portal.record(scene.keeping(desk.origin(), RevokeDesk{QStringLiteral("mất máy")})));
    // Also on a connection that was made before.
    QCOMPARE(toldOf(answered(client->send(greetingOf(desk)))), QStringLiteral("403 DeskRevoked"));
    sync::PortalPeer peer(client);
    sync::Exchange exchange(desk, SyncScene::policy(), PeerRole::Portal);
    const auto heard = peer.greet(Desk::done(exchange.greeting({})));
    QTRY_VERIFY(heard.isFinished());
    QVERIFY(!heard.result());
    QCOMPARE(heard.result().error().error.code, ErrorCode::DeskRevoked);
    QCOMPARE(heard.result().error().fault, std::optional(Fault::Desk));
    QCOMPARE(bench.faults(), QStringList());
}

void tst_Gateway::aRevokedDeskCanComeBack()
{
    PortalScene scene;
    GatewayBench bench(scene);
    QVERIFY2(bench.start(), qPrintable(bench.nginx().output()));
    const Store desk = scene.sync.desk(3);
    const auto before = bench.enrolled(desk);
    (void)Desk::done(bench.portal.record(scene.keeping(desk.origin(), RevokeDesk{QStringLiteral("mất máy")})));
    const auto after = bench.enrolled(desk);
    QCOMPARE(toldOf(answered(bench.client(after)->send(greetingOf(desk)))), QStringLiteral("200"));
    QCOMPARE(toldOf(answered(bench.client(before)->send(greetingOf(desk)))), QStringLiteral("403 DeskRevoked")); // the stolen one stays stolen
}

void tst_Gateway::aCertificateIsRenewedOverTheLine()
{
    PortalScene scene;
    GatewayBench bench(scene);
    QVERIFY2(bench.start(), qPrintable(bench.nginx().output()));
    const Store desk = scene.sync.desk(3);
    auto made = CertificateRequest::make(desk.origin().toString());
    const HttpRequest request{.method = "POST", .path = QStringLiteral("/v1/certificate"), .mediaType = Json,
        .body = QJsonDocument(QJsonObject{{QStringLiteral("request"), QString::fromLatin1(made->request.pem())}}).toJson()};
    QCOMPARE(toldOf(answered(bench.client()->send(request))), QStringLiteral("401 DeskUnknown"));
    const auto answer = answered(bench.client(bench.enrolled(desk))->send(request));
    QCOMPARE(toldOf(answer), QStringLiteral("200"));
    auto next = TlsIdentity::fromPem(QJsonDocument::fromJson(answer->body)[u"certificate"].toString().toLatin1(), std::move(made->key));
    QVERIFY(next);
    QCOMPARE(toldOf(answered(bench.client(std::make_shared<const TlsIdentity>(*std::move(next)))->send(greetingOf(desk)))), QStringLiteral("200"));
    QCOMPARE(bench.faults(), QStringList());
}

void tst_Gateway::withoutTheSecretNobodyIsHeard()
{
    PortalScene scene;
    GatewayBench bench(scene);
    QVERIFY2(bench.start(), qPrintable(bench.nginx().output()));
    const Store desk = scene.sync.desk(3);
    const QByteArray shown = "X-Motcua-Verified: SUCCESS\r\nX-Motcua-Certificate: " + bench.enrolled(desk)->chain().first().toPem().toPercentEncoding() + "\r\n";
    const QByteArray body = greetingOf(desk).body;
    const auto said = [&](const QByteArray &headers) { return saidTo(bench.port(), asked("POST /v1/greeting", headers, body)).split(' ').value(1); };
    QCOMPARE(said(shown), "403");
    QCOMPARE(said(shown + "X-Motcua-Front: \r\n"), "403");
    QCOMPARE(said(shown + "X-Motcua-Front: " + QByteArray(43, 'x') + "\r\n"), "403");
    QCOMPARE(said(shown + "X-Motcua-Front: " + GatewayBench::secret().chopped(1) + "\r\n"), "403");
    QCOMPARE(said(shown + "X-Motcua-Front: " + GatewayBench::secret() + "\r\n"), "200");
}

void tst_Gateway::whatIsNoQuestionIsEnded_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no HTTP") << QByteArray("MCB1 somebody\r\n\r\n");
    QTest::newRow("TLS") << QByteArray::fromHex("16030100050100000100") + QByteArray(200, 'x') + "\r\n\r\n";
    QTest::newRow("a head without an end") << "GET /" + QByteArray(10'000'000, 'x');
    QTest::newRow("a body without an end") << asked("POST /v1/batches", "X-Length: 1\r\n", QByteArray(10'000'000, 'x'));
    QTest::newRow("two at once") << asked("POST /v1/enrolments", "X-Motcua-Front: " + GatewayBench::secret() + "\r\n", "{}")
            + asked("POST /v1/enrolments", "X-Motcua-Front: " + GatewayBench::secret() + "\r\n", "{}");
}

void tst_Gateway::whatIsNoQuestionIsEnded()
{
    QFETCH(QByteArray, bytes);
    PortalScene scene;
    GatewayBench bench(scene);
    QVERIFY(!saidTo(bench.port(), bytes).startsWith("it goes on"));
    // And it is there for whoever comes next.
    QVERIFY(saidTo(bench.port(), asked("GET /", {})).startsWith("HTTP/1.1 403 "));
}

void tst_Gateway::whatIsNotOfTheContractIsRefused_data()
{
    QTest::addColumn<HttpRequest>("request");
    QTest::addColumn<QString>("told");
    const auto row = [](const char *name, const HttpRequest &request, const char *told) { QTest::newRow(name) << request << QString::fromLatin1(told); };
    const auto posted = [](const char *path, const QByteArray &type, const QByteArray &body) {
        return HttpRequest{.method = "POST", .path = QString::fromLatin1(path), .mediaType = type, .body = body};
    };
    const QByteArray batch = PortalPeer::batchType();
    row("no such operation", {.path = QStringLiteral("/v1/nothing")}, "404 NotFound");
    row("another way of asking", {.path = QStringLiteral("/v1/greeting")}, "404 NotFound");
    row("elsewhere", {.path = QStringLiteral("/")}, "404 NotFound");
    row("later", {.path = QStringLiteral("/v2/greeting")}, "404 NotFound");
    row("a greeting that is no JSON", posted("/v1/greeting", Json, "hello"), "400 Invalid");
    row("a list", posted("/v1/greeting", Json, "[]"), "400 Invalid");
    row("a deep one", posted("/v1/greeting", Json, "{\"has\":" + QByteArray(500'000, '[')), "400 Invalid");
    row("an empty one", posted("/v1/greeting", Json, "{}"), "422 PeerNonsense");
    row("a later one", posted("/v1/greeting", Json, "{\"protocol\":2}"), "422 PeerNewer");
    row("of another type", posted("/v1/greeting", "text/plain", "{}"), "415 MediaTypeUnknown");
    row("a long one", posted("/v1/greeting", Json, QByteArray(PortalPeer::MostJsonBytes + 1, ' ')), "413 FileTooLarge");
    row("a batch that is none", posted("/v1/batches", batch, "MCB"), "422 FileTruncated");
    row("nothing", posted("/v1/batches", batch, ""), "415 MediaTypeUnknown"); // of which nobody says what it is
    row("a page", posted("/v1/batches", batch, "<html>a page of somebody</html>"), "422 FileKindUnknown");
    row("a batch of another type", posted("/v1/batches", Json, "MCB1"), "415 MediaTypeUnknown");
    row("a long batch", posted("/v1/batches", batch, QByteArray(PortalPeer::MostBatchBytes + 1, 'x')), "413 FileTooLarge");
    row("packed again", {.method = "POST", .path = QStringLiteral("/v1/batches"), .mediaType = batch, .body = "MCB1", .headers = {{"Content-Encoding", "gzip"}}}, "415 MediaTypeUnknown");
    for (const char *target : {"/v1/logs/somebody/batch?first=1&last=2", "/v1/logs/0190d3a0-5c1e-7a44-9d21-6f0f7c0a1b2c/batch?last=2",
             "/v1/logs/0190d3a0-5c1e-7a44-9d21-6f0f7c0a1b2c/batch?first=3&last=2", "/v1/logs/0190d3a0-5c1e-7a44-9d21-6f0f7c0a1b2c/batch?first=0&last=2",
             "/v1/logs/0190d3a0-5c1e-7a44-9d21-6f0f7c0a1b2c/batch?first=1&last=9223372036854775808",
             "/v1/logs/0190d3a0-5c1e-7a44-9d21-6f0f7c0a1b2c/batch?first=1&last=2&heldFrom=x"}) {
        row(target, {.path = QString::fromLatin1(target)}, "400 Invalid");
    }
    row("a log nobody has", {.path = QStringLiteral("/v1/logs/0190d3a0-5c1e-7a44-9d21-6f0f7c0a1b2c/batch?first=1&last=2")}, "204");
}

void tst_Gateway::whatIsNotOfTheContractIsRefused()
{
    QFETCH(HttpRequest, request);
    static PortalScene scene;
    static GatewayBench bench(scene);
    static const bool started = bench.start();
    static const Store desk = scene.sync.desk(3);
    static const std::shared_ptr<HttpClient> client = bench.client(bench.enrolled(desk));
    QVERIFY(started);
    QTEST(toldOf(answered(client->send(request))), "told");
    QCOMPARE(bench.faults(), QStringList());
}

void tst_Gateway::whatIsTooLargeIsRefusedBeforeIt()
{
    PortalScene scene;
    GatewayBench bench(scene);
    QVERIFY2(bench.start(), qPrintable(bench.nginx().output()));
    const auto client = bench.client(bench.enrolled(scene.sync.desk(3)));
    QCOMPARE(toldOf(answered(client->send({.method = "POST", .path = QStringLiteral("/v1/batches"), .mediaType = PortalPeer::batchType(), .body = QByteArray(9'500'000, 'x')}))),
        QStringLiteral("413 FileTooLarge"));
    QCOMPARE(toldOf(answered(bench.client()->send({.method = "POST", .path = QStringLiteral("/v1/enrolments"), .mediaType = Json, .body = QByteArray(70'000, ' ')}))),
        QStringLiteral("413 FileTooLarge"));
    QVERIFY(!bench.seen().contains(QStringLiteral("give 413")));
}

void tst_Gateway::whoAsksTooOftenIsToldSo()
{
    PortalScene scene;
    GatewayBench bench(scene);
    QVERIFY2(bench.start(), qPrintable(bench.nginx().output()));
    const auto client = bench.client();
    Result<HttpAnswer> last = Error{};
    for (int i = 0; i < 14; ++i) {
        last = answered(client->send({.method = "POST", .path = QStringLiteral("/v1/enrolments"), .mediaType = Json, .body = "{}"}));
    }
    QCOMPARE(toldOf(last), QStringLiteral("429 TooOften"));
    QVERIFY(last->retryAfter);
}

void tst_Gateway::tooManyAtOnceComeLater()
{
    PortalScene scene;
    GatewayBench bench(scene, {}, {.mostAtOnce = 0});
    QVERIFY2(bench.start(), qPrintable(bench.nginx().output()));
    const auto answer = answered(bench.client()->send({.method = "POST", .path = QStringLiteral("/v1/enrolments"), .mediaType = Json, .body = "{}"}));
    QCOMPARE(toldOf(answer), QStringLiteral("503 Busy"));
    QVERIFY(answer->retryAfter);
    QCOMPARE(bench.faults(), QStringList());
}

void tst_Gateway::whoeverAsksWhileItGoesComesLater()
{
    PortalScene scene;
    GatewayBench bench(scene);
    QVERIFY2(bench.start(), qPrintable(bench.nginx().output()));
    const Store desk = scene.sync.desk(3);
    const auto client = bench.client(bench.enrolled(desk));
    bench.gateway->drain();
    const auto answer = answered(client->send(greetingOf(desk)));
    QCOMPARE(toldOf(answer), QStringLiteral("503 Draining"));
    QVERIFY(answer->retryAfter);
}

void tst_Gateway::aGatewayThatComesBackIsFoundAgain()
{
    PortalScene scene;
    GatewayBench bench(scene);
    QVERIFY2(bench.start(), qPrintable(bench.nginx().output()));
    const Store desk = scene.sync.desk(3);
    const auto identity = bench.enrolled(desk);
    const auto engine = engineOf(bench, desk, identity);
    bench.shut();
    const auto answer = answered(bench.client(identity)->send(greetingOf(desk)));
    QCOMPARE(toldOf(answer), QStringLiteral("503 Draining"));
    QVERIFY(answer->retryAfter);
    engine->begin();
    QTRY_COMPARE(engine->state().phase, SyncState::Phase::Waiting);
    QCOMPARE(engine->state().failure->code, ErrorCode::ServerBusy);
    bench.open();
    engine->wake();
    QVERIFY(delivers(*engine));
}

void tst_Gateway::lastContactIsKept()
{
    PortalScene scene;
    GatewayBench bench(scene);
    QVERIFY2(bench.start(), qPrintable(bench.nginx().output()));
    const Store desk = scene.sync.desk(3);
    const auto client = bench.client(bench.enrolled(desk));
    QCOMPARE(*lastContacts(bench.portal), (QMap<Id, qint64>()));
    const qint64 before = PortalScene::now();
    QCOMPARE(toldOf(answered(client->send(greetingOf(desk)))), QStringLiteral("200"));
    QTRY_VERIFY(lastContacts(bench.portal)->value(desk.origin()) >= before);
}

void tst_Gateway::theHeadOfALogIsWitnessed()
{
    PortalScene scene;
    GatewayBench bench(scene);
    QVERIFY2(bench.start(), qPrintable(bench.nginx().output()));
    const Store desk = scene.sync.desk(3);
    const auto client = bench.client(bench.enrolled(desk));
    const auto asked = [&client](const Id &log) { return answered(client->send({.path = QStringLiteral("/v1/logs/%1/head").arg(log.toString())})); };
    QCOMPARE(toldOf(asked(desk.origin())), QStringLiteral("204")); // nothing of it is there
    const auto engine = engineOf(bench, desk, bench.enrolled(desk));
    engine->begin();
    QVERIFY(delivers(*engine));
    const auto answer = asked(desk.origin());
    QCOMPARE(toldOf(answer), QStringLiteral("200"));
    const auto seen = sync::WitnessedHead::fromJson(QJsonDocument::fromJson(answer->body).object());
    QVERIFY(seen && seen->isSigned());
    QCOMPARE(seen->head.last.seq, SyncScene::held(desk, desk.origin()));
    QCOMPARE(seen->head.hash, SyncScene::log(desk, desk.origin()).constLast().hash());
    QCOMPARE(seen->witness, bench.portal.origin());
    QCOMPARE(seen->publicKey, Desk::done(bench.portal.ask(storage::OriginNow{bench.portal.origin()}))->publicKey);
    QCOMPARE(toldOf(asked(bench.portal.origin())), QStringLiteral("200"));
    QCOMPARE(toldOf(asked(scene.sync.desk(4).origin())), QStringLiteral("204"));
    QCOMPARE(bench.faults(), QStringList());
}

void tst_Gateway::aDossierIsFollowedByAnybodyWhoKnows()
{
    PortalScene scene;
    GatewayBench bench(scene, {}, {.statusNames = {{2, QStringLiteral("Được tiếp nhận")}}});
    QVERIFY2(bench.start(), qPrintable(bench.nginx().output()));
    const Store desk = scene.sync.desk(3);
    scene.sync.accept(desk, 3, 1, 1);
    const auto engine = engineOf(bench, desk, bench.enrolled(desk));
    engine->begin();
    QVERIFY(delivers(*engine));
    const QString code = Desk::done(desk.ask(storage::DossierById{Desk::dossier(1)}))->code;
    const auto client = bench.client();
    const auto asked = [&](const QString &digits) { return answered(client->send({.path = QStringLiteral("/v1/tracking?code=%1&digits=%2").arg(code, digits)})); };
    const auto right = asked(QStringLiteral("0001"));
    QCOMPARE(toldOf(right), QStringLiteral("200"));
    QCOMPARE(QJsonDocument::fromJson(right->body)[u"status"].toInt(), 2);
    const auto wrong = asked(QStringLiteral("0002"));
    QCOMPARE(toldOf(wrong), QStringLiteral("404 NotFound"));
    QVERIFY(right->roundTripMs >= Tracking::PaceMs && wrong->roundTripMs >= Tracking::PaceMs);
    QCOMPARE(toldOf(asked(QStringLiteral("x"))), QStringLiteral("400 Invalid"));
    QTRY_VERIFY(bench.nginx().log().contains("GET /v1/tracking 200"));
    QVERIFY(!bench.nginx().log().contains(code.toUtf8()));
    QCOMPARE(bench.faults(), QStringList());
}

QTEST_GUILESS_MAIN(tst_Gateway)
#include "tst_Gateway.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/net/NetBench.h"

#include <openssl/ssl.h>

#include <QTest>

using namespace motcua;
using namespace motcua::test;

namespace {

using Wish = IssuedCertificate::Wish;

/** What a server shows, and whom the client pins (else the bench's authority). */
struct Shown
{
    QByteArray chain;
    QByteArray key;
    QByteArray lists = {};
    int newest = 0;
};

Shown direct(const IssuedCertificate &issuer, const Wish &wish)
{
    const IssuedCertificate server(wish, &issuer);
    return {server.pem(), server.keyPem()};
}

Shown below(const IssuedCertificate &root, const Wish &between, const Wish &wish = {}, bool isShown = true)
{
    const IssuedCertificate middle(between, &root);
    const IssuedCertificate server(wish, &middle);
    return {server.pem() + (isShown ? middle.pem() : QByteArray()), server.keyPem()};
}

} // namespace

/** Nothing is sent to a server that is not proved, and nothing to one that does not know us without being told why. */
class tst_HttpTraffic : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badServersGetNoByte_data();
    void badServersGetNoByte();
    void ofTwoThatWaitNoneIsSent();
    void goodServersAreAsked_data();
    void goodServersAreAsked();
    void ourCertificate_data();
    void ourCertificate();
    void whatIsBeingPinnedTellsOfTheClock();
    void whoShowsItsAuthorityIsAskedEachTime();

private:
    NetBench m_bench;
};

void tst_HttpTraffic::badServersGetNoByte_data()
{
    using Make = std::function<Shown(const NetBench &)>;
    QTest::addColumn<Make>("make");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, ErrorCode code, Make make) { QTest::newRow(name) << make << int(code); };
    const auto leaf = [&row](const char *name, ErrorCode code, const std::function<void(Wish &)> &spoil) {
        row(name, code, [spoil](const NetBench &bench) {
            Wish wish;
            spoil(wish);
            return direct(bench.root, wish);
        });
    };
    using IC = IssuedCertificate;
    row("signed by itself", ErrorCode::ServerUntrusted, [](const NetBench &) {
        const IC server{Wish{}};
        return Shown{server.pem(), server.keyPem()};
    });
    row("of another authority", ErrorCode::ServerUntrusted, [](const NetBench &) { return direct(IC(IC::authority("Other")), {}); });
    row("of another authority by the same name", ErrorCode::ServerUntrusted,
        [](const NetBench &) { return direct(IC(IC::authority("Root")), {}); });
    leaf("expired", ErrorCode::ServerExpired, [](Wish &wish) {
        wish.fromS = -200'000;
        wish.toS = -3'600;
    });
    leaf("not yet valid", ErrorCode::ServerNotYetValid, [](Wish &wish) { wish.fromS = 3'600; });
    row("below an expired authority", ErrorCode::ServerExpired, [](const NetBench &bench) {
        Wish between = IC::authority("Between");
        between.toS = -3'600;
        return below(bench.root, between);
    });
    leaf("of another host", ErrorCode::ServerOtherHost, [](Wish &wish) { wish.names = "DNS:portal.example.vn"; });
    leaf("of a host whose name only begins so", ErrorCode::ServerOtherHost,
        [](Wish &wish) { wish.names = "DNS:localhost.example.vn,DNS:*.localhost"; });
    leaf("a name only where names no longer count", ErrorCode::ServerOtherHost, [](Wish &wish) {
        wish.name = "localhost";
        wish.names.clear();
    });
    leaf("a name where names no longer count, and another where they do", ErrorCode::ServerOtherHost, [](Wish &wish) {
        wish.name = "localhost";
        wish.names = "DNS:portal.example.vn";
    });
    leaf("of a desk", ErrorCode::ServerUntrusted, [](Wish &wish) { wish.extendedUsage = "clientAuth"; });
    leaf("for another service", ErrorCode::ServerUntrusted, [](Wish &wish) { wish.extendedUsage = "emailProtection,timeStamping"; });
    leaf("whose key may only sign others", ErrorCode::ServerUntrusted, [](Wish &wish) { wish.keyUsage = "critical,keyCertSign"; });
    leaf("with a critical extension nobody knows", ErrorCode::ServerUntrusted, [](Wish &wish) { wish.hasUnknownCritical = true; });
    leaf("RSA of 1024 bits", ErrorCode::ServerUntrusted, [](Wish &wish) { wish.key = IC::Key::Rsa1024; });
    leaf("signed over SHA-1", ErrorCode::ServerUntrusted, [](Wish &wish) { wish.digest = "SHA1"; });
    row("below one that is no authority", ErrorCode::ServerUntrusted,
        [](const NetBench &bench) { return below(bench.root, IC::authority("Between", "critical,CA:FALSE")); });
    row("below another server", ErrorCode::ServerUntrusted, [](const NetBench &bench) { return below(bench.root, Wish{}); });
    row("below one that is not shown", ErrorCode::ServerUntrusted,
        [](const NetBench &bench) { return below(bench.root, IC::authority("Between"), {}, false); });
    row("a path longer than allowed", ErrorCode::ServerUntrusted, [](const NetBench &bench) {
        const IC first(IC::authority("First", "critical,CA:TRUE,pathlen:0"), &bench.root);
        const IC second(IC::authority("Second"), &first);
        const IC server(Wish{}, &second);
        return Shown{server.pem() + second.pem() + first.pem(), server.keyPem()};
    });
    row("a name its authority may not certify", ErrorCode::ServerUntrusted, [](const NetBench &bench) {
        Wish between = IC::authority("Between");
        between.nameConstraints = "critical,permitted;DNS:example.vn";
        return below(bench.root, between);
    });
    row("revoked", ErrorCode::ServerUntrusted, [](const NetBench &bench) {
        const IC server(Wish{}, &bench.root);
        return Shown{server.pem(), server.keyPem(), bench.root.revocationList(&server)};
    });
    row("of an authority whose list is missing", ErrorCode::ServerUntrusted, [](const NetBench &bench) {
        Shown shown = below(bench.root, IC::authority("Between"));
        shown.lists = bench.root.revocationList(nullptr);
        return shown;
    });
    row("that speaks no TLS 1.3", ErrorCode::TlsTooOld, [](const NetBench &bench) {
        Shown shown = direct(bench.root, {});
        shown.newest = TLS1_2_VERSION;
        return shown;
    });
}

void tst_HttpTraffic::badServersGetNoByte()
{
    QFETCH(std::function<Shown(const NetBench &)>, make);
    QFETCH(int, code);
    const Shown shown = make(m_bench);
    ServerTls tls = m_bench.serverTls();
    tls.chainPem = shown.chain;
    tls.keyPem = shown.key;
    tls.newest = shown.newest;
    TestServer server(TestServer::always("200 OK", {}, "{}"), tls);
    HttpSetup setup = m_bench.setup(server.port());
    setup.pins = *TlsPins::fromPem(m_bench.root.pem(), shown.lists);
    HttpClient client(std::move(setup));
    const auto answer = answered(client.send({.method = "POST", .path = u"/batches"_qs, .body = QByteArray(10'000, 'x')}));
    QVERIFY2(!answer && answer.error().code == static_cast<ErrorCode>(code), qPrintable(told(answer)));
    QVERIFY(server.connections() > 0);
    QCOMPARE(server.applicationBytes(), 0);
}

void tst_HttpTraffic::ofTwoThatWaitNoneIsSent()
{
    // A fault that Qt itself does not find.
    const Shown shown = direct(m_bench.root, {.name = "localhost", .names = {}});
    ServerTls tls = m_bench.serverTls();
    tls.chainPem = shown.chain;
    tls.keyPem = shown.key;
    TestServer server(TestServer::always("200 OK", {}, "{}"), tls);
    HttpClient client(m_bench.setup(server.port()));
    const auto first = client.send({.method = "POST", .path = u"/a"_qs, .body = "first"});
    const auto second = client.send({.method = "POST", .path = u"/b"_qs, .body = "second"});
    QCOMPARE(answered(first).error().code, ErrorCode::ServerOtherHost);
    QCOMPARE(answered(second).error().code, ErrorCode::ServerOtherHost);
    QCOMPARE(answered(client.send({.path = u"/c"_qs})).error().code, ErrorCode::ServerOtherHost);
    QCOMPARE(server.applicationBytes(), 0);
}

void tst_HttpTraffic::goodServersAreAsked_data()
{
    using Make = std::function<Shown(const NetBench &)>;
    QTest::addColumn<Make>("make");
    QTest::addColumn<QString>("host");
    const auto row = [](const char *name, Make make, const QString &host = u"localhost"_qs) { QTest::newRow(name) << make << host; };
    using IC = IssuedCertificate;
    row("by name", [](const NetBench &bench) { return direct(bench.root, {}); });
    row(
        "by address", [](const NetBench &bench) { return direct(bench.root, {}); }, u"127.0.0.1"_qs);
    row("RSA of 2048 bits", [](const NetBench &bench) { return direct(bench.root, {.key = IC::Key::Rsa2048}); });
    row("below another authority",
        [](const NetBench &bench) { return below(bench.root, IC::authority("Between", "critical,CA:TRUE,pathlen:0")); });
    row("with its authority", [](const NetBench &bench) {
        Shown shown = direct(bench.root, {});
        shown.chain += bench.root.pem();
        return shown;
    });
    row("not revoked", [](const NetBench &bench) {
        const IC other(Wish{}, &bench.root);
        Shown shown = direct(bench.root, {});
        shown.lists = bench.root.revocationList(&other);
        return shown;
    });
}

void tst_HttpTraffic::goodServersAreAsked()
{
    QFETCH(std::function<Shown(const NetBench &)>, make);
    QFETCH(QString, host);
    const Shown shown = make(m_bench);
    ServerTls tls = m_bench.serverTls();
    tls.chainPem = shown.chain;
    tls.keyPem = shown.key;
    TestServer server(TestServer::always("200 OK", "Content-Type: application/json\r\n", "{}"), tls);
    HttpSetup setup = m_bench.setup(server.port(), host);
    setup.pins = *TlsPins::fromPem(m_bench.root.pem(), shown.lists);
    HttpClient client(std::move(setup));
    const auto answer = answered(client.send({.method = "POST", .path = u"/batches"_qs, .body = QByteArray(10'000, 'x')}));
    QVERIFY2(answer && answer->status == 200, qPrintable(told(answer)));
    QVERIFY(server.applicationBytes() > 10'000);
}

void tst_HttpTraffic::ourCertificate_data()
{
    using Make = std::function<std::shared_ptr<const TlsIdentity>(const NetBench &)>;
    QTest::addColumn<Make>("make");
    QTest::addColumn<bool>("sayExpired");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, ErrorCode code, Make make, bool sayExpired = false) {
        QTest::newRow(name) << make << sayExpired << int(code);
    };
    using IC = IssuedCertificate;
    row("none", ErrorCode::OwnCertificateMissing, [](const NetBench &) { return std::shared_ptr<const TlsIdentity>(); });
    row("of somebody else", ErrorCode::OwnCertificateRefused, [](const NetBench &) {
        const IC other(IC::authority("Other"));
        return NetBench::identityOf(IC(IC::desk(), &other));
    });
    row("of a server", ErrorCode::OwnCertificateRefused, [](const NetBench &bench) { return NetBench::identityOf(bench.server); });
    row("expired", ErrorCode::OwnCertificateExpired, [](const NetBench &bench) {
        Wish wish = IC::desk();
        wish.toS = -3'600;
        return NetBench::identityOf(IC(wish, &bench.root));
    });
    row(
        "expired by the server's clock alone", ErrorCode::OwnCertificateExpired, [](const NetBench &bench) { return bench.identity(); },
        true);
}

void tst_HttpTraffic::ourCertificate()
{
    QFETCH(std::function<std::shared_ptr<const TlsIdentity>(const NetBench &)>, make);
    QFETCH(bool, sayExpired);
    QFETCH(int, code);
    ServerTls tls = m_bench.serverTls();
    tls.sayExpired = sayExpired;
    TestServer server(TestServer::always("200 OK", {}, "{}"), tls);
    HttpSetup setup = m_bench.setup(server.port());
    setup.identity = make(m_bench);
    HttpClient client(std::move(setup));
    const auto answer = answered(client.send({.path = u"/hello"_qs}));
    QVERIFY2(!answer && answer.error().code == static_cast<ErrorCode>(code), qPrintable(told(answer)));
    QCOMPARE(server.applicationBytes(), 0);
}

void tst_HttpTraffic::whatIsBeingPinnedTellsOfTheClock()
{
    // An authority that was pinned weeks ago and is not valid yet: no server is to blame.
    Wish future = IssuedCertificate::authority("Root");
    future.fromS = 86'400;
    const IssuedCertificate root(future);
    const Shown shown = direct(root, {.fromS = 86'400});
    ServerTls tls = m_bench.serverTls();
    tls.chainPem = shown.chain;
    tls.keyPem = shown.key;
    TestServer server(TestServer::always("200 OK", {}, "{}"), tls);
    HttpSetup setup = m_bench.setup(server.port());
    setup.pins = *TlsPins::fromPem(root.pem());
    HttpClient client(std::move(setup));
    const auto answer = answered(client.send({.path = u"/hello"_qs}));
    QVERIFY2(!answer && answer.error().code == ErrorCode::ClockWrong, qPrintable(told(answer)));
    QCOMPARE(server.applicationBytes(), 0);
}

void tst_HttpTraffic::whoShowsItsAuthorityIsAskedEachTime()
{
    // All that Qt has against such a server is of the authority: it would let another server of the same one go.
    ServerTls tls = m_bench.serverTls();
    tls.chainPem += m_bench.root.pem();
    TestServer server(TestServer::always("200 OK", {}, "{}"), tls);
    HttpClient client(m_bench.setup(server.port()));
    for (int i = 0; i < 3; ++i) {
        const auto answer = answered(client.send({.path = u"/hello"_qs}));
        QVERIFY2(answer, qPrintable(told(answer)));
    }
    QCOMPARE(server.handshakes(), 3);
    TestServer usual(TestServer::always("200 OK", {}, "{}"), m_bench.serverTls());
    HttpClient keeps(m_bench.setup(usual.port()));
    for (int i = 0; i < 3; ++i) {
        const auto answer = answered(keeps.send({.path = u"/hello"_qs}));
        QVERIFY2(answer, qPrintable(told(answer)));
    }
    QCOMPARE(usual.handshakes(), 1);
}

QTEST_GUILESS_MAIN(tst_HttpTraffic)
#include "tst_HttpTraffic.moc"

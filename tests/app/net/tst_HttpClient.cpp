// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/net/NetBench.h"

#include <QTest>

#include <atomic>

using namespace motcua;
using namespace motcua::test;
using namespace std::chrono_literals;

namespace {

using Connection = TestServer::Connection;

/** Short where a test waits for them to run out, else as they are. */
HttpLimits limits(std::chrono::milliseconds connect, std::chrono::milliseconds idle, std::chrono::milliseconds total)
{
    HttpLimits limits;
    limits.connect = connect;
    limits.idle = idle;
    limits.total = total;
    return limits;
}

/** Answers the first request with these bytes as they are and then does `after`. */
TestServer::Behaviour raw(const QByteArray &bytes, const std::function<void(Connection &)> &after = {})
{
    return [=](Connection &connection) {
        if (connection.readRequest() && connection.write(bytes) && after) {
            after(connection);
        }
    };
}

/** So many headers, each of a name of its own. */
QByteArray lines(int count)
{
    QByteArray all;
    for (int i = 0; i < count; ++i) {
        all += "X-" + QByteArray::number(i) + ": y\r\n";
    }
    return all;
}

const auto untilClosed = [](Connection &connection) { connection.waitForClient(); };
const auto reset = [](Connection &connection) { connection.reset(); };

} // namespace

/** Whatever a server does, or a network in its place: one answer, within its limits, or one reason. */
class tst_HttpClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerIsTold();
    void aRequestSaysWhatItHasTo();
    void answers_data();
    void answers();
    void refusals_data();
    void refusals();
    void theNetwork_data();
    void theNetwork();
    void timeRunsOut_data();
    void timeRunsOut();
    void anAnswerAsLargeAsAllowed();
    void aNetworkThatAnswersInPlace_data();
    void aNetworkThatAnswersInPlace();
    void proxies_data();
    void proxies();
    void theSystemsProxy();
    void whatMakesNoRequest_data();
    void whatMakesNoRequest();
    void cancelling();
    void aCancelledFutureEndsTheRequest();
    void everybodyIsAnsweredWhenItGoes();
    void aSlowUploadArrivesWhole();
    void aStormOfBusyAnswersLosesNone();
    void whatIsSentOnceIsSentOnce_data();
    void whatIsSentOnceIsSentOnce();

private:
    NetBench m_bench;
};

void tst_HttpClient::anAnswerIsTold()
{
    TestServer server(TestServer::always("200 OK",
                          "Content-Type: Application/JSON; charset=utf-8\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nRetry-After: "
                          "120\r\nUpload-Offset: 70\r\n",
                          "{\"a\":1}"),
        m_bench.serverTls());
    HttpClient client(m_bench.setup(server.port()));
    const auto answer = answered(client.send({.path = u"/hello?a=b"_qs}));
    QVERIFY2(answer, qPrintable(told(answer)));
    QCOMPARE(answer->status, 200);
    QCOMPARE(answer->mediaType, "application/json");
    QCOMPARE(answer->body, "{\"a\":1}");
    QCOMPARE(answer->dateMs, std::optional<qint64>(784'111'777'000));
    QCOMPARE(answer->retryAfter, std::optional(120s));
    QCOMPARE(answer->header("upload-offset"), "70");
    QVERIFY(answer->roundTripMs >= 0);
    QVERIFY(!answer->isHttp2);
    QVERIFY(!answer->refusal() && !answer->fault());
}

void tst_HttpClient::aRequestSaysWhatItHasTo()
{
    std::atomic<QByteArray *> seen = nullptr;
    TestServer server(
        [&seen](Connection &connection) {
            while (const auto request = connection.readRequest()) {
                delete seen.exchange(new QByteArray(*request));
                connection.answer("200 OK", "Set-Cookie: a=b\r\n", "{}");
            }
        },
        m_bench.serverTls());
    HttpClient client(m_bench.setup(server.port()));
    QVERIFY(answered(client.send({.path = u"/first"_qs})));
    QVERIFY(answered(client.send(
        {.method = "PATCH", .path = u"/b%20c"_qs, .mediaType = "application/zstd", .body = "bytes", .headers = {{"Upload-Offset", "5"}}})));
    const std::unique_ptr<QByteArray> request(seen.exchange(nullptr));
    QVERIFY2(request->startsWith("PATCH /b%20c HTTP/1.1\r\n"), request->constData());
    QVERIFY(request->endsWith("\r\n\r\nbytes"));
    const QByteArray lower = request->toLower();
    for (const char *line : {"\r\nhost: localhost:", "\r\ncontent-length: 5\r\n", "\r\ncontent-type: application/zstd\r\n",
             "\r\nupload-offset: 5\r\n", "\r\nuser-agent: motcua/", "\r\naccept-encoding: identity\r\n"}) {
        QVERIFY2(lower.contains(line), line);
    }
    for (const char *line : {"\r\ncookie:", "\r\nauthorization:", "\r\nreferer:"}) {
        QVERIFY2(!lower.contains(line), line);
    }
}

void tst_HttpClient::answers_data()
{
    QTest::addColumn<TestServer::Behaviour>("behaviour");
    QTest::addColumn<QList<ErrorCode>>("codes");
    const auto row = [](const char *name, ErrorCode code, const TestServer::Behaviour &behaviour) {
        QTest::newRow(name) << behaviour << QList<ErrorCode>{code};
    };
    row("cut off in its body", ErrorCode::AnswerCutOff, raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"));
    row("cut off in a chunk", ErrorCode::AnswerCutOff, raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\nhalf"));
    row("cut off between chunks", ErrorCode::AnswerCutOff, raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n"));
    // The kernel may drop what came before a reset and was not read yet.
    QTest::newRow("reset in its body") << TestServer::Behaviour(raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf", reset))
                                       << QList<ErrorCode>{ErrorCode::AnswerCutOff, ErrorCode::NetCut};
    row("reset before it", ErrorCode::NetCut, [](Connection &connection) {
        (void)connection.readRequest();
        connection.reset();
    });
    row("closed before it", ErrorCode::NetCut, [](Connection &connection) { (void)connection.readRequest(); });
    row("without an end", ErrorCode::AnswerTooLarge,
        raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", [](Connection &connection) {
            const QByteArray chunk = "10000\r\n" + QByteArray(0x10000, 'x') + "\r\n";
            while (connection.write(chunk)) { }
        }));
    row("announced too large", ErrorCode::AnswerTooLarge, raw("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nx", untilClosed));
    row("a header too long", ErrorCode::AnswerMalformed,
        raw("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX: " + QByteArray(40'000, 'x') + "\r\n\r\n", untilClosed));
    row("too many headers", ErrorCode::AnswerMalformed, raw("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n" + lines(70) + "\r\n", untilClosed));
    row("no HTTP", ErrorCode::NetCut, raw("SSH-2.0-OpenSSH_9.2\r\n"));
    row("an encoding nobody asked for", ErrorCode::AnswerMalformed,
        raw("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc", untilClosed));
    row("without saying how long", ErrorCode::AnswerMalformed, raw("HTTP/1.1 200 OK\r\n\r\n{}"));
    row("a page", ErrorCode::AnswerForeign,
        TestServer::always("200 OK", "Content-Type: text/html; charset=utf-8\r\n", "<html>Welcome</html>"));
    const QByteArray page = "Content-Type: text/html\r\n";
    row("no certificate, says nginx", ErrorCode::OwnCertificateMissing,
        TestServer::always("400 Bad Request", page, "<center>No required SSL certificate was sent</center>"));
    row("a bad certificate, says nginx", ErrorCode::OwnCertificateRefused,
        TestServer::always("400 Bad Request", page, "<center>The SSL certificate error</center>"));
    row("no certificate, by its own number", ErrorCode::OwnCertificateMissing, TestServer::always("496 x", {}, {}));
    row("a bad certificate, by its own number", ErrorCode::OwnCertificateRefused, TestServer::always("495 x", {}, {}));
    row("the network wants a sign-in", ErrorCode::CaptivePortal, TestServer::always("511 Network Authentication Required", {}, {}));
    row("a redirect", ErrorCode::AnswerForeign, TestServer::always("302 Found", "Location: https://localhost/elsewhere\r\n", {}));
    row("a redirect of the method", ErrorCode::AnswerForeign, TestServer::always("307 Temporary Redirect", "Location: /elsewhere\r\n", {}));
}

void tst_HttpClient::answers()
{
    QFETCH(TestServer::Behaviour, behaviour);
    QFETCH(QList<ErrorCode>, codes);
    TestServer server(behaviour, m_bench.serverTls());
    HttpClient client(m_bench.setup(server.port()));
    const auto answer = answered(client.send({.path = u"/batches"_qs}));
    QVERIFY2(!answer && codes.contains(answer.error().code), qPrintable(told(answer)));
}

void tst_HttpClient::refusals_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<int>("fault");
    const QByteArray problem = "Content-Type: application/problem+json\r\n";
    const auto row = [](const char *name, const QByteArray &status, const QByteArray &headers, const QByteArray &body, ErrorCode code,
                         const QString &detail,
                         Fault fault) { QTest::newRow(name) << status << headers << body << int(code) << detail << int(fault); };
    row("too many", "429 Too Many Requests", "Retry-After: 7\r\n", "slow down", ErrorCode::ServerBusy, u"429"_qs, Fault::Portal);
    row("not now", "503 Service Unavailable", "Content-Type: text/html\r\nRetry-After: 7\r\n", "<html>", ErrorCode::ServerBusy, u"503"_qs,
        Fault::Portal);
    row("broken", "500 Internal Server Error", {}, {}, ErrorCode::ServerFailed, u"500"_qs, Fault::Portal);
    row("nothing behind it", "502 Bad Gateway", "Content-Type: text/html\r\n", "<html>", ErrorCode::ServerFailed, u"502"_qs, Fault::Portal);
    row("bad request", "400 Bad Request", "Content-Type: text/html\r\n", "<html>400 Bad Request</html>", ErrorCode::ServerRefused,
        u"400"_qs, Fault::Data);
    row("a password", "401 Unauthorized", "WWW-Authenticate: Basic realm=\"x\"\r\n", "x", ErrorCode::ServerRefused, u"401"_qs, Fault::Data);
    row("not allowed", "403 Forbidden", {}, {}, ErrorCode::ServerRefused, u"403"_qs, Fault::Data);
    row("not there", "404 Not Found", "Content-Type: text/html\r\n", "<html>", ErrorCode::ServerRefused, u"404"_qs, Fault::Data);
    row("at odds", "409 Conflict", {}, {}, ErrorCode::ServerRefused, u"409"_qs, Fault::Data);
    row("too large", "413 Content Too Large", {}, {}, ErrorCode::ServerRefused, u"413"_qs, Fault::Data);
    row("with a problem", "422 Unprocessable Content", problem, R"({"type":"urn:x","status":422,"code":"batch.signature","fault":"desk"})",
        ErrorCode::ServerRefused, u"422 batch.signature"_qs, Fault::Desk);
    row("busy with a problem", "503 Service Unavailable", problem, R"({"code":"store.full","fault":"portal"})", ErrorCode::ServerBusy,
        u"503 store.full"_qs, Fault::Portal);
    row("a problem of another status", "422 Unprocessable Content", problem, R"({"status":500,"code":"a","fault":"desk"})",
        ErrorCode::ServerRefused, u"422"_qs, Fault::Data);
    row("a problem that is none", "500 Internal Server Error", problem, "{", ErrorCode::ServerFailed, u"500"_qs, Fault::Portal);
}

void tst_HttpClient::refusals()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, body);
    TestServer server(TestServer::always(status, headers, body), m_bench.serverTls());
    HttpClient client(m_bench.setup(server.port()));
    const auto answer = answered(client.send({.method = "POST", .path = u"/batches"_qs, .body = "x"}));
    QVERIFY2(answer, qPrintable(told(answer)));
    QCOMPARE(answer->status, status.first(3).toInt());
    QCOMPARE(answer->body, body);
    QVERIFY(answer->refusal());
    QTEST(int(answer->refusal()->code), "code");
    QTEST(answer->refusal()->detail, "detail");
    QTEST(int(*answer->fault()), "fault");
    QCOMPARE(answer->retryAfter, headers.contains("Retry-After") ? std::optional(7s) : std::nullopt);
}

void tst_HttpClient::theNetwork_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<int>("code");
    QTest::newRow("nothing listens") << u"https://127.0.0.1:1"_qs << int(ErrorCode::NetRefused);
    QTest::newRow("a name without an address") << u"https://nowhere.invalid"_qs << int(ErrorCode::NetNameUnknown);
    // No connection can be made to the broadcast address: the kernel says so at once and sends nothing.
    QTest::newRow("no way there") << u"https://255.255.255.255"_qs << int(ErrorCode::NetUnreachable);
}

void tst_HttpClient::theNetwork()
{
    QFETCH(QString, base);
    QFETCH(int, code);
    HttpSetup setup = m_bench.setup(1);
    setup.base = QUrl(base);
    HttpClient client(std::move(setup));
    const auto answer = answered(client.send({.path = u"/hello"_qs}));
    QVERIFY2(!answer && answer.error().code == static_cast<ErrorCode>(code), qPrintable(told(answer)));
}

void tst_HttpClient::timeRunsOut_data()
{
    QTest::addColumn<TestServer::Behaviour>("behaviour");
    QTest::addColumn<bool>("isTls");
    QTest::addColumn<int>("connectMs");
    QTest::addColumn<int>("idleMs");
    QTest::addColumn<int>("totalMs");
    QTest::addColumn<QString>("detail");
    constexpr int Long = 1'000'000;
    const TestServer::Behaviour silent = [](Connection &connection) { connection.waitForClient(); };
    const TestServer::Behaviour drips = raw("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\ndrip", untilClosed);
    const TestServer::Behaviour flowsOn = raw("HTTP/1.1 200 OK\r\nContent-Length: 8000000\r\n\r\n", [](Connection &connection) {
        while (connection.write("x")) {
            std::this_thread::yield();
        }
    });
    QTest::newRow("no handshake") << silent << false << 300 << Long << Long << u"connect"_qs;
    QTest::newRow("no answer") << silent << true << Long << 300 << Long << u"idle"_qs;
    QTest::newRow("an answer that stops") << drips << true << Long << 300 << Long << u"idle"_qs;
    QTest::newRow("an answer that goes on for too long") << flowsOn << true << Long << Long << 600 << u"total"_qs;
}

void tst_HttpClient::timeRunsOut()
{
    QFETCH(TestServer::Behaviour, behaviour);
    QFETCH(bool, isTls);
    QFETCH(int, connectMs);
    QFETCH(int, idleMs);
    QFETCH(int, totalMs);
    TestServer server(behaviour, isTls ? m_bench.serverTls() : ServerTls());
    HttpSetup setup = m_bench.setup(server.port());
    setup.limits = limits(std::chrono::milliseconds(connectMs), std::chrono::milliseconds(idleMs), std::chrono::milliseconds(totalMs));
    HttpClient client(std::move(setup));
    const auto answer = answered(client.send({.path = u"/hello"_qs}));
    QVERIFY2(!answer && answer.error().code == ErrorCode::NetTimedOut, qPrintable(told(answer)));
    QTEST(answer.error().detail, "detail");
}

void tst_HttpClient::anAnswerAsLargeAsAllowed()
{
    TestServer server(TestServer::always("200 OK", "Content-Type: application/zstd\r\n", QByteArray(100'000, 'x')), m_bench.serverTls());
    HttpSetup setup = m_bench.setup(server.port());
    setup.limits.answerBytes = 100'000;
    HttpClient client(std::move(setup));
    const auto fits = answered(client.send({.path = u"/"_qs}));
    QVERIFY2(fits && fits->body.size() == 100'000, qPrintable(told(fits)));
    HttpLimits less;
    less.answerBytes = 99'999;
    QCOMPARE(answered(client.send({.path = u"/"_qs, .limits = less})).error().code, ErrorCode::AnswerTooLarge);
    const auto head = answered(client.send({.path = u"/"_qs}));
    QVERIFY2(head, qPrintable(told(head)));
}

void tst_HttpClient::aNetworkThatAnswersInPlace_data()
{
    QTest::addColumn<TestServer::Behaviour>("plain");
    QTest::addColumn<int>("code");
    QTest::newRow("by a redirect") << TestServer::always("302 Found", "Location: http://login.example.vn/\r\n", {})
                                   << int(ErrorCode::CaptivePortal);
    QTest::newRow("by a page") << TestServer::always("200 OK", "Content-Type: text/html\r\n", "<html>Sign in</html>")
                               << int(ErrorCode::CaptivePortal);
    QTest::newRow("by 511") << TestServer::always("511 Network Authentication Required", {}, {}) << int(ErrorCode::CaptivePortal);
    QTest::newRow("no, the line is free") << TestServer::always("204 No Content", {}, {}) << int(ErrorCode::ServerUntrusted);
    QTest::newRow("no, nobody says so") << TestServer::Behaviour([](Connection &connection) { (void)connection.readRequest(); })
                                        << int(ErrorCode::ServerUntrusted);
}

void tst_HttpClient::aNetworkThatAnswersInPlace()
{
    QFETCH(TestServer::Behaviour, plain);
    QFETCH(int, code);
    const IssuedCertificate stranger{IssuedCertificate::Wish{}};
    ServerTls tls;
    tls.chainPem = stranger.pem();
    tls.keyPem = stranger.keyPem();
    TestServer inPlace(TestServer::always("200 OK", "Content-Type: text/html\r\n", "<html>Sign in</html>"), tls);
    TestServer probe(plain);
    HttpSetup setup = m_bench.setup(inPlace.port());
    setup.probe = QUrl(u"http://localhost:%1/generate_204"_qs.arg(probe.port()));
    HttpClient client(std::move(setup));
    const auto answer = answered(client.send({.path = u"/hello"_qs}));
    QVERIFY2(!answer && answer.error().code == static_cast<ErrorCode>(code), qPrintable(told(answer)));
    QCOMPARE(inPlace.applicationBytes(), 0);
    QVERIFY(probe.applicationBytes() > 0);
}

void tst_HttpClient::proxies_data()
{
    QTest::addColumn<QByteArray>("says");
    QTest::addColumn<bool>("isThere");
    QTest::addColumn<int>("code");
    QTest::newRow("lets it through") << QByteArray("200 Connection established") << true << -1;
    QTest::newRow("wants a password") << QByteArray("407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"") << true
                                      << int(ErrorCode::ProxyPassword);
    QTest::newRow("does not want to") << QByteArray("403 Forbidden") << true << int(ErrorCode::ProxyRefused);
    QTest::newRow("shows a page") << QByteArray("302 Found\r\nLocation: http://login.example.vn/") << true << int(ErrorCode::ProxyRefused);
    QTest::newRow("is not there") << QByteArray() << false << int(ErrorCode::ProxyRefused);
}

void tst_HttpClient::proxies()
{
    QFETCH(QByteArray, says);
    QFETCH(bool, isThere);
    QFETCH(int, code);
    TestServer server(TestServer::always("200 OK", {}, "{}"), m_bench.serverTls());
    const quint16 port = server.port();
    TestServer proxy([says, port](Connection &connection) {
        if (connection.readRequest()) {
            const bool opens = says.startsWith("200");
            connection.write("HTTP/1.1 " + says + (opens ? "\r\n\r\n" : "\r\nContent-Length: 0\r\n\r\n"));
            if (opens) {
                connection.tunnelTo(port);
            }
        }
    });
    HttpSetup setup = m_bench.setup(port);
    setup.proxy = *ProxyChoice::fromText(u"127.0.0.1:%1"_qs.arg(isThere ? proxy.port() : 1));
    HttpClient client(std::move(setup));
    const auto answer = answered(client.send({.path = u"/hello"_qs}));
    if (code < 0) {
        QVERIFY2(answer && answer->status == 200, qPrintable(told(answer)));
        QVERIFY(proxy.connections() > 0);
    } else {
        QVERIFY2(!answer && answer.error().code == static_cast<ErrorCode>(code), qPrintable(told(answer)));
        QCOMPARE(server.connections(), 0);
    }
}

void tst_HttpClient::theSystemsProxy()
{
    TestServer server(TestServer::always("200 OK", {}, "{}"), m_bench.serverTls());
    const quint16 port = server.port();
    TestServer proxy([port](Connection &connection) {
        if (connection.readRequest()) {
            connection.write("HTTP/1.1 200 Connection established\r\n\r\n");
            connection.tunnelTo(port);
        }
    });
    qputenv("https_proxy", "http://127.0.0.1:" + QByteArray::number(proxy.port()));
    HttpSetup setup = m_bench.setup(port);
    setup.proxy = *ProxyChoice::fromText(u"system"_qs);
    HttpClient client(std::move(setup));
    const auto bySystem = answered(client.send({.path = u"/hello"_qs}));
    const int after = proxy.connections();
    HttpClient direct(m_bench.setup(port));
    const auto without = answered(direct.send({.path = u"/hello"_qs}));
    qunsetenv("https_proxy");
    QVERIFY2(bySystem, qPrintable(told(bySystem)));
    QVERIFY(after > 0);
    QVERIFY2(without, qPrintable(told(without)));
    QCOMPARE(proxy.connections(), after);
}

void tst_HttpClient::whatMakesNoRequest_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<HttpRequest>("request");
    QTest::addColumn<bool>("isPinned");
    const QString good = u"https://localhost:1"_qs;
    QTest::newRow("not safe") << u"http://localhost:1"_qs << HttpRequest{.path = u"/"_qs} << true;
    QTest::newRow("a password in it") << u"https://a:b@localhost:1"_qs << HttpRequest{.path = u"/"_qs} << true;
    QTest::newRow("no host") << u"https:///a"_qs << HttpRequest{.path = u"/"_qs} << true;
    QTest::newRow("nobody pinned") << good << HttpRequest{.path = u"/"_qs} << false;
    QTest::newRow("no method") << good << HttpRequest{.method = {}, .path = u"/"_qs} << true;
    QTest::newRow("two lines of a method") << good << HttpRequest{.method = "GET\r\nX: y", .path = u"/"_qs} << true;
    QTest::newRow("another host by the path") << good << HttpRequest{.path = u"@example.vn/"_qs} << true;
    QTest::newRow("two lines of a header") << good << HttpRequest{.path = u"/"_qs, .headers = {{"X", "y\r\nZ: a"}}} << true;
}

void tst_HttpClient::whatMakesNoRequest()
{
    QFETCH(QString, base);
    QFETCH(HttpRequest, request);
    QFETCH(bool, isPinned);
    HttpSetup setup = m_bench.setup(1);
    setup.base = QUrl(base);
    if (!isPinned) {
        setup.pins.reset();
    }
    HttpClient client(std::move(setup));
    QCOMPARE(answered(client.send(request)).error().code, ErrorCode::Invalid);
}

void tst_HttpClient::cancelling()
{
    TestServer server([](Connection &connection) { connection.waitForClient(); }, m_bench.serverTls());
    HttpClient client(m_bench.setup(server.port()));
    const auto underWay = client.send({.path = u"/a"_qs});
    const auto waits = client.send({.path = u"/b"_qs});
    QTRY_VERIFY(server.applicationBytes() > 0);
    client.cancelAll();
    QCOMPARE(answered(underWay).error().code, ErrorCode::Cancelled);
    QCOMPARE(answered(waits).error().code, ErrorCode::Cancelled);
}

void tst_HttpClient::aCancelledFutureEndsTheRequest()
{
    std::atomic_bool isGone = false;
    TestServer server(
        [&isGone](Connection &connection) {
            connection.waitForClient();
            isGone = true;
        },
        m_bench.serverTls());
    HttpClient client(m_bench.setup(server.port()));
    auto future = client.send({.path = u"/a"_qs});
    QTRY_VERIFY(server.applicationBytes() > 0);
    future.cancel();
    QTRY_VERIFY(isGone);
    QCOMPARE(future.resultCount(), 0);
}

void tst_HttpClient::everybodyIsAnsweredWhenItGoes()
{
    TestServer server([](Connection &connection) { connection.waitForClient(); }, m_bench.serverTls());
    auto client = std::make_unique<HttpClient>(m_bench.setup(server.port()));
    const auto underWay = client->send({.path = u"/a"_qs});
    const auto waits = client->send({.path = u"/b"_qs});
    QTRY_VERIFY(server.applicationBytes() > 0);
    const auto asked = client->send({.path = u"/c"_qs});
    client.reset();
    QCOMPARE(answered(underWay).error().code, ErrorCode::Closed);
    QCOMPARE(answered(waits).error().code, ErrorCode::Closed);
    QCOMPARE(answered(asked).error().code, ErrorCode::Closed);
}

void tst_HttpClient::aSlowUploadArrivesWhole()
{
    QByteArray body;
    for (int i = 0; body.size() < 300'000; ++i) {
        body += QByteArray::number(i) + ' ';
    }
    std::atomic<qint64> right = 0;
    TestServer server(
        [&](Connection &connection) {
            while (const auto request = connection.readRequest()) {
                right += request->endsWith("\r\n\r\n" + body) ? 1 : 0;
                connection.answer("200 OK", {}, "{}");
            }
        },
        m_bench.serverTls());
    HttpSetup setup = m_bench.setup(server.port());
    setup.uploadBytesPerSecond = 400'000;
    // Slower than the idle limit allows for the whole: what moves is not idle.
    setup.limits = limits(10s, 400ms, 60s);
    HttpClient client(std::move(setup));
    const auto first = client.send({.method = "POST", .path = u"/a"_qs, .body = body});
    const auto second = client.send({.method = "POST", .path = u"/b"_qs, .body = body});
    const auto one = answered(first);
    const auto two = answered(second);
    QVERIFY2(one && two, qPrintable(told(one) + u' ' + told(two)));
    QCOMPARE(right, 2);
}

void tst_HttpClient::aStormOfBusyAnswersLosesNone()
{
    std::atomic_int asked = 0;
    TestServer server(
        [&asked](Connection &connection) {
            while (connection.readRequest()) {
                ++asked;
                connection.answer("429 Too Many Requests", "Retry-After: 99999999999\r\n", "{}");
            }
        },
        m_bench.serverTls());
    HttpClient client(m_bench.setup(server.port()));
    QList<QFuture<Result<HttpAnswer>>> all;
    for (int i = 0; i < 50; ++i) {
        all.append(client.send({.method = "POST", .path = u"/batches"_qs, .body = "x"}));
    }
    for (const auto &one : all) {
        const auto answer = answered(one);
        QVERIFY2(answer && answer->refusal() && answer->refusal()->code == ErrorCode::ServerBusy, qPrintable(told(answer)));
        QCOMPARE(answer->retryAfter, std::optional<std::chrono::seconds>(3'600s));
    }
    QCOMPARE(asked, 50);
}

void tst_HttpClient::whatIsSentOnceIsSentOnce_data()
{
    QTest::addColumn<bool>("isFirst");
    QTest::newRow("on a connection of its own") << true;
    QTest::newRow("on one that was used before") << false;
}

// The server takes it and is gone before it answers.
void tst_HttpClient::whatIsSentOnceIsSentOnce()
{
    QFETCH(bool, isFirst);
    std::atomic_int taken = 0;
    const NetBench bench;
    const TestServer server(
        [&taken](Connection &connection) {
            while (const auto request = connection.readRequest()) {
                if (request->startsWith("POST")) {
                    ++taken;
                    return;
                }
                connection.answer("200 OK", {}, "here");
            }
        },
        bench.serverTls());
    HttpClient client(bench.setup(server.port()));
    if (!isFirst) {
        QCOMPARE(told(answered(client.send({.path = u"/"_qs}))), u"answered 200"_qs);
    }
    const auto lost = answered(
        client.send({.method = "POST", .path = u"/"_qs, .mediaType = "text/plain", .body = "a step", .isOnce = true}));
    QVERIFY(!lost);
    QCOMPARE(lost.error().code, ErrorCode::NetCut);
    QCOMPARE(taken.load(), 1);
    QCOMPARE(told(answered(client.send({.path = u"/"_qs}))), u"answered 200"_qs);
}

QTEST_GUILESS_MAIN(tst_HttpClient)
#include "tst_HttpClient.moc"

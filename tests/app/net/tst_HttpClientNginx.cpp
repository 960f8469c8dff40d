// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/net/NetBench.h"
#include "tests/app/net/NginxBench.h"
#include "tests/app/net/WhoIsThere.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;
using namespace motcua::test;

/** The client and the server that stands before a real gateway: mutual TLS 1.3 and HTTP/2 of nginx. */
class tst_HttpClientNginx : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void speaksHttp2();
    void manyAtOnceShareOneConnection();
    void bodiesArriveWhole_data();
    void bodiesArriveWhole();
    void whatIsTooLargeIsRefused();
    void itsOwnRefusals_data();
    void itsOwnRefusals();
    void nothingBehindIt();
    void aServerThatEndsConnections();
    void aServerThatComesBackAsAnother();

private:
    [[nodiscard]] static bool write(const QString &path, const QByteArray &bytes);

    NetBench m_bench;
    QTemporaryDir m_folder;
    std::unique_ptr<NginxBench> m_nginx;
    std::unique_ptr<TestServer> m_behind;
};

bool tst_HttpClientNginx::write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

void tst_HttpClientNginx::initTestCase()
{
    if (NginxBench::program().isEmpty()) {
        QSKIP("There is no nginx here: ./dev setup installs nginx-light.");
    }
    m_behind = whoIsThere();
    QVERIFY(write(m_folder.filePath(u"server.pem"_qs), m_bench.server.pem()));
    QVERIFY(write(m_folder.filePath(u"server.key"_qs), m_bench.server.keyPem()));
    QVERIFY(write(m_folder.filePath(u"clients.pem"_qs), m_bench.root.pem()));
    m_nginx = std::make_unique<NginxBench>(m_folder.path(),
        "location /behind { proxy_http_version 1.1; proxy_set_header X-Desk $ssl_client_s_dn; proxy_pass http://127.0.0.1:"
            + QByteArray::number(m_behind->port())
            + "; }\n"
              "location /nothing { proxy_pass http://127.0.0.1:1; }\n"
              "location /page { default_type text/html; return 200 '<html></html>'; }\n"
              "location /moved { return 301 https://example.vn/; }\n"
              "location /busy { add_header Retry-After 7 always; return 429; }\n"
              "location /problem { default_type application/problem+json; return 403 "
              "'{\"status\":403,\"code\":\"desk.revoked\",\"fault\":\"desk\"}'; }\n");
    QVERIFY2(m_nginx->start(), qPrintable(m_nginx->output()));
}

void tst_HttpClientNginx::speaksHttp2()
{
    HttpClient client(m_bench.setup(m_nginx->port()));
    const auto answer = answered(client.send({.path = u"/behind"_qs}));
    QVERIFY2(answer && answer->status == 200, qPrintable(told(answer)));
    QVERIFY(answer->isHttp2);
    QCOMPARE(answer->body, "0 desk");
    QVERIFY(answer->dateMs);
    QTRY_VERIFY(m_nginx->log().contains("200 HTTP/2.0 "));
    QVERIFY(m_nginx->log().contains(" SUCCESS"));
}

void tst_HttpClientNginx::manyAtOnceShareOneConnection()
{
    HttpClient client(m_bench.setup(m_nginx->port()));
    QList<QFuture<Result<HttpAnswer>>> all;
    for (int i = 0; i < 40; ++i) {
        all.append(client.send({.method = "POST", .path = u"/behind"_qs, .body = QByteArray(1'000 + i, 'x')}));
    }
    for (int i = 0; i < all.size(); ++i) {
        const auto answer = answered(all[i]);
        QVERIFY2(answer && answer->isHttp2, qPrintable(told(answer)));
        QCOMPARE(answer->body, QByteArray::number(1'000 + i) + " desk");
    }
}

void tst_HttpClientNginx::bodiesArriveWhole_data()
{
    QTest::addColumn<int>("bytesPerSecond");
    QTest::newRow("as fast as it goes") << 0;
    QTest::newRow("paced") << 4'000'000;
}

void tst_HttpClientNginx::bodiesArriveWhole()
{
    QFETCH(int, bytesPerSecond);
    HttpSetup setup = m_bench.setup(m_nginx->port());
    setup.uploadBytesPerSecond = bytesPerSecond;
    HttpClient client(std::move(setup));
    const QByteArray body(2'000'000, 'x');
    const auto first = client.send({.method = "PUT", .path = u"/behind"_qs, .body = body});
    const auto second = client.send({.method = "PUT", .path = u"/behind"_qs, .body = body});
    for (const auto &one : {first, second}) {
        const auto answer = answered(one);
        QVERIFY2(answer && answer->isHttp2, qPrintable(told(answer)));
        QCOMPARE(answer->body, "2000000 desk");
    }
}

void tst_HttpClientNginx::whatIsTooLargeIsRefused()
{
    HttpClient client(m_bench.setup(m_nginx->port()));
    const auto answer = answered(client.send({.method = "PUT", .path = u"/behind"_qs, .body = QByteArray(9'000'000, 'x')}));
    QVERIFY2(answer, qPrintable(told(answer)));
    QCOMPARE(answer->status, 413);
    QCOMPARE(answer->refusal()->code, ErrorCode::ServerRefused);
}

void tst_HttpClientNginx::itsOwnRefusals_data()
{
    using Make = std::function<std::shared_ptr<const TlsIdentity>(const NetBench &)>;
    QTest::addColumn<Make>("make");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("code");
    using IC = IssuedCertificate;
    const Make ours = [](const NetBench &bench) { return bench.identity(); };
    QTest::newRow("no certificate") << Make([](const NetBench &) { return std::shared_ptr<const TlsIdentity>(); }) << u"/behind"_qs
                                    << int(ErrorCode::OwnCertificateMissing);
    QTest::newRow("of somebody else") << Make([](const NetBench &) {
        const IC other(IC::authority("Other"));
        return NetBench::identityOf(IC(IC::desk(), &other));
    }) << u"/behind"_qs << int(ErrorCode::OwnCertificateRefused);
    QTest::newRow("expired") << Make([](const NetBench &bench) {
        IC::Wish wish = IC::desk();
        wish.toS = -3'600;
        return NetBench::identityOf(IC(wish, &bench.root));
    }) << u"/behind"_qs << int(ErrorCode::OwnCertificateExpired);
    QTest::newRow("busy") << ours << u"/busy"_qs << int(ErrorCode::ServerBusy);
    QTest::newRow("a problem") << ours << u"/problem"_qs << int(ErrorCode::ServerRefused);
    QTest::newRow("not there") << ours << u"/elsewhere"_qs << int(ErrorCode::ServerRefused);
    QTest::newRow("nothing behind it") << ours << u"/nothing"_qs << int(ErrorCode::ServerFailed);
    QTest::newRow("a page") << ours << u"/page"_qs << int(ErrorCode::AnswerForeign);
    QTest::newRow("a redirect") << ours << u"/moved"_qs << int(ErrorCode::AnswerForeign);
}

void tst_HttpClientNginx::itsOwnRefusals()
{
    QFETCH(std::function<std::shared_ptr<const TlsIdentity>(const NetBench &)>, make);
    QFETCH(QString, path);
    QFETCH(int, code);
    HttpSetup setup = m_bench.setup(m_nginx->port());
    setup.identity = make(m_bench);
    HttpClient client(std::move(setup));
    const auto answer = answered(client.send({.path = path}));
    const auto error = answer ? answer->refusal() : std::optional(answer.error());
    QVERIFY(error);
    QVERIFY2(error->code == static_cast<ErrorCode>(code), qPrintable(told(answer) + u' ' + errorName(error->code)));
}

void tst_HttpClientNginx::nothingBehindIt()
{
    HttpClient client(m_bench.setup(m_nginx->port()));
    const auto busy = answered(client.send({.path = u"/busy"_qs}));
    QVERIFY2(busy, qPrintable(told(busy)));
    QCOMPARE(busy->retryAfter, std::optional(std::chrono::seconds(7)));
    const auto refused = answered(client.send({.path = u"/problem"_qs}));
    QVERIFY2(refused && refused->problem, qPrintable(told(refused)));
    QCOMPARE(refused->problem->code, u"desk.revoked"_qs);
    QCOMPARE(refused->fault(), std::optional(Fault::Desk));
}

void tst_HttpClientNginx::aServerThatEndsConnections()
{
    QTemporaryDir folder;
    for (const QString &name : {u"server.pem"_qs, u"server.key"_qs, u"clients.pem"_qs}) {
        QVERIFY(QFile::copy(m_folder.filePath(name), folder.filePath(name)));
    }
    // After five requests each, as it does in earnest after a thousand: none of the others is lost.
    NginxBench nginx(folder.path(), "keepalive_requests 5;\nlocation / { default_type application/json; return 200 '{}'; }\n");
    QVERIFY2(nginx.start(), qPrintable(nginx.output()));
    HttpSetup setup = m_bench.setup(nginx.port());
    setup.limits.connect = std::chrono::seconds(1);
    HttpClient client(std::move(setup));
    QList<QFuture<Result<HttpAnswer>>> all;
    for (int i = 0; i < 40; ++i) {
        all.append(client.send({.path = u"/"_qs}));
    }
    for (const auto &one : all) {
        auto answer = answered(one);
        // Now and then Qt 6.4 leaves one lying on the connection that ends: that is ended by time, and it may be asked again.
        for (int again = 0; again < 3 && !answer && answer.error().code == ErrorCode::NetTimedOut; ++again) {
            answer = answered(client.send({.path = u"/"_qs}));
        }
        QVERIFY2(answer && answer->isHttp2, qPrintable(told(answer)));
    }
}

void tst_HttpClientNginx::aServerThatComesBackAsAnother()
{
    const QByteArray locations = "location / { default_type application/json; return 200 '{}'; }\n";
    // A fault that Qt itself does not find, on a connection that it makes anew without a word.
    IssuedCertificate other({.name = "localhost", .names = {}}, &m_bench.root);
    QTemporaryDir one;
    QTemporaryDir two;
    for (const auto &[folder, certificate] : {std::pair(&one, &m_bench.server), std::pair(&two, &other)}) {
        QVERIFY(write(folder->filePath(u"server.pem"_qs), certificate->pem()));
        QVERIFY(write(folder->filePath(u"server.key"_qs), certificate->keyPem()));
        QVERIFY(write(folder->filePath(u"clients.pem"_qs), m_bench.root.pem()));
    }
    auto first = std::make_unique<NginxBench>(one.path(), locations);
    QVERIFY2(first->start(), qPrintable(first->output()));
    const quint16 port = first->port();
    HttpClient client(m_bench.setup(port));
    const auto before = answered(client.send({.path = u"/"_qs}));
    QVERIFY2(before && before->isHttp2, qPrintable(told(before)));
    first.reset();
    NginxBench second(two.path(), locations, port);
    QVERIFY2(second.start(), qPrintable(second.output()));
    QList<QFuture<Result<HttpAnswer>>> all;
    for (int i = 0; i < 4; ++i) {
        all.append(client.send({.method = "POST", .path = u"/"_qs, .body = "x"}));
    }
    for (const auto &future : all) {
        const auto answer = answered(future);
        QVERIFY2(!answer && answer.error().code == ErrorCode::ServerOtherHost, qPrintable(told(answer)));
    }
    QCOMPARE(second.log(), QByteArray());
}

QTEST_GUILESS_MAIN(tst_HttpClientNginx)
#include "tst_HttpClientNginx.moc"

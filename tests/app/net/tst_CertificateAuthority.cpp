// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/CertificateAuthority.h"
#include "app/net/TlsIdentity.h"
#include "app/net/TlsPins.h"
#include "tests/app/net/NetBench.h"

#include <QDateTime>
#include <QSslCertificate>
#include <QTest>

using namespace motcua;
using namespace motcua::test;

namespace {

constexpr qint64 Day = 86'400'000;

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch() / 1000 * 1000;
}

CertificateAuthority made(const QString &name = QStringLiteral("Portal"))
{
    return *CertificateAuthority::make(name, {now() - Day, now() + 3'650 * Day});
}

CertificateRequest requested(const QString &name)
{
    return CertificateRequest::make(name)->request;
}

} // namespace

/** What the authority of a portal gives is what both sides of mutual TLS believe, and nothing else passes for it. */
class tst_CertificateAuthority : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothSidesOfALineBelieveIt();
    void itsTermIsKept();
    void aHostIsANameOrAnAddress_data();
    void aHostIsANameOrAnAddress();
    void itIsReadAgain();
    void ofOthersNothingIsRecognised();
    void outOfItsTimeItCountsNot();
};

void tst_CertificateAuthority::bothSidesOfALineBelieveIt()
{
    const CertificateAuthority authority = made();
    auto host = CertificateRequest::make(QStringLiteral("portal"));
    auto desk = CertificateRequest::make(QStringLiteral("0190d3a0-5c1e-7a44-9d21-6f0f7c0a1b2c"));
    const auto server = authority.server(host->request, QStringLiteral("localhost"), {now() - Day, now() + Day});
    const auto client = authority.desk(desk->request, {now() - Day, now() + Day});
    QVERIFY(server && client);
    ServerTls tls;
    tls.chainPem = server->pem;
    tls.keyPem = host->key.view().toByteArray();
    tls.clientAuthorityPem = authority.pem();
    TestServer answering(TestServer::always("200 OK", "Content-Type: text/plain\r\n", "seen"), tls);
    HttpSetup setup;
    setup.base = QUrl(QStringLiteral("https://localhost:%1").arg(answering.port()));
    setup.pins = *TlsPins::fromPem(authority.pem());
    setup.identity = std::make_shared<const TlsIdentity>(*TlsIdentity::fromPem(client->pem, std::move(desk->key)));
    HttpClient asking(std::move(setup));
    const auto answer = answered(asking.send({.path = QStringLiteral("/")}));
    QVERIFY2(answer && answer->body == "seen", qPrintable(told(answer)));
    // And is told apart again by whoever is shown it.
    const auto known = authority.recognised(client->pem, now());
    QVERIFY(known);
    QCOMPARE(known->commonName, QStringLiteral("0190d3a0-5c1e-7a44-9d21-6f0f7c0a1b2c"));
    QCOMPARE(known->fingerprint, client->fingerprint);
}

void tst_CertificateAuthority::itsTermIsKept()
{
    const auto client = made().desk(requested(QStringLiteral("desk")), {now() - Day, now() + 365 * Day});
    QVERIFY(client);
    QCOMPARE(client->fromMs, now() - Day);
    QCOMPARE(client->toMs, now() + 365 * Day);
    const QSslCertificate read(client->pem);
    QCOMPARE(read.expiryDate().toMSecsSinceEpoch(), client->toMs);
    QCOMPARE(client->fingerprint, read.digest(QCryptographicHash::Sha256));
}

void tst_CertificateAuthority::aHostIsANameOrAnAddress_data()
{
    QTest::addColumn<bool>("isHost");
    for (const char *host : {"localhost", "portal.example.vn", "127.0.0.1", "::1", "a-b.c"}) {
        QTest::newRow(host) << true;
    }
    for (const char *host : {"", "portal,DNS:other", "*.example.vn", "a b", "-a", "a..b", "email:x@y", "fe80::1%eth0", "ví-dụ.vn"}) {
        QTest::newRow(host) << false;
    }
}

void tst_CertificateAuthority::aHostIsANameOrAnAddress()
{
    QFETCH(bool, isHost);
    const QString host = QString::fromUtf8(QTest::currentDataTag());
    const CertificateAuthority authority = made();
    const auto server = authority.server(requested(QStringLiteral("portal")), host, {now() - Day, now() + Day});
    QCOMPARE(static_cast<bool>(server), isHost);
    if (server) {
        const auto pins = TlsPins::fromPem(authority.pem());
        const QList<QByteArray> chain{QSslCertificate(server->pem).toDer()};
        QVERIFY(pins->prove(chain, host, now()));
        QVERIFY(!pins->prove(chain, QStringLiteral("other.example"), now()));
        QVERIFY(!authority.recognised(server->pem, now())); // a server is no desk
    } else {
        QCOMPARE(server.error().code, ErrorCode::Invalid);
    }
}

void tst_CertificateAuthority::itIsReadAgain()
{
    const CertificateAuthority authority = made();
    const auto again = CertificateAuthority::fromPem(authority.pem(), authority.keyPem());
    QVERIFY(again);
    QCOMPARE(again->pem(), authority.pem());
    const auto client = again->desk(requested(QStringLiteral("desk")), {now() - Day, now() + Day});
    QVERIFY(authority.recognised(client->pem, now()));
    QCOMPARE(CertificateAuthority::fromPem(authority.pem(), made().keyPem()).error().code, ErrorCode::OwnKeyOther);
    QCOMPARE(CertificateAuthority::fromPem("", authority.keyPem()).error().code, ErrorCode::OwnCertificateUnreadable);
    QCOMPARE(CertificateAuthority::fromPem(client->pem, authority.keyPem()).error().code, ErrorCode::OwnCertificateUnreadable);
    QVERIFY(!CertificateAuthority::make({}, {now(), now() + Day}));
    QVERIFY(!CertificateAuthority::make(QStringLiteral("Portal"), {now(), now()}));
}

void tst_CertificateAuthority::ofOthersNothingIsRecognised()
{
    const CertificateAuthority authority = made();
    // Of the same name, so only the signature tells.
    const CertificateAuthority other = made();
    const auto client = other.desk(requested(QStringLiteral("desk")), {now() - Day, now() + Day});
    QCOMPARE(authority.recognised(client->pem, now()).error().code, ErrorCode::OwnCertificateRefused);
    QCOMPARE(authority.recognised(authority.pem(), now()).error().code, ErrorCode::OwnCertificateRefused);
    const auto own = authority.desk(requested(QStringLiteral("desk")), {now() - Day, now() + Day});
    QCOMPARE(authority.recognised(own->pem + own->pem, now()).error().code, ErrorCode::OwnCertificateUnreadable);
    QCOMPARE(authority.recognised("desk", now()).error().code, ErrorCode::OwnCertificateUnreadable);
    QByteArray der = QSslCertificate(own->pem).toDer();
    for (qsizetype at = 0; at < der.size(); at += 7) {
        QByteArray changed = der;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        QVERIFY(!authority.recognised("-----BEGIN CERTIFICATE-----\n" + changed.toBase64() + "\n-----END CERTIFICATE-----\n", now()));
    }
}

void tst_CertificateAuthority::outOfItsTimeItCountsNot()
{
    const CertificateAuthority authority = made();
    const auto client = authority.desk(requested(QStringLiteral("desk")), {now() - Day, now() + Day});
    QVERIFY(authority.recognised(client->pem, client->toMs));
    QCOMPARE(authority.recognised(client->pem, client->toMs + 1).error().code, ErrorCode::OwnCertificateExpired);
    QCOMPARE(authority.recognised(client->pem, client->fromMs - 1).error().code, ErrorCode::OwnCertificateExpired);
}

QTEST_GUILESS_MAIN(tst_CertificateAuthority)
#include "tst_CertificateAuthority.moc"

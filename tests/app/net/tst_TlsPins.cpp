// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/TlsPins.h"
#include "tests/support/IssuedCertificate.h"

#include <QDateTime>
#include <QTest>

using namespace motcua;
using motcua::testsupport::IssuedCertificate;

/** Who is pinned, and what of time and name is proved; what else makes a chain bad stands in tst_HttpTraffic, before a server that shows it. */
class tst_TlsPins : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoIsNoAuthorityIsNotPinned_data();
    void whoIsNoAuthorityIsNotPinned();
    void namesAreCompared_data();
    void namesAreCompared();
    void timeIsTheCallers();
    void nobodyIsProvedByNothing();
    void anyOfSeveralMayCertify();

private:
    [[nodiscard]] static qint64 now() { return QDateTime::currentMSecsSinceEpoch(); }

    IssuedCertificate m_root{IssuedCertificate::authority("Root")};
    IssuedCertificate m_server{{}, &m_root};
};

void tst_TlsPins::whoIsNoAuthorityIsNotPinned_data()
{
    QTest::addColumn<QByteArray>("authorities");
    QTest::addColumn<QByteArray>("lists");
    IssuedCertificate::Wish old = IssuedCertificate::authority("Old");
    old.basicConstraints.clear();
    QTest::newRow("nobody") << QByteArray() << QByteArray();
    QTest::newRow("no certificate") << QByteArray("pinned") << QByteArray();
    QTest::newRow("a server") << m_server.pem() << QByteArray();
    QTest::newRow("a server beside an authority") << m_root.pem() + m_server.pem() << QByteArray();
    QTest::newRow("signed by itself and no authority") << IssuedCertificate(old).pem() << QByteArray();
    QTest::newRow("lists that are none") << m_root.pem() << QByteArray("-----BEGIN X509 CRL-----\nMAA=\n-----END X509 CRL-----\n");
}

void tst_TlsPins::whoIsNoAuthorityIsNotPinned()
{
    QFETCH(QByteArray, authorities);
    QFETCH(QByteArray, lists);
    const auto pins = TlsPins::fromPem(authorities, lists);
    QVERIFY(!pins && pins.error().code == ErrorCode::Invalid);
}

void tst_TlsPins::namesAreCompared_data()
{
    QTest::addColumn<QByteArray>("names");
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("isProved");
    QTest::newRow("the name") << QByteArray("DNS:portal.example.vn") << u"portal.example.vn"_qs << true;
    QTest::newRow("in other letters") << QByteArray("DNS:Portal.Example.VN") << u"portal.example.vn"_qs << true;
    QTest::newRow("any of a domain") << QByteArray("DNS:*.example.vn") << u"portal.example.vn"_qs << true;
    QTest::newRow("any, but not of two levels") << QByteArray("DNS:*.example.vn") << u"a.portal.example.vn"_qs << false;
    QTest::newRow("any, but not the domain") << QByteArray("DNS:*.example.vn") << u"example.vn"_qs << false;
    QTest::newRow("any that begins so") << QByteArray("DNS:po*.example.vn") << u"portal.example.vn"_qs << false;
    QTest::newRow("any of a country") << QByteArray("DNS:*.vn") << u"example.vn"_qs << false;
    QTest::newRow("anything at all") << QByteArray("DNS:*") << u"example"_qs << false;
    QTest::newRow("an address") << QByteArray("IP:10.0.0.7") << u"10.0.0.7"_qs << true;
    QTest::newRow("another address") << QByteArray("IP:10.0.0.7") << u"10.0.0.8"_qs << false;
    QTest::newRow("an address as a name") << QByteArray("DNS:10.0.0.7") << u"10.0.0.7"_qs << false;
    QTest::newRow("a long address") << QByteArray("IP:fd00::7") << u"fd00::7"_qs << true;
    QTest::newRow("no name asked for") << QByteArray("DNS:portal.example.vn") << QString() << false;
}

void tst_TlsPins::namesAreCompared()
{
    QFETCH(QByteArray, names);
    QFETCH(QString, host);
    QFETCH(bool, isProved);
    const IssuedCertificate server({.names = names}, &m_root);
    const auto pins = TlsPins::fromPem(m_root.pem());
    const auto proved = pins->prove({server.der()}, host, now());
    QCOMPARE(bool(proved), isProved);
    QVERIFY(isProved || proved.error().code == ErrorCode::ServerOtherHost);
}

void tst_TlsPins::timeIsTheCallers()
{
    constexpr qint64 Day = 86'400'000;
    const auto pins = TlsPins::fromPem(m_root.pem());
    const QString host = u"localhost"_qs;
    QVERIFY(pins->prove({m_server.der()}, host, now()));
    QCOMPARE(pins->prove({m_server.der()}, host, now() + 91 * Day).error().code, ErrorCode::ServerExpired);
    QCOMPARE(pins->prove({m_server.der()}, host, now() - 2 * Day).error().code, ErrorCode::ServerNotYetValid);
    QVERIFY(!pins->areOfTheFuture(now() - 2 * Day));
    QCOMPARE(pins->prove({m_server.der()}, host, now() - 40 * Day).error().code, ErrorCode::ClockWrong);
    QVERIFY(pins->areOfTheFuture(now() - 40 * Day));
}

void tst_TlsPins::nobodyIsProvedByNothing()
{
    const auto pins = TlsPins::fromPem(m_root.pem());
    QCOMPARE(pins->prove({}, u"localhost"_qs, now()).error().code, ErrorCode::ServerUntrusted);
    QCOMPARE(pins->prove({"no certificate"}, u"localhost"_qs, now()).error().code, ErrorCode::ServerUntrusted);
    QCOMPARE(pins->prove({m_server.der() + 'x'}, u"localhost"_qs, now()).error().code, ErrorCode::ServerUntrusted);
    QCOMPARE(pins->prove({m_server.der(), "damaged"}, u"localhost"_qs, now()).error().code, ErrorCode::ServerUntrusted);
}

void tst_TlsPins::anyOfSeveralMayCertify()
{
    const IssuedCertificate next(IssuedCertificate::authority("Next"));
    const IssuedCertificate server({}, &next);
    const auto pins = TlsPins::fromPem(m_root.pem() + next.pem());
    QVERIFY(pins);
    QVERIFY(pins->prove({m_server.der()}, u"localhost"_qs, now()));
    QVERIFY(pins->prove({server.der()}, u"localhost"_qs, now()));
}

QTEST_GUILESS_MAIN(tst_TlsPins)
#include "tst_TlsPins.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/TlsIdentity.h"
#include "tests/support/IssuedCertificate.h"

#include <QDateTime>
#include <QTest>

using namespace motcua;
using motcua::testsupport::IssuedCertificate;

/** Who the desk is: read only when certificate and key belong together, and its days are counted. */
class tst_TlsIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRead_data();
    void isRead();
    void isRefused_data();
    void isRefused();
    void daysAreCounted_data();
    void daysAreCounted();
    void outOfItsTime();

private:
    IssuedCertificate m_root{IssuedCertificate::authority("Root")};
    IssuedCertificate m_desk{IssuedCertificate::desk(), &m_root};
};

void tst_TlsIdentity::isRead_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("P-256") << int(IssuedCertificate::Key::P256);
    QTest::newRow("RSA") << int(IssuedCertificate::Key::Rsa2048);
}

void tst_TlsIdentity::isRead()
{
    QFETCH(int, kind);
    auto wish = IssuedCertificate::desk();
    wish.key = static_cast<IssuedCertificate::Key>(kind);
    const IssuedCertificate desk(wish, &m_root);
    const auto identity = TlsIdentity::fromPem("a line before\n" + desk.pem() + "\n" + m_root.pem(), desk.secretKeyPem());
    QVERIFY(identity);
    QCOMPARE(identity->chain().size(), 2);
    QCOMPARE(identity->chain().first().toDer(), desk.der());
    QCOMPARE(identity->validToMs(), desk.toMs());
    QVERIFY(!identity->key().isNull());
    QVERIFY(!identity->key().isNull()); // as often as there are connections
}

void tst_TlsIdentity::isRefused_data()
{
    QTest::addColumn<QByteArray>("chain");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<int>("code");
    const IssuedCertificate other(IssuedCertificate::desk(), &m_root);
    const QByteArray key = m_desk.keyPem();
    QByteArray damaged = m_desk.pem();
    damaged[damaged.size() / 2] = '!';
    QTest::newRow("nothing") << QByteArray() << key << int(ErrorCode::OwnCertificateUnreadable);
    QTest::newRow("no PEM") << m_desk.der() << key << int(ErrorCode::OwnCertificateUnreadable);
    QTest::newRow("a damaged certificate") << damaged << key << int(ErrorCode::OwnCertificateUnreadable);
    QTest::newRow("a damaged one behind it") << m_desk.pem() + damaged << key << int(ErrorCode::OwnCertificateUnreadable);
    QTest::newRow("no key") << m_desk.pem() << QByteArray() << int(ErrorCode::OwnCertificateUnreadable);
    QTest::newRow("a key that is none") << m_desk.pem() << m_desk.pem() << int(ErrorCode::OwnCertificateUnreadable);
    QTest::newRow("an enciphered key") << m_desk.pem()
                                       << QByteArray(
                                              "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMAAwAA==\n-----END ENCRYPTED PRIVATE KEY-----\n")
                                       << int(ErrorCode::OwnCertificateUnreadable);
    QTest::newRow("half a key") << m_desk.pem() << key.first(key.size() / 2) << int(ErrorCode::OwnCertificateUnreadable);
    QTest::newRow("another's key") << m_desk.pem() << other.keyPem() << int(ErrorCode::OwnKeyOther);
    QTest::newRow("the chain the wrong way round") << m_root.pem() + m_desk.pem() << key << int(ErrorCode::OwnKeyOther);
}

void tst_TlsIdentity::isRefused()
{
    QFETCH(QByteArray, chain);
    QFETCH(QByteArray, key);
    QFETCH(int, code);
    const auto identity = TlsIdentity::fromPem(chain, security::SecretBytes::copyOf(key));
    QVERIFY(!identity);
    QVERIFY2(identity.error().code == static_cast<ErrorCode>(code), qPrintable(errorName(identity.error().code) + identity.error().detail));
}

void tst_TlsIdentity::daysAreCounted_data()
{
    QTest::addColumn<qint64>("beforeMs");
    QTest::addColumn<qint64>("days");
    constexpr qint64 Day = 86'400'000;
    QTest::newRow("thirty") << 30 * Day << qint64(30);
    QTest::newRow("not quite thirty") << 30 * Day - 1 << qint64(29);
    QTest::newRow("the last hour") << Day / 24 << qint64(0);
    QTest::newRow("the moment itself") << qint64(0) << qint64(0);
    QTest::newRow("a moment past") << qint64(-1) << qint64(-1);
    QTest::newRow("more than a day past") << -Day - 1 << qint64(-2);
}

void tst_TlsIdentity::daysAreCounted()
{
    QFETCH(qint64, beforeMs);
    const auto identity = TlsIdentity::fromPem(m_desk.pem(), m_desk.secretKeyPem());
    QVERIFY(identity);
    QTEST(identity->daysLeft(identity->validToMs() - beforeMs), "days");
}

void tst_TlsIdentity::outOfItsTime()
{
    const auto identity = TlsIdentity::fromPem(m_desk.pem(), m_desk.secretKeyPem());
    QVERIFY(identity);
    QVERIFY(identity->validAt(QDateTime::currentMSecsSinceEpoch()));
    QVERIFY(identity->validAt(identity->validToMs()));
    QCOMPARE(identity->validAt(identity->validToMs() + 1).error().code, ErrorCode::OwnCertificateExpired);
    QCOMPARE(identity->validAt(identity->validFromMs() - 1).error().code, ErrorCode::ClockWrong);
}

QTEST_GUILESS_MAIN(tst_TlsIdentity)
#include "tst_TlsIdentity.moc"

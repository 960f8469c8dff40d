// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/PortalAccess.h"

#include <QJsonDocument>
#include <QTest>

using namespace motcua;

namespace {

PortalAccess access()
{
    PortalAccess access;
    access.address = QUrl(QStringLiteral("https://portal.example:8443/gate"));
    access.authorities = "authorities";
    access.chain = "chain";
    access.key = std::make_shared<const security::SecretBytes>(security::SecretBytes::copyOf("key"));
    access.untilMs = 1'795'910'400'000;
    access.desk = Id::v7(1'780'000'000'000, QByteArray(10, 'd'));
    access.portal = Id::v7(1'790'000'000'000, QByteArray(10, 'p'));
    access.portalKey = QByteArray(32, 'k');
    access.name = QStringLiteral("Quầy 3");
    return access;
}

QByteArray bytesOf(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace

/** What is kept of a portal: whole, or none. */
class tst_PortalAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWasKept()
    {
        const Result<PortalAccess> read = PortalAccess::fromJson(bytesOf(access().toJson()));
        QVERIFY(read);
        QCOMPARE(read->address, access().address);
        QCOMPARE(read->authorities, access().authorities);
        QCOMPARE(read->chain, access().chain);
        QVERIFY(read->key->equals(*access().key));
        QCOMPARE(read->untilMs, access().untilMs);
        QCOMPARE(read->desk, access().desk);
        QCOMPARE(read->portal, access().portal);
        QCOMPARE(read->portalKey, access().portalKey);
        QCOMPARE(read->name, access().name);
    }

    void aKeyOnATokenComesBackWithItsPin()
    {
        PortalAccess kept = access();
        kept.key.reset();
        kept.token = std::make_shared<const TokenKey>(*TokenUri::fromString(QStringLiteral("pkcs11:token=Desk%203;object=portal")), security::SecretBytes::copyOf("271828"));
        kept.pinMs = 1'790'000'000'000;
        const Result<PortalAccess> read = PortalAccess::fromJson(bytesOf(kept.toJson()));
        QVERIFY(read && read->token && !read->key);
        QCOMPARE(read->token->uri(), kept.token->uri());
        QVERIFY(read->token->pin().equals(kept.token->pin()));
        QCOMPARE(read->pinMs, kept.pinMs);
        QJsonObject json = kept.toJson();
        json.insert(QStringLiteral("token"), QStringLiteral("pkcs11:token=Desk%203;object=portal?pin-value=271828"));
        const Result<PortalAccess> spoilt = PortalAccess::fromJson(bytesOf(json));
        QVERIFY(!spoilt && !spoilt.error().detail.contains(QStringLiteral("271828")));
    }

    void halfOfOneIsNone_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("a later version") << QStringLiteral("version") << QJsonValue(2);
        QTest::newRow("no address") << QStringLiteral("address") << QJsonValue();
        QTest::newRow("in clear") << QStringLiteral("address") << QJsonValue(QStringLiteral("http://portal.example"));
        QTest::newRow("with a password") << QStringLiteral("address") << QJsonValue(QStringLiteral("https://me:secret@portal.example"));
        QTest::newRow("with a query") << QStringLiteral("address") << QJsonValue(QStringLiteral("https://portal.example?a"));
        QTest::newRow("nobody pinned") << QStringLiteral("authorities") << QJsonValue(QString());
        QTest::newRow("no certificate") << QStringLiteral("chain") << QJsonValue();
        QTest::newRow("no key") << QStringLiteral("key") << QJsonValue(QString());
        QTest::newRow("a key here and one on a token") << QStringLiteral("token") << QJsonValue(QStringLiteral("pkcs11:token=a;object=b"));
        QTest::newRow("no end") << QStringLiteral("until") << QJsonValue(0);
        QTest::newRow("of no desk") << QStringLiteral("desk") << QJsonValue();
        QTest::newRow("no portal") << QStringLiteral("portal") << QJsonValue(QStringLiteral("somebody"));
        QTest::newRow("half a key of the portal") << QStringLiteral("portalKey") << QJsonValue(QStringLiteral("a2V5"));
    }
    void halfOfOneIsNone()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        QJsonObject json = access().toJson();
        json.insert(member, value);
        const Result<PortalAccess> read = PortalAccess::fromJson(bytesOf(json));
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::PortalMissing);
        QVERIFY(!read.error().detail.contains(QStringLiteral("secret")));
    }

    void textThatIsNoRecordIsNone()
    {
        for (const char *text : {"", "1", "https://portal.example", "{", "[]"}) {
            const Result<PortalAccess> read = PortalAccess::fromJson(text);
            QVERIFY(!read && read.error().code == ErrorCode::PortalMissing);
        }
    }

    void itsEndIsCountedInWholeDays_data()
    {
        QTest::addColumn<qint64>("leftMs");
        QTest::addColumn<int>("days");
        QTest::addColumn<bool>("isEnding");
        QTest::newRow("a year") << 365 * PortalAccess::DayMs << 365 << false;
        QTest::newRow("more than thirty") << 30 * PortalAccess::DayMs + 1 << 30 << false;
        QTest::newRow("thirty") << 30 * PortalAccess::DayMs << 30 << true;
        QTest::newRow("less than one") << PortalAccess::DayMs - 1 << 0 << true;
        QTest::newRow("over") << qint64{-1} << -1 << true;
    }
    void itsEndIsCountedInWholeDays()
    {
        QFETCH(qint64, leftMs);
        QFETCH(int, days);
        QFETCH(bool, isEnding);
        QCOMPARE(access().daysLeft(access().untilMs - leftMs), days);
        QCOMPARE(access().isEnding(access().untilMs - leftMs), isEnding);
    }
};

QTEST_GUILESS_MAIN(tst_PortalAccess)
#include "tst_PortalAccess.moc"

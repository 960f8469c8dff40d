// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/SignedCatalogue.h"

#include "app/security/SigningKey.h"
#include "tests/app/storage/PublishedCatalogue.h"

#include <QTest>

using namespace motcua;
using namespace motcua::security;

/** A portal signs all of what it says of a package, and of nothing else. */
class tst_SignedCatalogue : public QObject
{
    Q_OBJECT

    const storage::PublishedCatalogue m_portal;
    const QByteArray m_package = "package";
    const SignedCatalogue m_head = m_portal.of(m_package, 7);

private Q_SLOTS:
    void whatIsSignedHasOneForm()
    {
        const QByteArray bytes = m_head.signedBytes();
        QCOMPARE(bytes.size(), 88);
        QVERIFY(bytes.startsWith(QByteArray("motcua law v1\0\0\0", 16)));
        QCOMPARE(bytes.sliced(16, 16), QByteArray(16, 'p'));
        QCOMPARE(bytes.sliced(32, 8), QByteArray::fromHex("0000000000000007"));
        QCOMPARE(bytes.sliced(40, 8), QByteArray::fromHex("0000000000000007"));
        QCOMPARE(bytes.last(32), m_head.sha256);
        QVERIFY(m_head.isSigned());
        QVERIFY(m_head.covers(m_package));
        QVERIFY(!m_head.covers("packagf"));
        QVERIFY(!m_head.covers("package "));
    }

    void comesBackAsItWent()
    {
        const auto read = SignedCatalogue::fromJson(m_head.toJson());
        QVERIFY(read);
        QVERIFY(*read == m_head);
    }

    void nothingOfItCanBeChanged_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        const SignedCatalogue other = storage::PublishedCatalogue().of("other", 8);
        for (const char *member : {"edition", "bytes", "sha256", "publicKey", "signature"}) {
            QTest::newRow(member) << QString::fromLatin1(member) << other.toJson().value(QLatin1StringView(member));
        }
        QTest::newRow("bytes, larger") << QStringLiteral("bytes") << QJsonValue(8);
        QTest::newRow("atMs") << QStringLiteral("atMs") << QJsonValue(1);
        QTest::newRow("origin") << QStringLiteral("origin") << QJsonValue(Id::fromBytes(QByteArray(16, 'q')).toString());
    }
    void nothingOfItCanBeChanged()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        QJsonObject json = m_head.toJson();
        QVERIFY(json.value(member) != value);
        json.insert(member, value);
        const auto read = SignedCatalogue::fromJson(json);
        QVERIFY(read);
        QVERIFY(!read->isSigned());
    }

    void whatCannotBeIsRefused_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        const QStringList members = m_head.toJson().keys();
        for (const QString &member : members) {
            QTest::addRow("no %s", qPrintable(member)) << member << QJsonValue(QJsonValue::Undefined);
            QTest::addRow("%s of another type", qPrintable(member)) << member << QJsonValue(QJsonObject());
        }
        QTest::newRow("edition 0") << QStringLiteral("edition") << QJsonValue(0);
        QTest::newRow("edition below 0") << QStringLiteral("edition") << QJsonValue(-3);
        QTest::newRow("edition 2^63") << QStringLiteral("edition") << QJsonValue(9.3e18);
        QTest::newRow("no bytes") << QStringLiteral("bytes") << QJsonValue(0);
        QTest::newRow("a short hash") << QStringLiteral("sha256") << QJsonValue(QStringLiteral("AAAA"));
        QTest::newRow("a short signature") << QStringLiteral("signature") << QJsonValue(QStringLiteral("AAAA"));
    }
    void whatCannotBeIsRefused()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        QJsonObject json = m_head.toJson();
        json.insert(member, value);
        const auto read = SignedCatalogue::fromJson(json);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::PeerNonsense);
    }
};

QTEST_GUILESS_MAIN(tst_SignedCatalogue)
#include "tst_SignedCatalogue.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/Invitation.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace motcua;
using namespace motcua::sync;

namespace {

Invitation whole()
{
    return {.portal = QUrl(QStringLiteral("https://motcua.example:8443")),
        .authority = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
        .id = Id::fromString(u"0190d3a0-5c1e-7a44-9d21-6f0f7c0a1b2c"),
        .secret = QByteArray::fromHex("fbff00112233445566778899aabbccddeeff00112233445566778899aabbcc3e"),
        .name = QStringLiteral("Quầy 3, phường Hòa An"),
        .untilMs = 1'795'910'400'123,
        .training = true};
}

QJsonObject object()
{
    return QJsonDocument::fromJson(whole().toJson()).object();
}

} // namespace

/** An invitation travels as a file, and what is no invitation is told from one before anything is sent. */
class tst_Invitation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsRead();
    void whatIsAddedIsPassedOver();
    void everyMemberIsNeeded();
    void othersAreUnreadable_data();
    void othersAreUnreadable();
    void aLaterVersionIsSaidToBeOne();
};

void tst_Invitation::whatIsWrittenIsRead()
{
    const auto read = Invitation::fromJson(whole().toJson());
    QVERIFY(read);
    QCOMPARE(*read, whole());
    QCOMPARE(object()[u"secret"].toString(), QStringLiteral("-_8AESIzRFVmd4iZqrvM3e7_ABEiM0RVZneImaq7zD4"));
}

void tst_Invitation::whatIsAddedIsPassedOver()
{
    QJsonObject more = object();
    more[QStringLiteral("later")] = 1;
    QCOMPARE(*Invitation::fromJson(QJsonDocument(more).toJson()), whole());
}

void tst_Invitation::everyMemberIsNeeded()
{
    const QStringList names = object().keys();
    QCOMPARE(names.size(), 8);
    for (const QString &name : names) {
        QJsonObject less = object();
        less.remove(name);
        QVERIFY2(!Invitation::fromJson(QJsonDocument(less).toJson()), qPrintable(name));
        less[name] = 7;
        const auto read = Invitation::fromJson(QJsonDocument(less).toJson());
        QVERIFY2(!read && read.error().code == ErrorCode::InvitationUnreadable, qPrintable(name));
    }
}

void tst_Invitation::othersAreUnreadable_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto with = [](const char *name, const QJsonValue &value) {
        QJsonObject changed = object();
        changed[QLatin1StringView(name)] = value;
        return QJsonDocument(changed).toJson();
    };
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half") << whole().toJson().first(300);
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("deep") << QByteArray(R"({"meta":)" + QByteArray(100'000, '['));
    QTest::newRow("long") << whole().toJson() + QByteArray(Invitation::MostBytes, ' ');
    QTest::newRow("of another kind") << with("meta", QJsonObject{{QStringLiteral("kind"), QStringLiteral("motcua.slip")}, {QStringLiteral("version"), 1}});
    QTest::newRow("no version") << with("meta", QJsonObject{{QStringLiteral("kind"), QStringLiteral("motcua.invitation")}});
    for (const char *place : {"http://motcua.example", "https://", "https://motcua.example/elsewhere", "https://somebody@motcua.example",
             "https://motcua.example?x=1", "https://motcua.example#x", "https://motcua example", "motcua.example"}) {
        QTest::addRow("at %s", place) << with("portal", QString::fromLatin1(place));
    }
    QTest::newRow("authority") << with("authority", QStringLiteral("somebody"));
    QTest::newRow("id") << with("id", QStringLiteral("7"));
    QTest::newRow("short secret") << with("secret", QStringLiteral("AAAA"));
    QTest::newRow("secret of other letters") << with("secret", QString(43, u'!'));
    QTest::newRow("no name") << with("name", QStringLiteral("  "));
    QTest::newRow("long name") << with("name", QString(201, u'x'));
    QTest::newRow("until") << with("until", QStringLiteral("tomorrow"));
    QTest::newRow("training") << with("training", QStringLiteral("yes"));
}

void tst_Invitation::othersAreUnreadable()
{
    QFETCH(QByteArray, json);
    const auto read = Invitation::fromJson(json);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::InvitationUnreadable);
}

void tst_Invitation::aLaterVersionIsSaidToBeOne()
{
    QJsonObject later = object();
    later[QStringLiteral("meta")] = QJsonObject{{QStringLiteral("kind"), QStringLiteral("motcua.invitation")}, {QStringLiteral("version"), 2}};
    const auto read = Invitation::fromJson(QJsonDocument(later).toJson());
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::FileNewer);
}

QTEST_GUILESS_MAIN(tst_Invitation)
#include "tst_Invitation.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/DeskHealth.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace motcua;
using Kind = DeskHealth::Device::Kind;
using State = DeskHealth::Device::State;

/** What a desk tells of itself, and what becomes of what is no such thing. */
class tst_DeskHealth : public QObject
{
    Q_OBJECT

private:
    static DeskHealth sample()
    {
        return {.toldMs = 1'795'000'000'000, .isClosing = false, .program = QStringLiteral("0.9.1"), .build = QStringLiteral("3f9a2c00d1e2"), .schema = 31, .startedMs = 1'794'990'000'000, .catalogue = 2026112601,
            .catalogueUntilMs = 1'797'000'000'000, .freeBytes = 12'000'000'000, .allBytes = 250'000'000'000, .hasPortal = true, .portalWaiting = 14, .portalOldestMs = 1'794'999'000'000, .centreWaiting = 2,
            .centreOldestMs = 1'794'999'990'000, .backupMs = 1'794'900'000'000, .devices = {{Kind::CardReader, State::Fine}, {Kind::TicketPrinter, State::Broken}, {Kind::CodeReader, State::None}}};
    }

private Q_SLOTS:
    void whatWasWrittenIsRead()
    {
        const Result<DeskHealth> read = DeskHealth::fromJson(sample().toJson());
        QVERIFY(read);
        QCOMPARE(*read, sample());
        QVERIFY(sample().toJson().size() < DeskHealth::MostBytes / 4);
        QVERIFY(DeskHealth::fromJson(DeskHealth{.toldMs = 1}.toJson())); // before anything is known
    }

    void aMomentLaterItIsTheSame()
    {
        DeskHealth later = sample();
        later.toldMs += 60'000;
        QVERIFY(later != sample() && later.isAs(sample()));
        later.devices[0].state = State::Broken;
        QVERIFY(!later.isAs(sample()));
    }

    void moreDevicesThanThereAreArePassedOver()
    {
        DeskHealth many = sample();
        many.devices = QList<DeskHealth::Device>(50, {Kind::CodeReader, State::Fine});
        const Result<DeskHealth> read = DeskHealth::fromJson(many.toJson());
        QVERIFY(read);
        QCOMPARE(read->devices.size(), DeskHealth::MostDevices);
    }

    void aLaterProgramIsUnderstoodAsFarAsItGoes()
    {
        QJsonObject json = QJsonDocument::fromJson(sample().toJson()).object();
        json[u"version"] = 7;
        json[u"temperature"] = 40;
        QJsonArray devices = json[u"devices"].toArray();
        devices.append(QJsonObject{{QStringLiteral("kind"), QStringLiteral("fingerReader")}, {QStringLiteral("state"), QStringLiteral("fine")}});
        json[u"devices"] = devices;
        const Result<DeskHealth> read = DeskHealth::fromJson(QJsonDocument(json).toJson());
        QVERIFY(read);
        QCOMPARE(*read, sample());
    }

    void whatIsOutOfBoundsIsRefused_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char *name, const char *member, const QJsonValue &value) { QTest::newRow(name) << QString::fromLatin1(member) << value; };
        row("no version", "version", {});
        row("version 0", "version", 0);
        row("no moment", "told", 0);
        row("a moment of text", "told", QStringLiteral("today"));
        row("after all time", "told", 1e18);
        row("a number for a flag", "closing", 1);
        row("a program with a mark-up", "program", QStringLiteral("<b>1</b>"));
        row("a program with a line", "program", QStringLiteral("1\n2"));
        row("a long program", "program", QString(41, u'1'));
        row("a name for a build", "build", QStringLiteral("Nguyễn Thị Hoa"));
        row("no build", "build", {});
        row("a schema below nothing", "schema", -1);
        row("less than no room", "free", -2);
        row("more room than there is", "free", 1e30);
        row("a volume below nothing", "volume", -1);
        row("below nothing to send", "portalWaiting", -5);
        row("an endless queue", "centreWaiting", 1e15);
        row("a back-up of text", "backup", QStringLiteral("never"));
        row("devices of text", "devices", QStringLiteral("all"));
        QJsonArray crowd;
        for (qsizetype i = 0; i <= DeskHealth::MostDevices; ++i) {
            crowd.append(QJsonObject{{QStringLiteral("kind"), QStringLiteral("codeReader")}, {QStringLiteral("state"), QStringLiteral("fine")}});
        }
        row("a crowd of devices", "devices", crowd);
    }
    void whatIsOutOfBoundsIsRefused()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        QJsonObject json = QJsonDocument::fromJson(sample().toJson()).object();
        QVERIFY(json.contains(member));
        json[member] = value;
        const Result<DeskHealth> read = DeskHealth::fromJson(QJsonDocument(json).toJson());
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Invalid);
        QCOMPARE(read.error().detail, member);
    }

    void whatIsNoObjectIsRefused()
    {
        const QByteArray good = sample().toJson();
        for (const QByteArray &bytes : {QByteArray(), QByteArray("[]"), QByteArray("null"), good.first(good.size() - 3), good + "x", QByteArray("{\"a\": \"") + QByteArray(20'000, 'x') + "\"}", QByteArray("\xff\xfe{}")}) {
            const Result<DeskHealth> read = DeskHealth::fromJson(bytes);
            QVERIFY2(!read && read.error().code == ErrorCode::Invalid, bytes.left(40).constData());
        }
    }

    void everyKindAndStateHasAName()
    {
        for (const Kind kind : {Kind::CardReader, Kind::CodeReader, Kind::SlipPrinter, Kind::TicketPrinter, Kind::Photographs}) {
            for (const State state : {State::Fine, State::None, State::Broken}) {
                DeskHealth one = sample();
                one.devices = {{kind, state}};
                QVERIFY(!deviceKindName(kind).isEmpty() && !deviceStateName(state).isEmpty());
                QCOMPARE(*DeskHealth::fromJson(one.toJson()), one);
            }
        }
    }
};

QTEST_APPLESS_MAIN(tst_DeskHealth)
#include "tst_DeskHealth.moc"

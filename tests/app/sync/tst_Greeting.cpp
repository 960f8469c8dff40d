// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/Greeting.h"

#include <QJsonArray>
#include <QTest>

using namespace motcua;
using namespace motcua::sync;

class tst_Greeting : public QObject
{
    Q_OBJECT

private:
    static Id idOf(char c) { return Id::fromBytes(QByteArray(16, c)); }

    static Greeting greeting()
    {
        Greeting said{.origin = idOf('o'), .training = true, .program = QStringLiteral("motcua 1"), .nowMs = 1'795'000'000'000};
        said.has.set(idOf('a'), (quint64{1} << 60) + 1); // no JSON number holds it
        said.has.set(idOf('b'), 3);
        said.offers.set(idOf('b'), 3);
        said.catalogue = 2'026'112'901;
        said.yours = journal::LogHead{{idOf('a'), 17}, QByteArray(32, 'h'), QByteArray(32, 'k'), QByteArray(64, 's')};
        return said;
    }

    static Receipt receipt()
    {
        Receipt said{greeting().has, 3, 1, {{{idOf('a'), 9}, {ErrorCode::OriginForked, QStringLiteral("x")}}}, greeting().yours};
        return said;
    }

    static QJsonObject with(QJsonObject json, const char *name, const QJsonValue &value)
    {
        json.insert(QString::fromLatin1(name), value);
        return json;
    }

private Q_SLOTS:
    void comesBackAsItWent()
    {
        const Result<Greeting> read = Greeting::fromJson(greeting().toJson());
        QVERIFY(read);
        QCOMPARE(*read, greeting());
        const Result<Receipt> took = Receipt::fromJson(receipt().toJson());
        QVERIFY(took);
        QCOMPARE(took->has, receipt().has);
        QCOMPARE(took->stored, 3);
        QCOMPARE(took->duplicates, 1);
        QCOMPARE(took->refused.size(), 1);
        QCOMPARE(took->refused.first().key, (journal::EntryKey{idOf('a'), 9}));
        QCOMPARE(took->refused.first().error.code, ErrorCode::OriginForked);
        QCOMPARE(took->otherHead, receipt().otherHead);
    }

    void nonsenseIsNamed_data()
    {
        QTest::addColumn<QJsonObject>("json");
        QTest::addColumn<ErrorCode>("code");
        const QJsonObject good = greeting().toJson();
        QTest::newRow("nothing") << QJsonObject() << ErrorCode::PeerNonsense;
        QTest::newRow("a later language") << with(good, "protocol", 2) << ErrorCode::PeerNewer;
        QTest::newRow("a language in words") << with(good, "protocol", QStringLiteral("1")) << ErrorCode::PeerNonsense;
        QTest::newRow("nobody") << with(good, "origin", QStringLiteral("me")) << ErrorCode::PeerNonsense;
        QTest::newRow("training perhaps") << with(good, "training", QStringLiteral("yes")) << ErrorCode::PeerNonsense;
        QTest::newRow("no clock") << with(good, "nowMs", QJsonValue()) << ErrorCode::PeerNonsense;
        QTest::newRow("a vector of numbers") << with(good, "has", QJsonObject{{idOf('a').toString(), 5}}) << ErrorCode::PeerNonsense;
        QTest::newRow("a vector below nothing") << with(good, "has", QJsonObject{{idOf('a').toString(), QStringLiteral("-5")}})
                                                << ErrorCode::PeerNonsense;
        QTest::newRow("a vector that is a list") << with(good, "has", QJsonArray()) << ErrorCode::PeerNonsense;
        QTest::newRow("offers what it has not") << with(good, "offers", QJsonObject{{idOf('z').toString(), QStringLiteral("5")}})
                                                << ErrorCode::PeerNonsense;
        QTest::newRow("a head of the wrong size")
            << with(good, "yours", with(good.value(u"yours").toObject(), "hash", QStringLiteral("AAAA"))) << ErrorCode::PeerNonsense;
        QJsonObject many;
        for (int i = 0; i < 10'001; ++i) {
            many.insert(Id::v7(i + 1, QByteArray(10, 'r')).toString(), QStringLiteral("1"));
        }
        QTest::newRow("ten thousand logs") << with(good, "has", many) << ErrorCode::PeerNonsense;
    }

    void nonsenseIsNamed()
    {
        QFETCH(QJsonObject, json);
        const Result<Greeting> read = Greeting::fromJson(json);
        QVERIFY(!read);
        QTEST(read.error().code, "code");
    }

    void aReceiptOfNonsenseIsNone_data()
    {
        QTest::addColumn<QJsonObject>("json");
        const QJsonObject good = receipt().toJson();
        QTest::newRow("nothing") << QJsonObject();
        QTest::newRow("stored less than nothing") << with(good, "stored", -1);
        QTest::newRow("stored in words") << with(good, "stored", QStringLiteral("3"));
        const QJsonObject refusal = good.value(u"refused").toArray().first().toObject();
        QTest::newRow("a code nobody gives") << with(good, "refused", QJsonArray{with(refusal, "code", QStringLiteral("DiskFull"))});
        QTest::newRow("an entry at no place") << with(good, "refused", QJsonArray{with(refusal, "seq", QStringLiteral("0"))});
        QJsonArray many;
        for (int i = 0; i < 501; ++i) {
            many.append(refusal);
        }
        QTest::newRow("more refused than a batch holds") << with(good, "refused", many);
    }

    void aReceiptOfNonsenseIsNone()
    {
        QFETCH(QJsonObject, json);
        const Result<Receipt> read = Receipt::fromJson(json);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::PeerNonsense);
    }
};

QTEST_APPLESS_MAIN(tst_Greeting)
#include "tst_Greeting.moc"

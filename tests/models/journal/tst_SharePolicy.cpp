// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/SharePolicy.h"

#include <QTest>

using namespace motcua;
using namespace motcua::journal;

class tst_SharePolicy : public QObject
{
    Q_OBJECT

private:
    static QByteArray table(const QByteArray &rows, const QByteArray &common = R"({"centre": "full", "portal": "header"})")
    {
        return R"({"default": )" + common + R"(, "kinds": [{"kind": "origin.started", "centre": "full", "portal": "full"})" + rows + "]}";
    }

private Q_SLOTS:
    void saysWhatEachIsGiven_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<PeerRole>("role");
        QTest::addColumn<Share>("share");
        QTest::newRow("portal, by its row") << QByteArray("staff.signedIn") << PeerRole::Portal << Share::Never;
        QTest::newRow("centre, by its row") << QByteArray("staff.signedIn") << PeerRole::Centre << Share::HeaderOnly;
        QTest::newRow("a desk is given what the centre is given") << QByteArray("staff.signedIn") << PeerRole::Desk << Share::HeaderOnly;
        QTest::newRow("portal, a kind nobody named") << QByteArray("hologram.made") << PeerRole::Portal << Share::HeaderOnly;
        QTest::newRow("centre, a kind nobody named") << QByteArray("hologram.made") << PeerRole::Centre << Share::Full;
    }

    void saysWhatEachIsGiven()
    {
        QFETCH(QByteArray, kind);
        QFETCH(PeerRole, role);
        const auto policy = SharePolicy::fromJson(table(R"(, {"kind": "staff.signedIn", "centre": "header", "portal": "never"})"));
        QVERIFY(policy);
        QTEST(policy->share(kind, role), "share");
    }

    void refusesATableThatIsNone_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no default") << table({}, "{}");
        QTest::newRow("a word nobody knows") << table(R"(, {"kind": "a.b", "centre": "half", "portal": "never"})");
        QTest::newRow("a kind twice") << table(R"(, {"kind": "a.b", "centre": "full", "portal": "full"}, {"kind": "a.b", "centre": "full", "portal": "never"})");
        QTest::newRow("a kind without a name") << table(R"(, {"centre": "full", "portal": "full"})");
        QTest::newRow("logs whose key nobody would know")
            << QByteArray(R"({"default": {"centre": "full", "portal": "full"}, "kinds": [{"kind": "origin.started", "centre": "full", "portal": "header"}]})");
    }

    void refusesATableThatIsNone()
    {
        QFETCH(QByteArray, json);
        const auto policy = SharePolicy::fromJson(json);
        QVERIFY(!policy);
        QCOMPARE(policy.error().code, ErrorCode::CatalogueSchema);
    }
};

QTEST_APPLESS_MAIN(tst_SharePolicy)
#include "tst_SharePolicy.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/Dg12.h"
#include "tests/app/devices/eid/CardFiles.h"

#include <QTest>

using namespace motcua;

class tst_Dg12 : public QObject
{
    Q_OBJECT

    static QByteArray whole()
    {
        return tlv(0x6C, tlv(0x5C, QByteArray::fromHex("5F195F26")) + tlv(0x5F19, "STADT KÖLN") + tlv(0x5F26, "20170302") + tlv(0xA0, tlv(0x02, "\1") + tlv(0x5F1A, "A<<B"))
                + tlv(0x5F1B, "e") + tlv(0x5F1C, {}) + tlv(0x5F1D, "front") + tlv(0x5F55, "20170302120000") + tlv(0x5F56, "S1"));
    }

private Q_SLOTS:
    void readsAll()
    {
        const auto group = Dg12::fromBytes(whole());
        QVERIFY(group);
        QCOMPARE(group->authority, std::optional(u"STADT KÖLN"_qs));
        QCOMPARE(group->issued->iso(), u"2017-03-02"_qs);
        QCOMPARE(group->otherPersons, QStringList({u"A B"_qs}));
        QCOMPARE(group->endorsements, std::optional(u"e"_qs));
        QCOMPARE(group->exitRequirements, std::optional(QString()));
        QCOMPARE(group->serialNumber, std::optional(u"S1"_qs));
        QVERIFY(group->unreadable.isEmpty());
        QCOMPARE(group->further, QList<quint32>({0x5F1D, 0x5F55}));
    }

    void dates_data()
    {
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<QString>("iso");
        QTest::addColumn<bool>("readable");
        QTest::newRow("four bytes") << QByteArray::fromHex("20170302") << u"2017-03-02"_qs << true;
        QTest::newRow("empty") << QByteArray() << QString() << true;
        QTest::newRow("no such day") << QByteArray("20170231") << QString() << false;
    }
    void dates()
    {
        QFETCH(QByteArray, date);
        const auto group = Dg12::fromBytes(tlv(0x6C, tlv(0x5F26, date)));
        QTEST(group->issued ? group->issued->iso() : QString(), "iso");
        QTEST(group->unreadable.isEmpty(), "readable");
    }

    void refuses()
    {
        for (const QByteArray &bytes : {QByteArray(), tlv(0x6B, {}), tlv(0x6C, QByteArray::fromHex("5F197F41"))}) {
            QVERIFY(!Dg12::fromBytes(bytes));
        }
        QCOMPARE(*Dg12::fromBytes(tlv(0x6C, {})), Dg12());
    }

    void survivesDamage()
    {
        QVERIFY(test::survives(whole(), [](const QByteArray &bytes) { (void)Dg12::fromBytes(bytes); }));
    }
};

QTEST_GUILESS_MAIN(tst_Dg12)
#include "tst_Dg12.moc"

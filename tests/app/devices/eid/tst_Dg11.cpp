// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/Dg11.h"
#include "tests/app/devices/eid/CardFiles.h"

#include <QTest>

using namespace motcua;

class tst_Dg11 : public QObject
{
    Q_OBJECT

    static QByteArray whole()
    {
        return tlv(0x6B, tlv(0x5C, QByteArray::fromHex("5F0E5F0F5F105F2B5F115F42")) + tlv(0x5F0E, "MUSTERMANN<<ERIKA")
                + tlv(0xA0, tlv(0x02, "\2") + tlv(0x5F0F, "GABLER<<ERIKA") + tlv(0x5F0F, "Erika G.")) + tlv(0x5F10, "1234<5")
                + tlv(0x5F2B, QByteArray::fromHex("19640812")) + tlv(0x5F11, "Berlin<Deutschland") + tlv(0x5F42, "Heidestraße 17<Köln")
                + tlv(0x5F12, "+49 1") + tlv(0x5F13, {}) + tlv(0x5F14, "Dr.") + tlv(0x5F15, "s") + tlv(0x5F16, QByteArray("\xFF\xD8\xFF", 3))
                + tlv(0x5F17, "A1<B2") + tlv(0x5F18, "c") + tlv(0x5F77, "what nobody knows"));
    }

private Q_SLOTS:
    void readsAll()
    {
        const auto group = Dg11::fromBytes(whole());
        QVERIFY(group);
        QCOMPARE(group->fullName, std::optional(u"MUSTERMANN ERIKA"_qs));
        QCOMPARE(group->otherNames, QStringList({u"GABLER ERIKA"_qs, u"Erika G."_qs}));
        QCOMPARE(group->personalNumber, std::optional(u"12345"_qs));
        QCOMPARE(group->birth->iso(), u"1964-08-12"_qs);
        QCOMPARE(group->birthPlace, std::optional(u"Berlin, Deutschland"_qs));
        QCOMPARE(group->address, std::optional(u"Heidestraße 17, Köln"_qs));
        QCOMPARE(group->telephone, std::optional(u"+49 1"_qs));
        QCOMPARE(group->profession, std::optional(QString())); // there, and empty
        QCOMPARE(group->title, std::optional(u"Dr."_qs));
        QCOMPARE(group->otherDocuments, std::optional(u"A1, B2"_qs));
        QCOMPARE(group->custody, std::optional(u"c"_qs));
        QVERIFY(group->unreadable.isEmpty());
        QCOMPARE(group->further, QList<quint32>({0x5F16, 0x5F77}));
    }

    void whatIsNotThereIsNothing()
    {
        const auto group = Dg11::fromBytes(tlv(0x6B, {}));
        QVERIFY(group);
        QCOMPARE(*group, Dg11());
    }

    void whatCannotBeReadIsNamedAndTheRestIsRead()
    {
        const auto group = Dg11::fromBytes(tlv(0x6B, tlv(0x5F0E, "M\xFCller") + tlv(0x5F42, "Köln") + tlv(0x5F2B, "19640832") + tlv(0xA0, QByteArray::fromHex("5F0F7F41"))));
        QVERIFY(group);
        QVERIFY(!group->fullName && !group->birth && group->otherNames.isEmpty());
        QCOMPARE(group->address, std::optional(u"Köln"_qs));
        QCOMPARE(group->unreadable, QList<quint32>({0xA0, 0x5F0E, 0x5F2B}));
    }

    void theFirstOfTwoCounts()
    {
        const auto group = Dg11::fromBytes(tlv(0x6B, tlv(0x5F0E, "A") + tlv(0x5F0E, "B")));
        QCOMPARE(group->fullName, std::optional(u"A"_qs));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QByteArray many;
        QByteArray names;
        for (int i = 0; i < 101; ++i) {
            many += tlv(0x5F0E, {});
            names += tlv(0x5F0F, {});
        }
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("another group") << tlv(0x6C, {});
        QTest::newRow("a broken field") << tlv(0x6B, QByteArray::fromHex("5F0E7F41"));
        QTest::newRow("more fields than any") << tlv(0x6B, many);
        QTest::newRow("more names than any") << tlv(0x6B, tlv(0xA0, names));
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        const auto group = Dg11::fromBytes(bytes);
        QVERIFY(!group);
        QCOMPARE(group.error().fault, CardFault::Nonsense);
    }

    void survivesDamage()
    {
        QVERIFY(test::survives(whole(), [](const QByteArray &bytes) { (void)Dg11::fromBytes(bytes); }));
    }
};

QTEST_GUILESS_MAIN(tst_Dg11)
#include "tst_Dg11.moc"

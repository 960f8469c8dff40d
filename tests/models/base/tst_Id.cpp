// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/Id.h"

#include <QTest>

using namespace motcua;

class tst_Id : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void carriesTimeVersionAndVariant()
    {
        // RFC 9562 appendix A.6
        const Id id = Id::v7(0x017F22E279B0, QByteArray::fromHex("0CC398C4DC0C0C07398F"));
        QCOMPARE(id.toString(), u"017f22e2-79b0-7cc3-98c4-dc0c0c07398f"_qs);
        QCOMPARE(id.unixMs(), 0x017F22E279B0);
    }

    void laterIdsSortAfterEarlierOnes()
    {
        const Id early = Id::v7(1000, QByteArray(10, '\xff'));
        const Id late = Id::v7(1001, QByteArray(10, '\0'));
        QVERIFY(early < late);
    }

    void readsOnlyWhatItWrites_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        QTest::addRow("lower case") << u"017f22e2-79b0-7cc3-98c4-dc0c0c07398f"_qs << true;
        QTest::addRow("upper case") << u"017F22E2-79B0-7CC3-98C4-DC0C0C07398F"_qs << true;
        QTest::addRow("empty") << u""_qs << false;
        QTest::addRow("without dashes") << u"017f22e279b07cc398c4dc0c0c07398f"_qs << false;
        QTest::addRow("a letter too far") << u"017g22e2-79b0-7cc3-98c4-dc0c0c07398f"_qs << false;
        QTest::addRow("one digit short") << u"017f22e2-79b0-7cc3-98c4-dc0c0c07398"_qs << false;
        QTest::addRow("dash moved") << u"017f22e-279b0-7cc3-98c4-dc0c0c07398f"_qs << false;
    }
    void readsOnlyWhatItWrites()
    {
        QFETCH(QString, text);
        QFETCH(bool, good);
        const Id id = Id::fromString(text);
        QCOMPARE(!id.isNull(), good);
        if (good) {
            QCOMPARE(id.toString(), text.toLower());
            QCOMPARE(Id::fromBytes(id.bytes()), id);
        }
    }

    void otherSizesAreNoId()
    {
        QVERIFY(Id::fromBytes(QByteArray(15, 'x')).isNull());
        QVERIFY(Id::fromBytes(QByteArray(17, 'x')).isNull());
        QVERIFY(!Id::fromBytes(QByteArray(16, 'x')).isNull());
    }
};

QTEST_APPLESS_MAIN(tst_Id)
#include "tst_Id.moc"

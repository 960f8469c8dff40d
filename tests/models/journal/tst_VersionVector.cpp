// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/VersionVector.h"

#include "tests/models/journal/Author.h"

#include <QTest>

using namespace motcua;
using namespace motcua::journal;

class tst_VersionVector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void growsWithoutAGap()
    {
        VersionVector vector;
        QVERIFY(!vector.append({testId('a'), 2}));
        QVERIFY(!vector.append({testId('a'), 0}));
        QVERIFY(vector.append({testId('a'), 1}));
        QVERIFY(vector.append({testId('a'), 2}));
        QVERIFY(vector.append({testId('a'), 1}));
        QCOMPARE(vector.highest(testId('a')), 2u);
        QVERIFY(vector.covers(EntryKey{testId('a'), 2}));
        QVERIFY(!vector.covers(EntryKey{testId('a'), 3}));
        QVERIFY(!vector.covers(EntryKey{testId('b'), 1}));
    }

    void namesWhatIsMissing()
    {
        VersionVector mine;
        mine.set(testId('a'), 5);
        mine.set(testId('b'), 9);
        VersionVector theirs;
        theirs.set(testId('a'), 7);
        theirs.set(testId('b'), 2);
        theirs.set(testId('c'), 1);
        QCOMPARE(mine.missingFrom(theirs), (QList<SeqRange>{{testId('a'), 6, 7}, {testId('c'), 1, 1}}));
        QCOMPARE(mine.missingFrom(theirs).constFirst().size(), 2u);
        QVERIFY(!mine.covers(theirs));
        mine.merge(theirs);
        QVERIFY(mine.covers(theirs));
        QCOMPARE(mine.highest(testId('b')), 9u);
        QCOMPARE(theirs.missingFrom(mine), (QList<SeqRange>{{testId('b'), 3, 9}}));
    }

    void mergingIsInAnyOrderTheSame()
    {
        VersionVector a;
        a.set(testId('x'), 3);
        VersionVector b;
        b.set(testId('x'), 2);
        b.set(testId('y'), 8);
        VersionVector ab = a;
        ab.merge(b);
        VersionVector ba = b;
        ba.merge(a);
        QCOMPARE(ab, ba);
        ba.merge(ab);
        QCOMPARE(ab, ba);
    }

    void comesBackFromBytesAndJson()
    {
        VersionVector vector;
        vector.set(testId('b'), 9'007'199'254'740'993); // 2^53 + 1: no JSON number
        vector.set(testId('a'), 1);
        QCOMPARE(*VersionVector::fromBytes(vector.toBytes()), vector);
        QCOMPARE(*VersionVector::fromJson(vector.toJson()), vector);
        QCOMPARE(*VersionVector::fromBytes({}), VersionVector());
        vector.set(testId('a'), 0);
        QCOMPARE(vector.origins().size(), 1);
    }

    void refusesOtherBytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray a = QByteArray(16, 'a') + QByteArray::fromHex("0000000000000001");
        const QByteArray b = QByteArray(16, 'b') + QByteArray::fromHex("0000000000000001");
        QTest::addRow("half a pair") << a.first(23);
        QTest::addRow("descending") << b + a;
        QTest::addRow("an origin twice") << a + a;
        QTest::addRow("place 0") << QByteArray(16, 'a') + QByteArray(8, '\0');
        QTest::addRow("a place beyond 63 bits") << QByteArray(16, 'a') + QByteArray(8, '\xff');
        QTest::addRow("no origin") << QByteArray(16, '\0') + QByteArray::fromHex("0000000000000001");
    }
    void refusesOtherBytes()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(VersionVector::fromBytes(bytes).error().code, ErrorCode::Invalid);
    }

    void refusesOtherJson_data()
    {
        QTest::addColumn<QJsonObject>("json");
        const QString origin = testId('a').toString();
        QTest::addRow("no id") << QJsonObject{{u"a"_qs, u"1"_qs}};
        QTest::addRow("a number") << QJsonObject{{origin, 1}};
        QTest::addRow("place 0") << QJsonObject{{origin, u"0"_qs}};
        QTest::addRow("below 0") << QJsonObject{{origin, u"-1"_qs}};
        QTest::addRow("one origin in two spellings")
            << QJsonObject{{u"61616161-6161-6161-6161-61616161616a"_qs, u"1"_qs}, {u"61616161-6161-6161-6161-61616161616A"_qs, u"2"_qs}};
    }
    void refusesOtherJson()
    {
        QFETCH(QJsonObject, json);
        QVERIFY(!VersionVector::fromJson(json));
    }
};

QTEST_APPLESS_MAIN(tst_VersionVector)
#include "tst_VersionVector.moc"

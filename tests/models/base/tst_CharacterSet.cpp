// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/CharacterSet.h"

#include <QTest>

using namespace motcua;

class tst_CharacterSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasWhatWasAdded_data();
    void hasWhatWasAdded();
    void meets_data();
    void meets();
    void takesInAnother();
};

void tst_CharacterSet::hasWhatWasAdded_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::newRow("one") << 0x41 << 0x41;
    QTest::newRow("nothing, the wrong way round") << 0x42 << 0x41;
    QTest::newRow("from the first") << 0 << 0x1F;
    QTest::newRow("up to the end of a word") << 0x30 << 0x3F;
    QTest::newRow("over the end of a word") << 0x3F << 0x40;
    QTest::newRow("several words") << 0x7F << 0x17F;
    QTest::newRow("letters with two marks") << 0x1E00 << 0x1EFF;
    QTest::newRow("the last") << 0x1FFF << 0x1FFF;
    QTest::newRow("beyond the end") << 0x1FF0 << 0xFFFF;
    QTest::newRow("only beyond") << 0x2000 << 0xFFFF;
}

void tst_CharacterSet::hasWhatWasAdded()
{
    QFETCH(int, from);
    QFETCH(int, to);
    CharacterSet set;
    set.add(static_cast<char16_t>(from), static_cast<char16_t>(to));
    for (int c = 0; c <= 0xFFFF; ++c) {
        QCOMPARE(set.has(static_cast<char16_t>(c)), c >= from && c <= to && c < int{CharacterSet::End});
    }
}

void tst_CharacterSet::meets_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<bool>("met");
    QTest::newRow("the last of it") << 0x7A << 0x7F << true;
    QTest::newRow("just after") << 0x7B << 0x100 << false;
    QTest::newRow("just before") << 0x30 << 0x60 << false;
    QTest::newRow("in its other part") << 0x1EA0 << 0x1EA0 << true;
    QTest::newRow("beyond the end") << 0x2000 << 0x2000 << false;
}

void tst_CharacterSet::meets()
{
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(bool, met);
    CharacterSet letters;
    letters.add(u'a', u'z');
    letters.add(0x1EA0, 0x1EF9);
    CharacterSet other;
    other.add(static_cast<char16_t>(from), static_cast<char16_t>(to));
    QCOMPARE(letters.meets(other), met);
    QCOMPARE(other.meets(letters), met);
}

void tst_CharacterSet::takesInAnother()
{
    CharacterSet digits;
    digits.add(u'0', u'9');
    CharacterSet both;
    both.add(u'a', u'a');
    both.add(digits);
    QVERIFY(both.has(u'a'));
    QVERIFY(both.has(u'0'));
    QVERIFY(both.has(u'9'));
    QVERIFY(!both.has(u':'));
    QVERIFY(!digits.has(u'a'));
}

QTEST_APPLESS_MAIN(tst_CharacterSet)
#include "tst_CharacterSet.moc"

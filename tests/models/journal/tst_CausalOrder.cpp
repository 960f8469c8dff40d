// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/CausalOrder.h"

#include "tests/models/journal/Author.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace motcua;
using namespace motcua::journal;

namespace {

Header bare(char origin, quint64 seq, qint64 ms, const QList<EntryKey> &basis = {})
{
    Header header;
    header.key = {testId(origin), seq};
    header.time = {ms, 0};
    header.basis = basis;
    return header;
}

EntryKey key(char origin, quint64 seq)
{
    return {testId(origin), seq};
}

QString sequence(const QList<Header> &headers)
{
    const CausalOrder order(headers);
    QString text;
    for (qsizetype place = 0; place < order.size(); ++place) {
        const EntryKey at = headers.at(order.at(place)).key;
        text += QLatin1Char(at.origin.bytes().at(0)) + QString::number(at.seq) + u' ';
    }
    return text.trimmed();
}

} // namespace

class tst_CausalOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void basisGoesBeforeTheClock()
    {
        // b's clock stands an hour behind, yet it had seen a1.
        QCOMPARE(sequence({bare('b', 1, 100, {key('a', 1)}), bare('a', 1, 3'600'000)}), u"a1 b1"_qs);
    }

    void tiesFollowTimeThenOriginThenPlace() { QCOMPARE(sequence({bare('c', 1, 5), bare('a', 1, 7), bare('b', 1, 5)}), u"b1 c1 a1"_qs); }

    void anAuthorHadSeenItsOwnEarlierEntries() { QCOMPARE(sequence({bare('a', 4, 1), bare('a', 2, 9)}), u"a2 a4"_qs); }

    void aNameReachesToWhatIsHereBelowIt()
    {
        // a5 is about the subject too but has not come yet; who had seen it had seen a3.
        const QList<Header> headers{bare('b', 1, 1, {key('a', 5)}), bare('a', 3, 9)};
        QCOMPARE(sequence(headers), u"a3 b1"_qs);
        QCOMPARE(CausalOrder(headers).heads(), QList<EntryKey>{key('b', 1)});
    }

    void namesOfNothingHereAreHarmless() { QCOMPARE(sequence({bare('b', 1, 2, {key('x', 9)}), bare('a', 1, 1)}), u"a1 b1"_qs); }

    void knowsHeadsAndAncestors()
    {
        const QList<Header> headers{
            bare('a', 1, 1), bare('b', 1, 2, {key('a', 1)}), bare('c', 1, 3, {key('a', 1)}), bare('a', 2, 4, {key('a', 1), key('b', 1)})};
        const CausalOrder order(headers);
        QCOMPARE(order.heads(), (QList<EntryKey>{key('a', 2), key('c', 1)}));
        QVERIFY(order.ancestors(3).contains(0));
        QVERIFY(order.ancestors(3).contains(1));
        QVERIFY(!order.ancestors(3).contains(2));
        QVERIFY(!order.ancestors(3).contains(3));
        QVERIFY(order.ancestors(0).isEmpty());
        QVERIFY(!order.isTangled());
    }

    void aCircleEndsAndIsNoticed()
    {
        QList<Header> headers{
            bare('a', 1, 3, {key('b', 1)}), bare('b', 1, 2, {key('c', 1)}), bare('c', 1, 1, {key('a', 1)}), bare('d', 1, 0, {key('a', 1)})};
        const QString first = sequence(headers);
        QVERIFY(CausalOrder(headers).isTangled());
        QVERIFY(!CausalOrder(headers).heads().isEmpty());
        std::sort(headers.begin(), headers.end(), [](const Header &a, const Header &b) { return a.time > b.time; });
        QCOMPARE(sequence(headers), first);
    }

    void isTheSameHoweverTheEntriesCame()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 100; ++round) {
            QList<Header> headers;
            for (int i = 0; i < 70; ++i) {
                const char origin = static_cast<char>('a' + random() % 4);
                const auto seq = static_cast<quint64>(std::count_if(headers.cbegin(), headers.cend(), [&](const Header &header) {
                    return header.key.origin == testId(origin);
                })) + 1;
                QList<EntryKey> basis;
                if (!headers.isEmpty() && random() % 3 != 0) {
                    basis.append(headers.at(static_cast<qsizetype>(random()) % headers.size()).key);
                }
                headers.append(bare(origin, seq, static_cast<qint64>(random() % 50), basis));
            }
            const QString expected = sequence(headers);
            const CausalOrder order(headers);
            for (qsizetype place = 0; place < order.size(); ++place) {
                for (qsizetype later = place; later < order.size(); ++later) {
                    QVERIFY(!order.ancestors(place).contains(later));
                }
            }
            std::shuffle(headers.begin(), headers.end(), random);
            QCOMPARE(sequence(headers), expected);
        }
    }
};

QTEST_APPLESS_MAIN(tst_CausalOrder)
#include "tst_CausalOrder.moc"

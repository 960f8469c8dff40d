// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/Samples.h"
#include "ui/messages/Language.h"
#include "ui/visit/PaymentWords.h"

#include <QTest>

using namespace motcua;

class tst_PaymentWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void notesAreCountedOut_data()
    {
        QTest::addColumn<qint64>("amount");
        QTest::addColumn<QString>("words");
        QTest::addRow("change of 500.000 for 8.000") << qint64{492'000} << u"200+200+50+20+20+2 nghìn"_qs;
        QTest::addRow("many alike are a number of them") << qint64{2'200'000} << u"500×4+200 nghìn"_qs;
        QTest::addRow("less than a thousand") << qint64{700} << u"500 đ + 200 đ"_qs;
        QTest::addRow("thousands and less") << qint64{3'500} << u"2+1 nghìn + 500 đ"_qs;
        QTest::addRow("nothing") << qint64{0} << QString();
    }
    void notesAreCountedOut()
    {
        const Language vietnamese;
        QFETCH(qint64, amount);
        QTEST(notesWords(Change::of(Money{amount}, test::shippedCatalogue().notes()).notes), "words");
    }

    void everyMeansAndTimeHasWordsOfItsOwn()
    {
        const Language vietnamese;
        QSet<QString> words;
        for (const PaymentMeans means : DeskMeans) {
            words.insert(meansWords(means));
        }
        words.insert(meansWords(PaymentMeans::Portal));
        for (const auto when : {Payment::When::AtAcceptance, Payment::When::WithResult, Payment::When::AtCashDesk}) {
            words.insert(whenWords(when));
        }
        QCOMPARE(words.size(), 8);
        QVERIFY(!words.contains(QString()));
    }

    void roundAmountsAreShownAsTheyAreTyped()
    {
        QCOMPARE(typedWords(Money{500'000}), u"500k"_qs);
        QCOMPARE(typedWords(Money{500}), u"500 đ"_qs);
    }
};

QTEST_GUILESS_MAIN(tst_PaymentWords)
#include "tst_PaymentWords.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/form/FormDraft.h"
#include "ui/messages/Language.h"
#include "ui/visit/FeeWords.h"

#include <QTest>

using namespace motcua;

namespace {

const QDate Day(2026, 11, 23);

/** Copies of a document: 2.000 đ for each of the first two pages, 1.000 đ for each further one. */
FeeRule copies()
{
    FeeRule rule;
    rule.id = u"copy"_qs;
    rule.quantityField = u"copies"_qs;
    rule.unit = u"bản"_qs;
    rule.tieredBy = u"pages"_qs;
    rule.tierUnit = u"trang"_qs;
    rule.tiers = {{2, Money{2000}}, {0, Money{1000}}};
    return rule;
}

FeeRule fixed(qint64 dong)
{
    FeeRule rule;
    rule.id = u"fixed"_qs;
    rule.unitPrice = Money{dong};
    return rule;
}

FeeRule with(FeeRule rule, int percent, const QString &why)
{
    FeeReduction reduction;
    reduction.percent = percent;
    reduction.text = why;
    rule.reductions.append(reduction);
    return rule;
}

FeeRule capped(FeeRule rule, qint64 dong)
{
    rule.cap = Money{dong};
    return rule;
}

FeeRule counted(FeeRule rule)
{
    rule.quantityField = u"copies"_qs;
    rule.unit = u"bản"_qs;
    return rule;
}

} // namespace

/** Every way to an amount can be read out. */
class tst_FeeWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWorkingIsShown_data();
    void theWorkingIsShown();
    void whatIsNotKnownSaysWhatToDo();
    void theTotalSaysWhenAPriceIsMissing();

private:
    Language m_vietnamese;
};

void tst_FeeWords::theWorkingIsShown_data()
{
    QTest::addColumn<FeeRule>("rule");
    QTest::addColumn<QString>("pages");
    QTest::addColumn<QString>("copies");
    QTest::addColumn<QString>("words");
    QTest::newRow("once") << fixed(50000) << QString() << QString() << u"50.000 đ"_qs;
    QTest::newRow("by the copy") << counted(fixed(8000)) << QString() << u"2"_qs << u"2 bản × 8.000 đ = 16.000 đ"_qs;
    QTest::newRow("nothing asked for yet") << counted(fixed(8000)) << QString() << QString() << u"chưa tính: tờ khai chưa ghi số lượng, hoặc số lượng ghi không thể đúng."_qs;
    QTest::newRow("two tiers, three copies") << copies() << u"10"_qs << u"3"_qs
                                            << u"2 trang × 2.000 đ + 8 trang × 1.000 đ = 12.000 đ một bản; × 3 bản = 36.000 đ"_qs;
    QTest::newRow("the first tier alone") << copies() << u"2"_qs << u"1"_qs << u"2 trang × 2.000 đ = 4.000 đ một bản; × 1 bản = 4.000 đ"_qs;
    QTest::newRow("a cap") << capped(copies(), 10000) << u"10"_qs << u"3"_qs
                           << u"2 trang × 2.000 đ + 8 trang × 1.000 đ = 12.000 đ một bản; không quá 10.000 đ một bản; × 3 bản = 30.000 đ"_qs;
    QTest::newRow("a cap that is not reached says nothing") << capped(copies(), 200000) << u"1"_qs << u"1"_qs << u"1 trang × 2.000 đ = 2.000 đ một bản; × 1 bản = 2.000 đ"_qs;
    QTest::newRow("a reduction with its reason") << with(fixed(50000), 50, u"hộ cận nghèo"_qs) << QString() << QString()
                                                 << u"50.000 đ giảm 50 % (hộ cận nghèo) = 25.000 đ"_qs;
    QTest::newRow("a reduction by the copy") << with(counted(fixed(8000)), 50, u"hộ cận nghèo"_qs) << QString() << u"2"_qs
                                             << u"8.000 đ giảm 50 % (hộ cận nghèo) = 4.000 đ một bản; × 2 bản = 8.000 đ"_qs;
    QTest::newRow("nothing at all") << with(counted(fixed(8000)), 100, u"người cao tuổi"_qs) << QString() << u"2"_qs << u"không thu (người cao tuổi)"_qs;
}

void tst_FeeWords::theWorkingIsShown()
{
    QFETCH(FeeRule, rule);
    QFETCH(QString, pages);
    QFETCH(QString, copies);
    QFETCH(QString, words);
    FormDraft draft;
    draft.set(u"pages"_qs, FieldValue::given(pages));
    draft.set(u"copies"_qs, FieldValue::given(copies));
    const Assessment fee = Assessment::of({rule}, draft, Day);
    QCOMPARE(fee.lines.size(), 1);
    QCOMPARE(feeWorking(fee.lines.constFirst()), words);
    // As it comes back from the journal.
    const Result<Assessment> read = Assessment::fromJson(fee.toJson());
    QVERIFY(read);
    QCOMPARE(feeWorking(read->lines.constFirst()), words);
}

void tst_FeeWords::whatIsNotKnownSaysWhatToDo()
{
    FeeRule local = fixed(0);
    local.setLocally = true;
    const Assessment fee = Assessment::of({local}, {}, Day);
    const QString words = feeWorking(fee.lines.constFirst());
    QVERIFY2(words.contains(u"chưa nhập trên máy này") && words.contains(u"bảng giá niêm yết"), qPrintable(words));
    QVERIFY(!words.contains(u"0 đ"));
}

void tst_FeeWords::theTotalSaysWhenAPriceIsMissing()
{
    FeeRule local = fixed(0);
    local.setLocally = true;
    QCOMPARE(feeTotal(Assessment::of({fixed(8000)}, {}, Day), Money{8000}), u"8.000 đ"_qs);
    const QString partly = feeTotal(Assessment::of({fixed(8000), local}, {}, Day), Money{8000});
    QVERIFY2(partly.startsWith(u"8.000 đ") && partly != u"8.000 đ", qPrintable(partly));
}

QTEST_GUILESS_MAIN(tst_FeeWords)
#include "tst_FeeWords.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/NeededThings.h"

#include <QTest>

using namespace motcua;

/** What somebody is told to bring. */
class tst_NeededThings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void papersAreSortedByWhenTheyAreNeeded()
    {
        const NeededThings needed = NeededThings::of(procedure(), Day);
        QCOMPARE(needed.always, (QList<NeededThings::Paper>{{u"Tờ khai"_qs, {}, 1, 0}, {u"Giấy tờ tùy thân"_qs, {}, 1, 0}}));
        QCOMPARE(needed.sometimes, (QList<NeededThings::Paper>{{u"Văn bản ủy quyền"_qs, u"Khi nộp thay"_qs, 1, 1}}));
        QCOMPARE(needed.limit, u"Trong ngày"_qs);
    }

    void whoNeedNotProveWhoTheyAreBringsNothingThatDoes()
    {
        Procedure stated = procedure();
        stated.identity.level = IdentityNeed::Level::Stated;
        QCOMPARE(NeededThings::of(stated, Day).always.size(), 1);
    }

    void aFeeIsToldInOneLine_data()
    {
        QTest::addColumn<FeeRule>("fee");
        QTest::addColumn<QStringList>("lines");
        FeeRule fixed{.id = u"a"_qs, .text = u"Phí bản sao"_qs, .unitPrice = {8000}, .unit = u"bản"_qs};
        QTest::newRow("for one") << fixed << QStringList{u"Phí bản sao: 8.000 đ/bản"_qs};
        FeeRule tiered{.id = u"a"_qs, .text = u"Phí chứng thực"_qs, .unit = u"bản"_qs, .tierUnit = u"trang"_qs, .tiers = {{2, {2000}}, {0, {1000}}}, .cap = Money{200'000}};
        QTest::newRow("page by page, and at most") << tiered << QStringList{u"Phí chứng thực: ≤ 2 trang: 2.000 đ/trang; > 2 trang: 1.000 đ/trang; ≤ 200.000 đ/bản"_qs};
        FeeRule local{.id = u"a"_qs, .text = u"Lệ phí"_qs, .setLocally = true, .basis = u"Nghị quyết của HĐND tỉnh"_qs};
        QTest::newRow("of a province that is not known") << local << QStringList{u"Lệ phí: Nghị quyết của HĐND tỉnh"_qs};
        local.local = {{.unitPrice = {5000}, .validity = {.from = Day.addDays(1), .to = {}}}};
        QTest::newRow("of a province, from tomorrow") << local << QStringList{u"Lệ phí: Nghị quyết của HĐND tỉnh"_qs};
        local.local = {{.unitPrice = {5000}}};
        QTest::newRow("of a province that is known") << local << QStringList{u"Lệ phí: 5.000 đ"_qs};
        FeeRule online = fixed;
        online.channels = {2};
        QTest::newRow("not at the counter") << online << QStringList();
        FeeRule reduced = fixed;
        reduced.reductions = {{.id = u"poor"_qs, .text = u"Hộ nghèo"_qs, .percent = 100}, {.id = u"online"_qs, .text = u"Trực tuyến"_qs, .channels = {2}, .percent = 50}};
        QTest::newRow("less for some") << reduced << QStringList{u"Phí bản sao: 8.000 đ/bản"_qs, u"– Hộ nghèo: −100 %"_qs};
    }
    void aFeeIsToldInOneLine()
    {
        QFETCH(FeeRule, fee);
        QFETCH(QStringList, lines);
        Procedure one = procedure();
        one.fees = {fee};
        QCOMPARE(NeededThings::of(one, Day).fees, lines);
    }

private:
    static Procedure procedure()
    {
        Procedure made;
        made.code = u"1.000001"_qs;
        made.limitText = u"Trong ngày"_qs;
        made.identity = {.level = IdentityNeed::Level::Proved};
        made.papers = {{.id = u"declaration"_qs, .name = u"Tờ khai"_qs, .originals = 1},
            {.id = u"authorisation"_qs, .name = u"Văn bản ủy quyền"_qs, .help = u"Khi nộp thay"_qs, .need = RequiredPaper::Need::Conditional, .originals = 1, .copies = 1},
            {.id = u"identity"_qs, .name = u"Giấy tờ tùy thân"_qs, .need = RequiredPaper::Need::OnRequest, .originals = 1, .provesIdentityOf = u"applicant"_qs},
            {.id = u"residence"_qs, .name = u"Giấy tờ về cư trú"_qs, .need = RequiredPaper::Need::OnRequest, .originals = 1}};
        return made;
    }

    static inline const QDate Day{2026, 11, 23};
};

QTEST_APPLESS_MAIN(tst_NeededThings)
#include "tst_NeededThings.moc"

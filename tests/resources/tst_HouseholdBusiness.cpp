// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/resources/Samples.h"

using namespace motcua;

/** 1.001612 as it is shipped. */
class tst_HouseholdBusiness : public QObject
{
    Q_OBJECT

    static test::Sample sample(const QString &name) { return test::Sample(u"1.001612"_qs, name); }

private Q_SLOTS:
    void asksForThePapersAndThePriceOfTheCase_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("papers");
        QTest::addColumn<QString>("fee");
        QTest::addRow("the owner files") << u"complete"_qs << QStringList{u"declaration 1+0"_qs} << u"registration 100000×1=100000"_qs;
        QTest::addRow("a family authorises one of it")
            << u"family"_qs << QStringList{u"declaration 1+0"_qs, u"familyAuthorisation 0+1"_qs} << u"registration 100000×1=100000"_qs;
        QTest::addRow("an organisation files online for an owner without electronic identity")
            << u"agent"_qs << QStringList{u"declaration 1+0"_qs, u"serviceContract 0+1"_qs, u"introduction 1+0"_qs, u"ownerCard 0+1"_qs}
            << u"registration 40000×1=40000"_qs;
    }
    void asksForThePapersAndThePriceOfTheCase()
    {
        QFETCH(QString, name);
        QFETCH(QString, fee);
        const test::Sample one = sample(name);
        QCOMPARE(one.violations(), QStringList());
        QCOMPARE(one.warnings(), QStringList());
        QTEST(one.neededPapers(), "papers");
        QCOMPARE(one.fees(), QStringList{fee});
    }

    void whoFilesDecidesWhichPapers_data()
    {
        QTest::addColumn<QString>("by");
        QTest::addColumn<QStringList>("papers");
        QTest::addRow("a person") << u"person"_qs << QStringList{u"declaration 1+0"_qs, u"authorisation 0+1"_qs};
        QTest::addRow("an organisation") << u"organisation"_qs
                                         << QStringList{u"declaration 1+0"_qs, u"serviceContract 0+1"_qs, u"introduction 1+0"_qs};
        QTest::addRow("the public post") << u"publicPost"_qs << QStringList{u"declaration 1+0"_qs, u"postSlip 0+1"_qs};
        QTest::addRow("another post, as an organisation")
            << u"otherPost"_qs << QStringList{u"declaration 1+0"_qs, u"serviceContract 0+1"_qs, u"introduction 1+0"_qs};
    }
    void whoFilesDecidesWhichPapers()
    {
        QFETCH(QString, by);
        test::Sample one = sample(u"complete"_qs);
        one.change(u"filing.agent=Đỗ Hạnh; filing.ownerEid=yes; filing.by="_qs + by);
        QTEST(one.neededPapers(), "papers");
    }

    void aProvinceThatToldNoPriceIsAsked()
    {
        const auto real = test::shippedCatalogue().procedure(u"1.001612"_qs, QDate(2026, 11, 23));
        QVERIFY(real);
        const Assessment assessment = Assessment::of(real->fees, real->form().blank(), QDate(2026, 11, 23));
        QVERIFY(!assessment.isComplete());
        QCOMPARE(assessment.total(), Money{0});
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("changes");
        QTest::addColumn<QStringList>("expected");
        QTest::addRow("what contradicts itself, all at once")
            << u"contradictions"_qs << QString()
            << QStringList{u"business.name Malformed businessName"_qs, u"commitment.made Missing"_qs, u"owner.birth RuleBroken ownerAge"_qs,
                   u"lines RuleBroken oneMainLine"_qs};
        QTest::addRow("no main line") << u"complete"_qs << u"lines[1].main="_qs << QStringList{u"lines RuleBroken oneMainLine"_qs};
        QTest::addRow("a company's name") << u"complete"_qs << u"business.name=Hộ kinh doanh Công ty Hòa An"_qs
                                          << QStringList{u"business.name Malformed businessName"_qs};
        QTest::addRow("no name behind the two words")
            << u"complete"_qs << u"business.name=Hộ kinh doanh"_qs << QStringList{u"business.name Malformed businessName"_qs};
        QTest::addRow("nothing of capitals") << u"complete"_qs << u"business.name=HỘ KINH DOANH HÒA AN 2"_qs << QStringList();
        QTest::addRow("no capital") << u"complete"_qs << u"capital.amount=0"_qs << QStringList{u"capital.amount OutOfRange"_qs};
        QTest::addRow("a family without its authorisation")
            << u"complete"_qs
            << u"founder.kind=family; members[1].name=Ngô Quang; members[1].birth=3/3/1986; members[1].sex=male; members[1].personalNumber=000086012347"_qs
            << QStringList{u"familyAuthorisation PaperMissing"_qs};
        QTest::addRow("a member who is a minor") << u"family"_qs << u"members[2].birth=3/3/2016; members[2].personalNumber=000216012347"_qs
                                                 << QStringList{u"members[2].birth RuleBroken memberAge"_qs};
    }
    void refuses()
    {
        QFETCH(QString, name);
        QFETCH(QString, changes);
        test::Sample one = sample(name);
        one.change(changes);
        QTEST(one.violations(), "expected");
    }

    void warnsOfAnAgentWithTheOwnersName()
    {
        test::Sample one = sample(u"complete"_qs);
        one.change(u"filing.by=person; filing.ownerEid=yes; filing.agent=LÊ THỊ THU"_qs);
        QCOMPARE(one.warnings(), QStringList{u"filing.agent RuleBroken agentIsAnother"_qs});
    }

    void printsTheOfficialSheet()
    {
        const QStringList lines = sample(u"family"_qs).printedLines();
        QVERIFY(lines.contains(u"GIẤY ĐỀ NGHỊ ĐĂNG KÝ HỘ KINH DOANH"_qs));
        QVERIFY(lines.contains(u"Tôi là (ghi họ tên bằng chữ in hoa): LÊ THỊ THU"_qs));
        QVERIFY(lines.contains(u"a) Tên viết bằng tiếng Việt (ghi bằng chữ in hoa): HỘ KINH DOANH THU HÒA AN"_qs));
        QVERIFY(lines.contains(
            u"1 | Bán lẻ tổng hợp với lương thực, thực phẩm, đồ uống, thuốc lá, thuốc lào chiếm tỷ trọng lớn | 4711 | ☒"_qs));
        QVERIFY(lines.contains(u"2 | Dịch vụ làm tóc | 9621 | ☐"_qs));
        QVERIFY(lines.contains(u"Tổng số (bằng số; VNĐ): 50.000.000"_qs));
        QVERIFY(lines.contains(u"6. Chủ thể thành lập hộ kinh doanh: Cá nhân ☐   Các thành viên hộ gia đình ☒"_qs));
        QVERIFY(lines.contains(u"2 | Ngô Quang | 03/03/1986 | Nam | 000086012347"_qs));
        QVERIFY(lines.contains(u"Tôi xin cam kết: ☒"_qs));
    }
};

QTEST_APPLESS_MAIN(tst_HouseholdBusiness)
#include "tst_HouseholdBusiness.moc"

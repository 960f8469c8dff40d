// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/resources/Samples.h"

using namespace motcua;

/** 1.004194 as it is shipped: a household, a list, quarters. */
class tst_TemporaryResidence : public QObject
{
    Q_OBJECT

    static test::Sample sample(const QString &name) { return test::Sample(u"1.004194"_qs, name); }

private Q_SLOTS:
    void asksForThePapersAndThePriceOfTheCase_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("papers");
        QTest::addColumn<QString>("fee");
        QTest::addRow("one person in a rented room: no paper on the room")
            << u"complete"_qs << QStringList{u"declaration 1+0"_qs} << u"direct 15000×1=15000"_qs;
        QTest::addRow("online it costs less") << u"online"_qs << QStringList{u"declaration 1+0"_qs} << u"online 7000×1=7000"_qs;
        QTest::addRow("a family with a minor whose other parent agreed in writing, from a remote commune")
            << u"family"_qs << QStringList{u"declaration 1+0"_qs, u"consent 1+0"_qs, u"exemptionProof 1+0"_qs} << u"direct 0×1=0"_qs;
        QTest::addRow("a minor alone, with consent on the sheet")
            << u"minor"_qs << QStringList{u"declaration 1+0"_qs} << u"direct 15000×1=15000"_qs;
        QTest::addRow("a list: a declaration and a price for each")
            << u"list"_qs << QStringList{u"declarations 3+0"_qs, u"listRequest 1+1"_qs} << u"list 10000×3=30000"_qs;
        QTest::addRow("quarters of the army: the regiment's letter")
            << u"army"_qs << QStringList{u"declaration 1+0"_qs, u"armyLetter 1+0"_qs} << u"direct 15000×1=15000"_qs;
        QTest::addRow("before 5/8/2026 the lodging is proved")
            << u"before-august"_qs << QStringList{u"declaration 1+0"_qs, u"lodging 1+0"_qs} << u"direct 15000×1=15000"_qs;
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

    void changesWithTheDayOfReceipt()
    {
        const auto needOfLodging = [](const test::Sample &one) { return one.procedure().paper(u"lodging"_qs)->need; };
        QCOMPARE(needOfLodging(sample(u"before-august"_qs)), RequiredPaper::Need::Conditional);
        QCOMPARE(needOfLodging(sample(u"complete"_qs)), RequiredPaper::Need::OnRequest);
        QCOMPARE(sample(u"complete"_qs).procedure().limit, (Limit{Limit::Kind::WorkingDays, 3, {}}));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("changes");
        QTest::addColumn<QStringList>("expected");
        QTest::addRow("what contradicts itself, all at once")
            << u"contradictions"_qs << QString()
            << QStringList{u"request.until RuleBroken fromBeforeUntil"_qs, u"request.until RuleBroken notOver"_qs,
                   u"members[1].birth RuleBroken memberIsMinor"_qs, u"exemption.reason RuleBroken elderly"_qs};
        QTest::addRow("a lodger whose landlord said nothing")
            << u"complete"_qs << u"opinions.owner="_qs << QStringList{u"opinions.owner Missing"_qs};
        QTest::addRow("a minor without parents") << u"minor"_qs << u"opinions.parents="_qs << QStringList{u"opinions.parents Missing"_qs};
        QTest::addRow("a consent in writing that is not there")
            << u"minor"_qs << u"opinions.parents=paper"_qs << QStringList{u"consent PaperMissing"_qs};
        QTest::addRow("a list without its request")
            << u"complete"_qs
            << u"request.kind=list; list.organisation=Trường Cao đẳng Hòa An; people[1].name=Lê Vy; people[1].birth=1/1/2007; people[1].sex=female; people[1].personalNumber=000307012345; people[1].until=1/6/2027"_qs
            << QStringList{u"declarations PaperMissing"_qs, u"listRequest PaperMissing"_qs};
        QTest::addRow("somebody on the list whose stay is over")
            << u"list"_qs << u"people[2].until=1/1/2000"_qs
            << QStringList{u"people[2].until RuleBroken listFromBeforeUntil"_qs, u"people[2].until RuleBroken listNotOver"_qs};
        QTest::addRow("somebody on the list whose stay ended between the first day and the day of receipt")
            << u"list"_qs << u"request.from=1/11/2026; people[3].until=20/11/2026"_qs << QStringList{u"people[3].until RuleBroken listNotOver"_qs};
        QTest::addRow("somebody on the list whose stay ends before it begins")
            << u"list"_qs << u"request.from=1/12/2026; people[1].until=30/11/2026"_qs << QStringList{u"people[1].until RuleBroken listFromBeforeUntil"_qs};
        QTest::addRow("children on the list whom nobody consented to")
            << u"list"_qs << u"people[1].birth=1/1/2020; people[3].birth=24/11/2008"_qs
            << QStringList{u"people[1].birth RuleBroken listedIsMinor"_qs, u"people[3].birth RuleBroken listedIsMinor"_qs};
        QTest::addRow("a list whose youngest is eighteen today") << u"list"_qs << u"people[1].birth=23/11/2008"_qs << QStringList();
        QTest::addRow("a child on the list, with consent on the sheet") << u"list"_qs << u"people[1].birth=1/1/2020; list.minors=sheet"_qs << QStringList();
        QTest::addRow("a child on the list, with a consent in writing that is not there")
            << u"list"_qs << u"people[1].birth=1/1/2020; list.minors=paper"_qs << QStringList{u"consent PaperMissing"_qs};
        QTest::addRow("a child of the head who says to be the head")
            << u"family"_qs << u"head.relation=child; head.personalNumber=000170012345"_qs
            << QStringList{u"opinions.head RuleBroken selfIsHead"_qs, u"head.personalNumber RuleBroken selfNumber"_qs};
        QTest::addRow("a head who asks another head") << u"family"_qs << u"opinions.head=sheet"_qs << QStringList{u"opinions.head RuleBroken headAsksNobody"_qs};
        QTest::addRow("a child of the head with the number of the head")
            << u"family"_qs << u"head.relation=child; opinions.head=sheet"_qs << QStringList{u"head.personalNumber RuleBroken headIsAnother"_qs};
        QTest::addRow("a relation no list knows contradicts nothing for certain") << u"family"_qs << u"head.relation=tự đứng tên hộ mới"_qs << QStringList();
        QTest::addRow("a citizen naturalised without the decision")
            << u"complete"_qs << u"person.naturalised=1"_qs << QStringList{u"naturalisation PaperMissing"_qs};
        QTest::addRow("a child of thirty") << u"complete"_qs << u"exemption.reason=child"_qs
                                           << QStringList{u"exemption.reason RuleBroken childExempt"_qs};
    }
    void refuses()
    {
        QFETCH(QString, name);
        QFETCH(QString, changes);
        test::Sample one = sample(name);
        one.change(changes);
        QTEST(one.violations(), "expected");
    }

    void warnsOfMoreThanTwoYears()
    {
        test::Sample one = sample(u"complete"_qs);
        one.change(u"request.until=24/11/2028"_qs);
        QCOMPARE(one.warnings(), QStringList{u"request.until RuleBroken twoYearsAtMost"_qs});
    }

    void warnsOfMoreThanTwoYearsOnTheList()
    {
        test::Sample one = sample(u"list"_qs);
        one.change(u"people[2].until=1/1/2090"_qs);
        QCOMPARE(one.violations(), QStringList());
        QCOMPARE(one.warnings(), QStringList{u"people[2].until RuleBroken listTwoYearsAtMost"_qs});
    }

    void warnsOfAHeadWhoCannotBeTheDeclarant()
    {
        test::Sample one = sample(u"family"_qs);
        one.change(u"head.personalNumber=000170012345"_qs); // of somebody born in 1970
        QCOMPARE(one.violations(), QStringList{u"head.personalNumber RuleBroken selfNumber"_qs});
        one.change(u"head.relation=lodger; opinions.head=sheet"_qs);
        QCOMPARE(one.violations(), QStringList());
        QCOMPARE(one.warnings(), QStringList());
    }

    void warnsOfANumberOfAnotherPerson()
    {
        QCOMPARE(sample(u"contradictions"_qs).warnings(), QStringList{u"members[1].personalNumber RuleBroken memberNumber"_qs});
    }

    void printsTheOfficialSheet()
    {
        const QStringList lines = sample(u"family"_qs).printedLines();
        QCOMPARE(lines[1], u"TỜ KHAI THAY ĐỔI THÔNG TIN CƯ TRÚ"_qs);
        QVERIFY(lines.contains(u"1. Họ, chữ đệm và tên: Y THIÊM ÊÑUÔL"_qs));
        QVERIFY(lines.contains(u"2. Ngày, tháng, năm sinh: 14/02/1998 | 3. Giới tính: Nam"_qs));
        QVERIFY(lines.contains(u"7. Họ, chữ đệm và tên chủ hộ: Y Thiêm Êñuôl | 8. Mối quan hệ với chủ hộ: Chủ hộ"_qs));
        QVERIFY(lines.contains(
            u"10. Nội dung đề nghị: Đăng ký tạm trú tại 5 Lê Lợi, phường Hòa An, tỉnh Hòa An, từ ngày 23/11/2026 đến ngày 22/11/2028"_qs));
        QVERIFY(lines.contains(u"2 | Y Nam Êñuôl | 01/09/2024 | Nam | 000224012345 | Con"_qs));
        QVERIFY(lines.contains(u"Ý KIẾN CỦA CHỦ HỘ | Chủ hộ là người kê khai"_qs));
        QVERIFY(lines.contains(u"NGƯỜI KÊ KHAI | (Ký, ghi rõ họ tên) | Y Thiêm Êñuôl"_qs));
    }
};

QTEST_APPLESS_MAIN(tst_TemporaryResidence)
#include "tst_TemporaryResidence.moc"

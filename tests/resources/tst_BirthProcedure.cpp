// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/resources/Samples.h"

using namespace motcua;

/** 1.001193 as it is shipped, held against dossiers an officer meets. */
class tst_BirthProcedure : public QObject
{
    Q_OBJECT

    static test::Sample sample(const QString &name) { return test::Sample(u"1.001193"_qs, name); }

private Q_SLOTS:
    void asksForThePapersAndThePriceOfTheCase_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("papers");
        QTest::addColumn<QStringList>("fees");
        const QString free = u"registration 0×1=0"_qs;
        QTest::addRow("on time it is free, and copies are paid for")
            << u"complete"_qs << QStringList{u"declaration 1+0"_qs, u"birthNotice 1+0"_qs, u"marriage 1+0"_qs}
            << QStringList{free, u"copy 8000×2=16000"_qs};
        QTest::addRow("twins: a declaration and a notice for each")
            << u"twins"_qs << QStringList{u"declaration 2+0"_qs, u"birthNotice 2+0"_qs, u"marriage 1+0"_qs}
            << QStringList{u"registration 0×2=0"_qs};
        QTest::addRow("a father declared absent takes the marriage with him")
            << u"father-absent"_qs << QStringList{u"declaration 1+0"_qs, u"birthNotice 1+0"_qs} << QStringList{free};
        QTest::addRow("unmarried parents show the recognition, and a witness stands for the notice")
            << u"unmarried"_qs << QStringList{u"declaration 1+0"_qs, u"witnessStatement 1+0"_qs, u"recognition 1+0"_qs}
            << QStringList{free};
        QTest::addRow("surrogacy is confirmed by the clinic, and an undertaking stands for the notice")
            << u"surrogate"_qs << QStringList{u"declaration 1+0"_qs, u"undertaking 1+0"_qs, u"surrogacy 1+0"_qs, u"marriage 1+0"_qs}
            << QStringList{free};
        QTest::addRow("an abandoned child has a record and no parents")
            << u"abandoned"_qs << QStringList{u"declaration 1+0"_qs, u"abandonment 1+0"_qs} << QStringList{free};
        QTest::addRow("late, but poor: free with its proof")
            << u"late-poor"_qs << QStringList{u"declaration 1+0"_qs, u"birthNotice 1+0"_qs, u"marriage 1+0"_qs, u"exemptionProof 1+0"_qs}
            << QStringList{free, u"copy 8000×1=8000"_qs};
        QTest::addRow("late twins pay twice what the province set")
            << u"late"_qs << QStringList{u"declaration 2+0"_qs, u"birthNotice 2+0"_qs, u"marriage 1+0"_qs}
            << QStringList{u"registration 5000×2=10000"_qs};
        QTest::addRow("before 5/8/2026 the identity paper is shown")
            << u"before-august"_qs << QStringList{u"declaration 1+0"_qs, u"birthNotice 1+0"_qs, u"marriage 1+0"_qs, u"identity 1+0"_qs}
            << QStringList{free};
    }
    void asksForThePapersAndThePriceOfTheCase()
    {
        QFETCH(QString, name);
        const test::Sample one = sample(name);
        QCOMPARE(one.violations(), QStringList());
        QTEST(one.neededPapers(), "papers");
        QTEST(one.fees(), "fees");
    }

    void changesWithTheDayOfReceipt()
    {
        QCOMPARE(sample(u"before-august"_qs).procedure().edition, u"163/QĐ-BTP"_qs);
        QCOMPARE(sample(u"complete"_qs).procedure().edition, u"163/QĐ-BTP; NĐ 309/2026"_qs);
        const auto needOfIdentity = [](const test::Sample &one) { return one.procedure().paper(u"identity"_qs)->need; };
        QCOMPARE(needOfIdentity(sample(u"before-august"_qs)), RequiredPaper::Need::Always);
        QCOMPARE(needOfIdentity(sample(u"complete"_qs)), RequiredPaper::Need::OnRequest);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("changes");
        QTest::addColumn<QStringList>("expected");
        QTest::addRow("what contradicts itself, all at once")
            << u"contradictions"_qs << QString()
            << QStringList{u"copies OutOfRange"_qs, u"child[1].birth RuleBroken motherBeforeChild"_qs,
                   u"child[1].birth RuleBroken onTime"_qs, u"father.personalNumber RuleBroken twoParents"_qs,
                   u"birthNotice PaperKindRefused citizenScan"_qs};
        QTest::addRow("a typed number without a paper")
            << u"complete"_qs << u"requester.personalNumber=000195012345"_qs << QStringList{u"IdentityNotProved"_qs};
        QTest::addRow("nobody who asks") << u"complete"_qs << u"requester.name="_qs
                                         << QStringList{u"IdentityNotStated"_qs, u"requester.name Missing"_qs};
        QTest::addRow("a father named after all, who brings the marriage back")
            << u"father-absent"_qs << u"father="_qs
            << QStringList{
                   u"father.birth Missing"_qs, u"father.ethnicity Missing"_qs, u"father.residence Missing"_qs, u"marriage PaperMissing"_qs};
        QTest::addRow("nothing about a marriage when the father is not named")
            << u"father-absent"_qs << u"parents.marriage="_qs << QStringList();
        QTest::addRow("an act for another without the power of attorney")
            << u"complete"_qs << u"requester.authorised=1"_qs << QStringList{u"authorisation PaperMissing"_qs};
        QTest::addRow("a foundling without its record")
            << u"complete"_qs << u"birth.circumstance=abandoned"_qs << QStringList{u"abandonment PaperMissing"_qs};
        QTest::addRow("the second twin without a name") << u"twins"_qs << u"child[2].name="_qs << QStringList{u"child[2].name Missing"_qs};
        QTest::addRow("a ninth child") << u"twins"_qs << u"child[9].name=Trần Bảo Chín"_qs << QStringList{u"child TooManyRows"_qs};
        QTest::addRow("a recognition nobody named")
            << u"unmarried"_qs << u"parents.recognition="_qs << QStringList{u"parents.recognition Missing"_qs};
        QTest::addRow("a fingerprint without a witness")
            << u"complete"_qs << u"signature.manner=fingerprint"_qs << QStringList{u"signature.witness Missing"_qs};
        QTest::addRow("a declaration by word of mouth that nobody read back")
            << u"complete"_qs << u"signature.manner=oral"_qs << QStringList{u"signature.readBack Missing"_qs};
    }
    void refuses()
    {
        QFETCH(QString, name);
        QFETCH(QString, changes);
        test::Sample one = sample(name);
        one.change(changes);
        QStringList found = one.violations();
        // Of the ninth child only that it is too many matters here; seven rows lack everything.
        if (changes.startsWith(u"child[9]")) {
            found = found.filter(u"TooManyRows"_qs);
        }
        QTEST(found, "expected");
    }

    void nobodyNamesNeitherParentOfAnUsualChild()
    {
        test::Sample one = sample(u"father-absent"_qs);
        one.declareAbsent(u"mother"_qs, u"notEstablished"_qs);
        QCOMPARE(one.violations(), QStringList{u"mother RuleBroken someParent"_qs});
        one.declareAbsent(u"father"_qs, QString());
        QCOMPARE(one.violations(), (QStringList{u"father AbsenceReasonMissing"_qs, u"mother RuleBroken someParent"_qs}));
    }

    void warnsOfWhatIsUnlikely()
    {
        QCOMPARE(sample(u"complete"_qs).warnings(), QStringList());
        QCOMPARE(sample(u"contradictions"_qs).warnings(),
            (QStringList{u"child[1].birth RuleBroken motherAge"_qs, u"child[1].birth RuleBroken fatherAge"_qs,
                u"child[1].birth RuleBroken sixtyDaysOver"_qs, u"mother.personalNumber RuleBroken motherNumber"_qs, u"father.personalNumber RuleBroken fatherNumber"_qs}));
    }

    void countsTheSixtyDays_data()
    {
        QTest::addColumn<QString>("birth");
        QTest::addColumn<QString>("onTime");
        QTest::addColumn<QString>("rule");
        const auto row = [](const char *claim, const char *birth, const char *onTime, const char *rule) {
            QTest::addRow("%s", claim) << QString::fromLatin1(birth) << QString::fromLatin1(onTime) << QString::fromLatin1(rule);
        };
        row("the sixtieth day", "2026-09-24", "yes", "");
        row("the sixtieth day was Sunday, today is Monday", "2026-09-23", "yes", "");
        row("the sixtieth day was Saturday, today is Monday", "2026-09-22", "yes", "");
        row("the sixtieth day was Friday", "2026-09-21", "yes", "sixtyDaysOver");
        row("half a year", "2026-05-23", "yes", "sixtyDaysOver");
        row("late, and said to be", "2026-09-21", "no", "");
        row("said to be late while the time still runs over the weekend", "2026-09-22", "no", "sixtyDaysRun");
        row("a child of yesterday, said to be late", "2026-11-22", "no", "sixtyDaysRun");
    }
    void countsTheSixtyDays()
    {
        QFETCH(QString, birth);
        QFETCH(QString, onTime);
        QFETCH(QString, rule);
        test::Sample one = sample(u"complete"_qs);
        QCOMPARE(one.violations(), QStringList()); // received on Monday, 23/11/2026
        one.change(u"child[1].birth="_qs + birth);
        one.change(u"birth.onTime="_qs + onTime);
        QCOMPARE(one.warnings(), rule.isEmpty() ? QStringList() : QStringList{u"child[1].birth RuleBroken "_qs + rule});
    }

    void countsThemForEachOfTwins()
    {
        test::Sample one = sample(u"twins"_qs);
        one.change(u"child[2].birth=2026-09-21"_qs);
        QCOMPARE(one.warnings(), QStringList{u"child[2].birth RuleBroken sixtyDaysOver"_qs});
    }

    void printsTheOfficialSheet()
    {
        const QStringList lines = sample(u"complete"_qs).printedLines();
        QCOMPARE(lines[1], u"TỜ KHAI ĐĂNG KÝ KHAI SINH"_qs);
        QCOMPARE(lines[2], u"Kính gửi: Ủy ban nhân dân phường Hòa An"_qs);
        QVERIFY(lines.contains(u"Giấy tờ tùy thân/Số định danh cá nhân: Số định danh cá nhân | số: 000195012345"_qs));
        QVERIFY(lines.contains(u"Quan hệ với người được khai sinh: Mẹ"_qs));
        QVERIFY(lines.contains(u"Họ, chữ đệm, tên: TRẦN BẢO AN"_qs));
        QVERIFY(lines.contains(u"Giới tính: Nữ | Dân tộc: Kinh | Quốc tịch: Việt Nam"_qs));
        QVERIFY(lines.contains(u"Họ, chữ đệm, tên người cha: Trần Văn Bình"_qs));
        QVERIFY(lines.contains(u"Ngày, tháng, năm sinh: 1990 | Dân tộc: Tày | Quốc tịch: Việt Nam"_qs));
        QVERIFY(lines.contains(u"Làm tại: Hòa An, ngày 23 tháng 11 năm 2026"_qs));
        QCOMPARE(lines.constLast(), u"Đề nghị cấp bản sao: Có ☒   Không ☐ | Số lượng: 2 bản"_qs);
    }

    void printsAFatherDeclaredAbsentBlank()
    {
        const QStringList lines = sample(u"father-absent"_qs).printedLines();
        QVERIFY(lines.contains(u"Họ, chữ đệm, tên người cha: "_qs));
        QVERIFY(lines.contains(u"Ngày, tháng, năm sinh:  | Dân tộc:  | Quốc tịch: "_qs));
        QVERIFY(lines.filter(u"Bình"_qs).isEmpty());
        QVERIFY(lines.filter(u"yêu cầu của người mẹ"_qs).isEmpty());
    }

    void printsTwinsOneAfterTheOther()
    {
        const QStringList lines = sample(u"twins"_qs).printedLines();
        QCOMPARE(lines.filter(u"Họ, chữ đệm, tên: "_qs),
            (QStringList{u"Họ, chữ đệm, tên: TRẦN BẢO AN"_qs, u"Họ, chữ đệm, tên: TRẦN BẢO KHÁNH"_qs}));
    }
};

QTEST_APPLESS_MAIN(tst_BirthProcedure)
#include "tst_BirthProcedure.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/resources/Samples.h"

using namespace motcua;

/** 2.000635 as it is shipped. */
class tst_ExtractProcedure : public QObject
{
    Q_OBJECT

    static test::Sample sample(const QString &name) { return test::Sample(u"2.000635"_qs, name); }

private Q_SLOTS:
    void isComplete()
    {
        const test::Sample one = sample(u"complete"_qs);
        QCOMPARE(one.violations(), QStringList());
        QCOMPARE(one.warnings(), QStringList());
        QCOMPARE(one.neededPapers(), QStringList{u"declaration 1+0"_qs});
        QCOMPARE(one.fees(), QStringList{u"extract-copy 8000×3=24000"_qs});
    }

    void changesWithTheDayOfReceipt()
    {
        const test::Sample before = sample(u"before-august"_qs);
        const test::Sample after = sample(u"complete"_qs);
        QCOMPARE(before.procedure().edition, u"163/QĐ-BTP"_qs);
        QCOMPARE(after.procedure().edition, u"163/QĐ-BTP; NĐ 309/2026"_qs);
        QCOMPARE(before.violations(), QStringList());
        QCOMPARE(before.neededPapers(), (QStringList{u"declaration 1+0"_qs, u"identity 1+0"_qs}));
        QCOMPARE(before.fees(), after.fees());
        QCOMPARE(after.procedure().paper(u"identity"_qs)->need, RequiredPaper::Need::OnRequest); // P2: the paper only where no database answers
    }

    void anIdentityIsProvedWithoutThePaper()
    {
        test::Sample one = sample(u"complete"_qs);
        one.seen(u"identity"_qs, PaperKind::FromDatabase);
        QCOMPARE(one.violations(), QStringList());
        one.change(u"requester.kind=organisation; organisation.name=Tòa án; organisation.address=Hòa An; organisation.requestNumber=1/TA; organisation.requestDate=20/11/2026; organisation.reason=Xác minh"_qs);
        one.seen(u"writtenRequest"_qs);
        QCOMPARE(one.violations(), QStringList());
    }

    void keepsTheQuestionsFiledDossiersAnswer()
    {
        const QStringList ids{u"requester.name"_qs, u"requester.birth"_qs, u"requester.residence"_qs, u"requester.document"_qs,
            u"requester.personalNumber"_qs, u"requester.documentNumber"_qs, u"requester.documentIssuer"_qs, u"requester.documentDate"_qs,
            u"requester.relation"_qs, u"requester.relationOther"_qs, u"requester.authorised"_qs, u"requester.phone"_qs,
            u"requester.email"_qs, u"record.kind"_qs, u"record.kindOther"_qs, u"record.name"_qs, u"record.birth"_qs, u"record.sex"_qs,
            u"record.ethnicity"_qs, u"record.nationality"_qs, u"record.residence"_qs, u"record.document"_qs, u"record.registeredAt"_qs,
            u"record.registeredOn"_qs, u"record.number"_qs, u"record.book"_qs, u"copies"_qs};
        const QStringList later{u"requester.kind"_qs, u"organisation.name"_qs, u"organisation.address"_qs, u"organisation.requestNumber"_qs, u"organisation.requestDate"_qs,
            u"organisation.reason"_qs, u"requester.shown"_qs, u"requester.shownReason"_qs, u"requester.largePrint"_qs};
        const FormSchema form = sample(u"complete"_qs).procedure().form();
        QStringList asked;
        for (const FormSection &section : form.sections) {
            for (const Field &field : section.fields) {
                if (!later.contains(field.id)) {
                    asked.append(field.id);
                }
            }
        }
        QCOMPARE(asked.first(ids.size()), ids);
        // Stored as the text that was typed, not as a code of today's list.
        QCOMPARE(form.field(u"record.ethnicity"_qs)->type, FieldType::Text);
        QCOMPARE(form.field(u"record.nationality"_qs)->type, FieldType::Text);
        QCOMPARE(form.field(u"requester.birth"_qs)->type, FieldType::Date);
        QCOMPARE(form.field(u"record.birth"_qs)->type, FieldType::PartialDate);
    }

    void whoHasAPassportIsKnownByIt()
    {
        test::Sample one = sample(u"fingerprint"_qs);
        QCOMPARE(one.violations(), QStringList{u"signature.witness Missing"_qs});
        one.change(u"signature.witness=Lê Vy"_qs);
        QCOMPARE(one.violations(), QStringList());
        one.change(u"requester.documentNumber="_qs);
        QCOMPARE(one.violations(), (QStringList{u"IdentityNotStated"_qs, u"requester.documentNumber Missing"_qs}));
    }

    void anOrganisationSendsAWrittenRequest()
    {
        const test::Sample one = sample(u"organisation"_qs);
        QCOMPARE(one.violations(), QStringList());
        QCOMPARE(one.warnings(), QStringList());
        QCOMPARE(one.neededPapers(), QStringList{u"writtenRequest 1+0"_qs});
        QCOMPARE(one.fees(), QStringList{u"extract-copy 8000×1=8000"_qs});
        const auto intake = one.intake();
        QVERIFY(intake);
        QCOMPARE(intake->role(u"applicant.name"_qs), u"Phạm Thu Hà"_qs); // who came for it
        QCOMPARE(intake->role(u"applicant.organisation"_qs), u"Tòa án nhân dân khu vực 2 – Hòa An"_qs);
        QCOMPARE(intake->role(u"applicant.organisationAddress"_qs), u"Số 2, đường Trần Phú, phường Hòa An"_qs);
        QCOMPARE(intake->role(u"applicant.number"_qs), u"000180012345"_qs);
    }

    void refusesOfAnOrganisation_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("changes");
        QTest::addColumn<QStringList>("expected");
        QTest::addRow("nothing that is asked of a person")
            << u"organisation"_qs << u"requester.birth=; requester.residence=; requester.relation=; requester.authorised=1; signature.manner=fingerprint"_qs
            << QStringList();
        QTest::addRow("a request without name, number, day and reason")
            << u"organisation"_qs << u"organisation.name=; organisation.address=; organisation.requestNumber=; organisation.requestDate=; organisation.reason="_qs
            << QStringList{u"organisation.name Missing"_qs, u"organisation.address Missing"_qs, u"organisation.requestNumber Missing"_qs, u"organisation.requestDate Missing"_qs,
                   u"organisation.reason Missing"_qs};
        QTest::addRow("a request of tomorrow")
            << u"organisation"_qs << u"organisation.requestDate=24/11/2026"_qs << QStringList{u"organisation.requestDate InFuture"_qs};
        QTest::addRow("nobody who came") << u"organisation"_qs << u"requester.name=; requester.personalNumber="_qs
                                         << QStringList{u"IdentityNotStated"_qs, u"requester.name Missing"_qs, u"requester.personalNumber Missing"_qs};
        QTest::addRow("a person who comes with the request of an organisation")
            << u"organisation"_qs << u"requester.kind=person"_qs
            << QStringList{u"requester.birth Missing"_qs, u"requester.residence Missing"_qs, u"requester.relation Missing"_qs,
                   u"declaration PaperMissing"_qs};
        QTest::addRow("an organisation that comes with the declaration of a person")
            << u"complete"_qs
            << u"requester.kind=organisation; organisation.name=Tòa án; organisation.address=Hòa An; organisation.requestNumber=1/TA; organisation.requestDate=20/11/2026; organisation.reason=Xác minh"_qs
            << QStringList{u"writtenRequest PaperMissing"_qs};
        QTest::addRow("a draft from before it was asked who applies") << u"complete"_qs << u"requester.kind="_qs << QStringList();
    }
    void refusesOfAnOrganisation()
    {
        QFETCH(QString, name);
        QFETCH(QString, changes);
        test::Sample one = sample(name);
        one.change(changes);
        QTEST(one.violations(), "expected");
    }

    void warnsOfAnotherYearOfBirth()
    {
        test::Sample one = sample(u"complete"_qs);
        one.change(u"requester.birth=5/3/1986; record.registeredOn=1940"_qs);
        QCOMPARE(one.warnings(),
            (QStringList{
                u"requester.personalNumber RuleBroken requesterNumber"_qs, u"record.registeredOn RuleBroken registeredAfterBirth"_qs}));
        QCOMPARE(one.violations(), QStringList());
    }

    void printsTheOfficialSheet()
    {
        const QStringList lines = sample(u"complete"_qs).printedLines();
        QCOMPARE(lines[1], u"TỜ KHAI CẤP BẢN SAO TRÍCH LỤC HỘ TỊCH"_qs);
        QVERIFY(lines.contains(u"Ngày, tháng, năm sinh: 05/03/1985"_qs));
        QVERIFY(lines.contains(u"Quan hệ với người được cấp bản sao Trích lục hộ tịch: Cha, mẹ"_qs));
        QVERIFY(lines.contains(u"Đề nghị cơ quan cấp bản sao trích lục Khai sinh cho người có tên dưới đây:"_qs));
        QVERIFY(lines.contains(u"Đã đăng ký tại: UBND xã Hòa An, huyện Hòa Vang | ngày: 03/1941"_qs));
        QVERIFY(lines.contains(u"Số: 12 | Quyển số: 01/1941"_qs));
        QVERIFY(lines.contains(u"Số lượng bản sao yêu cầu cấp: 3 bản"_qs));
    }

    void printsAPassportInThePlaceOfTheNumber()
    {
        const QStringList lines = sample(u"fingerprint"_qs).printedLines();
        QVERIFY(lines.contains(u"Giấy tờ tùy thân/Số định danh cá nhân: Hộ chiếu | số: C1234567"_qs));
        QVERIFY(lines.contains(u"Cơ quan cấp: Cục Quản lý xuất nhập cảnh | ngày cấp: 01/02/2020"_qs));
    }
};

QTEST_APPLESS_MAIN(tst_ExtractProcedure)
#include "tst_ExtractProcedure.moc"

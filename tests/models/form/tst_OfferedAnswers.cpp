// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/form/FormChecker.h"
#include "models/form/OfferedAnswers.h"
#include "tests/models/catalogue/ShippedCatalogue.h"

#include <QTest>

using namespace motcua;

using State = FieldValue::State;

Q_DECLARE_METATYPE(motcua::FieldValue)
Q_DECLARE_METATYPE(motcua::FieldType)
Q_DECLARE_METATYPE(motcua::Identity)
Q_DECLARE_METATYPE(motcua::Provenance)

namespace {

CardQr card()
{
    const auto read = CardQr::fromText(
        u"001199140891|012345678|Nguyễn Thị Thử Nghiệm|09021999|Nữ|Số 1, Đường Thử Nghiệm, Phường Mẫu, Hà Nội|24072021"_qs);
    return read ? *read : CardQr();
}

Field field(const QString &id, FieldType type)
{
    Field made;
    made.id = id;
    made.type = type;
    return made;
}

/** Name, birth, number and address of one person; the address elsewhere where that is wanted. */
FormSchema form(bool addressElsewhere = false)
{
    FormSchema schema;
    FormSection person{.id = u"person"_qs};
    person.fields = {field(u"name"_qs, FieldType::Name), field(u"birth"_qs, FieldType::PartialDate), field(u"number"_qs, FieldType::PersonalNumber)};
    FormSection other{.id = u"other"_qs};
    (addressElsewhere ? other : person).fields.append(field(u"address"_qs, FieldType::Address));
    schema.sections = {person, other};
    schema.roles = {{u"applicant.name"_qs, u"name"_qs}, {u"applicant.birth"_qs, u"birth"_qs}, {u"applicant.number"_qs, u"number"_qs},
        {u"applicant.address"_qs, u"address"_qs}};
    return schema;
}

QStringList paths(const QList<OfferedAnswer> &answers)
{
    QStringList all;
    for (const OfferedAnswer &one : answers) {
        all.append(one.path);
    }
    return all;
}

const QStringList All{u"name"_qs, u"birth"_qs, u"number"_qs, u"address"_qs};

} // namespace

/** What a card would answer, and what of it needs a question first. */
class tst_OfferedAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoIsTheSamePersonIsAskedOnce_data()
    {
        QTest::addColumn<QString>("relation");
        QTest::addColumn<QString>("section");
        QTest::addColumn<QStringList>("filled");
        const QStringList asMother{u"mother.name"_qs, u"mother.birth"_qs, u"mother.personalNumber"_qs};
        QTest::addRow("the requester is the mother") << u"mother"_qs << u"mother"_qs << asMother;
        QTest::addRow("and not the father") << u"mother"_qs << u"father"_qs << QStringList();
        QTest::addRow("a grandmother is neither") << u"grandmother"_qs << u"mother"_qs << QStringList();
        QTest::addRow("nobody has said yet") << QString() << u"mother"_qs << QStringList();
    }
    void whoIsTheSamePersonIsAskedOnce()
    {
        QFETCH(QString, relation);
        QFETCH(QString, section);
        QFETCH(QStringList, filled);
        const QDate day(2026, 11, 23);
        const FormChecker birth = test::shippedCatalogue().procedure(u"1.001193"_qs, day)->checker;
        FormDraft draft = birth.schema().blank();
        draft.set(u"requester.name"_qs, FieldValue::given(u"Nguyễn Thị Thử Nghiệm"_qs, Provenance::CardQr));
        draft.set(u"requester.birth"_qs, FieldValue::given(u"1999-02-09"_qs, Provenance::CardQr));
        draft.set(u"requester.personalNumber"_qs, FieldValue::given(u"001199140891"_qs, Provenance::CardQr));
        if (!relation.isEmpty()) {
            draft.set(u"requester.relation"_qs, FieldValue::given(relation));
        }
        const OfferedAnswers offered = OfferedAnswers::ofSamePerson(birth.schema(), *birth.schema().section(section), draft, day);
        QCOMPARE(paths(offered.answers), filled);
        for (const OfferedAnswer &one : offered.answers) {
            QCOMPARE(one.value.source, Provenance::CardQr); // still known from where
        }
    }

    void aWholeCardAnswersByRole()
    {
        const OfferedAnswers offered = OfferedAnswers::ofCard(form(), CardDigits::of(card()), card());
        QCOMPARE(paths(offered.answers), All); // in the order of the form
        QCOMPARE(offered.answers[0].value, FieldValue::given(u"Nguyễn Thị Thử Nghiệm"_qs, Provenance::CardQr));
        QCOMPARE(offered.answers[1].value, FieldValue::given(u"1999-02-09"_qs, Provenance::CardQr));
        QCOMPARE(offered.answers[2].value, FieldValue::given(u"001199140891"_qs, Provenance::CardQr));
        QCOMPARE(offered.answers[2].oldNumber, u"012345678"_qs);
        QCOMPARE(offered.answers[3].asOf, QDate(2021, 7, 24));
    }

    void digitsAloneAnswerNoWords()
    {
        QCOMPARE(paths(OfferedAnswers::ofCard(form(), CardDigits::of(card()), {}).answers), QStringList({u"birth"_qs, u"number"_qs}));
    }

    void anotherPersonsFieldsAreNotTheirs()
    {
        QCOMPARE(OfferedAnswers::ofCard(form(), CardDigits::of(card()), card(), u"submitter"_qs), OfferedAnswers());
    }

    void aChipAnswersWhatTheFormAsksOfThePerson_data()
    {
        QTest::addColumn<QString>("procedure");
        QTest::addColumn<Identity>("identity");
        QTest::addColumn<QStringList>("filled"); // path=value
        const auto chip = [](const QList<std::pair<IdentityPart, QString>> &parts, bool verified = false) {
            Identity identity;
            for (const auto &[part, text] : parts) {
                identity.add(part, text, verified ? IdentitySource::ChipVerified : IdentitySource::Chip, 13);
            }
            return identity;
        };
        const QList<std::pair<IdentityPart, QString>> hoa{{IdentityPart::Name, u"NGUYỄN THỊ HOA"_qs}, {IdentityPart::PersonalNumber, u"000185012345"_qs},
            {IdentityPart::Birth, u"1985-03-08"_qs}, {IdentityPart::Sex, u"female"_qs}, {IdentityPart::Nationality, u"VNM"_qs}, {IdentityPart::Ethnicity, u"Tày"_qs},
            {IdentityPart::Residence, u"Số 1, phường Mẫu"_qs}};
        QTest::newRow("a Vietnamese card") << u"2.000635"_qs << chip(hoa)
                                           << QStringList{u"requester.name=NGUYỄN THỊ HOA"_qs, u"requester.birth=1985-03-08"_qs, u"requester.residence=Số 1, phường Mẫu"_qs,
                                                  u"requester.personalNumber=000185012345"_qs};
        Identity foreigner = chip({{IdentityPart::DocumentNumber, u"C1234567"_qs}, {IdentityPart::Birth, u"1990-05-17"_qs}, {IdentityPart::Nationality, u"KOR"_qs},
            {IdentityPart::Issued, u"2020-01-02"_qs}});
        foreigner.add(IdentityPart::Name, IdentityValue{.source = IdentitySource::Chip, .text = u"KIM MINSU"_qs, .group = 1, .isPlain = true});
        QTest::newRow("a passport is known by its own number") << u"2.000635"_qs << foreigner
                                                               << QStringList{u"requester.name=KIM MINSU"_qs, u"requester.birth=1990-05-17"_qs, u"requester.document=passport"_qs,
                                                                      u"requester.documentNumber=C1234567"_qs, u"requester.documentDate=2020-01-02"_qs};
        Identity cut = foreigner;
        cut = chip({{IdentityPart::Birth, u"1990-05-17"_qs}, {IdentityPart::DocumentNumber, u"C1234567"_qs}});
        cut.add(IdentityPart::Name, IdentityValue{.source = IdentitySource::Chip, .text = u"KIM MIN"_qs, .group = 1, .isPlain = true, .isShortened = true});
        QTest::newRow("a name that was cut is none") << u"2.000635"_qs << cut
                                                     << QStringList{u"requester.birth=1990-05-17"_qs, u"requester.document=passport"_qs, u"requester.documentNumber=C1234567"_qs};
        Identity plain = chip({{IdentityPart::PersonalNumber, u"000185012345"_qs}, {IdentityPart::Nationality, u"VNM"_qs}});
        plain.add(IdentityPart::Name, IdentityValue{.source = IdentitySource::Chip, .text = u"NGUYEN THI HOA"_qs, .group = 1, .isPlain = true});
        QTest::newRow("a Vietnamese name without its marks is none") << u"2.000635"_qs << plain << QStringList{u"requester.personalNumber=000185012345"_qs};
    }
    void aChipAnswersWhatTheFormAsksOfThePerson()
    {
        QFETCH(QString, procedure);
        QFETCH(Identity, identity);
        QFETCH(QStringList, filled);
        const FormSchema schema = test::shippedCatalogue().procedure(procedure, QDate(2026, 11, 23))->checker.schema();
        QStringList told;
        for (const OfferedAnswer &one : OfferedAnswers::ofIdentity(schema, identity).answers) {
            QCOMPARE(one.value.source, Provenance::ChipRead);
            told.append(one.path + u'=' + one.value.text);
        }
        QCOMPARE(told, filled);
    }

    void listsAndDaysAreAnsweredOnlyAsTheFormKnowsThem_data()
    {
        QTest::addColumn<FieldType>("type");
        QTest::addColumn<bool>("isOpen");
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("answered"); // empty: nothing
        QTest::newRow("a label of the list") << FieldType::Category << false << u"TÀY"_qs << u"02"_qs;
        QTest::newRow("a code of the list") << FieldType::Category << false << u"02"_qs << u"02"_qs;
        QTest::newRow("words that no list has") << FieldType::Category << false << u"Người lạ"_qs << QString();
        QTest::newRow("which an open one takes") << FieldType::Category << true << u"Người lạ"_qs << u"Người lạ"_qs;
        QTest::newRow("a whole day") << FieldType::Date << false << u"1985-03-08"_qs << u"1985-03-08"_qs;
        QTest::newRow("a year where a day is asked for") << FieldType::Date << false << u"1985"_qs << QString();
        QTest::newRow("a year where a year will do") << FieldType::PartialDate << false << u"1985"_qs << u"1985"_qs;
    }
    void listsAndDaysAreAnsweredOnlyAsTheFormKnowsThem()
    {
        QFETCH(FieldType, type);
        QFETCH(bool, isOpen);
        QFETCH(QString, said);
        QFETCH(QString, answered);
        FormSchema schema;
        Field asked = field(u"p.birth"_qs, type);
        asked.category = Category(u"e"_qs, u"Dân tộc"_qs, isOpen, {{.code = u"01"_qs, .label = u"Kinh"_qs}, {.code = u"02"_qs, .label = u"Tày"_qs}});
        schema.sections = {{.id = u"p"_qs, .fields = {field(u"p.name"_qs, FieldType::Name), asked}}};
        schema.roles = {{u"applicant.name"_qs, u"p.name"_qs}, {u"applicant.birth"_qs, u"p.birth"_qs}};
        Identity identity;
        identity.add(IdentityPart::Birth, said, IdentitySource::ChipVerified, 13);
        const QList<OfferedAnswer> offered = OfferedAnswers::ofIdentity(schema, identity).answers;
        QCOMPARE(offered.size(), answered.isEmpty() ? 0 : 1);
        if (!answered.isEmpty()) {
            QCOMPARE(offered.constFirst().value, FieldValue::given(answered, Provenance::ChipVerified));
        }
    }

    void aBetterSourceRaisesWhatStandsThere_data()
    {
        QTest::addColumn<FieldValue>("now");
        QTest::addColumn<Provenance>("source");
        QTest::addColumn<QString>("becomes"); // toFill, toAsk, toRaise or nothing
        const QString name = u"Nguyễn Thị Hoa"_qs;
        QTest::newRow("typed, and the chip says so") << FieldValue::given(name) << Provenance::ChipRead << u"toRaise"_qs;
        QTest::newRow("of the code, and the chip says so") << FieldValue::given(name, Provenance::CardQr) << Provenance::ChipVerified << u"toRaise"_qs;
        QTest::newRow("read, then verified") << FieldValue::given(name, Provenance::ChipRead) << Provenance::ChipVerified << u"toRaise"_qs;
        QTest::newRow("verified, then the code") << FieldValue::given(name, Provenance::ChipVerified) << Provenance::CardQr << QString();
        QTest::newRow("of a register") << FieldValue::given(name, Provenance::Database) << Provenance::ChipVerified << QString();
        QTest::newRow("nothing stands there") << FieldValue() << Provenance::ChipRead << u"toFill"_qs;
        QTest::newRow("another name was typed") << FieldValue::given(u"Trần Thị Ba"_qs) << Provenance::ChipRead << u"toAsk"_qs;
        QTest::newRow("of another verified chip") << FieldValue::given(u"Trần Thị Ba"_qs, Provenance::ChipVerified) << Provenance::ChipRead << u"toAsk"_qs;
        QTest::newRow("of another verified chip, and the code") << FieldValue::given(u"Trần Thị Ba"_qs, Provenance::ChipVerified) << Provenance::CardQr << QString();
    }
    void aBetterSourceRaisesWhatStandsThere()
    {
        QFETCH(FieldValue, now);
        QFETCH(Provenance, source);
        QFETCH(QString, becomes);
        FormDraft draft;
        draft.set(u"name"_qs, now);
        const OfferedAnswers offered{.answers = {{.path = u"name"_qs, .value = FieldValue::given(u"NGUYỄN THỊ HOA"_qs, source)}}};
        const OfferedAnswers::Sorted sorted = offered.against(form(), draft, All);
        QCOMPARE(sorted.toFill.size(), becomes == u"toFill" ? 1 : 0);
        QCOMPARE(sorted.toAsk.size(), becomes == u"toAsk" ? 1 : 0);
        QCOMPARE(sorted.toRaise.size(), becomes == u"toRaise" ? 1 : 0);
        if (becomes == u"toRaise") {
            QCOMPARE(sorted.toRaise.constFirst().value, FieldValue::given(now.text, source)); // as it is written there
        }
    }

    void theSeatOfABusinessIsNoHome()
    {
        QCOMPARE(paths(OfferedAnswers::ofCard(form(true), CardDigits::of(card()), card()).answers),
            QStringList({u"name"_qs, u"birth"_qs, u"number"_qs}));
    }

    void whatFollowsFromOthersIsNotOffered()
    {
        FormSchema schema = form();
        schema.sections[0].fields[0].computed = Computation();
        QVERIFY(!paths(OfferedAnswers::ofCard(schema, CardDigits::of(card()), card()).answers).contains(u"name"_qs));
    }

    void theShippedFormsTakeACard()
    {
        const Catalogue catalogue = test::shippedCatalogue();
        const QDate day(2026, 11, 23);
        int named = 0;
        for (const Procedure &procedure : catalogue.procedures(day)) {
            const FormSchema schema = procedure.form();
            const OfferedAnswers offered = OfferedAnswers::ofCard(schema, CardDigits::of(card()), card());
            named += paths(offered.answers).contains(schema.roles.value(u"applicant.name"_qs)) ? 1 : 0;
            QVERIFY2(!paths(offered.answers).contains(u"business.address"_qs), qPrintable(schema.id));
            FormDraft draft = schema.blank();
            for (const OfferedAnswer &one : offered.answers) {
                draft.set(one.path, one.value);
            }
            const Judgement judged = FormChecker(schema).judge(draft, day);
            for (const Violation &wrong : judged.violations) {
                QVERIFY2(!paths(offered.answers).contains(wrong.field), qPrintable(schema.id + u' ' + wrong.field));
            }
        }
        QVERIFY(named > 3);
    }

    void whatStandsThereIsAskedAbout_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<FieldValue>("now");
        QTest::addColumn<bool>("filled");
        QTest::addColumn<bool>("asked");
        const auto given = [](const QString &text, Provenance source = Provenance::Typed) { return FieldValue::given(text, source); };
        QTest::addRow("nothing yet") << u"birth"_qs << FieldValue() << true << false;
        QTest::addRow("only spaces") << u"name"_qs << given(u"  "_qs) << true << false;
        QTest::addRow("the same") << u"birth"_qs << given(u"1999-02-09"_qs) << false << false;
        QTest::addRow("the same in capitals") << u"name"_qs << given(u"NGUYỄN THỊ THỬ NGHIỆM"_qs) << false << false;
        QTest::addRow("the same, decomposed") << u"name"_qs << given(u"Nguyễn Thị Thử Nghiệm"_qs.normalized(QString::NormalizationForm_D)) << false << false;
        QTest::addRow("without its marks it is another name") << u"name"_qs << given(u"Nguyen Thi Thu Nghiem"_qs) << false << true;
        QTest::addRow("less of a date") << u"birth"_qs << given(u"1999"_qs) << false << true;
        QTest::addRow("another number") << u"number"_qs << given(u"001199140892"_qs) << false << true;
        QTest::addRow("from a database") << u"number"_qs << given(u"001199140892"_qs, Provenance::Database) << false << true;
        QTest::addRow("a chip that was only read") << u"number"_qs << given(u"001199140892"_qs, Provenance::ChipRead) << false << true;
        QTest::addRow("a verified chip wins") << u"number"_qs << given(u"001199140892"_qs, Provenance::ChipVerified) << false << false;
        QTest::addRow("declared absent") << u"number"_qs << FieldValue::absent() << false << true;
        QTest::addRow("to follow") << u"number"_qs << FieldValue{State::ToFollow, {}, Provenance::Typed} << false << true;
        QTest::addRow("an address may be out of date") << u"address"_qs << FieldValue() << false << true;
    }
    void whatStandsThereIsAskedAbout()
    {
        QFETCH(QString, path);
        QFETCH(FieldValue, now);
        FormDraft draft;
        draft.set(path, now);
        const auto sorted = OfferedAnswers::ofCard(form(), CardDigits::of(card()), card()).against(form(), draft, All);
        QTEST(paths(sorted.toFill).contains(path), "filled");
        QTEST(paths(sorted.toAsk).contains(path), "asked");
    }

    void whatIsNotShownIsLeftAlone()
    {
        const auto sorted = OfferedAnswers::ofCard(form(), CardDigits::of(card()), card()).against(form(), {}, {u"birth"_qs});
        QCOMPARE(paths(sorted.toFill), QStringList{u"birth"_qs});
        QCOMPARE(sorted.toAsk.size(), 0);
    }
};

QTEST_APPLESS_MAIN(tst_OfferedAnswers)
#include "tst_OfferedAnswers.moc"

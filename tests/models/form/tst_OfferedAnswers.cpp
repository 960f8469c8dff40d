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

/** The zone of a passport of these two lines, filled up and with its digits put right. */
QString zone(const QString &names, const QString &data)
{
    QString second = data.leftJustified(44, u'<');
    second[9] = mrzCheckDigit(QStringView(second).first(9));
    second[19] = mrzCheckDigit(QStringView(second).sliced(13, 6));
    second[27] = mrzCheckDigit(QStringView(second).sliced(21, 6));
    second[42] = u'0';
    second[43] = mrzCheckDigit(second.first(10) + second.sliced(13, 7) + second.sliced(21, 22));
    return names.leftJustified(44, u'<') + u'\n' + second;
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
        QTest::addColumn<QStringList>("filled"); // path=value; with ? for = what is asked about first
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
        QTest::newRow("a name that was cut is to be completed") << u"2.000635"_qs << cut
                                                     << QStringList{u"requester.name?KIM MIN"_qs, u"requester.birth=1990-05-17"_qs, u"requester.document=passport"_qs, u"requester.documentNumber=C1234567"_qs};
        Identity plain = chip({{IdentityPart::PersonalNumber, u"000185012345"_qs}, {IdentityPart::Nationality, u"VNM"_qs}});
        plain.add(IdentityPart::Name, IdentityValue{.source = IdentitySource::Chip, .text = u"NGUYEN THI HOA"_qs, .group = 1, .isPlain = true});
        QTest::newRow("a Vietnamese name without its marks likewise") << u"2.000635"_qs << plain
                                                                      << QStringList{u"requester.name?NGUYEN THI HOA"_qs, u"requester.personalNumber=000185012345"_qs};
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
            told.append(one.path + (one.isPart ? u'?' : u'=') + one.value.text);
        }
        QCOMPARE(told, filled);
    }

    void aZoneAnswersWhatItKnows_data()
    {
        QTest::addColumn<QString>("procedure");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QStringList>("filled"); // as above
        QTest::newRow("a passport") << u"1.001193"_qs << zone(u"P<UTOERIKSSON<<ANNA<MARIA"_qs, u"L898902C<3D<<7408122F3404159<<<<<<<<<<<<<<0"_qs) << u"passport"_qs
                                    << QStringList{u"requester.name=ERIKSSON ANNA MARIA"_qs, u"requester.birth=1974-08-12"_qs, u"requester.document=passport"_qs,
                                           u"requester.documentNumber=L898902C"_qs};
        QTest::newRow("one name, month and day not known") << u"1.001193"_qs << zone(u"P<IDNSUPARTINI"_qs, u"A1234567<0IDN41<<<<0F3404159<<<<<<<<<<<<<<0"_qs) << u"passport"_qs
                                    << QStringList{u"requester.name=SUPARTINI"_qs, u"requester.birth?1941"_qs, u"requester.document=passport"_qs, u"requester.documentNumber=A1234567"_qs};
        QTest::newRow("a name that fills its place") << u"1.001193"_qs
                                    << zone(u"P<UTONILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K"_qs, u"L898902C<3UTO7408122F3404159<<<<<<<<<<<<<<0"_qs) << u"passport"_qs
                                    << QStringList{u"requester.name?NILAVADHANANANDA CHAYAPA DEJTHAMRONG K"_qs, u"requester.birth=1974-08-12"_qs, u"requester.document=passport"_qs,
                                           u"requester.documentNumber=L898902C"_qs};
        QTest::newRow("a Vietnamese passport holds the personal number") << u"1.001193"_qs
                                    << u"P<VNMTRAN<<VAN<MAU<<<<<<<<<<<<<<<<<<<<<<<<<<\nC1234567<0VNM8505176M3106202001085012345<<30"_qs << u"passport"_qs
                                    << QStringList{u"requester.name?TRAN VAN MAU"_qs, u"requester.birth=1985-05-17"_qs, u"requester.personalNumber=001085012345"_qs};
        QTest::newRow("another state's card is another paper") << u"1.001193"_qs << u"I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<"_qs
                                    << u"other"_qs
                                    << QStringList{u"requester.name=ERIKSSON ANNA MARIA"_qs, u"requester.birth=1974-08-12"_qs, u"requester.document=other"_qs,
                                           u"requester.documentNumber=D23145890"_qs};
    }
    void aZoneAnswersWhatItKnows()
    {
        QFETCH(QString, procedure);
        QFETCH(QString, zone);
        QFETCH(QString, kind);
        QFETCH(QStringList, filled);
        const Catalogue catalogue = test::shippedCatalogue();
        const FormSchema schema = catalogue.procedure(procedure, QDate(2026, 11, 23))->checker.schema();
        const auto mrz = Mrz::fromText(zone, QDate(2026, 11, 23));
        QVERIFY(mrz);
        QStringList told;
        for (const OfferedAnswer &one : OfferedAnswers::ofIdentity(schema, Identity::ofMrz(*mrz), u"applicant"_qs, catalogue.category(u"icao-codes"_qs), kind).answers) {
            QCOMPARE(one.value.source, Provenance::Mrz);
            told.append(one.path + (one.isPart ? u'?' : u'=') + one.value.text);
        }
        QCOMPARE(told, filled);
    }

    void aNationalityIsAnsweredAsTheListKnowsIt_data()
    {
        QTest::addColumn<QString>("icao");
        QTest::addColumn<QString>("answer");
        QTest::newRow("a code of both lists") << u"KOR"_qs << u"KOR"_qs;
        QTest::newRow("which ICAO writes otherwise") << u"D"_qs << u"DEU"_qs;
        QTest::newRow("which is no state's") << u"GBN"_qs << u"Quốc dân Anh (hải ngoại)"_qs;
        QTest::newRow("which nobody knows") << u"QQQ"_qs << u"QQQ"_qs;
    }
    void aNationalityIsAnsweredAsTheListKnowsIt()
    {
        QFETCH(QString, icao);
        QFETCH(QString, answer);
        const Catalogue catalogue = test::shippedCatalogue();
        FormSchema schema;
        Field asked = field(u"p.nationality"_qs, FieldType::Category);
        asked.category = catalogue.category(u"nationality"_qs);
        schema.sections = {{.id = u"p"_qs, .fields = {field(u"p.name"_qs, FieldType::Name), asked}}};
        schema.roles = {{u"applicant.name"_qs, u"p.name"_qs}};
        Identity identity;
        identity.add(IdentityPart::Nationality, icao, IdentitySource::Mrz);
        const QList<OfferedAnswer> offered = OfferedAnswers::ofIdentity(schema, identity, u"applicant"_qs, catalogue.category(u"icao-codes"_qs)).answers;
        QCOMPARE(offered.size(), 1);
        QCOMPARE(offered.constFirst().value, FieldValue::given(answer, Provenance::Mrz));
    }

    void aNameOfAZoneNeverTakesThePlaceOfAnother_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<bool>("isShortened");
        QTest::addColumn<QString>("becomes"); // toFill, toAsk, only shown, toRaise or nothing
        QTest::newRow("nothing stands there") << QString() << u"KIM MINSU"_qs << false << u"toFill"_qs;
        QTest::newRow("nothing, and it was cut") << QString() << u"KIM MINS"_qs << true << u"toAsk"_qs;
        QTest::newRow("the same letters") << u"Kim Minsu"_qs << u"KIM MINSU"_qs << false << u"toRaise"_qs;
        QTest::newRow("the printed one has marks") << u"Nguyễn Thị Hoa"_qs << u"NGUYEN THI HOA"_qs << false << QString();
        QTest::newRow("the printed one goes on") << u"Nilavadhanananda Chayapa Dejthamrong Krasuang"_qs << u"NILAVADHANANANDA CHAYAPA DEJTHAMRONG K"_qs << true << QString();
        QTest::newRow("another name") << u"Trần Thị Ba"_qs << u"NGUYEN THI HOA"_qs << false << u"only shown"_qs;
        QTest::newRow("another name than what was cut") << u"Trần Thị Ba"_qs << u"NILAVADHANANANDA CHAYAPA DEJTHAMRONG K"_qs << true << u"only shown"_qs;
    }
    void aNameOfAZoneNeverTakesThePlaceOfAnother()
    {
        QFETCH(QString, now);
        QFETCH(QString, zone);
        QFETCH(bool, isShortened);
        QFETCH(QString, becomes);
        FormDraft draft;
        draft.set(u"name"_qs, now.isEmpty() ? FieldValue() : FieldValue::given(now));
        Identity identity;
        identity.add(IdentityPart::Name, IdentityValue{.source = IdentitySource::Mrz, .text = zone, .isPlain = true, .isShortened = isShortened});
        const auto sorted = OfferedAnswers::ofIdentity(form(), identity).against(form(), draft, All);
        QCOMPARE(sorted.toFill.size(), becomes == u"toFill" ? 1 : 0);
        QCOMPARE(sorted.toRaise.size(), becomes == u"toRaise" ? 1 : 0);
        QCOMPARE(sorted.toAsk.size(), becomes == u"toAsk" || becomes == u"only shown" ? 1 : 0);
        if (!sorted.toAsk.isEmpty()) {
            QCOMPARE(mayReplace(sorted.toAsk.constFirst(), draft.value(u"name"_qs)), becomes == u"toAsk");
        }
    }

    void aDateThatKnowsLessIsNoContradiction_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<bool>("asked");
        QTest::newRow("the year of it") << u"1941-03-05"_qs << u"1941"_qs << false;
        QTest::newRow("its month") << u"1941-03-05"_qs << u"1941-03"_qs << false;
        QTest::newRow("another year") << u"1941-03-05"_qs << u"1942"_qs << true;
        QTest::newRow("another month") << u"1941-03-05"_qs << u"1941-04"_qs << true;
        QTest::newRow("it knows more") << u"1941"_qs << u"1941-03-05"_qs << true;
    }
    void aDateThatKnowsLessIsNoContradiction()
    {
        QFETCH(QString, now);
        QFETCH(QString, zone);
        QFETCH(bool, asked);
        FormDraft draft;
        draft.set(u"birth"_qs, FieldValue::given(now));
        const OfferedAnswers offered{.answers = {{.path = u"birth"_qs, .value = FieldValue::given(zone, Provenance::Mrz)}}};
        const auto sorted = offered.against(form(), draft, All);
        QCOMPARE(sorted.toAsk.size(), asked ? 1 : 0);
        QCOMPARE(sorted.toFill.size() + sorted.toRaise.size(), 0);
    }

    void aCodeOnATelephoneSaysSo()
    {
        for (const OfferedAnswer &one : OfferedAnswers::ofCard(form(), CardDigits::of(card()), card(), u"applicant"_qs, Provenance::TelephoneQr).answers) {
            QCOMPARE(one.value.source, Provenance::TelephoneQr);
        }
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
        QTest::newRow("a year where a day is asked for, to be completed") << FieldType::Date << false << u"1985"_qs << u"1985"_qs;
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
            QCOMPARE(offered.constFirst().isPart, type == FieldType::Date && answered.size() < 10);
            QCOMPARE(mayReplace(offered.constFirst(), {}), !offered.constFirst().isPart); // no part of a day is put where a whole one belongs
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
        QTest::newRow("of a telephone, and the card says so") << FieldValue::given(name, Provenance::TelephoneQr) << Provenance::CardQr << u"toRaise"_qs;
        QTest::newRow("of the card, and a telephone says so") << FieldValue::given(name, Provenance::CardQr) << Provenance::TelephoneQr << QString();
        QTest::newRow("of the zone, and the chip says so") << FieldValue::given(name, Provenance::Mrz) << Provenance::ChipRead << u"toRaise"_qs;
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

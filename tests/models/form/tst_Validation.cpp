// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/form/FormChecker.h"
#include "tests/models/catalogue/ShippedCatalogue.h"

#include <QTest>

using namespace motcua;
using State = FieldValue::State;

class tst_Validation : public QObject
{
    Q_OBJECT

    const FormSchema m_form = test::extractProcedure().form();
    const QDate m_today = QDate(2026, 11, 23);

    [[nodiscard]] FormDraft complete() const
    {
        FormDraft draft = m_form.blank();
        const QMap<QString, QString> answers = {{u"requester.name"_qs, u"Nguyễn Thị Hoa"_qs}, {u"requester.birth"_qs, u"1985-06-01"_qs},
            {u"requester.residence"_qs, u"Số 1, tổ 5, phường Hòa An"_qs}, {u"requester.personalNumber"_qs, u"001185012345"_qs},
            {u"requester.relation"_qs, u"child"_qs}, {u"record.kind"_qs, u"birth"_qs}, {u"record.name"_qs, u"Nguyễn Văn An"_qs},
            {u"record.birth"_qs, u"1941"_qs}, {u"record.sex"_qs, u"male"_qs}, {u"record.registeredAt"_qs, u"UBND xã Hòa An"_qs}};
        for (auto it = answers.constBegin(); it != answers.constEnd(); ++it) {
            draft.set(it.key(), FieldValue::given(it.value()));
        }
        return draft;
    }

private Q_SLOTS:
    void aCompleteFormHasNothingToComplainAbout() { QCOMPARE(violations(m_form, complete(), m_today), QList<Violation>()); }

    void aBlankFormNamesEverythingRequiredInTheOrderOfTheForm()
    {
        QStringList fields;
        const auto all = violations(m_form, m_form.blank(), m_today);
        for (const Violation &one : all) {
            QCOMPARE(one.code, ViolationCode::Missing);
            fields.append(one.field);
        }
        QCOMPARE(fields,
            QStringList({u"requester.name"_qs, u"requester.birth"_qs, u"requester.residence"_qs, u"requester.personalNumber"_qs,
                u"requester.relation"_qs, u"record.kind"_qs, u"record.name"_qs, u"record.birth"_qs, u"record.sex"_qs,
                u"record.registeredAt"_qs}));
    }

    void eachAnswerIsHeldToItsType_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const QString ok = u""_qs;
        QTest::addRow("a name") << u"record.name"_qs << u"Ksor H'Lan"_qs << ok;
        QTest::addRow("a name of 150 characters") << u"record.name"_qs << QString(150, u'ễ') << ok;
        QTest::addRow("a name of 151 characters") << u"record.name"_qs << QString(151, u'ễ') << u"TooLong"_qs;
        QTest::addRow("a name of 5,000 characters") << u"record.name"_qs << QString(5000, u'a') << u"TooLong"_qs;
        QTest::addRow("a name of one letter") << u"record.name"_qs << u"Y"_qs << ok;
        QTest::addRow("a name with a digit") << u"record.name"_qs << u"Nguyễn Văn 2"_qs << u"Malformed"_qs;
        QTest::addRow("a name with a full-width digit") << u"record.name"_qs << u"Nguyễn Văn ２"_qs << u"Malformed"_qs;
        QTest::addRow("a name with a typographic apostrophe") << u"record.name"_qs << u"K’Brôi"_qs << ok;
        QTest::addRow("a name with a hyphen and a stop") << u"record.name"_qs << u"Anne-Marie D. Vũ"_qs << ok;
        QTest::addRow("right-to-left override") << u"record.name"_qs << u"Hoa\u202Eabc"_qs << u"UnwantedCharacter"_qs;
        QTest::addRow("left-to-right isolate") << u"record.name"_qs << u"Hoa\u2066abc"_qs << u"UnwantedCharacter"_qs;
        QTest::addRow("zero-width space") << u"record.name"_qs << u"Ho\u200Ba"_qs << u"UnwantedCharacter"_qs;
        QTest::addRow("zero-width joiner") << u"record.name"_qs << u"Ho\u200Da"_qs << u"UnwantedCharacter"_qs;
        QTest::addRow("byte order mark") << u"record.name"_qs << u"\uFEFFHoa"_qs << u"UnwantedCharacter"_qs;
        QTest::addRow("soft hyphen") << u"record.name"_qs << u"Ho\u00ADa"_qs << u"UnwantedCharacter"_qs;
        QTest::addRow("Hebrew letters") << u"record.name"_qs << u"\u05D0\u05D1"_qs << u"UnwantedCharacter"_qs;
        QTest::addRow("Arabic letters in an address") << u"requester.residence"_qs << u"Số 1 \u0627"_qs << u"UnwantedCharacter"_qs;
        QTest::addRow("a bell in an address") << u"requester.residence"_qs << u"Số 1\a"_qs << u"UnwantedCharacter"_qs;
        QTest::addRow("half a surrogate pair") << u"requester.residence"_qs << (u"Số 1"_qs + QChar(0xD800)) << u"UnwantedCharacter"_qs;
        QTest::addRow("an address with digits and slashes") << u"requester.residence"_qs << u"12/3 Lê Lợi, P. 5"_qs << ok;
        QTest::addRow("a date") << u"requester.birth"_qs << u"1985-06-01"_qs << ok;
        QTest::addRow("born today") << u"requester.birth"_qs << u"2026-11-23"_qs << ok;
        QTest::addRow("born tomorrow") << u"requester.birth"_qs << u"2026-11-24"_qs << u"InFuture"_qs;
        QTest::addRow("29 February of no leap year") << u"requester.birth"_qs << u"1985-02-29"_qs << u"NotADate"_qs;
        QTest::addRow("not in normal form") << u"requester.birth"_qs << u"01/06/1985"_qs << u"NotADate"_qs;
        QTest::addRow("a year where a day is asked") << u"requester.birth"_qs << u"1985"_qs << u"NotADate"_qs;
        QTest::addRow("a year where a year will do") << u"record.birth"_qs << u"1941"_qs << ok;
        QTest::addRow("a month where a month will do") << u"record.birth"_qs << u"1941-03"_qs << ok;
        QTest::addRow("month 13") << u"record.birth"_qs << u"1941-13"_qs << u"NotADate"_qs;
        QTest::addRow("29 February as part of a date") << u"record.birth"_qs << u"1941-02-29"_qs << u"NotADate"_qs;
        QTest::addRow("this year may have begun") << u"record.birth"_qs << u"2026"_qs << ok;
        QTest::addRow("next year has not") << u"record.birth"_qs << u"2027"_qs << u"InFuture"_qs;
        QTest::addRow("next month has not") << u"record.birth"_qs << u"2026-12"_qs << u"InFuture"_qs;
        QTest::addRow("an option") << u"record.kind"_qs << u"marriage"_qs << ok;
        QTest::addRow("no option") << u"record.kind"_qs << u"divorce"_qs << u"NotAnOption"_qs;
        QTest::addRow("an option's label is not its code") << u"record.kind"_qs << u"Khai sinh"_qs << u"NotAnOption"_qs;
        QTest::addRow("ticked") << u"requester.authorised"_qs << u"1"_qs << ok;
        QTest::addRow("half ticked") << u"requester.authorised"_qs << u"true"_qs << u"NotAnOption"_qs;
        QTest::addRow("one copy") << u"copies"_qs << u"1"_qs << ok;
        QTest::addRow("no copies") << u"copies"_qs << u"0"_qs << u"OutOfRange"_qs;
        QTest::addRow("a hundred copies") << u"copies"_qs << u"100"_qs << u"OutOfRange"_qs;
        QTest::addRow("copies in words") << u"copies"_qs << u"ba"_qs << u"NotANumber"_qs;
        QTest::addRow("copies with a zero in front") << u"copies"_qs << u"02"_qs << u"NotANumber"_qs;
        QTest::addRow("full-width copies") << u"copies"_qs << u"２"_qs << u"NotANumber"_qs;
        QTest::addRow("more copies than a number holds") << u"copies"_qs << u"99999999999999999999"_qs << u"NotANumber"_qs;
        QTest::addRow("a personal number") << u"requester.personalNumber"_qs << u"001185012345"_qs << ok;
        QTest::addRow("eleven digits") << u"requester.personalNumber"_qs << u"00118501234"_qs << u"Malformed"_qs;
        QTest::addRow("full-width digits that slipped through")
            << u"requester.personalNumber"_qs << u"００１１８５０１２３４５"_qs << u"Malformed"_qs;
        QTest::addRow("a mobile number") << u"requester.phone"_qs << u"0901234567"_qs << ok;
        QTest::addRow("no telephone at all") << u"requester.phone"_qs << u""_qs << ok;
        QTest::addRow("half a telephone number") << u"requester.phone"_qs << u"09012"_qs << u"Malformed"_qs;
        QTest::addRow("mail") << u"requester.email"_qs << u"hoa.nguyen+1@thu.example.vn"_qs << ok;
        QTest::addRow("mail without a dot") << u"requester.email"_qs << u"hoa@example"_qs << u"Malformed"_qs;
        QTest::addRow("mail with marks") << u"requester.email"_qs << u"hòa@example.vn"_qs << u"Malformed"_qs;
        QTest::addRow("two mailboxes") << u"requester.email"_qs << u"a@b.vn, c@d.vn"_qs << u"Malformed"_qs;
        QTest::addRow("spaces are no answer") << u"requester.residence"_qs << u"   "_qs << u"Missing"_qs;
    }
    void eachAnswerIsHeldToItsType()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        QFETCH(QString, expected);
        FormDraft draft = complete();
        draft.set(field, FieldValue::given(text));
        const QList<Violation> all = violations(m_form, draft, m_today);
        QCOMPARE(all.size(), expected.isEmpty() ? 0 : 1);
        if (!expected.isEmpty()) {
            QCOMPARE(violationName(all[0].code), expected);
            QCOMPARE(all[0].field, field);
        }
    }

    void saysWhereTheUnwantedCharacterStands()
    {
        FormDraft draft = complete();
        draft.set(u"record.name"_qs, FieldValue::given(u"𠀀Hoa\u202E"_qs));
        const Violation one = violations(m_form, draft, m_today).value(0);
        QCOMPARE(one.params.value(u"character"_qs), u"U+202E"_qs);
        QCOMPARE(one.params.value(u"position"_qs), u"5"_qs);
    }

    void countsCharactersNotCodeUnits()
    {
        FormDraft draft = complete();
        draft.set(u"requester.residence"_qs, FieldValue::given(u"𠀀"_qs.repeated(300)));
        QCOMPARE(violations(m_form, draft, m_today).size(), 0);
        draft.set(u"requester.residence"_qs, FieldValue::given(u"𠀀"_qs.repeated(301)));
        const Violation one = violations(m_form, draft, m_today).value(0);
        QCOMPARE(one.code, ViolationCode::TooLong);
        QCOMPARE(one.params.value(u"length"_qs), u"301"_qs);
        QCOMPARE(one.params.value(u"maximum"_qs), u"300"_qs);
    }

    void theThreeKindsOfEmptyAreJudgedApart_data()
    {
        using enum Field::Need;
        QTest::addColumn<Field::Need>("need");
        QTest::addColumn<bool>("mayBeAbsent");
        QTest::addColumn<bool>("mayFollow");
        QTest::addColumn<State>("state");
        QTest::addColumn<QString>("expected");
        QTest::addRow("required, not asked") << Required << true << true << State::NotAsked << u"Missing"_qs;
        QTest::addRow("required, absent where that may be") << Required << true << false << State::DeclaredAbsent << u""_qs;
        QTest::addRow("required, absent where that may not be")
            << Required << false << true << State::DeclaredAbsent << u"MayNotBeAbsent"_qs;
        QTest::addRow("required, to follow where that may be") << Required << false << true << State::ToFollow << u""_qs;
        QTest::addRow("required, to follow where that may not be") << Required << true << false << State::ToFollow << u"MayNotFollow"_qs;
        QTest::addRow("optional, not asked") << Optional << false << false << State::NotAsked << u""_qs;
        QTest::addRow("optional, absent") << Optional << false << false << State::DeclaredAbsent << u""_qs;
        QTest::addRow("optional, to follow where that may not be") << Optional << false << false << State::ToFollow << u"MayNotFollow"_qs;
        QTest::addRow("soft, not asked") << Soft << false << false << State::NotAsked << u""_qs;
    }
    void theThreeKindsOfEmptyAreJudgedApart()
    {
        QFETCH(Field::Need, need);
        QFETCH(bool, mayBeAbsent);
        QFETCH(bool, mayFollow);
        QFETCH(State, state);
        QFETCH(QString, expected);
        Field field;
        field.id = u"f"_qs;
        field.need = need;
        field.mayBeAbsent = mayBeAbsent;
        field.mayFollow = mayFollow;
        const auto one = violation(field, {state, QString()}, m_today);
        QCOMPARE(one ? violationName(one->code) : QString(), expected);
    }

    void hiddenFieldsAreNotAskedFor()
    {
        FormDraft draft = complete();
        draft.set(u"requester.document"_qs, FieldValue::given(u"passport"_qs));
        draft.set(u"requester.personalNumber"_qs, FieldValue::given(u"wrong"_qs));
        const QList<Violation> all = violations(m_form, draft, m_today);
        QCOMPARE(all.size(), 1);
        QCOMPARE(all[0].field, u"requester.documentNumber"_qs);
    }

    void anAnswerToNoQuestionIsNamed()
    {
        FormDraft draft = complete();
        draft.set(u"requester.nmae"_qs, FieldValue::given(u"x"_qs));
        QCOMPARE(violations(m_form, draft, m_today), (QList<Violation>{{u"requester.nmae"_qs, ViolationCode::UnknownField, {}}}));
    }

    void softFieldsAreRemindedOfUntilAnsweredOrDeclaredAbsent()
    {
        FormDraft draft = complete();
        QCOMPARE(FormChecker(m_form).judge(draft, m_today).unanswered, QStringList({u"record.registeredOn"_qs, u"record.number"_qs, u"record.book"_qs}));
        draft.set(u"record.number"_qs, {State::DeclaredAbsent});
        draft.set(u"record.book"_qs, FieldValue::given(u"01/1990"_qs));
        QCOMPARE(FormChecker(m_form).judge(draft, m_today).unanswered, QStringList(u"record.registeredOn"_qs));
    }

    /** Texts are walked several characters at a time: nothing slips through wherever it stands in a text of whatever length. */
    void findsAnUnwantedCharacterAnywhere_data()
    {
        QTest::addColumn<QString>("unwanted");
        QTest::addRow("a control") << QString(QChar(0x1F));
        QTest::addRow("delete") << QString(QChar(0x7F));
        QTest::addRow("the last of the second controls") << QString(QChar(0x9F));
        QTest::addRow("soft hyphen") << QString(QChar(0xAD));
        QTest::addRow("zero-width space") << QString(QChar(0x200B));
        QTest::addRow("private use") << QString(QChar(0xE000));
        QTest::addRow("no character") << QString(QChar(0xFFFF));
    }
    void findsAnUnwantedCharacterAnywhere()
    {
        QFETCH(QString, unwanted);
        for (int length = 1; length <= 26; ++length) {
            const QString good = u"Số 12, ngõ 34, Lê Lợi, Ấ~\u0323"_qs.left(length - 1);
            for (qsizetype at = 0; at <= good.size(); ++at) {
                FormDraft draft = complete();
                draft.set(u"requester.residence"_qs, FieldValue::given(QString(good).insert(at, unwanted)));
                const QList<Violation> found = violations(m_form, draft, m_today);
                QCOMPARE(found.size(), 1);
                QCOMPARE(found.constFirst().code, ViolationCode::UnwantedCharacter);
                QCOMPARE(found.constFirst().params.value(u"position"_qs), QString::number(at + 1));
            }
        }
    }

    void aViolationNeverRepeatsWhatWasTyped()
    {
        FormDraft draft = complete();
        draft.set(u"requester.personalNumber"_qs, FieldValue::given(u"00118501234"_qs));
        const Violation one = violations(m_form, draft, m_today).value(0);
        QCOMPARE(one.code, ViolationCode::Malformed);
        QCOMPARE(one.params.value(u"rule"_qs), u"personalNumber"_qs);
        QVERIFY(!one.params.value(u"example"_qs).isEmpty());
        for (const QString &param : one.params) {
            QVERIFY(param != u"00118501234"_qs);
        }
    }
};

QTEST_APPLESS_MAIN(tst_Validation)
#include "tst_Validation.moc"

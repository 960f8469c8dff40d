// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/person/TextRule.h"
#include "tests/models/person/ShippedRules.h"

#include <QTest>

using namespace motcua;

Q_DECLARE_METATYPE(motcua::RuleVerdict)

class tst_TextRule : public QObject
{
    Q_OBJECT

    const RuleBook m_book = test::shippedRules();

private Q_SLOTS:
    void judgesWhatIsTyped_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<RuleVerdict>("expected");
        const auto row = [](const char *rule, RuleVerdict expected, const QStringList &all) {
            for (const QString &typed : all) {
                QTest::addRow("%s: %s", rule, qPrintable(typed.left(40))) << QString::fromLatin1(rule) << typed << expected;
            }
        };
        using enum RuleVerdict;
        row("taxCode", Fits,
            {u"0100233488"_qs, u"0314409058-002"_qs, u"0100109106"_qs, u"0300588569"_qs, u"0100112437"_qs, u"0101248141"_qs,
                u"0314409058002"_qs, u"0100 233 488"_qs, u"０１００２３３４８８"_qs, u"\u200E0100233488"_qs, u"001185012345"_qs});
        row("taxCode", WrongCheckDigit,
            {u"0100233480"_qs, u"0100233489"_qs, u"1100233488"_qs, u"0314409059-002"_qs, u"0103409058"_qs,
                u"0300588569"_qs.replace(u'8', u'9')});
        // 10 − (sum mod 11) is ten for this one: no digit says that, whichever stands there.
        for (const QChar last : u"0123456789"_qs) {
            row("taxCode", WrongCheckDigit, {u"010023339"_qs + last});
        }
        row("taxCode", Malformed,
            {u""_qs, u"010023348"_qs, u"01002334881"_qs, u"0100000000"_qs, u"0314409058-000"_qs, u"0314409058-02"_qs, u"0314409058-0021"_qs,
                u"01002334BB"_qs, u"٠١٠٠٢٣٣٤٨٨"_qs, u"0100233488\n0100233488"_qs, QString(5'000, u'0')});
        row("enterpriseCode", Fits, {u"0100109106"_qs, u"0314409058-002"_qs});
        row("enterpriseCode", WrongCheckDigit, {u"0100109105"_qs});
        row("enterpriseCode", Malformed, {u"001185012345"_qs});
        row("personalNumber", Fits, {u"001185012345"_qs, u"001 185 012 345"_qs});
        row("personalNumber", Malformed, {u"00118501234"_qs, u"0011850123456"_qs, u"00118501234O"_qs, u"012345678"_qs});
        row("oldIdentityNumber", Fits, {u"012345678"_qs});
        row("oldIdentityNumber", Malformed, {u"01234567"_qs, u"0123456789"_qs});
        row("passport", Fits, {u"C1234567"_qs, u"b1234567"_qs, u"P01234567"_qs});
        row("passport", Malformed, {u"1234567"_qs, u"CC123456"_qs, u"Ç1234567"_qs});
        row("socialInsurance", Fits, {u"0123456789"_qs});
        row("healthInsurance", Fits, {u"TE1010123456789"_qs, u"hg4010123456789"_qs, u"0123456789"_qs});
        row("healthInsurance", Malformed, {u"TE10101234567"_qs, u"ĐT1010123456789"_qs});
        row("phoneMobile", Fits,
            {u"0321234567"_qs, u"0521234567"_qs, u"0701234567"_qs, u"0811234567"_qs, u"0991234567"_qs, u"+84 90 123 4567"_qs});
        row("phoneMobile", Malformed,
            {u"0311234567"_qs, u"0531234567"_qs, u"0541234567"_qs, u"0711234567"_qs, u"0801234567"_qs, u"0951234567"_qs, u"02438253456"_qs,
                u"+4930123456"_qs});
        row("phoneFixed", Fits, {u"02438253456"_qs, u"02838291234"_qs, u"0206 3852 123"_qs, u"+842438253456"_qs, u"0299 3 812 345"_qs});
        row("phoneFixed", Malformed, {u"02001234567"_qs, u"0171234567"_qs, u"024382534567"_qs, u"0901234567"_qs});
        row("phoneForeign", Fits, {u"+49 30 123456"_qs, u"004930123456"_qs});
        row("phoneForeign", Malformed, {u"+84901234567"_qs, u"+49"_qs, u"0901234567"_qs});
        row("phone", Fits, {u"0901234567"_qs, u"02438253456"_qs, u"+4930123456"_qs});
        row("phone", Malformed, {u"123"_qs, u"09012345678901"_qs, u"Hoa"_qs});
        row("email", Fits, {u"hoa@example.vn"_qs, u" hoa@example.vn "_qs});
        row("email", Malformed,
            {u"hoa"_qs, u"hoa@example"_qs, u"hoà@example.vn"_qs, u"hoa@exam\u200Bple.vn"_qs, u"a@b.vn, c@d.vn"_qs, QString(5'000, u'a')});
        row("plateCar", Fits, {u"30A-123.45"_qs, u"30a12345"_qs, u"29LD 123.45"_qs, u"31F-1234"_qs});
        row("plateCar", Malformed, {u"30I-123.45"_qs, u"30O-12345"_qs, u"30W12345"_qs, u"13A-123.45"_qs, u"30A-12"_qs, u"29B1-2345"_qs});
        row("plateMotorbike", Fits, {u"29-B1 123.45"_qs, u"29b112345"_qs, u"29AA-12345"_qs});
        row("plateMotorbike", Malformed, {u"30A-123.45"_qs, u"30A12345"_qs, u"29J1-12345"_qs});
        row("postalCode", Fits, {u"10000"_qs});
        row("postalCode", Malformed, {u"1000"_qs, u"100000"_qs});
        row("registerNumber", Fits, {u"123/2026"_qs, u"TLKS-BS 12/2026"_qs});
        row("registerNumber", Malformed, {u"/"_qs, QString(41, u'1')});
        row("procedureCode", Fits, {u"2.000635"_qs, u"2.000815.000.00.00.H55"_qs});
        row("procedureCode", Malformed, {u"2.00635"_qs, u"2.000635.H55"_qs});
        row("resultCode", Fits, {u"KQ.G15.000031"_qs});
        row("personName", Fits, {u"Nguyễn Thị Hoa"_qs, u"H’Hen Niê"_qs});
        row("personName", Malformed, {u"Hoa 2"_qs, u"Hoa@"_qs});
        row("documentNumber", Fits, {u"C1234567"_qs, u"AB 123/45-6"_qs});
        row("documentNumber", Malformed, {u"AB1"_qs});
    }
    void judgesWhatIsTyped()
    {
        QFETCH(QString, rule);
        QFETCH(QString, typed);
        QFETCH(RuleVerdict, expected);
        const TextRule one = m_book.rules.value(rule);
        QVERIFY(!one.isNull());
        const QString normal = normalForm(one, typed);
        QCOMPARE(verdict(one, normal), expected);
        QCOMPARE(normalForm(one, normal), normal);
        if (expected == RuleVerdict::Malformed) {
            // Nothing of what was typed is lost, so that it can be put right.
            QCOMPARE(normal, typed.normalized(QString::NormalizationForm_C).simplified());
        }
    }

    void writesOneNormalForm_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("normal");
        QTest::addColumn<QString>("shown");
        QTest::addRow("mobile") << u"phone"_qs << u"0901.234.567"_qs << u"0901234567"_qs << u"0901 234 567"_qs;
        QTest::addRow("+84") << u"phone"_qs << u"+84 901 234 567"_qs << u"0901234567"_qs << u"0901 234 567"_qs;
        QTest::addRow("+84 (0)") << u"phone"_qs << u"+84 (0) 901 234 567"_qs << u"0901234567"_qs << u"0901 234 567"_qs;
        QTest::addRow("0084") << u"phone"_qs << u"0084901234567"_qs << u"0901234567"_qs << u"0901 234 567"_qs;
        QTest::addRow("84 alone") << u"phone"_qs << u"84901234567"_qs << u"0901234567"_qs << u"0901 234 567"_qs;
        QTest::addRow("Hà Nội") << u"phone"_qs << u"(024)38253456"_qs << u"02438253456"_qs << u"024 3825 3456"_qs;
        QTest::addRow("Cao Bằng") << u"phoneFixed"_qs << u"+842063852123"_qs << u"02063852123"_qs << u"0206 385 2123"_qs;
        QTest::addRow("abroad") << u"phone"_qs << u"0049 (30) 12-34-56"_qs << u"+4930123456"_qs << u"+4930123456"_qs;
        QTest::addRow("a branch") << u"taxCode"_qs << u"0314409058 002"_qs << u"0314409058-002"_qs << u"0314409058-002"_qs;
        QTest::addRow("a wrong check digit is told of the normal form")
            << u"taxCode"_qs << u"0100 233 480"_qs << u"0100233480"_qs << u"0100233480"_qs;
        QTest::addRow("a car") << u"plateCar"_qs << u"30a 12345"_qs << u"30A-123.45"_qs << u"30A-123.45"_qs;
        QTest::addRow("an old car") << u"plateCar"_qs << u"31f1234"_qs << u"31F-1234"_qs << u"31F-1234"_qs;
        QTest::addRow("a motorbike") << u"plateMotorbike"_qs << u"29-b1 123.45"_qs << u"29B1-123.45"_qs << u"29B1-123.45"_qs;
        QTest::addRow("full width") << u"personalNumber"_qs << u"００１１８５　０１２３４５"_qs << u"001185012345"_qs << u"001185012345"_qs;
        QTest::addRow("what nobody sees") << u"personalNumber"_qs << u"\u202A001185\u200B012345\u202C"_qs << u"001185012345"_qs
                                          << u"001185012345"_qs;
        QTest::addRow("a name only gets tidied") << u"personName"_qs << u" K’Brôi   Niê "_qs << u"K’Brôi Niê"_qs << u"K’Brôi Niê"_qs;
        QTest::addRow("what does not fit stays") << u"phone"_qs << u" số  090 "_qs << u"số 090"_qs << u"số 090"_qs;
    }
    void writesOneNormalForm()
    {
        QFETCH(QString, rule);
        QFETCH(QString, typed);
        QFETCH(QString, normal);
        QFETCH(QString, shown);
        const TextRule one = m_book.rules.value(rule);
        QCOMPARE(normalForm(one, typed), normal);
        QCOMPARE(shownForm(one, normal), shown);
        QCOMPARE(normalForm(one, shown), normal);
    }

    void everyRuleSaysHowCertainItIs()
    {
        QVERIFY(m_book.rules.size() >= 20);
        for (const TextRule &rule : m_book.rules) {
            QVERIFY2(rule.mark.contains(u"VERIFIED") || rule.mark.contains(u"DERIVED"), qPrintable(rule.id));
            QCOMPARE(verdict(rule, rule.example), RuleVerdict::Fits);
        }
    }

    void everyAreaAndPlateIsTaken()
    {
        // The numbers of places nobody thinks of first, and one that no place has.
        const TextRule fixed = m_book.rules.value(u"phoneFixed"_qs);
        for (const QString &area : {u"0203"_qs, u"0219"_qs, u"0299"_qs, u"0254"_qs, u"0261"_qs}) {
            QCOMPARE(verdict(fixed, area + u"3812345"_qs), RuleVerdict::Fits);
        }
        QCOMPARE(verdict(fixed, u"02173812345"_qs), RuleVerdict::Malformed);
        const TextRule car = m_book.rules.value(u"plateCar"_qs);
        for (const QString &code : {u"11"_qs, u"29"_qs, u"40"_qs, u"80"_qs, u"99"_qs}) {
            QCOMPARE(verdict(car, code + u"A-123.45"_qs), RuleVerdict::Fits);
        }
        for (const QString &code : {u"10"_qs, u"13"_qs, u"42"_qs, u"96"_qs, u"00"_qs}) {
            QCOMPARE(verdict(car, code + u"A-123.45"_qs), RuleVerdict::Malformed);
        }
    }

    void aRuleOfNothingTakesEverything()
    {
        QCOMPARE(verdict(TextRule(), u"anything"_qs), RuleVerdict::Fits);
        QCOMPARE(normalForm(TextRule(), u" anything  at all "_qs), u"anything at all"_qs);
    }

    void aCheckDigitNeedsItsDigits()
    {
        TextRule rule;
        rule.id = u"short"_qs;
        rule.check = CheckDigit{.when = {}, .weights = {1, 2, 3}, .modulus = 11, .from = 10};
        QCOMPARE(verdict(rule, u"1233"_qs), RuleVerdict::WrongCheckDigit); // 1 + 4 + 9 = 14, 10 − 3 = 7
        QCOMPARE(verdict(rule, u"1-2-3-7"_qs), RuleVerdict::Fits);
        QCOMPARE(verdict(rule, u"123"_qs), RuleVerdict::WrongCheckDigit);
        QCOMPARE(verdict(rule, u""_qs), RuleVerdict::WrongCheckDigit);
    }
};

QTEST_APPLESS_MAIN(tst_TextRule)
#include "tst_TextRule.moc"

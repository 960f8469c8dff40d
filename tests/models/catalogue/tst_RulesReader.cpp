// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/RulesReader.h"
#include "tests/models/person/ShippedRules.h"

#include <QTest>

using namespace motcua;

/** Each row changes one line of a good file; the complaint must name the place and what is wrong. */
class tst_RulesReader : public QObject
{
    Q_OBJECT

    static QByteArray good()
    {
        return R"json({
  "schema": "motcua.rules/1",
  "lists": [
    { "id": "areas", "mark": "test", "entries": [ { "code": "24", "name": "A" }, { "code": "2.8", "name": "B" } ] }
  ],
  "rules": [
    { "id": "code", "pattern": "[A-Z]-[0-9]{4}", "strip": " ", "capitals": true, "rewrites": [ { "from": "([A-Z])([0-9]{4})", "to": "\\1-\\2" } ],
      "shown": [ { "from": "([A-Z])-([0-9]{4})", "to": "\\1 \\2" } ],
      "check": { "kind": "weightedSum", "when": "A.*", "weights": [1, 1, 2], "modulus": 10, "from": 9 },
      "example": "A-1230", "alsoFits": ["a 1230", "b1239"], "refused": [ { "text": "A-1234", "why": "checkDigit" }, { "text": "1230", "why": "malformed" } ],
      "mark": "test" },
    { "id": "area", "pattern": "0{{areas}}[0-9]", "example": "0241", "mark": "test" }
  ],
  "personalNumbers": { "basis": "test", "mark": "test",
    "digits": [ { "digit": 0, "sex": "male", "century": 1900 }, { "digit": 1, "sex": "female", "century": 1900 } ],
    "places": [ { "code": "001", "name": "A" }, { "code": "002", "name": "B", "now": "A", "mark": "test" } ] }
})json";
    }

private Q_SLOTS:
    void readsAGoodFile()
    {
        JsonFile file({u"good.json"_qs, good()});
        const RuleBook book = readRuleBook(file);
        QVERIFY2(file.isGood(), file.isGood() ? "" : qPrintable(file.errors()[0].detail));
        const TextRule code = book.rules.value(u"code"_qs);
        QCOMPARE(normalForm(code, u"b 12 30"_qs), u"B-1230"_qs);
        QCOMPARE(shownForm(code, u"B-1230"_qs), u"B 1230"_qs);
        QCOMPARE(verdict(code, u"A-1234"_qs), RuleVerdict::WrongCheckDigit); // 1 + 2 + 2·3 = 9, 9 − 9 = 0
        QVERIFY(code.check);
        QCOMPARE(code.check->weights, QList<int>({1, 1, 2}));
        QCOMPARE(verdict(book.rules.value(u"area"_qs), u"02.81"_qs), RuleVerdict::Fits);
        QCOMPARE(verdict(book.rules.value(u"area"_qs), u"02781"_qs), RuleVerdict::Malformed); // a code is no pattern
        QVERIFY(book.personalNumbers);
        QCOMPARE(book.personalNumbers->digits.size(), 2);
        QCOMPARE(book.personalNumbers->places.value(u"002"_qs).now, u"A"_qs);
        JsonFile again({u"good.json"_qs, good()});
        QCOMPARE(readRules(again), book.rules);
    }

    void namesLineColumnAndWhat_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("changed");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const char *text, const char *changed, const QStringList &expected) {
            QTest::addRow("%s", name) << QByteArray(text) << QByteArray(changed) << expected;
        };
        row("an unknown list", "{{areas}}", "{{places}}", {u"12:32: there is no list \"places\""_qs});
        row("a code twice", "\"code\": \"2.8\"", "\"code\": \"24\"", {u"4:92: the code \"24\" stands here twice"_qs});
        row("a list without a mark", "\"id\": \"areas\", \"mark\": \"test\",", "\"id\": \"areas\",", {u"4:5: \"mark\" is missing"_qs});
        row("a list without entries", "[ { \"code\": \"24\", \"name\": \"A\" }, { \"code\": \"2.8\", \"name\": \"B\" } ]", "[]",
            {u"4:49: \"entries\" must not be empty"_qs, u"12:62: the example does not fit its own pattern"_qs});
        row("an example with a wrong check digit", "\"A-1230\", ", "\"A-1234\", ", {u"10:18: the example has a wrong check digit"_qs});
        row("an example as it is typed", "\"A-1230\", ", "\"a 1230\", ", {u"10:18: the example is not in normal form"_qs});
        row("an example that does not fit", "\"b1239\"", "\"b123\"", {u"10:51: the example does not fit its own pattern"_qs});
        row("a refused text that fits", "\"A-1234\", \"why\"", "\"A-1230\", \"why\"",
            {u"10:84: this is not refused for the reason given"_qs});
        row("refused for another reason", "\"checkDigit\"", "\"malformed\"", {u"10:84: this is not refused for the reason given"_qs});
        row("refused for no reason", "\"checkDigit\"", "\"ugly\"",
            {u"10:84: this is not refused for the reason given"_qs, u"10:101: \"why\" must be one of"_qs});
        row("a check of another kind", "weightedSum", "luhn", {u"9:26: \"kind\" must be one of"_qs});
        row("no weights", "[1, 1, 2]", "[]",
            {u"9:67: \"weights\" must not be empty"_qs, u"10:18: the example has a wrong check digit"_qs,
                u"10:41: the example has a wrong check digit"_qs});
        row("a weight that is no number", "[1, 1, 2]", "[1, \"1\", 2]",
            {u"9:71: a whole number from 0 to 1000 is expected here"_qs, u"10:18: the example has a wrong check digit"_qs,
                u"10:41: the example has a wrong check digit"_qs, u"10:84: this is not refused for the reason given"_qs});
        row("a rewriting that is no expression", "\"([A-Z])([0-9]{4})\"", "\"([A-Z\"", {u"7:106: \"from\" is no regular expression"_qs});
        row("capitals without strip", "\"strip\": \" \", ", "",
            {u"7:62: only a rule with \"strip\" has \"capitals\""_qs, u"7:80: only a rule with \"strip\" has \"rewrites\""_qs,
                u"10:41: the example does not fit its own pattern"_qs, u"10:51: the example does not fit its own pattern"_qs});
        row("an unknown key", "\"shown\"", "\"show\"", {u"8:7: unknown key \"show\""_qs});
        row("a digit twice", "{ \"digit\": 1,", "{ \"digit\": 0,", {u"15:76: the digit 0 stands here twice"_qs});
        row("two digits of one meaning", "\"female\"", "\"male\"", {u"15:105: another digit has this sex and century"_qs});
        row("no digit", "{ \"digit\": 1,", "{ \"digit\": 10,",
            {u"15:76: the digit 0 stands here twice"_qs, u"15:76: \"digit\" must be a whole number from 0 to 9"_qs});
        row("a place twice", "\"code\": \"002\"", "\"code\": \"001\"", {u"16:59: the place \"001\" stands here twice"_qs});
        row("a place of two digits", "\"code\": \"002\"", "\"code\": \"02\"", {u"16:59: a place has a code of three digits"_qs});
        row("a place of full-width digits", "\"code\": \"002\"", "\"code\": \"００２\"", {u"16:59: a place has a code of three digits"_qs});
        row("a scheme without a mark", "\"basis\": \"test\", \"mark\": \"test\"", "\"basis\": \"test\"",
            {u"14:22: \"mark\" is missing"_qs});
    }
    void namesLineColumnAndWhat()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, changed);
        QFETCH(QStringList, expected);
        QByteArray bytes = good();
        QCOMPARE(bytes.count(text), 1);
        bytes.replace(text, changed);
        JsonFile file({u"bad.json"_qs, bytes});
        static_cast<void>(readRuleBook(file));
        QStringList found;
        const QList<Error> errors = file.errors();
        for (const Error &error : errors) {
            found.append(error.detail);
        }
        QVERIFY2(found.size() == expected.size(), qPrintable(found.join(u'\n')));
        for (qsizetype i = 0; i < expected.size(); ++i) {
            QVERIFY2(found[i].contains(expected[i]), qPrintable(found.join(u'\n')));
        }
    }

    void theShippedRulesAreAllThere()
    {
        const RuleBook book = test::shippedRules();
        for (const QString &id : {u"personName"_qs, u"personalNumber"_qs, u"oldIdentityNumber"_qs, u"passport"_qs, u"documentNumber"_qs,
                 u"taxCode"_qs, u"enterpriseCode"_qs, u"socialInsurance"_qs, u"healthInsurance"_qs, u"phone"_qs, u"phoneMobile"_qs,
                 u"phoneFixed"_qs, u"phoneForeign"_qs, u"email"_qs, u"plateCar"_qs, u"plateMotorbike"_qs, u"postalCode"_qs,
                 u"registerNumber"_qs, u"procedureCode"_qs, u"resultCode"_qs}) {
            QVERIFY2(book.rules.contains(id), qPrintable(id));
        }
        QVERIFY(book.personalNumbers);
        QCOMPARE(book.personalNumbers->digits.size(), 10);
    }
};

QTEST_APPLESS_MAIN(tst_RulesReader)
#include "tst_RulesReader.moc"

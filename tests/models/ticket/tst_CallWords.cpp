// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket/CallWords.h"

#include <QTest>

using namespace motcua;

/** Most rows change one line of a good file; the complaint must name the place and what is wrong. */
class tst_CallWords : public QObject
{
    Q_OBJECT

    static QByteArray good()
    {
        return R"json({
  "schema": "motcua.voice/1", "mark": "test",
  "languages": [
    { "id": "en", "toNumber": "{ticket} to {desk}", "toName": "{ticket}, {desk}!",
      "letters": { "A": "ay", "B": "b", "C": "c", "D": "d", "E": "e", "F": "f", "G": "g", "H": "h", "I": "i", "J": "j", "K": "k", "L": "l", "M": "m",
        "N": "n", "O": "o", "P": "p", "Q": "q", "R": "r", "S": "s", "T": "t", "U": "u", "V": "v", "W": "w", "X": "x", "Y": "y", "Z": "zed" },
      "voice": "en-gb", "wordsPerMinute": 150 }
  ]
})json";
    }

private Q_SLOTS:
    void keepsWhatAGoodFileSays()
    {
        const auto words = CallWords::read({u"good.json"_qs, good()});
        QVERIFY2(bool(words), words ? "" : qPrintable(words.error().constFirst().detail));
        QCOMPARE(words->languages.size(), 1);
        const CallPhrases *const english = words->in(u"en"_qs);
        QVERIFY(english && !words->in(u"vi"_qs) && !words->in(QString()));
        QCOMPARE(english->id(), u"en"_qs);
        QCOMPARE(english->toNumber, u"{ticket} to {desk}"_qs);
        QCOMPARE(english->toName, u"{ticket}, {desk}!"_qs);
        QCOMPARE(english->letters.front(), u"ay"_qs);
        QCOMPARE(english->letters.back(), u"zed"_qs);
        QCOMPARE(english->voice, u"en-gb"_qs);
        QCOMPARE(english->wordsPerMinute, 150);
    }

    void namesLineColumnAndWhat_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("changed");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *text, const char *changed, const QString &expected) {
            QTest::addRow("%s", name) << QByteArray(text) << QByteArray(changed) << expected;
        };
        const QString sentence = u"must have {ticket} and {desk} in it, once each, and nothing else in braces"_qs;
        row("another kind of file", "motcua.voice/1", "motcua.voice/2", u"2:13: \"schema\" must be one of: motcua.voice/1"_qs);
        row("no mark", ", \"mark\": \"test\"", "", u"1:1: \"mark\" is missing"_qs);
        row("a language whose numbers nobody knows", "\"id\": \"en\"", "\"id\": \"fr\"", u"4:13: \"id\" must be one of: vi, en"_qs);
        row("a sentence without the ticket", "{ticket} to {desk}", "to {desk}", u"4:31: \"toNumber\" "_qs + sentence);
        row("a sentence without the desk", "{ticket} to {desk}", "{ticket}", u"4:31: \"toNumber\" "_qs + sentence);
        row("the ticket twice", "{ticket} to {desk}", "{ticket} {ticket} to {desk}", u"4:31: \"toNumber\" "_qs + sentence);
        row("an unknown place", "{ticket}, {desk}!", "{ticket}, {desk} {name}", u"4:63: \"toName\" "_qs + sentence);
        row("an open brace", "{ticket}, {desk}!", "{ticket}, {desk} {", u"4:63: \"toName\" "_qs + sentence);
        row("a letter without a name", "\"ay\"", "\" \"", u"5:25: \"A\" must not be empty"_qs);
        row("a letter that is missing", "\"A\": \"ay\", ", "", u"5:18: \"A\" is missing"_qs);
        row("a letter too many", "\"A\": \"ay\"", "\"A\": \"ay\", \"Ă\": \"a\"", u"5:31: unknown key \"Ă\""_qs);
        row("a voice that is an option", "\"en-gb\"", "\"-w\"", u"7:16: \"voice\" must be a name of espeak-ng: small letters, digits and hyphens"_qs);
        row("a voice that is a path", "\"en-gb\"", "\"../en\"", u"7:16: \"voice\" must be a name of espeak-ng: small letters, digits and hyphens"_qs);
        row("too slow", "150", "79", u"7:43: \"wordsPerMinute\" must be a whole number from 80 to 300"_qs);
        row("too fast", "150", "301", u"7:43: \"wordsPerMinute\" must be a whole number from 80 to 300"_qs);
        row("an unknown member", "150 }", "150, \"pitch\": 50 }", u"7:48: unknown key \"pitch\""_qs);
        row("no list", "\"languages\"", "\"language\"", u"1:1: \"languages\" is missing"_qs);
    }
    void namesLineColumnAndWhat()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, changed);
        QFETCH(QString, expected);
        QByteArray bytes = good();
        QCOMPARE(bytes.count(text), 1);
        bytes.replace(text, changed);
        const auto words = CallWords::read({u"bad.json"_qs, bytes});
        QVERIFY(!words);
        QCOMPARE(words.error().constFirst().code, ErrorCode::CatalogueSchema);
        QCOMPARE(words.error().constFirst().detail, u"bad.json:"_qs + expected);
    }

    void aLanguageStandsOnceAndOneIsThere()
    {
        QByteArray twice = good();
        const qsizetype from = twice.indexOf("    { \"id\"");
        const QByteArray one = twice.mid(from, twice.lastIndexOf("}\n  ]") + 1 - from);
        twice.insert(from, one + ",\n");
        const auto words = CallWords::read({u"bad.json"_qs, twice});
        QVERIFY(!words);
        QVERIFY2(words.error().constFirst().detail.endsWith(u"the language \"en\" stands here twice"), qPrintable(words.error().constFirst().detail));
        const auto none = CallWords::read({u"bad.json"_qs, R"({"schema": "motcua.voice/1", "mark": "test", "languages": []})"});
        QVERIFY(!none);
        QVERIFY(none.error().constFirst().detail.endsWith(u"\"languages\" must not be empty"));
        QCOMPARE(CallWords::read({u"bad.json"_qs, "{"}).error().constFirst().code, ErrorCode::CatalogueSyntax);
    }
};

QTEST_APPLESS_MAIN(tst_CallWords)
#include "tst_CallWords.moc"
